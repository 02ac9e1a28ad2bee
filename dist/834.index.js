"use strict";
exports.id = 834;
exports.ids = [834];
exports.modules = {

/***/ 3834:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/appendQueue.js
var appendQueue = __webpack_require__(3108);
// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__(3882);
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/journalRows.js
var journalRows = __webpack_require__(3389);
;// CONCATENATED MODULE: ./.build/src/adapters/journals/file/commits.js


/** The directory: `journal.json` says the format, `commits/` holds one file a write. */
class CommitDirectory {
    #files;
    #path;
    constructor(files, path) {
        this.#files = files;
        this.#path = path;
    }
    async checkFormat() {
        const format = await this.#files.read(`${this.#path}/journal.json`);
        if (format === undefined)
            throw new errors/* RekeyError */.Z$('RK7001', `There is no journal in ${this.#path}.`);
        (0,journalRows/* readFormat */.C$)(format);
    }
    /** Begins with a commit without facts, so that a directory without commits is one that was emptied. */
    async init() {
        const marker = `${this.#path}/journal.json`;
        const made = (await this.#files.read(marker)) === undefined &&
            ((await this.add({ number: 1, id: 'init', after: '' }, [])) || (await this.count()) === 1) &&
            (await this.#files.create(marker, `${JSON.stringify({ format: journalRows/* JOURNAL_FORMAT */.MW })}\n`));
        if (!made)
            throw new errors/* RekeyError */.Z$('RK2005', `There is a journal in ${this.#path} already.`);
    }
    /** How many commits there are. A gap is a cut, and so is none. */
    async count() {
        const names = await this.#files.list(`${this.#path}/commits`);
        names.forEach((name, at) => {
            if (name !== fileName(at + 1))
                throw (0,journalRows/* cut */.Jj)('The list of commits');
        });
        if (names.length === 0)
            throw (0,journalRows/* cut */.Jj)('The list of commits');
        return names.length;
    }
    async read(number) {
        const what = `Commit ${number}`;
        const { id, after, entries, number: own } = (0,journalRows/* parseObject */.lj)((await this.#text(number)) ?? '', what);
        if (own !== number || typeof id !== 'string' || typeof after !== 'string' || !Array.isArray(entries))
            throw (0,journalRows/* cut */.Jj)(what);
        return { number, id, after, entries: entries.map((entry) => readEntry(entry, what)) };
    }
    /** Undefined: there is no such commit. */
    async idOf(number) {
        const text = await this.#text(number);
        return text === undefined ? undefined : (0,journalRows/* parseObject */.lj)(text, `Commit ${number}`)['id'];
    }
    #text(number) {
        return this.#files.read(this.#fileOf(number));
    }
    /** False when another process took this number first. */
    async add(commit, entries) {
        const written = entries.map(({ key, facts, state }) => ({ key, facts, state }));
        return this.#files.create(this.#fileOf(commit.number), `${JSON.stringify({ ...commit, entries: written })}\n`);
    }
    async attach(name, content) {
        await this.#files.write(`${this.#path}/${name}`, content);
    }
    #fileOf(number) {
        return `${this.#path}/commits/${fileName(number)}`;
    }
}
/** Padded, so that names sort as numbers do. */
const fileName = (number) => `${String(number).padStart(8, '0')}.json`;
function readEntry(value, what) {
    const { key, facts, state } = Object(value);
    if (typeof key !== 'string' || !Array.isArray(facts) || facts.length === 0)
        throw (0,journalRows/* cut */.Jj)(what);
    const [first] = facts;
    const rotation = String(Object(first)['rotation']);
    return { key, facts: facts.map((fact) => (0,journalRows/* readFact */.ni)(fact, rotation)), state: (0,journalRows/* readRow */.zK)(key, state) };
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/file/log.js


/** All commits in memory: a laptop's journal is small. Only commits that are new are read again. */
class FileLog {
    #directory;
    #newId;
    #keys = new Map();
    #commits = [];
    constructor(files, path, newId) {
        this.#directory = new CommitDirectory(files, path);
        this.#newId = newId;
    }
    async init() {
        await this.#directory.init();
    }
    async known() {
        return this.#commits.length > 0 ? this.#view() : this.reload();
    }
    async reload() {
        await this.#directory.checkFormat();
        const count = await this.#directory.count();
        await this.#refuseRewound(count);
        const newer = [];
        for (let number = this.#commits.length + 1; number <= count; number += 1)
            newer.push(await this.#directory.read(number));
        const all = [...this.#commits, ...newer];
        if (all.some((commit, at) => commit.after !== (all[at - 1]?.id ?? '')))
            throw new errors/* RekeyError */.Z$('RK7003', 'Commits of the journal do not follow one another.');
        this.#commits = all;
        newer.forEach((commit) => {
            this.#learn(commit);
        });
        return this.#view();
    }
    /** The newest commit we know must still be there, and be the same. */
    async #refuseRewound(count) {
        const last = this.#commits[this.#commits.length - 1];
        if (!last)
            return;
        if (count < last.number || (await this.#directory.idOf(last.number)) !== last.id)
            throw new errors/* RekeyError */.Z$('RK7003', `Commit ${last.number} of the journal is gone or was replaced.`);
    }
    async write(entries, files) {
        const last = this.#commits[this.#commits.length - 1];
        const commit = { number: (last?.number ?? 0) + 1, id: this.#newId(), after: last?.id ?? '' };
        if (!(await this.#directory.add(commit, entries)))
            throw new errors/* RekeyError */.Z$('RK9012', 'Another process wrote to the journal first.');
        // In a directory that was deleted meanwhile every number is free.
        await this.#refuseRewound(commit.number);
        this.#commits.push({ entries, ...commit });
        this.#learn({ entries });
        for (const file of files)
            await this.#directory.attach(file.path, file.content);
        return this.#view();
    }
    async facts(key, rotation, at) {
        await this.known();
        return this.#until(at)
            .flatMap((commit) => commit.entries)
            .filter((entry) => entry.key === key)
            .flatMap((entry) => entry.facts)
            .filter((fact) => fact.rotation === rotation);
    }
    #until(at) {
        if (at === undefined)
            return this.#commits;
        const end = this.#commits.findIndex((commit) => nameOf(commit) === at);
        if (end < 0)
            throw new errors/* RekeyError */.Z$('RK7003', 'The journal does not know this commit.');
        return this.#commits.slice(0, end + 1);
    }
    #learn({ entries }) {
        for (const entry of entries)
            this.#keys.set(entry.key, entry.state);
    }
    #view() {
        const last = this.#commits[this.#commits.length - 1];
        return { keys: new Map(this.#keys), commit: last ? nameOf(last) : '' };
    }
}
const nameOf = (commit) => `${commit.number}-${commit.id}`;

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./.build/src/adapters/journals/file/settings.js

const settings = schemas/* strictObject */.rej({
    path: schemas/* string */.YjP()
        .min(1)
        .default('.rekey-journal')
        .describe('Directory of the journal, made by `rekey doctor --init`.'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/journals/file/index.js




const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'journals',
    descriptor: {
        id: 'file',
        title: 'Directory on disk',
        summary: 'A journal in a directory, for the sandbox and for one laptop.',
        homepage: 'https://nodejs.org/api/fs.html',
        permissions: [{ permission: 'read and write in the directory', why: 'every fact is a line there' }],
        limits: ['One machine. The disk must know hard links.'],
        risks: [
            'Whoever may write in the directory may rewrite history.',
            'A runner throws its disk away, so this is no journal for scheduled rotations.',
        ],
        example: 'journal: { use: file, path: .rekey-journal }',
        tried: 'Against a real disk on Linux, with several writers at once.',
    },
    settings: settings,
    origins: () => [],
    open: file_open,
});
function file_open(chosen, ports) {
    const log = new FileLog(ports.files, chosen.path, () => ports.random.id(12));
    const queue = new appendQueue/* AppendQueue */.W(log);
    return {
        load: async () => log.reload(),
        facts: async (key, rotation, at) => log.facts(key, rotation, at),
        append: async (entries, files = []) => queue.append(entries, files),
        now: () => ports.clock.now(),
        init: async () => log.init(),
        audit: async () => ports.run.owner.kind === 'actions'
            ? ['The journal is a directory of the runner, which is thrown away after the job.']
            : [],
    };
}


/***/ }),

/***/ 3108:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ AppendQueue)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _journalLog__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6527);


/** Calls in one write; more would make one request too large. */
const MOST_CALLS = 200;
const MOST_RETRIES = 8;
/** Calls that arrive while a write is under way go together in the next one, so a journal is asked once for many keys. */
class AppendQueue {
    #log;
    #waiting = [];
    #busy = false;
    constructor(log) {
        this.#log = log;
    }
    async append(entries, files) {
        entries.forEach(_journalLog__WEBPACK_IMPORTED_MODULE_1__/* .checkEntry */ .Tr);
        return new Promise((resolve, reject) => {
            this.#waiting.push({ entries, files, resolve, reject });
            if (!this.#busy)
                void this.#drain();
        });
    }
    async #drain() {
        this.#busy = true;
        // Callers that append in the same turn share the write.
        await Promise.resolve();
        while (this.#waiting.length > 0)
            await this.#settle(this.#waiting.splice(0, MOST_CALLS));
        this.#busy = false;
    }
    async #settle(calls) {
        try {
            const { results, commit } = await this.#write(calls);
            calls.forEach((call, at) => {
                call.resolve({ result: results[at] ?? new Map(), commit });
            });
        }
        catch (error) {
            // One key whose file is full, or was cut, must not stop the others.
            if (calls.length > 1 &&
                error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ &&
                (error.kind === 'full' || error.code === 'RK7002'))
                for (const call of calls)
                    await this.#settle([call]);
            else
                calls.forEach((call) => {
                    call.reject(error);
                });
        }
    }
    async #write(calls) {
        let lost = false;
        for (let attempt = 0; attempt <= MOST_RETRIES; attempt += 1) {
            const view = attempt === 0 ? await this.#startingView(calls) : await this.#look(lost);
            const { entries, files, results } = (0,_journalLog__WEBPACK_IMPORTED_MODULE_1__/* .arrange */ .NL)(calls, view);
            if (entries.length === 0 && files.length === 0)
                return { results, commit: view.commit };
            try {
                return { results, commit: (await this.#log.write(entries, files)).commit };
            }
            catch (error) {
                if (!(error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$) || (error.kind !== 'conflict' && error.kind !== 'unknown'))
                    throw error;
                lost = error.kind === 'unknown';
            }
        }
        if (lost)
            throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7012', 'The journal did not answer a write, again and again.');
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7007', `Others wrote first, ${MOST_RETRIES + 1} times in a row.`);
    }
    /** Somebody else may have written since; only a fresh look may say that a key moved. */
    async #startingView(calls) {
        const view = await this.#log.known();
        const moved = (0,_journalLog__WEBPACK_IMPORTED_MODULE_1__/* .arrange */ .NL)(calls, view).results.some((result) => [...result.values()].includes('moved'));
        return moved ? this.#log.reload() : view;
    }
    /** After a lost answer a look that fails leaves the question open. */
    async #look(lost) {
        try {
            return await this.#log.reload();
        }
        catch (error) {
            if (lost && error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ && ['transient', 'unknown', 'throttled'].includes(error.kind))
                throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7012', 'The journal did not answer a write, and cannot be read.');
            throw error;
        }
    }
}


/***/ }),

/***/ 3882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ defineAdapter)
/* harmony export */ });
/** Keeps the settings type inside, so that `open` and `settings` cannot drift apart. */
function defineAdapter(adapter) {
    return adapter;
}


/***/ }),

/***/ 5420:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ NO_ROTATION),
/* harmony export */   G2: () => (/* binding */ RANKS),
/* harmony export */   yQ: () => (/* binding */ FACT_VERSION)
/* harmony export */ });
/** A release reads all older versions and refuses newer ones untouched. */
const FACT_VERSION = 1;
/** No command of this release gives the rank emergency; a journal may hold it. emergency > rollback > scheduled; the higher takes a claim from the lower, an equal one joins. */
const RANKS = { scheduled: 1, rollback: 2, emergency: 3 };
/** The file of facts that belong to no rotation (a hold of an idle key). */
const NO_ROTATION = '-';


/***/ }),

/***/ 6527:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ refuseRewound),
/* harmony export */   NL: () => (/* binding */ arrange),
/* harmony export */   Tr: () => (/* binding */ checkEntry),
/* harmony export */   un: () => (/* binding */ checkFacts)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);

/**
 * Compares heads key by key. A key whose head is the last fact of an entry has that entry already: an answer was lost.
 * A key whose head is what the entry expects can be written; any other key has moved, and its entry is dropped.
 */
function arrange(calls, view) {
    const landed = alreadyThere(calls, view);
    const heads = new Map();
    const headOf = (key) => heads.has(key) ? heads.get(key) : view.keys.get(key)?.head;
    const entries = [];
    const files = [];
    const results = calls.map((call) => {
        const result = new Map();
        const before = entries.length;
        for (const entry of call.entries) {
            const writable = !landed.has(entry) && entry.expected === headOf(entry.key);
            if (writable) {
                heads.set(entry.key, entry.state.head);
                entries.push(entry);
            }
            if (!writable && !landed.has(entry))
                result.set(entry.key, 'moved');
            else if (!result.has(entry.key))
                result.set(entry.key, 'written');
        }
        if (entries.length > before || call.entries.length === 0)
            files.push(...call.files);
        return result;
    });
    return { entries, files, results };
}
/** Entries up to the one whose last fact is the head of its key. */
function alreadyThere(calls, view) {
    const before = new Map();
    const landed = new Set();
    for (const entry of calls.flatMap((call) => call.entries)) {
        const earlier = [...(before.get(entry.key) ?? []), entry];
        before.set(entry.key, earlier);
        if (view.keys.get(entry.key)?.head === entry.state.head)
            earlier.forEach((one) => landed.add(one));
    }
    return landed;
}
/** A journal whose index contradicts its facts would be refused by the next reader, so such an entry is never written. */
function checkEntry(entry) {
    const last = entry.facts[entry.facts.length - 1];
    const oneRotation = entry.facts.every((fact) => fact.rotation === last?.rotation);
    if (!last || !oneRotation || entry.state.head !== last.id || entry.state.identity !== entry.key)
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK9900', 'An entry for the journal contradicts itself.');
}
/** Throws RK7003 when a key has fewer facts than were seen before, or other facts in the same number. */
function refuseRewound(before, after) {
    for (const [key, known] of before.keys) {
        const now = after.keys.get(key);
        if (now && (now.count > known.count || (now.count === known.count && now.head === known.head)))
            continue;
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7003', `The journal knows less of ${known.name} than it did before.`);
    }
}
/**
 * Facts of a rotation that the row names must end in the head of the key, unless a fact without rotation came after them.
 * Throws RK7002.
 */
function checkFacts(row, rotation, facts, idle) {
    if (row?.open?.rotation !== rotation)
        return;
    if (facts.length > 0 && [facts, idle].some((list) => list[list.length - 1]?.id === row.head))
        return;
    throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7002', `The facts of ${rotation} do not end where the index says.`);
}


/***/ }),

/***/ 3389:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ readFormat),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   MH: () => (/* binding */ readFacts),
/* harmony export */   MW: () => (/* binding */ JOURNAL_FORMAT),
/* harmony export */   Rz: () => (/* binding */ writeFacts),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   ni: () => (/* binding */ readFact),
/* harmony export */   zK: () => (/* binding */ readRow)
/* harmony export */ });
/* unused harmony exports ROW_VERSION, refuseNewer */
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _facts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5420);
/* harmony import */ var _rowId__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4290);



/** How a journal writes itself down. A journal may be cut, or forged: everything read from it is looked at before it is believed. */
const JOURNAL_FORMAT = 1;
const ROW_VERSION = 1;
const FACT_TYPES = new Set([
    'claim',
    'release',
    'intent',
    'result',
    'failed',
    'wait',
    'turn',
    'condemn',
    'blocked',
    'hold',
    'unhold',
    'warning',
    'closed',
]);
/** Facts that say what became of a row, and so must name it; the first two with what there is to say. */
const WITH_DATA = new Set(['intent', 'result']);
const ABOUT_A_ROW = new Set(['intent', 'result', 'failed', 'wait']);
const cut = (what) => new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7002', `${what} is cut or unreadable.`);
/** JSON that must be an object; anything else is a journal that was cut. */
function parseObject(text, what) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw cut(what);
    }
    if (!isObject(parsed))
        throw cut(what);
    return parsed;
}
/** Throws RK7004 when a newer release of Rekey wrote this. */
function refuseNewer(version, newest, what) {
    if (!isCount(version) || version === 0)
        throw cut(what);
    if (version > newest)
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7004', `${what} has version ${version}, this release reads up to ${newest}.`);
}
/** `{"format": 1}` */
function readFormat(text) {
    refuseNewer(parseObject(text, 'journal.json')['format'], JOURNAL_FORMAT, 'journal.json');
}
/** One row of the index. */
function readRow(identity, value) {
    const what = 'A row of the journal';
    if (!isObject(value))
        throw cut(what);
    refuseNewer(value['v'], ROW_VERSION, what);
    if (!isRow(value) || value.identity !== identity)
        throw cut(what);
    return value;
}
function isRow(value) {
    const strings = ['identity', 'name', 'environment', 'vendor', 'head'];
    return (strings.every((field) => typeof value[field] === 'string') &&
        value['head'] !== '' &&
        isCount(value['count']) &&
        isCount(value['failures']) &&
        isStrings(value['workloads']) &&
        isStrings(value['condemned']) &&
        (value['open'] === undefined || isOpen(value['open'])));
}
function isOpen(value) {
    return (isObject(value) &&
        ['rotation', 'kind', 'started', 'pass', 'status'].every((field) => typeof value[field] === 'string') &&
        isCount(value['takeovers']) &&
        (value['claim'] === undefined || (isObject(value['claim']) && isObject(value['claim']['owner']))));
}
const writeFacts = (facts) => facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
/** One fact a line, each line ended, so that a cut shows. */
function readFacts(text, rotation) {
    if (text === '')
        return [];
    if (!text.endsWith('\n'))
        throw cut(factsOf(rotation));
    return text
        .slice(0, -1)
        .split('\n')
        .map((line) => readFact(parseObject(line, factsOf(rotation)), rotation));
}
function readFact(value, rotation) {
    const what = factsOf(rotation);
    if (!isObject(value))
        throw cut(what);
    refuseNewer(value['v'], _facts__WEBPACK_IMPORTED_MODULE_1__/* .FACT_VERSION */ .yQ, 'A fact');
    if (!isFact(value) || value.rotation !== rotation)
        throw cut(what);
    return value;
}
const factsOf = (rotation) => rotation === _facts__WEBPACK_IMPORTED_MODULE_1__/* .NO_ROTATION */ .$f ? 'The file of facts without a rotation' : `The file of facts of ${rotation}`;
function isFact(value) {
    const { type, row, data } = value;
    return (['id', 'at', 'rotation', 'by', 'type'].every((field) => typeof value[field] === 'string') &&
        value['id'] !== '' &&
        FACT_TYPES.has(String(type)) &&
        (row === undefined ? !ABOUT_A_ROW.has(String(type)) : isRowId(row)) &&
        (isObject(data) || !WITH_DATA.has(String(type))) &&
        !Number.isNaN(Date.parse(String(value['at']))));
}
const isRowId = (value) => typeof value === 'string' && (0,_rowId__WEBPACK_IMPORTED_MODULE_2__/* .rowParts */ .V)(value) !== undefined;
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isCount(value) {
    return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
function isStrings(value) {
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
}


/***/ })

};
;
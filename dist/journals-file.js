"use strict";
exports.id = "journals-file";
exports.ids = ["journals-file"];
exports.modules = {

/***/ "src/adapters/journals/file/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./.build/src/domain/journal/appendQueue.js
var appendQueue = __webpack_require__("src/domain/journal/appendQueue");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/journal/journalRows.js + 2 modules
var journalRows = __webpack_require__("src/domain/journal/journalRows");
;// CONCATENATED MODULE: ./.build/src/kits/journal/commits.js


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

;// CONCATENATED MODULE: ./.build/src/kits/journal/log.js


/** All commits in memory, so it is for journals of some thousand writes. Only commits that are new are read again. */
class CommitLog {
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

;// CONCATENATED MODULE: ./.build/src/kits/journal/journalOver.js


/**
 * A journal over anything that makes a file only where there is none, and never half of one: a disk with hard links, or object storage with
 * conditional writes. One file a write, numbered without a gap; of two writers exactly one makes the next number.
 * @param clock the server's: due dates and waits across processes are told by it
 */
function journalOver(files, path, { clock, random }) {
    const log = new CommitLog(files, path, () => random.id(12));
    const queue = new appendQueue/* AppendQueue */.W(log);
    return {
        load: () => log.reload(),
        facts: (key, rotation, at) => log.facts(key, rotation, at),
        append: (entries, pages = []) => queue.append(entries, pages),
        now: () => clock.now(),
        init: () => log.init(),
    };
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/file/journal.js

function fileJournal({ path }, ports) {
    const journal = journalOver(ports.files, path, ports);
    return {
        ...journal,
        async init() {
            await journal.init();
            // In a working tree it would be in the way. Whoever wants it in git takes this file away.
            await ports.files.create(`${path}/.gitignore`, '*\n');
        },
        audit: async () => ports.run.owner.kind === 'actions'
            ? ['The journal is a directory of the runner, which is thrown away after the job.']
            : [],
    };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
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
        changes: { path: 'trust' },
        example: 'journal: { use: file, path: .rekey-journal }',
        tried: 'Against a real disk on Linux, with several writers at once.',
    },
    settings: settings,
    origins: () => [],
    open: fileJournal,
});


/***/ })

};
;
"use strict";
exports.id = 23;
exports.ids = [23];
exports.modules = {

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

/***/ 2361:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ CRITICALITIES)
/* harmony export */ });
const CRITICALITIES = ['low', 'medium', 'high', 'critical'];


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

/***/ 931:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  MW: () => (/* binding */ JOURNAL_FORMAT),
  Jj: () => (/* binding */ cut),
  lj: () => (/* binding */ parseObject),
  ni: () => (/* binding */ readFact),
  MH: () => (/* binding */ readFacts),
  C$: () => (/* binding */ readFormat),
  zK: () => (/* binding */ readRow),
  Rz: () => (/* binding */ writeFacts)
});

// UNUSED EXPORTS: ROW_VERSION, refuseNewer

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/facts.js
var facts = __webpack_require__(5420);
// EXTERNAL MODULE: ./.build/src/domain/config.js
var config = __webpack_require__(2361);
// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 1 modules
var errorCodes = __webpack_require__(1837);
// EXTERNAL MODULE: ./.build/src/domain/rowId.js
var rowId = __webpack_require__(4290);
// EXTERNAL MODULE: ./.build/src/domain/text.js
var domain_text = __webpack_require__(8860);
;// CONCATENATED MODULE: ./.build/src/domain/shape.js

const that = (fits) => (value) => fits(value) ? undefined : '';
const shape_text = that((value) => typeof value === 'string');
const named = that((value) => typeof value === 'string' && value !== '');
/** On one line, with nothing in it that cannot be seen: it stands in logs. */
const line = that((value) => typeof value === 'string' && (0,domain_text/* isPrintable */.C2)(value));
const yes = that((value) => value === true);
const flag = that((value) => typeof value === 'boolean');
const anything = () => undefined;
/** Up to 2^53: a number beyond it is not the one that was written. */
const count = that((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
/** Milliseconds up to three thousand years, so that a time with a few of them is a time still. */
const LONGEST = 1e14;
const duration = that((value) => typeof value === 'number' && value >= 0 && value <= LONGEST);
const TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;
/** ISO 8601 in UTC, as `instant` writes it. */
const time = that((value) => typeof value === 'string' && TIME.test(value));
function oneOf(words) {
    const known = new Set(words);
    return that((value) => known.has(value));
}
const like = (form) => that((value) => typeof value === 'string' && form.test(value));
const optional = (shape) => (value) => value === undefined ? undefined : shape(value);
const list = (shape) => (value) => {
    if (!Array.isArray(value))
        return '';
    for (const [at, one] of value.entries()) {
        const wrong = shape(one);
        if (wrong !== undefined)
            return join(String(at), wrong);
    }
    return undefined;
};
/** Of names that nobody knows beforehand. */
const record = (shape) => (value) => isObject(value) ? firstWrong(Object.entries(value), () => shape) : '';
function object(fields) {
    const all = Object.entries(fields);
    return (value) => {
        if (!isObject(value))
            return '';
        for (const [name, shape] of all) {
            const wrong = shape(value[name]);
            if (wrong !== undefined)
                return join(name, wrong);
        }
        return undefined;
    };
}
/** An object whose field `name` says which of these it is. */
const eachBy = (name, shapes) => (value) => {
    if (!isObject(value))
        return '';
    const kind = value[name];
    const shape = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
    return shape ? shape(value) : name;
};
function firstWrong(entries, shapeOf) {
    for (const [name, one] of entries) {
        const wrong = shapeOf(name)(one);
        if (wrong !== undefined)
            return join(name, wrong);
    }
    return undefined;
}
const join = (name, rest) => (rest === '' ? name : `${name}.${rest}`);
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./.build/src/domain/factShapes.js





/**
 * What each fact must look like when it is read, field by field: whoever writes to the journal may be somebody else, and nothing behind
 * this table asks again of what kind a value is. The types keep it whole.
 */
const words = (all) => oneOf(Object.keys(all));
const kind = words({ adopt: true, rotate: true, remove: true, rehearse: true });
const rank = oneOf(Object.keys(facts/* RANKS */.G2));
const pass = words({ forward: true, back: true, discard: true, abandon: true });
const outcome = words({
    done: true,
    adopted: true,
    undone: true,
    rehearsed: true,
    removed: true,
    abandoned: true,
    unproven: true,
});
/** Also the name of a file. */
const rotationName = like(rowId/* ROTATION_ID */.D3);
const code = oneOf(Object.keys(errorCodes/* CODES */.L));
const owner = eachBy('kind', {
    actions: object({
        kind: named,
        repository: named,
        run: named,
        attempt: count,
        job: shape_text,
    }),
    local: object({ kind: named, host: shape_text, pid: count, started: shape_text }),
});
const order = object({
    command: shape_text,
    actor: shape_text,
    event: shape_text,
    reason: optional(shape_text),
    ticket: optional(shape_text),
    approvedBy: optional(shape_text),
});
const snapshot = object({
    name: named,
    owner: shape_text,
    environment: shape_text,
    criticality: oneOf(config/* CRITICALITIES */.m),
    vendor: shape_text,
    scopes: list(shape_text),
    store: shape_text,
    secret: object({ path: shape_text, fields: record(shape_text), idField: shape_text }),
    keyId: optional(shape_text),
    usedBy: list(shape_text),
    frequency: optional(duration),
    schedule: optional(shape_text),
    grace: duration,
    drainLimit: duration,
    watch: duration,
    line: count,
});
/** What a step leaves, as far as somebody reads it; a row that found nothing to do leaves less. */
const RESULTS = {
    preflight: { baseline: optional(shape_text) },
    claim: {
        base: shape_text,
        unannotated: optional(shape_text),
        old: oneOf(['present', 'absent']),
        oldId: optional(shape_text),
        oldHow: optional(shape_text),
        currentBefore: optional(shape_text),
        ticket: optional(shape_text),
        ticketUrl: optional(shape_text),
    },
    adopt: { id: optional(shape_text), how: optional(shape_text), created: optional(shape_text) },
    sweep: { id: optional(shape_text) },
    fence: { version: shape_text },
    create: { id: shape_text, label: shape_text, staged: shape_text, expires: optional(time) },
    verify: { accepted: count, old: optional(oneOf(['accepted'])) },
    promote: { version: shape_text, previous: optional(shape_text), id: optional(shape_text) },
    deploy: { rollout: optional(shape_text), url: optional(shape_text) },
    check: { passes: count, sentence: shape_text, keyId: optional(shape_text) },
    drain: { silent: oneOf(['observed', 'not observed']), lastUsed: optional(time), until: time },
    condemn: { id: shape_text, accepted: optional(yes) },
    disable: { checked: count },
    revoke: { id: shape_text },
    prove: { refused: count, control: count, grade: oneOf(['refused', 'gone from list', 'unproven']) },
    free: { destroyed: list(shape_text) },
    close: { outcome },
};
const DATA = Object.fromEntries(Object.entries(RESULTS).map(([step, fields]) => [step, object(fields)]));
const INTENT = object({
    id: optional(shape_text),
    label: optional(shape_text),
    before: optional(list(shape_text)),
    outcome: optional(outcome),
    ticket: optional(shape_text),
    marker: optional(shape_text),
    enables: optional(flag),
});
const row = (value) => (stepOf(value) === undefined ? '' : undefined);
function stepOf(value) {
    const step = typeof value === 'string' ? (0,rowId/* rowParts */.V1)(value)?.step : undefined;
    return step !== undefined && Object.hasOwn(DATA, step) ? step : undefined;
}
const common = {
    v: count,
    id: named,
    at: time,
    rotation: rotationName,
    by: shape_text,
    type: named,
    row: optional(row),
};
const FACTS = {
    claim: {
        ...common,
        owner,
        rank,
        end: time,
        kind,
        order,
        release: shape_text,
        run: shape_text,
        sandbox: optional(yes),
        takenFrom: optional(shape_text),
        snapshot: optional(snapshot),
        config: object({ digest: shape_text, commit: optional(shape_text) }),
    },
    release: common,
    intent: { ...common, row, data: INTENT },
    result: {
        ...common,
        row,
        how: oneOf(['did', 'found', 'observed', 'not observed']),
        data: record(anything),
    },
    failed: { ...common, row, code, message: shape_text, nothingDone: optional(yes) },
    wait: {
        ...common,
        row,
        until: time,
        latest: time,
        then: shape_text,
        reason: shape_text,
        person: optional(shape_text),
        after: optional(code),
    },
    turn: {
        ...common,
        to: oneOf(['back', 'discard', 'abandon']),
        why: shape_text,
        code: optional(code),
        next: optional(shape_text),
    },
    condemn: { ...common, credential: shape_text, why: shape_text },
    blocked: { ...common, code, why: shape_text, next: optional(shape_text) },
    hold: { ...common, actor: shape_text, reason: shape_text },
    unhold: { ...common, actor: shape_text, reason: shape_text },
    warning: { ...common, message: shape_text },
    closed: { ...common, outcome },
};
const ofType = eachBy('type', Object.fromEntries(Object.entries(FACTS).map(([type, fields]) => [type, object(fields)])));
/** The first field that does not fit. */
const wrongInFact = (value) => {
    const wrong = ofType(value);
    if (wrong !== undefined || !isObject(value) || value['type'] !== 'result')
        return wrong;
    const inData = DATA[stepOf(value['row']) ?? '']?.(value['data']);
    return inData === undefined ? undefined : `data.${inData}`;
};

;// CONCATENATED MODULE: ./.build/src/domain/rowShape.js


const removed = object({ at: time, proved: flag });
const rowShape_open = object({
    rotation: rotationName,
    kind: kind,
    started: time,
    pass: pass,
    claim: optional(object({ owner: owner, rank: rank, end: time, by: shape_text, at: time })),
    status: oneOf(['running', 'waiting', 'person', 'blocked']),
    resumeAt: optional(time),
    latest: optional(time),
    reason: optional(shape_text),
    person: optional(shape_text),
    takeovers: count,
    other: optional(object({
        expires: optional(time),
        promoted: optional(time),
        removed: optional(removed),
    })),
});
/** What a row of the index must look like: the path of the first field that does not fit. */
const wrongInRow = object({
    v: count,
    identity: named,
    name: line,
    environment: line,
    vendor: line,
    workloads: list(line),
    head: named,
    count: count,
    open: optional(rowShape_open),
    adopted: optional(time),
    lastPromote: optional(time),
    currentId: optional(line),
    expires: optional(time),
    condemned: list(line),
    failures: count,
    notBefore: optional(time),
    blocked: optional(object({ code: shape_text, why: shape_text, since: time })),
    hold: optional(object({ actor: shape_text, reason: shape_text, since: time })),
    removed: optional(removed),
    last: optional(object({ rotation: rotationName, outcome: outcome, at: time })),
});

;// CONCATENATED MODULE: ./.build/src/domain/journalRows.js






/** How a journal writes itself down. A journal may be cut, or forged: everything read from it is looked at before it is believed. */
const JOURNAL_FORMAT = 1;
const ROW_VERSION = 1;
const cut = (what) => new errors/* RekeyError */.Z$('RK7002', `${what} is cut or unreadable.`);
/** @param field the path of what does not fit, empty for all of it */
const misshapen = (what, field) => field === ''
    ? cut(what)
    : new errors/* RekeyError */.Z$('RK7002', `${what} cannot be read: ${(0,domain_text/* codeSpan */.SS)(field)} is not what belongs there.`);
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
    if (count(version) !== undefined || typeof version !== 'number' || version === 0)
        throw cut(what);
    if (version > newest)
        throw new errors/* RekeyError */.Z$('RK7004', `${what} has version ${version}, this release reads up to ${newest}.`);
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
    const wrong = wrongInRow(value) ?? (value['identity'] === identity ? undefined : 'identity');
    if (wrong !== undefined)
        throw misshapen(rowOf(value['name']), wrong);
    return value;
}
const rowOf = (name) => typeof name === 'string' ? `The row of ${(0,domain_text/* codeSpan */.SS)(name)} in the journal` : 'A row of the journal';
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
        .map((line, at) => factOf(parseObject(line, factsOf(rotation)), rotation, at + 1));
}
const readFact = (value, rotation) => factOf(value, rotation);
/** @param line in its file, from 1 */
function factOf(value, rotation, line) {
    const what = `${factsOf(rotation)}${line === undefined ? '' : `, line ${String(line)},`}`;
    if (!isObject(value))
        throw cut(what);
    refuseNewer(value['v'], facts/* FACT_VERSION */.yQ, 'A fact');
    const wrong = wrongInFact(value) ?? (value['rotation'] === rotation ? undefined : 'rotation');
    if (wrong !== undefined)
        throw misshapen(what, wrong);
    return value;
}
const factsOf = (rotation) => rotation === facts/* NO_ROTATION */.$f ? 'The file of facts without a rotation' : `The file of facts of ${rotation}`;


/***/ })

};
;
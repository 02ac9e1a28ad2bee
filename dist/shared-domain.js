"use strict";
exports.id = "shared-domain";
exports.ids = ["shared-domain"];
exports.modules = {

/***/ "src/domain/config":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ CRITICALITIES)
/* harmony export */ });
const CRITICALITIES = ['low', 'medium', 'high', 'critical'];


/***/ }),

/***/ "src/domain/descriptor":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ defineAdapter)
/* harmony export */ });
/** Keeps the settings type inside, so that `open` and `settings` cannot drift apart. */
function defineAdapter(adapter) {
    return adapter;
}


/***/ }),

/***/ "src/domain/journal/appendQueue":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ AppendQueue)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _journalLog__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/journal/journalLog");


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
            if (lost && error instanceof _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ && error.traits.passes)
                throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7012', 'The journal did not answer a write, and cannot be read.');
            throw error;
        }
    }
}


/***/ }),

/***/ "src/domain/journal/facts":
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

/***/ "src/domain/journal/journalLog":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ refuseRewound),
/* harmony export */   NL: () => (/* binding */ arrange),
/* harmony export */   Tr: () => (/* binding */ checkEntry),
/* harmony export */   un: () => (/* binding */ checkFacts)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");

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

/***/ "src/domain/journal/journalRows":
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
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/journal/facts.js
var facts = __webpack_require__("src/domain/journal/facts");
// EXTERNAL MODULE: ./.build/src/domain/config.js
var config = __webpack_require__("src/domain/config");
// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 8 modules
var errorCodes = __webpack_require__("src/domain/errorCodes");
// EXTERNAL MODULE: ./.build/src/domain/outcomes.js
var outcomes = __webpack_require__("src/domain/outcomes");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/domain/journal/shape.js
var shape = __webpack_require__("src/domain/journal/shape");
;// CONCATENATED MODULE: ./.build/src/domain/journal/factShapes.js






/**
 * What each fact must look like when it is read, field by field: whoever writes to the journal may be somebody else, and nothing behind
 * this table asks again of what kind a value is. The types keep it whole.
 */
const words = (all) => (0,shape/* oneOf */.yL)(Object.keys(all));
const kind = words({ adopt: true, rotate: true, remove: true, rehearse: true });
const rank = (0,shape/* oneOf */.yL)(Object.keys(facts/* RANKS */.G2));
const pass = words({ forward: true, back: true, discard: true, abandon: true });
const outcome = (0,shape/* oneOf */.yL)(Object.keys(outcomes/* OUTCOMES */.i));
/** Also the name of a file. */
const rotationName = (0,shape/* like */.mj)(rowId/* ROTATION_ID */.D3);
const code = (0,shape/* oneOf */.yL)(Object.keys(errorCodes/* CODES */.L));
const owner = (0,shape/* eachBy */.f$)('kind', {
    actions: (0,shape/* object */.Ik)({
        kind: shape/* named */.KT,
        repository: shape/* named */.KT,
        run: shape/* named */.KT,
        attempt: shape/* count */.U9,
        job: shape/* text */.Qq,
    }),
    local: (0,shape/* object */.Ik)({ kind: shape/* named */.KT, host: shape/* text */.Qq, pid: shape/* count */.U9, started: shape/* text */.Qq }),
});
const order = (0,shape/* object */.Ik)({
    command: shape/* text */.Qq,
    actor: shape/* text */.Qq,
    event: shape/* text */.Qq,
    reason: (0,shape/* optional */.lq)(shape/* text */.Qq),
    ticket: (0,shape/* optional */.lq)(shape/* text */.Qq),
    approvedBy: (0,shape/* optional */.lq)(shape/* text */.Qq),
});
const snapshot = (0,shape/* object */.Ik)({
    name: shape/* named */.KT,
    owner: shape/* text */.Qq,
    environment: shape/* text */.Qq,
    criticality: (0,shape/* oneOf */.yL)(config/* CRITICALITIES */.m),
    vendor: shape/* text */.Qq,
    scopes: (0,shape/* list */.p_)(shape/* text */.Qq),
    store: shape/* text */.Qq,
    secret: (0,shape/* object */.Ik)({ path: shape/* text */.Qq, fields: (0,shape/* record */.g1)(shape/* text */.Qq), idField: shape/* text */.Qq }),
    keyId: (0,shape/* optional */.lq)(shape/* text */.Qq),
    usedBy: (0,shape/* list */.p_)(shape/* text */.Qq),
    frequency: (0,shape/* optional */.lq)(shape/* duration */.p0),
    schedule: (0,shape/* optional */.lq)(shape/* text */.Qq),
    grace: shape/* duration */.p0,
    drainLimit: shape/* duration */.p0,
    watch: shape/* duration */.p0,
    line: shape/* count */.U9,
});
/** What a step leaves, as far as somebody reads it; a row that found nothing to do leaves less. */
const RESULTS = {
    preflight: { baseline: (0,shape/* optional */.lq)(shape/* text */.Qq) },
    claim: {
        base: shape/* text */.Qq,
        unannotated: (0,shape/* optional */.lq)(shape/* text */.Qq),
        old: (0,shape/* oneOf */.yL)(['present', 'absent']),
        oldId: (0,shape/* optional */.lq)(shape/* text */.Qq),
        oldHow: (0,shape/* optional */.lq)(shape/* text */.Qq),
        currentBefore: (0,shape/* optional */.lq)(shape/* text */.Qq),
        ticket: (0,shape/* optional */.lq)(shape/* text */.Qq),
        ticketUrl: (0,shape/* optional */.lq)(shape/* text */.Qq),
    },
    adopt: { id: (0,shape/* optional */.lq)(shape/* text */.Qq), how: (0,shape/* optional */.lq)(shape/* text */.Qq), created: (0,shape/* optional */.lq)(shape/* text */.Qq) },
    sweep: { id: (0,shape/* optional */.lq)(shape/* text */.Qq) },
    fence: { version: shape/* text */.Qq },
    create: { id: shape/* text */.Qq, label: shape/* text */.Qq, staged: shape/* text */.Qq, expires: (0,shape/* optional */.lq)(shape/* time */.kB) },
    verify: { accepted: shape/* count */.U9, old: (0,shape/* optional */.lq)((0,shape/* oneOf */.yL)(['accepted'])) },
    promote: { version: shape/* text */.Qq, previous: (0,shape/* optional */.lq)(shape/* text */.Qq), id: (0,shape/* optional */.lq)(shape/* text */.Qq) },
    deploy: { rollout: (0,shape/* optional */.lq)(shape/* text */.Qq), url: (0,shape/* optional */.lq)(shape/* text */.Qq), refused: (0,shape/* optional */.lq)(shape/* flag */.Jt) },
    check: { passes: shape/* count */.U9, sentence: shape/* text */.Qq, keyId: (0,shape/* optional */.lq)(shape/* text */.Qq) },
    drain: { silent: (0,shape/* oneOf */.yL)(['observed', 'not observed']), lastUsed: (0,shape/* optional */.lq)(shape/* time */.kB), until: shape/* time */.kB },
    condemn: { id: shape/* text */.Qq, accepted: (0,shape/* optional */.lq)(shape/* yes */.EZ) },
    disable: { checked: shape/* count */.U9 },
    revoke: { id: shape/* text */.Qq },
    prove: { refused: shape/* count */.U9, control: shape/* count */.U9, grade: (0,shape/* oneOf */.yL)(['refused', 'gone from list', 'unproven']) },
    free: { destroyed: (0,shape/* list */.p_)(shape/* text */.Qq) },
    close: { outcome },
};
const DATA = Object.fromEntries(Object.entries(RESULTS).map(([step, fields]) => [step, (0,shape/* object */.Ik)(fields)]));
const INTENT = (0,shape/* object */.Ik)({
    id: (0,shape/* optional */.lq)(shape/* text */.Qq),
    label: (0,shape/* optional */.lq)(shape/* text */.Qq),
    before: (0,shape/* optional */.lq)((0,shape/* list */.p_)(shape/* text */.Qq)),
    outcome: (0,shape/* optional */.lq)(outcome),
    ticket: (0,shape/* optional */.lq)(shape/* text */.Qq),
    marker: (0,shape/* optional */.lq)(shape/* text */.Qq),
    enables: (0,shape/* optional */.lq)(shape/* flag */.Jt),
});
const row = (value) => (stepOf(value) === undefined ? '' : undefined);
function stepOf(value) {
    const step = typeof value === 'string' ? (0,rowId/* rowParts */.V1)(value)?.step : undefined;
    return step !== undefined && Object.hasOwn(DATA, step) ? step : undefined;
}
const common = {
    v: shape/* count */.U9,
    id: shape/* named */.KT,
    at: shape/* time */.kB,
    rotation: rotationName,
    by: shape/* text */.Qq,
    type: shape/* named */.KT,
    row: (0,shape/* optional */.lq)(row),
};
const FACTS = {
    claim: {
        ...common,
        owner,
        rank,
        end: shape/* time */.kB,
        kind,
        order,
        release: shape/* text */.Qq,
        run: shape/* text */.Qq,
        sandbox: (0,shape/* optional */.lq)(shape/* yes */.EZ),
        takenFrom: (0,shape/* optional */.lq)(shape/* text */.Qq),
        snapshot: (0,shape/* optional */.lq)(snapshot),
        config: (0,shape/* object */.Ik)({ digest: shape/* text */.Qq, commit: (0,shape/* optional */.lq)(shape/* text */.Qq) }),
    },
    release: common,
    intent: { ...common, row, data: INTENT },
    result: {
        ...common,
        row,
        how: (0,shape/* oneOf */.yL)(['did', 'found', 'observed', 'not observed']),
        data: (0,shape/* record */.g1)(shape/* anything */.D8),
    },
    failed: { ...common, row, code, message: shape/* text */.Qq, nothingDone: (0,shape/* optional */.lq)(shape/* yes */.EZ) },
    wait: {
        ...common,
        row,
        until: shape/* time */.kB,
        latest: shape/* time */.kB,
        then: shape/* text */.Qq,
        reason: shape/* text */.Qq,
        person: (0,shape/* optional */.lq)(shape/* text */.Qq),
        after: (0,shape/* optional */.lq)(code),
    },
    turn: {
        ...common,
        to: (0,shape/* oneOf */.yL)(['back', 'discard', 'abandon']),
        why: shape/* text */.Qq,
        code: (0,shape/* optional */.lq)(code),
        next: (0,shape/* optional */.lq)(shape/* text */.Qq),
    },
    condemn: { ...common, credential: shape/* text */.Qq, why: shape/* text */.Qq },
    blocked: { ...common, code, why: shape/* text */.Qq, next: (0,shape/* optional */.lq)(shape/* text */.Qq) },
    hold: { ...common, actor: shape/* text */.Qq, reason: shape/* text */.Qq },
    unhold: { ...common, actor: shape/* text */.Qq, reason: shape/* text */.Qq },
    warning: { ...common, message: shape/* text */.Qq },
    closed: { ...common, outcome },
};
const ofType = (0,shape/* eachBy */.f$)('type', Object.fromEntries(Object.entries(FACTS).map(([type, fields]) => [type, (0,shape/* object */.Ik)(fields)])));
/** The first field that does not fit. */
const wrongInFact = (value) => {
    const wrong = ofType(value);
    if (wrong !== undefined || !(0,shape/* isObject */.Gv)(value) || value['type'] !== 'result')
        return wrong;
    const inData = DATA[stepOf(value['row']) ?? '']?.(value['data']);
    return inData === undefined ? undefined : `data.${inData}`;
};

// EXTERNAL MODULE: ./.build/src/domain/journal/keyState.js
var keyState = __webpack_require__("src/domain/journal/keyState");
;// CONCATENATED MODULE: ./.build/src/domain/journal/rowShape.js



const removed = (0,shape/* object */.Ik)({ at: shape/* time */.kB, proved: shape/* flag */.Jt });
const rowShape_open = (0,shape/* object */.Ik)({
    rotation: rotationName,
    kind: kind,
    started: shape/* time */.kB,
    pass: pass,
    claim: (0,shape/* optional */.lq)((0,shape/* object */.Ik)({ owner: owner, rank: rank, end: shape/* time */.kB, by: shape/* text */.Qq, at: shape/* time */.kB })),
    status: (0,shape/* oneOf */.yL)(keyState/* OPEN_STATUSES */.q0),
    resumeAt: (0,shape/* optional */.lq)(shape/* time */.kB),
    latest: (0,shape/* optional */.lq)(shape/* time */.kB),
    reason: (0,shape/* optional */.lq)(shape/* text */.Qq),
    person: (0,shape/* optional */.lq)(shape/* text */.Qq),
    takeovers: shape/* count */.U9,
    other: (0,shape/* optional */.lq)((0,shape/* object */.Ik)({
        expires: (0,shape/* optional */.lq)(shape/* time */.kB),
        promoted: (0,shape/* optional */.lq)(shape/* time */.kB),
        removed: (0,shape/* optional */.lq)(removed),
    })),
});
/** What a row of the index must look like: the path of the first field that does not fit. */
const wrongInRow = (0,shape/* object */.Ik)({
    v: shape/* count */.U9,
    identity: shape/* named */.KT,
    name: shape/* line */.n8,
    environment: shape/* line */.n8,
    vendor: shape/* line */.n8,
    workloads: (0,shape/* list */.p_)(shape/* line */.n8),
    head: shape/* named */.KT,
    count: shape/* count */.U9,
    open: (0,shape/* optional */.lq)(rowShape_open),
    adopted: (0,shape/* optional */.lq)(shape/* time */.kB),
    lastPromote: (0,shape/* optional */.lq)(shape/* time */.kB),
    currentId: (0,shape/* optional */.lq)(shape/* line */.n8),
    expires: (0,shape/* optional */.lq)(shape/* time */.kB),
    condemned: (0,shape/* list */.p_)(shape/* line */.n8),
    failures: shape/* count */.U9,
    notBefore: (0,shape/* optional */.lq)(shape/* time */.kB),
    blocked: (0,shape/* optional */.lq)((0,shape/* object */.Ik)({ code: shape/* text */.Qq, why: shape/* text */.Qq, since: shape/* time */.kB })),
    hold: (0,shape/* optional */.lq)((0,shape/* object */.Ik)({ actor: shape/* text */.Qq, reason: shape/* text */.Qq, since: shape/* time */.kB })),
    removed: (0,shape/* optional */.lq)(removed),
    last: (0,shape/* optional */.lq)((0,shape/* object */.Ik)({ rotation: rotationName, outcome: outcome, at: shape/* time */.kB })),
});

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/domain/journal/journalRows.js






/** How a journal writes itself down. A journal may be cut, or forged: everything read from it is looked at before it is believed. */
const JOURNAL_FORMAT = 1;
const ROW_VERSION = 1;
const cut = (what) => new errors/* RekeyError */.Z$('RK7002', `${what} is cut or unreadable.`);
/** @param field the path of what does not fit, empty for all of it */
const misshapen = (what, field) => field === ''
    ? cut(what)
    : new errors/* RekeyError */.Z$('RK7002', `${what} cannot be read: ${(0,tools_text/* codeSpan */.SS)(field)} is not what belongs there.`);
/** JSON that must be an object; anything else is a journal that was cut. */
function parseObject(text, what) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        throw cut(what);
    }
    if (!(0,shape/* isObject */.Gv)(parsed))
        throw cut(what);
    return parsed;
}
/** Throws RK7004 when a newer release of Rekey wrote this. */
function refuseNewer(version, newest, what) {
    if ((0,shape/* count */.U9)(version) !== undefined || typeof version !== 'number' || version === 0)
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
    if (!(0,shape/* isObject */.Gv)(value))
        throw cut(what);
    refuseNewer(value['v'], ROW_VERSION, what);
    const wrong = wrongInRow(value) ?? (value['identity'] === identity ? undefined : 'identity');
    if (wrong !== undefined)
        throw misshapen(rowOf(value['name']), wrong);
    return value;
}
const rowOf = (name) => typeof name === 'string' ? `The row of ${(0,tools_text/* codeSpan */.SS)(name)} in the journal` : 'A row of the journal';
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
    const what = `${factsOf(rotation)}${line === undefined ? '' : `, line ${line},`}`;
    if (!(0,shape/* isObject */.Gv)(value))
        throw cut(what);
    refuseNewer(value['v'], facts/* FACT_VERSION */.yQ, 'A fact');
    const wrong = wrongInFact(value) ?? (value['rotation'] === rotation ? undefined : 'rotation');
    if (wrong !== undefined)
        throw misshapen(what, wrong);
    return value;
}
const factsOf = (rotation) => rotation === facts/* NO_ROTATION */.$f ? 'The file of facts without a rotation' : `The file of facts of ${rotation}`;


/***/ }),

/***/ "src/domain/journal/keyState":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pU: () => (/* binding */ foldKey),
/* harmony export */   q0: () => (/* binding */ OPEN_STATUSES),
/* harmony export */   uM: () => (/* binding */ newKey),
/* harmony export */   xH: () => (/* binding */ MOST_TAKEOVERS)
/* harmony export */ });
/* harmony import */ var _tools_time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/time");

/** How an open rotation stands, for the index; what needs somebody first. Persisted words. */
const OPEN_STATUSES = ['blocked', 'person', 'running', 'waiting'];
const BACK_OFF = [_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 6 * _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_];
const MOST_FAILURES = 3;
const MOST_TAKEOVERS = 5;
/** The state after these facts; facts of a key that is new must begin with a claim, or with a hold and a name given. */
function foldKey(before, facts) {
    return facts.length === 0 ? before : facts.reduce(step, { ...before });
}
function newKey(identity, name) {
    return {
        v: 1,
        identity,
        name,
        environment: '',
        vendor: '',
        workloads: [],
        head: '',
        count: 0,
        condemned: [],
        failures: 0,
    };
}
function step(state, fact) {
    state.head = fact.id;
    state.count += 1;
    switch (fact.type) {
        case 'claim':
            return claimed(state, fact);
        case 'release':
            return open(state, ({ claim: _ended, ...rest }) => rest);
        case 'intent':
            return open(state, running);
        case 'result':
            return fromResult(open(state, gotOn), fact);
        case 'wait':
            return open(state, (rotation) => waits(rotation, fact));
        case 'turn':
            return turned(state, fact.to);
        case 'condemn':
            return condemned(state, fact);
        case 'blocked':
            return {
                ...open(state, (rotation) => ({ ...rotation, status: 'blocked', reason: fact.why })),
                blocked: { code: fact.code, why: fact.why, since: fact.at },
            };
        case 'hold':
            return { ...state, hold: { actor: fact.actor, reason: fact.reason, since: fact.at } };
        case 'unhold': {
            const { hold: _hold, blocked: _blocked, notBefore: _notBefore, ...rest } = state;
            return open({ ...rest, failures: 0 }, gotOn);
        }
        case 'closed':
            return closed(state, fact.outcome, fact.rotation, fact.at);
        case 'failed':
        case 'warning':
            return state;
    }
}
function open(state, change) {
    if (state.open)
        state.open = change(state.open);
    return state;
}
/** No longer waiting for anything. */
function running(rotation) {
    const { status: _was, resumeAt: _at, latest: _latest, reason: _reason, person: _person, ...rest } = rotation;
    return { status: 'running', ...rest };
}
function gotOn(rotation) {
    const { takeovers: _over, ...rest } = running(rotation);
    return { takeovers: 0, ...rest };
}
function waits(rotation, { until, latest, reason, person }) {
    const { status: _running, ...rest } = running(rotation);
    const status = person === undefined ? 'waiting' : 'person';
    return { status, resumeAt: until, latest, reason, ...(person !== undefined && { person }), ...rest };
}
function turned(state, to) {
    const { blocked: _lookedAt, ...rest } = state;
    return open(to === 'abandon' ? rest : state, (rotation) => ({ ...running(rotation), pass: to }));
}
function claimed(state, fact) {
    const claim = { owner: fact.owner, rank: fact.rank, end: fact.end, by: fact.by, at: fact.at };
    if (fact.snapshot) {
        state.name = fact.snapshot.name;
        state.environment = fact.snapshot.environment;
        state.vendor = fact.snapshot.vendor;
        state.workloads = fact.snapshot.usedBy;
    }
    if (state.open?.rotation === fact.rotation) {
        const taken = fact.takenFrom === undefined ? 0 : 1;
        return open(state, ({ claim: _over, takeovers, ...rest }) => ({
            claim,
            takeovers: takeovers + taken,
            ...rest,
        }));
    }
    state.open = {
        rotation: fact.rotation,
        kind: fact.kind,
        started: fact.at,
        pass: 'forward',
        claim,
        status: 'running',
        takeovers: 0,
    };
    return state;
}
function fromResult(state, fact) {
    const id = typeof fact.data['id'] === 'string' ? { currentId: fact.data['id'] } : {};
    if (fact.row.endsWith('/adopt'))
        return { ...state, ...id, adopted: fact.at };
    if (fact.row.endsWith('/create')) {
        const expires = typeof fact.data['expires'] === 'string' ? { expires: fact.data['expires'] } : {};
        return open(state, (rotation) => ({ ...rotation, other: expires }));
    }
    if (fact.row === 'forward/promote')
        return { ...switched(state, fact.at), ...id };
    if (fact.row === 'back/promote')
        return { ...switched(state, state.open?.other?.promoted), ...id };
    return state;
}
/** The other credential becomes current. Taken back, the key is as due, or as gone, as it was before. */
function switched(state, promoted) {
    const { expires, lastPromote, removed, ...rest } = state;
    const next = state.open?.other;
    const before = {
        ...(expires !== undefined && { expires }),
        ...(lastPromote !== undefined && { promoted: lastPromote }),
        ...(removed !== undefined && { removed }),
    };
    const now = {
        ...rest,
        ...(next?.expires !== undefined && { expires: next.expires }),
        ...(next?.removed !== undefined && { removed: next.removed }),
        ...(promoted !== undefined && { lastPromote: promoted }),
    };
    return open(now, (rotation) => ({ ...rotation, other: before }));
}
function condemned(state, { credential, at }) {
    const removed = state.open?.kind === 'remove' ? { removed: { at, proved: false } } : {};
    return { ...state, ...removed, condemned: [...state.condemned, credential] };
}
function closed(state, outcome, rotation, at) {
    const { open, notBefore: _notBefore, ...rest } = state;
    const last = { rotation, outcome, at };
    const isGone = open?.kind === 'remove' && (outcome === 'removed' || outcome === 'unproven');
    const removed = isGone ? { removed: { at, proved: outcome === 'removed' } } : {};
    if (outcome !== 'undone')
        return { ...rest, ...removed, failures: 0, last };
    const failures = state.failures + 1;
    const wait = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
    const blocked = failures >= MOST_FAILURES
        ? { blocked: { code: 'RK8003', why: `${failures} rotations in a row were undone`, since: at } }
        : {};
    return { ...rest, failures, notBefore: (0,_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .instant */ .uR)((0,_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(at) + wait), last, ...blocked };
}


/***/ }),

/***/ "src/domain/journal/shape":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   EZ: () => (/* binding */ yes),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Ik: () => (/* binding */ object),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   KT: () => (/* binding */ named),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   f$: () => (/* binding */ eachBy),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mj: () => (/* binding */ like),
/* harmony export */   n8: () => (/* binding */ line),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _tools_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/text");

const that = (fits) => (value) => fits(value) ? undefined : '';
const text = that((value) => typeof value === 'string');
const named = that((value) => typeof value === 'string' && value !== '');
/** On one line, with nothing in it that cannot be seen: it stands in logs. */
const line = that((value) => typeof value === 'string' && (0,_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .isPrintable */ .C2)(value));
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


/***/ }),

/***/ "src/domain/outcomes":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ outcomeInfo),
/* harmony export */   i: () => (/* binding */ OUTCOMES)
/* harmony export */ });
/** Persisted words. */
const OUTCOMES = {
    done: { isGood: true, ticket: 'done' },
    adopted: { isGood: true, ticket: 'done' },
    rehearsed: { isGood: true, ticket: 'done' },
    removed: { isGood: true, ticket: 'done' },
    undone: { ticket: 'undone' },
    abandoned: { ticket: 'abandoned' },
    unproven: {},
};
const INFO = OUTCOMES;
const outcomeInfo = (outcome) => INFO[outcome];


/***/ })

};
;
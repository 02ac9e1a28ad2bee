"use strict";
exports.id = 614;
exports.ids = [614];
exports.modules = {

/***/ 2566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isTrusted),
/* harmony export */   q: () => (/* binding */ mayAct)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);

/** Events that nobody without write access can cause. Pull requests, comments and the like are not among them. */
const EVENTS = new Set(['schedule', 'workflow_dispatch', 'push', 'local']);
const isTrusted = (run) => run.owner.kind === 'local' || EVENTS.has(run.event);
/** Nothing logs in for an event that a stranger can cause. */
function mayAct(run, command) {
    if (isTrusted(run))
        return;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK1005', `The event ${run.event} may not run ${command}: whoever causes it would act with Rekey's rights. Nothing was changed.`);
}


/***/ }),

/***/ 4076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ ledgerPorts),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./.build/src/commands/compose.js
var compose = __webpack_require__(981);
// EXTERNAL MODULE: ./.build/src/commands/configSource.js
var configSource = __webpack_require__(5242);
// EXTERNAL MODULE: ./.build/src/domain/rowId.js
var rowId = __webpack_require__(4290);
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__(1805);
// EXTERNAL MODULE: ./.build/src/report/gates.js
var gates = __webpack_require__(2761);
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var report_phrase = __webpack_require__(1088);
;// CONCATENATED MODULE: ./.build/src/report/log.js




const LONG = 300;
/**
 * One fact as one line of a log, or undefined when there is nothing to tell. `before`: the fact told last, so that a wait
 * that only goes on is not told again.
 */
function progressLine(fact, before) {
    const phrase = told(fact, before);
    return phrase && (0,report_phrase/* plain */.pj)(phrase);
}
const told = (fact, before) => 'row' in fact ? rowTold(fact, before) : decisionTold(fact);
function rowTold(fact, before) {
    switch (fact.type) {
        case 'intent':
            return (0,report_phrase/* say */.cv) `→ ${rowText(fact.row)}`;
        case 'result':
            return (0,report_phrase/* say */.cv) `${(0,report_phrase/* own */.ZV)(fact.how === 'not observed' ? '○' : '✓')} ${rowText(fact.row)}  ${(0,report_phrase/* own */.ZV)(fact.how)}  ${(0,report_phrase/* own */.ZV)(unticked((0,gates/* numbers */.nL)(fact.data)))}`;
        case 'failed':
            return (0,report_phrase/* say */.cv) `✗ ${rowText(fact.row)}  ${(0,report_phrase/* own */.ZV)(fact.code)}  ${(0,report_phrase/* foreign */.V$)(fact.message, LONG)}`;
        case 'wait':
            return before?.type === 'wait' && sameWait(before, fact) ? undefined : waitText(fact);
    }
}
function decisionTold(fact) {
    switch (fact.type) {
        case 'claim':
            return fact.takenFrom === undefined
                ? (0,report_phrase/* say */.cv) `claimed: ${(0,report_phrase/* own */.ZV)(fact.kind)}, ${(0,report_phrase/* own */.ZV)(fact.rank)}, until ${(0,report_phrase/* own */.ZV)((0,moment/* moment */.n$)(fact.end))}`
                : (0,report_phrase/* say */.cv) `taken over from ${fact.takenFrom}: ${(0,report_phrase/* own */.ZV)(fact.kind)}, ${(0,report_phrase/* own */.ZV)(fact.rank)}`;
        case 'release':
            return undefined;
        case 'turn':
            return (0,report_phrase/* say */.cv) `↩ ${(0,report_phrase/* own */.ZV)(fact.to)}: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'condemn':
            return (0,report_phrase/* say */.cv) `† ${fact.credential} never becomes current again: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'blocked':
            return (0,report_phrase/* say */.cv) `■ blocked, ${(0,report_phrase/* own */.ZV)(fact.code)}: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'hold':
            return (0,report_phrase/* say */.cv) `■ on hold by ${fact.actor}: ${(0,report_phrase/* foreign */.V$)(fact.reason, LONG)}`;
        case 'unhold':
            return (0,report_phrase/* say */.cv) `▶ released by ${fact.actor}: ${(0,report_phrase/* foreign */.V$)(fact.reason, LONG)}`;
        case 'warning':
            return (0,report_phrase/* say */.cv) `! ${(0,report_phrase/* foreign */.V$)(fact.message, LONG)}`;
        case 'closed':
            return (0,report_phrase/* say */.cv) `■ ${(0,report_phrase/* own */.ZV)(fact.outcome)}`;
    }
}
function waitText(fact) {
    const person = fact.person === undefined ? (0,report_phrase/* own */.ZV)('') : (0,report_phrase/* say */.cv) `; to do: ${(0,report_phrase/* foreign */.V$)(fact.person, LONG)}`;
    return (0,report_phrase/* say */.cv) `… ${rowText(fact.row)}  until ${(0,report_phrase/* own */.ZV)((0,moment/* moment */.n$)(fact.until))}: ${(0,report_phrase/* foreign */.V$)(fact.reason, LONG)}${person}`;
}
function sameWait(one, other) {
    return one.row === other.row && one.reason === other.reason && (0,moment/* moment */.n$)(one.until) === (0,moment/* moment */.n$)(other.until);
}
function rowText(row) {
    const parts = (0,rowId/* rowParts */.V)(row);
    if (!parts)
        return (0,report_phrase/* foreign */.V$)(row);
    const name = parts.pass === 'forward' ? parts.step : `${parts.pass} ${parts.step}`;
    return parts.unit === undefined ? (0,report_phrase/* own */.ZV)(name) : (0,report_phrase/* say */.cv) `${(0,report_phrase/* own */.ZV)(name)} ${parts.unit}`;
}
const unticked = (code) => code.replaceAll('`', '');

;// CONCATENATED MODULE: ./.build/src/commands/progress.js

/**
 * Tells the facts of one key as they are noted. A claim is written with the first intent, after the preflight, so it is told
 * after it too: whoever fails the preflight has claimed nothing.
 */
function progress(say) {
    let claim;
    return (fact, before) => {
        const line = progressLine(fact, before);
        if (fact.type === 'claim') {
            claim = line;
            return;
        }
        const isPreflight = fact.type === 'result' && fact.row === 'forward/preflight';
        for (const one of isPreflight ? [line, claim] : [claim, line])
            if (one !== undefined)
                say(one);
        claim = undefined;
    };
}

;// CONCATENATED MODULE: ./.build/src/commands/session.js



/** Two calls to GitHub, however many keys there are. @param changes the command may change something */
async function openSession(path, catalog, world, changes) {
    const config = await (0,configSource/* readConfig */.X)(path, catalog, world, changes);
    const parts = new compose/* Composition */.B(config, catalog, world);
    const journal = await parts.journal();
    return { world, config, parts, journal, view: await journal.load() };
}
/** What writes facts of one key, each told in the log as it is noted. */
function ledgerPorts({ world, journal }, key) {
    const { clock, log, values } = world;
    const told = progress((line) => log.info(`${key}  ${line}`));
    return { journal, clock, log, values, told };
}


/***/ }),

/***/ 4614:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settle: () => (/* binding */ settle),
/* harmony export */   settleIn: () => (/* binding */ settleIn)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _domain_run__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8014);
/* harmony import */ var _lifecycle_claim__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1301);
/* harmony import */ var _lifecycle_ledger__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9613);
/* harmony import */ var _mayAct__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2566);
/* harmony import */ var _session__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4076);






/**
 * The last step of the action, also after a cancel or a crash: what the main step left disabled is enabled, its claims are
 * released so that the next run need not wait. It starts no effect; the next run goes on.
 */
async function settle(inputs, catalog, world) {
    const session = await sessionOf(inputs, catalog, world);
    return session ? settleIn(session) : 0;
}
/** The same with config and journal already read. */
async function settleIn(session) {
    const { view, world } = session;
    const left = [...view.keys.values()].filter(({ open }) => open?.claim && open.claim.owner.kind === 'actions' && (0,_domain_run__WEBPACK_IMPORTED_MODULE_5__/* .sameOwner */ .s)(open.claim.owner, world.run.owner));
    try {
        for (const key of left) {
            await one(key, session).then(() => world.log.info(`${key.name}: released; the next run goes on.`), (thrown) => world.log.warning(`${key.name}: ${(0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).line}`));
        }
    }
    finally {
        await session.parts.end();
    }
    return 0;
}
/** Undefined where the main step was not allowed to act, and so has left nothing; it has said why. */
async function sessionOf(inputs, catalog, world) {
    if (!(0,_mayAct__WEBPACK_IMPORTED_MODULE_3__/* .isTrusted */ .W)(world.run))
        return undefined;
    return (0,_session__WEBPACK_IMPORTED_MODULE_4__/* .openSession */ .f)(inputs.config, catalog, world, true).catch((thrown) => {
        if (thrown instanceof _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ && thrown.code === 'RK1005')
            return undefined;
        throw thrown;
    });
}
async function one(key, session) {
    const { journal, world, config } = session;
    const rotation = key.open?.rotation ?? '';
    const entry = config.keys[key.name];
    const ledger = new _lifecycle_ledger__WEBPACK_IMPORTED_MODULE_2__/* .Ledger */ .Oc((0,_session__WEBPACK_IMPORTED_MODULE_4__/* .ledgerPorts */ .s)(session, key.name), rotation, world.random.id(12), key, await journal.facts(key.identity, rotation));
    // Steps of one job follow each other, so the main step is over: nobody needs to be asked.
    const takenFrom = await (0,_lifecycle_claim__WEBPACK_IMPORTED_MODULE_1__/* .mayClaim */ .cc)(key, 'scheduled', { ...world.host, over: () => Promise.resolve('over') }, journal.now());
    const order = { command: 'settle', actor: world.run.actor, event: world.run.event };
    const { digest, commit } = config.source;
    if (entry)
        (0,_lifecycle_claim__WEBPACK_IMPORTED_MODULE_1__/* .noteClaim */ .pz)(ledger, key, {
            kind: key.open?.kind ?? 'rotate',
            rank: 'scheduled',
            order,
            entry,
            config: { digest, ...(commit === undefined ? {} : { commit }) },
            deadline: 0,
        }, world.run, journal.now(), takenFrom);
    await ledger.flush();
    await enableAgain(ledger, session);
    ledger.note({ type: 'release' });
    await ledger.flush();
}
/** A key that was switched off to be watched, with nobody left who watches. */
async function enableAgain(ledger, session) {
    const { state } = ledger;
    const row = `${state.pass}/disable`;
    const { intent, result } = state.rows[row] ?? {};
    const id = intent?.data['id'];
    if (result !== undefined || typeof id !== 'string')
        return;
    const vendor = await session.parts.vendor(state.snapshot.vendor);
    await vendor.enable?.(id);
    ledger.note({
        type: 'failed',
        row,
        code: 'RK8005',
        message: `The run ended while ${id} was disabled and watched; it was enabled again.`,
    });
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

/***/ 1167:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pU: () => (/* binding */ foldKey),
/* harmony export */   uM: () => (/* binding */ newKey),
/* harmony export */   xH: () => (/* binding */ MOST_TAKEOVERS)
/* harmony export */ });
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8026);

const BACK_OFF = [_time__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 6 * _time__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, _time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_];
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
    return { status, resumeAt: until, latest, reason, ...(person === undefined ? {} : { person }), ...rest };
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
        ...(expires === undefined ? {} : { expires }),
        ...(lastPromote === undefined ? {} : { promoted: lastPromote }),
        ...(removed === undefined ? {} : { removed }),
    };
    const now = {
        ...rest,
        ...(next?.expires === undefined ? {} : { expires: next.expires }),
        ...(next?.removed === undefined ? {} : { removed: next.removed }),
        ...(promoted === undefined ? {} : { lastPromote: promoted }),
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
    const wait = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? _time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
    const blocked = failures >= MOST_FAILURES
        ? { blocked: { code: 'RK8003', why: `${String(failures)} rotations in a row were undone`, since: at } }
        : {};
    return { ...rest, failures, notBefore: (0,_time__WEBPACK_IMPORTED_MODULE_0__/* .instant */ .uR)((0,_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(at) + wait), last, ...blocked };
}


/***/ }),

/***/ 9107:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isIdLike)
/* harmony export */ });
/* unused harmony export idRule */
const LONGEST = 256;
/**
 * The one rule for what an id of a key may look like, wherever it comes from: 1 to 256 printable ASCII characters without white
 * space, that are no step up a path and no workflow command. An id is public: it stands in logs, facts, tickets and addresses.
 * Looking like one is not enough: see `lifecycle/ids.ts` for who must know it.
 */
const isIdLike = (text) => /^[!-~]+$/.test(text) && text.length <= LONGEST && !/^\.{1,2}$|\.\.\/|^::|##\[/.test(text);
const idRule = (/* unused pure expression or super */ null && (`must be an id: printable characters without spaces, at most ${String(LONGEST)}`));


/***/ }),

/***/ 1301:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ noteTooOften),
/* harmony export */   cc: () => (/* binding */ mayClaim),
/* harmony export */   pz: () => (/* binding */ noteClaim),
/* harmony export */   v9: () => (/* binding */ diedTooOften)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _domain_facts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5420);
/* harmony import */ var _domain_keyState__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1167);
/* harmony import */ var _domain_time__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8026);




const MARGIN = 5 * _domain_time__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY;
/** May this process take the key? Throws RK7006 while somebody else is at work. The nonce taken from, when it was not released. */
async function mayClaim(key, rank, host, now) {
    const claim = key.open?.claim;
    if (!claim)
        return undefined;
    const over = (0,_domain_time__WEBPACK_IMPORTED_MODULE_3__/* .millis */ .ne)(claim.end) < now || _domain_facts__WEBPACK_IMPORTED_MODULE_1__/* .RANKS */ .G2[rank] > _domain_facts__WEBPACK_IMPORTED_MODULE_1__/* .RANKS */ .G2[claim.rank] || (await host.over(claim.owner)) === 'over';
    if (over)
        return claim.by;
    const owner = claim.owner.kind === 'actions'
        ? `run ${claim.owner.run}, job ${claim.owner.job}`
        : `process ${String(claim.owner.pid)}`;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7006', `${key.name}: ${owner} is at work on it, until ${claim.end} at latest.`);
}
/** Writes the claim down, in the commit of the first intent. */
function noteClaim(ledger, key, request, run, now, takenFrom) {
    const begins = key.open?.rotation !== ledger.rotation;
    ledger.note({
        type: 'claim',
        owner: run.owner,
        rank: request.rank,
        end: (0,_domain_time__WEBPACK_IMPORTED_MODULE_3__/* .instant */ .uR)(now + request.deadline + MARGIN),
        kind: request.kind,
        order: request.order,
        release: run.version,
        run: run.url,
        ...(run.sandbox ? { sandbox: true } : {}),
        config: request.config,
        ...(takenFrom === undefined ? {} : { takenFrom }),
        ...(begins ? { snapshot: request.entry } : {}),
    });
}
/** Claims that were taken over without getting on. */
const diedTooOften = (ledger) => (ledger.key.open?.takeovers ?? 0) >= _domain_keyState__WEBPACK_IMPORTED_MODULE_2__/* .MOST_TAKEOVERS */ .xH;
function noteTooOften(ledger) {
    ledger.note({
        type: 'blocked',
        code: 'RK8003',
        why: `${String(_domain_keyState__WEBPACK_IMPORTED_MODULE_2__/* .MOST_TAKEOVERS */ .xH)} runs in a row died on this rotation without getting on`,
    });
}


/***/ }),

/***/ 9613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Oc: () => (/* binding */ Ledger),
  Q9: () => (/* binding */ TIMEOUT),
  jf: () => (/* binding */ WINDOW),
  fj: () => (/* binding */ noteFailure),
  zT: () => (/* binding */ superseded)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/facts.js
var facts = __webpack_require__(5420);
// EXTERNAL MODULE: ./.build/src/domain/keyState.js
var keyState = __webpack_require__(1167);
// EXTERNAL MODULE: ./.build/src/domain/rotation.js
var domain_rotation = __webpack_require__(1081);
// EXTERNAL MODULE: ./.build/src/domain/time.js
var time = __webpack_require__(8026);
// EXTERNAL MODULE: ./.build/src/domain/publicId.js
var publicId = __webpack_require__(9107);
;// CONCATENATED MODULE: ./.build/src/lifecycle/publicFact.js


/** Sentences and links for people: nothing is decided by them, so a value in one of them is masked. */
const PROSE = new Set([
    'message', 'why', 'reason', 'then', 'person', 'sentence', 'baseline', 'actor', 'run', 'url', 'ticketUrl',
]); // prettier-ignore
/** Names of the reviewed config, and what is made of them: they are public already, and later runs compare them. */
const FROM_CONFIG = new Set(['snapshot', 'config', 'owner', 'row', 'label']);
/** Ids of keys. A later run sends them to the vendor, in an address. */
const IDS = new Set(['id', 'oldId', 'currentBefore', 'credential', 'annotates']);
/**
 * The one check of what becomes public: a fact without values. A value in a sentence is masked; anywhere else the fact is refused,
 * for a later run would act on it. RK8007.
 */
function publicFact(fact, values) {
    return clean(fact, '', values);
}
function clean(value, name, values) {
    if (typeof value === 'string')
        return publicFact_text(value, name, values);
    if (typeof value !== 'object' || value === null || FROM_CONFIG.has(name))
        return value;
    if (Array.isArray(value))
        return value.map((item) => clean(item, name, values));
    return Object.fromEntries(Object.entries(value).map(([inner, one]) => [inner, clean(one, inner, values)]));
}
function publicFact_text(found, name, values) {
    if (FROM_CONFIG.has(name))
        return found;
    const masked = values.redact(found);
    if (PROSE.has(name))
        return masked;
    const isWrong = masked !== found || (IDS.has(name) && found !== '' && !(0,publicId/* isIdLike */.V)(found));
    if (!isWrong)
        return found;
    throw new errors/* RekeyError */.Z$('RK8007', `What the journal would call ${name} is, or holds, a secret value. It was not written.`);
}

// EXTERNAL MODULE: ./.build/src/lifecycle/stopwatch.js
var stopwatch = __webpack_require__(5462);
;// CONCATENATED MODULE: ./.build/src/lifecycle/ledger.js







/** An effect is sent within this time of the append that allows it ... */
const WINDOW = 30 * time/* SECOND */.Z2;
/** ... and times out after this. Both together: after that nothing of an older process can still arrive. */
const TIMEOUT = 30 * time/* SECOND */.Z2;
const TRIES = 4;
/** Told once they are written: where somebody else came in between, they are not the case. */
const ENDS = new Set(['blocked', 'closed']);
/**
 * The facts of one rotation of one key: what was read, what is waiting to be written, what was written.
 * Results wait for the next intent and share its commit; nothing outside happens on a fact that is not written.
 */
class Ledger {
    #pending = [];
    #written;
    #facts;
    /** What the written facts fold to; undefined before a claim. */
    #begun;
    /** What the facts fold to; both undefined after each new fact. */
    #key;
    #state;
    #counter = 0;
    #sinceAppend = () => Number.POSITIVE_INFINITY;
    #lost = false;
    #ports;
    rotation;
    nonce;
    constructor(ports, rotation, nonce, key, facts) {
        this.#ports = ports;
        this.rotation = rotation;
        this.nonce = nonce;
        this.#written = key;
        this.#facts = [...facts];
        this.#begun = (0,domain_rotation/* foldRotation */.i)(facts);
    }
    /** Nothing of this rotation was ever written, by anybody. */
    get untouched() {
        return this.#facts.length === 0;
    }
    /** Adds a fact; it is durable after the next `flush`. RK8007: it would hold a secret value. */
    note(noted) {
        const fact = publicFact(noted, this.#ports.values);
        this.#counter += 1;
        const before = this.#pending.at(-1)?.at ?? this.#facts.at(-1)?.at;
        const now = this.#ports.journal.now();
        const at = (0,time/* instant */.uR)(before === undefined ? now : Math.max(now, (0,time/* millis */.ne)(before)));
        const id = `${this.nonce}.${String(this.#counter)}`;
        const whole = { v: facts/* FACT_VERSION */.yQ, id, at, rotation: this.rotation, by: this.nonce, ...fact };
        if (!ENDS.has(whole.type))
            this.#ports.told(whole, this.#pending.at(-1) ?? this.#facts.at(-1));
        this.#pending.push(whole);
        this.#key = undefined;
        this.#state = undefined;
    }
    /** Makes all facts durable, in one commit. RK7005 when another process took over: then this one makes no further call. */
    async flush(files = []) {
        if (this.#lost)
            throw superseded();
        if (this.#pending.length === 0 && files.length === 0)
            return undefined;
        const facts = this.#pending;
        const state = (0,keyState/* foldKey */.pU)(this.#written, facts);
        const expected = this.#written.count === 0 ? undefined : this.#written.head;
        const sinceBegun = (0,stopwatch/* stopwatch */.s)(this.#ports.clock);
        const commit = await this.#append(state, expected, facts, files);
        this.#sinceAppend = sinceBegun;
        this.#written = state;
        this.#facts.push(...facts);
        for (const fact of facts)
            if (ENDS.has(fact.type))
                this.#ports.told(fact, undefined);
        this.#begun = (0,domain_rotation/* foldRotation */.i)(facts, this.#begun);
        this.#pending = [];
        return commit;
    }
    async #append(state, expected, facts, files) {
        for (let attempt = 1;; attempt += 1) {
            try {
                const { result, commit } = await this.#ports.journal.append([{ key: state.identity, expected, facts, state }], files);
                if (result.get(state.identity) === 'written')
                    return commit;
            }
            catch (error) {
                const again = error instanceof errors/* RekeyError */.Z$ &&
                    ['transient', 'throttled', 'unknown'].includes(error.kind) &&
                    attempt < TRIES;
                if (!again)
                    throw error;
                this.#ports.log.warning(`${error.line} (try ${String(attempt)} of ${String(TRIES)})`);
                await this.#ports.clock.sleep(error.retryAfter ?? attempt * 2 * time/* SECOND */.Z2);
                continue;
            }
            this.#lost = true;
            throw superseded();
        }
    }
    /** True while an effect may still be sent on the last append. */
    get inWindow() {
        return !this.#lost && this.#sinceAppend() < WINDOW;
    }
    /** Since when something that was done outside is not written down; a claim alone never is. */
    get unwrittenSince() {
        return this.#pending.find((fact) => fact.type === 'result' && (fact.how === 'did' || fact.how === 'found'))?.at;
    }
    get lost() {
        return this.#lost;
    }
    /** With what is pending: what this process knows. */
    get key() {
        return (this.#key ??= (0,keyState/* foldKey */.pU)(this.#written, this.#pending));
    }
    get facts() {
        return [...this.#facts, ...this.#pending];
    }
    /** Without the intents that were never written down: what they allow was not sent. */
    get happened() {
        return [...this.#facts, ...this.#pending.filter(({ type }) => type !== 'intent')];
    }
    get state() {
        this.#state ??= (0,domain_rotation/* foldRotation */.i)(this.#pending, this.#begun);
        if (this.#state)
            return this.#state;
        throw new errors/* RekeyError */.Z$('RK7002', `The facts of rotation ${this.rotation} do not begin with a claim.`);
    }
}
/** @param nothingDone the effect of the row's last intent surely did not happen */
function noteFailure(ledger, row, error, nothingDone) {
    const { code, message } = error;
    ledger.note({ type: 'failed', row, code, message, ...(nothingDone ? { nothingDone } : {}) });
}
/** Somebody else wrote about the key, so what this process knows of it is old. */
function superseded() {
    return new errors/* RekeyError */.Z$('RK7005', 'Another run took this key over, or a person held or released it. This run makes no further call.');
}


/***/ }),

/***/ 5462:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ stopwatch)
/* harmony export */ });
/** The time since this moment, by two clocks: one stands still while a machine is suspended, the other may be set back. */
function stopwatch(clock) {
    const [monotonic, wall] = [clock.monotonic(), clock.now()];
    return () => Math.max(clock.monotonic() - monotonic, clock.now() - wall);
}


/***/ }),

/***/ 2761:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ failureTable),
/* harmony export */   Mt: () => (/* binding */ effectTable),
/* harmony export */   _k: () => (/* binding */ rowName),
/* harmony export */   k0: () => (/* binding */ gateTable),
/* harmony export */   nL: () => (/* binding */ numbers)
/* harmony export */ });
/* harmony import */ var _domain_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8860);
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5584);
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1805);



const VERDICTS = {
    passed: '✅ passed',
    failed: '❌ failed',
    'not observed': '🟡 not observed',
};
/** Each gate with its verdict and its numbers. */
function gateTable(gates) {
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Gate', 'Verdict', 'When (UTC)', 'What was seen'], gates.map((gate) => [rowName(gate), VERDICTS[gate.verdict], (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc)(gate.at), numbers(gate.numbers)]));
}
const HOWS = {
    did: 'did',
    found: 'found done: it happened in between',
    'not known': 'asked for; whether it happened is not known',
};
/** Each effect with both times: when it was sent at the earliest, and when somebody was told, or found it. */
function effectTable(effects) {
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Effect', 'How', 'Sent (UTC)', 'Told or found', 'Details'], effects.map((effect) => [
        rowName(effect),
        HOWS[effect.how],
        `${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc)(effect.sent)}${effect.intents.length > 1 ? `, asked ${String(effect.intents.length)} times` : ''}`,
        toldAt(effect),
        numbers(effect.data),
    ]));
}
function toldAt({ how, sent, at }) {
    if (how === 'not known')
        return '–';
    return sent === at ? (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc)(at) : `${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc)(at)}, ${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .between */ .Tq)(sent, at)} later`;
}
function failureTable(failures) {
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Failure', 'Code', 'When (UTC)', 'Message'], failures.map((failure) => [
        rowName(failure),
        (0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(failure.code),
        (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .second */ .Rc)(failure.at),
        (0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(failure.message, 300),
    ]));
}
function rowName({ pass, step, unit }) {
    const name = pass === 'forward' ? step : `${pass} ${step}`;
    return unit === undefined ? name : `${name} ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(unit)}`;
}
/** Public data of a row as one code span: a sentence where there is one, else names and values. */
function numbers(data) {
    const { sentence, ...rest } = data;
    const pairs = Object.entries(rest)
        .sort(([one], [other]) => (0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)(one, other))
        .map(([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    const words = typeof sentence === 'string' && sentence !== '' ? [sentence, ...pairs] : pairs;
    return (0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(words.join(', '), 240);
}


/***/ }),

/***/ 5584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/** A table; cells are Markdown without line breaks. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** Folded away until somebody wants it. The summary is text of ours. */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** Parts with an empty line between them; empty parts vanish. */
function blocks(parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
const byteLength = (text) => new TextEncoder().encode(text).length;
/**
 * As many parts as fit into `most` bytes, and then one sentence that says how many were left out.
 */
function fit(parts, most, rest) {
    const room = most - byteLength(rest(parts.length)) - 2;
    const kept = [];
    let used = 0;
    for (const part of parts) {
        used += byteLength(part) + 2;
        if (used > room)
            break;
        kept.push(part);
    }
    const left = parts.length - kept.length;
    return blocks(left === 0 ? kept : [...kept, rest(left)]);
}
/** `1 key`, `2 keys` */
const plural = (count, word) => `${String(count)} ${word}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ 1805:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ second),
/* harmony export */   Tq: () => (/* binding */ between),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/* harmony import */ var _domain_time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8026);

/** `2026-11-20 02:14 UTC` */
function moment(at) {
    return `${minute(at)} UTC`;
}
/** `2026-11-20 02:14` */
function minute(at) {
    return second(at).slice(0, 16);
}
/** `2026-11-20 02:14:09`; what is no time is said to be none, since a journal may be forged. */
function second(at) {
    const time = (0,_domain_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(at);
    if (Number.isNaN(time))
        return 'no time';
    return (AS_WE_WRITE.test(at) ? at : (0,_domain_time__WEBPACK_IMPORTED_MODULE_0__/* .instant */ .uR)(time)).slice(0, 19).replace('T', ' ');
}
const AS_WE_WRITE = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}Z$/;
const day = (at) => second(at).slice(0, 10);
/** `26h`, from one to the other. */
function between(from, to) {
    const length = (0,_domain_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(to) - (0,_domain_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(from);
    if (Number.isNaN(length))
        return '–';
    return length <= 0 ? '0s' : (0,_domain_time__WEBPACK_IMPORTED_MODULE_0__/* .spoken */ .vg)(length);
}


/***/ })

};
;
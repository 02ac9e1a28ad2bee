"use strict";
exports.id = "shared-lifecycle";
exports.ids = ["shared-lifecycle"];
exports.modules = {

/***/ "src/commands/enginePorts":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ PATIENCE),
/* harmony export */   r: () => (/* binding */ enginePorts)
/* harmony export */ });
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _pages__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/commands/pages");
/* harmony import */ var _redacted__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/commands/redacted");
/* harmony import */ var _session__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/commands/session");




/** A wait that is shorter holds the runner; a longer one ends it, and a later run continues. */
const PATIENCE = 5 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY;
/** What the lifecycle of one key may use of this process. */
function enginePorts(session, key, unstarted = []) {
    const { world, config } = session;
    const { random, run, host, deadline, signal } = world;
    const shown = (0,_redacted__WEBPACK_IMPORTED_MODULE_2__/* .redactedPages */ .r)((0,_pages__WEBPACK_IMPORTED_MODULE_1__/* .pages */ .Bd)(config, run), world.values);
    const ports = { random, run, host, deadline, signal, patience: PATIENCE, pages: shown, unstarted };
    return { ...ports, ...(0,_session__WEBPACK_IMPORTED_MODULE_3__/* .ledgerPorts */ .s)(session, key) };
}


/***/ }),

/***/ "src/commands/mayAct":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isTrusted),
/* harmony export */   q: () => (/* binding */ mayAct)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");

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

/***/ "src/domain/credential":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ samePartsTrimmed),
/* harmony export */   c: () => (/* binding */ bindParts)
/* harmony export */ });
function samePartsTrimmed(one, other) {
    const names = Object.keys(one);
    return (names.length === Object.keys(other).length &&
        names.every((name) => other[name] !== undefined && one[name]?.equalsTrimmed(other[name]) === true));
}
/** The same parts, each allowed to travel to these origins only. */
function bindParts(parts, origins) {
    return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value.boundTo(origins)]));
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

/***/ "src/lifecycle/claiming":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $k: () => (/* binding */ noteTooOften),
/* harmony export */   cc: () => (/* binding */ mayClaim),
/* harmony export */   pz: () => (/* binding */ noteClaim),
/* harmony export */   v9: () => (/* binding */ diedTooOften)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_journal_facts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/journal/facts");
/* harmony import */ var _domain_journal_keyState__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/journal/keyState");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/domain/tools/time");




const MARGIN = 5 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_3__/* .MINUTE */ .pY;
/** May this process take the key? Throws RK7006 while somebody else is at work. The nonce taken from, when it was not released. */
async function mayClaim(key, rank, host, now) {
    const claim = key.open?.claim;
    if (!claim)
        return undefined;
    const over = (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_3__/* .millis */ .ne)(claim.end) < now || _domain_journal_facts__WEBPACK_IMPORTED_MODULE_1__/* .RANKS */ .G2[rank] > _domain_journal_facts__WEBPACK_IMPORTED_MODULE_1__/* .RANKS */ .G2[claim.rank] || (await host.over(claim.owner)) === 'over';
    if (over)
        return claim.by;
    const owner = claim.owner.kind === 'actions'
        ? `run ${claim.owner.run}, job ${claim.owner.job}`
        : `process ${claim.owner.pid}`;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7006', `${key.name}: ${owner} is at work on it, until ${claim.end} at latest.`);
}
/** Writes the claim down, in the commit of the first intent. */
function noteClaim(ledger, key, request, run, now, takenFrom) {
    const begins = key.open?.rotation !== ledger.rotation;
    ledger.note({
        type: 'claim',
        owner: run.owner,
        rank: request.rank,
        end: (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_3__/* .instant */ .uR)(now + request.deadline + MARGIN),
        kind: request.kind,
        order: request.order,
        release: run.version,
        run: run.url,
        ...(run.sandbox && { sandbox: true }),
        config: request.config,
        ...(takenFrom !== undefined && { takenFrom }),
        ...(begins && { snapshot: request.entry }),
    });
}
/** Claims that were taken over without getting on. */
const diedTooOften = (ledger) => (ledger.key.open?.takeovers ?? 0) >= _domain_journal_keyState__WEBPACK_IMPORTED_MODULE_2__/* .MOST_TAKEOVERS */ .xH;
function noteTooOften(ledger) {
    ledger.note({
        type: 'blocked',
        code: 'RK8003',
        why: `${_domain_journal_keyState__WEBPACK_IMPORTED_MODULE_2__/* .MOST_TAKEOVERS */ .xH} runs in a row died on this rotation without getting on`,
    });
}


/***/ }),

/***/ "src/lifecycle/context":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Context)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_paused__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/paused");
/* harmony import */ var _domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/domain/journal/rotation");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _ledger__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/ledger");





/** The result of an effect waits at most so long for the next intent to share its commit. */
const UNWRITTEN = 15 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_2__/* .SECOND */ .Z2;
/** What a step may use: the facts, the subject, and one way to cause something outside. */
class Context {
    memory = {
        versions: new Map(),
        seen: new Set(),
        tellsKey: new Set(),
        waiting: new Map(),
        held: new Map(),
    };
    ledger;
    subject;
    ports;
    /** Rows with an intent of this process on which surely nothing was done. */
    #idle = new Set();
    constructor(ledger, subject, ports) {
        this.ledger = ledger;
        this.subject = subject;
        this.ports = ports;
    }
    get state() {
        return this.ledger.state;
    }
    row(id) {
        return this.state.rows[id];
    }
    /** Of today's reviewed entry, as is everything that a call goes to: the journal decides no place. */
    get ref() {
        return this.subject.entry.secret;
    }
    /** This process began the rotation, so its start was asked for, and judged, here and now. */
    get isBegunHere() {
        return this.state.claims[0]?.by === this.ledger.nonce;
    }
    /** As people know the key today. */
    get name() {
        return this.subject.entry.name;
    }
    /** The journal's clock: for everything that outlives this process. */
    now() {
        return this.ports.journal.now();
    }
    /** Since an instant of the journal's clock. */
    since(at) {
        return this.now() - (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_2__/* .millis */ .ne)(at);
    }
    /** Of the snapshot, and those that today's config adds: an edit may only make it safer. */
    get workloadNames() {
        return [...new Set([...this.state.snapshot.usedBy, ...this.subject.entry.usedBy])];
    }
    get workloads() {
        return this.workloadNames.map((name) => this.workload(name));
    }
    workload(name) {
        const open = this.subject.workloads.get(name ?? '');
        if (open)
            return open;
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2004', `${this.name}: the workload ${name ?? ''} is no longer in the config, but this rotation must roll it.`);
    }
    /** The longest of the snapshot's grace period, today's, and what any workload may hold. */
    get grace() {
        const { snapshot } = this.state;
        return Math.max(snapshot.grace, this.subject.entry.grace, this.longestHold);
    }
    /** How long a key that is still in use is waited for, by whichever is longer. */
    get drainLimit() {
        return Math.max(this.state.snapshot.drainLimit, this.subject.entry.drainLimit);
    }
    get longestHold() {
        return Math.max(0, ...this.workloads.map(({ holdsKeyFor }) => holdsKeyFor));
    }
    /** The id of a row of this pass. */
    rowId(step, unit) {
        const { pass } = this.state;
        return unit === undefined ? `${pass}/${step}` : `${pass}/${step}:${unit}`;
    }
    /** What a step of this pass is handed. */
    own(step, unit) {
        const workload = () => this.workload(unit);
        return {
            row: this.rowId(step, unit),
            get workload() {
                return workload();
            },
        };
    }
    /** What the claim read before anything was changed. */
    get claimed() {
        return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .B)(this.state, 'forward', 'claim');
    }
    /** The key that was made. */
    get created() {
        return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .B)(this.state, 'forward', 'create');
    }
    /** The switch to it. */
    get promoted() {
        return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .B)(this.state, 'forward', 'promote');
    }
    /** The only way to cause an effect: its intent first, then the call. */
    async effect(row, data, call) {
        await this.intend(row, data);
        return this.send(row, data, call);
    }
    /** An intent, and all that was pending, in the journal. A first claim shares the commit of the first intent. */
    async intend(row, data) {
        this.throwIfStopped();
        this.ledger.note({ type: 'intent', row, data });
        this.#idle.add(row);
        await this.ledger.flush();
    }
    /** The call that the row's intent of this process is for. */
    async send(row, data, call) {
        return this.within(row, data, async (permit) => {
            this.#idle.delete(row);
            try {
                return await call(permit);
            }
            catch (thrown) {
                if ((0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).traits.nothingDone)
                    this.#idle.add(row);
                throw thrown;
            }
        });
    }
    /** A call on the row's intent of this process, which is renewed when its window has passed. */
    async within(row, data, call) {
        this.throwIfStopped();
        return call(await this.permit(row, data));
    }
    /** For a call on the row's intent of this process, also in a run that is cancelled. */
    async permit(row, data) {
        if (!this.ledger.inWindow) {
            this.ledger.note({ type: 'intent', row, data });
            await this.ledger.flush();
        }
        if (!this.ledger.inWindow)
            throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7007', 'The journal took longer to answer than an effect may wait.');
        return () => this.ledger.inWindow;
    }
    /** Whether the row's last intent of this process surely had no effect. */
    isIdle(row) {
        return this.#idle.has(row);
    }
    /** The same, asked once an intent, when the row has failed. */
    nothingDone(row) {
        return this.#idle.delete(row);
    }
    /** Since when the row waits, by the journal's clock. */
    waitingSince(row) {
        const written = this.row(row)?.waitingSince;
        const since = written === undefined ? (this.memory.waiting.get(row) ?? this.now()) : (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_2__/* .millis */ .ne)(written);
        this.memory.waiting.set(row, since);
        return since;
    }
    /** Whether this process has waited in a row for longer than a wait may go unwritten; said once a row. */
    waitsLong(row) {
        const { held } = this.memory;
        const since = held.get(row) ?? this.now();
        held.set(row, since);
        if (this.now() - since <= this.ports.patience)
            return false;
        held.set(row, Number.POSITIVE_INFINITY);
        return true;
    }
    /** A short wait inside the process. What was done before it is written down first, unless it is over in a moment. */
    async sleep(duration) {
        this.throwIfStopped();
        const done = this.ledger.unwrittenSince;
        if (done !== undefined && this.since(done) + duration > UNWRITTEN)
            await this.ledger.flush();
        await this.ports.clock.sleep(Math.max(0, duration), this.ports.signal);
        this.throwIfStopped();
    }
    throwIfStopped() {
        if (this.ports.signal.aborted)
            throw new _domain_paused__WEBPACK_IMPORTED_MODULE_1__/* .Paused */ .h();
        if (this.ledger.lost)
            throw (0,_ledger__WEBPACK_IMPORTED_MODULE_3__/* .superseded */ .zT)();
    }
    /** Until the process must have ended. */
    get left() {
        return this.ports.deadline - this.ports.clock.monotonic();
    }
}


/***/ }),

/***/ "src/lifecycle/labels":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ab: () => (/* binding */ earlierLabels),
/* harmony export */   ct: () => (/* binding */ ownLabels),
/* harmony export */   ul: () => (/* binding */ isLabelled)
/* harmony export */ });
/* harmony import */ var _domain_key__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/key");

/** More attempts than one rotation makes. */
const MOST_ATTEMPTS = 9;
/**
 * The labels of all attempts of this rotation. Under the name that the key had when it began only while the store holds the slot
 * for it: the journal could name anything.
 */
async function ownLabels(ctx) {
    const { rotation, snapshot } = ctx.state;
    const attempts = ctx.row('forward/create')?.intents ?? 0;
    const labels = labelsOf(ctx, ctx.name, rotation, attempts);
    if (snapshot.name === ctx.name || attempts === 0)
        return labels;
    const slot = await ctx.subject.store.slot(ctx.ref);
    if (slot?.reservation.rotation !== rotation)
        return labels;
    return new Set([...labels, ...labelsOf(ctx, snapshot.name, rotation, attempts)]);
}
/**
 * Those of the rotation before, as far as the journal knows it: a create of it may have landed after its end. What a person gave
 * up is that person's, because it may be in use.
 */
function earlierLabels(ctx) {
    const { last } = ctx.ledger.key;
    if (!last || last.outcome === 'abandoned')
        return new Set();
    return labelsOf(ctx, ctx.name, last.rotation, MOST_ATTEMPTS);
}
const isLabelled = ({ label }, labels) => label !== undefined && labels.has(label);
function labelsOf({ subject }, name, rotation, attempts) {
    const label = (n) => (0,_domain_key__WEBPACK_IMPORTED_MODULE_0__/* .credentialLabel */ .ad)(name, subject.identity, rotation, n);
    return new Set(Array.from({ length: attempts }, (_, index) => label(index + 1)));
}


/***/ }),

/***/ "src/lifecycle/ledger":
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
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/journal/facts.js
var facts = __webpack_require__("src/domain/journal/facts");
// EXTERNAL MODULE: ./.build/src/domain/journal/keyState.js
var keyState = __webpack_require__("src/domain/journal/keyState");
// EXTERNAL MODULE: ./.build/src/domain/journal/rotation.js
var journal_rotation = __webpack_require__("src/domain/journal/rotation");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/domain/tools/publicId.js
var publicId = __webpack_require__("src/domain/tools/publicId");
;// CONCATENATED MODULE: ./.build/src/lifecycle/publicFact.js


/** Sentences and links for people: nothing is decided by them, so a value in one of them is masked. */
const PROSE = new Set([
    'message', 'why', 'next', 'reason', 'then', 'person', 'sentence', 'baseline', 'actor', 'run', 'url', 'ticketUrl',
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
    const isId = IDS.has(name);
    if (masked !== found)
        throw secretIn(name, isId);
    if (isId && found !== '' && !(0,publicId/* isIdLike */.V)(found))
        throw new errors/* RekeyError */.Z$('RK8007', `What the journal would call ${name} is no id of a key. It was not written.`);
    return found;
}
const secretIn = (name, isId) => new errors/* RekeyError */.Z$('RK8007', `What the journal would call ${name} is, or holds, a secret value. It was not written.`, isId ? { next: SAME_AS_VALUE } : {});
/** Only the value is known here, not where it was read: an id that is public was perhaps read as the value. */
const SAME_AS_VALUE = 'If the id is public, create.value in the description of the vendor points to the id: correct it. If not, the pointer to the id points to the value: correct that, and replace the value if it may have been seen elsewhere.';

// EXTERNAL MODULE: ./.build/src/lifecycle/stopwatch.js
var stopwatch = __webpack_require__("src/lifecycle/stopwatch");
;// CONCATENATED MODULE: ./.build/src/lifecycle/ledger.js







/** An effect is sent within this time of the append that allows it ... */
const WINDOW = 30 * time/* SECOND */.Z2;
/** ... and times out after this. Both together: after that nothing of an older process can still arrive. */
const TIMEOUT = 30 * time/* SECOND */.Z2;
const TRIES = 4;
/** Told once they are written: where somebody else intervened, they are not the case. */
const ENDS = new Set(['blocked', 'closed']);
/** So whether it was written down or not. */
const SEEN = new Set(['claim', 'result', 'failed', 'warning']);
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
        this.#begun = (0,journal_rotation/* foldRotation */.i)(facts);
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
        const id = `${this.nonce}.${this.#counter}`;
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
        this.#begun = (0,journal_rotation/* foldRotation */.i)(facts, this.#begun);
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
                if (!(error instanceof errors/* RekeyError */.Z$) || !error.traits.passes || attempt >= TRIES)
                    throw error;
                this.#ports.log.warning(`${error.line} (try ${attempt} of ${TRIES})`);
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
    /** Without what was only meant and never written down: an intent that allowed nothing, a turn that nobody will follow. */
    get happened() {
        return [...this.#facts, ...seen(this.#pending)];
    }
    get state() {
        this.#state ??= (0,journal_rotation/* foldRotation */.i)(this.#pending, this.#begun);
        if (this.#state)
            return this.#state;
        throw new errors/* RekeyError */.Z$('RK7002', `The facts of rotation ${this.rotation} do not begin with a claim.`);
    }
}
/** The failure of an intent that was never written down is left out with it, or it would take away the one before. */
function seen(pending) {
    const unwritten = new Set();
    return pending.filter((fact) => {
        if (fact.type === 'intent')
            unwritten.add(fact.row);
        if (fact.type === 'failed' && fact.nothingDone)
            return !unwritten.has(fact.row);
        return SEEN.has(fact.type);
    });
}
/** @param nothingDone the effect of the row's last intent surely did not happen */
function noteFailure(ledger, row, error, nothingDone) {
    const { code, message } = error;
    ledger.note({ type: 'failed', row, code, message, ...(nothingDone && { nothingDone }) });
}
/** Somebody else wrote about the key, so what this process knows of it is old. */
function superseded() {
    return new errors/* RekeyError */.Z$('RK7005', 'Another run took this key over, or a person held or released it. This run makes no further call.');
}


/***/ }),

/***/ "src/lifecycle/revocation/accepted":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Xx: () => (/* binding */ oldAnswers),
/* harmony export */   Yx: () => (/* binding */ victimAnswers),
/* harmony export */   fE: () => (/* binding */ wasAccepted)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_journal_rotation__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/domain/journal/rotation");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _values__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/lifecycle/values");




/**
 * Whether the vendor has accepted the victim in this rotation. Only then its refusal is a death: a value that was cut, or that a vendor
 * does not know yet, is refused while its key lives.
 */
function wasAccepted({ state }) {
    if ((0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .B)(state, state.pass, 'condemn')?.accepted === true)
        return true;
    const verified = (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_3__/* .resultOf */ .B)(state, 'forward', 'verify');
    return state.pass === 'forward' ? verified?.old === 'accepted' : verified !== undefined;
}
/** Before the switch, for after it the old key must fall silent. What is left open here is asked again once it is drained. */
async function oldAnswers(ctx) {
    if (ctx.state.kind !== 'rotate')
        return {};
    const parts = await (0,_values__WEBPACK_IMPORTED_MODULE_2__/* .oldParts */ .QZ)(ctx);
    return parts && (await answers(ctx, parts)) === 'accepted' ? { old: 'accepted' } : {};
}
/**
 * Before the line, where nobody has seen it yet. A key that was never current is not asked: a use would make it look like one that
 * somebody holds. RK5006 when there is no clear answer.
 */
async function victimAnswers(ctx, everCurrent) {
    if (!everCurrent || wasAccepted(ctx))
        return {};
    const parts = await (0,_values__WEBPACK_IMPORTED_MODULE_2__/* .victimParts */ .tI)(ctx);
    if (!parts)
        return {};
    const answer = await answers(ctx, parts);
    if (answer === 'unknown')
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK5006', 'The vendor does not say whether it accepts the key that is to die.');
    return answer === 'accepted' ? { accepted: true } : {};
}
const TRIES = 3;
/** A fault of the moment is asked past. */
async function answers(ctx, parts) {
    for (let tries = 1;; tries += 1) {
        const { answer } = await ctx.subject.vendor.verify(parts);
        if (answer !== 'unknown' || tries === TRIES)
            return answer;
        await ctx.sleep(tries * _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2);
    }
}


/***/ }),

/***/ "src/lifecycle/revocation/drainTimes":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ silentAt),
/* harmony export */   Me: () => (/* binding */ skewOf),
/* harmony export */   lB: () => (/* binding */ quietSince),
/* harmony export */   x2: () => (/* binding */ removalAsked),
/* harmony export */   x_: () => (/* binding */ drainTimes)
/* harmony export */ });
/* harmony import */ var _domain_credential__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/domain/credential");
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/domain/journal/rotation");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _slot__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/lifecycle/slot");
/* harmony import */ var _values__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/values");






/** The shortest time that old must be silent, as a part of the grace period, where workloads may hold it as long as that. */
const LEAST_SILENCE = 0.1;
/** How far the clocks of the vendor and of the journal may be apart; no further than the grace period is long. */
const SKEW = _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY;
/**
 * Nobody who is listed uses the victim once the last workload was checked and the longest hold is over. From then on it must
 * be silent to the end of the grace period.
 */
async function drainTimes(ctx) {
    const { lastUsed, lastUsedLag } = ctx.subject.vendor.capabilities;
    const now = await (0,_values__WEBPACK_IMPORTED_MODULE_3__/* .current */ .ss)(ctx);
    const begun = await quietSince(ctx, now);
    const isPruned = await isGone(ctx, now);
    const until = begun + ctx.grace;
    if (!lastUsed)
        return { until, look: until, silence: 0, isPruned };
    const released = begun + ctx.longestHold;
    const silence = Math.max(until - released, ctx.grace * LEAST_SILENCE);
    // A vendor's clock that is ahead makes a use look later than it was, one that is behind makes it look older.
    const skew = skewOf(ctx);
    return { until, look: released + silence + lastUsedLag + 2 * skew, silence: silence + skew, isPruned };
}
const skewOf = (ctx) => Math.min(SKEW, ctx.grace);
/** When silence can be seen that began with this use. */
function silentAt(ctx, lastUsed, { silence }) {
    return (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(lastUsed) + silence + ctx.subject.vendor.capabilities.lastUsedLag;
}
async function isGone(ctx, now) {
    const promoted = (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .B)(ctx.state, ctx.state.pass, 'promote')?.version;
    return promoted !== undefined && promoted !== now.version && !(await (0,_values__WEBPACK_IMPORTED_MODULE_3__/* .version */ .rE)(ctx, promoted));
}
/**
 * From when on the grace period counts: promoted, and the last workload rolled and checked. A check comes after its rollout, unless it
 * was forged; what is rolled only after the line was checked before without. @param now what the store serves
 */
async function quietSince(ctx, now) {
    const { state } = ctx;
    const promoted = await promotedAt(ctx, now);
    const endsAt = (row) => (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(state.rows[row]?.result?.at ?? (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR)(0));
    const line = endsAt(`${state.pass}/condemn`);
    const ends = ctx.workloadNames.flatMap((name) => {
        const rolled = endsAt(`${state.pass}/deploy:${name}`);
        return [endsAt(`${state.pass}/check:${name}`), ...(line > 0 && rolled > line ? [] : [rolled])];
    });
    return Math.max(promoted, ...ends);
}
/**
 * When the survivor became current: the later of what the journal says and what the store itself says, so that a forged fact
 * cannot end a grace period early. A version that is no longer kept counts as written with the one that is served now. RK7008
 * when what is served is not what the journal says was made current.
 */
async function promotedAt(ctx, now) {
    const { state } = ctx;
    if (state.kind === 'remove')
        return askedAt(ctx, now);
    const pass = state.pass === 'back' ? 'back' : 'forward';
    const row = state.rows[`${pass}/promote`];
    const promoted = (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_4__/* .resultOf */ .B)(state, pass, 'promote');
    if (!row?.result || !promoted)
        return (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(state.started);
    const named = now.version === promoted.version ? now : await (0,_values__WEBPACK_IMPORTED_MODULE_3__/* .version */ .rE)(ctx, promoted.version);
    const same = now.parts && named?.parts ? (0,_domain_credential__WEBPACK_IMPORTED_MODULE_5__/* .samePartsTrimmed */ .X)(now.parts, named.parts) : now.parts === named?.parts;
    if (named && !same)
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7008', `${ctx.name}: the store serves another value than the one that this rotation made current. Nothing was revoked.`);
    const again = now.version === promoted.version ? 0 : await servedAgainAt(ctx, now, promoted.version);
    return Math.max((0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(row.result.at), servedToAll(ctx, (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)((named ?? now).created)), again);
}
/** Until then some application may have been served the old value. */
const servedToAll = (ctx, written) => written + ctx.subject.store.capabilities.serveLag;
/** A key that is removed is served to its end, so its grace period counts from the order. */
async function askedAt(ctx, now) {
    await mustBeTheOneAskedFor(ctx, now);
    return Math.max((0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(ctx.state.started), await removalAsked(ctx));
}
/** By the store's clock. RK7008: only the journal says that the key is to go. */
async function removalAsked(ctx) {
    const slot = await (0,_slot__WEBPACK_IMPORTED_MODULE_2__/* .heldSlot */ .a9)(ctx);
    if (slot)
        return (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(slot.since ?? ctx.state.started);
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7008', `${ctx.name}: only the journal says that its removal was asked for; the store does not hold the slot for it. Nothing was revoked.`, { next: 'Was it asked for? Then run remove again, after abandon where its rotation is still open.' });
}
/**
 * A removal ends the key that was served when it was asked for. Where another one is served by now, it would leave that one behind
 * and say removed.
 */
async function mustBeTheOneAskedFor(ctx, now) {
    const { base, oldId } = ctx.claimed ?? {};
    if (base === undefined || now.version === base || !now.parts)
        return;
    const asked = (await (0,_values__WEBPACK_IMPORTED_MODULE_3__/* .version */ .rE)(ctx, base))?.parts;
    const isSame = asked ? (0,_domain_credential__WEBPACK_IMPORTED_MODULE_5__/* .samePartsTrimmed */ .X)(asked, now.parts) : now.id === undefined || now.id === oldId;
    if (isSame)
        return;
    // A replica that is behind serves what was there before.
    if ((await ctx.subject.store.since(ctx.ref, now.version)).includes(base))
        return;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7008', `${ctx.name}: the store serves another key than the one whose removal was asked for, so neither is revoked. Run remove again to end the one that is served now; the other one has to be deleted at the vendor.`);
}
/**
 * Somebody may have written another value since, and this one back: then it counts from there, and so it does after a version that
 * is gone. 0: it was served without a break.
 */
async function servedAgainAt(ctx, now, promoted) {
    let again = 0;
    let isBroken = false;
    for (const one of await (0,_values__WEBPACK_IMPORTED_MODULE_3__/* .versionsSince */ .AW)(ctx, promoted)) {
        const isSame = one?.parts !== undefined && now.parts && (0,_domain_credential__WEBPACK_IMPORTED_MODULE_5__/* .samePartsTrimmed */ .X)(one.parts, now.parts);
        if (isBroken && isSame)
            again = servedToAll(ctx, (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(one.created));
        isBroken = !isSame;
    }
    return again;
}


/***/ }),

/***/ "src/lifecycle/revocation/enable":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ leftOff),
/* harmony export */   B_: () => (/* binding */ leaveEnabledAfter),
/* harmony export */   L9: () => (/* binding */ leaveEnabled),
/* harmony export */   P3: () => (/* binding */ undoDisable),
/* harmony export */   SP: () => (/* binding */ enableAgain),
/* harmony export */   Ze: () => (/* binding */ enablesHaveLanded),
/* harmony export */   Zj: () => (/* binding */ undoUndrained),
/* harmony export */   gK: () => (/* binding */ isOff),
/* harmony export */   nv: () => (/* binding */ undoOrRemember),
/* harmony export */   sS: () => (/* binding */ enable)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _gone__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/lifecycle/revocation/gone");
/* harmony import */ var _ledger__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/ledger");
/* harmony import */ var _ownership__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/lifecycle/revocation/ownership");
/* harmony import */ var _stopwatch__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/lifecycle/stopwatch");
/* harmony import */ var _mustBeRevocable__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/lifecycle/revocation/mustBeRevocable");
/* harmony import */ var _roles__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/lifecycle/revocation/roles");








/** Between two tries to enable. */
const LONGEST_PAUSE = 5 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2;
/** So many faults before it is asked whether the victim is still there. */
const TRIES = 3;
/** A doubt that comes after the watch: the victim is enabled again, and the step has to be done again. */
async function undoDisable(ctx, victim, doubt) {
    const row = ctx.rowId('disable');
    if (ctx.row(row)?.result)
        await undoOrRemember(ctx, victim, doubt, () => enableAgain(ctx, victim));
}
/** Another process has disabled it on the strength of its own look, and this one sees that it is not drained. */
async function undoUndrained(ctx, victim, unseen) {
    const doubt = new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK8004', 'reason' in unseen ? unseen.reason : 'it is not drained');
    const { pass, rows } = ctx.state;
    const mayBeRevoked = rows[`${pass}/revoke`]?.intent !== undefined;
    await undoOrRemember(ctx, victim, doubt, () => enableAgain(ctx, victim)).catch((thrown) => {
        // A revoke of that process has landed, though the list may not show it yet: there is nothing to enable, and the next look tells.
        if (!mayBeRevoked || (0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).kind !== 'gone')
            throw thrown;
        delete ctx.memory.leftOff;
    });
    (0,_ledger__WEBPACK_IMPORTED_MODULE_3__/* .noteFailure */ .fj)(ctx.ledger, `${pass}/disable`, doubt, true);
}
/** What cannot be enabled again is told to a person, and tried first by the next run. */
async function undoOrRemember(ctx, id, doubt, enables) {
    try {
        await enables();
    }
    catch (thrown) {
        const failed = `${id} may be disabled and could not be enabled again: ${(0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).message}`;
        if (!ctx.ledger.lost)
            ctx.memory.leftOff =
                'after' in doubt
                    ? { id, code: doubt.after, reason: doubt.reason }
                    : { id, code: doubt.code, reason: `${doubt.message}; ${failed}` };
        throw thrown;
    }
}
/** A run before this one could not enable the victim, and nobody has tried since. No other wait of these rows has both a code and a person. */
function leftOff({ state }) {
    const enabled = state.rows[`${state.pass}/disable`]?.intent;
    return ['disable', 'revoke']
        .map((step) => state.rows[`${state.pass}/${step}`]?.wait)
        .find((wait) => wait?.after !== undefined && wait.person !== undefined && !(enabled && enabled.at > wait.at));
}
/** Before a rotation is left by itself, or blocked from outside: what may be off is switched on again. */
async function leaveEnabled(ctx) {
    if (isOff(ctx.state))
        await enableAgain(ctx, (0,_roles__WEBPACK_IMPORTED_MODULE_6__/* .victimOf */ .OO)(ctx.state));
}
/** The victim may be disabled, and no revoke was sent. */
const isOff = (state) => mayBeOff(state) && state.rows[`${state.pass}/revoke`]?.intent === undefined;
/** The same, because of a fault that blocks it, of whatever is not gone. What cannot be enabled is told, and tried again. */
async function leaveEnabledAfter(ctx, doubt) {
    if (!mayBeOff(ctx.state))
        return;
    const victim = (0,_roles__WEBPACK_IMPORTED_MODULE_6__/* .victimOf */ .OO)(ctx.state);
    await undoOrRemember(ctx, victim, doubt, () => enableAgain(ctx, victim)).catch((thrown) => {
        ctx.ports.log.warning(`  enable ${victim}: ${(0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).line}`);
    });
}
function mayBeOff({ pass, rows }) {
    const row = rows[`${pass}/disable`];
    return (row?.intent ?? row?.result) !== undefined && rows[`${pass}/revoke`]?.result === undefined;
}
/** Under an intent of its own, which also shows that the key is still ours to touch. */
async function enableAgain(ctx, victim, after) {
    await ctx.intend(ctx.rowId('disable'), { id: victim, enables: true });
    await enable(ctx, victim, after);
}
/**
 * Undo. It asks nobody: an enabled old key harms nobody. Where a disable is on its way whose end nobody saw, once more when it
 * can no longer arrive.
 */
async function enable(ctx, victim, after) {
    await keepEnabling(ctx, victim);
    const { intent, unsettled = 0 } = ctx.row(ctx.rowId('disable')) ?? {};
    if (!intent || (unsettled < 2 && after?.kind !== 'unknown'))
        return;
    await ctx.ports.clock.sleep((0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(intent.at) + _ledger__WEBPACK_IMPORTED_MODULE_3__/* .WINDOW */ .jf + _ledger__WEBPACK_IMPORTED_MODULE_3__/* .TIMEOUT */ .Q9 - ctx.now(), ctx.ports.signal);
    await keepEnabling(ctx, victim);
}
/** While there is time it does not give up, because consumers may be failing. */
async function keepEnabling(ctx, victim) {
    let tries = 0;
    for (let pause = _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2;; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
        const sinceEnable = (0,_stopwatch__WEBPACK_IMPORTED_MODULE_7__/* .stopwatch */ .s)(ctx.ports.clock);
        try {
            await enableOnce(ctx, victim);
            return;
        }
        catch (thrown) {
            const error = (0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown);
            if (error.kind === 'unknown')
                ctx.memory.sinceEnable = sinceEnable;
            // The revoke of an earlier process has landed; a list that is late may still show the key.
            if (error.kind === 'gone' && ctx.row(ctx.rowId('revoke'))?.intent)
                return;
            const { passes } = error.traits;
            tries += 1;
            // What is gone cannot be enabled, and some vendors answer with a fault then; a look takes time that consumers may not have.
            if ((!passes || tries === TRIES) && (await (0,_gone__WEBPACK_IMPORTED_MODULE_2__/* .isGoneAfter */ .E)(ctx, victim, error)) === true)
                return;
            if (!passes || ctx.left < _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY)
                throw error;
            ctx.ports.log.warning(`  enable ${victim}: ${error.line}`);
            await ctx.ports.clock.sleep(error.retryAfter ?? pause);
        }
    }
}
/** What this process did not disable itself, the journal says is disabled: a person may have switched off a key of somebody else. */
async function enableOnce(ctx, victim) {
    if (ctx.memory.disabled !== victim && !(await (0,_ownership__WEBPACK_IMPORTED_MODULE_4__/* .isOurs */ .M)(ctx, (0,_mustBeRevocable__WEBPACK_IMPORTED_MODULE_5__/* .knownOf */ .bz)(ctx, victim))))
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK8004', `${ctx.name}: ${victim} is not enabled: only the journal says that this id is ours.`);
    await ctx.subject.vendor.enable?.(victim);
}
/** One whose answer was lost may still arrive, and would end the next watch unseen. */
async function enablesHaveLanded(ctx) {
    const since = ctx.memory.sinceEnable?.() ?? Infinity;
    await ctx.sleep(_ledger__WEBPACK_IMPORTED_MODULE_3__/* .WINDOW */ .jf + _ledger__WEBPACK_IMPORTED_MODULE_3__/* .TIMEOUT */ .Q9 - since);
}


/***/ }),

/***/ "src/lifecycle/revocation/gone":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ isGoneAfter),
/* harmony export */   S: () => (/* binding */ isGone)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _accepted__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/lifecycle/revocation/accepted");
/* harmony import */ var _values__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/values");




/**
 * Whether the credential that has to die is gone from the vendor. true: a complete list has it no more, or its value was accepted and is
 * refused. false: it is there. Undefined: nobody can see it.
 */
async function isGone(ctx, id) {
    const mayBeOff = (ctx.row(ctx.rowId('disable'))?.intents ?? 0) > 0;
    const parts = mayBeOff || !(0,_accepted__WEBPACK_IMPORTED_MODULE_2__/* .wasAccepted */ .fE)(ctx) ? undefined : await (0,_values__WEBPACK_IMPORTED_MODULE_3__/* .victimParts */ .tI)(ctx);
    const verdict = parts && (await ctx.subject.vendor.verify(parts));
    if (verdict && verdict.answer !== 'unknown')
        return verdict.answer === 'refused';
    const asked = ctx.now();
    const { credentials, complete } = await ctx.subject.vendor.list();
    if (credentials.some((one) => one.id === id))
        return false;
    return complete && asked >= listedFrom(ctx, id) ? true : undefined;
}
/** A list may be late: what was just made is not in it yet. */
function listedFrom(ctx, id) {
    const isNew = ctx.created?.id === id;
    const made = isNew ? ctx.row('forward/create')?.result?.at : undefined;
    return made === undefined ? 0 : (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(made) + ctx.subject.vendor.capabilities.listLag;
}
/** The same, after a call about it failed: vendors answer 404, 410, 409 or 500 for what is gone. Undefined also when the look fails. */
async function isGoneAfter(ctx, id, { traits }) {
    if (ctx.ledger.lost || traits.silent)
        return undefined;
    return isGone(ctx, id).catch((thrown) => {
        ctx.ports.log.warning(`  ${id}: ${(0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).line}`);
        return undefined;
    });
}


/***/ }),

/***/ "src/lifecycle/revocation/mustBeRevocable":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Nz: () => (/* binding */ FRESH),
  bz: () => (/* binding */ knownOf),
  Gy: () => (/* binding */ mustBeRevocable)
});

// EXTERNAL MODULE: ./.build/src/domain/credential.js
var credential = __webpack_require__("src/domain/credential");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/drainTimes.js
var drainTimes = __webpack_require__("src/lifecycle/revocation/drainTimes");
;// CONCATENATED MODULE: ./.build/src/lifecycle/revocation/mayRevoke.js
/**
 * May this credential be disabled, revoked or discarded? One pure function for revoke, sweep, discard and rollback.
 * The reasons against it; empty: yes. A credential that was never current needs no rollout and no drain.
 */
function mayRevoke(w) {
    const against = [
        [!w.claimFresh, 'this run may no longer own the key'],
        [w.ours === undefined, 'only the journal says that this id is ours'],
        [w.isSurvivor, 'it is the key that must live on'],
        [w.isCurrent, 'the store serves it, or may serve it'],
        [!w.everCurrent && w.wasServed, 'the store has served it, and the journal does not know of that'],
        [w.isCurrentElsewhere, 'another key uses it'],
        [w.isAdminKey, 'it is the admin key that Rekey works with'],
        [w.survivorAccepted === false, 'the vendor does not accept the key that must live on'],
        [w.everCurrent && w.unchecked.length > 0, `not rolled and checked: ${w.unchecked.join(', ')}`],
        [w.leftWithout.length > 0, `the config says that it is used by ${w.leftWithout.join(', ')}`],
        [w.everCurrent && !w.drained, 'it was not drained'],
        [w.everCurrent && w.graceLeft > 0, "by the store's own clock the grace period is not over"],
    ];
    return against.filter(([is]) => is).map(([, why]) => why);
}

// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/ownership.js
var ownership = __webpack_require__("src/lifecycle/revocation/ownership");
// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/roles.js
var roles = __webpack_require__("src/lifecycle/revocation/roles");
// EXTERNAL MODULE: ./.build/src/lifecycle/stopwatch.js
var stopwatch = __webpack_require__("src/lifecycle/stopwatch");
// EXTERNAL MODULE: ./.build/src/lifecycle/values.js
var lifecycle_values = __webpack_require__("src/lifecycle/values");
;// CONCATENATED MODULE: ./.build/src/lifecycle/revocation/mustBeRevocable.js









/** How far the clocks of vendor and store may be apart. */
const SKEW = time/* MINUTE */.pY;
/** What a kill rests on was read at most so long before it is sent: a person may have put the old key back since. */
const FRESH = 5 * time/* MINUTE */.pY;
/** And the store is read once more when its answer is older than this. */
const MOMENTS = 2 * time/* SECOND */.Z2;
const MOST_LOOKS = 3;
/**
 * Reads store and vendor again and asks `mayRevoke`. Throws RK8004 with all reasons (RK5011 where the vendor
 * refuses the key in use), RK5006 when the vendor does not say enough.
 * @returns a permit for the call that may rest on it: a process that was suspended meanwhile has to look again
 */
async function mustBeRevocable(ctx, victim) {
    for (let look = 1;; look += 1) {
        const { witnesses, served, sinceLook } = await gather(ctx, victim);
        const against = mayRevoke(witnesses);
        // The worse news is the code: then it is not only this key that is in question.
        const code = witnesses.survivorAccepted === false ? 'RK5011' : 'RK8004';
        if (against.length > 0)
            throw new errors/* RekeyError */.Z$(code, `${ctx.name}: ${victim.victim} is left alone: ${against.join('; ')}.`);
        // The vendor was asked after the store, and may have taken its time.
        const isSoon = sinceLook() < MOMENTS;
        if (isSoon || (await (0,lifecycle_values/* current */.ss)(ctx)).version === served.version)
            return () => sinceLook() < FRESH;
        if (look >= MOST_LOOKS)
            throw new errors/* RekeyError */.Z$('RK4003', `${ctx.name}: the secret changes all the time. Nothing was revoked.`);
    }
}
async function gather(ctx, { victim, everCurrent }) {
    const { state, subject } = ctx;
    const { survivor } = (0,roles/* roles */.Ot)(state, subject.entry.keyId);
    const removal = state.kind === 'remove';
    if (everCurrent)
        mustBeTheVictim(ctx, victim);
    const known = knownOf(ctx, victim);
    // There may be a thousand other secrets to read, so this comes first and the look counts from here.
    const isCurrentElsewhere = subject.currentElsewhere.has(victim) || (everCurrent && (await heldElsewhere(ctx, known)));
    const sinceLook = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
    const served = await (0,lifecycle_values/* current */.ss)(ctx);
    const witnesses = {
        victim,
        everCurrent,
        claimFresh: isClaimFresh(ctx),
        ours: await (0,ownership/* proofOfOwnership */.H)(ctx, known),
        isSurvivor: victim === survivor,
        isCurrent: !removal && (await mayBeServed(served, known)),
        wasServed: !everCurrent && (await isInVersions(ctx, served, known)),
        isCurrentElsewhere,
        isAdminKey: (await subject.vendor.adminId?.()) === victim,
        survivorAccepted: removal || !served.parts ? undefined : await survivorIsAccepted(ctx, served.parts),
        unchecked: removal ? [] : unchecked(ctx),
        leftWithout: removal ? subject.entry.usedBy : [],
        drained: ctx.memory.sinceDrained !== undefined,
        graceLeft: everCurrent ? (await (0,drainTimes/* quietSince */.lB)(ctx, served)) + ctx.grace - ctx.now() : 0,
    };
    return { witnesses, served, sinceLook };
}
/** The drain looked at one credential; the journal must not have another one condemned. */
function mustBeTheVictim({ state, subject, name }, condemned) {
    const { victim } = (0,roles/* roles */.Ot)(state, subject.entry.keyId);
    if (victim === condemned)
        return;
    const about = victim === undefined ? 'one whose id nobody knows' : victim;
    throw new errors/* RekeyError */.Z$('RK7008', `${name}: the journal says that ${condemned} is condemned, and that its rotation ends ${about}. Nothing was revoked.`);
}
/** Whoever takes a claim over makes our next append fail; past its end anybody may. */
function isClaimFresh(ctx) {
    const { claim } = ctx.state;
    return !ctx.ledger.lost && claim?.by === ctx.ledger.nonce && ctx.now() < (0,time/* millis */.ne)(claim.end);
}
/** What store and vendor know of an id; the vendor is asked when something needs it. */
function knownOf(ctx, id) {
    let listing;
    let values;
    return {
        id,
        values: () => (values ??= partsById(ctx, id)),
        listed: async () => {
            listing ??= ctx.subject.vendor.list();
            return (await listing).credentials.find((one) => one.id === id);
        },
    };
}
/** The values of the victim as the store has them. Undefined for a key whose value was lost before it was stored. */
async function partsById(ctx, victim) {
    if (victim === ctx.created?.id)
        return (0,lifecycle_values/* newParts */.nr)(ctx);
    return victim === (0,roles/* oldIdOf */.id)(ctx.state, ctx.subject.entry.keyId) ? (0,lifecycle_values/* oldParts */.QZ)(ctx) : undefined;
}
/**
 * Where neither ids nor values can be compared, a victim that was made after the served value had been written is another one.
 */
async function mayBeServed(served, victim) {
    if (!served.parts)
        return false;
    if (served.id === victim.id)
        return true;
    const values = await victim.values();
    if (values)
        return (0,credential/* samePartsTrimmed */.X)(values, served.parts);
    if (served.id !== undefined)
        return false;
    const created = (await victim.listed())?.created;
    return created === undefined || (0,time/* millis */.ne)(created) <= (0,time/* millis */.ne)(served.created) + SKEW;
}
/**
 * A journal that was set back does not know of a switch, and the old value may have been written back since. The store still has the
 * versions in between, as many as it keeps.
 */
async function isInVersions(ctx, served, victim) {
    const base = ctx.claimed?.base;
    if (base === undefined || base === served.version)
        return false;
    const values = await victim.values();
    return (await (0,lifecycle_values/* versionsSince */.AW)(ctx, base)).some((one) => one && isHeldBy(one, victim.id, values));
}
/**
 * Somebody may have put the victim into the secret of another key since the journal looked at that one. Where the vendor shows
 * the last use the drain sees it; elsewhere the secrets are read, one by one.
 */
async function heldElsewhere({ subject }, victim) {
    if (subject.vendor.capabilities.lastUsed)
        return false;
    const values = await victim.values();
    const others = await subject.heldElsewhere();
    return others.some((one) => isHeldBy(one, victim.id, values));
}
const isHeldBy = (one, victim, values) => one.id === victim || (one.parts && values && (0,credential/* samePartsTrimmed */.X)(one.parts, values)) === true;
/** Only an answer counts: a vendor that is ill or busy is asked again later. */
async function survivorIsAccepted(ctx, parts) {
    const verdict = await ctx.subject.vendor.verify(parts);
    if (verdict.answer !== 'unknown')
        return verdict.answer === 'accepted';
    throw new errors/* RekeyError */.Z$('RK5006', `The vendor does not say whether it accepts the key in use: ${verdict.why}.`);
}
/** Not rolled, where it is to be, or not checked since the switch: what is older than that was forged. */
function unchecked(ctx) {
    const { pass } = ctx.state;
    const switched = ctx.row(`${pass}/promote`)?.result?.at ?? ctx.state.started;
    const isDone = (row) => {
        const at = ctx.row(row)?.result?.at;
        return at !== undefined && (0,time/* millis */.ne)(at) >= (0,time/* millis */.ne)(switched);
    };
    return ctx.workloadNames.filter((name) => {
        const isRolled = ctx.subject.workloads.get(name)?.deployer === undefined || isDone(`${pass}/deploy:${name}`);
        return !isRolled || !isDone(`${pass}/check:${name}`);
    });
}


/***/ }),

/***/ "src/lifecycle/revocation/ownership":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ proofOfOwnership),
/* harmony export */   M: () => (/* binding */ isOurs)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_key__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/key");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/tools/time");
/* harmony import */ var _labels__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/labels");
/* harmony import */ var _ledger__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/lifecycle/ledger");
/* harmony import */ var _uses__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/lifecycle/uses");
/* harmony import */ var _values__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/lifecycle/values");







/**
 * Why an id is ours; undefined: nothing says so but the journal, and the journal alone is no witness. The store, the vendor, the
 * reviewed config or an exact label must say it.
 */
async function proofOfOwnership(ctx, victim) {
    for (const [why, is] of proofs(ctx, victim))
        if (await is())
            return why;
    return undefined;
}
/** The same, where it is enough that one of them can be asked: an enabled old key harms nobody. */
async function isOurs(ctx, victim) {
    let silent;
    for (const [, is] of proofs(ctx, victim)) {
        try {
            if (await is())
                return true;
        }
        catch (thrown) {
            silent ??= (0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown);
        }
    }
    if (silent !== undefined)
        throw silent;
    return false;
}
function proofs(ctx, victim) {
    return [
        ['its id is kept beside the value in this secret', () => besideOldValue(ctx, victim.id)],
        ['key_id in the reviewed config names it', () => ctx.subject.entry.keyId === victim.id],
        ['it is staged in the slot of this rotation', () => stagedByUs(ctx, victim.id)],
        ['it carries our exact label, or its principal is ours alone', () => labelledByUs(ctx, victim)],
        // A use of its own would make a lost key look like one that somebody holds, so the vendor is asked last.
        ['the vendor tells it from the value in this secret', () => toldByVendor(ctx, victim)],
        ['it appeared at the vendor after our intent, and the slot is ours', () => newcomer(ctx, victim)],
    ];
}
async function besideOldValue(ctx, victim) {
    const base = ctx.claimed?.base;
    return base !== undefined && (await (0,_values__WEBPACK_IMPORTED_MODULE_6__/* .stored */ .su)(ctx, base))?.id === victim;
}
async function stagedByUs(ctx, victim) {
    const slot = await ctx.subject.store.slot(ctx.ref);
    return slot?.reservation.rotation === ctx.state.rotation && slot.staged?.id === victim;
}
async function toldByVendor(ctx, { id, values }) {
    const { vendor } = ctx.subject;
    const parts = vendor.capabilities.identify ? await values() : undefined;
    return parts !== undefined && (await vendor.identify(parts)) === id;
}
async function labelledByUs(ctx, victim) {
    const listed = await victim.listed();
    if (!listed)
        return false;
    const { dedicated } = ctx.subject.vendor.capabilities;
    return dedicated || (0,_labels__WEBPACK_IMPORTED_MODULE_3__/* .isLabelled */ .ul)(listed, new Set([...(await (0,_labels__WEBPACK_IMPORTED_MODULE_3__/* .ownLabels */ .ct)(ctx)), ...(0,_labels__WEBPACK_IMPORTED_MODULE_3__/* .earlierLabels */ .Ab)(ctx)]));
}
/**
 * A vendor without labels. The journal says that the id was not there before our create. It may be forged, so two others must
 * say by their own clocks when that was: the store when the slot was taken for this rotation, which stages nothing else, and the
 * vendor that this one alone was made right after, and was never used.
 */
async function newcomer(ctx, victim) {
    if (ctx.subject.vendor.capabilities.labels)
        return false;
    const before = ctx.row('forward/create')?.intent?.data['before'];
    if (!Array.isArray(before) || before.includes((0,_domain_key__WEBPACK_IMPORTED_MODULE_1__/* .shortIdentity */ .tv)(victim.id)))
        return false;
    const taken = await slotTaken(ctx, victim.id);
    if (taken === undefined)
        return false;
    const { credentials, complete } = await ctx.subject.vendor.list();
    const [one, ...others] = credentials.filter((each) => mayBeMadeAt(each, taken));
    const alone = complete && one?.id === victim.id && others.length === 0;
    return alone && one.created !== undefined && (0,_uses__WEBPACK_IMPORTED_MODULE_5__/* .wasNeverUsed */ .Z)(ctx, one);
}
/** When this rotation took the slot last. Undefined: the slot is not ours, or something else is staged in it. */
async function slotTaken(ctx, victim) {
    const slot = await ctx.subject.store.slot(ctx.ref);
    const isOurs = slot?.reservation.rotation === ctx.state.rotation;
    const isEmpty = slot?.staged === undefined || slot.staged.id === victim;
    return isOurs && isEmpty && slot.since !== undefined ? (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_2__/* .millis */ .ne)(slot.since) : undefined;
}
function mayBeMadeAt({ created }, taken) {
    if (created === undefined)
        return true;
    const age = (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_2__/* .millis */ .ne)(created) - taken;
    return age >= -CLOCKS_DIFFER && age <= _ledger__WEBPACK_IMPORTED_MODULE_4__/* .WINDOW */ .jf + _ledger__WEBPACK_IMPORTED_MODULE_4__/* .TIMEOUT */ .Q9 + CLOCKS_DIFFER;
}
/** Two clocks may be this far apart. */
const CLOCKS_DIFFER = _domain_tools_time__WEBPACK_IMPORTED_MODULE_2__/* .MINUTE */ .pY;


/***/ }),

/***/ "src/lifecycle/revocation/roles":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OO: () => (/* binding */ victimOf),
/* harmony export */   Ot: () => (/* binding */ roles),
/* harmony export */   RF: () => (/* binding */ promoteOpen),
/* harmony export */   XQ: () => (/* binding */ condemnedId),
/* harmony export */   YZ: () => (/* binding */ lineCrossed),
/* harmony export */   id: () => (/* binding */ oldIdOf),
/* harmony export */   tU: () => (/* binding */ promoted),
/* harmony export */   yp: () => (/* binding */ isEnding)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/journal/rotation");


/** The id of the key that was there before, as far as anybody ever said it: it was read, or today's reviewed config says it. */
function oldIdOf(state, keyIdOfToday) {
    return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(state, 'forward', 'claim')?.oldId ?? keyIdOfToday;
}
/** forward: old dies. back and discard: new dies. abandon: nobody does. */
function roles(state, keyIdOfToday) {
    const claim = (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(state, 'forward', 'claim');
    const created = (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(state, 'forward', 'create');
    const oldId = oldIdOf(state, keyIdOfToday);
    const hasOld = claim?.old === 'present';
    const old = hasOld && oldId !== undefined ? oldId : undefined;
    const fresh = created?.id;
    if (state.pass === 'forward') {
        return {
            everCurrent: true,
            victimExists: hasOld,
            ...(old !== undefined && { victim: old }),
            ...(fresh !== undefined && { survivor: fresh }),
        };
    }
    if (state.pass === 'abandon')
        return { everCurrent: true, victimExists: false };
    return {
        // A journal that discards what it says it promoted was written by somebody else.
        everCurrent: state.pass === 'back' || promoted(state),
        victimExists: fresh !== undefined,
        ...(fresh !== undefined && { victim: fresh }),
        ...(old !== undefined && { survivor: old }),
    };
}
/** The line of the pass is crossed: the victim is condemned, was dead already, or the end has begun. Only forward from here. */
function lineCrossed(state) {
    return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(state, state.pass, 'condemn') !== undefined || isEnding(state);
}
/** All that is left is to clean up and to say how it ended; evidence and ticket may say so already. */
function isEnding({ pass, rows }) {
    return rows[`${pass}/free`] !== undefined || rows[`${pass}/close`] !== undefined;
}
/** A promote of new was recorded as done. */
function promoted(state) {
    return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(state, 'forward', 'promote') !== undefined;
}
/** A promote of new was intended, and nobody knows whether it happened. */
function promoteOpen(state) {
    const row = state.rows['forward/promote'];
    return row?.intent !== undefined && row.result === undefined;
}
/** The id that was condemned in this pass; empty: killed by hand, id unknown. Undefined: none yet. */
function condemnedId(state) {
    return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(state, state.pass, 'condemn')?.id;
}
/** For the steps that kill: they apply only once there is an id. */
function victimOf(state) {
    const id = condemnedId(state);
    if (id !== undefined && id !== '')
        return id;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7002', 'The journal names no condemned credential.');
}


/***/ }),

/***/ "src/lifecycle/slot":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lx: () => (/* binding */ isClosed),
/* harmony export */   a9: () => (/* binding */ heldSlot),
/* harmony export */   cR: () => (/* binding */ reservationOf),
/* harmony export */   vY: () => (/* binding */ reserve)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_journal_rotation__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/journal/rotation");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");



/** The journal knows that this rotation of the key is closed. */
async function isClosed(ctx, rotation) {
    const facts = await ctx.ports.journal.facts(ctx.subject.identity, rotation);
    return (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_2__/* .foldRotation */ .i)(facts)?.closed !== undefined;
}
/** For this rotation, until its drain is over at the latest. */
function reservationOf(ctx) {
    return {
        rotation: ctx.state.rotation,
        repository: ctx.ports.run.repository,
        fact: ctx.ledger.facts.at(-1)?.id ?? '',
        until: (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR)(ctx.now() + ctx.grace + ctx.drainLimit),
        ...(ctx.claimed ? { base: ctx.claimed.base } : {}),
        ...(ctx.state.kind === 'remove' ? { removes: true } : {}),
    };
}
/**
 * The slot, if the store holds it for this rotation and for what it is about: only a process that was asked for this rotation has
 * taken it, so nobody who writes the journal alone can have begun it.
 */
async function heldSlot(ctx) {
    const slot = await ctx.subject.store.slot(ctx.ref);
    const isOurs = slot?.reservation.rotation === ctx.state.rotation;
    return isOurs && (slot.reservation.removes === true) === (ctx.state.kind === 'remove') ? slot : undefined;
}
/** Takes the slot. One that a rotation of ours took after its own end, when a process of it woke up late, is freed first. */
async function reserve(ctx, wanted, permit) {
    const { store } = ctx.subject;
    try {
        return await store.reserve(ctx.ref, wanted, permit);
    }
    catch (thrown) {
        if ((0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).kind !== 'conflict' || ctx.ledger.lost)
            throw thrown;
        const holder = (await store.slot(ctx.ref))?.reservation;
        if (holder?.repository !== wanted.repository || holder.rotation === wanted.rotation)
            throw thrown;
        if (!(await isClosed(ctx, holder.rotation)))
            throw thrown;
        await store.free(ctx.ref, holder.rotation);
        return store.reserve(ctx.ref, wanted, permit);
    }
}


/***/ }),

/***/ "src/lifecycle/stopwatch":
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

/***/ "src/lifecycle/uses":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ wasNeverUsed),
/* harmony export */   h: () => (/* binding */ wasUsed)
/* harmony export */ });
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/time");

/** Its value was not lost, then. Some vendors call the making itself a use. */
function wasUsed({ lastUsed, created }) {
    return typeof lastUsed === 'string' && (created === undefined || (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(lastUsed) > (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(created));
}
/** Only where the vendor says so: no such field, or a null that may mean anything, says nothing. */
function wasNeverUsed({ subject }, { lastUsed }) {
    const { lastUsed: isShown, nullMeansNever } = subject.vendor.capabilities;
    return isShown && nullMeansNever && (lastUsed === null || lastUsed === undefined);
}


/***/ }),

/***/ "src/lifecycle/values":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AW: () => (/* binding */ versionsSince),
/* harmony export */   EZ: () => (/* binding */ served),
/* harmony export */   QZ: () => (/* binding */ oldParts),
/* harmony export */   nr: () => (/* binding */ newParts),
/* harmony export */   rE: () => (/* binding */ version),
/* harmony export */   ss: () => (/* binding */ current),
/* harmony export */   su: () => (/* binding */ stored),
/* harmony export */   tI: () => (/* binding */ victimParts)
/* harmony export */ });
/* harmony import */ var _domain_credential__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/credential");
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");



/**
 * Lets the values of a version travel to the vendor, as far as the owner of the secret allows: `rekey_origins` in its
 * metadata, when it is there, must name every origin of the vendor.
 */
function travelling(ctx, parts, allowed) {
    const { vendor, store } = ctx.subject;
    showIdPart(ctx, parts);
    const refused = allowed === undefined ? [] : vendor.origins.filter((origin) => !allowed.includes(origin));
    if (refused.length > 0) {
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4007', `${ctx.name}: the secret ${ctx.ref.path} does not allow its value to be sent to ${refused.join(', ')}. Nothing was sent.`);
    }
    return (0,_domain_credential__WEBPACK_IMPORTED_MODULE_2__/* .bindParts */ .c)(parts, [...store.origins, ...vendor.origins]);
}
/** The id that is a part of the credential itself is masked with the other parts; this rotation took it for an id before. */
function showIdPart(ctx, parts) {
    const { idPart } = ctx.subject.vendor.capabilities;
    const part = idPart === undefined || Object.keys(parts).length < 2 ? undefined : parts[idPart];
    const { rows } = ctx.state;
    const ids = [rows['forward/claim']?.result?.data['oldId'], rows['forward/create']?.result?.data['id']];
    for (const id of [...ids, ctx.ledger.key.currentId])
        if (typeof id === 'string' && part?.isText(id) === true)
            ctx.ports.values.show(id);
}
/** What applications read now, its values bound. A secret that does not exist is version `0` without values. */
async function current(ctx) {
    const now = await served(ctx);
    return now.parts ? { ...now, parts: travelling(ctx, now.parts, now.allowedOrigins) } : now;
}
/** The same, with values that travel nowhere but to the store. */
async function served(ctx) {
    const now = await caughtUp(ctx);
    ctx.memory.heldByOthers = now.heldByOthers ?? (() => false);
    if (now === NOT_THERE)
        return now;
    ctx.memory.allowedOrigins = { origins: now.allowedOrigins };
    ctx.memory.versions.set(now.version, now);
    return now;
}
const NOT_THERE = { version: '0', created: (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .instant */ .uR)(0) };
async function read(ctx, known) {
    try {
        return await ctx.subject.store.current(ctx.ref, known);
    }
    catch (thrown) {
        if (thrown instanceof _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ && thrown.kind === 'gone' && !isMissed(ctx, thrown))
            return NOT_THERE;
        throw thrown;
    }
}
/** Somebody deleted what is in use, or what is to be rotated. To whoever only gives a new key up that is no matter. */
const isMissed = ({ state }, { code }) => code === 'RK4013' && state.pass !== 'discard' && state.pass !== 'abandon';
/**
 * A replica may be behind and not say so: one that does not know of our own switch, or of the version that was there before it, is asked
 * again for a while, and then by the engine.
 */
async function caughtUp(ctx) {
    const { rows } = ctx.state;
    const promoted = (rows['back/promote']?.result ?? rows['forward/promote']?.result)?.data['version'];
    const known = typeof promoted === 'string' ? promoted : ctx.claimed?.base;
    const { readLag } = ctx.subject.store.capabilities;
    const looks = Math.max(LOOKS, 1 + Math.ceil(Math.min(readLag, LONGEST_LOOK) / BEHIND));
    for (let tries = 1;; tries += 1) {
        try {
            return await read(ctx, known);
        }
        catch (thrown) {
            if ((0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).code !== 'RK4005' || tries === looks)
                throw thrown;
            await ctx.sleep(BEHIND);
        }
    }
}
const LOOKS = 4;
const BEHIND = 3 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2;
/** In one process; what lags longer is asked again by the engine. */
const LONGEST_LOOK = 90 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2;
/** The same, with values that travel nowhere but to the store. */
async function stored(ctx, name) {
    const found = ctx.memory.versions.get(name) ?? (await ctx.subject.store.read(ctx.ref, name));
    if (found)
        ctx.memory.versions.set(name, found);
    return found;
}
/** An older version. What a version holds never changes, so this process reads each only once. */
async function version(ctx, name) {
    const found = await stored(ctx, name);
    if (!found?.parts)
        return found;
    if (!ctx.memory.allowedOrigins)
        await served(ctx);
    return { ...found, parts: travelling(ctx, found.parts, ctx.memory.allowedOrigins?.origins) };
}
/** The versions after `base`, oldest first; undefined: one or many of which nobody knows what they held. */
async function versionsSince(ctx, base) {
    const names = await ctx.subject.store.since(ctx.ref, base);
    const found = names.length > MOST_VERSIONS ? [undefined] : [];
    for (const name of names.slice(-MOST_VERSIONS))
        found.push(await version(ctx, name));
    return found;
}
/** More are hardly ever kept: https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2 keeps ten if nobody says otherwise. */
const MOST_VERSIONS = 20;
/** The values of old: those of the base version. Undefined when the store has them no more. */
async function oldParts(ctx) {
    const base = ctx.claimed?.base;
    return base === undefined ? undefined : (await version(ctx, base))?.parts;
}
/** The values of the credential that dies in this pass. */
async function victimParts(ctx) {
    return ctx.state.pass === 'forward' ? oldParts(ctx) : newParts(ctx);
}
/** The values of new: in memory, else staged, else current. Undefined when they are nowhere. */
async function newParts(ctx) {
    if (ctx.memory.fresh)
        return ctx.memory.fresh.parts;
    const created = ctx.created;
    const slot = await ctx.subject.store.slot(ctx.ref);
    const { vendor, store } = ctx.subject;
    // What somebody else has staged since is no value of ours, whatever the journal says that we made.
    const isOurs = slot?.reservation.rotation === ctx.state.rotation;
    if (isOurs && slot.staged && slot.staged.id === created?.id) {
        showIdPart(ctx, slot.staged.parts);
        return (0,_domain_credential__WEBPACK_IMPORTED_MODULE_2__/* .bindParts */ .c)(slot.staged.parts, [...store.origins, ...vendor.origins]);
    }
    const promoted = ctx.promoted?.version;
    return promoted === undefined ? undefined : (await version(ctx, promoted))?.parts;
}


/***/ })

};
;
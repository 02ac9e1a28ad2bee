"use strict";
exports.id = 241;
exports.ids = [241];
exports.modules = {

/***/ 6241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  change: () => (/* binding */ change),
  changeIn: () => (/* binding */ changeIn)
});

// EXTERNAL MODULE: ./.build/src/domain/text.js
var domain_text = __webpack_require__(8860);
// EXTERNAL MODULE: ./.build/src/report/plan.js
var report_plan = __webpack_require__(1966);
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/keyState.js
var keyState = __webpack_require__(1167);
// EXTERNAL MODULE: ./.build/src/domain/rotation.js
var domain_rotation = __webpack_require__(1081);
// EXTERNAL MODULE: ./.build/src/domain/time.js
var time = __webpack_require__(8026);
// EXTERNAL MODULE: ./.build/src/lifecycle/claim.js
var claim = __webpack_require__(1301);
// EXTERNAL MODULE: ./.build/src/lifecycle/ledger.js + 1 modules
var lifecycle_ledger = __webpack_require__(9613);
;// CONCATENATED MODULE: ./.build/src/lifecycle/context.js



/** Cancelled by a person or a runner: this process pauses, a later run goes on. */
class Paused extends Error {
}
/** After such a failure of a call nothing of its effect can have happened. */
const SURELY_NOT_DONE = ['throttled', 'transient', 'denied', 'full', 'config', 'refused'];
/** The result of an effect waits at most so long for the next intent to share its commit. */
const UNWRITTEN = 15 * time/* SECOND */.Z2;
/** What a step may use: the facts, the subject, and one way to cause something outside. */
class Context {
    memory = { versions: new Map(), waiting: new Map(), held: new Map() };
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
    get ref() {
        return this.state.snapshot.secret;
    }
    /** The journal's clock: for everything that outlives this process. */
    now() {
        return this.ports.journal.now();
    }
    /** Since an instant of the journal's clock. */
    since(at) {
        return this.now() - (0,time/* millis */.ne)(at);
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
        throw new errors/* RekeyError */.Z$('RK2004', `${this.state.snapshot.name}: the workload ${name ?? ''} is no longer in the config, but this rotation must roll it.`);
    }
    /** The longest of the snapshot's grace period, today's, and what any workload may hold. */
    get grace() {
        const { snapshot } = this.state;
        return Math.max(snapshot.grace, this.subject.entry.grace, this.longestHold);
    }
    get longestHold() {
        return Math.max(0, ...this.workloads.map(({ holdsKeyFor }) => holdsKeyFor));
    }
    /** The only way to cause an effect: its intent first, then the call. */
    async effect(row, data, call) {
        await this.intend(row, data);
        return this.send(row, data, call);
    }
    /** An intent, and all that was pending, in the journal. A first claim shares the commit of the first intent. */
    async intend(row, data) {
        this.breathe();
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
                if (SURELY_NOT_DONE.includes((0,errors/* asRekeyError */.fq)(thrown).kind))
                    this.#idle.add(row);
                throw thrown;
            }
        });
    }
    /** A call on the row's intent of this process, which is renewed when its window has passed. */
    async within(row, data, call) {
        this.breathe();
        if (!this.ledger.inWindow) {
            this.ledger.note({ type: 'intent', row, data });
            await this.ledger.flush();
        }
        if (!this.ledger.inWindow)
            throw new errors/* RekeyError */.Z$('RK7007', 'The journal took longer to answer than an effect may wait.');
        return call(() => this.ledger.inWindow);
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
        const since = written === undefined ? (this.memory.waiting.get(row) ?? this.now()) : (0,time/* millis */.ne)(written);
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
        this.breathe();
        const done = this.ledger.unwrittenSince;
        if (done !== undefined && this.since(done) + duration > UNWRITTEN)
            await this.ledger.flush();
        await this.ports.clock.sleep(Math.max(0, duration), this.ports.signal);
        this.breathe();
    }
    breathe() {
        if (this.ports.signal.aborted)
            throw new Paused();
        if (this.ledger.lost)
            throw (0,lifecycle_ledger/* superseded */.zT)();
    }
    /** Until the process must have ended. */
    get left() {
        return this.ports.deadline - this.ports.clock.monotonic();
    }
}

// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js
var errorCodes = __webpack_require__(1439);
// EXTERNAL MODULE: ./.build/src/domain/rowId.js
var rowId = __webpack_require__(4290);
;// CONCATENATED MODULE: ./.build/src/lifecycle/outcome.js

/** What an error says to do, where it is not what its code says anyhow. */
const adviceOf = ({ code, next }) => next === errorCodes/* CODES */.L[code].next ? {} : { next };
const done = (how, data = {}) => ({ is: 'done', how, data });

;// CONCATENATED MODULE: ./.build/src/lifecycle/roles.js

/** The id of the key that was there before, as far as anybody ever said it. */
function oldIdOf(state, keyIdOfToday) {
    return (0,domain_rotation/* resultOf */.B)(state, 'forward', 'claim')?.oldId ?? keyIdOfToday ?? state.snapshot.keyId;
}
/** forward: old dies. back and discard: new dies. abandon: nobody does. */
function roles(state, keyIdOfToday) {
    const claim = (0,domain_rotation/* resultOf */.B)(state, 'forward', 'claim');
    const created = (0,domain_rotation/* resultOf */.B)(state, 'forward', 'create');
    const oldId = oldIdOf(state, keyIdOfToday);
    const hasOld = claim?.old === 'present';
    const old = hasOld && oldId !== undefined ? oldId : undefined;
    const fresh = created?.id;
    if (state.pass === 'forward') {
        return {
            everCurrent: true,
            victimExists: hasOld,
            ...(old === undefined ? {} : { victim: old }),
            ...(fresh === undefined ? {} : { survivor: fresh }),
        };
    }
    if (state.pass === 'abandon')
        return { everCurrent: true, victimExists: false };
    return {
        // A journal that discards what it says it promoted was written by somebody else.
        everCurrent: state.pass === 'back' || promoted(state),
        victimExists: fresh !== undefined,
        ...(fresh === undefined ? {} : { victim: fresh }),
        ...(old === undefined ? {} : { survivor: old }),
    };
}
/** The line of the pass is crossed: the victim is condemned, was dead already, or the end has begun. Only forward from here. */
function lineCrossed(state) {
    return (0,domain_rotation/* resultOf */.B)(state, state.pass, 'condemn') !== undefined || isEnding(state);
}
/** All that is left is to clean up and to say how it ended; evidence and ticket may say so already. */
function isEnding({ pass, rows }) {
    return rows[`${pass}/free`] !== undefined || rows[`${pass}/close`] !== undefined;
}
/** A promote of new was recorded as done. */
function promoted(state) {
    return (0,domain_rotation/* resultOf */.B)(state, 'forward', 'promote') !== undefined;
}
/** A promote of new was intended, and nobody knows whether it happened. */
function promoteOpen(state) {
    const row = state.rows['forward/promote'];
    return row?.intent !== undefined && row.result === undefined;
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/decide.js





/** How long trouble of a kind may last before it counts as a failure. Any other kind is a verdict: asking again is in vain. */
const PATIENCE = {
    throttled: time/* DAY */.d_,
    transient: time/* DAY */.d_,
    unknown: time/* DAY */.d_,
    broken: 10 * time/* MINUTE */.pY,
};
const LONGEST_PAUSE = 15 * time/* MINUTE */.pY;
/** What a failed step means, by the kind of the error and by where the rotation stands. Nothing else decides. */
function decide(ctx, row, error, tries) {
    if (ctx.memory.leftOff)
        return stillOff(ctx, ctx.memory.leftOff);
    const end = endOf(ctx, row, error);
    if (ctx.now() < end)
        return tryLater(ctx, row, error, end, tries);
    const { code, message: why } = error;
    const to = wayBack(ctx, row, error.kind);
    // An open promote is settled by `fence`, the first row of discard.
    const advice = adviceOf(error);
    return to === undefined ? { is: 'block', code, why, ...advice } : { is: 'turn', to, why, code, ...advice };
}
/** What is blocked leaves nothing disabled, so this goes on for as long as it takes: `disable` looks for it first. */
function stillOff(ctx, { id, code, reason }) {
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + LONGEST_PAUSE),
        latest: (0,time/* instant */.uR)(ctx.now() + time/* DAY */.d_),
        then: 'it is tried again',
        reason,
        person: `Enable ${id} at ${ctx.state.snapshot.vendor} by hand if anything still uses it, and mend what the reason names`,
        after: code,
    };
}
/** Trouble that goes by itself; any other is a verdict. */
const isPassing = (code) => PATIENCE[errorCodes/* CODES */.L[code].kind] !== undefined;
/** Asking again is in vain: by the kind of the error, or because it has lasted too long. */
function isFinal(ctx, row, error) {
    return ctx.now() >= endOf(ctx, row, error);
}
function endOf(ctx, row, { kind }) {
    return (0,time/* millis */.ne)(ctx.row(row)?.firstFailure ?? (0,time/* instant */.uR)(ctx.now())) + (PATIENCE[kind] ?? 0);
}
/**
 * Before promote there is nothing to lose by giving up. Until every workload was checked with new, old is the safer one. After
 * that both are well, and an edit of the config harms nobody: going back would be the only danger, so a person looks.
 */
function wayBack({ state }, row, kind) {
    if (state.pass !== 'forward' || lineCrossed(state))
        return undefined;
    if (!promoted(state))
        return 'discard';
    const step = (0,rowId/* rowParts */.V)(row)?.step;
    return (step === 'deploy' || step === 'check') && kind !== 'config' ? 'back' : undefined;
}
function tryLater(ctx, row, error, end, tries) {
    const pause = error.retryAfter ??
        Math.min(time/* SECOND */.Z2 * 2 ** Math.min(tries, 12), LONGEST_PAUSE) * (0.75 + ctx.ports.random.fraction() / 2);
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + pause),
        latest: (0,time/* instant */.uR)(end),
        then: wayBack(ctx, row, error.kind) === undefined ? 'a person is asked' : 'the rotation is undone',
        reason: error.message,
        after: error.code,
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/step.js

const always = () => true;
/** A few calls of at most 30 s. */
const FEW_CALLS = 2 * time/* MINUTE */.pY;
const fewCalls = () => FEW_CALLS;

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/close.js






/** Evidence into the journal and onto the ticket, and the end. Evidence is a function of the facts up to this row's intent. */
const close_close = { applies: always, run, budget: fewCalls };
async function run(ctx) {
    const outcome = close_endOf(ctx.state);
    const row = `${ctx.state.pass}/close`;
    ctx.ledger.note({ type: 'intent', row, data: { outcome } });
    const files = ctx.state.kind === 'adopt' ? [] : ctx.ports.pages.evidence(ctx.ledger.facts);
    const commit = await ctx.ledger.flush(files.map(({ path, content }) => ({ path, content })));
    await closeTicket(ctx, { files, commit, outcome });
    return done('did', { outcome });
}
/** Only a proof says done. */
function close_endOf(state) {
    const { kind, pass } = state;
    if (pass === 'abandon')
        return 'abandoned';
    const proof = (0,domain_rotation/* resultOf */.B)(state, pass, 'prove');
    const proved = !proof || proof.grade === 'refused';
    if (pass !== 'forward') {
        const rehearsed = kind === 'rehearse' && (0,domain_rotation/* resultOf */.B)(state, 'forward', 'verify') !== undefined;
        return rehearsed && proved ? 'rehearsed' : 'undone';
    }
    if (kind === 'adopt')
        return 'adopted';
    if (!proved)
        return 'unproven';
    return kind === 'remove' ? 'removed' : 'done';
}
const TRIES = 3;
/** The ticket is no part of the truth: what fails here is a warning, and the rotation ends all the same. */
async function closeTicket(ctx, closing) {
    for (let attempt = 1;; attempt += 1) {
        try {
            await tellTicket(ctx, closing);
            return;
        }
        catch (thrown) {
            if (thrown instanceof Paused || ctx.ledger.lost)
                throw thrown;
            const error = (0,errors/* asRekeyError */.fq)(thrown);
            ctx.ports.log.warning(error.line);
            // All of it is looked up before it is written, so a lost answer may be asked for again.
            const passing = ['transient', 'throttled', 'unknown'].includes(error.kind);
            if (!passing || attempt === TRIES || ctx.ports.signal.aborted) {
                ctx.ledger.note({ type: 'warning', message: `the ticket could not be closed: ${error.line}` });
                return;
            }
            await ctx.ports.clock.sleep(Math.min(error.retryAfter ?? attempt * time/* SECOND */.Z2, time/* MINUTE */.pY), ctx.ports.signal);
        }
    }
}
/** Each call asks anew whether the claim is still ours: a process that was frozen must not write over its successor's words. */
async function tellTicket(ctx, { files, commit, outcome }) {
    const { ticket } = ctx.subject;
    const number = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.ticket;
    if (!ticket || number === undefined)
        return;
    const send = (call) => ctx.send(`${ctx.state.pass}/close`, { outcome }, call);
    const { rotation, started } = ctx.state;
    const digest = files[0]?.digest;
    const evidence = digest === undefined ? undefined : { digest, ...(commit === undefined ? {} : { commit }) };
    const content = ctx.ports.pages.ticket(ctx.ledger.facts, evidence);
    await send((permit) => ticket.upsert(rotation, content, { number, since: started }, permit));
    for (const { name, content, digest } of files) {
        await send((permit) => ticket.attach(rotation, number, { name, content, digest }, permit));
    }
    if (outcome === 'unproven')
        return;
    const end = outcome === 'abandoned' || outcome === 'undone' ? outcome : 'done';
    await send((permit) => ticket.close(rotation, number, end, permit));
}

// EXTERNAL MODULE: ./.build/src/domain/credential.js
var domain_credential = __webpack_require__(7466);
;// CONCATENATED MODULE: ./.build/src/lifecycle/values.js




/**
 * Lets the values of a version travel to the vendor, as far as the owner of the secret allows: `rekey_origins` in its
 * metadata, when it is there, must name every origin of the vendor.
 */
function travelling(ctx, parts, allowed) {
    const { vendor, store } = ctx.subject;
    showIdPart(ctx, parts);
    const refused = allowed === undefined ? [] : vendor.origins.filter((origin) => !allowed.includes(origin));
    if (refused.length > 0) {
        const { name } = ctx.state.snapshot;
        throw new errors/* RekeyError */.Z$('RK4007', `${name}: the secret ${ctx.ref.path} does not allow its value to be sent to ${refused.join(', ')}. Nothing was sent.`);
    }
    return (0,domain_credential/* bindParts */.c)(parts, [...store.origins, ...vendor.origins]);
}
/** The id that is a part of the credential itself is masked with the other parts; this rotation took it for an id before. */
function showIdPart(ctx, parts) {
    const { idPart } = ctx.subject.vendor.capabilities;
    const part = idPart === undefined ? undefined : parts[idPart];
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
const NOT_THERE = { version: '0', created: (0,time/* instant */.uR)(0) };
async function read(ctx, known) {
    try {
        return await ctx.subject.store.current(ctx.ref, known);
    }
    catch (thrown) {
        if (thrown instanceof errors/* RekeyError */.Z$ && thrown.kind === 'gone')
            return NOT_THERE;
        throw thrown;
    }
}
/**
 * A replica may be behind and not say so: one that does not know of our own switch, or of the version that was there before it, is asked
 * again for a while, and then by the engine.
 */
async function caughtUp(ctx) {
    const { rows } = ctx.state;
    const promoted = (rows['back/promote']?.result ?? rows['forward/promote']?.result)?.data['version'];
    const known = typeof promoted === 'string' ? promoted : (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
    for (let tries = 1;; tries += 1) {
        try {
            return await read(ctx, known);
        }
        catch (thrown) {
            if ((0,errors/* asRekeyError */.fq)(thrown).code !== 'RK4005' || tries === LOOKS)
                throw thrown;
            await ctx.sleep(BEHIND);
        }
    }
}
const LOOKS = 4;
const BEHIND = 3 * time/* SECOND */.Z2;
/** An older version. What a version holds never changes, so this process reads each only once. */
async function version(ctx, name) {
    const known = ctx.memory.versions.get(name);
    const found = known ?? (await ctx.subject.store.read(ctx.ref, name));
    if (!found)
        return undefined;
    ctx.memory.versions.set(name, found);
    if (!found.parts)
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
    const base = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
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
    const created = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create');
    const slot = await ctx.subject.store.slot(ctx.ref);
    const { vendor, store } = ctx.subject;
    // What somebody else has staged since is no value of ours, whatever the journal says that we made.
    const isOurs = slot?.reservation.rotation === ctx.state.rotation;
    if (isOurs && slot.staged && slot.staged.id === created?.id) {
        showIdPart(ctx, slot.staged.parts);
        return (0,domain_credential/* bindParts */.c)(slot.staged.parts, [...store.origins, ...vendor.origins]);
    }
    const promoted = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'promote')?.version;
    return promoted === undefined ? undefined : (await version(ctx, promoted))?.parts;
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/adopt.js





/** A key that Rekey did not create: identified, verified, recorded. Nothing outside is changed; its clock starts. */
const adopt = { applies: always, run: adopt_run, budget: fewCalls };
async function adopt_run(ctx) {
    const { parts } = await current(ctx);
    if (!parts)
        throw new errors/* RekeyError */.Z$('RK4002', `${ctx.ref.path} has no key to adopt.`);
    const verdict = await ctx.subject.vendor.verify(parts);
    if (verdict.answer === 'refused') {
        throw new errors/* RekeyError */.Z$('RK5011', `${ctx.state.snapshot.name}: the vendor refuses the key in ${ctx.ref.path} (${String(verdict.status)}).`);
    }
    if (verdict.answer === 'unknown')
        throw new errors/* RekeyError */.Z$('RK5006', `${ctx.state.snapshot.name}: the key in use could not be verified: ${verdict.why}.`);
    const claimed = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim');
    const id = claimed?.oldId;
    return done('observed', id === undefined ? {} : { id, how: claimed?.oldHow ?? '' });
}

// EXTERNAL MODULE: ./.build/src/lifecycle/idRule.js
var idRule = __webpack_require__(8166);
;// CONCATENATED MODULE: ./.build/src/lifecycle/ids.js


/** What this rotation knows of an id. */
const knowing = (ctx) => ({
    entry: ctx.subject.entry,
    vendor: ctx.subject.vendor,
    values: ctx.ports.values,
    currentId: ctx.ledger.key.currentId,
    learnSecrets: ctx.subject.learnSecrets,
    isListed: (id) => isListed(ctx, id),
    heldByOthers: async (text) => {
        if (!ctx.memory.heldByOthers)
            await served(ctx);
        return ctx.memory.heldByOthers?.(text) === true;
    },
});
/** RK5014: this is no id. @param what who says that it is, for the message */
const mustBePublic = (ctx, id, what, parts) => (0,idRule/* mustBeId */.Yh)(knowing(ctx), id, what, parts);
/** Whatever names the key in use, each a public id. A version never changes, so the vendor is asked about it only once. */
async function identified(ctx, now) {
    const know = knowing(ctx);
    const { keyId } = ctx.subject.entry;
    if (keyId !== undefined)
        await (0,idRule/* mustBeId */.Yh)(know, keyId, 'key_id', now.parts);
    const asked = ctx.memory.told?.version === now.version ? ctx.memory.told : undefined;
    const told = asked ? asked.id : now.parts && (await (0,idRule/* toldId */.fz)(know, now.parts));
    if (now.parts)
        ctx.memory.told = { version: now.version, id: told };
    return { told, beside: await (0,idRule/* idBeside */.m3)(know, now, told) };
}
/** By a list that this process has already, else by a new one. */
async function isListed(ctx, id) {
    if (ctx.memory.listing?.credentials.some((one) => one.id === id) === true)
        return true;
    const listing = await ctx.subject.vendor.list();
    ctx.memory.listing ??= listing;
    return listing.credentials.some((one) => one.id === id);
}
/** An id that somebody else says, such as a workload: named only when it is one that this rotation is about. */
function isOfThisRotation(ctx, id) {
    const { rows } = ctx.state;
    const made = rows['forward/create']?.result?.data['id'];
    const old = rows['forward/claim']?.result?.data['oldId'];
    return [made, old, ctx.ledger.key.currentId, ctx.subject.entry.keyId].includes(id);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/check.js






const NO_DATA_FOR = time/* HOUR */.dp;
/** After a rollout the old key may be seen this long before it counts as failure. */
const SETTLING = 2 * time/* MINUTE */.pY;
const FAILURES = 3;
/** Each probe passes several times in a row. Unhealthy turns the rotation back; no data holds it, with an end. */
const check = { applies: always, run: check_run, budget: fewCalls };
async function check_run(ctx, unit) {
    const workload = ctx.workload(unit);
    const sentences = [];
    let passes = 0;
    let keyId;
    for (const probe of workload.probes) {
        const result = await passed(ctx, workload, probe, probe.passes);
        if ('is' in result)
            return result;
        if (result.verdict === 'no data')
            return noData(ctx, workload.name, result.sentence);
        sentences.push(result.sentence);
        passes += probe.passes;
        keyId = result.keyId ?? keyId;
    }
    const how = workload.probes.length === 0 ? 'not observed' : 'observed';
    const data = {
        passes,
        sentence: sentences.join('; '),
        ...(keyId === undefined || !isOfThisRotation(ctx, keyId) ? {} : { keyId }),
    };
    return done(how, data);
}
/** Every workload is well at this moment and uses the survivor, as far as it tells. RK6008: not now; RK6007: nobody can see. */
async function mustBeWell(ctx) {
    for (const workload of ctx.workloads) {
        for (const probe of workload.probes) {
            const { verdict, sentence, keyId } = await probe.check();
            const other = usesOther(ctx, { keyId }) ? `it uses ${nameOf(ctx, keyId)}` : undefined;
            if (verdict === 'pass' && other === undefined)
                continue;
            throw new errors/* RekeyError */.Z$(verdict === 'no data' ? 'RK6007' : 'RK6008', `${workload.name}: ${other ?? sentence}.`);
        }
    }
}
/**
 * Until it passed so often in a row with the survivor. `no data` when that is all there is; a wait while it may still hold the
 * other key for longer than there is patience. Throws RK6005 when it is unhealthy.
 */
async function passed(ctx, workload, probe, wanted) {
    const { name, deployer } = workload;
    const mayHoldUntil = holdsOtherUntil(ctx, workload);
    const begun = ctx.ports.clock.monotonic();
    let inARow = 0;
    let failures = 0;
    for (;;) {
        const held = ctx.now() < mayHoldUntil;
        const spent = ctx.ports.clock.monotonic() - begun;
        const reading = await probe.check();
        const says = saysOf(ctx, reading, held);
        if (says === 'well') {
            inARow += 1;
            if (inARow >= wanted)
                return reading;
        }
        else {
            inARow = 0;
            if (says === 'unwell')
                failures += 1;
            if (failures >= FAILURES)
                throw unhealthy(name, reading.sentence);
            if (says === 'other' && !held && (!deployer || spent > SETTLING))
                throw unhealthy(name, stays(ctx, reading));
            if (held && mayHoldUntil - ctx.now() > ctx.ports.patience)
                return rereads(name, mayHoldUntil);
            if (says === 'no data' && spent > Math.min(SETTLING, ctx.ports.patience))
                return reading;
        }
        await ctx.sleep(probe.interval);
    }
}
/** A workload that is not rolled reads the store again by itself, and until then what is seen of it is about the other key. */
function holdsOtherUntil(ctx, { deployer, holdsKeyFor }) {
    const promoted = ctx.row(ctx.state.pass === 'back' ? 'back/promote' : 'forward/promote')?.result?.at;
    return deployer || promoted === undefined ? 0 : (0,time/* millis */.ne)(promoted) + holdsKeyFor;
}
/** What a reading says of the survivor. Going back, a workload may well be unwell with the key that it still holds. */
function saysOf(ctx, reading, held) {
    if (reading.verdict === 'no data')
        return 'no data';
    if (reading.verdict === 'fail')
        return held && ctx.state.pass === 'back' ? 'other' : 'unwell';
    if (held && reading.keyId === undefined)
        return 'other';
    return usesOther(ctx, reading) ? 'other' : 'well';
}
const stays = (ctx, { keyId }) => `it still uses ${nameOf(ctx, keyId)}, and should not any more`;
/** What a workload calls its key may be anything, a secret as well. */
const nameOf = (ctx, keyId) => keyId !== undefined && isOfThisRotation(ctx, keyId) ? keyId : 'another key';
function rereads(workload, until) {
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(until),
        latest: (0,time/* instant */.uR)(until + time/* HOUR */.dp),
        then: 'it is checked all the same',
        reason: `${workload} may not have read the store again yet`,
    };
}
/** A workload that tells which key it uses must tell the survivor's, once it was rolled; where nobody knows that id, not the victim's. */
function usesOther(ctx, { keyId }) {
    const { survivor, victim } = roles(ctx.state, ctx.subject.entry.keyId);
    if (keyId === undefined)
        return false;
    if (survivor !== undefined)
        return keyId !== survivor;
    return ctx.state.pass === 'back' && keyId === victim;
}
function unhealthy(workload, sentence) {
    return new errors/* RekeyError */.Z$('RK6005', `${workload} is unhealthy: ${sentence}.`);
}
function noData(ctx, workload, sentence) {
    const row = `${ctx.state.pass}/check:${workload}`;
    const latest = ctx.waitingSince(row) + NO_DATA_FOR;
    if (ctx.now() > latest)
        return { is: 'block', code: 'RK6007', why: `no data for an hour: ${sentence}` };
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + 5 * time/* MINUTE */.pY),
        latest: (0,time/* instant */.uR)(latest),
        then: 'it stays as it is and a person is asked',
        reason: `the probe has no data: ${sentence}`,
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/claim.js







const TOLD = 'the vendor says so';
/** Base, old and its id are read after the claim, for only then nobody else of ours moves them. Then the ticket is opened. */
const claim_claim = { applies: always, run: claim_run, budget: fewCalls };
async function claim_run(ctx) {
    const early = ticketOnItsWay(ctx);
    if (early)
        return early;
    const opened = await openTicket(ctx);
    const how = 'ticket' in opened ? 'did' : 'observed';
    const now = await current(ctx);
    if (!now.parts) {
        if (ctx.state.kind !== 'rotate')
            throw new errors/* RekeyError */.Z$('RK4002', `${ctx.ref.path} has no key in ${fieldNames(ctx)}, so there is nothing to ${ctx.state.kind}.`, ctx.state.kind === 'remove' ? {} : { next: firstKey(ctx.state.snapshot.name) });
        await identified(ctx, now);
        return done(how, { base: now.version, old: 'absent', ...earlier(ctx), ...opened });
    }
    const old = await identify(ctx, now);
    const base = await annotated(ctx, now, old.oldHow === TOLD ? old.oldId : undefined);
    const before = base === now.version ? {} : { unannotated: now.version };
    return done(how, { base, ...before, old: 'present', ...old, ...earlier(ctx), ...opened });
}
/** Ticks adopt what is there, and make no first key by themselves: what is not filled in yet may be filled in by hand. */
const firstKey = (name) => `To let Rekey make the first key, run rotate with keys: ${name} and now: true (on a laptop rotate --keys ${name} --now).`;
function earlier(ctx) {
    const { currentId } = ctx.ledger.key;
    return currentId === undefined ? {} : { currentBefore: currentId };
}
/**
 * The id is written beside the value while the vendor still tells it: once the key is disabled nobody else could say that id and
 * value belong together. What only a person said is not made to look like that, and a rehearsal writes nothing into a secret that is
 * served. The version that is current afterwards.
 */
async function annotated(ctx, now, id) {
    const { store } = ctx.subject;
    const writes = ctx.state.kind === 'rotate' || ctx.state.kind === 'remove';
    if (id === undefined || now.beside !== undefined || !writes)
        return now.version;
    const written = await ctx.send('forward/claim', { annotates: id }, async () => store.annotate?.(ctx.ref, now.version, id));
    return written?.version ?? now.version;
}
/** Never a guess: beside the value, by the vendor, or said by a person in the reviewed config. */
async function identify(ctx, now) {
    const { told, beside } = await identified(ctx, now);
    const said = ctx.subject.entry.keyId;
    const witnesses = [
        { id: told, how: TOLD },
        { id: beside, how: 'kept beside the value' },
        { id: said, how: 'key_id in the config' },
    ].filter((witness) => witness.id !== undefined);
    const [first, ...others] = witnesses;
    if (!first)
        return {};
    const other = others.find((witness) => witness.id !== first.id);
    if (other) {
        throw new errors/* RekeyError */.Z$('RK7008', `${ctx.state.snapshot.name}: ${first.how}: ${first.id}; but ${other.how}: ${other.id}. Nothing was changed.`);
    }
    return { oldId: first.id, oldHow: first.how };
}
/** A ticket that another run asked for may still be opened: who looks for it now and finds none would open a second one. */
function ticketOnItsWay(ctx) {
    const intent = ctx.row('forward/claim')?.intent;
    if (intent?.data['ticket'] !== 'opens' || intent.by === ctx.ledger.nonce)
        return undefined;
    const until = (0,time/* millis */.ne)(intent.at) + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9;
    if (ctx.now() >= until)
        return undefined;
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(until),
        latest: (0,time/* instant */.uR)(until + time/* MINUTE */.pY),
        then: 'it is looked for, and opened if there is none',
        reason: 'a ticket that another run asked for may still be opened',
    };
}
async function openTicket(ctx) {
    const { ticket } = ctx.subject;
    if (ctx.state.kind === 'adopt' || !ticket) {
        await ctx.effect('forward/claim', {}, () => Promise.resolve());
        return {};
    }
    const since = ctx.row('forward/claim')?.intent?.at ?? ctx.state.started;
    const opened = await ctx.effect('forward/claim', { ticket: 'opens' }, (permit) => ticket.upsert(ctx.state.rotation, ctx.ports.pages.ticket(ctx.ledger.facts), { since }, permit));
    return { ticket: opened.number, ticketUrl: opened.url };
}
function fieldNames(ctx) {
    return Object.values(ctx.ref.fields).join(', ');
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/accepted.js




/**
 * Whether the vendor has accepted the victim in this rotation. Only then its refusal is a death: a value that was cut, or that a vendor
 * does not know yet, is refused while its key lives.
 */
function wasAccepted({ state }) {
    if ((0,domain_rotation/* resultOf */.B)(state, state.pass, 'condemn')?.accepted === true)
        return true;
    const verified = (0,domain_rotation/* resultOf */.B)(state, 'forward', 'verify');
    return state.pass === 'forward' ? verified?.old === 'accepted' : verified !== undefined;
}
/** Before the switch, for after it the old key must fall silent. What is left open here is asked again once it is drained. */
async function oldAnswers(ctx) {
    if (ctx.state.kind !== 'rotate')
        return {};
    const parts = await oldParts(ctx);
    return parts && (await answers(ctx, parts)) === 'accepted' ? { old: 'accepted' } : {};
}
/**
 * Before the line, where nobody has seen it yet. A key that was never current is not asked: a use would make it look like one that
 * somebody holds. RK5006 when there is no clear answer.
 */
async function victimAnswers(ctx, everCurrent) {
    if (!everCurrent || wasAccepted(ctx))
        return {};
    const parts = await victimParts(ctx);
    if (!parts)
        return {};
    const answer = await answers(ctx, parts);
    if (answer === 'unknown')
        throw new errors/* RekeyError */.Z$('RK5006', 'The vendor does not say whether it accepts the key that is to die.');
    return answer === 'accepted' ? { accepted: true } : {};
}
const accepted_TRIES = 3;
/** A fault of the moment is asked past. */
async function answers(ctx, parts) {
    for (let tries = 1;; tries += 1) {
        const { answer } = await ctx.subject.vendor.verify(parts);
        if (answer !== 'unknown' || tries === accepted_TRIES)
            return answer;
        await ctx.sleep(tries * time/* SECOND */.Z2);
    }
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/drainTimes.js





/** The shortest time that old must be silent, as a part of the grace period, where workloads may hold it as long as that. */
const LEAST_SILENCE = 0.1;
/** How far the clocks of the vendor and of the journal may be apart; no further than the grace period is long. */
const SKEW = time/* MINUTE */.pY;
/**
 * Nobody who is listed uses the victim once the last workload was checked and the longest hold is over. From then on it must
 * be silent to the end of the grace period.
 */
async function drainTimes(ctx) {
    const { lastUsed, lastUsedLag } = ctx.subject.vendor.capabilities;
    const now = await current(ctx);
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
    return (0,time/* millis */.ne)(lastUsed) + silence + ctx.subject.vendor.capabilities.lastUsedLag;
}
async function isGone(ctx, now) {
    const promoted = (0,domain_rotation/* resultOf */.B)(ctx.state, ctx.state.pass, 'promote')?.version;
    return promoted !== undefined && promoted !== now.version && !(await version(ctx, promoted));
}
/**
 * From when on the grace period counts: promoted, and the last workload rolled and checked. A check comes after its rollout, unless it
 * was forged; what is rolled only after the line was checked before without. @param now what the store serves
 */
async function quietSince(ctx, now) {
    const { state } = ctx;
    const promoted = await promotedAt(ctx, now);
    const endOf = (row) => (0,time/* millis */.ne)(state.rows[row]?.result?.at ?? (0,time/* instant */.uR)(0));
    const line = endOf(`${state.pass}/condemn`);
    const ends = ctx.workloadNames.flatMap((name) => {
        const rolled = endOf(`${state.pass}/deploy:${name}`);
        return [endOf(`${state.pass}/check:${name}`), ...(line > 0 && rolled > line ? [] : [rolled])];
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
        await mustBeTheOneAskedFor(ctx, now);
    const pass = state.pass === 'back' ? 'back' : 'forward';
    const row = state.rows[`${pass}/promote`];
    const promoted = (0,domain_rotation/* resultOf */.B)(state, pass, 'promote');
    if (!row?.result || !promoted)
        return (0,time/* millis */.ne)(state.started);
    const named = now.version === promoted.version ? now : await version(ctx, promoted.version);
    const same = now.parts && named?.parts ? (0,domain_credential/* samePartsTrimmed */.X)(now.parts, named.parts) : now.parts === named?.parts;
    if (named && !same)
        throw new errors/* RekeyError */.Z$('RK7008', `${state.snapshot.name}: the store serves another value than the one that this rotation made current. Nothing was revoked.`);
    const again = now.version === promoted.version ? 0 : await servedAgainAt(ctx, now, promoted.version);
    return Math.max((0,time/* millis */.ne)(row.result.at), (0,time/* millis */.ne)((named ?? now).created), again);
}
/**
 * A removal ends the key that was served when it was asked for. Where another one is served by now, it would leave that one behind
 * and say removed.
 */
async function mustBeTheOneAskedFor(ctx, now) {
    const { base, oldId } = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim') ?? {};
    if (base === undefined || now.version === base || !now.parts)
        return;
    const asked = (await version(ctx, base))?.parts;
    const isSame = asked ? (0,domain_credential/* samePartsTrimmed */.X)(asked, now.parts) : now.id === undefined || now.id === oldId;
    if (isSame)
        return;
    // A replica that is behind serves what was there before.
    if ((await ctx.subject.store.since(ctx.ref, now.version)).includes(base))
        return;
    throw new errors/* RekeyError */.Z$('RK7008', `${ctx.state.snapshot.name}: the store serves another key than the one whose removal was asked for, so neither is revoked. Run remove again to end the one that is served now; the other one has to be deleted at the vendor.`);
}
/**
 * Somebody may have written another value since, and this one back: then it counts from there, and so it does after a version that
 * is gone. 0: it was served without a break.
 */
async function servedAgainAt(ctx, now, promoted) {
    let again = 0;
    let isBroken = false;
    for (const one of await versionsSince(ctx, promoted)) {
        const isSame = one?.parts !== undefined && now.parts && (0,domain_credential/* samePartsTrimmed */.X)(one.parts, now.parts);
        if (isBroken && isSame)
            again = (0,time/* millis */.ne)(one.created);
        isBroken = !isSame;
    }
    return again;
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/mayKill.js
/**
 * May this credential be disabled, revoked or discarded? One pure function for revoke, sweep, discard and rollback.
 * The reasons against it; empty: yes. A credential that was never current needs no rollout and no drain.
 */
function mayKill(w) {
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

// EXTERNAL MODULE: ./.build/src/domain/key.js
var key = __webpack_require__(5132);
;// CONCATENATED MODULE: ./.build/src/lifecycle/labels.js

/** More attempts than one rotation makes. */
const MOST_ATTEMPTS = 9;
/** The labels of all attempts of this rotation. */
function ownLabels(ctx) {
    return labelsOf(ctx, ctx.state.rotation, ctx.row('forward/create')?.intents ?? 0);
}
/**
 * Those of the rotation before, as far as the journal knows it: a create of it may have landed after its end. What a person gave
 * up is that person's, for it may be in use.
 */
function earlierLabels(ctx) {
    const { last } = ctx.ledger.key;
    return !last || last.outcome === 'abandoned' ? new Set() : labelsOf(ctx, last.rotation, MOST_ATTEMPTS);
}
const isLabelled = ({ label }, labels) => label !== undefined && labels.has(label);
function labelsOf(ctx, rotation, attempts) {
    const { state, subject } = ctx;
    const label = (n) => (0,key/* credentialLabel */.ad)(state.snapshot.name, subject.identity, rotation, n);
    return new Set(Array.from({ length: attempts }, (_, index) => label(index + 1)));
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/uses.js

/** Its value was not lost, then. Some vendors call the making itself a use. */
function wasUsed({ lastUsed, created }) {
    return typeof lastUsed === 'string' && (created === undefined || (0,time/* millis */.ne)(lastUsed) > (0,time/* millis */.ne)(created));
}
/** Only where the vendor says so: no such field, or a null that may mean anything, says nothing. */
function wasNeverUsed({ subject }, { lastUsed }) {
    const { lastUsed: isShown, nullMeansNever } = subject.vendor.capabilities;
    return isShown && nullMeansNever && (lastUsed === null || lastUsed === undefined);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/ours.js







/**
 * Why an id is ours; undefined: nothing says so but the journal, and the journal alone is no witness. The store, the vendor, the
 * reviewed config or an exact label must say it.
 */
async function ours(ctx, victim) {
    const witnesses = [
        ['its id is kept beside the value in this secret', () => besideOldValue(ctx, victim.id)],
        ['key_id in the reviewed config names it', () => ctx.subject.entry.keyId === victim.id],
        ['it is staged in the slot of this rotation', () => stagedByUs(ctx, victim.id)],
        ['it carries our exact label, or its principal is ours alone', () => labelledByUs(ctx, victim)],
        // A use of its own would make a lost key look like one that somebody holds, so the vendor is asked last.
        ['the vendor tells it from the value in this secret', () => toldByVendor(ctx, victim)],
        ['it appeared at the vendor after our intent, and the slot is ours', () => newcomer(ctx, victim)],
    ];
    for (const [why, is] of witnesses)
        if (await is())
            return why;
    return undefined;
}
async function besideOldValue(ctx, victim) {
    const base = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
    return base !== undefined && (await version(ctx, base))?.id === victim;
}
async function stagedByUs(ctx, victim) {
    const slot = await ctx.subject.store.slot(ctx.ref);
    return slot?.reservation.rotation === ctx.state.rotation && slot.staged?.id === victim;
}
async function toldByVendor(ctx, { id, values }) {
    const { vendor } = ctx.subject;
    return values !== undefined && vendor.capabilities.identify && (await vendor.identify(values)) === id;
}
async function labelledByUs(ctx, victim) {
    const listed = await victim.listed();
    if (!listed)
        return false;
    const { dedicated } = ctx.subject.vendor.capabilities;
    return dedicated || isLabelled(listed, new Set([...ownLabels(ctx), ...earlierLabels(ctx)]));
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
    if (!Array.isArray(before) || before.includes((0,key/* shortIdentity */.tv)(victim.id)))
        return false;
    const taken = await slotTaken(ctx, victim.id);
    if (taken === undefined)
        return false;
    const { credentials, complete } = await ctx.subject.vendor.list();
    const [one, ...others] = credentials.filter((each) => mayBeMadeAt(each, taken));
    const alone = complete && one?.id === victim.id && others.length === 0;
    return alone && one.created !== undefined && wasNeverUsed(ctx, one);
}
/** When this rotation took the slot last. Undefined: the slot is not ours, or something else is staged in it. */
async function slotTaken(ctx, victim) {
    const slot = await ctx.subject.store.slot(ctx.ref);
    const isOurs = slot?.reservation.rotation === ctx.state.rotation;
    const isEmpty = slot?.staged === undefined || slot.staged.id === victim;
    return isOurs && isEmpty && slot.since !== undefined ? (0,time/* millis */.ne)(slot.since) : undefined;
}
function mayBeMadeAt({ created }, taken) {
    if (created === undefined)
        return true;
    const age = (0,time/* millis */.ne)(created) - taken;
    return age >= -CLOCKS_DIFFER && age <= lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 + CLOCKS_DIFFER;
}
/** Two clocks may be this far apart. */
const CLOCKS_DIFFER = time/* MINUTE */.pY;

// EXTERNAL MODULE: ./.build/src/lifecycle/stopwatch.js
var stopwatch = __webpack_require__(5462);
;// CONCATENATED MODULE: ./.build/src/lifecycle/witnesses.js










/** How far the clocks of vendor and store may be apart. */
const witnesses_SKEW = time/* MINUTE */.pY;
/** What a kill rests on was read at most so long before it is sent: a person may have put the old key back since. */
const FRESH = 5 * time/* MINUTE */.pY;
/**
 * Reads store and vendor anew and asks `mayKill`. Throws RK8004 with all reasons, RK5006 when the vendor does not say enough.
 * @returns a permit for the call that may rest on it: a process that was suspended meanwhile has to look again
 */
async function mustBeKillable(ctx, victim) {
    const { witnesses, sinceLook } = await gather(ctx, victim);
    const against = mayKill(witnesses);
    if (against.length === 0)
        return () => sinceLook() < FRESH;
    throw new errors/* RekeyError */.Z$('RK8004', `${ctx.state.snapshot.name}: ${victim.victim} is left alone: ${against.join('; ')}.`);
}
async function gather(ctx, { victim, everCurrent }) {
    const { state, subject } = ctx;
    const { survivor } = roles(state, subject.entry.keyId);
    const removal = state.kind === 'remove';
    const known = await knownOf(ctx, victim);
    // There may be a thousand other secrets to read, so this comes first and the look counts from here.
    const isCurrentElsewhere = subject.currentElsewhere.has(victim) || (everCurrent && (await heldElsewhere(ctx, known)));
    const sinceLook = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
    const served = await current(ctx);
    const witnesses = {
        victim,
        everCurrent,
        claimFresh: isClaimFresh(ctx),
        ours: await ours(ctx, known),
        isSurvivor: victim === survivor,
        isCurrent: !removal && (await mayBeServed(served, known)),
        wasServed: !everCurrent && (await wasServed(ctx, served, known)),
        isCurrentElsewhere,
        isAdminKey: (await subject.vendor.adminId?.()) === victim,
        survivorAccepted: removal || !served.parts ? undefined : await accepted(ctx, served.parts),
        unchecked: removal ? [] : unchecked(ctx),
        leftWithout: removal ? subject.entry.usedBy : [],
        drained: (0,domain_rotation/* resultOf */.B)(state, state.pass, 'drain') !== undefined,
        graceLeft: everCurrent ? (await quiet(ctx, served)) + ctx.grace - ctx.now() : 0,
    };
    return { witnesses, sinceLook };
}
/** A key that is removed is served to its end, so its grace period counts from the order. */
async function quiet(ctx, served) {
    return ctx.state.kind === 'remove' ? (0,time/* millis */.ne)(ctx.state.started) : quietSince(ctx, served);
}
/** Whoever takes a claim over makes our next append fail; past its end anybody may. */
function isClaimFresh(ctx) {
    const { claim } = ctx.state;
    return !ctx.ledger.lost && claim?.by === ctx.ledger.nonce && ctx.now() < (0,time/* millis */.ne)(claim.end);
}
async function knownOf(ctx, id) {
    let listing;
    return {
        id,
        values: await witnesses_victimParts(ctx, id),
        listed: async () => {
            listing ??= ctx.subject.vendor.list();
            return (await listing).credentials.find((one) => one.id === id);
        },
    };
}
/** The values of the victim as the store has them. Undefined for a key whose value was lost before it was stored. */
async function witnesses_victimParts(ctx, victim) {
    if (victim === (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create')?.id)
        return newParts(ctx);
    return victim === oldIdOf(ctx.state, ctx.subject.entry.keyId) ? oldParts(ctx) : undefined;
}
/**
 * Where neither ids nor values can be compared, a victim that was made after the served value had been written is another one.
 */
async function mayBeServed(served, victim) {
    if (!served.parts)
        return false;
    if (served.id === victim.id)
        return true;
    if (victim.values)
        return (0,domain_credential/* samePartsTrimmed */.X)(victim.values, served.parts);
    if (served.id !== undefined)
        return false;
    const created = (await victim.listed())?.created;
    return created === undefined || (0,time/* millis */.ne)(created) <= (0,time/* millis */.ne)(served.created) + witnesses_SKEW;
}
/**
 * A journal that was set back does not know of a switch, and the old value may have been written back since. The store still has the
 * versions in between, as many as it keeps.
 */
async function wasServed(ctx, served, victim) {
    const base = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
    if (base === undefined || base === served.version)
        return false;
    return (await versionsSince(ctx, base)).some((one) => one && isHeldBy(one, victim));
}
/**
 * Somebody may have put the victim into the secret of another key since the journal looked at that one. Where the vendor shows
 * the last use the drain sees it; elsewhere the secrets are read, one by one.
 */
async function heldElsewhere({ subject }, victim) {
    if (subject.vendor.capabilities.lastUsed)
        return false;
    const others = await subject.heldElsewhere();
    return others.some((one) => isHeldBy(one, victim));
}
const isHeldBy = (one, victim) => one.id === victim.id || (one.parts && victim.values && (0,domain_credential/* samePartsTrimmed */.X)(one.parts, victim.values)) === true;
/** Only an answer counts: a vendor that is ill or busy is asked again later. */
async function accepted(ctx, parts) {
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

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/drain.js







/**
 * The grace period is over, the victim is silent, and every workload is well with the survivor. Rekey itself never calls the
 * vendor with the victim before this row is done. Once it is revoked there is nothing to wait for.
 */
const drain = {
    applies: ({ state, subject }) => roles(state, subject.entry.keyId).victimExists && !state.rows[`${state.pass}/revoke`]?.result,
    run: drain_run,
    budget: fewCalls,
};
async function drain_run(ctx) {
    const times = await drainTimes(ctx);
    const latest = latestOf(ctx, times);
    // A list may come long after it was asked for, and shows no use in between.
    const asked = ctx.now();
    const sinceAsked = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
    if (asked < times.look) {
        return {
            is: 'wait',
            until: (0,time/* instant */.uR)(times.look),
            latest: (0,time/* instant */.uR)(latest),
            then: 'a person is asked',
            reason: times.isPruned ? `${waitsFor(ctx, times)}; ${PRUNED}` : waitsFor(ctx, times),
        };
    }
    const lastUsed = await lastUse(ctx);
    if (lastUsed === CUT)
        return cutList(ctx, latest);
    if (typeof lastUsed === 'string' && silentAt(ctx, lastUsed, times) > asked)
        return stillUsed(ctx, lastUsed, times, latest);
    await mustBeWell(ctx);
    ctx.memory.sinceDrained = sinceAsked;
    const until = (0,time/* instant */.uR)(times.until);
    if (lastUsed === undefined)
        return done('not observed', { silent: 'not observed', until });
    return done('observed', { silent: 'observed', until, ...(lastUsed === null ? {} : { lastUsed }) });
}
const CUT = Symbol('cut');
const PRUNED = 'it counts from the newest version of the secret, because the store no longer keeps the version written by the switch: raise max_versions';
const dying = ({ state }) => (state.pass === 'back' ? 'new' : 'old');
/** The grace period to its end; where that is not enough, what must be seen after it, and which settings make it last. */
function waitsFor(ctx, { until, look }) {
    const which = dying(ctx);
    const grace = `grace period of ${(0,time/* spoken */.vg)(ctx.grace)}, to ${(0,time/* when */.z7)(until)}`;
    const works = `the ${which} key still works`;
    if (look <= until)
        return `${grace}; ${works}`;
    const lag = ctx.subject.vendor.capabilities.lastUsedLag;
    return `${grace}, then silence of the ${which} key, to be seen at ${(0,time/* when */.z7)(look)} (a use shows up to ${(0,time/* spoken */.vg)(lag)} late: limits.last_used_lag of ${ctx.state.snapshot.vendor}; clocks may differ by ${(0,time/* spoken */.vg)(skewOf(ctx))}); ${works}`;
}
/** However often times move while it waits, a person is asked in the end. */
function latestOf(ctx, { look, silence }) {
    const { snapshot, pass } = ctx.state;
    const longest = ctx.grace + silence + 2 * ctx.subject.vendor.capabilities.lastUsedLag;
    return Math.min(look, ctx.waitingSince(`${pass}/drain`) + longest) + snapshot.drainLimit;
}
/** By the vendor's clock. null: never. undefined: no such field, or a null that means nothing. CUT: the list ended before it. */
async function lastUse(ctx) {
    const { vendor, entry } = ctx.subject;
    const { victim } = roles(ctx.state, entry.keyId);
    if (!vendor.capabilities.lastUsed || victim === undefined)
        return undefined;
    const { credentials, complete } = await vendor.list();
    const listed = credentials.find(({ id }) => id === victim);
    if (!listed)
        return complete ? null : CUT;
    if (listed.lastUsed === undefined || listed.lastUsed === null)
        return vendor.capabilities.nullMeansNever ? null : undefined;
    return listed.lastUsed;
}
function stillUsed(ctx, lastUsed, times, latest) {
    return notSilent(ctx, latest, {
        until: Math.max(ctx.now() + time/* MINUTE */.pY, silentAt(ctx, lastUsed, times)),
        reason: `the ${dying(ctx)} key was last used at ${lastUsed}: something that is not listed still holds it`,
        person: `Find who still uses the ${dying(ctx)} key and add it to used_by; the rotation goes on by itself once the key is silent.`,
    });
}
/** Absence from a list that was cut says nothing. */
function cutList(ctx, latest) {
    return notSilent(ctx, latest, {
        until: ctx.now() + LOOK_AGAIN,
        reason: `the vendor's list was cut before the ${dying(ctx)} key, so nobody can see whether it is silent`,
        person: `Raise max_pages of the vendor's list; the rotation goes on by itself once the ${dying(ctx)} key is seen.`,
    });
}
const LOOK_AGAIN = 10 * time/* MINUTE */.pY;
function notSilent(ctx, latest, { until, reason, person }) {
    if (ctx.now() < latest)
        return {
            is: 'wait',
            until: (0,time/* instant */.uR)(until),
            latest: (0,time/* instant */.uR)(latest),
            then: 'a person is asked',
            reason,
        };
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + time/* DAY */.d_),
        latest: (0,time/* instant */.uR)(latest + 30 * time/* DAY */.d_),
        then: 'it stays as it is',
        reason,
        person,
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/condemn.js











/** The line. From here on the victim never becomes current again, for anybody; an id that nobody knows is never guessed. */
const condemn = {
    applies: (ctx) => roles(ctx.state, ctx.subject.entry.keyId).victimExists,
    run: condemn_run,
    budget: fewCalls,
    brakes: true,
};
async function condemn_run(ctx) {
    const { victim, everCurrent } = roles(ctx.state, ctx.subject.entry.keyId);
    // What another process wrote about the drain may be old, or forged: the line is crossed on what is seen now.
    const { sinceDrained = () => Infinity } = ctx.memory;
    if (everCurrent && sinceDrained() >= FRESH) {
        const seen = await drain.run(ctx);
        if (seen.is !== 'done')
            return seen;
    }
    if (victim === undefined)
        return unknownId(ctx);
    await mustBePublic(ctx, victim, 'the id of the key that is to go', await victimParts(ctx));
    const seen = await victimAnswers(ctx, everCurrent);
    // A machine that was suspended meanwhile has seen an old world.
    let isFresh;
    do
        isFresh = await mustBeKillable(ctx, { victim, everCurrent });
    while (!isFresh());
    ctx.ledger.note({
        type: 'condemn',
        credential: victim,
        why: `pass ${ctx.state.pass} of rotation ${ctx.state.rotation}`,
    });
    return done('did', { id: victim, ...seen });
}
/** new is live and healthy, old is left alone: a person names the id, or revokes it by hand, which is then proved. */
async function unknownId(ctx) {
    const parts = await oldParts(ctx);
    const verdict = parts && (await ctx.subject.vendor.verify(parts));
    if (verdict?.answer === 'refused')
        return done('found', { id: '' });
    const { name } = ctx.state.snapshot;
    const reason = `${name}: I do not know the id of the old key, so I will not revoke anything. The new key is live and healthy; the old one still works`;
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + time/* HOUR */.dp),
        latest: (0,time/* instant */.uR)((0,time/* millis */.ne)(ctx.row(`${ctx.state.pass}/drain`)?.result?.at ?? ctx.state.started) + 30 * time/* DAY */.d_),
        then: 'the old key stays alive',
        reason,
        person: `Write key_id: of the old key under keys.${name} in the config, or revoke the old key by hand at the vendor: then it is proved. For next time: add whoami to the vendor`,
    };
}
/** The id that was condemned in this pass; empty: killed by hand, id unknown. Undefined: none yet. */
function condemnedId(state) {
    return (0,domain_rotation/* resultOf */.B)(state, state.pass, 'condemn')?.id;
}
/** For the steps that kill: they apply only once there is an id. */
function victimOf(state) {
    const id = condemnedId(state);
    if (id !== undefined && id !== '')
        return id;
    throw new errors/* RekeyError */.Z$('RK7002', 'The journal names no condemned credential.');
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/slot.js


/** The journal knows that this rotation of the key is closed. */
async function isClosed(ctx, rotation) {
    const facts = await ctx.ports.journal.facts(ctx.subject.identity, rotation);
    return (0,domain_rotation/* foldRotation */.i)(facts)?.closed !== undefined;
}
/** Takes the slot. One that a rotation of ours took after its own end, when a process of it woke up late, is freed first. */
async function reserve(ctx, wanted, permit) {
    const { store } = ctx.subject;
    try {
        return await store.reserve(ctx.ref, wanted, permit);
    }
    catch (thrown) {
        if ((0,errors/* asRekeyError */.fq)(thrown).kind !== 'conflict' || ctx.ledger.lost)
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

;// CONCATENATED MODULE: ./.build/src/lifecycle/gone.js





/** Such a failure says nothing about what there is: nothing came of the call, or it was not even sent. */
const SAYS_NOTHING = ['throttled', 'transient', 'config'];
/**
 * Whether the credential that has to die is gone from the vendor. true: a complete list has it no more, or its value was accepted and is
 * refused. false: it is there. Undefined: nobody can see it.
 */
async function gone_isGone(ctx, id) {
    const mayBeOff = (ctx.row(`${ctx.state.pass}/disable`)?.intents ?? 0) > 0;
    const parts = mayBeOff || !wasAccepted(ctx) ? undefined : await victimParts(ctx);
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
    const isNew = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create')?.id === id;
    const made = isNew ? ctx.row('forward/create')?.result?.at : undefined;
    return made === undefined ? 0 : (0,time/* millis */.ne)(made) + ctx.subject.vendor.capabilities.listLag;
}
/** The same, after a call about it failed: vendors answer 404, 410, 409 or 500 for what is gone. Undefined also when the look fails. */
async function isGoneAfter(ctx, id, { kind }) {
    if (ctx.ledger.lost || SAYS_NOTHING.includes(kind))
        return undefined;
    return gone_isGone(ctx, id).catch((thrown) => {
        ctx.ports.log.warning(`  ${id}: ${(0,errors/* asRekeyError */.fq)(thrown).line}`);
        return undefined;
    });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/strays.js






/** Ends a credential of ours that was never current and whose value is lost. */
async function endLost(ctx, id) {
    const row = `forward/sweep:${id}`;
    const isFresh = await mustBeKillable(ctx, { victim: id, everCurrent: false });
    if (!ctx.ledger.key.condemned.includes(id))
        ctx.ledger.note({ type: 'condemn', credential: id, why: 'its value was lost before it was stored' });
    const revoke = (permit) => ctx.subject.vendor.revoke(id, () => permit() && isFresh());
    const how = await ctx.effect(row, { id }, revoke).then((ended) => (ended === 'revoked' ? 'did' : 'found'), async (thrown) => {
        if ((await isGoneAfter(ctx, id, (0,errors/* asRekeyError */.fq)(thrown))) === true)
            return 'found';
        throw thrown;
    });
    ctx.ledger.note({ type: 'result', row, how, data: { id } });
}
function isSwept(ctx, id) {
    return ctx.row(`forward/sweep:${id}`)?.result !== undefined;
}
/**
 * What a create left behind that landed after nobody waited for it any more: ours by exact label of this rotation or of the
 * one before, and neither of the two that this rotation is about. Where a person deletes keys they are left.
 */
async function endStrays(ctx, { credentials }) {
    if (ctx.subject.vendor.capabilities.byPerson.includes('revoke'))
        return;
    const claim = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim');
    const created = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create');
    const known = [claim?.oldId, created?.id];
    const oldIsKnown = claim?.old === 'absent' || claim?.oldId !== undefined;
    const labels = new Set([...(oldIsKnown ? earlierLabels(ctx) : []), ...ownLabels(ctx)]);
    for (const one of credentials) {
        if (!isLabelled(one, labels) || known.includes(one.id) || isSwept(ctx, one.id))
            continue;
        if (strays_wasServed(ctx, one))
            noteLeft(ctx, one.id);
        else
            await endLost(ctx, one.id);
    }
}
/**
 * What the rotation before promoted may still be held by somebody, although the secret was changed by hand since: a credential
 * that was ever current dies only through the tail.
 */
function strays_wasServed(ctx, one) {
    const before = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.currentBefore;
    return one.id === before || one.id === ctx.ledger.key.currentId || wasUsed(one);
}
/** Told once; a person decides, for nobody knows who holds it. */
function noteLeft(ctx, id) {
    const message = `${id} is alive and was in use before the secret was changed by hand. It is left alone: delete it at the vendor once nobody holds it`;
    const isTold = ctx.ledger.facts.some((fact) => fact.type === 'warning' && fact.message === message);
    if (isTold)
        return;
    ctx.ledger.note({ type: 'warning', message });
    ctx.ports.log.warning(message);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/lookUp.js









const ROW = 'forward/create';
/** How far two clocks may be apart. */
const lookUp_SKEW = time/* MINUTE */.pY;
/**
 * A create was intended and nobody wrote down how it ended. Staged by us: it is done. At the vendor but not staged: its value
 * is lost, so it is swept. Nowhere: only when the list is complete and nothing can still arrive. Undefined: create anew.
 * @param waits the row that looks, whose wait it is
 */
async function lookUp(ctx, waits) {
    const intent = ctx.row(ROW)?.intent;
    if (!intent)
        return undefined;
    const slot = await ctx.subject.store.slot(ctx.ref);
    const staged = slot?.reservation.rotation === ctx.state.rotation ? slot.staged : undefined;
    if (staged && !ctx.ledger.key.condemned.includes(staged.id)) {
        await mustBePublic(ctx, staged.id, 'the id in the staging slot', staged.parts);
        return done('found', { id: staged.id, label: textOf(intent.data['label']), staged: staged.version });
    }
    return lookAtVendor(ctx, (0,time/* millis */.ne)(intent.at), waits);
}
async function lookAtVendor(ctx, intended, waits) {
    if (ctx.memory.misread)
        return lookAfterAnswer(ctx, ctx.memory.misread, waits);
    const wait = waiter(ctx, waits);
    const { vendor } = ctx.subject;
    const { labels, listLag, lastUsedLag } = vendor.capabilities;
    const quiet = intended + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 + listLag;
    // A newcomer that somebody else made has been used by then.
    const asked = ctx.now();
    if (!labels && asked < quiet + lastUsedLag)
        return wait(quiet + lastUsedLag, LATE);
    const { credentials, complete } = await vendor.list();
    const lost = labels
        ? labelled(ctx, credentials)
        : newcomers(ctx, await strangers(ctx, credentials), complete);
    if (lost === 'unclear')
        return UNCLEAR;
    const [first] = lost;
    if (first && vendor.capabilities.byPerson.includes('revoke'))
        return deletedByPerson(ctx, first.id, waits);
    for (const { id } of lost)
        await endLost(ctx, id);
    if (lost.length > 0)
        return undefined;
    if (!complete)
        return wait(Math.max(quiet, ctx.now() + pauseOf(ctx, waits)), lookUp_CUT);
    return asked < quiet ? wait(quiet, LATE) : undefined;
}
const UNCLEAR = {
    is: 'block',
    code: 'RK7008',
    why: 'a key may have been made whose value is lost, and it was used, or the vendor does not show which one it is, or that nobody has used it',
};
/**
 * The vendor has answered, so nothing can arrive any more: what was made is in its list. Only our exact label says which one is ours; a
 * newcomer that has none may be, so a person is told its id.
 */
async function lookAfterAnswer(ctx, { at, before }, waits) {
    const { vendor } = ctx.subject;
    const asked = ctx.now();
    const shown = at + vendor.capabilities.listLag;
    if (asked < shown)
        return waiter(ctx, waits)(shown, LATE);
    const { credentials, complete } = await vendor.list();
    const own = labelled(ctx, credentials);
    if (own === 'unclear')
        return UNCLEAR;
    const [first] = own;
    if (first && vendor.capabilities.byPerson.includes('revoke'))
        return deletedByPerson(ctx, first.id, waits);
    for (const { id } of own)
        await endLost(ctx, id);
    if (own.length > 0)
        return undefined;
    const known = new Set(before.credentials.map(({ id }) => id));
    const fresh = (await strangers(ctx, credentials)).filter(({ id, label }) => !known.has(id) && !isSwept(ctx, id) && label?.startsWith('rekey-') !== true);
    if (fresh.length === 0 && complete && before.complete)
        return undefined;
    const { name, vendor: where } = ctx.state.snapshot;
    return {
        is: 'block',
        code: 'RK5005',
        why: fresh.length === 0
            ? `${name}: a key may have been made, and the list of ${where} was cut, so nobody can see which one. Look there for the newest key and delete it`
            : `${name}: a key may have been made, and ${where} does not show our label. New in its list since then: ${(0,domain_text/* sentenceList */.MT)(fresh.slice(0, MOST_NAMED).map(({ id }) => id))}. Delete the one that nobody else has made`,
    };
}
const MOST_NAMED = 5;
function deletedByPerson(ctx, id, waits) {
    const { name, vendor } = ctx.state.snapshot;
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + time/* HOUR */.dp),
        latest: (0,time/* instant */.uR)(ctx.waitingSince(waits) + 30 * time/* DAY */.d_),
        then: 'it is left where it is',
        reason: `${name}: the value of ${id} was lost before it was stored, and ${vendor} has no call to delete a key`,
        person: `Delete ${id} at ${vendor} by hand. The next run goes on once it is gone from the list`,
    };
}
/** With our exact label. One that was used has a value that somebody holds. */
function labelled(ctx, credentials) {
    const own = credentials.filter((one) => isLabelled(one, ownLabels(ctx)) && !isSwept(ctx, one.id));
    return own.some(wasUsed) ? 'unclear' : own;
}
const LATE = 'a create whose answer was lost may still arrive';
const lookUp_CUT = 'the vendor gave a list that was cut';
/** The longer the list stays cut, the more rarely it is asked for: at last the process ends, and a later one asks. */
function pauseOf(ctx, row) {
    return Math.min(Math.max(time/* MINUTE */.pY / 4, (ctx.now() - ctx.waitingSince(row)) / 2), time/* HOUR */.dp / 4);
}
function waiter(ctx, row) {
    return (until, reason) => {
        const latest = (0,time/* instant */.uR)(ctx.waitingSince(row) + time/* HOUR */.dp + ctx.subject.vendor.capabilities.listLag);
        return { is: 'wait', until: (0,time/* instant */.uR)(until), latest, then: 'a person is asked', reason };
    };
}
/** Without what other keys of ours hold: it was made for them, perhaps in the same minute. */
async function strangers(ctx, credentials) {
    const held = await ctx.subject.heldElsewhere();
    return credentials.filter((one) => !held.some(({ id }) => id === one.id));
}
/**
 * Without labels: exactly one that was not there before, made while our create was on its way by the vendor's clock, and by the
 * vendor's word never used. Anything else is unclear.
 */
function newcomers(ctx, credentials, complete) {
    const intent = ctx.row(ROW)?.intent;
    const seen = intent?.data['before'];
    const before = Array.isArray(seen) ? seen : [];
    const fresh = credentials.filter(({ id }) => !before.includes((0,key/* shortIdentity */.tv)(id)) && !isSwept(ctx, id));
    const [only] = fresh;
    if (!only || !intent)
        return [];
    const age = only.created === undefined ? undefined : (0,time/* millis */.ne)(only.created) - (0,time/* millis */.ne)(intent.at);
    const inTime = age !== undefined && age >= -lookUp_SKEW && age <= lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 + lookUp_SKEW;
    return fresh.length === 1 && complete && inTime && wasNeverUsed(ctx, only) ? fresh : 'unclear';
}
function textOf(value) {
    return typeof value === 'string' ? value : '';
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/create.js














const create_ROW = 'forward/create';
/** How long a store may be slow to take the value, and how often at least it is asked. */
const STAGE_PATIENCE = 90 * time/* SECOND */.Z2;
const STAGE_TRIES = 5;
/** A vendor that never answers a create makes a key each time. */
const MOST_LOST = 4;
/** Kinds of errors after which another try is in vain. */
const VERDICTS = ['config', 'denied', 'conflict', 'full', 'gone', 'refused'];
/** One row, because between the vendor's answer and the store's write the value is in memory only. */
const create = { applies: always, run: create_run, budget: () => 5 * time/* MINUTE */.pY };
async function create_run(ctx) {
    if (ctx.row(create_ROW)?.intent) {
        const found = await lookUp(ctx, create_ROW);
        if (found)
            return found;
        if ((ctx.row(create_ROW)?.unsettled ?? 0) >= MOST_LOST)
            return { is: 'turn', to: 'discard', why: `${String(MOST_LOST)} creates had no answer`, code: 'RK5007' };
    }
    const { vendor, store } = ctx.subject;
    const before = await listedBefore(ctx);
    // What could fail is read before: afterwards nothing may stand between the vendor's answer and the stage.
    await oldParts(ctx);
    await endStrays(ctx, before);
    const attempt = (ctx.row(create_ROW)?.intents ?? 0) + 1;
    const label = (0,key/* credentialLabel */.ad)(ctx.state.snapshot.name, ctx.subject.identity, ctx.state.rotation, attempt);
    const intent = intentData(label, attempt, before, vendor.capabilities.labels);
    const reservation = {
        rotation: ctx.state.rotation,
        repository: ctx.ports.run.repository,
        fact: ctx.ledger.facts.at(-1)?.id ?? '',
        until: (0,time/* instant */.uR)(ctx.now() + ctx.grace + ctx.state.snapshot.drainLimit),
    };
    await ctx.intend(create_ROW, intent);
    const { slot } = await ctx.within(create_ROW, intent, (permit) => reserve(ctx, reservation, permit));
    const like = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.oldId;
    const wanted = { label, scopes: ctx.state.snapshot.scopes, ...(like === undefined ? {} : { like }) };
    const created = await made(ctx, intent, before, (permit) => vendor.create(wanted, permit));
    if ('is' in created)
        return created;
    const credential = { ...created, parts: (0,domain_credential/* bindParts */.c)(created.parts, [...vendor.origins, ...store.origins]) };
    await mustBeNew(ctx, credential, before);
    ctx.memory.fresh = credential;
    return stage(ctx, slot, credential, label);
}
/**
 * An answer that was had and is not understood, such as one without a value, says that a key may have been made; another create would
 * be answered the same way. So the rotation is given up, and the sweep looks for that key.
 */
async function made(ctx, intent, before, call) {
    try {
        const created = await ctx.send(create_ROW, intent, call);
        await mustBePublic(ctx, created.id, 'what the vendor calls the id of the new key', created.parts);
        return created;
    }
    catch (thrown) {
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (error.kind !== 'broken')
            throw thrown;
        ctx.memory.misread = { at: ctx.now(), before };
        (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, create_ROW, error, false);
        return { is: 'turn', to: 'discard', why: error.message, code: error.code };
    }
}
/** With labels what was seen a moment ago is enough; without, nothing may have been made between the list and our create. */
async function listedBefore(ctx) {
    const { vendor } = ctx.subject;
    const seen = vendor.capabilities.labels ? ctx.memory.listing : undefined;
    delete ctx.memory.listing;
    return seen ?? vendor.list();
}
/** Without labels only the ids that were there before tell later which one is ours; as digests, for they may be anybody's. */
function intentData(label, attempt, before, labels) {
    if (labels)
        return { label, attempt };
    if (!before.complete)
        throw new errors/* RekeyError */.Z$('RK5005', 'The vendor has no labels and its list was cut, so a lost key could not be found again.');
    return { label, attempt, before: before.credentials.map(({ id }) => (0,key/* shortIdentity */.tv)(id)) };
}
/** Some gateways answer a create for an existing name with the existing key. Undoing that would kill production. */
async function mustBeNew(ctx, created, before) {
    const old = await oldParts(ctx);
    const known = before.credentials.some(({ id }) => id === created.id) ||
        created.id === (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.oldId;
    if (!known && !(old && (0,domain_credential/* samePartsTrimmed */.X)(old, created.parts)))
        return;
    throw new errors/* RekeyError */.Z$('RK5009', `${ctx.state.snapshot.name}: create answered with ${created.id}, a key that was there before. It is left alone.`);
}
/** The value is in memory only: worth a few tries, also when the run is cancelled. Then new is given up, known by its id. */
async function stage(ctx, slot, credential, label) {
    const { store } = ctx.subject;
    const { id, expires } = credential;
    const made = (staged) => ({
        id,
        label,
        staged,
        ...(expires === undefined ? {} : { expires }),
    });
    const sinceMade = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
    for (let attempt = 1;; attempt += 1) {
        try {
            const { version } = await store.stage(ctx.ref, ctx.state.rotation, slot, credential);
            return done('did', made(version));
        }
        catch (thrown) {
            const error = (0,errors/* asRekeyError */.fq)(thrown);
            const patient = attempt < STAGE_TRIES || sinceMade() < STAGE_PATIENCE;
            if (!VERDICTS.includes(error.kind) && patient) {
                await ctx.ports.clock.sleep(error.retryAfter ?? Math.min(attempt * 2, 15) * time/* SECOND */.Z2);
                continue;
            }
            (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, create_ROW, error, false);
            ctx.ledger.note({ type: 'result', row: create_ROW, how: 'did', data: made('') });
            const why = `the new key could not be staged: ${error.message}`;
            return { is: 'turn', to: 'discard', why, code: error.code, ...adviceOf(error) };
        }
    }
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/deploy.js







const LONGEST = time/* HOUR */.dp;
/** Rolls one workload, so that no instance with the other key is left. Back: every workload, for any of them may have restarted by itself. */
const deploy = {
    // One that is gone from the config is not skipped: its row fails.
    applies: ({ subject }, unit = '') => !subject.workloads.has(unit) || subject.workloads.get(unit)?.deployer !== undefined,
    run: deploy_run,
    budget: fewCalls,
};
async function deploy_run(ctx, unit) {
    const workload = ctx.workload(unit);
    const { deployer } = workload;
    if (!deployer)
        return done('observed', {});
    const row = `${ctx.state.pass}/deploy:${workload.name}`;
    const mark = markOf(ctx, workload.name);
    const intent = ctx.row(row)?.intent;
    const asked = ctx.now();
    const known = intent ? await deployer.find(mark, intent.at) : undefined;
    const until = intent && intent.by !== ctx.ledger.nonce ? (0,time/* millis */.ne)(intent.at) + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 : 0;
    if (!known && asked < until) {
        return wait(ctx, row, 'a rollout that another run asked for may still begin', until, asked);
    }
    const rollout = known ?? (await ctx.effect(row, { marker: mark.marker }, (permit) => deployer.roll(mark, permit)));
    return follow(ctx, row, rollout, known !== undefined);
}
/** Until no old instance is left: here while there is patience, else a later run goes on. */
async function follow(ctx, row, rollout, found) {
    const deployer = ctx.workload(row.slice(row.indexOf(':') + 1)).deployer;
    const begun = ctx.ports.clock.monotonic();
    let said = '';
    for (let pause = time/* SECOND */.Z2 / 2;; pause = Math.min(pause * 1.5, 15 * time/* SECOND */.Z2)) {
        const asked = ctx.now();
        const status = await deployer?.status(rollout);
        if (!status || status.state === 'failed') {
            throw new errors/* RekeyError */.Z$('RK6002', `The rollout ${rollout.url ?? rollout.id} failed: ${status?.sentence ?? 'no deployer'}.`);
        }
        if (status.state === 'complete')
            return done(found ? 'found' : 'did', {
                rollout: rollout.id,
                ...(rollout.url === undefined ? {} : { url: rollout.url }),
            });
        const line = status.hint === undefined ? status.sentence : `${status.sentence} (${status.hint})`;
        if (line !== said)
            ctx.ports.log.info(`  ${line}`);
        said = line;
        const spent = ctx.ports.clock.monotonic() - begun;
        if (spent > ctx.ports.patience || ctx.left < FEW_CALLS + pause)
            return wait(ctx, row, `the rollout is still on its way: ${line}`, ctx.now() + time/* MINUTE */.pY, asked);
        await ctx.sleep(pause);
    }
}
/** @param asked when it was still so */
function wait(ctx, row, reason, until, asked) {
    const begun = ctx.row(row)?.intent?.at;
    const latest = (begun === undefined ? asked : (0,time/* millis */.ne)(begun)) + LONGEST;
    if (asked > latest)
        throw new errors/* RekeyError */.Z$('RK6002', `The rollout did not end within ${String(LONGEST / time/* MINUTE */.pY)} minutes.`);
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(until),
        latest: (0,time/* instant */.uR)(latest),
        then: 'the previous key is made current again',
        reason,
    };
}
function markOf(ctx, workload) {
    const { state } = ctx;
    const unit = (0,key/* shortIdentity */.tv)(`${ctx.subject.identity}/${workload}`).slice(0, 6);
    return {
        marker: `rekey-${state.rotation}-${state.pass}-${unit}`,
        key: state.snapshot.name,
        rotation: state.rotation,
        credential: roles(state).survivor ?? '',
        workload,
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/enable.js






/** Between two tries to enable. */
const enable_LONGEST_PAUSE = 5 * time/* SECOND */.Z2;
/** So many faults before it is asked whether the victim is still there. */
const enable_TRIES = 3;
/** A doubt that comes after the watch: the victim is enabled again, and the step has to be done anew. */
async function undoDisable(ctx, victim, doubt) {
    const row = `${ctx.state.pass}/disable`;
    if (ctx.row(row)?.result)
        await undone(ctx, victim, doubt, () => enableAnew(ctx, victim));
}
/** What cannot be enabled again is told to a person, and tried first by the next run. */
async function undone(ctx, id, doubt, enables) {
    try {
        await enables();
    }
    catch (thrown) {
        const failed = `${id} is disabled and could not be enabled again: ${(0,errors/* asRekeyError */.fq)(thrown).message}`;
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
/** Before a rotation is blocked from outside: what may be off is switched on again, as long as no revoke was sent. */
async function leaveEnabled(ctx) {
    const { pass, rows } = ctx.state;
    const row = rows[`${pass}/disable`];
    const isOff = row?.intent !== undefined || row?.result !== undefined;
    if (isOff && rows[`${pass}/revoke`]?.intent === undefined)
        await enableAnew(ctx, victimOf(ctx.state));
}
/** Under an intent of its own, which also shows that the key is still ours to touch. */
async function enableAnew(ctx, victim, after) {
    await ctx.intend(`${ctx.state.pass}/disable`, { id: victim, enables: true });
    await enable(ctx, victim, after);
}
/**
 * Undo. It asks nobody: an enabled old key harms nobody. Where a disable is on its way whose end nobody saw, once more when it
 * can no longer arrive.
 */
async function enable(ctx, victim, after) {
    await enabled(ctx, victim);
    const { intent, unsettled = 0 } = ctx.row(`${ctx.state.pass}/disable`) ?? {};
    if (!intent || (unsettled < 2 && after?.kind !== 'unknown'))
        return;
    await ctx.ports.clock.sleep((0,time/* millis */.ne)(intent.at) + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 - ctx.now(), ctx.ports.signal);
    await enabled(ctx, victim);
}
/** While there is time it does not give up, for consumers may be failing. */
async function enabled(ctx, victim) {
    let tries = 0;
    for (let pause = time/* SECOND */.Z2;; pause = Math.min(2 * pause, enable_LONGEST_PAUSE)) {
        const sinceEnable = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
        try {
            await ctx.subject.vendor.enable?.(victim);
            return;
        }
        catch (thrown) {
            const error = (0,errors/* asRekeyError */.fq)(thrown);
            if (error.kind === 'unknown')
                ctx.memory.sinceEnable = sinceEnable;
            const passing = ['throttled', 'transient', 'unknown'].includes(error.kind);
            tries += 1;
            // What is gone cannot be enabled, and some vendors answer with a fault then; a look takes time that consumers may not have.
            if ((!passing || tries === enable_TRIES) && (await isGoneAfter(ctx, victim, error)) === true)
                return;
            if (!passing || ctx.left < time/* MINUTE */.pY)
                throw error;
            ctx.ports.log.warning(`  enable ${victim}: ${error.line}`);
            await ctx.ports.clock.sleep(error.retryAfter ?? pause);
        }
    }
}
/** One whose answer was lost may still arrive, and would end the next watch unseen. */
async function enablesHaveLanded(ctx) {
    const since = ctx.memory.sinceEnable?.() ?? Infinity;
    await ctx.sleep(lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 - since);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/disable.js










const PAUSE = 5 * time/* SECOND */.Z2;
/** Beyond the vendor's own lag, until a disabled key must be refused. */
const MARGIN = 10 * time/* SECOND */.Z2;
/**
 * Where the vendor can disable, the victim is switched off before it is deleted, and watched while this process lives: on any
 * doubt, signal or deadline it is enabled again. It also proves that id and value belong together.
 */
const disable = {
    applies: ({ state, subject }) => subject.vendor.capabilities.disable && (condemnedId(state) ?? '') !== '',
    run: disable_run,
    budget: (ctx) => ctx.subject.vendor.capabilities.revocationLag + 2 * MARGIN + watchOf(ctx) + FEW_CALLS,
    brakes: true,
};
const watchOf = (ctx) => Math.max(ctx.state.snapshot.watch, ctx.subject.entry.watch);
async function disable_run(ctx) {
    const victim = victimOf(ctx.state);
    const row = `${ctx.state.pass}/disable`;
    const off = leftOff(ctx);
    if (off) {
        await undone(ctx, victim, off, () => enableAnew(ctx, victim));
        const why = `${off.reason}. It is enabled by now`;
        if (!isPassing(off.after))
            return { is: 'block', code: off.after, why };
    }
    const isFresh = await mustBeKillable(ctx, { victim, everCurrent: true }).catch(async (thrown) => {
        // A process before this one may have left it disabled.
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (ctx.row(row)?.intent)
            await undone(ctx, victim, error, () => enableAnew(ctx, victim, error));
        throw thrown;
    });
    const before = ctx.row(row)?.intent;
    await enablesHaveLanded(ctx);
    await ctx.intend(row, { id: victim });
    const doubt = await disabled(ctx, victim, before, isFresh);
    if (doubt === GONE)
        return done('found', { checked: 0 });
    if (doubt === undefined)
        return done('did', { checked: ctx.workloads.length });
    await undone(ctx, victim, new errors/* RekeyError */.Z$(doubt.code, doubt.why), () => enable(ctx, victim));
    ctx.ports.log.warning(`  ${victim} was enabled again: ${doubt.why}`);
    return doubt;
}
/** It is dead already: there is nothing to switch off, nor to enable again. */
const GONE = Symbol('gone');
/** Switched off and watched; the doubt, if there is one. @param before the intent of an earlier try */
async function disabled(ctx, victim, before, isFresh) {
    const row = `${ctx.state.pass}/disable`;
    try {
        await ctx.send(row, { id: victim }, async (permit) => ctx.subject.vendor.disable?.(victim, () => permit() && isFresh()));
        return await doubts(ctx, before !== undefined && before.by !== ctx.ledger.nonce);
    }
    catch (thrown) {
        // What surely was not sent needs no undo, and another process may have disabled it meanwhile, to watch it.
        const mayBeOff = before !== undefined || !ctx.isIdle(row);
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if ((await isGoneAfter(ctx, victim, error)) === true)
            return GONE;
        if (mayBeOff && !ctx.ledger.lost)
            await undone(ctx, victim, error, () => enable(ctx, victim, error));
        throw thrown;
    }
}
/** @param isTakenOver a process before this one was at it, whose enable may arrive late: then it is tried once more */
async function doubts(ctx, isTakenOver) {
    const { clock } = ctx.ports;
    const end = clock.monotonic() + ctx.subject.vendor.capabilities.revocationLag + MARGIN;
    const early = (await mustBeOff(ctx, end, WRONG_ID)) ?? (await watched(ctx));
    if (early)
        return early;
    const late = await mustBeOff(ctx, Math.max(end, clock.monotonic() + MARGIN), WAS_ENABLED);
    if (late && isTakenOver)
        throw new errors/* RekeyError */.Z$('RK5006', `Not watched to the end: ${late.why}.`);
    return late;
}
/** Once its id is disabled its value is refused, if the id is the right one, and stays so while it is watched; otherwise the doubt. */
async function mustBeOff(ctx, end, doubt) {
    const parts = await victimParts(ctx);
    if (!parts)
        return undefined;
    for (let pause = time/* SECOND */.Z2 / 5;; pause = Math.min(2 * pause, PAUSE)) {
        const isLast = ctx.ports.clock.monotonic() > end;
        const verdict = await ctx.subject.vendor.verify(parts);
        if (verdict.answer === 'refused')
            return undefined;
        if (isLast) {
            if (verdict.answer === 'unknown')
                throw new errors/* RekeyError */.Z$('RK5006', `The vendor does not say whether it refuses the disabled key: ${verdict.why}.`);
            return doubt;
        }
        await ctx.sleep(pause);
    }
}
const WRONG_ID = {
    is: 'block',
    code: 'RK5012',
    why: 'its value still works although its id is disabled, so the id belongs to another key',
};
const WAS_ENABLED = {
    is: 'block',
    code: 'RK7008',
    why: 'the key works again although it was disabled, so somebody enabled it while it was watched; find who did, for they may need it',
};
/** Nobody becomes unwell while it is off, nor at its end; each probe must have seen something to say so. */
async function watched(ctx) {
    const end = ctx.ports.clock.monotonic() + watchOf(ctx);
    const blind = new Set(ctx.workloads.flatMap(({ probes }) => probes));
    for (;;) {
        const isLast = ctx.ports.clock.monotonic() >= end;
        for (const workload of ctx.workloads) {
            for (const probe of workload.probes) {
                const { verdict, sentence } = await probe.check();
                if (verdict === 'pass')
                    blind.delete(probe);
                if (verdict !== 'fail')
                    continue;
                const why = `${workload.name} became unhealthy while the old key was disabled: ${sentence}`;
                return { is: 'block', code: 'RK6005', why };
            }
        }
        if (isLast && blind.size > 0)
            throw new errors/* RekeyError */.Z$('RK6007', 'No data came while the old key was disabled, so it was enabled again.');
        if (isLast)
            return undefined;
        await ctx.sleep(Math.min(end - ctx.ports.clock.monotonic(), PAUSE));
    }
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/fence.js








/** Before new is condemned, a promote of it that may still be on its way is made to fail. Nothing that is served changes. */
const fence = { applies: (ctx) => promoteOpen(ctx.state), run: fence_run, budget: fewCalls };
async function fence_run(ctx) {
    const base = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base ?? '';
    const row = `${ctx.state.pass}/fence`;
    // Once another value was found there, an equal one is no fence of ours: somebody may have put old back after new was served.
    const inDoubt = ctx.row(row)?.intent !== undefined && ctx.row(row)?.lastFailure !== 'RK4003';
    try {
        const { version } = await ctx.effect(row, { base }, () => ctx.subject.store.fence(ctx.ref, base));
        return done('did', { version });
    }
    catch (thrown) {
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        // A claim that was lost says nothing about the store.
        if (error.kind !== 'conflict' || ctx.ledger.lost)
            throw thrown;
        return ctx.state.pass === 'abandon' ? nothingLeft(ctx) : landed(ctx, error, inDoubt);
    }
}
/** Our field moved before the fence, so no promote can land any more. Who moved it does not matter to whoever gives up. */
async function nothingLeft(ctx) {
    return done('found', { version: (await current(ctx)).version });
}
/** Our field moved before the fence: either our own promote landed, or somebody else wrote and the promote cannot any more. */
async function landed(ctx, error, inDoubt) {
    const now = await current(ctx);
    const old = await oldParts(ctx);
    const same = old && now.parts ? (0,domain_credential/* samePartsTrimmed */.X)(old, now.parts) : old === now.parts;
    // An earlier fence of ours had landed although its answer was lost.
    if (inDoubt && same)
        return done('found', { version: now.version });
    const fresh = await newParts(ctx);
    if (fresh && now.parts && (0,domain_credential/* samePartsTrimmed */.X)(fresh, now.parts)) {
        const id = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create')?.id;
        const base = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
        ctx.ledger.note({
            type: 'result',
            row: 'forward/promote',
            how: 'found',
            data: {
                version: now.version,
                ...(base === undefined ? {} : { previous: base }),
                ...(id === undefined ? {} : { id }),
            },
        });
        return { is: 'turn', to: 'back', why: 'the promote had landed after all' };
    }
    (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, 'discard/fence', error, false);
    return {
        is: 'block',
        code: 'RK4003',
        why: 'somebody else changed the value, and our own promote may have been served before',
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/free.js







/** The slot is freed; versions that hold only the dead value are destroyed, but never before its death is proved. */
const free = { applies: always, run: free_run, budget: fewCalls };
async function free_run(ctx) {
    const { store } = ctx.subject;
    const { state } = ctx;
    const row = `${state.pass}/free`;
    if (isFirst(ctx))
        await quietSince(ctx, await current(ctx));
    const reserved = (ctx.row('forward/create')?.intents ?? 0) > 0;
    const dead = deadVersions(ctx);
    if (!reserved && dead.length === 0)
        return done('observed', { destroyed: [] });
    return ctx.effect(row, { versions: dead }, async () => {
        if (reserved)
            await store.free(ctx.ref, state.rotation, staged(ctx, row));
        const { destroyed } = dead.length > 0 ? await store.destroy(ctx.ref, dead) : { destroyed: [] };
        return done('did', { destroyed });
    });
}
/** A read is not late for long: what is still not there was deleted by hand. */
const LONGEST_LATE = 10 * time/* MINUTE */.pY;
/** The version of the slot that a read must know of. */
function staged(ctx, row) {
    const failed = ctx.row(row)?.firstFailure;
    const isLate = failed === undefined || ctx.now() < (0,time/* millis */.ne)(failed) + LONGEST_LATE;
    return isLate && ctx.state.pass !== 'abandon'
        ? (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create')?.staged
        : undefined;
}
/** A first key has no drain that would ask whether it is still what the store serves: RK7008 when it is not. */
const isFirst = ({ state }) => state.pass === 'forward' && promoted(state) && !roles(state).victimExists;
function deadVersions(ctx) {
    const { state } = ctx;
    const proof = (0,domain_rotation/* resultOf */.B)(state, state.pass, 'prove');
    if (proof?.grade !== 'refused')
        return [];
    const claim = (0,domain_rotation/* resultOf */.B)(state, 'forward', 'claim');
    const versions = {
        forward: [claim?.unannotated, claim?.base],
        back: [(0,domain_rotation/* resultOf */.B)(state, 'forward', 'promote')?.version],
        discard: [],
        abandon: [],
    };
    return versions[state.pass].filter((version) => version !== undefined);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/preflight.js







/** Reads only, and before the claim: advice that saves a rotation that could not end well. */
const preflight = { applies: always, run: preflight_run, budget: fewCalls };
async function preflight_run(ctx) {
    const { kind } = ctx.state;
    mustBeFit(ctx);
    const now = await current(ctx);
    if (now.parts)
        checkValue(ctx, Object.values(now.parts).every((part) => part.fitsInHeader && !part.isEmpty));
    await checkHistory(ctx);
    if (kind === 'rotate' || kind === 'rehearse') {
        await checkSlot(ctx);
        await checkRoom(ctx);
    }
    if (isDoubtful(ctx, now))
        await identified(ctx, now);
    const baseline = kind === 'rotate' || kind === 'remove' ? await healthyBaseline(ctx) : 'not needed';
    return done('observed', { baseline });
}
/** What the config and the vendor's description say before anybody is asked. */
function mustBeFit({ state, subject }) {
    const { name, vendor } = state.snapshot;
    const { usedBy } = subject.entry;
    if (state.kind === 'remove' && usedBy.length > 0)
        throw new errors/* RekeyError */.Z$('RK2005', `${name}: the config says that it is used by ${usedBy.join(', ')}. Nothing was changed.`, { next: 'Take used_by out of the entry once nothing uses the key, then run remove again.' });
    if (state.kind === 'adopt' || state.kind === 'remove')
        return;
    const { mode, byPerson } = subject.vendor.capabilities;
    const unfit = mode === 'replace'
        ? 'creating a key kills the old one, so it cannot be rotated without a gap'
        : byPerson.includes('create')
            ? 'only a person can create a key, so it cannot be rotated by itself'
            : undefined;
    if (unfit !== undefined)
        throw new errors/* RekeyError */.Z$('RK8001', `${name}: at ${vendor} ${unfit}. Nothing was changed.`);
}
function checkValue(ctx, usable) {
    if (!usable)
        throw new errors/* RekeyError */.Z$('RK4008', `${ctx.state.snapshot.name}: the value at ${ctx.ref.path} is empty or holds a control character.`);
}
/** What nobody has named as an id yet is looked at before anything is written. */
function isDoubtful({ ledger, memory, subject }, { beside }) {
    const ids = [ledger.key.currentId, ...(memory.listing?.credentials ?? []).map(({ id }) => id)];
    return [beside, subject.entry.keyId].some((id) => id !== undefined && !ids.includes(id ?? ''));
}
/** The old value must be readable until its death is proved. */
async function checkHistory(ctx) {
    const history = await ctx.subject.store.history(ctx.ref);
    if (history.versions !== undefined && history.versions < 2) {
        throw new errors/* RekeyError */.Z$('RK4009', `${ctx.ref.path} keeps ${String(history.versions)} version; the old value would be gone at promote.`);
    }
    if (history.ttl !== undefined && history.ttl <= ctx.grace + ctx.state.snapshot.drainLimit) {
        throw new errors/* RekeyError */.Z$('RK4009', `${ctx.ref.path} deletes its versions sooner than the grace period and drain_limit together.`);
    }
}
/** A slot that this repository holds for a rotation that its journal does not know: the journal was rewound. */
async function checkSlot(ctx) {
    const held = (await ctx.subject.store.slot(ctx.ref))?.reservation;
    if (!held || held.rotation === ctx.state.rotation)
        return;
    const { name } = ctx.state.snapshot;
    const where = `${name}: the staging slot is held for rotation ${(0,domain_text/* codeSpan */.SS)(held.rotation)} of ${(0,domain_text/* codeSpan */.SS)(held.repository)}`;
    if (held.repository !== ctx.ports.run.repository) {
        throw new errors/* RekeyError */.Z$('RK4004', `${where}, until ${(0,domain_text/* codeSpan */.SS)(held.until)}. Nothing was changed.`);
    }
    if (await isClosed(ctx, held.rotation))
        return;
    throw new errors/* RekeyError */.Z$('RK7003', `${where}, and the journal does not know it. Nothing was changed.`);
}
/** A vendor at its limit is found before anything is claimed. */
async function checkRoom(ctx) {
    const { maxLive } = ctx.subject.vendor.capabilities;
    ctx.memory.listing = await ctx.subject.vendor.list();
    const { credentials, complete } = ctx.memory.listing;
    if (maxLive === undefined || !complete || credentials.length < maxLive)
        return;
    throw new errors/* RekeyError */.Z$('RK5002', `${ctx.state.snapshot.vendor} has ${String(credentials.length)} keys and allows ${String(maxLive)}. Nothing was changed.`);
}
/** A sick system would pass every "no worse than before". */
async function healthyBaseline(ctx) {
    const sentences = [];
    for (const workload of ctx.workloads) {
        for (const probe of workload.probes) {
            const reading = await probe.check();
            if (reading.verdict !== 'pass') {
                throw new errors/* RekeyError */.Z$('RK6005', `${workload.name} is not healthy before the rotation (${reading.sentence}). Nothing was changed.`);
            }
            sentences.push(`${workload.name}: ${reading.sentence}`);
        }
    }
    return sentences.join('; ') || 'no checks are configured';
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/promote.js






/** forward: exactly our staged version becomes current. back: the value of the base version does. Both set, both are fenced. */
const promote = { applies: always, run: promote_run, budget: fewCalls, brakes: true };
async function promote_run(ctx) {
    const forward = ctx.state.pass === 'forward';
    const move = forward ? toNew(ctx) : backToOld(ctx);
    if (!move)
        return { is: 'block', code: 'RK7002', why: 'the journal does not say what to promote' };
    if (move.id !== undefined && ctx.ledger.key.condemned.includes(move.id)) {
        return { is: 'block', code: 'RK8004', why: `${move.id} is condemned and never becomes current again` };
    }
    if (!forward && (await emptiesWhatEnded(ctx)))
        return {
            is: 'block',
            code: 'RK7008',
            why: 'the staging slot is not held by this rotation any more, so it may have ended in a part of the journal that is gone, and there is no key before this one to go back to',
        };
    const row = forward ? 'forward/promote' : 'back/promote';
    const inDoubt = ctx.row(row)?.intent !== undefined || mayBeRewound(ctx);
    const id = move.id === undefined ? {} : { id: move.id };
    try {
        const { version, found } = await ctx.effect(row, { ...move.data, ...id }, move.send);
        return done(found ? 'found' : 'did', { version, previous: move.from, ...id });
    }
    catch (thrown) {
        return moved(ctx, thrown, forward && !inDoubt);
    }
}
/**
 * A create that was done shares its commit with the intent of this row. One that was only found may have been promoted before, in a
 * part of the journal that is gone.
 */
const mayBeRewound = (ctx) => ctx.row('forward/create')?.result?.how === 'found';
/** To go back from a first key leaves applications without any. As long as its rotation is open it holds the slot. */
async function emptiesWhatEnded(ctx) {
    if ((0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.old !== 'absent')
        return false;
    const slot = await ctx.subject.store.slot(ctx.ref);
    return slot?.reservation.rotation !== ctx.state.rotation;
}
function toNew(ctx) {
    const base = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
    const created = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create');
    if (base === undefined || created === undefined)
        return undefined;
    const { id, staged } = created;
    return {
        id,
        from: base,
        data: { base, staged },
        send: () => ctx.subject.store.promote(ctx.ref, base, staged),
    };
}
function backToOld(ctx) {
    const version = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.base;
    const from = (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'promote')?.version;
    if (version === undefined || from === undefined)
        return undefined;
    const { survivor } = roles(ctx.state, ctx.subject.entry.keyId);
    const id = survivor === undefined ? {} : { id: survivor };
    return {
        ...id,
        from,
        data: { base: from, version },
        send: () => ctx.subject.store.restore(ctx.ref, from, version),
    };
}
/** A conflict is truth. Only when no earlier promote of ours can have landed in between was new surely never current. */
function moved(ctx, thrown, neverCurrent) {
    const error = (0,errors/* asRekeyError */.fq)(thrown);
    // A claim that was lost says nothing about the store.
    if (error.kind !== 'conflict' || ctx.ledger.lost)
        throw thrown;
    if (neverCurrent) {
        (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, 'forward/promote', error, true);
        const why = `somebody else changed the value: ${error.message}`;
        return { is: 'turn', to: 'discard', why, code: error.code, ...adviceOf(error) };
    }
    const why = `somebody else changed the value, and our own promote may have been served before: ${error.message}`;
    return { is: 'block', code: error.code, why };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/prove.js








const TIMES = 3;
/** Beyond the vendor's own lag: how long a dead key that is accepted is looked at again before a person is called. */
const prove_MARGIN = 5 * time/* MINUTE */.pY;
const prove_LONGEST_PAUSE = 15 * time/* SECOND */.Z2;
const SHORTEST_PAUSE = time/* SECOND */.Z2 / 5;
/** The victim is refused several times over the vendor's lag, the survivor accepted in between. Only this says dead. */
const prove = {
    applies: ({ state }) => condemnedId(state) !== undefined,
    run: prove_run,
    budget: (ctx) => FEW_CALLS + spreadOf(ctx),
};
/**
 * Where no key lives on to compare with, a vendor that refuses everybody for a minute looks like a dead key. So the refusals are spread
 * over minutes; over the grace period where the owner finds less than that enough.
 */
function spreadOf(ctx) {
    const isAlone = ctx.state.kind === 'remove' || (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'claim')?.old === 'absent';
    return isAlone ? Math.min(prove_MARGIN, ctx.grace) : 0;
}
async function prove_run(ctx) {
    const victim = await victimParts(ctx);
    if (!victim)
        return fromList(ctx);
    const control = ctx.state.kind === 'remove' ? undefined : (await current(ctx)).parts;
    const { revocationLag } = ctx.subject.vendor.capabilities;
    const settled = revokedAt(ctx) + revocationLag;
    // A lag that is longer than a process may wait passes without one.
    if (revocationLag > ctx.ports.patience && ctx.now() < settled)
        return prove_wait(ctx, settled, LAG);
    const lagging = ctx.now() < settled ? revocationLag / TIMES : 0;
    const pause = Math.max(SHORTEST_PAUSE, lagging, spreadOf(ctx) / (TIMES - 1));
    return refusals(ctx, victim, control, pause);
}
async function refusals(ctx, victim, control, shortest) {
    let refused = 0;
    for (let pause = shortest;;) {
        const asked = ctx.now();
        const alive = control && (await ctx.subject.vendor.verify(control));
        const verdict = await ctx.subject.vendor.verify(victim);
        mustBeClear(verdict, alive);
        const counts = verdict.answer === 'refused' && alive?.answer !== 'refused';
        refused = counts ? refused + 1 : 0;
        if (refused >= TIMES)
            return proved(ctx, refused, control ? refused : 0, asked);
        if (!counts && asked > limitOf(ctx))
            return stillAlive(verdict);
        pause = counts ? shortest : Math.max(shortest, Math.min(2 * pause, prove_LONGEST_PAUSE));
        await ctx.sleep(pause);
    }
}
/** Any answer that proves nothing is a fault of the moment, which the engine waits out. */
function mustBeClear(...verdicts) {
    for (const verdict of verdicts) {
        if (verdict?.answer === 'unknown')
            throw new errors/* RekeyError */.Z$('RK5006', `The vendor does not say whether it accepts a key: ${verdict.why}.`);
    }
}
function stillAlive({ answer }) {
    const why = answer === 'accepted'
        ? 'the revoked key is still accepted'
        : 'the vendor refuses the key that must live on as well, so it proves nothing';
    return { is: 'block', code: 'RK5013', why };
}
/**
 * Without a survivor as control the list must agree, which it cannot about an id that nobody knows, and the vendor's lag be over. The
 * same holds where the victim was disabled: a disabled key is refused, and may be enabled again. That a value is refused which was
 * never accepted says nothing: then the list is all there is to see.
 */
async function proved(ctx, refused, control, asked) {
    const disabled = (ctx.row(`${ctx.state.pass}/disable`)?.intents ?? 0) > 0;
    const isUnknown = condemnedId(ctx.state) === '';
    if (!wasAccepted(ctx))
        return isUnknown ? UNPROVEN : fromList(ctx);
    if (control > 0 && (!disabled || isUnknown))
        return done('observed', { refused, control, grade: 'refused' });
    if (isUnknown)
        return done('observed', { refused, control, grade: 'unproven' });
    const settled = revokedAt(ctx) + ctx.subject.vendor.capabilities.revocationLag;
    if (control === 0 && asked < settled)
        return prove_wait(ctx, settled, LAG);
    const gone = await goneFromList(ctx);
    return typeof gone === 'boolean'
        ? done('observed', { refused, control, grade: gone ? 'refused' : 'unproven' })
        : gone;
}
const UNPROVEN = done('not observed', { refused: 0, control: 0, grade: 'unproven' });
/** The value is no longer to be had, or its refusal says nothing: the vendor's list is all there is to see. */
async function fromList(ctx) {
    const gone = await goneFromList(ctx);
    if (typeof gone !== 'boolean')
        return gone;
    return done('not observed', { refused: 0, control: 0, grade: gone ? 'gone from list' : 'unproven' });
}
const LAG = 'the vendor may accept a revoked key for a while';
const LIST = "the vendor's list may be late";
const listedBy = (ctx) => revokedAt(ctx) + ctx.subject.vendor.capabilities.listLag;
const limitOf = (ctx) => revokedAt(ctx) + ctx.subject.vendor.capabilities.revocationLag + prove_MARGIN;
function prove_wait(ctx, until, reason) {
    const latest = (0,time/* instant */.uR)(Math.max(until, limitOf(ctx), listedBy(ctx) + prove_MARGIN) + prove_MARGIN);
    return { is: 'wait', until: (0,time/* instant */.uR)(until), latest, then: 'a person is asked', reason };
}
function revokedAt(ctx) {
    const { pass, rows, started } = ctx.state;
    return (0,time/* millis */.ne)(rows[`${pass}/revoke`]?.result?.at ?? rows[`${pass}/condemn`]?.result?.at ?? started);
}
/** A list that is later than the vendor says, or cut, is asked again for a while. */
async function goneFromList(ctx) {
    const id = condemnedId(ctx.state) ?? '';
    const asked = ctx.now();
    if (asked < listedBy(ctx))
        return prove_wait(ctx, listedBy(ctx), LIST);
    const { credentials, complete } = await ctx.subject.vendor.list();
    const gone = complete && id !== '' && !credentials.some((credential) => credential.id === id);
    if (gone || asked + prove_LONGEST_PAUSE > listedBy(ctx) + prove_MARGIN)
        return gone;
    return prove_wait(ctx, ctx.now() + prove_LONGEST_PAUSE, LIST);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/revoke.js











/**
 * Deletes the victim. It sets, so it is repeated until it is acknowledged, or until the victim is seen to be gone; whether it is dead is
 * for `prove` to say.
 */
const revoke = {
    applies: ({ state }) => (condemnedId(state) ?? '') !== '',
    run: revoke_run,
    budget: fewCalls,
    brakes: true,
};
async function revoke_run(ctx) {
    const id = victimOf(ctx.state);
    const row = `${ctx.state.pass}/revoke`;
    try {
        return await revoked(ctx, row, id);
    }
    catch (thrown) {
        // Whoever waits for a person leaves both alive.
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (!ctx.ledger.lost && isFinal(ctx, row, error))
            await undoDisable(ctx, id, error);
        throw thrown;
    }
}
async function revoked(ctx, row, id) {
    const { vendor, entry } = ctx.subject;
    // An earlier one, whose end nobody saw, may have been the last that the vendor could do.
    if (ctx.row(row)?.intent && (await gone_isGone(ctx, id)) === true)
        return done('found', { id });
    const { everCurrent } = roles(ctx.state, entry.keyId);
    const isFresh = await mustBeKillable(ctx, { victim: id, everCurrent });
    if (vendor.capabilities.byPerson.includes('revoke'))
        return byPerson(ctx, row, id);
    try {
        const ended = await ctx.effect(row, { id }, (permit) => vendor.revoke(id, () => permit() && isFresh()));
        return done(ended === 'revoked' ? 'did' : 'found', { id });
    }
    catch (thrown) {
        return whatIsLeft(ctx, id, (0,errors/* asRekeyError */.fq)(thrown));
    }
}
/** A vendor that does not know the id, while nobody sees the key any more, is believed as far as `prove` goes. */
async function whatIsLeft(ctx, id, error) {
    const gone = await isGoneAfter(ctx, id, error);
    if (gone === true || (gone === undefined && error.kind === 'gone'))
        return done('found', { id });
    if (error.kind !== 'gone')
        throw error;
    throw new errors/* RekeyError */.Z$(error.code, `${error.message} But the key is still there.`, {
        next: 'Compare the request of revoke in the description of the vendor with its documentation.',
    });
}
/** Nobody but a person can delete it; that it is refused shows that it was done. */
async function byPerson(ctx, row, id) {
    const parts = await victimParts(ctx);
    if (parts && (await ctx.subject.vendor.verify(parts)).answer === 'refused')
        return done('found', { id });
    const { name, vendor } = ctx.state.snapshot;
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + time/* HOUR */.dp),
        latest: (0,time/* instant */.uR)(ctx.waitingSince(row) + 30 * time/* DAY */.d_),
        then: 'the old key stays alive',
        reason: `${name}: ${vendor} has no call to delete a key, so a person must do it`,
        person: `Delete ${id} at ${vendor} by hand. The next run proves that it is dead`,
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/sweep.js




/** A create that was intended and never ended, or that needed several attempts, may have left a credential. */
const sweep = { applies, run: sweep_run, budget: fewCalls };
function applies(ctx) {
    const row = ctx.row('forward/create');
    return row !== undefined && (row.result === undefined ? row.intent !== undefined : row.intents > 1);
}
async function sweep_run(ctx) {
    if (ctx.row('forward/create')?.result) {
        await endStrays(ctx, await ctx.subject.vendor.list());
        return done('observed');
    }
    const outcome = await lookUp(ctx, `${ctx.state.pass}/sweep`);
    if (outcome === undefined)
        return done('observed');
    if (outcome.is !== 'done')
        return outcome;
    ctx.ledger.note({ type: 'result', row: 'forward/create', how: outcome.how, data: outcome.data });
    return done('observed');
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/verify.js









const verify_TIMES = 3;
/** forward: new is accepted, and is not old. back: previous is still accepted, before it is promoted again. */
const verify = {
    applies: ({ state }) => state.pass === 'forward' || (0,domain_rotation/* resultOf */.B)(state, 'forward', 'claim')?.old === 'present',
    run: verify_run,
    budget: fewCalls,
};
async function verify_run(ctx) {
    const forward = ctx.state.pass === 'forward';
    const parts = forward ? await newParts(ctx) : await oldParts(ctx);
    if (!parts) {
        if (forward)
            return { is: 'turn', to: 'discard', why: 'the value of the new key is gone from the staging slot' };
        return { is: 'block', code: 'RK4002', why: 'the value of the previous key is no longer in the store' };
    }
    if (forward)
        await mustDiffer(ctx, parts);
    return verify_accepted(ctx, parts, forward);
}
async function verify_accepted(ctx, parts, forward) {
    const begun = ctx.ports.clock.monotonic();
    const budget = forward ? ctx.subject.vendor.capabilities.propagation : 0;
    const expected = forward ? (0,domain_rotation/* resultOf */.B)(ctx.state, 'forward', 'create')?.id : undefined;
    for (let count = 0;;) {
        const spent = ctx.ports.clock.monotonic() - begun;
        const verdict = await ctx.subject.vendor.verify(parts);
        if (verdict.answer === 'accepted') {
            if (expected !== undefined && verdict.id !== undefined && verdict.id !== expected) {
                await mustBePublic(ctx, verdict.id, 'what the new key says its id is', parts);
                throw new errors/* RekeyError */.Z$('RK5009', `The new key says it is ${verdict.id}, but the vendor made ${expected}.`);
            }
            count += 1;
            if (count >= verify_TIMES)
                return done('observed', { accepted: count, ...(forward ? await oldAnswers(ctx) : {}) });
            continue;
        }
        count = 0;
        if (spent < budget) {
            await ctx.sleep(Math.min(budget - spent, Math.max(time/* SECOND */.Z2 / 5, spent)));
            continue;
        }
        if (verdict.answer === 'unknown')
            return unknown(ctx, verdict.why);
        const key = forward ? 'the new key' : 'the previous key';
        if (!forward)
            return {
                is: 'block',
                code: 'RK5011',
                why: `the vendor refuses ${key} (${String(verdict.status)}), so it is not made current again`,
            };
        throw new errors/* RekeyError */.Z$('RK5010', `The vendor refuses ${key} (${String(verdict.status)}), ${String(Math.round(spent / time/* SECOND */.Z2))} s after it was made.`);
    }
}
function unknown(ctx, why) {
    const latest = ctx.waitingSince(`${ctx.state.pass}/verify`) + time/* DAY */.d_;
    if (ctx.now() > latest)
        throw new errors/* RekeyError */.Z$('RK5010', `For a day the vendor did not say whether it accepts the key: ${why}.`);
    return {
        is: 'wait',
        until: (0,time/* instant */.uR)(ctx.now() + time/* MINUTE */.pY),
        latest: (0,time/* instant */.uR)(latest),
        then: ctx.state.pass === 'forward' ? 'the new key is discarded' : 'a person is asked',
        reason: `the vendor does not say whether it accepts the key: ${why}`,
    };
}
async function mustDiffer(ctx, parts) {
    const old = await oldParts(ctx);
    if (old && (0,domain_credential/* samePartsTrimmed */.X)(old, parts))
        throw new errors/* RekeyError */.Z$('RK5009', 'The new key has the same value as the old one.');
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/index.js

















/** Every step of the table. */
const STEPS = {
    preflight: preflight,
    claim: claim_claim,
    adopt: adopt,
    create: create,
    verify: verify,
    promote: promote,
    fence: fence,
    sweep: sweep,
    deploy: deploy,
    check: check,
    drain: drain,
    condemn: condemn,
    disable: disable,
    revoke: revoke,
    prove: prove,
    free: free,
    close: close_close,
};

;// CONCATENATED MODULE: ./.build/src/lifecycle/tellTicket.js


/**
 * Every stop is told on the ticket of an open rotation, as long as nobody else can have gone on with it. The ticket is no part of
 * the truth: what fails here is a warning.
 */
async function tellTicket_tellTicket(ctx) {
    const { state, subject, ports, ledger } = ctx;
    const number = (0,domain_rotation/* resultOf */.B)(state, 'forward', 'claim')?.ticket;
    if (!subject.ticket || number === undefined || state.closed)
        return;
    try {
        const known = { number, since: state.started };
        await subject.ticket.upsert(state.rotation, ports.pages.ticket(ledger.facts), known, () => ledger.inWindow);
    }
    catch (thrown) {
        ports.log.warning((0,errors/* asRekeyError */.fq)(thrown).line);
    }
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/table.js
const READS = 'reads only';
const ROWS = {
    preflight: {
        step: 'preflight',
        does: 'identities, permissions, limits, healthy baseline, history long enough',
        foundBy: READS,
        undo: '–',
    },
    claim: {
        step: 'claim',
        does: 'owns the key; then base, old and its id are read; the ticket is opened',
        foundBy: 'nonce; marker on the ticket',
        undo: 'release',
    },
    adopt: {
        step: 'adopt',
        does: 'the key in use is identified, verified and recorded',
        foundBy: READS,
        undo: '–',
    },
    create: {
        step: 'create',
        does: 'reserves the slot, creates at the vendor, stages in the store',
        foundBy: 'our label, our reservation, the ids seen before',
        undo: 'discard',
    },
    verify: { step: 'verify', does: 'new is accepted, differs from old', foundBy: READS, undo: '–' },
    promote: {
        step: 'promote',
        does: 'the staged value becomes current, fenced',
        foundBy: 'current is our value',
        undo: 'back',
    },
    fence: {
        step: 'fence',
        does: 'a promote that may still be on its way must fail',
        foundBy: 'the base has moved',
        undo: 'none needed: nothing served changes',
    },
    verifyPrevious: { step: 'verify', does: 'previous is still accepted', foundBy: READS, undo: '–' },
    restore: {
        step: 'promote',
        does: 'the previous value becomes current again, fenced',
        foundBy: 'current is the previous value',
        undo: 'none: both stay alive, blocked',
    },
    deploy: {
        step: 'deploy',
        perWorkload: true,
        does: 'rolls the workload',
        foundBy: 'our mark on the rollout',
        undo: 'rolled again after back',
    },
    check: {
        step: 'check',
        perWorkload: true,
        does: 'probes until it passed often enough',
        foundBy: READS,
        undo: '–',
    },
    sweep: {
        step: 'sweep',
        does: 'what a create left behind whose end was not known is ended',
        foundBy: 'our label, our reservation, the ids seen before',
        undo: 'none',
    },
    drain: { step: 'drain', does: 'grace period over, and the victim silent', foundBy: READS, undo: '–' },
    condemn: {
        step: 'condemn',
        does: 'the line: this id never becomes current again',
        foundBy: 'the fact',
        undo: 'none: forward only',
    },
    disable: {
        step: 'disable',
        does: 'where reversible: disabled and watched',
        foundBy: 'repeated until acknowledged',
        undo: 'enable, on any doubt',
    },
    revoke: {
        step: 'revoke',
        does: 'deletes the victim',
        foundBy: 'absent from a complete list, or refused',
        undo: 'none',
    },
    prove: {
        step: 'prove',
        does: 'the victim is refused, the survivor accepted, several times',
        foundBy: READS,
        undo: '–',
    },
    free: {
        step: 'free',
        does: 'the slot is freed, dead values are destroyed',
        foundBy: 'repeated until acknowledged',
        undo: 'none needed: the value is dead',
    },
    close: { step: 'close', does: 'evidence, ticket, release', foundBy: 'keyed upserts', undo: '–' },
};
const { preflight: table_preflight, claim: table_claim, adopt: table_adopt, create: table_create, verify: table_verify, promote: table_promote, fence: table_fence, verifyPrevious, restore, sweep: table_sweep, deploy: table_deploy, check: table_check, drain: table_drain, condemn: table_condemn, disable: table_disable, revoke: table_revoke, prove: table_prove, free: table_free, close: table_close, } = ROWS;
/** The only way a credential dies that was ever current. */
const tail = [table_drain, table_condemn, table_disable, table_revoke, table_prove, table_sweep, table_free, table_close];
/** new was never current. */
const discard = [table_fence, table_sweep, table_condemn, table_revoke, table_prove, table_free, table_close];
/** new was current: previous comes back, and new dies through the same tail. */
const back = [verifyPrevious, restore, table_deploy, table_check, ...tail];
/** A person gave it up: nothing dies. */
const abandon = [table_fence, table_free, table_close];
const undo = { back, discard, abandon };
const nothingMade = { back: [table_close], discard: [table_close], abandon: [table_close] };
/** The whole lifecycle: for each kind of rotation the rows forward, the two ways to undo, and the way out. */
const LIFECYCLE = {
    rotate: { forward: [table_preflight, table_claim, table_create, table_verify, table_promote, table_deploy, table_check, ...tail], ...undo },
    rehearse: { forward: [table_preflight, table_claim, table_create, table_verify], ...undo },
    adopt: { forward: [table_preflight, table_claim, table_adopt, table_close], ...nothingMade },
    remove: { forward: [table_preflight, table_claim, ...tail], ...nothingMade },
};
/** The rows of the state's pass with workloads filled in: deploy and check of the first, then of the second. */
function rowsOf(state, workloads) {
    const rows = LIFECYCLE[state.kind][state.pass];
    const perWorkload = rows.filter((row) => row.perWorkload);
    const rollout = workloads.flatMap((unit) => perWorkload.map((row) => ({ id: `${state.pass}/${row.step}:${unit}`, row, unit })));
    const first = perWorkload[0];
    return rows.flatMap((row) => {
        if (row === first)
            return rollout;
        return row.perWorkload ? [] : [{ id: `${state.pass}/${row.step}`, row }];
    });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/engine.js










/** What the journal says may be wrong; then nothing further is written or called. */
const JOURNAL_TROUBLE = new Set(['RK7001', 'RK7002', 'RK7003', 'RK7004', 'RK7005', 'RK7007', 'RK7012']);
/**
 * Runs one rotation row by row until it is closed, waits, or must stop. It knows the table and the kinds of errors, nothing of
 * keys: what a row does is in `steps`, what an error means in `decide`.
 */
async function engine_run(ctx) {
    const tries = new Map();
    try {
        for (;;) {
            if (ctx.state.blocked)
                return await stop(ctx, 'blocked');
            const next = nextRow(ctx);
            if (!next)
                return await engine_closed(ctx);
            const early = brake(ctx, next);
            if (early)
                return await stop(ctx, early);
            const begun = ctx.now();
            const ended = await settle(ctx, next, await attempt(ctx, next, tries), begun);
            if (ended)
                return ended;
        }
    }
    catch (thrown) {
        return await broken(ctx, thrown);
    }
}
/** The first row of the pass that applies and has no result. */
function nextRow(ctx) {
    const { state } = ctx;
    return rowsOf(state, ctx.workloadNames).find(({ id, row, unit }) => state.rows[id]?.result === undefined && STEPS[row.step].applies(ctx, unit));
}
/** Reasons not to start a row: a cancelled run, a hold, too little time for the row and its undo. */
function brake(ctx, { row }) {
    const step = STEPS[row.step];
    if (ctx.ports.signal.aborted)
        return 'paused';
    const held = ctx.state.held || ctx.ledger.key.hold !== undefined;
    if (held && step.brakes)
        return 'held';
    return ctx.left < step.budget(ctx) + lifecycle_ledger/* WINDOW */.jf ? 'paused' : undefined;
}
async function attempt(ctx, { id, row, unit }, tries) {
    try {
        return await STEPS[row.step].run(ctx, unit);
    }
    catch (thrown) {
        if (thrown instanceof Paused)
            throw thrown;
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (JOURNAL_TROUBLE.has(error.code) || ctx.ledger.untouched)
            throw error;
        const count = (tries.get(id) ?? 0) + 1;
        tries.set(id, count);
        const nothingDone = ctx.nothingDone(id);
        if (count === 1 || nothingDone)
            (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, id, error, nothingDone);
        ctx.ports.log.warning(`  ${id}: ${error.line}`);
        return decide(ctx, id, error, count);
    }
}
/** Turns an outcome into facts. Undefined: go on with the next row. @param begun when the row was */
async function settle(ctx, { id }, outcome, begun) {
    switch (outcome.is) {
        case 'done':
            ctx.ledger.note({ type: 'result', row: id, how: outcome.how, data: outcome.data });
            return undefined;
        case 'turn': {
            const { is: _turn, ...fact } = outcome;
            ctx.ports.log.warning(`  undo (${fact.to}): ${fact.why}`);
            ctx.ledger.note({ type: 'turn', ...fact });
            return undefined;
        }
        case 'block': {
            const { is: _block, ...fact } = outcome;
            ctx.ledger.note({ type: 'blocked', ...fact });
            return stop(ctx, 'blocked', new errors/* RekeyError */.Z$(fact.code, fact.why, fact));
        }
        case 'wait':
            return engine_wait(ctx, id, outcome, begun);
    }
}
/**
 * A short wait holds the process, a long one ends it: the runner costs nothing while a grace period passes. A row that began before
 * the latest end may have looked before a machine was suspended, so it looks once more.
 */
async function engine_wait(ctx, id, outcome, begun) {
    const latest = (0,time/* millis */.ne)(outcome.latest);
    if (ctx.now() > latest)
        return begun > latest ? tooLong(ctx, outcome) : undefined;
    const left = (0,time/* millis */.ne)(outcome.until) - ctx.now();
    const holds = outcome.person === undefined && left <= ctx.ports.patience && left < ctx.left - 2 * lifecycle_ledger/* WINDOW */.jf;
    const { is: _wait, ...fact } = outcome;
    if (holds) {
        ctx.ports.log.info(`  waiting ${(0,time/* spoken */.vg)(Math.max(0, left))}: ${outcome.reason}`);
        // Many short waits are a long one: its end must outlive this process.
        if (ctx.waitsLong(id)) {
            ctx.ledger.note({ type: 'wait', row: id, ...fact });
            await ctx.ledger.flush();
        }
        await ctx.sleep(left);
        return undefined;
    }
    ctx.ledger.note({ type: 'wait', row: id, ...fact });
    return stop(ctx, outcome.person === undefined ? 'waiting' : 'person');
}
/** A step that knows what else to do at the end of its wait has done it before. */
function tooLong(ctx, { reason, after }) {
    const code = after ?? 'RK8006';
    const why = `it has waited too long: ${reason}`;
    ctx.ledger.note({ type: 'blocked', code, why });
    return stop(ctx, 'blocked', new errors/* RekeyError */.Z$(code, why));
}
/** After the last row: a rehearsal turns to discard what it made, everything else is closed. */
async function engine_closed(ctx) {
    if (ctx.state.kind === 'rehearse' && ctx.state.pass === 'forward') {
        ctx.ledger.note({ type: 'turn', to: 'discard', why: 'the rehearsal is over' });
        return engine_run(ctx);
    }
    const outcome = close_endOf(ctx.state);
    ctx.ledger.note({ type: 'closed', outcome });
    const good = outcome === 'done' || outcome === 'adopted' || outcome === 'removed' || outcome === 'rehearsed';
    return stop(ctx, good ? 'done' : 'undone');
}
/** Writes what is pending and gives the key back. */
async function stop(ctx, status, error) {
    ctx.ledger.note({ type: 'release' });
    await ctx.ledger.flush();
    await tellTicket_tellTicket(ctx);
    return {
        status,
        key: ctx.ledger.key,
        rotation: ctx.state,
        facts: ctx.ledger.facts,
        ...(error ? { error } : {}),
    };
}
async function broken(ctx, thrown) {
    if (thrown instanceof Paused)
        return stop(ctx, 'paused').catch((error) => broken(ctx, error));
    const error = (0,errors/* asRekeyError */.fq)(thrown);
    // Of a rotation that was never written down there is no evidence.
    const facts = ctx.ledger.untouched ? [] : ctx.ledger.happened;
    return {
        status: error.code === 'RK7005' ? 'superseded' : 'failed',
        key: ctx.ledger.key,
        rotation: (0,domain_rotation/* foldRotation */.i)(facts) ?? ctx.state,
        facts,
        error,
    };
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/rotate.js







/**
 * Begins a rotation, or goes on with the open one. The claim is written with the first intent, so a rotation that fails its
 * preflight has changed nothing, not even the journal.
 */
async function rotate(key, request, subject, ports) {
    try {
        const takenFrom = await (0,claim/* mayClaim */.cc)(key, request.rank, ports.host, ports.journal.now());
        const rotation = key.open?.rotation ?? `${ports.journal.now().toString(36)}${ports.random.id(4)}`;
        const facts = key.open ? await ports.journal.facts(key.identity, rotation) : [];
        if (key.open && facts.at(-1)?.id !== key.head) {
            throw new errors/* RekeyError */.Z$('RK7003', `${key.name}: the journal's index and its facts disagree about rotation ${rotation}.`);
        }
        const ledger = new lifecycle_ledger/* Ledger */.Oc(ports, rotation, ports.random.id(12), key, facts);
        (0,claim/* noteClaim */.pz)(ledger, key, request, ports.run, ports.journal.now(), takenFrom);
        const ctx = new Context(ledger, subject, ports);
        if ((0,claim/* diedTooOften */.v9)(ledger)) {
            await leaveEnabled(ctx);
            (0,claim/* noteTooOften */.$k)(ledger);
        }
        if (request.undo !== undefined)
            noteUndo(ctx, request.undo);
        if (request.abandon !== undefined && ctx.state.pass !== 'abandon') {
            await leaveEnabled(ctx).catch((thrown) => {
                ledger.note({
                    type: 'warning',
                    message: `the old key may be disabled: ${(0,errors/* asRekeyError */.fq)(thrown).line}`,
                });
            });
            ledger.note({ type: 'turn', to: 'abandon', why: request.abandon });
        }
        return await engine_run(ctx);
    }
    catch (thrown) {
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        return { status: error.code === 'RK7006' ? 'busy' : 'failed', key, error };
    }
}
/** By a person's order. After the line there is nothing to go back to. */
function noteUndo(ctx, why) {
    const { state } = ctx;
    if (state.pass !== 'forward')
        return;
    if (lineCrossed(state)) {
        const why = isEnding(state) ? 'its rotation has come to its end' : 'its old key is condemned';
        throw new errors/* RekeyError */.Z$('RK1003', `${state.snapshot.name}: ${why}, so there is nothing to go back to.`, {
            next: 'Run rotate with now to get a new key.',
        });
    }
    ctx.ledger.note({ type: 'turn', to: promoted(state) ? 'back' : 'discard', why });
}

// EXTERNAL MODULE: ./.build/src/commands/pages.js + 4 modules
var pages = __webpack_require__(4870);
// EXTERNAL MODULE: ./.build/src/commands/redacted.js
var redacted = __webpack_require__(1417);
;// CONCATENATED MODULE: ./.build/src/commands/scheduler.js
/**
 * Runs jobs side by side, but never more than `atOnce` that use the same thing, in the given order where they compete.
 * @returns results in the order of the jobs
 */
async function schedule(jobs, atOnce) {
    const results = new Map();
    const busy = new Map();
    const waiting = [...jobs];
    const running = new Set();
    const count = (job, by) => {
        for (const use of job.uses)
            busy.set(use, (busy.get(use) ?? 0) + by);
    };
    const fits = (job) => job.uses.every((use) => (busy.get(use) ?? 0) < atOnce(use));
    while (waiting.length > 0 || running.size > 0) {
        for (let job = takeFirst(waiting, fits); job; job = takeFirst(waiting, fits)) {
            const started = job;
            count(started, 1);
            const run = started.run().then((result) => {
                results.set(started, result);
                count(started, -1);
                running.delete(run);
            });
            running.add(run);
        }
        await Promise.race(running);
    }
    return jobs.map((job) => results.get(job));
}
function takeFirst(jobs, fits) {
    const index = jobs.findIndex(fits);
    return index < 0 ? undefined : jobs.splice(index, 1)[0];
}

// EXTERNAL MODULE: ./.build/src/commands/session.js + 2 modules
var commands_session = __webpack_require__(4076);
;// CONCATENATED MODULE: ./.build/src/commands/act.js









/** A wait that is shorter holds the runner; a longer one ends it, and a later run goes on. */
const act_PATIENCE = 5 * time/* MINUTE */.pY;
const KINDS = {
    adopt: 'adopt',
    rotate: 'rotate',
    remove: 'remove',
    rehearse: 'rehearse',
};
/**
 * Rotations that go on a little later. A run that goes on with others takes them along, for the next may begin only when this
 * one has ended.
 */
function shortly({ items }, acting, session) {
    if (!acting.some(({ action }) => action === 'resume'))
        return [];
    const { view, world } = session;
    const left = (world.deadline - world.clock.monotonic()) / 2;
    return items.filter((item) => item.action === 'wait' &&
        item.rotation !== undefined &&
        view.keys.get(item.identity)?.open?.person === undefined &&
        early(item, session) < Math.min(act_PATIENCE, left));
}
function early({ resumeAt }, { journal }) {
    return resumeAt === undefined ? 0 : (0,time/* millis */.ne)(resumeAt) - journal.now();
}
/**
 * Carries out what the plan says, several keys side by side; one key's trouble never stops another's.
 * @param ended told of each key at once, for the others may take another hour
 */
async function act(items, session, wish, ended) {
    const { limits } = session.config;
    const run = async (item) => {
        const acted = await one(item, session, wish);
        await ended(acted).catch((thrown) => session.world.log.warning((0,errors/* asRekeyError */.fq)(thrown).line));
        return acted;
    };
    const jobs = items.map((item) => ({ uses: usesOf(item, session), run: () => run(item) }));
    return schedule(jobs, (use) => (use.startsWith('secret ') ? 1 : limits.atOnce));
}
/** Adopting reads only, so it competes with nobody. Two fields of one secret never move at the same time. */
function usesOf(item, { config }) {
    const entry = config.keys[item.key];
    const secret = entry ? [`secret ${entry.store}:${entry.secret.path}`] : [];
    if (item.action === 'adopt')
        return [];
    return [...secret, `vendor ${item.vendor}`, ...item.workloads.map((name) => `workload ${name}`)];
}
async function one(item, session, wish) {
    const entry = session.config.keys[item.key];
    if (!entry)
        throw new errors/* RekeyError */.Z$('RK2004', `${item.key} is not in the config.`);
    const { log } = session.world;
    const stop = await log.group(`${item.key}: ${item.action}`, async () => {
        const wait = early(item, session);
        if (item.action === 'wait' && wait > 0)
            await session.world.clock.sleep(wait, session.world.signal);
        const key = session.view.keys.get(item.identity) ?? (0,keyState/* newKey */.uM)(item.identity, item.key);
        const stopped = await act_attempt(item, entry, key, session, wish);
        if (stopped.error)
            log.warning(stopped.error.line);
        return stopped;
    });
    return { item, entry, stop };
}
async function act_attempt(item, entry, key, session, wish) {
    const kind = key.open?.kind ?? KINDS[item.action] ?? 'rotate';
    const workloads = [...new Set([...key.workloads, ...entry.usedBy])];
    const { digest, commit } = session.config.source;
    try {
        const subject = await session.parts.subject(entry, item.identity, workloads, currentElsewhere(key, entry, session));
        const request = {
            kind,
            entry,
            rank: wish.rank,
            order: wish.order,
            config: { digest, ...(commit === undefined ? {} : { commit }) },
            deadline: session.world.deadline - session.world.clock.monotonic(),
            ...(wish.undo === undefined ? {} : { undo: wish.undo }),
            ...(wish.abandon === undefined ? {} : { abandon: wish.abandon }),
        };
        const stop = await rotate(key, request, subject, enginePorts(session, entry.name));
        return stop.status === 'superseded' ? await readAgain(stop, session) : stop;
    }
    catch (thrown) {
        if (thrown instanceof errors/* RekeyError */.Z$)
            return { status: 'failed', key, error: thrown };
        throw thrown;
    }
}
/** Somebody else wrote about the key: what is told is what the journal says by now, not what this process had wanted to do. */
async function readAgain(stop, { journal, world }) {
    try {
        const key = (await journal.load()).keys.get(stop.key.identity);
        const name = stop.rotation?.rotation;
        const facts = key && name !== undefined ? await journal.facts(key.identity, name) : [];
        const rotation = (0,domain_rotation/* foldRotation */.i)(facts);
        return { ...stop, ...(key ? { key } : {}), ...(rotation ? { rotation, facts } : {}) };
    }
    catch (thrown) {
        world.log.warning((0,errors/* asRekeyError */.fq)(thrown).line);
        return stop;
    }
}
function currentElsewhere(key, entry, { view }) {
    const others = [...view.keys.values()].filter((other) => other.identity !== key.identity && other.vendor === entry.vendor);
    return new Set(others.flatMap(({ currentId }) => (currentId === undefined ? [] : [currentId])));
}
function enginePorts(session, key) {
    const { world, config } = session;
    const { random, run, host, deadline, signal } = world;
    const shown = (0,redacted/* redactedPages */.r)((0,pages/* pages */.Bd)(config, run), session.world.values);
    const ports = { random, run, host, deadline, signal, patience: act_PATIENCE, pages: shown };
    return { ...ports, ...(0,commands_session/* ledgerPorts */.s)(session, key) };
}

// EXTERNAL MODULE: ./.build/src/domain/digest.js
var digest = __webpack_require__(5383);
// EXTERNAL MODULE: ./.build/src/domain/facts.js
var domain_facts = __webpack_require__(5420);
// EXTERNAL MODULE: ./.build/src/report/fiveLines.js + 4 modules
var fiveLines = __webpack_require__(3475);
// EXTERNAL MODULE: ./.build/src/report/risk.js
var risk = __webpack_require__(8382);
// EXTERNAL MODULE: ./.build/src/report/situation.js
var report_situation = __webpack_require__(4217);
;// CONCATENATED MODULE: ./.build/src/report/notices.js





/** What is to be told about this stop, or undefined when it is nobody's business. */
function noticeOf(situation, at) {
    const stop = (0,report_situation/* stopOf */.E)(situation);
    const occasion = occasionOf(stop, situation);
    if (!occasion)
        return undefined;
    const { key, rotation, state, run } = situation;
    const name = rotation?.rotation ?? state?.open?.rotation ?? domain_facts/* NO_ROTATION */.$f;
    const about = [key.name, key.environment, name, occasion, detail(stop, situation)].join('\n');
    return {
        id: `${occasion}-${(0,digest/* sha256 */.s)(about).slice(0, 16)}`,
        occasion,
        key: key.name,
        rotation: name,
        at,
        lines: (0,fiveLines/* fiveLines */.QV)(situation),
        url: run.url,
    };
}
function occasionOf(stop, situation) {
    if (stop.is === 'elsewhere' || stop.is === 'claimed' || stop.is === 'running')
        return undefined;
    const { level } = (0,risk/* riskOf */.b)(situation);
    if (level === 'consumers')
        return 'consumers-at-risk';
    return calmOccasion(stop) ?? (situation.plan?.overdue === true ? 'overdue' : undefined);
}
function calmOccasion(stop) {
    if (stop.is === 'person')
        return 'needs-person';
    if (stop.is === 'blocked')
        return 'blocked';
    if (stop.is !== 'closed')
        return undefined;
    if (stop.outcome === 'unproven')
        return 'needs-person';
    return stop.outcome === 'undone' || stop.outcome === 'abandoned' ? 'undone' : 'done';
}
/** Tells one stop of a rotation from the next of the same kind, but not one run from the next at the same stop. */
function detail(stop, { plan }) {
    if (stop.is === 'person')
        return stop.wait.person ?? '';
    if (stop.is === 'blocked')
        return `${stop.code} ${stop.why}`;
    return stop.is === 'closed' ? stop.outcome : (plan?.due ?? '');
}

;// CONCATENATED MODULE: ./.build/src/commands/alert.js



/** Tells whoever is to be told about this stop of a key. A failed alert is a warning, and fails nothing. */
async function alert_alert(situation, { parts, world, journal }) {
    const notice = noticeOf(situation, (0,time/* instant */.uR)(journal.now()));
    if (!notice)
        return;
    try {
        for (const notifier of await parts.notifiers(notice.occasion))
            await notifier.tell(notice);
    }
    catch (thrown) {
        world.log.warning((0,errors/* asRekeyError */.fq)(thrown).line);
    }
}

;// CONCATENATED MODULE: ./.build/src/commands/hold.js





/**
 * `hold` stops every run before the next promote, condemn, disable or revoke of the key; `release` ends a hold and a block.
 * It needs no claim: whoever is at work finds at its next append that the journal has moved, and stops.
 */
async function hold(items, session, order, command) {
    const acted = await Promise.all(items.map((item) => hold_one(item, session, order, command)));
    return acted.filter((each) => each !== undefined);
}
/** By a hold, a block, a wait for a person, or the pause after a rotation that was undone. */
const isStopped = ({ hold, blocked, notBefore, open }) => hold !== undefined ||
    blocked !== undefined ||
    notBefore !== undefined ||
    open?.status === 'person' ||
    open?.status === 'blocked';
async function hold_one(item, session, order, command) {
    const { config, world } = session;
    const entry = config.keys[item.key];
    if (!entry)
        throw new errors/* RekeyError */.Z$('RK2004', `${item.key} is not in the config.`);
    const key = session.view.keys.get(item.identity) ?? (0,keyState/* newKey */.uM)(item.identity, item.key);
    const rotation = key.open?.rotation;
    if (command === 'release' && !isStopped(key)) {
        world.log.info(`${key.name}: neither on hold nor blocked, so there is nothing to release.`);
        return undefined;
    }
    try {
        const facts = rotation === undefined ? [] : await session.journal.facts(key.identity, rotation);
        const ports = (0,commands_session/* ledgerPorts */.s)(session, key.name);
        const ledger = new lifecycle_ledger/* Ledger */.Oc(ports, rotation ?? domain_facts/* NO_ROTATION */.$f, world.random.id(12), key, facts);
        const type = command === 'hold' ? 'hold' : 'unhold';
        ledger.note({ type, actor: order.actor, reason: order.reason ?? '' });
        await ledger.flush();
        const about = rotation === undefined ? {} : { rotation: ledger.state, facts: ledger.facts };
        return {
            item,
            entry,
            stop: { status: command === 'hold' ? 'held' : 'waiting', key: ledger.key, ...about },
        };
    }
    catch (thrown) {
        return { item, entry, stop: { status: 'failed', key, error: (0,errors/* asRekeyError */.fq)(thrown) } };
    }
}

// EXTERNAL MODULE: ./.build/src/commands/mayAct.js
var mayAct = __webpack_require__(2566);
;// CONCATENATED MODULE: ./.build/src/commands/pastedValues.js

/** Inputs that take any text. What stands in them goes into the journal and onto tickets. */
const FREE = ['reason', 'ticket', 'rotation'];
/**
 * Refuses an input in which somebody pasted a key, before anything is written: RK1008. The value is masked from here on.
 * What cannot be read is not compared, so that `hold` works while the store is away; a rotation would fail at its first read.
 */
async function refusePastedValues(inputs, items, session) {
    const given = FREE.flatMap((name) => {
        const text = inputs[name];
        return text === undefined ? [] : [{ name, text }];
    });
    if (given.length === 0)
        return;
    for (const { key } of items) {
        const values = await valuesOf(key, session);
        const pasted = given.find(({ text }) => values.some((value) => value.isWithin(text)));
        if (!pasted)
            continue;
        throw new errors/* RekeyError */.Z$('RK1008', `The input ${pasted.name} holds a value that belongs to ${key}. Nothing was changed.`);
    }
}
async function valuesOf(key, { config, parts, world }) {
    const entry = config.keys[key];
    if (!entry)
        return [];
    const readings = await Promise.allSettled([parts.valuesOf(entry), parts.adminValuesOf(entry.vendor)]);
    return readings.flatMap((reading) => {
        if (reading.status === 'fulfilled')
            return reading.value;
        world.log.debug(`${key}: the inputs could not be compared with its values.`);
        return [];
    });
}

// EXTERNAL MODULE: ./.build/src/commands/planning.js
var planning = __webpack_require__(8696);
// EXTERNAL MODULE: ./.build/src/config/selector.js
var selector = __webpack_require__(6668);
// EXTERNAL MODULE: ./.build/src/report/standing.js
var report_standing = __webpack_require__(3865);
// EXTERNAL MODULE: ./.build/src/report/gates.js
var gates = __webpack_require__(2761);
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__(5584);
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__(1805);
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__(1088);
// EXTERNAL MODULE: ./.build/src/report/words.js
var words = __webpack_require__(312);
;// CONCATENATED MODULE: ./.build/src/report/picture.js


const MOST_KEYS = 12;
/** Colours that can be read on a light and on a dark page. https://mermaid.js.org/syntax/flowchart.html#classes */
const CLASSES = [
    'classDef done fill:#1f883d,stroke:#1a7f37,color:#ffffff',
    'classDef unseen fill:#d4a72c,stroke:#9a6700,color:#000000',
    'classDef now fill:#0969da,stroke:#0550ae,color:#ffffff',
    'classDef failed fill:#cf222e,stroke:#a40e26,color:#ffffff',
    'classDef key fill:#ddf4ff,stroke:#54aeff,color:#0a3069',
    'classDef later fill:#eaeef2,stroke:#8c959f,color:#57606a',
];
const CLASS_OF = {
    done: 'done',
    unseen: 'unseen',
    now: 'now',
    failed: 'failed',
    'not yet': 'later',
    skipped: 'later',
};
/** The way of each key through the five words, as a drawing that GitHub renders; undefined when nothing happened. */
function picture(rotations) {
    const lanes = rotations.slice(0, MOST_KEYS).flatMap(lane);
    if (lanes.length === 0)
        return undefined;
    const lines = ['flowchart LR', ...CLASSES, ...lanes].map((line, index) => index === 0 ? line : `  ${line}`);
    return ['```mermaid', ...lines, '```'].join('\n');
}
function lane(rotation, index) {
    const passes = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
    const nodes = passes.flatMap((pass) => (0,words/* wordsOf */.Z9)(rotation, pass)
        .filter(({ mark }) => mark !== 'skipped')
        .map((word) => node(word, pass)));
    if (nodes.length === 0)
        return [];
    const key = `(["${label(rotation.snapshot.name)}"]):::key`;
    return [
        [key, ...nodes].map((text, position) => `k${String(index)}n${String(position)}${text}`).join(' --> '),
    ];
}
function node({ word, mark, from, to }, pass) {
    const time = from === undefined || to === undefined ? [] : [timeOf(mark, from, to)];
    return `["${[picture_nameOf(word, pass), ...time].join('<br>')}"]:::${CLASS_OF[mark]}`;
}
const picture_nameOf = (word, pass) => (pass === 'forward' ? word : `undo ${word}`);
const timeOf = (mark, from, to) => mark === 'now' ? `since ${(0,moment/* minute */.Vc)(from).slice(5)}` : (0,moment/* between */.Tq)(from, to);
/** What a name may be made of inside the drawing. */
const label = (text) => text.replace(/[^\w .-]/g, ' ').slice(0, 40);

;// CONCATENATED MODULE: ./.build/src/report/summary.js










/** GitHub drops a summary above 1 MiB (1,048,576 bytes) as a whole. */
const MOST_BYTES = 600_000;
/** Above so many keys with something to tell, those that are well get one row each. */
const MANY = 15;
const QUIET = new Set(['idle', 'later', 'elsewhere']);
const WELL = new Set([
    'rotated',
    'adopted',
    'rehearsed',
    'removed',
    'rolled back',
    'waiting',
]);
/** The page of one run: headline, a picture, then the keys, the most urgent first. */
function summary(report) {
    const told = report.keys
        .map((situation) => ({ situation, standing: (0,report_standing/* standingOf */.YP)(situation) }))
        .sort((one, other) => (0,report_standing/* byUrgency */.td)(one.standing, other.standing));
    const loud = told.filter(({ standing }) => !QUIET.has(standing));
    const quiet = told.filter(({ standing }) => QUIET.has(standing));
    const full = loud.filter(({ standing }) => loud.length <= MANY || !WELL.has(standing));
    const short = loud.filter((one) => !full.includes(one));
    const head = (0,markdown/* blocks */.Bv)([headline(report, told), warnings(report.warnings), drawing(loud)]);
    const tail = [short, quiet].map((some, index) => (some.length === 0 ? '' : compact(some, index === 1)));
    const room = MOST_BYTES - (0,markdown/* byteLength */.dp)((0,markdown/* blocks */.Bv)([head, ...tail, words/* LEGEND */.Ix])) - 20;
    const sections = (0,markdown/* fit */.Uj)(full.map(section), room, (left) => `_${(0,markdown/* plural */.LS)(left, 'more key')}: see the report of this run._`);
    return `${(0,markdown/* blocks */.Bv)([head, sections, ...tail, `<sub>${words/* LEGEND */.Ix}</sub>`])}\n`;
}
function headline({ command, at, run }, told) {
    const count = (0,report_standing/* counts */.tQ)(told.map(({ standing }) => standing));
    const sandbox = run.sandbox ? ' · **sandbox: nothing here is real**' : '';
    const by = run.actor === 'schedule' ? 'on schedule' : `by ${(0,domain_text/* codeSpan */.SS)(run.actor)}`;
    return (0,markdown/* blocks */.Bv)([
        `## Rekey: ${count === '' ? 'no keys' : count}`,
        `${(0,domain_text/* codeSpan */.SS)(command)} ${by}, ${(0,moment/* moment */.n$)(at)}, Rekey ${(0,domain_text/* codeSpan */.SS)(run.version)}${sandbox}`,
    ]);
}
function warnings(messages) {
    return messages
        .slice(0, 50)
        .map((message) => `> ⚠️ ${(0,domain_text/* codeSpan */.SS)(message, 300)}`)
        .join('\n');
}
function drawing(loud) {
    return picture(loud.flatMap(({ situation }) => situation.rotation ?? []));
}
function section({ situation, standing }) {
    const { key, rotation, evidence } = situation;
    return (0,markdown/* blocks */.Bv)([
        `### ${(0,report_standing/* iconOf */.ZG)(standing)} ${(0,domain_text/* codeSpan */.SS)(key.name)} ${standing}`,
        rotation && (0,words/* wordTable */.Xo)(rotation),
        (0,fiveLines/* fiveLinesMarkdown */.lo)(situation),
        evidence &&
            (0,markdown/* details */.zH)(`Gates and effects of ${codeTag(evidence.rotation)}`, (0,markdown/* blocks */.Bv)([
                evidence.gates.length > 0 ? (0,gates/* gateTable */.k0)(evidence.gates) : undefined,
                evidence.effects.length > 0 ? (0,gates/* effectTable */.Mt)(evidence.effects) : undefined,
                evidence.failures.length > 0 ? (0,gates/* failureTable */.Bj)(evidence.failures) : undefined,
            ])),
    ]);
}
/** Inside an HTML tag Markdown does not count, so only letters that mean nothing there. */
const codeTag = (text) => `<code>${text.replace(/[^\w.-]/g, ' ').slice(0, 60)}</code>`;
function compact(some, folded) {
    const most = 1000;
    const rows = some.slice(0, most).map(({ situation, standing }) => {
        const ticket = (0,report_situation/* ticketOf */.W)(situation);
        const due = situation.plan?.due ?? situation.state?.open?.resumeAt;
        return [
            `${(0,report_standing/* iconOf */.ZG)(standing)} ${(0,domain_text/* codeSpan */.SS)(situation.key.name)}`,
            standing,
            (0,domain_text/* codeSpan */.SS)(situation.key.owner),
            due === undefined ? '–' : (0,moment/* moment */.n$)(due),
            ticket ? (0,phrase/* link */.nf)('ticket', ticket.url) : '–',
        ];
    });
    const more = some.length > most ? `_and ${String(some.length - most)} more_` : undefined;
    const body = (0,markdown/* blocks */.Bv)([(0,markdown/* table */.tp)(['Key', 'State', 'Owner', 'Due or next', 'Ticket'], rows), more]);
    return folded ? (0,markdown/* details */.zH)(`${(0,markdown/* plural */.LS)(some.length, 'key')} with nothing to do`, body) : body;
}

// EXTERNAL MODULE: ./.build/src/report/html.js
var html = __webpack_require__(408);
// EXTERNAL MODULE: ./.build/src/report/kpi.js
var kpi = __webpack_require__(1171);
;// CONCATENATED MODULE: ./.build/src/commands/leave.js





/**
 * The run has done its work, and what it did stands in the journal and in the ticket: a runner whose disk is full makes no failure of
 * a rotation that went well.
 */
async function leave(what, { log }, write) {
    try {
        await write();
    }
    catch (thrown) {
        log.warning(`The runner could not write ${what}: ${(0,errors/* asRekeyError */.fq)(thrown).message}`);
    }
}
/** Plan, report and evidence as files of the runner, each named in an output once it is there. */
async function leaveFiles({ world, view }, plan, acted, all) {
    const folder = `${world.temp}/rekey`;
    const write = (path, content) => world.files.write(`${folder}/${path}`, world.values.redact(content));
    const page = (what, path, content) => leave(`the ${what}`, world, async () => {
        await write(path, content);
        world.output.set(what, `${folder}/${path}`);
    });
    const states = new Map([
        ...view.keys,
        ...acted.map(({ item, stop }) => [item.identity, stop.key]),
    ]);
    await page('plan', 'plan.json', (0,report_plan/* planJson */.iY)(plan));
    await page('report', 'report.html', (0,html/* htmlReport */.g)((0,kpi/* figures */.u)(plan, states), all));
    const made = all.flatMap(({ evidence }) => (evidence && evidence.kind !== 'adopt' ? [evidence] : []));
    const [first] = made;
    if (!first)
        return;
    const proofs = made.flatMap(pages/* evidenceFiles */.RL);
    await leave('the evidence', world, async () => {
        for (const { path, content } of proofs)
            await write(path, content);
        world.output.set('evidence', `${folder}/evidence`);
        if (takesArtifacts(world.run.url))
            world.output.set('artifact', `rekey-evidence-${first.rotation}`);
        else
            world.log.info(NO_ARTIFACTS);
    });
}
const NO_ARTIFACTS = 'This server takes no artifacts of upload-artifact v4 and newer: the evidence is in the journal and on the ticket.';
/** The same question as the artifact client asks: https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/shared/config.ts */
function takesArtifacts(address) {
    if (!URL.canParse(address))
        return true;
    const { hostname } = new URL(address);
    return /^(github\.com|.+\.ghe\.(com|localhost)|.+\.localhost)$/.test(hostname);
}

// EXTERNAL MODULE: ./.build/src/commands/situations.js
var situations = __webpack_require__(6968);
// EXTERNAL MODULE: ./.build/src/commands/verdict.js
var verdict = __webpack_require__(8792);
;// CONCATENATED MODULE: ./.build/src/commands/publish.js











/** Tells everybody how the run ended: log, summary, outputs, files, alerts. @returns the exit code */
async function publish(session, before, acted, inputs) {
    const { world, journal, config } = session;
    const { command } = inputs;
    const plan = (0,situations/* redated */.KY)(before, acted, session);
    const all = (0,situations/* situations */.Al)(plan, acted, session, inputs);
    const touched = new Set(acted.map(({ item }) => item.identity));
    const selected = (0,selector/* selectKeys */.pi)(config, inputs);
    const mine = all.filter(({ plan: item, key }) => {
        if (!item)
            return false;
        return touched.has(item.identity) || item.action === 'refused' || selected?.has(key.name) === true;
    });
    for (const situation of mine)
        tell(situation, session);
    for (const situation of all)
        if (isUntold(situation, touched, command))
            await alert_alert(situation, session);
    const page = summary({
        command,
        at: (0,time/* instant */.uR)(journal.now()),
        run: world.run,
        keys: all,
        warnings: config.warnings,
    });
    await leave('the outputs', world, () => setOutputs(session, all, mine));
    await leave('the summary', world, () => world.output.summary(page));
    await leaveFiles(session, plan, acted, all);
    return (0,verdict/* exitCode */.I$)(mine);
}
/** Of the keys that a run has worked on everybody was told at once. */
function isUntold({ plan: item }, touched, command) {
    if (!item)
        return false;
    return touched.has(item.identity) ? (0,planning/* isBrake */.Ar)(command) : item.overdue;
}
function tell(situation, { world }) {
    world.log.info('');
    world.log.info(`${situation.key.name}: ${(0,report_standing/* standingOf */.YP)(situation)}`);
    for (const line of (0,fiveLines/* fiveLines */.QV)(situation))
        world.log.info(`  ${line}`);
}
function setOutputs({ world }, all, mine) {
    const { output } = world;
    const stand = all.map((one) => ({ name: one.key.name, standing: (0,verdict/* ofThisRun */.L5)(one) }));
    const names = (standings) => JSON.stringify(stand.flatMap(({ name, standing }) => (standings.includes(standing) ? [name] : [])));
    output.set('status', (0,verdict/* statusOf */.c2)(mine));
    output.set('rotated', names(['rotated']));
    output.set('waiting', names(['waiting', 'running', 'interrupted']));
    output.set('blocked', names(['blocked', 'needs a person', 'on hold']));
    output.set('failed', names(['at risk', 'failed', 'undone', 'unproven']));
    const [resume] = all.flatMap(({ state }) => state?.open?.resumeAt ?? []).sort();
    // GitHub's clock tells whole seconds: a run that begins earlier would find nothing to do.
    output.set('resume-at', resume === undefined ? '' : (0,time/* instant */.uR)(Math.ceil((0,time/* millis */.ne)(resume) / time/* SECOND */.Z2) * time/* SECOND */.Z2));
    output.set('tickets', JSON.stringify(mine.flatMap((one) => (0,report_situation/* ticketOf */.W)(one)?.url ?? [])));
}

;// CONCATENATED MODULE: ./.build/src/commands/change.js











/** rotate, rehearse, rollback, abandon, remove, hold and release: plan, act, tell. One key's trouble never stops another's. */
async function change(inputs, catalog, world) {
    (0,mayAct/* mayAct */.q)(world.run, inputs.command);
    return changeIn(await (0,commands_session/* openSession */.f)(inputs.config, catalog, world, true), inputs);
}
/** The same with config and journal already read. */
async function changeIn(session, inputs) {
    try {
        const plan = await (0,planning/* planForJob */.MJ)(session, inputs);
        session.world.log.info((0,report_plan/* planText */.Pt)(plan));
        const { command } = inputs;
        const items = plan.items.filter(({ action }) => (0,planning/* isBrake */.Ar)(command) ? action !== 'refused' : planning/* ACTING */.l6.has(action));
        await refusePastedValues(inputs, items, session);
        const wish = wishOf(inputs, session);
        const acted = (0,planning/* isBrake */.Ar)(command)
            ? await hold(items, session, wish.order, command)
            : await act([...items, ...shortly(plan, items, session)], session, wish, async (one) => alert_alert((0,situations/* situationOf */._7)(one.item, one, session, inputs), session));
        return await publish(session, plan, acted, inputs);
    }
    finally {
        await session.parts.end();
    }
}
function wishOf({ command, reason }, { world }) {
    const { actor, event } = world.run;
    const rank = command === 'rollback' ? 'rollback' : 'scheduled';
    const order = {
        command,
        actor,
        event,
        ...(reason === undefined ? {} : { reason: (0,domain_text/* defuse */.VP)(reason, 300) }),
    };
    const why = order.reason === undefined ? `${actor} asked for it` : `${actor} asked for it: ${order.reason}`;
    return {
        rank,
        order,
        ...(command === 'rollback' ? { undo: why } : {}),
        ...(command === 'abandon' ? { abandon: why } : {}),
    };
}


/***/ }),

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

/***/ 7466:
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

/***/ 8166:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ mustBeId),
/* harmony export */   fz: () => (/* binding */ toldId),
/* harmony export */   m3: () => (/* binding */ idBeside)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _domain_publicId__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9107);
/* harmony import */ var _domain_secret__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(891);
/* harmony import */ var _domain_text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8860);




/**
 * Where ids of keys come in. An id is public from then on, so it is taken only when it looks like one (`domain/publicId.ts`), is no
 * value that Rekey knows, and the vendor knows it. RK5014, without the text.
 * @param what who says that this is the id, for the message
 */
async function mustBeId(know, id, what, parts) {
    const wrong = await whyNot(know, id, parts);
    if (wrong === undefined)
        return;
    hide(id);
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK5014', `${know.entry.name}: ${what} ${wrong}. It was neither shown nor sent.`);
}
/** What the vendor says that the id of the key in use is. A piece of the value is an id only when the vendor lists it. */
async function toldId(know, parts) {
    const told = await know.vendor.identify(parts);
    if (told === undefined)
        return undefined;
    if (know.vendor.capabilities.idInValue === true && !(await know.isListed(told)))
        return undefined;
    await mustBeId(know, told, 'what the vendor calls the id of the key in use', parts);
    return told;
}
/**
 * The id that the secret itself holds beside the value; undefined: none. A wrong `id_field` may point at a password, so the vendor must
 * have told the same id, list it, or the journal must have held it for current before. RK4012, without the text: an id that is
 * written later would destroy what stands there.
 * @param told what the vendor says of the value
 */
async function idBeside(know, { beside, parts }, told) {
    if (beside === undefined)
        return undefined;
    if (beside !== null && (0,_domain_publicId__WEBPACK_IMPORTED_MODULE_2__/* .isIdLike */ .V)(beside)) {
        const isKnown = beside === told || beside === know.currentId || (await know.isListed(beside));
        if (isKnown && (await whyNot(know, beside, parts)) === undefined)
            return beside;
    }
    if (beside !== null)
        hide(beside);
    const { name, secret, vendor } = know.entry;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4012', `${name}: the field ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(secret.idField)} of ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(secret.path)} is to hold the id of the key, but what stands there is no id that ${vendor} knows. It was neither shown nor sent, and nothing was changed.`);
}
async function whyNot(know, id, parts) {
    if (!(0,_domain_publicId__WEBPACK_IMPORTED_MODULE_2__/* .isIdLike */ .V)(id))
        return 'cannot be an id';
    await know.learnSecrets();
    const { idPart } = know.vendor.capabilities;
    const isOwnPart = idPart !== undefined && parts?.[idPart]?.isText(id) === true;
    if (isOwnPart && (await know.isListed(id)))
        know.values.show(id);
    if (know.values.redact(id) !== id)
        return 'is, or holds, a secret value';
    // A copy of the id that somebody keeps in another field is one that the vendor lists.
    if ((await know.heldByOthers(id)) && !(await know.isListed(id)))
        return 'stands in another field of the secret, and the vendor does not list it';
    return undefined;
}
/** Masked from here on, wherever it may stand. */
function hide(text) {
    _domain_secret__WEBPACK_IMPORTED_MODULE_1__/* .SecretValue */ .i.of(text, []);
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

/***/ 1966:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ planText),
/* harmony export */   Xg: () => (/* binding */ planMarkdown),
/* harmony export */   iY: () => (/* binding */ planJson)
/* harmony export */ });
/* unused harmony export countActions */
/* harmony import */ var _domain_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8860);
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5584);
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1805);



const LONG = 300;
/** Nobody reads a file of so many items line by line. */
const MANY_ITEMS = 1000;
const MOST_BYTES = 400_000;
/** Keys with nothing to start that a log names one by one; of more it says how many. */
const MOST_QUIET = 100;
const QUIET = new Set(['nothing', 'wait', 'hold']);
/** The plan as it travels between programs. */
const planJson = (plan) => `${JSON.stringify(plan, null, plan.items.length > MANY_ITEMS ? 0 : 2)}\n`;
/** The plan for a log: trust first, then one line a key with its findings below it. Of many that rest only the first are named. */
function planText(plan, changes) {
    const resting = plan.items.filter(rests);
    const left = new Set(resting.slice(MOST_QUIET));
    const told = plan.items.filter((item) => !left.has(item));
    const width = Math.max(0, ...told.map(({ key }) => key.length));
    const items = told.flatMap((item) => [itemLine(item, width), ...item.findings.map(findingLine)]);
    return [
        ...changeLines('TRUST (needs a security owner)', '!', changes?.trust),
        ...changeLines('KEYS', '~', changes?.keys),
        `PLAN at ${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(plan.at)}: ${countActions(plan.items)}`,
        ...items,
        ...(left.size === 0
            ? []
            : [`  and ${(0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left.size, 'more key')} with nothing to start: see the plan file`]),
        ...plan.warnings.map((warning) => `! ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .defuse */ .VP)(warning, LONG)}`),
    ].join('\n');
}
const rests = ({ action, findings }) => action === 'nothing' && findings.length === 0;
function changeLines(title, sign, lines = []) {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${sign} ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .defuse */ .VP)(line, LONG)}`)];
}
function itemLine(item, width) {
    const overdue = item.overdue ? ' OVERDUE' : '';
    return `  ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .defuse */ .VP)(item.key, 80).padEnd(width)}  ${item.action.padEnd(9)}${overdue}  ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .defuse */ .VP)(item.why, LONG)}`;
}
function findingLine(finding) {
    const until = finding.until === undefined ? '' : `, until ${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(finding.until)}`;
    return `      ${finding.weight} ${finding.code}${until}: ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .defuse */ .VP)(finding.message, LONG)}`;
}
/** `2 rotate · 1 wait` */
function countActions(items) {
    const actions = [...new Set(items.map(({ action }) => action))];
    const words = actions.map((action) => `${String(items.filter((item) => item.action === action).length)} ${action}`);
    return words.length === 0 ? 'no keys' : words.join(' · ');
}
/** The plan for a summary or a pull request: what would change first, what would not folded away. */
function planMarkdown(plan, changes) {
    const acting = plan.items.filter(({ action }) => !QUIET.has(action));
    const quiet = plan.items.filter(({ action }) => QUIET.has(action));
    const head = (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)([
        `## Plan: ${countActions(plan.items)}`,
        `${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(plan.at)}, config ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(plan.config.path)} at ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(plan.config.commit ?? 'no commit')}. Nothing was called but GitHub, nothing was changed.`,
        changeList('Trust: needs a security owner', changes?.trust),
        changeList('Keys', changes?.keys),
        plan.warnings.map((warning) => `> ⚠️ ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(warning, LONG)}`).join('\n'),
    ]);
    const room = MOST_BYTES - (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .dp)(head);
    const rest = (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .fit */ .Uj)([rowsOf(acting), folded(quiet)].flatMap(pieces), room, (left) => `_${(0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(left, 'more part')} of the plan: see the plan file._`);
    return `${(0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)([head, rest])}\n`;
}
const pieces = (text) => (text === '' ? [] : [text]);
function changeList(title, lines = []) {
    if (lines.length === 0)
        return undefined;
    return `**${title}**\n\n${lines.map((line) => `- ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(line, LONG)}`).join('\n')}`;
}
function folded(items) {
    return items.length === 0
        ? ''
        : (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .details */ .zH)(`${(0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(items.length, 'key')} with nothing to start`, rowsOf(items));
}
const MOST_ROWS = 1000;
function rowsOf(items) {
    if (items.length === 0)
        return '';
    const rows = items
        .slice(0, MOST_ROWS)
        .map((item) => [
        (0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(item.key),
        item.action,
        `${item.overdue ? '**overdue** ' : ''}${item.due === undefined ? '–' : (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .minute */ .Vc)(item.due)}`,
        [(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(item.why, LONG), ...item.findings.map(findingCell)].join('<br>'),
        (0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(item.owner),
    ]);
    const more = items.length > MOST_ROWS ? `_and ${String(items.length - MOST_ROWS)} more_` : undefined;
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .blocks */ .Bv)([(0,_markdown__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['Key', 'Would', 'Due (UTC)', 'Why, and what was found', 'Owner'], rows), more]);
}
const SIGNS = { refuse: '❌', warn: '⚠️', wait: '⏳' };
const findingCell = ({ weight, code, message, until }) => `${SIGNS[weight]} ${code} ${(0,_domain_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(message, LONG)}${until === undefined ? '' : ` until ${(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(until)}`}`;


/***/ })

};
;
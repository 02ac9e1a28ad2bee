"use strict";
exports.id = "commands-change";
exports.ids = ["commands-change"];
exports.modules = {

/***/ "src/commands/change":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  change: () => (/* binding */ change),
  changeIn: () => (/* binding */ changeIn)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/plan.js
var domain_plan = __webpack_require__("src/domain/plan");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/report/plan.js + 1 modules
var report_plan = __webpack_require__("src/report/plan");
// EXTERNAL MODULE: ./.build/src/domain/journal/keyState.js
var keyState = __webpack_require__("src/domain/journal/keyState");
// EXTERNAL MODULE: ./.build/src/domain/journal/rotation.js
var journal_rotation = __webpack_require__("src/domain/journal/rotation");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/domain/paused.js
var paused = __webpack_require__("src/domain/paused");
// EXTERNAL MODULE: ./.build/src/lifecycle/claiming.js
var claiming = __webpack_require__("src/lifecycle/claiming");
// EXTERNAL MODULE: ./.build/src/lifecycle/context.js
var context = __webpack_require__("src/lifecycle/context");
// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 8 modules
var errorCodes = __webpack_require__("src/domain/errorCodes");
// EXTERNAL MODULE: ./.build/src/domain/outcomes.js
var outcomes = __webpack_require__("src/domain/outcomes");
// EXTERNAL MODULE: ./.build/src/domain/steps.js
var steps = __webpack_require__("src/domain/steps");
// EXTERNAL MODULE: ./.build/src/domain/errorKinds.js
var errorKinds = __webpack_require__("src/domain/errorKinds");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
;// CONCATENATED MODULE: ./.build/src/lifecycle/stepOutcome.js


const adviceOf = ({ code, next }) => (next === errorCodes/* CODES */.L[code].next ? {} : { next });
const done = (how, data = {}) => ({ is: 'done', how, data });
/** Times by the journal's clock. */
const waitUntil = (until, { latest, ...rest }) => ({ is: 'wait', until: (0,time/* instant */.uR)(until), latest: (0,time/* instant */.uR)(latest), ...rest });
const block = (code, why, advice = {}) => ({
    is: 'block',
    code,
    why,
    ...advice,
});
const turn = (to, why, more = {}) => ({
    is: 'turn',
    to,
    why,
    ...more,
});

// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/roles.js
var roles = __webpack_require__("src/lifecycle/revocation/roles");
;// CONCATENATED MODULE: ./.build/src/lifecycle/decide.js







const LONGEST_PAUSE = 15 * time/* MINUTE */.pY;
/** What a failed step means, by the kind of the error and by where the rotation stands. Nothing else decides. */
function decide(ctx, row, error, tries) {
    if (ctx.memory.leftOff)
        return stillOff(ctx, ctx.memory.leftOff);
    const end = patienceEnds(ctx, row, error);
    if (ctx.now() < end)
        return tryLater(ctx, row, error, end, tries);
    const { code, message: why } = error;
    const to = wayBack(ctx, row, error.kind);
    // An open promote is settled by `fence`, the first row of discard.
    const advice = adviceOf(error);
    return to === undefined ? block(code, why, advice) : turn(to, why, { code, ...advice });
}
/** What is blocked leaves nothing disabled, so this continues for as long as it takes: `disable` looks for it first. */
function stillOff(ctx, { id, code, reason }) {
    return waitUntil(ctx.now() + LONGEST_PAUSE, {
        latest: ctx.now() + time/* DAY */.d_,
        then: 'it is tried again',
        reason,
        person: `Enable ${id} at ${ctx.subject.entry.vendor} by hand if anything still uses it, and fix what the reason names`,
        after: code,
    });
}
/** Trouble that goes by itself; any other is a verdict. */
const isPassing = (code) => (0,errorKinds/* kindInfo */.PQ)(errorCodes/* CODES */.L[code].kind).patience !== undefined;
/** Asking again is in vain: by the kind of the error, or because it has lasted too long. */
function isFinal(ctx, row, error) {
    return ctx.now() >= patienceEnds(ctx, row, error);
}
function patienceEnds(ctx, row, { traits }) {
    return (0,time/* millis */.ne)(ctx.row(row)?.firstFailure ?? (0,time/* instant */.uR)(ctx.now())) + (traits.patience ?? 0);
}
/**
 * Before promote there is nothing to lose by giving up. Until every workload was checked with new, old is the safer one. After
 * that both are well, and an edit of the config harms nobody: going back would be the only danger, so a person looks.
 */
function wayBack({ state }, row, kind) {
    if (state.pass !== 'forward' || (0,roles/* lineCrossed */.YZ)(state))
        return undefined;
    if (!(0,roles/* promoted */.tU)(state))
        return 'discard';
    const step = (0,rowId/* rowParts */.V1)(row)?.step;
    const isRollout = step !== undefined && (0,steps/* infoOf */._U)(step).perWorkload;
    return isRollout && !(0,errorKinds/* kindInfo */.PQ)(kind).harmless ? 'back' : undefined;
}
function tryLater(ctx, row, error, end, tries) {
    const pause = error.retryAfter ??
        Math.min(time/* SECOND */.Z2 * 2 ** Math.min(tries, 12), LONGEST_PAUSE) * (0.75 + ctx.ports.random.fraction() / 2);
    return waitUntil(ctx.now() + pause, {
        latest: end,
        then: wayBack(ctx, row, error.kind) === undefined ? 'a person is asked' : 'the rotation is undone',
        reason: error.message,
        after: error.code,
    });
}

// EXTERNAL MODULE: ./.build/src/lifecycle/ledger.js + 1 modules
var lifecycle_ledger = __webpack_require__("src/lifecycle/ledger");
;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/step.js

const always = () => true;
/** A few calls of at most 30 s. */
const FEW_CALLS = 2 * time/* MINUTE */.pY;
const fewCalls = () => FEW_CALLS;

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/close.js






/** Evidence into the journal and onto the ticket, and the end. Evidence is a function of the facts up to this row's intent. */
const close_close = { applies: always, run, budget: fewCalls };
async function run(ctx, { row }) {
    const outcome = outcomeOf(ctx.state);
    ctx.ledger.note({ type: 'intent', row, data: { outcome } });
    const files = ctx.state.kind === 'adopt' ? [] : ctx.ports.pages.evidence(ctx.ledger.facts);
    const commit = await ctx.ledger.flush(files.map(({ path, content }) => ({ path, content })));
    await closeTicket(ctx, { files, commit, outcome });
    return done('did', { outcome });
}
/** Only a proof says done. */
function outcomeOf(state) {
    const { kind, pass } = state;
    if (pass === 'abandon')
        return 'abandoned';
    const proof = (0,journal_rotation/* resultOf */.B)(state, pass, 'prove');
    const proved = !proof || proof.grade === 'refused';
    if (pass !== 'forward') {
        const rehearsed = kind === 'rehearse' && (0,journal_rotation/* resultOf */.B)(state, 'forward', 'verify') !== undefined;
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
            await writeEnd(ctx, closing);
            return;
        }
        catch (thrown) {
            if (ctx.ledger.lost)
                throw thrown;
            const error = (0,errors/* asRekeyError */.fq)(thrown);
            ctx.ports.log.warning(error.line);
            // All of it is looked up before it is written, so a lost answer may be asked for again.
            if (!error.traits.passes || attempt === TRIES || ctx.ports.signal.aborted) {
                ctx.ledger.note({ type: 'warning', message: `the ticket could not be closed: ${error.line}` });
                return;
            }
            await ctx.ports.clock.sleep(Math.min(error.retryAfter ?? attempt * time/* SECOND */.Z2, time/* MINUTE */.pY), ctx.ports.signal);
        }
    }
}
/** Each call asks again whether the claim is still ours: a process that was frozen must not write over its successor's words. */
async function writeEnd(ctx, { files, commit, outcome }) {
    const { ticket } = ctx.subject;
    const number = ctx.claimed?.ticket;
    if (!ticket || number === undefined)
        return;
    const send = (call) => ctx.send(ctx.rowId('close'), { outcome }, call);
    const { rotation, started } = ctx.state;
    const digest = files[0]?.digest;
    const evidence = digest === undefined ? undefined : { digest, ...(commit !== undefined && { commit }) };
    const content = ctx.ports.pages.ticket(ctx.ledger.facts, evidence);
    await send((permit) => ticket.upsert(rotation, content, { number, since: started }, permit));
    for (const { name, content, digest } of files) {
        await send((permit) => ticket.attach(rotation, number, { name, content, digest }, permit));
    }
    const end = (0,outcomes/* outcomeInfo */.T)(outcome).ticket;
    if (end === undefined)
        return;
    await send((permit) => ticket.close(rotation, number, end, permit));
}

// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/enable.js
var enable = __webpack_require__("src/lifecycle/revocation/enable");
// EXTERNAL MODULE: ./.build/src/lifecycle/values.js
var values = __webpack_require__("src/lifecycle/values");
;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/adopt.js




/** A key that Rekey did not create: identified, verified, recorded. Nothing outside is changed; its clock starts. */
const adopt = { applies: always, run: adopt_run, budget: fewCalls };
async function adopt_run(ctx) {
    const { parts } = await (0,values/* current */.ss)(ctx);
    if (!parts)
        throw new errors/* RekeyError */.Z$('RK4002', `${ctx.ref.path} has no key to adopt.`);
    const verdict = await ctx.subject.vendor.verify(parts);
    if (verdict.answer === 'refused') {
        throw new errors/* RekeyError */.Z$('RK5011', `${ctx.name}: the vendor refuses the key in ${ctx.ref.path} (${verdict.status}).`);
    }
    if (verdict.answer === 'unknown')
        throw new errors/* RekeyError */.Z$('RK5006', `${ctx.name}: the key in use could not be verified: ${verdict.why}.`);
    const claimed = ctx.claimed;
    const id = claimed?.oldId;
    return done('observed', id === undefined ? {} : { id, how: claimed?.oldHow ?? '' });
}

// EXTERNAL MODULE: ./.build/src/lifecycle/idRule.js
var idRule = __webpack_require__("src/lifecycle/idRule");
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
            await (0,values/* served */.EZ)(ctx);
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
/**
 * The id of another key that this value belongs to, by the word of the vendor: some answer a create with a value that was there before.
 * Undefined: it is the key's own, or nobody can say.
 */
async function otherOwner(ctx, parts, id) {
    const { vendor } = ctx.subject;
    const told = await vendor.identify(parts);
    if (told === undefined || told === id)
        return undefined;
    if (vendor.capabilities.idInValue === true && !(await isListed(ctx, told)))
        return undefined;
    await mustBePublic(ctx, told, 'what the vendor says whose value it is', parts);
    return told;
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
async function check_run(ctx, { row, workload }) {
    const sentences = [];
    let passes = 0;
    let keyId;
    for (const probe of workload.probes) {
        const result = await passed(ctx, workload, probe, probe.passes);
        if ('is' in result)
            return result;
        if (result.verdict === 'no data')
            return noData(ctx, row, result.sentence);
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
    ctx.memory.tellsKey.clear();
    for (const workload of ctx.workloads) {
        for (const probe of workload.probes) {
            const { verdict, sentence, keyId } = await probe.check();
            if (keyId !== undefined)
                ctx.memory.tellsKey.add(workload.name);
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
            if (says === 'unhealthy')
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
/** What a reading says of the survivor. Going back, a workload may well be unhealthy with the key that it still holds. */
function saysOf(ctx, reading, held) {
    if (reading.verdict === 'no data')
        return 'no data';
    if (reading.verdict === 'fail')
        return held && ctx.state.pass === 'back' ? 'other' : 'unhealthy';
    if (held && reading.keyId === undefined)
        return 'other';
    return usesOther(ctx, reading) ? 'other' : 'well';
}
const stays = (ctx, { keyId }) => `it still uses ${nameOf(ctx, keyId)}, and should not any more`;
/** What a workload calls its key may be anything, a secret as well. */
const nameOf = (ctx, keyId) => keyId !== undefined && isOfThisRotation(ctx, keyId) ? keyId : 'another key';
function rereads(workload, until) {
    return waitUntil(until, {
        latest: until + time/* HOUR */.dp,
        then: 'it is checked all the same',
        reason: `${workload} may not have read the store again yet`,
    });
}
/** A workload that tells which key it uses must tell the survivor's, once it was rolled; where nobody knows that id, not the victim's. */
function usesOther(ctx, { keyId }) {
    const { survivor, victim } = (0,roles/* roles */.Ot)(ctx.state, ctx.subject.entry.keyId);
    if (keyId === undefined)
        return false;
    if (survivor !== undefined)
        return keyId !== survivor;
    return ctx.state.pass === 'back' && keyId === victim;
}
function unhealthy(workload, sentence) {
    return new errors/* RekeyError */.Z$('RK6005', `${workload} is unhealthy: ${sentence}.`);
}
function noData(ctx, row, sentence) {
    const latest = ctx.waitingSince(row) + NO_DATA_FOR;
    if (ctx.now() > latest)
        return block('RK6007', `no data for an hour: ${sentence}`);
    return waitUntil(ctx.now() + 5 * time/* MINUTE */.pY, {
        latest,
        then: 'it stays as it is and a person is asked',
        reason: `the probe has no data: ${sentence}`,
    });
}

// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/drainTimes.js
var drainTimes = __webpack_require__("src/lifecycle/revocation/drainTimes");
// EXTERNAL MODULE: ./.build/src/lifecycle/slot.js
var lifecycle_slot = __webpack_require__("src/lifecycle/slot");
// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/gone.js
var revocation_gone = __webpack_require__("src/lifecycle/revocation/gone");
// EXTERNAL MODULE: ./.build/src/lifecycle/labels.js
var lifecycle_labels = __webpack_require__("src/lifecycle/labels");
// EXTERNAL MODULE: ./.build/src/lifecycle/uses.js
var uses = __webpack_require__("src/lifecycle/uses");
// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/mustBeRevocable.js + 1 modules
var mustBeRevocable = __webpack_require__("src/lifecycle/revocation/mustBeRevocable");
;// CONCATENATED MODULE: ./.build/src/lifecycle/revocation/orphans.js







/** Ends a credential of ours that was never current and whose value is lost. */
async function endOrphan(ctx, id) {
    const row = `forward/sweep:${id}`;
    const isFresh = await (0,mustBeRevocable/* mustBeRevocable */.Gy)(ctx, { victim: id, everCurrent: false });
    if (!ctx.ledger.key.condemned.includes(id))
        ctx.ledger.note({ type: 'condemn', credential: id, why: 'its value was lost before it was stored' });
    const revoke = (permit) => ctx.subject.vendor.revoke(id, () => permit() && isFresh());
    const how = await ctx.effect(row, { id }, revoke).then((ended) => (ended === 'revoked' ? 'did' : 'found'), async (thrown) => {
        if ((await (0,revocation_gone/* isGoneAfter */.E)(ctx, id, (0,errors/* asRekeyError */.fq)(thrown))) === true)
            return 'found';
        throw thrown;
    });
    ctx.ledger.note({ type: 'result', row, how, data: { id } });
}
function isSwept(ctx, id) {
    return ctx.row(`forward/sweep:${id}`)?.result !== undefined;
}
/** When the last one was. */
function sweptAt(ctx) {
    const ends = sweptRows(ctx).flatMap(([, row]) => (row?.result ? [(0,time/* millis */.ne)(row.result.at)] : []));
    return ends.length === 0 ? undefined : Math.max(...ends);
}
/** A vendor may say yes to a revoke and do nothing: what its list still shows is revoked once more, and named. */
async function endAgain(ctx, { credentials }) {
    const ids = sweptRows(ctx).map(([row]) => row.slice(SWEEP.length));
    for (const { id } of credentials) {
        if (!ids.includes(id))
            continue;
        tellOnce(ctx, `${id} is still in the vendor's list although the vendor said that it is revoked. It was asked to revoke it once more: look there, and delete it if it is still there`);
        await endOrphan(ctx, id);
    }
}
const SWEEP = 'forward/sweep:';
const sweptRows = ({ state }) => Object.entries(state.rows).filter(([row, of]) => row.startsWith(SWEEP) && of?.result);
/**
 * What a create left behind that landed after nobody waited for it any more: ours by exact label of this rotation or of the
 * one before, and neither of the two that this rotation is about. Where a person deletes keys they are left.
 */
async function endOrphans(ctx, { credentials }) {
    if (ctx.subject.vendor.capabilities.byPerson.includes('revoke'))
        return;
    const claim = ctx.claimed;
    const created = ctx.created;
    const known = [claim?.oldId, created?.id];
    const oldIsKnown = claim?.old === 'absent' || claim?.oldId !== undefined;
    const labels = new Set([...(oldIsKnown ? (0,lifecycle_labels/* earlierLabels */.Ab)(ctx) : []), ...(await (0,lifecycle_labels/* ownLabels */.ct)(ctx))]);
    for (const one of credentials) {
        if (!(0,lifecycle_labels/* isLabelled */.ul)(one, labels) || known.includes(one.id) || isSwept(ctx, one.id))
            continue;
        if (wasEverCurrent(ctx, one))
            noteLeft(ctx, one.id);
        else if ((0,uses/* wasUsed */.h)(one))
            noteUsed(ctx, one.id);
        else
            await endOrphan(ctx, one.id);
    }
}
/**
 * What the rotation before promoted may still be held by somebody, although the secret was changed by hand since: a credential
 * that was ever current dies only through the tail.
 */
function wasEverCurrent(ctx, one) {
    const before = ctx.claimed?.currentBefore;
    return one.id === before || one.id === ctx.ledger.key.currentId;
}
/** What was current before, is another key than the one that is served now, and still lives: Rekey has no way to end it, so it is named. */
async function nameEarlier(ctx, old) {
    const { currentId } = ctx.ledger.key;
    const isOther = currentId !== undefined && currentId !== old?.id && (!old || old.id !== undefined);
    if (!isOther)
        return;
    const { credentials, complete } = await ctx.subject.vendor.list();
    if (credentials.some(({ id }) => id === currentId))
        noteLeft(ctx, currentId);
    else if (!complete)
        tellOnce(ctx, `${currentId} was in use before, and the vendor's list was cut before it: it may be alive`);
}
/** A person decides, because nobody knows who holds it. */
function noteLeft(ctx, id) {
    tellOnce(ctx, `${id} is alive and was in use before the secret was changed by hand. It is left alone: delete it at the vendor once nobody holds it`);
}
/** Its value was not lost, then: a process that stood still may have tried it late, or somebody holds it. */
function noteUsed(ctx, id) {
    tellOnce(ctx, `${id} carries a label of ours, and the vendor says that it was used, although this rotation did not have it served. It is left alone: delete it at the vendor once nobody holds it`);
}
function tellOnce(ctx, message) {
    const isTold = ctx.ledger.facts.some((fact) => fact.type === 'warning' && fact.message === message);
    if (isTold)
        return;
    ctx.ledger.note({ type: 'warning', message });
    ctx.ports.log.warning(message);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/claim.js










const TOLD = 'the vendor says so';
/** Base, old and its id are read after the claim, because only then nobody else of ours moves them. Then the ticket is opened. */
const claim = { applies: always, run: claim_run, budget: fewCalls };
async function claim_run(ctx) {
    const early = ticketOnItsWay(ctx);
    if (early)
        return early;
    const opened = await openTicket(ctx);
    const how = 'ticket' in opened ? 'did' : 'observed';
    if (ctx.state.kind === 'remove')
        await holdSlot(ctx);
    const now = await (0,values/* current */.ss)(ctx);
    if (!now.parts) {
        if (ctx.state.kind !== 'rotate')
            throw new errors/* RekeyError */.Z$('RK4002', `${ctx.ref.path} has no key in ${fieldNames(ctx)}, so there is nothing to ${ctx.state.kind}.`, ctx.state.kind === 'remove' ? {} : { next: firstKey(ctx.name) });
        await identified(ctx, now);
        await nameEarlier(ctx, undefined);
        return done(how, { base: now.version, old: 'absent', ...earlier(ctx), ...opened });
    }
    const old = await identify(ctx, now);
    await mustNotBeCondemned(ctx, now.parts, old);
    await nameEarlier(ctx, { id: old.oldId });
    const base = await annotate(ctx, now, old.oldHow === TOLD ? old.oldId : undefined);
    const before = base === now.version ? {} : { unannotated: now.version };
    return done(how, { base, ...before, old: 'present', ...old, ...earlier(ctx), ...opened });
}
/** Only who was asked for a removal notes it in the store; later runs believe that, and not the journal. */
async function holdSlot(ctx) {
    if (ctx.isBegunHere)
        await ctx.within('forward/claim', {}, (permit) => (0,lifecycle_slot/* reserve */.vY)(ctx, (0,lifecycle_slot/* reservationOf */.cR)(ctx), permit));
    else
        await (0,drainTimes/* removalAsked */.x2)(ctx);
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
async function annotate(ctx, now, id) {
    const { store } = ctx.subject;
    const writes = ctx.state.kind === 'rotate' || ctx.state.kind === 'remove';
    if (id === undefined || now.beside !== undefined || !writes)
        return now.version;
    const { fenced } = store.capabilities;
    const written = await ctx.send('forward/claim', { annotates: id }, async (permit) => store.annotate?.(ctx.ref, now.version, id, fenced ? undefined : permit));
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
        throw new errors/* RekeyError */.Z$('RK7008', `${ctx.name}: the id of the key in use is ${first.id} (${first.how}), but also ${other.id} (${other.how}). Nothing was changed.`);
    }
    return { oldId: first.id, oldHow: first.how };
}
/**
 * An id that was condemned never becomes current again. Where its value is accepted all the same, and the vendor does not say that the two
 * belong together, the id is that of another key.
 */
async function mustNotBeCondemned(ctx, parts, { oldId, oldHow }) {
    if (oldId === undefined || oldHow === TOLD || !ctx.ledger.key.condemned.includes(oldId))
        return;
    if ((await ctx.subject.vendor.verify(parts)).answer !== 'accepted')
        return;
    const { currentId } = ctx.ledger.key;
    const other = currentId === undefined || currentId === oldId ? '' : ` The journal knows ${currentId} as current.`;
    throw new errors/* RekeyError */.Z$('RK5003', `${ctx.name}: ${oldHow ?? ''}: ${oldId}; but an earlier rotation has revoked that key, and the vendor accepts the value in the secret, so it is another one.${other} Nothing was changed.`, { next: 'Correct the id beside the value, or key_id in the config; whoami of the vendor would tell it.' });
}
/** A ticket that another run asked for may still be opened: who looks for it now and finds none would open a second one. */
function ticketOnItsWay(ctx) {
    const intent = ctx.row('forward/claim')?.intent;
    if (intent?.data['ticket'] !== 'opens' || intent.by === ctx.ledger.nonce)
        return undefined;
    const until = (0,time/* millis */.ne)(intent.at) + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9;
    if (ctx.now() >= until)
        return undefined;
    return waitUntil(until, {
        latest: until + time/* MINUTE */.pY,
        then: 'it is looked for, and opened if there is none',
        reason: 'a ticket that another run asked for may still be opened',
    });
}
async function openTicket(ctx) {
    const { ticket } = ctx.subject;
    if (ctx.state.kind === 'adopt' || !ticket) {
        await ctx.effect('forward/claim', {}, () => Promise.resolve());
        return {};
    }
    const since = ctx.row('forward/claim')?.intent?.at ?? ctx.state.started;
    const { ticket: number } = ctx.state.order;
    const known = { since, ...(number !== undefined && { number }) };
    const opened = await ctx.effect('forward/claim', { ticket: 'opens' }, (permit) => ticket.upsert(ctx.state.rotation, ctx.ports.pages.ticket(ctx.ledger.facts), known, permit));
    return { ticket: opened.number, ticketUrl: opened.url };
}
function fieldNames(ctx) {
    return Object.values(ctx.ref.fields).join(', ');
}

// EXTERNAL MODULE: ./.build/src/lifecycle/revocation/accepted.js
var accepted = __webpack_require__("src/lifecycle/revocation/accepted");
// EXTERNAL MODULE: ./.build/src/domain/key.js
var key = __webpack_require__("src/domain/key");
;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/deploy.js







const LONGEST = time/* HOUR */.dp;
/** Rolls one workload, so that no instance with the other key is left. Back: every workload, because any of them may have restarted by itself. */
const deploy = {
    // One that is gone from the config is not skipped: its row fails.
    applies: ({ subject }, unit = '') => !subject.workloads.has(unit) || subject.workloads.get(unit)?.deployer !== undefined,
    run: deploy_run,
    budget: fewCalls,
};
async function deploy_run(ctx, { row, workload }) {
    const { deployer } = workload;
    if (!deployer)
        return done('observed', {});
    const mark = markOf(ctx, workload.name);
    const intent = ctx.row(row)?.intent;
    const asked = ctx.now();
    const known = intent ? await deployer.find(mark, intent.at) : undefined;
    const until = intent && intent.by !== ctx.ledger.nonce ? (0,time/* millis */.ne)(intent.at) + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 : 0;
    if (!known && asked < until) {
        return wait(ctx, row, 'a rollout that another run asked for may still begin', until, asked);
    }
    if (known)
        return follow(ctx, row, known, true);
    try {
        const rollout = await ctx.effect(row, { marker: mark.marker }, (permit) => deployer.roll(mark, permit));
        return await follow(ctx, row, rollout, false);
    }
    catch (thrown) {
        if (!mayStay(ctx, workload.name, (0,errors/* asRekeyError */.fq)(thrown)))
            throw thrown;
        ctx.ports.log.warning(`  ${row}: ${(0,errors/* asRekeyError */.fq)(thrown).line}`);
        return done('not observed', { refused: true });
    }
}
/**
 * Going back, a rollout that is refused is not needed where forward was refused as well: the instances hold the previous key, but for one that
 * restarted in between by itself. Only where the vendor shows the last use, because then the drain sees whether there is one.
 */
function mayStay(ctx, workload, error) {
    const { state, subject } = ctx;
    if (state.pass !== 'back' || !isRefusal(error.code) || !subject.vendor.capabilities.lastUsed)
        return false;
    const forward = state.rows[`forward/deploy:${workload}`];
    if (!forward)
        return true;
    return (!forward.result && (forward.unsettled === 0 || (forward.intents === 1 && isRefusal(forward.lastFailure))));
}
/** What was asked for was understood and refused, so nothing was started. */
const isRefusal = (code) => code === 'RK6001' || code === 'RK6006';
/** Workloads of this pass that were left as they are, because their rollout was refused. */
const leftAsTheyAre = ({ state, workloadNames }) => workloadNames.filter((name) => state.rows[`${state.pass}/deploy:${name}`]?.result?.data['refused'] === true);
/** Until no old instance is left: here while there is patience, else a later run continues. */
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
                ...(rollout.url !== undefined && { url: rollout.url }),
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
        throw new errors/* RekeyError */.Z$('RK6002', `The rollout did not end within ${LONGEST / time/* MINUTE */.pY} minutes.`);
    return waitUntil(until, { latest: latest, then: 'the previous key is made current again', reason });
}
/** Under which the deployer knows this rollout. */
function markOf(ctx, workload) {
    const { state } = ctx;
    const unit = (0,key/* shortIdentity */.tv)(`${ctx.subject.identity}/${workload}`).slice(0, 6);
    return {
        marker: `rekey-${state.rotation}-${state.pass}-${unit}`,
        key: ctx.name,
        rotation: state.rotation,
        credential: (0,roles/* roles */.Ot)(state).survivor ?? '',
        workload,
    };
}

// EXTERNAL MODULE: ./.build/src/lifecycle/inList.js
var inList = __webpack_require__("src/lifecycle/inList");
// EXTERNAL MODULE: ./.build/src/lifecycle/stopwatch.js
var stopwatch = __webpack_require__("src/lifecycle/stopwatch");
;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/drain.js












/**
 * The grace period is over, the victim is silent, and every workload is well with the survivor. Rekey itself never calls the
 * vendor with the victim before this row is done. Once it is revoked there is nothing to wait for.
 */
const drain = {
    applies: ({ state, subject }) => (0,roles/* roles */.Ot)(state, subject.entry.keyId).victimExists && !state.rows[`${state.pass}/revoke`]?.result,
    run: drain_run,
    budget: fewCalls,
};
async function drain_run(ctx) {
    const times = await (0,drainTimes/* drainTimes */.x_)(ctx);
    const latest = latestOf(ctx, times);
    // A list may come long after it was asked for, and shows no use in between.
    const asked = ctx.now();
    const sinceAsked = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
    if (asked < times.look) {
        return waitUntil(times.look, {
            latest: latest,
            then: 'a person is asked',
            reason: times.isPruned ? `${waitsFor(ctx, times)}; ${PRUNED}` : waitsFor(ctx, times),
        });
    }
    const lastUsed = await lastUse(ctx);
    if (lastUsed === CUT || lastUsed === HIDDEN)
        return unseen(ctx, latest, lastUsed);
    if (typeof lastUsed === 'string' && (0,drainTimes/* silentAt */.$D)(ctx, lastUsed, times) > asked)
        return stillUsed(ctx, lastUsed, times, latest);
    const left = leftAsTheyAre(ctx);
    if (lastUsed === undefined && left.length > 0)
        return unrolled(ctx, latest, left);
    await mustBeWell(ctx);
    ctx.memory.sinceDrained = sinceAsked;
    const until = (0,time/* instant */.uR)(times.until);
    if (lastUsed === undefined)
        return done('not observed', { silent: 'not observed', until });
    return done('observed', { silent: 'observed', until, ...(lastUsed === null ? {} : { lastUsed }) });
}
const CUT = Symbol('cut');
const HIDDEN = Symbol('hidden');
const PRUNED = 'it counts from the newest version of the secret, because the store no longer keeps the version written by the switch: raise max_versions';
const dying = ({ state }) => (state.pass === 'back' ? 'new' : 'old');
/** The grace period to its end; where that is not enough, what must be seen after it, and which settings make it last. */
function waitsFor(ctx, { until, look }) {
    const grace = `grace period of ${(0,time/* spoken */.vg)(ctx.grace)}, to ${(0,time/* when */.z7)(until)}`;
    if (look <= until)
        return grace;
    const lag = (0,time/* spoken */.vg)(ctx.subject.vendor.capabilities.lastUsedLag);
    const why = `limits.last_used_lag of ${ctx.subject.entry.vendor} is ${lag}, clocks may differ by ${(0,time/* spoken */.vg)((0,drainTimes/* skewOf */.Me)(ctx))}`;
    return `${grace}, then silence of the ${dying(ctx)} key until ${(0,time/* when */.z7)(look)} (${why})`;
}
/** However often times move while it waits, a person is asked in the end. */
function latestOf(ctx, { look, silence }) {
    const { pass } = ctx.state;
    const longest = ctx.grace + silence + 2 * ctx.subject.vendor.capabilities.lastUsedLag;
    return Math.min(look, ctx.waitingSince(`${pass}/drain`) + longest) + ctx.drainLimit;
}
/**
 * By the vendor's clock. null: never. undefined: no such field, or a null that means nothing. CUT: the list ended before it.
 * HIDDEN: the list says that it is complete, and is not.
 */
async function lastUse(ctx) {
    const { vendor, entry } = ctx.subject;
    const { victim, survivor } = (0,roles/* roles */.Ot)(ctx.state, entry.keyId);
    if (!vendor.capabilities.lastUsed || victim === undefined)
        return undefined;
    const { credentials, complete } = await vendor.list();
    const listed = credentials.find(({ id }) => id === victim);
    if (!listed && !complete)
        return CUT;
    if (!listed)
        return survivor !== undefined && !(0,inList/* isIn */.S1)({ credentials }, survivor) ? HIDDEN : absent(ctx);
    if (listed.lastUsed === undefined || listed.lastUsed === null)
        return vendor.capabilities.nullMeansNever ? null : undefined;
    return listed.lastUsed;
}
/**
 * Not in a list that says that it is complete. Gone only when the vendor refuses it: a person may have deleted it. Asking with it counts as
 * a use, which here no list would show.
 */
async function absent(ctx) {
    const parts = await (0,values/* victimParts */.tI)(ctx);
    if (!parts)
        return undefined;
    const verdict = await ctx.subject.vendor.verify(parts);
    if (verdict.answer !== 'unknown')
        return verdict.answer === 'refused' ? null : HIDDEN;
    throw new errors/* RekeyError */.Z$('RK5006', `The vendor does not say whether it accepts the old key: ${verdict.why}.`);
}
function stillUsed(ctx, lastUsed, times, latest) {
    return notSilent(ctx, latest, {
        until: Math.max(ctx.now() + time/* MINUTE */.pY, (0,drainTimes/* silentAt */.$D)(ctx, lastUsed, times)),
        reason: `the ${dying(ctx)} key was last used at ${lastUsed}: something that is not listed still holds it`,
        person: `Find who still uses the ${dying(ctx)} key and add it to used_by; the rotation continues by itself once the key is silent.`,
    });
}
/** Absence from a list that was cut, or that hides a key that works, says nothing. */
function unseen(ctx, latest, why) {
    const said = why === CUT ? `was cut before the ${dying(ctx)} key` : 'does not hold a key that the vendor accepts';
    return notSilent(ctx, latest, {
        until: ctx.now() + LOOK_AGAIN,
        reason: `the vendor's list ${said}, so nobody can see whether the ${dying(ctx)} key is silent`,
        person: `Describe how the next page of the vendor's list is found (next:), or raise max_pages; the rotation continues by itself once the ${dying(ctx)} key is seen.`,
    });
}
/** An instance that restarted by itself may hold the key that is to die, and nobody has seen that none does. */
function unrolled(ctx, latest, left) {
    const names = (0,tools_text/* sentenceList */.MT)(left);
    return notSilent(ctx, latest, {
        until: ctx.now() + LOOK_AGAIN,
        reason: `the rollout of ${names} was refused, and the vendor does not show when the ${dying(ctx)} key was last used`,
        person: `See that no instance of ${names} holds the ${dying(ctx)} key, then delete that key at the vendor by hand: the rotation continues by itself`,
    });
}
const LOOK_AGAIN = 10 * time/* MINUTE */.pY;
function notSilent(ctx, latest, { until, reason, person }) {
    if (ctx.now() < latest)
        return waitUntil(until, { latest: latest, then: 'a person is asked', reason });
    return waitUntil(ctx.now() + time/* DAY */.d_, { latest: latest + 30 * time/* DAY */.d_, then: 'it stays as it is', reason, person });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/lastLook.js




/**
 * Before what was ever current is condemned, disabled or revoked, this process itself has seen that it is drained: what another one
 * wrote may be old, or forged. Undefined: it has; otherwise what there is to wait for.
 * @param age how long ago at most
 */
async function lastLook(ctx, age = Infinity) {
    const { sinceDrained } = ctx.memory;
    if (sinceDrained && (age === Infinity || sinceDrained() < age))
        return undefined;
    const seen = await drain.run(ctx, ctx.own('drain'));
    if (seen.is !== 'done')
        return seen;
    return seen.data['silent'] === 'observed' ? undefined : rolled(ctx);
}
/**
 * Where nobody shows whether the victim is silent, a workload that does not tell its key's id might never have been rolled: the
 * deployer is asked for the rollout that the journal tells of. One that it does not know is done now, and then drained again.
 */
async function rolled(ctx) {
    let isNew = false;
    for (const { name, deployer } of ctx.workloads) {
        const row = ctx.rowId('deploy', name);
        const before = ctx.row(row)?.result;
        if (!deployer || before?.by === ctx.ledger.nonce || ctx.memory.tellsKey.has(name))
            continue;
        if ((ctx.row(row)?.intents ?? 0) >= MOST_ROLLS)
            await mustBeKnown(ctx, name);
        const outcome = await deploy.run(ctx, ctx.own('deploy', name));
        if (outcome.is !== 'done')
            return undrained(ctx, outcome);
        if (ctx.row(row)?.result === before)
            continue;
        ctx.ledger.note({ type: 'result', row, how: outcome.how, data: outcome.data });
        isNew = true;
    }
    if (!isNew)
        return undefined;
    const again = await drain.run(ctx, ctx.own('drain'));
    return again.is === 'done' ? undefined : undrained(ctx, again);
}
/** Rolled in vain so often, it is no forgery any more: the deployer forgets its rollouts before the grace period is over. */
const MOST_ROLLS = 3;
async function mustBeKnown(ctx, workload) {
    const since = ctx.row(ctx.rowId('promote'))?.result?.at ?? (0,time/* instant */.uR)(0);
    const known = await ctx.workload(workload).deployer?.find(markOf(ctx, workload), since);
    if (known)
        return;
    throw new errors/* RekeyError */.Z$('RK7008', `${ctx.name}: the journal says that ${workload} was rolled, its deployer knows of no such rollout, and nothing else shows which key it uses. Nothing was revoked.`, {
        next: 'Let the deployer remember its rollouts for longer than the grace period, or let the check tell the id of the key.',
    });
}
function undrained(ctx, outcome) {
    delete ctx.memory.sinceDrained;
    return outcome;
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/condemn.js











/** The line. From here on the victim never becomes current again, for anybody; an id that nobody knows is never guessed. */
const condemn = {
    applies: (ctx) => (0,roles/* roles */.Ot)(ctx.state, ctx.subject.entry.keyId).victimExists,
    run: condemn_run,
    budget: fewCalls,
};
async function condemn_run(ctx) {
    const { victim, everCurrent } = (0,roles/* roles */.Ot)(ctx.state, ctx.subject.entry.keyId);
    if (victim !== undefined)
        mustBeNamedNow(ctx, victim);
    const undrained = everCurrent ? await lastLook(ctx, mustBeRevocable/* FRESH */.Nz) : undefined;
    if (undrained)
        return undrained;
    if (victim === undefined)
        return unknownId(ctx);
    await mustBePublic(ctx, victim, 'the id of the key that is to go', await (0,values/* victimParts */.tI)(ctx));
    const seen = await (0,accepted/* victimAnswers */.Yx)(ctx, everCurrent);
    // A machine that was suspended meanwhile has seen an old world.
    let isFresh;
    do
        isFresh = await (0,mustBeRevocable/* mustBeRevocable */.Gy)(ctx, { victim, everCurrent });
    while (!isFresh());
    ctx.ledger.note({
        type: 'condemn',
        credential: victim,
        why: `pass ${ctx.state.pass} of rotation ${ctx.state.rotation}`,
    });
    return done('did', { id: victim, ...seen });
}
/** key_id of today names the old key where nothing else did; one that an earlier rotation condemned is another key. */
function mustBeNamedNow({ state, ledger, subject, name }, victim) {
    const isSaidOnly = state.pass === 'forward' && (0,journal_rotation/* resultOf */.B)(state, 'forward', 'claim')?.oldId === undefined;
    if (!isSaidOnly || !ledger.key.condemned.includes(victim) || state.condemned.includes(victim))
        return;
    throw new errors/* RekeyError */.Z$('RK5003', `${name}: key_id in the config names ${subject.entry.keyId ?? ''}, which an earlier rotation has condemned, so it is not the old key. Nothing was revoked.`, { next: 'Correct key_id, or take it out and revoke the old key by hand.' });
}
/** new is live and healthy, old is left alone: a person names the id, or revokes it by hand, which is then proved. */
async function unknownId(ctx) {
    const parts = await (0,values/* oldParts */.QZ)(ctx);
    const verdict = parts && (await ctx.subject.vendor.verify(parts));
    if (verdict?.answer === 'refused')
        return done('found', { id: '' });
    const { name } = ctx;
    const reason = `${name}: I do not know the id of the old key, so I will not revoke anything. The new key is live and healthy; the old one still works`;
    return waitUntil(ctx.now() + time/* HOUR */.dp, {
        latest: (0,time/* millis */.ne)(ctx.row(ctx.rowId('drain'))?.result?.at ?? ctx.state.started) + 30 * time/* DAY */.d_,
        then: 'the old key stays alive',
        reason,
        person: `Write key_id: of the old key under keys.${name} in the config, or revoke the old key by hand at the vendor: then it is proved. For next time: add whoami to the vendor`,
    });
}

// EXTERNAL MODULE: ./.build/src/domain/credential.js
var domain_credential = __webpack_require__("src/domain/credential");
;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/lookUp.js









const ROW = 'forward/create';
/** How far two clocks may be apart. */
const SKEW = time/* MINUTE */.pY;
/**
 * A create was intended and nobody wrote down how it ended. Staged by us: it is done. At the vendor but not staged: its value
 * is lost, so it is swept. Nowhere: only when the list is complete and nothing can still arrive. Undefined: create again.
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
        ? await labelled(ctx, credentials)
        : newcomers(ctx, await strangers(ctx, credentials), complete);
    if (lost === 'unclear')
        return UNCLEAR;
    const [first] = lost;
    if (first && vendor.capabilities.byPerson.includes('revoke'))
        return deletedByPerson(ctx, first.id, waits);
    for (const { id } of lost)
        await endOrphan(ctx, id);
    if (lost.length > 0)
        return undefined;
    if (!complete)
        return wait(Math.max(quiet, ctx.now() + pauseOf(ctx, waits)), lookUp_CUT);
    return asked < quiet ? wait(quiet, LATE) : undefined;
}
const UNCLEAR = block('RK7008', 'a key may have been made whose value is lost, and it was used, or the vendor does not show which one it is, or that nobody has used it');
/**
 * The vendor has answered, so nothing can arrive any more: what was made is in its list. Only our exact label says which one is ours; a
 * newcomer that has none may be, so a person is told its id.
 */
async function lookAfterAnswer(ctx, misread, waits) {
    const { at, before } = misread;
    const { vendor } = ctx.subject;
    const asked = ctx.now();
    const shown = at + vendor.capabilities.listLag;
    if (asked < shown)
        return waiter(ctx, waits)(shown, LISTED);
    const { credentials, complete } = await vendor.list();
    const own = await labelled(ctx, credentials);
    if (own === 'unclear')
        return UNCLEAR;
    const [first] = own;
    if (first && vendor.capabilities.byPerson.includes('revoke'))
        return deletedByPerson(ctx, first.id, waits);
    for (const { id } of own)
        await endOrphan(ctx, id);
    // Found by the label of this very create, now or a moment ago: that is what the answer was about. What an earlier attempt left is another key.
    const label = ctx.row(ROW)?.intent?.data['label'];
    misread.isFound ||= own.some((one) => one.label === label);
    if (misread.isFound)
        return undefined;
    const known = new Set(before.credentials.map(({ id }) => id));
    const fresh = (await strangers(ctx, credentials)).filter(({ id, label }) => !known.has(id) && !isSwept(ctx, id) && label?.startsWith('rekey-') !== true);
    const { name, vendor: where } = ctx.state.snapshot;
    if (fresh.length === 0 && complete && before.complete) {
        // An error inside a 200 makes none; a list that leaves some out without a word would hide one.
        const message = `${name}: what ${where} answered to the create was not understood, and its list shows no new key. If it did make one, only a person can see it there`;
        tellOnce(ctx, message);
        return undefined;
    }
    return block('RK5005', fresh.length === 0
        ? `${name}: a key may have been made, and the list of ${where} was cut, so nobody can see which one. Look there for the newest key and delete it`
        : `${name}: a key may have been made, and ${where} does not show our label. New in its list since then: ${(0,tools_text/* sentenceList */.MT)(fresh.slice(0, MOST_NAMED).map(({ id }) => id))}. Delete the one that nobody else has made`);
}
const MOST_NAMED = 5;
function deletedByPerson(ctx, id, waits) {
    const { name, vendor } = ctx.subject.entry;
    return waitUntil(ctx.now() + time/* HOUR */.dp, {
        latest: ctx.waitingSince(waits) + 30 * time/* DAY */.d_,
        then: 'it is left where it is',
        reason: `${name}: the value of ${id} was lost before it was stored, and ${vendor} has no call to delete a key`,
        person: `Delete ${id} at ${vendor} by hand. The next run continues once it is gone from the list`,
    });
}
/** With our exact label. One that was used has a value that somebody holds. */
async function labelled(ctx, credentials) {
    const labels = await (0,lifecycle_labels/* ownLabels */.ct)(ctx);
    const own = credentials.filter((one) => (0,lifecycle_labels/* isLabelled */.ul)(one, labels) && !isSwept(ctx, one.id));
    return own.some(uses/* wasUsed */.h) ? 'unclear' : own;
}
const LATE = 'a create whose answer was lost may still arrive';
const LISTED = 'what a create made is in the list of the vendor only after a while';
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
    const inTime = age !== undefined && age >= -SKEW && age <= lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 + SKEW;
    return fresh.length === 1 && complete && inTime && (0,uses/* wasNeverUsed */.Z)(ctx, only) ? fresh : 'unclear';
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
/** One row, because between the vendor's answer and the store's write the value is in memory only. */
const create = { applies: always, run: create_run, budget: () => 5 * time/* MINUTE */.pY };
async function create_run(ctx) {
    if (ctx.row(create_ROW)?.intent) {
        const found = await lookUp(ctx, create_ROW);
        if (found)
            return found;
        if ((ctx.row(create_ROW)?.unsettled ?? 0) >= MOST_LOST)
            return turn('discard', `${MOST_LOST} creates had no answer`, { code: 'RK5007' });
    }
    const { vendor, store } = ctx.subject;
    const before = await listedBefore(ctx);
    // What could fail is read before: afterwards nothing may stand between the vendor's answer and the stage.
    await (0,values/* oldParts */.QZ)(ctx);
    await endOrphans(ctx, before);
    const attempt = (ctx.row(create_ROW)?.intents ?? 0) + 1;
    const label = (0,key/* credentialLabel */.ad)(ctx.name, ctx.subject.identity, ctx.state.rotation, attempt);
    const intent = intentData(label, attempt, before, vendor.capabilities.labels);
    const reservation = (0,lifecycle_slot/* reservationOf */.cR)(ctx);
    await ctx.intend(create_ROW, intent);
    const { slot } = await ctx.within(create_ROW, intent, (permit) => (0,lifecycle_slot/* reserve */.vY)(ctx, reservation, permit));
    const like = ctx.claimed?.oldId;
    const wanted = { label, scopes: ctx.subject.entry.scopes, ...(like !== undefined && { like }) };
    const created = await made(ctx, intent, before, (permit) => vendor.create(wanted, permit));
    if ('is' in created)
        return created;
    const credential = { ...created, parts: (0,domain_credential/* bindParts */.c)(created.parts, [...vendor.origins, ...store.origins]) };
    await mustBeNew(ctx, credential, before);
    ctx.memory.fresh = credential;
    return stage(ctx, slot, credential, intent);
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
        ctx.memory.misread = { at: ctx.now(), before, isFound: false };
        (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, create_ROW, error, false);
        return turn('discard', error.message, { code: error.code });
    }
}
/** With labels what was seen a moment ago is enough; without, nothing may have been made between the list and our create. */
async function listedBefore(ctx) {
    const { vendor } = ctx.subject;
    const seen = vendor.capabilities.labels ? ctx.memory.listing : undefined;
    delete ctx.memory.listing;
    return seen ?? vendor.list();
}
/** Without labels only the ids that were there before tell later which one is ours; as digests, because they may be anybody's. */
function intentData(label, attempt, before, labels) {
    if (labels)
        return { label, attempt };
    if (!before.complete)
        throw new errors/* RekeyError */.Z$('RK5005', 'The vendor has no labels and its list was cut, so a lost key could not be found again.');
    return { label, attempt, before: before.credentials.map(({ id }) => (0,key/* shortIdentity */.tv)(id)) };
}
/** Some gateways answer a create for an existing name with the existing key. Undoing that would kill production. */
async function mustBeNew(ctx, created, before) {
    const old = await (0,values/* oldParts */.QZ)(ctx);
    const known = before.credentials.some(({ id }) => id === created.id) || created.id === ctx.claimed?.oldId;
    if (!known && !(old && (0,domain_credential/* samePartsTrimmed */.X)(old, created.parts)))
        return;
    throw new errors/* RekeyError */.Z$('RK5009', `${ctx.name}: create answered with ${created.id}, a key that was there before. It is left alone.`);
}
/** The value is in memory only: worth a few tries, also when the run is cancelled. Then new is given up, known by its id. */
async function stage(ctx, slot, credential, intent) {
    const { store } = ctx.subject;
    const { id, expires } = credential;
    const label = intent['label'] ?? '';
    const made = (staged) => ({
        id,
        label,
        staged,
        ...(expires !== undefined && { expires }),
    });
    const sinceMade = (0,stopwatch/* stopwatch */.s)(ctx.ports.clock);
    for (let attempt = 1;; attempt += 1) {
        try {
            const permit = store.capabilities.reservation ? undefined : await ctx.permit(create_ROW, intent);
            const { version } = await store.stage(ctx.ref, ctx.state.rotation, slot, credential, permit);
            return done('did', made(version));
        }
        catch (thrown) {
            const error = (0,errors/* asRekeyError */.fq)(thrown);
            const patient = attempt < STAGE_TRIES || sinceMade() < STAGE_PATIENCE;
            if (error.traits.patience !== undefined && patient) {
                await ctx.ports.clock.sleep(error.retryAfter ?? Math.min(attempt * 2, 15) * time/* SECOND */.Z2);
                continue;
            }
            (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, create_ROW, error, false);
            ctx.ledger.note({ type: 'result', row: create_ROW, how: 'did', data: made('') });
            const why = `the new key could not be staged: ${error.message}`;
            return turn('discard', why, { code: error.code, ...adviceOf(error) });
        }
    }
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
    applies: ({ state, subject }) => subject.vendor.capabilities.disable && ((0,roles/* condemnedId */.XQ)(state) ?? '') !== '',
    run: disable_run,
    budget: (ctx) => ctx.subject.vendor.capabilities.revocationLag + 2 * MARGIN + watchOf(ctx) + FEW_CALLS,
};
const watchOf = (ctx) => Math.max(ctx.state.snapshot.watch, ctx.subject.entry.watch);
async function disable_run(ctx, { row }) {
    const victim = (0,roles/* victimOf */.OO)(ctx.state);
    const off = (0,enable/* leftOff */.B2)(ctx);
    if (off) {
        await (0,enable/* undoOrRemember */.nv)(ctx, victim, off, () => (0,enable/* enableAgain */.SP)(ctx, victim));
        const why = `${off.reason}. It is enabled by now`;
        if (!isPassing(off.after))
            return block(off.after, why);
    }
    // A process before this one may have left it disabled.
    const mayBeOff = (ctx.row(row)?.intent ?? ctx.row(row)?.result) !== undefined;
    const enableFirst = async (thrown) => {
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (mayBeOff)
            await (0,enable/* undoOrRemember */.nv)(ctx, victim, error, () => (0,enable/* enableAgain */.SP)(ctx, victim, error));
        throw thrown;
    };
    const unseen = await lastLook(ctx).catch(enableFirst);
    if (unseen) {
        if (mayBeOff)
            await (0,enable/* undoUndrained */.Zj)(ctx, victim, unseen);
        return unseen;
    }
    const isFresh = await (0,mustBeRevocable/* mustBeRevocable */.Gy)(ctx, { victim, everCurrent: true }).catch(enableFirst);
    const before = ctx.row(row)?.intent;
    await (0,enable/* enablesHaveLanded */.Ze)(ctx);
    await ctx.intend(row, { id: victim });
    const doubt = await disableAndWatch(ctx, victim, before, isFresh);
    if (doubt === GONE)
        return done('found', { checked: 0 });
    if (doubt === undefined)
        return done('did', { checked: ctx.workloads.length });
    await (0,enable/* undoOrRemember */.nv)(ctx, victim, new errors/* RekeyError */.Z$(doubt.code, doubt.why), () => (0,enable/* enable */.sS)(ctx, victim));
    ctx.ports.log.warning(`  ${victim} was enabled again: ${doubt.why}`);
    return doubt;
}
/** It is dead already: there is nothing to switch off, nor to enable again. */
const GONE = Symbol('gone');
/** Switched off and watched; the doubt, if there is one. @param before the intent of an earlier try */
async function disableAndWatch(ctx, victim, before, isFresh) {
    const row = ctx.rowId('disable');
    try {
        ctx.memory.disabled = victim;
        await ctx.send(row, { id: victim }, async (permit) => ctx.subject.vendor.disable?.(victim, () => permit() && isFresh()));
        return await doubts(ctx, before !== undefined && before.by !== ctx.ledger.nonce);
    }
    catch (thrown) {
        // What surely was not sent needs no undo, and another process may have disabled it meanwhile, to watch it.
        const mayBeOff = before !== undefined || !ctx.isIdle(row);
        if (thrown instanceof paused/* Paused */.h) {
            if (mayBeOff && !ctx.ledger.lost)
                await (0,enable/* undoOrRemember */.nv)(ctx, victim, CANCELLED, () => (0,enable/* enable */.sS)(ctx, victim));
            throw thrown;
        }
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if ((await (0,revocation_gone/* isGoneAfter */.E)(ctx, victim, error)) === true)
            return GONE;
        if (mayBeOff && !ctx.ledger.lost)
            await (0,enable/* undoOrRemember */.nv)(ctx, victim, error, () => (0,enable/* enable */.sS)(ctx, victim, error));
        throw thrown;
    }
}
const CANCELLED = {
    code: 'RK5006',
    message: 'this run was cancelled while it watched the disabled key',
};
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
    const parts = await (0,values/* victimParts */.tI)(ctx);
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
const WRONG_ID = block('RK5012', 'its value still works although its id is disabled, so the id belongs to another key');
const WAS_ENABLED = block('RK7008', 'the key works again although it was disabled, so somebody enabled it while it was watched; find out who did, they may need it');
/** Nobody becomes unhealthy while it is off, nor at its end; each probe must have seen something to say so. */
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
                return block('RK6005', why);
            }
        }
        if (isLast && blind.size > 0)
            throw new errors/* RekeyError */.Z$('RK6007', 'No data came while the old key was disabled, so it was enabled again.');
        if (isLast)
            return undefined;
        await ctx.sleep(Math.min(end - ctx.ports.clock.monotonic(), PAUSE));
    }
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/settled.js





/** The store does not tell at once what it serves: nothing fences a write, or readers are served the old value for a while. */
function settlesLate(ctx) {
    const { fenced, serveLag } = ctx.subject.store.capabilities;
    return !fenced || serveLag > 0;
}
/**
 * A write of this row was allowed to some process. Until it has arrived or never will, can be read, and is served to everybody, what the
 * store serves may still change: that is waited for. Undefined: nothing is on its way any more, or nothing was ever sent.
 */
function onItsWay(ctx, row) {
    const intent = ctx.row(row)?.intent;
    if (!intent)
        return undefined;
    const { readLag, serveLag } = ctx.subject.store.capabilities;
    const until = (0,time/* millis */.ne)(intent.at) + lifecycle_ledger/* WINDOW */.jf + lifecycle_ledger/* TIMEOUT */.Q9 + Math.max(readLag, serveLag);
    if (ctx.now() >= until)
        return undefined;
    return waitUntil(until, {
        latest: until + time/* MINUTE */.pY,
        then: 'it is compared with what was there before and with what was written',
        reason: 'the store may still change what it serves',
    });
}
/**
 * Compares what was written since `base`, version by version: first nothing but the value of `base`, then nothing but ours. A version that
 * nobody can read may have held anything. Only once nothing is on its way any more.
 */
async function standing(ctx, base, before, ours) {
    const names = await ctx.subject.store.since(ctx.ref, base);
    const versions = await (0,values/* versionsSince */.AW)(ctx, base);
    let at;
    for (const [index, one] of versions.entries()) {
        if (!one || names.length !== versions.length)
            return { is: 'unclear', version: base };
        const isOurs = ours !== undefined && isSame(one.parts, ours);
        if (isOurs)
            at ??= names[index] ?? base;
        else if (at !== undefined || !isSame(one.parts, before))
            return { is: 'unclear', version: base };
    }
    return at === undefined ? { is: 'before', version: base } : { is: 'after', version: at };
}
const isSame = (one, other) => one && other ? (0,domain_credential/* samePartsTrimmed */.X)(one, other) : one === other;

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/fence.js








/**
 * Before new is condemned, a promote of it that may still be on its way is made to fail. Nothing that is served changes. Where the store cannot
 * do that, it is waited until none can be on its way any more.
 */
const fence = { applies: (ctx) => (0,roles/* promoteOpen */.RF)(ctx.state), run: fence_run, budget: fewCalls };
async function fence_run(ctx, { row }) {
    if (!ctx.subject.store.capabilities.fenced)
        return unfenced(ctx);
    const base = ctx.claimed?.base ?? '';
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
/** What the wait has shown is compared with both values. Where it is neither, or somebody has put old back, both stay alive. */
async function unfenced(ctx) {
    const early = onItsWay(ctx, 'forward/promote');
    if (early)
        return early;
    if (ctx.state.pass === 'abandon')
        return nothingLeft(ctx);
    const base = ctx.claimed?.base ?? '';
    const { is, version } = await standing(ctx, base, await (0,values/* oldParts */.QZ)(ctx), await (0,values/* newParts */.nr)(ctx));
    if (is === 'before')
        return done('observed', { version });
    return is === 'after' ? turnBack(ctx, version) : movedByOthers(ctx, new errors/* RekeyError */.Z$('RK4003', MOVED));
}
/** Our field moved before the fence, so no promote can land any more. Who moved it does not matter to whoever gives up. */
async function nothingLeft(ctx) {
    return done('found', { version: (await (0,values/* current */.ss)(ctx)).version });
}
/** Our field moved before the fence: either our own promote landed, or somebody else wrote and the promote cannot any more. */
async function landed(ctx, error, inDoubt) {
    const now = await (0,values/* current */.ss)(ctx);
    const old = await (0,values/* oldParts */.QZ)(ctx);
    const same = old && now.parts ? (0,domain_credential/* samePartsTrimmed */.X)(old, now.parts) : old === now.parts;
    // An earlier fence of ours had landed although its answer was lost.
    if (inDoubt && same)
        return done('found', { version: now.version });
    const fresh = await (0,values/* newParts */.nr)(ctx);
    if (fresh && now.parts && (0,domain_credential/* samePartsTrimmed */.X)(fresh, now.parts))
        return turnBack(ctx, now.version);
    return movedByOthers(ctx, error);
}
function turnBack(ctx, version) {
    const id = ctx.created?.id;
    const base = ctx.claimed?.base;
    ctx.ledger.note({
        type: 'result',
        row: 'forward/promote',
        how: 'found',
        data: {
            version,
            ...(base === undefined ? {} : { previous: base }),
            ...(id === undefined ? {} : { id }),
        },
    });
    return turn('back', 'the promote had landed after all');
}
const MOVED = 'somebody else changed the value, and our own promote may have been served before';
function movedByOthers(ctx, error) {
    (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, 'discard/fence', error, false);
    return block('RK4003', MOVED);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/free.js









/** The slot is freed; versions that hold only the dead value are destroyed, but never before its death is proved. */
const free = { applies: always, run: free_run, budget: fewCalls };
async function free_run(ctx) {
    const { store } = ctx.subject;
    const { state } = ctx;
    const row = `${state.pass}/free`;
    if (isFirst(ctx))
        await (0,drainTimes/* quietSince */.lB)(ctx, await (0,values/* current */.ss)(ctx));
    const reserved = state.kind === 'remove' || (ctx.row('forward/create')?.intents ?? 0) > 0;
    const dead = await deadVersions(ctx);
    if (!reserved && dead.length === 0)
        return done('observed', { destroyed: [] });
    return ctx.effect(row, { versions: dead }, async () => {
        if (reserved)
            await store.free(ctx.ref, state.rotation, staged(ctx, row));
        const { destroyed } = await end(ctx, dead);
        return done('did', { destroyed });
    });
}
/** Where nothing can be destroyed, the evidence says what is left. */
async function end(ctx, dead) {
    const { store } = ctx.subject;
    if (dead.length === 0)
        return { destroyed: [] };
    if (store.capabilities.destroys)
        return store.destroy(ctx.ref, dead);
    if (store.capabilities.keeps !== 'none')
        tellOnce(ctx, `${ctx.ref.path}: this store destroys no version, so the dead value stays readable in it`);
    return { destroyed: [] };
}
/** A read is not late for long: what is still not there was deleted by hand. */
const LONGEST_LATE = 10 * time/* MINUTE */.pY;
/** The version of the slot that a read must know of. */
function staged(ctx, row) {
    const failed = ctx.row(row)?.firstFailure;
    const isLate = failed === undefined || ctx.now() < (0,time/* millis */.ne)(failed) + LONGEST_LATE;
    return isLate && ctx.state.pass !== 'abandon' ? ctx.created?.staged : undefined;
}
/** A first key has no drain that would ask whether it is still what the store serves: RK7008 when it is not. */
const isFirst = ({ state }) => state.pass === 'forward' && (0,roles/* promoted */.tU)(state) && !(0,roles/* roles */.Ot)(state).victimExists;
async function deadVersions(ctx) {
    const { state } = ctx;
    const proof = (0,journal_rotation/* resultOf */.B)(state, state.pass, 'prove');
    if (proof?.grade !== 'refused')
        return [];
    const claim = (0,journal_rotation/* resultOf */.B)(state, 'forward', 'claim');
    const versions = {
        forward: [claim?.unannotated, claim?.base],
        back: [(0,journal_rotation/* resultOf */.B)(state, 'forward', 'promote')?.version],
        discard: [],
        abandon: [],
    };
    const dead = [];
    for (const name of versions[state.pass])
        if (name !== undefined && (await isDead(ctx, name)))
            dead.push(name);
    return dead;
}
/** It holds what this process saw refused, or nothing any more: the journal could name any version. */
async function isDead(ctx, name) {
    const parts = (await (0,values/* version */.rE)(ctx, name))?.parts;
    return (parts === undefined || (ctx.memory.proved !== undefined && (0,domain_credential/* samePartsTrimmed */.X)(parts, ctx.memory.proved)));
}

// EXTERNAL MODULE: ./.build/src/lifecycle/meant.js
var meant = __webpack_require__("src/lifecycle/meant");
// EXTERNAL MODULE: ./.build/src/lifecycle/sendable.js
var sendable = __webpack_require__("src/lifecycle/sendable");
// EXTERNAL MODULE: ./.build/src/lifecycle/retention.js
var retention = __webpack_require__("src/lifecycle/retention");
;// CONCATENATED MODULE: ./.build/src/lifecycle/rewound.js





/**
 * A journal that was set back forgets what it once wrote, and cannot say so itself. The store and the vendor may: a staging slot that we
 * hold for a rotation of which it knows nothing, a key that we made and it never heard of.
 */
async function mustBeNewest(ctx) {
    if (ctx.memory.isNewest === true || ctx.state.pass === 'abandon')
        return;
    const slot = await ctx.subject.store.slot(ctx.ref);
    if (slot)
        await mustKnow(ctx, slot.reservation);
    if (slot)
        ctx.memory.slotBefore = slot;
    ctx.memory.isNewest = true;
}
async function mustKnow(ctx, held) {
    if (held.rotation === ctx.state.rotation && mayHold(ctx))
        return;
    const where = `${ctx.name}: the staging slot is held for rotation ${(0,tools_text/* codeSpan */.SS)(held.rotation)} of ${(0,tools_text/* codeSpan */.SS)(held.repository)}`;
    if (held.repository !== ctx.ports.run.repository) {
        // To look at a key that somebody else rotates at this moment harms nobody, and what has begun meets them at the slot itself.
        if (ctx.state.kind === 'adopt' || !isBeginning(ctx))
            return;
        throw new errors/* RekeyError */.Z$('RK4004', `${where}, until ${(0,tools_text/* codeSpan */.SS)(held.until)}. Nothing was changed.`);
    }
    const isThis = held.rotation === ctx.state.rotation;
    if (!isThis && (await (0,lifecycle_slot/* isClosed */.Lx)(ctx, held.rotation)))
        return;
    const unknown = isThis ? 'that it was taken' : 'it';
    throw new errors/* RekeyError */.Z$('RK7003', `${where}, and the journal does not know ${unknown}. Nothing was changed.`, {
        next: `Restore the newer commit of the journal. If it is lost for good, find out which keys are in use, then delete the staging slot beside ${(0,tools_text/* codeSpan */.SS)(ctx.ref.path)}.`,
    });
}
/** The slot is taken under an intent of this row. */
function mayHold({ state }) {
    const row = state.kind === 'remove' ? 'forward/claim' : 'forward/create';
    return (state.rows[row]?.intents ?? 0) > 0;
}
const isBeginning = (ctx) => ctx.row('forward/preflight')?.result === undefined;
/**
 * What is served carries a label of ours under this name, and its id stands nowhere in the row of the key nor in its last rotation: a
 * rotation made it that the journal does not know. A key that the journal never knew anything of may come from another entry.
 */
async function mustKnowServed(ctx, { id }) {
    const { subject, ledger } = ctx;
    const { currentId, condemned, last } = ledger.key;
    if (id === undefined || currentId === undefined || !subject.vendor.capabilities.labels)
        return;
    if ([currentId, subject.entry.keyId, ...condemned].includes(id))
        return;
    const facts = last ? await ctx.ports.journal.facts(subject.identity, last.rotation) : [];
    if (idsOf((0,journal_rotation/* foldRotation */.i)(facts)).includes(id))
        return;
    ctx.memory.listing ??= await subject.vendor.list();
    const listed = ctx.memory.listing.credentials.find((one) => one.id === id);
    if (listed?.label === undefined || !(0,key/* hasLabelOf */.Wx)(ctx.name, listed.label))
        return;
    throw new errors/* RekeyError */.Z$('RK7003', `${ctx.name}: the store serves ${id}, which carries a label of ours, and the journal knows ${currentId} and no rotation that made it. Nothing was changed.`, {
        next: `Restore the newer commit of the journal. If a person put ${id} there, write key_id: ${id} under the key in the config.`,
    });
}
function idsOf(rotation) {
    if (!rotation)
        return [];
    const claim = (0,journal_rotation/* resultOf */.B)(rotation, 'forward', 'claim');
    const made = (0,journal_rotation/* resultOf */.B)(rotation, 'forward', 'create')?.id;
    return [claim?.oldId, claim?.currentBefore, made, (0,journal_rotation/* resultOf */.B)(rotation, 'forward', 'adopt')?.id];
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/preflight.js










/** Reads only, and before the claim: advice that saves a rotation that could not end well. */
const preflight = { applies: always, run: preflight_run, budget: fewCalls };
async function preflight_run(ctx) {
    const { kind } = ctx.state;
    mustBeFit(ctx);
    const now = await (0,values/* current */.ss)(ctx);
    if (now.parts)
        (0,sendable/* mustBeSendable */.x)(ctx.ref, now.parts);
    if (!now.parts && kind === 'rotate')
        await (0,meant/* mustBeMeant */.C)(ctx.state.snapshot, ctx.subject.store);
    const { store } = ctx.subject;
    (0,retention/* mustOutlive */.U)(ctx.ref.path, await store.history(ctx.ref), store.capabilities.keeps, ctx);
    await mustBeNewest(ctx);
    if (kind === 'rotate' || kind === 'rehearse') {
        await checkRoom(ctx);
        await mustBeRollable(ctx);
    }
    await mustKnowServed(ctx, now);
    if (isDoubtful(ctx, now))
        await identified(ctx, now);
    if (now.parts && (kind === 'rotate' || kind === 'rehearse')) {
        const { told, beside } = await identified(ctx, now);
        await (0,inList/* mustBeListed */.O2)(ctx, told ?? beside ?? ctx.subject.entry.keyId, now.parts);
    }
    const baseline = kind === 'rotate' || kind === 'remove' ? await healthyBaseline(ctx) : 'not needed';
    return done('observed', { baseline });
}
/** What the config and the vendor's description say before anybody is asked. */
function mustBeFit({ state, subject }) {
    const { name, vendor, usedBy } = subject.entry;
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
/** What nobody has named as an id yet is looked at before anything is written. */
function isDoubtful({ ledger, memory, subject }, { beside }) {
    const ids = [ledger.key.currentId, ...(memory.listing?.credentials ?? []).map(({ id }) => id)];
    return [beside, subject.entry.keyId].some((id) => id !== undefined && !ids.includes(id ?? ''));
}
/** A vendor at its limit is found before anything is claimed. */
async function checkRoom(ctx) {
    const { maxLive } = ctx.subject.vendor.capabilities;
    ctx.memory.listing = await ctx.subject.vendor.list();
    const { credentials, complete } = ctx.memory.listing;
    if (maxLive === undefined || !complete || credentials.length < maxLive)
        return;
    throw new errors/* RekeyError */.Z$('RK5002', `${ctx.subject.entry.vendor} has ${credentials.length} keys and allows ${maxLive}. Nothing was changed.`);
}
/** A deploy that cannot be started is found before the new key exists, and not once consumers are to take it. */
async function mustBeRollable({ workloads, name, ports }) {
    for (const { name: workload, deployer } of workloads) {
        const seen = await deployer?.mustBeReady?.({ key: name, workload });
        if (seen?.startsWith('not tried') === true)
            ports.log.info(`  deploy of ${workload}: ${seen}`);
    }
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

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/restorable.js


/** More writes than other fields see in the minutes between a claim and its promote. */
const MOST_BETWEEN = 20;
/**
 * Why the version that the journal calls the one before is not made current again; undefined: nothing is against it. The store itself
 * must say that this rotation is open, because it holds the slot, and that this value was served right before the one of the rotation.
 */
async function againstRestore(ctx) {
    const claim = ctx.claimed;
    const promoted = ctx.promoted?.version;
    if (!claim || promoted === undefined)
        return undefined;
    const slot = await ctx.subject.store.slot(ctx.ref);
    if (slot?.reservation.rotation !== ctx.state.rotation)
        return 'the staging slot is not held by this rotation any more, so it may have ended in a part of the journal that is gone, and what was there before it may be dead';
    const before = await (0,values/* version */.rE)(ctx, claim.base);
    const { condemned } = ctx.ledger.key;
    if (before?.id !== undefined && condemned.includes(before.id))
        return `${before.id} is condemned and never becomes current again`;
    if (await precedes(ctx, claim.base, before?.parts, promoted))
        return undefined;
    return 'the version that the journal calls the one before was not the one that the store served before this rotation';
}
/** What came after it and before the promote has the same value: a fence, an id beside it, fields of others. */
async function precedes(ctx, base, parts, promoted) {
    const since = await ctx.subject.store.since(ctx.ref, base);
    const end = since.indexOf(promoted);
    if (end < 0 || end > MOST_BETWEEN)
        return false;
    for (const name of since.slice(0, end)) {
        const between = await (0,values/* version */.rE)(ctx, name);
        if (!between || !restorable_isSame(between.parts, parts))
            return false;
    }
    return true;
}
const restorable_isSame = (one, other) => one && other ? (0,domain_credential/* samePartsTrimmed */.X)(one, other) : one === other;

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/promote.js











/**
 * forward: exactly our staged version becomes current. back: the value of the base version does. Both set, both are fenced; where the store
 * fences nothing, it is done only once nobody's write can be on its way any more and nothing else was written.
 */
const promote = { applies: always, run: promote_run, budget: fewCalls };
/**
 * Another process says that it was done: then that version holds the value in question. Where the store keeps it no more, something is
 * served at least; what dies after that has to be another key than the one that is.
 */
async function wasPromoted(ctx, told) {
    const forward = ctx.state.pass === 'forward';
    if (!forward && ctx.claimed?.old === 'absent')
        return true;
    const wanted = forward ? stagedBefore(ctx) : await (0,values/* oldParts */.QZ)(ctx);
    const held = (await (0,values/* stored */.su)(ctx, told))?.parts;
    if (wanted && held)
        return (0,domain_credential/* samePartsTrimmed */.X)(wanted, held);
    return (await (0,values/* served */.EZ)(ctx)).parts !== undefined;
}
/** By the look at the slot with which this process began. */
function stagedBefore({ memory: { slotBefore }, state }) {
    return slotBefore?.reservation.rotation === state.rotation ? slotBefore.staged?.parts : undefined;
}
async function promote_run(ctx) {
    const told = (0,journal_rotation/* resultOf */.B)(ctx.state, ctx.state.pass, 'promote');
    return told && (await wasPromoted(ctx, told.version)) ? done('found', { ...told }) : moves(ctx);
}
async function moves(ctx) {
    const forward = ctx.state.pass === 'forward';
    const move = forward ? toNew(ctx) : backToOld(ctx);
    if (!move)
        return block('RK7002', 'the journal does not say what to promote');
    if (move.id !== undefined && ctx.ledger.key.condemned.includes(move.id)) {
        return block('RK8004', `${move.id} is condemned and never becomes current again`);
    }
    const against = forward ? await againstPromote(ctx) : await againstRestore(ctx);
    if (against !== undefined)
        return block('RK7008', against);
    const row = forward ? 'forward/promote' : 'back/promote';
    return (await landedLate(ctx, row, move)) ?? makes(ctx, row, move);
}
async function makes(ctx, row, move) {
    const inDoubt = ctx.row(row)?.intent !== undefined || mayBeRewound(ctx);
    const id = move.id === undefined ? {} : { id: move.id };
    const { fenced } = ctx.subject.store.capabilities;
    try {
        const { version, found } = await ctx.effect(row, { ...move.data, ...id }, (permit) => fenced ? move.send() : move.send(permit));
        const late = settlesLate(ctx) ? onItsWay(ctx, row) : undefined;
        return late ?? done(found ? 'found' : 'did', { version, previous: move.from, ...id });
    }
    catch (thrown) {
        return moved(ctx, thrown, ctx.state.pass === 'forward' && !inDoubt);
    }
}
/** How a write ended that was sent before, by whomever. Undefined: none was, or it never arrived, so it is sent. */
async function landedLate(ctx, row, move) {
    const intent = settlesLate(ctx) ? ctx.row(row)?.intent : undefined;
    if (!intent)
        return undefined;
    const early = onItsWay(ctx, row);
    if (early)
        return early;
    const forward = ctx.state.pass === 'forward';
    const [old, fresh] = [await (0,values/* oldParts */.QZ)(ctx), await (0,values/* newParts */.nr)(ctx)];
    const { is, version } = await standing(ctx, move.from, forward ? old : fresh, forward ? fresh : old);
    if (is === 'before') {
        (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, row, new errors/* RekeyError */.Z$('RK4010', NEVER_ARRIVED), true);
        return undefined;
    }
    if (is === 'unclear')
        return block('RK4003', promote_UNCLEAR);
    const id = move.id === undefined ? {} : { id: move.id };
    const how = intent.by === ctx.ledger.nonce ? 'did' : 'found';
    return done(how, { version, previous: move.from, ...id });
}
const NEVER_ARRIVED = 'what was sent to the store never arrived, so it is sent again';
const promote_UNCLEAR = 'something else was written to the secret together with our own value, or nobody can tell, and the store fences no write: see who else writes there, and which key is meant to be served';
/**
 * A create that was done shares its commit with the intent of this row. One that was only found may have been promoted before, in a
 * part of the journal that is gone.
 */
const mayBeRewound = (ctx) => ctx.row('forward/create')?.result?.how === 'found';
/** What this process did not stage itself is what the slot names, and the value that it replaces was there before it was staged. */
async function againstPromote(ctx) {
    if (ctx.row('forward/create')?.result?.by === ctx.ledger.nonce)
        return undefined;
    const created = ctx.created;
    const slot = await ctx.subject.store.slot(ctx.ref);
    if (slot?.reservation.rotation !== ctx.state.rotation || !isStaged(slot, created))
        return 'the staging slot does not hold what the journal says that this rotation staged';
    const base = await (0,values/* version */.rE)(ctx, ctx.claimed?.base ?? '0');
    if (!base || slot.since === undefined || (0,time/* millis */.ne)(base.created) <= (0,time/* millis */.ne)(slot.since))
        return undefined;
    return 'the value that the journal wants replaced was written after the new one was staged: somebody else changed it';
}
const isStaged = ({ staged }, created) => staged !== undefined && staged.id === created?.id && staged.version === created.staged;
function toNew(ctx) {
    const base = ctx.claimed?.base;
    const created = ctx.created;
    if (base === undefined || created === undefined)
        return undefined;
    const { id, staged } = created;
    return {
        id,
        from: base,
        data: { base, staged },
        send: (permit) => ctx.subject.store.promote(ctx.ref, base, staged, permit),
    };
}
function backToOld(ctx) {
    const version = ctx.claimed?.base;
    const from = ctx.promoted?.version;
    if (version === undefined || from === undefined)
        return undefined;
    const { survivor } = (0,roles/* roles */.Ot)(ctx.state, ctx.subject.entry.keyId);
    const id = survivor === undefined ? {} : { id: survivor };
    return {
        ...id,
        from,
        data: { base: from, version },
        send: (permit) => ctx.subject.store.restore(ctx.ref, from, version, permit),
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
        return turn('discard', why, { code: error.code, ...adviceOf(error) });
    }
    const why = `somebody else changed the value, and our own promote may have been served before: ${error.message}`;
    return block(error.code, why);
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/prove.js









const TIMES = 3;
/** Beyond the vendor's own lag: how long a dead key that is accepted is looked at again before a person is called. */
const prove_MARGIN = 5 * time/* MINUTE */.pY;
const prove_LONGEST_PAUSE = 15 * time/* SECOND */.Z2;
const SHORTEST_PAUSE = time/* SECOND */.Z2 / 5;
/** The victim is refused several times over the vendor's lag, the survivor accepted in between. Only this says dead. */
const prove = {
    applies: ({ state }) => (0,roles/* condemnedId */.XQ)(state) !== undefined,
    run: prove_run,
    budget: (ctx) => FEW_CALLS + spreadOf(ctx),
};
/** As far as it can be told before the store is read: what is served may be gone by then. */
function spreadOf(ctx) {
    const isAlone = ctx.state.kind === 'remove' || ctx.claimed?.old === 'absent';
    return isAlone ? aloneFor(ctx) : 0;
}
/**
 * Where no key lives on to compare with, a vendor that refuses everybody for a minute looks like a dead key. So the refusals are spread
 * over minutes; over the grace period where the owner finds less than that enough.
 */
const aloneFor = (ctx) => Math.min(prove_MARGIN, ctx.grace);
async function prove_run(ctx) {
    const seen = await look(ctx);
    return seen === ALIVE ? notRevoked(ctx) : seen;
}
const ALIVE = Symbol('alive');
/** Another process says that it was revoked, and it is accepted: then it is revoked by this one, with all that this asks for. */
function notRevoked(ctx) {
    const row = ctx.rowId('revoke');
    const id = (0,roles/* condemnedId */.XQ)(ctx.state) ?? '';
    const revoked = ctx.row(row)?.result;
    if (id === '' || revoked?.by === ctx.ledger.nonce)
        return block('RK5013', 'the revoked key is still accepted');
    ctx.ledger.note({ type: 'intent', row, data: { id, again: true } });
    return prove_wait(ctx, ctx.now(), 'the journal says that the key is revoked, and the vendor accepts it');
}
async function look(ctx) {
    const victim = await (0,values/* victimParts */.tI)(ctx);
    if (!victim)
        return (await confirmed(ctx)) ?? fromList(ctx);
    const control = ctx.state.kind === 'remove' ? undefined : (await (0,values/* current */.ss)(ctx)).parts;
    const { revocationLag } = ctx.subject.vendor.capabilities;
    const settled = revokedAt(ctx) + revocationLag;
    // A lag that is longer than a process may wait passes without one.
    if (revocationLag > ctx.ports.patience && ctx.now() < settled)
        return prove_wait(ctx, settled, LAG);
    const lagging = ctx.now() < settled ? revocationLag / TIMES : 0;
    const spread = control ? 0 : aloneFor(ctx);
    const pause = Math.max(SHORTEST_PAUSE, lagging, spread / (TIMES - 1));
    return refusals(ctx, victim, control, pause);
}
async function refusals(ctx, victim, control, shortest) {
    let refused = 0;
    const isOthers = othersOnce(ctx, victim);
    for (let pause = shortest;;) {
        const asked = ctx.now();
        const alive = control && (await ctx.subject.vendor.verify(control));
        const verdict = await ctx.subject.vendor.verify(victim);
        mustBeClear(verdict, alive);
        if (verdict.answer === 'accepted' && (await isOthers()))
            return fromList(ctx);
        const counts = verdict.answer === 'refused' && alive?.answer !== 'refused';
        refused = counts ? refused + 1 : 0;
        if (refused >= TIMES)
            ctx.memory.proved = victim;
        if (refused >= TIMES)
            return proved(ctx, refused, control ? refused : 0, asked);
        if (!counts && asked > limitOf(ctx))
            return verdict.answer === 'accepted' ? ALIVE : NO_CONTROL;
        pause = counts ? shortest : Math.max(shortest, Math.min(2 * pause, prove_LONGEST_PAUSE));
        await ctx.sleep(pause);
    }
}
/** That the value of another key is accepted says nothing about the victim. The vendor is asked once. */
function othersOnce(ctx, victim) {
    const id = (0,roles/* condemnedId */.XQ)(ctx.state) ?? '';
    let isAsked = id === '';
    return async () => {
        if (isAsked)
            return false;
        isAsked = true;
        return (await otherOwner(ctx, victim, id)) !== undefined;
    };
}
/** Any answer that proves nothing is a fault of the moment, which the engine waits out. */
function mustBeClear(...verdicts) {
    for (const verdict of verdicts) {
        if (verdict?.answer === 'unknown')
            throw new errors/* RekeyError */.Z$('RK5006', `The vendor does not say whether it accepts a key: ${verdict.why}.`);
    }
}
const NO_CONTROL = block('RK5013', 'the vendor refuses the key that must live on as well, so it proves nothing');
/**
 * Without a survivor as control the list must agree, which it cannot about an id that nobody knows, and the vendor's lag be over. The
 * same holds where the victim was disabled, because a disabled key is refused and may be enabled again, and where another process says that it
 * was revoked, because the journal may name a version whose value was dead before. That a value is refused which was
 * never accepted says nothing: then the list is all there is to see.
 */
async function proved(ctx, refused, control, asked) {
    const isUnknown = (0,roles/* condemnedId */.XQ)(ctx.state) === '';
    if (!(0,accepted/* wasAccepted */.fE)(ctx))
        return isUnknown ? UNPROVEN : fromList(ctx);
    if (control > 0 && (isUnknown || isEnough(ctx)))
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
/** A refusal, beside a survivor that is accepted. */
function isEnough({ state, ledger }) {
    const { pass, rows } = state;
    const isOff = (rows[`${pass}/disable`]?.intents ?? 0) > 0;
    return !isOff && rows[`${pass}/revoke`]?.result?.by === ledger.nonce;
}
const UNPROVEN = done('not observed', { refused: 0, control: 0, grade: 'unproven' });
/** The value is no longer to be had, or its refusal says nothing: the vendor's list is all there is to see. */
async function fromList(ctx) {
    const gone = await goneFromList(ctx);
    if (typeof gone !== 'boolean')
        return gone;
    return done('not observed', { refused: 0, control: 0, grade: gone ? 'gone from list' : 'unproven' });
}
/**
 * The process that proved the death may have destroyed the value, and died. The store says that somebody with rights in it did, and the
 * vendor's complete list that the key is gone: then what it wrote stands. Undefined: there is nothing of the kind to confirm.
 */
async function confirmed(ctx) {
    const before = (0,journal_rotation/* resultOf */.B)(ctx.state, ctx.state.pass, 'prove');
    if (before?.grade !== 'refused' || (0,roles/* condemnedId */.XQ)(ctx.state) === '' || !(await isEnded(ctx)))
        return undefined;
    const gone = await goneFromList(ctx);
    if (typeof gone !== 'boolean')
        return gone;
    return gone ? done('found', before) : undefined;
}
/** The value was destroyed, or the slot freed in which alone it was. */
async function isEnded({ state, subject, ref }) {
    const claim = (0,journal_rotation/* resultOf */.B)(state, 'forward', 'claim');
    const held = state.pass === 'forward' ? claim?.base : (0,journal_rotation/* resultOf */.B)(state, 'forward', 'promote')?.version;
    if (held !== undefined)
        return subject.store.isDestroyed(ref, held);
    return (await subject.store.slot(ref))?.reservation.rotation !== state.rotation;
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
    const id = (0,roles/* condemnedId */.XQ)(ctx.state) ?? '';
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
    applies: ({ state }) => ((0,roles/* condemnedId */.XQ)(state) ?? '') !== '',
    run: revoke_run,
    budget: fewCalls,
};
async function revoke_run(ctx, { row }) {
    const id = (0,roles/* victimOf */.OO)(ctx.state);
    try {
        return await revoked(ctx, row, id);
    }
    catch (thrown) {
        // Whoever waits for a person leaves both alive.
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (!ctx.ledger.lost && isFinal(ctx, row, error))
            await (0,enable/* undoDisable */.P3)(ctx, id, error);
        throw thrown;
    }
}
async function revoked(ctx, row, id) {
    const { vendor, entry } = ctx.subject;
    // An earlier one, whose end nobody saw, may have been the last that the vendor could do.
    if (ctx.row(row)?.intent && (await (0,revocation_gone/* isGone */.S)(ctx, id)) === true)
        return done('found', { id });
    const { everCurrent } = (0,roles/* roles */.Ot)(ctx.state, entry.keyId);
    const unseen = everCurrent ? await lastLook(ctx) : undefined;
    if (unseen) {
        if (ctx.row(ctx.rowId('disable'))?.result)
            await (0,enable/* undoUndrained */.Zj)(ctx, id, unseen);
        return unseen;
    }
    const isFresh = await (0,mustBeRevocable/* mustBeRevocable */.Gy)(ctx, { victim: id, everCurrent });
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
    const gone = await (0,revocation_gone/* isGoneAfter */.E)(ctx, id, error);
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
    const parts = await (0,values/* victimParts */.tI)(ctx);
    if (parts && (await ctx.subject.vendor.verify(parts)).answer === 'refused')
        return done('found', { id });
    const { name, vendor } = ctx.subject.entry;
    return waitUntil(ctx.now() + time/* HOUR */.dp, {
        latest: ctx.waitingSince(row) + 30 * time/* DAY */.d_,
        then: 'the old key stays alive',
        reason: `${name}: ${vendor} has no call to delete a key, so a person must do it`,
        person: `Delete ${id} at ${vendor} by hand. The next run proves that it is dead`,
    });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/sweep.js





/** A create that was intended and never ended, or that needed several attempts, may have left a credential. */
const sweep = { applies, run: sweep_run, budget: fewCalls };
function applies(ctx) {
    const row = ctx.row('forward/create');
    return row !== undefined && (row.result === undefined ? row.intent !== undefined : row.intents > 1);
}
async function sweep_run(ctx, { row }) {
    if (ctx.row('forward/create')?.result) {
        await endOrphans(ctx, await ctx.subject.vendor.list());
        return swept(ctx);
    }
    const outcome = await lookUp(ctx, row);
    if (outcome === undefined)
        return swept(ctx);
    if (outcome.is !== 'done')
        return outcome;
    ctx.ledger.note({ type: 'result', row: 'forward/create', how: outcome.how, data: outcome.data });
    return swept(ctx);
}
/** Of what was swept nobody has a value to try, so the list must not show it any more. */
async function swept(ctx) {
    const at = sweptAt(ctx);
    if (at === undefined)
        return done('observed');
    const shown = at + ctx.subject.vendor.capabilities.listLag;
    if (ctx.now() >= shown) {
        await endAgain(ctx, await ctx.subject.vendor.list());
        return done('observed');
    }
    return waitUntil(shown, {
        latest: shown + time/* MINUTE */.pY,
        then: 'it is looked at',
        reason: "the vendor's list may be late",
    });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/verify.js









const verify_TIMES = 3;
/** forward: new is accepted, and is not old. back: previous is still accepted, before it is promoted again. */
const verify = {
    applies: ({ state }) => state.pass === 'forward' || (0,journal_rotation/* resultOf */.B)(state, 'forward', 'claim')?.old === 'present',
    run: verify_run,
    budget: fewCalls,
};
async function verify_run(ctx) {
    const forward = ctx.state.pass === 'forward';
    const parts = forward ? await (0,values/* newParts */.nr)(ctx) : await (0,values/* oldParts */.QZ)(ctx);
    if (!parts) {
        if (forward)
            return turn('discard', 'the value of the new key is gone from the staging slot');
        return block('RK4002', 'the value of the previous key is no longer in the store');
    }
    if (forward)
        await mustDiffer(ctx, parts);
    return verify_accepted(ctx, parts, forward);
}
async function verify_accepted(ctx, parts, forward) {
    const begun = ctx.ports.clock.monotonic();
    const budget = forward ? ctx.subject.vendor.capabilities.propagation : 0;
    const expected = forward ? ctx.created?.id : undefined;
    for (let count = 0;;) {
        const spent = ctx.ports.clock.monotonic() - begun;
        const verdict = await ctx.subject.vendor.verify(parts);
        if (verdict.answer === 'accepted') {
            await mustSay(ctx, parts, verdict.id, expected);
            count += 1;
            if (count < verify_TIMES)
                continue;
            await mustBeItself(ctx, parts, expected);
            return done('observed', { accepted: count, ...(forward ? await (0,accepted/* oldAnswers */.Xx)(ctx) : {}) });
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
            return block('RK5016', `the vendor refuses ${key} (${verdict.status}), so it is not made current again`);
        const after = `${Math.round(spent / time/* SECOND */.Z2)} s after it was made`;
        throw new errors/* RekeyError */.Z$('RK5010', `The vendor refuses ${key} (${verdict.status}), ${after}${await asWellAs(ctx)}.`);
    }
}
/** Both refused: it is rather the description that is wrong. */
async function asWellAs(ctx) {
    const old = await (0,values/* oldParts */.QZ)(ctx);
    const isRefused = old && (await ctx.subject.vendor.verify(old)).answer === 'refused';
    return isRefused === true ? ', and the key in use as well' : '';
}
async function mustSay(ctx, parts, told, made) {
    if (made === undefined || told === undefined || told === made)
        return;
    await mustBePublic(ctx, told, 'what the new key says its id is', parts);
    throw notItself(told, made);
}
async function mustBeItself(ctx, parts, made) {
    const other = made === undefined ? undefined : await otherOwner(ctx, parts, made);
    if (other !== undefined)
        throw notItself(other, made);
}
/** A value that works, and that belongs to a key which nobody made for us. */
const notItself = (told, made = '') => new errors/* RekeyError */.Z$('RK5009', `The new key says it is ${told}, but the vendor made ${made}.`);
function unknown(ctx, why) {
    const latest = ctx.waitingSince(ctx.rowId('verify')) + time/* DAY */.d_;
    if (ctx.now() > latest)
        throw new errors/* RekeyError */.Z$('RK5010', `For a day the vendor did not say whether it accepts the key: ${why}.`);
    return waitUntil(ctx.now() + time/* MINUTE */.pY, {
        latest: latest,
        then: ctx.state.pass === 'forward' ? 'the new key is discarded' : 'a person is asked',
        reason: `the vendor does not say whether it accepts the key: ${why}`,
    });
}
async function mustDiffer(ctx, parts) {
    const old = await (0,values/* oldParts */.QZ)(ctx);
    if (old && (0,domain_credential/* samePartsTrimmed */.X)(old, parts))
        throw new errors/* RekeyError */.Z$('RK5009', 'The new key has the same value as the old one.');
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/steps/index.js

















/** What each step of the table does. */
const HANDLERS = {
    preflight: preflight,
    claim: claim,
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

;// CONCATENATED MODULE: ./.build/src/lifecycle/begun.js




/**
 * A rotation that another process began was started under policy if the store holds the slot for it: only a process with a login takes
 * it. Where nobody but the journal says so it starts now, if windows and reviewers allow it. Undefined: it may go on.
 */
async function notBegun(ctx, step) {
    const { unstarted = [] } = ctx.ports;
    const isStart = ctx.state.pass === 'forward' && !(0,steps/* infoOf */._U)(step).afterwards;
    if (unstarted.length === 0 || !isStart || ctx.memory.isBegun || ctx.isBegunHere)
        return undefined;
    if (await (0,lifecycle_slot/* heldSlot */.a9)(ctx)) {
        ctx.memory.isBegun = true;
        return undefined;
    }
    const until = unstarted.map((finding) => finding.until).filter((at) => at !== undefined);
    const next = Math.max(ctx.now() + (until.length === 0 ? time/* HOUR */.dp : 0), ...until.map(time/* millis */.ne));
    const reason = unstarted.map(({ message }) => message).join('; ');
    const reviewer = unstarted.find(({ until: opens }) => opens === undefined)?.message;
    return waitUntil(next, {
        latest: next + 30 * time/* DAY */.d_,
        then: 'a person is asked',
        reason: `only the journal says that it was started: ${reason}`,
        ...(reviewer !== undefined && { person: reviewer }),
    });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/tellTicket.js


/**
 * Every stop is told on the ticket of an open rotation, as long as nobody else can have gone on with it. The ticket is no part of
 * the truth: what fails here is a warning.
 */
async function tellTicket(ctx) {
    const { state, subject, ports, ledger } = ctx;
    const number = (0,journal_rotation/* resultOf */.B)(state, 'forward', 'claim')?.ticket;
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

/** The only way a credential dies that was ever current. */
const TAIL = ['drain', 'condemn', 'disable', 'revoke', 'prove', 'sweep', 'free', 'close'];
const ROLLOUT = ['deploy', 'check'];
const UNDO = {
    /** new was current: previous comes back, and new dies through the same tail. */
    back: ['verify', 'promote', ...ROLLOUT, ...TAIL],
    /** new was never current. */
    discard: ['fence', 'sweep', 'condemn', 'revoke', 'prove', 'free', 'close'],
    /** A person gave it up: nothing dies. */
    abandon: ['fence', 'free', 'close'],
};
const NOTHING_MADE = { back: ['close'], discard: ['close'], abandon: ['close'] };
/** A removal holds the slot, and makes nothing. */
const ONLY_HELD = {
    back: ['free', 'close'],
    discard: ['free', 'close'],
    abandon: ['free', 'close'],
};
/** The whole lifecycle: for each kind of rotation the steps forward, the two ways to undo, and the way out. */
const LIFECYCLE = {
    rotate: {
        forward: ['preflight', 'claim', 'create', 'verify', 'promote', ...ROLLOUT, ...TAIL],
        ...UNDO,
    },
    rehearse: { forward: ['preflight', 'claim', 'create', 'verify'], ...UNDO },
    adopt: { forward: ['preflight', 'claim', 'adopt', 'close'], ...NOTHING_MADE },
    remove: { forward: ['preflight', 'claim', ...TAIL], ...ONLY_HELD },
};
/** The rows of the state's pass with workloads filled in: deploy and check of the first, then of the second. */
function rowsOf({ kind, pass }, workloads) {
    const way = LIFECYCLE[kind][pass];
    const perWorkload = way.filter((step) => (0,steps/* infoOf */._U)(step).perWorkload);
    const rollout = workloads.flatMap((unit) => perWorkload.map((step) => ({ id: `${pass}/${step}:${unit}`, step, unit })));
    const [first] = perWorkload;
    return way.flatMap((step) => {
        if (step === first)
            return rollout;
        return (0,steps/* infoOf */._U)(step).perWorkload ? [] : [{ id: `${pass}/${step}`, step }];
    });
}

;// CONCATENATED MODULE: ./.build/src/lifecycle/engine.js
















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
            const before = ctx.row(next.id)?.result;
            const { outcome, isFault } = await attempt(ctx, next, tries);
            if (!isFault && isConfirmed(ctx, next.id, before, outcome))
                continue;
            const ended = await settle(ctx, next, outcome, begun);
            if (ended)
                return ended;
        }
    }
    catch (thrown) {
        return await broken(ctx, thrown);
    }
}
/** The first row of the pass that applies and has no result that counts. */
function nextRow(ctx) {
    const { state } = ctx;
    return rowsOf(state, ctx.workloadNames).find(({ id, step, unit }) => !counts(ctx, id, step) && HANDLERS[step].applies(ctx, unit));
}
function counts({ state, ledger, memory }, id, step) {
    const result = state.rows[id]?.result;
    const { ownUntil } = (0,steps/* infoOf */._U)(step);
    if (!result || ownUntil === undefined || result.by === ledger.nonce || memory.seen.has(id))
        return result !== undefined;
    return ownUntil !== 'end' && state.rows[`${state.pass}/${ownUntil}`]?.result !== undefined;
}
/** What another process wrote is so: nothing is to be written. It is not: its result counts no more, in words neither. A fault says neither. */
function isConfirmed(ctx, id, before, outcome) {
    if (!before || ctx.row(id)?.result !== before)
        return false;
    if (outcome.is === 'done' && outcome.data['grade'] === before.data['grade']) {
        ctx.memory.seen.add(id);
        return true;
    }
    ctx.ledger.note({ type: 'intent', row: id, data: { again: true } });
    return false;
}
/** Reasons not to start a row: a cancelled run, a hold, too little time for the row and its undo. */
function brake(ctx, { step }) {
    if (ctx.ports.signal.aborted)
        return 'paused';
    const held = ctx.state.held || ctx.ledger.key.hold !== undefined;
    if (held && (0,steps/* infoOf */._U)(step).stopsOnHold)
        return 'held';
    return ctx.left < HANDLERS[step].budget(ctx) + lifecycle_ledger/* WINDOW */.jf ? 'paused' : undefined;
}
async function attempt(ctx, { id, step, unit }, tries) {
    let isAtWork = false;
    try {
        if (!isBeginning(ctx))
            await mustBeNewest(ctx);
        const early = await notBegun(ctx, step);
        isAtWork = true;
        return { outcome: early ?? (await HANDLERS[step].run(ctx, ctx.own(step, unit))), isFault: false };
    }
    catch (thrown) {
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        if (errorCodes/* CODES */.L[error.code].stopsAll || ctx.ledger.untouched)
            throw error;
        // Unless it could not even begin.
        const isCareful = isAtWork && (0,steps/* infoOf */._U)(step).leavesEnabled;
        if (!isCareful && isFinal(ctx, id, error))
            await (0,enable/* leaveEnabledAfter */.B_)(ctx, error);
        const count = (tries.get(id) ?? 0) + 1;
        tries.set(id, count);
        const nothingDone = ctx.nothingDone(id);
        if (count === 1 || nothingDone)
            (0,lifecycle_ledger/* noteFailure */.fj)(ctx.ledger, id, error, nothingDone);
        ctx.ports.log.warning(`  ${id}: ${error.line}`);
        return { outcome: decide(ctx, id, error, count), isFault: true };
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
    const outcome = outcomeOf(ctx.state);
    ctx.ledger.note({ type: 'closed', outcome });
    return stop(ctx, (0,outcomes/* outcomeInfo */.T)(outcome).isGood ? 'done' : 'undone');
}
/** Writes what is pending and gives the key back. */
async function stop(ctx, status, error) {
    ctx.ledger.note({ type: 'release' });
    await ctx.ledger.flush();
    await tellTicket(ctx);
    return {
        status,
        key: ctx.ledger.key,
        rotation: ctx.state,
        facts: ctx.ledger.facts,
        ...(error && { error }),
    };
}
async function broken(ctx, thrown) {
    if (thrown instanceof paused/* Paused */.h)
        return stop(ctx, 'paused').catch((error) => broken(ctx, error));
    const error = (0,errors/* asRekeyError */.fq)(thrown);
    // Of a rotation that was never written down there is no evidence.
    const facts = ctx.ledger.untouched ? [] : ctx.ledger.happened;
    return {
        status: error.code === 'RK7005' ? 'superseded' : 'failed',
        key: ctx.ledger.key,
        rotation: (0,journal_rotation/* foldRotation */.i)(facts) ?? ctx.state,
        facts,
        error,
    };
}

// EXTERNAL MODULE: ./.build/src/lifecycle/entry.js
var entry = __webpack_require__("src/lifecycle/entry");
;// CONCATENATED MODULE: ./.build/src/lifecycle/rotate.js









/**
 * Begins a rotation, or continues with the open one. The claim is written with the first intent, so a rotation that fails its
 * preflight has changed nothing, not even the journal.
 */
async function rotate(key, request, subject, ports) {
    try {
        const takenFrom = await (0,claiming/* mayClaim */.cc)(key, request.rank, ports.host, ports.journal.now());
        const rotation = key.open?.rotation ?? newRotation(ports);
        const facts = key.open ? await ports.journal.facts(key.identity, rotation) : [];
        if (key.open && facts.at(-1)?.id !== key.head) {
            throw new errors/* RekeyError */.Z$('RK7003', `${key.name}: the journal's index and its facts disagree about rotation ${rotation}.`);
        }
        const ledger = new lifecycle_ledger/* Ledger */.Oc(ports, rotation, ports.random.id(12), key, facts);
        if (!ledger.untouched && request.abandon === undefined)
            (0,entry/* mustBeTheEntry */.y)(ledger.state.snapshot, subject.entry);
        (0,claiming/* noteClaim */.pz)(ledger, key, request, ports.run, ports.journal.now(), takenFrom);
        const ctx = new context/* Context */.o(ledger, subject, ports);
        if ((0,claiming/* diedTooOften */.v9)(ledger)) {
            await (0,enable/* leaveEnabled */.L9)(ctx);
            (0,claiming/* noteTooOften */.$k)(ledger);
        }
        if (request.undo !== undefined)
            noteUndo(ctx, request.undo);
        if (request.abandon !== undefined && ctx.state.pass !== 'abandon') {
            await (0,enable/* leaveEnabled */.L9)(ctx).catch((thrown) => {
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
        return rotate_notBegun(key, thrown);
    }
}
function rotate_notBegun(key, thrown) {
    if (thrown instanceof paused/* Paused */.h)
        return { status: 'paused', key };
    const error = (0,errors/* asRekeyError */.fq)(thrown);
    return { status: error.code === 'RK7006' ? 'busy' : 'failed', key, error };
}
/** Letters and digits, in the order of time: it stands in paths and marks, and a clock may tell fractions of a millisecond. */
const newRotation = ({ journal, random }) => `${Math.floor(journal.now()).toString(36)}${random.id(4)}`;
/** By a person's order. After the line there is nothing to go back to. */
function noteUndo(ctx, why) {
    const { state } = ctx;
    if (state.pass !== 'forward')
        return;
    if ((0,roles/* lineCrossed */.YZ)(state)) {
        const why = (0,roles/* isEnding */.yp)(state) ? 'its rotation has come to its end' : 'its old key is condemned';
        throw new errors/* RekeyError */.Z$('RK1003', `${ctx.name}: ${why}, so there is nothing to go back to.`, {
            next: 'Run rotate with now to get a new key.',
        });
    }
    ctx.ledger.note({ type: 'turn', to: (0,roles/* promoted */.tU)(state) ? 'back' : 'discard', why });
}

// EXTERNAL MODULE: ./.build/src/commands/enginePorts.js
var enginePorts = __webpack_require__("src/commands/enginePorts");
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

;// CONCATENATED MODULE: ./.build/src/commands/act.js








/**
 * Rotations that go on a little later. A run that continues with others takes them along, because the next may begin only when this
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
        early(item, session) < Math.min(enginePorts/* PATIENCE */.a, left));
}
function early({ resumeAt }, { journal }) {
    return resumeAt === undefined ? 0 : (0,time/* millis */.ne)(resumeAt) - journal.now();
}
/**
 * Carries out what the plan says, several keys side by side; one key's trouble never stops another's.
 * @param ended told of each key at once, because the others may take another hour
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
    const kind = key.open?.kind ?? (0,domain_plan/* kindBegun */.i0)(item.action) ?? 'rotate';
    const workloads = [...new Set([...key.workloads, ...entry.usedBy])];
    const { digest, commit } = session.config.source;
    try {
        const subject = await session.parts.subject(entry, item.identity, workloads, currentElsewhere(key, entry, session));
        const request = {
            kind,
            entry,
            rank: wish.rank,
            order: wish.order,
            config: { digest, ...(commit !== undefined && { commit }) },
            deadline: session.world.deadline - session.world.clock.monotonic(),
            ...(wish.undo !== undefined && { undo: wish.undo }),
            ...(wish.abandon !== undefined && { abandon: wish.abandon }),
        };
        const stop = await rotate(key, request, subject, (0,enginePorts/* enginePorts */.r)(session, entry.name, item.unstarted));
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
        const rotation = (0,journal_rotation/* foldRotation */.i)(bySelf(facts, stop.facts ?? []));
        return { ...stop, ...(key && { key }), ...(rotation && { rotation, facts }) };
    }
    catch (thrown) {
        world.log.warning((0,errors/* asRekeyError */.fq)(thrown).line);
        return stop;
    }
}
/** Whatever nonce a fact bears: what this process did not write, it has not seen. */
function bySelf(facts, own) {
    const written = new Set(own.map((fact) => JSON.stringify(fact)));
    return facts.map((fact) => fact.type === 'result' && !written.has(JSON.stringify(fact)) ? { ...fact, by: 'another run' } : fact);
}
function currentElsewhere(key, entry, { view }) {
    const others = [...view.keys.values()].filter((other) => other.identity !== key.identity && other.vendor === entry.vendor);
    return new Set(others.flatMap(({ currentId }) => (currentId === undefined ? [] : [currentId])));
}

// EXTERNAL MODULE: ./.build/src/domain/tools/digest.js
var digest = __webpack_require__("src/domain/tools/digest");
// EXTERNAL MODULE: ./.build/src/domain/journal/facts.js
var journal_facts = __webpack_require__("src/domain/journal/facts");
// EXTERNAL MODULE: ./.build/src/report/fiveLines.js
var fiveLines = __webpack_require__("src/report/fiveLines");
// EXTERNAL MODULE: ./.build/src/report/keyStatus.js + 1 modules
var keyStatus = __webpack_require__("src/report/keyStatus");
// EXTERNAL MODULE: ./.build/src/report/situation.js
var report_situation = __webpack_require__("src/report/situation");
;// CONCATENATED MODULE: ./.build/src/report/notices.js





/** What is to be told about this stop, or undefined when it is nobody's business. */
function noticeOf(situation, at) {
    const status = (0,report_situation/* statusOf */.c)(situation);
    const occasion = (0,keyStatus/* occasionOf */.zC)(status, situation);
    if (!occasion)
        return undefined;
    const { key, rotation, state, run } = situation;
    const name = rotation?.rotation ?? state?.open?.rotation ?? journal_facts/* NO_ROTATION */.$f;
    const about = [key.name, key.environment, name, occasion, (0,keyStatus/* detailOf */.Rw)(status, situation)].join('\n');
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

// EXTERNAL MODULE: ./.build/src/commands/session.js + 2 modules
var commands_session = __webpack_require__("src/commands/session");
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
        world.log.info(`${entry.name}: neither on hold nor blocked, so there is nothing to release.`);
        return undefined;
    }
    try {
        const facts = rotation === undefined ? [] : await session.journal.facts(key.identity, rotation);
        const ports = (0,commands_session/* ledgerPorts */.s)(session, entry.name);
        const ledger = new lifecycle_ledger/* Ledger */.Oc(ports, rotation ?? journal_facts/* NO_ROTATION */.$f, world.random.id(12), key, facts);
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
var mayAct = __webpack_require__("src/commands/mayAct");
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
var planning = __webpack_require__("src/commands/planning");
// EXTERNAL MODULE: ./.build/src/config/selector.js
var selector = __webpack_require__("src/config/selector");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var report_phrase = __webpack_require__("src/report/phrase");
// EXTERNAL MODULE: ./.build/src/report/standing.js
var report_standing = __webpack_require__("src/report/standing");
// EXTERNAL MODULE: ./.build/src/report/gates.js
var gates = __webpack_require__("src/report/gates");
// EXTERNAL MODULE: ./.build/src/report/life.js + 1 modules
var life = __webpack_require__("src/report/life");
// EXTERNAL MODULE: ./.build/src/report/lifeSpans.js
var lifeSpans = __webpack_require__("src/report/lifeSpans");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
;// CONCATENATED MODULE: ./.build/src/report/lifeGantt.js




const MOST_KEYS = 3;
/** https://mermaid.js.org/syntax/gantt.html#syntax: `active`, `done` and `crit` are its three looks; the words say the same. */
const LOOKS = {
    used: 'active, ',
    idle: '',
    off: 'done, ',
    unsure: 'crit, ',
    ahead: 'done, crit, ',
};
/** The life of the two keys of each rotation, as drawings that GitHub renders; of the first three that have one. */
function gantts(told) {
    const lives = told.flatMap((one) => (0,life/* lifeOf */.c)(one) ?? []).slice(0, MOST_KEYS);
    return lives.length === 0 ? undefined : lives.map(gantt).join('\n\n');
}
function gantt({ key, from: first, to: last, lanes, marks }) {
    const lines = [
        'gantt',
        `title The two keys of ${label(key)}, as the journal tells it, in UTC`,
        'dateFormat YYYY-MM-DD HH:mm:ss',
        `axisFormat ${last - first < time/* HOUR */.dp ? '%H:%M:%S' : '%m-%d %H:%M'}`,
        'todayMarker off',
        ...lanes.flatMap(({ side, id, spans }) => [
            `section ${side} key ${label(id ?? 'id not known')}`,
            ...spans.flatMap(({ state, from, to }) => {
                const [begin, end] = [lifeGantt_time(from), lifeGantt_time(to)];
                // What began and ended within a second has no width on this scale.
                return begin === end ? [] : [`${lifeSpans/* SPAN_WORDS */.X[state]} :${LOOKS[state]}${begin}, ${end}`];
            }),
        ]),
        ...(marks.length === 0 ? [] : ['section marks']),
        ...marks.map(({ at, icon, title }) => `${icon} ${title} :milestone, ${lifeGantt_time(at)}, 0s`),
    ];
    return ['```mermaid', ...lines.map((line, index) => (index === 0 ? line : `  ${line}`)), '```'].join('\n');
}
const lifeGantt_time = (at) => (0,moment/* second */.Rc)((0,time/* instant */.uR)(at));
/** What a name may be made of: a colon, a comma, a semicolon or `#` would end it or begin a comment. */
const label = (text) => text
    .replace(/[^\w .-]/g, ' ')
    .slice(0, 40)
    .trim();

// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown");
// EXTERNAL MODULE: ./.build/src/report/words.js
var words = __webpack_require__("src/report/words");
;// CONCATENATED MODULE: ./.build/src/report/picture.js


const picture_MOST_KEYS = 12;
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
    stopped: 'later',
    'not yet': 'later',
    skipped: 'later',
};
/** The way of each key through the five words, as a drawing that GitHub renders; undefined when nothing happened. */
function picture(rotations) {
    const lanes = rotations.slice(0, picture_MOST_KEYS).flatMap(lane);
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
    const key = `(["${picture_label(rotation.snapshot.name)}"]):::key`;
    return [[key, ...nodes].map((text, position) => `k${index}n${position}${text}`).join(' --> ')];
}
function node({ word, mark, from, to }, pass) {
    const time = from === undefined || to === undefined ? [] : [timeOf(mark, from, to)];
    return `["${[`${(0,words/* signOf */.rL)(mark)} ${picture_nameOf(word, pass)}`, ...time].join('<br>')}"]:::${CLASS_OF[mark]}`;
}
const picture_nameOf = (word, pass) => (pass === 'forward' ? word : `undo ${word}`);
const timeOf = (mark, from, to) => mark === 'now' ? `since ${(0,moment/* minute */.Vc)(from).slice(5)}` : (0,moment/* between */.Tq)(from, to);
/** What a name may be made of inside the drawing. */
const picture_label = (text) => text.replace(/[^\w .-]/g, ' ').slice(0, 40);

;// CONCATENATED MODULE: ./.build/src/report/summary.js












/** GitHub drops a summary above 1 MiB (1,048,576 bytes) as a whole. */
const MOST_BYTES = 600_000;
/** Above so many keys with something to tell, those that are well get one row each. */
const MANY = 15;
const isFolded = ({ standing }) => (0,report_standing/* standingInfo */.h0)(standing).summary === 'folded';
const isLine = ({ standing }) => (0,report_standing/* standingInfo */.h0)(standing).summary === 'line';
/** The page of one run: headline, the life of the keys and their way as pictures, then each key, the most urgent first. */
function summary(report) {
    const told = report.keys
        .map((situation) => ({ situation, standing: (0,keyStatus/* standingOf */.YP)(situation) }))
        .sort((one, other) => (0,report_standing/* byUrgency */.td)(one.standing, other.standing));
    const loud = told.filter((one) => !isFolded(one));
    const quiet = told.filter(isFolded);
    const full = loud.filter((one) => loud.length <= MANY || !isLine(one));
    const short = loud.filter((one) => !full.includes(one));
    const head = (0,markdown/* blocks */.Bv)([headline(report, told), warnings(report.warnings), lives(loud), drawing(loud)]);
    const tail = [short, quiet].map((some, index) => (some.length === 0 ? '' : compact(some, index === 1)));
    const room = MOST_BYTES - (0,markdown/* byteLength */.dp)((0,markdown/* blocks */.Bv)([head, ...tail, words/* LEGEND */.Ix])) - 20;
    const sections = (0,markdown/* fit */.Uj)(full.map(section), room, (left) => `_${(0,markdown/* plural */.LS)(left, 'more key')}: see the report of this run._`);
    return `${(0,markdown/* blocks */.Bv)([head, sections, ...tail, `<sub>${words/* LEGEND */.Ix}</sub>`])}\n`;
}
function headline({ command, at, run }, told) {
    const count = (0,report_standing/* counts */.tQ)(told.map(({ standing }) => standing));
    const sandbox = run.sandbox ? ' · **sandbox: nothing here is real**' : '';
    const by = run.actor === 'schedule' ? 'on schedule' : `by ${(0,tools_text/* codeSpan */.SS)(run.actor)}`;
    return (0,markdown/* blocks */.Bv)([
        `## Rekey: ${count === '' ? 'no keys' : count}`,
        `${(0,tools_text/* codeSpan */.SS)(command)} ${by}, ${(0,moment/* moment */.n$)(at)}, Rekey ${(0,tools_text/* codeSpan */.SS)(run.version)}${sandbox}`,
    ]);
}
function warnings(messages) {
    return messages
        .slice(0, 50)
        .map((message) => `> ⚠️ ${(0,tools_text/* codeSpan */.SS)(message, 300)}`)
        .join('\n');
}
const lives = (loud) => gantts(loud.map(({ situation }) => situation));
function drawing(loud) {
    return picture(loud.flatMap(({ situation }) => situation.rotation ?? []));
}
function section({ situation, standing }) {
    const { key, rotation, evidence } = situation;
    return (0,markdown/* blocks */.Bv)([
        `### ${(0,report_standing/* standingInfo */.h0)(standing).icon} ${(0,tools_text/* codeSpan */.SS)(key.name)} ${standing}`,
        rotation && (0,words/* hasWords */.kR)(rotation) ? (0,words/* wordTable */.Xo)(rotation) : undefined,
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
            `${(0,report_standing/* standingInfo */.h0)(standing).icon} ${(0,tools_text/* codeSpan */.SS)(situation.key.name)}`,
            standing,
            (0,tools_text/* codeSpan */.SS)(situation.key.owner),
            due === undefined ? '–' : (0,moment/* moment */.n$)(due),
            ticket ? (0,report_phrase/* link */.nf)('ticket', ticket.url) : '–',
        ];
    });
    const more = some.length > most ? `_and ${some.length - most} more_` : undefined;
    const body = (0,markdown/* blocks */.Bv)([(0,markdown/* table */.tp)(['Key', 'State', 'Owner', 'Due or next', 'Ticket'], rows), more]);
    return folded ? (0,markdown/* details */.zH)(`${(0,markdown/* plural */.LS)(some.length, 'key')} with nothing to do`, body) : body;
}

// EXTERNAL MODULE: ./.build/src/report/html.js + 3 modules
var html = __webpack_require__("src/report/html");
// EXTERNAL MODULE: ./.build/src/report/kpi.js
var kpi = __webpack_require__("src/report/kpi");
// EXTERNAL MODULE: ./.build/src/commands/pages.js + 4 modules
var pages = __webpack_require__("src/commands/pages");
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
    const folder = world.temp;
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
    await page('report', 'report.html', (0,html/* htmlReport */.g)((0,kpi/* figures */.u5)(plan, states), all, { pageOf: pages/* evidencePage */.Vf }));
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
var situations = __webpack_require__("src/commands/situations");
// EXTERNAL MODULE: ./.build/src/commands/verdict.js
var verdict = __webpack_require__("src/commands/verdict");
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
    world.output.result({ keys: mine.map(toldAsData) });
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
    world.log.info(`${situation.key.name}: ${(0,keyStatus/* standingOf */.YP)(situation)}`);
    for (const line of (0,fiveLines/* fiveLines */.QV)(situation))
        world.log.info(`  ${line}`);
}
/** What people are told of a key, for programs. */
function toldAsData(situation) {
    const { key, error, rotation } = situation;
    return {
        ...key,
        standing: (0,verdict/* ofThisRun */.L5)(situation),
        ...(rotation && { rotation: rotation.rotation }),
        ...(error && { error: { code: error.code, message: error.message, next: error.next } }),
        told: Object.fromEntries((0,fiveLines/* fivePhrases */.B0)(situation).map(([label, phrase]) => [label.toLowerCase(), (0,report_phrase/* plain */.pj)(phrase)])),
    };
}
function setOutputs({ world }, all, mine) {
    const { output } = world;
    const stand = all.map((one) => ({ name: one.key.name, standing: (0,verdict/* ofThisRun */.L5)(one) }));
    output.set('status', (0,verdict/* runStatus */.em)(mine));
    for (const list of report_standing/* LISTS */.m5) {
        const names = stand.flatMap(({ name, standing }) => ((0,report_standing/* standingInfo */.h0)(standing).list === list ? [name] : []));
        output.set(list, JSON.stringify(names));
    }
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
        const items = plan.items.filter((item) => ((0,planning/* isBrake */.Ar)(command) ? item.action !== 'refused' : (0,domain_plan/* acts */.Ij)(item)));
        await refusePastedValues(inputs, items, session);
        const wish = wishOf(inputs, await ticketOf(inputs, items, session), session);
        const acted = (0,planning/* isBrake */.Ar)(command)
            ? await hold(items, session, wish.order, command)
            : await act([...items, ...shortly(plan, items, session)], session, wish, async (one) => alert_alert((0,situations/* situationNow */.$X)(one, session, inputs), session));
        return await publish(session, plan, acted, inputs);
    }
    finally {
        await session.parts.end();
    }
}
/**
 * The number of the ticket that was named, once it is known to be there. RK1002 when it is not, before anything is changed. A rotation
 * that is open has its ticket already, and an adoption needs none: then it is said that this one is not used.
 */
async function ticketOf(inputs, items, { parts, world }) {
    if (inputs.ticket === undefined)
        return undefined;
    const number = inputs.ticket.replace('#', '');
    const tickets = await parts.ticket();
    const found = await tickets?.find(number);
    if (!found) {
        const why = tickets ? `there is no ticket ${number}` : 'the config has no ticket, so none can be used';
        throw new errors/* RekeyError */.Z$('RK1002', `ticket: ${why}. Nothing was changed.`);
    }
    for (const { key, action } of items)
        if (!(0,domain_plan/* isStart */.n)(action))
            world.log.info(`${key}: nothing is started, so ticket ${found.number} is not used.`);
    return found.number;
}
function wishOf({ command, reason }, ticket, { world }) {
    const { actor, event } = world.run;
    const rank = command === 'rollback' ? 'rollback' : 'scheduled';
    const order = {
        command,
        actor,
        event,
        ...(reason !== undefined && { reason: (0,tools_text/* defuse */.VP)(reason, 300) }),
        ...(ticket !== undefined && { ticket }),
    };
    const why = order.reason === undefined ? `${actor} asked for it` : `${actor} asked for it: ${order.reason}`;
    return {
        rank,
        order,
        ...(command === 'rollback' && { undo: why }),
        ...(command === 'abandon' && { abandon: why }),
    };
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


/***/ }),

/***/ "src/lifecycle/idRule":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ mustBeId),
/* harmony export */   fz: () => (/* binding */ toldId),
/* harmony export */   m3: () => (/* binding */ idBeside)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_publicId__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/domain/tools/publicId");
/* harmony import */ var _domain_secret__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/secret");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/tools/text");




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
    if (beside !== null && (0,_domain_tools_publicId__WEBPACK_IMPORTED_MODULE_3__/* .isIdLike */ .V)(beside)) {
        const isKnown = beside === told || beside === know.currentId || (await know.isListed(beside));
        if (isKnown && (await whyNot(know, beside, parts)) === undefined)
            return beside;
    }
    if (beside !== null)
        hide(beside);
    const { name, secret, vendor } = know.entry;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4012', `${name}: the field ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(secret.idField)} of ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(secret.path)} is to hold the id of the key, but what stands there is no id that ${vendor} knows. It was neither shown nor sent, and nothing was changed.`);
}
async function whyNot(know, id, parts) {
    if (!(0,_domain_tools_publicId__WEBPACK_IMPORTED_MODULE_3__/* .isIdLike */ .V)(id))
        return 'cannot be an id';
    await know.learnSecrets();
    const { idPart } = know.vendor.capabilities;
    // Where it is the only part it is the secret.
    const isOwnPart = idPart !== undefined && Object.keys(parts ?? {}).length > 1 && parts?.[idPart]?.isText(id) === true;
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

/***/ "src/lifecycle/inList":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NL: () => (/* binding */ notListed),
/* harmony export */   O2: () => (/* binding */ mustBeListed),
/* harmony export */   S1: () => (/* binding */ isIn)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/**
 * A list that does not hold a key that the vendor accepts is not complete, whatever it says: it was cut, or filtered, or is another
 * account's. What it does not show may be in use, so nothing is begun. RK5015; a key that the vendor refuses is rightly not listed.
 */
async function mustBeListed(ctx, id, parts) {
    const { vendor } = ctx.subject;
    if (id === undefined || isIn(ctx.memory.listing ?? (await vendor.list()), id))
        return;
    const verdict = await vendor.verify(parts);
    if (verdict.answer === 'refused')
        return;
    // The list may be late, and what was cut once may be whole the next time.
    await ctx.sleep(Math.min(vendor.capabilities.listLag, ctx.ports.patience));
    ctx.memory.listing = await vendor.list();
    if (isIn(ctx.memory.listing, id))
        return;
    throw notListed(ctx.state.snapshot.name, id);
}
const isIn = ({ credentials }, wanted) => credentials.some(({ id }) => id === wanted);
const notListed = (name, id) => new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK5015', `${name}: the vendor accepts the key in use, and its list does not hold ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(id)}, so the list is not complete.`);


/***/ }),

/***/ "src/lifecycle/meant":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ mustBeMeant)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/**
 * A first key at a place that nobody reads from would be called rotated, and the key in use would be left. RK2004 when the store says that the
 * reference is likely a mistake.
 */
async function mustBeMeant({ name, store: storeName, secret }, store) {
    const slip = await store.slip?.(secret);
    if (!slip)
        return;
    const [field = '', ...others] = slip.fields;
    const place = `${storeName}:${slip.path}#`;
    const meant = others.length === 0 ? `${place}${field}` : `${place} with the fields ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .sentenceList */ .MT)(slip.fields)}`;
    const message = `${name}: no first key is made at ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(secret.path)}: ${slip.why}.`;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2004', message, {
        next: `Write secret: ${meant}. If it is right as it is, put a key there by hand once; then it is adopted.`,
    });
}


/***/ }),

/***/ "src/lifecycle/retention":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ mustOutlive)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");

/** The old value must be readable until its death is proved. RK4009 when the store forgets it sooner. */
function mustOutlive(path, { versions, ttl }, keeps, { grace, drainLimit }) {
    // One that forgets keeps a copy with the reservation.
    if (keeps === 'versions' && versions !== undefined && versions < 2) {
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4009', `${path} keeps ${versions} version; the old value would be gone at promote.`);
    }
    if (ttl !== undefined && ttl <= grace + drainLimit) {
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4009', `${path} deletes its versions sooner than the grace period and drain_limit together.`);
    }
}


/***/ }),

/***/ "src/lifecycle/sendable":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ mustBeSendable)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/** A value that no header can carry is no key. RK4008 with the field and the cause. */
function mustBeSendable({ path, fields }, parts) {
    for (const [name, part] of Object.entries(parts)) {
        const fault = part.headerFault;
        if (fault !== undefined)
            throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4008', `The value at ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(`${path}#${fields[name] ?? name}`)} cannot be a key: ${fault}.`);
    }
}


/***/ }),

/***/ "src/report/plan":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iY: () => (/* binding */ planJson),
  Xg: () => (/* binding */ planMarkdown),
  Pt: () => (/* binding */ planText)
});

// UNUSED EXPORTS: countActions

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/domain/plan.js
var plan = __webpack_require__("src/domain/plan");
;// CONCATENATED MODULE: ./.build/src/report/planGroups.js


/** What would change, and what is overdue although nothing changes. */
const needsReading = ({ action, overdue }) => overdue || !(0,plan/* actionInfo */.$I)(action).quiet;
const OVERDUE = 3;
/** Refused and blocked need a person; what is overdue comes before what would start, then what waits, and what rests last. */
function urgency({ action, overdue }) {
    const at = (0,plan/* actionInfo */.$I)(action).urgency;
    return overdue ? Math.min(at, OVERDUE) : at;
}
/** By urgency, then owner, due date and name. The plan file keeps the order in which a run would take them. */
const mostUrgentFirst = (items) => [...items].sort((one, other) => urgency(one) - urgency(other) ||
    (0,tools_text/* inOrder */.al)(one.owner, other.owner) ||
    (0,tools_text/* inOrder */.al)(one.due ?? NEVER, other.due ?? NEVER) ||
    (0,tools_text/* inOrder */.al)(one.key, other.key));
/** After every date. */
const NEVER = '~';
/** So many lines that differ in name and date only are one line. */
const MANY_ALIKE = 10;
const isLarge = (group) => group.length > MANY_ALIKE;
const DATE = /\d{4}-\d\d-\d\d \d\d:\d\d UTC/g;
/** Items of which all but the key's name and the dates is the same, in the order of the first of each. */
function inGroups(items) {
    const groups = new Map();
    for (const item of items) {
        const { action, why, overdue, owner, findings } = item;
        const said = JSON.stringify([
            action,
            why.replace(DATE, ''),
            overdue,
            owner,
            findings.map((one) => [one.code, one.message]),
        ]);
        const known = groups.get(said);
        if (known)
            known.push(item);
        else
            groups.set(said, [item]);
    }
    return [...groups.values()];
}
/** `due at 2026-12-01 02:00 UTC to 2026-12-28 02:00 UTC (every 30d)`: what all of a group say, each date from the first to the last. */
function whyOf(group) {
    const dates = group.map(({ why }) => why.match(DATE) ?? []);
    let at = -1;
    return group[0].why.replace(DATE, (date) => {
        at += 1;
        const all = dates.flatMap((found) => found[at] ?? []).sort();
        const [first, last] = [all[0] ?? date, all.at(-1) ?? date];
        return first === last ? date : `${first} to ${last}`;
    });
}

;// CONCATENATED MODULE: ./.build/src/report/plan.js




const LONG = 300;
/** Nobody reads a file of so many items line by line. */
const MANY_ITEMS = 1000;
const MOST_BYTES = 400_000;
/** Keys with nothing to start that a log names one by one; of more it says how many. */
const MOST_QUIET = 100;
/** The plan as it travels between programs. */
const planJson = (plan) => `${JSON.stringify(plan, null, plan.items.length > MANY_ITEMS ? 0 : 2)}\n`;
/** The plan for a log: trust first, then one line a key with its findings below it, the most urgent first. Of many that rest only the first are named. */
function planText(plan, changes) {
    const sorted = mostUrgentFirst(plan.items);
    const groups = inGroups(sorted);
    const resting = groups
        .filter((group) => !isLarge(group))
        .flat()
        .filter(rests);
    const left = new Set(resting.slice(MOST_QUIET));
    const told = groups.filter(([first]) => !left.has(first));
    const width = Math.max(0, ...told.filter((group) => !isLarge(group)).flatMap((group) => group.map(({ key }) => key.length)));
    const items = told.flatMap((group) => {
        const [first] = group;
        if (isLarge(group))
            return [groupLine(group), ...first.findings.map(findingLine)];
        return group
            .filter((item) => !left.has(item))
            .flatMap((item) => [itemLine(item, width), ...item.findings.map(findingLine)]);
    });
    return [
        ...changeLines('TRUST (needs a security owner)', '!', changes?.trust),
        ...changeLines('KEYS', '~', changes?.keys),
        `PLAN at ${(0,moment/* moment */.n$)(plan.at)}: ${countActions(sorted)}`,
        ...items,
        ...(left.size === 0
            ? []
            : [`  and ${(0,markdown/* plural */.LS)(left.size, 'more key')} with nothing to start: see the plan file`]),
        ...plan.warnings.map((warning) => `! ${(0,tools_text/* defuse */.VP)(warning, LONG)}`),
    ].join('\n');
}
const NAMED = 3;
function groupLine(group) {
    const [{ action, overdue, owner }] = group;
    const head = `${action} ${(0,markdown/* plural */.LS)(group.length, 'key')} of ${(0,tools_text/* defuse */.VP)(owner, 80)}${overdue ? ' OVERDUE' : ''}`;
    return `  ${head}: ${namesOf(group)}  ${(0,tools_text/* defuse */.VP)(whyOf(group), LONG)}`;
}
function namesOf(group) {
    const names = group.slice(0, NAMED).map(({ key }) => (0,tools_text/* defuse */.VP)(key, 80));
    return `${names.join(', ')} and ${group.length - NAMED} more`;
}
const rests = ({ action, findings }) => action === 'nothing' && findings.length === 0;
function changeLines(title, sign, lines = []) {
    return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${sign} ${(0,tools_text/* defuse */.VP)(line, LONG)}`)];
}
function itemLine(item, width) {
    const overdue = item.overdue ? ' OVERDUE' : '';
    return `  ${(0,tools_text/* defuse */.VP)(item.key, 80).padEnd(width)}  ${item.action.padEnd(9)}${overdue}  ${(0,tools_text/* defuse */.VP)(item.why, LONG)}`;
}
function findingLine(finding) {
    const until = finding.until === undefined ? '' : `, until ${(0,moment/* moment */.n$)(finding.until)}`;
    return `      ${finding.weight} ${finding.code}${until}: ${(0,tools_text/* defuse */.VP)(finding.message, LONG)}`;
}
/** `2 rotate · 1 wait` */
function countActions(items) {
    const actions = [...new Set(items.map(({ action }) => action))];
    const words = actions.map((action) => `${items.filter((item) => item.action === action).length} ${action}`);
    return words.length === 0 ? 'no keys' : words.join(' · ');
}
/** The plan for a summary or a pull request: what would change first, what would not folded away. */
function planMarkdown(plan, changes) {
    const items = mostUrgentFirst(plan.items);
    const acting = items.filter(needsReading);
    const quiet = items.filter((item) => !needsReading(item));
    const head = (0,markdown/* blocks */.Bv)([
        `## Plan: ${countActions(mostUrgentFirst(plan.items))}`,
        `${(0,moment/* moment */.n$)(plan.at)}, config ${(0,tools_text/* codeSpan */.SS)(plan.config.path)} at ${(0,tools_text/* codeSpan */.SS)(plan.config.commit ?? 'no commit')}. Nothing was called but GitHub, nothing was changed.`,
        changeList('Trust: needs a security owner', changes?.trust),
        changeList('Keys', changes?.keys),
        plan.warnings.map((warning) => `> ⚠️ ${(0,tools_text/* codeSpan */.SS)(warning, LONG)}`).join('\n'),
    ]);
    const room = MOST_BYTES - (0,markdown/* byteLength */.dp)(head);
    const rest = (0,markdown/* fit */.Uj)([rowsOf(acting), folded(quiet)].flatMap(pieces), room, (left) => `_${(0,markdown/* plural */.LS)(left, 'more part')} of the plan: see the plan file._`);
    return `${(0,markdown/* blocks */.Bv)([head, rest])}\n`;
}
const pieces = (text) => (text === '' ? [] : [text]);
function changeList(title, lines = []) {
    if (lines.length === 0)
        return undefined;
    return `**${title}**\n\n${lines.map((line) => `- ${(0,tools_text/* codeSpan */.SS)(line, LONG)}`).join('\n')}`;
}
function folded(items) {
    return items.length === 0
        ? ''
        : (0,markdown/* details */.zH)(`${(0,markdown/* plural */.LS)(items.length, 'key')} with nothing to start`, rowsOf(items));
}
const MOST_ROWS = 1000;
function rowsOf(items) {
    if (items.length === 0)
        return '';
    const rows = inGroups(items).flatMap((group) => isLarge(group) ? [cells(group, namesOf(group))] : group.map((item) => cells([item], item.key)));
    const more = rows.length > MOST_ROWS ? `_and ${rows.length - MOST_ROWS} more_` : undefined;
    const head = ['Key', 'Would', 'Due (UTC)', 'Why, and what was found', 'Owner'];
    return (0,markdown/* blocks */.Bv)([(0,markdown/* table */.tp)(head, rows.slice(0, MOST_ROWS)), more]);
}
/** One key, or many that are alike. */
function cells(group, names) {
    const [{ action, overdue, findings, owner }] = group;
    const dues = group.flatMap(({ due }) => due ?? []).sort();
    const [first, last] = [dues[0], dues.at(-1)];
    const due = first === undefined || last === undefined
        ? '–'
        : first === last
            ? (0,moment/* minute */.Vc)(first)
            : `${(0,moment/* minute */.Vc)(first)} to ${(0,moment/* minute */.Vc)(last)}`;
    return [
        (0,tools_text/* codeSpan */.SS)(names, LONG),
        action,
        `${overdue ? '**overdue** ' : ''}${due}`,
        [(0,tools_text/* codeSpan */.SS)(whyOf(group), LONG), ...findings.map(findingCell)].join('<br>'),
        (0,tools_text/* codeSpan */.SS)(owner),
    ];
}
const SIGNS = { refuse: '❌', warn: '⚠️', wait: '⏳' };
const findingCell = ({ weight, code, message, until }) => `${SIGNS[weight]} ${code} ${(0,tools_text/* codeSpan */.SS)(message, LONG)}${until === undefined ? '' : ` until ${(0,moment/* moment */.n$)(until)}`}`;


/***/ })

};
;
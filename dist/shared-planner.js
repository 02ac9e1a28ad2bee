"use strict";
exports.id = "shared-planner";
exports.ids = ["shared-planner"];
exports.modules = {

/***/ "src/commands/planning":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ isBrake),
/* harmony export */   MJ: () => (/* binding */ planForJob),
/* harmony export */   bJ: () => (/* binding */ planFor)
/* harmony export */ });
/* harmony import */ var _config_selector__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/config/selector");
/* harmony import */ var _domain_key__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/key");
/* harmony import */ var _domain_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/plan");
/* harmony import */ var _domain_journal_rotation__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/domain/journal/rotation");
/* harmony import */ var _lifecycle_entry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/entry");
/* harmony import */ var _planner_plan__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/planner/plan");






/** They change what others may do with a key, and touch the key itself not at all. */
const isBrake = (command) => command === 'hold' || command === 'release';
/** Asked for in the identity's place: who this job is. The token goes nowhere. */
const WHO_AM_I = 'rekey';
/** The plan for these inputs; pure but for its reading of the clock. */
function planFor(session, inputs, known = {}) {
    const { config, view, journal, world } = session;
    const selected = (0,_config_selector__WEBPACK_IMPORTED_MODULE_0__/* .selectKeys */ .pi)(config, inputs);
    return (0,_planner_plan__WEBPACK_IMPORTED_MODULE_4__/* .plan */ .e)(config, view.keys, journal.now(), {
        command: inputs.command,
        ...(selected && { selected }),
        force: inputs.now,
        confirm: inputs.confirm,
        ...(inputs.rotation !== undefined && { rotation: inputs.rotation }),
        repositoryId: world.run.repositoryId,
        journal: view.commit,
        ...known,
    });
}
/**
 * The plan as this job may carry it out. Only when there is something to do, the job's own token is asked which GitHub
 * environment it runs in, and its reviews who approved: a tick with nothing due makes no further call.
 */
async function planForJob(session, inputs) {
    const first = planFor(session, inputs);
    const { world, config } = session;
    const something = isBrake(inputs.command) || first.items.some((item) => (0,_domain_plan__WEBPACK_IMPORTED_MODULE_2__/* .acts */ .Ij)(item) || item.findings.length > 0);
    const moved = await movedOf(session, inputs);
    if (world.run.owner.kind === 'local' || !(something || moved.size > 0))
        return planFor(session, inputs, { moved });
    const oidc = world.oidc([]);
    await oidc.token(WHO_AM_I);
    const environment = oidc.claims()['environment'] ?? '';
    const approvals = config.policy.approveStart.length > 0 ? await world.host.approvals() : [];
    const approval = approvals.find((review) => review.environment === environment);
    return planFor(session, inputs, { environment, moved, ...(approval && { approvedBy: approval.by }) });
}
/** Only a person's abandon asks: for each key that is named, what its open rotation is about. */
async function movedOf({ config, view, journal, world }, inputs) {
    const moved = new Set();
    if (inputs.command !== 'abandon')
        return moved;
    for (const name of (0,_config_selector__WEBPACK_IMPORTED_MODULE_0__/* .selectKeys */ .pi)(config, inputs) ?? []) {
        const entry = config.keys[name];
        const identity = entry && (0,_domain_key__WEBPACK_IMPORTED_MODULE_1__/* .keyIdentity */ .CP)(world.run.repositoryId, entry);
        const rotation = view.keys.get(identity ?? '')?.open?.rotation;
        if (!entry || identity === undefined || rotation === undefined)
            continue;
        const snapshot = (0,_domain_journal_rotation__WEBPACK_IMPORTED_MODULE_5__/* .foldRotation */ .i)(await journal.facts(identity, rotation))?.snapshot;
        if (snapshot && (0,_lifecycle_entry__WEBPACK_IMPORTED_MODULE_3__/* .differences */ .t)(snapshot, entry).length > 0)
            moved.add(identity);
    }
    return moved;
}


/***/ }),

/***/ "src/planner/plan":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r: () => (/* binding */ datesOf),
  e: () => (/* binding */ plan_plan)
});

// EXTERNAL MODULE: ./.build/src/domain/key.js
var domain_key = __webpack_require__("src/domain/key");
// EXTERNAL MODULE: ./.build/src/domain/plan.js
var plan = __webpack_require__("src/domain/plan");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__("croner/dist/croner");
;// CONCATENATED MODULE: ./.build/src/planner/cron.js

const known = new Map();
/** The next time after `after` at which the expression comes true. Undefined: never. */
function nextRun(expression, timezone, after) {
    // Reading an expression takes longer than using it, and thousands of keys may share one.
    const id = `${timezone} ${expression}`;
    const cron = known.get(id) ?? new croner/* Cron */.l4(expression, { mode: '5-part', timezone });
    known.set(id, cron);
    return cron.nextRun(new Date(after))?.getTime();
}

;// CONCATENATED MODULE: ./.build/src/planner/due.js



/** Rotations take time and wait for windows: policy and expiry are met by beginning this much earlier. */
const MARGIN = 3 * time/* DAY */.d_;
const SPREAD = 0.1;
/**
 * The earliest of frequency or schedule, policy maximum, and expiry at the vendor. It counts from the last switch and never
 * from a tick, because GitHub delays and drops ticks. Undefined: nothing makes it due.
 */
function dueOf(key, state, policy) {
    const since = state.removed ? undefined : (state.lastPromote ?? state.adopted);
    if (since === undefined)
        return undefined;
    const base = (0,time/* millis */.ne)(since);
    const dates = [
        byFrequency(key, state.identity, base),
        bySchedule(key, base),
        byPolicy(key, policy, state.identity, base),
        byExpiry(key, state, base),
    ].filter((due) => due !== undefined);
    const [first, ...others] = dates.sort((one, other) => one.at - other.at);
    return first && { ...first, latest: Math.min(first.latest, ...others.map((due) => due.latest)) };
}
/** A little before it is overdue. */
function byFrequency({ frequency }, identity, base) {
    if (frequency === undefined)
        return undefined;
    const latest = base + frequency;
    return {
        at: latest - spread(frequency, identity),
        latest,
        reason: `every ${(0,time/* spoken */.vg)(frequency)}`,
    };
}
function bySchedule({ schedule }, base) {
    const next = schedule === undefined ? undefined : nextRun(schedule, 'UTC', base);
    return next === undefined
        ? undefined
        : { at: next, latest: next + time/* DAY */.d_, reason: `schedule ${schedule ?? ''}` };
}
/**
 * The old key lives on through the grace period, so that counts as its age too. However little time this leaves, at least
 * half of it passes first: a key must never be due again as soon as it is new.
 */
function byPolicy(key, policy, identity, base) {
    const oldest = policy.maxAge[key.criticality];
    if (oldest === undefined)
        return undefined;
    const early = Math.min(MARGIN, oldest * SPREAD) + spread(oldest, identity);
    const free = Math.max(0, oldest - key.grace);
    return {
        at: base + Math.max(free / 2, free - early),
        latest: base + oldest,
        reason: `policy allows ${(0,time/* spoken */.vg)(oldest)} for ${key.criticality}`,
    };
}
/** Everybody must have moved before it ends, so grace period and margin come off; both shrink where its life is short. */
function byExpiry(key, { expires }, base) {
    if (expires === undefined)
        return undefined;
    const end = (0,time/* millis */.ne)(expires);
    if (end <= base)
        return undefined;
    const latest = end - Math.min(key.grace, (end - base) / 2);
    return { at: latest - Math.min(MARGIN, (end - base) / 5), latest, reason: 'the vendor ends it by itself' };
}
/** Up to a tenth, always the same for the same key: keys of one day do not fall due together for ever. */
function spread(duration, identity) {
    const fraction = parseInt((0,domain_key/* shortIdentity */.tv)(identity).slice(0, 8), 16) / 2 ** 32;
    return Math.floor(duration * SPREAD * fraction);
}

;// CONCATENATED MODULE: ./.build/src/planner/place.js
const RESUME = '-resume';
/** What this job may do with a key: its own environment all, the `-resume` twin may only finish or undo, another one nothing. */
function placeOf(key, request) {
    const { environment } = request;
    if (environment === undefined || environment === key.environment)
        return 'here';
    return environment === `${key.environment}${RESUME}` ? 'resume' : 'elsewhere';
}

;// CONCATENATED MODULE: ./.build/src/planner/decide.js




/** The first that has something to say decides. Safety first, then what is open, then what is new, then what is due. */
const DECIDERS = [
    braked,
    held,
    inAnotherJob,
    takenBack,
    givenUp,
    decide_open,
    blocked,
    removed,
    onlyResumes,
    ordered,
    fresh,
    backingOff,
];
function decide(it, context) {
    for (const decider of DECIDERS) {
        const decision = decider(it, context);
        if (decision)
            return decision;
    }
    return byDate(it, context);
}
function caseOf(key, state, context) {
    return {
        key,
        state,
        due: state && dueOf(key, state, context.config.policy),
        selected: context.request.selected?.has(key.name) ?? false,
    };
}
/** hold and release ask only where the job runs; what is open or due does not matter to them. */
function braked(it, context) {
    const { command, rotation } = context.request;
    if (command !== 'hold' && command !== 'release')
        return undefined;
    const open = it.state?.open;
    if (rotation !== undefined && rotation !== open?.rotation)
        return refusal('RK7010', open ? notThatOne(open) : `rotation ${rotation} is not open`);
    const why = command === 'hold' ? 'it is put on hold' : released(it);
    return inAnotherJob(it, context) ?? { action: 'nothing', why };
}
const released = ({ state }) => state?.hold || state?.blocked
    ? 'it is released'
    : 'neither on hold nor blocked, so there is nothing to release';
/** A tick leaves it alone; what was ordered by name is refused, because nothing of it is done. */
function held(it, { request }) {
    const hold = it.state?.hold;
    if (!hold)
        return undefined;
    const reason = hold.reason === '' ? '' : `: ${hold.reason}`;
    const why = `on hold since ${(0,time/* when */.z7)((0,time/* millis */.ne)(hold.since))} by ${hold.actor}${reason}`;
    return it.selected && isOrder(request) ? refusal('RK8002', why) : { action: 'hold', why };
}
const isOrder = ({ command, force }) => force || plan/* ORDERS */.gf.has(command);
function inAnotherJob({ key, selected }, { request }) {
    if (placeOf(key, request) !== 'elsewhere')
        return undefined;
    const here = request.environment === '' ? 'has no environment' : `has the environment ${request.environment ?? ''}`;
    const why = `runs only in the environment ${key.environment}; this job ${here}`;
    if (!selected)
        return { action: 'nothing', why };
    return {
        action: 'refused',
        why,
        findings: [{ rule: 'environment', code: 'RK3006', weight: 'refuse', message: why }],
    };
}
/** A person wants the open rotation undone, also a blocked one. */
function takenBack({ state, selected }, { request }) {
    if (request.command !== 'rollback' || !selected)
        return undefined;
    const rotation = state?.open;
    if (!rotation)
        return refusal('RK7014', 'no rotation is open, so there is nothing to take back');
    if (request.rotation !== undefined && request.rotation !== rotation.rotation) {
        return refusal('RK7010', notThatOne(rotation));
    }
    return {
        action: 'rollback',
        why: `rotation ${rotation.rotation} is taken back`,
        rotation: rotation.rotation,
    };
}
/** Only what needs a person: everything else continues by itself, or can be taken back. */
function givenUp({ state, selected }, { request }) {
    if (request.command !== 'abandon' || !selected)
        return undefined;
    const rotation = state?.open;
    if (!rotation)
        return refusal('RK7014', 'no rotation is open, so there is nothing to give up');
    if (request.rotation !== undefined && request.rotation !== rotation.rotation)
        return refusal('RK7010', notThatOne(rotation));
    const isMoved = request.moved?.has(state.identity) === true;
    if (!isMoved && rotation.status !== 'blocked' && rotation.status !== 'person')
        return refusal('RK7015', `rotation ${rotation.rotation} is not blocked: it continues by itself, rollback takes it back, hold stops it`);
    return {
        action: 'abandon',
        why: `rotation ${rotation.rotation} is given up; both keys stay alive`,
        rotation: rotation.rotation,
    };
}
const notThatOne = ({ rotation }) => `the open rotation is ${rotation}, not the one that was named`;
function refusal(code, message) {
    return {
        action: 'refused',
        why: message,
        findings: [{ rule: 'command', code, weight: 'refuse', message }],
    };
}
/**
 * What was begun is finished, by whoever comes next. A wait ends at its time, also one for a person: then Rekey looks again; at once,
 * when rotate is given the key by name and now.
 */
function decide_open({ state, selected }, { now, request }) {
    const rotation = state?.open;
    if (!rotation || rotation.status === 'blocked')
        return undefined;
    const { resumeAt } = rotation;
    const common = { rotation: rotation.rotation, ...(resumeAt !== undefined && { resumeAt }) };
    const looksNow = selected && request.force;
    if (resumeAt !== undefined && (0,time/* millis */.ne)(resumeAt) > now && !looksNow)
        return { action: 'wait', why: waitingFor(rotation), ...common };
    return { action: 'resume', why: goesOn(rotation), ...common };
}
function goesOn({ kind, pass, started }) {
    const what = `${kind} of ${(0,time/* when */.z7)((0,time/* millis */.ne)(started))}`;
    switch (pass) {
        case 'forward':
            return `${what} continues`;
        case 'back':
            return `rollback of the ${what} continues: the key from before is made current again, the new one dies`;
        case 'discard':
            return `${what} continues to its end: its new key, which was never in use, dies`;
        case 'abandon':
            return `${what} is being given up; both keys stay alive`;
    }
}
function waitingFor({ reason = 'waits', person, resumeAt = '' }) {
    return person === undefined
        ? `${reason}; continues at ${(0,time/* when */.z7)((0,time/* millis */.ne)(resumeAt))}`
        : `${reason}. A person must act: ${person}`;
}
function blocked({ state }) {
    const reason = state?.blocked?.why ?? (state?.open?.status === 'blocked' ? state.open.reason : undefined);
    if (!state || reason === undefined)
        return undefined;
    const why = `blocked: ${reason}; fix it, then run release (or abandon, to give it up)`;
    return { action: 'blocked', why, ...(state.open && { rotation: state.open.rotation }) };
}
function removed({ state, selected }, { request }) {
    if (!state?.removed)
        return undefined;
    const { at, proved } = state.removed;
    if (selected && (request.force || (request.command === 'remove' && !proved)))
        return undefined;
    const doubt = proved
        ? ''
        : ', and nobody has proved that it is dead: look at the vendor, or run remove again, with key_id in its entry';
    return {
        action: 'nothing',
        why: `was removed at ${(0,time/* when */.z7)((0,time/* millis */.ne)(at))}${doubt}; take its entry out of the config`,
    };
}
function onlyResumes({ key }, { request }) {
    if (placeOf(key, request) !== 'resume')
        return undefined;
    return {
        action: 'nothing',
        why: `the environment ${request.environment ?? ''} only finishes what was started`,
    };
}
/** Commands that name their keys act on them, whatever the date. */
function ordered({ selected }, { request: { command, force } }) {
    if (!selected)
        return undefined;
    if (command === 'remove' || command === 'rehearse')
        return { action: command, why: `asked for: ${command}` };
    return force ? { action: 'rotate', why: 'asked for with now' } : undefined;
}
/** Identified, verified and recorded before it is ever rotated, so that a new config rotates nothing on its first day. */
function fresh({ state }) {
    if (state?.adopted !== undefined || state?.lastPromote !== undefined)
        return undefined;
    return { action: 'adopt', why: 'new to Rekey: it is looked at and recorded; nothing is rotated' };
}
function backingOff({ state }, { now }) {
    if (state?.notBefore === undefined || (0,time/* millis */.ne)(state.notBefore) <= now)
        return undefined;
    const why = `its last rotation was undone (${state.failures} in a row); tried again at ${(0,time/* when */.z7)((0,time/* millis */.ne)(state.notBefore))}`;
    return { action: 'wait', why, resumeAt: state.notBefore };
}
function byDate({ due }, { now }) {
    if (!due)
        return { action: 'nothing', why: 'nothing makes it due; rotate with now replaces it' };
    if (due.at > now)
        return { action: 'nothing', why: `due at ${(0,time/* when */.z7)(due.at)} (${due.reason})` };
    const late = now > due.latest ? `, overdue by ${(0,time/* spoken */.vg)(now - due.latest)}` : '';
    return { action: 'rotate', why: `due since ${(0,time/* when */.z7)(due.at)} (${due.reason})${late}` };
}
/** For the plan: when it is due, and whether that is long past. */
function dates(due, now) {
    return due ? { due: (0,time/* instant */.uR)(due.at), overdue: now > due.latest } : { overdue: false };
}

;// CONCATENATED MODULE: ./.build/src/planner/limits.js

/**
 * Holds back what is too much for one run: so many starts, and so many rotations at once for a vendor or a workload. What
 * people ask for by name is not put off silently: beyond the limit all of it is refused until the names are repeated.
 * @param items in the order in which they would start
 */
function applyLimits(items, keys, context) {
    const isAsked = askedFor(context);
    const starts = items.filter((item) => (0,plan/* isStart */.n)(item.action));
    const unconfirmed = tooMany(starts.filter(isAsked), context);
    const room = new Room(keys, context);
    return items.map((item) => {
        if (!(0,plan/* isStart */.n)(item.action))
            return item;
        if (isAsked(item))
            return unconfirmed === undefined ? room.take(item) : refuse(item, unconfirmed);
        const full = room.full(item);
        return full === undefined ? room.take(item) : { ...item, action: 'wait', why: `${item.why}; ${full}` };
    });
}
/** True for what was ordered by name and would not have started by its date. */
function askedFor({ request }) {
    const ordered = request.force || request.command === 'remove' || request.command === 'rehearse';
    return (item) => ordered && request.selected?.has(item.key) === true;
}
function tooMany(asked, { config, request }) {
    const most = config.limits.startsPerTick;
    if (asked.length <= most || asked.every((item) => request.confirm.includes(item.key)))
        return undefined;
    const names = asked
        .map((item) => item.key)
        .sort()
        .join(',');
    return `${asked.length} keys are more than limits.starts_per_tick (${most}); to go on, repeat them in confirm: ${names}`;
}
function refuse(item, message) {
    const finding = { rule: 'limits', code: 'RK1004', weight: 'refuse', message };
    return { ...item, action: 'refused', why: message, findings: [...item.findings, finding] };
}
/** What runs already, and what this plan adds to it. */
class Room {
    #taken = new Map();
    #context;
    #starts = 0;
    constructor(keys, context) {
        this.#context = context;
        for (const { open, vendor, workloads } of keys.values()) {
            if (open?.status === 'running')
                this.#occupy({ vendor, workloads });
        }
    }
    full(item) {
        const { startsPerTick, atOnce } = this.#context.config.limits;
        if (this.#starts >= startsPerTick) {
            return `waits for the next run, for ${startsPerTick} start in one run (limits.starts_per_tick)`;
        }
        const busy = uses(item).find((use) => (this.#taken.get(use) ?? 0) >= atOnce);
        return busy && `waits for the next run, for ${busy} has a rotation already (limits.at_once)`;
    }
    take(item) {
        this.#starts += 1;
        this.#occupy(item);
        return item;
    }
    #occupy(item) {
        for (const use of uses(item))
            this.#taken.set(use, (this.#taken.get(use) ?? 0) + 1);
    }
}
function uses({ vendor, workloads }) {
    return [`vendor ${vendor}`, ...workloads.map((name) => `workload ${name}`)];
}

// EXTERNAL MODULE: ./.build/src/domain/config.js
var config = __webpack_require__("src/domain/config");
;// CONCATENATED MODULE: ./.build/src/planner/order.js


const RANK = new Map(Object.keys(plan/* ACTIONS */.kl).map((action, rank) => [action, rank]));
/** In the order in which they are carried out: among starts the overdue, then the critical, then those due first. */
function inOrder(items, { keys }) {
    const weight = (item) => {
        const criticality = keys[item.key]?.criticality;
        return criticality ? config/* CRITICALITIES */.m.length - config/* CRITICALITIES */.m.indexOf(criticality) : 0;
    };
    return [...items].sort((one, other) => rankOf(one) - rankOf(other) ||
        Number(other.overdue) - Number(one.overdue) ||
        weight(one) - weight(other) ||
        compared(one.due ?? '', other.due ?? '') ||
        compared(one.key, other.key));
}
/** Times and names of keys are plain letters, and there may be many. */
function compared(one, other) {
    if (one === other)
        return 0;
    return one < other ? -1 : 1;
}
function rankOf({ action }) {
    return RANK.get(action) ?? RANK.size;
}

;// CONCATENATED MODULE: ./.build/src/planner/policy/approval.js
/** A person approves the start, once a rotation: by a review of the environment of the job that starts it. */
const approval = ({ key, action }, { config, request }) => {
    if (action === 'rehearse' || !config.policy.approveStart.includes(key.criticality))
        return [];
    if (request.approvedBy !== undefined)
        return [];
    const message = `policy wants a reviewer for ${key.criticality}: approve a run in the environment ${key.environment}`;
    return [{ rule: 'approve', code: 'RK8001', weight: 'wait', message }];
};

;// CONCATENATED MODULE: ./.build/src/planner/policy/frequency.js

/** The entry asks for less than policy: policy decides when it is due, and the entry should say so. */
const frequency = ({ key }, { config }) => {
    const oldest = config.policy.maxAge[key.criticality];
    if (oldest === undefined || key.frequency === undefined || key.frequency + key.grace <= oldest)
        return [];
    const message = `rotation_frequency ${(0,time/* spoken */.vg)(key.frequency)} and grace_period ${(0,time/* spoken */.vg)(key.grace)} are more than ` +
        `policy allows for ${key.criticality} (${(0,time/* spoken */.vg)(oldest)}), so it is rotated earlier than its entry says`;
    return [{ rule: 'frequency', code: 'RK8001', weight: 'warn', message }];
};

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/planner/policy/health.js

/** Without a check nobody sees that a workload fails with the new key. */
const health = ({ key, action }, { config }) => {
    if (action !== 'rotate')
        return [];
    if (key.usedBy.length === 0) {
        const message = 'used_by is empty, so nothing is rolled or checked before the old key dies';
        return [{ rule: 'health', code: 'RK8001', weight: 'warn', message }];
    }
    const blind = key.usedBy.filter((name) => config.workloads[name]?.checks.length === 0);
    if (blind.length === 0)
        return [];
    const message = `${(0,tools_text/* sentenceList */.MT)(blind)}: no check, so nobody sees whether it is well with the new key`;
    return [{ rule: 'health', code: 'RK8001', weight: 'warn', message }];
};

;// CONCATENATED MODULE: ./.build/src/planner/policy/maxAge.js

/** Older than policy allows: it is rotated all the same, and people are told. */
const maxAge = ({ key, state }, { config, now }) => {
    const oldest = config.policy.maxAge[key.criticality];
    const since = state?.lastPromote ?? state?.adopted;
    if (oldest === undefined || since === undefined)
        return [];
    const age = now - (0,time/* millis */.ne)(since);
    if (age <= oldest)
        return [];
    const message = `is ${(0,time/* spoken */.vg)(age)} old; policy allows ${(0,time/* spoken */.vg)(oldest)} for ${key.criticality}`;
    return [{ rule: 'max_age', code: 'RK8001', weight: 'warn', message }];
};

;// CONCATENATED MODULE: ./.build/src/planner/policy/sharedCredential.js

/** One credential behind two entries: ending it for one would end it for the other. */
const sharedCredential = ({ shares }) => {
    if (shares.length === 0)
        return [];
    const message = `its credential is also the one of ${(0,tools_text/* sentenceList */.MT)(shares)}, which would fail when it is revoked`;
    return [{ rule: 'shared credential', code: 'RK2008', weight: 'refuse', message }];
};

// EXTERNAL MODULE: ./.build/src/domain/tools/window.js
var tools_window = __webpack_require__("src/domain/tools/window");
;// CONCATENATED MODULE: ./.build/src/planner/policy/windows.js



/** Changes start only while a window is open. A rehearsal changes nothing that is served, and what began is always finished. */
const windows = ({ key, action }, { config, now }) => {
    if (action === 'rehearse')
        return [];
    const next = config.policy.windows
        .filter((window) => holdsFor(window, key))
        .map((window) => nextOpening(window, now));
    if (next.length === 0 || next.includes(now))
        return [];
    const until = Math.min(...next);
    const message = `outside the windows of policy; the next one opens at ${(0,time/* when */.z7)(until)}`;
    return [{ rule: 'windows', code: 'RK8001', weight: 'wait', message, until: (0,time/* instant */.uR)(until) }];
};
function holdsFor({ environment, keys }, key) {
    return ((environment === undefined || environment === key.environment) &&
        (keys === undefined || keys.includes(key.name)));
}
const openings = new WeakMap();
/** Now, when it is open. It is open exactly when it closes before it opens again. Many keys ask for the same window and moment. */
function nextOpening(window, now) {
    const known = openings.get(window);
    if (known?.now === now)
        return known.at;
    const times = (0,tools_window/* parseWindow */.E)(window.allow);
    const next = (expression) => nextRun(expression, window.timezone, now) ?? Infinity;
    const opens = times ? next(times.opens) : Infinity;
    const at = times && next(times.closes) < opens ? now : opens;
    openings.set(window, { now, at });
    return at;
}

;// CONCATENATED MODULE: ./.build/src/planner/policy/index.js






const RULES = [sharedCredential, windows, approval, maxAge, frequency, health];
/** Everything that policy has to say about one start. */
function judge(start, context) {
    return RULES.flatMap((rule) => rule(start, context));
}

;// CONCATENATED MODULE: ./.build/src/planner/shared.js
/** identity -> names of other keys whose current credential is the same one, by vendor and id. */
function sharedCredentials(keys) {
    const holders = new Map();
    for (const state of keys.values()) {
        if (state.currentId === undefined || state.removed)
            continue;
        const credential = `${state.vendor}\n${state.currentId}`;
        holders.set(credential, [...(holders.get(credential) ?? []), state]);
    }
    const shares = new Map();
    for (const states of holders.values()) {
        if (states.length < 2)
            continue;
        for (const state of states) {
            shares.set(state.identity, states.filter((other) => other !== state).map((other) => other.name));
        }
    }
    return shares;
}

;// CONCATENATED MODULE: ./.build/src/planner/unmanaged.js
/** Keys that the journal knows and the config does not. Taking an entry out ends nothing; what is open waits for a person. */
function unmanaged(keys, known) {
    return [...keys.values()]
        .filter((state) => !known.has(state.identity) && !isOver(state))
        .map((state) => ({
        key: state.name,
        identity: state.identity,
        owner: '',
        environment: state.environment,
        vendor: state.vendor,
        workloads: state.workloads,
        action: 'unmanaged',
        why: whyOf(state),
        ...(state.open && { rotation: state.open.rotation }),
        overdue: false,
        findings: [],
    }));
}
function whyOf({ open, removed }) {
    if (open)
        return `its entry is gone while rotation ${open.rotation} is open: put the entry back to finish it; its keys STAY ALIVE`;
    return removed
        ? 'no longer in the config; it was removed, and nobody has proved that it is dead: look at the vendor (or put the entry back and run remove again)'
        : 'no longer in the config; the key STAYS ALIVE at the vendor (to end it: put the entry back and run remove)';
}
/** It was removed with proof, or never more than looked at. */
function isOver(state) {
    if (state.open)
        return false;
    return state.removed?.proved ?? (state.adopted === undefined && state.lastPromote === undefined);
}

;// CONCATENATED MODULE: ./.build/src/planner/plan.js










/**
 * What a run would do with each key. Pure: the same for the same config, journal and time.
 * @param keys states by identity, from the journal @param now by the journal's clock
 */
function plan_plan(config, keys, now, request) {
    const context = { config, request, now };
    const shares = sharedCredentials(keys);
    const entries = Object.values(config.keys);
    const identities = new Map(entries.map((key) => [key.name, (0,domain_key/* keyIdentity */.CP)(request.repositoryId, key)]));
    const items = entries
        .filter((key) => request.selected?.has(key.name) ?? true)
        .map((key) => {
        const identity = identities.get(key.name) ?? '';
        return itemOf(key, identity, keys.get(identity), shares.get(identity) ?? [], context);
    });
    const gone = request.selected ? [] : unmanaged(keys, new Set(identities.values()));
    const { path, commit, digest } = config.source;
    return {
        v: 1,
        at: (0,time/* instant */.uR)(now),
        command: request.command,
        config: { path, ...(commit !== undefined && { commit }), digest },
        journal: request.journal,
        items: applyLimits(inOrder([...items, ...gone], config), keys, context),
        warnings: config.warnings,
    };
}
/** When a key that stands like this is due. @param now by the journal's clock */
const datesOf = (key, state, policy, now) => dates(dueOf(key, state, policy), now);
function itemOf(key, identity, state, shares, context) {
    const it = caseOf(key, state, context);
    const decision = decide(it, context);
    const { owner, environment, vendor, usedBy: workloads } = key;
    return {
        key: key.name,
        identity,
        owner,
        environment,
        vendor,
        workloads,
        ...dates(it.due, context.now),
        ...judged(decision, key, state, shares, context),
    };
}
/** Windows and reviewers, by today's config and the reviews of this run: an order that the journal tells of is nobody's word. */
function againstStart(key, state, context) {
    const kind = state?.open?.kind;
    if (kind !== 'rotate' && kind !== 'remove')
        return [];
    return judge({ key, state, action: kind, shares: [] }, context).filter(({ weight }) => weight === 'wait');
}
/** A start that policy forbids is refused, one that is too early waits; everything else stands as decided. */
function judged(decision, key, state, shares, context) {
    const { action, findings = [] } = decision;
    if (decision.rotation !== undefined) {
        const unstarted = againstStart(key, state, context);
        return { ...decision, findings, ...(unstarted.length > 0 && { unstarted }) };
    }
    if (!(0,plan/* isStart */.n)(action))
        return { ...decision, findings };
    const found = [...findings, ...judge({ key, state, action, shares }, context)];
    const against = (weight) => found.filter((it) => it.weight === weight);
    const [refusal] = against('refuse');
    if (refusal)
        return { ...decision, action: 'refused', why: refusal.message, findings: found };
    const waits = against('wait');
    if (waits.length === 0)
        return { ...decision, findings: found };
    const until = waits
        .flatMap((it) => (it.until === undefined ? [] : [it.until]))
        .sort()
        .at(-1);
    return {
        ...decision,
        action: 'wait',
        why: `${decision.why}; ${waits.map((it) => it.message).join('; ')}`,
        ...(until !== undefined && { resumeAt: until }),
        findings: found,
    };
}


/***/ })

};
;
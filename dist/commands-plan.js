"use strict";
exports.id = "commands-plan";
exports.ids = ["commands-plan"];
exports.modules = {

/***/ "src/commands/plan":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan_plan)
});

// EXTERNAL MODULE: ./.build/src/config/load.js + 26 modules
var load = __webpack_require__("src/config/load");
// EXTERNAL MODULE: ./.build/src/config/duration.js
var duration = __webpack_require__("src/config/duration");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var tools_time = __webpack_require__("src/domain/tools/time");
;// CONCATENATED MODULE: ./.build/src/config/trust/adapters.generated.js
const ADAPTER_CLASSES = {
    'identities/vault-jwt': {
        address: 'trust',
        role: 'trust',
        mount: 'trust',
        audience: 'trust',
        namespace: 'trust',
    },
    'stores/vault-kv2': {
        mount: 'trust',
        address: 'trust',
        literal_paths: 'gate',
        namespace: 'trust',
    },
    'vendors/http': {
        origin: 'trust',
        key_origin: 'trust',
        admin_key: 'trust',
        admin_header: 'trust',
        login: 'trust',
        admin_sign: 'trust',
        admin_id: 'trust',
        key_header: 'trust',
        headers: 'trust',
        create: 'trust',
        list: 'trust',
        whoami: 'trust',
        id_in_value: 'trust',
        id_part: 'trust',
        verify: 'trust',
        disable: 'trust',
        enable: 'trust',
        revoke: 'trust',
        by_person: 'gate',
        limits: 'gate',
        times: 'gate',
    },
    'vendors/sendgrid': {
        admin_key: 'trust',
        region: 'trust',
    },
    'deployers/github-workflow': {
        workflow: 'trust',
        repository: 'trust',
        ref: 'trust',
        inputs: 'trust',
        queued_hint_after: 'cosmetic',
    },
    'deployers/webhook': {
        url: 'trust',
        origin: 'trust',
        secret: 'trust',
        status: 'trust',
    },
    'probes/http': {
        url: 'trust',
        method: 'trust',
        headers: 'trust',
        expect: 'gate',
        key_id: 'gate',
        passes: 'gate',
        interval: 'gate',
        timeout: 'gate',
    },
    'tickets/github-issue': {
        labels: 'gate',
        repository: 'trust',
        title: 'cosmetic',
    },
    'notifiers/webhook': {
        url: 'trust',
        origin: 'trust',
        secret: 'trust',
        format: 'cosmetic',
    },
    'journals/file': {
        path: 'trust',
    },
    'journals/github-branch': {
        branch: 'trust',
        repository: 'trust',
    },
};

;// CONCATENATED MODULE: ./.build/src/config/trust/classes.js

/** What a change of each field of the config means; `*` is any name. Adapters say it of their settings in their descriptors. */
const CONFIG_CLASSES = {
    version: 'cosmetic',
    'identities.*.use': 'trust',
    'stores.*.use': 'trust',
    'vendors.*.use': 'trust',
    'workloads.*.roll': 'trust',
    'workloads.*.check': 'gate',
    'workloads.*.holds_key_for': 'gate',
    'keys.*.owner': 'cosmetic',
    'keys.*.environment': 'trust',
    'workloads.*.template': 'trust',
    // Keys and workloads are compared with these put into them.
    workload_defaults: 'trust',
    workload_templates: 'trust',
    defaults: 'trust',
    templates: 'trust',
    'keys.*.template': 'trust',
    'keys.*.criticality': 'gate',
    'keys.*.vendor': 'trust',
    'keys.*.scopes': 'trust',
    'keys.*.secret': 'trust',
    'keys.*.fields': 'trust',
    'keys.*.id_field': 'trust',
    'keys.*.key_id': 'trust',
    'keys.*.used_by': 'gate',
    'keys.*.rotation_frequency': 'gate',
    'keys.*.schedule': 'gate',
    'keys.*.grace_period': 'gate',
    'keys.*.drain_limit': 'gate',
    'keys.*.watch': 'gate',
    ticket: 'trust',
    notify: 'trust',
    journal: 'trust',
    public_journal: 'trust',
    allow_private_hosts: 'trust',
    policy: 'gate',
    limits: 'gate',
};
/** Words that stand in the entry of every adapter. */
const ENTRY_CLASSES = { use: 'trust', identity: 'trust', when: 'gate' };
/** @param path below the entry, such as `create.request` */
function settingClass(kind, use, path) {
    return classIn({ ...ENTRY_CLASSES, ...ADAPTER_CLASSES[`${kind}/${use}`] }, path);
}
/** The class of the field itself, or of the nearest one above it that has one. @param path with `*` for names */
function classIn(classes, path) {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
        if (Object.hasOwn(classes, at))
            return classes[at];
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/src/config/trust/flatten.js


/** Everything outside of `keys:` that decides where values go, who logs in, and what stands before an act. */
function trustOf(config) {
    const { identities, stores, vendors, workloads, policy, limits } = config;
    return new Map([
        ...usesOf('identities', identities),
        ...usesOf('stores', stores),
        ...usesOf('vendors', vendors),
        ...Object.values(workloads).flatMap(({ name, roll, checks, holdsKeyFor }) => [
            ...(roll ? useOf('deployers', `workloads.${name}.roll`, roll) : []),
            ...checks.flatMap((check, index) => useOf('probes', `workloads.${name}.check.${index}`, check)),
            ...leaves(`workloads.${name}.holds_key_for`, (0,tools_time/* spoken */.vg)(holdsKeyFor)),
        ]),
        ...(config.ticket ? useOf('tickets', 'ticket', config.ticket) : []),
        ...config.notify.flatMap((entry, index) => [
            ...useOf('notifiers', `notify.${index}`, entry),
            ...leaves(`notify.${index}.when`, entry.when.join(', ')),
        ]),
        ...useOf('journals', 'journal', config.journal),
        ...leaves('', {
            public_journal: config.publicJournal,
            allow_private_hosts: config.allowPrivateHosts.join(', ') || undefined,
            'policy.max_age': Object.fromEntries(Object.entries(policy.maxAge).map(([criticality, age]) => [criticality, (0,tools_time/* spoken */.vg)(age)])),
            'policy.windows': policy.windows,
            'policy.approve.start': policy.approveStart.join(', ') || undefined,
            limits: { starts_per_tick: limits.startsPerTick, at_once: limits.atOnce },
        }),
    ]);
}
function usesOf(kind, uses) {
    return Object.entries(uses).flatMap(([name, use]) => useOf(kind, `${kind}.${name}`, use));
}
/** Each setting but those that are only to be looked at. */
function useOf(kind, place, { use, identity, settings }) {
    const isShown = (field) => settingClass(kind, use, field) !== 'cosmetic';
    return [
        ...leaves(`${place}.use`, use),
        ...leaves(`${place}.identity`, identity),
        ...leaves('', settings)
            .filter(([field]) => isShown(field))
            .map(([field, value]) => [`${place}.${field}`, value]),
    ];
}
/** An empty text is a value too: as a pointer it means the whole answer. */
function leaves(place, value) {
    if (value === undefined)
        return [];
    if (typeof value === 'string' && value !== '')
        return [[place, value]];
    if (typeof value !== 'object' || value === null)
        return [[place, JSON.stringify(value)]];
    return Object.entries(value).flatMap(([name, inside]) => leaves(place === '' ? name : `${place}.${name}`, inside));
}

// EXTERNAL MODULE: ./.build/src/domain/key.js
var domain_key = __webpack_require__("src/domain/key");
;// CONCATENATED MODULE: ./.build/src/config/trust/shown.js
/** A longer value is shown where it differs. */
const LONGEST = 120;
/** So much that is the same stands before the first difference. */
const BEFORE = 20;
/** `old -> new`; what was not there, or is not there any more, is `nothing`. A long beginning that both share hides no change. */
function change(old, now) {
    const [before, after] = [old ?? 'nothing', now ?? 'nothing'];
    const isLong = before.length > LONGEST || after.length > LONGEST;
    const skipped = isLong && old !== undefined && now !== undefined ? Math.max(0, shared(old, now) - BEFORE) : 0;
    return `${piece(before, skipped)} -> ${piece(after, skipped)}`;
}
function shared(one, other) {
    let at = 0;
    while (at < one.length && one[at] === other[at])
        at += 1;
    return at;
}
function piece(text, from) {
    const rest = text.slice(from);
    const begin = from > 0 ? '…' : '';
    if (rest.length <= LONGEST)
        return `${begin}${rest}`;
    return `${begin}${rest.slice(0, LONGEST)}… (${text.length} characters)`;
}

;// CONCATENATED MODULE: ./.build/src/config/trust/keys.js




const ALIVE = 'STAYS ALIVE at the vendor (to end it: command remove, before the entry goes)';
/** What a change of a key's field means, where it is not plain. */
const NOTES = {
    id_field: 'this field is read as the id of the key, and overwritten with one',
    secret: 'the value there is read, sent to the vendor, and replaced',
};
/** Keys are the same when store, secret and field are, whatever they are called. */
function compareKeys(base, head) {
    const before = byIdentity(base);
    const after = byIdentity(head);
    const added = [...after].filter(([identity]) => !before.has(identity)).map(([, key]) => key);
    const gone = [...before].filter(([identity]) => !after.has(identity)).map(([, key]) => goes(key));
    const both = [...after].flatMap(([identity, key]) => {
        const old = before.get(identity);
        return old ? [{ old, key }] : [];
    });
    return {
        rights: [
            ...both.flatMap(({ old, key }) => rights(old, key)),
            ...added.flatMap((key) => whole(key, own(base, key.name))),
        ],
        entries: [
            ...added.map(comes),
            ...gone,
            ...both.flatMap(({ old, key }) => [...renamed(old, key), ...times(old, key)]),
        ],
    };
}
function byIdentity({ keys }) {
    return new Map(Object.values(keys).map((key) => [(0,domain_key/* keyIdentity */.CP)('', key), key]));
}
const own = ({ keys }, name) => Object.hasOwn(keys, name) ? keys[name] : undefined;
function comes(key) {
    const first = key.frequency === undefined ? 'on its first day' : `before about ${(0,tools_time/* spoken */.vg)(key.frequency)} have passed`;
    return `${key.name} comes: it is adopted, and nothing rotates ${first}`;
}
const goes = (key) => `${key.name} goes: it is no longer managed, and the key ${ALIVE}`;
function renamed(old, key) {
    return old.name === key.name ? [] : [`${key.name} was called ${old.name}; it is the same key`];
}
/** Another secret than before under this name, or a new entry, which is shown from its first field to its last. */
function whole(key, before) {
    return changes(before ? fieldsOf(before) : {}, fieldsOf(key)).map(({ field, text }) => line(key, field, text));
}
function rights(old, key) {
    return changes(fieldsOf(old), fieldsOf(key))
        .filter(({ field }) => isRight(field))
        .map(({ field, text }) => line(key, field, text));
}
function times(old, key) {
    const note = key.grace < old.grace ? ' (open rotations keep the longer one)' : '';
    return changes(fieldsOf(old), fieldsOf(key))
        .filter(({ field }) => !isRight(field))
        .map(({ field, text }) => `${key.name}.${field}: ${text}${field === 'grace_period' ? note : ''}`);
}
function line(key, field, text) {
    const note = NOTES[field];
    return `keys.${key.name}.${field}: ${text}${note === undefined ? '' : ` (${note})`}`;
}
const isRight = (field) => (classIn(CONFIG_CLASSES, `keys.*.${field}`) ?? 'trust') === 'trust';
function changes(before, after) {
    const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return fields
        .filter((field) => before[field] !== after[field])
        .map((field) => ({ field, text: change(before[field], after[field]) }));
}
/** In the words of the config. */
function fieldsOf(key) {
    const time = (duration) => (duration === undefined ? 'none' : (0,tools_time/* spoken */.vg)(duration));
    return {
        vendor: key.vendor,
        environment: key.environment,
        scopes: key.scopes.join(', ') || 'none',
        ...secretOf(key),
        key_id: key.keyId ?? 'none',
        owner: key.owner,
        criticality: key.criticality,
        used_by: key.usedBy.join(', ') || 'nobody',
        rotation_frequency: time(key.frequency),
        schedule: key.schedule ?? 'none',
        grace_period: time(key.grace),
        drain_limit: time(key.drainLimit),
        watch: time(key.watch),
    };
}
function secretOf({ store, secret: { path, fields, idField } }) {
    const parts = Object.entries(fields);
    const [one] = parts;
    const isSingle = parts.length === 1 && one?.[0] === 'value';
    const named = parts.map(([part, field]) => [`fields.${part}`, field]);
    return {
        secret: `${store}:${path}#${isSingle ? one[1] : ''}`,
        ...(isSingle ? {} : Object.fromEntries(named)),
        id_field: idField,
    };
}

;// CONCATENATED MODULE: ./.build/src/config/trust/compare.js




/** What a change of rekey.yml would change in trust and in keys. Nothing is called: both configs are only read. */
function compareTrust(base, head) {
    const before = trustOf(base);
    const after = trustOf(head);
    const places = [...new Set([...before.keys(), ...after.keys()])];
    const changed = places.filter((place) => before.get(place) !== after.get(place));
    const { rights, entries } = compareKeys(base, head);
    const trust = changed.map((place) => changeOf({ place, old: before.get(place), now: after.get(place) }, head));
    return { trust: [...trust, ...rights], keys: entries };
}
function changeOf(it, head) {
    const note = compare_NOTES.find(([pattern]) => pattern.test(it.place))?.[1](it, head) ?? '';
    const text = `${it.place}: ${change(it.old, it.now)}`;
    return note === '' ? text : `${text} (${note})`;
}
/** What a difference at such a place means; the first that fits. */
const compare_NOTES = [
    [/\.use$/, ({ now }) => (now === 'command' ? 'now runs a command' : '')],
    [/^vendors\.[^.]+\.origin$/, ({ place }, head) => sentThere(place.split('.')[1] ?? '', head)],
    [/^vendors\.[^.]+\.admin_key/, () => 'another admin key'],
    [/\.holds_key_for$/, () => 'how long it may hold an old value: no grace period is shorter'],
    [/^identities\./, () => 'logs in as somebody else'],
    [/^stores\./, () => 'keys are read and written elsewhere'],
    [/^journal\./, () => 'the memory of open rotations is elsewhere: finish them first'],
    [/^public_journal$/, ({ now }) => (now === 'true' ? 'owners, ids and failures may become public' : '')],
    [/^policy\.max_age\./, ageNote],
    [/^policy\.approve\./, () => 'who must approve changes'],
];
/** Every value of the vendor travels to its origin. */
function sentThere(vendor, { keys }) {
    const count = Object.values(keys).filter((key) => key.vendor === vendor).length;
    return `${count === 1 ? '1 key' : `${count} keys`} and the admin key would be sent there`;
}
function ageNote({ old, now }) {
    if (now === undefined)
        return 'no limit any more: looser';
    if (old === undefined)
        return 'a limit is new: stricter';
    return (parseAge(now) ?? 0) > (parseAge(old) ?? 0) ? 'looser' : 'stricter';
}
/** `3d 4h`, as durations are shown. */
function parseAge(text) {
    const parts = text.split(' ').map(duration/* parseDuration */.E9);
    return parts.reduce((sum, part) => (sum === undefined || part === undefined ? undefined : sum + part), 0);
}

;// CONCATENATED MODULE: ./.build/src/config/trust/index.js


// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/domain/plan.js
var plan = __webpack_require__("src/domain/plan");
// EXTERNAL MODULE: ./.build/src/report/plan.js + 1 modules
var report_plan = __webpack_require__("src/report/plan");
// EXTERNAL MODULE: ./.build/src/commands/planning.js
var planning = __webpack_require__("src/commands/planning");
// EXTERNAL MODULE: ./.build/src/commands/session.js + 2 modules
var commands_session = __webpack_require__("src/commands/session");
;// CONCATENATED MODULE: ./.build/src/commands/plan.js








/** What a run would do. Logs in nowhere and calls nothing but GitHub, read only, so it may run for anybody. */
async function plan_plan(inputs, catalog, world) {
    const session = await (0,commands_session/* openSession */.f)(inputs.config, catalog, world, false);
    const made = (0,planning/* planFor */.bJ)(session, inputs);
    const changes = inputs.base === undefined ? undefined : await trustChanges(inputs.base, inputs.config, session, catalog);
    world.log.info((0,report_plan/* planText */.Pt)(made, changes));
    await world.output.summary((0,report_plan/* planMarkdown */.Xg)(made, changes));
    const path = `${world.temp}/plan.json`;
    await world.files.write(path, world.values.redact((0,report_plan/* planJson */.iY)(made)));
    world.output.set('plan', path);
    world.output.result({ plan: made, ...(changes && { changes }) });
    world.output.set('matrix', JSON.stringify({ include: jobsOf(made) }));
    world.output.set('status', made.items.some(({ action }) => action === 'refused') ? 'blocked' : 'done');
    return 0;
}
/** One job for each environment in which there is something to do, for `matrix: ${{ fromJSON(…) }}`. */
function jobsOf({ items }) {
    const acting = items.filter(plan/* acts */.Ij);
    const environments = [...new Set(acting.map(({ environment }) => environment))].sort();
    return environments.map((environment) => {
        const here = acting.filter((item) => item.environment === environment);
        return { environment, keys: here.map(({ key }) => key).join(',') };
    });
}
/**
 * What differs in trust between an older config and this one; for a pull request, this one is what it asks for.
 * @param base a file, or a branch, tag or commit of the repository
 */
async function trustChanges(base, path, session, catalog) {
    const { world } = session;
    const text = (await world.files.read(base)) ?? (await atBase(base, path, world));
    const before = await (0,load/* load */.H)(text, `${path} at ${base}`, { catalog });
    return compareTrust(before, await proposed(path, session, catalog));
}
/** What a pull request wants the config to be; elsewhere the config that is in force. */
async function proposed(path, { config, world }, catalog) {
    const { event, ref } = world.run;
    if (event !== 'pull_request')
        return config;
    return (0,load/* load */.H)(await atRef(ref, path, world), `${path} at ${ref}`, { catalog });
}
async function atBase(base, path, world) {
    try {
        return await atRef(base, path, world);
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RekeyError */.Z$) || thrown.kind !== 'gone')
            throw thrown;
        throw new errors/* RekeyError */.Z$('RK1002', `base: ${(0,tools_text/* codeSpan */.SS)(base)} is no file here, and no branch, tag or commit of ${world.run.repository} that has ${(0,tools_text/* codeSpan */.SS)(path)}.`);
    }
}
/** https://docs.github.com/en/rest/repos/contents#get-repository-content */
async function atRef(ref, path, { github, run }) {
    const [owner = '', repo = ''] = run.repository.split('/');
    const { data } = await github.request('GET /repos/{owner}/{repo}/contents/{+path}', { owner, repo, path, ref }, 'contents: read');
    const { content, encoding } = (data ?? {});
    if (typeof content !== 'string' || encoding !== 'base64')
        throw new errors/* RekeyError */.Z$('RK2007', `There is no ${path} at ${ref}.`);
    return Buffer.from(content, 'base64').toString('utf8');
}


/***/ }),

/***/ "src/commands/session":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ ledgerPorts),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./.build/src/commands/compose.js
var compose = __webpack_require__("src/commands/compose");
// EXTERNAL MODULE: ./.build/src/commands/configSource.js
var configSource = __webpack_require__("src/commands/configSource");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/seen.js
var seen = __webpack_require__("src/report/seen");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var report_phrase = __webpack_require__("src/report/phrase");
;// CONCATENATED MODULE: ./.build/src/report/log.js




const LONG = 300;
/**
 * One fact as one line of a log, or undefined when there is nothing to tell. `before`: the fact told last, so that a wait
 * that only continues is not told again.
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
            return (0,report_phrase/* say */.cv) `${(0,report_phrase/* own */.ZV)(fact.how === 'not observed' ? '○' : '✓')} ${rowText(fact.row)}  ${(0,report_phrase/* own */.ZV)(fact.how)}  ${(0,seen/* seen */.c)(stepOf(fact.row), fact.data)}`;
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
                ? (0,report_phrase/* say */.cv) `claimed: ${(0,report_phrase/* own */.ZV)(fact.kind)}${rankOf(fact)}, until ${(0,report_phrase/* own */.ZV)((0,moment/* moment */.n$)(fact.end))}`
                : (0,report_phrase/* say */.cv) `taken over from ${fact.takenFrom}: ${(0,report_phrase/* own */.ZV)(fact.kind)}${rankOf(fact)}`;
        case 'release':
            return undefined;
        case 'turn':
            return (0,report_phrase/* say */.cv) `↩ ${(0,report_phrase/* own */.ZV)(fact.to)}: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'condemn':
            return (0,report_phrase/* say */.cv) `† ${fact.credential} never becomes current again: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'blocked':
            return (0,report_phrase/* say */.cv) `■ blocked, ${(0,report_phrase/* own */.ZV)(fact.code)}: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'hold':
            return (0,report_phrase/* say */.cv) `■ on hold by ${fact.actor}${reasonOf(fact)}`;
        case 'unhold':
            return (0,report_phrase/* say */.cv) `▶ released by ${fact.actor}${reasonOf(fact)}`;
        case 'warning':
            return (0,report_phrase/* say */.cv) `! ${(0,report_phrase/* foreign */.V$)(fact.message, LONG)}`;
        case 'closed':
            return (0,report_phrase/* say */.cv) `■ ${(0,report_phrase/* own */.ZV)(fact.outcome)}`;
    }
}
/** The lowest is that of every order, whoever gave it. */
const rankOf = ({ rank }) => (0,report_phrase/* own */.ZV)(rank === 'scheduled' ? '' : `, ${rank}`);
const reasonOf = ({ reason }) => reason === '' ? (0,report_phrase/* own */.ZV)('') : (0,report_phrase/* say */.cv) `: ${(0,report_phrase/* foreign */.V$)(reason, LONG)}`;
const stepOf = (row) => (0,rowId/* rowParts */.V1)(row)?.step ?? 'close';
function waitText(fact) {
    const person = fact.person === undefined ? (0,report_phrase/* own */.ZV)('') : (0,report_phrase/* say */.cv) `; to do: ${(0,report_phrase/* foreign */.V$)(fact.person, LONG)}`;
    return (0,report_phrase/* say */.cv) `… ${rowText(fact.row)}  until ${(0,report_phrase/* own */.ZV)((0,moment/* moment */.n$)(fact.until))}: ${(0,report_phrase/* foreign */.V$)(fact.reason, LONG)}${person}`;
}
function sameWait(one, other) {
    return one.row === other.row && one.reason === other.reason && (0,moment/* moment */.n$)(one.until) === (0,moment/* moment */.n$)(other.until);
}
function rowText(row) {
    const parts = (0,rowId/* rowParts */.V1)(row);
    if (!parts)
        return (0,report_phrase/* foreign */.V$)(row);
    const name = parts.pass === 'forward' ? parts.step : `${parts.pass} ${parts.step}`;
    return parts.unit === undefined ? (0,report_phrase/* own */.ZV)(name) : (0,report_phrase/* say */.cv) `${(0,report_phrase/* own */.ZV)(name)} ${parts.unit}`;
}

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

/***/ "src/lifecycle/entry":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ differences),
/* harmony export */   y: () => (/* binding */ mustBeTheEntry)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/** What decides where a rotation reads, writes and sends; a name decides none of it, so a rename continues. */
const PLACES = [
    ['vendor', ({ vendor }) => vendor],
    ['store', ({ store }) => store],
    ['path', ({ secret }) => secret.path],
    ['fields', ({ secret }) => fieldsOf(secret.fields)],
    ['id_field', ({ secret }) => secret.idField],
];
const fieldsOf = (fields) => Object.entries(fields)
    .map((pair) => pair.join(': '))
    .sort()
    .join(', ');
/** Where the snapshot of an open rotation and today's entry differ; empty: they are about the same secret. */
function differences(snapshot, entry) {
    return PLACES.filter(([, of]) => of(snapshot) !== of(entry)).map(([what, of]) => `${what} ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(of(snapshot))} there, ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(of(entry))} here`);
}
/**
 * Either somebody forged the journal, or the entry was changed while its rotation was open: nobody can tell which. RK7016, before
 * any call.
 */
function mustBeTheEntry(snapshot, entry) {
    const found = differences(snapshot, entry);
    if (found.length === 0)
        return;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7016', `${entry.name}: the open rotation in the journal is not about the secret of the config: ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .sentenceList */ .MT)(found)}. Nothing was called.`);
}


/***/ }),

/***/ "src/report/markdown":
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
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;


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


/***/ }),

/***/ "src/report/seen":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ named),
/* harmony export */   c: () => (/* binding */ seen)
/* harmony export */ });
/* harmony import */ var _domain_steps__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/steps");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/moment");
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/phrase");




const LONG = 240;
const uses = (_step, names) => names;
const TELLERS = {
    preflight: {
        uses: uses('preflight', ['baseline']),
        tell: ({ baseline }) => [
            baseline === 'not needed' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('no health was asked for') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `before it began: ${long(baseline)}`,
        ],
    },
    claim: {
        uses: uses('claim', [
            'base',
            'unannotated',
            'old',
            'oldId',
            'oldHow',
            'currentBefore',
            'ticket',
            'ticketUrl',
        ]),
        tell: (data) => [
            inUse(data['old'], data['oldId'], data['oldHow']),
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the store was at version ${short(data['base'])}`,
            given(data['unannotated'], (was) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `its id was written beside the value of version ${was}`),
            data['currentBefore'] === data['oldId']
                ? undefined
                : given(data['currentBefore'], (was) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the journal had ${was} as the key in use`),
            given(data['ticket'], (number) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `ticket ${number}`),
        ],
    },
    adopt: {
        uses: uses('adopt', ['id', 'how']),
        tell: ({ id, how }) => [inUse('present', id, how)],
    },
    create: {
        uses: uses('create', ['id', 'label', 'staged', 'expires']),
        tell: ({ id, label, staged, expires }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${short(id)} was made with the label ${short(label)}`,
            staged === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('it could not be staged') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `staged as version ${short(staged)}`,
            given(expires, (at) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the vendor ends it at ${at}`),
        ],
    },
    verify: {
        uses: uses('verify', ['accepted', 'old']),
        tell: ({ accepted, old }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `accepted ${count(accepted)}`,
            old === undefined ? undefined : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('the key in use was accepted as well'),
        ],
    },
    promote: {
        uses: uses('promote', ['version', 'previous', 'id']),
        tell: ({ version, previous, id }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `version ${short(version)} was made current${given(id, (key) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, with ${key}`) ?? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('')}`,
            given(previous, (was) => was === '0' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing was there before') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `version ${was} was current before`),
        ],
    },
    fence: {
        uses: uses('fence', ['version']),
        tell: ({ version }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `version ${short(version)}: no switch prepared before it can succeed any more`,
        ],
    },
    deploy: {
        uses: uses('deploy', ['rollout', 'url', 'refused']),
        tell: ({ rollout, url, refused }) => [
            refused === true
                ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('its rollout was refused, as the one before was, so it was left as it is')
                : rollout === undefined
                    ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing to roll')
                    : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `rollout ${short(rollout)}`,
            given(url, (where) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${where}`),
        ],
    },
    check: {
        uses: uses('check', ['passes', 'sentence', 'keyId']),
        tell: ({ passes, sentence, keyId }) => [
            sentence === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('there is no check') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${long(sentence)}`,
            passes === 0 ? undefined : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `passed ${count(passes)} in a row`,
            given(keyId, (id) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `it says that it uses ${id}`),
        ],
    },
    drain: { uses: uses('drain', ['silent', 'lastUsed', 'until']), tell: drained },
    condemn: {
        uses: uses('condemn', ['id', 'accepted']),
        tell: ({ id, accepted }) => [
            id === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('its id is not known') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${short(id)} never becomes current again`,
            accepted === true ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('it was accepted right before') : undefined,
        ],
    },
    disable: {
        uses: uses('disable', ['checked']),
        tell: ({ checked }) => [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `switched off and watched, with ${count(checked, 'workload')} looked at`],
    },
    revoke: { uses: uses('revoke', ['id']), tell: ({ id }) => [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `deleted at the vendor: ${short(id)}`] },
    sweep: {
        uses: uses('sweep', ['id']),
        tell: ({ id }) => [
            id === undefined
                ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing was left behind')
                : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `deleted at the vendor, because its value was lost: ${short(id)}`,
        ],
    },
    prove: { uses: uses('prove', ['refused', 'control', 'grade']), tell: proved },
    free: {
        uses: uses('free', ['destroyed']),
        tell: ({ destroyed }) => {
            const versions = Array.isArray(destroyed) ? destroyed.map(short) : [];
            return [
                versions.length === 0
                    ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('no old version was destroyed')
                    : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `destroyed: version ${versions.join(', ')}`,
            ];
        },
    },
    close: { uses: uses('close', ['outcome']), tell: ({ outcome }) => [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `ended as ${short(outcome)}`] },
};
/** What a row has left, as a sentence. */
function seen(step, data) {
    // A journal may name a step that there is not.
    const teller = (0,_domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .isStep */ .Vf)(step) ? TELLERS[step] : undefined;
    // A gate that failed, or an intent without an end, holds something else.
    if (!teller?.uses.some((name) => data[name] !== undefined))
        return named(data);
    const told = teller.tell(data).filter((part) => part !== undefined);
    const rest = named(data, teller.uses);
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .join */ .fj)(rest.length === 0 ? told : [...told, rest], '; ');
}
/** Names and values, in the order of the names: for what claims nothing. */
function named(data, without = []) {
    const left = Object.entries(data).filter(([name]) => !without.includes(name));
    const pairs = left
        .sort(([one], [other]) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .al)(one, other))
        .map(([name, value]) => `${name} ${short(value)}`);
    return pairs.length === 0 ? [] : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(pairs.join(', '), LONG);
}
function inUse(old, oldId, oldHow) {
    if (old === 'absent')
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('there was no key yet');
    if (oldId === undefined)
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('the id of the key in use is not known');
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the key in use is ${short(oldId)} (${short(oldHow)})`;
}
function drained({ silent, lastUsed, until }) {
    const grace = typeof until === 'string' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the grace period ended at ${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(until))}` : undefined;
    if (silent !== 'observed')
        return [grace, (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('whether the key is still used could not be seen')];
    return [
        grace,
        typeof lastUsed === 'string'
            ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the key is silent, and was last used at ${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(lastUsed))}`
            : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('the key is silent'),
    ];
}
function proved({ refused, control, grade }) {
    if (grade === 'gone from list')
        return [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)("it is gone from the vendor's complete list; that its value is refused was not seen")];
    const between = control === 0 ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, the key in use accepted ${count(control)} in between`;
    return [
        (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `refused ${count(refused)}${between}`,
        grade === 'refused' ? undefined : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('that proves no death'),
    ];
}
const short = (value) => typeof value === 'string' ? value : value === undefined ? 'unknown' : JSON.stringify(value);
const long = (value) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(short(value), LONG);
/** `3 times`, `once`; `2 workloads` */
function count(value, what = 'time') {
    if (typeof value !== 'number')
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(short(value));
    if (what === 'time' && value === 1)
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('once');
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(`${value} ${what}${value === 1 ? '' : 's'}`);
}
const given = (value, tell) => value === undefined ? undefined : tell(short(value));


/***/ })

};
;
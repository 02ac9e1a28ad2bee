"use strict";
exports.id = "commands-doctor";
exports.ids = ["commands-doctor"];
exports.modules = {

/***/ "src/commands/doctor/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./.build/src/config/selector.js
var selector = __webpack_require__("src/config/selector");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/key.js
var domain_key = __webpack_require__("src/domain/key");
// EXTERNAL MODULE: ./.build/src/commands/compose.js
var compose = __webpack_require__("src/commands/compose");
// EXTERNAL MODULE: ./.build/src/commands/configSource.js
var configSource = __webpack_require__("src/commands/configSource");
// EXTERNAL MODULE: ./.build/src/commands/mayAct.js
var mayAct = __webpack_require__("src/commands/mayAct");
;// CONCATENATED MODULE: ./.build/src/commands/doctor/finding.js

/** Looks, and turns whatever goes wrong into a finding with its next step. */
async function look(about, body, of) {
    try {
        const seen = await body();
        if (typeof seen === 'string')
            return { about, ok: true, says: seen, ...(of && { of }) };
        return { about, ok: true, says: seen.says, ...(of && { of: { ...of, alike: seen.alike } }) };
    }
    catch (thrown) {
        return { about, ok: false, says: (0,errors/* asRekeyError */.fq)(thrown).line, ...(of && { of }) };
    }
}
function findingLine({ about, ok, says }) {
    return `${markOf(ok, says)} ${about}${says === '' ? '' : `: ${says}`}`;
}
/** What was not tried proves nothing, so it has no tick. */
const markOf = (ok, says) => (!ok ? '✗' : isUntried({ ok, says }) ? '–' : '✓');
const isUntried = ({ ok, says }) => ok && says.startsWith('not tried');
/** The last line: `312 checks: 304 ok, 4 need you, 4 not tried` */
function countLine(findings) {
    const bad = findings.filter(({ ok }) => !ok).length;
    const untried = findings.filter(isUntried).length;
    const good = findings.length - bad - untried;
    return `${findings.length} checks: ${good} ok, ${bad} need you, ${untried} not tried`;
}

// EXTERNAL MODULE: ./.build/src/domain/credential.js
var credential = __webpack_require__("src/domain/credential");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/domain/travel.js
var travel = __webpack_require__("src/domain/travel");
// EXTERNAL MODULE: ./.build/src/lifecycle/idRule.js
var idRule = __webpack_require__("src/lifecycle/idRule");
// EXTERNAL MODULE: ./.build/src/lifecycle/inList.js
var inList = __webpack_require__("src/lifecycle/inList");
// EXTERNAL MODULE: ./.build/src/lifecycle/sendable.js
var sendable = __webpack_require__("src/lifecycle/sendable");
// EXTERNAL MODULE: ./.build/src/lifecycle/retention.js
var retention = __webpack_require__("src/lifecycle/retention");
// EXTERNAL MODULE: ./.build/src/lifecycle/meant.js
var meant = __webpack_require__("src/lifecycle/meant");
;// CONCATENATED MODULE: ./.build/src/commands/doctor/keys.js











/** What a rotation of one key would read of store and vendor. */
async function checkKey(key, parts, isKnown) {
    const of = (what) => ({ kind: 'keys', name: key.name, what, own: [key.secret.path, key.name] });
    return [
        await look(`${key.name}, store`, () => readStore(key, parts, isKnown), of('store')),
        await look(`${key.name}, vendor`, () => askVendor(key, parts, isKnown), of('vendor')),
    ];
}
/** Before a first key its secret need not be there; one whose key the journal knows must be. */
async function currentOf({ secret }, store, isKnown) {
    try {
        return await store.current(secret);
    }
    catch (thrown) {
        if (isKnown || !(thrown instanceof errors/* RekeyError */.Z$) || thrown.code !== 'RK4002')
            throw thrown;
        return { version: '0', created: (0,time/* instant */.uR)(0) };
    }
}
async function readStore(key, parts, isKnown) {
    const store = await parts.store(key.store);
    const current = await currentOf(key, store, isKnown);
    if (!current.parts)
        await (0,meant/* mustBeMeant */.C)(key, store);
    else
        (0,sendable/* mustBeSendable */.x)(key.secret, current.parts);
    const history = await store.history(key.secret);
    const { keeps } = store.capabilities;
    (0,retention/* mustOutlive */.U)(key.secret.path, history, keeps, { grace: key.grace, drainLimit: key.drainLimit });
    const rights = await mayWrite(store, key, current.version);
    const { versions } = history;
    const holder = (await store.slot(key.secret))?.reservation.rotation;
    const held = holder === undefined ? '' : `; its staging slot is held by rotation ${holder}`;
    const kept = versions === undefined ? '' : `, keeps ${versions} versions`;
    if (current.version === '0')
        return notThere(key, rights);
    const has = current.parts ? 'a key' : 'no key yet';
    return {
        says: `${key.secret.path} has ${has} in version ${current.version}${kept}${held}; ${rights}`,
        alike: `the secret has ${has}${kept}${held}; ${rights}`,
    };
}
/** A legal start, and just as well a path with a mistake in it. */
function notThere({ name, secret: { path } }, rights) {
    const next = `right before a first key, which rotate with keys: ${name} and now makes; if a key is in use already, correct the path`;
    return {
        says: `not tried: ${path} is not in the store (${next}); ${rights}`,
        alike: `not tried: the secret is not in the store (${next}); ${rights}`,
    };
}
/** A rotation that is refused its first write has held everybody up for nothing. */
async function mayWrite(store, { secret }, version) {
    const lacking = await store.lackingRights?.(secret, version);
    if (!lacking)
        return 'rights to write not tried';
    if (lacking.length === 0)
        return 'it may be written';
    throw new errors/* RekeyError */.Z$('RK4001', `The session may not do all that a rotation of ${secret.path} does.`, {
        next: `Add to the policy of the role: ${lacking.join(' · ')}`,
    });
}
async function askVendor(key, parts, isKnown) {
    const [vendor, store] = await Promise.all([parts.vendor(key.vendor), parts.store(key.store)]);
    const current = await currentOf(key, store, isKnown);
    (0,travel/* mustBeAllowed */.D)(key.secret.path, vendor.origins, current.allowedOrigins);
    const { credentials, complete } = await vendor.list();
    const listed = `${credentials.length} keys${complete ? '' : ' and more'}`;
    if (!current.parts)
        return `${listed}; a first key would be made`;
    const values = (0,credential/* bindParts */.c)(current.parts, vendor.origins);
    const verdict = await vendor.verify(values);
    if (verdict.answer === 'unknown')
        throw new errors/* RekeyError */.Z$('RK5006', `The vendor does not say whether it accepts the key in ${key.secret.path}: ${verdict.why}.`, { next: `Compare verify of vendors.${key.vendor} (accepted, refused) with what the vendor answers.` });
    if (verdict.answer === 'refused')
        throw new errors/* RekeyError */.Z$('RK5011', `The vendor does not accept the key in ${key.secret.path}: status ${verdict.status}.`, {
            next: `Check the value, and how it is sent: key_header and verify of vendors.${key.vendor}. Where both are right consumers may be failing already; look at the vendor now.`,
        });
    const know = {
        entry: key,
        vendor,
        values: parts.values,
        currentId: undefined,
        learnSecrets: () => parts.learnSecrets(key.vendor),
        isListed: (id) => Promise.resolve(credentials.some((one) => one.id === id)),
        heldByOthers: (text) => Promise.resolve(current.heldByOthers?.(text) === true),
    };
    if (key.keyId !== undefined)
        await (0,idRule/* mustBeId */.Yh)(know, key.keyId, 'key_id', values);
    const told = await (0,idRule/* toldId */.fz)(know, values);
    const beside = await (0,idRule/* idBeside */.m3)(know, current, told);
    mustTell(key, vendor, told, beside ?? key.keyId);
    const id = beside ?? told ?? key.keyId;
    if (id === undefined) {
        throw new errors/* RekeyError */.Z$('RK5003', `${key.name}: nobody can tell the id of the key in use, so the first rotation would leave it alive.`);
    }
    if (!(0,inList/* isIn */.S1)({ credentials }, id))
        throw (0,inList/* notListed */.NL)(key.name, id);
    return {
        says: `${listed}; the key in use is ${id} and is accepted`,
        alike: `${listed}; the key in use is among them and is accepted`,
    };
}
/** A vendor that is described as one that tells must tell, and the same as is known otherwise: later it decides which key dies. */
function mustTell(key, { capabilities }, told, known) {
    // No piece of a key of another form is its id, and then it is known otherwise.
    if (told === undefined && known !== undefined && capabilities.idInValue === true)
        return;
    if (!capabilities.identify || (told !== undefined && (known === undefined || known === told)))
        return;
    const is = told === undefined ? 'gives no id for it' : `says that it is ${(0,tools_text/* codeSpan */.SS)(told)}`;
    const other = known === undefined ? '' : `, and the id beside the value or in key_id is ${(0,tools_text/* codeSpan */.SS)(known)}`;
    throw new errors/* RekeyError */.Z$('RK5003', `${key.name}: asked who the key in use is, the vendor ${key.vendor} ${is}${other}.`, {
        next: `Compare how the id is found (whoami, id_in_value or id_part of vendors.${key.vendor}) with an answer of the vendor; ${known === undefined ? 'or put the id beside the value.' : 'if the vendor is right, correct the id beside the value.'}`,
    });
}

;// CONCATENATED MODULE: ./.build/src/commands/doctor/workloads.js


/** So many are looked at at the same time. */
const AT_ONCE = 10;
/** Health and deploy of each workload that the keys are used by: each once, and a page that several share once as well. */
async function checkWorkloads(config, keys, parts) {
    const names = [...new Set(keys.flatMap(({ usedBy }) => usedBy))];
    const pages = new Map();
    const findings = [];
    for (let at = 0; at < names.length; at += AT_ONCE) {
        const some = names.slice(at, at + AT_ONCE).map(async (name) => {
            const users = keys.filter(({ usedBy }) => usedBy.includes(name));
            const opened = parts.workload(name);
            const healthy = await look(`workload ${name}`, async () => health(await opened, config, pages), one(name, 'health'));
            return [healthy, ...(await deploys(name, users, opened, config))];
        });
        findings.push(...(await Promise.all(some)).flat());
    }
    return findings;
}
const one = (name, what) => ({ kind: 'workloads', name, what, own: [name] });
async function health(workload, config, pages) {
    const { name = '', probes = [] } = workload ?? {};
    const checks = config.workloads[name]?.checks ?? [];
    const ask = (probe, at) => {
        const { use, settings } = checks[at] ?? {};
        const page = JSON.stringify([use, settings]);
        const asked = pages.get(page) ?? probe.check();
        pages.set(page, asked);
        return asked;
    };
    const readings = await Promise.all(probes.map(ask));
    const bad = readings.find(({ verdict }) => verdict !== 'pass');
    if (bad)
        throw new errors/* RekeyError */.Z$('RK6005', `${name} is not healthy: ${bad.sentence}.`);
    return readings.map(({ sentence }) => sentence).join('; ') || 'not tried: no check is configured';
}
/** One finding, or one for each text where the inputs differ by key. */
async function deploys(name, users, opened, config) {
    if (!config.workloads[name]?.roll)
        return [];
    const asked = async (key) => {
        const deployer = (await opened)?.deployer;
        return ((await deployer?.mustBeReady?.({ key, workload: name })) ??
            'not tried: it cannot be asked without rolling');
    };
    const found = new Map();
    for (const { name: key } of users) {
        const finding = await look(`workload ${name}, deploy`, () => asked(key), one(name, 'deploy'));
        if (!found.has(finding.says))
            found.set(finding.says, finding);
    }
    return [...found.values()];
}

;// CONCATENATED MODULE: ./.build/src/commands/doctor/checks.js




/** Logs in everywhere, reads everything that a rotation would read, changes nothing. */
async function checkParts(config, parts, { selected, isKnown }) {
    const findings = [];
    for (const name of Object.keys(config.identities)) {
        const right = await look(`identity ${name}`, () => login(parts, name));
        const wrong = () => right.ok ? mustRefuse(parts, name) : Promise.resolve('not tried: the right audience is refused too');
        findings.push(right, await look(`identity ${name}, asked with a wrong audience`, wrong));
    }
    if (config.ticket)
        findings.push(await look('ticket', () => ticketIsOn(parts)));
    const keys = Object.values(config.keys).filter(({ name }) => selected?.has(name) ?? true);
    for (const key of keys)
        findings.push(...(await checkKey(key, parts, isKnown(key))));
    for (const name of new Set(keys.map(({ vendor }) => vendor)))
        findings.push(await look(`vendor ${name}, create and revoke`, () => Promise.resolve(UNTRIED)));
    return [...findings, ...(await checkWorkloads(config, keys, parts))];
}
const UNTRIED = 'not tried: only rehearse or a rotation makes and ends a key; until then nobody knows that these calls, and the pointers to id and value of a new key, fit';
async function login(parts, name) {
    const identity = await parts.identity(name);
    const session = await identity.session();
    return `logged in at ${session.origin} as ${identity.subject()['sub'] ?? 'a laptop'}, until ${session.expires}`;
}
async function ticketIsOn(parts) {
    const ticket = await parts.ticket();
    if (!ticket?.mustBeOn)
        return 'not tried';
    await ticket.mustBeOn();
    return 'tickets are switched on';
}
/** A role that takes any audience takes tokens that were made for somebody else. */
async function mustRefuse(parts, name) {
    try {
        const identity = await parts.wrongAudience(name);
        if (!identity)
            return 'not tried: no token is made for an audience here';
        await identity.session();
    }
    catch (thrown) {
        if (thrown instanceof errors/* RekeyError */.Z$ && thrown.kind === 'denied')
            return 'refused, as it must be';
        throw thrown;
    }
    throw new errors/* RekeyError */.Z$('RK3003', `The role behind ${name} accepts a token that was made for another audience.`, {
        next: 'Set bound_audiences of the role to exactly the audience of the config.',
    });
}

;// CONCATENATED MODULE: ./.build/src/commands/doctor/permissions.js
/** The adapters that a config uses, each once. */
async function descriptorsOf(config, catalog) {
    const uses = [
        ['identities', Object.values(config.identities)],
        ['stores', Object.values(config.stores)],
        ['vendors', Object.values(config.vendors)],
        ['deployers', Object.values(config.workloads).flatMap(({ roll }) => (roll ? [roll] : []))],
        ['probes', Object.values(config.workloads).flatMap(({ checks }) => checks)],
        ['tickets', config.ticket ? [config.ticket] : []],
        ['notifiers', config.notify],
        ['journals', [config.journal]],
    ];
    const found = new Map();
    for (const [kind, some] of uses) {
        for (const { use } of some) {
            const adapter = await catalog[kind][use]?.();
            if (adapter)
                found.set(`${kind}/${use}`, adapter.descriptor);
        }
    }
    return [...found.values()];
}
/** The exact `permissions:` block that a job needs for this config. */
function permissionsBlock(config, descriptors) {
    const needed = new Map();
    const need = (permission, access, why) => {
        const known = needed.get(permission);
        needed.set(permission, {
            access: known?.access === 'write' ? 'write' : access,
            why: [...(known?.why ?? []), why],
        });
    };
    if (Object.keys(config.identities).length > 0)
        need('id-token', 'write', 'proves to the identity who this job is');
    need('contents', 'read', 'reads the config');
    need('actions', 'read', 'is the owner of a claim over?');
    for (const { id, github = {} } of descriptors) {
        for (const [permission, access] of Object.entries(github))
            need(permission, access, id);
    }
    const lines = [...needed].map(([name, { access, why }]) => `  ${name}: ${access}  # ${[...new Set(why)].join(', ')}`);
    return ['permissions:', ...lines].join('\n');
}

// EXTERNAL MODULE: ./.build/src/config/reference.js
var config_reference = __webpack_require__("src/config/reference");
;// CONCATENATED MODULE: ./.build/src/commands/doctor/policy.js

/** The policies of the stores for exactly this config: one for each store and environment, because a job of one reads no secrets of another. */
async function policyBlocks(config, parts) {
    const stores = Object.keys(config.stores);
    const wholes = stores.filter((name) => config.stores[name]?.whole === true);
    const keys = Object.values(config.keys);
    const blocks = [];
    for (const name of stores) {
        for (const environment of new Set(keys.map((key) => key.environment))) {
            const chosen = keys.filter((key) => key.environment === environment);
            const references = await Promise.all([...new Set(chosen.map(({ vendor }) => vendor))].map((vendor) => parts.referencesOf(vendor)));
            const reads = references.flat().flatMap((text) => {
                const reference = (0,config_reference/* parseReference */.F)(text, stores, wholes);
                return reference?.store === name ? [reference.path] : [];
            });
            const refs = chosen.filter(({ store }) => store === name).map(({ secret }) => secret);
            if (refs.length + reads.length === 0)
                continue;
            const lines = (await parts.store(name)).policy?.(refs, reads) ?? [];
            if (lines.length > 0)
                blocks.push(`Policy of ${name} for environment ${environment}:\n${lines.join('\n')}`);
        }
    }
    return blocks;
}

;// CONCATENATED MODULE: ./.build/src/commands/doctor/roles.js
/**
 * The role of each identity for exactly this config: one for each environment that keys are in, so that a job of one cannot read
 * the secrets of another.
 */
async function roleBlocks(config, parts, { repositoryId, defaultBranch }) {
    const environments = [...new Set(Object.values(config.keys).map(({ environment }) => environment))];
    const isKnown = /^\d+$/.test(repositoryId);
    const branch = defaultBranch === '' ? 'main' : defaultBranch;
    const blocks = [];
    for (const name of Object.keys(config.identities)) {
        const identity = await parts.identity(name);
        for (const environment of environments) {
            const lines = identity.role?.({
                repositoryId: isKnown ? repositoryId : 'ID',
                environment,
                ref: `refs/heads/${branch}`,
            });
            if (lines)
                blocks.push(`Role of ${name} for environment ${environment}:\n${lines.join('\n')}`);
        }
    }
    return environments.length > 1 && blocks.length > 0 ? [...blocks, SEPARATE] : blocks;
}
const SEPARATE = 'Each environment has a role of its own: give each a name, and each its own config file with that name, or the last one written counts for all.';

// EXTERNAL MODULE: ./.build/src/runtime/version.js
var version = __webpack_require__("src/runtime/version");
;// CONCATENATED MODULE: ./.build/src/commands/doctor/workflowFile.js
/** The workflow to paste. README and docs/examples have the same text, for `npm run generate` copies it there. */
const WORKFLOW_FILE = `# .github/workflows/rekey.yml
name: rekey
on:
  schedule:
    - cron: '17 * * * *' # a tick: finishes what waits, starts what is due; with nothing due it is over in seconds
  workflow_dispatch:
    inputs:
      command:
        type: choice
        default: plan
        options: [plan, doctor, rotate, rehearse, rollback, abandon, remove, hold, release, report]
      keys: { description: 'names from rekey.yml, comma separated' }
      now: { type: boolean, description: 'rotate although it is not due' }
      init: { type: boolean, description: 'with doctor: make the empty journal' }
      reason: { description: 'goes on the ticket; never paste a key' }
permissions: {}
jobs:
  rekey:
    name: Rekey
    runs-on: ubuntu-24.04
    environment: production # of the keys; only the default branch may use it, and Vault's role names it
    timeout-minutes: 60
    concurrency: # courtesy: ticks do not pile up, and people are never queued behind them
      group: rekey-production-\${{ github.event_name == 'schedule' && 'tick' || github.run_id }}
    permissions:
      id-token: write # proves to Vault who this job is
      contents: write # reads rekey.yml, appends to the journal branch
      issues: write # the change ticket
      actions: write # starts deploy workflows; asks whether an older run is over
    steps:
      - uses: OWNER/rekey@COMMIT # pin a release by its full commit
        with:
          command: \${{ inputs.command || 'rotate' }}
          keys: \${{ inputs.keys }}
          now: \${{ inputs.now || false }}
          init: \${{ inputs.init || false }}
          reason: \${{ inputs.reason }}
`;

;// CONCATENATED MODULE: ./.build/src/commands/doctor/starter.js


/** What a newcomer pastes: made to be read, filled in and reviewed. */
function starterFiles({ repositoryId, url }) {
    const known = /^\d+$/.test(repositoryId);
    return [CONFIG, WORKFLOW, vaultRole(known ? repositoryId : 'ID', issuerOf(url)), fillIn(known)].join('\n\n');
}
const fillIn = (idIsKnown) => [
    '--- To fill in ---------------------------------------------------------',
    'OWNER/rekey@COMMIT  where you use Rekey from: the owner of its repository or of your fork, and the full commit of a release',
    ...(idIsKnown
        ? []
        : ['ID                  of the repository that holds rekey.yml: gh api repos/{owner}/{repo} --jq .id']),
    '*.example.com       your Vault, your vendor, the health pages of your services; and the names of keys, services and teams',
].join('\n');
/** Editors check the file with it. The example in docs/examples begins with the same line; a test compares them. */
const SCHEMA_LINE = `# yaml-language-server: $schema=https://raw.githubusercontent.com/OWNER/rekey/v${version/* VERSION */.x}/docs/rekey.schema.json`;
const WORKFLOW = `--- .github/workflows/rekey.yml ---------------------------------------
${WORKFLOW_FILE.trimEnd()}`;
const CONFIG = `--- .github/rekey.yml -------------------------------------------------
${SCHEMA_LINE}
version: 1
identities:
  vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey-production }
stores:
  vault: { use: vault-kv2, mount: secret }
vendors:
  gateway:
    use: http
    origin: https://gateway.example.com
    admin_key: vault:admin/gateway#token
    key_header: x-api-key
    create: { request: POST /admin/keys, body: { name: "{label}", scopes: "{scopes}" }, id: /id, value: /key }
    list:   { request: GET /admin/keys, items: /keys, id: /id, label: /name, created: /created_at }
    whoami: { request: GET /v1/me, id: /key_id }
    verify: { request: GET /v1/ping, accepted: 200, refused: 401 }
    revoke: { request: "DELETE /admin/keys/{id}", gone: 404 }
workloads:
  payment-service:
    roll: { use: github-workflow, workflow: deploy.yml }
    check: { use: http, url: "https://health.example.com/payments" }
    holds_key_for: 15m
keys:
  gateway-prod:
    owner: team-payments
    environment: production
    criticality: medium
    vendor: gateway
    scopes: [charge.read]
    secret: vault:prod/gateway#api_key
    used_by: [payment-service]
    rotation_frequency: 90d
    grace_period: 24h
ticket: { use: github-issue, labels: [rotation] }`;
/**
 * Who signs the tokens of jobs on this server. https://docs.github.com/en/actions/reference/security/oidc
 * @param url of the run; on a laptop it names no server, and GitHub.com is meant
 */
function issuerOf(url) {
    const { host } = new URL(/^https:/.test(url) ? url : 'https://github.com');
    if (host === 'github.com')
        return 'https://token.actions.githubusercontent.com';
    return host.endsWith('.ghe.com') ? `https://token.actions.${host}` : `https://${host}/_services/token`;
}
const vaultRole = (id, issuer) => `--- Vault: login, role and policy -------------------------------------
vault auth enable jwt
vault write auth/jwt/config oidc_discovery_url=${issuer} \\
  bound_issuer=${issuer}
vault write auth/jwt/role/rekey-production - <<'JSON'
{ "role_type": "jwt", "user_claim": "sub",
  "bound_audiences": ["https://vault.example.com"],
  "bound_claims": { "repository_id": "${id}", "environment": "production", "ref": "refs/heads/main" },
  "token_policies": ["rekey-production"], "token_ttl": "20m", "token_max_ttl": "1h" }
JSON
vault policy write rekey-production - <<'HCL'
path "secret/data/prod/gateway"            { capabilities = ["read", "create", "update", "patch"] }
path "secret/data/prod/gateway.rekey.*"    { capabilities = ["read", "create", "update", "patch"] }
path "secret/metadata/prod/gateway"        { capabilities = ["read"] }
path "secret/destroy/prod/gateway"         { capabilities = ["update"] }
path "secret/destroy/prod/gateway.rekey.*" { capabilities = ["update"] }
path "secret/config"                       { capabilities = ["read"] }
path "secret/data/admin/gateway"           { capabilities = ["read"] }
HCL`;
/** The same for docs/examples: ID is the id of the repository that holds rekey.yml. @internal for src/dev, which knip does not see. */
const VAULT_ROLE = (/* unused pure expression or super */ null && (`# ID: gh api repos/{owner}/{repo} --jq .id
${vaultRole('ID', issuerOf('')).split('\n').slice(1).join('\n')}
`));

;// CONCATENATED MODULE: ./.build/src/commands/doctor/laptopFile.js

/** The config to try Rekey with on a laptop. README has the same text, for `npm run generate` copies it there. */
const LAPTOP_FILE = `version: 1
identities:
  vault: { use: vault-jwt, address: 'http://127.0.0.1:8200', role: unused } # here VAULT_TOKEN is the login
stores:
  vault: { use: vault-kv2, mount: secret }
vendors:
  gateway:
    use: http
    origin: http://127.0.0.1:8080
    admin_key: vault:admin/gateway#token
    create: { request: POST /keys, body: { name: '{label}' }, id: /id, value: /key }
    list: { request: GET /keys, items: /keys, id: /id, label: /name }
    whoami: { request: GET /me, id: /id }
    verify: { request: GET /me, accepted: 200, refused: 401 }
    revoke: { request: 'DELETE /keys/{id}', gone: 404 }
workloads:
  orders: { check: { use: http, url: 'http://127.0.0.1:8081/health', interval: 1s }, holds_key_for: 5s }
keys:
  orders-key:
    owner: me
    environment: laptop
    secret: vault:orders#api_key
    used_by: [orders]
    rotation_frequency: 30d
    grace_period: 1m
journal: { use: file }
`;
/** What somebody pastes who runs Rekey by hand: no workflow, no role, nothing but a store and a service on this machine. */
const laptopStarter = () => [laptopFile_CONFIG, TRY, laptopFile_WORKFLOW].join('\n\n');
const laptopFile_CONFIG = `--- .github/rekey.yml -------------------------------------------------
${SCHEMA_LINE}
${LAPTOP_FILE.trimEnd()}`;
const TRY = `--- To try it ----------------------------------------------------------
bao server -dev                                             in another terminal; or vault server -dev, and vault below
export VAULT_ADDR=http://127.0.0.1:8200 VAULT_TOKEN=...     the root token that it prints
bao kv put -mount=secret admin/gateway token=...            the admin key of the service that hands out keys
bao kv put -mount=secret orders api_key=...                 the key that is in use
Change origin, requests and url to those of your services: here they are 127.0.0.1:8080 and 127.0.0.1:8081.`;
const laptopFile_WORKFLOW = `--- For a workflow of GitHub Actions -----------------------------------
docs/examples of Rekey has rekey.yml, rekey-workflow.yml and vault-role.sh; doctor in a job without a config prints them.`;

;// CONCATENATED MODULE: ./.build/src/commands/doctor/together.js

/** From so many on they are told together, when they differ in their own words only. */
const MANY = 4;
const NAMED = 3;
/** The lines to print: those that say the same of many keys or workloads are one, with a count and the first names. */
function linesOf(findings) {
    const groups = new Map();
    for (const finding of findings) {
        const id = groupOf(finding);
        groups.set(id, [...(groups.get(id) ?? []), finding]);
    }
    return [...groups.values()].flatMap((group) => {
        const [first] = group;
        const isOne = group.every(({ says }) => says === first?.says);
        if (!first?.of || group.length < (isOne ? 2 : MANY))
            return group.map(findingLine);
        return [findingLine(joined(first, first.of, group))];
    });
}
function joined({ ok, says }, { kind, what }, group) {
    const names = group.slice(0, NAMED).map(({ of }) => of?.name);
    const more = group.length - names.length;
    const cut = more > 0 ? ` and ${more} more` : '';
    const isOne = group.every((one) => one.says === says);
    const told = isOne ? says : alike(group[0]);
    return { about: `${group.length} ${kind} (${names.join(', ')}${cut}), ${what}`, ok, says: told };
}
/** A finding that is one of a kind is its own group. */
function groupOf(finding) {
    const { about, ok, of } = finding;
    return JSON.stringify(of ? [of.kind, of.what, ok, alike(finding)] : [about, ok, finding.says]);
}
function alike(finding) {
    if (!finding?.of)
        return finding?.says ?? '';
    const { alike: said = finding.says, own } = finding.of;
    return own.reduce((text, word) => text.replaceAll(word, '…'), said);
}

;// CONCATENATED MODULE: ./.build/src/commands/doctor/index.js














/** Logs in everywhere, reads what a rotation would read, and says what to change. With `init` it makes the empty journal. */
async function doctor(inputs, catalog, world) {
    (0,mayAct/* mayAct */.q)(world.run, 'doctor');
    const config = await (0,configSource/* readConfig */.X)(inputs.config, catalog, world, true).catch((thrown) => {
        if (!(thrown instanceof errors/* RekeyError */.Z$) || thrown.code !== 'RK2007')
            throw thrown;
        const onLaptop = world.run.owner.kind === 'local';
        world.log.info(`${onLaptop ? laptopStarter() : starterFiles(world.run)}\n`);
        throw new errors/* RekeyError */.Z$('RK2007', thrown.message, {
            next: onLaptop
                ? 'Paste the config above, fill it in, and run doctor --init.'
                : 'Paste the files above, fill them in, and run doctor again.',
            ...(thrown.where && { where: thrown.where }),
        });
    });
    const parts = new compose/* Composition */.B(config, catalog, world);
    try {
        const { journal, known } = await lookAtJournal(parts, inputs.init);
        const findings = [
            {
                about: 'config',
                ok: true,
                says: `${Object.keys(config.keys).length} keys, digest ${config.source.digest.slice(0, 12)}`,
            },
            ...config.warnings.map((says) => ({ about: 'config', ok: true, says })),
            ...journal,
            ...(await checkParts(config, parts, {
                selected: (0,selector/* selectKeys */.pi)(config, inputs),
                isKnown: (key) => known.has((0,domain_key/* keyIdentity */.CP)(world.run.repositoryId, key)),
            })),
        ];
        for (const line of linesOf(findings))
            world.log.info(line);
        const descriptors = await descriptorsOf(config, catalog);
        world.log.info(`\nThe job needs exactly this:\n${permissionsBlock(config, descriptors)}`);
        const blocks = [...(await roleBlocks(config, parts, world.run)), ...(await policyBlocks(config, parts))];
        for (const block of blocks)
            world.log.info(`\n${block}`);
        world.log.info(`\nWhat it can do with it: read and write every secret under keys:, and read every admin key.`);
        world.log.info(`\n${countLine(findings)}`);
        const bad = findings.filter(({ ok }) => !ok).length;
        await world.output.summary(summaryOf(findings));
        world.output.result({ findings: findings.map(({ about, ok, says }) => ({ about, ok, says })) });
        world.output.set('status', bad === 0 ? 'done' : 'failed');
        return bad === 0 ? 0 : 1;
    }
    finally {
        await parts.end();
    }
}
/** @returns what was seen, and the identities of the keys that it knows */
async function lookAtJournal(parts, init) {
    const known = new Set();
    const opened = await parts.journal();
    const made = init ? [await look('journal, made', () => opened.init().then(() => 'empty'))] : [];
    const loaded = await look('journal', async () => {
        const { keys, commit } = await opened.load();
        for (const identity of keys.keys())
            known.add(identity);
        return `${keys.size} keys known, at ${commit}`;
    });
    const advice = loaded.ok ? await opened.audit() : [];
    const protection = advice.map((says) => ({ about: 'journal, protection', ok: false, says }));
    return { journal: [...made, loaded, ...protection], known };
}
function summaryOf(findings) {
    const bad = findings.filter(({ ok }) => !ok).length;
    const head = bad === 0 ? 'everything is as it should be' : `${bad} of ${findings.length} need you`;
    return `## Doctor: ${head}\n\n\`\`\`\`text\n${linesOf(findings).join('\n').replaceAll('````', "''''")}\n\`\`\`\`\n`;
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


/***/ })

};
;
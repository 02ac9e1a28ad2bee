"use strict";
exports.id = "shared-config";
exports.ids = ["shared-config"];
exports.modules = {

/***/ "src/commands/compose":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ Composition)
/* harmony export */ });
/* harmony import */ var _config_reference__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/config/reference");
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _redacted__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/commands/redacted");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _domain_travel__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/domain/travel");





/**
 * The only place where parts are put together: adapters are opened once, each with a port that speaks to its own origins only,
 * and a secret leaves its store bound to the origins of the adapter that asked for it.
 */
class Composition {
    #open = new Map();
    #identities = [];
    /** References whose values are known, and so masked. */
    #learned = new Set();
    #config;
    #catalog;
    #world;
    get values() {
        return this.#world.values;
    }
    constructor(config, catalog, world) {
        this.#config = config;
        this.#catalog = catalog;
        this.#world = world;
    }
    journal() {
        return this.#opened('journals', this.#config.journal);
    }
    store(name) {
        return this.#opened('stores', named(this.#config.stores, name, 'store'));
    }
    vendor(name) {
        return this.#opened('vendors', named(this.#config.vendors, name, 'vendor'));
    }
    identity(name) {
        return this.#opened('identities', named(this.#config.identities, name, 'identity'));
    }
    /** The same identity, asking with an audience that nobody may accept; undefined where there is none to change. For `doctor`. */
    async wrongAudience(name) {
        if (this.#world.run.owner.kind === 'local')
            return undefined;
        const use = named(this.#config.identities, name, 'identity');
        const settings = { ...Object(use.settings), audience: 'https://rekey.invalid/wrong-audience' };
        const adapter = await this.#catalog.identities[use.use]?.();
        if (!adapter?.settings.safeParse(settings).success)
            return undefined;
        return this.#opened('identities', { ...use, name: `${name}, wrong audience`, settings });
    }
    ticket() {
        const { ticket } = this.#config;
        return ticket && this.#opened('tickets', ticket);
    }
    async notifiers(occasion) {
        const wanted = this.#config.notify.filter(({ when }) => when.includes(occasion));
        return Promise.all(wanted.map((use) => this.#opened('notifiers', use)));
    }
    async subject(entry, identity, workloads, currentElsewhere) {
        const [vendor, store, ticket] = await Promise.all([
            this.vendor(entry.vendor),
            this.store(entry.store),
            this.ticket(),
        ]);
        const open = await Promise.all(workloads.map((name) => this.workload(name)));
        return {
            entry,
            identity,
            vendor,
            store,
            currentElsewhere,
            heldElsewhere: () => this.#heldElsewhere(entry),
            learnSecrets: () => this.learnSecrets(entry.vendor),
            workloads: new Map(open.flatMap((workload) => (workload ? [[workload.name, workload]] : []))),
            ...(ticket && { ticket }),
        };
    }
    /** The values that the store has of a key: the one in use, and one that is staged. They may travel nowhere. */
    async valuesOf({ store: name, secret }) {
        const store = await this.store(name);
        const [current, slot] = await Promise.all([store.current(secret), store.slot(secret)]);
        return [current.parts, slot?.staged?.parts].flatMap((parts) => Object.values(parts ?? {}));
    }
    /** What a vendor's settings point at in a store, such as its admin key. */
    async adminValuesOf(vendor) {
        const references = await this.referencesOf(vendor);
        return Promise.all(references.map((reference) => this.#secret(reference, [])));
    }
    /** Makes what a vendor works with known, as far as this process has not read it yet. */
    async learnSecrets(vendor) {
        const references = await this.referencesOf(vendor);
        const unknown = references.filter((reference) => !this.#learned.has(reference));
        await Promise.all(unknown.map((reference) => this.#secret(reference, [])));
    }
    /** `store:path#field` of each, for the policy that `doctor` prints. */
    async referencesOf(vendor) {
        const use = named(this.#config.vendors, vendor, 'vendor');
        const adapter = await this.#catalog.vendors[use.use]?.();
        return adapter?.references?.(use.settings) ?? [];
    }
    /** Revokes every session. Never throws. */
    async end() {
        await Promise.all(this.#identities.map((identity) => identity.end()));
    }
    /** By keys of the same vendor and environment; a job of one environment reads no secrets of another. */
    async #heldElsewhere(entry) {
        const others = Object.values(this.#config.keys).filter(({ name, vendor, environment }) => name !== entry.name && vendor === entry.vendor && environment === entry.environment);
        const { idPart } = (await this.vendor(entry.vendor)).capabilities;
        const found = [];
        for (const { store: name, secret } of others) {
            const store = await this.store(name);
            const slot = await store.slot(secret);
            for (const held of [await store.current(secret).catch(unlessGone), slot?.staged])
                if (held)
                    found.push(this.#shown(held, idPart));
        }
        return found;
    }
    /** The id that is a part of the credential, and that its entry also keeps as the id, is public: it is masked only because it was read. */
    #shown(held, idPart) {
        const { id, parts = {} } = held;
        const isPart = idPart !== undefined && Object.keys(parts).length > 1;
        if (isPart && id !== undefined && parts[idPart]?.isText(id))
            this.values.show(id);
        return held;
    }
    /** Undefined: it is not in the config. */
    async workload(name) {
        const config = this.#config.workloads[name];
        if (!config)
            return undefined;
        const deployer = config.roll && (await this.#opened('deployers', config.roll));
        const probes = await Promise.all(config.checks.map((check) => this.#opened('probes', check)));
        return { name, probes, holdsKeyFor: config.holdsKeyFor, ...(deployer && { deployer }) };
    }
    #opened(kind, use) {
        const id = `${kind}/${use.name}`;
        const known = this.#open.get(id);
        if (known)
            return known;
        const opening = this.#openNow(kind, use);
        this.#open.set(id, opening);
        return opening;
    }
    async #openNow(kind, use) {
        const load = this.#catalog[kind][use.use];
        if (!load)
            throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2009', `${use.name}: there is no adapter ${use.use} of this kind.`);
        const adapter = await load();
        const origins = adapter.origins(use.settings);
        const opened = adapter.open(use.settings, this.#ports(kind, use, origins, await this.#identityOrigins(use)));
        if (kind === 'identities')
            this.#identities.push(opened);
        const guards = (0,_redacted__WEBPACK_IMPORTED_MODULE_1__/* .redactedParts */ .P)(this.#world.values);
        const guard = guards[kind];
        return guard ? guard(opened) : opened;
    }
    async #identityOrigins(use) {
        if (use.identity === undefined)
            return [];
        const identity = named(this.#config.identities, use.identity, 'identity');
        const adapter = await this.#catalog.identities[identity.use]?.();
        return adapter?.origins(identity.settings) ?? [];
    }
    /** Secrets travel to the adapter's own origins; where its identity logs in, only the session does. */
    #ports(kind, use, origins, identity) {
        const { clock, random, log, run, files } = this.#world;
        const github = kind === 'journals' ? this.#world.journalGitHub : this.#world.github;
        return {
            place: `${kind}.${use.name}`,
            clock,
            random,
            log,
            run,
            github,
            oidc: this.#world.oidc(origins),
            files,
            publicJournal: this.#config.publicJournal,
            http: this.#world.http({
                origins: [...origins, ...identity],
                allowPrivateHosts: this.#config.allowPrivateHosts,
            }),
            session: async (over) => {
                if (use.identity === undefined)
                    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2004', `${use.name} needs an identity and the config names none.`);
                return (await this.identity(use.identity)).session(over);
            },
            secret: (reference) => this.#secret(reference, origins),
            laptopToken: (name, origin) => this.#world.laptopToken(name, origin),
        };
    }
    /** `store:path#field`, allowed to travel to these origins, as far as the owner of the secret agrees. */
    async #secret(reference, origins) {
        const { stores } = this.#config;
        const wholes = Object.keys(stores).filter((name) => stores[name]?.whole === true);
        const parsed = (0,_config_reference__WEBPACK_IMPORTED_MODULE_4__/* .parseReference */ .F)(reference, Object.keys(stores), wholes);
        if (!parsed)
            throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2004', 'A reference in the config is not of the form store:path#field.');
        const { store, path, field } = parsed;
        const found = (await this.store(store)).value(path, field);
        const { value, allowedOrigins } = await found.catch((thrown) => {
            throw pointedAt(reference, thrown);
        });
        this.#learned.add(reference);
        (0,_domain_travel__WEBPACK_IMPORTED_MODULE_3__/* .mustBeAllowed */ .D)(path, origins, allowedOrigins);
        return value.boundTo(origins);
    }
}
/** The advice for a secret that is rotated does not fit one that the config only points at. */
function pointedAt(reference, thrown) {
    const { kind, code, message } = (0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown);
    if (kind !== 'gone' && code !== 'RK4008')
        return thrown;
    return new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$(code, `${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_2__/* .codeSpan */ .SS)(reference)}, as the config says: ${message}`, {
        next: 'Put the value there, or correct the reference in the config.',
    });
}
function unlessGone(thrown) {
    if (thrown instanceof _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ && thrown.kind === 'gone')
        return undefined;
    throw thrown;
}
function named(uses, name, what) {
    const use = uses[name];
    if (!use)
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2004', `The ${what} ${name} is not in the config.`);
    return use;
}


/***/ }),

/***/ "src/commands/configSource":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _config_load__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/config/load");


const QUERY = `query ($owner: String!, $name: String!, $path: String!) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid ... on Commit { file(path: $path) { object { ... on Blob { oid text isTruncated } } } } } }
  }
}`;
/**
 * In Actions the config is read from the tip of the default branch, never from the workspace: a dispatch of another branch, a
 * re-run of an old commit and a step before ours cannot change it. On a laptop it is a file.
 * https://docs.github.com/en/graphql/reference/objects#commit
 */
async function readConfig(path, catalog, world, changes) {
    if (world.run.owner.kind === 'local') {
        const text = await world.files.read(path);
        if (text === undefined)
            throw missing(path, 'this folder');
        return (0,_config_load__WEBPACK_IMPORTED_MODULE_1__/* .load */ .H)(text, path, { catalog });
    }
    const { text, commit, branch } = await fromDefaultBranch(path, world);
    if (changes)
        mustRunOn(branch, world);
    return (0,_config_load__WEBPACK_IMPORTED_MODULE_1__/* .load */ .H)(text, path, { catalog, commit });
}
async function fromDefaultBranch(path, world) {
    const [owner = '', name = ''] = world.run.repository.split('/');
    const { repository } = (await world.github.graphql(QUERY, { owner, name, path }, 'contents: read'));
    const branch = repository?.defaultBranchRef;
    const blob = branch?.target.file?.object;
    if (!branch || blob?.text === undefined)
        throw missing(path, `the default branch of ${world.run.repository}`);
    const text = blob.isTruncated === true ? await wholeBlob(blob.oid, world) : blob.text;
    return { text, commit: branch.target.oid, branch: branch.name };
}
/** GraphQL cuts what is longer than 512,000 bytes, which is some two thousand keys. https://docs.github.com/en/rest/git/blobs#get-a-blob */
async function wholeBlob(sha, { github, run }) {
    const [owner = '', repo = ''] = run.repository.split('/');
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', { owner, repo, file_sha: sha, mediaType: { format: 'raw' } }, 'contents: read');
    if (typeof data !== 'string')
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK9011', 'GitHub answered without the config.');
    return data;
}
/** What changes something runs on the default branch only; what only reads may run anywhere. */
function mustRunOn(branch, world) {
    const { ref } = world.run;
    if (ref === `refs/heads/${branch}`)
        return;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK1005', `This run is on ${ref}, and Rekey acts on the default branch (${branch}) only. Nothing was changed.`);
}
function missing(path, place) {
    return new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2007', `There is no ${path} in ${place}.`, { where: { file: path } });
}


/***/ }),

/***/ "src/commands/redacted":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ redactedParts),
/* harmony export */   r: () => (/* binding */ redactedPages)
/* harmony export */ });
/* harmony import */ var _domain_tools_digest__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/digest");

/**
 * What leaves for people passes the same redaction as the log. Facts hold no value when they are noted; one that became known only later
 * is masked here.
 */
function redactedParts(values) {
    return {
        tickets: (part) => redactedTicket(part, values),
        notifiers: (part) => redactedNotifier(part, values),
    };
}
function redactedTicket(ticket, { redact }) {
    return {
        ...(ticket.mustBeOn && { mustBeOn: () => ticket.mustBeOn?.() ?? Promise.resolve() }),
        find: (number) => ticket.find(number),
        upsert: (rotation, { title, body, labels }, known, permit) => ticket.upsert(rotation, { title: redact(title), body: redact(body), labels: labels.map(redact) }, known, permit),
        attach: (rotation, number, { name, content }, permit) => {
            const clean = redact(content);
            return ticket.attach(rotation, number, { name: redact(name), content: clean, digest: (0,_domain_tools_digest__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(clean) }, permit);
        },
        close: (rotation, number, outcome, permit) => ticket.close(rotation, number, outcome, permit),
    };
}
function redactedNotifier(notifier, { redact }) {
    return {
        tell: (notice) => notifier.tell({
            ...notice,
            key: redact(notice.key),
            lines: notice.lines.map(redact),
            url: redact(notice.url),
        }),
    };
}
/** Evidence and its page, as they go into journal and ticket: both get the same bytes. */
function redactedPages(pages, { redact }) {
    return {
        ticket: (facts, evidence) => pages.ticket(facts, evidence),
        evidence: (facts) => pages.evidence(facts).map((file) => {
            const content = redact(file.content);
            return content === file.content ? file : { ...file, content, digest: (0,_domain_tools_digest__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .s)(content) };
        }),
    };
}


/***/ }),

/***/ "src/config/load":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ load)
});

// EXTERNAL MODULE: ./.build/src/domain/tools/digest.js
var digest = __webpack_require__("src/domain/tools/digest");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__("zod/v4/core/json-schema-processors");
;// CONCATENATED MODULE: ./.build/src/config/knownWords.js

const shapes = new WeakMap();
/** The words that a schema has at this place; empty where any word goes. For error messages only. */
function knownWords(schema, path) {
    if (!(schema instanceof schemas/* ZodType */.aRx))
        return [];
    const places = path.reduce((here, part) => here.flatMap(alternatives).flatMap((place) => below(place, part)), [shapeOf(schema)]);
    return [...new Set(places.flatMap(alternatives).flatMap((place) => Object.keys(place.properties ?? {})))];
}
function shapeOf(schema) {
    const shape = shapes.get(schema) ?? json_schema_processors/* toJSONSchema */.bl(schema, { io: 'input', unrepresentable: 'any' });
    shapes.set(schema, shape);
    return shape;
}
function alternatives(place) {
    const others = [...(place.anyOf ?? []), ...(place.oneOf ?? [])].filter(isShape);
    return others.length === 0 ? [place] : others.flatMap(alternatives);
}
function below(place, part) {
    const next = typeof part === 'number' ? place.items : (place.properties?.[String(part)] ?? place.additionalProperties);
    return isShape(next) ? [next] : [];
}
function isShape(value) {
    return typeof value === 'object' && value !== null;
}

// EXTERNAL MODULE: ./.build/src/config/names.js
var names = __webpack_require__("src/config/names");
// EXTERNAL MODULE: ./.build/src/config/suggest.js + 1 modules
var suggest = __webpack_require__("src/config/suggest");
;// CONCATENATED MODULE: ./.build/src/config/words.js

/** Words of other tools, with what Rekey says instead. */
const FOREIGN = {
    '<<': 'What several keys share stands under "defaults", or under "templates" with "template" in the key; what workloads share under "workload_defaults" or "workload_templates".',
    extends: 'Rekey says "template".',
    inherits: 'Rekey says "template".',
    provider: 'Rekey says "vendor".',
    service: 'Rekey says "vendor" for who issues a key and "used_by" for who uses it.',
    vault_path: 'Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
    secret_path: 'Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
    secret_name: 'Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
    supports_dual_key: 'Leave it out: the vendor adapter knows.',
    provider_api: 'Leave it out: the vendor entry says the origin once.',
    base_url: 'Rekey says "origin".',
    repo: 'Rekey says "repository".',
    consumers: 'Rekey says "used_by".',
    frequency: 'Rekey says "rotation_frequency".',
    interval: 'Rekey says "rotation_frequency".',
    rotate_every: 'Rekey says "rotation_frequency".',
    cron: 'Rekey says "schedule".',
    overlap: 'Rekey says "grace_period".',
    revocation_delay: 'Rekey says "grace_period".',
    env: 'Rekey says "environment".',
    rollback_on_failure: 'Leave it out: Rekey always goes back when a check fails.',
    alert_on_failure: 'Leave it out: "notify" at the top says who is told.',
    verification_endpoint: 'Rekey says "verify" in the vendor entry.',
    type: 'Rekey says "use".',
};
const RESERVED = ['copies', 'after', 'notice', 'layout', 'renamed_from', 'emergency', 'containment'];
/** What to say about a word that the schema does not have at its place. @param known the words it has there */
function unknownWord(word, known) {
    const ours = Object.hasOwn(FOREIGN, word) ? FOREIGN[word] : undefined;
    if (ours !== undefined)
        return { code: 'RK2006', message: `${(0,suggest/* quoted */.TL)(word)} is a word of another tool. ${ours}` };
    if (RESERVED.includes(word)) {
        return {
            code: 'RK2003',
            message: `${(0,suggest/* quoted */.TL)(word)} is reserved and not in this release.`,
            next: 'Leave it out.',
        };
    }
    return { code: 'RK2003', message: `${(0,suggest/* unknown */.L5)(word, known)} is not known here.${(0,suggest/* didYouMean */.au)(word, known)}` };
}
/** True when somebody who wrote this unknown word meant that known one. */
function isMeant(word, known) {
    const ours = Object.hasOwn(FOREIGN, word) ? FOREIGN[word] : undefined;
    return ours === undefined ? (0,suggest/* nearest */.pA)(word, [known]) !== undefined : ours.includes(`"${known}"`);
}

;// CONCATENATED MODULE: ./.build/src/config/check.js




/** Reads a value with a schema; what is wrong goes to the problems, in our words. @param path where the value stands in the file */
function check(schema, value, path, problems) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const report = new Report(schema, value, path, problems);
    for (const issue of result.error.issues)
        report.issue(issue);
    return undefined;
}
class Report {
    #schema;
    #value;
    #path;
    #problems;
    constructor(schema, value, path, problems) {
        this.#schema = schema;
        this.#value = value;
        this.#path = path;
        this.#problems = problems;
    }
    issue(issue) {
        const at = [...this.#path, ...issue.path];
        const found = valueAt(this.#value, issue.path);
        if (found === undefined && issue.path.length > 0)
            this.#missing(issue.path);
        else if (!isZodIssue(issue))
            this.#problems.add('RK2002', at, sentence(issue.message));
        else if (issue.code === 'unrecognized_keys')
            this.#unknown(issue.keys, issue.path);
        else if (issue.code === 'invalid_key') {
            const rule = (0,names/* isInherited */.tG)(String(at.at(-1))) ? names/* inheritedRule */.HM : names/* nameRule */.Mp;
            this.#problems.addUnknown('RK2002', at, `a name here must be ${rule}.`);
        }
        else if (issue.code === 'invalid_union')
            this.#union(issue, found);
        else
            this.#problems.add('RK2002', at, sentence(complaint(issue, found)));
    }
    /** A word that is missing because it is misspelt beside it is one fault, not two. */
    #missing(place) {
        const name = String(place[place.length - 1]);
        const beside = valueAt(this.#value, place.slice(0, -1));
        const words = typeof beside === 'object' && beside !== null ? Object.keys(beside) : [];
        const known = knownWords(this.#schema, place.slice(0, -1));
        if (words.some((word) => !known.includes(word) && isMeant(word, name)))
            return;
        this.#problems.addName('RK2002', [...this.#path, ...place], 'is missing.', 'Add it.');
    }
    #unknown(words, place) {
        const known = knownWords(this.#schema, place);
        for (const word of words) {
            const { code, message, next } = unknownWord(word, known);
            this.#problems.addUnknown(code, [...this.#path, ...place, word], message, next);
        }
    }
    /** A union complains once for each form; only the form that was meant is worth reading. */
    #union(issue, found) {
        const meant = issue.errors.filter((form) => !form.some((inner) => isOtherForm(inner)));
        const [form] = meant;
        if (meant.length === 1 && form) {
            for (const inner of form)
                this.issue({ ...inner, path: [...issue.path, ...inner.path] });
            return;
        }
        const forms = new Set(issue.errors.flatMap((form) => form.map((inner) => complaint(inner, found))));
        this.#problems.add('RK2002', [...this.#path, ...issue.path], sentence([...forms].slice(0, 3).join('; or ')));
    }
}
function isZodIssue(issue) {
    return 'code' in issue;
}
/** The value is of another type altogether, or says another word where the form has its own. */
function isOtherForm(issue) {
    return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}
function valueAt(value, path) {
    return path.reduce((here, part) => (typeof here === 'object' && here !== null ? Reflect.get(here, part) : undefined), value);
}
const TYPES = {
    string: 'text',
    object: 'a map',
    record: 'a map',
    array: 'a list',
    boolean: 'true or false',
    number: 'a number',
    int: 'a whole number',
};
/** What is wrong with one value. The value itself is named only when it is a plain word: it may be a key in the wrong place. */
function complaint(issue, found) {
    switch (issue.code) {
        case 'invalid_type':
            return issue.message.startsWith('Invalid input')
                ? `must be ${TYPES[issue.expected] ?? issue.expected}, not ${typeOf(found)}`
                : issue.message;
        case 'invalid_value':
            return wrongWord(issue.values.map(String), found);
        case 'too_small':
            return tooSmall(issue.origin, issue.minimum);
        case 'too_big':
            return `must be at most ${String(issue.maximum)}`;
        case 'invalid_format':
            return issue.message.startsWith('Invalid') ? 'does not have the form that it must have' : issue.message;
        case 'custom':
        case 'invalid_element':
        case 'invalid_key':
        case 'invalid_union':
        case 'not_multiple_of':
        case 'unrecognized_keys':
            return issue.message;
    }
}
function tooSmall(origin, minimum) {
    return origin === 'array' || origin === 'string'
        ? 'must not be empty'
        : `must be at least ${String(minimum)}`;
}
function wrongWord(allowed, found) {
    const rule = `must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`;
    if (typeof found !== 'string' || !(0,names/* isName */.Eo)(found))
        return rule;
    const near = (0,suggest/* nearest */.pA)(found, allowed);
    return `${(0,suggest/* unknown */.L5)(found, allowed)} is wrong: ${rule}${near === undefined ? '' : `. Did you mean "${near}"?`}`;
}
function sentence(text) {
    return /[.?]$/.test(text) ? text : `${text}.`;
}
function typeOf(value) {
    if (value === null)
        return 'empty';
    if (Array.isArray(value))
        return 'a list';
    return ({ string: 'text', number: 'a number', boolean: 'true or false', object: 'a map' }[typeof value] ?? 'something else');
}

;// CONCATENATED MODULE: ./.build/src/config/places.js

/** A path as the store's own API or command line writes it leads to another secret, or to none. */
function checkPlace({ store, path, field, whole }, at, around) {
    const found = around.misplaced.get(store)?.(path);
    if (!found)
        return;
    const first = found.first === undefined ? '' : `${found.first}, and write `;
    const rest = whole === true ? '' : `#${field}`;
    const meant = `${store}:${found.path}${rest}`;
    const next = `${first === '' ? 'Write ' : first}${meant}. If a secret does lie there, say ${found.unless} in stores.${store}.`;
    around.problems.add('RK2004', at, `${(0,suggest/* quoted */.TL)(`${store}:${path}${rest}`)}: ${found.why}.`, next);
}

// EXTERNAL MODULE: ./.build/src/domain/journal/shape.js
var shape = __webpack_require__("src/domain/journal/shape");
;// CONCATENATED MODULE: ./.build/src/config/repaired.js

/**
 * The entry without what is wrong in it, so that one fault hides no other. It never becomes part of a config that is used, for the
 * fault is among the problems already. @param fillers stand for what is missing. Undefined: not even that can be read
 */
function repaired(schema, value, fillers = {}) {
    if (!(0,shape/* isObject */.Gv)(value))
        return undefined;
    const read = schema.safeParse(value);
    const wrong = new Set();
    let hasUnknown = false;
    for (const issue of read.success ? [] : read.error.issues) {
        const [field] = issue.path;
        if (field !== undefined)
            wrong.add(String(field));
        else if ('keys' in issue && Array.isArray(issue.keys)) {
            hasUnknown = true;
            for (const word of issue.keys)
                wrong.add(String(word));
        }
    }
    const kept = Object.entries(value).filter(([field]) => !wrong.has(field));
    const again = schema.safeParse({ ...fillers, ...Object.fromEntries(kept) });
    if (!again.success)
        return undefined;
    const unsure = (field) => wrong.has(field) || (hasUnknown && !Object.hasOwn(value, field));
    return { value: again.data, unsure };
}

// EXTERNAL MODULE: ./.build/src/config/reference.js
var config_reference = __webpack_require__("src/config/reference");
;// CONCATENATED MODULE: ./.build/src/config/adapterUse.js





/** Names of the stores whose secrets are one text. Stores are read first. */
const wholesOf = ({ promises }) => [...promises].flatMap(([name, { whole }]) => (whole ? [name] : []));
/** `{ use: vault-kv2, mount: secret }`: `use` picks the adapter, `identity` its login, all else is read by its own schema. */
async function readUse(kind, name, raw, path, around) {
    const { problems } = around;
    if (!isMap(raw)) {
        problems.addName('RK2002', path, 'must be a map that says which adapter, such as { use: http }.');
        return undefined;
    }
    const { use, identity, ...rest } = raw;
    const adapters = around.catalog[kind];
    const load = typeof use === 'string' ? own(adapters, use) : undefined;
    if (typeof use !== 'string' || !load) {
        sayUnknown(kind, use, path, around);
        return undefined;
    }
    const adapter = await load();
    const isWhole = kind === 'stores' && learnPromises(name, adapter, around);
    const settings = check(adapter.settings, rest, path, problems);
    const login = readIdentity(kind, identity, path, around);
    const known = settings ?? repaired(adapter.settings, rest)?.value;
    const references = known === undefined ? [] : (adapter.references?.(known) ?? []);
    for (const reference of references)
        checkReference(reference, rest, path, around);
    if (settings === undefined)
        return undefined;
    learn(name, adapter, settings, around);
    return { name, use, settings, ...login, ...(isWhole && { whole: true }), line: problems.lineOf(path) };
}
/** Of a store. @returns whether its secrets are one text */
function learnPromises(name, { descriptor }, { promises }) {
    if (descriptor.promises)
        promises.set(name, descriptor.promises);
    return descriptor.promises?.whole === true;
}
/** What other entries are held against. */
function learn(name, adapter, settings, { parts, misplaced }) {
    const made = adapter.parts?.(settings);
    if (made)
        parts.set(name, made);
    if (adapter.misplaced)
        misplaced.set(name, (place) => adapter.misplaced?.(settings, place));
}
function sayUnknown(kind, use, path, around) {
    const known = Object.keys(around.catalog[kind]);
    if (typeof use === 'string') {
        const message = `${(0,suggest/* unknown */.L5)(use, known)} is no adapter for ${kind}.${(0,suggest/* didYouMean */.au)(use, known)}`;
        const any = kind === 'vendors' ? ' Any HTTP API for keys can be described with "use: http".' : '';
        const next = `Use one of the adapters for ${kind}: ${known.join(', ')}.${any}`;
        around.problems.add('RK2009', [...path, 'use'], message, next);
    }
    else {
        const message = `must say which adapter.${(0,suggest/* didYouMean */.au)('', known)}`;
        around.problems.addName('RK2002', [...path, 'use'], message, 'Add "use:".');
    }
}
/** The login that is named, or the only one there is. A store without login works from a laptop only, so two leave no guess. */
function readIdentity(kind, identity, path, { identities, problems }) {
    if (kind === 'identities') {
        if (identity !== undefined) {
            problems.addName('RK2003', [...path, 'identity'], 'an identity does not log in through another one.');
        }
        return {};
    }
    if (identity === undefined) {
        const [only] = identities;
        if (identities.length === 1 && only !== undefined)
            return { identity: only };
        if (identities.length > 1 && kind === 'stores') {
            const names = identities.map(suggest/* quoted */.TL).join(', ');
            problems.addName('RK2005', path, `there are several identities (${names}): say which with "identity:".`);
        }
        return {};
    }
    if (typeof identity === 'string' && identities.includes(identity))
        return { identity };
    const word = typeof identity === 'string' ? identity : '';
    const message = `${(0,suggest/* unknown */.L5)(word, identities)} is not an identity.${(0,suggest/* didYouMean */.au)(word, identities)}`;
    problems.add('RK2004', [...path, 'identity'], message);
    return {};
}
function checkReference(reference, raw, path, around) {
    around.references.add(reference);
    const place = placeOf(raw, reference) ?? [];
    const wholes = wholesOf(around);
    const found = (0,config_reference/* parseReference */.F)(reference, around.stores, wholes);
    if (!found || (found.field === '' && found.whole !== true)) {
        around.problems.add('RK2002', [...path, ...place], (0,config_reference/* notReference */.l)(reference, 'vault:admin/gateway#token', wholes));
    }
    else if (!around.stores.includes(found.store)) {
        const message = `${(0,suggest/* unknown */.L5)(found.store, around.stores)} is not a store.${(0,suggest/* didYouMean */.au)(found.store, around.stores)}`;
        around.problems.add('RK2004', [...path, ...place], message);
    }
    else
        checkPlace(found, [...path, ...place], around);
}
/** Where in the settings a text stands. */
function placeOf(value, text) {
    if (value === text)
        return [];
    if (typeof value !== 'object' || value === null)
        return undefined;
    for (const [name, inside] of Object.entries(value)) {
        const place = placeOf(inside, text);
        if (place)
            return [Array.isArray(value) ? Number(name) : name, ...place];
    }
    return undefined;
}
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The entry of this name, and never something inherited such as `constructor`. */
function own(entries, name) {
    return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
;// CONCATENATED MODULE: ./.build/src/config/partChecks.js

/**
 * What a vendor makes must have a place in the store, and what an entry keeps must be made. Seen here it costs nothing; seen at the
 * switch a key has been made for it.
 */
function checkParts(keys, vendors, problems) {
    for (const { name, vendor, secret } of keys) {
        const parts = vendors.get(vendor);
        if (!parts)
            continue;
        const made = Object.keys(parts);
        const kept = Object.keys(secret.fields);
        const stray = kept.filter((part) => !made.includes(part));
        const lost = made.filter((part) => parts[part] === 'secret' && !kept.includes(part));
        if (stray.length + lost.length === 0)
            continue;
        const path = ['keys', name, 'secret'];
        problems.add('RK2005', path, partChecks_complaint(vendor, made, stray, lost), advice(made));
    }
}
function partChecks_complaint(vendor, made, stray, lost) {
    const says = `each key of ${(0,suggest/* quoted */.TL)(vendor)} is made of ${listed(made)}`;
    const kept = lost.length > 0 ? `this entry has no field for ${listed(lost)}` : '';
    const others = stray.length > 0
        ? `${lost.length > 0 ? 'it' : 'this entry'} has a field for ${stray.map((part) => (0,suggest/* unknown */.L5)(part, made)).join(', ')}`
        : '';
    return `${says}, and ${[kept, others].filter((text) => text !== '').join('; ')}.`;
}
/** One part may live in the field of the reference, and then it is called `value`. */
const advice = (made) => made.length === 1 && made[0] === 'value'
    ? 'Name the field after the "#" of "secret:" and leave "fields:" out.'
    : `Say in "fields:" where each goes, as { ${made.map((part) => `${part}: <field>`).join(', ')} }, with "id_field:" for the id.`;
const listed = (names) => names.map(suggest/* quoted */.TL).join(' and ');

;// CONCATENATED MODULE: ./.build/src/config/crossChecks.js



function crossCheck(config, problems) {
    for (const key of Object.values(config.keys))
        checkTimes(key, config, problems);
    const placed = Object.values(config.keys).filter(({ name, secret }) => secret.path !== '' && !config.unsure(name, 'secret', 'fields', 'id_field'));
    checkParts(placed.filter(({ name }) => !config.unsure(name, 'vendor')), config.parts, problems);
    checkSecrets(placed, problems);
    checkSelectors(config, problems);
}
function checkTimes(key, config, problems) {
    const grace = ['keys', key.name, 'grace_period'];
    const sure = (...fields) => !config.unsure(key.name, ...fields);
    for (const name of sure('grace_period', 'used_by') ? key.usedBy : []) {
        const holds = config.workloads[name]?.holdsKeyFor ?? 0;
        if (holds <= key.grace)
            continue;
        const message = `${(0,time/* spoken */.vg)(key.grace)} is shorter than ${name} holds a key (${(0,time/* spoken */.vg)(holds)}).`;
        problems.add('RK2005', grace, message, `Make it at least ${(0,time/* spoken */.vg)(holds)}.`);
    }
    if (key.frequency !== undefined && key.schedule !== undefined) {
        const message = 'there is a rotation_frequency as well.';
        problems.addName('RK2005', ['keys', key.name, 'schedule'], message, 'Leave one of them out.');
    }
    if (key.frequency !== undefined && key.frequency <= key.grace && sure('grace_period')) {
        const message = `is not longer than the grace period (${(0,time/* spoken */.vg)(key.grace)}), so rotations would pile up.`;
        problems.add('RK2005', ['keys', key.name, 'rotation_frequency'], message);
    }
    const oldest = config.policy.maxAge[key.criticality];
    if (oldest !== undefined && oldest <= key.grace && sure('grace_period', 'criticality')) {
        const message = `${(0,time/* spoken */.vg)(key.grace)} leaves no time: policy.max_age for ${key.criticality} is ${(0,time/* spoken */.vg)(oldest)}.`;
        problems.add('RK2005', grace, message);
    }
}
/** Two entries that write the same field would undo each other; the same value behind two entries would die for both. */
function checkSecrets(keys, problems) {
    const owners = new Map();
    for (const key of keys) {
        const fields = [...Object.values(key.secret.fields), key.secret.idField];
        for (const field of fields) {
            const place = `${key.store}:${key.secret.path}#${field}`;
            const other = owners.get(place);
            owners.set(place, key);
            if (!other || other === key)
                continue;
            const same = Object.values(other.secret.fields).includes(field) && field !== key.secret.idField;
            const message = `${(0,suggest/* quoted */.TL)(place)} is used by keys.${other.name} too (line ${other.line}).`;
            problems.add(same ? 'RK2008' : 'RK2005', ['keys', key.name, 'secret'], message);
            break;
        }
    }
}
/** A rule that matches no key protects nothing and looks as if it did. */
function checkSelectors(config, problems) {
    const { keys, policy, names } = config;
    const all = Object.values(keys);
    const next = 'Correct it, or leave it out until there is such a key.';
    // A key that says it wrongly may be the one that is meant.
    const isKnown = (field) => all.length === names.length && !all.some(({ name }) => config.unsure(name, field));
    for (const [index, window] of policy.windows.entries()) {
        const path = ['policy', 'windows', index];
        const { environment } = window;
        if (environment !== undefined &&
            isKnown('environment') &&
            !all.some((key) => key.environment === environment)) {
            const message = `no key has the environment ${(0,suggest/* unknown */.L5)(environment)}, so the window holds for nothing.`;
            problems.add('RK2004', [...path, 'environment'], message, next);
        }
        for (const name of window.keys ?? []) {
            if (names.includes(name))
                continue;
            problems.add('RK2004', [...path, 'keys'], `${(0,suggest/* unknown */.L5)(name, names)} is not a key.`, next);
        }
    }
    for (const criticality of isKnown('criticality') ? policy.approveStart : []) {
        if (all.some((key) => key.criticality === criticality))
            continue;
        const message = `no key has the criticality ${(0,suggest/* quoted */.TL)(criticality)}, so nothing would be approved.`;
        problems.add('RK2004', ['policy', 'approve', 'start'], message, next);
    }
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index");
;// CONCATENATED MODULE: ./.build/src/config/layout.js
/** What the library finds on every line that follows a line which is indented wrongly. */
const LAYOUT = ['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'];
const isOfLayout = ({ code }) => LAYOUT.includes(code) || code === 'TAB_AS_INDENT';
/** One fault where one line is wrong: of a tab only the tab, and of lines in a row the first, at the line that is out of place. */
function whereLayoutBreaks(faults, text) {
    const layout = faults.filter(({ code }) => LAYOUT.includes(code));
    const others = faults.filter(({ code }) => !LAYOUT.includes(code));
    if (others.some(({ code }) => code === 'TAB_AS_INDENT'))
        return others;
    const lines = text.split('\n');
    const first = layout.filter(({ line }, at) => at === 0 || line - (layout[at - 1]?.line ?? line) > 1);
    return [
        ...others,
        ...first.map((fault) => (fault.code === 'BAD_INDENT' ? outOfPlace(fault, lines) : fault)),
    ];
}
/** A line that begins too far left is right for the library, and those after it, which stand where its neighbours stood, are wrong. */
function outOfPlace(fault, lines) {
    const written = (from) => {
        let line = from;
        while (line > 0 && /^ *(#.*)?$/.test(lines[line - 1] ?? ''))
            line -= 1;
        return line;
    };
    const indent = (line) => (lines[line - 1] ?? '').search(/[^ ]|$/);
    const before = written(fault.line - 1);
    const above = written(before - 1);
    const dedented = above > 0 && indent(before) < indent(fault.line) && indent(above) === indent(fault.line);
    const wrong = dedented ? before : fault.line;
    const spaces = `${indent(wrong)} spaces`;
    const message = dedented
        ? `the line begins after ${spaces}, and its neighbours after ${indent(fault.line)}: indent it like them`
        : `the line begins after ${spaces}, which fits none of the lines above it`;
    return { ...fault, line: wrong, message };
}

;// CONCATENATED MODULE: ./.build/src/config/plainEntries.js
/**
 * Lines that nobody can misread: a name with a word, a duration, or a list of words. A word begins with a letter, so it is no
 * number; what would be no text to YAML, and everything else, is left to the library.
 */
const WORD = '[A-Za-z](?:[\\w./@-]|[:#](?=[\\w./]))*';
const VALUE = `${WORD}|\\d+(?:ms|[smhdwy])`;
const LINE = new RegExp(`^( +)([A-Za-z][\\w-]*): +(?:(${VALUE})|\\[(${WORD}(?:, ?${WORD})*)\\])$`);
const HEAD = /^( +)[\w-]+:$/;
const NO_TEXT = /^(true|false|null|yes|no|on|off|y|n)$/i;
const QUIET = /^ *(#.*)?$/;
/** The lines of one file that were read already: most entries say the same, so ten thousand of them share their values. */
class PlainEntries {
    #lines = new Map();
    /** One entry of a map, `name:` and plain lines below it, all indented alike. Undefined: there is more to it than that. */
    read(source) {
        const [head = '', ...lines] = source.split('\n').filter((line) => !QUIET.test(line));
        const outer = HEAD.exec(head)?.[1];
        const read = lines.map((line) => this.#line(line));
        const inner = read[0]?.indent;
        if (outer === undefined || inner === undefined || inner <= outer)
            return undefined;
        const entry = {};
        for (const line of read) {
            if (line?.indent !== inner || Object.hasOwn(entry, line.name))
                return undefined;
            entry[line.name] = line.value;
        }
        return entry;
    }
    #line(text) {
        if (this.#lines.has(text))
            return this.#lines.get(text);
        const line = readLine(text);
        if (this.#lines.size < MOST_LINES)
            this.#lines.set(text, line);
        return line;
    }
}
/** What no two entries share would only fill the memory. */
const MOST_LINES = 5000;
function readLine(line) {
    const [, indent, name, word, list] = LINE.exec(line) ?? [];
    const value = list === undefined ? word : list.split(/, ?/);
    if (indent === undefined || name === undefined || value === undefined)
        return undefined;
    return [value].flat().some((text) => NO_TEXT.test(text)) ? undefined : { indent, name, value };
}

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/config/yamlFaults.js


/**
 * Names that are no text (numbers, lists: they would silently become text), that nobody can see, or that stand twice. The library can
 * find the latter itself, but compares each name with each: ten thousand entries take a second.
 */
function wrongNames(node) {
    const faults = [];
    collect(node, faults);
    return faults;
}
function collect(node, faults) {
    if ((0,dist/* isSeq */.oP)(node))
        for (const item of node.items)
            collect(item, faults);
    if (!(0,dist/* isMap */.jh)(node))
        return;
    const seen = new Set();
    for (const { key, value } of node.items) {
        const name = (0,dist/* isScalar */.jn)(key) ? key.value : undefined;
        const message = wrongName(name, seen);
        seen.add(name);
        if (message !== undefined)
            faults.push({ offset: start(key) ?? start(node) ?? 0, message });
        collect(value, faults);
    }
}
function wrongName(name, seen) {
    if (typeof name !== 'string')
        return 'a name is no text; put it into quotes.';
    if (!(0,tools_text/* isPrintable */.C2)(name))
        return 'a name holds a control character or another that cannot be seen.';
    if (name === '__proto__')
        return '"__proto__" can be no name.';
    return seen.has(name) ? 'this name stands twice in the same map.' : undefined;
}
function start(node) {
    return node?.range?.[0];
}

;// CONCATENATED MODULE: ./.build/src/config/quickRead.js



/** Below this the whole file is read at once, which is simpler. */
const LARGE = 100_000;
/** The two sections that grow with the number of keys. */
const SECTION = /^(keys|workloads):[ \t]*(#.*)?$/;
/** Anchors, aliases and tags reach from one entry to another; documents and tabs are errors, said elsewhere. */
const REACHING = /(^|[\s[{,:])[&*!][\w!]|^(---|\.\.\.|%)|[\t\r]/m;
const ENTRY = /^ +([A-Za-z][\w-]*):/;
const quickRead_QUIET = /^ *(#.*)?$/;
/**
 * The entries of a large file, read one by one: the library keeps every node of what it reads at once, and ten thousand
 * entries fill the memory. Undefined: the file is small, or not as plain as this, or has a fault; then all is read at once.
 */
function quickRead(text) {
    if (text.length < LARGE || REACHING.test(text))
        return undefined;
    const cut = new Cut(text);
    const lines = new Map(cut.entries.map((entry) => [keyOf(entry.section, entry.name), entry.line]));
    if (!cut.plain || lines.size < cut.entries.length)
        return undefined;
    const plain = new PlainEntries();
    const read = new Map();
    for (const { section, name, start, end } of cut.entries) {
        const source = text.slice(start, end);
        const value = plain.read(source) ?? parse(source, name);
        if (value === undefined)
            return undefined;
        const values = read.get(section) ?? [];
        values.push([name, value]);
        read.set(section, values);
    }
    const sections = [...read].map(([section, values]) => [section, Object.fromEntries(values)]);
    return {
        sections: Object.fromEntries(sections),
        rest: cut.rest.join('\n'),
        numbers: cut.numbers,
        lineOf: (section, name) => lines.get(keyOf(section, name)),
    };
}
const keyOf = (section, name) => `${section}.${name}`;
/** The file cut at its entries. A line that is indented as far as the first one begins another: what belongs to one is indented further. */
class Cut {
    entries = [];
    rest = [];
    numbers = [];
    plain = true;
    #section;
    #indent;
    constructor(text) {
        for (let start = 0, number = 1; start < text.length; number += 1) {
            const newline = text.indexOf('\n', start);
            const end = newline < 0 ? text.length : newline;
            this.#take(text.slice(start, end), number, start, end + 1);
            start = end + 1;
        }
    }
    #take(line, number, start, end) {
        const says = !quickRead_QUIET.test(line);
        const outside = says && !line.startsWith(' ');
        if (outside) {
            this.#section = SECTION.exec(line)?.[1];
            this.#indent = undefined;
        }
        if (outside || this.#section === undefined) {
            this.rest.push(line);
            this.numbers.push(number);
            return;
        }
        if (says)
            this.#begin(this.#section, line, number, start, end);
        const last = this.entries.at(-1);
        if (last && last.section === this.#section)
            last.end = end;
    }
    #begin(section, line, number, start, end) {
        const spaces = line.search(/[^ ]/);
        this.#indent ??= spaces;
        if (spaces > this.#indent)
            return;
        const name = ENTRY.exec(line)?.[1];
        if (spaces < this.#indent || name === undefined)
            this.plain = false;
        else
            this.entries.push({ section, name, line: number, start, end });
    }
}
/** Undefined when the library finds a fault, or another entry than we did. */
function parse(source, name) {
    const parsed = (0,dist/* parseDocument */.Tp)(source, { logLevel: 'error', prettyErrors: false, uniqueKeys: false });
    if (parsed.errors.length + parsed.warnings.length + wrongNames(parsed.contents).length > 0)
        return undefined;
    const values = parsed.toJS();
    return Object.keys(values).join() === name ? (values[name] ?? null) : undefined;
}

;// CONCATENATED MODULE: ./.build/src/config/document.js





/** Throws all RK2001 problems at once. @param file as people know it, such as `.github/rekey.yml` */
function readDocument(text, file) {
    mustBeReadable(text, file);
    const quick = quickRead(text);
    return (quick && inPieces(quick, text, file)) ?? readWhole(text, file);
}
/** Ten thousand keys are about 3 MB. Beyond this the library takes minutes, and so it does for lists in lists in lists. */
const MOST_CHARACTERS = 4 * 1024 * 1024;
const DEEPEST = 500;
function mustBeReadable(text, file) {
    if (text.length > MOST_CHARACTERS)
        throw notYaml(file, 1, `it has ${text.length} characters, and may have ${MOST_CHARACTERS}`);
    const deep = tooDeep(text);
    if (deep !== undefined)
        throw notYaml(file, deep, `more than ${DEEPEST} lists or maps are open in one another`);
}
/** The line at which too many brackets are open, or too many dashes follow one another. */
function tooDeep(text) {
    let [open, line, dashes] = [0, 1, 0];
    for (const character of text) {
        if (character === '\n')
            [line, dashes] = [line + 1, 0];
        else if (character === '[' || character === '{')
            open += 1;
        else if (character === ']' || character === '}')
            open = Math.max(0, open - 1);
        else if (character === '-' || character === '?')
            dashes += 1;
        else if (character !== ' ')
            dashes = 0;
        if (open > DEEPEST || dashes > DEEPEST)
            return line;
    }
    return undefined;
}
/** Read in pieces; only who asks for a line inside an entry makes the whole be read, and then something is wrong anyway. */
function inPieces(quick, text, file) {
    const head = readRest(quick, file);
    if (!head || !isPlain(head.value))
        return undefined;
    let known;
    const documentOf = ([section = '', ...inside]) => {
        if (inside.length === 0 || !Object.hasOwn(quick.sections, section))
            return head;
        return (known ??= readWhole(text, file));
    };
    return {
        value: { ...head.value, ...quick.sections },
        lineOf: (path) => documentOf(path).lineOf(path),
        lineOfName: (path) => documentOf(path).lineOfName(path),
        lineOfEntry: (path) => quick.lineOf(String(path[0]), String(path[1])) ?? documentOf(path).lineOfEntry(path),
    };
}
const isPlain = (value) => typeof value === 'object' && value !== null;
function readRest({ rest, numbers }, file) {
    try {
        const read = readWhole(rest, file);
        const inFile = (line) => numbers[line - 1] ?? line;
        return {
            value: read.value,
            lineOf: (path) => inFile(read.lineOf(path)),
            lineOfName: (path) => inFile(read.lineOfName(path)),
            lineOfEntry: (path) => inFile(read.lineOfEntry(path)),
        };
    }
    catch (thrown) {
        if (thrown instanceof errors/* RekeyError */.Z$)
            return undefined;
        throw thrown;
    }
}
function readWhole(text, file) {
    const lines = new dist/* LineCounter */.HN();
    const parsed = (0,dist/* parseDocument */.Tp)(text, { lineCounter: lines, logLevel: 'error', uniqueKeys: false });
    const line = (offset) => lines.linePos(offset).line;
    const found = [...parsed.errors, ...parsed.warnings].map(({ pos, code, message }) => ({
        line: line(pos[0]),
        code,
        message,
    }));
    const faults = whereLayoutBreaks(found, text).map((fault) => notYaml(file, fault.line, document_sentence(fault.code, fault.message)));
    // Where the layout is broken, names stand in maps that nobody meant.
    const maps = found.some(isOfLayout) ? [] : wrongNames(parsed.contents);
    const names = maps.map((fault) => notYaml(file, line(fault.offset), fault.message));
    const [first, ...rest] = [...faults, ...names];
    if (first)
        throw (0,errors/* together */.bs)([first, ...rest]);
    const places = new Places(parsed);
    return {
        value: plainValue(parsed, file),
        lineOf: (path) => line(places.of(path).value),
        lineOfName: (path) => line(places.of(path).name),
        lineOfEntry: (path) => line(places.of(path.slice(0, 2)).name),
    };
}
function notYaml(file, line, message) {
    return new errors/* RekeyError */.Z$('RK2001', message, { where: { file, line } });
}
/** The library's own words, without what it quotes of the file: a secret may stand there. */
function document_sentence(code, message) {
    if (code === 'TAB_AS_INDENT')
        return 'a tab is used as indentation; YAML allows spaces only.';
    if (code === 'MULTIPLE_DOCS')
        return 'the file holds several documents; keep the first, without "---" after it.';
    if (code === 'BAD_DIRECTIVE')
        return 'a line begins with "%", and directives are not understood here.';
    if (code === 'TAG_RESOLVE_FAILED')
        return 'tags such as "!!binary" are not understood here.';
    const first = (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    // After a colon the library quotes the file.
    return `${code === 'MISSING_CHAR' ? first : first.replace(/: .*$/s, '')}.`;
}
function plainValue(parsed, file) {
    try {
        return parsed.toJS();
    }
    catch {
        throw notYaml(file, 1, 'an alias (*name) has no anchor, or aliases multiply beyond reason.');
    }
}
/** Offsets of name and value at a path. A config may have ten thousand entries, so each map is indexed once. */
class Places {
    #parsed;
    #indexes = new WeakMap();
    constructor(parsed) {
        this.#parsed = parsed;
    }
    of(path) {
        let node = this.#parsed.contents;
        let found = { name: start(node) ?? 0, value: start(node) ?? 0 };
        for (const part of path) {
            const next = this.#step((0,dist/* isAlias */.Vj)(node) ? node.resolve(this.#parsed) : node, part);
            if (!next)
                return found;
            const name = start(next.name) ?? found.name;
            found = { name, value: start(next.value) ?? name };
            node = next.value;
        }
        return found;
    }
    #step(node, part) {
        if ((0,dist/* isMap */.jh)(node)) {
            const pair = this.#index(node).get(part);
            return pair && { name: pair.key, value: pair.value };
        }
        const item = (0,dist/* isSeq */.oP)(node) ? node.items[Number(part)] : undefined;
        return item === undefined ? undefined : { name: item, value: item };
    }
    #index(map) {
        const known = this.#indexes.get(map);
        if (known)
            return known;
        const made = new Map(map.items.map((pair) => [(0,dist/* isScalar */.jn)(pair.key) ? pair.key.value : undefined, pair]));
        this.#indexes.set(map, made);
        return made;
    }
}

;// CONCATENATED MODULE: ./.build/src/config/faultyEntries.js
/** Their entries are fields, and without them every key or workload would seem to lack something. */
const SHARED = /^(defaults|templates|workload_defaults|workload_templates):/;
const faultyEntries_SECTION = /^[A-Za-z_]+:[ \t]*(#.*)?$/;
const faultyEntries_QUIET = /^\s*(#.*)?$/;
/** Of a file with more of them nobody needs the rest yet, and each costs a look at the file. */
const MOST_FAULTS = 20;
/**
 * Takes out the entries (`keys.a`, `vendors.b`) in which YAML breaks, so that the others can be judged. Undefined where a fault is in no
 * entry of a section: then nobody can say where it ends. @param faults line numbers, from 1
 */
function withoutFaults(text, faults) {
    if (faults.length > MOST_FAULTS)
        return undefined;
    const lines = text.split('\n');
    const cut = new Set();
    for (const fault of faults) {
        const entry = entryAround(lines, fault - 1);
        if (!entry)
            return undefined;
        const [head = '', ...body] = lines.slice(entry.from, entry.to);
        lines[entry.from] = /^ +[^\s:#]+:/.exec(head)?.[0] ?? '';
        for (const at of body.keys())
            lines[entry.from + 1 + at] = '';
        for (let at = entry.from; at < entry.to; at += 1)
            cut.add(at + 1);
    }
    return { text: lines.join('\n'), isCut: (line) => cut.has(line) };
}
/** From the head of the entry above a line to the head of the next one below it; counted from 0. */
function entryAround(lines, fault) {
    const depth = (at) => (faultyEntries_QUIET.test(lines[at] ?? '') ? Infinity : indentOf(lines[at] ?? ''));
    let section = fault;
    while (section >= 0 && depth(section) > 0)
        section -= 1;
    const title = lines[section] ?? '';
    if (section < 0 || section === fault || !faultyEntries_SECTION.test(title) || SHARED.test(title))
        return undefined;
    let first = section + 1;
    while (first < lines.length && depth(first) === Infinity)
        first += 1;
    const indent = depth(first);
    const isHead = (at) => depth(at) <= indent;
    let from = fault - (fault > first ? 1 : 0);
    while (from > first && !isHead(from))
        from -= 1;
    let to = fault + 1;
    while (to < lines.length && !isHead(to))
        to += 1;
    return { from, to };
}
/** A tab is as deep as a line can be indented: it is never the head of an entry. */
const indentOf = (line) => (/^ *\t/.test(line) ? 1000 : line.search(/[^ ]/));

;// CONCATENATED MODULE: ./.build/src/config/problems.js



/** Nobody reads more, and a file of the wrong kind has a problem on every line. */
const MOST = 100;
/** Collects everything that is wrong, so that people see it at once and not one at a time. */
class Problems {
    #found = [];
    #document;
    #file;
    constructor(document, file) {
        this.#document = document;
        this.#file = file;
    }
    /** A value is wrong. @param next better than the code's own next step */
    add(code, path, message, next) {
        this.#put(code, path, this.#document.lineOf(path), message, next);
    }
    /** The name at the end of the path is wrong. */
    addName(code, path, message, next) {
        this.#put(code, path, this.#document.lineOfName(path), message, next);
    }
    /** The name at the end of the path is not known: it may be a key that somebody pasted. */
    addUnknown(code, path, message, next) {
        const shown = [...path.slice(0, -1), (0,suggest/* shy */.vN)(String(path.at(-1)))];
        this.#put(code, shown, this.#document.lineOfName(path), message, next);
    }
    /** Where the entry begins that holds this path. */
    lineOf(path) {
        return this.#document.lineOfEntry(path);
    }
    get all() {
        return [...this.#found].sort((a, b) => (a.where?.line ?? 0) - (b.where?.line ?? 0));
    }
    throwIfAny() {
        throwAll(this.all);
    }
    #put(code, path, line, message, next) {
        // A value that many entries share is wrong once.
        const isTold = this.#found.some((one) => one.where?.line === line && one.code === code && one.message === message);
        if (isTold && this.#document.isShared?.(path) === true)
            return;
        const where = { file: this.#file, line, ...(path.length > 0 && { path: spoken(path) }) };
        const details = next === undefined ? { where } : { where, next };
        this.#found.push(new errors/* RekeyError */.Z$(code, message, details));
    }
}
/** Throws them as one, unless there are none. */
function throwAll(found) {
    const [first, ...rest] = found.slice(0, MOST);
    if (first)
        throw (0,errors/* together */.bs)([first, ...rest]);
}
/** `keys.gateway-prod.used_by`; a place in a list is `notify.1`, the second. What is no plain name is cut and made harmless. */
function spoken(path) {
    return path
        .map(String)
        .map((part) => ((0,names/* isName */.Eo)(part) && !(0,suggest/* looksRandom */.EZ)(part) ? part : (0,suggest/* shy */.vN)(part)))
        .join('.');
}

// EXTERNAL MODULE: ./.build/src/domain/config.js
var config = __webpack_require__("src/domain/config");
;// CONCATENATED MODULE: ./.build/src/domain/contracts/notifier.js
const OCCASIONS = [
    'consumers-at-risk',
    'needs-person',
    'blocked',
    'overdue',
    'done',
    'undone',
];

// EXTERNAL MODULE: ./.build/src/domain/tools/publicId.js
var publicId = __webpack_require__("src/domain/tools/publicId");
// EXTERNAL MODULE: ./node_modules/croner/dist/croner.js
var croner = __webpack_require__("croner/dist/croner");
// EXTERNAL MODULE: ./.build/src/domain/tools/window.js
var tools_window = __webpack_require__("src/domain/tools/window");
// EXTERNAL MODULE: ./.build/src/config/duration.js
var duration = __webpack_require__("src/config/duration");
;// CONCATENATED MODULE: ./.build/src/config/types.js






/** The small values of rekey.yml. Each says in its own words what it must be; see `check.ts` for the rest. */
const types_name = schemas/* string */.YjP()
    .regex(names/* NAME */.o_, `must be ${names/* nameRule */.Mp}`)
    .refine((text) => !(0,names/* isInherited */.tG)(text), 'is reserved by JavaScript; choose another name');
/** Owner or environment: any short text on one line. */
const label = schemas/* string */.YjP()
    .regex(/^[^\u0000-\u001f\u007f]{1,100}$/, 'must be text on one line, at most 100 characters')
    .refine(tools_text/* isPrintable */.C2, 'must not hold invisible characters');
/** Milliseconds. Zero is allowed only where waiting not at all makes sense. */
const anyDuration = schemas/* string */.YjP(duration/* durationRule */.bq).regex(duration/* DURATION */.ft, duration/* durationRule */.bq).transform(toMillis);
const durationOrNone = anyDuration;
const types_duration = anyDuration.refine((value) => value > 0, 'must be longer than nothing');
function toMillis(text) {
    return (0,duration/* parseDuration */.E9)(text) ?? 0;
}
/** Five fields, UTC. */
const cron = schemas/* string */.YjP()
    .refine(isCron, 'must be a cron expression of five fields that comes true, such as "0 2 1 * *" (UTC)');
function isCron(text) {
    if (text.trim().split(/\s+/).length !== 5)
        return false;
    try {
        return new croner/* Cron */.l4(text, { mode: '5-part', timezone: 'UTC' }).nextRun() !== null;
    }
    catch {
        return false;
    }
}
const windowTimes = schemas/* string */.YjP()
    .refine((text) => (0,tools_window/* parseWindow */.E)(text) !== undefined, 'must be days and times, such as "Mon-Thu 02:00-05:00"');
const timezone = schemas/* string */.YjP()
    .refine(isTimezone, 'must be a time zone of the IANA list, such as "Europe/Amsterdam" or "UTC"');
function isTimezone(text) {
    try {
        new Intl.DateTimeFormat('en', { timeZone: text });
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./.build/src/config/schema.js






/**
 * The one schema of rekey.yml. The settings of adapters are no part of it: a *slot* marks where they stand, the loader
 * reads them with the adapter's own schema, and the generator puts all those schemas in the slot's place. `many`: one entry, or a list of them.
 */
const slot = (kind, more = {}) => schemas/* unknown */.L5J().meta({ slot: kind, ...more });
const named = (entry) => schemas/* record */.g1P(types_name, entry);
const identities = named(slot('identities')).describe('Logins, by name; no stored credential');
const stores = named(slot('stores')).describe('Where applications read their keys, by name');
const vendors = named(slot('vendors')).describe('Who issues keys, by name');
const workload = schemas/* strictObject */.rej({
    template: types_name
        .optional()
        .describe('The entry under workload_templates whose values it takes where it says nothing itself'),
    roll: slot('deployers')
        .optional()
        .describe('How it takes a new value; without it, it re-reads the store by itself'),
    check: slot('probes', { many: true }).optional().describe('How we see that it is well; one, or a list'),
    holds_key_for: types_duration.describe('How long it may go on with an old value: its longest job or cache'),
});
const key = schemas/* strictObject */.rej({
    template: types_name
        .optional()
        .describe('The entry under templates whose values it takes where it says nothing itself'),
    owner: label.describe('The team that answers for the key'),
    environment: label.describe('The GitHub environment in which the job must run'),
    criticality: schemas/* enum */.k5n(config/* CRITICALITIES */.m).default('medium').describe('Which policy applies'),
    vendor: types_name.optional().describe('Who issues it; the only vendor there is may be left out'),
    scopes: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe('Its rights; a new key never has more'),
    secret: schemas/* string */.YjP()
        .describe('Where applications read it: store:path#field. Ends in # when fields names the fields; store:path in a store whose secrets are one text'),
    fields: schemas/* record */.g1P(types_name, schemas/* string */.YjP().min(1))
        .optional()
        .describe('For credentials of several parts: the field of each part'),
    id_field: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe("The field beside the value that holds the vendor's id; the field's name with _id if left out"),
    key_id: schemas/* string */.YjP()
        .min(1)
        .refine(tools_text/* isWhole */.wP, { error: 'must not hold half a character', abort: true })
        .refine(publicId/* isIdLike */.V, publicId/* idRule */.M)
        .optional()
        .describe('The id of the key in use, said once by a person where nothing else tells it'),
    used_by: schemas/* array */.YOg(types_name).default([]).describe('Workloads, in the order in which they are rolled and checked'),
    rotation_frequency: types_duration
        .optional()
        .describe('How often it is replaced; up to a tenth earlier, so that keys of one day do not fall due together'),
    schedule: cron.optional().describe('When it is replaced, instead of a frequency: cron, five fields, UTC'),
    grace_period: types_duration
        .prefault('24h')
        .describe('How long the old key lives on after the last workload was checked. Where the vendor shows a last use it must then be seen silent, which takes up to its limits.last_used_lag longer'),
    drain_limit: types_duration
        .prefault('7d')
        .describe('How much longer a key that is still in use is waited for, then a person decides'),
    watch: durationOrNone
        .prefault('10m')
        .describe('How long a disabled old key is watched before it is revoked; 0s: not at all'),
});
/** Values that several keys, or several workloads, share. */
const keyPart = key.omit({ template: true }).partial();
const workloadPart = workload.omit({ template: true }).partial();
const schema_policy = schemas/* strictObject */.rej({
    max_age: schemas/* partialRecord */.jgl(schemas/* enum */.k5n(config/* CRITICALITIES */.m), types_duration)
        .default({})
        .describe('How old a key may get, grace period included: a duration for low, medium, high, critical'),
    windows: schemas/* array */.YOg(schemas/* strictObject */.rej({
        environment: label.optional().describe('Keys of this environment'),
        keys: schemas/* array */.YOg(types_name).nonempty().optional().describe('These keys'),
        allow: windowTimes.describe('Days and times at which a rotation may start'),
        timezone: timezone.default('UTC').describe('Time zone of days and times, such as Europe/Amsterdam'),
    }))
        .default([])
        .describe('When rotations may start; what was started is always finished'),
    approve: schemas/* strictObject */.rej({
        start: schemas/* array */.YOg(schemas/* enum */.k5n(config/* CRITICALITIES */.m)).default([]).describe('Criticalities that need a reviewer'),
    })
        .prefault({})
        .describe('What a person approves before it happens'),
});
const amount = schemas/* number */.aig().int().min(1);
const schema_limits = schemas/* strictObject */.rej({
    starts_per_tick: amount.default(5).describe('Rotations that one run may start'),
    at_once: amount.default(1).describe('Rotations at once for one workload, and for one vendor'),
});
const schema_when = schemas/* array */.YOg(schemas/* enum */.k5n(OCCASIONS))
    .nonempty()
    .describe('Occasions on which it is told; all of them if left out');
const whole = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe('The version of this format'),
    identities: identities.default({}),
    stores: stores.default({}),
    vendors: vendors.default({}),
    workloads: named(workload).default({}).describe('Services that use keys, by name'),
    workload_defaults: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .optional()
        .meta({ part: 'workloadPart' })
        .describe('Values for every workload that says nothing else; any word of a workload but template'),
    workload_templates: named(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).meta({ part: 'workloadPart' }))
        .optional()
        .describe('Sets of such values, by name, for the workloads that name one with template'),
    defaults: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .optional()
        .meta({ part: 'keyPart' })
        .describe('Values for every key that says nothing else; any word of a key but template'),
    templates: named(schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).meta({ part: 'keyPart' }))
        .optional()
        .describe('Sets of such values, by name, for the keys that name one with template'),
    keys: named(key).default({}).describe('The keys that are managed, by name'),
    ticket: slot('tickets').optional().describe('Where each rotation gets its ticket'),
    notify: schemas/* array */.YOg(slot('notifiers')).default([]).describe('Who is told, and when'),
    journal: slot('journals').optional().describe('Where facts are kept; a branch if left out'),
    public_journal: schemas/* boolean */.zMY()
        .default(false)
        .describe('Owners, ids and failures may be public: without it a public journal is refused'),
    allow_private_hosts: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Host names that may lead to private addresses'),
    policy: schema_policy.prefault({}).describe('Rules that hold for all keys, whatever their entries say'),
    limits: schema_limits.prefault({}).describe('How much one run may do'),
});
/** The top level and its names. Workloads and keys are read one by one, each with its own schema above. */
const outline = whole.extend({
    workloads: named(schemas/* unknown */.L5J()).default({}),
    keys: named(schemas/* unknown */.L5J()).default({}),
});

;// CONCATENATED MODULE: ./.build/src/config/entries.js



/** The entries of a map in the file, whatever they hold; empty when it is no map (that is reported elsewhere). */
function entriesOf(raw) {
    return isMap(raw) ? Object.entries(raw) : [];
}
/**
 * The entries that fit the schema, and those that do once what is wrong in them is left out; the latter goes to the problems.
 * @param fillers stand for what an entry lacks
 */
function readEntries(section, raw, schema, fillers, problems) {
    const found = new Map();
    for (const [name, value] of entriesOf(raw)) {
        const entry = check(schema, value, [section, name], problems);
        const known = entry === undefined ? repaired(schema, value, fillers) : { value: entry };
        if (known)
            found.set(name, known);
    }
    return found;
}

;// CONCATENATED MODULE: ./.build/src/config/key.js


const NO_PLACE = { store: '', secret: { path: '', fields: {}, idField: '' } };
/**
 * One entry under `keys:`, with every name resolved. What cannot be told is empty: it is among the problems, and the rest of the
 * entry is judged all the same. @param unsure fields of which nothing can be said
 */
function readKey(name, raw, names, problems, unsure) {
    const path = ['keys', name];
    const place = unsure && ['secret', 'fields', 'id_field'].some(unsure)
        ? undefined
        : readSecret(raw, path, names, problems);
    const secret = place ?? NO_PLACE;
    const [only] = names.vendors;
    const vendor = raw.vendor ?? (names.vendors.length === 1 ? only : undefined) ?? '';
    return {
        name,
        owner: raw.owner,
        environment: raw.environment,
        criticality: raw.criticality,
        vendor,
        scopes: raw.scopes,
        ...secret,
        ...(raw.key_id !== undefined && { keyId: raw.key_id }),
        usedBy: raw.used_by,
        ...(raw.rotation_frequency !== undefined && { frequency: raw.rotation_frequency }),
        ...(raw.schedule !== undefined && { schedule: raw.schedule }),
        grace: raw.grace_period,
        drainLimit: raw.drain_limit,
        watch: raw.watch,
        line: problems.lineOf(path),
    };
}
function readSecret(raw, path, { stores, wholes }, problems) {
    const place = [...path, 'secret'];
    const found = (0,config_reference/* parseReference */.F)(raw.secret, stores, wholes);
    if (!found) {
        problems.add('RK2002', place, (0,config_reference/* notReference */.l)(raw.secret, 'vault:prod/gateway#api_key', wholes));
        return undefined;
    }
    const isWhole = wholes.includes(found.store);
    const fields = isWhole ? key_readWhole(raw, path, problems) : readFields(raw, found.field, path, problems);
    return fields && { store: found.store, secret: { path: found.path, ...fields } };
}
/** The secret itself is the value; its id stands in its metadata. */
function key_readWhole(raw, path, problems) {
    if (raw.fields === undefined)
        return { fields: { value: '' }, idField: raw.id_field ?? 'rekey_id' };
    problems.add('RK2005', [...path, 'fields'], 'cannot be given: secrets of this store are one text and have no fields.');
    return undefined;
}
/** One part lives in the field of the reference; several in `fields`, and then `id_field` must be said. */
function readFields(raw, field, path, problems) {
    const fields = raw.fields ?? (field === '' ? {} : { value: field });
    const names = Object.values(fields);
    const idField = raw.id_field ?? (names.length === 1 ? `${names[0] ?? ''}_id` : undefined);
    const complaint = wrongFields(raw.fields !== undefined, field, names, idField);
    if (complaint !== undefined)
        problems.add('RK2005', [...path, 'secret'], complaint);
    return complaint === undefined && idField !== undefined ? { fields, idField } : undefined;
}
function wrongFields(given, field, names, idField) {
    if (names.length === 0)
        return 'names no field: write it after the "#", or give "fields:".';
    if (given && field !== '')
        return `names the field ${(0,suggest/* unknown */.L5)(field)}, and "fields:" names others.`;
    if (new Set(names).size < names.length)
        return 'two parts would share one field.';
    if (idField === undefined)
        return 'has several fields: say in "id_field:" where the id of the key goes.';
    return names.includes(idField)
        ? `"id_field:" is ${(0,suggest/* unknown */.L5)(idField)}, where a part of the key is.`
        : undefined;
}

;// CONCATENATED MODULE: ./.build/src/config/keyNames.js




/** Looks up every name in an entry of `keys:`. It reads the entry as it stands, so that another fault hides none of these. */
function checkNames(key, entry, names, around) {
    if (!isMap(entry))
        return;
    const { problems } = around;
    const { vendor, secret, used_by: users } = entry;
    const path = ['keys', key];
    checkVendor(vendor, path, names.vendors, problems);
    const place = typeof secret === 'string' ? (0,config_reference/* parseReference */.F)(secret, names.stores, names.wholes) : undefined;
    if (place && !names.stores.includes(place.store)) {
        const message = `${(0,suggest/* unknown */.L5)(place.store, names.stores)} is not a store.${(0,suggest/* didYouMean */.au)(place.store, names.stores)}`;
        problems.add('RK2004', [...path, 'secret'], message);
    }
    else if (place)
        checkPlace(place, [...path, 'secret'], around);
    const words = Array.isArray(users) ? users.filter((user) => typeof user === 'string') : [];
    checkUsers(words, [...path, 'used_by'], names.workloads, problems);
}
function checkVendor(vendor, path, vendors, problems) {
    if (vendor === undefined && vendors.length !== 1) {
        const message = `is missing.${(0,suggest/* didYouMean */.au)('', vendors)}`;
        problems.addName('RK2002', [...path, 'vendor'], message, 'Add it.');
    }
    else if (typeof vendor === 'string' && !vendors.includes(vendor)) {
        const message = `${(0,suggest/* unknown */.L5)(vendor, vendors)} is not a vendor.${(0,suggest/* didYouMean */.au)(vendor, vendors)}`;
        problems.add('RK2004', [...path, 'vendor'], message, 'Correct the name, or add it under vendors.');
    }
}
function checkUsers(users, path, workloads, problems) {
    for (const [index, user] of users.entries()) {
        if (!workloads.has(user)) {
            const message = `${(0,suggest/* unknown */.L5)(user, [...workloads])} is not a workload.${(0,suggest/* didYouMean */.au)(user, [...workloads])}`;
            problems.add('RK2004', path, message, 'Correct the name, or add it under workloads.');
        }
        else if (users.indexOf(user) < index) {
            problems.add('RK2005', path, `${(0,suggest/* quoted */.TL)(user)} stands twice.`, 'Name it once.');
        }
    }
}

;// CONCATENATED MODULE: ./.build/src/config/policy.js


/** `policy:` as a PolicyConfig; a part of it that has faults is empty, and they were reported when the whole file was checked. */
function readPolicy(raw) {
    const policy = repaired(schema_policy, raw ?? {})?.value ?? schema_policy.parse({});
    return {
        maxAge: policy.max_age,
        windows: policy.windows.map(({ environment, keys, ...rest }) => ({
            ...rest,
            ...(environment !== undefined && { environment }),
            ...(keys !== undefined && { keys }),
        })),
        approveStart: policy.approve.start,
    };
}
/** `limits:`, or the defaults. */
function readLimits(raw) {
    const limits = schema_limits.safeParse(raw ?? {}).data ?? schema_limits.parse({});
    return { startsPerTick: limits.starts_per_tick, atOnce: limits.at_once };
}

;// CONCATENATED MODULE: ./.build/src/config/shared.js




/** The sections whose entries share values, and where those stand. */
const shared_SHARED = [
    { section: 'keys', defaults: 'defaults', templates: 'templates' },
    {
        section: 'workloads',
        defaults: 'workload_defaults',
        templates: 'workload_templates',
    },
];
const PARTS = {
    keys: keyPart,
    workloads: workloadPart,
};
/**
 * The file with defaults and templates put into each key and workload, so that everything after this sees whole entries. An entry's
 * own word stands above its template, and that above the defaults; a list or map is taken whole. Lines lead to where a value was written.
 */
const withShared = (document) => shared_SHARED.reduce(withSharedIn, document);
function withSharedIn(document, shared) {
    const { value } = document;
    if (!isMap(value))
        return document;
    const entries = value[shared.section];
    const [defaults, templates] = [value[shared.defaults], value[shared.templates]];
    if (!isMap(entries) || (defaults === undefined && templates === undefined))
        return document;
    const common = isMap(defaults) ? defaults : {};
    const templateOf = (entry) => {
        const name = entry['template'];
        const found = typeof name === 'string' && isMap(templates) ? own(templates, name) : undefined;
        return isMap(found) ? found : {};
    };
    const whole = Object.entries(entries).map(([name, entry]) => [
        name,
        isMap(entry) ? { ...common, ...templateOf(entry), ...entry } : entry,
    ]);
    /** Where the value at this path was written. */
    const source = (path) => {
        const [section, name, field] = path;
        const entry = section === shared.section ? own(entries, String(name)) : undefined;
        if (!isMap(entry) || field === undefined || Object.hasOwn(entry, field))
            return path;
        if (Object.hasOwn(templateOf(entry), field))
            return [shared.templates, String(entry['template']), ...path.slice(2)];
        return Object.hasOwn(common, field) ? [shared.defaults, ...path.slice(2)] : path;
    };
    return {
        value: { ...value, [shared.section]: Object.fromEntries(whole) },
        lineOf: (path) => document.lineOf(source(path)),
        lineOfName: (path) => document.lineOfName(source(path)),
        lineOfEntry: (path) => document.lineOfEntry(path),
        isShared: (path) => source(path) !== path || document.isShared?.(path) === true,
    };
}
/** Checks the shared values themselves, also those that no entry takes, and the names that entries give. */
function checkShared(raw, problems) {
    for (const { section, defaults, templates } of shared_SHARED) {
        const part = PARTS[section];
        if (raw[defaults] !== undefined)
            check(part, raw[defaults], [defaults], problems);
        const named = isMap(raw[templates]) ? raw[templates] : {};
        for (const [name, one] of Object.entries(named))
            check(part, one, [templates, name], problems);
        for (const [name, entry] of Object.entries(isMap(raw[section]) ? raw[section] : {})) {
            const template = isMap(entry) ? entry['template'] : undefined;
            if (typeof template !== 'string' || Object.hasOwn(named, template))
                continue;
            const known = Object.keys(named);
            const message = `${(0,suggest/* unknown */.L5)(template, known)} is not a template.${(0,suggest/* didYouMean */.au)(template, known)}`;
            problems.add('RK2004', [section, name, 'template'], message);
        }
    }
}
/** The values that workloads share, by the path at which they stand. */
function sharedWorkloads(raw) {
    const { workload_defaults: defaults, workload_templates: templates } = raw;
    const named = isMap(templates) ? Object.entries(templates) : [];
    const all = [
        [['workload_defaults'], defaults],
        ...named.map(([name, part]) => [['workload_templates', name], part]),
    ];
    return all.flatMap(([path, part]) => (isMap(part) ? [[path, part]] : []));
}

;// CONCATENATED MODULE: ./.build/src/config/workload.js

/** One entry under `workloads:`. */
async function readWorkload(name, raw, around) {
    const path = ['workloads', name];
    return {
        name,
        ...(await readHandling(path, raw, around)),
        holdsKeyFor: raw.holds_key_for,
        line: around.problems.lineOf(path),
    };
}
/** How a workload is rolled and checked. @param path of the entry, or of what entries share */
async function readHandling(path, { roll, check }, around) {
    const place = [...path, 'roll'];
    const use = roll === undefined ? undefined : await readUse('deployers', place.join('.'), roll, place, around);
    return { ...(use && { roll: use }), checks: await readChecks([...path, 'check'], check, around) };
}
async function readChecks(path, raw, around) {
    if (raw === undefined)
        return [];
    const list = Array.isArray(raw) ? raw : [raw];
    const uses = [];
    for (const [index, item] of list.entries()) {
        const place = Array.isArray(raw) ? [...path, index] : path;
        const use = await readUse('probes', place.join('.'), item, place, around);
        if (use)
            uses.push(use);
    }
    return uses;
}

;// CONCATENATED MODULE: ./.build/src/config/sections.js










const DEFAULT_JOURNAL = { use: 'github-branch' };
/** Everything below the top level, as far as it can be read. What cannot be read is among the problems already. */
async function readSections(raw, around) {
    // References anywhere are held against the stores.
    const stores = await readUses('stores', raw, around);
    const [ticket] = await readOptional('tickets', 'ticket', raw['ticket'], around);
    const [journal] = await readOptional('journals', 'journal', raw['journal'] ?? DEFAULT_JOURNAL, around);
    return {
        identities: await readUses('identities', raw, around),
        stores,
        vendors: await readUses('vendors', raw, around),
        workloads: await readWorkloads(raw, around),
        keys: readKeys(raw, around),
        ...(ticket && { ticket }),
        notify: await readNotify(raw['notify'], around),
        journal: journal ?? { name: 'journal', settings: undefined, ...DEFAULT_JOURNAL, line: 1 },
        publicJournal: raw['public_journal'] === true,
        allowPrivateHosts: whole.shape.allow_private_hosts.safeParse(raw['allow_private_hosts']).data ?? [],
        policy: readPolicy(raw['policy']),
        limits: readLimits(raw['limits']),
    };
}
async function readUses(kind, raw, around) {
    const uses = [];
    for (const [name, entry] of entriesOf(raw[kind])) {
        const use = await readUse(kind, name, entry, [kind, name], around);
        if (use)
            uses.push([name, use]);
    }
    return Object.fromEntries(uses);
}
async function readOptional(kind, name, raw, around) {
    if (raw === undefined)
        return [];
    const use = await readUse(kind, name, raw, [name], around);
    return use ? [use] : [];
}
async function readWorkloads(raw, around) {
    // First, so that what is wrong in a shared value is told where it stands, and once.
    for (const [path, part] of sharedWorkloads(raw))
        await readHandling(path, part, around);
    const workloads = [];
    const fillers = { holds_key_for: '1ms' };
    for (const [name, { value }] of readEntries('workloads', raw['workloads'], workload, fillers, around.problems)) {
        workloads.push([name, await readWorkload(name, value, around)]);
    }
    return Object.fromEntries(workloads);
}
function readKeys(raw, around) {
    const named = (kind) => entriesOf(raw[kind]).map(([name]) => name);
    const workloads = new Set(named('workloads'));
    const names = {
        stores: around.stores,
        wholes: wholesOf(around),
        vendors: named('vendors'),
        workloads,
    };
    for (const [name, entry] of entriesOf(raw['keys']))
        checkNames(name, entry, names, around);
    const keys = [];
    const fillers = { owner: '-', environment: '-', secret: '' };
    for (const [name, entry] of readEntries('keys', raw['keys'], key, fillers, around.problems)) {
        keys.push([name, readKey(name, entry.value, names, around.problems, entry.unsure)]);
        if (entry.unsure)
            around.unsure.set(name, entry.unsure);
    }
    return Object.fromEntries(keys);
}
async function readNotify(raw, around) {
    const notify = [];
    for (const [index, entry] of (Array.isArray(raw) ? raw : []).entries()) {
        const path = ['notify', index];
        const { when, ...rest } = isMap(entry) ? entry : {};
        const use = await readUse('notifiers', path.join('.'), isMap(entry) ? rest : entry, path, around);
        const occasions = when === undefined ? OCCASIONS : check(schema_when, when, [...path, 'when'], around.problems);
        if (use && occasions)
            notify.push({ ...use, when: occasions });
    }
    return notify;
}

;// CONCATENATED MODULE: ./.build/src/config/warnings.js


/** Entries that nothing uses, keys that nothing would ever make due, and what stores in use do not promise. Each warning is one sentence. */
function warningsOf(config, references, promises = new Map()) {
    const keys = Object.values(config.keys);
    const stores = Object.keys(config.stores);
    const wholes = stores.filter((name) => config.stores[name]?.whole === true);
    const usedStores = new Set([
        ...keys.map((key) => key.store),
        ...[...references].map((text) => (0,config_reference/* parseReference */.F)(text, stores, wholes)?.store),
    ]);
    const usedIdentities = new Set(everyUse(config).map((use) => use.identity));
    return [
        ...unused('identities', Object.keys(config.identities), usedIdentities),
        ...unused('stores', stores, usedStores),
        ...unused('vendors', Object.keys(config.vendors), new Set(keys.map((key) => key.vendor))),
        ...unused('workloads', Object.keys(config.workloads), new Set(keys.flatMap((key) => key.usedBy))),
        ...keys
            .filter((key) => !key.frequency && !key.schedule && config.policy.maxAge[key.criticality] === undefined)
            .map((key) => `keys.${key.name} has no rotation_frequency, so it is replaced only when somebody asks.`),
        ...[...promises]
            .filter(([name]) => keys.some((key) => key.store === name))
            .flatMap(([name, one]) => lackingPromises(`stores.${name}`, one)),
    ];
}
/** What a store does not promise, and what follows for whoever rotates keys in it. */
function lackingPromises(name, promises) {
    const { fenced, reservation, destroys, keeps, readLag, serveLag } = promises;
    const alone = !fenced || !reservation;
    return [
        ...(alone
            ? [
                `${name} has no compare-and-set, so its keys are safe from one repository only: nothing else may write them while one is rotated.`,
            ]
            : []),
        ...(keeps === 'versions'
            ? []
            : [
                `${name} keeps no older versions, so a copy of the old value stays in the staging slot until its rotation has ended.`,
            ]),
        ...(destroys ? [] : [`${name} destroys no version, so a dead value stays readable in it.`]),
        ...(readLag > 0 ? [`${name} may be read ${(0,time/* spoken */.vg)(readLag)} late, which delays a rotation.`] : []),
        ...(serveLag > 0
            ? [`${name} may serve the old value for ${(0,time/* spoken */.vg)(serveLag)} after a switch, which is waited for.`]
            : []),
    ];
}
function unused(kind, names, used) {
    return names.filter((name) => !used.has(name)).map((name) => `${kind}.${name} is used by nothing.`);
}
/** Every adapter in use except the identities themselves. */
function everyUse(config) {
    return [
        ...Object.values(config.stores),
        ...Object.values(config.vendors),
        ...Object.values(config.workloads).flatMap((workload) => [
            ...(workload.roll ? [workload.roll] : []),
            ...workload.checks,
        ]),
        ...(config.ticket ? [config.ticket] : []),
        ...config.notify,
        config.journal,
    ];
}

;// CONCATENATED MODULE: ./.build/src/config/load.js












/** The text of rekey.yml as a Config. Throws one RekeyError that holds all problems, each with its line. @param path as people know the file */
async function load(text, path, { commit, catalog }) {
    const document = await readable(text, path, catalog);
    const { sections, references, promises, problems } = await judge(document, path, catalog);
    throwAll(problems);
    const source = { path, ...(commit !== undefined && { commit }), digest: (0,digest/* sha256 */.s)(text) };
    const config = { version: 1, source, ...sections };
    return { ...config, warnings: warningsOf(config, references, promises) };
}
/** Throws what is no YAML together with what is wrong in the entries that can be read all the same. */
async function readable(text, path, catalog) {
    try {
        return readDocument(text, path);
    }
    catch (thrown) {
        const error = (0,errors/* asRekeyError */.fq)(thrown);
        const faults = error.all.length > 0 ? error.all : [error];
        throwAll([...faults, ...(await besides(faults, text, path, catalog))].sort(byLine));
        throw error;
    }
}
async function besides(faults, text, path, catalog) {
    const lines = faults.flatMap(({ where }) => where?.line ?? []);
    const rest = withoutFaults(text, lines);
    if (!rest)
        return [];
    try {
        const { problems } = await judge(readDocument(rest.text, path), path, catalog);
        return problems.filter(({ where }) => !rest.isCut(where?.line ?? 1));
    }
    catch {
        // There is more to it than these lines, so of the rest nothing can be said.
        return [];
    }
}
const byLine = (one, other) => (one.where?.line ?? 0) - (other.where?.line ?? 0);
async function judge(read, path, catalog) {
    const document = withShared(read);
    const problems = new Problems(document, path);
    check(outline, document.value ?? {}, [], problems);
    const raw = isMap(document.value) ? document.value : {};
    const around = {
        catalog,
        problems,
        identities: load_names(raw['identities']),
        stores: load_names(raw['stores']),
        references: new Set(),
        promises: new Map(),
        parts: new Map(),
        unsure: new Map(),
        misplaced: new Map(),
    };
    checkShared(raw, problems);
    const sections = await readSections(raw, around);
    const unsure = (key, ...fields) => around.unsure.size > 0 && fields.some((field) => around.unsure.get(key)?.(field) === true);
    crossCheck({ ...sections, names: load_names(raw['keys']), parts: around.parts, unsure }, problems);
    return { sections, references: around.references, promises: around.promises, problems: problems.all };
}
function load_names(raw) {
    return isMap(raw) ? Object.keys(raw) : [];
}


/***/ }),

/***/ "src/config/reference":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ parseReference),
/* harmony export */   l: () => (/* binding */ notReference)
/* harmony export */ });
/** Control characters, white space, and the two characters that take references apart. */
const SEGMENT = /^[^\p{C}\s#]+$/u;
/**
 * Takes a reference apart. Without `store:` it is the only store there is. The field is empty when the reference ends in `#`.
 * Undefined: not a reference, such as one with a field in a store whose secrets have none. The text is never part of an error: somebody may have pasted a key there.
 * @param stores names of the stores in the config @param wholes those of them whose secrets are one text
 */
function parseReference(text, stores, wholes = []) {
    const hash = text.lastIndexOf('#');
    const place = hash < 0 ? text : text.slice(0, hash);
    const colon = place.indexOf(':');
    const store = colon < 0 && stores.length === 1 ? stores[0] : place.slice(0, Math.max(colon, 0));
    const path = place.slice(colon + 1);
    if (!store || wholes.includes(store) !== hash < 0)
        return undefined;
    const field = hash < 0 ? '' : text.slice(hash + 1);
    if (!isPath(path) || (field !== '' && !SEGMENT.test(field)))
        return undefined;
    return { store, path, field, ...(hash < 0 && { whole: true }) };
}
/** Why a text is no reference, as the end of a sentence, where it looks like one. The text itself is not shown. */
function notReference(text, example, wholes = []) {
    const rule = `must be a reference such as "${example}"`;
    const hash = text.lastIndexOf('#');
    if (hash >= 0 && wholes.some((store) => text.startsWith(`${store}:`)))
        return 'points to a store whose secrets are one text and have no fields: leave out the "#" and what comes after it.';
    const place = text.slice(0, Math.max(hash, 0));
    if (hash < 0)
        return `${rule}: the "#" with the field is missing.`;
    if (/\/\/[^/]/.test(place) && /^(https?|vault|openbao|kv):\/\//i.test(place))
        return `${rule}: it is written as an address. Leave out scheme, host and "v1/", and the mount, which the store names.`;
    if (/\s/.test(text))
        return `${rule}: it holds white space, which a reference cannot have. Rename the path or the field.`;
    if (place.endsWith('/'))
        return `${rule}: the path ends in "/".`;
    if (/(^|[:/])\.{1,2}(\/|$)/.test(place))
        return `${rule}: the path has "." or ".." as a part. Write it from the root of the mount.`;
    if (/:\/|^\/|\/\//.test(place))
        return `${rule}: the path begins with "/", or has an empty part.`;
    return `${rule}.`;
}
function isPath(path) {
    return path.split('/').every((segment) => SEGMENT.test(segment) && segment !== '.' && segment !== '..');
}


/***/ }),

/***/ "src/domain/config":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ CRITICALITIES)
/* harmony export */ });
const CRITICALITIES = ['low', 'medium', 'high', 'critical'];


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

/***/ "src/domain/key":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ keyIdentity),
/* harmony export */   Wx: () => (/* binding */ hasLabelOf),
/* harmony export */   ad: () => (/* binding */ credentialLabel),
/* harmony export */   tv: () => (/* binding */ shortIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The identity of a key for locks, labels and history: the secret's field in one repository. A rename in the config is no new key.
 */
function keyIdentity(repositoryId, key) {
    const fields = Object.values(key.secret.fields).sort().join('+');
    return `${repositoryId}/${key.store}:${key.secret.path}#${fields}`;
}
/** A name for files and slots: 16 hex digits of the identity. */
function shortIdentity(identity) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(identity).digest('hex').slice(0, 16);
}
/**
 * The label of one attempt to create: exact, so that a label alone tells key and rotation. At most 51 characters of [a-z0-9-].
 */
function credentialLabel(name, identity, rotation, attempt) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${identity}\n${rotation}\n${attempt}`).digest('hex').slice(0, 10);
    return `rekey-${readable(name)}-${hash}`;
}
const readable = (name) => name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 34)
    .replace(/^-+|-+$/g, '');
/** Some rotation of a key of this name made it; which, and of whose, the label alone does not say. */
function hasLabelOf(name, label) {
    const prefix = `rekey-${readable(name)}-`;
    return label.startsWith(prefix) && /^[0-9a-f]{10}$/.test(label.slice(prefix.length));
}


/***/ }),

/***/ "src/domain/tools/digest":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** sha256 of the text's UTF-8 bytes, 64 hex digits. */
function sha256(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex');
}


/***/ }),

/***/ "src/domain/tools/publicId":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ idRule),
/* harmony export */   V: () => (/* binding */ isIdLike)
/* harmony export */ });
const LONGEST = 256;
/**
 * The one rule for what an id of a key may look like, wherever it comes from: 1 to 256 printable ASCII characters without white
 * space, that are no step up a path and no workflow command. An id is public: it stands in logs, facts, tickets and addresses.
 * Looking like one is not enough: see `lifecycle/ids.ts` for who must know it.
 */
const isIdLike = (text) => /^[!-~]+$/.test(text) && text.length <= LONGEST && !/^\.{1,2}$|\.\.\/|^::|##\[/.test(text);
const idRule = `must be an id: printable characters without spaces, at most ${LONGEST}`;


/***/ }),

/***/ "src/domain/tools/window":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseWindow)
/* harmony export */ });
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const SHAPE = /^(?:(\S+) )?([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
/** Reads `Mon-Thu 02:00-05:00`, `Sat,Sun 22:00-04:00` or `02:00-05:00` (every day). Undefined: not of this form. */
function parseWindow(allow) {
    const match = SHAPE.exec(allow.trim());
    if (!match)
        return undefined;
    const [, dayText = 'Sun-Sat', fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = match;
    const days = parseDays(dayText);
    const from = `${fromHour}:${fromMinute}`;
    const to = `${toHour}:${toMinute}`;
    if (!days || from === to)
        return undefined;
    const lastDays = to < from ? days.map((day) => (day + 1) % 7) : days;
    return { opens: cron(fromMinute, fromHour, days), closes: cron(toMinute, toHour, lastDays) };
}
function cron(minute, hour, days) {
    return `${Number(minute)} ${Number(hour)} * * ${days.join(',')}`;
}
function parseDays(text) {
    const days = [];
    for (const range of text.toLowerCase().split(',')) {
        const [first = '', last = first, ...more] = range.split('-');
        const from = DAYS.indexOf(first);
        const to = DAYS.indexOf(last);
        if (from < 0 || to < 0 || more.length > 0)
            return undefined;
        for (let day = from;; day = (day + 1) % 7) {
            days.push(day);
            if (day === to)
                break;
        }
    }
    return [...new Set(days)].sort();
}


/***/ }),

/***/ "src/domain/travel":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ mustBeAllowed)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/**
 * Asks the owner of a secret whether its value may be sent to these origins: what the secret itself says (`rekey_origins` in its metadata)
 * must name each of them; a secret that says nothing allows all that the config says. Every value that leaves a store passes here
 * before it is bound to its origins; later the HTTP port holds it to those.
 * @throws RK4007, and nothing was sent
 */
function mustBeAllowed(path, origins, allowed) {
    const refused = allowed === undefined ? [] : origins.filter((origin) => !allowed.includes(origin));
    if (refused.length === 0)
        return;
    throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4007', `The secret ${path} does not allow its value to be sent to ${(0,_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .sentenceList */ .MT)(refused)}. Nothing was sent.`);
}


/***/ })

};
;
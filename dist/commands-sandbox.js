"use strict";
exports.id = "commands-sandbox";
exports.ids = ["commands-sandbox"];
exports.modules = {

/***/ "src/commands/sandbox":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sandbox: () => (/* binding */ sandbox)
});

// EXTERNAL MODULE: ./.build/src/runtime/terminal.js
var terminal = __webpack_require__("src/runtime/terminal");
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__("node:util");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/sandbox/options.js



const WORDS = ['scenario', 'keys', 'seed', 'out'];
const MOST_KEYS = 20;
const LINE = `node dist/index.js sandbox ${WORDS.map((word) => `[--${word} …]`).join(' ')} [--json]`;
const asksForHelp = ([first = '']) => ['help', '--help', '-h'].includes(first);
/** What `sandbox --help` prints: the options, and each scenario with what happens in it. */
function sandboxUsage(scenarios) {
    const width = Math.max(...scenarios.map(({ name }) => name.length));
    const rows = [...scenarios, { name: 'all', title: 'each of them, one after another' }].map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`);
    const options = `keys: 1 to ${MOST_KEYS}; seed: the same seed, the same play; out: a folder for what is left`;
    return [LINE, '', options, '', 'Scenarios; without one, happy', ...rows, ''].join('\n');
}
/**
 * Reads `--scenario NAME|all --keys N --seed N --out DIR --json`; throws RK1002.
 * @param words what stands after `sandbox` on the command line
 * @param inActions then a scenario must be named, so that nobody plays who meant to rotate
 */
function readOptions(words, names, inActions) {
    const given = parse(words);
    if (inActions && given.scenario === undefined)
        throw new errors/* RekeyError */.Z$('RK1002', 'The sandbox rotates nothing real. In a workflow it needs --scenario.');
    const scenario = given.scenario ?? 'happy';
    if (scenario !== 'all' && !names.includes(scenario)) {
        const known = (0,tools_text/* sentenceList */.MT)(['all', ...names]);
        throw new errors/* RekeyError */.Z$('RK1002', `There is no scenario ${(0,tools_text/* codeSpan */.SS)(scenario)}. There are ${known}.`);
    }
    return {
        scenario,
        keys: whole('keys', given.keys ?? '1', 1, MOST_KEYS),
        seed: whole('seed', given.seed ?? '1', 0, Number.MAX_SAFE_INTEGER),
        json: given.json,
        ...(given.out !== undefined && { out: given.out }),
    };
}
function parse(words) {
    const text = { type: 'string' };
    const options = { scenario: text, keys: text, seed: text, out: text, json: { type: 'boolean' } };
    try {
        const { values } = (0,external_node_util_.parseArgs)({ args: [...words], options, allowPositionals: false });
        return { ...values, json: values.json ?? false };
    }
    catch {
        throw new errors/* RekeyError */.Z$('RK1002', 'The sandbox does not understand its options.', {
            next: `${LINE}; with --help it lists its scenarios.`,
        });
    }
}
function whole(name, text, least, most) {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
        throw new errors/* RekeyError */.Z$('RK1002', `--${name} must be a whole number from ${least} to ${most}.`);
    }
    return value;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./.build/src/sandbox/result.js
/** What people read at the end. */
function figures(result) {
    const { calls } = result;
    const rows = [
        ['requests served during the rotation', String(result.requests - result.failed_requests)],
        ['requests failed', String(result.failed_requests)],
        ['keys alive at the vendor', String(result.live_credentials)],
        ['keys that nobody knows of', String(result.orphans)],
        ['the old key is', result.old_key === 'none' ? 'not there: it was the first' : result.old_key],
        ['keys rotated and proved', String(result.rotations)],
        ['time', `${(result.elapsed_ms / 1000).toFixed(1)} s`],
        ['calls', `vendor ${calls.vendor}, store ${calls.store}, GitHub ${calls.github}`],
        ['evidence', result.evidence],
        ['report', result.report],
    ];
    const width = Math.max(...rows.map(([name]) => name.length));
    const head = `${result.ok ? 'ok' : 'NOT OK'}  ${result.scenario}`;
    const table = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
    const problems = (result.problems ?? []).map((problem) => `  ! ${problem}`);
    return [head, ...table, ...problems, ''].join('\n');
}

;// CONCATENATED MODULE: ./.build/src/sandbox/timeline.js
/** What happened, as the servers saw it; nothing here is told by the program that is on trial. */
class Timeline {
    happenings = [];
    #began = performance.now();
    #listen;
    constructor(listen) {
        this.#listen = listen;
    }
    get elapsed() {
        return Math.round(performance.now() - this.#began);
    }
    say(who, what) {
        const happening = { at: this.elapsed, who, what };
        this.happenings.push(happening);
        this.#listen(happening);
    }
}
function asText(happenings) {
    return happenings.map((one) => `${line(one)}\n`).join('');
}
/** `   1.24s  vendor    key k2 created` */
function line({ at, who, what }) {
    return `${(at / 1000).toFixed(2).padStart(7)}s  ${who.padEnd(8)}  ${what}`;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/display.js


const CLEAR = '\r\u001b[K';
const nothing = () => undefined;
/** For people: what happens as it happens, then the figures. For programs: one line of JSON a scenario. */
function display(output, { json, many, terminal }) {
    const print = (text) => void output.write(`${terminal ? CLEAR : ''}${text}\n`);
    if (json) {
        const result = (one) => void output.write(`${JSON.stringify(one)}\n`);
        return { begin: nothing, happening: nothing, status: nothing, end: nothing, result };
    }
    return {
        begin: (out) => print(`A cloud on this machine, with nothing real in it. Files: ${out}\n`),
        happening(scenario, happening) {
            // What is written to the journal stands in the file with the timeline; on a screen it would drown the rest.
            if (happening.who === 'journal')
                return;
            print(many ? `${scenario.padEnd(10)} ${line(happening)}` : line(happening));
        },
        status: terminal && !many ? (text) => void output.write(`${CLEAR}${text}`) : nothing,
        result: (result) => print(`\n${figures(result)}`),
        end(results) {
            const bad = results.filter(({ ok }) => !ok).map(({ scenario }) => scenario);
            const good = `All ${results.length} scenarios went as they must.`;
            if (many)
                print(bad.length === 0 ? good : `Not ok: ${bad.join(', ')}`);
        },
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/chance.js
/** Chance that can be repeated: the same seed gives the same numbers. Not for anything secret. */
class Chance {
    #state;
    constructor(seed) {
        this.#state = seed >>> 0;
    }
    /** From 0 up to, not including, 1 (mulberry32). */
    fraction() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let mixed = this.#state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }
    pick(items) {
        return items[Math.floor(this.fraction() * items.length)];
    }
    between(least, most) {
        return least + this.fraction() * (most - least);
    }
    /** Lower-case letters and digits. */
    id(length) {
        const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
        let id = '';
        while (id.length < length)
            id += letters.charAt(Math.floor(this.fraction() * letters.length));
        return id;
    }
}

;// CONCATENATED MODULE: ./.build/src/kits/fake/fake.js
const fakeJson = (status, body, headers = {}) => ({
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
});

// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var tools_time = __webpack_require__("src/domain/tools/time");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fake/keys.js
/** The vendor's database: the truth, and what each view shows of it. */
class FakeKeys {
    lags;
    #world;
    #all = [];
    constructor(world, lags) {
        this.#world = world;
        this.lags = lags;
    }
    add(key) {
        const added = { ...key, uses: [], served: 0, refused: 0 };
        this.#all.push(added);
        return added;
    }
    get all() {
        return this.#all;
    }
    /** Not revoked and not expired; disabled ones count, as they do at vendors. */
    get live() {
        return this.#all.filter((key) => key.revoked === undefined && !this.#expired(key));
    }
    byId(id) {
        return this.live.find((key) => key.id === id);
    }
    byValue(value) {
        return this.#all.find((key) => key.value === value);
    }
    accepts(key) {
        const now = this.#world.now();
        const { propagation, revocation } = { ...this.lags, ...key.slow };
        const isOver = (ended) => ended !== undefined && now >= ended + revocation;
        const arrived = now >= key.created + propagation;
        return arrived && !isOver(key.revoked) && !isOver(key.disabled) && !this.#expired(key);
    }
    /** What the list shows, which may be late. */
    get listed() {
        const seen = this.#world.now() - this.lags.list;
        return this.#all.filter((key) => key.created <= seen && !(key.revoked !== undefined && key.revoked <= seen) && !this.#expired(key));
    }
    use(key) {
        const seen = this.#world.now() - this.lags.lastUsed;
        const older = key.uses.filter((at) => at <= seen).slice(-1);
        key.uses = [...older, ...key.uses.filter((at) => at > seen), this.#world.now()];
    }
    lastUsed(key) {
        const seen = this.#world.now() - this.lags.lastUsed;
        return key.uses.filter((at) => at <= seen).at(-1);
    }
    #expired(key) {
        return key.expires !== undefined && key.expires <= this.#world.now();
    }
}

;// CONCATENATED MODULE: ./.build/src/kits/fake/fakeRoute.js
/**
 * The values of the names in a route such as `GET /issues/{number}/comments`, each decoded; `{path*}` takes all that is left.
 * Undefined: another route.
 */
function fakeRoute(route, request) {
    const { method, wanted } = partsOf(route);
    if (method !== request.method)
        return undefined;
    const given = request.path.split('/').slice(1);
    const rest = wanted[wanted.length - 1]?.endsWith('*}') ?? false;
    if (rest ? given.length < wanted.length : given.length !== wanted.length)
        return undefined;
    const values = {};
    for (const [at, part] of wanted.entries()) {
        const value = decoded(part.endsWith('*}') ? given.slice(at).join('/') : (given[at] ?? ''));
        const name = part.startsWith('{') ? /^\{(\w+)\*?\}$/.exec(part)?.[1] : undefined;
        if (name !== undefined && value !== '')
            values[name] = value;
        else if (value !== part)
            return undefined;
    }
    return values;
}
/** A fake has few routes, and looks at each for every request. */
const known = new Map();
function partsOf(route) {
    const found = known.get(route);
    if (found)
        return found;
    const [method = '', pattern = ''] = route.split(' ');
    const parts = { method, wanted: pattern.split('/').slice(1) };
    known.set(route, parts);
    return parts;
}
function decoded(segment) {
    try {
        return decodeURIComponent(segment);
    }
    catch {
        return segment;
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fake/route.js

/** The call that a request is, and the id in its path. */
function matchRoute(routes, request) {
    for (const [call, templates] of Object.entries(routes)) {
        for (const template of templates) {
            const found = fakeRoute(template, request);
            if (found)
                return { call: call, id: found['id'] ?? '' };
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fake/wire.js

const bearerOf = (request) => /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1];
const isMap = (body) => typeof body === 'object' && body !== null && !Array.isArray(body);
const isTexts = (list) => Array.isArray(list) && list.every((item) => typeof item === 'string');
/** The gateway of the documentation: every call that there can be. */
const gateway = {
    routes: {
        create: ['POST /admin/keys'],
        list: ['GET /admin/keys'],
        whoami: ['GET /v1/me'],
        change: ['PATCH /admin/keys/{id}'],
        revoke: ['DELETE /admin/keys/{id}'],
        use: ['GET /v1/ping', 'GET /v1/charge', 'POST /v1/charge'],
    },
    adminKeyOf: bearerOf,
    keyOf: (request) => request.headers['x-api-key'],
    wanted: (body) => isMap(body) && typeof body['name'] === 'string' && isTexts(body['scopes'])
        ? { label: body['name'], scopes: body['scopes'] }
        : undefined,
    newId: (chance) => `key_${chance(12)}`,
    newValue: (id, chance) => `gw.${id}.${chance(40)}`,
    made: (key) => ({
        id: key.id,
        key: key.value,
        name: key.label,
        scopes: key.scopes,
        created_at: (0,tools_time/* instant */.uR)(key.created),
        expires_at: timeOrNull(key.expires),
    }),
    listed: (keys, next, lastUsed) => ({
        keys: keys.map((key) => ({
            id: key.id,
            name: key.label,
            created_at: (0,tools_time/* instant */.uR)(key.created),
            last_used_at: timeOrNull(lastUsed(key)),
            active: key.disabled === undefined,
        })),
        next: next ?? null,
    }),
    whoami: (key) => ({ key_id: key.id, scopes: key.scopes }),
    active: (body) => (isMap(body) && typeof body['active'] === 'boolean' ? body['active'] : undefined),
    used: () => ({ ok: true }),
    problem: (text) => ({ error: { message: text } }),
};
const timeOrNull = (at) => (at === undefined ? null : (0,tools_time/* instant */.uR)(at));

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fake/fakeVendor.js





const EVERYTHING_WELL = {
    wire: gateway,
    adminKeys: ['gateway-admin-key'],
    lags: {},
    maxLive: Infinity,
    fullStatus: 403,
    labels: true,
    pageSize: Infinity,
    lifetime: Infinity,
    refusedStatus: 401,
    goneStatus: 404,
    sameForSameName: false,
    endlessList: false,
    hidden: [],
    zoneless: false,
    nullForEmpty: false,
};
/** A vendor that behaves as its options say. What it knows can be inspected, and people may change it by hand. */
class FakeVendor {
    keys;
    /** May be changed while the world runs. */
    options;
    /** Requests of applications with a value that was never ours. */
    unknownUses = 0;
    #world;
    #spoils = new Map();
    constructor(world, options = {}) {
        this.#world = world;
        this.options = { ...EVERYTHING_WELL, ...options };
        const none = { propagation: 0, revocation: 0, list: 0, lastUsed: 0 };
        this.keys = new FakeKeys(world, { ...none, ...this.options.lags });
    }
    /** Made by hand, by us or by another team, long enough ago to be known everywhere. */
    add(label, owner = 'ours', scopes = []) {
        return this.#add({ label, owner, scopes, created: this.#world.now() - 30 * tools_time/* DAY */.d_ });
    }
    #add(key) {
        const { wire, lifetime } = this.options;
        const id = wire.newId((length) => this.#world.id(length));
        const value = wire.newValue(id, (length) => this.#world.id(length));
        const expires = Number.isFinite(lifetime) ? { expires: this.#world.now() + lifetime } : {};
        return this.keys.add({ ...key, id, value, ...expires });
    }
    /** The next answer to this call is changed on its way; what happened has happened. */
    spoilNext(call, spoil) {
        this.#spoils.set(call, spoil);
    }
    handle = (request) => {
        const found = matchRoute(this.options.wire.routes, request);
        if (!found)
            return undefined;
        const answer = this.#answer(found.call, found.id, request);
        const spoil = this.#spoils.get(found.call);
        this.#spoils.delete(found.call);
        return spoil ? spoil(answer) : answer;
    };
    #answer(call, id, request) {
        if (call === 'use' || call === 'whoami')
            return this.#asKey(call, request);
        const { wire, adminKeys } = this.options;
        if (!adminKeys.includes(wire.adminKeyOf(request) ?? ''))
            return this.#problem(401, 'admin key refused');
        if (call === 'create')
            return this.#create(request);
        if (call === 'list')
            return this.#list(request);
        const key = this.keys.byId(id);
        if (!key)
            return this.#problem(this.options.goneStatus, 'no such key');
        return call === 'revoke' ? this.#revoke(key) : this.#change(key, request);
    }
    #asKey(call, request) {
        const { wire, refusedStatus } = this.options;
        const key = this.keys.byValue(wire.keyOf(request) ?? '');
        if (!key)
            this.unknownUses += 1;
        if (!key || !this.keys.accepts(key)) {
            if (key && call === 'use')
                key.refused += 1;
            return this.#problem(refusedStatus, 'this key is not valid');
        }
        this.keys.use(key);
        if (call === 'use')
            key.served += 1;
        return fakeJson(200, call === 'use' ? wire.used(key) : wire.whoami(key));
    }
    #create(request) {
        const { wire, maxLive, fullStatus, labels, sameForSameName } = this.options;
        const wanted = wire.wanted(fakeVendor_parse(request.body));
        if (!wanted)
            return this.#problem(400, 'name and scopes are needed');
        const same = this.keys.live.find((key) => key.label === wanted.label);
        if (sameForSameName && same)
            return fakeJson(200, wire.made(same));
        if (this.keys.live.length >= maxLive)
            return this.#problem(fullStatus, 'maximum number of API keys reached');
        const label = labels ? wanted.label : '';
        const created = this.#world.now();
        return fakeJson(201, wire.made(this.#add({ label, owner: 'ours', scopes: wanted.scopes, created })));
    }
    #list(request) {
        const { wire, pageSize, endlessList, hidden } = this.options;
        const lastUsed = (key) => this.keys.lastUsed(key);
        if (endlessList)
            return fakeJson(200, wire.listed([this.#invented()], this.#world.id(8), lastUsed));
        const all = this.keys.listed.filter(({ id }) => !hidden.includes(id));
        const after = request.query.get('after');
        const start = after === null ? 0 : all.findIndex((key) => key.id === after) + 1;
        const page = all.slice(start, start + pageSize);
        const last = page.at(-1);
        const next = start + page.length < all.length ? last?.id : undefined;
        return this.#written(fakeJson(200, wire.listed(page, next, lastUsed)));
    }
    /** The list as this vendor writes it. */
    #written(answer) {
        const { zoneless, nullForEmpty } = this.options;
        const dated = zoneless ? answer.body.replace(/(\d)T([\d:]{8})\.\d{3}Z"/g, '$1 $2"') : answer.body;
        return { ...answer, body: nullForEmpty ? dated.replaceAll('[]', 'null') : dated };
    }
    #revoke(key) {
        key.revoked = this.#world.now();
        return { status: 204, body: '' };
    }
    #change(key, request) {
        const active = this.options.wire.active(fakeVendor_parse(request.body));
        if (active === undefined)
            return this.#problem(400, 'active is needed');
        if (active)
            delete key.disabled;
        else
            key.disabled ??= this.#world.now();
        return fakeJson(200, { id: key.id, active });
    }
    #invented() {
        const [id, created] = [`key_${this.#world.id(12)}`, this.#world.now()];
        return {
            id,
            label: '',
            scopes: [],
            value: '',
            owner: 'foreign',
            created,
            uses: [],
            served: 0,
            refused: 0,
        };
    }
    #problem(status, text) {
        return fakeJson(status, this.options.wire.problem(text));
    }
}
function fakeVendor_parse(body) {
    try {
        const parsed = JSON.parse(body);
        return isMap(parsed) ? parsed : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fake.js



const fakeVendor = (world, options = {}) => new FakeVendor(world, options);
/** Answers that no vendor should give, for `spoilNext`. */
const spoils = {
    /** A field of the JSON answer is another one. */
    with: (changes) => (answer) => {
        const body = JSON.parse(answer.body);
        return { ...answer, body: JSON.stringify({ ...body, ...changes }) };
    },
    /** A page of two megabytes and a bit. */
    hugePage: () => ({
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: `<html>${'x'.repeat(2 * 1024 * 1024)}</html>`,
    }),
    redirect: (location) => () => ({ status: 302, headers: { location }, body: '' }),
};

// EXTERNAL MODULE: ./.build/src/runtime/clock.js
var clock = __webpack_require__("src/runtime/clock");
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__("node:http");
;// CONCATENATED MODULE: ./.build/src/sandbox/tap.js
const PLACES = (/* unused pure expression or super */ null && (['vendor', 'store', 'github', 'health']));
/** What the fleet sends says so; everything else at the servers is Rekey. */
const FLEET_AGENT = 'sandbox-fleet';
/** Where a scenario looks at the requests of Rekey and stands in their way. */
class Tap {
    counts = { vendor: 0, store: 0, github: 0, health: 0 };
    #faults = new Map();
    #listeners = new Set();
    #guard;
    /** Called after a request was answered by the fake and before the answer is sent. Ends when the returned function is called. */
    listen(listener) {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }
    /** The next visit that fits. */
    next(fits, then) {
        return new Promise((resolve) => {
            const end = this.listen((visit) => {
                if (!fits(visit))
                    return;
                end();
                then(visit);
                resolve(visit);
            });
        });
    }
    /** From now on calls to this place meet this fault, or none where the plan has none. */
    disturb(place, plan) {
        this.#faults.set(place, plan);
    }
    calm(place) {
        this.#faults.delete(place);
    }
    plan(place) {
        return (call) => this.#faults.get(place)?.(call);
    }
    /** From now on each request of Rekey passes here. */
    guard(guard) {
        this.#guard = guard;
    }
    gate(place) {
        return async (request, act) => this.#guard && request.headers['user-agent'] !== FLEET_AGENT ? this.#guard(place, request, act) : act();
    }
    wrap(place, handler) {
        return (request) => {
            const response = handler(request);
            if (response === undefined || request.headers['user-agent'] === FLEET_AGENT)
                return response;
            this.counts[place] += 1;
            for (const listener of [...this.#listeners])
                listener({ place, request, response });
            return response;
        };
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/fleet/call.js


const TIMEOUT = 5000;
/**
 * One GET of an application on loopback, on a connection of its own, so that a connection that was closed while idle is
 * never mistaken for a refused key. Status 0: no answer.
 */
function get(url, headers) {
    return new Promise((resolve) => {
        const noAnswer = () => resolve({ status: 0, body: '' });
        const sent = (0,external_node_http_.request)(url, { headers: { ...headers, 'user-agent': FLEET_AGENT }, agent: false, timeout: TIMEOUT }, (answer) => {
            let body = '';
            answer.setEncoding('utf8');
            answer.on('data', (chunk) => (body += chunk));
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
            answer.on('error', noAnswer);
        });
        sent.on('timeout', () => sent.destroy());
        sent.on('error', noAnswer);
        sent.end();
    });
}

;// CONCATENATED MODULE: ./.build/src/sandbox/fleet/replica.js

/** One instance of an application. It holds its keys in memory, as applications do. */
class Replica {
    #uses;
    #cache;
    #tally;
    #held = new Map();
    #running = true;
    #turn = 0;
    /** @param cache how long it keeps a key before it reads the store again (ms); Infinity: until it is replaced */
    constructor(uses, cache, tally) {
        this.#uses = uses;
        this.#cache = cache;
        this.#tally = tally;
    }
    /** Ready once it has read its keys, and keeps trying until it has. */
    async start(pause) {
        for (const use of this.#uses)
            while (!(await this.#read(use)))
                await pause();
    }
    /** One piece of work, with the next key in turn. A call that fails is a failed request of some customer. */
    async work(now) {
        this.#turn += 1;
        const use = this.#uses[this.#turn % this.#uses.length];
        const held = use && this.#held.get(use.name);
        if (!held || !this.#running)
            return;
        if (now - held.readAt > this.#cache)
            await this.#read(use);
        const { value, id } = this.#held.get(use.name) ?? held;
        const { status } = await get(use.service, { [use.header]: value });
        if (status === 200)
            this.#tally.served += 1;
        else
            this.#fail(`${use.name}: the vendor answered ${status} to ${id ?? 'its key'}`);
    }
    /** The public id of the key it uses, of the first where it uses several. */
    get keyId() {
        return this.#held.get(this.#uses[0]?.name ?? '')?.id;
    }
    get values() {
        return [...this.#held.values()].map(({ value }) => value);
    }
    stop() {
        this.#running = false;
    }
    /** When the store cannot be read, the key in memory stays in use. */
    async #read(use) {
        const { status, body } = await get(use.secret, { 'x-vault-token': use.token });
        if (status !== 200)
            return false;
        const { data } = JSON.parse(body);
        const value = data.data[use.field];
        if (value === undefined)
            return false;
        this.#held.set(use.name, { value, id: data.data[`${use.field}_id`], readAt: Date.now() });
        return true;
    }
    #fail(reason) {
        this.#tally.failed += 1;
        this.#tally.reasons.push(reason);
        if (this.#tally.reasons.length > 20)
            this.#tally.reasons.shift();
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/fleet/workload.js

const pause = (duration) => new Promise((resolve) => setTimeout(resolve, duration));
/** A service with several instances, replaced one by one: the new one is ready before the old one goes. */
class Workload {
    name;
    rolls = 0;
    #options;
    #tally;
    #replicas = [];
    #asked = 0;
    #illWith = () => false;
    #replacing = Promise.resolve();
    constructor(options, tally) {
        this.name = options.name;
        this.#options = options;
        this.#tally = tally;
    }
    get replicas() {
        return this.#replicas;
    }
    async start() {
        const all = Array.from({ length: this.#options.replicas }, () => this.#fresh());
        this.#replicas = await Promise.all(all);
    }
    /** Replaces every instance that is there now. */
    async roll() {
        this.rolls += 1;
        for (let index = 0; index < this.#replicas.length; index += 1)
            await this.replace(index);
    }
    /** As when a machine dies, or a rollout comes to this instance. One at a time: what starts later reads later. */
    replace(index) {
        this.#replacing = this.#replacing.then(async () => {
            const fresh = await this.#fresh();
            this.#replicas[index]?.stop();
            this.#replicas[index] = fresh;
        });
        return this.#replacing;
    }
    async work(now) {
        await Promise.all(this.#replicas.map((replica) => replica.work(now)));
    }
    /** From now on the service is unhealthy while an instance holds a key for which this is true. */
    becomeIllWith(test) {
        this.#illWith = test;
    }
    /** What a health check behind a load balancer sees: another instance each time. */
    health() {
        this.#asked += 1;
        const keyId = this.#replicas[this.#asked % this.#replicas.length]?.keyId;
        const ill = this.#replicas.some((replica) => this.#illWith(replica.keyId));
        return { status: ill ? 503 : 200, keyId };
    }
    stop() {
        for (const replica of this.#replicas)
            replica.stop();
    }
    async #fresh() {
        const replica = new Replica(this.#options.uses, this.#options.cache, this.#tally);
        await pause(this.#options.startup);
        await replica.start(() => pause(50));
        return replica;
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/fleet/fleet.js

/** Requests a second of the whole fleet, whatever its size. */
const RATE = 50;
/** An instance dies by itself about this often (ms), and the new one reads what the store serves now. */
const ACCIDENT = 1500;
/** All services that use the keys. They call the vendor all the time, as production does, and count what fails. */
class Fleet {
    tally = { served: 0, failed: 0, reasons: [] };
    workloads;
    #chance;
    #busy = new Set();
    #timers = [];
    constructor(options, chance) {
        this.#chance = chance;
        this.workloads = new Map(options.map((one) => [one.name, new Workload(one, this.tally)]));
    }
    async start() {
        await Promise.all([...this.workloads.values()].map((workload) => workload.start()));
        const instances = [...this.workloads.values()].flatMap((workload) => workload.replicas).length;
        this.#every((1000 * instances) / RATE, () => this.#work());
        this.#every(ACCIDENT, () => this.#accident());
    }
    workload(name) {
        const found = this.workloads.get(name);
        if (!found)
            throw new Error(`the fleet has no ${name}`);
        return found;
    }
    /** The values that instances hold now. */
    get valuesInUse() {
        const replicas = [...this.workloads.values()].flatMap((workload) => workload.replicas);
        return new Set(replicas.flatMap((replica) => replica.values));
    }
    /** Ends when the calls that are on their way have been counted. */
    async stop() {
        for (const timer of this.#timers)
            clearInterval(timer);
        for (const workload of this.workloads.values())
            workload.stop();
        await Promise.all(this.#busy);
    }
    #every(period, act) {
        let turn;
        const run = () => {
            // On a slow machine a turn is left out rather than piled up.
            if (turn && this.#busy.has(turn))
                return;
            const begun = act().finally(() => this.#busy.delete(begun));
            turn = begun;
            this.#busy.add(begun);
        };
        this.#timers.push(setInterval(run, period));
    }
    async #work() {
        const now = Date.now();
        await Promise.all([...this.workloads.values()].map((workload) => workload.work(now)));
    }
    async #accident() {
        const workload = this.#chance.pick([...this.workloads.values()]);
        if (workload)
            await workload.replace(Math.floor(this.#chance.fraction() * workload.replicas.length));
    }
}

// EXTERNAL MODULE: ./.build/src/domain/tools/digest.js
var digest = __webpack_require__("src/domain/tools/digest");
;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake/gitStore.js

/** Named by content, as git does; 40 hex digits. */
const oidOf = (content) => (0,digest/* sha256 */.s)(content).slice(0, 40);
/** One repository: objects, and refs that point to them. Objects stay when a ref leaves them, as they do at GitHub for long. */
class GitStore {
    blobs = new Map();
    trees = new Map();
    commits = new Map();
    /** `refs/heads/main` to the id of a commit. */
    refs = new Map();
    #now;
    #made = 0;
    constructor(now) {
        this.#now = now;
    }
    commit(files, parents, message, by) {
        this.#made += 1;
        const oid = oidOf(`commit\n${this.#made}\n${parents.join()}\n${message}`);
        const made = { oid, parents, files, message, at: this.#now(), ...by };
        this.commits.set(oid, made);
        return made;
    }
    /** A commit on top of a branch, or the first of it. */
    advance(branch, edit, message, by = { author: 'a person', signed: false }) {
        const head = this.head(branch);
        const files = new Map(head?.files);
        edit(files);
        const made = this.commit(files, head ? [head.oid] : [], message, by);
        this.refs.set(`refs/heads/${branch}`, made.oid);
        return made;
    }
    /** The text with this id, in any commit. */
    blob(oid) {
        const texts = [...this.commits.values()].flatMap(({ files }) => [...files.values()]);
        return this.blobs.get(oid) ?? texts.find((text) => oidOf(text) === oid);
    }
    head(branch) {
        return this.commits.get(this.refs.get(`refs/heads/${branch}`) ?? '');
    }
    /** A branch, a full ref or a commit's id. */
    resolve(name) {
        const ref = this.refs.get(`refs/heads/${name}`) ?? this.refs.get(name);
        return this.commits.get(ref ?? name);
    }
    /** From a commit to the first one, along first parents. */
    history(from) {
        const found = [];
        for (let at = this.commits.get(from); at; at = this.commits.get(at.parents[0] ?? ''))
            found.push(at);
        return found;
    }
    /** Sets a branch back by force, as a person with the right to push may. */
    rewind(branch, by = 1) {
        const target = this.history(this.head(branch)?.oid ?? '')[by];
        if (target)
            this.refs.set(`refs/heads/${branch}`, target.oid);
    }
    deleteBranch(branch) {
        this.refs.delete(`refs/heads/${branch}`);
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake/execute.js
/** What GitHub says in `errors`. */
class QueryFailure extends Error {
    type;
    constructor(message, type) {
        super(message);
        this.type = type;
    }
}
/** Interfaces that a fragment may name instead of the type itself. */
const INTERFACES = {
    GitObject: ['Blob', 'Tree', 'Commit'],
    Node: ['Blob', 'Tree', 'Commit', 'Ref', 'Repository'],
};
/** A root field that fails is null and has an error; fields that the schema lacks fail the whole query. */
function execute(root, selections) {
    const data = {};
    const errors = [];
    for (const field of fieldsOf(root, selections)) {
        try {
            data[field.as] = execute_valueOf(root, field);
        }
        catch (error) {
            if (!(error instanceof QueryFailure))
                throw error;
            data[field.as] = null;
            const type = error.type === undefined ? {} : { type: error.type };
            errors.push({ ...type, message: error.message, path: [field.as] });
        }
    }
    return { data, errors };
}
function fieldsOf(object, selections) {
    if (selections.every(isField))
        return selections;
    return selections.flatMap((selection) => {
        if (!('on' in selection))
            return [selection];
        const fits = selection.on === object.__typename || INTERFACES[selection.on]?.includes(object.__typename) === true;
        return fits ? fieldsOf(object, selection.selections) : [];
    });
}
const isField = (selection) => !('on' in selection);
function execute_valueOf(object, field) {
    if (!(field.name in object))
        throw new QueryFailure(`Field '${field.name}' doesn't exist on type '${object.__typename}'`);
    const found = object[field.name];
    const value = typeof found === 'function' ? found(field.args) : found;
    return execute_select(value, field);
}
function execute_select(value, field) {
    if (value === null || value === undefined)
        return null;
    if (Array.isArray(value))
        return value.map((item) => execute_select(item, field));
    if (typeof value !== 'object')
        return value;
    if (field.selections.length === 0)
        throw new QueryFailure(`Field must have selections (field '${field.name}')`);
    const object = value;
    const selected = {};
    for (const inner of fieldsOf(object, field.selections))
        selected[inner.as] = execute_valueOf(object, inner);
    return selected;
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake/query.js
const TOKENS = /\.\.\.|[A-Za-z_]\w*|\$\w+|"(?:[^"\\]|\\.)*"|-?\d+|[{}()[\]:!=]/g;
/** Throws an Error with a sentence when the query is not understood. */
function parseQuery(source, variables) {
    const reader = new Reader(source.replace(/#.*$/gm, '').match(TOKENS) ?? [], variables);
    return reader.operation();
}
class Reader {
    #tokens;
    #variables;
    #at = 0;
    constructor(tokens, variables) {
        this.#tokens = tokens;
        this.#variables = variables;
    }
    operation() {
        const type = this.#peek() === 'mutation' ? 'mutation' : 'query';
        if (this.#peek() !== '{')
            this.#next();
        while (this.#peek() !== '{' && this.#peek() !== '(')
            this.#next();
        if (this.#peek() === '(')
            this.#skipDefinitions();
        const selections = this.#selections();
        if (this.#peek() !== undefined)
            throw new Error(`Parse error on "${String(this.#peek())}"`);
        return { type, selections };
    }
    #selections() {
        this.#expect('{');
        const found = [];
        while (this.#peek() !== '}')
            found.push(this.#selection());
        this.#expect('}');
        if (found.length === 0)
            throw new Error('Parse error: a selection is empty');
        return found;
    }
    #selection() {
        const first = this.#next();
        if (first === '...') {
            this.#expect('on');
            return { on: this.#next(), selections: this.#selections() };
        }
        const name = this.#take(':') ? this.#next() : first;
        const args = this.#take('(') ? this.#arguments() : {};
        return { name, as: first, args, selections: this.#peek() === '{' ? this.#selections() : [] };
    }
    #arguments() {
        const args = {};
        while (!this.#take(')')) {
            const name = this.#next();
            this.#expect(':');
            args[name] = this.#value(this.#next());
        }
        return args;
    }
    #value(token) {
        if (token.startsWith('$')) {
            const name = token.slice(1);
            if (!(name in this.#variables))
                throw new Error(`Variable ${token} is not provided`);
            return this.#variables[name];
        }
        if (token === '{' || token === '[')
            throw new Error('this fake takes objects only as variables');
        return /^["\d-]/.test(token) ? JSON.parse(token) : token;
    }
    #skipDefinitions() {
        while (this.#next() !== ')')
            ;
    }
    #peek() {
        return this.#tokens[this.#at];
    }
    #next() {
        const token = this.#tokens[this.#at];
        if (token === undefined)
            throw new Error('Parse error: unexpected end of document');
        this.#at += 1;
        return token;
    }
    #take(token) {
        if (this.#peek() !== token)
            return false;
        this.#at += 1;
        return true;
    }
    #expect(token) {
        const found = this.#next();
        if (found !== token)
            throw new Error(`Parse error: expected ${token}, found ${found}`);
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake/schema.js

/** GitHub cuts the text of a blob here and says so in `isTruncated`. */
const BLOB_LIMIT = 512_000;
/** https://docs.github.com/en/graphql/reference/repos#object-repository, as far as Rekey asks. */
function repositoryObject(repository) {
    const { store } = repository;
    return {
        __typename: 'Repository',
        databaseId: repository.id,
        name: repository.name,
        nameWithOwner: `${repository.owner}/${repository.name}`,
        isPrivate: repository.isPrivate,
        visibility: repository.isPrivate ? 'PRIVATE' : 'PUBLIC',
        defaultBranchRef: () => refObject(store, `refs/heads/${repository.defaultBranch}`),
        ref: ({ qualifiedName }) => {
            const name = String(qualifiedName);
            return refObject(store, name.startsWith('refs/') ? name : `refs/heads/${name}`);
        },
        object: ({ expression, oid }) => gitObject(repository, String(expression ?? oid)),
    };
}
function refObject(store, qualified) {
    const oid = store.refs.get(qualified);
    const commit = oid === undefined ? undefined : store.commits.get(oid);
    if (!commit)
        return null;
    return {
        __typename: 'Ref',
        name: qualified.replace('refs/heads/', ''),
        prefix: 'refs/heads/',
        target: () => commitObject(store, commit),
    };
}
/** `main`, `main:path`, `<oid>` or `<oid>:path`. */
function gitObject(repository, expression) {
    const [name = '', ...rest] = expression.split(':');
    const commit = repository.store.resolve(name === 'HEAD' ? repository.defaultBranch : name);
    if (!commit)
        return null;
    if (rest.length === 0)
        return commitObject(repository.store, commit);
    return fileObject(commit.files, rest.join(':'));
}
function commitObject(store, commit) {
    const listed = (commits, first) => ({
        __typename: 'CommitHistoryConnection',
        totalCount: commits.length,
        nodes: () => commits.slice(0, Number(first ?? 100)).map((each) => commitObject(store, each)),
    });
    const [headline = '', ...body] = commit.message.split('\n');
    return {
        __typename: 'Commit',
        oid: commit.oid,
        message: commit.message,
        messageHeadline: headline,
        messageBody: body.join('\n').trim(),
        committedDate: new Date(commit.at).toISOString(),
        signature: commit.signed ? { __typename: 'GpgSignature', isValid: true, wasSignedByGitHub: true } : null,
        history: ({ first }) => listed(store.history(commit.oid), first),
        tree: () => treeObject(commit.files, ''),
        file: ({ path }) => {
            const object = fileObject(commit.files, String(path));
            return object && entryObject(String(path), object);
        },
    };
}
function fileObject(files, path) {
    const text = files.get(path);
    if (text !== undefined)
        return blobObject(text);
    return [...files.keys()].some((name) => name.startsWith(`${path}/`)) ? treeObject(files, `${path}/`) : null;
}
function entryObject(path, object) {
    return {
        __typename: 'TreeEntry',
        name: path.split('/').pop(),
        path,
        type: object.__typename.toLowerCase(),
        oid: () => object['oid'](),
        object,
    };
}
function treeObject(files, prefix) {
    const inside = [...files.keys()].filter((path) => path.startsWith(prefix));
    const names = [...new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
    return {
        __typename: 'Tree',
        oid: () => oidOf(inside.map((path) => `${path}\n${files.get(path) ?? ''}`).join()),
        entries: () => names.flatMap((name) => {
            const object = fileObject(files, `${prefix}${name}`);
            return object ? [entryObject(`${prefix}${name}`, object)] : [];
        }),
    };
}
function blobObject(text) {
    const bytes = Buffer.from(text);
    const isTruncated = bytes.length > BLOB_LIMIT;
    return {
        __typename: 'Blob',
        oid: () => oidOf(text),
        byteSize: bytes.length,
        isBinary: false,
        isTruncated,
        text: isTruncated ? bytes.subarray(0, BLOB_LIMIT).toString('utf8') : text,
    };
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake/graphql.js




/** `POST /graphql`. As at GitHub, most errors come with status 200. */
function answerGraphql(request, caller) {
    const { query, variables } = JSON.parse(request.body);
    try {
        const operation = parseQuery(query, variables ?? {});
        const root = operation.type === 'mutation' ? mutations(caller) : queries(caller);
        const { data, errors } = execute(root, operation.selections);
        return fakeJson(200, errors.length > 0 ? { data, errors } : { data });
    }
    catch (error) {
        return fakeJson(200, { errors: [{ message: error instanceof Error ? error.message : 'Parse error' }] });
    }
}
function queries(caller) {
    return {
        __typename: 'Query',
        viewer: { __typename: 'User', login: caller.login },
        repository: ({ owner, name }) => {
            const full = `${String(owner)}/${String(name)}`;
            const repository = visible(caller, full);
            requireRight(caller, full, 'contents', 'read');
            return repositoryObject(repository);
        },
    };
}
function mutations(caller) {
    return {
        __typename: 'Mutation',
        createCommitOnBranch: ({ input }) => createCommit(caller, input),
    };
}
/** https://docs.github.com/en/graphql/reference/commits#mutation-createcommitonbranch */
function createCommit(caller, input) {
    const full = input.branch.repositoryNameWithOwner;
    const { store } = visible(caller, full);
    requireRight(caller, full, 'contents', 'write');
    const branch = input.branch.branchName.replace(/^refs\/heads\//, '');
    const head = store.head(branch);
    if (!head)
        throw new QueryFailure(`A ref named "refs/heads/${branch}" was not found`, 'NOT_FOUND');
    if (head.oid !== input.expectedHeadOid)
        throw new QueryFailure(`Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`, 'STALE_DATA');
    const edit = (files) => {
        for (const { path } of input.fileChanges?.deletions ?? [])
            files.delete(path);
        for (const { path, contents } of input.fileChanges?.additions ?? [])
            files.set(path, Buffer.from(contents, 'base64').toString('utf8'));
    };
    const body = input.message.body ?? '';
    const message = body === '' ? input.message.headline : `${input.message.headline}\n\n${body}`;
    const commit = store.advance(branch, edit, message, { author: caller.login, signed: true });
    return { __typename: 'CreateCommitOnBranchPayload', commit: commitObject(store, commit) };
}
function visible(caller, full) {
    const repository = caller.repository(full);
    if (!repository)
        throw new QueryFailure(`Could not resolve to a Repository with the name '${full}'.`, 'NOT_FOUND');
    return repository;
}
function requireRight(caller, full, permission, level) {
    if (!caller.may(full, permission, level))
        throw new QueryFailure('Resource not accessible by integration', 'FORBIDDEN');
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake/rest.js



const notFound = fakeJson(404, { message: 'Not Found' });
const forbidden = fakeJson(403, { message: 'Resource not accessible by integration' });
const invalid = (message) => fakeJson(422, { message });
/** The part of GitHub's REST API that is about a repository and its git objects; paths begin below `/repos/{owner}/{repo}`. */
function gitRest(repository) {
    const routes = [...reads(repository), ...objects(repository), ...refs(repository)];
    return (request, rights) => {
        for (const { route, needs, answer } of routes) {
            const values = fakeRoute(route, request);
            if (!values)
                continue;
            return rights.may(...needs) ? answer(values, request, rights) : forbidden;
        }
        return undefined;
    };
}
function reads(repository) {
    const { store } = repository;
    return [
        {
            // https://docs.github.com/en/rest/repos/repos#get-a-repository
            route: 'GET /',
            needs: ['metadata', 'read'],
            answer: () => fakeJson(200, {
                id: repository.id,
                name: repository.name,
                full_name: `${repository.owner}/${repository.name}`,
                private: repository.isPrivate,
                visibility: repository.isPrivate ? 'private' : 'public',
                has_issues: repository.hasIssues?.() ?? true,
                default_branch: repository.defaultBranch,
                html_url: `https://github.com/${repository.owner}/${repository.name}`,
            }),
        },
        {
            // https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
            route: 'GET /rules/branches/{branch}',
            needs: ['metadata', 'read'],
            answer: ({ branch }) => fakeJson(200, (repository.rules.get(branch ?? '') ?? []).map((type, at) => ({
                type,
                ruleset_source_type: 'Repository',
                ruleset_source: `${repository.owner}/${repository.name}`,
                ruleset_id: 40 + at,
            }))),
        },
        {
            // https://docs.github.com/en/rest/repos/contents#get-repository-content
            route: 'GET /contents/{path*}',
            needs: ['contents', 'read'],
            answer: ({ path = '' }, request) => {
                const commit = store.resolve(request.query.get('ref') ?? repository.defaultBranch);
                const text = commit?.files.get(path);
                return text === undefined ? notFound : contentOf(path, text, request);
            },
        },
        {
            // https://docs.github.com/en/rest/commits/commits#compare-two-commits
            route: 'GET /compare/{range}',
            needs: ['contents', 'read'],
            answer: ({ range = '' }) => {
                const [base, head] = range.split('...').map((name) => store.resolve(name));
                return base && head ? compare(store.history(base.oid), store.history(head.oid)) : notFound;
            },
        },
    ];
}
const raw = (body) => ({
    status: 200,
    headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
    body,
});
function contentOf(path, text, request) {
    if (request.headers['accept']?.includes('raw') === true)
        return raw(text);
    const size = Buffer.byteLength(text);
    const large = size > 1024 * 1024;
    return fakeJson(200, {
        type: 'file',
        name: path.split('/').pop(),
        path,
        sha: oidOf(text),
        size,
        encoding: large ? 'none' : 'base64',
        content: large ? '' : Buffer.from(text).toString('base64'),
    });
}
function compare(base, head) {
    const ahead = head.filter((commit) => !base.includes(commit)).length;
    const behind = base.filter((commit) => !head.includes(commit)).length;
    if (ahead === head.length)
        return notFound;
    const status = ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical';
    return fakeJson(200, { status, ahead_by: ahead, behind_by: behind });
}
/** https://docs.github.com/en/rest/git: blobs, trees and commits, which nothing points to until a ref is made. */
function objects({ store }) {
    const needs = ['contents', 'write'];
    return [
        {
            route: 'POST /git/blobs',
            needs,
            answer: (_, request) => {
                const { content, encoding } = JSON.parse(request.body);
                const text = encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content;
                store.blobs.set(oidOf(text), text);
                return fakeJson(201, { sha: oidOf(text) });
            },
        },
        {
            // https://docs.github.com/en/rest/git/blobs#get-a-blob
            route: 'GET /git/blobs/{sha}',
            needs: ['contents', 'read'],
            answer: ({ sha = '' }, request) => {
                const text = store.blob(sha);
                if (text === undefined)
                    return notFound;
                if (request.headers['accept']?.includes('raw') === true)
                    return raw(text);
                const content = Buffer.from(text).toString('base64');
                return fakeJson(200, { sha, size: Buffer.byteLength(text), encoding: 'base64', content });
            },
        },
        {
            route: 'POST /git/trees',
            needs,
            answer: (_, request) => {
                const { tree } = JSON.parse(request.body);
                const files = new Map();
                for (const { path, sha, content } of tree) {
                    const text = content ?? store.blobs.get(sha ?? '');
                    if (text === undefined)
                        return invalid('tree.sha is not a valid blob');
                    files.set(path, text);
                }
                const sha = oidOf(JSON.stringify([...files]));
                store.trees.set(sha, files);
                return fakeJson(201, { sha });
            },
        },
        {
            route: 'POST /git/commits',
            needs,
            answer: (_, request, { login }) => {
                const body = JSON.parse(request.body);
                const files = store.trees.get(body.tree);
                if (!files)
                    return invalid('Tree SHA does not exist');
                const by = { author: login, signed: true };
                return fakeJson(201, { sha: store.commit(files, body.parents ?? [], body.message, by).oid });
            },
        },
    ];
}
/** https://docs.github.com/en/rest/git/refs */
function refs({ store }) {
    return [
        {
            route: 'GET /git/ref/{ref*}',
            needs: ['contents', 'read'],
            answer: ({ ref }) => {
                const sha = store.refs.get(`refs/${ref ?? ''}`);
                return sha === undefined
                    ? notFound
                    : fakeJson(200, { ref: `refs/${ref ?? ''}`, object: { type: 'commit', sha } });
            },
        },
        {
            route: 'POST /git/refs',
            needs: ['contents', 'write'],
            answer: (_, request) => {
                const { ref, sha } = JSON.parse(request.body);
                if (store.refs.has(ref))
                    return invalid('Reference already exists');
                if (!store.commits.has(sha))
                    return invalid('Object does not exist');
                store.refs.set(ref, sha);
                return fakeJson(201, { ref, object: { type: 'commit', sha } });
            },
        },
    ];
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fake.js
/** A git repository at GitHub, in memory: its store, the part of REST and the part of GraphQL that Rekey speaks. */





;// CONCATENATED MODULE: ./.build/src/sandbox/github/limits.js


function limiter(limits) {
    let calls = [];
    let contents = [];
    return (request, now) => {
        calls = calls.filter((at) => at > now - tools_time/* HOUR */.dp);
        contents = contents.filter((at) => at > now - tools_time/* HOUR */.dp);
        if (calls.length >= (limits.callsPerHour ?? Infinity))
            return primary((calls[0] ?? now) + tools_time/* HOUR */.dp);
        calls.push(now);
        if (!makesContent(request))
            return undefined;
        const lastMinute = contents.filter((at) => at > now - tools_time/* MINUTE */.pY);
        if (lastMinute.length >= (limits.contentPerMinute ?? Infinity))
            return secondary(60);
        if (contents.length >= (limits.contentPerHour ?? Infinity))
            return secondary(Math.ceil(((contents[0] ?? now) + tools_time/* HOUR */.dp - now) / tools_time/* SECOND */.Z2));
        contents.push(now);
        return undefined;
    };
}
function makesContent(request) {
    if (request.path === '/graphql')
        return /"query"\s*:\s*"\s*mutation/.test(request.body);
    return request.method !== 'GET' && request.method !== 'HEAD';
}
const primary = (reset) => fakeJson(403, { message: 'API rate limit exceeded for installation.' }, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(reset / tools_time/* SECOND */.Z2)) });
const secondary = (seconds) => fakeJson(403, { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' }, { 'retry-after': String(seconds) });

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/fake/file.js
const inputsOf = ({ inputs = [] }) => inputs.map((input) => (typeof input === 'string' ? { name: input } : input));
/** The file as it lies in `.github/workflows`. JSON is YAML. */
function workflowText(workflow) {
    const inputs = inputsOf(workflow).map(({ name, ...declared }) => [name, declared]);
    const trigger = workflow.inputs && { workflow_dispatch: { inputs: Object.fromEntries(inputs) } };
    const lines = Object.entries({
        name: workflow.name,
        'run-name': workflow.runName,
        on: { ...trigger, push: null },
        jobs: { deploy: { 'runs-on': 'ubuntu-24.04', steps: [{ run: './deploy' }] } },
    }).flatMap(([word, value]) => (value === undefined ? [] : [`${word}: ${JSON.stringify(value)}`]));
    return `${lines.join('\n')}\n`;
}
/** GitHub's sentence for a dispatch that it does not take, with status 422; undefined: it takes it. */
function refusalOf(workflow, given) {
    if (workflow.state !== undefined && workflow.state !== 'active')
        return "Cannot trigger a 'workflow_dispatch' on a disabled workflow";
    if (!workflow.inputs)
        return "Workflow does not have 'workflow_dispatch' trigger";
    const inputs = inputsOf(workflow);
    const unexpected = Object.keys(given).filter((name) => !inputs.some((input) => input.name === name));
    if (unexpected.length > 0)
        return `Unexpected inputs provided: ${JSON.stringify(unexpected)}`;
    return inputs.map((input) => refusedInput(input, given[input.name])).find((said) => said !== undefined);
}
function refusedInput(input, value) {
    const { name, required = false, type, options = [] } = input;
    if (value === undefined)
        return required && input.default === undefined ? `Required input '${name}' not provided` : undefined;
    if (type === 'choice' && !options.includes(value))
        return `Provided value '${value}' for input '${name}' not in the list of allowed values`;
    if (type === 'boolean' && !/^(true|false)$/.test(value))
        return `Provided value '${value}' for input '${name}' is not a boolean`;
    return undefined;
}

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/fake/run.js
/** One run of a workflow. It ends by itself, unless it is held or finished by hand. */
class FakeRun {
    id;
    event;
    file;
    title;
    inputs;
    url;
    created;
    jobs = [];
    /** As https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run answers. */
    approvals = [];
    #made;
    #world;
    #held;
    #finished;
    constructor(world, made) {
        this.id = made.id;
        this.event = made.event;
        this.file = made.file;
        this.title = made.title;
        this.inputs = made.inputs;
        this.url = `${made.page}/actions/runs/${made.id}`;
        this.created = world.now();
        this.#made = made;
        this.#world = world;
    }
    /** It stays like this: for a runner, for an approval, or behind its concurrency group. */
    hold(status) {
        this.#held = status;
    }
    finish(conclusion) {
        this.#finished = conclusion;
    }
    addJob(job) {
        const made = {
            run_id: this.id,
            run_attempt: 1,
            name: 'rotate',
            runner_name: 'GitHub Actions 1',
            status: 'in_progress',
            conclusion: null,
            ...job,
        };
        this.jobs.push(made);
        return made;
    }
    approve(by, environment) {
        this.approvals.push({
            state: 'approved',
            comment: '',
            user: { login: by },
            environments: [{ name: environment }],
        });
    }
    get status() {
        if (this.#finished !== undefined)
            return 'completed';
        if (this.#held)
            return this.#held;
        const { queued = 0, running = 0 } = this.#made.times;
        const age = this.#world.now() - this.created;
        if (age < queued)
            return 'queued';
        return age < queued + running ? 'in_progress' : 'completed';
    }
    get conclusion() {
        if (this.status !== 'completed')
            return null;
        return this.#finished ?? this.#made.times.conclusion ?? 'success';
    }
    shown() {
        return {
            id: this.id,
            name: this.#made.name,
            display_title: this.title,
            event: this.event,
            status: this.status,
            conclusion: this.conclusion,
            head_branch: this.#made.branch,
            run_attempt: 1,
            actor: { login: this.#made.actor },
            created_at: new Date(this.created).toISOString().replace(/\.\d+Z$/, 'Z'),
            html_url: this.url,
        };
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/fake.js





/** The file itself, which the token reads as one of the contents of the repository. */
const FILE = 'GET /contents/.github/workflows/{file}';
const fake_notFound = fakeJson(404, { message: 'Not Found' });
const fake_forbidden = fakeJson(403, { message: 'Resource not accessible by integration' });
const fake_invalid = (message) => fakeJson(422, { message });
/** Workflows and runs of one repository; paths begin below `/repos/{owner}/{repo}`. */
class FakeActions {
    workflows = new Map();
    runs = [];
    #world;
    #page;
    #branches;
    #ids = 15_000_000_000;
    /** How the server meets `return_run_details`: older ones ignore it or refuse it. */
    runDetails = 'given';
    /** Runs are listed this long after they were made. */
    listLag = 0;
    /** For the world: a dispatched run rolls a fleet. */
    onDispatch = () => undefined;
    constructor(world, page, branches) {
        this.#world = world;
        this.#page = page;
        this.#branches = branches;
    }
    /** A run that something else started; `id` is chosen for runs that already have one, such as our own. */
    start(event, details = {}) {
        const run = new FakeRun(this.#world, {
            id: details.id ?? (this.#ids += 1),
            page: this.#page,
            event,
            name: 'workflow',
            title: details.title ?? 'workflow',
            file: '',
            branch: 'main',
            actor: 'a-person',
            inputs: {},
            times: details.times ?? {},
        });
        this.runs.push(run);
        return run;
    }
    answer(request, rights) {
        for (const [route, answer] of this.#routes()) {
            const values = fakeRoute(route, request);
            if (!values || (route === FILE && !this.workflows.has(values['file'] ?? '')))
                continue;
            const permission = route === FILE ? 'contents' : 'actions';
            if (!rights.may(permission, request.method === 'GET' ? 'read' : 'write'))
                return fake_forbidden;
            return answer(values, request, rights.login);
        }
        return undefined;
    }
    /** https://docs.github.com/en/rest/actions/workflows, workflow-runs and workflow-jobs */
    #routes() {
        return [
            [
                'POST /actions/workflows/{file}/dispatches',
                ({ file = '' }, request, login) => this.#dispatch(file, request, login),
            ],
            ['GET /actions/workflows/{file}', ({ file = '' }) => this.#workflow(file)],
            [FILE, ({ file = '' }, request) => this.#file(file, request)],
            ['GET /actions/workflows/{file}/runs', ({ file = '' }, request) => this.#list(file, request)],
            ['GET /actions/runs/{id}', ({ id }) => this.#withRun(id, (run) => fakeJson(200, run.shown()))],
            [
                'GET /actions/runs/{id}/approvals',
                ({ id }) => this.#withRun(id, (run) => fakeJson(200, run.approvals)),
            ],
            [
                'GET /actions/runs/{id}/attempts/{attempt}/jobs',
                ({ id, attempt }, request) => this.#withRun(id, (run) => {
                    const jobs = run.jobs.filter((job) => job.run_attempt === Number(attempt));
                    return fakeJson(200, { total_count: jobs.length, jobs: pageOf(jobs, request) });
                }),
            ],
            [
                'GET /actions/jobs/{id}',
                ({ id }) => {
                    const job = this.runs.flatMap((run) => run.jobs).find((each) => each.id === Number(id));
                    return job ? fakeJson(200, job) : fake_notFound;
                },
            ],
            [
                'POST /actions/runs/{id}/cancel',
                ({ id }) => this.#withRun(id, (run) => {
                    run.finish('cancelled');
                    return fakeJson(202, {});
                }),
            ],
        ];
    }
    #withRun(id, answer) {
        const run = this.runs.find((each) => each.id === Number(id));
        return run ? answer(run) : fake_notFound;
    }
    #workflow(file) {
        const workflow = this.workflows.get(file);
        if (!workflow)
            return fake_notFound;
        const { name, state = 'active' } = workflow;
        return fakeJson(200, { id: 161_335, name, path: `.github/workflows/${file}`, state });
    }
    /** https://docs.github.com/en/rest/repos/contents: the same file on every branch. */
    #file(file, request) {
        const workflow = this.workflows.get(file);
        const ref = request.query.get('ref');
        if (!workflow || (ref !== null && !this.#branches().includes(ref)))
            return fake_notFound;
        return {
            status: 200,
            headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
            body: workflowText(workflow),
        };
    }
    #dispatch(file, request, login) {
        const wanted = JSON.parse(request.body);
        const workflow = this.workflows.get(file);
        if (!workflow)
            return fake_notFound;
        const refusal = this.#refusal(workflow, wanted);
        if (refusal !== undefined)
            return fake_invalid(refusal);
        const run = this.#run(file, workflow, wanted, login);
        if (wanted.return_run_details !== true || this.runDetails === 'ignored')
            return { status: 204, body: '' };
        return fakeJson(200, {
            workflow_run_id: run.id,
            run_url: `https://api.github.com/actions/runs/${run.id}`,
            html_url: run.url,
        });
    }
    #refusal(workflow, wanted) {
        if (this.runDetails === 'refused' && wanted.return_run_details !== undefined)
            return 'Invalid request.\n\n"return_run_details" is not a permitted key.';
        if (!this.#branches().includes(wanted.ref))
            return `No ref found for: ${wanted.ref}`;
        return refusalOf(workflow, wanted.inputs ?? {});
    }
    #run(file, workflow, wanted, login) {
        const inputs = wanted.inputs ?? {};
        const title = workflow.runName?.replace(/\$\{\{\s*inputs\.(\w+)\s*\}\}/g, (_, name) => inputs[name] ?? '');
        const run = new FakeRun(this.#world, {
            id: (this.#ids += 1),
            page: this.#page,
            event: 'workflow_dispatch',
            name: workflow.name,
            title: title ?? workflow.name,
            file,
            branch: wanted.ref,
            actor: login,
            inputs,
            times: workflow.times ?? {},
        });
        this.runs.push(run);
        this.onDispatch(run);
        return run;
    }
    #list(file, request) {
        if (!this.workflows.has(file))
            return fake_notFound;
        const event = request.query.get('event');
        const after = Date.parse((request.query.get('created') ?? '').replace(/^>=/, ''));
        const found = this.runs
            .filter((run) => run.file === file && (event === null || run.event === event))
            .filter((run) => Number.isNaN(after) || run.created >= after)
            .filter((run) => run.created + this.listLag <= this.#world.now())
            .reverse();
        const page = pageOf(found, request).map((run) => run.shown());
        return fakeJson(200, { total_count: found.length, workflow_runs: page });
    }
}
function pageOf(items, request) {
    const size = Math.min(100, Number(request.query.get('per_page') ?? 30));
    const page = Number(request.query.get('page') ?? 1);
    return items.slice((page - 1) * size, page * size);
}

;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/fake.js


/** GitHub refuses longer texts with 422. */
const LONGEST_BODY = 65_536;
const github_issue_fake_notFound = fakeJson(404, { message: 'Not Found' });
const github_issue_fake_forbidden = (message = 'Resource not accessible by integration') => fakeJson(403, { message });
const tooLong = fakeJson(422, {
    message: 'Validation Failed',
    errors: [{ field: 'body', code: 'custom', message: 'body is too long (maximum is 65536 characters)' }],
});
/** The issues of one repository; paths begin below `/repos/{owner}/{repo}`. */
class FakeIssues {
    all = [];
    /** False: issues are switched off in the settings of the repository. */
    enabled = true;
    #world;
    #page;
    #issues = 0;
    #comments = 9000;
    constructor(world, page) {
        this.#world = world;
        this.#page = page;
    }
    /** A person, or a robot, opens an issue or a pull request. */
    open(user, title, body, pullRequest = false) {
        const now = this.#world.now();
        this.#issues += 1;
        const fixed = { number: this.#issues, user, created: now, pullRequest, comments: [] };
        const issue = {
            ...fixed,
            title,
            body,
            labels: [],
            state: 'open',
            stateReason: null,
            updated: now,
            locked: false,
        };
        this.all.push(issue);
        return issue;
    }
    comment(issue, user, body) {
        this.#comments += 1;
        const comment = { id: this.#comments, user, body };
        issue.comments.push(comment);
        issue.updated = this.#world.now();
        return comment;
    }
    answer(request, rights) {
        for (const [route, answer] of this.#routes()) {
            const values = fakeRoute(route, request);
            if (!values)
                continue;
            if (!this.enabled)
                return fakeJson(410, { message: 'Issues has been disabled in this repository.' });
            if (!rights.may('issues', request.method === 'GET' ? 'read' : 'write'))
                return github_issue_fake_forbidden();
            return answer(values, request, rights.login);
        }
        return undefined;
    }
    /** https://docs.github.com/en/rest/issues/issues and /comments */
    #routes() {
        return [
            ['GET /issues', (_, request) => this.#list(request)],
            ['POST /issues', (_, request, login) => this.#create(request, login)],
            [
                'GET /issues/{number}',
                ({ number }) => this.#withIssue(number, (issue) => fakeJson(200, this.#shown(issue))),
            ],
            [
                'PATCH /issues/{number}',
                ({ number }, request) => this.#withIssue(number, (issue) => this.#edit(issue, request)),
            ],
            [
                'GET /issues/{number}/comments',
                ({ number }, request) => this.#withIssue(number, (issue) => this.#commentsOf(issue, request)),
            ],
            [
                'POST /issues/{number}/comments',
                ({ number }, request, login) => this.#withIssue(number, (issue) => this.#addComment(issue, request, login)),
            ],
            ['PATCH /issues/comments/{id}', ({ id }, request) => this.#editComment(Number(id), request)],
        ];
    }
    #withIssue(number, answer) {
        const issue = this.all.find((each) => each.number === Number(number));
        return issue ? answer(issue) : github_issue_fake_notFound;
    }
    #list(request) {
        const state = request.query.get('state') ?? 'open';
        const since = Date.parse(request.query.get('since') ?? '1970-01-01T00:00:00Z');
        const found = this.all
            .filter((issue) => (state === 'all' || issue.state === state) && issue.updated >= since)
            .sort((one, other) => request.query.get('direction') === 'asc' ? one.number - other.number : other.number - one.number);
        return this.#paged(found.map((issue) => this.#shown(issue)), request, '/issues');
    }
    #create(request, login) {
        const { title, body = '', labels = [], } = JSON.parse(request.body);
        if (body.length > LONGEST_BODY)
            return tooLong;
        const issue = this.open(login, title, body);
        issue.labels = labels;
        return fakeJson(201, this.#shown(issue));
    }
    #edit(issue, request) {
        const wanted = JSON.parse(request.body);
        if ((wanted.body ?? '').length > LONGEST_BODY)
            return tooLong;
        issue.title = wanted.title ?? issue.title;
        issue.body = wanted.body ?? issue.body;
        issue.labels = wanted.labels ?? issue.labels;
        issue.state = wanted.state ?? issue.state;
        issue.stateReason = wanted.state_reason ?? issue.stateReason;
        issue.updated = this.#world.now();
        return fakeJson(200, this.#shown(issue));
    }
    #commentsOf(issue, request) {
        const shown = issue.comments.map((comment) => shownComment(comment));
        return this.#paged(shown, request, `/issues/${issue.number}/comments`);
    }
    #addComment(issue, request, login) {
        const { body } = JSON.parse(request.body);
        if (issue.locked)
            return github_issue_fake_forbidden('Unable to create comment because issue is locked.');
        if (body.length > LONGEST_BODY)
            return tooLong;
        return fakeJson(201, shownComment(this.comment(issue, login, body)));
    }
    #editComment(id, request) {
        const { body } = JSON.parse(request.body);
        const comment = this.all.flatMap((issue) => issue.comments).find((each) => each.id === id);
        if (!comment)
            return github_issue_fake_notFound;
        if (body.length > LONGEST_BODY)
            return tooLong;
        comment.body = body;
        return fakeJson(200, shownComment(comment));
    }
    #shown(issue) {
        return {
            number: issue.number,
            title: issue.title,
            body: issue.body,
            state: issue.state,
            state_reason: issue.stateReason,
            locked: issue.locked,
            user: userOf(issue.user),
            labels: issue.labels.map((name) => ({ name })),
            html_url: `${this.#page}/issues/${issue.number}`,
            created_at: new Date(issue.created).toISOString(),
            updated_at: new Date(issue.updated).toISOString(),
            ...(issue.pullRequest && { pull_request: { url: `${this.#page}/pull/${issue.number}` } }),
        };
    }
    #paged(items, request, path) {
        const size = Math.min(100, Number(request.query.get('per_page') ?? 30));
        const page = Number(request.query.get('page') ?? 1);
        const more = items.length > page * size;
        const link = `<${this.#page}${path}?page=${page + 1}>; rel="next"`;
        return fakeJson(200, items.slice((page - 1) * size, page * size), more ? { link } : {});
    }
}
const userOf = (login) => ({ login, type: login.endsWith('[bot]') ? 'Bot' : 'User' });
const shownComment = ({ id, user, body }) => ({ id, body, user: userOf(user) });

;// CONCATENATED MODULE: ./.build/src/sandbox/github/repository.js



function sandboxRepository(world, options) {
    const fullName = `${options.owner}/${options.name}`;
    const page = `https://github.com/${fullName}`;
    const store = new GitStore(() => world.now());
    const issues = new FakeIssues(world, page);
    const git = {
        owner: options.owner,
        name: options.name,
        id: options.id,
        defaultBranch: options.defaultBranch ?? 'main',
        isPrivate: options.private ?? true,
        store,
        rules: new Map(),
        hasIssues: () => issues.enabled,
    };
    const fill = (files) => {
        for (const [path, text] of Object.entries(options.files ?? {}))
            files.set(path, text);
    };
    store.advance(git.defaultBranch, fill, 'First commit');
    const branches = () => [...store.refs.keys()].map((ref) => ref.replace('refs/heads/', ''));
    const actions = new FakeActions(world, page, branches);
    const rest = gitRest(git);
    return {
        fullName,
        git,
        issues,
        actions,
        answer: (request, rights) => actions.answer(request, rights) ?? rest(request, rights) ?? issues.answer(request, rights),
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/github/tokens.js
/** The token of a request; undefined: none, or one that GitHub does not know. */
function tokenOf(request, tokens) {
    const value = /^(?:bearer|token) (.+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    return tokens.get(value ?? '');
}
const reaches = (token, repository) => token.repositories.some((name) => name.toLowerCase() === repository.toLowerCase());
/** Everybody may read what is public, and every token knows the metadata of its repositories. */
function rightsOf(token, repository, isPrivate) {
    const own = reaches(token, repository);
    return {
        login: token.login,
        may(permission, level) {
            const given = own ? token.permissions[permission] : undefined;
            if (level === 'write')
                return given === 'write';
            return given !== undefined || !isPrivate || (own && permission === 'metadata');
        },
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/github/gitHubServer.js





/** One GitHub out of the fakes of its parts: GraphQL, git, contents, rules, issues, workflows, runs and jobs. */
function fakeGitHub(options) {
    const { world } = options;
    const repositories = [options.repository, ...(options.others ?? [])].map((one) => sandboxRepository(world, one));
    const [home] = repositories;
    if (!home)
        throw new Error('a GitHub needs a repository');
    const tokens = new Map(Object.entries(options.tokens));
    const limited = limiter(options.limits ?? {});
    const answer = (request) => {
        const token = tokenOf(request, tokens);
        if (!token)
            return fakeJson(401, { message: 'Bad credentials' });
        const refused = limited(request, world.now());
        if (refused)
            return refused;
        const visible = (name) => repositories.find((one) => one.fullName.toLowerCase() === name.toLowerCase() && (reaches(token, name) || !one.git.isPrivate));
        if (request.path === '/graphql' && request.method === 'POST')
            return answerGraphql(request, callerOf(token, visible));
        const [, repos, owner, name, ...rest] = request.path.split('/');
        const found = repos === 'repos' ? visible(`${owner ?? ''}/${name ?? ''}`) : undefined;
        const below = { ...request, path: `/${rest.join('/')}` };
        return (found?.answer(below, rightsOf(token, found.fullName, found.git.isPrivate)) ??
            fakeJson(404, { message: 'Not Found' }));
    };
    const handler = (request) => {
        const { status, headers, body } = answer(request);
        return { status, headers: { date: new Date(world.now()).toUTCString(), ...headers }, body };
    };
    return { handler, home, repositories, tokens };
}
function callerOf(token, visible) {
    return {
        login: token.login,
        repository: (name) => visible(name)?.git,
        may(name, permission, level) {
            const found = visible(name);
            return found !== undefined && rightsOf(token, name, found.git.isPrivate).may(permission, level);
        },
    };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
;// CONCATENATED MODULE: ./.build/src/sandbox/oidcIssuer.js



const GITHUB = 'https://token.actions.githubusercontent.com';
const LIFE = 5 * tools_time/* MINUTE */.pY;
/** GitHub as an OIDC issuer: keys at its well-known address, and for each job an address that hands out tokens. */
class OidcIssuer {
    issuer;
    #world;
    #subject;
    #jobs = new Map();
    #key = keyCalled('rekey-1');
    #keys = 1;
    constructor({ world, issuer = GITHUB, subject = 'names' }) {
        this.#world = world;
        this.issuer = issuer;
        this.#subject = subject;
    }
    /** https://datatracker.ietf.org/doc/html/rfc7517#section-5 */
    jwks() {
        return { keys: [this.#key.publicKey] };
    }
    /** The public key in PEM, for servers that are given keys instead of an address. */
    publicKeyPem() {
        return (0,external_node_crypto_.createPublicKey)({ key: this.#key.publicKey, format: 'jwk' })
            .export({ type: 'spki', format: 'pem' })
            .toString();
    }
    /** The keys change; tokens of before are refused from now on. */
    changeKeys() {
        this.#keys += 1;
        this.#key = keyCalled(`rekey-${this.#keys}`);
    }
    /** What the runner puts into the job's environment as ACTIONS_ID_TOKEN_REQUEST_URL and _TOKEN. */
    start(job) {
        const token = this.#world.id(32);
        this.#jobs.set(token, job);
        return { url: `${this.issuer}/idtoken/${job.runId}?api-version=2.0`, token };
    }
    /** A token of this job, as GitHub signs it; `changes` forge claims. */
    mint(job, audience, changes = {}) {
        return signed({ ...this.#claims(job, audience), ...changes }, this.#key);
    }
    handler = (request) => {
        const base = new URL(this.issuer).pathname.replace(/\/$/, '');
        switch (request.path.startsWith(base) ? request.path.slice(base.length) : '') {
            case '/.well-known/openid-configuration':
                return fakeJson(200, { issuer: this.issuer, jwks_uri: `${this.issuer}/.well-known/jwks` });
            case '/.well-known/jwks':
                return fakeJson(200, this.jwks());
            default:
                return request.path.startsWith(`${base}/idtoken/`) ? this.#hand(request) : undefined;
        }
    };
    #hand(request) {
        const bearer = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? '';
        const job = this.#jobs.get(bearer);
        if (!job || !request.path.endsWith(`/${job.runId}`))
            return fakeJson(401, { message: 'Unauthorized' });
        const [owner = ''] = job.repository.split('/');
        const audience = request.query.get('audience') ?? `https://github.com/${owner}`;
        const value = this.mint(job, audience);
        return fakeJson(200, { count: value.length, value });
    }
    /** https://docs.github.com/en/actions/reference/security/oidc#oidc-token-claims */
    #claims(job, audience) {
        const now = Math.floor(this.#world.now() / tools_time/* SECOND */.Z2);
        const [owner = ''] = job.repository.split('/');
        return {
            jti: this.#world.id(24),
            sub: this.#subjectOf(job),
            aud: audience,
            ref: job.ref,
            repository: job.repository,
            repository_id: job.repositoryId,
            repository_owner: owner,
            repository_owner_id: job.ownerId,
            run_id: job.runId,
            run_attempt: String(job.runAttempt),
            actor: job.actor,
            event_name: job.event,
            workflow_ref: job.workflowRef,
            job_workflow_ref: job.jobWorkflowRef ?? job.workflowRef,
            runner_environment: 'github-hosted',
            ...(job.environment !== undefined && { environment: job.environment }),
            iss: this.issuer,
            nbf: now - (10 * tools_time/* MINUTE */.pY) / tools_time/* SECOND */.Z2,
            iat: now,
            exp: now + LIFE / tools_time/* SECOND */.Z2,
        };
    }
    #subjectOf(job) {
        const [owner = '', name = ''] = job.repository.split('/');
        const names = `repo:${owner}/${name}`;
        const ids = `repo:${owner}@${job.ownerId}/${name}@${job.repositoryId}`;
        const where = job.environment === undefined ? contextOf(job) : `environment:${job.environment}`;
        return `${this.#subject === 'ids' ? ids : names}:${where}`;
    }
}
const contextOf = (job) => job.event === 'pull_request' ? 'pull_request' : `ref:${job.ref}`;
/** A key takes long to make, so a process makes each one once; who knows a fake's key knows nothing. */
const made = new Map();
function keyCalled(kid) {
    const key = made.get(kid) ?? newKey(kid);
    made.set(kid, key);
    return key;
}
function newKey(kid) {
    const { publicKey, privateKey } = (0,external_node_crypto_.generateKeyPairSync)('rsa', { modulusLength: 2048 });
    return {
        publicKey: { ...publicKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' },
        privateKey: privateKey.export({ format: 'jwk' }),
    };
}
function signed(claims, key) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ typ: 'JWT', alg: 'RS256', kid: key.publicKey['kid'] })}.${part(claims)}`;
    const privateKey = (0,external_node_crypto_.createPrivateKey)({ key: key.privateKey, format: 'jwk' });
    return `${text}.${(0,external_node_crypto_.sign)('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/listMethod.js

/**
 * Node's server refuses methods it does not know, such as Vault's LIST, but hands over the bytes it could not read. Such a
 * request has no body, so those bytes are all of it. https://nodejs.org/api/http.html#event-clienterror
 */
function answerUnknownMethods(server, answer) {
    server.on('clientError', (error, socket) => {
        const request = error.code === 'HPE_INVALID_METHOD' ? listMethod_parse(error.rawPacket?.toString('latin1') ?? '') : undefined;
        if (request)
            reply(socket, answer(request));
        else
            socket.destroy();
    });
}
function listMethod_parse(packet) {
    const [first = '', ...lines] = packet.split('\r\n');
    const [method = '', target = ''] = first.split(' ');
    if (method !== 'LIST' || !target.startsWith('/'))
        return undefined;
    const url = new URL(target, 'http://127.0.0.1');
    const headers = lines
        .map((line) => /^([^:]+):\s*(.*)$/.exec(line))
        .flatMap((match) => (match ? [[(match[1] ?? '').toLowerCase(), match[2] ?? '']] : []));
    return {
        method,
        path: url.pathname,
        query: url.searchParams,
        headers: Object.fromEntries(headers),
        body: '',
    };
}
function reply(socket, { status, headers = {}, body }) {
    const all = { ...headers, 'content-length': String(Buffer.byteLength(body)), connection: 'close' };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} ${external_node_http_.STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`);
}

;// CONCATENATED MODULE: ./.build/src/sandbox/misbehave.js
/** A fault as a server can show it on a socket. The client's own faults (suspended, kill) are none of its business. */
async function misbehave(fault, socket, act, answer) {
    switch (fault?.kind) {
        case 'refused':
            socket.destroy();
            return;
        case 'lost':
            act();
            socket.destroy();
            return;
        case 'timeout':
            // The client hangs up when it has waited long enough.
            return;
        case 'late':
            setTimeout(act, fault.delay);
            return;
        case 'status': {
            const { status, retryAfter } = fault;
            answer({
                status,
                headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
                body: '',
            });
            return;
        }
        case 'truncated': {
            const { body, ...rest } = act();
            answer({ ...rest, body: body.slice(0, Math.floor(body.length / 2)) });
            return;
        }
        case 'html':
            answer({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' });
            return;
        case 'stall':
            await fault.hold;
            answer(act());
            return;
        case 'suspended':
        case 'kill':
        case undefined:
            answer(act());
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/route.js
/** Undefined: nobody listens at this origin. */
function routed(routes, origin, request) {
    const found = routes[origin];
    if (found === undefined)
        return undefined;
    const handlers = typeof found === 'function' ? [found] : found;
    for (const handler of handlers) {
        const answer = handler(request);
        if (answer !== undefined)
            return request.method === 'HEAD' ? { ...answer, body: '' } : answer;
    }
    return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'no such path' };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/server.js




/** Serves fakes on loopback, for the sandbox and for tests of the real program. */
async function serveFakes(handlers, options = {}) {
    const address = () => `http://127.0.0.1:${server.address().port}`;
    const answer = (request) => routed({ here: handlers }, 'here', request) ?? { status: 404, body: '' };
    let n = 0;
    const server = (0,external_node_http_.createServer)((incoming, outgoing) => {
        n += 1;
        const call = n;
        const serve = async () => {
            const request = await readRequest(incoming).catch(() => undefined);
            // Who hangs up in the middle of a request gets no answer.
            if (!request)
                return;
            const fault = options.faults?.({
                n: call,
                origin: address(),
                method: request.method,
                path: request.path,
            });
            await server_pause(options.latency ?? 0);
            const act = () => answer(request);
            const send = (response) => write(outgoing, response);
            if (fault || !options.gate)
                return misbehave(fault, incoming.socket, act, send);
            const response = await options.gate(request, act);
            if (response)
                send(response);
            else
                incoming.socket.destroy();
        };
        void serve();
    });
    answerUnknownMethods(server, answer);
    await new Promise((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
    return {
        origin: address(),
        close: () => new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
            server.closeAllConnections();
        }),
    };
}
const server_pause = (duration) => new Promise((resolve) => setTimeout(resolve, duration));
async function readRequest(incoming) {
    const chunks = [];
    for await (const chunk of incoming)
        chunks.push(chunk);
    const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const headers = Object.entries(incoming.headersDistinct).map(([name, values]) => [
        name,
        values?.join(', ') ?? '',
    ]);
    return {
        method: incoming.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        headers: Object.fromEntries(headers),
        body: Buffer.concat(chunks).toString('utf8'),
    };
}
function write(outgoing, response) {
    outgoing.writeHead(response.status, { ...response.headers });
    outgoing.end(response.body);
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index");
;// CONCATENATED MODULE: ./.build/src/sandbox/cloud/times.js

/** Seconds, where a team has hours. */
const SHORT = {
    late: { propagation: tools_time/* SECOND */.Z2 / 2, revocation: tools_time/* SECOND */.Z2 / 4, list: tools_time/* SECOND */.Z2 / 4, lastUsed: tools_time/* SECOND */.Z2 / 10 },
    said: { propagation: 3 * tools_time/* SECOND */.Z2, revocation: 0.6 * tools_time/* SECOND */.Z2, list: tools_time/* SECOND */.Z2, lastUsed: tools_time/* SECOND */.Z2 / 2 },
    grace: tools_time/* SECOND */.Z2,
    watch: tools_time/* SECOND */.Z2 / 2,
    holds: tools_time/* SECOND */.Z2,
    cache: tools_time/* SECOND */.Z2 / 2,
    startup: 50,
    interval: tools_time/* SECOND */.Z2 / 5,
};
/** As a config has it. */
const inWords = (time) => (time % tools_time/* SECOND */.Z2 === 0 ? `${time / tools_time/* SECOND */.Z2}s` : `${time}ms`);

;// CONCATENATED MODULE: ./.build/src/sandbox/cloud/configText.js


/** Services of the first kind must be rolled; those of the second read the store again by themselves. */
const mustRoll = (workload) => workload.startsWith('payment');
/** rekey.yml as a team would write it, with waits of seconds where a team has hours. */
function configText(keys, at, options) {
    const workloads = [...new Set(keys.flatMap((key) => key.workloads))];
    const { times = SHORT } = options;
    return (0,dist/* stringify */.As)({
        version: 1,
        identities: { vault: { use: 'vault-jwt', address: at.vault, role: 'rekey' } },
        stores: { vault: { use: 'vault-kv2', mount: 'secret' } },
        vendors: Object.fromEntries([...new Set(keys.map((key) => key.vendor))].map((name) => [name, vendor(name, at.vendor, options)])),
        workloads: Object.fromEntries(workloads.map((name) => [name, workload(name, at.health, times)])),
        keys: Object.fromEntries(keys.map((key) => [key.name, entry(key, times)])),
        ticket: { use: 'github-issue', labels: ['rotation'] },
        limits: { starts_per_tick: 5, at_once: 20 },
    });
}
function vendor(name, origin, { maxLive, times: { said } = SHORT }) {
    return {
        use: 'http',
        origin,
        admin_key: 'vault:admin/gateway#token',
        key_header: 'x-api-key: {value}',
        create: {
            request: 'POST /admin/keys',
            body: { name: '{label}', scopes: '{scopes}' },
            id: '/id',
            value: '/key',
            full: { status: 403, body: { pointer: '/error/message', contains: 'maximum number' } },
        },
        list: {
            request: 'GET /admin/keys',
            items: '/keys',
            id: '/id',
            label: '/name',
            created: '/created_at',
            last_used: '/last_used_at',
            disabled: { pointer: '/active', equals: false },
        },
        ...(name === 'gateway' && { whoami: { request: 'GET /v1/me', id: '/key_id' } }),
        verify: { request: 'GET /v1/ping', accepted: 200, refused: 401 },
        disable: { request: 'PATCH /admin/keys/{id}', body: { active: false } },
        enable: { request: 'PATCH /admin/keys/{id}', body: { active: true } },
        revoke: { request: 'DELETE /admin/keys/{id}', gone: 404 },
        limits: {
            propagation: inWords(said.propagation),
            list_lag: inWords(said.list),
            revocation_lag: inWords(said.revocation),
            last_used_lag: inWords(said.lastUsed),
            ...(maxLive !== undefined && { max_live: maxLive }),
        },
    };
}
function workload(name, health, { interval, holds }) {
    const roll = {
        use: 'github-workflow',
        workflow: 'deploy.yml',
        inputs: { workload: '{workload}' },
    };
    return {
        ...(mustRoll(name) && { roll }),
        check: {
            use: 'http',
            url: `${health}/health/${name}`,
            key_id: { pointer: '/key_id' },
            passes: 3,
            interval: inWords(interval),
        },
        holds_key_for: inWords(holds),
    };
}
function entry(key, { grace, watch }) {
    return {
        owner: 'team-payments',
        environment: 'production',
        vendor: key.vendor,
        scopes: ['charge.read', 'charge.write'],
        secret: `vault:${key.path}#${key.field}`,
        used_by: key.workloads,
        rotation_frequency: '30d',
        grace_period: inWords(grace),
        watch: inWords(watch),
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/cloud/health.js

/** `GET /health/<service>`: how it is, and the public id of the key that the instance which answers uses. */
function healthHandler(fleet) {
    return ({ method, path }) => {
        const name = /^\/health\/([\w-]+)$/.exec(path)?.[1];
        const workload = name === undefined ? undefined : fleet().workloads.get(name);
        if (!workload || method !== 'GET')
            return undefined;
        const { status, keyId } = workload.health();
        return fakeJson(status, { status: status === 200 ? 'ok' : 'errors above 5 %', key_id: keyId ?? null });
    };
}

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/fake/jwt.js


const SKEW = tools_time/* MINUTE */.pY;
/** The claims of a token that is signed, of this issuer and in time; else Vault's sentence that says why not. */
function verifiedClaims(token, keys, issuer, now) {
    const [head = '', body = '', signature = ''] = token.split('.');
    const header = jwt_decoded(head);
    const key = keys.keys.find((candidate) => candidate['kid'] === header['kid']);
    const signed = Buffer.from(`${head}.${body}`);
    const genuine = header['alg'] === 'RS256' &&
        key !== undefined &&
        (0,external_node_crypto_.verify)('RSA-SHA256', signed, (0,external_node_crypto_.createPublicKey)({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
    if (!genuine)
        return 'error verifying token signature: failed to verify id token signature';
    const claims = jwt_decoded(body);
    if (claims['iss'] !== issuer)
        return 'invalid issuer (iss) claim';
    return untimely(claims, now) ?? claims;
}
/** The skew of a minute counts for every time that a token names. https://github.com/hashicorp/cap/blob/main/jwt/jwt.go */
function untimely(claims, now) {
    const at = (name) => {
        const value = claims[name];
        return typeof value === 'number' ? value * tools_time/* SECOND */.Z2 : undefined;
    };
    if ((at('nbf') ?? 0) > now + SKEW)
        return 'invalid not before (nbf) claim: token not yet valid';
    if ((at('exp') ?? Infinity) < now - SKEW)
        return 'invalid expiration time (exp) claim: token is expired';
    if ((at('iat') ?? 0) > now + SKEW)
        return 'invalid issued at (iat) claim: token issued in the future';
    return undefined;
}
function jwt_decoded(part) {
    try {
        const value = JSON.parse(Buffer.from(part, 'base64url').toString());
        return typeof value === 'object' && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/fake/roleCheck.js
/** Vault's sentence when the claims do not fit the role; undefined when they do. */
function misfit(role, claims) {
    const audiences = listOf(claims['aud']);
    if (role.boundSubject !== undefined && role.boundSubject !== claims['sub']) {
        return 'error validating token: invalid subject (sub) claim';
    }
    if (role.boundAudiences.length > 0 && !role.boundAudiences.some((bound) => audiences.includes(bound))) {
        return 'error validating token: invalid audience (aud) claim: audience claim does not match any expected audience';
    }
    if (role.boundAudiences.length === 0 && audiences.length > 0) {
        return 'audience claim found in JWT but no audiences bound to the role';
    }
    const user = role.userClaim ?? 'sub';
    if (typeof claims[user] !== 'string')
        return `claim "${user}" not found in token`;
    const wrong = Object.entries(role.boundClaims ?? {}).map(([name, bound]) => misbound(role, name, bound, claims[name]));
    const first = wrong.find((sentence) => sentence !== undefined);
    return first === undefined ? undefined : `error validating claims: ${first}`;
}
function misbound(role, name, bound, actual) {
    if (actual === undefined)
        return `claim "${name}" is missing`;
    const globs = role.boundClaimsType === 'glob';
    const fits = listOf(bound).some((wanted) => listOf(actual).some((value) => (globs ? glob(wanted, value) : wanted === value)));
    return fits ? undefined : `claim "${name}" does not match any associated bound claim values`;
}
/** `*` stands for any text, also across `/`. https://github.com/ryanuber/go-glob */
function glob(pattern, text) {
    const pieces = pattern.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${pieces.join('.*')}$`, 's').test(text);
}
const listOf = (value) => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/fake/server.js




const server_EVERYTHING_WELL = {
    mount: 'jwt',
    namespace: '',
    issuer: 'https://token.actions.githubusercontent.com',
    keys: undefined,
    roles: {},
    sealed: false,
};
/** The JWT auth method and the token calls of a Vault. It verifies signature, issuer, audience, times and bound claims. */
class FakeVaultJwt {
    /** May be changed while the world runs. */
    options;
    /** Each login that succeeded: the id of the OIDC token that was used. */
    logins = [];
    #world;
    #tokens;
    constructor(world, tokens, options = {}) {
        this.#world = world;
        this.#tokens = tokens;
        this.options = { ...server_EVERYTHING_WELL, ...options };
    }
    handler = (request) => {
        if (!request.path.startsWith('/v1/auth/'))
            return undefined;
        if (this.options.sealed)
            return refusal(503, 'Vault is sealed');
        const namespace = (request.headers['x-vault-namespace'] ?? '').replace(/^\/|\/$/g, '');
        const here = namespace === this.options.namespace;
        switch (`${request.method} ${decodeURIComponent(request.path).slice('/v1/auth/'.length)}`) {
            case `POST ${this.options.mount}/login`:
                return here ? this.#login(request) : refusal(403, 'permission denied');
            case 'GET token/lookup-self':
                return this.#lookUp(request);
            case 'POST token/revoke-self':
                return this.#revoke(request);
            default:
                return refusal(403, 'permission denied');
        }
    };
    #login(request) {
        const { keys, issuer, roles } = this.options;
        if (!keys)
            return refusal(400, 'could not load configuration');
        const { role: name, jwt } = bodyOf(request);
        if (!name)
            return refusal(400, 'missing role');
        const role = roles[name.toLowerCase()];
        if (!role)
            return refusal(400, `role "${name.toLowerCase()}" could not be found`);
        if (role.roleType === 'oidc')
            return refusal(400, 'role with oidc role_type is not allowed');
        if (!jwt)
            return refusal(400, 'missing token');
        const claims = verifiedClaims(jwt, keys(), issuer, this.#world.now());
        if (typeof claims === 'string')
            return refusal(400, `error validating token: ${claims}`);
        const sentence = misfit(role, claims);
        if (sentence !== undefined)
            return refusal(400, sentence);
        this.logins.push(String(claims['jti']));
        return this.#granted(name.toLowerCase(), role);
    }
    #granted(name, role) {
        const type = role.tokenType ?? 'service';
        const token = this.#tokens.issue(['default', ...role.policies], role.life, `${this.options.mount}-${name}`, type);
        return fakeJson(200, {
            auth: {
                client_token: token,
                accessor: this.#world.id(24),
                policies: ['default', ...role.policies],
                metadata: { role: name },
                lease_duration: role.life / tools_time/* SECOND */.Z2,
                renewable: type === 'service',
                token_type: type,
                num_uses: role.uses ?? 0,
            },
        });
    }
    #lookUp(request) {
        const found = this.#tokens.find(request.headers['x-vault-token'] ?? '');
        if (!found)
            return noToken(request);
        const ttl = found.end === Infinity ? 0 : Math.floor((found.end - this.#world.now()) / tools_time/* SECOND */.Z2);
        return fakeJson(200, {
            data: { ttl, display_name: found.name, policies: found.policies, type: found.type },
        });
    }
    #revoke(request) {
        const found = this.#tokens.find(request.headers['x-vault-token'] ?? '');
        if (!found)
            return noToken(request);
        if (found.type === 'batch')
            return refusal(400, 'batch tokens cannot be revoked');
        this.#tokens.revoke(found.token);
        return { status: 204, body: '' };
    }
}
function bodyOf(request) {
    const body = JSON.parse(request.body === '' ? '{}' : request.body);
    const text = (name) => {
        const value = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
        return typeof value === 'string' ? value : '';
    };
    return { role: text('role'), jwt: text('jwt') };
}
const refusal = (status, text) => fakeJson(status, { errors: [text] });
/** An unknown token has sentences of its own since Vault 1.15. */
function noToken(request) {
    const none = (request.headers['x-vault-token'] ?? '') === '';
    return refusal(403, none ? 'permission denied' : '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n');
}

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/fake/tokens.js
/** Who holds which token of this Vault. Logins fill it, mounts ask it. */
class VaultTokens {
    #world;
    #tokens = new Map();
    constructor(world) {
        this.#world = world;
    }
    issue(policies, life = Infinity, name = 'token', type = 'service') {
        const token = `${type === 'batch' ? 'hvb' : 'hvs'}.${this.#world.id(28)}`;
        this.#tokens.set(token, { token, policies, name, end: this.#world.now() + life, type });
        return token;
    }
    /** Undefined: unknown, over or revoked. */
    find(token) {
        const found = this.#tokens.get(token);
        return found && found.end > this.#world.now() ? found : undefined;
    }
    policiesOf(token) {
        return this.find(token)?.policies;
    }
    revoke(token) {
        this.#tokens.delete(token);
    }
    get live() {
        return [...this.#tokens.values()].filter(({ token }) => this.find(token));
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/fake.js



;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake/mergePatch.js
/** https://www.rfc-editor.org/rfc/rfc7396 */
function mergePatch(target, patch) {
    const merged = mergePatch_isMap(target) ? { ...target } : {};
    for (const [name, value] of Object.entries(patch)) {
        if (value === null)
            Reflect.deleteProperty(merged, name);
        else
            merged[name] = mergePatch_isMap(value) ? mergePatch(merged[name], value) : value;
    }
    return merged;
}
const mergePatch_isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake/secret.js

/** Vault's own text and status for what it refuses. */
class Refusal extends Error {
    status;
    constructor(status, text) {
        super(text);
        this.status = status;
    }
}
const DEFAULT_VERSIONS = 10;
/** One key of KV version 2 with its versions. https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2 */
class FakeSecret {
    versions = new Map();
    current = 0;
    oldest = 0;
    custom = null;
    keeping = { maxVersions: 0, casRequired: false, deleteVersionAfter: 0 };
    created;
    updated;
    constructor(now) {
        this.created = now;
        this.updated = now;
    }
    write(data, cas, mount, now) {
        this.checkCas(cas, mount);
        this.current += 1;
        this.updated = now;
        this.versions.set(this.current, {
            data,
            created: now,
            deletion: this.#endOf(now, mount),
            destroyed: false,
        });
        const most = Math.max(this.keeping.maxVersions, mount.maxVersions) || DEFAULT_VERSIONS;
        if (this.current - this.oldest < most)
            return;
        for (let number = this.oldest; number <= this.current - most; number += 1)
            this.versions.delete(number);
        this.oldest = this.current - most + 1;
    }
    checkCas(cas, mount) {
        if (mount.casIgnored === true)
            return;
        if (cas === undefined) {
            if (!mount.casRequired && !this.keeping.casRequired)
                return;
            throw new Refusal(400, 'check-and-set parameter required for this call');
        }
        if (cas !== this.current) {
            throw new Refusal(400, 'check-and-set parameter did not match the current version');
        }
    }
    /** Undefined: deleted, expired, destroyed or pruned. */
    readable(number, now) {
        const version = this.versions.get(number);
        if (!version || version.destroyed)
            return undefined;
        return version.deletion !== undefined && version.deletion < now ? undefined : version.data;
    }
    delete(numbers, now) {
        for (const number of numbers) {
            const version = this.versions.get(number);
            if (version && this.readable(number, now))
                version.deletion = now - 1;
        }
    }
    undelete(numbers) {
        for (const number of numbers) {
            const version = this.versions.get(number);
            if (version && !version.destroyed)
                version.deletion = undefined;
        }
    }
    destroy(numbers) {
        for (const number of numbers) {
            const version = this.versions.get(number);
            if (!version)
                continue;
            version.destroyed = true;
            version.data = {};
        }
    }
    /** As a read or a write shows a version. */
    describe(number) {
        const version = this.versions.get(number);
        return {
            version: number,
            created_time: (0,tools_time/* instant */.uR)(version?.created ?? 0),
            deletion_time: version?.deletion === undefined ? '' : (0,tools_time/* instant */.uR)(version.deletion),
            destroyed: version?.destroyed ?? false,
            custom_metadata: this.custom,
        };
    }
    #endOf(now, mount) {
        if (mount.deleteVersionAfter < 0)
            return undefined;
        const lives = [this.keeping.deleteVersionAfter, mount.deleteVersionAfter].filter((life) => life > 0);
        return lives.length === 0 ? undefined : now + Math.min(...lives);
    }
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake/calls.js



/** What the policy must grant for a call; undefined when there is no such operation. */
function capabilityOf(call, mount) {
    const writes = mount.secrets.has(call.path) || call.part === 'config' ? 'update' : 'create';
    const byPart = {
        data: { GET: 'read', POST: writes, PUT: writes, PATCH: 'patch', DELETE: 'delete' },
        metadata: { GET: 'read', POST: writes, PUT: writes, DELETE: 'delete', LIST: 'list' },
        destroy: { POST: 'update', PUT: 'update' },
        delete: { POST: 'update', PUT: 'update' },
        undelete: { POST: 'update', PUT: 'update' },
        config: { GET: 'read', POST: writes, PUT: writes },
    };
    return byPart[call.part]?.[call.method];
}
function answerKv(call, mount, now) {
    const key = `${call.part} ${call.method === 'PUT' ? 'POST' : call.method}`;
    switch (key) {
        case 'data GET':
            return readData(call, mount, now);
        case 'data POST':
            return writeData(call, mount, now);
        case 'data PATCH':
            return patchData(call, mount, now);
        case 'data DELETE':
            return eachVersion(call, mount, (secret) => secret.delete([secret.current], now));
        case 'delete POST':
            return eachVersion(call, mount, (secret) => secret.delete(numbersOf(call.body), now));
        case 'undelete POST':
            return eachVersion(call, mount, (secret) => secret.undelete(numbersOf(call.body)));
        case 'destroy POST':
            return eachVersion(call, mount, (secret) => secret.destroy(numbersOf(call.body)));
        case 'metadata DELETE':
            mount.secrets.delete(call.path);
            return { status: 204 };
        case 'metadata GET':
            return readMetadata(call, mount);
        case 'metadata LIST':
            return list(call, mount);
        case 'metadata POST':
            return writeMetadata(call, mount, now);
        case 'config GET':
            return { status: 200, data: keepingAsWire(mount.keeping) };
        default:
            keep(mount.keeping, call.body);
            return { status: 204 };
    }
}
function readData(call, mount, now) {
    const secret = mount.secrets.get(call.path);
    const asked = Number(call.query.get('version') ?? 0);
    const number = asked > 0 ? asked : (secret?.current ?? 0);
    if (!secret?.versions.has(number))
        throw calls_notFound();
    const data = secret.readable(number, now);
    return { status: data ? 200 : 404, data: { data: data ?? null, metadata: secret.describe(number) } };
}
function writeData(call, mount, now) {
    if (!mergePatch_isMap(call.body['data']))
        throw new Refusal(400, 'no data provided');
    const secret = mount.secrets.get(call.path) ?? new FakeSecret(now);
    secret.write(call.body['data'], casOf(call.body), mount.keeping, now);
    mount.secrets.set(call.path, secret);
    return { status: 200, data: secret.describe(secret.current) };
}
function patchData(call, mount, now) {
    const type = call.contentType.split(';')[0] ?? '';
    if (type !== 'application/merge-patch+json') {
        throw new Refusal(415, `PATCH requires Content-Type of application/merge-patch+json, provided ${type}`);
    }
    if (!mergePatch_isMap(call.body['data']))
        throw new Refusal(400, 'no data provided');
    const secret = mount.secrets.get(call.path);
    if (!secret)
        return { status: 404 };
    secret.checkCas(casOf(call.body), mount.keeping);
    const before = secret.readable(secret.current, now);
    if (!before)
        return { status: 404, data: secret.describe(secret.current) };
    secret.write(mergePatch(before, call.body['data']), secret.current, mount.keeping, now);
    return { status: 200, data: secret.describe(secret.current) };
}
function eachVersion(call, mount, act) {
    if (call.part !== 'data' && numbersOf(call.body).length === 0)
        throw new Refusal(400, 'no version number provided');
    const secret = mount.secrets.get(call.path);
    if (secret)
        act(secret);
    return { status: 204 };
}
function readMetadata(call, mount) {
    const secret = mount.secrets.get(call.path);
    if (!secret)
        throw calls_notFound();
    const versions = [...secret.versions.keys()].map((number) => {
        const { created_time, deletion_time, destroyed } = secret.describe(number);
        return [String(number), { created_time, deletion_time, destroyed }];
    });
    return {
        status: 200,
        data: {
            ...keepingAsWire(secret.keeping),
            created_time: (0,tools_time/* instant */.uR)(secret.created),
            current_version: secret.current,
            custom_metadata: secret.custom,
            oldest_version: secret.oldest,
            updated_time: (0,tools_time/* instant */.uR)(secret.updated),
            versions: Object.fromEntries(versions),
        },
    };
}
function list(call, mount) {
    const directory = call.path === '' || call.path.endsWith('/') ? call.path : `${call.path}/`;
    const inside = [...mount.secrets.keys()].filter((path) => path.startsWith(directory));
    const names = inside.map((path) => path.slice(directory.length).replace(/\/.*/, '/'));
    if (names.length === 0)
        throw calls_notFound();
    return { status: 200, data: { keys: [...new Set(names)].sort() } };
}
/** The map of custom metadata is replaced as a whole. */
function writeMetadata(call, mount, now) {
    const secret = mount.secrets.get(call.path) ?? new FakeSecret(now);
    const custom = call.body['custom_metadata'];
    if (mergePatch_isMap(custom)) {
        const texts = Object.entries(custom).map(([name, value]) => [name, String(value)]);
        const fault = customFault(texts);
        if (fault !== undefined)
            throw new Refusal(400, `1 error occurred:\n\t* custom_metadata validation failed: ${fault}\n\n`);
        secret.custom = Object.fromEntries(texts);
    }
    keep(secret.keeping, call.body);
    mount.secrets.set(call.path, secret);
    return { status: 204 };
}
/** The first of Vault's sentences. https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-metadata */
function customFault(texts) {
    if (texts.length > 64)
        return `payload must contain at most 64 keys, provided ${texts.length}`;
    for (const [name, value] of texts) {
        const length = Buffer.byteLength(value);
        if (length === 0 || length > 512) {
            return `length of value for key "${name}" is ${length} but must be 0 < len(value) <= 512`;
        }
        if (/\p{Cc}/u.test(value))
            return `value for key "${name}" contains unprintable characters`;
    }
    return undefined;
}
function keep(keeping, body) {
    const { max_versions: max, cas_required: cas, delete_version_after: life } = body;
    Object.assign(keeping, {
        ...(typeof max === 'number' && { maxVersions: max }),
        ...(typeof cas === 'boolean' && { casRequired: cas }),
        ...(typeof life === 'string' && { deleteVersionAfter: Number(life.replace(/s$/, '')) * 1000 }),
    });
}
const keepingAsWire = (keeping) => ({
    max_versions: keeping.maxVersions,
    cas_required: keeping.casRequired,
    delete_version_after: goDuration(keeping.deleteVersionAfter),
});
/** https://pkg.go.dev/time#Duration.String */
function goDuration(life) {
    const seconds = Math.abs(life) / 1000;
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const text = h > 0 ? `${h}h${m}m${s}s` : m > 0 ? `${m}m${s}s` : `${s}s`;
    return life < 0 ? `-${text}` : text;
}
const calls_notFound = () => new Refusal(404, '');
function casOf(body) {
    return mergePatch_isMap(body['options']) ? body['options']['cas'] : undefined;
}
function numbersOf(body) {
    const versions = body['versions'];
    return Array.isArray(versions) ? versions.map(Number) : [];
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake/lateView.js

/** What a node shows that is behind and does not say so, as OpenBao's standby nodes do. */
class LateView {
    #lag;
    #past = new Map();
    constructor(lag, secrets) {
        this.#lag = lag;
        for (const [path, secret] of secrets)
            this.#past.set(path, [{ at: -Infinity, secret: copyOf(secret) }]);
    }
    /** After each change. */
    note(secrets, path, now) {
        const past = this.#past.get(path) ?? [{ at: -Infinity, secret: undefined }];
        const secret = secrets.get(path);
        this.#past.set(path, [...past, { at: now, secret: secret && copyOf(secret) }]);
    }
    secrets(now) {
        const shown = [...this.#past].flatMap(([path, past]) => {
            const secret = this.#shown(past, now)?.secret;
            return secret ? [[path, secret]] : [];
        });
        return new Map(shown);
    }
    #shown(past, now) {
        if ('writes' in this.#lag)
            return past[Math.max(0, past.length - 1 - this.#lag.writes)];
        const seen = now - this.#lag.by;
        return past.findLast(({ at }) => at <= seen);
    }
}
function copyOf(secret) {
    const copy = new FakeSecret(secret.created);
    for (const [number, version] of secret.versions)
        copy.versions.set(number, { ...version });
    copy.current = secret.current;
    copy.oldest = secret.oldest;
    copy.updated = secret.updated;
    copy.custom = secret.custom;
    Object.assign(copy.keeping, secret.keeping);
    return copy;
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake/policy.js
/**
 * True when one of the policies grants it. Of several patterns that fit, the most specific one decides.
 * https://developer.hashicorp.com/vault/docs/concepts/policies#priority-matching
 */
function grants(policies, path, capability) {
    const fitting = policies
        .flatMap((policy) => Object.entries(policy))
        .filter(([pattern]) => fits(pattern, path))
        .sort(([one], [other]) => policy_compare(other, one));
    const best = fitting[0]?.[0];
    const granted = fitting.filter(([pattern]) => pattern === best).flatMap(([, capabilities]) => capabilities);
    return granted.includes(capability) && !granted.includes('deny');
}
function fits(pattern, path) {
    const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, (character) => {
        if (character === '+')
            return '[^/]+';
        return character === '*' ? '.*' : `\\${character}`;
    });
    return new RegExp(`^${escaped}$`, 's').test(path);
}
/** Positive when `one` is more specific: its first wildcard stands later, it has no `*`, fewer `+`, or it is longer. */
function policy_compare(one, other) {
    const wildcard = (pattern) => (/[+*]/.test(pattern) ? pattern.search(/[+*]/) : Infinity);
    const rank = (pattern) => [
        wildcard(pattern),
        pattern.endsWith('*') ? 0 : 1,
        -pattern.split('+').length,
        pattern.length,
    ];
    const others = rank(other);
    return (rank(one)
        .map((value, index) => Math.sign(value - (others[index] ?? 0)) || 0)
        .find((sign) => sign !== 0) ?? 0);
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake/server.js






const fake_server_EVERYTHING_WELL = {
    mount: 'secret',
    namespace: '',
    policies: {},
    node: 'active',
    lacks: [],
};
const ALL = ['create', 'read', 'update', 'patch', 'delete', 'list'];
/** Since Vault 1.15; before, it was no more than `permission denied`. */
const INVALID_TOKEN = '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n';
/** https://github.com/hashicorp/vault-plugin-secrets-kv, upgrade.go */
const UPGRADING = 'Upgrading from non-versioned to versioned data. This backend will be unavailable for a brief period and will resume service shortly.';
/** A mount of KV version 2. People may change it by hand, and its node may be sealed, stand by, or read late. */
class FakeVaultKv {
    /** May be changed while the world runs. */
    options;
    mount = {
        secrets: new Map(),
        keeping: { maxVersions: 0, casRequired: false, deleteVersionAfter: 0 },
    };
    #world;
    #tokens;
    #writes = 0;
    /** What a standby shows that has not caught up. */
    #late;
    #silent;
    #serving;
    constructor(world, tokens, options = {}) {
        this.#world = world;
        this.#tokens = tokens;
        this.options = { ...fake_server_EVERYTHING_WELL, ...options };
        const { lacks } = this.options;
        if (lacks.includes('old versions'))
            this.mount.keeping.maxVersions = 1;
        if (lacks.includes('compare-and-set'))
            this.mount.keeping.casIgnored = true;
    }
    /** From now on reads show the present state, whatever is written. */
    readLate() {
        const secrets = [...this.mount.secrets].map(([path, secret]) => [
            path,
            copyOf(secret),
        ]);
        this.#late = { secrets: new Map(secrets), writes: this.#writes };
    }
    catchUp() {
        this.#late = undefined;
        this.#silent = undefined;
    }
    /** From now on reads are behind writes, and no answer says so. */
    lagSilently(lag) {
        this.#silent = new LateView(lag, this.mount.secrets);
    }
    /** Writes by hand, past policies and check-and-set. */
    put(path, data) {
        const secret = this.mount.secrets.get(path) ?? new FakeSecret(this.#world.now());
        this.mount.secrets.set(path, secret);
        secret.write(data, secret.current, this.mount.keeping, this.#world.now());
        this.#written(path);
        return secret.current;
    }
    /** A person deletes the newest version, which can be undone. */
    remove(path) {
        const secret = this.mount.secrets.get(path);
        secret?.delete([secret.current], this.#world.now());
        this.#written(path);
    }
    #written(path) {
        this.#writes += 1;
        this.#silent?.note(this.mount.secrets, path, this.#world.now());
        this.#serving?.note(this.mount.secrets, path, this.#world.now());
    }
    /** What applications read now. */
    served(path) {
        const secret = this.mount.secrets.get(path);
        return secret?.readable(secret.current, this.#world.now());
    }
    /** From now on applications are served what was current so long ago. */
    serveLate(by) {
        this.#serving = new LateView({ by }, this.mount.secrets);
    }
    /** What applications get, where that is behind. */
    servedLate(path) {
        const now = this.#world.now();
        const secrets = this.#serving?.secrets(now) ?? this.mount.secrets;
        const secret = secrets.get(path);
        return secret?.readable(secret.current, now);
    }
    /** Every version of every secret that still holds something. */
    everything() {
        return [...this.mount.secrets.values()].flatMap((secret) => [...secret.versions.values()].map(({ data }) => data));
    }
    handler = (request) => {
        const prefix = `/v1/${this.options.mount}/`;
        const path = decodeURIComponent(request.path);
        if (path === '/v1/sys/capabilities-self')
            return this.#capabilities(request);
        if (!path.startsWith(prefix))
            return undefined;
        const [part = '', ...rest] = path.slice(prefix.length).split('/');
        try {
            return this.#answer(request, part, rest.join('/'));
        }
        catch (thrown) {
            if (thrown instanceof Refusal)
                return errorAnswer(thrown.status, thrown.message);
            throw thrown;
        }
    };
    /** https://developer.hashicorp.com/vault/api-docs/system/capabilities-self · granted by the policy `default` that every token has */
    #capabilities(request) {
        const names = this.#tokens.policiesOf(request.headers['x-vault-token'] ?? '');
        if (!names)
            return errorAnswer(403, 'permission denied');
        const policies = names.map((name) => this.options.policies[name] ?? {});
        const { paths } = server_bodyOf(request);
        const asked = Array.isArray(paths) ? paths.map(String) : [];
        const data = asked.map((path) => {
            const granted = ALL.filter((one) => grants(policies, path, one));
            return [path, names.includes('root') ? ['root'] : granted.length > 0 ? granted : ['deny']];
        });
        return wireAnswer({ status: 200, data: Object.fromEntries(data) }, {});
    }
    #answer(request, part, path) {
        this.#checkNode(request);
        const call = {
            method: request.method,
            part,
            path,
            query: request.query,
            contentType: request.headers['content-type'] ?? '',
            body: server_bodyOf(request),
        };
        this.#checkAccess(request, call);
        const reads = call.method === 'GET' || call.method === 'LIST';
        const answer = answerKv(call, reads ? this.#visible(request) : this.mount, this.#world.now());
        if (!reads && answer.status < 400)
            this.#written(call.path);
        const headers = reads || this.#silent ? {} : { 'x-vault-index': String(this.#writes) };
        return wireAnswer(answer, headers);
    }
    #checkNode(request) {
        if (this.options.node === 'sealed')
            throw new Refusal(503, 'Vault is sealed');
        if (this.options.node === 'upgrading')
            throw new Refusal(400, UPGRADING);
        if (this.options.node === 'standby')
            throw new Refusal(307, `https://active.vault.invalid${request.path}`);
    }
    #checkAccess(request, call) {
        const token = request.headers['x-vault-token'] ?? '';
        const names = this.#tokens.policiesOf(token);
        const namespace = (request.headers['x-vault-namespace'] ?? '').replace(/^\/|\/$/g, '');
        if (token !== '' && !names)
            throw new Refusal(403, INVALID_TOKEN);
        if (!names || namespace !== this.options.namespace)
            throw new Refusal(403, 'permission denied');
        const capability = capabilityOf(call, this.mount);
        const isLacking = call.part === 'destroy' && this.options.lacks.includes('destroy');
        if (!capability || isLacking)
            throw new Refusal(405, '1 error occurred:\n\t* unsupported operation\n\n');
        const policies = names.map((name) => this.options.policies[name] ?? {});
        const path = [this.options.mount, call.part, call.path].filter((piece) => piece !== '').join('/');
        if (!names.includes('root') && !grants(policies, path, capability)) {
            throw new Refusal(403, '1 error occurred:\n\t* permission denied\n\n');
        }
    }
    /** https://developer.hashicorp.com/vault/docs/enterprise/consistency */
    #visible(request) {
        if (this.#silent)
            return { ...this.mount, secrets: this.#silent.secrets(this.#world.now()) };
        if (!this.#late)
            return this.mount;
        const wanted = Number(request.headers['x-vault-index'] ?? 0);
        if (wanted > this.#late.writes)
            throw new Refusal(412, 'required index state not present');
        return { ...this.mount, secrets: this.#late.secrets };
    }
}
function server_bodyOf(request) {
    if (request.body === '')
        return {};
    try {
        const body = JSON.parse(request.body);
        if (mergePatch_isMap(body))
            return body;
    }
    catch {
        // Falls through to the refusal.
    }
    throw new Refusal(400, 'failed to parse JSON input');
}
const wireAnswer = ({ status, data }, headers) => data === undefined
    ? { status, headers, body: '' }
    : fakeJson(status, {
        request_id: '',
        lease_id: '',
        renewable: false,
        lease_duration: 0,
        data,
        wrap_info: null,
        warnings: null,
        auth: null,
    }, headers);
function errorAnswer(status, text) {
    if (status === 307)
        return { status, headers: { location: text }, body: '' };
    return fakeJson(status, { errors: text === '' ? [] : [text] });
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/fake.js


/** Behind all mounts of a Vault: what it answers for a path where nothing is mounted. */
const nothingMounted = ({ path }) => {
    if (!path.startsWith('/v1/'))
        return undefined;
    const route = decodeURIComponent(path.slice('/v1/'.length));
    return fakeJson(404, { errors: [`no handler for route "${route}". route entry not found.`] });
};

;// CONCATENATED MODULE: ./.build/src/sandbox/cloud/vault.js



/** As the README of the store asks for it: the keys under prod/, their staging slots, and one admin key to read. */
const REKEY = {
    'secret/data/prod/*': ['create', 'read', 'update', 'patch'],
    'secret/destroy/prod/*': ['update'],
    'secret/metadata/prod/*': ['read'],
    'secret/data/admin/gateway': ['read'],
    'secret/metadata/admin/gateway': ['read'],
    'secret/config': ['read'],
};
const APPLICATION = 'application';
const READER = { 'secret/data/prod/*': ['read'] };
/** A Vault with one mount for keys and a login for workflows of one repository. */
class SandboxVault {
    kv;
    jwt;
    tokens;
    constructor(world) {
        this.tokens = new VaultTokens(world);
        this.kv = new FakeVaultKv(world, this.tokens, { policies: { rekey: REKEY, reader: READER } });
        this.jwt = new FakeVaultJwt(world, this.tokens);
    }
    handler = (request) => this.jwt.handler(request) ?? this.kv.handler(request) ?? nothingMounted(request);
    /** The token of an application, which may read what it serves and nothing else. */
    reader() {
        return this.tokens.issue(['reader'], Infinity, APPLICATION);
    }
    /** Names of the logins that were not ended. */
    get sessions() {
        return this.tokens.live.map(({ name }) => name).filter((name) => name !== APPLICATION);
    }
    /** The role `rekey`: workflows with exactly this subject, tokens for this audience. */
    trust(issuer, subject, audience) {
        this.jwt.options = {
            ...this.jwt.options,
            issuer: issuer.issuer,
            keys: () => issuer.jwks(),
            roles: {
                rekey: {
                    policies: ['rekey'],
                    life: 15 * tools_time/* MINUTE */.pY,
                    roleType: 'jwt',
                    boundAudiences: [audience],
                    boundSubject: subject,
                },
            },
        };
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/cloud/cloud.js











const REPOSITORY = { owner: 'acme', name: 'payments', id: 4711, ownerId: '12' };
const CONFIG_PATH = '.github/rekey.yml';
const ADMIN_KEY_LENGTH = 40;
/** As the machine's own. */
const REAL = { factor: 1, since: 0 };
/** GitHub, Vault, a vendor and a fleet of services on loopback, each behind a port of its own. */
class Cloud {
    tap = new Tap();
    vault;
    vendor;
    keys;
    /** The keys that were in use before Rekey came, by the name of their entry. */
    placed = new Map();
    /** Ids of keys of ours that no entry is about. */
    spare = new Set();
    speed;
    clock;
    #adminKey;
    #options;
    #chance;
    #say;
    #world;
    #servers = [];
    #parts;
    #origins = {};
    /** @param say tells what the fleet does */
    constructor(options, chance, say) {
        this.#say = say;
        this.#options = options;
        this.#chance = chance;
        this.keys = options.keys;
        this.speed = options.speed ?? REAL;
        this.clock = (0,clock/* clockAt */.w3)(this.speed);
        this.#world = { now: () => this.clock.now(), id: (length) => chance.id(length) };
        this.vault = new SandboxVault(this.#world);
        this.#adminKey = `admin-${chance.id(ADMIN_KEY_LENGTH)}`;
        this.vendor = fakeVendor(this.#world, {
            adminKeys: [this.#adminKey],
            lags: this.#times.late,
            ...(options.maxLive !== undefined && { maxLive: options.maxLive }),
        });
        this.vault.kv.put('admin/gateway', { token: this.#adminKey });
    }
    get github() {
        return this.#running.github;
    }
    get issuer() {
        return this.#running.issuer;
    }
    get fleet() {
        return this.#running.fleet;
    }
    origin(place) {
        return this.#origins[place] ?? '';
    }
    /** A key that a person made long ago and put into the store; applications use it. */
    place(key) {
        const made = this.vendor.add(`made by hand for ${key.name}`, 'ours', ['charge.read', 'charge.write']);
        const before = this.vault.kv.served(key.path) ?? {};
        this.vault.kv.put(key.path, { ...before, [key.field]: made.value });
        this.placed.set(key.name, made);
        return made;
    }
    /** A person deletes a key at the vendor. */
    endByHand(id) {
        const key = this.vendor.keys.byId(id);
        if (key)
            key.revoked = this.#world.now();
    }
    /** Everything that must never be seen outside vendor, store and the memory of services. */
    get secretValues() {
        return [this.#adminKey, ...this.vendor.keys.all.map(({ value }) => value)];
    }
    async start() {
        // The addresses are part of what is served, so the servers come first.
        const github = await this.#serve('github', (request) => request.path.startsWith('/oidc/')
            ? this.#running.issuer.handler(request)
            : this.#running.github.handler(request));
        const vault = await this.#serve('store', this.vault.handler);
        const vendor = await this.#serve('vendor', this.vendor.handle);
        const health = await this.#serve('health', healthHandler(() => this.#running.fleet));
        const ids = this.#chance.fraction() < 0.5;
        const issuer = new OidcIssuer({
            world: this.#world,
            issuer: `${github}/oidc`,
            subject: ids ? 'ids' : 'names',
        });
        const { owner, name, id, ownerId } = REPOSITORY;
        const subject = ids ? `repo:${owner}@${ownerId}/${name}@${id}` : `repo:${owner}/${name}`;
        this.vault.trust(issuer, `${subject}:environment:production`, vault);
        const files = { [CONFIG_PATH]: configText(this.keys, { vault, vendor, health }, this.#options) };
        const repository = { owner, name, id, files };
        const fleet = new Fleet(this.#services(vault, vendor), this.#chance);
        this.#parts = { github: fakeGitHub({ world: this.#world, repository, tokens: {} }), issuer, fleet };
        this.#prepareRepository();
        await fleet.start();
    }
    async stop() {
        await this.#parts?.fleet.stop();
        await Promise.all(this.#servers.map((server) => server.close()));
    }
    get #times() {
        return this.#options.times ?? SHORT;
    }
    get #running() {
        if (!this.#parts)
            throw new Error('the cloud is not started');
        return this.#parts;
    }
    async #serve(place, handler) {
        const stands = { faults: this.tap.plan(place), gate: this.tap.gate(place) };
        const server = await serveFakes(this.tap.wrap(place, handler), stands);
        this.#servers.push(server);
        this.#origins = { ...this.#origins, [place]: server.origin };
        return server.origin;
    }
    #services(vault, vendor) {
        const token = this.vault.reader();
        const { cache, startup } = this.#times;
        const { factor } = this.speed;
        const names = [...new Set(this.keys.flatMap((key) => key.workloads))];
        return names.map((name) => ({
            name,
            replicas: 2,
            cache: mustRoll(name) ? Infinity : cache / factor,
            startup: startup / factor,
            uses: this.keys
                .filter((key) => key.workloads.includes(name))
                .map((key) => ({
                name: key.name,
                secret: `${vault}/v1/secret/data/${key.path}`,
                token,
                field: key.field,
                service: `${vendor}/v1/charge`,
                header: 'x-api-key',
            })),
        }));
    }
    /** Rules that protect the journal, and the team's deploy workflow: it replaces the instances of one service, one by one. */
    #prepareRepository() {
        const { actions, git } = this.github.home;
        git.rules.set('rekey-journal', ['deletion', 'non_fast_forward']);
        actions.workflows.set('deploy.yml', {
            name: 'Deploy',
            runName: 'Deploy ${{ inputs.workload }} ${{ inputs.marker }}',
            inputs: ['workload', 'marker'],
            times: { running: Infinity },
        });
        actions.onDispatch = (run) => {
            const workload = this.fleet.workloads.get(run.inputs['workload'] ?? '');
            if (!workload) {
                run.finish('failure');
                return;
            }
            void workload.roll().then(() => {
                this.#say('fleet', `every instance of ${workload.name} was replaced`);
                run.finish('success');
            });
        };
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/journal.js
const BRANCH = 'rekey-journal';
function rotations(cloud) {
    const files = cloud.github.home.git.store.head(BRANCH)?.files ?? new Map();
    return [...files]
        .filter(([path]) => path.startsWith('facts/') && !path.endsWith('/-.jsonl'))
        .map(([path, text]) => rotation(path, text));
}
/** All texts that were ever in the journal, for a search for values. */
function journalTexts(cloud) {
    const { store } = cloud.github.home.git;
    const head = store.head(BRANCH);
    return head ? store.history(head.oid).flatMap(({ files, message }) => [message, ...files.values()]) : [];
}
function rotation(path, text) {
    const facts = text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
    const closed = facts.find((fact) => fact.type === 'closed');
    const claim = facts.find((fact) => fact.type === 'claim');
    const waits = facts.filter((fact) => fact.type === 'wait').at(-1);
    return {
        id: path.replace(/^.*\/|\.jsonl$/g, ''),
        key: claim?.snapshot?.name ?? '',
        waitsForPerson: waits?.person !== undefined,
        blocked: facts.some((fact) => fact.type === 'blocked'),
        text,
        ...(closed && { outcome: closed.outcome }),
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/judge.js

/** Looks at vendor, store, fleet, journal and tickets, and believes nothing that Rekey said. */
function judge(cloud, ending) {
    const told = rotations(cloud);
    const { keys } = cloud.vendor;
    const served = servedKeys(cloud);
    const open = told.filter(({ outcome }) => outcome === undefined);
    const lost = orphans(cloud, served, open);
    const answer = oldAnswer(cloud, ending.about ?? [...cloud.placed.values()]);
    const done = told.filter(({ outcome }) => outcome === 'done').length;
    const { failed, reasons } = cloud.fleet.tally;
    const problems = [];
    const must = (ok, problem) => {
        if (!ok)
            problems.push(problem);
    };
    must(failed === 0, `${failed} requests failed, such as: ${reasons.at(-1) ?? ''}`);
    must(lost.length === 0, `nobody knows of ${lost.map(({ id }) => id).join(', ')}`);
    must(done === ending.done, `${done} rotations were done, ${ending.done} should be`);
    must(open.length === (ending.open ?? 0), `${open.length} rotations are open, ${ending.open ?? 0} should be`);
    must(answer === ending.old, `the old key is ${answer}, it should be ${ending.old}`);
    must(ending.served === 'dead' || served.every((key) => key !== undefined && keys.accepts(key)), 'the store serves a value that the vendor refuses');
    const inUse = [...cloud.fleet.valuesInUse].map((value) => keys.byValue(value));
    must(inUse.every((key) => key !== undefined && keys.accepts(key)), 'a service holds a value that the vendor refuses');
    must(keys.all.every((key) => key.owner === 'ours' || (key.revoked ?? key.disabled) === undefined), "another team's key was touched");
    const openTickets = cloud.github.home.issues.all.filter(({ state }) => state === 'open').length;
    must(openTickets === open.length, `${openTickets} tickets are open, with ${open.length} open rotations`);
    must(stagedValues(cloud) === open.filter(mayStage).length, 'a staged value was left behind');
    return {
        rotations: done,
        live_credentials: keys.live.filter(({ owner }) => owner === 'ours').length,
        orphans: lost.length,
        old_key: answer,
        failed_requests: failed,
        problems,
    };
}
function servedKeys(cloud) {
    return cloud.keys.flatMap(({ path, field }) => {
        const value = cloud.vault.kv.served(path)?.[field];
        return typeof value === 'string' ? [cloud.vendor.keys.byValue(value)] : [];
    });
}
/** Live and ours, served nowhere, and neither named by an open rotation nor the old key of one. */
function orphans(cloud, served, open) {
    const explained = (key) => open.some((rotation) => rotation.text.includes(key.id) || cloud.placed.get(rotation.key) === key);
    return cloud.vendor.keys.live.filter((key) => key.owner === 'ours' && !served.includes(key) && !explained(key) && !cloud.spare.has(key.id));
}
function oldAnswer(cloud, old) {
    if (old.length === 0)
        return 'none';
    return old.some((key) => cloud.vendor.keys.accepts(key)) ? 'accepted' : 'refused';
}
/** Slots beside the secrets in which the value of a key stands. */
function stagedValues(cloud) {
    const { secrets } = cloud.vault.kv.mount;
    const values = cloud.vendor.keys.all.map(({ value }) => value);
    return [...secrets].filter(([path, secret]) => {
        const texts = path.includes('.rekey.')
            ? [...secret.versions.values()].map(({ data }) => JSON.stringify(data))
            : [];
        return texts.some((text) => values.some((value) => text.includes(value)));
    }).length;
}
/** A rotation that is open may have its new value in the slot. */
const mayStage = ({ text }) => text.includes('/create') && !text.includes('/free');

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/leaks.js



/**
 * Places where a key's value was found that must never hold one: logs before masking, outputs, journal, tickets, files.
 * @param more values of another kind, such as tokens
 */
function leaks(cloud, { results }, out, more = []) {
    const values = [...cloud.secretValues, ...more];
    const holds = (text) => values.some((value) => text.includes(value));
    const found = [];
    const look = (place, texts) => {
        if (texts.some(holds))
            found.push(place);
    };
    look('what the action printed or left for the runner', results.flatMap(({ raw }) => raw));
    look('the journal', journalTexts(cloud));
    const { issues } = cloud.github.home;
    look('a ticket', issues.all.flatMap(({ title, body, comments }) => [title, body, ...comments.map((one) => one.body)]));
    for (const path of filesBelow(out))
        look(path, [(0,external_node_fs_.readFileSync)(path, 'utf8')]);
    return found;
}
/** Level by level: `recursive` and `parentPath` of Node are younger than the oldest Node that we run on. */
function filesBelow(folder) {
    if (!(0,external_node_fs_.existsSync)(folder))
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (entry.isDirectory())
            return filesBelow(path);
        return entry.isFile() ? [path] : [];
    });
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/addedFacts.js
/** The facts in the files that a commit to the journal writes, those of before included; none for any other request. */
function factsIn({ place, request }) {
    if (place !== 'github' || !request.body.includes('createCommitOnBranch'))
        return [];
    const { variables } = JSON.parse(request.body);
    const files = variables?.input?.fileChanges?.additions ?? [];
    return files
        .filter(({ path }) => path.endsWith('.jsonl'))
        .flatMap(({ contents }) => Buffer.from(contents, 'base64').toString().trimEnd().split('\n'))
        .map((line) => JSON.parse(line));
}
/** The commit that allows this row: its last fact is the intent, and it was taken. */
function intends(visit, row) {
    const last = factsIn(visit).at(-1);
    const taken = visit.response.status === 200 && !visit.response.body.includes('"errors"');
    return taken && last?.type === 'intent' && last.row === row;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/field.js
/** One member of a body that is a JSON object. */
function field(body, name) {
    return JSON.parse(body)[name];
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/storeTale.js

/** What the store did for Rekey, told for people who do not know its requests. It remembers which slots hold a staged value. */
class StoreTale {
    #staged = new Set();
    #isServed;
    /** @param isServed applications read one of these fields of this secret */
    constructor(isServed) {
        this.#isServed = isServed;
    }
    /** Undefined: nothing worth telling. */
    sentence({ request, response }) {
        if (request.method === 'GET' || request.method === 'LIST')
            return undefined;
        const path = decodeURIComponent(request.path).replace('/v1/', '');
        if (path.endsWith('/login'))
            return login(request.body, response.status);
        if (response.status >= 400)
            return `answers ${response.status} to a change of ${path}`;
        if (path.endsWith('/revoke-self'))
            return 'its session ended';
        const [, part, ...rest] = path.split('/');
        const secret = rest.join('/');
        const isSlot = secret.includes('.rekey.');
        if (part === 'destroy')
            return isSlot
                ? `${secret}: the staging slot is destroyed, so it is free for the next rotation`
                : `${secret}: the version with the dead key is destroyed`;
        // A question that is put as a POST, such as what the session may do.
        if (part !== 'data')
            return undefined;
        if (isSlot)
            return `${secret}: ${this.#slot(secret, request.body)}`;
        return this.#isServed(secret, Object.keys(field(request.body, 'data') ?? {}))
            ? `${secret}: another value is served from now on`
            : `${secret}: the id is noted beside the value`;
    }
    /** What a change of the staging slot is for, by the note in it and by what was there before. */
    #slot(secret, body) {
        const note = field(body, 'data')?.rekey;
        if (note !== undefined && field(note, 'staged') !== undefined) {
            this.#staged.add(secret);
            return 'the new value is staged; nobody reads it there';
        }
        return this.#staged.delete(secret)
            ? 'the staged copy is taken out, because the value is served now or dead'
            : 'the staging slot is reserved for this rotation; it is empty';
    }
}
function login(body, status) {
    if (status === 200)
        return 'the workflow proved who it is';
    return hasWrongAudience(String(field(body, 'jwt')))
        ? 'a token for another audience is refused, as it must be: doctor tries that on purpose'
        : 'a login is refused';
}
/** `.invalid` is nobody's address: https://www.rfc-editor.org/rfc/rfc2606#section-2 */
function hasWrongAudience(jwt) {
    const claims = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8');
    return /"aud":"https:\/\/[\w.-]+\.invalid[/"]/.test(claims);
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/narrator.js



/** Tells what Rekey's requests did, as the servers answered them. Reads are left out, but for what the vendor says of a key. */
function narrate(cloud, timeline) {
    const said = new Map();
    const store = new StoreTale((path, fields) => cloud.keys.some((key) => key.path === path && fields.includes(key.field)));
    cloud.tap.listen((visit) => {
        if (visit.place === 'vendor')
            say('vendor', narrator_vendor(cloud, visit, said));
        if (visit.place === 'store')
            say('store', store.sentence(visit));
        if (visit.place === 'github') {
            const facts = journal(visit);
            if (facts === undefined)
                say('github', github(visit));
            else
                say('journal', facts);
        }
    });
    function say(who, sentence) {
        if (sentence !== undefined)
            timeline.say(who, sentence);
    }
}
/** @param said the last answer for each key, so that it is told only when it changes */
function narrator_vendor(cloud, { request, response }, said) {
    const { method, path } = request;
    const id = path.split('/')[3] ?? '';
    if (response.status >= 500)
        return undefined;
    if (method === 'POST') {
        if (response.status !== 201)
            return `refuses to make another key (${response.status})`;
        return `key ${String(field(response.body, 'id'))} created`;
    }
    if (method === 'PATCH')
        return `key ${id} ${field(request.body, 'active') === true ? 'enabled' : 'disabled'}`;
    if (method === 'DELETE')
        return response.status === 404 ? `key ${id} was gone already` : `key ${id} revoked`;
    return path === '/v1/ping' ? ping(cloud, { request, response }, said) : undefined;
}
function ping(cloud, { request, response }, said) {
    const found = cloud.vendor.keys.byValue(request.headers['x-api-key'] ?? '');
    const key = found?.id ?? 'unknown';
    const isNew = found && !said.has(key) && found.disabled === undefined && found.revoked === undefined;
    const answer = response.status === 200 ? 'accepted' : isNew ? 'not accepted yet, because it is new' : 'refused';
    if (said.get(key) === answer)
        return undefined;
    said.set(key, answer);
    return `key ${key} is ${answer}`;
}
function github({ request, response }) {
    const { method, path } = request;
    if (method === 'GET')
        return undefined;
    if (response.status >= 400)
        return `answers ${response.status} to ${method} ${path}`;
    if (path.endsWith('/dispatches'))
        return `deploy of ${String(inputOf(request.body, 'workload'))} asked for`;
    if (path.endsWith('/issues'))
        return `ticket ${String(field(response.body, 'number'))} opened`;
    if (/\/issues\/\d+$/.test(path) && field(request.body, 'state') === 'closed')
        return `ticket ${path.split('/').at(-1) ?? ''} closed`;
    return undefined;
}
/** The last facts of a commit, in short. */
function journal(visit) {
    const facts = factsIn(visit);
    if (facts.length === 0)
        return undefined;
    if (visit.response.body.includes('"errors"'))
        return 'refuses a commit: it has moved';
    const rows = facts.slice(-2).map((fact) => ('row' in fact ? `${fact.type} ${fact.row}` : fact.type));
    return rows.join(', ');
}
function inputOf(body, name) {
    return field(body, 'inputs')?.[name];
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/artifact.js


/** The action that a composite may nest, by its commit; any other is refused. */
const UPLOAD = /^actions\/upload-artifact@[0-9a-f]{40}$/;
const artifact_WORDS = ['name', 'path', 'if-no-files-found'];
/** Stands in for actions/upload-artifact: copies the files into `target`. Fails on an empty or a used name, as it does. */
function uploadArtifact(uses, settings, target) {
    if (!UPLOAD.test(uses))
        throw new Error(`the sandbox cannot play ${uses}`);
    const unknown = Object.keys(settings).filter((word) => !artifact_WORDS.includes(word));
    if (unknown.length > 0)
        throw new Error(`the sandbox does not know ${unknown.join(', ')} of upload-artifact`);
    const { name = '', path = '' } = settings;
    if (name === '')
        throw new Error('upload-artifact needs a name');
    const folder = (0,external_node_path_.join)(target, name);
    if ((0,external_node_fs_.existsSync)(folder))
        throw new Error(`an artifact ${name} exists in this run already`);
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
    const found = path.split('\n').filter((item) => item !== '' && (0,external_node_fs_.existsSync)(item));
    for (const item of found) {
        // One folder gives its content, anything else keeps its name.
        const inside = found.length === 1 && (0,external_node_fs_.statSync)(item).isDirectory() ? folder : (0,external_node_path_.join)(folder, (0,external_node_path_.basename)(item));
        (0,external_node_fs_.cpSync)(item, inside, { recursive: true });
    }
    return found.length === 0 ? 'No files were found' : `Artifact ${name} has been uploaded`;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/expressionParser.js
const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(&&|\|\||==|!=|[!().,[\]]))/y;
const expressionParser_WORDS = { true: true, false: false, null: null };
/** Recursive descent over or, and, equality, not, property; throws on whatever it does not know. */
function expressionParser_parse(source) {
    const tokens = tokenise(source);
    let at = 0;
    const tree = or();
    if (at < tokens.length)
        throw unexpected();
    return tree;
    function or() {
        let left = and();
        while (take('||'))
            left = { type: 'or', left, right: and() };
        return left;
    }
    function and() {
        let left = equality();
        while (take('&&'))
            left = { type: 'and', left, right: equality() };
        return left;
    }
    function equality() {
        const left = not();
        if (take('=='))
            return { type: 'equal', wanted: true, left, right: not() };
        if (take('!='))
            return { type: 'equal', wanted: false, left, right: not() };
        return left;
    }
    function not() {
        return take('!') ? { type: 'not', of: not() } : property();
    }
    function property() {
        let node = primary();
        for (;;) {
            if (take('.'))
                node = { type: 'property', of: node, key: { type: 'literal', value: next() } };
            else if (take('[')) {
                node = { type: 'property', of: node, key: or() };
                need(']');
            }
            else
                return node;
        }
    }
    function primary() {
        if (take('(')) {
            const inner = or();
            need(')');
            return inner;
        }
        const token = next();
        if (token.startsWith("'"))
            return { type: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
        if (/^-?\d/.test(token))
            return { type: 'literal', value: Number(token) };
        if (Object.hasOwn(expressionParser_WORDS, token))
            return { type: 'literal', value: expressionParser_WORDS[token] ?? null };
        if (!/^[A-Za-z_]/.test(token))
            throw unexpected();
        return take('(') ? { type: 'call', name: token, arguments: values() } : { type: 'name', name: token };
    }
    function values() {
        if (take(')'))
            return [];
        const found = [or()];
        while (take(','))
            found.push(or());
        need(')');
        return found;
    }
    function take(token) {
        if (tokens[at] !== token)
            return false;
        at += 1;
        return true;
    }
    function need(token) {
        if (!take(token))
            throw unexpected();
    }
    function next() {
        const token = tokens[at];
        if (token === undefined)
            throw unexpected();
        at += 1;
        return token;
    }
    function unexpected() {
        return new Error(`cannot read the expression near ${tokens[at] ?? 'its end'}: ${source}`);
    }
}
function tokenise(source) {
    const text = source.trim();
    const tokens = [];
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
        const start = TOKEN.lastIndex;
        const match = TOKEN.exec(text);
        if (!match)
            throw new Error(`cannot read the expression at ${text.slice(start)}: ${source}`);
        tokens.push(match[0].trim());
    }
    return tokens;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/expression.js

/**
 * The part of GitHub's expression language that action.yml uses. Anything else is refused, so that a step never runs
 * here in a way it would not run on a runner. Missing properties are empty, as on GitHub.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
 */
function evaluate(source, contexts, status) {
    return value(expressionParser_parse(source));
    function value(node) {
        switch (node.type) {
            case 'literal':
                return node.value;
            case 'name':
                if (!Object.hasOwn(contexts, node.name))
                    throw new Error(`unknown context ${node.name} in: ${source}`);
                return contexts[node.name];
            case 'property':
                return property(value(node.of), value(node.key));
            case 'not':
                return !truthy(value(node.of));
            case 'and': {
                const left = value(node.left);
                return truthy(left) ? value(node.right) : left;
            }
            case 'or': {
                const left = value(node.left);
                return truthy(left) ? left : value(node.right);
            }
            case 'equal':
                return same(value(node.left), value(node.right)) === node.wanted;
            case 'call':
                return call(node.name, node.arguments.map(value));
        }
    }
    function call(name, values) {
        switch (name.toLowerCase()) {
            case 'always':
                return true;
            case 'success':
                return !status.failed && !status.cancelled;
            case 'failure':
                return status.failed;
            case 'cancelled':
                return status.cancelled;
            case 'tojson':
                return JSON.stringify(values[0] ?? null, null, 2);
            default:
                throw new Error(`unknown function ${name} in: ${source}`);
        }
    }
}
/** `if:` of a step. Without a status function GitHub adds `success() &&`. */
function condition(source, contexts, status) {
    if (source === undefined)
        return !status.failed && !status.cancelled;
    const bare = /^\$\{\{([\s\S]*)\}\}$/.exec(source.trim())?.[1] ?? source;
    const asks = /\b(always|success|failure|cancelled)\s*\(/i.test(bare);
    return truthy(evaluate(asks ? bare : `success() && (${bare})`, contexts, status));
}
/** A text in which every `${{ … }}` is replaced by its value. */
function interpolate(text, contexts, status) {
    return text.replace(/\$\{\{([\s\S]*?)\}\}/g, (_all, source) => expression_display(evaluate(source, contexts, status)));
}
function expression_display(value) {
    if (value === undefined || value === null)
        return '';
    if (typeof value === 'string')
        return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'Object';
}
const truthy = (value) => value !== '' && value !== 0 && Boolean(value);
/** GitHub compares texts without regard to case. */
function same(one, other) {
    return expression_display(one).toLowerCase() === expression_display(other).toLowerCase();
}
function property(of, key) {
    if (typeof of !== 'object' || of === null)
        return undefined;
    return Object.entries(of).find(([name]) => same(name, key))?.[1];
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/logReader.js
/**
 * Reads what a step prints, as a runner does: takes out `::add-mask::`, hides the values it has heard of, keeps annotations.
 * `raw` is every line as it was printed, for a search for values that nobody masked; it is never shown or written.
 */
class LogReader {
    lines = [];
    annotations = [];
    raw = [];
    #masks;
    #show;
    /** @param masks shared by the steps of a job, because a mask lasts as long as the job does */
    constructor(masks, show) {
        this.#masks = masks;
        this.#show = show;
    }
    line(text) {
        const mask = /^::add-mask::(.*)$/.exec(text)?.[1];
        if (mask !== undefined) {
            this.#learn(logReader_unescape(mask));
            return;
        }
        this.raw.push(text);
        // Shown only to people who asked for debug logs.
        if (text.startsWith('::debug::'))
            return;
        const shown = this.#hide(text);
        if (/^::(error|warning|notice)[ :]/.test(shown))
            this.annotations.push(logReader_unescape(shown));
        this.lines.push(shown);
        this.#show(shown);
    }
    #learn(value) {
        for (const part of [value, ...value.split(/\r?\n/)]) {
            const trimmed = part.trim();
            if (trimmed !== '')
                this.#masks.add(trimmed);
        }
    }
    #hide(text) {
        const longestFirst = [...this.#masks].sort((one, other) => other.length - one.length);
        return longestFirst.reduce((line, mask) => line.replaceAll(mask, '***'), text);
    }
}
const logReader_unescape = (text) => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
;// CONCATENATED MODULE: ./.build/src/sandbox/composite/manifest.js




const common = {
    id: schemas/* string */.YjP().optional(),
    name: schemas/* string */.YjP().optional(),
    if: schemas/* string */.YjP().optional(),
    'continue-on-error': schemas/* boolean */.zMY().default(false),
};
/** What a runner starts for `shell:` of a step; only what was looked up is played. */
const SHELLS = {
    bash: ['bash', '--noprofile', '--norc', '-e', '-o', 'pipefail'],
    'bash --noprofile --norc -p -eo pipefail {0}': ['bash', '--noprofile', '--norc', '-p', '-eo', 'pipefail'],
};
const runStep = schemas/* strictObject */.rej({
    ...common,
    run: schemas/* string */.YjP(),
    shell: schemas/* enum */.k5n(Object.keys(SHELLS)),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
});
const usesStep = schemas/* strictObject */.rej({
    ...common,
    uses: schemas/* string */.YjP(),
    with: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
});
const manifest = schemas/* object */.Ikc({
    inputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ default: schemas/* string */.YjP().default('') })),
    outputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ value: schemas/* string */.YjP() })),
    runs: schemas/* strictObject */.rej({
        using: schemas/* literal */.euz('composite'),
        steps: schemas/* array */.YOg(schemas/* union */.KCZ([runStep, usesStep])),
    }),
});
/** `action.yml` of the action in this folder; a word in it that is not known here is an error. */
function readManifest(action) {
    return manifest.parse((0,dist/* parse */.qg)((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(action, 'action.yml'), 'utf8')));
}
/** What the caller said, over the defaults, which may be expressions. An input that is not declared is an error here. */
function fillInputs(declared, given, evaluateDefault) {
    const unknown = Object.keys(given).filter((name) => !Object.hasOwn(declared, name));
    if (unknown.length > 0)
        throw new Error(`action.yml has no input ${unknown.join(', ')}`);
    return Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, given[name] ?? evaluateDefault(input.default)]));
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/commandFile.js
/**
 * Reads what a step wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value`, or `name<<END` up to a line `END`.
 * Throws where a runner fails the step.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function parseCommandFile(text) {
    const found = {};
    const lines = text.split(/\r?\n/);
    while (lines.length > 0) {
        const line = lines.shift() ?? '';
        if (line === '')
            continue;
        const multi = /^([^=]*?)<<(.+)$/.exec(line);
        const name = multi?.[1] ?? line.slice(0, line.indexOf('='));
        if (name === '' || (!multi && !line.includes('=')))
            throw new Error('a line of a command file has no name');
        if (!multi) {
            found[name] = line.slice(line.indexOf('=') + 1);
            continue;
        }
        const end = lines.indexOf(multi[2] ?? '');
        if (end < 0)
            throw new Error(`the value of ${name} in a command file has no end`);
        found[name] = lines
            .splice(0, end + 1)
            .slice(0, -1)
            .join('\n');
    }
    return found;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/runnerFiles.js



const NAMES = ['OUTPUT', 'ENV', 'PATH', 'STATE', 'STEP_SUMMARY'];
/** The files that a runner gives to one step and reads after it ended, also when it was killed. */
class RunnerFiles {
    #folder;
    constructor(folder) {
        this.#folder = folder;
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        for (const name of NAMES)
            (0,external_node_fs_.writeFileSync)(this.#file(name), '');
    }
    get environment() {
        return Object.fromEntries(NAMES.map((name) => [`GITHUB_${name}`, this.#file(name)]));
    }
    get outputs() {
        return parseCommandFile(this.#read('OUTPUT'));
    }
    get exported() {
        return parseCommandFile(this.#read('ENV'));
    }
    get summary() {
        return this.#read('STEP_SUMMARY');
    }
    /** Everything the step left, for a search for values. */
    get all() {
        return NAMES.map((name) => this.#read(name)).join('\n');
    }
    script(text) {
        const file = (0,external_node_path_.join)(this.#folder, 'script.sh');
        (0,external_node_fs_.writeFileSync)(file, text);
        return file;
    }
    #file(name) {
        return (0,external_node_path_.join)(this.#folder, name.toLowerCase());
    }
    #read(name) {
        return (0,external_node_fs_.readFileSync)(this.#file(name), 'utf8');
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__("node:child_process");
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__("node:readline");
;// CONCATENATED MODULE: ./.build/src/sandbox/composite/stepProcess.js



const SIGTERM_AFTER = 7500;
const KILL_AFTER = 2500;
/**
 * The process of a `run` step. The script ends in `exec`, so its pid is node's. Signals go to that process only, as
 * from a runner.
 */
class StepProcess {
    ended;
    #child;
    constructor(shell, script, workspace, environment, log) {
        const [program, ...flags] = SHELLS[shell];
        const child = (0,external_node_child_process_.spawn)(program, [...flags, script], {
            cwd: workspace,
            env: { ...environment },
            stdio: ['ignore', 'pipe', 'pipe'],
        });
        this.#child = child;
        const read = [child.stdout, child.stderr].map((stream) => readLines(stream, log));
        this.ended = new Promise((resolve, reject) => {
            child.once('error', reject);
            child.once('close', (code, signal) => {
                Promise.all(read).then(() => resolve({ code, signal }), reject);
            });
        });
    }
    /** As a runner cancels: SIGINT, 7.5 s later SIGTERM, 2.5 s later the end. @param pace how many times faster */
    async cancel(pace = 1) {
        this.#child.kill('SIGINT');
        if (!(await this.#endsWithin(SIGTERM_AFTER / pace))) {
            this.#child.kill('SIGTERM');
            if (!(await this.#endsWithin(KILL_AFTER / pace)))
                this.kill();
        }
        return this.ended;
    }
    kill() {
        this.#child.kill('SIGKILL');
    }
    freeze() {
        this.#child.kill('SIGSTOP');
    }
    thaw() {
        this.#child.kill('SIGCONT');
    }
    async #endsWithin(duration) {
        let timer;
        const late = new Promise((resolve) => {
            timer = setTimeout(() => resolve(false), duration);
        });
        const result = await Promise.race([this.ended.then(() => true), late]);
        clearTimeout(timer);
        return result;
    }
}
async function readLines(stream, log) {
    for await (const line of (0,external_node_readline_.createInterface)({ input: stream }))
        log.line(line);
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/composite.js







/** Runs a composite action as a runner does: conditions, environment, files, masks, signals. */
class Composite {
    #job;
    #manifest;
    #log;
    #steps = {};
    #records = [];
    #left = [];
    /** What steps wrote to GITHUB_ENV, for the steps after them. */
    #exported = {};
    #process;
    #running;
    #failed = false;
    #cancelled = false;
    #abandoned = false;
    constructor(job) {
        this.#job = job;
        this.#manifest = readManifest(job.action);
        this.#log = new LogReader(new Set([job.github['token'] ?? '']), job.show);
    }
    /** The process of the `run` step that is running, for a scenario to kill or freeze. */
    get process() {
        return this.#process;
    }
    async run() {
        for (const [index, step] of this.#manifest.runs.steps.entries()) {
            const id = step.id ?? `step-${index + 1}`;
            const contexts = this.#contexts();
            if (this.#abandoned || !condition(step.if, contexts, this.#status)) {
                this.#record(id, 'skipped', { code: null, signal: null });
                continue;
            }
            const outcome = 'run' in step ? await this.#script(id, step, contexts) : this.#upload(id, step, contexts);
            if (outcome !== 'success' && !step['continue-on-error'])
                this.#failed = true;
        }
        return this.#result();
    }
    /**
     * A person, or a newer run, cancels the job. The step that runs gets signals, unless its condition is still true, as with
     * `always()`; later steps run only where theirs is.
     */
    async cancel() {
        this.#cancelled = true;
        if (!condition(this.#running?.if, this.#contexts(), this.#status))
            await this.#process?.cancel();
    }
    /** The machine is gone: nothing further runs. */
    abandon() {
        this.#abandoned = true;
        this.#process?.kill();
    }
    get #status() {
        return { failed: this.#failed, cancelled: this.#cancelled };
    }
    /** Whoever plays the runner may set what no step can: the action blanks these. */
    get #switches() {
        const { environment } = this.#job;
        return Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith('REKEY_SANDBOX')));
    }
    #contexts() {
        const { github, checkRun, inputs } = this.#job;
        const outer = { github, job: { check_run_id: checkRun }, steps: this.#steps };
        const filled = fillInputs(this.#manifest.inputs, inputs, (text) => interpolate(text, outer, this.#status));
        return { ...outer, inputs: filled };
    }
    async #script(id, step, contexts) {
        if (step.run.includes('${{'))
            throw new Error(`step ${id} puts an expression into its script`);
        const files = new RunnerFiles((0,external_node_path_.join)(this.#job.temp, '_runner_file_commands', id));
        this.#left.push(files);
        const own = Object.entries(step.env).map(([name, text]) => [
            name,
            interpolate(text, contexts, this.#status),
        ]);
        const given = { ...this.#job.environment, ...this.#exported, ...files.environment };
        const environment = { ...given, ...Object.fromEntries(own), ...this.#switches };
        this.#running = step;
        this.#process = new StepProcess(step.shell, files.script(step.run), this.#job.workspace, environment, this.#log);
        const end = await this.#process.ended;
        this.#process = undefined;
        this.#exported = { ...this.#exported, ...files.exported };
        const outcome = end.code === 0 ? 'success' : this.#cancelled ? 'cancelled' : 'failure';
        return this.#record(id, outcome, end, files.outputs);
    }
    #upload(id, step, contexts) {
        const settings = Object.fromEntries(Object.entries(step.with).map(([name, text]) => [
            name,
            interpolate(text, contexts, this.#status),
        ]));
        try {
            this.#log.line(uploadArtifact(step.uses, settings, this.#job.artifacts));
            return this.#record(id, 'success', { code: 0, signal: null });
        }
        catch (thrown) {
            this.#log.line(`::error::${thrown instanceof Error ? thrown.message : 'upload failed'}`);
            return this.#record(id, 'failure', { code: 1, signal: null });
        }
    }
    #record(id, outcome, end, outputs = {}) {
        this.#steps[id] = { outputs, outcome };
        this.#records.push({ id, outcome, ...end });
        return outcome;
    }
    #result() {
        const contexts = this.#contexts();
        return {
            ok: !this.#failed && !this.#cancelled,
            outputs: Object.fromEntries(Object.entries(this.#manifest.outputs).map(([name, { value }]) => [
                name,
                interpolate(value, contexts, this.#status),
            ])),
            steps: this.#records,
            log: this.#log.lines,
            annotations: this.#log.annotations,
            summary: this.#left.map((files) => files.summary).join(''),
            raw: [...this.#log.raw, ...this.#left.map((files) => files.all)],
        };
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/composite/runnerEnvironment.js


/**
 * The environment of a `run` step in a composite action, from nothing: no INPUT_* and no runtime token, as on a runner.
 * NODE_* and the like of this process are not passed on.
 */
function runnerEnvironment(job, folders) {
    const [owner = ''] = job.repository.split('/');
    const event = (0,external_node_path_.join)(folders.temp, '_github_workflow', 'event.json');
    const repository = { id: Number(job.repositoryId), full_name: job.repository, private: true };
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(event), { recursive: true });
    (0,external_node_fs_.writeFileSync)(event, JSON.stringify({ repository: { ...repository, default_branch: job.defaultBranch } }));
    return {
        PATH: `${(0,external_node_path_.dirname)(process.execPath)}:${process.env['PATH'] ?? ''}`,
        HOME: folders.temp,
        LANG: 'C.UTF-8',
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION: '__run',
        GITHUB_ACTION_PATH: folders.action,
        GITHUB_ACTION_REPOSITORY: '',
        GITHUB_ACTION_REF: '',
        GITHUB_ACTOR: job.actor,
        GITHUB_TRIGGERING_ACTOR: job.actor,
        GITHUB_API_URL: job.apiUrl,
        GITHUB_GRAPHQL_URL: job.graphqlUrl,
        GITHUB_SERVER_URL: job.serverUrl,
        GITHUB_EVENT_NAME: job.event,
        GITHUB_EVENT_PATH: event,
        GITHUB_JOB: 'rotate',
        GITHUB_REF: `refs/heads/${job.defaultBranch}`,
        GITHUB_REF_NAME: job.defaultBranch,
        GITHUB_REF_TYPE: 'branch',
        GITHUB_REPOSITORY: job.repository,
        GITHUB_REPOSITORY_ID: job.repositoryId,
        GITHUB_REPOSITORY_OWNER: owner,
        GITHUB_REPOSITORY_OWNER_ID: job.ownerId,
        GITHUB_RUN_ID: job.run,
        GITHUB_RUN_NUMBER: job.run,
        GITHUB_RUN_ATTEMPT: String(job.attempt),
        GITHUB_SHA: job.sha,
        GITHUB_WORKFLOW: 'Rekey',
        GITHUB_WORKFLOW_REF: `${job.repository}/.github/workflows/rekey.yml@refs/heads/${job.defaultBranch}`,
        GITHUB_WORKFLOW_SHA: job.sha,
        GITHUB_WORKSPACE: folders.workspace,
        RUNNER_OS: 'Linux',
        RUNNER_ARCH: 'X64',
        RUNNER_NAME: 'sandbox',
        RUNNER_ENVIRONMENT: 'github-hosted',
        RUNNER_TEMP: folders.temp,
        ACTIONS_ID_TOKEN_REQUEST_URL: job.oidcUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: job.oidcToken,
        // Evidence is stamped with it, and plain http to loopback is allowed.
        REKEY_SANDBOX: '1',
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/jobEnvironment.js




const RIGHTS = { actions: 'write', contents: 'write', issues: 'write' };
/** The job's token at the fake GitHub. */
function giveToken(cloud, job) {
    const token = `ghs_${job}_${'x'.repeat(30)}`;
    cloud.github.tokens.set(token, {
        login: 'github-actions[bot]',
        permissions: RIGHTS,
        repositories: [`${REPOSITORY.owner}/${REPOSITORY.name}`],
    });
    return token;
}
/** What a job of this run finds in its environment; its folders are made. */
function jobEnvironment(cloud, run, folders) {
    for (const one of [folders.workspace, folders.temp])
        (0,external_node_fs_.mkdirSync)(one, { recursive: true });
    const { owner, name, id, ownerId } = REPOSITORY;
    const github = cloud.origin('github');
    const facts = {
        repository: `${owner}/${name}`,
        repositoryId: String(id),
        ownerId,
        defaultBranch: 'main',
        sha: cloud.github.home.git.store.head('main')?.oid ?? '',
        run: String(run.id),
        attempt: 1,
        event: run.event,
        actor: 'octocat',
    };
    const oidc = cloud.issuer.start({
        ...facts,
        ref: 'refs/heads/main',
        runId: facts.run,
        runAttempt: 1,
        workflowRef: `${facts.repository}/.github/workflows/rekey.yml@refs/heads/main`,
        environment: 'production',
    });
    const addresses = { apiUrl: github, graphqlUrl: `${github}/graphql`, serverUrl: 'https://github.com' };
    const asked = { oidcUrl: oidc.url, oidcToken: oidc.token };
    const hurried = cloud.speed.factor === 1 ? {} : { REKEY_SANDBOX_SPEED: (0,clock/* writeSpeed */.X_)(cloud.speed) };
    return { ...runnerEnvironment({ ...facts, ...addresses, ...asked }, folders), ...hurried };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/runners.js





/** Starts jobs of the rotation workflow at the fake GitHub, and the action on them. */
class Runners {
    results = [];
    #cloud;
    #timeline;
    #action;
    #out;
    #running = new Set();
    #runs = 0;
    #jobs = 0;
    /** @param action the folder with action.yml @param out where logs and artifacts go */
    constructor(cloud, timeline, action, out) {
        this.#cloud = cloud;
        this.#timeline = timeline;
        this.#action = action;
        this.#out = out;
    }
    /** @param beside another job of the same run */
    start(inputs, beside) {
        const actions = this.#cloud.github.home.actions;
        if (!beside)
            this.#runs += 1;
        this.#jobs += 1;
        const run = beside?.run ?? actions.start(eventOf(inputs), { id: 1000 + this.#runs, times: { running: Infinity } });
        const job = run.addJob({ id: 5000 + this.#jobs });
        const name = beside ? `${beside.name}, job ${run.jobs.length}` : `run ${this.#runs}`;
        const token = giveToken(this.#cloud, this.#jobs);
        this.#timeline.say('run', `${name} begins: ${spoken(inputs)}`);
        const composite = this.#composite(name, run, job, inputs, token);
        const result = composite.run().then((ended) => {
            this.#over(run, job, ended.ok ? 'success' : 'failure');
            this.#cloud.github.tokens.delete(token);
            this.#keep(name, ended);
            this.#running.delete(composite);
            return ended;
        });
        this.#running.add(composite);
        return { name, run, result, composite, lose: () => this.#over(run, job, 'failure') };
    }
    /** Ends what still runs, without asking. */
    killAll() {
        for (const composite of this.#running)
            composite.abandon();
    }
    /** Where the last run that finished something put its evidence and its report; else the last run. */
    get papers() {
        const ended = [...this.results].sort((one, other) => Number(finished(one)) - Number(finished(other)));
        const last = (name) => ended
            .map(({ outputs }) => outputs[name] ?? '')
            .filter((path) => path !== '')
            .at(-1) ?? '';
        return { evidence: last('evidence'), report: last('report') };
    }
    #composite(name, run, job, inputs, token) {
        const folder = (0,external_node_path_.join)(this.#out, name.replace(/[ ,]+/g, '-'));
        const folders = { action: this.#action, workspace: (0,external_node_path_.join)(folder, 'work'), temp: (0,external_node_path_.join)(folder, 'temp') };
        return new Composite({
            action: folders.action,
            workspace: folders.workspace,
            temp: folders.temp,
            artifacts: (0,external_node_path_.join)(this.#out, 'artifacts', String(run.id)),
            inputs: { config: CONFIG_PATH, ...inputs },
            github: { token },
            checkRun: String(job.id),
            environment: jobEnvironment(this.#cloud, run, folders),
            show: () => undefined,
        });
    }
    #over(run, job, conclusion) {
        if (job.status === 'completed')
            return;
        Object.assign(job, { status: 'completed', conclusion });
        if (run.jobs.every(({ status }) => status === 'completed'))
            run.finish(conclusion);
    }
    #keep(name, ended) {
        this.results.push(ended);
        const [main] = ended.steps;
        const how = main?.signal ?? `exit ${String(main?.code)}`;
        this.#timeline.say('run', `${name} ends: ${ended.outputs['status'] || 'no status'} (${how})`);
        const folder = (0,external_node_path_.join)(this.#out, name.replace(/[ ,]+/g, '-'));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'log.txt'), ended.log.map((line) => `${line}\n`).join(''));
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, 'summary.md'), ended.summary);
    }
}
/** A person asks for something; the schedule asks for nothing in particular. */
const eventOf = (inputs) => Object.keys(inputs).length === 0 ? 'schedule' : 'workflow_dispatch';
const finished = ({ outputs }) => !['', 'waiting'].includes(outputs['status'] ?? '');
function spoken(inputs) {
    const { command = 'rotate', reason: _reason, ...rest } = inputs;
    return [command, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)].join(' ');
}

;// CONCATENATED MODULE: ./.build/src/sandbox/stage/stage.js

const stage_nothing = () => undefined;
/** `starts_per_tick` of the config. */
const MOST_AT_ONCE = 5;
const MOST_RUNS = 6;
const LONGEST_WAIT = 60_000;
/** What a scenario plays on: it starts jobs, stands in their way, and says what must be true. */
class Stage {
    cloud;
    timeline;
    problems = [];
    #runners;
    constructor(cloud, timeline, runners) {
        this.cloud = cloud;
        this.timeline = timeline;
        this.#runners = runners;
    }
    start(inputs, beside) {
        return this.#runners.start(inputs, beside);
    }
    run(inputs) {
        return this.start(inputs).result;
    }
    /** Rotates all keys now, and lets later runs go on until nothing is left to do, as a schedule would. */
    async rotate() {
        return this.goOn(await this.run(this.now));
    }
    /** What a person types to replace all keys now; their names once more where they are many. */
    get now() {
        const names = this.cloud.keys.map(({ name }) => name).join(',');
        const confirm = this.cloud.keys.length > MOST_AT_ONCE ? { confirm: names } : {};
        return { keys: names, now: 'true', reason: 'a scenario of the sandbox', ...confirm };
    }
    /** Later runs of the schedule, each when the one before says that there is something to do. */
    async goOn(first) {
        let last = first;
        for (let runs = 0; runs < MOST_RUNS && this.#waits; runs += 1) {
            const resume = Date.parse(last.outputs['resume-at'] ?? '');
            const left = Number.isNaN(resume) ? 0 : resume - Date.now();
            if (left > LONGEST_WAIT)
                break;
            await this.pause(Math.max(0, left) + 100);
            last = await this.run({});
        }
        return last;
    }
    /** Waits for a request and stands in its way. False: the job ended without it. */
    async when(job, fits, act = stage_nothing) {
        const seen = this.cloud.tap.next(fits, act).then(() => true);
        const came = await Promise.race([seen, job.result.then(() => false)]);
        if (!came)
            this.check(`${job.name} came to the moment that this is about`, false);
        return came;
    }
    /** What must be true here; said aloud, and kept when it is not. */
    check(sentence, ok) {
        this.timeline.say('check', `${ok ? 'yes' : 'NO '}: ${sentence}`);
        if (!ok)
            this.problems.push(`not so: ${sentence}`);
    }
    /** The keys of these entries that were in use when the scenario began. */
    placed(...names) {
        return names.flatMap((name) => this.cloud.placed.get(name) ?? []);
    }
    asksPerson(key) {
        return rotations(this.cloud).some((one) => one.key === key && one.outcome === undefined && one.waitsForPerson);
    }
    refuses(key) {
        return !this.cloud.vendor.keys.accepts(key);
    }
    pause(duration) {
        return new Promise((resolve) => setTimeout(resolve, duration));
    }
    get #waits() {
        return rotations(this.cloud).some(({ outcome, blocked, waitsForPerson }) => outcome === undefined && !blocked && !waitsForPerson);
    }
}

;// CONCATENATED MODULE: ./.build/src/sandbox/play.js










/** ms; a scenario takes some ten seconds. */
const LONGEST = 180_000;
/** Plays one scenario in a cloud of its own. Throws only when the sandbox itself is broken. */
async function play(scenario, settings, screen) {
    (0,external_node_fs_.mkdirSync)(settings.out, { recursive: true });
    const chance = new Chance(settings.seed);
    const timeline = new Timeline((happening) => screen.happening(scenario.name, happening));
    const cloud = new Cloud({ ...scenario.options?.(settings.keys), keys: scenario.keys(settings.keys) }, chance, (who, what) => timeline.say(who, what));
    for (const key of cloud.keys)
        cloud.place(key);
    scenario.arrange?.(cloud);
    const runners = new Runners(cloud, timeline, settings.action, settings.out);
    const stage = new Stage(cloud, timeline, runners);
    timeline.say('scenario', scenario.title);
    await cloud.start();
    const ticker = setInterval(() => screen.status(standing(cloud, timeline)), 200);
    try {
        narrate(cloud, timeline);
        const ending = await played(scenario, stage, runners);
        const { problems, ...verdict } = judge(cloud, ending);
        await cloud.fleet.stop();
        const { tally } = cloud.fleet;
        const { vendor, store, github } = cloud.tap.counts;
        const leaked = leaks(cloud, runners, settings.out).map((place) => `a key's value is in ${place}`);
        const all = [...stage.problems, ...problems, ...leaked];
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(settings.out, 'timeline.txt'), asText(timeline.happenings));
        return {
            scenario: scenario.name,
            ok: all.length === 0,
            rotations: verdict.rotations,
            requests: tally.served + tally.failed,
            failed_requests: tally.failed,
            live_credentials: verdict.live_credentials,
            orphans: verdict.orphans,
            old_key: verdict.old_key,
            calls: { vendor, store, github },
            elapsed_ms: timeline.elapsed,
            ...runners.papers,
            ...(all.length === 0 ? {} : { problems: all }),
        };
    }
    finally {
        clearInterval(ticker);
        await cloud.stop();
    }
}
/** What must be true at the end. A scenario that breaks or takes too long is not ok, whatever else is true. */
async function played(scenario, stage, runners) {
    let timer;
    const late = new Promise((_resolve, reject) => {
        timer = setTimeout(() => reject(new Error(`it took longer than ${LONGEST / 1000} s`)), LONGEST);
    });
    const whole = async () => {
        await stage.run({ command: 'doctor', init: 'true' });
        return scenario.play(stage);
    };
    try {
        return await Promise.race([whole(), late]);
    }
    catch (thrown) {
        stage.check(`the scenario ended: ${thrown instanceof Error ? thrown.message : 'it broke'}`, false);
        return { done: 0, old: 'none' };
    }
    finally {
        clearTimeout(timer);
        runners.killAll();
    }
}
function standing(cloud, timeline) {
    const { served, failed } = cloud.fleet.tally;
    const seconds = (timeline.elapsed / 1000).toFixed(1);
    return `${seconds} s: ${served} requests served, ${failed} failed; keys alive: ${cloud.vendor.keys.live.length}`;
}

;// CONCATENATED MODULE: ./.build/src/sandbox/playAll.js






/** So many at once: most of their time is waiting. */
const AT_ONCE = 3;
/** Plays what was asked for and prints it; results come in the order of the scenarios. */
async function playAll(all, options, place = { output: process.stdout, action: actionFolder() }) {
    const chosen = all.filter(({ name }) => options.scenario === 'all' || name === options.scenario);
    const out = options.out === undefined ? fresh() : empty(options.out);
    const screen = display(place.output, {
        json: options.json,
        many: chosen.length > 1,
        terminal: place.output === process.stdout && process.stdout.isTTY,
    });
    screen.begin(out);
    const settings = { keys: options.keys, seed: options.seed, action: place.action };
    const waiting = [...chosen];
    const results = new Map();
    const worker = async () => {
        for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
            const { name } = scenario;
            const folder = (0,external_node_path_.join)(out, name);
            const result = await play(scenario, { ...settings, out: folder }, screen);
            results.set(scenario, result);
            screen.result(result);
        }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const inOrder = chosen.flatMap((scenario) => results.get(scenario) ?? []);
    screen.end(inOrder);
    return inOrder;
}
function fresh() {
    const place = (0,external_node_os_.tmpdir)();
    try {
        return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(place, 'rekey-sandbox-'));
    }
    catch {
        throw new errors/* RekeyError */.Z$('RK1009', `No folder can be made in ${place}, the folder for temporary files (TMPDIR).`);
    }
}
/** What an earlier play left would be taken for a result of this one. */
function empty(folder) {
    const path = (0,external_node_path_.resolve)(folder);
    if ((0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.readdirSync)(path).length > 0)
        throw new errors/* RekeyError */.Z$('RK1002', '--out must be a new or an empty folder.');
    return path;
}
/** The program runs from `dist/index.js`, beside which action.yml stands. */
function actionFolder() {
    return (0,external_node_path_.dirname)((0,external_node_path_.dirname)((0,external_node_fs_.realpathSync)(process.argv[1] ?? '')));
}

;// CONCATENATED MODULE: ./.build/src/sandbox/cloud/keyPlan.js
/** `gateway-prod` in `prod/gateway`, or `gateway-1` and so on; each with two services of its own. */
function plainKeys(count) {
    if (count === 1)
        return [keyPlan('prod', '')];
    return Array.from({ length: count }, (_, index) => keyPlan(String(index + 1), `-${index + 1}`));
}
function keyPlan(name, suffix) {
    return {
        name: `gateway-${name}`,
        path: `prod/gateway${suffix}`,
        field: 'api_key',
        vendor: 'gateway',
        workloads: [`payment-service${suffix}`, `billing-service${suffix}`],
    };
}

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/adopt.js

const adopt = {
    name: 'adopt',
    title: 'two keys that people made: the id of one can be found out, that of the other cannot',
    keys: () => [keyPlan('prod', ''), { ...keyPlan('opaque', '-opaque'), vendor: 'opaque' }],
    async play(stage) {
        const { cloud } = stage;
        const tick = await stage.run({});
        stage.check('a plain run looks at both and rotates nothing', tick.ok && cloud.vendor.keys.all.length === 2);
        await stage.rotate();
        const opaque = cloud.placed.get('gateway-opaque');
        const served = cloud.vault.kv.served('prod/gateway-opaque')?.['api_key'];
        stage.check('where the id is unknown, a new key is served', served !== opaque?.value);
        stage.check('and the old one is left alone', opaque !== undefined && !stage.refuses(opaque));
        stage.check('and a person is asked', stage.asksPerson('gateway-opaque'));
        return { done: 1, open: 1, old: 'refused', about: stage.placed('gateway-prod') };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/crash.js

const crash = {
    name: 'crash',
    title: 'the run is killed when the vendor has made the key and the store does not have it yet',
    keys: plainKeys,
    async play(stage) {
        const { vendor } = stage.cloud;
        const job = stage.start(stage.now);
        await stage.when(job, ({ place, request }) => place === 'vendor' && request.method === 'POST', () => job.composite.process?.kill());
        const first = await job.result;
        stage.check('the first run was killed', first.steps[0]?.signal === 'SIGKILL');
        const lost = vendor.keys.live.filter(({ label }) => label.startsWith('rekey-'));
        stage.check('a key is alive whose value nobody has', lost.length > 0);
        await stage.goOn(await stage.run({}));
        stage.check('the lost key is dead', lost.every((key) => stage.refuses(key)));
        return { done: stage.cloud.keys.length, old: 'refused' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/flood.js


const ENTRIES = 40;
const SERVICES = ['payment-service', 'billing-service'];
const flood = {
    name: 'flood',
    title: 'forty new entries come into the config at once: all are looked at, nothing rotates',
    keys: () => Array.from({ length: ENTRIES }, (_, index) => ({
        ...keyPlan(String(index + 1), `-${index + 1}`),
        workloads: SERVICES,
    })),
    async play(stage) {
        const { cloud } = stage;
        const result = await stage.run({});
        stage.check('the run ended well', result.ok);
        const adopted = rotations(cloud).filter(({ outcome }) => outcome === 'adopted').length;
        stage.check(`all ${ENTRIES} are adopted`, adopted === ENTRIES);
        stage.check('no key was made and none ended', cloud.vendor.keys.all.length === ENTRIES && cloud.vendor.keys.live.length === ENTRIES);
        const versions = [...cloud.vault.kv.mount.secrets.values()].map(({ current }) => current);
        stage.check('no secret has a new version', versions.every((version) => version === 1));
        return { done: 0, old: 'accepted' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/happy.js

const happy = {
    name: 'happy',
    title: 'a key is replaced while two services use it all the time',
    keys: plainKeys,
    async play(stage) {
        const result = await stage.rotate();
        stage.check('the last run ended well', result.ok);
        stage.check('no session at the store is left', stage.cloud.vault.sessions.length === 0);
        return { done: stage.cloud.keys.length, old: 'refused' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/limit.js


const limit = {
    name: 'limit',
    title: 'the vendor allows no more keys; a person deletes one that nobody needs, and runs it again',
    keys: plainKeys,
    options: (count) => ({ maxLive: 2 * count }),
    arrange(cloud) {
        for (const key of cloud.keys)
            cloud.spare.add(cloud.vendor.add(`forgotten beside ${key.name}`).id);
    },
    async play(stage) {
        const { cloud } = stage;
        const before = cloud.keys.map(({ path }) => JSON.stringify(cloud.vault.kv.served(path)?.['api_key']));
        const first = await stage.run(stage.now);
        stage.check('the first run says that it did not rotate', !first.ok || first.outputs['status'] !== 'done');
        const after = cloud.keys.map(({ path }) => JSON.stringify(cloud.vault.kv.served(path)?.['api_key']));
        stage.check('nothing that is served has changed', before.join() === after.join());
        stage.check('no key was made', cloud.vendor.keys.all.length === 2 * cloud.keys.length);
        stage.check('no rotation is done', rotations(cloud).every(({ outcome }) => outcome !== 'done'));
        for (const id of cloud.spare)
            cloud.endByHand(id);
        stage.timeline.say('scenario', 'a person deletes the forgotten keys');
        await stage.rotate();
        return { done: cloud.keys.length, old: 'refused' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/neighbours.js

const NOTE = 'kept by hand, read by nobody here';
const neighbours = {
    name: 'neighbours',
    title: 'two keys stand in one secret, and the account at the vendor holds keys of other teams',
    keys: (count) => Array.from({ length: count }, (_, index) => pair(String(index + 1))).flat(),
    arrange(cloud) {
        for (const name of ['mobile', 'search', 'ads'])
            cloud.vendor.add(`team-${name}`, 'foreign');
        for (const path of paths(cloud.keys))
            cloud.vault.kv.put(path, { ...cloud.vault.kv.served(path), note: NOTE });
    },
    async play(stage) {
        const { cloud } = stage;
        await stage.rotate();
        const notes = paths(cloud.keys).map((path) => cloud.vault.kv.served(path)?.['note']);
        stage.check('the other fields of the secrets are as they were', notes.every((note) => note === NOTE));
        stage.check('the keys of other teams live', cloud.vendor.keys.live.filter(({ owner }) => owner === 'foreign').length === 3);
        return { done: cloud.keys.length, old: 'refused' };
    },
};
function pair(number) {
    const path = `prod/shared-${number}`;
    return ['charge', 'refund'].map((name) => ({
        ...keyPlan(`${name}-${number}`, `-${name}-${number}`),
        path,
        field: `${name}_key`,
    }));
}
const paths = (keys) => [...new Set(keys.map(({ path }) => path))];

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/outage.js



const DURATION = 2000;
const outage = {
    name: 'outage',
    title: 'the management of the vendor, then the store, then the vendor again does not answer for a while',
    keys: plainKeys,
    async play(stage) {
        const { cloud } = stage;
        vendorIsDown(stage);
        await stage.run(stage.now);
        stage.check('a run that finds the vendor down begins nothing', rotations(cloud).length === 0);
        vendorIsBack(stage);
        const job = stage.start(stage.now);
        await storeIsAway(stage, job);
        if (await stage.when(job, (visit) => intends(visit, 'forward/revoke'))) {
            vendorIsDown(stage);
            await stage.pause(DURATION);
            vendorIsBack(stage);
        }
        const last = await stage.goOn(await job.result);
        stage.check('it ended well', last.ok);
        return { done: cloud.keys.length, old: 'refused' };
    },
};
/** Keys go on working; only making, listing and ending them does not. */
function vendorIsDown({ cloud, timeline }) {
    cloud.tap.disturb('vendor', ({ path }) => path.startsWith('/admin/') ? { kind: 'status', status: 503 } : undefined);
    timeline.say('scenario', 'the vendor manages no keys');
}
function vendorIsBack({ cloud, timeline }) {
    cloud.tap.calm('vendor');
    timeline.say('scenario', 'the vendor manages keys again');
}
/** From the moment at which the new value shall be served. */
async function storeIsAway(stage, job) {
    const { cloud, timeline } = stage;
    if (!(await stage.when(job, (visit) => intends(visit, 'forward/promote'))))
        return;
    cloud.tap.disturb('store', () => ({ kind: 'refused' }));
    timeline.say('scenario', 'the store hangs up');
    await stage.pause(DURATION);
    cloud.tap.calm('store');
    timeline.say('scenario', 'the store answers again');
}

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/race.js


const race = {
    name: 'race',
    title: 'two jobs of one run, then two runs, all want the same key at the same time',
    keys: plainKeys,
    async play(stage) {
        const { length } = stage.cloud.keys;
        const inputs = stage.now;
        const one = stage.start(inputs);
        const jobs = await Promise.all([one, stage.start(inputs, one)].map((job) => job.result));
        stage.check('two jobs made one rotation of each key', rotations(stage.cloud).length === length);
        stage.check('one of them did it', jobs.some(({ ok }) => ok));
        const runs = await Promise.all([stage.run(inputs), stage.run(inputs)]);
        stage.check('two runs made one rotation more', rotations(stage.cloud).length === 2 * length);
        stage.check('one of them did it', runs.some(({ ok }) => ok));
        return { done: 2 * length, old: 'refused' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/stall.js


const stall = {
    name: 'stall',
    title: 'a run is frozen just before it switches, another one takes over and finishes, then the first continues',
    keys: () => plainKeys(1),
    async play(stage) {
        const { vault } = stage.cloud;
        const job = stage.start(stage.now);
        await stage.when(job, (visit) => intends(visit, 'forward/promote'), () => job.composite.process?.freeze());
        stage.timeline.say('scenario', `${job.name} is frozen, and GitHub thinks it is over`);
        job.lose();
        const second = await stage.goOn(await stage.run({}));
        stage.check('the second run finished the rotation', second.ok);
        const before = JSON.stringify(vault.kv.served('prod/gateway'));
        stage.timeline.say('scenario', `${job.name} continues where it was`);
        job.composite.process?.thaw();
        await job.result;
        stage.check('the late run changed nothing that is served', JSON.stringify(vault.kv.served('prod/gateway')) === before);
        return { done: 1, old: 'refused' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/stepback.js


const stepback = {
    name: 'stepback',
    title: 'the second service becomes unhealthy with the new key, so everything goes back to the old one',
    keys: plainKeys,
    async play(stage) {
        const { cloud } = stage;
        for (const key of cloud.keys) {
            const old = cloud.placed.get(key.name)?.id;
            cloud.fleet.workload(key.workloads[1] ?? '').becomeIllWith((id) => id !== undefined && id !== old);
        }
        await stage.rotate();
        const made = cloud.vendor.keys.all.filter(({ label }) => label.startsWith('rekey-'));
        stage.check('the new key is dead', made.length > 0 && made.every((key) => stage.refuses(key)));
        stage.check('each rotation was undone', rotations(cloud).every(({ outcome }) => outcome === 'undone'));
        const old = [...cloud.placed.values()].map(({ value }) => value);
        const served = cloud.keys.map(({ path, field }) => cloud.vault.kv.served(path)?.[field]);
        stage.check('the store serves the old key again', served.every((value, index) => value === old[index]));
        return { done: 0, old: 'accepted' };
    },
};

;// CONCATENATED MODULE: ./.build/src/sandbox/scenarios/index.js










/** In the order in which they are told. */
const SCENARIOS = [
    happy,
    adopt,
    crash,
    stall,
    race,
    stepback,
    outage,
    limit,
    neighbours,
    flood,
];

;// CONCATENATED MODULE: ./.build/src/commands/sandbox.js




/**
 * Plays scenarios in an embedded cloud on loopback, with the real bundle.
 * @param words what stands after `sandbox` on the command line
 * @param inActions whether this runs in a workflow
 * @returns exit code: 0 when every scenario went as it must, 1 when not. Throws RK1002 on a wrong option.
 */
async function sandbox(words, inActions) {
    (0,terminal/* keepGoingWithoutReader */.jj)();
    if (asksForHelp(words)) {
        (0,terminal/* writeOut */.sD)(sandboxUsage(SCENARIOS));
        return 0;
    }
    const options = readOptions(words, SCENARIOS.map(({ name }) => name), inActions);
    const results = await playAll(SCENARIOS, options);
    return results.every(({ ok }) => ok) ? 0 : 1;
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


/***/ })

};
;
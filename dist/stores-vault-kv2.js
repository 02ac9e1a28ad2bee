"use strict";
exports.id = "stores-vault-kv2";
exports.ids = ["stores-vault-kv2"];
exports.modules = {

/***/ "src/adapters/stores/vault-kv2/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

;// CONCATENATED MODULE: ./.build/src/domain/contracts/store.js
/** Compare-and-set over versions that are kept, read and served at once. */
const FULL_PROMISES = {
    fenced: true,
    reservation: true,
    destroys: true,
    keeps: 'versions',
    readLag: 0,
    serveLag: 0,
    whole: false,
};

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./.build/src/domain/tools/endpoint.js
var endpoint = __webpack_require__("src/domain/tools/endpoint");
// EXTERNAL MODULE: ./.build/src/domain/tools/foreignTime.js
var foreignTime = __webpack_require__("src/domain/tools/foreignTime");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/tools/publicId.js
var publicId = __webpack_require__("src/domain/tools/publicId");
// EXTERNAL MODULE: ./.build/src/domain/secret.js
var secret = __webpack_require__("src/domain/secret");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/kits/store/content.js




/**
 * What one version holds. Nothing of it can be printed. A field becomes a SecretValue when it is asked for; fields of
 * others never do, for each SecretValue is masked in the log, and a neighbour's `5432` or `true` would blot it out.
 */
class Content {
    #data;
    #origin;
    #where;
    /** @param where such as `secret/data/prod/gateway`, for messages @param origin the only one that values may travel to */
    constructor(data, where, origin) {
        this.#data = data;
        this.#where = where;
        this.#origin = origin;
    }
    get names() {
        return Object.keys(this.#data);
    }
    has(field) {
        return Object.hasOwn(this.#data, field);
    }
    /** Undefined: there is no such field. RK4008: what it holds cannot be a key. */
    secret(field) {
        if (!this.has(field))
            return undefined;
        const value = this.#data[field];
        if (typeof value !== 'string')
            throw this.#unusable(field, `holds ${kindOf(value)} and no text`, AS_TEXT);
        if (value === '')
            throw this.#unusable(field, 'is empty');
        if (!(0,tools_text/* isWhole */.wP)(value))
            throw this.#unusable(field, 'holds half a character');
        if (hasControl(value))
            throw this.#unusable(field, 'holds a control character');
        return secret/* SecretValue */.i.of(value, [this.#origin]);
    }
    /** What may be the id beside a value. Undefined when no id looks like that. Nobody has said yet that it is one. */
    id(field) {
        const value = this.has(field) ? this.#data[field] : undefined;
        return typeof value === 'string' && (0,publicId/* isIdLike */.V)(value) ? value : undefined;
    }
    /** The field is there, and holds something that cannot be an id: a write of an id would destroy it. */
    holdsNoId(field) {
        return this.has(field) && this.id(field) === undefined;
    }
    /** Whether a field that is none of these holds exactly this text. */
    heldByOthers(text, own) {
        return this.names.some((name) => !own.includes(name) && this.#data[name] === text);
    }
    /** A text that is JSON of our own, such as a note; undefined when it is not. */
    json(field) {
        const value = this.has(field) ? this.#data[field] : undefined;
        try {
            return typeof value === 'string' ? JSON.parse(value) : undefined;
        }
        catch {
            return undefined;
        }
    }
    holds(field, value) {
        const own = this.#data[field];
        return this.has(field) && typeof own === 'string' && value.isText(own);
    }
    /** Both lack the field, or both hold the same. */
    sameField(field, other) {
        if (!this.has(field) || !other.has(field))
            return this.has(field) === other.has(field);
        // The server writes the names of a map in order, so equal values are equal texts.
        return JSON.stringify(this.#data[field]) === JSON.stringify(other.#data[field]);
    }
    same(other) {
        return [...this.names, ...other.names].every((field) => this.sameField(field, other));
    }
    #unusable(field, why, next) {
        const message = `${(0,tools_text/* codeSpan */.SS)(this.#where)}: the field ${(0,tools_text/* codeSpan */.SS)(field)} ${why}.`;
        return new errors/* RekeyError */.Z$('RK4008', message, next === undefined ? {} : { next });
    }
}
const AS_TEXT = 'Write the key into the field as a text (in JSON: in quotes), or correct the name of the field.';
/** Which of the kinds of JSON. */
function kindOf(value) {
    if (value === null)
        return 'null';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
/** Line breaks and tabs are left alone: keys can be documents, and a value pasted by hand ends in a line break. */
function hasControl(text) {
    return [...text].some((c) => (c < ' ' && !'\t\n\r'.includes(c)) || c === '\u007f');
}

;// CONCATENATED MODULE: ./.build/src/kits/store/remembering.js


const NEVER = { version: 0, destroyed: false, custom: {} };
/**
 * The same server, with what this process itself has written or read, by path. A node that lags answers with the past and does not say so
 * (standby nodes of OpenBao and Vault Enterprise): what is older than what was seen is no answer, but RK4005.
 */
function remembering(server) {
    const seen = new Seen();
    const written = async (path, version) => {
        const done = await version;
        if (done !== undefined)
            seen.version(path, done);
        return done;
    };
    return {
        get origin() {
            return server.origin;
        },
        async read(path, version) {
            // Vault, for one, takes version 0 for the newest.
            if (version === 0)
                return NEVER;
            const found = await server.read(path, version);
            if (version === undefined)
                return seen.checked(path, found);
            // Pruned, or written so lately that this node does not have it yet.
            if (found.created === undefined) {
                const newest = await server.read(path);
                if (newest.version < version && Math.max(newest.version, seen.newest(path)) > 0)
                    throw behind(path, newest.version, version);
            }
            return seen.known(path, found);
        },
        replace: (path, ...write) => written(path, server.replace(path, ...write)),
        merge: (path, ...write) => written(path, server.merge(path, ...write)),
        async destroy(path, versions) {
            await server.destroy(path, versions);
            seen.destroyed(path, versions);
        },
    };
}
class Seen {
    #newest = new Map();
    #destroyed = new Map();
    version(path, version) {
        this.#newest.set(path, Math.max(version, this.newest(path)));
    }
    newest(path) {
        return this.#newest.get(path) ?? 0;
    }
    destroyed(path, versions) {
        this.#destroyed.set(path, new Set([...(this.#destroyed.get(path) ?? []), ...versions]));
    }
    /** A read of the newest version. @throws RK4005 when it is behind */
    checked(path, found) {
        if (found.version < this.newest(path))
            throw behind(path, found.version, this.newest(path));
        this.version(path, found.version);
        return this.#lessDestroyed(path, found);
    }
    /** A read of one version. */
    known(path, found) {
        if (found.created !== undefined)
            this.version(path, found.version);
        return this.#lessDestroyed(path, found);
    }
    #lessDestroyed(path, found) {
        if (!found.content || this.#destroyed.get(path)?.has(found.version) !== true)
            return found;
        const { content: _late, ...rest } = found;
        return { ...rest, destroyed: true };
    }
}
/** A read that does not know of a version that was there. */
function behind(path, read, wanted) {
    const message = `${(0,tools_text/* codeSpan */.SS)(path)} is read as version ${read}, but there was ${wanted}: this node lags behind.`;
    return new errors/* RekeyError */.Z$('RK4005', message, {
        next: 'It continues once the node has caught up; the address of the active node avoids it. If somebody deleted the secret with all its versions, see who.',
    });
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/vault/wire.js
var wire = __webpack_require__("src/kits/vault/wire");
;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/answers.js






/** A secret that is written each second has as many versions after thirty years; more is no version of anything. */
const VERSION = schemas/* int */.Whr().min(0).max(999_999_999);
const metadata = schemas/* object */.Ikc({
    version: VERSION,
    created_time: schemas/* string */.YjP().refine((at) => (0,foreignTime/* readInstant */.Wr)(at) !== undefined),
    destroyed: schemas/* boolean */.zMY(),
    custom_metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
});
/** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version */
const readAnswer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullable(), metadata }),
});
const writeAnswer = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ version: VERSION.positive() }) });
const capabilitiesAnswer = schemas/* object */.Ikc({ data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())) });
const retentionAnswer = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ max_versions: schemas/* int */.Whr().min(0), delete_version_after: schemas/* string */.YjP().max(64) }),
});
/** RK4006 when the answer has not this form; it shows nothing of the body. */
function parsed(form, answer, call) {
    return (0,adapter_answer/* answerOf */.ut)(form, (0,adapter_answer/* jsonOf */.o_)(answer), () => {
        const what = `Vault, ${(0,tools_text/* codeSpan */.SS)(call.path)}: status ${answer.status}`;
        return new errors/* RekeyError */.Z$('RK4006', `${what} with an answer that is not of KV version 2.`);
    });
}
const nothingThere = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(schemas/* unknown */.L5J()).length(0) });
/** Vault's own "nothing there": no proxy's page, and no "no handler for route", which names a wrong mount. */
const isNotFound = (answer) => answer.status === 404 && nothingThere.safeParse((0,adapter_answer/* jsonOf */.o_)(answer)).success;
/** A deleted or destroyed version: 404, with the metadata of the version as the body. */
const isGoneVersion = (answer) => answer.status === 404 && readAnswer.safeParse((0,adapter_answer/* jsonOf */.o_)(answer)).success;
/** Somebody else wrote since: 400 with this text, or 404, often without a body, where a merge finds nothing any more. */
function hasMoved(answer, merge) {
    const texts = (0,wire/* errorTexts */.t)(answer);
    if (answer.status === 404)
        return merge && texts.length === 0;
    return answer.status === 400 && texts.some((text) => CAS_MISMATCH.test(text));
}
const CAS_MISMATCH = /check-and-set parameter did not match the current version/;

// EXTERNAL MODULE: ./.build/src/domain/tools/retryAfter.js
var tools_retryAfter = __webpack_require__("src/domain/tools/retryAfter");
;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/errors.js





/** An answer that is no success. https://developer.hashicorp.com/vault/api-docs#http-status-codes */
function vaultError(answer, call) {
    const texts = (0,wire/* errorTexts */.t)(answer).join('; ');
    const said = texts === '' ? '' : `: ${(0,tools_text/* codeSpan */.SS)(texts)}`;
    const message = `Vault, ${verb(call)} ${(0,tools_text/* codeSpan */.SS)(call.path)}: status ${answer.status}${said}.`;
    const [code, details] = meaning(answer, call, texts);
    return new errors/* RekeyError */.Z$(code, message, details);
}
function meaning(answer, call, texts) {
    const retryAfter = (0,tools_retryAfter/* retryAfterOf */.s)(answer);
    switch (answer.status) {
        case 403:
            if (isOver(texts))
                return ['RK4005', { next: 'The token is not valid any more; the next run logs in again.' }];
            return ['RK4001', { next: permission(call) }];
        case 404:
            if (!texts.startsWith('no handler for route'))
                return ['RK4006'];
            return [
                'RK2004',
                { next: 'Correct "mount" or "namespace"; a KV version 2 engine must be mounted there.' },
            ];
        case 405:
            return ['RK4006', { next: 'Use Vault 1.9 or newer, or OpenBao, and a KV version 2 engine.' }];
        case 429:
            return ['RK4011', retryAfter === undefined ? {} : { retryAfter }];
        case 412:
        case 472:
        case 473:
            return [
                'RK4005',
                { next: 'This node lags behind. The next run continues; the address of the active node avoids it.' },
            ];
        default:
            if (answer.status < 500)
                return isUpgrading(texts) ? ['RK4005', { next: UPGRADING }] : ['RK4006'];
            return [call.write && !refusedUnseen(texts) ? 'RK4010' : 'RK4005'];
    }
}
/** A sealed node, or one without a leader, refuses before it does anything. */
const refusedUnseen = (texts) => /vault is sealed|active cluster node not found/i.test(texts);
/** A mount that was just made, or enabled for versions, refuses everything for seconds: https://github.com/hashicorp/vault-plugin-secrets-kv */
const isUpgrading = (texts) => /upgrading from non-versioned to versioned data|waiting for the primary to upgrade/i.test(texts);
const UPGRADING = 'The mount is being made ready for versions, which takes seconds; nothing was written. The next run continues.';
/** A session that has ended: nothing was done, and a new login helps. */
const isOver = (texts) => /invalid token|bad token/.test(texts);
const permission = (call) => `Add to the policy of the role: ${policyLine(call.path, call.capabilities)}`;
/** A line of a policy. https://developer.hashicorp.com/vault/docs/concepts/policies */
const policyLine = (path, capabilities) => `path "${path}" { capabilities = [${capabilities.map((name) => `"${name}"`).join(', ')}] }`;
const verb = (call) => (call.write ? 'write' : 'read');
/** What the port threw, in the words of a store. */
const asStoreError = (thrown, call) => (0,adapter_answer/* inOwnWords */.Zb)(thrown, STORE_CODE, ({ message }) => `Vault, ${verb(call)} ${(0,tools_text/* codeSpan */.SS)(call.path)}: ${message}`);
const STORE_CODE = {
    RK9001: 'RK4005',
    RK9002: 'RK4010',
    RK9004: 'RK4006',
    RK9005: 'RK4006',
    RK9007: 'RK4011',
    RK9010: 'RK4005',
};

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/api.js







/** The KV version 2 calls that a rotation needs. https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2 */
function kvApi(wire, mount) {
    const send = sender(wire, mount);
    async function write(method, [path, cas, data, permit]) {
        const capabilities = method === 'PATCH' ? ['patch'] : ['create', 'update'];
        const [answer, call] = await send({
            method,
            capabilities,
            part: 'data',
            path,
            json: { data, options: { cas } },
            permit,
        });
        if (answer.status === 200)
            return parsed(writeAnswer, answer, call).data.version;
        if (hasMoved(answer, method === 'PATCH'))
            return undefined;
        throw vaultError(answer, call);
    }
    const secrets = remembering({
        get origin() {
            return wire.origin;
        },
        read: (path, version) => ask(send, wire, path, version),
        /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-secret */
        replace: (...how) => write('POST', how),
        /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#patch-secret */
        merge: (...how) => write('PATCH', how),
        /** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#destroy-secret-versions */
        async destroy(path, versions) {
            const json = { versions };
            const [answer, call] = await send({
                method: 'POST',
                capabilities: ['update'],
                part: 'destroy',
                path,
                json,
            });
            // Vault says 204; a page of a proxy says 200.
            if (answer.status !== 204)
                throw vaultError(answer, call);
        },
    });
    return Object.assign(secrets, {
        mount,
        capabilities: (paths) => capabilitiesOf(wire, paths),
        /**
         * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-metadata
         * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-kv-engine-configuration
         */
        async retention(path) {
            const [key, keyCall] = await send({ method: 'GET', capabilities: ['read'], part: 'metadata', path });
            if (key.status !== 200 && !isNotFound(key))
                throw vaultError(key, keyCall);
            const [config, call] = await send({ method: 'GET', capabilities: ['read'], part: 'config', path: '' });
            if (config.status !== 200)
                throw vaultError(config, call);
            return {
                key: key.status === 200 ? parsed(retentionAnswer, key, keyCall).data : undefined,
                mount: parsed(retentionAnswer, config, call).data,
            };
        },
    });
}
/** https://developer.hashicorp.com/vault/api-docs/system/capabilities-self · the default policy grants it, and it changes nothing */
async function capabilitiesOf(wire, paths) {
    const call = { capabilities: ['update'], path: 'sys/capabilities-self', write: false };
    const answer = await wire.send('POST', call.path, { paths }).catch((thrown) => {
        throw asStoreError(thrown, call);
    });
    if (answer.status === 403)
        return undefined;
    if (answer.status !== 200)
        throw vaultError(answer, call);
    return parsed(capabilitiesAnswer, answer, call).data;
}
/** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version */
async function ask(send, wire, path, version) {
    const query = { version };
    const [answer, call] = await send({ method: 'GET', capabilities: ['read'], part: 'data', path, query });
    if (isNotFound(answer))
        return { ...NEVER, version: version ?? 0 };
    if (answer.status !== 200 && !isGoneVersion(answer))
        throw vaultError(answer, call);
    const { data, metadata } = parsed(readAnswer, answer, call).data;
    return {
        version: metadata.version,
        created: (0,time/* instant */.uR)((0,foreignTime/* readInstant */.Wr)(metadata.created_time) ?? 0),
        destroyed: metadata.destroyed,
        custom: metadata.custom_metadata ?? {},
        ...(data === null ? {} : { content: new Content(data, call.path, wire.origin ?? '') }),
    };
}
const BASE = 'https://vault.invalid/';
function sender(wire, mount) {
    return async ({ method, capabilities, part, path, query = {}, json, permit }) => {
        const template = path === '' ? `/{+mount}/${part}` : `/{+mount}/${part}/{+path}`;
        // node-vault puts origin and `/v1/` in front, and encodes nothing.
        const target = (0,endpoint/* endpoint */.s)(BASE, template, { mount, path }, query).slice(BASE.length);
        const named = [mount, part, path].filter((piece) => piece !== '').join('/');
        const call = { capabilities, path: named, write: method !== 'GET' };
        try {
            return [await wire.send(method, target, json, permit), call];
        }
        catch (thrown) {
            throw asStoreError(thrown, call);
        }
    };
}

// EXTERNAL MODULE: ./.build/src/kits/vault/settings.js
var settings = __webpack_require__("src/kits/vault/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/settings.js


const settings_settings = schemas/* strictObject */.rej({
    mount: settings/* mountPath */.JK.default('secret').describe('The mount of the KV version 2 engine'),
    address: settings/* address */.hl
        .optional()
        .describe('Origin of the server, as a check: it must be the one that the identity logs in to, which is the default'),
    literal_paths: schemas/* boolean */.zMY()
        .optional()
        .describe('true: paths in references are meant as they are, also one that begins with the name of the mount, with data/ or with metadata/'),
    namespace: settings/* namespace */.MF.optional().describe('Namespace of the mount, default: that of the identity'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/slip.js

/**
 * Why a first key at this reference would be a mistake. A path as the API writes it, with the mount or `data/` in front, leads to another
 * secret; a field beside one of nearly the same name is a typing error. Undefined: nothing speaks against it.
 */
async function slipOf(api, ref, literal = false) {
    const { content } = await api.read(ref.path);
    if (content)
        return wrongField(content.names, ref);
    const found = misplaced({ mount: api.mount, literal_paths: literal }, ref.path);
    return found && wrongPath(api, ref, found);
}
async function wrongPath(api, ref, { path, why }) {
    const is = await api.read(path).then(({ content }) => content !== undefined, () => false);
    return {
        why: `${why}${is ? `; ${(0,tools_text/* codeSpan */.SS)(path)} is there` : ''}`,
        path,
        fields: Object.values(ref.fields),
    };
}
/** Mounts that are called so everywhere, and the words that the API puts behind a mount. */
const USUAL = /^(secret|kv|kv2|kv-v2)\/(?=(data|metadata)\/.)/;
const BEGINNING = /^(v1|data|metadata|secret|kv)/;
/** A path as API, policy or address write it: `v1/`, the mount, `data/` or `metadata/` in front, in any order of forgetting. */
function misplaced({ mount, literal_paths: literal }, whole) {
    if (literal || !(whole.startsWith(`${mount}/`) || BEGINNING.test(whole)))
        return undefined;
    const inside = whole.replace(/^v1\/(?=.)/, '');
    const other = inside.startsWith(`${mount}/`) ? undefined : USUAL.exec(inside)?.[1];
    const inMount = inside.startsWith(`${other ?? mount}/`)
        ? inside.slice((other ?? mount).length + 1)
        : inside;
    const path = inMount.replace(/^(data|metadata)\/(?=.)/, '');
    // A folder may be called v1.
    if (path === inside)
        return undefined;
    const prefix = (0,tools_text/* codeSpan */.SS)(whole.slice(0, whole.length - path.length));
    return {
        why: `the path begins with ${prefix}, which a reference leaves out`,
        path,
        ...(other !== undefined && { first: `Set mount: ${other} in the store` }),
        unless: 'literal_paths: true',
    };
}
function wrongField(names, ref) {
    const fields = Object.values(ref.fields);
    const others = names.filter((name) => !fields.includes(name) && name !== ref.idField);
    const meant = fields.map((field) => others.find((name) => isNear(field, name)) ?? field);
    if (meant.every((field, at) => field === fields[at]))
        return undefined;
    const pairs = fields.flatMap((field, at) => meant[at] === field ? [] : [`it has ${(0,tools_text/* codeSpan */.SS)(meant[at] ?? '')}, not ${(0,tools_text/* codeSpan */.SS)(field)}`]);
    return { why: pairs.join(' and '), path: ref.path, fields: meant };
}
/** `apikey` and `api_key`, `api_kye` and `api_key`; but `key_a` and `key_b`, or `key1` and `key2`, are two keys. */
function isNear(one, other) {
    const [a, b] = [plain(one), plain(other)];
    if (a === b)
        return true;
    return Math.min(a.length, b.length) >= 5 && (isSwapped(a, b) || isOneLetterOff(a, b));
}
const plain = (name) => name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');
/** Two letters side by side in the wrong order. */
function isSwapped(a, b) {
    const at = firstDifference(a, b);
    return (a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2));
}
/** A letter that is wrong, missing or too many, neither at the end nor a digit: there it tells two keys apart. */
function isOneLetterOff(a, b) {
    const [short, long] = a.length <= b.length ? [a, b] : [b, a];
    const at = firstDifference(short, long);
    const isInside = at > 0 && at < long.length - 1 && !/\d/.test(`${short[at] ?? ''}${long[at] ?? ''}`);
    const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
    return isInside && long.length - short.length <= 1 && rest === long.slice(at + 1);
}
function firstDifference(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at])
        at += 1;
    return at;
}

;// CONCATENATED MODULE: ./.build/src/kits/store/fields.js



/** A secret that is not there holds nothing. */
const NOTHING = new Content({}, '', '');
/** Our parts; undefined when none of our fields is there. Some but not all of them is RK4008. */
function partsOf(content, ref) {
    const found = {};
    const missing = [];
    for (const [part, field] of Object.entries(ref.fields)) {
        const value = content.secret(field);
        if (value === undefined)
            missing.push(field);
        else
            found[part] = value;
    }
    if (Object.keys(found).length === 0)
        return undefined;
    if (missing.length === 0)
        return found;
    const names = (0,tools_text/* sentenceList */.MT)(missing.map((field) => (0,tools_text/* codeSpan */.SS)(field)));
    throw new errors/* RekeyError */.Z$('RK4008', `${(0,tools_text/* codeSpan */.SS)(ref.path)} holds a part of the key only: ${names} is not there.`);
}
const sameParts = (one, other, ref) => Object.values(ref.fields).every((field) => one.sameField(field, other));
function holdsParts(content, ref, parts) {
    return Object.entries(ref.fields).every(([part, field]) => {
        const value = parts[part];
        return value !== undefined && content.holds(field, value);
    });
}
/** The fields as they must be written for these parts and this id; without them our fields are taken away. */
function wantedFields(ref, parts, id) {
    const fields = Object.entries(ref.fields).map(([part, field]) => [
        field,
        parts?.[part] ?? null,
    ]);
    return { ...Object.fromEntries(fields), [ref.idField]: id ?? null };
}

;// CONCATENATED MODULE: ./.build/src/kits/store/change.js




/** Lost races before we leave it to the next run. */
const TRIES = 4;
/** Versions that may have come after `base`; more than stores keep by default. */
const MOST_VERSIONS_SINCE = 32;
/**
 * The one way in which a served secret is changed: our fields only, with check-and-set on the freshest version, while they
 * are what `base` had and nobody has fenced it off. Writes of other fields in between make us begin again.
 */
async function change(secrets, { ref, base, wanted, already, permit }) {
    for (let tries = 0; tries < TRIES; tries += 1) {
        const now = await secrets.read(ref.path);
        if (already(now.content ?? NOTHING, now.version))
            return { version: String(now.version), found: true };
        await refuseIfMoved(secrets, ref, base, now);
        if (Object.hasOwn(wanted, ref.idField) && now.content?.holdsNoId(ref.idField))
            throw noIdField(ref);
        const version = await write(secrets, ref.path, now, wanted, permit);
        if (version !== undefined)
            return { version: String(version) };
    }
    throw lagging(`${(0,tools_text/* codeSpan */.SS)(ref.path)} moves faster than it can be read, or reads lag behind writes.`);
}
const noIdField = (ref) => new errors/* RekeyError */.Z$('RK4012', `${(0,tools_text/* codeSpan */.SS)(ref.path)}: the field ${(0,tools_text/* codeSpan */.SS)(ref.idField)} holds something that cannot be an id. It is left as it is.`);
const lagging = (message) => new errors/* RekeyError */.Z$('RK4005', message, {
    next: 'The next run continues. The address of the active node avoids it, where there is one.',
});
/** Where there is a version to merge into, the server itself keeps the other fields, whatever they hold. */
function write(secrets, path, now, wanted, permit) {
    if (now.content)
        return secrets.merge(path, now.version, wanted, permit);
    const present = Object.entries(wanted).filter(([, value]) => value !== null);
    return secrets.replace(path, now.version, Object.fromEntries(present), permit);
}
/** Walks back from the freshest version to `base`. A fence on the way, or a gap that could hide one, is a conflict. */
async function refuseIfMoved(secrets, ref, base, now) {
    const moved = (why) => new errors/* RekeyError */.Z$('RK4003', `${(0,tools_text/* codeSpan */.SS)(ref.path)}: ${why}.`);
    if (now.version < base)
        throw behind(ref.path, now.version, base);
    // A deletion makes no new version.
    if (base > 0 && !now.content)
        throw moved(`version ${now.version} was deleted`);
    const oldest = await walkBack(secrets, ref, base, now, moved);
    const had = base === 0 ? NOTHING : (oldest.content ?? NOTHING);
    if (!sameParts(had, now.content ?? NOTHING, ref))
        throw moved('another value was written since');
}
/** @returns version `base`, or the oldest one after it that still holds something */
async function walkBack(secrets, ref, base, now, moved) {
    let later = now;
    while (later.version > base) {
        if (now.version - later.version >= MOST_VERSIONS_SINCE)
            throw moved('too many versions were written since');
        const earlier = await secrets.read(ref.path, later.version - 1);
        if (isFence(later, earlier))
            throw moved(`version ${later.version} was written as a fence`);
        // Before a first key there is nothing to compare with, so what was deleted hides nothing.
        if (!earlier.content && base === 0)
            return later;
        if (!earlier.content)
            throw moved(`version ${earlier.version} is no longer kept`);
        // Also when the old value is back by now: whoever went back has given up what was prepared on base.
        if (later.content && !sameParts(earlier.content, later.content, ref))
            throw moved(`version ${later.version} holds another value`);
        later = earlier;
    }
    return later;
}
/** A fence is a version that changes nothing. Writers of other fields change something, so they are told apart. */
function isFence(later, earlier) {
    return later.content?.same(earlier.content ?? NOTHING) === true;
}

;// CONCATENATED MODULE: ./.build/src/kits/store/allowedOrigins.js
/** The key in the secret's custom metadata with which its owner says where the value may go. */
const REKEY_ORIGINS = 'rekey_origins';
/** Origins apart by commas or spaces. What is no address stays as it is, so that it allows nothing and messages show it. */
function allowedOriginsOf({ custom }) {
    const text = custom[REKEY_ORIGINS];
    if (text === undefined)
        return {};
    return {
        allowedOrigins: text
            .split(/[\s,]+/)
            .filter((word) => word !== '')
            .map(originOf),
    };
}
function originOf(word) {
    return URL.canParse(word) ? new URL(word).origin : word;
}

;// CONCATENATED MODULE: ./.build/src/kits/store/slotNote.js



/**
 * The note in the slot, as text in one field. `first` is the slot's version with which the rotation began, so that all of
 * its versions can be destroyed; `staged` the version and id of what is staged. The staged values are fields beside it.
 */
const note = schemas/* object */.Ikc({
    rotation: schemas/* string */.YjP(),
    repository: schemas/* string */.YjP(),
    fact: schemas/* string */.YjP(),
    until: schemas/* string */.YjP(),
    removes: schemas/* literal */.euz(true).optional(),
    first: schemas/* int */.Whr().positive(),
    staged: schemas/* object */.Ikc({ version: schemas/* int */.Whr().positive(), id: schemas/* string */.YjP() }).optional(),
    /** What was served when it was reserved, for a store that forgets it; its values are fields beside, unless there were none. */
    base: schemas/* object */.Ikc({
        version: schemas/* int */.Whr().min(0),
        created: schemas/* string */.YjP(),
        id: schemas/* string */.YjP().optional(),
        absent: schemas/* literal */.euz(true).optional(),
    })
        .optional(),
    /** Where nothing can be destroyed, a note says that the slot is free. */
    freed: schemas/* literal */.euz(true).optional(),
});
const NOTE = 'rekey';
/**
 * The staging slot is a sibling of the secret that no application reads, one for each set of fields. A field's name may hold
 * anything, so what is no letter, digit or underscore is written as its code: `a-b` is not `a` and `b`.
 */
function slotPath(ref) {
    const names = Object.values(ref.fields).map((field) => field.replace(/[^A-Za-z0-9_]/gu, (character) => `.${(character.codePointAt(0) ?? 0).toString(16)}.`));
    return `${ref.path}.rekey.${names.sort().join('-') || 'whole'}`;
}
/** The values that stand in the slot under these names. */
function partsIn(content, ref, name) {
    const parts = {};
    for (const part of Object.keys(ref.fields)) {
        const value = content.secret(name(part));
        if (value === undefined)
            throw notOurs(ref);
        parts[part] = value;
    }
    return parts;
}
/** Who holds the slot; undefined: it is free. */
function heldNote(slot, ref) {
    const read = noteOf(slot, ref);
    return read?.freed ? undefined : read;
}
function noteOf(slot, ref) {
    if (!slot.content)
        return undefined;
    const read = note.safeParse(slot.content.json(NOTE));
    if (!read.success)
        throw notOurs(ref);
    return read.data;
}
function notOurs(ref) {
    const path = (0,tools_text/* codeSpan */.SS)(slotPath(ref), 300);
    return new errors/* RekeyError */.Z$('RK4006', `${path} holds something that this release of Rekey did not write.`, {
        next: `See who wrote it; when nobody needs it, delete it.`,
    });
}

;// CONCATENATED MODULE: ./.build/src/kits/store/keptBase.js




const fieldOf = (part) => `base_${part}`;
/**
 * A store that forgets what it served cannot step back, nor prove that the old value is dead. So whoever takes the slot puts a copy of our
 * fields in there, as long as they are what the rotation is about; whoever confirms it keeps the copy.
 * @param wanted the version that is to be replaced; undefined: the rotation replaces nothing
 * @throws RK4003 when another version is served by now
 */
async function copyOfBase({ secrets, promises }, ref, wanted, slot, held) {
    if (promises.keeps === 'versions' || wanted === undefined || wanted === '0')
        return { copy: {} };
    if (held?.base)
        return { base: held.base, copy: copyIn(slot, ref, held) };
    const now = await secrets.read(ref.path);
    if (String(now.version) !== wanted)
        throw new errors/* RekeyError */.Z$('RK4003', `${(0,tools_text/* codeSpan */.SS)(ref.path)}: version ${(0,tools_text/* codeSpan */.SS)(wanted)} is not served any more.`);
    const parts = now.content && partsOf(now.content, ref);
    if (!now.content || now.created === undefined)
        return { copy: {} };
    const { version, created } = now;
    if (!parts)
        return { base: { version, created, absent: true }, copy: {} };
    const id = now.content.id(ref.idField);
    return { base: { version, created, ...(id !== undefined && { id }) }, copy: copied(parts) };
}
/** The copy as it stands in the slot. */
function copyIn({ content }, ref, { base }) {
    return content && base && !base.absent ? copied(partsIn(content, ref, fieldOf)) : {};
}
const copied = (parts) => Object.fromEntries(Object.entries(parts).map(([part, value]) => [fieldOf(part), value]));
/** The copy of this version, while the slot is held. */
async function keptBase({ secrets, promises }, ref, version) {
    if (promises.keeps === 'versions' || version === 0)
        return undefined;
    const slot = await secrets.read(slotPath(ref));
    const base = heldNote(slot, ref)?.base;
    if (!slot.content || base?.version !== version)
        return undefined;
    const { created, id } = base;
    if (base.absent)
        return { version: String(version), created };
    const parts = partsIn(slot.content, ref, fieldOf);
    return { version: String(version), created, parts, ...(id !== undefined && { id }) };
}

;// CONCATENATED MODULE: ./.build/src/kits/store/slot.js





const slot_TRIES = 4;
async function readSlot({ secrets, promises }, ref) {
    const now = await secrets.read(slotPath(ref));
    const held = heldNote(now, ref);
    if (!held)
        return undefined;
    const { first: _first, staged, base: _base, freed: _freed, ...reservation } = held;
    const slot = { reservation, ...(now.created !== undefined && { since: now.created }) };
    const known = promises.keeps === 'versions' ? now : { ...now, version: staged?.version ?? 0 };
    const parts = staged && (await readStaged(secrets, ref, staged.version, known));
    return !parts ? slot : { ...slot, staged: { version: String(staged.version), ...parts } };
}
/** What was staged as this version of the slot; undefined when it was destroyed since. */
async function readStaged(secrets, ref, version, known) {
    const slot = known?.version === version ? known : await secrets.read(slotPath(ref), version);
    if (slot.created === undefined)
        await mustHaveBeen(secrets, slotPath(ref), version);
    const staged = noteOf(slot, ref)?.staged;
    if (!slot.content || staged?.version !== version)
        return undefined;
    return { id: staged.id, parts: partsIn(slot.content, ref, slot_fieldOf) };
}
/**
 * The same for a switch. Where what was freed cannot be destroyed, the note on top says whether it still counts; where old versions are
 * forgotten, what is staged is on top.
 */
async function stagedToServe({ secrets, promises }, ref, version) {
    if (promises.destroys && promises.keeps === 'versions')
        return readStaged(secrets, ref, version);
    const now = await secrets.read(slotPath(ref));
    if (now.version < version)
        throw behind(slotPath(ref), now.version, version);
    const held = heldNote(now, ref);
    if (!held || held.first > version)
        return undefined;
    const known = promises.keeps === 'versions' ? undefined : { ...now, version };
    return readStaged(secrets, ref, version, known);
}
const keyOf = (ref, version) => `${slotPath(ref)} ${String(version)}`;
/** It was staged, so a node that knows of no version as new as it is behind. RK4005 then. */
async function mustHaveBeen(secrets, path, version) {
    const newest = (await secrets.read(path)).version;
    if (newest < version)
        throw behind(path, newest, version);
}
async function reserveSlot(slots, ref, wanted, permit) {
    const { secrets, reserved } = slots;
    for (let tries = 0; tries < slot_TRIES; tries += 1) {
        const now = await secrets.read(slotPath(ref));
        const held = heldNote(now, ref);
        if (held && held.rotation !== wanted.rotation)
            throw heldBy(ref, held);
        const { rotation, repository, fact, until } = wanted;
        const first = held?.first ?? now.version + 1;
        const { base, copy } = await copyOfBase(slots, ref, wanted.base, now, held);
        const next = {
            rotation,
            repository,
            fact,
            until,
            ...(wanted.removes && { removes: true }),
            first,
            ...(held?.staged && { staged: held.staged }),
            ...(base && { base }),
        };
        const version = await secrets.replace(slotPath(ref), now.version, { [NOTE]: JSON.stringify(next), ...copy, ...stagedIn(slots, now, ref, held) }, permit);
        // Without compare-and-set somebody else may have come in between: whoever wrote last finds itself there at the next look.
        if (version !== now.version + 1)
            continue;
        reserved.set(keyOf(ref, version), { note: next, copy });
        return { slot: String(version) };
    }
    throw new errors/* RekeyError */.Z$('RK4005', `The staging slot of ${(0,tools_text/* codeSpan */.SS)(ref.path)} moves faster than it can be read.`);
}
async function stageInSlot(slots, ref, rotation, slot, credential, permit) {
    const { secrets, reserved, promises } = slots;
    const path = slotPath(ref);
    const own = reserved.get(keyOf(ref, slot));
    // Where nothing fences the write, the number tells whether anybody came in between, or this very stage before.
    const now = own && promises.reservation ? undefined : await secrets.read(path);
    if (now && now.version < slot)
        throw behind(path, now.version, slot);
    if (now && now.version > slot)
        return stagedBefore(now, ref, slot, credential, rotation);
    const { note: held, copy } = own ?? heldIn(now, ref);
    if (held?.rotation !== rotation)
        throw heldBy(ref, held);
    const staged = { version: slot + 1, id: credential.id };
    const data = { [NOTE]: JSON.stringify({ ...held, staged }), ...copy };
    for (const [part, value] of Object.entries(credential.parts))
        data[slot_fieldOf(part)] = value;
    const done = await secrets.replace(path, slot, data, permit);
    if (done === staged.version)
        return { version: String(done) };
    if (done !== undefined)
        throw moved(ref, slot);
    return stagedBefore(await secrets.read(path), ref, slot, credential, rotation);
}
function heldIn(now, ref) {
    const note = now && heldNote(now, ref);
    return note ? { note, copy: copyIn(now, ref, note) } : { copy: {} };
}
/** Either our own write had landed, or somebody else moved the slot. A read from before that is late. */
function stagedBefore(now, ref, slot, credential, rotation) {
    if (now.version <= slot)
        throw behind(slotPath(ref), now.version, slot + 1);
    const holder = heldNote(now, ref);
    if (holder?.rotation !== rotation)
        throw heldBy(ref, holder);
    if (now.version === slot + 1 && holdsCredential(now, holder, credential))
        return { version: String(now.version) };
    throw moved(ref, slot);
}
/** What is staged is forgotten with the version that it is in, so whoever moves the slot takes it along. */
function stagedIn({ promises }, { content }, ref, held) {
    if (promises.keeps === 'versions' || !content || !held?.staged)
        return {};
    const parts = Object.entries(partsIn(content, ref, slot_fieldOf));
    return Object.fromEntries(parts.map(([part, value]) => [slot_fieldOf(part), value]));
}
/**
 * Moves the slot, so that a stage that is still on its way fails, then destroys all that the rotation wrote, the note
 * included: a slot whose newest version is destroyed is free. A read that shows it free may be late, which only a write can tell.
 */
async function freeSlot({ secrets, promises }, ref, rotation, staged) {
    const path = slotPath(ref);
    const now = await secrets.read(path);
    if (now.version < staged)
        throw behind(path, now.version, staged);
    const held = heldNote(now, ref);
    if (held && held.rotation !== rotation)
        return;
    const first = held?.first ?? now.version + 1;
    const { staged: _staged, ...empty } = held ?? { rotation, repository: '', fact: '', until: '', first };
    const freed = promises.destroys ? {} : { freed: true };
    const last = await secrets.replace(path, now.version, { [NOTE]: JSON.stringify({ ...empty, ...freed }) });
    if (last === undefined)
        throw moving(ref);
    if (!promises.destroys)
        return;
    const oldest = Math.max(first, last - MOST_KEPT + 1);
    await secrets.destroy(path, Array.from({ length: last - oldest + 1 }, (_, index) => oldest + index));
}
/** A rotation writes a handful; older ones Vault itself has pruned, and a wrong number shall not make us count to it. */
const MOST_KEPT = 100;
const slot_fieldOf = (part) => `part_${part}`;
function holdsCredential(now, held, credential) {
    return (held.staged?.version === now.version &&
        held.staged.id === credential.id &&
        Object.entries(credential.parts).every(([part, value]) => now.content?.holds(slot_fieldOf(part), value)));
}
function heldBy(ref, held) {
    if (!held)
        return new errors/* RekeyError */.Z$('RK4004', `The staging slot of ${(0,tools_text/* codeSpan */.SS)(ref.path)} was freed.`);
    const who = `rotation ${(0,tools_text/* codeSpan */.SS)(held.rotation)} of ${(0,tools_text/* codeSpan */.SS)(held.repository)} until ${(0,tools_text/* codeSpan */.SS)(held.until)}`;
    return new errors/* RekeyError */.Z$('RK4004', `The staging slot of ${(0,tools_text/* codeSpan */.SS)(ref.path)} is held by ${who}.`);
}
const moved = (ref, slot) => new errors/* RekeyError */.Z$('RK4004', `The staging slot of ${(0,tools_text/* codeSpan */.SS)(ref.path)} has moved since version ${slot}.`);
const moving = (ref) => new errors/* RekeyError */.Z$('RK4005', `The staging slot of ${(0,tools_text/* codeSpan */.SS)(ref.path)} moves while it is read.`);

;// CONCATENATED MODULE: ./.build/src/kits/store/versionedStore.js









/**
 * A store of keys over versions, with compare-and-set where it is fenced. Its versions are their numbers as text; `0` is a secret that does
 * not exist. @param promises what its server can do
 */
function versionedStore(secrets, { nothingAt, ...telling }, promises = FULL_PROMISES) {
    const reserved = new Map();
    const slots = { secrets, reserved, promises };
    return {
        ...telling,
        capabilities: promises,
        get origins() {
            return secrets.origin === undefined ? [] : [secrets.origin];
        },
        async current(ref, known) {
            const now = await secrets.read(ref.path);
            const wanted = known === undefined ? 0 : numberOf(known);
            if (now.version > 0 && now.version < wanted)
                throw behind(ref.path, now.version, wanted);
            const stored = storedOf(now, ref);
            if (!stored)
                throw nothingAt(ref.path, now);
            return { ...stored, ...besideOf(now.content, ref), ...allowedOriginsOf(now) };
        },
        read: async (ref, version) => (await read(secrets, ref, version)) ?? (await keptBase(slots, ref, numberOf(version))),
        isDestroyed: async (ref, version) => (await secrets.read(ref.path, numberOf(version))).destroyed,
        since: async (ref, base) => since(secrets, ref, numberOf(base)),
        slot: (ref) => readSlot(slots, ref),
        reserve: (ref, reservation, permit) => reserveSlot(slots, ref, reservation, permit),
        stage: async (ref, rotation, slot, credential, permit) => stageInSlot(slots, ref, rotation, numberOf(slot), credential, permit),
        promote: async (ref, base, staged, permit) => promote(slots, ref, numberOf(base), numberOf(staged), permit),
        restore: async (ref, base, version, permit) => restore(slots, ref, numberOf(base), numberOf(version), permit),
        fence: async (ref, base) => change(secrets, { ref, base: numberOf(base), wanted: {}, already: () => false }),
        free: (ref, rotation, staged) => freeSlot(slots, ref, rotation, Number(staged ?? 0)),
        annotate: async (ref, base, id, permit) => annotate(secrets, ref, numberOf(base), id, permit),
        destroy: async (ref, versions) => destroy(secrets, ref, versions.map(numberOf)),
        async value(path, field) {
            const now = await secrets.read(path);
            if (!now.content)
                throw nothingAt(path, now);
            const found = now.content.secret(field);
            if (!found)
                throw new errors/* RekeyError */.Z$('RK4002', `${(0,tools_text/* codeSpan */.SS)(path)} has no field ${(0,tools_text/* codeSpan */.SS)(field)}.`);
            return { value: found, ...allowedOriginsOf(now) };
        },
    };
}
function besideOf(content, ref) {
    const own = [...Object.values(ref.fields), ref.idField];
    return (content && {
        ...(content.has(ref.idField) && { beside: content.id(ref.idField) ?? null }),
        heldByOthers: (text) => content.heldByOthers(text, own),
    });
}
async function read(secrets, ref, version) {
    return storedOf(await secrets.read(ref.path, numberOf(version)), ref);
}
/** More are never asked for, and a store that says a wrong number shall not make us count to it. */
const MOST_SINCE = 100;
async function since(secrets, ref, base) {
    const newest = (await secrets.read(ref.path)).version;
    const first = Math.max(base + 1, newest - MOST_SINCE + 1);
    return Array.from({ length: Math.max(0, newest - first + 1) }, (_, at) => String(first + at));
}
function storedOf(version, ref) {
    if (!version.content || version.created === undefined)
        return undefined;
    const parts = partsOf(version.content, ref);
    const id = version.content.id(ref.idField);
    return {
        version: String(version.version),
        created: version.created,
        ...(parts !== undefined && { parts }),
        ...(parts === undefined || id === undefined ? {} : { id }),
    };
}
async function promote(slots, ref, base, staged, permit) {
    const credential = await stagedToServe(slots, ref, staged);
    if (!credential) {
        throw new errors/* RekeyError */.Z$('RK4002', `Version ${staged} of the staging slot of ${(0,tools_text/* codeSpan */.SS)(ref.path)} is gone.`);
    }
    const { id, parts } = credential;
    return change(slots.secrets, {
        ref,
        base,
        wanted: wantedFields(ref, parts, id),
        already: (now) => holdsParts(now, ref, parts),
        permit,
    });
}
async function restore(slots, ref, base, version, permit) {
    const { secrets } = slots;
    const target = await secrets.read(ref.path, version);
    const copy = target.content ? undefined : await keptBase(slots, ref, version);
    if (!target.content && !copy && version > 0)
        throw pastGone(ref.path, target);
    const content = target.content ?? NOTHING;
    const parts = copy ? copy.parts : partsOf(content, ref);
    const isThere = (now) => copy && parts ? holdsParts(now, ref, parts) : sameParts(now, content, ref);
    return change(secrets, {
        ref,
        base,
        wanted: wantedFields(ref, parts, copy ? copy.id : content.id(ref.idField)),
        already: isThere,
        permit,
    });
}
async function annotate(secrets, ref, base, id, permit) {
    const { version } = await change(secrets, {
        ref,
        base,
        wanted: { [ref.idField]: id },
        already: (now, version) => version === base && now.id(ref.idField) === id,
        permit,
    });
    return { version };
}
/** The version that is served is never destroyed, whoever names it. */
async function destroy(secrets, ref, versions) {
    const now = await secrets.read(ref.path);
    const ours = new Set([...Object.values(ref.fields), ref.idField]);
    const gone = [];
    const dead = [];
    for (const number of new Set(versions)) {
        if (number < 1 || number >= now.version)
            continue;
        const { content, destroyed, created } = await secrets.read(ref.path, number);
        if (destroyed || (!content && created === undefined))
            gone.push(number);
        else if (content?.names.every((name) => ours.has(name)))
            dead.push(number);
    }
    if (dead.length > 0)
        await secrets.destroy(ref.path, dead);
    return { destroyed: [...gone, ...dead].sort((one, other) => one - other).map(String) };
}
function pastGone(path, { version, destroyed }) {
    const how = destroyed ? 'destroyed' : 'deleted';
    return new errors/* RekeyError */.Z$('RK4002', `Version ${version} of ${(0,tools_text/* codeSpan */.SS)(path)} was ${how}.`);
}
function numberOf(version) {
    if (/^\d{1,9}$/.test(version))
        return Number(version);
    throw new errors/* RekeyError */.Z$('RK4002', `${(0,tools_text/* codeSpan */.SS)(version)} is no version of a secret.`);
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/deleted.js


/**
 * Nothing is to be read at a path: RK4002 where nothing was ever written, RK4013 where the newest version was deleted or destroyed. That is
 * a mistake to fix, and no place for a first key: beside the key there may be fields of others, which an undelete brings back.
 */
function nothingAt(api, path, { version, destroyed }) {
    if (version === 0)
        return new errors/* RekeyError */.Z$('RK4002', `${(0,tools_text/* codeSpan */.SS)(path)} is not in the store.`);
    const place = `-mount=${api.mount}`;
    const afresh = `For a first key, and only if nothing in it is needed any more: vault kv metadata delete ${place} ${path}`;
    const fix = destroyed
        ? 'Write the secret again, with the key in use and its other fields'
        : `Undelete it: vault kv undelete ${place} -versions=${version} ${path}`;
    return new errors/* RekeyError */.Z$('RK4013', `${(0,tools_text/* codeSpan */.SS)(path)}: version ${version}, the newest, was ${destroyed ? 'destroyed' : 'deleted'}.`, { next: `${fix}. ${afresh}` });
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/history.js

/** Vault's own when neither key nor mount says a number. */
const DEFAULT_VERSIONS = 10;
/**
 * The larger number of versions counts, the shorter life; a negative one on the mount turns expiry off.
 * https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#create-update-metadata
 */
function historyOf({ key, mount }) {
    const versions = Math.max(key?.max_versions ?? 0, mount.max_versions) || DEFAULT_VERSIONS;
    const off = goDuration(mount.delete_version_after) < 0;
    const lives = [key?.delete_version_after ?? '0s', mount.delete_version_after]
        .map(goDuration)
        .filter((ttl) => ttl > 0);
    return off || lives.length === 0 ? { versions } : { versions, ttl: Math.min(...lives) };
}
const UNITS = { h: time/* HOUR */.dp, m: time/* MINUTE */.pY, s: time/* SECOND */.Z2, ms: 1 };
/** `720h0m0s` as Go prints it. https://pkg.go.dev/time#Duration.String */
function goDuration(text) {
    const sign = text.startsWith('-') ? -1 : 1;
    const pieces = [...text.matchAll(/(\d{1,15}(?:\.\d{1,9})?)(ms|h|m|s)/g)];
    return sign * pieces.reduce((sum, [, count, unit]) => sum + Number(count) * (UNITS[unit ?? ''] ?? 0), 0);
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/rights.js


/** What a whole rotation asks of the policy, path by path. @param first nothing is at the path yet */
function neededRights(mount, ref, first) {
    const slot = slotPath(ref);
    return [
        [`${mount}/data/${ref.path}`, first ? ['read', 'create'] : ['read', 'patch']],
        [`${mount}/data/${slot}`, ['read', 'create', 'update']],
        [`${mount}/metadata/${ref.path}`, ['read']],
        [`${mount}/destroy/${ref.path}`, ['update']],
        [`${mount}/destroy/${slot}`, ['update']],
        [`${mount}/config`, ['read']],
    ];
}
/** The lines that the policy lacks; undefined where the token may not ask what it may do. Nothing is written. */
async function lackingRights(api, ref, first) {
    const needed = neededRights(api.mount, ref, first);
    const granted = await api.capabilities(needed.map(([path]) => path));
    return (granted &&
        needed.flatMap(([path, capabilities]) => {
            const has = granted[path] ?? [];
            const may = (name) => has.includes('root') || (has.includes(name) && !has.includes('deny'));
            return capabilities.every(may) ? [] : [policyLine(path, capabilities)];
        }));
}
/** Everything that these secrets need, whether a key is there yet or not, and the reading of other paths. */
function policyOf(mount, refs, reads) {
    const needed = new Map();
    const add = (path, names) => {
        needed.set(path, new Set([...(needed.get(path) ?? []), ...names]));
    };
    for (const ref of refs) {
        for (const [path, names] of neededRights(mount, ref, false))
            add(path, names);
        add(`${mount}/data/${ref.path}`, ['create', 'update']);
    }
    for (const path of reads)
        add(`${mount}/data/${path}`, ['read']);
    return [...needed].map(([path, names]) => policyLine(path, [...names]));
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/store.js






/** KV version 2 as a store of keys. Versions are Vault's version numbers as text; `0` is a secret that does not exist. */
const vaultStore = (api, literalPaths = false, promises = FULL_PROMISES) => versionedStore(api, {
    history: (ref) => api.retention(ref.path).then(historyOf),
    lackingRights: (ref, version) => lackingRights(api, ref, version === '0'),
    policy: (refs, reads) => policyOf(api.mount, refs, reads),
    slip: (ref) => slipOf(api, ref, literalPaths),
    nothingAt: (path, version) => nothingAt(api, path, version),
}, promises);

// EXTERNAL MODULE: ./.build/src/domain/tools/lazily.js
var lazily = __webpack_require__("src/domain/tools/lazily");
;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/wire.js



/** node-vault over the Http port: it makes the address, and never sees a token or an answer. */
function openWire(settings, ports) {
    let origin = settings.address;
    /**
     * A standby of Vault Enterprise answers 412 as long as it has not seen the write with this index:
     * https://developer.hashicorp.com/vault/docs/enterprise/consistency
     */
    let index;
    async function transport({ uri, ...request }) {
        const { method, json, permit } = request;
        const send = (as) => {
            const headers = {
                ...request.headers,
                ...(0,wire/* vaultHeaders */.f)(settings.namespace ?? as.attributes['namespace']),
                'x-vault-token': as.token,
                ...(index !== undefined && { 'x-vault-index': index }),
            };
            return ports.http.send({ method, url: uri, headers, permit, ...(json !== undefined && { json }) });
        };
        const session = await ports.session();
        let answer = await send(session);
        // Nothing was done, so with another session it may be sent again.
        if (answer.status === 403) {
            const other = await ports.session(session).catch((thrown) => noOther(thrown));
            if (other !== session)
                answer = await send(other);
        }
        index = answer.headers['x-vault-index'] ?? index;
        return answer;
    }
    const client = (0,lazily/* lazily */.q)(async () => {
        const session = await ports.session();
        if (settings.address !== undefined && settings.address !== session.origin) {
            const message = `The store is at ${settings.address}, but its identity logs in to ${session.origin}.`;
            throw new errors/* RekeyError */.Z$('RK2005', message, {
                next: 'Give both the same address, or leave it out of the store.',
            });
        }
        origin = session.origin;
        return wire_open(origin, transport);
    });
    return {
        get origin() {
            return origin;
        },
        async send(method, path, json, permit) {
            const headers = method === 'PATCH' ? { 'content-type': 'application/merge-patch+json' } : {};
            const request = { method, headers, permit, ...(json !== undefined && { json }) };
            return (await (await client()).request({ ...request, path: `/${path}`, method }));
        },
    };
}
function noOther(thrown) {
    const { message, next } = (0,errors/* asRekeyError */.fq)(thrown);
    throw new errors/* RekeyError */.Z$('RK4005', `Vault ended the session, and a new one was not to be had: ${message}`, {
        next: `${next} The rotation continues then.`,
    });
}
/** Loaded with the first call only, because it brings axios along. */
const library = (0,lazily/* lazily */.q)(() => __webpack_require__.e("node-vault").then(__webpack_require__.t.bind(__webpack_require__, "node-vault/src/index", 23)));
/** https://github.com/nodevault/node-vault */
async function wire_open(endpoint, transport) {
    const { default: nodeVault } = await library();
    const client = nodeVault({
        endpoint,
        // Without one of its own it prints whole bodies when DEBUG=node-vault.
        debug: () => undefined,
        commands: {},
        'request-promise': { defaults: () => transport },
    });
    return Object.assign(client, {
        // These were taken from VAULT_TOKEN, VAULT_NAMESPACE and VAULT_PREFIX; nothing may come from there.
        token: '',
        namespace: '',
        pathPrefix: '',
        // Of an error it would keep one sentence and no header.
        handleVaultResponse: (answer) => answer,
    });
}

;// CONCATENATED MODULE: ./.build/src/adapters/stores/vault-kv2/index.js







const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'stores',
    descriptor: {
        id: 'vault-kv2',
        title: 'HashiCorp Vault and OpenBao, KV version 2',
        summary: 'Keeps keys in a KV version 2 engine; every change is a check-and-set on our own fields.',
        homepage: 'https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2',
        permissions: [
            {
                permission: '`read` on `{mount}/data/{path}`',
                why: 'reads what applications read, and older versions',
            },
            {
                permission: '`patch` on `{mount}/data/{path}`',
                why: 'changes our fields and leaves all others to Vault',
            },
            {
                permission: '`create`, `update` on `{mount}/data/{path}`',
                why: 'a first key, where no secret is there yet',
            },
            {
                permission: '`read`, `create`, `update` on `{mount}/data/{path}.rekey.*`',
                why: 'reserves the staging slot and stages',
            },
            { permission: '`update` on `{mount}/destroy/{path}.rekey.*`', why: 'destroys the staged value' },
            {
                permission: '`update` on `{mount}/destroy/{path}`',
                why: 'destroys the old value after its death is proved',
            },
            {
                permission: '`read` on `{mount}/metadata/{path}` and `{mount}/config`',
                why: 'checks that versions outlive the grace period',
            },
        ],
        limits: [
            'It needs PATCH: Vault 1.9 or newer, or OpenBao.',
            'Vault keeps 10 versions of a secret unless max_versions says more; each rotation writes one, and one more when it is undone.',
            'A secret may hold about 1 MiB, with integrated storage.',
        ],
        risks: [
            'A write that changes nothing is taken for a fence: a tool that writes the same content again makes a promote fail, and the next run starts over.',
            'Two keys in one secret share its versions: a version with fields of others is not destroyed, so a dead value stays in it until Vault prunes it.',
            'Standby nodes read late, those of OpenBao without a word: what is older than our own writes is read again, which takes as long as the node is behind.',
        ],
        promises: FULL_PROMISES,
        changes: { mount: 'trust', address: 'trust', literal_paths: 'gate', namespace: 'trust' },
        example: 'vault: { use: vault-kv2, mount: secret }',
        tried: 'The contract suite against its fake and against OpenBao 2.7.2 (each day), HashiCorp Vault 1.14.0 and 1.21.4; the fake is compared with all three line by line. A ladder of whole rotations, with nine kills, on OpenBao 2.7.2. Namespaces and standby nodes: against the fake only.',
    },
    settings: settings_settings,
    origins: ({ address }) => (address === undefined ? [] : [address]),
    misplaced: (chosen, path) => misplaced(chosen, path),
    open: (chosen, ports) => vaultStore(kvApi(openWire(chosen, ports), chosen.mount), chosen.literal_paths),
});


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

/***/ "src/domain/tools/endpoint":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ endpoint)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/**
 * The only way to build an address. `{id}` becomes exactly one path segment, whatever the id holds; `{+path}` becomes
 * several, split at `/`. Nothing that an id holds can leave the path, for `.`, `..` and empty segments are refused.
 * @param base an origin, or an origin with a path in front: `https://vault.example.com/secrets`; no query, no fragment
 * @param query entries that are undefined are left out
 */
function endpoint(base, template, ids = {}, query = {}) {
    const path = template.replace(/\{(\+?)([^}]*)\}/g, (_all, many, name) => {
        const value = ids[name];
        if (value === undefined)
            throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK2004', `The address names {${name}}, which has no value.`);
        return (many ? value.split('/') : [value]).map((segment) => encodeSegment(name, segment)).join('/');
    });
    const head = base.replace(/\/+$/, '');
    return withQuery(new URL(`${head}${path.startsWith('/') ? '' : '/'}${path}`), query);
}
function encodeSegment(name, segment) {
    if (segment === '' || segment === '.' || segment === '..') {
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK9006', `{${name}} cannot be part of an address: ${(0,_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(segment) || 'empty'}.`);
    }
    if (!(0,_text__WEBPACK_IMPORTED_MODULE_1__/* .isWhole */ .wP)(segment)) {
        const message = `{${name}} cannot be part of an address: ${(0,_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(segment)} holds half a character.`;
        throw new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK9006', message);
    }
    return encodeURIComponent(segment);
}
function withQuery(url, query) {
    for (const [name, value] of Object.entries(query)) {
        if (value !== undefined)
            url.searchParams.append(name, String(value));
    }
    return url.href;
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

/***/ "src/kits/adapter/answer":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ut: () => (/* binding */ answerOf),
  at: () => (/* binding */ at),
  Zb: () => (/* binding */ inOwnWords),
  oJ: () => (/* binding */ isSuccess),
  o_: () => (/* binding */ jsonOf)
});

;// CONCATENATED MODULE: ./node_modules/@sagold/json-pointer/dist/index.mjs
function e(e){return e===`#`||e===``||Array.isArray(e)&&e.length===0||!1}const t=/~1/g,n=/~0/g,r=/(^#?\/?)/g;function i(e){return e.replace(t,`/`).replace(n,`~`)}function a(e){return i(decodeURIComponent(e))}function o(t){if(t==null||typeof t!=`string`||e(t))return Array.isArray(t)?t.slice():[];let n=t.indexOf(`#`)>=0?a:i;t=t.replace(r,``);let o=t.split(`/`);for(let e=0,t=o.length;e<t;e+=1)o[e]=n(o[e]);return o}function s(t,n,r=void 0){if(n==null||t==null)return r;if(e(n))return t;let i=c(t,o(n));return i===void 0?r:i}function c(e,t){let n=t.shift();if(e!==void 0)return n===void 0?e:e==null?void 0:c(e[n],t)}const l=/^\[.*\]$/,u=/^[[{](.+)[\]}]$/;function d(e,t){return e===`__proto__`||e==`constructor`&&t.length>0&&t[0]==`prototype`}function f(e,t,n){if(t==null)return e;let r=o(t);if(r.length===0)return e;e??=l.test(r[0])?[]:{};let i,a,s=e;for(;r.length>1;)i=r.shift(),a=l.test(r[0])||`${parseInt(r[0])}`===r[0],!d(i,r)&&(s=m(s,i,a));return i=r.pop(),p(s,i,n),e}function p(e,t,n){let r=t.match(u)?.pop()??t;t===`[]`&&Array.isArray(e)?e.push(n):d(r,e)||(e[r]=n)}function m(e,t,n){let r=t.match(u)?.pop()??t;if(e[r]!=null)return e[r];let i=n?[]:{};return p(e,t,i),i}function h(e){let t=0,n=0;for(;t+n<e.length;)e[t+n]===void 0&&(n+=1),e[t]=e[t+n],t+=1;return e.length-=n,e}function g(e,t,n){let r=o(t),i=r.pop(),a=s(e,r);return a&&delete a[i],Array.isArray(a)&&n!==!0&&h(a),e}const _=/~/g,v=/\//g;function y(e,t){if(e.length===0)return t?`#`:``;for(let n=0,r=e.length;n<r;n+=1)e[n]=e[n].replace(_,`~0`).replace(v,`~1`),t&&(e[n]=encodeURIComponent(e[n]));return(t?`#/`:`/`)+e.join(`/`)}function b(e,...t){let n=[];if(Array.isArray(e))return y(e,arguments[1]===!0);let r=arguments[arguments.length-1],i=typeof r==`boolean`?r:e&&e[0]===`#`;for(let e=0,t=arguments.length;e<t;e+=1)n.push.apply(n,o(arguments[e]));let a=[];for(let e=0,t=n.length;e<t;e+=1)if(n[e]===`..`){if(a.length===0)return i?`#`:``;a.pop()}else a.push(n[e]);return y(a,i)}function x(e){let t=o(e);if(t.length===0)return typeof e==`string`&&e[0]===`#`?[`#`,t[0]]:[``,void 0];if(t.length===1)return e[0]===`#`?[`#`,t[0]]:[``,t[0]];let n=t.pop();return[b(t,e[0]===`#`),n]}var S={get:s,set:f,remove:g,join:b,split:o,splitLast:x,isRoot:e,removeUndefinedItems:h};
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
;// CONCATENATED MODULE: ./.build/src/kits/adapter/answer.js


/** Reads what a server has answered. Nothing of a body ever goes into an error. */
/** Undefined: the body is not JSON. */
function jsonOf(answer) {
    try {
        return answer.json();
    }
    catch {
        return undefined;
    }
}
/** What is at a JSON Pointer; empty: the body itself. */
const at = (body, pointer) => s(body, pointer);
const isSuccess = ({ status }) => status >= 200 && status < 300;
/** The answer in the form that was asked for. @param problem what is thrown when it has another one */
function answerOf(form, given, problem) {
    const read = form.safeParse(given);
    if (!read.success)
        throw problem();
    return read.data;
}
/**
 * What the HTTP port threw, under a code of the adapter's own; another error is given back as it is.
 * @param codes the port's code -> ours, of the same kind
 */
function inOwnWords(thrown, codes, message) {
    const code = thrown instanceof errors/* RekeyError */.Z$ ? codes[thrown.code] : undefined;
    if (!(thrown instanceof errors/* RekeyError */.Z$) || code === undefined)
        return thrown;
    return (0,errors/* retold */.Xd)(thrown, code, message(thrown));
}


/***/ }),

/***/ "src/kits/vault/settings":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JK: () => (/* binding */ mountPath),
/* harmony export */   MF: () => (/* binding */ namespace),
/* harmony export */   hl: () => (/* binding */ address)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("zod/v4/classic/schemas");
/* harmony import */ var _domain_tools_address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/address");


/** The origin of a server. A slash at the end is how Vault's own tools write it. */
const address = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine(_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .isAddress */ .PW, { error: _domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .ADDRESS_RULE */ .Ys, abort: true })
    .refine((text) => (0,_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .isOrigin */ .fu)(text.replace(/\/$/, '')), 'must be an origin such as https://vault.example.com, without a path')
    .transform((text) => new URL(text).origin);
/** Several segments are allowed (`teams/pay/secret`), because mounts have paths. */
const mountPath = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[^/\s?#]+(\/[^/\s?#]+)*$/, 'must be the path of a mount, without slashes at its ends');
const namespace = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[^\s?#]+$/);


/***/ }),

/***/ "src/kits/vault/wire":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ vaultHeaders),
/* harmony export */   t: () => (/* binding */ errorTexts)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("zod/v4/classic/schemas");
/* harmony import */ var _adapter_answer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/kits/adapter/answer");


/** https://developer.hashicorp.com/vault/api-docs#the-x-vault-request-header */
const vaultHeaders = (namespace) => ({
    'x-vault-request': 'true',
    ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
});
const errorBody = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ errors: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()) });
/** The texts that Vault gives with an error; empty when the body is none of Vault's. */
function errorTexts(answer) {
    const body = errorBody.safeParse((0,_adapter_answer__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(answer));
    return body.success ? body.data.errors : [];
}


/***/ })

};
;
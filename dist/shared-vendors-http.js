"use strict";
exports.id = "shared-vendors-http";
exports.ids = ["shared-vendors-http"];
exports.modules = {

/***/ "src/adapters/vendors/http/calls":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MX: () => (/* binding */ verify),
/* harmony export */   Zg: () => (/* binding */ change),
/* harmony export */   he: () => (/* binding */ refusalsOf),
/* harmony export */   iD: () => (/* binding */ login),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   qY: () => (/* binding */ whoami),
/* harmony export */   r8: () => (/* binding */ revoke),
/* harmony export */   vt: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("zod/v4/classic/schemas");
/* harmony import */ var _kits_adapter_match__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/kits/adapter/match");
/* harmony import */ var _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/kits/adapter/settings");
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/adapters/vendors/http/fields");




/** Not z.json(), whose JSON Schema refers to itself and so cannot be put into another one. */
const json = zod__WEBPACK_IMPORTED_MODULE_3__/* .custom */ .IeY(isJson, 'must be JSON');
function isJson(value) {
    if (Array.isArray(value))
        return value.every(isJson);
    if (typeof value !== 'object' || value === null)
        return ['string', 'number', 'boolean', 'object'].includes(typeof value);
    return Object.values(value).every(isJson);
}
const match = (0,_kits_adapter_match__WEBPACK_IMPORTED_MODULE_0__/* .matchOf */ .HU)('any');
/** The calls of a vendor, one schema each. */
const shared = {
    request: _fields__WEBPACK_IMPORTED_MODULE_2__/* .request */ .Em,
    body: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), json).optional().describe('JSON body; may hold placeholders'),
    form: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP())
        .optional()
        .describe('Form body instead of JSON; may hold placeholders'),
    headers: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .headers */ .b3.optional(),
};
const parts = zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().regex(/^[a-z][a-z0-9_]*$/, 'must be a part name such as secret_key'), _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn)
    .refine((it) => Object.keys(it).length > 0, 'must name at least one part');
const create = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...shared,
    id: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.describe('JSON Pointer to the public id of the new key'),
    value: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn, parts])
        .describe('JSON Pointer to the new value; for credentials of several parts a map from part to pointer'),
    expires: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn
        .optional()
        .describe('JSON Pointer to the time when the vendor will end the key by itself'),
    lifetime: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0
        .optional()
        .describe('How long a new key shall live: fills {expires} and {expires_date}'),
    needs_scopes: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .default(false)
        .describe('Refuse to create without scopes, where the vendor would give every right'),
    full: zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ status: _fields__WEBPACK_IMPORTED_MODULE_2__/* .statuses */ .bM, body: match.optional() })
        .optional()
        .describe('The answer that means: no more keys are allowed'),
})
    .describe('How a key is made. Placeholders: {label}, {scopes}, {like}, {expires}, {expires_date}');
const next = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        cursor: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.describe('JSON Pointer to the cursor of the next page; absent, null or empty at the end'),
        query: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).describe('The query parameter that takes the cursor'),
        more: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.optional().describe('JSON Pointer to a flag; there is a next page only while it is true'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        link: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('header'), _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn])
            .describe('"header" for the Link header (RFC 8288), or a JSON Pointer to the address of the next page'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
        page: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().min(1).describe('The query parameter that takes the page number'),
        first: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(0), zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(1)])
            .default(1)
            .describe('The number of the first page'),
        total: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn
            .optional()
            .describe('JSON Pointer to the number of all keys; without it pages are read until one is empty'),
    }),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz('none').describe('There is one page, whatever in the answer looks like a hint of another one'),
])
    .describe('How the next page is found: by cursor, by link or by page number. Left out: there is one page, and an answer that hints at another one is a list that was cut');
const itemMatch = match.refine((it) => it.pointer !== undefined, 'needs a pointer into the item');
const list = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...shared,
    items: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.describe('JSON Pointer to the list of keys; null there is an empty list'),
    items_may_be_missing: zod__WEBPACK_IMPORTED_MODULE_3__/* .boolean */ .zMY()
        .default(false)
        .describe('An answer without the member at items is an empty list, as some servers write it'),
    id: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.describe('JSON Pointer, inside an item, to the public id'),
    label: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.optional().describe('JSON Pointer, inside an item, to the label given at creation'),
    created: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.optional().describe('JSON Pointer, inside an item, to the time of creation'),
    last_used: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.optional().describe('JSON Pointer, inside an item, to the time of last use'),
    disabled: itemMatch.optional().describe('The condition under which an item is disabled'),
    skip: itemMatch
        .optional()
        .describe('The condition under which an item is no key any more, such as status revoked'),
    next: next.optional(),
    max_pages: zod__WEBPACK_IMPORTED_MODULE_3__/* .number */ .aig()
        .int()
        .min(1)
        .max(1000)
        .default(50)
        .describe('More pages than this: the list is incomplete'),
})
    .describe('How all keys are listed');
const whoami = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ ...shared, id: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.describe('JSON Pointer to the id of the key that asks') })
    .describe('A call that a key makes with itself and that answers with its id');
const refusal = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ status: _fields__WEBPACK_IMPORTED_MODULE_2__/* .statuses */ .bM, body: match.optional() });
const refused = zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_fields__WEBPACK_IMPORTED_MODULE_2__/* .answerStatus */ .No, zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_fields__WEBPACK_IMPORTED_MODULE_2__/* .answerStatus */ .No, refusal])).nonempty()])
    .describe('Statuses that prove the key dead, or a list in which each may have a body of its own: [401, { status: 200, body: { pointer: /status, equals: disabled } }]. Say 403 only when the documentation of the vendor says that a dead key gets it: a firewall, a wrong region and a missing right say 403 as well');
const PROVES_NOTHING = [408, 429];
const verify = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...shared,
    accepted: _fields__WEBPACK_IMPORTED_MODULE_2__/* .statuses */ .bM.describe('Statuses that prove the key alive. 403 usually does: known, but not permitted here'),
    accepted_body: match.optional().describe('What the body must say as well'),
    refused,
    refused_body: match
        .optional()
        .describe('What the body must say as well, for each of them that says nothing of a body itself'),
    id: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.optional().describe('JSON Pointer to the id of the key, where an accepting answer tells it'),
})
    .superRefine((it, context) => {
    const accepted = [it.accepted].flat();
    const refusals = refusalsOf(it);
    const refused = refusals.map(({ status }) => status);
    for (const status of [...accepted, ...refused]) {
        if (PROVES_NOTHING.includes(status) || (status >= 300 && status < 400))
            context.addIssue({ code: 'custom', message: `status ${status} proves nothing about a key` });
    }
    if (accepted.includes(401))
        context.addIssue({ code: 'custom', message: 'status 401 cannot mean accepted' });
    const both = accepted.filter((status) => refused.includes(status));
    const isTold = refusals.every(({ status, body }) => !both.includes(status) || body);
    if (both.length > 0 && !(it.accepted_body && isTold))
        context.addIssue({
            code: 'custom',
            message: `status ${both.join(', ')} is accepted and refused: say accepted_body, and what the body of the refusal says`,
        });
    if (refusals.some(({ status, body }) => body === undefined && status < 300))
        context.addIssue({ code: 'custom', message: 'a status below 300 refuses only with a body' });
})
    .describe('A cheap read-only call that a key makes; anything but the declared answers proves nothing');
/** One status each. */
function refusalsOf(call) {
    return [call.refused].flat().flatMap((one) => {
        if (typeof one === 'number')
            return [{ status: one, body: call.refused_body }];
        return [one.status].flat().map((status) => ({ status, body: one.body ?? call.refused_body }));
    });
}
const change = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej(shared).describe('Placeholder: {id}. Any 2xx is success');
const login = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...shared,
    origin: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .origin */ .TG.optional().describe('Where the login is, when it is another host than origin'),
    header: zod__WEBPACK_IMPORTED_MODULE_3__/* .union */ .KCZ([_fields__WEBPACK_IMPORTED_MODULE_2__/* .header */ .wx, zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(_fields__WEBPACK_IMPORTED_MODULE_2__/* .header */ .wx).nonempty()])
        .optional()
        .describe('How the admin key is presented, where it is in a header'),
    token: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn.default('/access_token').describe('JSON Pointer to the token'),
    expires_in: _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn
        .default('/expires_in')
        .describe('JSON Pointer to its life in seconds; 5 minutes where the answer does not say it'),
})
    .describe('The admin key is exchanged for a token (OAuth client credentials), and admin_header presents the token as {value}. Placeholders in body, form and header: the parts of admin_key');
const revoke = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({
    ...shared,
    gone: _fields__WEBPACK_IMPORTED_MODULE_2__/* .statuses */ .bM.default([404, 410]).describe('Statuses that mean: there is no such key any more'),
})
    .describe('How a key is deleted for good. Placeholder: {id}');


/***/ }),

/***/ "src/adapters/vendors/http/capabilities":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ capabilitiesOf),
/* harmony export */   T: () => (/* binding */ partKinds)
/* harmony export */ });
/* harmony import */ var _kits_adapter_settings__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/kits/adapter/settings");
/* harmony import */ var _checkDescription__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/adapters/vendors/http/checkDescription");


/** What a description promises; nothing is promised that no call stands behind. */
function capabilitiesOf(settings) {
    const { limits, list } = settings;
    return {
        mode: limits.mode,
        ...(limits.max_live !== undefined && { maxLive: limits.max_live }),
        labels: list.label !== undefined && sendsLabel(settings),
        dedicated: limits.dedicated,
        disable: settings.disable !== undefined,
        lastUsed: list.last_used !== undefined,
        identify: [settings.whoami, settings.id_in_value, settings.id_part].some((way) => way !== undefined),
        ...(settings.id_in_value !== undefined && { idInValue: true }),
        ...(settings.id_part !== undefined && { idPart: settings.id_part }),
        created: list.created !== undefined,
        propagation: (0,_kits_adapter_settings__WEBPACK_IMPORTED_MODULE_0__/* .millisOf */ .eV)(limits.propagation),
        listLag: (0,_kits_adapter_settings__WEBPACK_IMPORTED_MODULE_0__/* .millisOf */ .eV)(limits.list_lag),
        revocationLag: (0,_kits_adapter_settings__WEBPACK_IMPORTED_MODULE_0__/* .millisOf */ .eV)(limits.revocation_lag),
        lastUsedLag: (0,_kits_adapter_settings__WEBPACK_IMPORTED_MODULE_0__/* .millisOf */ .eV)(limits.last_used_lag),
        nullMeansNever: limits.null_means_never,
        byPerson: settings.by_person,
    };
}
/** What `create` answers; a part that is listed as the id is public. */
function partKinds({ create, id_part: id }) {
    if (!create)
        return undefined;
    const names = typeof create.value === 'string' ? ['value'] : Object.keys(create.value);
    return Object.fromEntries(names.map((name) => [name, name === id ? 'public' : 'secret']));
}
function sendsLabel({ create }) {
    if (!create)
        return false;
    const sent = [create.request, ...Object.values(create.form ?? {}), ...(0,_checkDescription__WEBPACK_IMPORTED_MODULE_1__/* .textsIn */ .Ej)(create.body ?? {})];
    return sent.some((text) => text.includes('{label}'));
}


/***/ }),

/***/ "src/adapters/vendors/http/checkDescription":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   bq: () => (/* binding */ checkDescription)
/* harmony export */ });
/* unused harmony export partNames */
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/adapters/vendors/http/fields");
/* harmony import */ var _header__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/adapters/vendors/http/header");


const PLACEHOLDER = /\{([a-z_]+)\}/g;
const PART = /\{([a-z][a-z0-9_]*)\}/g;
const ID_ONLY = ['id'];
/** What a schema of single fields cannot see: pairs, placeholders and parts that do not fit together. */
function checkDescription(it) {
    return [...pairs(it), ...parts(it), ...placeholders(it), ...secretPlaceholders(it)];
}
function* pairs(it) {
    for (const call of ['create', 'revoke', 'disable']) {
        if (it.by_person.includes(call) && it[call])
            yield { path: ['by_person'], message: `${call} is described, so no person has to do it` };
    }
    for (const call of ['create', 'revoke']) {
        if (!it[call] && !it.by_person.includes(call))
            yield { path: [call], message: `describe it, or say by_person: [${call}]` };
    }
    if (!it.disable !== !it.enable)
        yield {
            path: ['disable'],
            message: 'disable and enable come together: what cannot be undone is no disable',
        };
}
function* parts(it) {
    const admin = typeof it.admin_key === 'string' ? ['value'] : Object.keys(it.admin_key);
    if (it.admin_sign)
        yield* signing(it, admin);
    else
        yield* unknownParts('admin_header', it.admin_header, it.login ? ['value'] : admin);
    if (it.login?.header !== undefined)
        yield* unknownParts('login', it.login.header, admin);
    if (!it.create)
        return;
    const made = partNames(it.create);
    yield* unknownParts('key_header', it.key_header, made);
    if (it.id_part !== undefined && !made.includes(it.id_part))
        yield { path: ['id_part'], message: `create makes no part ${it.id_part}` };
    if (it.id_part === made[0] && made.length === 1)
        yield { path: ['id_part'], message: 'the only part of a credential is its secret, and no id' };
    if (it.id_in_value && !made.includes(it.id_in_value.part))
        yield { path: ['id_in_value', 'part'], message: `create makes no part ${it.id_in_value.part}` };
}
function* signing(it, admin) {
    if (it.login)
        yield { path: ['admin_sign'], message: 'there is a login as well: choose one' };
    if ([...admin].sort().join() !== 'access_key_id,secret_access_key')
        yield { path: ['admin_sign'], message: 'admin_key must be a map of access_key_id and secret_access_key' };
}
function* unknownParts(path, header, known) {
    for (const name of (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(header).flatMap(_header__WEBPACK_IMPORTED_MODULE_1__/* .partsOfHeader */ .J)) {
        if (!known.includes(name))
            yield { path: [path], message: `{${name}} is not a part; there is ${known.join(', ')}` };
    }
}
const partNames = (create) => typeof create.value === 'string' ? ['value'] : Object.keys(create.value);
function* placeholders(it) {
    const creating = ['label', 'scopes', 'like', ...(it.create?.lifetime ? ['expires', 'expires_date'] : [])];
    const calls = [
        ['create', it.create, creating],
        ['list', it.list, []],
        ['disable', it.disable, ID_ONLY],
        ['enable', it.enable, ID_ONLY],
        ['revoke', it.revoke, ID_ONLY],
    ];
    for (const [name, call, known] of calls) {
        if (call)
            yield* unknownPlaceholders(name, call, known);
    }
}
/** A credential stands in headers, bodies and forms, and never in an address, which is logged. */
function* secretPlaceholders(it) {
    const admin = typeof it.admin_key === 'string' ? ['value'] : Object.keys(it.admin_key);
    const made = it.create ? partNames(it.create) : ['value'];
    const calls = [
        ['login', it.login, admin],
        ['whoami', it.whoami, made],
        ['verify', it.verify, made],
    ];
    for (const [name, call, known] of calls) {
        if (call)
            yield* unknownPlaceholders(name, call, known, [], PART);
    }
}
function* unknownPlaceholders(name, call, known, inRequest = known.filter((word) => word !== 'scopes'), placeholder = PLACEHOLDER) {
    if (call.body && call.form)
        yield { path: [name], message: 'has a body and a form: choose one' };
    const single = known.filter((word) => word !== 'scopes');
    const texts = [
        ['request', call.request, inRequest],
        ...Object.values(call.form ?? {}).map((text) => [
            'form',
            text,
            single,
        ]),
        ...textsIn(call.body ?? {}).map((text) => [
            'body',
            text,
            text === '{scopes}' ? known : single,
        ]),
    ];
    for (const [field, text, allowed] of texts) {
        for (const [, word = ''] of text.matchAll(placeholder)) {
            if (!allowed.includes(word))
                yield { path: [name, field], message: unknownWord(word, known) };
        }
    }
}
function unknownWord(word, known) {
    if (word === 'scopes' && known.includes(word))
        return '{scopes} is a list: it stands alone as a value of a JSON body';
    return `{${word}} is unknown here; ${known.length > 0 ? `there is ${known.map((it) => `{${it}}`).join(', ')}` : 'there are no placeholders'}`;
}
function textsIn(json) {
    if (typeof json === 'string')
        return [json];
    if (json === null || typeof json !== 'object')
        return [];
    return Object.values(json).flatMap(textsIn);
}


/***/ }),

/***/ "src/adapters/vendors/http/fields":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ request),
/* harmony export */   No: () => (/* binding */ answerStatus),
/* harmony export */   bM: () => (/* binding */ statuses),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   wx: () => (/* binding */ header)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("zod/v4/classic/schemas");

/** The small words that descriptions are made of, beside those of every adapter. */
const request = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^(GET|HEAD|POST|PUT|PATCH|DELETE) \/(?!\/)[^\s#]*$/, 'must be like "POST /admin/keys"')
    .describe('Method and path under the origin; each {placeholder} becomes one encoded path segment');
const header = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(/^[A-Za-z0-9_-]+(: [\x20-\x7e]+)?$/, 'must be like "x-api-key", "x-api-key: {value}" or "Authorization: Basic {user}:{password}"')
    .describe('A header with {parts} of the credential in it. A name alone carries {value}. What follows "Basic " is sent as base64');
const answerStatus = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().int().min(200).max(499);
const statuses = zod__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KCZ([answerStatus, zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(answerStatus).nonempty()])
    .describe('One HTTP status, or several');
/** Not the schema's transform, so that settings stay what the reader wrote. */
const listOf = (one) => (Array.isArray(one) ? one : [one]);


/***/ }),

/***/ "src/adapters/vendors/http/header":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ partsOfHeader),
/* harmony export */   w: () => (/* binding */ fillHeaders)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_secret__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/secret");
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/adapters/vendors/http/fields");



const PART = /\{([a-z][a-z0-9_]*)\}/;
const BASIC = 'Basic ';
/** The parts that a header template such as `Authorization: Basic {user}:{password}` names. */
function partsOfHeader(template) {
    return piecesOf(split(template).value).filter((_piece, index) => index % 2 === 1);
}
/** Header templates with the parts put in; only the HTTP port joins them. */
function fillHeaders(templates, parts) {
    return Object.fromEntries((0,_fields__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(templates).map((template) => {
        const { name, value } = split(template);
        if (!value.startsWith(BASIC))
            return [name, new _domain_secret__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o(fill(value, parts))];
        const encoded = new _domain_secret__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o(fill(value.slice(BASIC.length), parts), 'base64');
        return [name, new _domain_secret__WEBPACK_IMPORTED_MODULE_1__/* .SecretText */ .o([BASIC, encoded])];
    }));
}
function split(template) {
    const [name = '', ...rest] = template.split(': ');
    return { name: name.toLowerCase(), value: rest.length > 0 ? rest.join(': ') : '{value}' };
}
/** Text and part names in turn: `a{b}c` is a, b, c. */
const piecesOf = (value) => value.split(PART);
function fill(value, parts) {
    return piecesOf(value)
        .map((piece, index) => (index % 2 === 0 ? piece : sendable(piece, parts)))
        .filter((piece) => piece !== '');
}
function sendable(name, parts) {
    const part = parts[name];
    if (!part || part.isEmpty)
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4008', `The credential has no part ${name}.`);
    if (!part.fitsInHeader)
        throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK4008', `The part ${name} of the credential does not fit into a header: ${part.headerFault ?? ''}.`);
    return part;
}


/***/ }),

/***/ "src/adapters/vendors/http/settings":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ settings_settings)
});

// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/checkDescription.js
var checkDescription = __webpack_require__("src/adapters/vendors/http/checkDescription");
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var settings = __webpack_require__("src/kits/adapter/settings");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/calls.js
var calls = __webpack_require__("src/adapters/vendors/http/calls");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/fields.js
var fields = __webpack_require__("src/adapters/vendors/http/fields");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/description.js




const adminKey = schemas/* union */.KCZ([settings/* reference */.ir, schemas/* record */.g1P(schemas/* string */.YjP(), settings/* reference */.ir)])
    .describe('The credential that makes and deletes keys: store:path#field, or a map from part to store:path#field');
const awsSign = schemas/* strictObject */.rej({
    aws: schemas/* strictObject */.rej({
        service: schemas/* string */.YjP().min(1).describe('The signing name, such as apigateway'),
        region: schemas/* string */.YjP().min(1).describe('Such as eu-west-1'),
    }),
})
    .describe('Calls with the admin key are signed (AWS Signature Version 4) by its parts access_key_id and secret_access_key, instead of admin_header');
const limits = schemas/* strictObject */.rej({
    mode: schemas/* enum */.k5n(['overlap', 'replace'])
        .default('overlap')
        .describe('overlap: old and new live together. replace: making a key ends the old one'),
    max_live: schemas/* number */.aig().int().positive().optional().describe('How many keys the vendor allows at once'),
    propagation: settings/* duration */.p0.default('30s').describe('How long a new key may be refused'),
    list_lag: settings/* duration */.p0.default('5s').describe('How late the list may be'),
    revocation_lag: settings/* duration */.p0.default('30s').describe('How long a revoked key may still be accepted'),
    last_used_lag: settings/* duration */.p0.default('1h').describe('How late last_used may be'),
    null_means_never: schemas/* boolean */.zMY().default(false).describe('An empty last_used means: never used'),
    dedicated: schemas/* boolean */.zMY()
        .default(false)
        .describe('Every key in the list belongs to this one entry, because account or project is used for nothing else'),
})
    .prefault({})
    .describe('What the vendor promises; when in doubt, say longer');
const times = schemas/* strictObject */.rej({
    zone: schemas/* string */.YjP()
        .regex(/^([Uu][Tt][Cc]|[+-](0\d|1[0-4]):[0-5]\d)$/, 'must be utc, or an offset such as +01:00')
        .optional()
        .describe('What a time without a zone means, as the documentation says: utc, or an offset such as +01:00. Without it such a time is no answer'),
    never: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Words that stand for never in place of a time, such as Never Used or false'),
})
    .prefault({})
    .describe('How times are written. Read without it: ISO 8601 with a zone, and numbers since 1970 in seconds or parts of one, as text too. A date alone needs zone; as last_used it is the end of that day');
const idInValue = schemas/* strictObject */.rej({
    after: schemas/* string */.YjP().describe('What stands before the id, from the first character on'),
    before: schemas/* string */.YjP().min(1).describe('What stands after the id'),
    part: schemas/* string */.YjP().default('value').describe('The part of the credential'),
})
    .describe('The id is a piece of the value: SG.id.secret has it after "SG." and before "."');
/** What a description says: everything but where the vendor is and who we are. */
const description = {
    key_origin: settings/* origin */.TG
        .optional()
        .describe('Where applications use the key, when it is another host than origin'),
    admin_header: schemas/* union */.KCZ([fields/* header */.wx, schemas/* array */.YOg(fields/* header */.wx).nonempty()])
        .default('Authorization: Bearer {value}')
        .describe('How the admin key is presented'),
    login: calls/* login */.iD.optional(),
    admin_sign: awsSign.optional(),
    admin_id: schemas/* string */.YjP()
        .optional()
        .describe('The public id of the admin key, when it is one of the listed keys'),
    key_header: schemas/* union */.KCZ([fields/* header */.wx, schemas/* array */.YOg(fields/* header */.wx).nonempty()])
        .default('Authorization: Bearer {value}')
        .describe('How an application presents its key'),
    headers: settings/* headers */.b3.optional().describe('Fixed headers of every call'),
    create: calls/* create */.vt.optional(),
    list: calls/* list */.p_,
    whoami: calls/* whoami */.qY.optional(),
    id_in_value: idInValue.optional(),
    id_part: schemas/* string */.YjP()
        .optional()
        .describe('The part of the credential that is the id itself, as it is listed'),
    verify: calls/* verify */.MX,
    disable: calls/* change */.Zg.optional().describe('How a key is switched off so that it can be switched on again'),
    enable: calls/* change */.Zg.optional().describe('How it is switched on again'),
    revoke: calls/* revoke */.r8.optional(),
    by_person: schemas/* array */.YOg(schemas/* enum */.k5n(['create', 'disable', 'revoke']))
        .default([])
        .describe('Calls that the vendor does not offer and a person does by hand'),
    limits,
    times,
};
/** Field by field; what fits together is looked at in `settings`. */
const whole = schemas/* strictObject */.rej({
    origin: settings/* origin */.TG.describe('Scheme, host and port of the API that manages keys; the admin key goes nowhere else'),
    admin_key: adminKey,
    ...description,
});

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/settings.js


const settings_settings = whole.superRefine((it, context) => {
    for (const { path, message } of (0,checkDescription/* checkDescription */.bq)(it))
        context.addIssue({ code: 'custom', path: [...path], message });
});


/***/ }),

/***/ "src/adapters/vendors/http/vendor":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  P: () => (/* binding */ openVendor),
  T: () => (/* binding */ originsOf)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/adminKey.js


/** The admin key, read once a process; somebody may rotate it meanwhile, so it can be read again. */
class AdminKey {
    #references;
    #secret;
    #parts;
    #place;
    constructor(settings, ports) {
        const { admin_key: key } = settings;
        this.#place = `${ports.place}.admin_key`;
        this.#references = Object.entries(typeof key === 'string' ? { value: key } : key);
        this.#secret = (reference) => ports.secret(reference);
    }
    async parts() {
        this.#parts ??= this.#read();
        try {
            return await this.#parts;
        }
        catch (error) {
            this.#parts = undefined;
            throw error;
        }
    }
    /** Reads it again. @returns whether it is another one now */
    async changed() {
        const before = await this.parts();
        this.#parts = undefined;
        const after = await this.parts();
        return Object.entries(after).some(([name, part]) => before[name]?.equals(part) !== true);
    }
    /** The vendor refuses it: where it stands, in config and store. */
    async refusedBy(call) {
        try {
            return await call;
        }
        catch (thrown) {
            if (!(thrown instanceof errors/* RekeyError */.Z$) || thrown.code !== 'RK5001')
                throw thrown;
            const named = (0,tools_text/* sentenceList */.MT)(this.#references.map(([, reference]) => (0,tools_text/* codeSpan */.SS)(reference)));
            throw new errors/* RekeyError */.Z$('RK5001', thrown.message, {
                next: `Check the value at ${named}, its rights at the vendor, and how it is sent: ${this.#place} and admin_header.`,
            });
        }
    }
    async #read() {
        const read = this.#references.map(async ([part, ref]) => {
            const value = await this.#secret(ref);
            if (value.headerFault !== undefined)
                throw new errors/* RekeyError */.Z$('RK4008', `${this.#place}: the value at ${(0,tools_text/* codeSpan */.SS)(ref)} cannot be the admin key: ${value.headerFault}.`);
            return [part, value];
        });
        return Object.fromEntries(await Promise.all(read));
    }
}

// EXTERNAL MODULE: ./.build/src/domain/secret.js
var secret = __webpack_require__("src/domain/secret");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var tools_time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/adapter/session.js
var session = __webpack_require__("src/kits/adapter/session");
// EXTERNAL MODULE: ./.build/src/domain/tools/endpoint.js
var endpoint = __webpack_require__("src/domain/tools/endpoint");
// EXTERNAL MODULE: ./.build/src/domain/httpError.js
var httpError = __webpack_require__("src/domain/httpError");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fill.js
const ALONE = /^\{([a-z_]+)\}$/;
const INSIDE = /\{([a-z_]+)\}/g;
/**
 * A body with its placeholders filled. A text that is exactly `{scopes}` becomes the JSON list; a property or element that
 * is exactly a placeholder without a value is left out.
 */
function fillBody(template, fill) {
    if (typeof template === 'string')
        return fillText(template, fill);
    if (template === null || typeof template !== 'object')
        return template;
    if (isList(template))
        return template.filter((item) => hasValue(item, fill)).map((item) => fillBody(item, fill));
    const kept = Object.entries(template).filter(([, item]) => hasValue(item, fill));
    return Object.fromEntries(kept.map(([name, item]) => [name, fillBody(item, fill)]));
}
/** A form: what has no value is left out, as in a body. */
function fillForm(template, fill) {
    const kept = Object.entries(template).filter(([, item]) => hasValue(item, fill));
    return Object.fromEntries(kept.map(([name, item]) => [name, insert(item, fill)]));
}
/** The placeholders that have one text as their value, as addresses take them. */
function texts(fill) {
    return Object.fromEntries(Object.entries(fill).filter((entry) => typeof entry[1] === 'string'));
}
const isList = (json) => Array.isArray(json);
function hasValue(item, fill) {
    const name = typeof item === 'string' ? ALONE.exec(item)?.[1] : undefined;
    return name === undefined || !(name in fill) || fill[name] !== undefined;
}
function fillText(template, fill) {
    const alone = ALONE.exec(template)?.[1];
    return alone !== undefined && fill[alone] !== undefined ? fill[alone] : insert(template, fill);
}
/** Lists stand alone, so inside a text there are only texts. */
const insert = (template, fill) => template.replace(INSIDE, (all, name) => {
    const value = fill[name];
    return typeof value === 'string' ? value : all;
});

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/api.js




/** A request that changes nothing, whatever its method: the port may repeat it. */
const query = (request) => ({ safe: true, ...request });
function build(wire, call, fill, more = {}) {
    const [method = 'GET', path = '/'] = call.request.split(' ');
    return {
        method: method,
        url: (0,endpoint/* endpoint */.s)(wire.origin, path, texts(fill), more),
        headers: { accept: 'application/json', ...wire.headers, ...call.headers },
        ...(wire.sign && { sign: wire.sign }),
        ...(call.body && { json: fillBody(call.body, fill) }),
        ...(call.form && { form: fillForm(call.form, fill) }),
    };
}
/** Sends it; a failure of the network speaks of the vendor from here on. */
async function send(http, request, what) {
    try {
        return await http.send(request);
    }
    catch (error) {
        throw (0,adapter_answer/* inOwnWords */.Zb)(error, OF_VENDOR, ({ message }) => `${what}: ${message}`);
    }
}
const OF_VENDOR = {
    RK9001: 'RK5006',
    RK9002: 'RK5007',
    RK9007: 'RK5008',
    RK9010: 'RK5006',
};
/** An answer that is no success. `gone` is what 404 means: no such key, or a description that names the wrong path. */
function vendorError(answer, what, write, gone = 'RK5005') {
    return (0,httpError/* httpError */.p)(answer, {
        what,
        write,
        denied: 'RK5001',
        gone,
        throttled: 'RK5008',
        transient: 'RK5006',
        unknown: 'RK5007',
        broken: 'RK5005',
    });
}

// EXTERNAL MODULE: ./.build/src/domain/tools/publicId.js
var publicId = __webpack_require__("src/domain/tools/publicId");
// EXTERNAL MODULE: ./.build/src/kits/adapter/match.js
var match = __webpack_require__("src/kits/adapter/match");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/fields.js
var fields = __webpack_require__("src/adapters/vendors/http/fields");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/answer.js





/** Reads from an answer what a description points at. Nothing of a body ever goes into an error. */
function parsed(answer, what) {
    try {
        return answer.json();
    }
    catch {
        throw new errors/* RekeyError */.Z$('RK5005', `${what}: the answer is not JSON (status ${answer.status}).`);
    }
}
/** An id: a text or a whole number, fit for an address, a log and a journal. */
function readId(body, pointer, what) {
    const found = (0,adapter_answer.at)(body, pointer);
    const id = typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : found;
    if (typeof id !== 'string' || id === '')
        throw new errors/* RekeyError */.Z$('RK5005', `${what}: there is no id at ${pointer}.`);
    if (!(0,publicId/* isIdLike */.V)(id))
        throw new errors/* RekeyError */.Z$('RK5005', `${what}: what is at ${pointer} cannot be an id.`);
    return id;
}
/** The id of a credential, which is public: a pointer that leads to the secret instead is a mistake in the description. */
function readOwnId(body, pointer, credential, what) {
    const id = readId(body, pointer, what);
    const isSecret = Object.entries(credential.parts).some(([name, part]) => name !== credential.idPart && (part.isText(id) || part.isWithin(id)));
    if (isSecret)
        throw new errors/* RekeyError */.Z$('RK5005', `${what}: what is at ${pointer} is, or holds, the secret and is no id.`);
    return id;
}
/** What the vendor says in words is compared in any letter case. */
const says = (answer, condition) => condition === undefined || (0,match/* matches */.cK)(answer, condition, 'any');
const isOneOf = (status, statuses) => (0,fields/* listOf */.c3)(statuses).includes(status);
/** A page for people, from a proxy, a firewall or a login; never an API's answer. */
const isWebPage = (answer) => (answer.headers['content-type'] ?? '').toLowerCase().startsWith('text/html');

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/fillSecret.js


const PART = /\{([a-z][a-z0-9_]*)\}/;
/** Body or form of a call that carries a credential, such as `client_secret: "{client_secret}"`; only the HTTP port joins it. */
function secretContent(call, parts) {
    const form = Object.entries(call.form ?? {}).map(([name, text]) => [name, filled(text, parts)]);
    return {
        ...(call.form && { form: Object.fromEntries(form) }),
        ...(call.body && { json: inJson(call.body, parts) }),
    };
}
function inJson(json, parts) {
    if (typeof json === 'string')
        return filled(json, parts);
    if (Array.isArray(json))
        return json.map((item) => inJson(item, parts));
    if (json === null || typeof json !== 'object')
        return json;
    return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, inJson(item, parts)]));
}
/** Text and part names in turn: `a{b}c` is a, b, c. */
function filled(text, parts) {
    const pieces = text.split(PART);
    if (pieces.length === 1)
        return text;
    return new secret/* SecretText */.o(pieces.map((piece, index) => (index % 2 === 0 ? piece : part(piece, parts))));
}
function part(name, parts) {
    const value = parts[name];
    if (!value || value.isEmpty)
        throw new errors/* RekeyError */.Z$('RK4008', `The credential has no part ${name}.`);
    return value;
}

// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/header.js
var http_header = __webpack_require__("src/adapters/vendors/http/header");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/tokenLogin.js









/** RFC 6749 recommends that the answer says it. */
const UNSAID = 5 * tools_time/* MINUTE */.pY;
/** The admin key exchanged for a bearer token, kept in memory until shortly before its end; one exchange for all who ask at once. */
class TokenLogin {
    #login;
    #settings;
    #ports;
    #parts;
    #kept;
    #opening;
    constructor(login, settings, ports, parts) {
        this.#login = login;
        this.#settings = settings;
        this.#ports = ports;
        this.#parts = parts;
    }
    /** As the part `value`, for `admin_header`. */
    async parts() {
        if (this.#kept && this.#ports.clock.now() < this.#kept.stale)
            return { value: this.#kept.token };
        this.#opening ??= this.#open().finally(() => {
            this.#opening = undefined;
        });
        this.#kept = await this.#opening;
        return { value: this.#kept.token };
    }
    /** The vendor refused the token: the next who asks logs in again. */
    forget() {
        this.#kept = undefined;
    }
    async #open() {
        const { origin, headers } = this.#settings;
        const login = this.#login;
        const what = `${new URL(login.origin ?? origin).host}, log in`;
        const parts = await this.#parts();
        const shown = login.header === undefined ? {} : (0,http_header/* fillHeaders */.w)(login.header, parts);
        const { request, headers: own } = login;
        const call = build({ origin: login.origin ?? origin, headers: { ...headers, ...shown } }, { request, headers: own }, {});
        // A second token does no harm, so the exchange may be repeated.
        const asked = query({ ...call, ...secretContent(login, parts) });
        const began = this.#ports.clock.now();
        const answer = await send(this.#ports.http, asked, what);
        if (!(0,adapter_answer/* isSuccess */.oJ)(answer))
            throw refused(answer, what);
        if (isWebPage(answer))
            throw new errors/* RekeyError */.Z$('RK5005', `${what}: a web page answered.`);
        return kept(parsed(answer, what), login, { began, origin, what });
    }
}
/** OAuth says `invalid_client` with 400 or 401 (RFC 6749, section 5.2). */
function refused(answer, what) {
    const error = vendorError(answer, what, false);
    return answer.status === 400 ? new errors/* RekeyError */.Z$('RK5001', error.message) : error;
}
function kept(body, login, { began, origin, what }) {
    const text = (0,adapter_answer.at)(body, login.token);
    if (typeof text !== 'string' || text === '')
        throw new errors/* RekeyError */.Z$('RK5005', `${what}: there is no token at ${login.token}.`);
    const token = secret/* SecretValue */.i.of(text, [origin]);
    if (!token.fitsInHeader)
        throw new errors/* RekeyError */.Z$('RK4008', `${what}: the token cannot be sent: ${token.headerFault ?? ''}.`);
    const seconds = Number((0,adapter_answer.at)(body, login.expires_in) ?? NaN);
    const life = Number.isFinite(seconds) && seconds > 0 ? seconds * tools_time/* SECOND */.Z2 : UNSAID;
    return { token, stale: (0,session/* staleAt */.NF)(began, began + life) };
}

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/admin.js





/** Calls with the admin key. A read that is refused is sent once more when somebody rotated the admin key meanwhile. */
class Admin {
    key;
    #login;
    #settings;
    #ports;
    constructor(settings, ports) {
        this.key = new AdminKey(settings, ports);
        this.#login = settings.login && new TokenLogin(settings.login, settings, ports, () => this.key.parts());
        this.#settings = settings;
        this.#ports = ports;
    }
    /** @param next added to the request, or the whole address of a next page */
    async read(call, what, next = {}) {
        const answer = await this.#ask(call, what, next);
        if (answer.status !== 401 || !(await this.#renewed()))
            return answer;
        return this.#ask(call, what, next);
    }
    /** Sent once. A refusal makes the next call read the admin key again. */
    async write(call, fill, what, permit) {
        const request = { ...build(await this.#wire(), call, fill), permit };
        const answer = await send(this.#ports.http, request, what);
        if (answer.status === 401)
            await this.#renewed();
        return answer;
    }
    async #ask(call, what, next) {
        const wire = await this.#wire();
        const request = next instanceof URL ? { ...build(wire, call, {}), url: next.href } : build(wire, call, {}, next);
        return send(this.#ports.http, query(request), what);
    }
    /** After a refusal. @returns whether another try makes sense */
    async #renewed() {
        this.#login?.forget();
        return (await this.key.changed()) || this.#login !== undefined;
    }
    async #wire() {
        const { origin, headers, admin_header: header, admin_sign: sign } = this.#settings;
        if (sign)
            return { origin, headers: headers ?? {}, sign: signedBy(await this.key.parts(), sign.aws) };
        return {
            origin,
            headers: { ...headers, ...(0,http_header/* fillHeaders */.w)(header, await (this.#login ?? this.key).parts()) },
        };
    }
}
/** The port signs; the secret key leaves this process in no request. */
function signedBy(parts, place) {
    const { access_key_id: accessKeyId, secret_access_key: secretAccessKey } = parts;
    if (!accessKeyId || !secretAccessKey)
        throw new errors/* RekeyError */.Z$('RK4008', 'The admin key lacks access_key_id or secret_access_key.');
    return { aws: { ...place, accessKeyId, secretAccessKey } };
}

// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 8 modules
var errorCodes = __webpack_require__("src/domain/errorCodes");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/calls.js
var calls = __webpack_require__("src/adapters/vendors/http/calls");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/asking.js








/** Calls with the key itself, as an application would make them. */
class Asking {
    #settings;
    #ports;
    constructor(settings, ports) {
        this.#settings = settings;
        this.#ports = ports;
    }
    /** Accepted or refused only by the declared answers; whatever else happens proves nothing. */
    async verify(parts, what) {
        const { verify } = this.#settings;
        const request = this.#request(verify, parts);
        try {
            const answer = await send(this.#ports.http, request, what);
            return verdict(answer, verify, (body, pointer) => this.#id(body, pointer, parts, what), what);
        }
        catch (error) {
            if (error instanceof errors/* RekeyError */.Z$ && error.traits.patience !== undefined)
                return { answer: 'unknown', why: `${errorCodes/* CODES */.L[error.code].title} (${error.code})` };
            throw error;
        }
    }
    /** The id of a value: a piece of it, the part that is listed as an id, or by asking with it. */
    async identify(parts, list, what) {
        const { id_in_value: inside, id_part: part, whoami } = this.#settings;
        const piece = inside && parts[inside.part]?.publicId(inside.after, inside.before);
        if (piece !== undefined)
            return piece;
        if (part !== undefined)
            return listedAs(parts[part], await list());
        if (!whoami)
            return undefined;
        const answer = await send(this.#ports.http, this.#request(whoami, parts), what);
        if ((0,adapter_answer/* isSuccess */.oJ)(answer) && !isWebPage(answer))
            return this.#id(parsed(answer, what), whoami.id, parts, what);
        const error = vendorError(answer, what, false);
        // A vendor that is busy or ill may know the id later; one that refuses the key will not tell.
        if (error.kind === 'throttled' || error.kind === 'transient')
            throw error;
        return undefined;
    }
    #id(body, pointer, parts, what) {
        return readOwnId(body, pointer, { parts, idPart: this.#settings.id_part }, what);
    }
    #request(call, parts) {
        const { origin, key_origin: keyOrigin, key_header: keyHeader, headers } = this.#settings;
        const wire = { origin: keyOrigin ?? origin, headers: { ...headers, ...(0,http_header/* fillHeaders */.w)(keyHeader, parts) } };
        const { request, headers: own } = call;
        return query({ ...build(wire, { request, headers: own }, {}), ...secretContent(call, parts) });
    }
}
function verdict(answer, call, idAt, what) {
    if (isWebPage(answer))
        return { answer: 'unknown', why: `a web page, status ${answer.status}` };
    if (isOneOf(answer.status, call.accepted) && says(answer, call.accepted_body)) {
        if (call.id === undefined)
            return { answer: 'accepted' };
        return { answer: 'accepted', id: idAt(parsed(answer, what), call.id) };
    }
    if ((0,calls/* refusalsOf */.he)(call).some(({ status, body }) => status === answer.status && says(answer, body)))
        return { answer: 'refused', status: answer.status };
    return { answer: 'unknown', why: `status ${answer.status} proves nothing` };
}
/** The vendor's own list says which part is public, so that a wrong description cannot take a secret for an id. */
function listedAs(part, listing) {
    return listing.credentials.find(({ id }) => part?.isText(id) === true)?.id;
}

// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/capabilities.js
var capabilities = __webpack_require__("src/adapters/vendors/http/capabilities");
// EXTERNAL MODULE: ./.build/src/domain/journal/shape.js
var shape = __webpack_require__("src/domain/journal/shape");
// EXTERNAL MODULE: ./node_modules/http-link-header/lib/link.js
var lib_link = __webpack_require__("http-link-header/lib/link");
var link_default = /*#__PURE__*/__webpack_require__.n(lib_link);
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/links.js

/** Headers of 16 KB are all that a transport takes; a list of links is never that long. */
const LONGEST = 8192;
/**
 * The address of the next page by the Link header (https://www.rfc-editor.org/rfc/rfc8288). end: it names none, or says by `results="false"`,
 * as Sentry does, that the next page is empty. lost: there is a header that nobody can read, so nobody can tell.
 */
function nextLink({ headers }) {
    const header = headers['link']?.trim() ?? '';
    if (header === '')
        return 'end';
    const links = links_parsed(header);
    // A parameter without a value swallows the one behind it.
    if (links === undefined || links.some(hasOddName))
        return 'lost';
    const next = links.find((link) => saying(link, 'rel') === 'next');
    if (next === undefined || isEmpty(next))
        return 'end';
    return { address: next.uri };
}
const saying = (link, name) => {
    const said = link[name];
    return typeof said === 'string' ? said.toLowerCase() : '';
};
function links_parsed(header) {
    if (header.length > LONGEST)
        return undefined;
    try {
        return link_default().parse(header).refs;
    }
    catch {
        return undefined;
    }
}
const hasOddName = (link) => Object.keys(link).some((name) => !/^[a-z0-9*_-]+$/i.test(name));
/** https://docs.sentry.io/api/pagination/ */
const isEmpty = (link) => saying(link, 'results') === 'false';

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/hints.js


/** Members that say that there is more, and those that lead there: of the answer itself, and of what holds them in many APIs. */
const MORE = [
    'has_more',
    'hasMore',
    'has_next',
    'hasNext',
    'has_next_page',
    'hasNextPage',
    'more',
    'truncated',
    'is_truncated',
];
const NEXT = [
    'next',
    'next_page',
    'nextPage',
    'next_page_token',
    'nextPageToken',
    'next_token',
    'nextToken',
    'next_cursor',
    'nextCursor',
    'next_url',
    'nextUrl',
    'next_href',
    'next_page_url',
    '@odata.nextLink',
];
const TOTAL = ['total', 'total_count', 'totalCount', 'total_results', 'totalResults'];
const PLACES = [
    'meta',
    'metadata',
    'pagination',
    'paging',
    'page_info',
    'pageInfo',
    'links',
    '_links',
    'response_metadata',
    'result_info',
];
/**
 * Where a description names no next page: does the answer speak of one all the same? Then the list is cut, because it is better to say
 * that once too often than to take a hidden key for a silent one. `next: none` says that it is one page.
 */
function hintsAtMore({ answer, body, items }) {
    if (nextLink(answer) !== 'end')
        return true;
    if (!(0,shape/* isObject */.Gv)(body))
        return false;
    return [body, ...PLACES.map((name) => body[name]).filter(shape/* isObject */.Gv)].some((place) => MORE.some((name) => place[name] === true) ||
        NEXT.some((name) => leadsOn(place[name])) ||
        TOTAL.some((name) => Number.isSafeInteger(place[name]) && place[name] > items));
}
/** A cursor, an address, a page number, or `{ href }`. */
function leadsOn(next) {
    if ((0,shape/* isObject */.Gv)(next))
        return typeof next['href'] === 'string' && next['href'] !== '';
    return (typeof next === 'string' && next !== '') || (typeof next === 'number' && next > 0);
}

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/paging.js




function firstPage(next) {
    if (next === undefined || next === 'none' || !('page' in next))
        return { at: {}, number: 1, before: 0 };
    return { at: { [next.page]: next.first }, number: next.first, before: 0 };
}
/** @param origin a next page anywhere else is refused, because the admin key would follow it */
function pageAfter(page, next, answered, origin, what) {
    if (next === undefined)
        return hintsAtMore(answered) ? 'lost' : 'end';
    if (next === 'none')
        return 'end';
    const where = 'cursor' in next
        ? byCursor(next, answered.body, what)
        : 'link' in next
            ? byLink(next.link, answered, origin, what)
            : byNumber(next, page, answered, what);
    if (where === 'end' || where === 'lost')
        return where;
    return { at: where, number: page.number + 1, before: page.before + answered.items };
}
function byCursor(next, body, what) {
    const more = next.more === undefined ? undefined : (0,adapter_answer.at)(body, next.more);
    if (next.more !== undefined && typeof more !== 'boolean')
        throw wrong(what, next.more, 'true or false');
    if (more === false)
        return 'end';
    const cursor = (0,adapter_answer.at)(body, next.cursor);
    if (cursor === undefined || cursor === null || cursor === '' || cursor === false)
        return more === true ? 'lost' : 'end';
    if (typeof cursor !== 'string' && typeof cursor !== 'number')
        throw wrong(what, next.cursor, 'a cursor');
    return { [next.query]: cursor };
}
function byNumber(next, page, answered, what) {
    const onward = { [next.page]: page.number + 1 };
    if (next.total === undefined)
        return answered.items === 0 ? 'end' : onward;
    const total = (0,adapter_answer.at)(answered.body, next.total);
    if (typeof total !== 'number')
        throw wrong(what, next.total, 'a number');
    if (page.before + answered.items >= total)
        return 'end';
    return answered.items === 0 ? 'lost' : onward;
}
function byLink(where, answered, origin, what) {
    const named = where === 'header' ? nextLink(answered.answer) : { address: (0,adapter_answer.at)(answered.body, where) };
    if (named === 'lost' || named === 'end')
        return named;
    const link = named.address;
    if (link === undefined || link === null || link === '')
        return 'end';
    if (typeof link !== 'string' || !URL.canParse(link, origin))
        throw wrong(what, where, 'an address');
    const url = new URL(link, origin);
    if (url.origin !== origin)
        throw new errors/* RekeyError */.Z$('RK9003', `${what}: the next page is at another origin.`);
    return url;
}
const wrong = (what, pointer, wanted) => new errors/* RekeyError */.Z$('RK5005', `${what}: what is at ${pointer} is not ${wanted}.`);

// EXTERNAL MODULE: ./.build/src/domain/tools/foreignTime.js
var foreignTime = __webpack_require__("src/domain/tools/foreignTime");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/times.js




/** In seconds, the year 1973; in milliseconds, in microseconds and in nanoseconds the same year begins each next row. */
const UNITS = [
    [1e8, 1000],
    [1e11, 1],
    [1e14, 1e-3],
    [1e17, 1e-6],
];
const BEYOND = 1e19;
/** What Go, .NET and databases write for no time: the year 1, 1601, 1970. */
const NEVER_BEFORE = Date.UTC(1971, 0, 1);
/** A time, null when the vendor says none, RK5005 when it is anything else: a misread date must not look like silence. */
function readTime(body, pointer, what, { zone, never }, edge = 'begin') {
    const found = (0,adapter_answer.at)(body, pointer);
    if (found === undefined || found === null || found === '')
        return null;
    if (!isScalar(found))
        throw noTime(what, pointer);
    const text = String(found).trim();
    if (never.some((word) => word.toLowerCase() === text.toLowerCase()))
        return null;
    if (typeof found === 'boolean')
        throw noTime(what, pointer);
    const time = /^-?\d+(\.\d{1,9})?$/.test(text) ? fromEpoch(Number(text)) : (0,foreignTime/* readTimeText */.V$)(text);
    if (time === undefined)
        throw noTime(what, pointer);
    if (time === null || time.at < NEVER_BEFORE)
        return null;
    return (0,tools_time/* instant */.uR)(time.is === 'time' ? time.at : inZone(time, zone, edge, () => noZone(what, pointer)));
}
const isScalar = (found) => ['string', 'number', 'boolean'].includes(typeof found);
/** Undefined: a number that is no time, such as 20261130. null: never. */
function fromEpoch(number) {
    if (number === 0 || number === -1 || number === GO_ZERO || number === GO_ZERO * 1000)
        return null;
    const unit = UNITS.findLast(([from]) => number >= from);
    return unit === undefined || number >= BEYOND
        ? undefined
        : { is: 'time', at: Math.floor(number * unit[1]) };
}
/** The year 1, in seconds. */
const GO_ZERO = -62_135_596_800;
function inZone({ at: inUtc, isDay }, zone, edge, unknown) {
    const offset = zone === undefined ? undefined : (0,foreignTime/* readOffset */.QM)(zone);
    if (offset === undefined)
        throw unknown();
    return inUtc - offset * tools_time/* MINUTE */.pY + (isDay && edge === 'end' ? tools_time/* DAY */.d_ - 1 : 0);
}
const noTime = (what, pointer) => new errors/* RekeyError */.Z$('RK5005', `${what}: what is at ${pointer} is no time.`, {
    next: 'Point at an ISO 8601 time or at seconds or milliseconds since 1970; a word for never goes into never: under times: of the vendor.',
});
const noZone = (what, pointer) => new errors/* RekeyError */.Z$('RK5005', `${what}: the time at ${pointer} has no zone.`, {
    next: 'See in the documentation of the vendor which zone is meant, and say it: times: { zone: utc } in the description of the vendor.',
});

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/listing.js








/** All keys, page by page. Complete only when the vendor itself says that there is no further page. */
async function listAll(admin, { list: call, origin, times }, what) {
    const found = new Map();
    const listing = (complete) => ({ credentials: [...found.values()], complete });
    let page = firstPage(call.next);
    for (let pages = 0; pages < call.max_pages; pages += 1) {
        const answer = await admin.read(call, what, page.at);
        if (!(0,adapter_answer/* isSuccess */.oJ)(answer))
            throw vendorError(answer, what, false);
        const body = parsed(answer, what);
        const items = itemsOf(body, call, what);
        const isNew = items.map((item) => add(found, item, { call, times }, what)).some(Boolean);
        const next = pageAfter(page, call.next, { answer, body, items: items.length }, origin, what);
        if (next === 'end')
            return listing(true);
        // A page that brings nothing new is an old one served again: what is missing cannot be told.
        if (next === 'lost' || (items.length > 0 && !isNew))
            return listing(false);
        page = next;
    }
    return listing(false);
}
function itemsOf(body, call, what) {
    const items = (0,adapter_answer.at)(body, call.items);
    if (Array.isArray(items))
        return items;
    if (items === null || (items === undefined && call.items_may_be_missing && (0,shape/* isObject */.Gv)(body)))
        return [];
    throw new errors/* RekeyError */.Z$('RK5005', `${what}: there is no list at ${call.items || 'the top of the answer'}.`);
}
/** @returns whether it is a page's progress: an item not seen before, or one that is skipped */
function add(found, item, reading, what) {
    const { call } = reading;
    if (call.skip && (0,match/* matchesBody */.GH)(item, call.skip, 'any'))
        return true;
    const one = listed(item, reading, what);
    if (found.has(one.id))
        return false;
    found.set(one.id, one);
    return true;
}
function listed(item, { call, times }, what) {
    const label = call.label === undefined ? undefined : (0,adapter_answer.at)(item, call.label);
    const created = call.created === undefined ? null : readTime(item, call.created, what, times);
    return {
        id: readId(item, call.id, what),
        ...(typeof label === 'string' && { label }),
        ...(created !== null && { created }),
        ...(call.last_used !== undefined && { lastUsed: readTime(item, call.last_used, what, times, 'end') }),
        ...(call.disabled && { disabled: (0,match/* matchesBody */.GH)(item, call.disabled, 'any') }),
    };
}

// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var settings = __webpack_require__("src/kits/adapter/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/members.js

const DEEPEST = 4;
const MOST = 12;
/**
 * Where an answer holds texts and numbers, as JSON Pointers that can be pasted into a description: `it has /data/id and /data/key`. Names
 * only, never a value; and a name that may be a value itself, because it holds more than letters, is only counted.
 */
function membersOf(body) {
    const found = [];
    let others = 0;
    const walk = (value, pointer, depth) => {
        if (typeof value === 'string' || typeof value === 'number')
            found.push(pointer);
        if (typeof value !== 'object' || value === null || depth > DEEPEST)
            return;
        for (const [name, member] of Object.entries(value)) {
            if (isPlain(name))
                walk(member, `${pointer}/${name}`, depth + 1);
            else
                others += 1;
        }
    };
    walk(body, '', 0);
    const named = found.filter((pointer) => pointer !== '');
    const shown = named.slice(0, MOST);
    const left = others + named.length - shown.length;
    if (left > 0)
        shown.push(left === 1 ? '1 other member' : `${left} other members`);
    return shown.length === 0 ? 'it has no members with a text' : `it has ${(0,tools_text/* sentenceList */.MT)(shown)}`;
}
/** A word as APIs name their members, or the place in a list. */
const isPlain = (name) => /^[A-Za-z][A-Za-z_-]{0,31}$|^\d{1,2}$/.test(name);

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/making.js









/** Creates one key: one request, never repeated. */
async function make(admin, call, wanted, world, what) {
    if (call.needs_scopes && wanted.scopes.length === 0) {
        const next = 'Write scopes: under the key; without them this vendor gives every right.';
        throw new errors/* RekeyError */.Z$('RK2005', `${what}: no scopes are given.`, { next });
    }
    const answer = await admin.write(call, fillFor(call, wanted, world.now), what, world.permit);
    if (call.full && isOneOf(answer.status, call.full.status) && says(answer, call.full.body))
        throw new errors/* RekeyError */.Z$('RK5002', `${what}: status ${answer.status}, which this vendor gives at its limit of keys.`);
    if (!(0,adapter_answer/* isSuccess */.oJ)(answer))
        throw vendorError(answer, what, true);
    // A page of a proxy is no word of the vendor, so nobody knows what was done; another create would be answered by the same page.
    if (isWebPage(answer))
        throw new errors/* RekeyError */.Z$('RK9005', `${what}: a web page answered, with status ${answer.status}.`);
    const body = parsed(answer, what);
    try {
        return made(body, call, world, what);
    }
    catch (thrown) {
        throw withMembers(thrown, answer, body);
    }
}
/** A key may have been made, and only the description is wrong: said with all that it takes to correct it. */
function withMembers(thrown, { status }, body) {
    if (!(thrown instanceof errors/* RekeyError */.Z$) || thrown.kind !== 'broken')
        return thrown;
    const message = `${thrown.message.replace(/\.$/, '')} (the answer has status ${status}; ${membersOf(body)}).`;
    return new errors/* RekeyError */.Z$(thrown.code, message, { next: making_NEXT });
}
const making_NEXT = 'Correct "create" in the description of the vendor: "id" and "value" point to where the answer has them.';
function fillFor(call, wanted, now) {
    const end = call.lifetime === undefined ? undefined : (0,tools_time/* instant */.uR)(now + (0,settings/* millisOf */.eV)(call.lifetime));
    return {
        label: wanted.label,
        scopes: wanted.scopes,
        like: wanted.like,
        ...(end !== undefined && { expires: end, expires_date: end.slice(0, 10) }),
    };
}
function made(body, call, world, what) {
    const pointers = typeof call.value === 'string' ? { value: call.value } : call.value;
    const parts = Object.fromEntries(Object.entries(pointers).map(([part, pointer]) => [
        part,
        readPart(body, part, pointer, world.origins, what),
    ]));
    const id = readOwnId(body, call.id, { parts, idPart: world.idPart }, what);
    const expires = call.expires === undefined ? null : readTime(body, call.expires, what, world.times);
    return { id, parts, ...(expires !== null && { expires }) };
}
function readPart(body, part, pointer, origins, what) {
    const text = (0,adapter_answer.at)(body, pointer);
    if (typeof text !== 'string' || text === '')
        throw new errors/* RekeyError */.Z$('RK5005', `${what}: there is no ${part} at ${pointer || 'the top'}.`);
    const value = secret/* SecretValue */.i.of(text, origins);
    if (!value.fitsInHeader)
        throw new errors/* RekeyError */.Z$('RK4008', `${what}: ${unfit(text)} in the ${part} at ${pointer || 'the top'}.`);
    return value;
}
/** Why no header can carry it. */
const unfit = (text) => /[\r\n]/.test(text) ? 'there is a line break' : 'there is a control character, or one beyond Latin-1,';

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/vendor.js









function originsOf(settings) {
    return [...new Set([...keyOrigins(settings), settings.login?.origin ?? settings.origin])];
}
/** Where keys go that applications use: never to the login, which takes the admin key only. */
function keyOrigins({ origin, key_origin: use = origin }) {
    return [...new Set([origin, use])];
}
/** A vendor as its description says. */
function openVendor(settings, ports) {
    const admin = new Admin(settings, ports);
    const asking = new Asking(settings, ports);
    const origins = keyOrigins(settings);
    const what = (doing) => `${new URL(settings.origin).host}, ${doing}`;
    const known = (call) => admin.key.refusedBy(call);
    const list = () => known(listAll(admin, settings, what('list keys')));
    const set = async (call, id, doing, permit) => {
        const answer = await admin.write(described(call, doing), { id }, what(`${doing} ${id}`), permit);
        refuseWebPage(answer, what(`${doing} ${id}`));
        if (!(0,adapter_answer/* isSuccess */.oJ)(answer))
            throw vendorError(answer, what(`${doing} ${id}`), true, 'RK5004');
    };
    return {
        capabilities: (0,capabilities/* capabilitiesOf */.S)(settings),
        origins,
        adminId: () => adminId(settings, admin),
        list,
        identify: (parts) => asking.identify(parts, list, what('ask who the key is')),
        create: async (wanted, permit) => known(make(admin, described(settings.create, 'create'), wanted, { now: ports.clock.now(), origins, idPart: settings.id_part, permit, times: settings.times }, what(`create ${wanted.label}`))),
        verify: (parts) => asking.verify(parts, what('verify')),
        revoke: (id, permit) => known(revoke(settings, admin, id, what(`revoke ${id}`), permit)),
        ...(settings.disable && {
            disable: (id, permit) => known(set(settings.disable, id, 'disable', permit)),
        }),
        ...(settings.enable && { enable: (id) => known(set(settings.enable, id, 'enable')) }),
    };
}
async function revoke(settings, admin, id, what, permit) {
    const call = described(settings.revoke, 'revoke');
    const answer = await admin.write(call, { id }, what, permit);
    refuseWebPage(answer, what);
    if ((0,adapter_answer/* isSuccess */.oJ)(answer))
        return 'revoked';
    if (isOneOf(answer.status, call.gone))
        return 'was gone';
    throw vendorError(answer, what, true, 'RK5004');
}
/** A page of a proxy is no word of the vendor, whatever its status: nobody knows what was done. */
function refuseWebPage(answer, what) {
    if (isWebPage(answer))
        throw new errors/* RekeyError */.Z$('RK5007', `${what}: a web page answered, with status ${answer.status}.`);
}
/** The admin key's own id, where it is one of the listed keys: it must never be revoked with itself. */
async function adminId(settings, admin) {
    const inside = settings.id_in_value;
    if (settings.admin_id !== undefined || !inside)
        return settings.admin_id;
    const parts = await admin.key.parts();
    return parts[inside.part]?.publicId(inside.after, inside.before);
}
function described(call, doing) {
    if (call)
        return call;
    throw new errors/* RekeyError */.Z$('RK2005', `The vendor has no call to ${doing}: a person does it.`);
}


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

/***/ "src/kits/adapter/match":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ matchesBody),
/* harmony export */   HU: () => (/* binding */ matchOf),
/* harmony export */   cK: () => (/* binding */ matches)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("zod/v4/classic/schemas");
/* harmony import */ var _answer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/kits/adapter/answer");
/* harmony import */ var _settings__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/kits/adapter/settings");



const CONTAINS = {
    exact: 'A text with this inside',
    any: 'A text with this inside, in any letter case',
};
/** The setting that says what a body must hold. */
const matchOf = (letterCase) => zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    pointer: _settings__WEBPACK_IMPORTED_MODULE_1__/* .pointer */ .Wn
        .optional()
        .describe('JSON Pointer into the answer; left out: the whole body as text, with contains'),
    equals: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(), zod__WEBPACK_IMPORTED_MODULE_2__/* ["null"] */ .chJ()]).optional().describe('Exactly this'),
    contains: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).optional().describe(CONTAINS[letterCase]),
})
    .refine((it) => (it.equals === undefined) !== (it.contains === undefined), 'needs equals or contains, one of them')
    .refine((it) => it.pointer !== undefined || it.contains !== undefined, 'equals needs a pointer')
    .describe('A condition on the body of an answer');
/** An answer that is not JSON holds nothing at any pointer. */
function matches(answer, condition, letterCase) {
    if (condition.pointer === undefined)
        return contains(answer.text, condition.contains, letterCase);
    const body = (0,_answer__WEBPACK_IMPORTED_MODULE_0__/* .jsonOf */ .o_)(answer);
    return body !== undefined && matchesBody(body, condition, letterCase);
}
function matchesBody(body, condition, letterCase) {
    const found = (0,_answer__WEBPACK_IMPORTED_MODULE_0__.at)(body, condition.pointer ?? '');
    if (condition.equals !== undefined)
        return found === condition.equals;
    return contains(found, condition.contains, letterCase);
}
function contains(text, wanted, letterCase) {
    if (typeof text !== 'string' || wanted === undefined)
        return false;
    return letterCase === 'exact' ? text.includes(wanted) : text.toLowerCase().includes(wanted.toLowerCase());
}


/***/ }),

/***/ "src/kits/adapter/session":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NF: () => (/* binding */ staleAt),
/* harmony export */   Wb: () => (/* binding */ LEAST_LEFT),
/* harmony export */   as: () => (/* binding */ keepSession)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");


const LEAST_LEFT = 5 * _domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .MINUTE */ .pY;
/** When a session should no longer be used. A short life is used to its half, else each call would log in again. */
function staleAt(now, end) {
    return end - Math.min(Math.max(LEAST_LEFT, (end - now) / 5), (end - now) / 2);
}
/** A login that gives dead sessions again and again is none. */
const MOST_RENEWALS = 10;
/** Keeps one session while it has life enough, and logs in once for all who ask at the same time. @param server for messages: `Vault` */
function keepSession(logins, { clock, log }, server) {
    let last;
    let opening;
    let who = {};
    let renewals = 0;
    const ours = [];
    async function open() {
        const login = await logins.logIn();
        if (login.ours)
            ours.push(login.session);
        last = login;
        who = login.who;
        return login;
    }
    /** A session may be revoked, or its uses be spent, in the middle of a run. The values that the run holds in memory are worth a login. */
    async function forget(over) {
        const isKept = () => last?.session === over;
        if (!isKept() || renewals >= MOST_RENEWALS || !(await logins.hasEnded(over)) || !isKept())
            return;
        renewals += 1;
        last = undefined;
        log.warning(`The ${server} session has ended before its time: logging in again.`);
    }
    /** Never throws: a session that cannot be ended is said in the log and expires by itself. */
    async function revoke(session) {
        if ((0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_1__/* .millis */ .ne)(session.expires) <= clock.now())
            return;
        const problem = await logins.revoke(session).catch((thrown) => (0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).message);
        if (problem === undefined)
            return;
        log.warning(`The ${server} session was not revoked (${problem}); it ends at ${session.expires}.`);
    }
    return {
        async session(over) {
            if (over)
                await forget(over);
            if (last && clock.now() < last.stale)
                return last.session;
            opening ??= open().finally(() => {
                opening = undefined;
            });
            return (await opening).session;
        },
        subject: () => who,
        async end() {
            await opening?.catch(() => undefined);
            last = undefined;
            await Promise.all(ours.splice(0).map(revoke));
        },
    };
}


/***/ }),

/***/ "src/kits/adapter/settings":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ headerName),
/* harmony export */   TG: () => (/* binding */ origin),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   b3: () => (/* binding */ headers),
/* harmony export */   eV: () => (/* binding */ millisOf),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   ir: () => (/* binding */ reference),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var ms__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("ms/index");
/* harmony import */ var ms__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(ms__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("zod/v4/classic/schemas");
/* harmony import */ var _domain_tools_address__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/tools/address");



/** The small words that settings are made of. Each may be described again where it stands. */
const duration = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^\d+(ms|s|m|h|d)$/, 'must be a duration such as 30s, 10m or 24h')
    .describe('A duration such as 30s, 10m or 24h');
/** @param text as `duration` allows it: `10s` */
const millisOf = (text) => ms__WEBPACK_IMPORTED_MODULE_0___default()(text);
const address = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().refine(_domain_tools_address__WEBPACK_IMPORTED_MODULE_2__/* .isAddress */ .PW, _domain_tools_address__WEBPACK_IMPORTED_MODULE_2__/* .ADDRESS_RULE */ .Ys);
/** Scheme, host and port as they are, so that what is compared with it is what was reviewed. */
const origin = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine(_domain_tools_address__WEBPACK_IMPORTED_MODULE_2__/* .isOrigin */ .fu, 'must be like https://api.example.com, without a path (plain http: for loopback only)');
const reference = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .refine(_domain_tools_address__WEBPACK_IMPORTED_MODULE_2__/* .isReference */ .A_, 'must be a reference such as vault:admin/gateway#token')
    .describe('Where the value is: store:path#field');
const pointer = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP()
    .regex(/^(\/[^#]*)?$/, 'must be a JSON Pointer such as /data/id; empty means the answer itself')
    .describe('JSON Pointer (RFC 6901) into the answer; empty: the answer itself');
const headerName = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[A-Za-z0-9_-]+$/, 'must be a header name');
/** Headers that are the same in every request. They stand in the config, so they are public. */
const headers = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(headerName, zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
    .describe('Fixed headers, such as the version of the API; never a secret');


/***/ }),

/***/ "http-link-header/lib/link":
/***/ ((module) => {



var COMPATIBLE_ENCODING_PATTERN = /^utf-?8|ascii|utf-?16-?le|ucs-?2|base-?64|latin-?1$/i
var WS_TRIM_PATTERN = /^[\s\uFEFF\xA0]+|[\s\uFEFF\xA0]+$/g
var WS_CHAR_PATTERN = /\s|\uFEFF|\xA0/
var WS_FOLD_PATTERN = /\r?\n[\x20\x09]+/g
var DELIMITER_PATTERN = /[;,"]/
var WS_DELIMITER_PATTERN = /[;,"]|\s/

/**
 * Token character pattern
 * @type {RegExp}
 * @see https://tools.ietf.org/html/rfc7230#section-3.2.6
 */
var TOKEN_PATTERN = /^[!#$%&'*+\-\.^_`|~\da-zA-Z]+$/

var STATE = {
  IDLE: 1 << 0,
  URI: 1 << 1,
  ATTR: 1 << 2,
}

function trim( value ) {
  return value.replace( WS_TRIM_PATTERN, '' )
}

function hasWhitespace( value ) {
  return WS_CHAR_PATTERN.test( value )
}

function skipWhitespace( value, offset ) {
  while( hasWhitespace( value[offset] ) ) {
    offset++
  }
  return offset
}

function needsQuotes( value ) {
  return WS_DELIMITER_PATTERN.test( value ) ||
    !TOKEN_PATTERN.test( value )
}

/**
 * Shallow compares two objects to check if their properties match.
 * @param {object} object1 First object to compare.
 * @param {object} object2 Second object to compare.
 * @returns {boolean} Do the objects have matching properties.
 */
function shallowCompareObjects( object1, object2 ) {
  return (
    Object.keys( object1 ).length === Object.keys( object2 ).length &&
    Object.keys( object1 ).every(
      ( key ) => key in object2 && object1[ key ] === object2[ key ]
    )
  );
}

class Link {

  /**
   * Link
   * @constructor
   * @param {String} [value]
   * @returns {Link}
   */
  constructor( value ) {

    /** @type {Array} URI references */
    this.refs = []

    if( value ) {
      this.parse( value )
    }

  }

  /**
   * Get refs with given relation type
   * @param {String} value
   * @returns {Array<Object>}
   */
  rel( value ) {

    var links = []
    var type = value.toLowerCase()

    for( var i = 0; i < this.refs.length; i++ ) {
      if( typeof this.refs[ i ].rel === 'string' && this.refs[ i ].rel.toLowerCase() === type ) {
        links.push( this.refs[ i ] )
      }
    }

    return links

  }

  /**
   * Get refs where given attribute has a given value
   * @param {String} attr
   * @param {String} value
   * @returns {Array<Object>}
   */
  get( attr, value ) {

    attr = attr.toLowerCase()
    value = value.toLowerCase()

    var links = []

    for( var i = 0; i < this.refs.length; i++ ) {
      if( typeof this.refs[ i ][ attr ] === 'string' && this.refs[ i ][ attr ].toLowerCase() === value ) {
        links.push( this.refs[ i ] )
      }
    }

    return links

  }

  /** Sets a reference. */
  set( link ) {
    this.refs.push( link )
    return this
  }

  /**
   * Sets a reference if a reference with similar properties isn’t already set.
   */
  setUnique( link ) {

    if( !this.refs.some(( ref ) => shallowCompareObjects( ref, link )) ) {
      this.refs.push( link )
    }

    return this

  }

  has( attr, value ) {

    attr = attr.toLowerCase()
    value = value.toLowerCase()

    for( var i = 0; i < this.refs.length; i++ ) {
      if( typeof this.refs[ i ][ attr ] === 'string' && this.refs[ i ][ attr ].toLowerCase() === value ) {
        return true
      }
    }

    return false

  }

  parse( value, offset ) {

    offset = offset || 0
    value = offset ? value.slice( offset ) : value

    // Trim & unfold folded lines
    value = trim( value ).replace( WS_FOLD_PATTERN, '' )

    var state = STATE.IDLE
    var length = value.length
    var offset = 0
    var ref = null

    while( offset < length ) {
      if( state === STATE.IDLE ) {
        if( hasWhitespace( value[offset] ) ) {
          offset++
          continue
        } else if( value[offset] === '<' ) {
          if( ref != null ) {
            ref.rel != null ?
              this.refs.push( ...Link.expandRelations( ref ) ) :
              this.refs.push( ref )
          }
          var end = value.indexOf( '>', offset )
          if( end === -1 ) throw new Error( 'Expected end of URI delimiter at offset ' + offset )
          ref = { uri: value.slice( offset + 1, end ) }
          // this.refs.push( ref )
          offset = end
          state = STATE.URI
        } else {
          throw new Error( 'Unexpected character "' + value[offset] + '" at offset ' + offset )
        }
        offset++
      } else if( state === STATE.URI ) {
        if( hasWhitespace( value[offset] ) ) {
          offset++
          continue
        } else if( value[offset] === ';' ) {
          state = STATE.ATTR
          offset++
        } else if( value[offset] === ',' ) {
          state = STATE.IDLE
          offset++
        } else {
          throw new Error( 'Unexpected character "' + value[offset] + '" at offset ' + offset )
        }
      } else if( state === STATE.ATTR ) {
        if( value[offset] ===';' || hasWhitespace( value[offset] ) ) {
          offset++
          continue
        }
        var end = value.indexOf( '=', offset )
        if( end === -1 ) end = value.indexOf( ';', offset )
        if( end === -1 ) end = value.length
        var attr = trim( value.slice( offset, end ) ).toLowerCase()
        var attrValue = ''
        offset = end + 1
        offset = skipWhitespace( value, offset )
        if( value[offset] === '"' ) {
          offset++
          while( offset < length ) {
            if( value[offset] === '"' ) {
              offset++; break
            }
            if( value[offset] === '\\' ) {
              offset++
            }
            attrValue += value[offset]
            offset++
          }
        } else {
          var end = offset + 1
          while( !DELIMITER_PATTERN.test( value[end] ) && end < length ) {
            end++
          }
          attrValue = value.slice( offset, end )
          offset = end
        }
        if( ref[ attr ] && Link.isSingleOccurenceAttr( attr ) ) {
          // Ignore multiples of attributes which may only appear once
        } else if( attr[ attr.length - 1 ] === '*' ) {
          ref[ attr ] = Link.parseExtendedValue( attrValue )
        } else {
          attrValue = attr === 'type' ?
            attrValue.toLowerCase() : attrValue
          if( ref[ attr ] != null ) {
            if( Array.isArray( ref[ attr ] ) ) {
              ref[ attr ].push( attrValue )
            } else {
              ref[ attr ] = [ ref[ attr ], attrValue ]
            }
          } else {
            ref[ attr ] = attrValue
          }
        }
        switch( value[offset] ) {
          case ',': state = STATE.IDLE; break
          case ';': state = STATE.ATTR; break
        }
        offset++
      } else {
        throw new Error( 'Unknown parser state "' + state + '"' )
      }
    }

    if( ref != null ) {
      ref.rel != null ?
        this.refs.push( ...Link.expandRelations( ref ) ) :
        this.refs.push( ref )
    }

    ref = null

    return this

  }

  toString() {

    var refs = []
    var link = ''
    var ref = null

    for( var i = 0; i < this.refs.length; i++ ) {
      ref = this.refs[i]
      link = Object.keys( this.refs[i] ).reduce( function( link, attr ) {
        if( attr === 'uri' ) return link
        return link + '; ' + Link.formatAttribute( attr, ref[ attr ] )
      }, '<' + ref.uri + '>' )
      refs.push( link )
    }

    return refs.join( ', ' )

  }

}

/**
 * Determines whether an encoding can be
 * natively handled with a `Buffer`
 * @param {String} value
 * @returns {Boolean}
 */
Link.isCompatibleEncoding = function( value ) {
  return COMPATIBLE_ENCODING_PATTERN.test( value )
}

Link.parse = function( value, offset ) {
  return new Link().parse( value, offset )
}

Link.isSingleOccurenceAttr = function( attr ) {
  return attr === 'rel' || attr === 'type' || attr === 'media' ||
    attr === 'title' || attr === 'title*'
}

Link.isTokenAttr = function( attr ) {
  return attr === 'rel' || attr === 'type' || attr === 'anchor'
}

Link.escapeQuotes = function( value ) {
  return value.replace( /"/g, '\\"' )
}

Link.expandRelations = function( ref ) {
  var rels = ref.rel.split( ' ' )
  return rels.map( function( rel ) {
    var value = Object.assign( {}, ref )
    value.rel = rel
    return value
  })
}

/**
 * Parses an extended value and attempts to decode it
 * @internal
 * @param {String} value
 * @return {Object}
 */
Link.parseExtendedValue = function( value ) {
  var parts = /([^']+)?(?:'([^']*)')?(.+)/.exec( value )
  return {
    language: parts[2].toLowerCase(),
    encoding: Link.isCompatibleEncoding( parts[1] ) ?
      null : parts[1].toLowerCase(),
    value: Link.isCompatibleEncoding( parts[1] ) ?
      decodeURIComponent( parts[3] ) : parts[3]
  }
}

/**
 * Format a given extended attribute and it's value
 * @param {String} attr
 * @param {Object} data
 * @return {String}
 */
Link.formatExtendedAttribute = function( attr, data ) {

  var encoding = ( data.encoding || 'utf-8' ).toUpperCase()
  var language = data.language || 'en'

  var encodedValue = ''

  if( typeof Buffer !== 'undefined' && Buffer.isBuffer( data.value ) && Link.isCompatibleEncoding( encoding ) ) {
    encodedValue = data.value.toString( encoding )
  } else if( typeof Buffer !== 'undefined' && Buffer.isBuffer( data.value ) ) {
    encodedValue = data.value.toString( 'hex' )
      .replace( /[0-9a-f]{2}/gi, '%$1' )
  } else {
    encodedValue = encodeURIComponent( data.value )
  }

  return attr + '=' + encoding + '\'' +
    language + '\'' + encodedValue

}

/**
 * Format a given attribute and it's value
 * @param {String} attr
 * @param {String|Object} value
 * @return {String}
 */
Link.formatAttribute = function( attr, value ) {

  if( Array.isArray( value ) ) {
    return value.map(( item ) => {
      return Link.formatAttribute( attr, item )
    }).join( '; ' )
  }

  if( attr[ attr.length - 1 ] === '*' || typeof value !== 'string' ) {
    return Link.formatExtendedAttribute( attr, value )
  }

  if( Link.isTokenAttr( attr ) ) {
    value = needsQuotes( value ) ?
      '"' + Link.escapeQuotes( value ) + '"' :
      Link.escapeQuotes( value )
  } else if( needsQuotes( value ) ) {
    value = encodeURIComponent( value )
    // We don't need to escape <SP> <,> <;> within quotes
    value = value
      .replace( /%20/g, ' ' )
      .replace( /%2C/g, ',' )
      .replace( /%3B/g, ';' )

    value = '"' + value + '"'
  }

  return attr + '=' + value

}

module.exports = Link


/***/ })

};
;
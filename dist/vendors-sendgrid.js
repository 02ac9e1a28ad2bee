"use strict";
exports.id = "vendors-sendgrid";
exports.ids = ["vendors-sendgrid"];
exports.modules = {

/***/ "src/adapters/vendors/sendgrid/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var domain_descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var settings = __webpack_require__("src/kits/adapter/settings");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/capabilities.js
var capabilities = __webpack_require__("src/adapters/vendors/http/capabilities");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/settings.js + 1 modules
var http_settings = __webpack_require__("src/adapters/vendors/http/settings");
// EXTERNAL MODULE: ./.build/src/adapters/vendors/http/vendor.js + 15 modules
var vendor = __webpack_require__("src/adapters/vendors/http/vendor");
;// CONCATENATED MODULE: ./.build/src/adapters/vendors/http/described.js






/** The placeholders that calls fill themselves. */
const TAKEN = ['id', 'label', 'scopes', 'like', 'expires', 'expires_date', 'value', 'admin_key', 'region'];
/**
 * A shipped vendor: a description for the HTTP vendor with origins that no config can change.
 * @throws when the description does not fit the schema; its test opens it
 */
function describedVendor(descriptor, regions, description, parameters = {}) {
    const taken = Object.keys(parameters).filter((name) => TAKEN.includes(name));
    if (taken.length > 0)
        throw new Error(`${descriptor.id}: ${taken.join(', ')} is a placeholder of a call`);
    const names = Object.keys(regions);
    const schema = schemas/* strictObject */.rej({
        admin_key: settings/* reference */.ir.describe('The key that makes and deletes keys: store:path#field'),
        region: schemas/* enum */.k5n(names).default(names[0]).describe('Where the account lives'),
        ...parameters,
    });
    const settingsIn = (chosen) => http_settings/* settings */.W.parse({
        ...filled(description, given(chosen, parameters)),
        ...regions[chosen.region],
        admin_key: chosen.admin_key,
    });
    const changes = Object.fromEntries(Object.keys(parameters).map((name) => [name, 'trust']));
    return (0,domain_descriptor/* defineAdapter */.D)({
        kind: 'vendors',
        descriptor: { ...descriptor, changes: { admin_key: 'trust', region: 'trust', ...changes } },
        settings: schema,
        origins: (chosen) => (0,vendor/* originsOf */.T)(settingsIn(chosen)),
        references: (chosen) => [chosen.admin_key],
        parts: (chosen) => (0,capabilities/* partKinds */.T)(settingsIn(chosen)),
        open: (chosen, ports) => (0,vendor/* openVendor */.P)(settingsIn(chosen), ports),
    });
}
const given = (chosen, parameters) => new Map(Object.entries(chosen).filter((entry) => entry[0] in parameters && typeof entry[1] === 'string'));
/** Other placeholders stay as they are. In a request line the value is one segment, whatever is in it. */
function filled(template, values, place = '') {
    if (typeof template === 'string')
        return template.replace(/\{([a-z_]+)\}/g, (all, name) => {
            const value = values.get(name);
            if (value === undefined)
                return all;
            return place === 'request' ? encodeURIComponent(value) : value;
        });
    if (Array.isArray(template))
        return template.map((item) => filled(item, values, place));
    if (typeof template !== 'object' || template === null)
        return template;
    return Object.fromEntries(Object.entries(template).map(([name, item]) => [name, filled(item, values, name)]));
}

;// CONCATENATED MODULE: ./.build/src/adapters/vendors/sendgrid/index.js

/** https://www.twilio.com/docs/sendgrid/api-reference/api-keys */
const adapter = describedVendor({
    id: 'sendgrid',
    title: 'Twilio SendGrid',
    summary: 'API keys of a SendGrid account or EU subuser.',
    homepage: 'https://www.twilio.com/docs/sendgrid/api-reference/api-keys',
    permissions: [
        { permission: 'api_keys.read', why: 'list keys' },
        { permission: 'api_keys.create', why: 'create' },
        { permission: 'api_keys.delete', why: 'revoke' },
    ],
    limits: [
        '100 keys an account.',
        'Creating is limited to about one key in one to three seconds.',
        'A key cannot be switched off and on again, and there is no time of last use.',
    ],
    risks: [
        'A key made without scopes has every right, so Rekey refuses to create without scopes.',
        'SendGrid answers 403 both at the limit of keys and without the right to create.',
    ],
    example: 'sendgrid: { use: sendgrid, admin_key: "vault:admin/sendgrid#token" }',
    tried: 'Against a fake made from the documentation only.',
}, {
    global: { origin: 'https://api.sendgrid.com' },
    eu: { origin: 'https://api.eu.sendgrid.com' },
}, {
    create: {
        request: 'POST /v3/api_keys',
        body: { name: '{label}', scopes: '{scopes}' },
        id: '/api_key_id',
        value: '/api_key',
        needs_scopes: true,
        full: { status: 403 },
    },
    list: { request: 'GET /v3/api_keys', items: '/result', id: '/api_key_id', label: '/name' },
    // The key is SG.id.secret, 69 characters in all.
    id_in_value: { after: 'SG.', before: '.' },
    // Answers with the scopes of the key that asks, whatever they are.
    verify: { request: 'GET /v3/scopes', accepted: 200, refused: 401 },
    revoke: { request: 'DELETE /v3/api_keys/{id}', gone: 404 },
    limits: { max_live: 100, propagation: '60s', revocation_lag: '60s' },
});


/***/ })

};
;
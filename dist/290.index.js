"use strict";
exports.id = 290;
exports.ids = [290];
exports.modules = {

/***/ 9290:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/address.js
var address = __webpack_require__(8255);
// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__(3882);
// EXTERNAL MODULE: ./.build/src/domain/httpError.js
var httpError = __webpack_require__(9897);
;// CONCATENATED MODULE: ./.build/src/adapters/notifiers/webhook/message.js
/** CloudEvents 1.0 in its JSON format: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md */
function cloudEvent(notice, repository) {
    const { id, occasion, key, rotation, at, lines, url } = notice;
    return {
        type: 'application/cloudevents+json',
        body: {
            specversion: '1.0',
            id,
            source: `/rekey/${repository}`,
            type: `rekey.${occasion}`,
            subject: key,
            time: at,
            datacontenttype: 'application/json',
            data: { occasion, key, rotation, lines, url },
        },
    };
}
/**
 * The body of incoming webhooks of chat systems. The three characters that could make a mention or a link are escaped:
 * https://docs.slack.dev/messaging/formatting-message-text
 */
function chatText({ lines, url }) {
    const text = [...lines, url].join('\n');
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return { type: 'application/json', body: { text: escaped } };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
;// CONCATENATED MODULE: ./.build/src/adapters/notifiers/webhook/settings.js


const settings = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP()
        .refine((text) => (0,address/* isReference */.A_)(text) || (0,address/* isAddress */.PW)(text), `${address/* ADDRESS_RULE */.Ys}, or store:path#field`)
        .describe('Where notices are sent: an https address, or store:path#field when the address is secret'),
    origin: schemas/* string */.YjP()
        .refine(address/* isOrigin */.fu, 'must be like https://hooks.example.com')
        .optional()
        .describe('Origin of the address, needed when it is secret: it is sent nowhere else'),
    secret: schemas/* string */.YjP()
        .refine(address/* isReference */.A_, 'must be a reference such as vault:ops/hooks#secret')
        .optional()
        .describe('A signing secret, store:path#field: notices are then signed as Standard Webhooks says'),
    format: schemas/* enum */.k5n(['cloudevents', 'text'])
        .default('cloudevents')
        .describe('cloudevents: a CloudEvents 1.0 event as JSON. text: {"text": …}, as chat systems take it'),
})
    .superRefine((it, context) => {
    if ((0,address/* isReference */.A_)(it.url) !== (it.origin !== undefined))
        context.addIssue({
            code: 'custom',
            path: ['origin'],
            message: 'must be there when url is store:path#field, and only then',
        });
});
const originOf = (it) => it.origin ?? new URL(it.url).origin;

;// CONCATENATED MODULE: ./.build/src/adapters/notifiers/webhook/index.js





const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'notifiers',
    descriptor: {
        id: 'webhook',
        title: 'Webhook',
        summary: 'Sends notices as CloudEvents, signed if you like, or as text for a chat.',
        homepage: 'https://cloudevents.io',
        permissions: [{ permission: 'read address and signing secret in the store', why: 'tell' }],
        limits: ['One try a notice: what fails is a warning in the evidence.'],
        risks: ['Whoever has the address of an unsigned hook can send notices that look like ours.'],
        example: `notify:
  - use: webhook
    url: vault:ops/hooks#on_call
    origin: https://hooks.example.com
    secret: vault:ops/hooks#signing_secret
`,
        tried: 'Against the fake in this folder only.',
    },
    settings: settings,
    origins: (it) => [originOf(it)],
    references: (it) => [it.url, it.secret ?? ''].filter(address/* isReference */.A_),
    open: (chosen, ports) => ({ tell: (notice) => tell(notice, chosen, ports) }),
});
async function tell(notice, chosen, ports) {
    const { url, secret, format } = chosen;
    const message = format === 'text' ? chatText(notice) : cloudEvent(notice, ports.run.repository);
    const answer = await ports.http.send({
        method: 'POST',
        url: (0,address/* isReference */.A_)(url) ? await ports.secret(url) : url,
        headers: { 'content-type': message.type },
        text: JSON.stringify(message.body),
        // Stable, so that a receiver knows a notice that comes twice.
        ...(secret !== undefined && { sign: { id: notice.id, secret: await ports.secret(secret) } }),
    });
    if (answer.status < 200 || answer.status > 299)
        throw (0,httpError/* httpError */.p)(answer, { what: `notice ${notice.occasion} for ${notice.key}`, write: true });
}


/***/ }),

/***/ 3882:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ defineAdapter)
/* harmony export */ });
/** Keeps the settings type inside, so that `open` and `settings` cannot drift apart. */
function defineAdapter(adapter) {
    return adapter;
}


/***/ })

};
;
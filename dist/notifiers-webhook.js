"use strict";
exports.id = "notifiers-webhook";
exports.ids = ["notifiers-webhook"];
exports.modules = {

/***/ "src/adapters/notifiers/webhook/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/tools/address.js
var address = __webpack_require__("src/domain/tools/address");
// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./.build/src/kits/adapter/hook.js
var hook = __webpack_require__("src/kits/adapter/hook");
// EXTERNAL MODULE: ./.build/src/domain/httpError.js
var httpError = __webpack_require__("src/domain/httpError");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
;// CONCATENATED MODULE: ./.build/src/adapters/notifiers/webhook/api.js



/**
 * Standard Webhooks, where there is a secret: https://www.standardwebhooks.com
 * @param id stable, so that a receiver knows a message that comes twice @param what for errors: `notice blocked for gateway-prod`
 */
async function send(message, id, what, { url, secret }, ports) {
    const answer = await ports.http.send({
        method: 'POST',
        url: (0,address/* isReference */.A_)(url) ? await ports.secret(url) : url,
        headers: { 'content-type': message.type },
        text: JSON.stringify(message.body),
        ...(secret !== undefined && { sign: { id, secret: await ports.secret(secret) } }),
    });
    if (!(0,adapter_answer/* isSuccess */.oJ)(answer))
        throw (0,httpError/* httpError */.p)(answer, { what, write: true });
}

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

;// CONCATENATED MODULE: ./.build/src/adapters/notifiers/webhook/notifier.js


const webhookNotifier = (settings, ports) => ({
    async tell(notice) {
        const message = settings.format === 'text' ? chatText(notice) : cloudEvent(notice, ports.run.repository);
        await send(message, notice.id, `notice ${notice.occasion} for ${notice.key}`, settings, ports);
    },
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var settings = __webpack_require__("src/kits/adapter/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/notifiers/webhook/settings.js



const settings_settings = schemas/* strictObject */.rej({
    url: (0,hook/* hookUrl */.db)('Where notices are sent'),
    origin: hook/* hookOrigin */.wT,
    secret: settings/* reference */.ir
        .optional()
        .describe('A signing secret, store:path#field: notices are then signed as Standard Webhooks says'),
    format: schemas/* enum */.k5n(['cloudevents', 'text'])
        .default('cloudevents')
        .describe('cloudevents: a CloudEvents 1.0 event as JSON. text: {"text": …}, as chat systems take it'),
})
    .superRefine(hook/* checkHook */.kX);

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
        changes: { url: 'trust', origin: 'trust', secret: 'trust', format: 'cosmetic' },
        example: `notify:
  - use: webhook
    url: vault:ops/hooks#on_call
    origin: https://hooks.example.com
    secret: vault:ops/hooks#signing_secret
`,
        tried: 'Against the fake in this folder only.',
    },
    settings: settings_settings,
    origins: (it) => [(0,hook/* originOfHook */.Dp)(it)],
    references: (it) => [it.url, it.secret ?? ''].filter(address/* isReference */.A_),
    open: webhookNotifier,
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

/***/ "src/kits/adapter/hook":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ originOfHook),
/* harmony export */   db: () => (/* binding */ hookUrl),
/* harmony export */   kX: () => (/* binding */ checkHook),
/* harmony export */   wT: () => (/* binding */ hookOrigin)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("zod/v4/classic/schemas");
/* harmony import */ var _domain_tools_address__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/address");


/** @param what that is sent there, as a sentence begins: `Where notices are sent` */
const hookUrl = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine((text) => (0,_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .isReference */ .A_)(text) || (0,_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .isAddress */ .PW)(text), `${_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .ADDRESS_RULE */ .Ys}, or store:path#field`)
    .describe(`${what}: an https address, or store:path#field when the address is secret`);
const hookOrigin = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .refine(_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .isOrigin */ .fu, 'must be like https://hooks.example.com')
    .optional()
    .describe('Origin of the address, needed when it is secret: it is sent nowhere else');
function checkHook(it, context) {
    if ((0,_domain_tools_address__WEBPACK_IMPORTED_MODULE_1__/* .isReference */ .A_)(it.url) !== (it.origin !== undefined))
        context.addIssue({
            code: 'custom',
            path: ['origin'],
            message: 'must be there when url is store:path#field, and only then',
        });
}
const originOfHook = (it) => it.origin ?? new URL(it.url).origin;


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


/***/ })

};
;
"use strict";
exports.id = "deployers-webhook";
exports.ids = ["deployers-webhook"];
exports.modules = {

/***/ "src/adapters/deployers/webhook/index":
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
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 8 modules
var errorCodes = __webpack_require__("src/domain/errorCodes");
// EXTERNAL MODULE: ./.build/src/domain/httpError.js
var httpError = __webpack_require__("src/domain/httpError");
;// CONCATENATED MODULE: ./.build/src/adapters/deployers/webhook/api.js





/** The wire: an order that starts a rollout, and a question after one. Both are signed, with the marker as their id. */
class WebhookApi {
    #settings;
    #ports;
    constructor(settings, ports) {
        this.#settings = settings;
        this.#ports = ports;
    }
    /** Standard Webhooks: https://www.standardwebhooks.com. The same marker twice is the same rollout. */
    async order(mark, permit) {
        const { url } = this.#settings;
        const what = `order ${mark.marker}`;
        const answer = await this.#send({
            method: 'POST',
            url: (0,address/* isReference */.A_)(url) ? await this.#hidden(url) : url,
            headers: { 'content-type': 'application/json' },
            text: JSON.stringify(mark),
            permit,
        }, mark.marker, what);
        if ((0,adapter_answer/* isSuccess */.oJ)(answer))
            return;
        throw problem(answer, what, true);
    }
    /** Undefined: the receiver knows no such rollout. */
    async ask(marker) {
        const what = `status of ${marker}`;
        const url = this.#settings.status.url.replaceAll('{marker}', encodeURIComponent(marker));
        const answer = await this.#send({ method: 'GET', url }, marker, what);
        if (answer.status === 404)
            return undefined;
        if ((0,adapter_answer/* isSuccess */.oJ)(answer))
            return answer.json();
        throw problem(answer, what, false);
    }
    /** An address that is a secret leads to its own origin only, not to that of the status. */
    async #hidden(reference) {
        const address = await this.#ports.secret(reference);
        return address.boundTo([...address.origins].filter((origin) => origin === (0,hook/* originOfHook */.Dp)(this.#settings)));
    }
    async #send(request, id, what) {
        const secret = await this.#ports.secret(this.#settings.secret);
        try {
            return await this.#ports.http.send({ ...request, sign: { id, secret } });
        }
        catch (error) {
            throw (0,adapter_answer/* inOwnWords */.Zb)(error, OF_DEPLOYER, ({ code }) => `${what}: ${errorCodes/* CODES */.L[code].title}.`);
        }
    }
}
const OF_DEPLOYER = { RK9001: 'RK6003', RK9002: 'RK6004' };
function problem(answer, what, write) {
    return (0,httpError/* httpError */.p)(answer, {
        what,
        write,
        denied: 'RK6001',
        gone: 'RK6006',
        transient: 'RK6003',
        unknown: 'RK6004',
        broken: 'RK6002',
    });
}

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/webhook/deployer.js



function webhookDeployer(settings, ports) {
    const api = new WebhookApi(settings, ports);
    return {
        async roll(mark, permit) {
            await api.order(mark, permit);
            return { id: mark.marker };
        },
        async find({ marker }) {
            return (await api.ask(marker)) === undefined ? undefined : { id: marker };
        },
        async status({ id }) {
            const answer = await api.ask(id);
            if (answer !== undefined)
                return stateOf(answer, settings.status);
            return { state: 'running', sentence: 'ordered', hint: 'the receiver does not know it yet (404)' };
        },
    };
}
function stateOf(answer, wanted) {
    const state = (0,adapter_answer.at)(answer, wanted.pointer);
    const isOne = (values) => [values].flat().some((value) => value === state);
    const sentence = typeof state === 'string' || typeof state === 'number' || typeof state === 'boolean'
        ? `the receiver says ${(0,tools_text/* codeSpan */.SS)(String(state), 40)}`
        : `the receiver says nothing at ${wanted.pointer}`;
    if (isOne(wanted.complete))
        return { state: 'complete', sentence };
    return { state: isOne(wanted.failed) ? 'failed' : 'running', sentence };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var settings = __webpack_require__("src/kits/adapter/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/deployers/webhook/settings.js



const value = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const values = schemas/* union */.KCZ([value, schemas/* array */.YOg(value).nonempty()]);
const settings_status = schemas/* strictObject */.rej({
    url: settings/* address */.hl
        .refine((text) => text.includes('{marker}'), 'must hold {marker}, by which a rollout is found')
        .describe('Address that tells how a rollout is; {marker} is put in. 404: no such rollout'),
    pointer: settings/* pointer */.Wn.default('/state').describe('JSON Pointer to the state in the answer'),
    complete: values.describe('The value, or several, that mean: no old instance is left'),
    failed: values.describe('The value, or several, that mean: it failed. Every other value means: still running'),
})
    .describe('How the end of a rollout is seen');
const settings_settings = schemas/* strictObject */.rej({
    url: (0,hook/* hookUrl */.db)('Where the order is sent'),
    origin: hook/* hookOrigin */.wT,
    secret: settings/* reference */.ir.describe('The signing secret: store:path#field'),
    status: settings_status,
})
    .superRefine(hook/* checkHook */.kX);

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/webhook/index.js





const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'deployers',
    descriptor: {
        id: 'webhook',
        title: 'Signed webhook',
        summary: 'Orders a rollout from your own deploy system by a signed request, and asks it how the rollout is.',
        homepage: 'https://www.standardwebhooks.com',
        permissions: [{ permission: 'read the signing secret in the store', why: 'roll, status' }],
        limits: ['The receiver must answer within 30 s and tell the state of a rollout by its marker.'],
        risks: ['"complete" is the word of the receiver: it must mean that no old instance is left.'],
        changes: { url: 'trust', origin: 'trust', secret: 'trust', status: 'trust' },
        example: `roll:
  use: webhook
  url: https://deploy.example.com/hooks/rekey
  secret: vault:ops/deploy#signing_secret
  status: { url: "https://deploy.example.com/rollouts/{marker}", complete: done, failed: [failed, cancelled] }
`,
        tried: 'Against the fake in this folder only.',
    },
    settings: settings_settings,
    origins: (it) => [...new Set([(0,hook/* originOfHook */.Dp)(it), new URL(it.status.url).origin])],
    references: (it) => ((0,address/* isReference */.A_)(it.url) ? [it.url, it.secret] : [it.secret]),
    open: webhookDeployer,
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
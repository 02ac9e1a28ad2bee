"use strict";
exports.id = "probes-http";
exports.ids = ["probes-http"];
exports.modules = {

/***/ "src/adapters/probes/http/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 8 modules
var errorCodes = __webpack_require__("src/domain/errorCodes");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var adapter_settings = __webpack_require__("src/kits/adapter/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/api.js

/** One request. Not repeated: the first fault is what we want to see, and a repeat would count as latency. */
const ask = (http, { method, url, headers, timeout }) => http.send({
    method,
    url,
    headers: { accept: '*/*', ...headers },
    timeout: (0,adapter_settings/* millisOf */.eV)(timeout),
    safe: false,
});

// EXTERNAL MODULE: ./.build/src/domain/tools/publicId.js
var publicId = __webpack_require__("src/domain/tools/publicId");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/adapter/match.js
var match = __webpack_require__("src/kits/adapter/match");
;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/judge.js




/** An answer against what a healthy one is. */
function judge(answer, latency, settings) {
    const numbers = { status: answer.status, latency_ms: latency };
    const seen = `${answer.status} in ${latency} ms`;
    // The server is there and does not want to answer: that says nothing about the workload.
    if (answer.status === 429)
        return { verdict: 'no data', numbers, sentence: `${seen}, too many requests` };
    const fault = faultOf(answer, latency, settings.expect);
    const keyId = keyIdOf(answer, settings.key_id);
    return {
        verdict: fault === undefined ? 'pass' : 'fail',
        numbers,
        sentence: fault === undefined ? seen : `${seen}, ${fault}`,
        ...(keyId !== undefined && { keyId }),
    };
}
function faultOf(answer, latency, expect) {
    const wanted = [expect.status].flat();
    if (!wanted.includes(answer.status))
        return `expected ${wanted.join(' or ')}`;
    if (expect.body && !(0,match/* matches */.cK)(answer, expect.body, 'exact'))
        return 'the body is not what is expected';
    if (expect.max_latency !== undefined && latency > (0,adapter_settings/* millisOf */.eV)(expect.max_latency))
        return `allowed is ${expect.max_latency}`;
    return undefined;
}
/** A public id, as short and plain as ids are; anything else is not repeated. */
function keyIdOf(answer, where) {
    if (!where)
        return undefined;
    const found = 'header' in where ? answer.headers[where.header.toLowerCase()] : (0,adapter_answer.at)((0,adapter_answer/* jsonOf */.o_)(answer), where.pointer);
    return typeof found === 'string' && (0,publicId/* isIdLike */.V)(found) ? found : undefined;
}

;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/probe.js





const httpProbe = (settings, ports) => ({
    passes: settings.passes,
    interval: (0,adapter_settings/* millisOf */.eV)(settings.interval),
    check: () => look(settings, ports),
});
async function look(settings, { http, clock }) {
    const began = clock.monotonic();
    const latency = () => Math.round(clock.monotonic() - began);
    try {
        const answer = await ask(http, settings);
        return judge(answer, latency(), settings);
    }
    catch (error) {
        // What keeps us from an answer is no data: only an answer can tell a sick workload from a broken path to it.
        if (!(error instanceof errors/* RekeyError */.Z$) || error.traits.patience === undefined)
            throw error;
        const sentence = `${errorCodes/* CODES */.L[error.code].title} after ${latency()} ms`;
        return { verdict: 'no data', numbers: { latency_ms: latency() }, sentence };
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/settings.js



const settings_status = schemas/* number */.aig().int().min(100).max(599);
const settings = schemas/* strictObject */.rej({
    url: adapter_settings/* address */.hl.describe('The address that tells how the workload is; best one that makes it use its key'),
    method: schemas/* enum */.k5n(['GET', 'HEAD', 'POST']).default('GET').describe('HTTP method'),
    headers: schemas/* record */.g1P(adapter_settings/* headerName */.Bv, schemas/* string */.YjP()).default({}).describe('Fixed headers; never a secret'),
    expect: schemas/* strictObject */.rej({
        status: schemas/* union */.KCZ([settings_status, schemas/* array */.YOg(settings_status).nonempty()])
            .default(200)
            .describe('The status, or several, of a healthy answer'),
        body: (0,match/* matchOf */.HU)('exact').describe('What the body must say').optional(),
        max_latency: adapter_settings/* duration */.p0.optional().describe('A slower answer is a failure'),
    })
        .prefault({})
        .describe('What a healthy answer is'),
    key_id: schemas/* union */.KCZ([schemas/* strictObject */.rej({ header: adapter_settings/* headerName */.Bv }), schemas/* strictObject */.rej({ pointer: adapter_settings/* pointer */.Wn })])
        .optional()
        .describe('Where the workload tells the public id of the key it uses: a header, or a JSON Pointer'),
    passes: schemas/* number */.aig().int().min(1).max(100).default(3).describe('How many passes in a row make it healthy'),
    interval: adapter_settings/* duration */.p0.default('10s').describe('How long between two looks'),
    timeout: adapter_settings/* duration */.p0.default('10s').describe('No answer within this time is no data'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/index.js



const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'probes',
    descriptor: {
        id: 'http',
        title: 'HTTP health check',
        summary: 'Asks an address of the workload and compares status, body and time.',
        homepage: 'https://www.rfc-editor.org/rfc/rfc9110',
        permissions: [{ permission: 'reach the address from the runner', why: 'check' }],
        limits: ['One address a check; behind a load balancer each look may meet another instance.'],
        risks: ['An address that does not use the key stays healthy when the key is dead.'],
        changes: {
            url: 'trust',
            method: 'trust',
            headers: 'trust',
            expect: 'gate',
            key_id: 'gate',
            passes: 'gate',
            interval: 'gate',
            timeout: 'gate',
        },
        example: 'check: { use: http, url: "https://health.example.com/payments", key_id: { header: X-Key-Id } }',
        tried: 'Against the fake in this folder only.',
    },
    settings: settings,
    origins: ({ url }) => [new URL(url).origin],
    open: httpProbe,
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
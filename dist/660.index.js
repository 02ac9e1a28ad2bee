"use strict";
exports.id = 660;
exports.ids = [660];
exports.modules = {

/***/ 3660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__(3882);
// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 1 modules
var errorCodes = __webpack_require__(1837);
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./node_modules/@sagold/json-pointer/dist/index.mjs
var dist = __webpack_require__(146);
// EXTERNAL MODULE: ./node_modules/ms/index.js
var ms = __webpack_require__(744);
var ms_default = /*#__PURE__*/__webpack_require__.n(ms);
// EXTERNAL MODULE: ./.build/src/domain/publicId.js
var publicId = __webpack_require__(9107);
;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/judge.js



/** @param duration as the schema allows it: `10s` */
const millisOf = (duration) => ms_default()(duration);
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
    if (expect.body && !bodyFits(answer, expect.body))
        return 'the body is not what is expected';
    if (expect.max_latency !== undefined && latency > millisOf(expect.max_latency))
        return `allowed is ${expect.max_latency}`;
    return undefined;
}
function bodyFits(answer, body) {
    const found = body.pointer === undefined ? answer.text : at(answer, body.pointer);
    if (body.equals !== undefined)
        return found === body.equals;
    return typeof found === 'string' && body.contains !== undefined && found.includes(body.contains);
}
/** A public id, as short and plain as ids are; anything else is not repeated. */
function keyIdOf(answer, where) {
    if (!where)
        return undefined;
    const found = 'header' in where ? answer.headers[where.header.toLowerCase()] : at(answer, where.pointer);
    return typeof found === 'string' && (0,publicId/* isIdLike */.V)(found) ? found : undefined;
}
function at(answer, pointer) {
    try {
        return (0,dist/* get */.Jt)(answer.json(), pointer);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/src/domain/address.js
var address = __webpack_require__(8255);
;// CONCATENATED MODULE: ./.build/src/adapters/probes/http/settings.js


const pointer = schemas/* string */.YjP().regex(/^(\/[^#]*)?$/, 'must be a JSON Pointer such as /checks/payments');
const duration = schemas/* string */.YjP().regex(/^\d+(ms|s|m|h)$/, 'must be a duration such as 500ms, 10s or 1m');
const headerName = schemas/* string */.YjP().regex(/^[A-Za-z0-9_-]+$/, 'must be a header name');
const settings_status = schemas/* number */.aig().int().min(100).max(599);
const body = schemas/* strictObject */.rej({
    pointer: pointer.optional().describe('JSON Pointer into the answer; left out: the whole body as text'),
    equals: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]).optional().describe('Exactly this'),
    contains: schemas/* string */.YjP().min(1).optional().describe('A text with this inside'),
})
    .refine((it) => (it.equals === undefined) !== (it.contains === undefined), 'needs equals or contains, one of them')
    .refine((it) => it.pointer !== undefined || it.contains !== undefined, 'equals needs a pointer')
    .describe('What the body must say');
const settings = schemas/* strictObject */.rej({
    url: schemas/* string */.YjP()
        .refine(address/* isAddress */.PW, address/* ADDRESS_RULE */.Ys)
        .describe('The address that tells how the workload is; best one that makes it use its key'),
    method: schemas/* enum */.k5n(['GET', 'HEAD', 'POST']).default('GET').describe('HTTP method'),
    headers: schemas/* record */.g1P(headerName, schemas/* string */.YjP()).default({}).describe('Fixed headers; never a secret'),
    expect: schemas/* strictObject */.rej({
        status: schemas/* union */.KCZ([settings_status, schemas/* array */.YOg(settings_status).nonempty()])
            .default(200)
            .describe('The status, or several, of a healthy answer'),
        body: body.optional(),
        max_latency: duration.optional().describe('A slower answer is a failure'),
    })
        .prefault({})
        .describe('What a healthy answer is'),
    key_id: schemas/* union */.KCZ([schemas/* strictObject */.rej({ header: headerName }), schemas/* strictObject */.rej({ pointer })])
        .optional()
        .describe('Where the workload tells the public id of the key it uses: a header, or a JSON Pointer'),
    passes: schemas/* number */.aig().int().min(1).max(100).default(3).describe('How many passes in a row make it healthy'),
    interval: duration.default('10s').describe('How long between two looks'),
    timeout: duration.default('10s').describe('No answer within this time is no data'),
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
        example: 'check: { use: http, url: "https://health.example.com/payments", key_id: { header: X-Key-Id } }',
        tried: 'Against the fake in this folder only.',
    },
    settings: settings,
    origins: ({ url }) => [new URL(url).origin],
    open: http_open,
});
function http_open(chosen, ports) {
    return {
        passes: chosen.passes,
        interval: millisOf(chosen.interval),
        check: () => look(chosen, ports),
    };
}
/** Whatever keeps us from an answer is no data: only an answer can tell a sick workload from a broken path to it. */
const NO_ANSWER = ['transient', 'unknown', 'throttled', 'broken'];
async function look(chosen, { http, clock }) {
    const began = clock.monotonic();
    const latency = () => Math.round(clock.monotonic() - began);
    try {
        const answer = await http.send({
            method: chosen.method,
            url: chosen.url,
            headers: { accept: '*/*', ...chosen.headers },
            timeout: millisOf(chosen.timeout),
            // Not repeated: the first fault is what we want to see, and a repeat would count as latency.
            safe: false,
        });
        return judge(answer, latency(), chosen);
    }
    catch (error) {
        if (!(error instanceof errors/* RekeyError */.Z$) || !NO_ANSWER.includes(error.kind))
            throw error;
        const sentence = `${errorCodes/* CODES */.L[error.code].title} after ${latency()} ms`;
        return { verdict: 'no data', numbers: { latency_ms: latency() }, sentence };
    }
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


/***/ }),

/***/ 9107:
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
const idRule = `must be an id: printable characters without spaces, at most ${String(LONGEST)}`;


/***/ }),

/***/ 146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ s)
/* harmony export */ });
/* unused harmony exports default, isRoot, join, remove, removeUndefinedItems, set, split, splitLast */
function e(e){return e===`#`||e===``||Array.isArray(e)&&e.length===0||!1}const t=/~1/g,n=/~0/g,r=/(^#?\/?)/g;function i(e){return e.replace(t,`/`).replace(n,`~`)}function a(e){return i(decodeURIComponent(e))}function o(t){if(t==null||typeof t!=`string`||e(t))return Array.isArray(t)?t.slice():[];let n=t.indexOf(`#`)>=0?a:i;t=t.replace(r,``);let o=t.split(`/`);for(let e=0,t=o.length;e<t;e+=1)o[e]=n(o[e]);return o}function s(t,n,r=void 0){if(n==null||t==null)return r;if(e(n))return t;let i=c(t,o(n));return i===void 0?r:i}function c(e,t){let n=t.shift();if(e!==void 0)return n===void 0?e:e==null?void 0:c(e[n],t)}const l=/^\[.*\]$/,u=/^[[{](.+)[\]}]$/;function d(e,t){return e===`__proto__`||e==`constructor`&&t.length>0&&t[0]==`prototype`}function f(e,t,n){if(t==null)return e;let r=o(t);if(r.length===0)return e;e??=l.test(r[0])?[]:{};let i,a,s=e;for(;r.length>1;)i=r.shift(),a=l.test(r[0])||`${parseInt(r[0])}`===r[0],!d(i,r)&&(s=m(s,i,a));return i=r.pop(),p(s,i,n),e}function p(e,t,n){let r=t.match(u)?.pop()??t;t===`[]`&&Array.isArray(e)?e.push(n):d(r,e)||(e[r]=n)}function m(e,t,n){let r=t.match(u)?.pop()??t;if(e[r]!=null)return e[r];let i=n?[]:{};return p(e,t,i),i}function h(e){let t=0,n=0;for(;t+n<e.length;)e[t+n]===void 0&&(n+=1),e[t]=e[t+n],t+=1;return e.length-=n,e}function g(e,t,n){let r=o(t),i=r.pop(),a=s(e,r);return a&&delete a[i],Array.isArray(a)&&n!==!0&&h(a),e}const _=/~/g,v=/\//g;function y(e,t){if(e.length===0)return t?`#`:``;for(let n=0,r=e.length;n<r;n+=1)e[n]=e[n].replace(_,`~0`).replace(v,`~1`),t&&(e[n]=encodeURIComponent(e[n]));return(t?`#/`:`/`)+e.join(`/`)}function b(e,...t){let n=[];if(Array.isArray(e))return y(e,arguments[1]===!0);let r=arguments[arguments.length-1],i=typeof r==`boolean`?r:e&&e[0]===`#`;for(let e=0,t=arguments.length;e<t;e+=1)n.push.apply(n,o(arguments[e]));let a=[];for(let e=0,t=n.length;e<t;e+=1)if(n[e]===`..`){if(a.length===0)return i?`#`:``;a.pop()}else a.push(n[e]);return y(a,i)}function x(e){let t=o(e);if(t.length===0)return typeof e==`string`&&e[0]===`#`?[`#`,t[0]]:[``,void 0];if(t.length===1)return e[0]===`#`?[`#`,t[0]]:[``,t[0]];let n=t.pop();return[b(t,e[0]===`#`),n]}var S={get:s,set:f,remove:g,join:b,split:o,splitLast:x,isRoot:e,removeUndefinedItems:h};

/***/ })

};
;
"use strict";
exports.id = "identities-vault-jwt";
exports.ids = ["identities-vault-jwt"];
exports.modules = {

/***/ "src/adapters/identities/vault-jwt/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/domain/tools/endpoint.js
var endpoint = __webpack_require__("src/domain/tools/endpoint");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/secret.js
var secret = __webpack_require__("src/domain/secret");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/vault/wire.js
var wire = __webpack_require__("src/kits/vault/wire");
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/api.js







const login = schemas/* object */.Ikc({
    auth: schemas/* object */.Ikc({
        client_token: schemas/* string */.YjP().min(1),
        lease_duration: schemas/* number */.aig().nonnegative(),
        token_type: schemas/* string */.YjP().optional(),
        num_uses: schemas/* number */.aig().optional(),
    }),
});
const api_self = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ ttl: schemas/* number */.aig().nonnegative(), display_name: schemas/* string */.YjP().optional() }),
});
function vaultAuthApi(settings, ports) {
    const { address, role, mount, namespace } = settings;
    const send = (method, path, rest) => ports.http.send({
        method,
        url: (0,endpoint/* endpoint */.s)(address, path, { mount }),
        ...rest,
        headers: { ...(0,wire/* vaultHeaders */.f)(namespace), ...rest.headers },
    });
    return {
        /** https://developer.hashicorp.com/vault/api-docs/auth/jwt#jwt-login */
        async login(jwt) {
            const answer = await send('POST', '/v1/auth/{+mount}/login', { json: { role, jwt } });
            if (answer.status !== 200)
                return answer;
            const { auth } = parsed(login, answer, 'log in');
            return {
                token: secret/* SecretValue */.i.of(auth.client_token, [address]),
                life: auth.lease_duration * time/* SECOND */.Z2,
                revocable: auth.token_type !== 'batch',
                uses: auth.num_uses ?? 0,
            };
        },
        /** https://developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token-self */
        async lookUp(token) {
            const answer = await send('GET', '/v1/auth/token/lookup-self', { headers: { 'x-vault-token': token } });
            if (answer.status !== 200)
                return answer;
            const { data } = parsed(api_self, answer, 'look up the token');
            return { life: data.ttl * time/* SECOND */.Z2, name: data.display_name ?? '' };
        },
        /** https://developer.hashicorp.com/vault/api-docs/auth/token#revoke-a-token-self */
        revoke: (token) => send('POST', '/v1/auth/token/revoke-self', { headers: { 'x-vault-token': token } }),
    };
}
function parsed(form, answer, what) {
    return (0,adapter_answer/* answerOf */.ut)(form, answer.json(), () => {
        return new errors/* RekeyError */.Z$('RK9011', `Vault, ${what}: an answer without what was asked for.`, {
            next: 'Check that the address is Vault, and that the role asks for no second factor.',
        });
    });
}

// EXTERNAL MODULE: ./.build/src/kits/adapter/session.js
var session = __webpack_require__("src/kits/adapter/session");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/held.js


/** @param life 0: the token has no end, and is looked at again tomorrow */
function held(token, life, now, { address, namespace }) {
    const end = now + (life === 0 ? time/* DAY */.d_ : life);
    const attributes = namespace === undefined ? {} : { namespace };
    return { session: { origin: address, token, expires: (0,time/* instant */.uR)(end), attributes }, stale: (0,session/* staleAt */.NF)(now, end) };
}

// EXTERNAL MODULE: ./.build/src/domain/tools/retryAfter.js
var tools_retryAfter = __webpack_require__("src/domain/tools/retryAfter");
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/refusal.js




const SHOWN = ['sub', 'aud', 'environment', 'ref', 'job_workflow_ref'];
const LONGEST = 200;
/** A login that failed, with what the token says, so that role and token can be compared. */
function loginRefused(answer, settings, claims) {
    const text = (0,wire/* errorTexts */.t)(answer).join('; ');
    const status = String(answer.status);
    if (answer.status === 429) {
        const retryAfter = (0,tools_retryAfter/* retryAfterOf */.s)(answer);
        const details = retryAfter === undefined ? {} : { retryAfter };
        return new errors/* RekeyError */.Z$('RK9007', `Vault at ${settings.address}: status 429.`, details);
    }
    if (answer.status >= 500 || PASSING.has(answer.status)) {
        return new errors/* RekeyError */.Z$('RK3005', `Vault at ${settings.address}: status ${status}${said(text)}.`);
    }
    const { code, next } = advice(answer.status, text, settings, claims);
    const shown = SHOWN.map((name) => `${name} ${(0,tools_text/* codeSpan */.SS)(claims[name] ?? '', LONGEST) || 'nothing'}`).join(', ');
    const message = `Vault refuses to log in as role ${(0,tools_text/* codeSpan */.SS)(settings.role)}: status ${status}${said(text)}. The token says: ${shown}.`;
    return new errors/* RekeyError */.Z$(code, message, { next });
}
/** Standby nodes that lag, and nodes of a secondary cluster. https://developer.hashicorp.com/vault/api-docs#http-status-codes */
const PASSING = new Set([408, 412, 472, 473]);
/** Vault's sentences, from the JWT plugin. https://github.com/hashicorp/vault-plugin-auth-jwt */
function advice(status, text, settings, claims) {
    const role = `auth/${settings.mount}/role/${settings.role}`;
    const fitting = HINTS.find(([pattern]) => pattern.test(text));
    if (fitting)
        return fitting[1](role, claims, text);
    if (status === 404 || status === 403) {
        return refused(`Check that a JWT auth method is mounted at auth/${settings.mount}, the namespace, and token_bound_cidrs of ${role}.`);
    }
    return refused(`Compare ${role} with the claims above.`);
}
const HINTS = [
    [/claim "environment"/, (role, claims) => environment(role, claims)],
    [
        /\(aud\) claim|aud claim does not match|no audiences bound/,
        (role, { aud = '' }) => ({
            code: 'RK3003',
            next: `Add ${(0,tools_text/* codeSpan */.SS)(aud, LONGEST)} to bound_audiences of ${role}, or set "audience" to one of them.`,
        }),
    ],
    [/\(sub\) claim/, (role, claims) => subject(role, claims)],
    [/claim "([^"]+)"/, (role, _claims, text) => boundClaim(role, text)],
    [
        /\(iss\) claim/,
        () => refused('Set bound_issuer of the auth method to the issuer of the tokens, or leave it out.'),
    ],
    [
        /token signature|verify/,
        () => refused('Set oidc_discovery_url of the auth method to https://token.actions.githubusercontent.com.'),
    ],
    [/expired|not yet valid|in the future/, () => refused('Compare the clocks of the runner and of Vault.')],
    [/oidc role_type/, (role) => refused(`Write ${role} with role_type=jwt; the default is oidc.`)],
    [/could not be found|missing role/, (role) => refused(`Write ${role}, or correct "role".`)],
    [/could not load configuration/, () => refused('Configure the auth method with oidc_discovery_url.')],
];
const refused = (next) => ({ code: 'RK3002', next });
function environment(role, { environment: own }) {
    const next = own === undefined
        ? `Add "environment: production", or what bound_claims of ${role} asks for, to the job.`
        : `Set "environment:" of the job to what bound_claims of ${role} asks for; now it is ${(0,tools_text/* codeSpan */.SS)(own)}.`;
    return { code: 'RK3006', next };
}
/** The subject names the environment, so a job without one has another subject. */
function subject(role, { environment: own, sub = '' }) {
    const ids = /^repo:[^/]*@/.test(sub) ? ' This repository has subjects with ids.' : '';
    const hint = own === undefined ? ' A job with "environment:" has another subject than one without.' : '';
    return refused(`Set bound_subject of ${role} to the sub above, or correct the job.${ids}${hint}`);
}
function boundClaim(role, text) {
    const name = /claim "([^"]+)"/.exec(text)?.[1] ?? '';
    return refused(`Compare bound_claims and user_claim of ${role} with the claim ${(0,tools_text/* codeSpan */.SS)(name)} of the token.`);
}
const said = (text) => (text === '' ? '' : `, ${(0,tools_text/* codeSpan */.SS)(text, LONGEST)}`);

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/login.js






/** With a fresh OIDC token of the job; on a laptop VAULT_TOKEN as it is. */
async function logIn(settings, ports, api) {
    const laptop = ports.laptopToken('VAULT_TOKEN', settings.address);
    return laptop ? takeOver(laptop, settings, ports, api) : exchange(settings, ports, api);
}
async function takeOver(token, settings, ports, api) {
    const found = await answered(() => api.lookUp(token));
    if ('status' in found)
        throw laptopRefused(found, settings);
    const who = { token: 'VAULT_TOKEN', name: found.name };
    return { ...held(token, found.life, ports.clock.now(), settings), ours: false, who };
}
async function exchange(settings, ports, api) {
    const jwt = await ports.oidc.token(settings.audience ?? settings.address);
    const claims = ports.oidc.claims();
    const grant = await answered(() => api.login(jwt.boundTo([settings.address])));
    if ('status' in grant)
        throw loginRefused(grant, settings, claims);
    warnOfLimits(grant, settings, ports);
    return {
        ...held(grant.token, grant.life, ports.clock.now(), settings),
        ours: grant.revocable,
        who: { role: settings.role, ...claims },
    };
}
function warnOfLimits({ uses, life }, settings, { log }) {
    const role = (0,tools_text/* codeSpan */.SS)(settings.role);
    if (uses > 0) {
        log.warning(`Vault role ${role} gives tokens for ${uses} calls only: set token_num_uses=0.`);
    }
    if (life > 0 && life < 2 * session/* LEAST_LEFT */.Wb) {
        log.warning(`Vault role ${role} gives tokens for ${(0,time/* spoken */.vg)(life)} only: set token_ttl to 15m or more.`);
    }
}
/** A login leaves nothing behind that matters, so one whose answer was lost is as good as not sent. */
async function answered(call) {
    try {
        return await call();
    }
    catch (thrown) {
        if (!(thrown instanceof errors/* RekeyError */.Z$))
            throw thrown;
        if (thrown.kind === 'transient' || thrown.kind === 'unknown')
            throw (0,errors/* retold */.Xd)(thrown, 'RK3005', thrown.message);
        throw thrown;
    }
}
function laptopRefused(answer, { address }) {
    const message = `Vault at ${address} does not accept VAULT_TOKEN: status ${answer.status}.`;
    if (answer.status >= 500)
        return new errors/* RekeyError */.Z$('RK3005', message);
    return new errors/* RekeyError */.Z$('RK3002', message, {
        next: 'Log in again with "vault login", then set VAULT_TOKEN.',
    });
}

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/role.js
/** The role for jobs of one environment. https://developer.hashicorp.com/vault/api-docs/auth/jwt#create-update-role */
function roleOf({ address, audience, mount, role }, { repositoryId, environment, ref }) {
    const bound = { repository_id: repositoryId, environment, ref };
    return [
        `vault write auth/${mount}/role/${role} - <<'JSON'`,
        '{ "role_type": "jwt", "user_claim": "sub",',
        `  "bound_audiences": ${JSON.stringify([audience ?? address])},`,
        `  "bound_claims": ${JSON.stringify(bound)},`,
        `  "token_policies": ${JSON.stringify([role])}, "token_ttl": "20m", "token_max_ttl": "1h" }`,
        'JSON',
    ];
}

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/identity.js



function vaultIdentity(settings, ports, api) {
    const logins = {
        logIn: () => logIn(settings, ports, api),
        /** Vault before 1.15 says no more than "permission denied", so it is asked about the token itself. */
        hasEnded: ({ token }) => api.lookUp(token).then((found) => 'status' in found && found.status === 403, () => false),
        async revoke({ token }) {
            const { status } = await api.revoke(token);
            // 403: it is over already.
            return status < 300 || status === 403 ? undefined : `status ${status}`;
        },
    };
    return { ...(0,session/* keepSession */.as)(logins, ports, 'Vault'), role: (job) => roleOf(settings, job) };
}

// EXTERNAL MODULE: ./.build/src/kits/vault/settings.js
var settings = __webpack_require__("src/kits/vault/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/settings.js


const settings_settings = schemas/* strictObject */.rej({
    address: settings/* address */.hl.describe('Origin of the Vault or OpenBao server, such as https://vault.example.com'),
    role: schemas/* string */.YjP().min(1).describe('Role of the JWT auth method that binds this repository'),
    mount: settings/* mountPath */.JK.default('jwt').describe('The mount of the JWT auth method, without "auth/"'),
    audience: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Audience of the OIDC token, default: the address; the role must list it in bound_audiences'),
    namespace: settings/* namespace */.MF.optional().describe('Namespace of the auth method (Vault Enterprise, HCP, OpenBao)'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/index.js




const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'identities',
    descriptor: {
        id: 'vault-jwt',
        title: 'HashiCorp Vault and OpenBao, JWT auth method',
        summary: 'Exchanges the OIDC token of the job for a short-lived Vault token, and revokes it at the end.',
        homepage: 'https://developer.hashicorp.com/vault/docs/auth/jwt',
        permissions: [
            {
                permission: 'a role of type jwt that binds audience and subject',
                why: 'logs in with the OIDC token of the job',
            },
            {
                permission: '`update` on `auth/token/revoke-self`',
                why: 'ends the session; the policy "default" grants it',
            },
            {
                permission: '`read` on `auth/token/lookup-self`',
                why: 'on a laptop only, looks at VAULT_TOKEN; the policy "default" grants it',
            },
        ],
        limits: [
            'The role needs token_ttl of 15 minutes or more and no token_num_uses.',
            'Roles that ask for a second factor do not work.',
        ],
        risks: [
            'A role that binds the repository only lets every branch and workflow of it log in: bind the environment or job_workflow_ref too.',
            'Repositories made since July 2026 have subjects with ids (repo:acme@12/billing@34:…); bound_subject must say so.',
        ],
        github: { 'id-token': 'write' },
        changes: { address: 'trust', role: 'trust', mount: 'trust', audience: 'trust', namespace: 'trust' },
        example: 'vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey-production }',
        tried: 'The contract suite against its fake and against OpenBao 2.7.2 (each day), HashiCorp Vault 1.14.0 and 1.21.4, with keys given instead of an issuer address; the fake is compared with all three line by line. Namespaces: against the fake only.',
    },
    settings: settings_settings,
    origins: ({ address }) => [address],
    open: (chosen, ports) => vaultIdentity(chosen, ports, vaultAuthApi(chosen, ports)),
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
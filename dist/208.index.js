"use strict";
exports.id = 208;
exports.ids = [208];
exports.modules = {

/***/ 208:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__(3882);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./.build/src/domain/endpoint.js
var endpoint = __webpack_require__(3210);
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/secret.js
var secret = __webpack_require__(891);
// EXTERNAL MODULE: ./.build/src/domain/time.js
var time = __webpack_require__(8026);
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
        headers: {
            'x-vault-request': 'true',
            ...(namespace === undefined ? {} : { 'x-vault-namespace': namespace }),
            ...rest.headers,
        },
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
function parsed(schema, answer, what) {
    const body = schema.safeParse(answer.json());
    if (body.success)
        return body.data;
    throw new errors/* RekeyError */.Z$('RK9011', `Vault, ${what}: an answer without what was asked for.`, {
        next: 'Check that the address is Vault, and that the role asks for no second factor.',
    });
}

// EXTERNAL MODULE: ./.build/src/domain/text.js
var domain_text = __webpack_require__(8860);
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/held.js

const LEAST_LEFT = 5 * time/* MINUTE */.pY;
/** @param life 0: the token has no end, and is looked at again tomorrow */
function held(token, life, now, settings) {
    const end = now + (life === 0 ? time/* DAY */.d_ : life);
    // A short life is used to its half, else each call would log in anew.
    const margin = Math.min(Math.max(LEAST_LEFT, (end - now) / 5), (end - now) / 2);
    const { address, namespace } = settings;
    const attributes = namespace === undefined ? {} : { namespace };
    return { session: { origin: address, token, expires: (0,time/* instant */.uR)(end), attributes }, stale: end - margin };
}

// EXTERNAL MODULE: ./.build/src/domain/retryAfter.js
var domain_retryAfter = __webpack_require__(9983);
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/refusal.js




const SHOWN = ['sub', 'aud', 'environment', 'ref', 'job_workflow_ref'];
const LONGEST = 200;
/** A login that failed, with what the token says, so that role and token can be compared. */
function loginRefused(answer, settings, claims) {
    const text = textOf(answer);
    const status = String(answer.status);
    if (answer.status === 429) {
        const retryAfter = (0,domain_retryAfter/* retryAfterOf */.s)(answer);
        const details = retryAfter === undefined ? {} : { retryAfter };
        return new errors/* RekeyError */.Z$('RK9007', `Vault at ${settings.address}: status 429.`, details);
    }
    if (answer.status >= 500 || PASSING.has(answer.status)) {
        return new errors/* RekeyError */.Z$('RK3005', `Vault at ${settings.address}: status ${status}${said(text)}.`);
    }
    const { code, next } = advice(answer.status, text, settings, claims);
    const shown = SHOWN.map((name) => `${name} ${(0,domain_text/* codeSpan */.SS)(claims[name] ?? '', LONGEST) || 'nothing'}`).join(', ');
    const message = `Vault refuses to log in as role ${(0,domain_text/* codeSpan */.SS)(settings.role)}: status ${status}${said(text)}. The token says: ${shown}.`;
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
            next: `Add ${(0,domain_text/* codeSpan */.SS)(aud, LONGEST)} to bound_audiences of ${role}, or set "audience" to one of them.`,
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
        : `Set "environment:" of the job to what bound_claims of ${role} asks for; now it is ${(0,domain_text/* codeSpan */.SS)(own)}.`;
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
    return refused(`Compare bound_claims and user_claim of ${role} with the claim ${(0,domain_text/* codeSpan */.SS)(name)} of the token.`);
}
const said = (text) => (text === '' ? '' : `, ${(0,domain_text/* codeSpan */.SS)(text, LONGEST)}`);
const errorBody = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(schemas/* string */.YjP()) });
function textOf(answer) {
    try {
        const body = errorBody.safeParse(answer.json());
        return body.success ? body.data.errors.join('; ') : '';
    }
    catch {
        return '';
    }
}

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
    return { held: held(token, found.life, ports.clock.now(), settings), ours: false, who };
}
async function exchange(settings, ports, api) {
    const jwt = await ports.oidc.token(settings.audience ?? settings.address);
    const claims = ports.oidc.claims();
    const grant = await answered(() => api.login(jwt.boundTo([settings.address])));
    if ('status' in grant)
        throw loginRefused(grant, settings, claims);
    warnOfLimits(grant, settings, ports);
    return {
        held: held(grant.token, grant.life, ports.clock.now(), settings),
        ours: grant.revocable,
        who: { role: settings.role, ...claims },
    };
}
function warnOfLimits({ uses, life }, settings, { log }) {
    const role = (0,domain_text/* codeSpan */.SS)(settings.role);
    if (uses > 0) {
        log.warning(`Vault role ${role} gives tokens for ${String(uses)} calls only: set token_num_uses=0.`);
    }
    if (life > 0 && life < 2 * LEAST_LEFT) {
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
    const message = `Vault at ${address} does not accept VAULT_TOKEN: status ${String(answer.status)}.`;
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




/** A login that gives dead sessions again and again is none. */
const MOST_RENEWALS = 10;
/** Keeps one session while it has life enough, and logs in once for all who ask at the same time. */
function vaultIdentity(settings, ports, api) {
    let last;
    let opening;
    let who = {};
    let renewals = 0;
    const ours = [];
    async function open() {
        const login = await logIn(settings, ports, api);
        if (login.ours)
            ours.push(login.held.session);
        last = login;
        who = login.who;
        return login;
    }
    /** A session may be revoked, or its uses be spent, in the middle of a run. The values that the run holds in memory are worth a login. */
    async function forget(over) {
        const isHeld = () => last?.held.session === over;
        if (!isHeld() || renewals >= MOST_RENEWALS || !(await hasEnded(over, api)) || !isHeld())
            return;
        renewals += 1;
        last = undefined;
        ports.log.warning('The Vault session has ended before its time: logging in again.');
    }
    return {
        async session(over) {
            if (over)
                await forget(over);
            if (last && ports.clock.now() < last.held.stale)
                return last.held.session;
            opening ??= open().finally(() => {
                opening = undefined;
            });
            return (await opening).held.session;
        },
        subject: () => who,
        role: (job) => roleOf(settings, job),
        async end() {
            await opening?.catch(() => undefined);
            last = undefined;
            await Promise.all(ours.splice(0).map((session) => revoke(session, ports, api)));
        },
    };
}
/** Vault before 1.15 says no more than "permission denied", so it is asked about the token itself. What it does not answer says nothing. */
async function hasEnded({ token }, api) {
    return api.lookUp(token).then((found) => 'status' in found && found.status === 403, () => false);
}
/** Never throws: a session that cannot be ended is said in the log and expires by itself. */
async function revoke(session, ports, api) {
    if ((0,time/* millis */.ne)(session.expires) <= ports.clock.now())
        return;
    const problem = await api.revoke(session.token).then(
    // 403: it is over already.
    ({ status }) => (status < 300 || status === 403 ? undefined : `status ${String(status)}`), (thrown) => (0,errors/* asRekeyError */.fq)(thrown).message);
    if (problem === undefined)
        return;
    ports.log.warning(`The Vault session was not revoked (${problem}); it ends at ${session.expires}.`);
}

// EXTERNAL MODULE: ./.build/src/domain/address.js
var domain_address = __webpack_require__(8255);
;// CONCATENATED MODULE: ./.build/src/adapters/identities/vault-jwt/settings.js


const origin = schemas/* string */.YjP()
    .refine(domain_address/* isAddress */.PW, { error: domain_address/* ADDRESS_RULE */.Ys, abort: true })
    // A slash at the end is how Vault's own tools write it.
    .refine((address) => (0,domain_address/* isOrigin */.fu)(address.replace(/\/$/, '')), 'must be an origin such as https://vault.example.com, without a path')
    .transform((address) => new URL(address).origin);
const plain = schemas/* string */.YjP().regex(/^[^\s?#]+$/);
const vaultJwtSettings = schemas/* strictObject */.rej({
    address: origin.describe('Origin of the Vault or OpenBao server, such as https://vault.example.com'),
    role: schemas/* string */.YjP().min(1).describe('Role of the JWT auth method that binds this repository'),
    mount: schemas/* string */.YjP()
        .regex(/^[^/\s?#]+(\/[^/\s?#]+)*$/, 'must be the path of a mount, without slashes at its ends')
        .default('jwt')
        .describe('The mount of the JWT auth method, without "auth/"'),
    audience: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Audience of the OIDC token, default: the address; the role must list it in bound_audiences'),
    namespace: plain.optional().describe('Namespace of the auth method (Vault Enterprise, HCP, OpenBao)'),
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
        example: 'vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey-production }',
        tried: 'The contract suite against its fake and against OpenBao 2.7.2 (each day), HashiCorp Vault 1.14.0 and 1.21.4, with keys given instead of an issuer address; the fake is compared with all three line by line. Namespaces: against the fake only.',
    },
    settings: vaultJwtSettings,
    origins: ({ address }) => [address],
    open: (settings, ports) => vaultIdentity(settings, ports, vaultAuthApi(settings, ports)),
});


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

/***/ 3210:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ endpoint)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8860);


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


/***/ })

};
;
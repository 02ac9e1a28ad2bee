"use strict";
exports.id = "commands-run";
exports.ids = ["commands-run"];
exports.modules = {

/***/ "src/commands/run":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// UNUSED EXPORTS: runIn

;// CONCATENATED MODULE: ./.build/src/catalog.generated.js
const catalog = {
    identities: {
        'vault-jwt': () => Promise.all(/* import() */[__webpack_require__.e("identities-vault-jwt"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/identities/vault-jwt/index")).then((m) => m.adapter),
    },
    stores: {
        'vault-kv2': () => Promise.all(/* import() */[__webpack_require__.e("stores-vault-kv2"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/stores/vault-kv2/index")).then((m) => m.adapter),
    },
    vendors: {
        'http': () => Promise.all(/* import() */[__webpack_require__.e("shared-vendors-http"), __webpack_require__.e("vendors-http"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/vendors/http/index")).then((m) => m.adapter),
        'sendgrid': () => Promise.all(/* import() */[__webpack_require__.e("shared-vendors-http"), __webpack_require__.e("vendors-sendgrid"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/vendors/sendgrid/index")).then((m) => m.adapter),
    },
    deployers: {
        'github-workflow': () => Promise.all(/* import() */[__webpack_require__.e("deployers-github-workflow"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/deployers/github-workflow/index")).then((m) => m.adapter),
        'webhook': () => Promise.all(/* import() */[__webpack_require__.e("deployers-webhook"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/deployers/webhook/index")).then((m) => m.adapter),
    },
    probes: {
        'http': () => Promise.all(/* import() */[__webpack_require__.e("probes-http"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/probes/http/index")).then((m) => m.adapter),
    },
    tickets: {
        'github-issue': () => Promise.all(/* import() */[__webpack_require__.e("tickets-github-issue"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/tickets/github-issue/index")).then((m) => m.adapter),
    },
    notifiers: {
        'webhook': () => Promise.all(/* import() */[__webpack_require__.e("notifiers-webhook"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/notifiers/webhook/index")).then((m) => m.adapter),
    },
    journals: {
        'file': () => Promise.all(/* import() */[__webpack_require__.e("journals-file"), __webpack_require__.e("shared-domain"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/journals/file/index")).then((m) => m.adapter),
        'github-branch': () => Promise.all(/* import() */[__webpack_require__.e("journals-github-branch"), __webpack_require__.e("shared-domain"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/adapters/journals/github-branch/index")).then((m) => m.adapter),
    },
};

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var domain_errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/runtime/earlyEnd.js
var earlyEnd = __webpack_require__("src/runtime/earlyEnd");
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__("node:v8");
;// CONCATENATED MODULE: ./.build/src/runtime/memory.js

/** The heap may grow by what lives in it, in percent. V8 allows more, and ten thousand keys would take half as much memory again. */
const GROWTH = 100;
/** The heap is tidied up before it grows far. A V8 that does not know the flag continues without it. */
function keepHeapSmall() {
    (0,external_node_v8_.setFlagsFromString)(`--heap-growing-percent=${GROWTH}`);
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__("node:events");
;// CONCATENATED MODULE: ./.build/src/runtime/signals.js

const NAMES = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Cancel means pause. A runner sends SIGINT, after 7.5 s SIGTERM, and 2.5 s later kills; a person who presses Ctrl-C a
 * second time means it.
 * https://github.com/actions/runner/blob/main/src/Runner.Sdk/ProcessInvoker.cs
 * @param exit ends the process at once
 */
function listenForCancel(exit) {
    const controller = new AbortController();
    // Each key that waits listens; without this Node warns of a leak from the eleventh on.
    (0,external_node_events_.setMaxListeners)(0, controller.signal);
    const interrupts = { count: 0 };
    const onSignal = (name) => {
        if (name === 'SIGINT')
            interrupts.count += 1;
        if (interrupts.count > 1)
            exit(130);
        controller.abort(name);
    };
    for (const name of NAMES)
        process.on(name, onSignal);
    return {
        signal: controller.signal,
        stop: () => {
            for (const name of NAMES)
                process.off(name, onSignal);
        },
    };
}

// EXTERNAL MODULE: ./.build/src/runtime/terminal.js
var terminal = __webpack_require__("src/runtime/terminal");
// EXTERNAL MODULE: ./.build/src/domain/secret.js
var secret = __webpack_require__("src/domain/secret");
// EXTERNAL MODULE: ./.build/src/runtime/clock.js
var runtime_clock = __webpack_require__("src/runtime/clock");
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__("node:crypto");
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__("node:path");
;// CONCATENATED MODULE: ./.build/src/runtime/files.js




/** The disk. Every file appears whole: it is written beside its place, flushed, and then linked or renamed into it. */
function diskFiles() {
    return {
        read: async (path) => absentIs(undefined, () => (0,promises_.readFile)(path, 'utf8')),
        list: async (path) => {
            const names = await absentIs([], () => (0,promises_.readdir)(path));
            return names.filter((name) => !name.startsWith('.')).sort();
        },
        create: async (path, content) => beside(path, content, (draft) => linkIfAbsent(draft, path)),
        write: async (path, content) => beside(path, content, (draft) => (0,promises_.rename)(draft, path)),
    };
}
async function beside(path, content, place) {
    const draft = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_crypto_.randomUUID)()}`);
    return sayingWhich(async () => {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        try {
            const file = await (0,promises_.open)(draft, 'wx', 0o600);
            try {
                await file.writeFile(content);
                await file.sync();
            }
            finally {
                await file.close();
            }
            return await place(draft);
        }
        finally {
            await (0,promises_.rm)(draft, { force: true });
        }
    });
}
/** A hard link fails when the name is taken, so of several writers exactly one wins. */
async function linkIfAbsent(draft, path) {
    try {
        await (0,promises_.link)(draft, path);
        return true;
    }
    catch (error) {
        if (codeOf(error) === 'EEXIST')
            return false;
        throw error;
    }
}
async function absentIs(otherwise, read) {
    return sayingWhich(async () => {
        try {
            return await read();
        }
        catch (error) {
            if (codeOf(error) === 'ENOENT')
                return otherwise;
            throw error;
        }
    });
}
async function sayingWhich(work) {
    try {
        return await work();
    }
    catch (error) {
        throw diskError(error);
    }
}
/** Without the path, which may tell what is nobody's business. */
function diskError(error) {
    return new domain_errors/* RekeyError */.Z$('RK7007', `The disk answered ${codeOf(error)}.`, {
        next: 'Check that the directory exists, may be written and has room.',
    });
}
/** Not by `instanceof`: an error of Node may come from another realm. */
function codeOf(error) {
    const { code } = Object(error);
    return typeof code === 'string' ? code : 'an error';
}

// EXTERNAL MODULE: ./.build/src/domain/tools/lazily.js
var lazily = __webpack_require__("src/domain/tools/lazily");
// EXTERNAL MODULE: ./.build/src/domain/processKilled.js
var processKilled = __webpack_require__("src/domain/processKilled");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/domain/httpError.js
var httpError = __webpack_require__("src/domain/httpError");
// EXTERNAL MODULE: ./.build/src/domain/tools/foreignTime.js
var foreignTime = __webpack_require__("src/domain/tools/foreignTime");
// EXTERNAL MODULE: ./.build/src/domain/tools/retryAfter.js
var retryAfter = __webpack_require__("src/domain/tools/retryAfter");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
;// CONCATENATED MODULE: ./.build/src/runtime/github/restError.js






/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
function restError(failure, asked) {
    const said = messageOf(failure.data);
    const { status } = failure;
    if (isRateLimit(failure, said)) {
        return new domain_errors/* RekeyError */.Z$('RK9007', `${asked.what}: GitHub's rate limit.`, {
            retryAfter: rateLimitEnds(failure),
        });
    }
    if (status === 401 || status === 403)
        return permissionError(asked, `status ${status}`, said);
    if (status === 404) {
        return new domain_errors/* RekeyError */.Z$('RK9009', `${asked.what}: not found.`, {
            next: `Check the name; GitHub also says this when the token lacks ${(0,tools_text/* codeSpan */.SS)(asked.permission)}.`,
        });
    }
    if (status === 410)
        return new domain_errors/* RekeyError */.Z$('RK9009', `${asked.what}: status 410${said && `, ${(0,tools_text/* codeSpan */.SS)(said)}`}.`, {
            next: 'This was switched off or taken away at GitHub; switch it on, or take it out of the config.',
        });
    if (status === 422)
        return new domain_errors/* RekeyError */.Z$(codeOf422(said), `${asked.what}: ${(0,tools_text/* codeSpan */.SS)(said) || 'status 422'}.`);
    return (0,httpError/* httpError */.p)(failure, asked);
}
function permissionError(asked, why, said) {
    const words = (0,tools_text/* codeSpan */.SS)(said);
    return new domain_errors/* RekeyError */.Z$('RK3004', `${asked.what}: ${why}${words && `, ${words}`}.`, {
        next: asked.input === 'journal-token'
            ? `Give the token of journal-token ${(0,tools_text/* codeSpan */.SS)(asked.permission)}, in the App that made it.`
            : `Give the token ${(0,tools_text/* codeSpan */.SS)(asked.permission)}, under "permissions:" of the job or in the App that made it.`,
    });
}
const codeOf422 = (said) => (/already exists/i.test(said) ? 'RK9012' : 'RK9011');
/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function isRateLimit({ status, headers }, said) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /rate limit/i.test(said));
}
function rateLimitEnds({ headers }) {
    const asked = (0,retryAfter/* retryAfterOf */.s)({ headers });
    if (asked !== undefined)
        return asked;
    const reset = Number(headers['x-ratelimit-reset']) * time/* SECOND */.Z2;
    const server = (0,foreignTime/* readHttpDate */.lq)(headers['date']);
    const spent = headers['x-ratelimit-remaining'] === '0';
    // Without a word about the end GitHub asks for at least a minute.
    return spent && server !== undefined && !Number.isNaN(reset) ? (0,retryAfter/* withinBounds */.z)(reset - server) : time/* MINUTE */.pY;
}
function messageOf(data) {
    if (typeof data !== 'object' || data === null || !('message' in data))
        return '';
    return typeof data.message === 'string' ? data.message : '';
}

;// CONCATENATED MODULE: ./.build/src/runtime/github/graphqlError.js



/** What the types mean; GitHub publishes no list, these are the ones seen in the field. */
const DENIED = new Set(['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'BRANCH_PROTECTION_RULE_VIOLATION']);
const CODE_OF = { NOT_FOUND: 'RK9009', STALE_DATA: 'RK9012' };
/**
 * An answer 200 with `errors` inside. The first error decides, for GitHub reports causes first.
 * https://docs.github.com/en/graphql/guides/forming-calls-with-graphql
 */
function graphqlError({ headers, errors }, asked) {
    const type = errors[0]?.type ?? '';
    const said = errors[0]?.message ?? '';
    if (type === 'RATE_LIMITED' || /rate limit/i.test(said)) {
        return new domain_errors/* RekeyError */.Z$('RK9007', `${asked.what}: GitHub's rate limit.`, {
            retryAfter: rateLimitEnds({ headers }),
        });
    }
    if (DENIED.has(type) || /not accessible by|rule violations/i.test(said)) {
        return permissionError(asked, 'refused', said);
    }
    const message = `${asked.what}: ${[(0,tools_text/* codeSpan */.SS)(type), (0,tools_text/* codeSpan */.SS)(said)].filter(Boolean).join(' ')}.`;
    const known = CODE_OF[type];
    if (known !== undefined)
        return new domain_errors/* RekeyError */.Z$(known, message);
    return new domain_errors/* RekeyError */.Z$(isFault(type, said) ? faultCode(asked) : 'RK9011', message);
}
/** "Something went wrong while executing your query", "We couldn't respond to your request in time". */
const isFault = (type, said) => ['INTERNAL', 'SERVICE_UNAVAILABLE', 'TIMEOUT'].includes(type) || /something went wrong|in time/i.test(said);
const faultCode = ({ write }) => (write ? 'RK9002' : 'RK9010');

;// CONCATENATED MODULE: ./.build/src/runtime/github/octokitFetch.js

/** The index of 10,000 keys is about 6 MB in one answer. */
const MAX_BYTES = 32 * 1024 * 1024;
/**
 * Octokit's `request.fetch` over our port, which guards addresses and repeats reads. The token is added here, so octokit
 * never holds it and no error of octokit can show it. https://github.com/octokit/request.js#request
 * @param safe whether this call changes nothing, which of GraphQL only the caller knows
 */
function octokitFetch(http, token, safe, onAnswer, permit) {
    return async (url, { method, headers, body }) => {
        const answer = await http.send({
            method,
            url,
            safe,
            permit,
            maxBytes: MAX_BYTES,
            headers: { ...headers, authorization: new secret/* SecretText */.o(['Bearer ', token]) },
            ...(body !== undefined && { text: body }),
        });
        onAnswer(answer);
        return {
            status: answer.status,
            url,
            headers: new Map(Object.entries(answer.headers)),
            body: dataOf(answer),
            text: async () => answer.text,
        };
    };
}
/** Octokit's own parser keeps big integers, by regular expressions over the whole text: too slow for an index of megabytes. */
function dataOf({ headers, text }) {
    if (!/^application\/json\b/.test(headers['content-type'] ?? ''))
        return text;
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./.build/src/runtime/github/serverClock.js
/**
 * A server's clock, from the Date of its answers and the time that passed since. Date is cut to whole seconds and arrives
 * late, so the largest difference seen is the closest one.
 */
function serverClock(clock) {
    let ahead;
    return {
        heard({ date }) {
            if (date !== undefined)
                ahead = Math.max(ahead ?? -Infinity, date - clock.monotonic());
        },
        now: () => (ahead === undefined ? clock.now() : Math.floor(ahead + clock.monotonic())),
    };
}

;// CONCATENATED MODULE: ./.build/src/runtime/github/createGitHub.js








/** GitHub over octokit, which knows routes and GraphQL; octokit speaks through our Http port. */
function createGitHub(options) {
    const server = serverClock(options.clock);
    const heard = (answer) => server.heard(answer);
    const fetchFor = (safe, permit) => ({
        fetch: octokitFetch(options.http, options.token, safe, heard, permit),
        parseSuccessResponseBody: false,
    });
    let loading;
    const octokit = () => (loading ??= load(options));
    const { redact = (text) => text, input = 'github-token' } = options;
    return {
        repository: options.repository,
        input,
        now: server.now,
        async request(route, parameters, permission, permit) {
            refuseOddSegments(route, parameters);
            const write = !/^(GET|HEAD) /.test(route);
            const loaded = await octokit();
            return explained({ what: `GitHub, ${route}`, permission, write, input }, redact, async () => {
                const answer = await loaded.request(route, { ...parameters, request: fetchFor(!write, permit) });
                return { status: answer.status, data: answer.data, headers: asStrings(answer.headers) };
            });
        },
        async graphql(query, variables, permission) {
            const write = query.trimStart().startsWith('mutation');
            const asked = { what: `GitHub, GraphQL ${nameOf(query)}`, permission, write, input };
            const loaded = await octokit();
            const data = await explained(asked, redact, () => loaded.graphql(query, { ...variables, request: fetchFor(!write) }));
            // A page of a proxy, or half an answer: of a mutation nobody knows whether it happened.
            if (data === undefined)
                throw new domain_errors/* RekeyError */.Z$(write ? 'RK9002' : 'RK9005', `${asked.what}: no GraphQL.`);
            return data;
        },
    };
}
const library = (0,lazily/* lazily */.q)(() => Promise.all(/* import() */[__webpack_require__.e("octokit-plugin-rest-endpoint-methods"), __webpack_require__.e("octokit-rest")]).then(__webpack_require__.bind(__webpack_require__, "@octokit/rest/dist-src/index")));
async function load({ api, log }) {
    const { Octokit } = await library();
    const say = (message) => log.debug(message);
    return new Octokit({ baseUrl: api, log: { debug: say, info: say, warn: say, error: say } });
}
/** Octokit encodes what stands in `{}`; these three it would let leave the path. */
function refuseOddSegments(route, parameters) {
    for (const [, name = ''] of route.matchAll(/\{(\w+)\}/g)) {
        const value = parameters[name] ?? '';
        if (value === '' || value === '.' || value === '..') {
            throw new domain_errors/* RekeyError */.Z$('RK9006', `{${name}} cannot be part of an address: ${(0,tools_text/* codeSpan */.SS)(value) || 'empty'}.`);
        }
    }
}
/** Octokit's errors hold bodies; of them only what is needed is read, and the rest is dropped. */
async function explained(asked, redact, call) {
    try {
        return await call();
    }
    catch (thrown) {
        const cause = thrown instanceof Error ? thrown.cause : undefined;
        if (cause instanceof domain_errors/* RekeyError */.Z$ || cause instanceof processKilled/* ProcessKilled */.n)
            throw cause;
        if (isGraphqlFailure(thrown))
            throw graphqlError(quotable(thrown, redact), asked);
        if (isRestFailure(thrown)) {
            throw restError({ ...thrown.response, headers: asStrings(thrown.response.headers) }, asked);
        }
        throw thrown;
    }
}
const quotable = ({ headers, errors }, redact) => ({
    headers,
    errors: errors.map(({ type = '', message = '' }) => ({ type: redact(type), message: redact(message) })),
});
const isGraphqlFailure = (thrown) => thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors) && 'headers' in thrown;
const isRestFailure = (thrown) => thrown instanceof Error && 'response' in thrown && thrown.response !== undefined;
/** `query Keys(`: its name, for messages. */
const nameOf = (query) => /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? 'query';
const asStrings = (headers) => Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

;// CONCATENATED MODULE: ./.build/src/runtime/host/actionsRun.js
/** An owner's job when the runner did not tell its id: the name of its machine. */
const RUNNER_PREFIX = 'runner:';
const PAGE = 100;
async function actionsJobOver(owner, github) {
    if (owner.job.startsWith(RUNNER_PREFIX)) {
        return overOnRunner(await jobsOf(owner, github), owner.job.slice(RUNNER_PREFIX.length));
    }
    const { data } = await github.request('GET /repos/{owner}/{repo}/actions/jobs/{job_id}', { ...split(owner.repository), job_id: owner.job }, 'actions: read');
    const job = (data ?? {});
    if (String(job.run_id) !== owner.run || job.run_attempt !== owner.attempt)
        return 'unknown';
    return job.status === 'completed' ? 'over' : 'running';
}
/** A machine runs one job at a time, but perhaps several of one attempt, one after the other. */
function overOnRunner(jobs, runner) {
    if (jobs.length === 0)
        return 'unknown';
    if (jobs.every(isOver))
        return 'over';
    const ours = jobs.filter((job) => job.runner_name === runner);
    if (ours.length === 0)
        return 'unknown';
    return ours.every(isOver) ? 'over' : 'running';
}
const isOver = (job) => job.status === 'completed';
/** https://docs.github.com/en/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run-attempt */
async function jobsOf(owner, github) {
    const jobs = [];
    for (let page = 1;; page += 1) {
        const { data } = await github.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs', { ...split(owner.repository), run_id: owner.run, attempt_number: owner.attempt, per_page: PAGE, page }, 'actions: read');
        const found = (data ?? {}).jobs ?? [];
        jobs.push(...found);
        if (found.length < PAGE)
            return jobs;
    }
}
/** https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run */
async function approvalsOf(owner, github) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals', { ...split(owner.repository), run_id: owner.run }, 'actions: read');
    const reviews = Array.isArray(data) ? data : [];
    return reviews
        .filter((review) => review.state === 'approved')
        .flatMap(({ user, environments = [] }) => environments.map((environment) => ({ by: user?.login ?? '', environment: environment.name ?? '' })))
        .filter(({ by, environment }) => by !== '' && environment !== '');
}
function split(repository) {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
}

;// CONCATENATED MODULE: ./.build/src/runtime/host/localProcess.js
/** Of another machine nobody here can tell. A number that started at another time belongs to another process. */
async function localProcessOver(owner, me, startOf) {
    if (me.kind !== 'local' || owner.host !== me.host)
        return 'unknown';
    const started = await startOf(owner.pid);
    if (started === undefined)
        return 'over';
    // Where the system does not tell start times, a living number is taken for the same process.
    return started === '' || owner.started === '' || started === owner.started ? 'running' : 'over';
}

;// CONCATENATED MODULE: ./.build/src/runtime/host/createHost.js



/** Where processes run: jobs of GitHub Actions by its API, processes of this machine by the system. */
function createHost(options) {
    const { me, github, startOf } = options;
    return {
        me,
        over(owner) {
            return owner.kind === 'local'
                ? localProcessOver(owner, me, startOf)
                : actionsJobOver(owner, github).catch(unknownWhenRefused);
        },
        approvals: async () => (me.kind === 'actions' ? approvalsOf(me, github) : []),
    };
}
/** No answer, 403 and 404 all say the same: nobody knows. The end of the claim decides then. */
function unknownWhenRefused(thrown) {
    if (thrown instanceof domain_errors/* RekeyError */.Z$)
        return 'unknown';
    throw thrown;
}

;// CONCATENATED MODULE: ./.build/src/runtime/host/processes.js

const startOf = async (pid) => {
    if (!isAlive(pid))
        return undefined;
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
};
function isAlive(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        // Not ours to signal, but there.
        return error.code === 'EPERM';
    }
}
/** Boot and ticks since then. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, field 22 */
async function fromProc(pid) {
    try {
        const stat = await (0,promises_.readFile)(`/proc/${pid}/stat`, 'utf8');
        const boot = await (0,promises_.readFile)('/proc/sys/kernel/random/boot_id', 'utf8');
        // The name in brackets may hold spaces, so count from behind it.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (isEnded(fields[0]))
            return undefined;
        return `${boot.trim()} ${fields[19] ?? ''}`;
    }
    catch {
        return isAlive(pid) ? '' : undefined;
    }
}
/** It has ended, and nobody has asked how: in a container without an init that lasts for ever, and a signal still finds it. */
const isEnded = (state = '') => /^[ZX]/i.test(state);
async function fromPs(pid) {
    const { getExecOutput } = await __webpack_require__.e("actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec"));
    try {
        const { stdout } = await getExecOutput('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
            silent: true,
            ignoreReturnCode: true,
        });
        const [, state, started = ''] = /^\s*(\S+)\s+(.*\S)/.exec(stdout) ?? [];
        return isEnded(state) ? undefined : started;
    }
    catch {
        return '';
    }
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/exactJson.js
/** Outside of texts; sixteen digits and more, because what is shorter is exact. */
const TEXT_OR_LONG = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;
/**
 * JSON in which no whole number is rounded: one beyond 2^53 comes as the text of its digits, because ids are often that long. A byte
 * order mark before it is skipped. Throws SyntaxError.
 */
function parseJson(text) {
    const bare = text.replace(/^\uFEFF/, '');
    const value = JSON.parse(bare);
    if (!/\d{16}/.test(bare))
        return value;
    // It is known to be JSON by now, so that texts and numbers can be told apart by their first character.
    return JSON.parse(bare.replace(TEXT_OR_LONG, (found) => (isExact(found) ? found : `"${found}"`)));
}
const isExact = (found) => found.startsWith('"') || Number.isSafeInteger(Number(found));

// EXTERNAL MODULE: ./.build/src/domain/tools/address.js
var tools_address = __webpack_require__("src/domain/tools/address");
// EXTERNAL MODULE: ./node_modules/ipaddr.js/lib/ipaddr.js
var ipaddr = __webpack_require__("ipaddr.js/lib/ipaddr");
var ipaddr_default = /*#__PURE__*/__webpack_require__.n(ipaddr);
;// CONCATENATED MODULE: ./.build/src/runtime/http/addresses.js

/** The IPv4 address inside a mapped or translated (NAT64) one; else the address itself. */
function innermost(address) {
    if (!(address instanceof (ipaddr_default()).IPv6))
        return address;
    if (address.isIPv4MappedAddress())
        return address.toIPv4Address();
    const bytes = address.toByteArray();
    if (address.range() === 'rfc6052' || isCompatible(bytes))
        return new (ipaddr_default()).IPv4(bytes.slice(12));
    return address;
}
/** `::a.b.c.d`, the old form of IPv4 in IPv6, which some systems still route; `::` and `::1` are their own. */
const isCompatible = (bytes) => bytes.slice(0, 12).every((byte) => byte === 0) && bytes.slice(12, 15).some((byte) => byte !== 0);
/** Metadata services of clouds that lie in private ranges; the others are link-local. A listed host may not be one either. */
const METADATA = new Set(['fd00:ec2::254', '100.100.100.200']);
/** Kinds of address that a listed host may have besides public ones. */
const LISTED = new Set(['private', 'uniqueLocal', 'carrierGradeNat', 'loopback']);
/**
 * May we connect to this address? Public ones always; private ones when the host is listed; link-local ones, where cloud
 * metadata services live, never. A loopback host is spoken to without TLS, so it may have loopback addresses only.
 */
function mayConnect(address, host) {
    if (!ipaddr_default().isValid(address))
        return false;
    const inner = innermost(ipaddr_default().parse(address));
    if (METADATA.has(inner.toString()))
        return false;
    const range = inner.range();
    if (host.loopback)
        return range === 'loopback';
    return range === 'unicast' || (host.listed && LISTED.has(range));
}
/** The host of a URL as an IP address; undefined for a name. */
function ipLiteral(hostname) {
    // A URL writes each IPv4 address in decimals, so a name that ends in a letter is none; most names end here.
    if (!/\d$|:/.test(hostname))
        return undefined;
    const bare = hostname.replace(/^\[|\]$/g, '');
    return ipaddr_default().isValid(bare) ? bare : undefined;
}
/** Is the host listed? An IPv6 address may be written with its brackets or without, as in a URL or as in a list of addresses. */
function isListed(hostname, list) {
    return list.some((host) => plainHost(host) === plainHost(hostname));
}
/** An address has many forms: `::1` is `0:0:0:0:0:0:0:1`. */
function plainHost(host) {
    const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
    return bare.includes(':') && ipaddr_default().isValid(bare) ? ipaddr_default().parse(bare).toNormalizedString() : bare;
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/guard.js




/** The address as a URL, when it may be spoken to. What names resolve to is checked by the transport, at connection time. */
function allowedUrl(address, boundary) {
    const url = parse(address);
    const here = (0,tools_address/* isLoopback */.U9)(url.hostname);
    const loopback = boundary.allowLoopbackHttp && here;
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))
        throw notHttps(url, here);
    if (url.username !== '' || url.password !== '')
        throw refused(url, 'it holds a user name or password');
    const ip = ipLiteral(url.hostname);
    const listed = isListed(url.hostname, boundary.allowPrivateHosts);
    if (ip !== undefined && !loopback && !(listed && mayConnect(ip, { listed, loopback })))
        throw refused(url, 'it is a bare IP address', listed ? NEVER : undefined);
    if (boundary.origins !== 'any-public' && !boundary.origins.includes(url.origin)) {
        throw refused(url, 'it is none of the origins this part may talk to');
    }
    return url;
}
function parse(address) {
    try {
        return new URL(address);
    }
    catch {
        throw new domain_errors/* RekeyError */.Z$('RK9006', 'An address is not a URL.');
    }
}
const NEVER = 'Use a host name: an address of this kind is refused even when it is listed.';
function notHttps(url, loopback) {
    if (url.protocol !== 'http:')
        return refused(url, 'it is not https', 'Use https.');
    return loopback
        ? refused(url, 'plain http to loopback works on a laptop, not in Actions', 'Use https here.')
        : refused(url, 'it is plain http, and this host is not loopback', 'Use https; listing the host is not enough.');
}
/** An IPv6 address has two colons side by side, which foreign text may not have. */
const named = ({ host, hostname }) => ipLiteral(hostname) === undefined ? (0,tools_text/* codeSpan */.SS)(host) : `\`${host}\``;
const refused = (url, why, next) => new domain_errors/* RekeyError */.Z$('RK9006', `${named(url)} may not be spoken to: ${why}.`, next === undefined ? {} : { next });

;// CONCATENATED MODULE: ./.build/src/runtime/http/wire.js
/** No answer. `sent` says whether the server may have seen the request; in doubt it is `maybe`. */
class TransportFailure extends Error {
    sent;
    reason;
    /** Name or code of what was thrown, such as `ERR_OUT_OF_RANGE`, where the reason does not say it all. */
    detail;
    /** The address of the proxy that the request was to go through, without a login. */
    proxy;
    constructor(sent, reason, detail, proxy) {
        super(reason);
        this.name = 'TransportFailure';
        this.sent = sent;
        this.reason = reason;
        this.detail = detail;
        this.proxy = proxy;
    }
}
const isRead = (method) => ['GET', 'HEAD', 'LIST'].includes(method);

;// CONCATENATED MODULE: ./.build/src/runtime/http/redirects.js



const MOST = 3;
const isRedirect = (status) => status >= 300 && status < 400;
/**
 * Follows redirects of reads on the same origin. A secret never goes where only a server says: another origin is refused,
 * and so is every redirect of a write, which would send the body twice.
 * @param redact takes known values out of a text, because the address may repeat what the server heard
 */
async function followRedirects(request, send, redact) {
    let { url } = request;
    for (let hops = 0;; hops += 1) {
        const answer = await send({ ...request, url });
        if (!isRedirect(answer.status))
            return answer;
        const { location = '' } = answer.headers;
        const target = location !== '' && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
        const why = refusal(request, url, target, hops);
        if (target === undefined || why !== undefined) {
            const whither = target && redact(location) === location ? `, to ${(0,tools_text/* codeSpan */.SS)(target.origin)}` : '';
            throw new domain_errors/* RekeyError */.Z$('RK9003', `${request.method} ${url.origin}: ${why ?? ''}${whither}.`);
        }
        url = target;
    }
}
function refusal(request, from, to, hops) {
    if (to === undefined)
        return 'a redirect without a usable address';
    if (to.origin !== from.origin)
        return 'a redirect to another origin';
    if (!isRead(request.method))
        return 'a redirect of a write';
    return hops === MOST ? `more than ${MOST} redirects` : undefined;
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/retry.js



const TRIES = 3;
const FIRST_PAUSE = 0.5 * time/* SECOND */.Z2;
/** A server that asks for longer than this is left to the engine, which has other work meanwhile. */
const LONGEST_PAUSE = 30 * time/* SECOND */.Z2;
/** Repeats a read that was throttled or met a fault: three tries in all, with full jitter. The last answer is final. */
async function withRetries(attempt, { clock, random }) {
    for (let tries = 1;; tries += 1) {
        const outcome = await attempt().catch(failureOnly);
        const pause = pauseAfter(outcome, tries, random);
        if (pause === undefined || tries === TRIES) {
            if (outcome instanceof TransportFailure)
                throw outcome;
            return outcome;
        }
        await clock.sleep(pause);
    }
}
function failureOnly(thrown) {
    if (thrown instanceof TransportFailure)
        return thrown;
    throw thrown;
}
const LASTING = new Set(['certificate', 'private address', 'own fault']);
/** Undefined: another try would not help. */
function pauseAfter(outcome, tries, random) {
    const jitter = random.fraction() * FIRST_PAUSE * 2 ** tries;
    if (outcome instanceof TransportFailure) {
        return LASTING.has(outcome.reason) ? undefined : jitter;
    }
    if (!isPassing(outcome.status))
        return undefined;
    const asked = (0,retryAfter/* retryAfterOf */.s)(outcome);
    if (asked === undefined)
        return jitter;
    return asked <= LONGEST_PAUSE ? asked + jitter : undefined;
}
/** 412 is how Vault says that this node has not yet seen a write. https://developer.hashicorp.com/vault/docs/enterprise/consistency */
const isPassing = (status) => status === 429 || status === 408 || status === 412 || (status >= 500 && status !== 501);

;// CONCATENATED MODULE: ./.build/src/domain/secretJson.js
/** JSON that stands as one text inside another JSON, a form or a header, with secrets in it, such as the `SecretString` of AWS; only the HTTP port writes it. */
class SecretJsonText {
    json;
    constructor(json) {
        this.json = json;
    }
    toString() {
        return '***';
    }
    toJSON() {
        return '***';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '***';
    }
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/secrets.js



function openerFor(origin) {
    const text = (value) => {
        if (typeof value === 'string')
            return value;
        if (value instanceof secret/* SecretText */.o)
            return joined(value, value.pieces.map(text).join(''));
        if (value instanceof SecretJsonText)
            return learned(JSON.stringify(json(value.json)));
        if (!value.mayTravelTo(origin))
            throw new domain_errors/* RekeyError */.Z$('RK4007', `A secret value may not go to ${origin}.`);
        return value.reveal();
    };
    const json = (value) => {
        if (value instanceof secret/* SecretValue */.i || value instanceof secret/* SecretText */.o || value instanceof SecretJsonText)
            return text(value);
        if (isList(value))
            return value.map(json);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, json(inner)]));
    };
    return { text, json };
}
function joined({ encoding }, clear) {
    if (encoding === 'plain')
        return clear;
    return learned(Buffer.from(clear, 'utf8').toString('base64'));
}
/** A value of its own, made only so that the masker learns it: no mask of the parts covers their common encoding. */
function learned(text) {
    return secret/* SecretValue */.i.of(text, []).reveal();
}
const isList = (value) => Array.isArray(value);
/** The body in clear and its content type. */
function openBody(request, open) {
    if (request.json !== undefined) {
        return { body: JSON.stringify(open.json(request.json)), type: 'application/json' };
    }
    if (request.form !== undefined) {
        const pairs = Object.entries(request.form).map(([name, value]) => [
            name,
            open.text(value),
        ]);
        return { body: new URLSearchParams(pairs).toString(), type: 'application/x-www-form-urlencoded' };
    }
    return request.text === undefined ? undefined : { body: request.text };
}
/** Headers in clear, names in lower case. A value that cannot be a header is refused here, where no library can print it. */
function openHeaders(request, open) {
    const headers = {};
    for (const [name, value] of Object.entries(request.headers ?? {})) {
        const clear = open.text(value);
        if (!secret/* SecretValue */.i.fitsInHeader(clear)) {
            throw new domain_errors/* RekeyError */.Z$('RK4008', `The value for the header ${name} holds a character no header may hold.`);
        }
        headers[name.toLowerCase()] = clear;
    }
    return headers;
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/signAws.js



const signAws_library = (0,lazily/* lazily */.q)(() => __webpack_require__.e("aws4fetch").then(__webpack_require__.bind(__webpack_require__, "aws4fetch/dist/aws4fetch.esm.mjs")));
const ADDED = ['authorization', 'x-amz-date', 'x-amz-security-token'];
/** Signature Version 4 over what AWS asks for, and nothing that a proxy may change: host, content type and x-amz- headers. */
async function awsHeaders(sign, { method, url, headers, body = '' }, open, now) {
    const keys = {
        accessKeyId: open.text(sign.accessKeyId),
        secretAccessKey: open.text(sign.secretAccessKey),
        ...(sign.sessionToken && { sessionToken: open.text(sign.sessionToken) }),
    };
    // Checked here, because the library would print in its error what it cannot send.
    for (const [part, text] of Object.entries(keys))
        if (text === '' || !secret/* SecretValue */.i.fitsInHeader(text))
            throw new domain_errors/* RekeyError */.Z$('RK4008', `The AWS ${part} is empty, or holds a character that no header may hold.`);
    const { AwsV4Signer } = await signAws_library();
    const signed = await new AwsV4Signer({
        ...keys,
        method,
        url: url.href,
        body,
        region: sign.region,
        service: sign.service,
        datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => isSigned(name))),
        allHeaders: true,
    }).sign();
    const added = ADDED.flatMap((name) => {
        const text = signed.headers.get(name);
        return text === null ? [] : [[name, text]];
    });
    return Object.fromEntries(added);
}
const isSigned = (name) => name === 'content-type' || name.startsWith('x-amz-');

;// CONCATENATED MODULE: ./.build/src/runtime/http/sign.js



const sign_library = (0,lazily/* lazily */.q)(() => __webpack_require__.e("standardwebhooks").then(__webpack_require__.bind(__webpack_require__, "standardwebhooks/dist/index")));
/** The headers that a signature adds; none when the request asks for no signature. */
async function signatureHeaders(sign, message, open, now) {
    if (sign === undefined)
        return {};
    return 'aws' in sign ? awsHeaders(sign.aws, message, open, now) : webhookHeaders(sign, message, open, now);
}
/** https://www.standardwebhooks.com */
async function webhookHeaders({ id, secret }, { body = '' }, open, now) {
    const { Webhook } = await sign_library();
    return {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now / 1000)),
        'webhook-signature': signer(Webhook, open.text(secret)).sign(id, new Date(now), body),
    };
}
function signer(Webhook, secret) {
    try {
        return secret.startsWith('whsec_')
            ? new Webhook(secret)
            : new Webhook(new Uint8Array(Buffer.from(secret, 'utf8')), { format: 'raw' });
    }
    catch {
        throw new domain_errors/* RekeyError */.Z$('RK4008', 'The signing secret is empty, or is not base64 after whsec_.');
    }
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/createHttp.js












const TIMEOUT = 30 * time/* SECOND */.Z2;
const createHttp_MAX_BYTES = 2 * 1024 * 1024;
/** The Http port over a transport. One for each adapter, because each has its own origins. */
function createHttp(options) {
    return {
        async send(request) {
            const wire = await toWire(request, options);
            const began = options.clock.monotonic();
            const { transport, redact = unchanged } = options;
            if (!wire.safe && request.permit?.() === false)
                throw new domain_errors/* RekeyError */.Z$('RK9014', `${wire.method} ${wire.url.origin}: it was too late, so nothing was sent.`);
            const once = () => followRedirects(wire, transport, redact);
            const answer = await (wire.safe ? withRetries(once, options) : once()).catch((thrown) => {
                throw createHttp_explained(thrown, wire);
            });
            const took = Math.round(options.clock.monotonic() - began);
            options.log.debug(`${createHttp_named(request, wire)} ${answer.status} in ${took} ms`);
            if (answer.cut === true || Buffer.byteLength(answer.body) > wire.maxBytes) {
                throw new domain_errors/* RekeyError */.Z$('RK9004', `${wire.method} ${wire.url.origin}: more than ${wire.maxBytes} bytes.`);
            }
            return toResponse(isRefusal(answer) ? redacted(answer, redact) : answer, wire);
        },
    };
}
const unchanged = (text) => text;
const isRefusal = ({ status }) => status >= 400;
function redacted(answer, redact) {
    const headers = Object.entries(answer.headers).map(([name, text]) => [name, redact(text)]);
    return {
        ...answer,
        body: redact(answer.body),
        headers: Object.fromEntries(headers),
    };
}
async function toWire(request, options) {
    const url = allowedUrl(request.url instanceof secret/* SecretValue */.i ? request.url.reveal() : request.url, options);
    if (url.protocol === 'http:')
        options.onPlainHttp?.(url.origin);
    const open = openerFor(url.origin);
    open.text(request.url);
    const body = openBody(request, open);
    const unsigned = {
        method: request.method,
        url,
        headers: {
            accept: 'application/json',
            'user-agent': options.userAgent,
            ...(body?.type !== undefined && { 'content-type': body.type }),
            ...openHeaders(request, open),
        },
        ...(body !== undefined && { body: body.body }),
    };
    const signature = await signatureHeaders(request.sign, unsigned, open, options.clock.now());
    return {
        ...unsigned,
        headers: { ...unsigned.headers, ...signature },
        safe: request.safe ?? isRead(request.method),
        timeout: request.timeout ?? TIMEOUT,
        maxBytes: request.maxBytes ?? createHttp_MAX_BYTES,
    };
}
/** Method and address for the log; of an address that is a secret only the origin. */
function createHttp_named(request, wire) {
    const path = request.url instanceof secret/* SecretValue */.i ? '/***' : wire.url.pathname;
    return `${wire.method} ${wire.url.origin}${path}`;
}
function createHttp_explained(thrown, wire) {
    if (!(thrown instanceof TransportFailure))
        return (0,domain_errors/* asRekeyError */.fq)(thrown);
    const message = `${wire.method} ${wire.url.origin}: ${saidOf(thrown)}.`;
    if (thrown.reason === 'private address')
        return new domain_errors/* RekeyError */.Z$('RK9006', message);
    if (thrown.reason === 'certificate')
        return new domain_errors/* RekeyError */.Z$('RK9013', message);
    const lost = thrown.sent === 'maybe' && !wire.safe;
    if (thrown.reason === 'own fault')
        return ownFault(message, thrown, lost);
    if (lost)
        return new domain_errors/* RekeyError */.Z$('RK9002', message);
    const next = thrown.proxy === undefined ? WHERE[thrown.reason] : PROXY;
    return new domain_errors/* RekeyError */.Z$('RK9001', message, next === undefined ? {} : { next });
}
/** What comes before an answer is mostly the address; an outage is over by the next run. */
const WHERE = {
    refused: 'Check the address and its port in the config; where they are right nothing listens there now, and the next run tries again.',
    'unknown host': 'Check the name of the host in the config, and the DNS of this machine; the next run tries again.',
};
const PROXY = 'Check that the proxy of HTTPS_PROXY or HTTP_PROXY is up and lets this host through, or name the host in NO_PROXY.';
/** With a proxy it is the proxy that refuses, or that is not there: its name leads to the cause, that of the server does not. */
function saidOf({ reason, detail, proxy }) {
    if (proxy === undefined || reason === 'own fault')
        return reason;
    return reason === 'refused' && detail !== undefined
        ? `the proxy ${(0,tools_text/* codeSpan */.SS)(proxy)} refused it with ${detail}`
        : `${reason}, through the proxy ${(0,tools_text/* codeSpan */.SS)(proxy)}`;
}
/** Not the network's: a report helps, another look at the server does not, unless it may have seen the request. */
function ownFault(message, { sent, detail = '' }, lost) {
    const when = sent === 'no' ? 'before anything was sent' : 'while the answer was read';
    const whose = `${message.slice(0, -1)} of Rekey ${when} (${(0,tools_text/* codeSpan */.SS)(detail)}).`;
    return new domain_errors/* RekeyError */.Z$(lost ? 'RK9002' : 'RK9900', whose);
}
function toResponse(answer, wire) {
    const date = (0,foreignTime/* readHttpDate */.lq)(answer.headers['date']);
    return {
        status: answer.status,
        headers: answer.headers,
        text: answer.body,
        json() {
            try {
                return parseJson(answer.body);
            }
            catch {
                const status = String(answer.status);
                throw new domain_errors/* RekeyError */.Z$('RK9005', `${wire.method} ${wire.url.origin}: status ${status}, but no JSON.`);
            }
        },
        ...(date !== undefined && { date }),
    };
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/pace.js


/** How long a read may be held back; where a server asks for more it is sent all the same, and the engine waits. */
const READ_HOLD = 30 * time/* SECOND */.Z2;
/** An effect has a window and an end: it goes before reads, and what it waited is taken from the time it may take. */
const EFFECT_HOLD = 5 * time/* SECOND */.Z2;
/** So long a read may be overtaken by newer ones: a key that is further continues before others begin, and its waits run meanwhile. */
const OVERTAKEN = 8 * time/* SECOND */.Z2;
/** Of the pace that the server bore. */
const SHARE = 0.95;
/** After so long without a refusal it tries a pace that is a quarter faster; another refusal takes that back. */
const CALM = 30 * time/* SECOND */.Z2;
const STEP = 1.25;
/**
 * A server that says that it is asked too often is asked by one request after another, at the pace it bore: many keys at once
 * would otherwise use up their tries against each other. All ports of a process share this, for servers count by address and key.
 */
function paced(clock) {
    const lanes = new Map();
    return (transport) => async (request) => {
        const { origin } = request.url;
        const lane = lanes.get(origin) ?? new Lane(clock);
        lanes.set(origin, lane);
        const { safe, timeout } = request;
        const held = await lane.enter(safe);
        const sent = clock.monotonic();
        const answer = await transport(safe ? request : { ...request, timeout: left(timeout, held) });
        lane.heard(answer, sent);
        return answer;
    };
}
/** Whole, because the clock counts fractions and a timer takes none; never nothing, or the request would be over before it began. */
const left = (timeout, held) => Math.max(1, Math.floor(timeout - held));
/** The requests to one origin. */
class Lane {
    #clock;
    #waiting = [];
    #releasing = false;
    /** When those were sent that were not refused, as far as the last second goes. */
    #borne = [];
    /** Between two requests. 0: nobody was ever refused. */
    #spacing = 0;
    #next = -Infinity;
    #closedUntil = -Infinity;
    #calmSince = -Infinity;
    constructor(clock) {
        this.#clock = clock;
    }
    /** Ends when the request may be sent. @returns how long it was held back */
    async enter(safe) {
        const came = this.#now;
        if (this.#waiting.length === 0 && this.#turn <= came) {
            this.#next = came + this.#spacing;
            return 0;
        }
        await new Promise((go) => {
            this.#waiting.push({ safe, came, go, latest: came + (safe ? READ_HOLD : EFFECT_HOLD) });
            if (!this.#releasing)
                void this.#release();
        });
        return this.#now - came;
    }
    heard(answer, sent) {
        if (answer.status === 429)
            this.#refused((0,retryAfter/* retryAfterOf */.s)(answer) ?? time/* SECOND */.Z2, sent);
        else
            this.#accepted(sent);
    }
    async #release() {
        this.#releasing = true;
        while (this.#waiting.length > 0) {
            const latest = Math.min(...this.#waiting.map((one) => one.latest));
            const pause = Math.min(this.#turn, latest) - this.#now;
            if (pause > 0)
                await this.#clock.sleep(Math.ceil(pause));
            else
                this.#let(this.#waiting.find((one) => one.latest <= this.#now) ?? this.#first);
        }
        this.#releasing = false;
    }
    #let(one) {
        this.#waiting = this.#waiting.filter((other) => other !== one);
        this.#next = Math.max(this.#now, this.#next) + this.#spacing;
        one?.go();
    }
    get #first() {
        const effect = this.#waiting.find(({ safe }) => !safe);
        const [oldest] = this.#waiting;
        const waited = oldest === undefined ? 0 : this.#now - oldest.came;
        return effect ?? (waited > OVERTAKEN ? oldest : this.#waiting.at(-1));
    }
    #accepted(sent) {
        this.#borne = [...this.#borne.filter((at) => at > sent - time/* SECOND */.Z2), sent];
        if (this.#spacing === 0 || this.#now - this.#calmSince < CALM)
            return;
        this.#calmSince = this.#now;
        this.#spacing /= STEP;
    }
    #refused(asked, sent) {
        if (asked > READ_HOLD)
            return;
        const wasClosed = sent < this.#closedUntil;
        this.#closedUntil = Math.max(this.#closedUntil, sent + asked);
        if (wasClosed)
            return;
        this.#calmSince = this.#now;
        const borne = this.#borne.filter((at) => at > sent - time/* SECOND */.Z2).length;
        const learned = time/* SECOND */.Z2 / Math.max(1, borne * SHARE);
        this.#spacing = this.#spacing === 0 ? learned : Math.min(learned, this.#spacing * STEP);
    }
    /** When the next may be sent. */
    get #turn() {
        return Math.max(this.#next, this.#closedUntil);
    }
    get #now() {
        return this.#clock.monotonic();
    }
}

// EXTERNAL MODULE: ./.build/src/runtime/http/proxyAddress.js
var proxyAddress = __webpack_require__("src/runtime/http/proxyAddress");
;// CONCATENATED MODULE: ./.build/src/runtime/http/route.js

/**
 * What in the environment of this process decides where its connections go and whom it trusts, a line each. A step before ours may have
 * set it, so it is named in the log.
 */
function routeNotes(proxy, extraCertificates) {
    const { http, https } = proxy;
    const proxies = [...new Set([https, http].filter((address) => address !== undefined))];
    return [
        ...proxies.map((address) => `Connections go through the proxy ${(0,proxyAddress/* withoutLogin */.n)((0,proxyAddress/* withScheme */.G)(address))}.`),
        ...Object.entries(extraCertificates).map(([name, value]) => certificates(name, value)),
    ];
}
/** Whether Node reads those of OpenSSL depends on how it was built. */
function certificates(name, value) {
    if (name === 'NODE_USE_SYSTEM_CA')
        return `Certificates of this machine are trusted too (${name}=${value}).`;
    return `Certificates in ${value} (${name}) ${name.startsWith('SSL_') ? 'may be' : 'are'} trusted too.`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__("node:util");
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__("node:zlib");
;// CONCATENATED MODULE: ./.build/src/runtime/http/decoded.js


/** https://www.rfc-editor.org/rfc/rfc9110#name-content-encoding */
const DECODE = {
    gzip: (0,external_node_util_.promisify)(external_node_zlib_.gunzip),
    'x-gzip': (0,external_node_util_.promisify)(external_node_zlib_.gunzip),
    deflate: (0,external_node_util_.promisify)(external_node_zlib_.inflate),
    br: (0,external_node_util_.promisify)(external_node_zlib_.brotliDecompress),
};
/**
 * The bytes of a body without its encodings: we ask for none, and some servers and proxies compress all the same. Undefined: more than
 * `most` bytes come out. Throws when they are not what the header says. What we do not know stays as it is.
 */
async function decoded(bytes, encoding, most) {
    let body = bytes;
    for (const name of (encoding ?? '').toLowerCase().split(',').reverse()) {
        const decode = DECODE[name.trim()];
        if (!decode || body.length === 0)
            continue;
        try {
            body = await decode(body, { maxOutputLength: most });
        }
        catch (thrown) {
            if (thrown.code === 'ERR_BUFFER_TOO_LARGE')
                return undefined;
            throw thrown;
        }
    }
    return body;
}

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__("node:dns");
;// CONCATENATED MODULE: ./.build/src/runtime/http/guardedLookup.js



const PRIVATE_ADDRESS = 'RK_PRIVATE_ADDRESS';
/**
 * A DNS look-up that fails when any address of the host is one we may not connect to. The socket connects to what this
 * answers, so a name that changes its address between check and use gains nothing.
 * @param resolve the system's look-up; replaced in tests
 */
function guardedLookup(rules, resolve = external_node_dns_.lookup) {
    return (hostname, options, callback) => {
        const host = {
            listed: isListed(hostname, rules.allowPrivateHosts),
            loopback: rules.allowLoopback && (0,tools_address/* isLoopback */.U9)(hostname),
        };
        resolve(hostname, { ...options, all: true }, (error, found) => {
            const [first] = error ? [] : found;
            if (error || first === undefined) {
                callback(error ?? notFound(hostname), []);
            }
            else if (!found.every(({ address }) => mayConnect(address, host))) {
                callback(Object.assign(new Error('private address'), { code: PRIVATE_ADDRESS }), []);
            }
            else if (options.all === true) {
                callback(null, found);
            }
            else {
                callback(null, first.address, first.family);
            }
        });
    };
}
const notFound = (hostname) => Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });

;// CONCATENATED MODULE: ./.build/src/runtime/http/failures.js


/** What undici, net, tls or dns threw, as a failure that says whether the server may have seen the request. */
function failureOf(thrown, proxy) {
    const refusal = proxy === undefined ? undefined : PROXY_STATUS.exec(thrown instanceof Error ? thrown.message : '');
    if (refusal)
        return new TransportFailure('no', 'refused', `status ${refusal[1] ?? ''}`, proxy);
    const { sent, reason, detail } = withoutProxy(thrown);
    return new TransportFailure(sent, reason, detail, proxy);
}
/** undici's ProxyAgent tells of a refused CONNECT by this text alone. */
const PROXY_STATUS = /^Proxy response \((\d{3})\)/;
function withoutProxy(thrown) {
    const found = causes(thrown);
    for (const cause of found) {
        const reason = beforeSending(cause);
        if (reason !== undefined)
            return new TransportFailure('no', reason);
    }
    if (isTimeout(thrown))
        return new TransportFailure('maybe', 'timeout');
    // The first one decides: what a network says may have a fault of ours for its cause, but not the other way round.
    const own = found[0] === undefined ? 'no error' : failures_ownFault(found[0]);
    return own === undefined
        ? new TransportFailure('maybe', 'connection lost')
        : new TransportFailure(/assert/i.test(own) ? 'maybe' : 'no', 'own fault', own);
}
/** The same after the head of the answer was read: whatever it is, the server has seen the request. */
function failureAfter(thrown) {
    const { reason, detail } = failureOf(thrown);
    return new TransportFailure('maybe', reason, detail);
}
const OWN_NAMES = /^(TypeError|RangeError|ReferenceError|SyntaxError|EvalError|AssertionError)$/;
const OWN_CODES = /^(UND_ERR_(INVALID_ARG|NOT_SUPPORTED)|ERR_(INVALID_(ARG|CHAR|URL)|OUT_OF_RANGE|MISSING_ARGS|MODULE_|ASSERTION))/;
/** https://nodejs.org/api/errors.html#nodejs-error-codes: these refuse what was asked, before anything is written to a socket. */
function failures_ownFault({ name, code, syscall }) {
    if (syscall !== '' || !(OWN_NAMES.test(name) || OWN_CODES.test(code)))
        return undefined;
    return code === '' ? name : code;
}
/** The error, its causes, and the parts of an AggregateError (one for each address that was tried). */
function causes(thrown) {
    if (typeof thrown !== 'object' || thrown === null)
        return [];
    const { name = '', code = '', syscall = '', cause, errors = [] } = thrown;
    return [{ name, code: String(code), syscall }, ...[cause, ...errors].flatMap(causes)];
}
/** Failures that can only happen before a byte of the request has left. */
function beforeSending({ code, syscall }) {
    if (code === PRIVATE_ADDRESS)
        return 'private address';
    if (code === 'UND_ERR_CONNECT_TIMEOUT')
        return 'timeout';
    if (syscall === 'getaddrinfo')
        return 'unknown host';
    if (syscall === 'connect')
        return code === 'ETIMEDOUT' ? 'timeout' : 'refused';
    return isCertificate(code) ? 'certificate' : undefined;
}
/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const isCertificate = (code) => /^(CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|INVALID_CA|PATH_LENGTH|HOSTNAME_MISMATCH)/.test(code) || code === 'ERR_TLS_CERT_ALTNAME_INVALID';
function isTimeout(thrown) {
    return causes(thrown).some(({ name, code }) => name === 'TimeoutError' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT');
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/proxy.js


/** The proxy that a request goes to, without the login that its address may hold; undefined: none. */
function proxyFor(url, { http, https, none = '' }) {
    const proxy = url.protocol === 'https:' ? https : http;
    return proxy === undefined || isDirect(url, none) ? undefined : (0,proxyAddress/* withoutLogin */.n)((0,proxyAddress/* withScheme */.G)(proxy));
}
/** NO_PROXY as curl reads it: a name is meant with all below it, an address may be a range such as 10.0.0.0/8. */
function isDirect({ hostname, port, protocol }, none) {
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const number = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
    return none
        .toLowerCase()
        .split(/[\s,]+/)
        .some((entry) => entry === '*' || isInRange(host, entry) || isNamed(host, number, entry));
}
function isInRange(host, entry) {
    if (!ipaddr_default().isValid(host))
        return false;
    const address = ipaddr_default().parse(host);
    const bare = entry.replace(/^\[|\]$/g, '');
    if (ipaddr_default().isValid(bare))
        return ipaddr_default().parse(bare).toNormalizedString() === address.toNormalizedString();
    if (!ipaddr_default().isValidCIDR(entry))
        return false;
    const [range, bits] = ipaddr_default().parseCIDR(entry);
    return range.kind() === address.kind() && address.match(range, bits);
}
function isNamed(host, port, entry) {
    const [, name = '', only] = /^\*?\.?([^:]*?)(?::(\d+))?$/.exec(entry) ?? [];
    if (name === '' || (only !== undefined && only !== port))
        return false;
    return host === name || host.endsWith(`.${name}`);
}
/** One dispatcher for each proxy, made when it is first needed. */
function proxies(settings, direct, through) {
    const made = new Map();
    return (url) => {
        if (proxyFor(url, settings) === undefined)
            return direct;
        const address = (0,proxyAddress/* withScheme */.G)((url.protocol === 'https:' ? settings.https : settings.http) ?? '');
        const known = made.get(address) ?? through(address);
        made.set(address, known);
        return known;
    };
}

;// CONCATENATED MODULE: ./.build/src/runtime/http/undiciTransport.js






const CONNECT_TIMEOUT = 10 * time/* SECOND */.Z2;
/** Node's default of 250 ms gives up on servers of another continent. */
const TRY_ADDRESS_FOR = time/* SECOND */.Z2;
/** The real transport. https://undici.nodejs.org */
function undiciTransport(options) {
    const { proxy, ...direct } = options;
    const dispatchers = new Map();
    return async (request) => {
        // What is meant for this machine never goes through a proxy: there it would be another machine, and in clear.
        const here = options.allowLoopback && (0,tools_address/* isLoopback */.U9)(request.url.hostname);
        const dispatcher = dispatchers.get(here) ?? makeDispatcher(here || !proxy ? direct : { ...direct, proxy });
        dispatchers.set(here, dispatcher);
        const through = here || !proxy ? undefined : proxyFor(request.url, proxy);
        const answer = await begin(request, dispatcher).catch(asFailure((thrown) => failureOf(thrown, through)));
        return read(answer, request.maxBytes).catch(asFailure(failureAfter));
    };
}
const asFailure = (failure) => (thrown) => {
    throw failure(thrown);
};
async function makeDispatcher({ proxy, ...options }) {
    const { Agent, ProxyAgent } = await __webpack_require__.e("undici").then(__webpack_require__.t.bind(__webpack_require__, "undici/index", 19));
    // Said aloud, so that NODE_TLS_REJECT_UNAUTHORIZED in the environment changes nothing.
    const tls = { rejectUnauthorized: true };
    const agent = {
        connect: { ...tls, lookup: guardedLookup(options), timeout: CONNECT_TIMEOUT },
        autoSelectFamily: true,
        autoSelectFamilyAttemptTimeout: TRY_ADDRESS_FOR,
    };
    const direct = new Agent(agent);
    if (!proxy)
        return () => direct;
    return proxies(proxy, direct, (uri) => new ProxyAgent({ ...agent, uri, requestTls: tls, proxyTls: tls }));
}
/** A timer takes whole milliseconds, and no more than these. */
const LONGEST = 2 ** 31 - 1;
const whole = (timeout) => Math.min(LONGEST, Math.max(1, Math.ceil(timeout)));
async function begin(request, opening) {
    const undici = await __webpack_require__.e("undici").then(__webpack_require__.t.bind(__webpack_require__, "undici/index", 19));
    const dispatcher = (await opening)(request.url);
    const timeout = whole(request.timeout);
    return undici.request(request.url, {
        dispatcher,
        // undici's type knows only common methods; it sends any token, such as LIST.
        method: request.method,
        headers: { ...request.headers },
        body: request.body ?? null,
        signal: AbortSignal.timeout(timeout),
        headersTimeout: timeout,
        bodyTimeout: timeout,
    });
}
async function read(answer, maxBytes) {
    const headers = flat(answer.headers);
    const whole = await readUpTo(answer.body, maxBytes);
    const body = whole && (await decoded(whole, headers['content-encoding'], maxBytes));
    const status = answer.statusCode;
    return body ? { status, headers, body: body.toString('utf8') } : { status, headers, body: '', cut: true };
}
async function readUpTo(body, most) {
    const chunks = [];
    let size = 0;
    for await (const chunk of body) {
        size += chunk.byteLength;
        if (size > most)
            return undefined;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
function flat(headers) {
    return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]]));
}

;// CONCATENATED MODULE: ./.build/src/runtime/laptop.js

/** The repository and branch of the working directory, when it is a clone from this server. */
async function laptopCheckout(host) {
    const [remote, branch] = await Promise.all([
        output('git', ['remote', 'get-url', 'origin']),
        output('git', ['branch', '--show-current']),
    ]);
    return { repository: repositoryIn(remote ?? '', host), branch: branch === '' ? undefined : branch };
}
/** `owner/name` in `git@host:owner/name.git` or `https://host/owner/name`. */
function repositoryIn(remote, host) {
    const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)(?::\d+)?[:/]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(remote);
    return match?.[1] === host ? match[2] : undefined;
}
/** The token that GitHub's command line keeps for its user, if there is one. */
async function ghToken(server, api) {
    const token = await output('gh', ['auth', 'token', '--hostname', new URL(server).host]);
    return token === undefined || token === '' ? undefined : secret/* SecretValue */.i.of(token, [new URL(api).origin]);
}
/** What a program prints; undefined when it fails or is not installed. Nothing of it is shown. */
async function output(program, words) {
    const { getExecOutput } = await __webpack_require__.e("actions-exec").then(__webpack_require__.bind(__webpack_require__, "@actions/exec/lib/exec"));
    try {
        const { exitCode, stdout } = await getExecOutput(program, words, {
            silent: true,
            ignoreReturnCode: true,
        });
        return exitCode === 0 ? stdout.trim() : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./.build/src/runtime/errorJson.js
var errorJson = __webpack_require__("src/runtime/errorJson");
;// CONCATENATED MODULE: ./.build/src/runtime/lines.js

/**
 * Text that may hold foreign lines, safe to print: nothing in it is a workflow command any more, moves the cursor or hides. The runner
 * reads `::` where a line begins (after white space), and `##[` anywhere.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
function safeLines(text) {
    if (/^[ -~]*$/.test(text) && !/::|##\[/.test(text))
        return text;
    return (0,tools_text/* onLines */.lP)(text.replace(/\r\n?/g, '\n'))
        .split('\n')
        .map((line) => line.replace(/^(\s*)::/, '$1: :').replaceAll('##[', '# #['))
        .join('\n');
}

;// CONCATENATED MODULE: ./.build/src/runtime/laptopOutput.js



/** Outputs that are the path of a file or folder. */
const PATHS = ['plan', 'report', 'evidence'];
/** On a laptop the log has said it all; what is left is the result for programs, and where the files lie. */
function laptopOutput(options) {
    const { command, folder, log, redact } = options;
    const outputs = new Map();
    const parts = {};
    const errors = [];
    return {
        set: (name, value) => void outputs.set(name, value),
        summary: () => Promise.resolve(),
        error: (error) => void errors.push((0,errorJson/* errorJson */.d)(error)),
        result: (more) => void Object.assign(parts, more),
        async end(code) {
            const paths = PATHS.flatMap((name) => outputs.get(name) ?? []);
            const told = [...outputs].filter(([name]) => !PATHS.includes(name) && name !== 'artifact');
            const result = {
                v: 1,
                command,
                exit_code: code,
                ...Object.fromEntries(told.map(([name, value]) => [name.replaceAll('-', '_'), unfolded(value)])),
                ...(errors.length === 0 ? {} : { errors }),
                ...(paths.length === 0 ? {} : { files: paths }),
                ...parts,
            };
            const text = redact(`${JSON.stringify(result, null, 2)}\n`);
            if (options.json)
                options.write(text);
            if (paths.length === 0 && !options.keep)
                return;
            try {
                await options.files.write((0,external_node_path_.join)(folder, 'result.json'), text);
                const names = [...paths.map((path) => nameIn(folder, path)), 'result.json'];
                log.info(safeLines(`\nFiles    ${folder}: ${names.join(', ')}`));
            }
            catch (thrown) {
                log.warning(`${folder}: result.json could not be written: ${thrown.message}`);
            }
        },
    };
}
const nameIn = (folder, path) => path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : (0,external_node_path_.basename)(path);
/** An output that is a list is one here too. */
function unfolded(value) {
    return /^[[{]/.test(value) ? JSON.parse(value) : value;
}

;// CONCATENATED MODULE: ./.build/src/runtime/log.js

/** The log over a printer: every text passes the redaction and loses its workflow commands here, and nowhere else. */
function createLog(printer, redact) {
    const clean = (text) => safeLines(redact(text));
    let open = false;
    return {
        async group(title, body) {
            // Two rotations may be at work at once, and the runner cannot nest groups: the inner heading is a plain line.
            if (open) {
                printer.line(clean(title));
                return body();
            }
            open = true;
            printer.open(clean(title));
            try {
                return await body();
            }
            finally {
                open = false;
                printer.close();
            }
        },
        info: (line) => printer.line(clean(line)),
        // A plain line: annotations are few, and kept for the one message that decides.
        warning: (line) => printer.line(`Warning: ${clean(line)}`),
        debug: (line) => printer.debug(clean(line)),
    };
}
function actionsPrinter(core) {
    return {
        line: (text) => core.info(text),
        debug: (text) => core.debug(text),
        open: (title) => core.startGroup(title),
        close: () => core.endGroup(),
    };
}
/** @param verbose also shows debug lines */
function terminalPrinter(write, verbose) {
    return {
        line: (text) => write(`${text}\n`),
        debug: (text) => {
            if (verbose)
                write(`${text}\n`);
        },
        open: (title) => write(`\n${title}\n`),
        close: () => {
            // On a terminal the next heading ends a part.
        },
    };
}

;// CONCATENATED MODULE: ./.build/src/runtime/mask.js
/** Shorter texts are left alone: hiding them would hide half the log. */
const SHORTEST = 5;
/** Bytes; fewer are found in innocent texts. */
const SHORTEST_IN_BASE64 = 9;
const MASK = '***';
/**
 * Hides values in all the forms in which they may appear.
 * @param register tells the runner about one form; on a laptop nobody listens, and `redact` alone does the work
 */
function createMasker(register) {
    // By their first characters, the longest first, so that a thousand values cost a line no more than one does.
    const byStart = new Map();
    const shown = new Set();
    const startOf = (text, at = 0) => text.slice(at, at + SHORTEST);
    return {
        hide(value) {
            const clear = value.reveal();
            if (shown.has(clear))
                return;
            for (const form of formsOf(clear)) {
                const known = byStart.get(startOf(form)) ?? [];
                if (known.includes(form))
                    continue;
                byStart.set(startOf(form), [...known, form].sort((one, other) => other.length - one.length));
                register(form);
            }
        },
        show(text) {
            shown.add(text);
            for (const form of formsOf(text)) {
                const rest = byStart.get(startOf(form))?.filter((one) => one !== form) ?? [];
                if (rest.length > 0)
                    byStart.set(startOf(form), rest);
                else
                    byStart.delete(startOf(form));
            }
        },
        redact(text) {
            if (byStart.size === 0)
                return text;
            let clean = '';
            // Copied or hidden up to here.
            let done = 0;
            for (let at = 0; at < text.length; at += 1) {
                const form = byStart.get(startOf(text, at))?.find((one) => text.startsWith(one, at));
                if (form === undefined)
                    continue;
                if (at >= done)
                    clean += text.slice(done, at) + MASK;
                done = Math.max(done, at + form.length);
            }
            return clean + text.slice(done);
        },
    };
}
/**
 * The value as it is, each of its lines, and the encodings that the runner does not derive by itself.
 * https://github.com/actions/runner/blob/main/src/Sdk/DTLogging/Logging/ValueEncoders.cs
 */
function formsOf(value) {
    const lines = value.split(/\r?\n/).map((line) => line.trim());
    const texts = new Set([value, value.trim(), ...lines]);
    const forms = [...texts]
        .filter((text) => text.length >= SHORTEST)
        .flatMap((text) => [text, ...encodings(text)]);
    return [...new Set(forms)].filter((form) => form.length >= SHORTEST);
}
function encodings(text) {
    const bytes = Buffer.from(text, 'utf8');
    const withNewline = Buffer.from(`${text}\n`, 'utf8');
    const json = JSON.stringify(text).slice(1, -1);
    const percent = encodeURIComponent(bytes.toString('utf8'));
    return [
        bytes.toString('base64'),
        withNewline.toString('base64'),
        bytes.toString('base64url'),
        withNewline.toString('base64url'),
        ...[0, 1, 2].flatMap((offset) => inBase64(bytes, offset)),
        bytes.toString('hex'),
        bytes.toString('hex').toUpperCase(),
        percent,
        percent.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
        percent.replaceAll('%20', '+'),
        json,
        JSON.stringify(json).slice(1, -1),
        html(text),
    ];
}
/** What base64 of a longer text has of the value, whatever stands before and after it: the bytes that make whole groups of three. */
function inBase64(bytes, offset) {
    const groups = bytes.subarray(offset, offset + Math.floor((bytes.length - offset) / 3) * 3);
    return groups.length < SHORTEST_IN_BASE64 ? [] : [groups.toString('base64'), groups.toString('base64url')];
}
/** As the report's page writes it. */
const html = (text) => text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

;// CONCATENATED MODULE: ./.build/src/runtime/oidc.js




/**
 * A fresh token for each call, because it lives five minutes only. The toolkit's own `getIDToken` gives up at the first lost
 * connection; here the Http port repeats the read.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function createOidc(options) {
    let last = {};
    return {
        async token(audience) {
            if (options.request === undefined)
                throw noToken(options);
            const token = oidc_valueOf(await ask(options.http, options.request, audience), options.origins);
            last = await claimsOf(token);
            return token;
        },
        claims: () => last,
    };
}
async function ask(http, request, audience) {
    const url = new URL(request.url);
    url.searchParams.set('audience', audience);
    const headers = { authorization: new secret/* SecretText */.o(['Bearer ', request.token]) };
    const answer = await http.send({ method: 'GET', url: url.href, headers }).catch((thrown) => {
        if (thrown instanceof domain_errors/* RekeyError */.Z$ && thrown.kind === 'transient') {
            throw (0,domain_errors/* retold */.Xd)(thrown, 'RK3005', `GitHub gave no OIDC token: ${thrown.message}`);
        }
        throw thrown;
    });
    if (answer.status === 200)
        return answer;
    throw (0,httpError/* httpError */.p)(answer, {
        what: 'GitHub, ask for an OIDC token',
        write: false,
        denied: 'RK3001',
        broken: 'RK3001',
        transient: 'RK3005',
    });
}
function oidc_valueOf(answer, origins) {
    const data = answer.json();
    if (typeof data === 'object' && data !== null && 'value' in data && typeof data.value === 'string') {
        return secret/* SecretValue */.i.of(data.value, origins);
    }
    throw new domain_errors/* RekeyError */.Z$('RK3001', 'GitHub answered without an OIDC token.');
}
const decoder = (0,lazily/* lazily */.q)(() => __webpack_require__.e("jose").then(__webpack_require__.bind(__webpack_require__, "jose/dist/webapi/util/decode_jwt")));
/** What the token says of us, for messages; whoever is given the token checks its signature. */
async function claimsOf(token) {
    const { decodeJwt } = await decoder();
    try {
        const claims = Object.entries(decodeJwt(token.reveal()));
        return Object.fromEntries(claims.filter(([, value]) => typeof value !== 'object').map(([name, value]) => [name, String(value)]));
    }
    catch {
        throw new domain_errors/* RekeyError */.Z$('RK3001', 'GitHub answered with an OIDC token that cannot be read.');
    }
}
function noToken({ actions, event }) {
    if (!actions) {
        return new domain_errors/* RekeyError */.Z$('RK3001', 'On this machine there is no OIDC token.', {
            next: 'Run it in Actions, or set the token that the README of the identity names, such as VAULT_TOKEN.',
        });
    }
    if (event.startsWith('pull_request')) {
        return new domain_errors/* RekeyError */.Z$('RK3001', `On ${event} GitHub gives no OIDC token to forks.`, {
            next: 'Run it on the default branch, by schedule or workflow_dispatch.',
        });
    }
    return new domain_errors/* RekeyError */.Z$('RK3001', 'GitHub offers this job no OIDC token.', {
        next: 'Add "id-token: write" to the permissions of the job, and of the job that calls it if this is a reusable workflow.',
    });
}

;// CONCATENATED MODULE: ./.build/src/runtime/output.js


/** Above it GitHub shows nothing at all. */
const SUMMARY_BYTES = 1024 * 1024;
const ANNOTATION_CHARACTERS = 4096;
const CUT = '\n\n_Cut here: GitHub shows at most 1 MiB. The evidence has the rest._\n';
function actionsOutput(core, redact) {
    let shown = false;
    return {
        set(name, value) {
            try {
                core.setOutput(name, redact(value));
            }
            catch (error) {
                throw diskError(error);
            }
        },
        async summary(markdown) {
            const { summary } = core;
            await summary
                .addRaw(cutToFit(redact(markdown)))
                .write()
                .catch((error) => {
                throw diskError(error);
            });
        },
        error({ code, line }, about) {
            if (shown)
                return;
            shown = true;
            const text = (0,tools_text/* onLines */.lP)(redact(line)).slice(0, ANNOTATION_CHARACTERS);
            core.error(text, { title: (0,tools_text/* onOneLine */.GJ)(redact(`${code} ${about}`)) });
        },
        result: () => undefined,
        end: () => Promise.resolve(),
    };
}
/** Whole lines up to the limit, and a sentence when something is missing. */
function cutToFit(markdown, most = SUMMARY_BYTES) {
    if (Buffer.byteLength(markdown) <= most)
        return markdown;
    const room = most - Buffer.byteLength(CUT);
    const kept = Buffer.from(markdown).subarray(0, room).toString('utf8');
    return kept.slice(0, Math.max(0, kept.lastIndexOf('\n'))) + CUT;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__("node:fs");
;// CONCATENATED MODULE: ./.build/src/runtime/ownFolder.js




/** Where plan, report and evidence lie on a laptop, unless `--out` says otherwise. */
const OWN_FOLDER = '.rekey';
/** Ours alone: what is in it names keys, owners and failures. */
const MODE = 0o700;
/**
 * Files for a folder of this user alone. It is looked at now, before anything is done. One that a person names is made now, ours at
 * the first write; git does not see ours.
 * @param named said by a person, who may keep a folder as it is; else it is ours, and neither a link nor somebody else's
 * @returns files that write as `files` does, and the absolute path. Throws RK1009, which names the path
 */
async function ownFolder(files, path, named) {
    const folder = (0,external_node_path_.resolve)(path);
    const look = () => refuseForeign(folder, named);
    await look();
    const make = async () => {
        await makeLevels(folder);
        await look();
        if (named)
            return;
        await (0,promises_.chmod)(folder, MODE);
        await files.create((0,external_node_path_.join)(folder, '.gitignore'), '*\n');
    };
    let made = named ? make() : undefined;
    await made;
    const write = async (file, content) => {
        if (file.startsWith(`${folder}/`))
            await (made ??= make());
        return files.write(file, content);
    };
    return { files: { ...files, write }, path: folder };
}
/** Level by level: where a level cannot be made, the recursive call of Node may never end (seen in /proc). */
async function makeLevels(folder) {
    if (await (0,promises_.lstat)(folder).catch(() => undefined))
        return;
    await makeLevels((0,external_node_path_.dirname)(folder));
    await (0,promises_.mkdir)(folder, { mode: MODE }).catch((error) => {
        const { code = 'an error' } = Object(error);
        if (code !== 'EEXIST')
            throw unusable(folder, `cannot be made: the disk answered ${code}`);
    });
}
const unusable = (folder, why) => new domain_errors/* RekeyError */.Z$('RK1009', `${folder} ${why}.`, { next: 'Name another folder with --out.' });
async function refuseForeign(folder, named) {
    const wrong = (why) => unusable(folder, why);
    const found = await (0,promises_.lstat)(folder).catch(() => undefined);
    const writable = (path) => (0,promises_.access)(path, external_node_fs_.constants.W_OK | external_node_fs_.constants.X_OK).then(() => true, () => false);
    if (!found) {
        const above = await nearest((0,external_node_path_.dirname)(folder));
        if (!(await writable(above)))
            throw wrong(`cannot be made: ${above} may not be written`);
        return;
    }
    if (!named && found.isSymbolicLink())
        throw wrong('is a link, and files are not written through one');
    if (!named && !found.isDirectory())
        throw wrong('is no folder');
    if (!named && process.getuid !== undefined && found.uid !== process.getuid())
        throw wrong('belongs to another user');
    if (!(await writable(folder)))
        throw wrong('may not be written');
    const inside = await (0,promises_.lstat)((0,external_node_path_.join)(folder, 'evidence')).catch(() => undefined);
    if (inside && !inside.isDirectory())
        throw wrong('holds an "evidence" that is no folder');
}
/** The nearest folder above that exists. */
async function nearest(folder) {
    const there = await (0,promises_.lstat)(folder).catch(() => undefined);
    return there || (0,external_node_path_.dirname)(folder) === folder ? folder : nearest((0,external_node_path_.dirname)(folder));
}

;// CONCATENATED MODULE: ./.build/src/runtime/random.js

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const STEPS = 2 ** 32;
/** Chance from the operating system. */
const systemRandom = {
    id: (length) => Array.from({ length }, () => ALPHABET.charAt((0,external_node_crypto_.randomInt)(ALPHABET.length))).join(''),
    fraction: () => (0,external_node_crypto_.randomInt)(STEPS) / STEPS,
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__("node:os");
// EXTERNAL MODULE: ./.build/src/runtime/version.js
var version = __webpack_require__("src/runtime/version");
;// CONCATENATED MODULE: ./.build/src/runtime/runContext.js





const toolkitPayload = async () => {
    try {
        return (await Promise.all(/* import() */[__webpack_require__.e("actions-github"), __webpack_require__.e("octokit-plugin-rest-endpoint-methods"), __webpack_require__.e("undici")]).then(__webpack_require__.bind(__webpack_require__, "@actions/github/lib/github"))).context.payload;
    }
    catch {
        return {};
    }
};
/** Where and why this process runs. What only GitHub knows is filled in by `completeRun`. */
async function readRun(environment, payload = toolkitPayload) {
    return environment.actions ? actionsRun(environment, payload) : laptopRun(environment);
}
async function actionsRun({ job, server, sandbox }, payload) {
    const { repository, run, attempt } = job;
    const owner = {
        kind: 'actions',
        repository,
        run,
        attempt,
        job: job.id === '' ? `${RUNNER_PREFIX}${job.runner}` : job.id,
    };
    return {
        owner,
        repository,
        repositoryId: job.repositoryId,
        defaultBranch: branchIn(await payload()),
        event: job.event,
        actor: job.event === 'schedule' ? 'schedule' : job.actor,
        ref: job.ref,
        url: `${server}/${repository}/actions/runs/${run}/attempts/${attempt}`,
        version: version/* VERSION */.x,
        sandbox,
    };
}
/** Empty where the payload does not tell, as on a schedule. */
function branchIn({ repository }) {
    const { default_branch: branch } = Object(repository);
    return typeof branch === 'string' ? branch : '';
}
async function laptopRun(environment) {
    const { repository, branch } = await laptopCheckout(new URL(environment.server).host);
    return {
        owner: {
            kind: 'local',
            host: (0,external_node_os_.hostname)(),
            pid: process.pid,
            started: (await startOf(process.pid)) ?? '',
        },
        repository: repository ?? 'local',
        repositoryId: repository === undefined ? 'local' : '',
        defaultBranch: '',
        event: 'local',
        actor: (0,external_node_os_.userInfo)().username,
        ref: branch === undefined ? '' : `refs/heads/${branch}`,
        url: '',
        version: version/* VERSION */.x,
        sandbox: environment.sandbox,
    };
}
/** Asks GitHub, with one call, for the id and default branch that the surroundings did not tell. */
async function completeRun(run, github) {
    if (run.repository === 'local' || (run.repositoryId !== '' && run.defaultBranch !== ''))
        return run;
    const [owner = '', repo = ''] = run.repository.split('/');
    const { data } = await github.request('GET /repos/{owner}/{repo}', { owner, repo }, 'metadata: read');
    const { id, default_branch: branch } = (data ?? {});
    return {
        ...run,
        repositoryId: run.repositoryId || String(id ?? ''),
        defaultBranch: run.defaultBranch || (branch ?? ''),
    };
}

;// CONCATENATED MODULE: ./.build/src/commands/realWorld.js





















/** The machine, the network and GitHub as they are. Everything secret that comes into being is masked from the first moment. */
async function realWorld(environment, inputs, signal) {
    const core = environment.actions ? await Promise.all(/* import() */[__webpack_require__.e("actions-core"), __webpack_require__.e("actions-exec"), __webpack_require__.e("undici")]).then(__webpack_require__.bind(__webpack_require__, "@actions/core/lib/core")) : undefined;
    const masker = createMasker((form) => core?.setSecret(form));
    const redact = (text) => masker.redact(text);
    secret/* SecretValue */.i.onCreate((value) => masker.hide(value));
    for (const early of [environment.token, environment.journalToken, environment.oidc?.token])
        if (early)
            masker.hide(early);
    const printer = core
        ? actionsPrinter(core)
        : terminalPrinter(inputs.json ? terminal/* writeErr */.VJ : terminal/* writeOut */.sD, environment.debug);
    const log = createLog(printer, redact);
    if (environment.actions)
        for (const line of routeNotes(environment.proxy, environment.extraCertificates))
            log.info(line);
    const clock = environment.speed ? (0,runtime_clock/* clockAt */.w3)(environment.speed) : runtime_clock/* systemClock */.ml;
    const found = await readRun(environment);
    const userAgent = `rekey/${found.version}`;
    const pace = paced(clock);
    const onPlainHttp = plainHttpTold((line) => {
        if (!environment.sandbox)
            log.info(line);
    });
    const http = ({ origins, allowPrivateHosts }) => {
        const allowLoopback = environment.sandbox || !environment.actions;
        const { proxy } = environment;
        const transport = pace(undiciTransport({ allowPrivateHosts, allowLoopback, proxy }));
        const boundary = { origins, allowPrivateHosts, allowLoopbackHttp: allowLoopback, onPlainHttp };
        return createHttp({ ...boundary, transport, clock, random: systemRandom, log, userAgent, redact });
    };
    const toGitHub = gitHubWith(environment, found.repository, http, { log, clock, redact });
    const github = await gitHub(environment, found.repository, clock, toGitHub);
    const { journalToken } = environment;
    const journalGitHub = journalToken ? toGitHub(journalToken, 'journal-token') : github;
    const run = await completeRun(found, github);
    const { files, temp, output } = core
        ? {
            files: diskFiles(),
            temp: environment.temp,
            output: actionsOutput(core, redact),
        }
        : await laptopFiles(inputs, { log, redact });
    const request = environment.oidc;
    const runner = request && new URL(request.url);
    const oidcHttp = http({
        origins: runner ? [runner.origin] : [],
        allowPrivateHosts: runner ? [runner.hostname] : [],
    });
    return {
        clock,
        log,
        values: masker,
        http,
        github,
        journalGitHub,
        run,
        signal,
        random: systemRandom,
        files,
        oidc: (origins) => createOidc({ http: oidcHttp, request, actions: environment.actions, event: run.event, origins }),
        host: createHost({ me: run.owner, github, startOf: startOf }),
        laptopToken: (name, origin) => environment.laptopToken(name, origin),
        deadline: clock.monotonic() + inputs.deadline,
        temp,
        output,
    };
}
/** On a laptop files have a folder that is ours alone, and the result may be read by a program. */
async function laptopFiles({ command, json, out }, { log, redact }) {
    const { files, path: folder } = await ownFolder(diskFiles(), out ?? OWN_FOLDER, out !== undefined);
    const keep = out !== undefined;
    const output = laptopOutput({ command, json, folder, keep, files, log, write: terminal/* writeOut */.sD, redact });
    return { files, temp: folder, output };
}
/** Says it once for each origin, whichever part speaks to it. The sandbox is loopback and nothing else, so there it is no news. */
function plainHttpTold(say) {
    const told = new Set();
    return (origin) => {
        if (told.has(origin))
            return;
        told.add(origin);
        say(`plain http to ${new URL(origin).host}: this machine only; values go unencrypted between its programs`);
    };
}
function gitHubWith({ api }, repository, http, own) {
    const { origin, hostname } = new URL(api);
    const port = http({ origins: [origin], allowPrivateHosts: [hostname] });
    return (token, input) => createGitHub({ http: port, api, token, input, repository, ...own });
}
async function gitHub({ api, server, actions, token: given }, repository, clock, toGitHub) {
    const token = given ?? (actions ? undefined : await ghToken(server, api));
    return token ? toGitHub(token, 'github-token') : noGitHub(repository, clock, actions);
}
/** Without a token: what needs GitHub says so, all else works. */
function noGitHub(repository, clock, actions) {
    const refuse = () => {
        throw new domain_errors/* RekeyError */.Z$('RK3004', 'This needs GitHub, and there is no token for it.', {
            next: actions
                ? 'Leave the input github-token out, or give it a token; it was set to nothing.'
                : 'Log in with gh auth login, or set GITHUB_TOKEN.',
        });
    };
    return { repository, request: refuse, graphql: refuse, now: () => clock.now() };
}

// EXTERNAL MODULE: ./.build/src/commands/verdict.js
var verdict = __webpack_require__("src/commands/verdict");
;// CONCATENATED MODULE: ./.build/src/commands/run.js








/** Each command is a chunk of its own. */
const RUNS = {
    rotate: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    rehearse: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    rollback: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    abandon: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    remove: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    hold: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    release: () => Promise.all(/* import() */[__webpack_require__.e("commands-change"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/change")).then((m) => m.change),
    plan: () => Promise.all(/* import() */[__webpack_require__.e("commands-plan"), __webpack_require__.e("croner"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-planner"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/plan")).then((m) => m.plan),
    doctor: () => Promise.all(/* import() */[__webpack_require__.e("commands-doctor"), __webpack_require__.e("croner"), __webpack_require__.e("shared-config"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/doctor/index")).then((m) => m.doctor),
    report: () => Promise.all(/* import() */[__webpack_require__.e("commands-report"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/report")).then((m) => m.report),
    'verify-evidence': () => Promise.all(/* import() */[__webpack_require__.e("commands-verifyEvidence"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-planner"), __webpack_require__.e("shared-report"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/verifyEvidence")).then((m) => m.verifyEvidence),
    settle: () => Promise.all(/* import() */[__webpack_require__.e("commands-settle"), __webpack_require__.e("croner"), __webpack_require__.e("safe-stable-stringify"), __webpack_require__.e("shared-commands"), __webpack_require__.e("shared-config"), __webpack_require__.e("shared-lifecycle"), __webpack_require__.e("yaml"), __webpack_require__.e("zod")]).then(__webpack_require__.bind(__webpack_require__, "src/commands/settle")).then((m) => m.settle),
};
/** Runs one command in the real world, until it ends or is cancelled. */
async function run(name, inputs, environment, exit) {
    keepHeapSmall();
    const { signal, stop } = listenForCancel(exit);
    (0,terminal/* keepGoingWithoutReader */.jj)();
    try {
        const world = await realWorld(environment, inputs, signal);
        const code = await runIn(name, inputs, catalog, world);
        await world.output.end(code);
        return code;
    }
    finally {
        stop();
    }
}
/** @returns the exit code: 0 fine, also when it waits; 1 failed; 2 config or input; 3 at risk */
async function runIn(name, inputs, adapters, world) {
    try {
        const load = RUNS[name];
        if (!load)
            throw new domain_errors/* RekeyError */.Z$('RK1001', `${name} runs by itself, without a workflow.`);
        const command = await load();
        return await command(inputs, adapters, world);
    }
    catch (thrown) {
        const error = (0,domain_errors/* asRekeyError */.fq)(thrown);
        // The main step has said the same, and has begun nothing.
        if (name === 'settle' && error.kind === 'config')
            return 0;
        const problems = error.all.length > 0 ? error.all : [error];
        for (const problem of problems)
            world.log.info(problem.line);
        if (world.run.owner.kind === 'actions')
            world.output.error(error, inputs.command);
        else
            for (const problem of problems)
                world.output.error(problem, inputs.command);
        await tellFailure(error, world);
        return (0,verdict/* exitCodeOf */.FO)(error.code, inputs.command);
    }
}
/** A runner whose disk is full changes nothing about how the run ended. */
async function tellFailure(error, { output, log }) {
    try {
        output.set('status', 'failed');
        await output.summary((0,earlyEnd/* failureSummary */.j)(error));
    }
    catch (thrown) {
        log.warning(`The runner could not write the outputs: ${(0,domain_errors/* asRekeyError */.fq)(thrown).message}`);
    }
}


/***/ }),

/***/ "src/commands/verdict":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FO: () => (/* binding */ exitCodeOf),
/* harmony export */   I$: () => (/* binding */ exitCode),
/* harmony export */   L5: () => (/* binding */ ofThisRun),
/* harmony export */   em: () => (/* binding */ runStatus)
/* harmony export */ });
/* harmony import */ var _domain_errorCodes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errorCodes");
/* harmony import */ var _domain_errorKinds__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/errorKinds");
/* harmony import */ var _report_keyStatus__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/keyStatus");
/* harmony import */ var _report_standing__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/standing");




/** What one word says of all keys that this run was about. */
function runStatus(mine) {
    const standings = mine.map(ofThisRun);
    return (_report_standing__WEBPACK_IMPORTED_MODULE_3__/* .RUN_STATUSES */ .LV.find((status) => standings.some((standing) => (0,_report_standing__WEBPACK_IMPORTED_MODULE_3__/* .standingInfo */ .h0)(standing).run === status)) ??
        'nothing');
}
/** An order that was refused has failed, however well the key itself stands; so has a run that the next one cannot fix. */
function ofThisRun(situation) {
    const standing = (0,_report_keyStatus__WEBPACK_IMPORTED_MODULE_2__/* .standingOf */ .YP)(situation);
    const { plan, error } = situation;
    const stuck = standing === 'interrupted' && error && !error.traits.resumes;
    const refused = plan?.action === 'refused' && standing !== 'at risk';
    return stuck || refused ? 'failed' : standing;
}
/** 3: somebody may be failing. 1: failed, and undone. 2: what was asked, or the config, forbids it. */
const WORST_FIRST = [3, 1, 2];
function exitCode(mine) {
    const codes = mine.map(codeOf);
    return WORST_FIRST.find((code) => codes.includes(code)) ?? 0;
}
/** They change nothing, so a journal that is not there is one that was never made, as far as they are concerned. */
const READING = new Set(['plan', 'doctor', 'report', 'verify-evidence']);
/** Of a run that ended before it came to any key. */
function exitCodeOf(code, command = '') {
    if (code === 'RK7001' && READING.has(command))
        return 2;
    if (_domain_errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .L[code].mayHide)
        return 3;
    return (0,_domain_errorKinds__WEBPACK_IMPORTED_MODULE_1__/* .kindInfo */ .PQ)(_domain_errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .L[code].kind).exit ?? 1;
}
function codeOf(situation) {
    const standing = ofThisRun(situation);
    const cause = standing === 'failed' ? causeOf(situation) : undefined;
    return cause === undefined ? ((0,_report_standing__WEBPACK_IMPORTED_MODULE_3__/* .standingInfo */ .h0)(standing).exit ?? 0) : exitCodeOf(cause);
}
function causeOf({ error, plan }) {
    if (error || plan?.action !== 'refused')
        return error?.code;
    return plan.findings.find(({ weight }) => weight === 'refuse')?.code;
}


/***/ }),

/***/ "src/domain/httpError":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ httpError)
/* harmony export */ });
/* harmony import */ var _errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _tools_retryAfter__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/retryAfter");


/** An answer that is no success, as an error of the right kind. It names the status and never the body. */
function httpError(answer, meaning) {
    const retryAfter = (0,_tools_retryAfter__WEBPACK_IMPORTED_MODULE_1__/* .retryAfterOf */ .s)(answer);
    return new _errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$(codeOf(answer.status, meaning), `${meaning.what}: status ${answer.status}.`, {
        ...(meaning.next !== undefined && { next: meaning.next }),
        ...(retryAfter !== undefined && { retryAfter }),
    });
}
function codeOf(status, meaning) {
    if (status === 401 || status === 403)
        return meaning.denied ?? 'RK9008';
    if (status === 404 || status === 410)
        return meaning.gone ?? 'RK9009';
    if (status === 409 || status === 412)
        return meaning.conflict ?? 'RK9012';
    if (status === 429)
        return meaning.throttled ?? 'RK9007';
    if (status === 408 || status >= 500)
        return faultCode(meaning);
    return meaning.broken ?? 'RK9011';
}
function faultCode({ write, unknown = 'RK9002', transient = 'RK9010' }) {
    return write ? unknown : transient;
}


/***/ }),

/***/ "src/domain/journal/fate":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ fateInfo),
/* harmony export */   vD: () => (/* binding */ fatesOf)
/* harmony export */ });
/* unused harmony export FATES */
/* harmony import */ var _errorCodes__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errorCodes");
/* harmony import */ var _rotation__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/journal/rotation");


const FATES = {
    none: { death: 'not due' },
    /** Create was sent and no answer is recorded. */
    perhaps: { death: 'unproven' },
    alive: { death: 'alive' },
    /** Disable was sent and its end is not recorded. */
    disabling: { death: 'alive' },
    disabled: { death: 'alive', isCutOff: true },
    /** Revoke was asked for, and no answer is recorded. */
    revoking: { death: 'unproven', isCutOff: true },
    /** The vendor acknowledged it; death is not proved yet. */
    revoked: { death: 'unproven', isCutOff: true },
    /** Grades of the proof. */
    refused: { death: 'refused', isCutOff: true },
    'gone from list': { death: 'gone from list', isCutOff: true },
    unproven: { death: 'unproven', isCutOff: true },
};
const INFO = FATES;
const fateInfo = (fate) => INFO[fate];
/** A state never changes, and a report asks for its fates again and again. */
const known = new WeakMap();
/** What became of old and new. Says no more than the facts do. */
function fatesOf(rotation) {
    const fates = known.get(rotation) ?? foundOut(rotation);
    known.set(rotation, fates);
    return fates;
}
function foundOut(rotation) {
    const victim = victimOf(rotation);
    return {
        old: oldSide(rotation),
        new: newSide(rotation),
        current: currentOf(rotation),
        ...((rotation.rows['forward/create']?.intents ?? 0) > 0 ? { asked: true } : {}),
        ...(rotation.rows['back/promote']?.result && { restored: true }),
        ...(victim !== undefined && { victim }),
    };
}
function victimOf(rotation) {
    if (rotation.pass === 'abandon')
        return undefined;
    if (rotation.pass !== 'forward')
        return 'new';
    return rotation.kind === 'rotate' || rotation.kind === 'remove' ? 'old' : undefined;
}
function oldSide(rotation) {
    const claim = (0,_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(rotation, 'forward', 'claim');
    const id = claim?.oldId ?? (0,_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(rotation, 'forward', 'adopt')?.id;
    if (claim?.old === 'absent')
        return { fate: 'none' };
    const death = deathIn(rotation, ['forward']);
    return death ? withId(condemnedIn(rotation, ['forward']) ?? id, death) : withId(id, { fate: 'alive' });
}
function newSide(rotation) {
    const made = (0,_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(rotation, 'forward', 'create');
    const lookedUp = rotation.rows['discard/sweep']?.result !== undefined;
    const begun = rotation.rows['forward/create']?.intent !== undefined && !lookedUp;
    const passes = ['discard', 'back'];
    const death = deathIn(rotation, passes);
    if (made)
        return withId((death && condemnedIn(rotation, passes)) ?? made.id, death ?? { fate: 'alive' });
    return begun ? (death ?? { fate: 'perhaps' }) : { fate: 'none' };
}
const withId = (id, side) => (id === undefined ? side : { id, ...side });
/** What dies is what was condemned, whatever another fact calls the key by now. */
function condemnedIn(rotation, passes) {
    const [id] = passes.flatMap((pass) => (0,_rotation__WEBPACK_IMPORTED_MODULE_1__/* .resultOf */ .B)(rotation, pass, 'condemn')?.id ?? []);
    return id === '' ? undefined : id;
}
const WORST_FIRST = ['unproven', 'gone from list', 'refused'];
function deathIn(rotation, passes) {
    const proofs = rowsOf(rotation, passes, 'prove').flatMap((row) => row.result ?? []);
    for (const fate of WORST_FIRST) {
        const proof = proofs.find(({ data }) => data['grade'] === fate);
        if (proof)
            return { fate, by: proof.by };
    }
    const revokes = rowsOf(rotation, passes, 'revoke');
    const [revoked] = revokes.flatMap((row) => row.result ?? []);
    if (revoked)
        return { fate: 'revoked', by: revoked.by };
    if (revokes.some(touched))
        return { fate: 'revoking' };
    return disabledIn(rotation, rowsOf(rotation, passes, 'disable'));
}
function disabledIn({ blocked, pass }, disables) {
    const [off] = disables.flatMap(({ result }) => result?.how === 'did' || result?.how === 'found' ? [result] : []);
    if (off)
        return { fate: 'disabled', by: off.by };
    // A block after disable is written only once the credential is enabled again.
    const stopped = blocked !== undefined || pass === 'abandon';
    return !stopped && disables.some(touched) ? { fate: 'disabling' } : undefined;
}
const touched = (row) => row.intent !== undefined || row.result !== undefined;
function rowsOf(rotation, passes, step) {
    const heads = passes.map((pass) => `${pass}/${step}`);
    return Object.entries(rotation.rows).flatMap(([id, row]) => row && heads.some((head) => id === head || id.startsWith(`${head}:`)) ? [row] : []);
}
function currentOf(rotation) {
    const { pass, blocked } = rotation;
    if (pass === 'abandon' || (blocked && (0,_errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .isCode */ ._)(blocked.code) && _errorCodes__WEBPACK_IMPORTED_MODULE_0__/* .CODES */ .L[blocked.code].changedByOthers))
        return 'unclear';
    const back = rotation.rows['back/promote'];
    if (back)
        return back.result ? 'old' : 'unknown';
    const forward = rotation.rows['forward/promote'];
    if (forward?.result)
        return 'new';
    if (!forward?.intent)
        return 'old';
    return rotation.rows['discard/fence']?.result ? 'old' : 'unknown';
}


/***/ }),

/***/ "src/domain/journal/rotation":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ resultOf),
/* harmony export */   i: () => (/* binding */ foldRotation)
/* harmony export */ });
/** The result of a step in a pass, typed; undefined while it has none. */
function resultOf(state, pass, step, unit) {
    const row = unit === undefined ? `${pass}/${step}` : `${pass}/${step}:${unit}`;
    return state.rows[row]?.result?.data;
}
/**
 * Facts of one rotation, in order, to its state. Undefined when no claim is among them.
 * @param before what the facts before these fold to; it stays as it is
 */
function foldRotation(facts, before) {
    if (facts.length === 0)
        return before;
    let state = before && draftOf(before);
    for (const fact of facts) {
        if (state)
            step(state, fact);
        else if (fact.type === 'claim')
            state = begun(fact);
    }
    return state;
}
const draftOf = ({ rows, ...rest }) => ({ rows: { ...rows }, ...rest });
function begun(fact) {
    if (!fact.snapshot)
        return undefined;
    return {
        rotation: fact.rotation,
        kind: fact.kind,
        order: fact.order,
        started: fact.at,
        snapshot: fact.snapshot,
        claim: fact,
        claims: [fact],
        pass: 'forward',
        turns: [],
        rows: {},
        condemned: [],
        held: false,
        last: fact,
    };
}
function step(state, fact) {
    state.last = fact;
    switch (fact.type) {
        case 'claim':
            state.claim = fact;
            state.claims = [...state.claims, fact];
            return;
        case 'release':
            delete state.claim;
            return;
        case 'intent':
            getPast(state, fact.row);
            change(state, fact.row, (row) => intended(row, fact));
            return;
        case 'result':
            getPast(state, fact.row);
            drainAnew(state, fact.row);
            change(state, fact.row, (row) => ended(row, fact));
            return;
        case 'failed':
            change(state, fact.row, (row) => failed(row, fact));
            return;
        case 'wait':
            getPast(state, fact.row);
            change(state, fact.row, (row) => waits(row, fact));
            return;
        case 'turn':
            turn(state, fact);
            return;
        case 'condemn':
            state.condemned = [...state.condemned, fact.credential];
            return;
        case 'blocked':
            state.blocked = fact;
            return;
        case 'hold':
            state.held = true;
            return;
        case 'unhold':
            delete state.blocked;
            state.held = false;
            for (const row of Object.keys(state.rows))
                change(state, row, gotOn);
            return;
        case 'closed':
            state.closed = fact.outcome;
            return;
        case 'warning':
            return;
    }
}
function change(state, id, to) {
    state.rows[id] = to(state.rows[id] ?? { intents: 0, unsettled: 0, failures: 0 });
}
/** Whoever gives a rotation up has looked at what blocked it. */
function turn(state, fact) {
    if (fact.to === 'abandon')
        delete state.blocked;
    state.pass = fact.to;
    state.turns = [...state.turns, fact];
}
function intended(row, { at, by, data }) {
    const { result: _done, wait: _over, intent: _before, intents, unsettled, ...rest } = row;
    return { intent: { at, by, data }, intents: intents + 1, unsettled: unsettled + 1, ...rest };
}
function ended(row, { at, by, how, data }) {
    const { result: _before, unsettled: _known, ...rest } = gotOn(row);
    return { result: { at, by, how, data }, unsettled: 0, ...rest };
}
function gotOn(row) {
    const { wait: _wait, waitingSince: _since, firstFailure: _first, ...rest } = row;
    return rest;
}
function failed(row, fact) {
    const { intent, unsettled: before, failures, firstFailure = fact.at, lastFailure: _other, ...rest } = row;
    const unsettled = Math.max(0, before - (fact.nothingDone === true ? 1 : 0));
    return {
        unsettled,
        failures: failures + 1,
        firstFailure,
        lastFailure: fact.code,
        ...(intent && unsettled > 0 && { intent }),
        ...rest,
    };
}
/** A wait of its own ends a series of failures; a wait after a failure is a part of it. */
function waits(row, fact) {
    const { wait: _before, ...all } = row;
    if (fact.after !== undefined)
        return { wait: fact, ...all };
    const { firstFailure: _over, waitingSince = fact.at, ...rest } = all;
    return { wait: fact, waitingSince, ...rest };
}
/**
 * A result that another process wrote is looked at again, and that may fail. Whoever is at another row by now has seen it to be so, and what
 * fails later is a new series.
 */
function getPast(state, row) {
    for (const [id, other] of Object.entries(state.rows))
        if (id !== row && other.result && other.firstFailure !== undefined)
            change(state, id, gotOn);
}
/** A workload that was checked after the drain held the victim until then, so the drain starts over. */
function drainAnew(state, row) {
    const [pass, step] = row.split(/[/:]/);
    const drain = `${pass}/drain`;
    if (step !== 'check' || state.rows[drain]?.result === undefined)
        return;
    change(state, drain, ({ result: _early, ...rest }) => rest);
}


/***/ }),

/***/ "src/domain/plan":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ actionInfo),
/* harmony export */   Ij: () => (/* binding */ acts),
/* harmony export */   gf: () => (/* binding */ ORDERS),
/* harmony export */   i0: () => (/* binding */ kindBegun),
/* harmony export */   kl: () => (/* binding */ ACTIONS),
/* harmony export */   n: () => (/* binding */ isStart)
/* harmony export */ });
/** What a run would do with a key, in the order in which it is done: open ones first, because they hold something; then cheap adoptions; then what starts. */
const ACTIONS = {
    rollback: { acts: 'open', urgency: 4 },
    abandon: { acts: 'open', urgency: 4 },
    resume: { acts: 'open', urgency: 4 },
    adopt: { acts: 'adopt', urgency: 4 },
    remove: { acts: 'remove', starts: true, urgency: 4 },
    rehearse: { acts: 'rehearse', starts: true, urgency: 4 },
    rotate: { acts: 'rotate', starts: true, urgency: 4 },
    wait: { urgency: 6, quiet: true },
    hold: { urgency: 5, quiet: true },
    blocked: { urgency: 2 },
    refused: { urgency: 1 },
    unmanaged: { urgency: 7 },
    nothing: { urgency: 8, quiet: true },
};
const INFO = ACTIONS;
const actionInfo = (action) => INFO[action];
/** The kind of rotation that it begins; undefined when it begins none. */
function kindBegun(action) {
    const { acts } = INFO[action];
    return acts === 'open' ? undefined : acts;
}
const acts = ({ action }) => INFO[action].acts !== undefined;
const isStart = (action) => INFO[action].starts === true;
/** Commands that ask for one thing of keys that are named. */
const ORDERS = new Set(['rollback', 'abandon', 'remove', 'rehearse']);


/***/ }),

/***/ "src/domain/run":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ sameOwner)
/* harmony export */ });
/** The same job and attempt, or the same process. */
function sameOwner(one, other) {
    if (one.kind === 'actions')
        return (other.kind === 'actions' &&
            one.repository === other.repository &&
            one.run === other.run &&
            one.attempt === other.attempt &&
            one.job === other.job);
    return (other.kind === 'local' &&
        one.host === other.host &&
        one.pid === other.pid &&
        one.started === other.started);
}


/***/ }),

/***/ "src/domain/steps":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vf: () => (/* binding */ isStep),
/* harmony export */   _U: () => (/* binding */ infoOf),
/* harmony export */   q9: () => (/* binding */ WORDS)
/* harmony export */ });
/* unused harmony export STEPS */
/** The five words that people see. */
const WORDS = ['create', 'switch', 'watch', 'revoke', 'prove'];
const READS = { asks: true, foundBy: 'reads only', undo: '–' };
const OUR_KEY = 'our label, our reservation, the ids seen before';
/** Every step, in the order of the table in ARCHITECTURE, which is made of it. */
const STEPS = {
    preflight: {
        ...READS,
        word: 'create',
        does: 'identities, permissions, limits, deploys that can be started, healthy baseline, history long enough',
    },
    claim: {
        word: 'create',
        does: 'owns the key; *then* base, old and its id are read; the ticket is opened',
        foundBy: 'nonce; marker on the ticket',
        undo: 'release',
    },
    adopt: {
        word: 'create',
        does: 'the key in use is identified, verified and recorded',
        foundBy: 'reads only',
        undo: '–',
    },
    create: {
        word: 'create',
        does: 'reserves the slot, creates at the vendor, stages in the store',
        foundBy: OUR_KEY,
        undo: 'discard',
        mark: { icon: '➕', title: 'new key made' },
    },
    verify: {
        ...READS,
        word: 'create',
        does: 'new is accepted, differs from old',
        back: { does: 'previous is still accepted', foundBy: 'reads only', undo: '–' },
        ownUntil: 'promote',
    },
    promote: {
        word: 'switch',
        does: 'the staged value becomes current, fenced',
        foundBy: 'current is our value',
        undo: 'back',
        back: {
            does: 'the previous value becomes current again, fenced',
            foundBy: 'current is the previous value',
            undo: 'none: both stay alive, blocked',
            mark: { icon: '↩️', title: 'switch back' },
        },
        stopsOnHold: true,
        ownUntil: 'free',
        mark: { icon: '🔀', title: 'switch' },
    },
    fence: {
        word: 'switch',
        does: 'a promote that may still be on its way must fail',
        foundBy: 'the base has moved',
        undo: 'none needed: nothing served changes',
    },
    deploy: {
        word: 'switch',
        perWorkload: true,
        does: 'rolls the workload',
        foundBy: 'our mark on the rollout',
        undo: 'rolled again after back',
    },
    check: { ...READS, word: 'watch', perWorkload: true, does: 'probes until it passed often enough' },
    sweep: {
        word: 'create',
        does: 'what a create left behind whose end was not known is ended',
        foundBy: OUR_KEY,
        undo: 'none',
    },
    drain: {
        ...READS,
        word: 'watch',
        does: "grace period over (by the store's and the journal's clock) **and** the victim silent; a long wait ends the process, a later run continues",
    },
    condemn: {
        word: 'revoke',
        does: '**the line**: this id never becomes current again, for anybody',
        foundBy: 'the fact',
        undo: 'none: forward only',
        stopsOnHold: true,
        mark: { icon: '🚫', title: 'condemned' },
    },
    disable: {
        word: 'revoke',
        does: 'where reversible: disabled, watched, still refused at the end; enabled again on any doubt',
        foundBy: 'repeated until acknowledged',
        undo: 'enable, on any doubt',
        stopsOnHold: true,
        ownUntil: 'revoke',
        leavesEnabled: true,
        mark: { icon: '⏸️', title: 'disabled' },
    },
    revoke: {
        word: 'revoke',
        does: 'deletes the victim',
        foundBy: 'absent from a complete list, or refused',
        undo: 'none',
        stopsOnHold: true,
        leavesEnabled: true,
        mark: { icon: '🗑️', title: 'revoked' },
    },
    prove: {
        ...READS,
        word: 'prove',
        does: 'the victim is refused, the survivor accepted in between, several times',
        afterwards: true,
        ownUntil: 'end',
    },
    free: {
        word: 'prove',
        does: 'the slot is freed, dead values are destroyed',
        foundBy: 'repeated until acknowledged',
        undo: 'none needed: the value is dead',
        afterwards: true,
    },
    close: {
        word: 'prove',
        does: 'evidence, ticket, release',
        foundBy: 'keyed upserts',
        undo: '–',
        afterwards: true,
    },
};
const INFO = STEPS;
const infoOf = (step) => INFO[step];
/** @param text a word of a journal, which may be anything */
const isStep = (text) => Object.hasOwn(STEPS, text);


/***/ }),

/***/ "src/domain/tools/foreignTime":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QM: () => (/* binding */ readOffset),
/* harmony export */   V$: () => (/* binding */ readTimeText),
/* harmony export */   Wr: () => (/* binding */ readInstant),
/* harmony export */   lq: () => (/* binding */ readHttpDate)
/* harmony export */ });
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/time");

/** https://www.rfc-editor.org/rfc/rfc3339, and what is written in its place: a space for T, `UTC`, `+0100`, `+01`, a comma, a date alone. */
const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?(?: UTC)?))?)?$/;
/** https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7 and https://www.rfc-editor.org/rfc/rfc5322#section-3.3 */
const MAIL = /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (GMT|UTC|Z|[+-]\d{4})$/;
/** The two old forms of HTTP, which are in GMT. */
const RFC850 = /^[A-Z][a-z]{5,8}, (\d\d)-([A-Z][a-z]{2})-(\d\d) (\d\d):(\d\d):(\d\d) GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) ([ \d]\d) (\d\d):(\d\d):(\d\d) (\d{4})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Undefined: it is no time. A text in ISO 8601, or as HTTP and mail write it. */
function readTimeText(text) {
    if (text.length > LONGEST)
        return undefined;
    const iso = ISO.exec(text);
    if (iso)
        return fromIso(iso);
    const at = fromMail(text);
    return at === undefined ? undefined : { is: 'time', at };
}
/** A header of HTTP that is a date: `Date`, `Retry-After`. Undefined: it is none. */
function readHttpDate(text) {
    if (text === undefined || text.length > LONGEST)
        return undefined;
    return fromMail(text) ?? fromOld(text);
}
/** A time with a zone, as servers of ours write it; undefined for anything else. */
function readInstant(text) {
    const time = readTimeText(text);
    return time?.is === 'time' ? time.at : undefined;
}
/** Minutes east of UTC of `Z`, `UTC`, `GMT`, `+01`, `+01:00` or `-0730`; undefined where there is no such zone. */
function readOffset(zone) {
    const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?(?: UTC)?$/.exec(zone) ?? [];
    if (sign === undefined)
        return /^(Z|UTC|GMT)$/i.test(zone) ? 0 : undefined;
    const east = Number(hours) * 60 + Number(minutes);
    if (Number(hours) > 18 || Number(minutes) > 59)
        return undefined;
    return sign === '-' ? -east : east;
}
const LONGEST = 64;
function fromIso(found) {
    const [, year, month, day, hour, minute, second, fraction = '', zone] = found;
    const date = [year, Number(month) - 1, day];
    const at = utc([...date, hour ?? 0, minute ?? 0, second ?? 0], Number(`0.${fraction || '0'}`));
    if (at === undefined)
        return undefined;
    if (zone === undefined)
        return { is: 'without zone', at, isDay: hour === undefined };
    const offset = readOffset(zone);
    return offset === undefined ? undefined : { is: 'time', at: at - offset * _time__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY };
}
function fromMail(text) {
    const [, day, month, year, hour, minute, second = 0, zone = ''] = MAIL.exec(text) ?? [];
    const at = utc([year, MONTHS.indexOf(month ?? ''), day, hour, minute, second]);
    const offset = readOffset(zone);
    return at === undefined || offset === undefined ? undefined : at - offset * _time__WEBPACK_IMPORTED_MODULE_0__/* .MINUTE */ .pY;
}
function fromOld(text) {
    const [, day, month, short, hour, minute, second] = RFC850.exec(text) ?? [];
    if (day !== undefined)
        // Two digits: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7-13
        return utc([
            Number(short) + (Number(short) < 70 ? 2000 : 1900),
            MONTHS.indexOf(month ?? ''),
            day,
            hour,
            minute,
            second,
        ]);
    const [, name, date, ...rest] = ASCTIME.exec(text) ?? [];
    const [hours, minutes, seconds, year] = rest;
    return utc([year, MONTHS.indexOf(name ?? ''), date, hours, minutes, seconds]);
}
/** Undefined for what no calendar has, such as February 30 or 25:00. Second 60 is a leap second. */
function utc(fields, fraction = 0) {
    const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = fields.map(Number);
    const date = new Date(Date.UTC(2000, month, day, hour, minute, Math.min(second, 59), Math.floor(fraction * 1000)));
    // Date.UTC takes the years 0 to 99 for 1900 to 1999.
    date.setUTCFullYear(year, month, day);
    const isReal = date.getUTCFullYear() === year &&
        date.getUTCMonth() === month &&
        date.getUTCDate() === day &&
        date.getUTCHours() === hour &&
        date.getUTCMinutes() === minute &&
        second <= 60;
    return isReal ? date.getTime() : undefined;
}


/***/ }),

/***/ "src/domain/tools/lazily":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lazily)
/* harmony export */ });
/** Loads on first use and once only; a load that failed is tried again by the next who asks. */
function lazily(load) {
    let loading;
    return () => {
        loading ??= load().catch((failure) => {
            loading = undefined;
            throw failure;
        });
        return loading;
    };
}


/***/ }),

/***/ "src/domain/tools/retryAfter":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ retryAfterOf),
/* harmony export */   z: () => (/* binding */ withinBounds)
/* harmony export */ });
/* harmony import */ var _foreignTime__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/foreignTime");
/* harmony import */ var _time__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/time");


/** Shorter than a second is no wait, and a server that says so would be asked without a pause. */
const SHORTEST = _time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2;
/** After a day a server is asked again, whatever it said: a number without bounds would make a time that no calendar has. */
const LONGEST = _time__WEBPACK_IMPORTED_MODULE_1__/* .DAY */ .d_;
/**
 * How long a server asks us to wait: `Retry-After` as seconds or as a date, the date taken by the server's own clock; from a second
 * to a day. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
function retryAfterOf(response) {
    const asked = response.headers['retry-after']?.trim().slice(0, 64);
    if (asked === undefined || asked === '')
        return undefined;
    if (/^\d+(\.\d+)?$/.test(asked))
        return withinBounds(Number(asked) * _time__WEBPACK_IMPORTED_MODULE_1__/* .SECOND */ .Z2);
    const until = (0,_foreignTime__WEBPACK_IMPORTED_MODULE_0__/* .readHttpDate */ .lq)(asked);
    const server = (0,_foreignTime__WEBPACK_IMPORTED_MODULE_0__/* .readHttpDate */ .lq)(response.headers['date']);
    return until === undefined || server === undefined ? undefined : withinBounds(until - server);
}
/** Also for what a server says in another header. */
const withinBounds = (wait) => Math.min(LONGEST, Math.max(SHORTEST, wait));


/***/ }),

/***/ "src/report/keyStatus":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rw: () => (/* binding */ detailOf),
  kK: () => (/* binding */ doLine),
  BU: () => (/* binding */ nowLine),
  zC: () => (/* binding */ occasionOf),
  YP: () => (/* binding */ standingOf),
  dM: () => (/* binding */ untilLine)
});

// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/next.js + 1 modules
var next = __webpack_require__("src/report/next");
// EXTERNAL MODULE: ./.build/src/report/now.js + 1 modules
var now = __webpack_require__("src/report/now");
// EXTERNAL MODULE: ./.build/src/report/outcomes.js
var outcomes = __webpack_require__("src/report/outcomes");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__("src/report/phrase");
// EXTERNAL MODULE: ./.build/src/report/risk.js
var risk = __webpack_require__("src/report/risk");
// EXTERNAL MODULE: ./.build/src/report/situation.js
var report_situation = __webpack_require__("src/report/situation");
;// CONCATENATED MODULE: ./.build/src/report/until.js


const LONG = 500;
/** The end of a wait, and what then. */
function waited({ wait: { until, latest, then } }) {
    // A time that moves on, such as the last use of a key, may be later than the end of all waiting.
    const end = (0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)((0,moment/* moment */.n$)(until))}, at latest ${(0,phrase/* own */.ZV)((0,moment/* moment */.n$)(until > latest ? until : latest))}`;
    return then === undefined ? end : (0,phrase/* say */.cv) `${end}; then ${(0,phrase/* foreign */.V$)(then, LONG)}`;
}
/** The end of the claim of whoever is at work. */
function claim(_status, { state, rotation }) {
    const end = (state?.open?.claim ?? rotation?.claim)?.end;
    return end === undefined ? (0,phrase/* own */.ZV)('that run is over') : (0,phrase/* own */.ZV)(`${(0,moment/* moment */.n$)(end)} at latest`);
}
function noDeadline(_status, { state, plan }) {
    if (state?.expires !== undefined) {
        return (0,phrase/* own */.ZV)(`${(0,moment/* moment */.n$)(state.expires)}: then the vendor lets the key in use expire`);
    }
    return plan?.due === undefined ? (0,phrase/* own */.ZV)('no deadline') : (0,phrase/* own */.ZV)(`due ${(0,moment/* moment */.n$)(plan.due)}`);
}

;// CONCATENATED MODULE: ./.build/src/report/keyStatus.js








const NOTHING = () => (0,phrase/* own */.ZV)('nothing');
const NEXT_RUN = () => (0,phrase/* own */.ZV)('the next run');
const ROWS = {
    elsewhere: {
        standing: 'elsewhere',
        now: (_status, situation) => now/* elsewhere */.Jn(situation),
        until: claim,
        next: NOTHING,
        isAtWork: true,
    },
    overtaken: {
        standing: 'interrupted',
        now: () => (0,phrase/* own */.ZV)('stopped: a hold or a release of this key intervened'),
        until: NEXT_RUN,
        next: next/* interrupted */.VM,
    },
    closed: {
        standing: ({ outcome }, situation) => outcomes/* OUTCOME_WORDS */.n[outcome].standing(situation),
        occasion: ({ outcome }) => outcomes/* OUTCOME_WORDS */.n[outcome].occasion,
        now: ({ outcome }, { rotation }) => outcomes/* OUTCOME_WORDS */.n[outcome].now(rotation),
        until: noDeadline,
        next: ({ outcome }, situation) => outcomes/* OUTCOME_WORDS */.n[outcome].next(situation),
        detail: ({ outcome }) => outcome,
    },
    held: {
        standing: 'on hold',
        now: now/* held */.yB,
        until: () => (0,phrase/* own */.ZV)('a person releases it'),
        next: (_status, situation) => next/* release */._r(situation),
    },
    blocked: {
        standing: 'blocked',
        occasion: 'blocked',
        now: ({ code, why }) => (0,phrase/* say */.cv) `blocked, ${(0,phrase/* own */.ZV)(code)}: ${now/* cause */.c1(why)}`,
        until: noDeadline,
        next: next/* blocked */.Z5,
        detail: ({ code, why }) => `${code} ${why}`,
    },
    person: {
        standing: 'needs a person',
        occasion: 'needs-person',
        now: ({ wait }) => (0,phrase/* say */.cv) `waits for a person: ${now/* cause */.c1(wait.reason)}`,
        until: waited,
        next: next/* person */.MV,
        detail: ({ wait }) => wait.person ?? '',
    },
    waiting: {
        standing: 'waiting',
        now: ({ wait }) => (0,phrase/* say */.cv) `waits: ${now/* cause */.c1(wait.reason)}`,
        until: waited,
        next: next/* waiting */.eg,
    },
    claimed: {
        standing: 'running',
        now: ({ owner }) => (0,phrase/* say */.cv) `claimed by ${now/* ownerOf */.bf(owner)}`,
        until: claim,
        next: NOTHING,
        isAtWork: true,
    },
    running: {
        standing: 'running',
        now: (_status, { rotation }) => (0,phrase/* say */.cv) `at work${now.at(rotation)}`,
        until: claim,
        next: NOTHING,
        isAtWork: true,
    },
    interrupted: {
        standing: 'interrupted',
        now: (_status, { rotation, error }) => (0,phrase/* say */.cv) `stopped${now.at(rotation)}${now/* because */.xx(error)}`,
        until: NEXT_RUN,
        next: next/* interrupted */.VM,
        released: 'released: the next run continues',
    },
    failed: {
        standing: 'failed',
        now: (_status, { error }) => (0,phrase/* say */.cv) `not started${now/* because */.xx(error)}`,
        until: noDeadline,
        next: next/* notStarted */.DY,
    },
    refused: {
        standing: 'failed',
        now: (_status, situation) => (0,phrase/* say */.cv) `not started${now/* planned */.lM(situation)}`,
        until: noDeadline,
        next: next/* notStarted */.DY,
    },
    'back off': {
        standing: 'later',
        now: () => (0,phrase/* own */.ZV)('the last rotation was undone; the next try is later'),
        until: (status) => (0,phrase/* own */.ZV)((0,moment/* moment */.n$)(status.until)),
        next: (_status, situation) => next/* later */.NU(situation),
    },
    idle: {
        standing: 'idle',
        now: (_status, situation) => (0,phrase/* say */.cv) `nothing to do${now/* planned */.lM(situation)}`,
        until: noDeadline,
        next: NOTHING,
        isIdle: true,
        released: 'released: the next run does what is due',
    },
};
/** Each status has the row of its name; TypeScript cannot follow that through a union. */
const rowOf = (status) => ROWS[status.is];
function nowLine(status, situation) {
    const { now: told, released } = rowOf(status);
    const isReleased = situation.released === true && released !== undefined;
    return now/* line */.n8(status, situation, isReleased ? (0,phrase/* own */.ZV)(released) : told(status, situation));
}
const untilLine = (status, situation) => rowOf(status).until(status, situation);
function doLine(status, situation) {
    const { isAtWork, isIdle, next: calm } = rowOf(status);
    const isUrgent = (0,risk/* riskOf */.b)(situation).level === 'consumers' && !isAtWork && !isIdle;
    return isUrgent ? next/* rescue */.ic(status, situation) : calm(status, situation);
}
function standingOf(situation) {
    const status = (0,report_situation/* statusOf */.c)(situation);
    const { standing } = rowOf(status);
    if (status.is !== 'elsewhere' && (0,risk/* riskOf */.b)(situation).level === 'consumers')
        return 'at risk';
    return typeof standing === 'string' ? standing : standing(status, situation);
}
function occasionOf(status, situation) {
    const { isAtWork, occasion } = rowOf(status);
    if (isAtWork)
        return undefined;
    if ((0,risk/* riskOf */.b)(situation).level === 'consumers')
        return 'consumers-at-risk';
    const calm = typeof occasion === 'function' ? occasion(status) : occasion;
    return calm ?? (situation.plan?.overdue === true ? 'overdue' : undefined);
}
function detailOf(status, { plan }) {
    const { detail } = rowOf(status);
    return detail ? detail(status) : (plan?.due ?? '');
}


/***/ }),

/***/ "src/report/moment":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ second),
/* harmony export */   Tq: () => (/* binding */ between),
/* harmony export */   Vc: () => (/* binding */ minute),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   nR: () => (/* binding */ timeOf),
/* harmony export */   vd: () => (/* binding */ day)
/* harmony export */ });
/* harmony import */ var _domain_tools_time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/time");

/** `2026-11-20 02:14 UTC` */
function moment(at) {
    return `${minute(at)} UTC`;
}
/** `2026-11-20 02:14` */
function minute(at) {
    return second(at).slice(0, 16);
}
/** `2026-11-20 02:14:09`; what is no time is said to be none, since a journal may be forged. */
function second(at) {
    const time = (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(at);
    if (Number.isNaN(time))
        return 'no time';
    return (AS_WE_WRITE.test(at) ? at : (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .instant */ .uR)(time)).slice(0, 19).replace('T', ' ');
}
const AS_WE_WRITE = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):\d\d:\d\d\.\d{3}Z$/;
const day = (at) => second(at).slice(0, 10);
/** `26h`, from one to the other. */
function between(from, to) {
    const length = (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(to) - (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(from);
    if (Number.isNaN(length))
        return '–';
    return length <= 0 ? '0s' : (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .spoken */ .vg)(length);
}
/** A journal may be forged: what is no time, or none of a year with four digits, is not drawn. */
function timeOf(at) {
    const time = typeof at === 'string' ? (0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(at) : Number.NaN;
    return Number.isNaN(time) || !/^\d{4}-/.test((0,_domain_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .instant */ .uR)(time)) ? undefined : time;
}


/***/ }),

/***/ "src/report/next":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R$: () => (/* binding */ abandoned),
  Z5: () => (/* binding */ blocked),
  VM: () => (/* binding */ interrupted),
  NU: () => (/* binding */ later),
  DY: () => (/* binding */ notStarted),
  MV: () => (/* binding */ person),
  kr: () => (/* binding */ rehearsed),
  _r: () => (/* binding */ release),
  rq: () => (/* binding */ removed),
  ic: () => (/* binding */ rescue),
  SF: () => (/* binding */ undone),
  gm: () => (/* binding */ unproven),
  eg: () => (/* binding */ waiting)
});

// EXTERNAL MODULE: ./.build/src/domain/errorCodes.js + 8 modules
var errorCodes = __webpack_require__("src/domain/errorCodes");
// EXTERNAL MODULE: ./.build/src/domain/errorKinds.js
var errorKinds = __webpack_require__("src/domain/errorKinds");
// EXTERNAL MODULE: ./.build/src/domain/journal/fate.js
var fate = __webpack_require__("src/domain/journal/fate");
// EXTERNAL MODULE: ./.build/src/domain/plan.js
var domain_plan = __webpack_require__("src/domain/plan");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/report/command.js


const PLAIN = /^[\w.,:/-]+$/;
function quoted(word) {
    return PLAIN.test(word) ? word : `'${(0,tools_text/* defuse */.VP)(word).replaceAll("'", '’')}'`;
}
/**
 * What was asked for, once more; from the facts alone, what the rotation is. Never more than that: a rehearsal is not answered with a
 * rotation, and a key that is only to be adopted is not rotated.
 */
function again({ asked, rotation, plan }) {
    if (asked && domain_plan/* ORDERS */.gf.has(asked.command))
        return { command: asked.command };
    const kind = rotation?.kind ?? plan?.action;
    if (kind === 'rehearse' || kind === 'remove')
        return { command: kind };
    if (kind === 'adopt' || asked?.now === false)
        return { command: 'rotate' };
    return { command: 'rotate', now: true };
}
/** The exact command for this key: through the workflow, or on a laptop and in the sandbox through the program itself. */
function commandFor({ key, run, workflow = 'rekey.yml' }, { command, ...inputs }) {
    const given = Object.entries({ keys: key.name, ...inputs }).flatMap(([name, value]) => value === undefined ? [] : [[name, String(value)]]);
    if (run.owner.kind === 'local') {
        const flags = given.map(([name, value]) => value === 'true' ? `--${name}` : `--${name} ${quoted(value)}`);
        return ['node dist/index.js', command, ...flags].join(' ');
    }
    const fields = given.map(([name, value]) => `-f ${name}=${quoted(value)}`);
    return [`gh workflow run ${quoted(workflow)} -f command=${command}`, ...fields].join(' ');
}

// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__("src/report/phrase");
// EXTERNAL MODULE: ./.build/src/report/rollback.js
var rollback = __webpack_require__("src/report/rollback");
;// CONCATENATED MODULE: ./.build/src/report/next.js







const LONG = 500;
const person = ({ wait }, situation) => (0,phrase/* say */.cv) `${(0,phrase/* foreign */.V$)(wait.person ?? '', LONG)} The next run looks again. At once: ${type(situation, LOOK)}`;
/** An open rotation is looked at now, whenever its wait ends. */
const LOOK = { command: 'rotate', now: true };
const type = (situation, typed) => (0,phrase/* command */.G5)(commandFor(situation, typed));
const later = (situation) => (0,phrase/* say */.cv) `nothing now. Later: ${type(situation, again(situation))}`;
function waiting({ wait: { until } }, situation) {
    if (situation.run.owner.kind === 'actions')
        return (0,phrase/* own */.ZV)('nothing: a scheduled run continues then');
    return (0,phrase/* say */.cv) `nothing until ${(0,phrase/* own */.ZV)((0,moment/* moment */.n$)(until))}. Then, unless something runs it for you: ${type(situation, { command: 'rotate' })}`;
}
function interrupted(_status, situation) {
    const { error, run } = situation;
    const calm = run.owner.kind === 'actions'
        ? 'nothing: the next scheduled run continues.'
        : 'nothing else: it continues from here.';
    const first = error && !error.traits.resumes ? advice(error.code, error.next) : (0,phrase/* own */.ZV)(calm);
    return (0,phrase/* say */.cv) `${first} At once: ${type(situation, { ...again(situation), now: undefined })}`;
}
const release = (situation) => type(situation, { command: 'release', reason: '<what was done>' });
/** What the error says, then the two ways on. Only what is open can be given up. */
function blocked({ code, next }, situation) {
    const first = (0,phrase/* say */.cv) `${advice(code, next)} Then: ${release(situation)}`;
    if (!isOpen(situation))
        return first;
    return (0,phrase/* say */.cv) `${first} Or give it up, and nothing dies: ${type(situation, { command: 'abandon', reason: '<why>' })}`;
}
const isOpen = ({ rotation, state }) => rotation ? rotation.closed === undefined : state?.open !== undefined;
/** Consumers may be failing: the way back while there is one, else the way forward. */
function rescue(status, situation) {
    const { error } = situation;
    const refused = error?.code === 'RK5011' ? advice(error.code, error.next) : (0,phrase/* own */.ZV)('Look at the workload now.');
    const first = status.is === 'blocked' ? advice(status.code, status.next) : refused;
    if (mayGoBack(situation)) {
        return (0,phrase/* say */.cv) `${first} To take the new key back: ${type(situation, { command: 'rollback', reason: '<why>' })}`;
    }
    const then = status.is === 'blocked' ? release(situation) : type(situation, again(situation));
    return (0,phrase/* say */.cv) `${first} Then: ${then}`;
}
function mayGoBack({ rotation }) {
    if (rotation?.pass !== 'forward')
        return false;
    const { old, current } = (0,fate/* fatesOf */.vD)(rotation);
    return old.fate === 'alive' && current !== 'old';
}
const abandoned = (situation) => (0,phrase/* say */.cv) `delete at the vendor what is alive and nobody uses. Later: ${type(situation, again(situation))}`;
const rehearsed = (situation) => (0,phrase/* say */.cv) `when you like: ${type(situation, { command: 'rotate', now: true })}`;
function removed({ rotation }) {
    if (!rotation)
        return (0,phrase/* own */.ZV)('nothing');
    const { store, secret } = rotation.snapshot;
    const fields = Object.values(secret.fields).join(', ');
    return (0,phrase/* say */.cv) `take the entry out of the config, and delete the dead value at ${`${store}:${secret.path}#${fields}`}`;
}
/** What made it fail is fixed first; what passes by itself, or was a person's wish, needs nobody. */
function undone(situation) {
    const { rotation } = situation;
    if (rotation && (0,rollback/* rollbackOf */.I)(rotation))
        return (0,phrase/* own */.ZV)('nothing');
    const { code, next } = (rotation && (0,rollback/* turnOf */.L)(rotation)) ?? {};
    if (code === undefined || (0,errorKinds/* kindInfo */.PQ)(errorCodes/* CODES */.L[code].kind).resumes)
        return later(situation);
    return (0,phrase/* say */.cv) `${advice(code, next)} Then: ${type(situation, again(situation))}`;
}
function unproven({ rotation }) {
    const fates = rotation && (0,fate/* fatesOf */.vD)(rotation);
    const gone = fates?.victim !== undefined && fates[fates.victim].fate === 'gone from list';
    return gone
        ? (0,phrase/* own */.ZV)('nothing; its value was no longer there to be tried')
        : (0,phrase/* own */.ZV)('look at the vendor whether the key is gone; delete it by hand if it is not');
}
function notStarted(_status, situation) {
    const { error, plan } = situation;
    const finding = error ? undefined : plan?.findings.find(({ weight }) => weight === 'refuse');
    const code = error?.code ?? finding?.code ?? 'RK8001';
    const first = advice(code, error?.next);
    if (errorCodes/* CODES */.L[code].nothingThere)
        return first;
    return (0,phrase/* say */.cv) `${first} Then: ${type(situation, again(situation))}`;
}
/** What an error says to do: words of ours from the catalogue, or better ones, which may name what is foreign. */
function advice(code, next) {
    const usual = (0,errorCodes/* isCode */._)(code) ? errorCodes/* CODES */.L[code].next : 'See the run.';
    return next === undefined || next === usual ? (0,phrase/* own */.ZV)(usual) : (0,phrase/* foreign */.V$)(next, LONG);
}


/***/ }),

/***/ "src/report/now":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  at: () => (/* binding */ at),
  xx: () => (/* binding */ because),
  c1: () => (/* binding */ cause),
  Jn: () => (/* binding */ elsewhere),
  yB: () => (/* binding */ held),
  n8: () => (/* binding */ line),
  bf: () => (/* binding */ ownerOf),
  lM: () => (/* binding */ planned)
});

// UNUSED EXPORTS: newestRow

// EXTERNAL MODULE: ./.build/src/domain/journal/fate.js
var fate = __webpack_require__("src/domain/journal/fate");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/domain/run.js
var domain_run = __webpack_require__("src/domain/run");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__("src/report/phrase");
;// CONCATENATED MODULE: ./.build/src/report/credentials.js

const FATE_WORDS = {
    perhaps: 'may exist: create was sent and no answer is recorded',
    disabling: 'is being disabled, or is enabled again',
    disabled: 'is disabled',
    revoking: 'may be dead: revoke was asked for, and whether it arrived is not known',
    revoked: 'is revoked, its death is not proved yet',
    refused: 'is dead: the vendor refuses it',
    'gone from list': 'is gone from the complete list of the vendor',
    unproven: 'is revoked, its death could not be proved',
};
/** Where old and new stand, as far as the facts say: `the new key k2 is current; the old key k1 still works`. */
function credentials(fates, vouching) {
    const { old, new: fresh, current, restored } = fates;
    if (fresh.fate === 'none')
        return withoutNew(fates, vouching);
    if (current === 'unknown') {
        return (0,phrase/* own */.ZV)('a switch was begun and its end is not recorded, so the next run looks at the store first');
    }
    if (current === 'unclear') {
        const sides = [named('old', old, vouching), named('new', fresh, vouching)].filter((side) => side !== undefined);
        return (0,phrase/* join */.fj)([(0,phrase/* own */.ZV)('look at the store for what is in use'), ...sides], '; ');
    }
    const [survivor, other] = current === 'new' ? [fresh, old] : [old, fresh];
    const is = (0,phrase/* own */.ZV)(restored ? 'is current again' : 'is current');
    const served = survivor.fate === 'none' ? (0,phrase/* own */.ZV)('no key is current') : keyIs(current, survivor, is);
    const rest = named(current === 'new' ? 'old' : 'new', other, vouching, livingWords(fates));
    return rest ? (0,phrase/* join */.fj)([served, rest], '; ') : served;
}
const livingWords = ({ current, victim }) => {
    if (current === 'new')
        return 'still works';
    return victim === 'new' ? 'still works and is to be revoked' : 'is staged and not in use';
};
function withoutNew({ old, asked }, vouching) {
    if (old.fate === 'none')
        return (0,phrase/* own */.ZV)('there is no key yet');
    if (old.fate !== 'alive')
        return named('old', old, vouching) ?? (0,phrase/* own */.ZV)('');
    if (asked)
        return keyIs('old', old, (0,phrase/* own */.ZV)('is current, and no new key is left'));
    return old.id === undefined
        ? (0,phrase/* own */.ZV)('nothing was changed, so what worked goes on working')
        : (0,phrase/* say */.cv) `nothing was changed; the key in use is ${old.id}`;
}
/** Undefined where there is no such key. */
function named(name, side, vouching, living = 'still works') {
    if (side.fate === 'none')
        return undefined;
    if (side.fate === 'alive') {
        const isCondemned = side.id !== undefined && vouching.condemned?.includes(side.id) === true;
        return keyIs(name, side, (0,phrase/* own */.ZV)(isCondemned ? 'was given up by an earlier rotation' : living));
    }
    if (side.fate === 'revoked' && vouching.refuted)
        return keyIs(name, side, (0,phrase/* own */.ZV)('was revoked, and the answers of the vendor do not bear that out'));
    const isOwn = side.by === undefined || side.by === vouching.own;
    return keyIs(name, side, (0,phrase/* own */.ZV)(`${FATE_WORDS[side.fate]}${isOwn ? '' : ', as an earlier run wrote down'}`));
}
function keyIs(name, { id }, what) {
    return id === undefined
        ? (0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)(`the ${name} key`)} ${what}`
        : (0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)(`the ${name} key`)} ${id} ${what}`;
}

// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/rollback.js
var rollback = __webpack_require__("src/report/rollback");
;// CONCATENATED MODULE: ./.build/src/report/now.js







const SENTENCE = 300;
/** Somebody's sentence inside one of ours: without its full stop, and without what the end of ours says anyhow. */
const cause = (text) => (0,phrase/* foreign */.V$)(text.replace(/\.+$/, '').replace(/\. Nothing was changed$/, ''), SENTENCE);
/** The first of the five lines: what is the case. @param told what the status says */
function line(status, situation, told) {
    const { rotation } = situation;
    const keys = rotation ? credentials((0,fate/* fatesOf */.vD)(rotation), vouching(rotation, situation)) : unseen(situation);
    return (0,phrase/* join */.fj)([...goesBack(status, rotation), told, keys], '; ');
}
/** What this rotation condemned itself is its own matter. */
function vouching({ claims, condemned, blocked }, { run, state }) {
    const last = claims.at(-1);
    return {
        own: last && (0,domain_run/* sameOwner */.s)(last.owner, run.owner) ? last.by : undefined,
        refuted: blocked?.code === 'RK5013',
        condemned: state?.condemned.filter((id) => !condemned.includes(id)),
    };
}
/** Without the facts of the open rotation nothing can be said of its keys. */
function unseen({ state, error }) {
    if (state?.open === undefined)
        return (0,phrase/* own */.ZV)('nothing was changed');
    return (0,phrase/* own */.ZV)(error?.code === 'RK7005' ? 'its keys were not looked at since' : 'this run did not look at its keys');
}
/** Said while it is on its way, and as a word of its own at the end. */
function goesBack(status, rotation) {
    if (!rotation || rotation.closed || status.is === 'elsewhere')
        return [];
    const back = (0,rollback/* rollbackOf */.I)(rotation);
    if (!back)
        return [];
    const isBack = rotation.rows['back/promote']?.result !== undefined || rotation.pass === 'discard';
    return [(0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)(isBack ? 'rolled back' : 'on its way back')}: ${cause(back.why)}`];
}
function held({ actor, reason = '', since = '' }) {
    if (actor === undefined)
        return (0,phrase/* own */.ZV)('on hold');
    const why = reason === '' ? (0,phrase/* own */.ZV)('') : (0,phrase/* say */.cv) `: ${cause(reason)}`;
    return (0,phrase/* say */.cv) `on hold since ${(0,phrase/* own */.ZV)((0,moment/* moment */.n$)(since))} by ${actor}${why}`;
}
const planned = ({ plan }) => plan === undefined ? (0,phrase/* own */.ZV)('') : (0,phrase/* say */.cv) `: ${cause(plan.why)}`;
function elsewhere({ state, error }) {
    const claim = state?.open?.claim;
    const who = claim ? ownerOf(claim.owner) : (0,phrase/* own */.ZV)('another run');
    return error?.code === 'RK7005'
        ? (0,phrase/* say */.cv) `${who} took this key over and continues; this run stopped`
        : (0,phrase/* say */.cv) `${who} has claimed this key; this run did nothing`;
}
function ownerOf(owner) {
    if (owner.kind === 'local')
        return (0,phrase/* say */.cv) `process ${(0,phrase/* own */.ZV)(String(owner.pid))} on ${owner.host}`;
    return (0,phrase/* say */.cv) `run ${owner.run}${owner.attempt > 1 ? (0,phrase/* own */.ZV)(`, attempt ${owner.attempt}`) : (0,phrase/* own */.ZV)('')}`;
}
const because = (error) => error ? (0,phrase/* say */.cv) `, ${(0,phrase/* own */.ZV)(error.code)}: ${cause(error.message)}` : (0,phrase/* own */.ZV)('');
/** ` at check of payment-service` */
function at(rotation) {
    const row = rotation && newestRow(rotation);
    if (!row)
        return (0,phrase/* own */.ZV)('');
    return row.unit === undefined ? (0,phrase/* say */.cv) ` at ${(0,phrase/* own */.ZV)(row.step)}` : (0,phrase/* say */.cv) ` at ${(0,phrase/* own */.ZV)(row.step)} of ${row.unit}`;
}
/** The row that was touched last in this pass. */
function newestRow(rotation) {
    let newest;
    for (const [id, row] of Object.entries(rotation.rows)) {
        const parts = (0,rowId/* rowParts */.V1)(id);
        const touched = row && lastTouch(row);
        if (parts?.pass !== rotation.pass || touched === undefined)
            continue;
        if (!newest || touched >= newest.at)
            newest = { at: touched, row: parts };
    }
    return newest?.row;
}
function lastTouch({ intent, result, wait, firstFailure }) {
    return [intent?.at, result?.at, wait?.at, firstFailure]
        .flatMap((time) => time ?? [])
        .sort()
        .at(-1);
}


/***/ }),

/***/ "src/report/outcomes":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ OUTCOME_WORDS)
/* harmony export */ });
/* harmony import */ var _domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/journal/fate");
/* harmony import */ var _next__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/next");
/* harmony import */ var _now__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/now");
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/phrase");
/* harmony import */ var _rollback__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/rollback");





const NOTHING = () => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing');
const why = (rotation) => {
    const turn = rotation && (0,_rollback__WEBPACK_IMPORTED_MODULE_4__/* .turnOf */ .L)(rotation);
    return turn ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `: ${(0,_now__WEBPACK_IMPORTED_MODULE_2__/* .cause */ .c1)(turn.why)}` : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('');
};
const isRollback = (rotation) => rotation !== undefined && (0,_rollback__WEBPACK_IMPORTED_MODULE_4__/* .rollbackOf */ .I)(rotation) !== undefined;
const OUTCOME_WORDS = {
    done: {
        standing: () => 'rotated',
        occasion: 'done',
        evidence: 'Done.',
        now: () => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('rotated'),
        next: NOTHING,
    },
    adopted: {
        standing: () => 'adopted',
        occasion: 'done',
        evidence: 'Adopted.',
        now: (rotation) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `adopted${why(rotation)}`,
        next: NOTHING,
    },
    rehearsed: {
        standing: () => 'rehearsed',
        occasion: 'done',
        evidence: 'Rehearsed.',
        now: () => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('rehearsed'),
        next: _next__WEBPACK_IMPORTED_MODULE_1__/* .rehearsed */ .kr,
    },
    removed: {
        standing: () => 'removed',
        occasion: 'done',
        evidence: 'Removed.',
        now: (rotation) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `removed${why(rotation)}`,
        next: _next__WEBPACK_IMPORTED_MODULE_1__/* .removed */ .rq,
    },
    undone: {
        standing: ({ rotation }) => {
            if (!rotation || !isRollback(rotation))
                return 'undone';
            return (0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__/* .fatesOf */ .vD)(rotation).new.fate === 'unproven' ? 'unproven' : 'rolled back';
        },
        occasion: 'undone',
        evidence: 'Undone.',
        now: (rotation) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(isRollback(rotation) ? 'rolled back' : 'undone')}${why(rotation)}`,
        next: _next__WEBPACK_IMPORTED_MODULE_1__/* .undone */ .SF,
    },
    abandoned: {
        standing: () => 'undone',
        occasion: 'undone',
        evidence: 'Given up.',
        now: (rotation) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `given up${why(rotation)}`,
        next: _next__WEBPACK_IMPORTED_MODULE_1__/* .abandoned */ .R$,
    },
    unproven: {
        standing: () => 'unproven',
        occasion: 'needs-person',
        evidence: 'Ended without a proof of death.',
        now: () => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('finished without a proof of death'),
        next: _next__WEBPACK_IMPORTED_MODULE_1__/* .unproven */ .gm,
    },
};


/***/ }),

/***/ "src/report/phrase":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ command),
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   V$: () => (/* binding */ foreign),
/* harmony export */   ZV: () => (/* binding */ own),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   fj: () => (/* binding */ join),
/* harmony export */   hl: () => (/* binding */ address),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   q: () => (/* binding */ linked),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   wD: () => (/* binding */ markdown)
/* harmony export */ });
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/text");

/** say`the key ${id} is revoked`: the words in between are ours; a string put in is foreign; a phrase stays as it is. */
function say(words, ...values) {
    return words.flatMap((word, index) => {
        const value = values[index] ?? [];
        return [word, ...(typeof value === 'string' ? foreign(value) : value)];
    });
}
const own = (text) => [text];
const foreign = (text, longest = 120) => [{ foreign: text, longest }];
const command = (text) => [{ command: text }];
const address = (url) => [{ url }];
/** @param otherwise for plain text, and where the address is none that can be linked */
const linked = (text, to, otherwise) => [{ text, to, otherwise }];
function join(phrases, between) {
    return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase]));
}
/** One line of text for logs and alerts. */
function plain(phrase) {
    return phrase.map(plainPiece).join('');
}
/** Markdown in which nothing foreign can act. */
function markdown(phrase) {
    return phrase.map(markdownPiece).join('');
}
function plainPiece(piece) {
    if (typeof piece === 'string')
        return piece;
    if ('foreign' in piece)
        return (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(piece.foreign, piece.longest);
    if ('to' in piece)
        return plain(piece.otherwise);
    return 'command' in piece ? (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(piece.command, 400) : (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(piece.url, 300);
}
function markdownPiece(piece) {
    if (typeof piece === 'string')
        return piece;
    if ('foreign' in piece)
        return (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(piece.foreign, piece.longest);
    if ('to' in piece)
        return SAFE_URL.test(piece.to) ? link(piece.text, piece.to) : markdown(piece.otherwise);
    return 'command' in piece ? (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(piece.command, 400) : link('', piece.url);
}
/** HTML in which nothing foreign can act. */
function html(phrase) {
    return phrase.map(htmlPiece).join('');
}
function htmlPiece(piece) {
    if (typeof piece === 'string')
        return escaped(piece);
    if ('url' in piece)
        return htmlLink(piece.url, piece.url);
    if ('to' in piece)
        return SAFE_URL.test(piece.to) ? htmlLink(piece.to, piece.text) : html(piece.otherwise);
    const text = 'foreign' in piece ? (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(piece.foreign, piece.longest) : (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(piece.command, 400);
    return text === '' ? '' : `<code>${escaped(text)}</code>`;
}
function htmlLink(url, text) {
    const to = escaped((0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(url, 300));
    return SAFE_URL.test(url) ? `<a href="${to}">${escaped((0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(text, 300))}</a>` : `<code>${to}</code>`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Text as HTML text or as the value of an attribute. */
const escaped = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
/** Only what can be nothing but an address; a mention or a bracket in it makes it plain text. */
const SAFE_URL = /^https:\/\/[\w.-]+(:\d+)?(\/[\w.~%/?=&+#:-]*)?$/;
/** A link with a text of ours, or the bare address; anything that is no plain https address becomes a code span. */
function link(text, url) {
    if (!SAFE_URL.test(url))
        return (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(url, 300);
    return text === '' ? url : `[${text}](${url})`;
}


/***/ }),

/***/ "src/report/risk":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ riskOf)
/* harmony export */ });
/* harmony import */ var _domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/journal/fate");
/* harmony import */ var _domain_journal_rowId__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/domain/journal/rowId");
/* harmony import */ var _domain_steps__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/steps");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/phrase");





const NONE = { level: 'none', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing') };
/** What may be failing, or open to abuse, while this stop lasts. */
function riskOf(situation) {
    const { rotation } = situation;
    return (refusedInUse(situation) ??
        (rotation
            ? (failing(rotation) ?? cutOff(rotation) ?? doubt(rotation) ?? unseen(rotation))
            : notLookedAt(situation)) ??
        NONE);
}
/** RK5011: the vendor refuses the key that the store serves. */
function refusedInUse({ error, rotation, state }) {
    const codes = [error?.code, rotation?.closed ? undefined : (rotation?.blocked ?? state?.blocked)?.code];
    if (!codes.includes('RK5011'))
        return undefined;
    return { level: 'consumers', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('every consumer: the vendor refuses the key in use') };
}
/** A workload that was not well when last looked at, after a switch. */
function failing(rotation) {
    if (rotation.closed)
        return undefined;
    const switched = rotation.rows['forward/promote']?.intent ?? rotation.rows['forward/promote']?.result;
    const names = switched ? unhealthy(rotation) : [];
    if (names.length === 0)
        return switched && lateUnhealthy(rotation) ? LATE : undefined;
    return { level: 'consumers', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `consumers of ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_2__/* .sentenceList */ .MT)(names)} may be failing` };
}
const LATE = {
    level: 'consumers',
    phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('a consumer was unhealthy when last looked at; the old key still works'),
};
/** Well when it was checked, and not any more at the end of the drain. */
const lateUnhealthy = ({ rows, pass }) => {
    const drain = rows[`${pass}/drain`];
    return drain?.result === undefined && drain?.firstFailure !== undefined && drain.lastFailure === 'RK6008';
};
/** After a step back the checks of that pass count, as soon as there are any. */
function unhealthy(rotation) {
    const rows = Object.entries(rotation.rows).flatMap(([id, row]) => {
        const parts = (0,_domain_journal_rowId__WEBPACK_IMPORTED_MODULE_4__/* .rowParts */ .V1)(id);
        const rolled = parts !== undefined && (0,_domain_steps__WEBPACK_IMPORTED_MODULE_1__/* .isStep */ .Vf)(parts.step) && (0,_domain_steps__WEBPACK_IMPORTED_MODULE_1__/* .infoOf */ ._U)(parts.step).perWorkload;
        return row && parts && rolled ? [{ well: !isUnhealthy(row), ...parts }] : [];
    });
    const again = new Set(rows.filter((row) => row.pass === 'back' && row.well).map((row) => row.unit));
    const bad = rows.filter((row) => !row.well && (row.pass === 'back' || !again.has(row.unit)));
    return [...new Set(bad.map((row) => row.unit ?? ''))];
}
/** A probe or a deployer that cannot be reached says nothing about the consumers. */
const isUnhealthy = ({ result, lastFailure }) => result === undefined && (lastFailure === 'RK6002' || lastFailure === 'RK6005');
/** The key that the store serves is disabled or revoked: a containment, or a gap. */
function cutOff(rotation) {
    const fates = (0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__/* .fatesOf */ .vD)(rotation);
    if (rotation.closed ||
        rotation.kind === 'remove' ||
        fates.current === 'unknown' ||
        fates.current === 'unclear')
        return undefined;
    const served = fates[fates.current].fate;
    if (!(0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__/* .fateInfo */ .Hg)(served).isCutOff)
        return undefined;
    return { level: 'consumers', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('every consumer: the key in use is disabled or revoked') };
}
function doubt(rotation) {
    const fates = (0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__/* .fatesOf */ .vD)(rotation);
    const victim = fates.victim && fates[fates.victim];
    if (victim?.fate === 'unproven') {
        return { level: 'doubt', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('a revoked key may still be accepted: its death is not proved') };
    }
    if (fates.new.fate === 'perhaps' && rotation.closed) {
        return { level: 'doubt', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('a key that nobody uses may be left at the vendor') };
    }
    return undefined;
}
/** Nothing at risk is said only where somebody has looked since the last change. */
function unseen(rotation) {
    if (rotation.closed && rotation.pass !== 'abandon')
        return undefined;
    const { current, old } = (0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_0__/* .fatesOf */ .vD)(rotation);
    if (current === 'unknown' || current === 'unclear')
        return IN_DOUBT;
    if (old.fate === 'disabling' || old.fate === 'disabled')
        return DISABLED;
    const switched = rotation.rows[`${rotation.pass}/promote`]?.result !== undefined;
    const names = switched ? unchecked(rotation) : [];
    if (names.length === 0)
        return undefined;
    return {
        level: 'doubt',
        phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `not known: ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_2__/* .sentenceList */ .MT)(names)} ${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(names.length === 1 ? 'was' : 'were')} not checked since the switch`,
    };
}
const IN_DOUBT = { level: 'doubt', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('not known: nobody has seen which key is in use') };
const DISABLED = { level: 'doubt', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('whatever still uses the old key: it is disabled') };
const unchecked = ({ rows, snapshot, pass }) => snapshot.usedBy.filter((name) => rows[`${pass}/check:${name}`]?.result === undefined);
/** Without its facts nothing can be said of an open rotation. */
function notLookedAt({ state }) {
    return state?.open === undefined
        ? undefined
        : { level: 'doubt', phrase: (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('not known: this run did not look at the open rotation') };
}


/***/ }),

/***/ "src/report/rollback":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ rollbackOf),
/* harmony export */   L: () => (/* binding */ turnOf)
/* harmony export */ });
/** The turn by which a person took the rotation back; undefined where it was undone because something failed. */
function rollbackOf({ turns, claims }) {
    const [first] = turns;
    if (!first || first.code !== undefined)
        return undefined;
    const claim = claims.find(({ by }) => by === first.by);
    return claim?.order.command === 'rollback' ? first : undefined;
}
/** The turn that says why the rotation was undone, or given up: the first, because what follows it are its consequences. */
function turnOf({ turns, pass }) {
    return pass === 'abandon' ? turns.at(-1) : turns[0];
}


/***/ }),

/***/ "src/report/situation":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ ticketOf),
/* harmony export */   c: () => (/* binding */ statusOf)
/* harmony export */ });
/* harmony import */ var _domain_run__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/run");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/text");


function statusOf(situation) {
    const { error, rotation, state } = situation;
    if (error?.code === 'RK7006')
        return { is: 'elsewhere' };
    if (error?.code === 'RK7005')
        return overtaken(situation);
    if (rotation?.closed)
        return { is: 'closed', outcome: rotation.closed };
    if (state?.hold)
        return { is: 'held', ...state.hold };
    if (rotation?.held)
        return { is: 'held' };
    if (!rotation && situation.plan?.action === 'refused')
        return { is: 'refused' };
    return blockedStatus(situation) ?? openStatus(situation);
}
function blockedStatus({ rotation, state }) {
    const blocked = rotation?.blocked ?? state?.blocked;
    if (!blocked)
        return undefined;
    const { next } = rotation?.blocked ?? {};
    return { is: 'blocked', code: blocked.code, why: blocked.why, ...(next !== undefined && { next }) };
}
/** Another run took the key over; or a person wrote a hold or a release, and this run stopped because of it. */
function overtaken(situation) {
    const { state, rotation, run } = situation;
    if (state?.hold)
        return { is: 'held', ...state.hold };
    const { claim } = state?.open ?? {};
    if (claim && !(0,_domain_run__WEBPACK_IMPORTED_MODULE_1__/* .sameOwner */ .s)(claim.owner, run.owner))
        return { is: 'elsewhere' };
    const last = rotation?.claims.at(-1);
    // Whoever took it over has stopped again, so what the journal says is the case.
    return last && !(0,_domain_run__WEBPACK_IMPORTED_MODULE_1__/* .sameOwner */ .s)(last.owner, run.owner) ? statusOf(withoutError(situation)) : { is: 'overtaken' };
}
const withoutError = ({ error: _over, ...rest }) => rest;
function openStatus(situation) {
    const { error, rotation, state } = situation;
    const wait = error ? undefined : waitOf(situation);
    if (wait)
        return { is: wait.person === undefined ? 'waiting' : 'person', wait };
    if (error && (!rotation || isUntouched(rotation)))
        return { is: 'failed' };
    if (!rotation && !state?.open)
        return restingStatus(situation);
    return claimStatus(situation) ?? { is: 'interrupted' };
}
/** Whoever has a claim, unless it ended here with an error, or a person has just released what stopped it. */
function claimStatus({ error, released, rotation, state, run }) {
    const claim = rotation ? rotation.claim : state?.open?.claim;
    if (error || released || !claim)
        return undefined;
    return (0,_domain_run__WEBPACK_IMPORTED_MODULE_1__/* .sameOwner */ .s)(claim.owner, run.owner) ? { is: 'running' } : { is: 'claimed', owner: claim.owner };
}
function restingStatus({ state, plan }) {
    if (plan?.action === 'refused')
        return { is: 'refused' };
    return state?.notBefore === undefined ? { is: 'idle' } : { is: 'back off', until: state.notBefore };
}
/** Nothing was sent to anybody yet, so nothing can have changed. */
const isUntouched = ({ rows }) => Object.values(rows).every((row) => row?.intent === undefined && (row?.result === undefined || row.result.how === 'observed'));
/** What the rotation waits for now; a wait of an earlier run or of another pass is over. */
function waitOf({ rotation, state }) {
    const open = state?.open;
    if (open && open.status !== 'waiting' && open.status !== 'person')
        return undefined;
    if (rotation)
        return newestWait(rotation);
    if (open?.resumeAt === undefined)
        return undefined;
    return {
        until: open.resumeAt,
        latest: open.latest ?? open.resumeAt,
        reason: open.reason ?? '',
        ...(open.person !== undefined && { person: open.person }),
    };
}
function newestWait({ rows, pass, claim }) {
    const waits = Object.entries(rows).flatMap(([id, row]) => row?.wait && id.startsWith(`${pass}/`) ? [row.wait] : []);
    const newest = waits.sort((one, other) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(one.at, other.at)).at(-1);
    return newest && claim && newest.at < claim.at ? undefined : newest;
}
function ticketOf({ ticket, rotation }) {
    if (ticket)
        return ticket;
    const { ticket: number, ticketUrl: url } = rotation?.rows['forward/claim']?.result?.data ?? {};
    return typeof number === 'string' && typeof url === 'string' ? { number, url } : undefined;
}


/***/ }),

/***/ "src/report/standing":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ STANDINGS),
/* harmony export */   LV: () => (/* binding */ RUN_STATUSES),
/* harmony export */   h0: () => (/* binding */ standingInfo),
/* harmony export */   m5: () => (/* binding */ LISTS),
/* harmony export */   tQ: () => (/* binding */ counts),
/* harmony export */   td: () => (/* binding */ byUrgency)
/* harmony export */ });
/** How a run ends, for programs; the first that any of its keys has. */
const RUN_STATUSES = ['failed', 'blocked', 'undone', 'waiting', 'done', 'nothing'];
/** Outputs that list names of keys. */
const LISTS = ['rotated', 'waiting', 'blocked', 'failed'];
/** One word for where a key stands at the end of a run, and all that follows from it. In order of urgency; the first four need somebody. */
const STANDINGS = {
    'at risk': { icon: '🚨', run: 'failed', list: 'failed', exit: 3 },
    blocked: { icon: '⛔', run: 'blocked', list: 'blocked', exit: 1 },
    'needs a person': { icon: '🙋', run: 'blocked', list: 'blocked' },
    failed: { icon: '❌', run: 'failed', list: 'failed', exit: 1 },
    unproven: { icon: '🟡', run: 'failed', list: 'failed', exit: 1 },
    undone: { icon: '↩️', run: 'undone', list: 'failed', exit: 1 },
    'on hold': { icon: '✋', run: 'blocked', list: 'blocked' },
    interrupted: { icon: '⏸️', run: 'waiting', list: 'waiting' },
    running: { icon: '🔄', run: 'waiting', list: 'waiting' },
    waiting: { icon: '⏳', run: 'waiting', list: 'waiting', summary: 'line' },
    rotated: { icon: '✅', run: 'done', list: 'rotated', summary: 'line' },
    adopted: { icon: '✅', run: 'done', summary: 'line' },
    rehearsed: { icon: '✅', run: 'done', summary: 'line' },
    removed: { icon: '✅', run: 'done', summary: 'line' },
    'rolled back': { icon: '↩️', run: 'done', summary: 'line' },
    elsewhere: { icon: '👥', run: 'waiting', summary: 'folded' },
    later: { icon: '⏳', run: 'nothing', summary: 'folded' },
    idle: { icon: '💤', run: 'nothing', summary: 'folded' },
};
const INFO = STANDINGS;
const IN_ORDER = Object.keys(STANDINGS);
const standingInfo = (standing) => INFO[standing];
const byUrgency = (one, other) => IN_ORDER.indexOf(one) - IN_ORDER.indexOf(other);
/** `2 rotated · 1 waiting`, the most urgent first. */
function counts(standings) {
    return IN_ORDER.filter((standing) => standings.includes(standing))
        .map((standing) => `${standings.filter((one) => one === standing).length} ${standing}`)
        .join(' · ');
}


/***/ })

};
;
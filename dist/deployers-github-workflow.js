"use strict";
exports.id = "deployers-github-workflow";
exports.ids = ["deployers-github-workflow"];
exports.modules = {

/***/ "src/adapters/deployers/github-workflow/index":
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
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/tools/foreignTime.js
var foreignTime = __webpack_require__("src/domain/tools/foreignTime");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/github/repository.js
var github_repository = __webpack_require__("src/kits/github/repository");
;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/api.js






const dispatched = schemas/* object */.Ikc({ workflow_run_id: schemas/* int */.Whr(), html_url: schemas/* string */.YjP() });
const run = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    name: schemas/* string */.YjP().nullish(),
    display_title: schemas/* string */.YjP(),
    status: schemas/* string */.YjP().nullable(),
    conclusion: schemas/* string */.YjP().nullable(),
    created_at: schemas/* string */.YjP().refine((at) => (0,foreignTime/* readInstant */.Wr)(at) !== undefined),
    html_url: schemas/* string */.YjP(),
});
const runs = schemas/* object */.Ikc({ workflow_runs: schemas/* array */.YOg(run) });
const repository = schemas/* object */.Ikc({ default_branch: schemas/* string */.YjP() });
const workflow = schemas/* object */.Ikc({ state: schemas/* string */.YjP() });
const WORKFLOW = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';
const READ = 'actions: read';
const WRITE = 'actions: write';
const PAGE = 100;
/** GitHub filters at most a thousand runs. */
const MOST_PAGES = 10;
/** The calls to GitHub; errors are said of the deploy. */
class WorkflowApi {
    github;
    repository;
    workflow;
    #where;
    constructor(github, repository, workflow) {
        this.github = github;
        this.repository = repository;
        this.workflow = workflow;
        this.#where = (0,github_repository/* placeOf */.$)(repository);
    }
    get path() {
        return `.github/workflows/${this.workflow}`;
    }
    get enableIt() {
        return `Enable it: gh workflow enable ${this.workflow} -R ${this.repository}`;
    }
    now() {
        return this.github.now();
    }
    /** Who may not even see it cannot start it. `active`, `disabled_manually`, … https://docs.github.com/en/rest/actions/workflows#get-a-workflow */
    async state() {
        const { data } = await this.#send(`GET ${WORKFLOW}`, this.#named, WRITE);
        return read(workflow, data).state;
    }
    /** Its text on a branch or tag. https://docs.github.com/en/rest/repos/contents#get-repository-content */
    async file(ref) {
        const permission = 'contents: read';
        const isOwn = this.repository === this.github.repository;
        try {
            const { data } = await this.github.request('GET /repos/{owner}/{repo}/contents/.github/workflows/{file}', { ...this.#where, file: this.workflow, ref, mediaType: { format: 'raw' } }, permission);
            return typeof data === 'string'
                ? { text: data }
                : { untried: `${this.path} was not answered as a text` };
        }
        catch (error) {
            if (!(error instanceof errors/* RekeyError */.Z$))
                throw error;
            const lacks = `${this.path} of ${this.repository} may not be read; that needs ${permission}`;
            if (error.kind === 'denied')
                return { untried: lacks };
            if (error.kind !== 'gone')
                throw this.#asDeploy(error, permission);
            // Of a repository that the token does not reach GitHub says so, too.
            if (!isOwn)
                return { untried: `${lacks}, or it is not on ${(0,tools_text/* codeSpan */.SS)(ref)}` };
            throw new errors/* RekeyError */.Z$('RK6006', `${this.path} is not on ${(0,tools_text/* codeSpan */.SS)(ref)} of ${this.repository}.`, {
                next: 'Merge the workflow there, or correct "workflow:" and "ref:" under "roll:" in the config.',
            });
        }
    }
    /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
    async defaultBranch() {
        const { data } = await this.#send('GET /repos/{owner}/{repo}', {}, 'metadata: read');
        return read(repository, data).default_branch;
    }
    /**
     * https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event
     * Undefined: started, but the server does not say which run it is. A server that does not know `return_run_details` may refuse
     * it; then nothing was started, and the call is made once more without it.
     */
    async dispatch(ref, inputs, permit) {
        const route = `POST ${WORKFLOW}/dispatches`;
        const order = { ...this.#named, ref, inputs };
        let answer;
        try {
            answer = await this.#send(route, { ...order, return_run_details: true }, WRITE, permit);
        }
        catch (error) {
            if (!isRefusal(error))
                throw error;
            answer = await this.#send(route, order, WRITE, permit).catch((again) => {
                throw isRefusal(again) ? this.#refused(again) : again;
            });
        }
        const told = dispatched.safeParse(answer.data);
        return told.success ? { id: String(told.data.workflow_run_id), url: told.data.html_url } : undefined;
    }
    /** https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow · newest first */
    async runsSince(since) {
        const route = `GET ${WORKFLOW}/runs`;
        const all = [];
        for (let page = 1; page <= MOST_PAGES; page += 1) {
            const query = {
                ...this.#named,
                event: 'workflow_dispatch',
                created: `>=${since}`,
                per_page: PAGE,
                page,
            };
            const { data } = await this.#send(route, query, READ);
            const { workflow_runs: found } = read(runs, data);
            all.push(...found);
            if (found.length < PAGE)
                return all;
        }
        throw new errors/* RekeyError */.Z$('RK6004', `${this.workflow} has too many runs to find ours among them.`);
    }
    /** https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run */
    async run(id) {
        const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
        return read(run, (await this.#send(route, { run_id: id }, READ)).data);
    }
    get #named() {
        return { workflow_id: this.workflow };
    }
    /** With GitHub's own sentence, which the message quotes. */
    #refused({ message }) {
        const next = /disabled/i.test(message) ? `${this.enableIt}.` : REFUSED;
        return new errors/* RekeyError */.Z$('RK6006', `${this.workflow} of ${this.repository} was not started. ${message}`, {
            next,
        });
    }
    async #send(route, parameters, permission, permit) {
        try {
            return await this.github.request(route, { ...this.#where, ...parameters }, permission, permit);
        }
        catch (error) {
            throw this.#asDeploy(error, permission);
        }
    }
    #asDeploy(error, permission) {
        if (!(error instanceof errors/* RekeyError */.Z$) || error.code === 'RK9014')
            return error;
        const what = `The workflow ${this.workflow} of ${this.repository}`;
        const elsewhere = this.repository !== this.github.repository;
        if (elsewhere && (error.kind === 'gone' || error.kind === 'denied'))
            return new errors/* RekeyError */.Z$('RK6001', `${what} is not within reach of the token.`, { next: ELSEWHERE });
        if (error.kind === 'denied')
            return new errors/* RekeyError */.Z$('RK6001', `${what} needs ${permission}.`, { next: error.next });
        if (error.kind === 'gone')
            return new errors/* RekeyError */.Z$('RK6006', `${what} is not there.`);
        if (error.kind === 'transient')
            return (0,errors/* retold */.Xd)(error, 'RK6003', `${what}: ${error.message}`);
        return error.kind === 'unknown' ? (0,errors/* retold */.Xd)(error, 'RK6004', `${what}: ${error.message}`) : error;
    }
}
const REFUSED = 'Give the workflow "on: workflow_dispatch" with every input that the config names, "marker" too, and see that the ref exists.';
const ELSEWHERE = 'GITHUB_TOKEN reaches its own repository only: give Rekey the token of an App with "actions: write" there, in github-token.';
/** 400 or 422: the request was understood and refused, so nothing was started. */
const isRefusal = (error) => error instanceof errors/* RekeyError */.Z$ && error.code === 'RK9011';
const read = (form, given) => (0,answer/* answerOf */.ut)(form, given, notUnderstood);
const notUnderstood = () => new errors/* RekeyError */.Z$('RK9011', "GitHub's answer about a workflow is not understood.");

// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/kits/adapter/settings.js
var settings = __webpack_require__("src/kits/adapter/settings");
;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/fit.js

/**
 * Why GitHub would refuse to start the workflow, or a later process could not find its run.
 * @param sent inputs with the values that are known now; in others `{marker}` and the like still stand
 */
function misfits(file, sent) {
    const { inputs } = file;
    if (!inputs)
        return [
            { is: 'has no trigger workflow_dispatch', next: 'Add "on: workflow_dispatch" with its inputs to it.' },
        ];
    return [
        ...unknownInputs(inputs, sent),
        ...missingInputs(inputs, sent),
        ...Object.entries(sent).flatMap(([name, value]) => wrongValue(name, value, inputs.get(name))),
        ...namelessRuns(file, sent),
    ];
}
function unknownInputs(declared, sent) {
    const names = Object.keys(sent).filter((name) => !declared.has(name));
    if (names.length === 0)
        return [];
    return [
        {
            is: `does not declare ${inputWords(names)}, which Rekey sends`,
            next: `Add ${(0,tools_text/* sentenceList */.MT)(names)} under "on: workflow_dispatch: inputs:"${names.includes('marker') ? '; by the marker Rekey finds the run again' : ''}.`,
        },
    ];
}
function missingInputs(declared, sent) {
    const names = [...declared].flatMap(([name, { required, hasDefault }]) => required && !hasDefault && sent[name] === undefined ? [name] : []);
    if (names.length === 0)
        return [];
    return [
        {
            is: `requires ${inputWords(names)}, which Rekey does not send`,
            next: `Add ${(0,tools_text/* sentenceList */.MT)(names.map((name) => (0,tools_text/* codeSpan */.SS)(name)))} to "inputs:" under "roll:" in the config, or give the workflow a default.`,
        },
    ];
}
function wrongValue(name, value, input) {
    const takes = input && wanted(input, value);
    if (takes === undefined)
        return [];
    return [
        {
            is: `takes ${takes} as input ${(0,tools_text/* codeSpan */.SS)(name)}, and Rekey sends ${(0,tools_text/* codeSpan */.SS)(value)}`,
            next: name === 'marker'
                ? 'Make the input marker a string: its value is another one each time.'
                : 'Correct "inputs:" under "roll:" in the config, or the input in the workflow.',
        },
    ];
}
/** What the input takes, when the value is none of it. */
function wanted({ type, options }, value) {
    if (type === 'choice' && !options.includes(value))
        return `one of ${(0,tools_text/* sentenceList */.MT)(options.map((option) => (0,tools_text/* codeSpan */.SS)(option))) || 'no options'}`;
    if (type === 'boolean' && !['true', 'false'].includes(value))
        return 'true or false';
    if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(value))
        return 'a number';
    return undefined;
}
/** Without it a run whose start was not answered cannot be told from others, and nothing is started twice. */
function namelessRuns({ runName }, sent) {
    const marked = Object.keys(sent).filter((name) => name === 'marker' || sent[name]?.includes('{marker}'));
    const isNamed = marked.some((name) => new RegExp(`\\binputs\\s*(\\.\\s*${name}(?![\\w-])|\\[\\s*['"]${name}['"])`).test(runName));
    if (isNamed || /toJSON\(\s*(github\.event\.)?inputs\s*\)/i.test(runName))
        return [];
    return [
        {
            is: 'does not name its runs by the marker, so a run whose start was not answered cannot be found again',
            next: 'Add "run-name: Deploy ${{ inputs.marker }}" to it.',
        },
    ];
}
const inputWords = (names) => `the input${names.length > 1 ? 's' : ''} ${(0,tools_text/* sentenceList */.MT)(names.map((name) => (0,tools_text/* codeSpan */.SS)(name)))}`;

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__("yaml/dist/index");
;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/workflowFile.js

/** Undefined: not read as YAML here. That is no verdict, for GitHub's own parser decides. */
function readWorkflowFile(text) {
    let file;
    try {
        file = (0,dist/* parse */.qg)(text);
    }
    catch {
        return undefined;
    }
    if (!isMap(file))
        return undefined;
    const name = file['run-name'];
    return { runName: typeof name === 'string' ? name : '', inputs: inputsOf(file['on'] ?? file['true']) };
}
/** `on` may be a word, a list, or a map. */
function inputsOf(on) {
    if (on === TRIGGER || (Array.isArray(on) && on.includes(TRIGGER)))
        return new Map();
    if (!isMap(on) || !Object.hasOwn(on, TRIGGER))
        return undefined;
    const trigger = on[TRIGGER];
    const inputs = isMap(trigger) && isMap(trigger['inputs']) ? trigger['inputs'] : {};
    return new Map(Object.entries(inputs).map(([name, given]) => [name, declared(given)]));
}
function declared(given) {
    const input = isMap(given) ? given : {};
    const { required, default: preset, type, options } = input;
    return {
        required: required === true,
        hasDefault: preset !== undefined && preset !== null,
        type: typeof type === 'string' ? type : 'string',
        options: Array.isArray(options) ? options.map(String) : [],
    };
}
const TRIGGER = 'workflow_dispatch';
const isMap = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/readiness.js





/** Many keys and workloads are deployed by one workflow, which is looked at once. */
const FRESH = 5 * time/* MINUTE */.pY;
const looks = new WeakMap();
/**
 * Whether the workflow could be started with these inputs, as far as reading shows it.
 * @throws RK6006 it is gone, disabled, or does not fit; RK6001 not even its state may be read
 * @returns what was seen; it begins with `not tried` when the file was not
 */
async function mustBeStartable(api, ref, sent) {
    const look = await lookOnce(api, ref);
    if (!look.file)
        return `not tried: ${look.untried}`;
    const faults = misfits(look.file, sent);
    const names = Object.keys(sent).join(', ');
    if (faults.length === 0)
        return `${api.workflow} is active on ${(0,tools_text/* codeSpan */.SS)(look.ref)} and takes the inputs ${names}; the right to start it was not tried`;
    throw new errors/* RekeyError */.Z$('RK6006', `${api.path} of ${api.repository} on ${(0,tools_text/* codeSpan */.SS)(look.ref)} ${faults.map(({ is }) => is).join('; it ')}.`, { next: faults.map(({ next }) => next).join(' ') });
}
function lookOnce(api, ref) {
    const known = looks.get(api.github) ?? new Map();
    looks.set(api.github, known);
    const id = [api.repository, api.workflow, ref].join(' ');
    const before = known.get(id);
    if (before && api.now() - before.at < FRESH)
        return before.look;
    const look = lookAt(api, ref);
    known.set(id, { at: api.now(), look });
    look.catch(() => known.delete(id));
    return look;
}
async function lookAt(api, chosen) {
    const state = await api.state();
    if (state !== 'active')
        throw new errors/* RekeyError */.Z$('RK6006', `The workflow ${api.workflow} of ${api.repository} cannot be started: GitHub says ${(0,tools_text/* codeSpan */.SS)(state)}.`, { next: api.enableIt });
    const ref = chosen ?? (await api.defaultBranch());
    const read = await api.file(ref);
    if ('untried' in read)
        return { ref, ...read };
    const file = readWorkflowFile(read.text);
    return file ? { ref, file } : { ref, untried: `${api.path} on ${(0,tools_text/* codeSpan */.SS)(ref)} was not read as YAML` };
}

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/deployer.js




/** A rollout is a run of a workflow; it is complete when the run has succeeded. */
class WorkflowDeployer {
    #api;
    #settings;
    #defaultBranch;
    /** @param defaultBranch of the workflow's repository, where it is known */
    constructor(api, settings, defaultBranch) {
        this.#api = api;
        this.#settings = settings;
        this.#defaultBranch = defaultBranch;
    }
    async roll(mark, permit) {
        const ref = this.#settings.ref ?? this.#defaultBranch ?? (await this.#api.defaultBranch());
        const since = (0,time/* instant */.uR)(this.#api.now());
        const started = await this.#api.dispatch(ref, this.#filled({ ...mark }), permit);
        const rollout = started ?? (await this.find(mark, since));
        if (rollout)
            return rollout;
        throw new errors/* RekeyError */.Z$('RK6004', `${this.#settings.workflow} was started, but its run is not listed yet.`);
    }
    mustBeReady(known) {
        return mustBeStartable(this.#api, this.#settings.ref ?? this.#defaultBranch, this.#filled({ ...known }));
    }
    async find(mark, since) {
        // GitHub cuts times to seconds.
        const runs = await this.#api.runsSince((0,time/* instant */.uR)((0,time/* millis */.ne)(since)).replace(/\.\d+Z$/, 'Z'));
        const ours = runs.filter((run) => run.display_title.split(/[^\w-]+/).includes(mark.marker));
        const oldest = ours[ours.length - 1];
        if (oldest)
            return { id: String(oldest.id), url: oldest.html_url };
        if (runs.some((run) => run.display_title === run.name))
            throw new errors/* RekeyError */.Z$('RK6004', `Runs of ${this.#settings.workflow} do not say which rollout they are.`, {
                next: 'Add "run-name: Deploy ${{ inputs.marker }}" to the workflow, so that a run can be found again.',
            });
        return undefined;
    }
    async status(rollout) {
        const run = await this.#api.run(rollout.id);
        if (run.status === 'completed')
            return ended(run);
        const sentence = `run ${rollout.id} is ${run.status ?? 'waiting'}`;
        const hint = this.#hint(run);
        return { state: 'running', sentence, ...(hint !== undefined && { hint }) };
    }
    /** The marker goes along even when the config names no inputs: it is how a later process finds the run. */
    #filled(words) {
        const fill = (template) => template.replace(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole);
        return Object.fromEntries(Object.entries({ marker: '{marker}', ...this.#settings.inputs }).map(([name, template]) => [
            name,
            fill(template),
        ]));
    }
    #hint(run) {
        const age = this.#api.now() - (0,time/* millis */.ne)(run.created_at);
        if (run.status === 'in_progress' || age < (0,settings/* millisOf */.eV)(this.#settings.queued_hint_after))
            return undefined;
        if (run.status === 'waiting')
            return `it has waited ${(0,time/* spoken */.vg)(age)}: somebody must approve its environment.`;
        return `it has not begun for ${(0,time/* spoken */.vg)(age)}: does it share the concurrency group of Rekey's own workflow, or is no runner free?`;
    }
}
function ended(run) {
    if (run.conclusion === 'success')
        return { state: 'complete', sentence: `run ${run.id} succeeded` };
    return {
        state: 'failed',
        sentence: `run ${run.id} ended as ${run.conclusion ?? 'unknown'}`,
    };
}

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/settings.js



const settings_settings = schemas/* strictObject */.rej({
    workflow: schemas/* string */.YjP()
        .regex(/^[\w.-]+\.ya?ml$/, 'must be the name of a file in .github/workflows')
        .describe('File of the workflow that deploys, such as deploy.yml; it must be on the default branch'),
    repository: github_repository/* repository */.J
        .optional()
        .describe('`owner/name` of the repository of the workflow. Default: the repository that Rekey runs in'),
    ref: schemas/* string */.YjP().min(1).optional().describe('Branch or tag to run it on. Default: the default branch'),
    inputs: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[\w-]+$/), schemas/* string */.YjP())
        .default({})
        .describe('Inputs for it; {key}, {rotation}, {credential}, {workload} and {marker} stand for what they say'),
    queued_hint_after: settings/* duration */.p0.default('5m').describe('A run that has not begun after this long gets a hint'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/index.js




const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'deployers',
    descriptor: {
        id: 'github-workflow',
        title: 'GitHub workflow',
        summary: 'Dispatches the workflow that already deploys a service, and follows its run.',
        homepage: 'https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event',
        permissions: [
            { permission: 'actions: write', why: 'starts the workflow by workflow_dispatch' },
            { permission: 'actions: read', why: 'finds and follows its run' },
            {
                permission: 'contents: read',
                why: 'reads whether the workflow takes what Rekey sends, before a key is made',
            },
        ],
        limits: ['25 inputs; 10 on GitHub Enterprise Server.'],
        risks: [
            'Complete means that the run succeeded: the workflow itself must wait until no old instance is left.',
            "A workflow in the concurrency group of Rekey's own waits for Rekey while Rekey waits for it.",
        ],
        github: { actions: 'write', contents: 'read' },
        changes: {
            workflow: 'trust',
            repository: 'trust',
            ref: 'trust',
            inputs: 'trust',
            queued_hint_after: 'cosmetic',
        },
        example: 'roll: { use: github-workflow, workflow: deploy.yml, inputs: { service: "{workload}" } }',
        tried: 'Against a fake of the Actions API only.',
    },
    settings: settings_settings,
    origins: () => ['https://api.github.com'],
    open: (chosen, { github, run }) => {
        const repository = chosen.repository ?? github.repository;
        const own = repository === github.repository && run.defaultBranch !== '' ? run.defaultBranch : undefined;
        return new WorkflowDeployer(new WorkflowApi(github, repository, chosen.workflow), chosen, own);
    },
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

/***/ "src/kits/github/repository":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ placeOf),
/* harmony export */   J: () => (/* binding */ repository)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("zod/v4/classic/schemas");

const repository = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[\w.-]+\/[\w.-]+$/);
/** `acme/shop` as the parameters that routes of GitHub's API have. */
function placeOf(name) {
    const [owner = '', repo = ''] = name.split('/');
    return { owner, repo };
}


/***/ })

};
;
"use strict";
exports.id = 256;
exports.ids = [256];
exports.modules = {

/***/ 3256:
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
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/foreignTime.js
var foreignTime = __webpack_require__(7218);
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
const READ = 'actions: read';
const WRITE = 'actions: write';
const PAGE = 100;
/** GitHub filters at most a thousand runs. */
const MOST_PAGES = 10;
/** The calls to GitHub; errors are said of the deploy. */
class WorkflowApi {
    #github;
    #repository;
    #where;
    constructor(github, repository, workflow) {
        this.#github = github;
        this.#repository = repository;
        const [owner = '', repo = ''] = repository.split('/');
        this.#where = { owner, repo, workflow_id: workflow };
    }
    now() {
        return this.#github.now();
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
        const route = 'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
        let answer;
        try {
            answer = await this.#send(route, { ref, inputs, return_run_details: true }, WRITE, permit);
        }
        catch (error) {
            if (!isRefusal(error))
                throw error;
            answer = await this.#send(route, { ref, inputs }, WRITE, permit).catch((again) => {
                throw isRefusal(again) ? new errors/* RekeyError */.Z$('RK6006', again.message, { next: REFUSED }) : again;
            });
        }
        const told = dispatched.safeParse(answer.data);
        return told.success ? { id: String(told.data.workflow_run_id), url: told.data.html_url } : undefined;
    }
    /** https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow · newest first */
    async runsSince(since) {
        const route = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
        const all = [];
        for (let page = 1; page <= MOST_PAGES; page += 1) {
            const query = { event: 'workflow_dispatch', created: `>=${since}`, per_page: PAGE, page };
            const { data } = await this.#send(route, query, READ);
            const { workflow_runs: found } = read(runs, data);
            all.push(...found);
            if (found.length < PAGE)
                return all;
        }
        throw new errors/* RekeyError */.Z$('RK6004', `${this.#where.workflow_id} has too many runs to find ours among them.`);
    }
    /** https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run */
    async run(id) {
        const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
        return read(run, (await this.#send(route, { run_id: id }, READ)).data);
    }
    async #send(route, parameters, permission, permit) {
        try {
            return await this.#github.request(route, { ...this.#where, ...parameters }, permission, permit);
        }
        catch (error) {
            throw this.#asDeploy(error, permission);
        }
    }
    #asDeploy(error, permission) {
        if (!(error instanceof errors/* RekeyError */.Z$) || error.code === 'RK9014')
            return error;
        const what = `The workflow ${this.#where.workflow_id} of ${this.#repository}`;
        const elsewhere = this.#repository !== this.#github.repository;
        if (elsewhere && (error.kind === 'gone' || error.kind === 'denied'))
            return new errors/* RekeyError */.Z$('RK6001', `${what} is not within reach of the token.`, { next: ELSEWHERE });
        if (error.kind === 'denied')
            return new errors/* RekeyError */.Z$('RK6001', `${what} needs ${permission}.`, { next: error.next });
        if (error.kind === 'gone')
            return new errors/* RekeyError */.Z$('RK6006', `${what} is not there.`);
        if (error.kind === 'transient')
            return new errors/* RekeyError */.Z$('RK6003', `${what}: ${error.message}`);
        return error.kind === 'unknown' ? new errors/* RekeyError */.Z$('RK6004', `${what}: ${error.message}`) : error;
    }
}
const REFUSED = 'Give the workflow "on: workflow_dispatch" with every input that the config names, "marker" too, and see that the ref exists.';
const ELSEWHERE = 'GITHUB_TOKEN reaches its own repository only: give Rekey the token of an App with "actions: write" there, in github-token.';
/** 400 or 422: the request was understood and refused, so nothing was started. */
const isRefusal = (error) => error instanceof errors/* RekeyError */.Z$ && error.code === 'RK9011';
function read(answer, given) {
    const parsed = answer.safeParse(given);
    if (!parsed.success)
        throw new errors/* RekeyError */.Z$('RK9011', "GitHub's answer about a workflow is not understood.");
    return parsed.data;
}

;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/settings.js

const duration = schemas/* string */.YjP().regex(/^\d+(s|m|h)$/, 'must be a duration such as 30s, 5m or 1h');
const settings = schemas/* strictObject */.rej({
    workflow: schemas/* string */.YjP()
        .regex(/^[\w.-]+\.ya?ml$/, 'must be the name of a file in .github/workflows')
        .describe('File of the workflow that deploys, such as deploy.yml; it must be on the default branch'),
    repository: schemas/* string */.YjP()
        .regex(/^[\w.-]+\/[\w.-]+$/)
        .optional()
        .describe('`owner/name` of the repository of the workflow. Default: the repository that Rekey runs in'),
    ref: schemas/* string */.YjP().min(1).optional().describe('Branch or tag to run it on. Default: the default branch'),
    inputs: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[\w-]+$/), schemas/* string */.YjP())
        .default({})
        .describe('Inputs for it; {key}, {rotation}, {credential}, {workload} and {marker} stand for what they say'),
    queued_hint_after: duration.default('5m').describe('A run that has not begun after this long gets a hint'),
});

// EXTERNAL MODULE: ./node_modules/ms/index.js
var ms = __webpack_require__(744);
var ms_default = /*#__PURE__*/__webpack_require__.n(ms);
// EXTERNAL MODULE: ./.build/src/domain/time.js
var time = __webpack_require__(8026);
;// CONCATENATED MODULE: ./.build/src/adapters/deployers/github-workflow/workflowDeployer.js



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
        const started = await this.#api.dispatch(ref, this.#inputs(mark), permit);
        const rollout = started ?? (await this.find(mark, since));
        if (rollout)
            return rollout;
        throw new errors/* RekeyError */.Z$('RK6004', `${this.#settings.workflow} was started, but its run is not listed yet.`);
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
        return { state: 'running', sentence, ...(hint === undefined ? {} : { hint }) };
    }
    /** The marker goes along even when the config names no inputs: it is how a later process finds the run. */
    #inputs(mark) {
        const words = { ...mark };
        const filled = Object.entries(this.#settings.inputs).map(([name, template]) => [
            name,
            template.replace(/\{(\w+)\}/g, (whole, word) => words[word] ?? whole),
        ]);
        return { marker: mark.marker, ...Object.fromEntries(filled) };
    }
    #hint(run) {
        const age = this.#api.now() - (0,time/* millis */.ne)(run.created_at);
        if (run.status === 'in_progress' || age < ms_default()(this.#settings.queued_hint_after))
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
        ],
        limits: ['25 inputs; 10 on GitHub Enterprise Server.'],
        risks: [
            'Complete means that the run succeeded: the workflow itself must wait until no old instance is left.',
            "A workflow in the concurrency group of Rekey's own waits for Rekey while Rekey waits for it.",
        ],
        github: { actions: 'write' },
        example: 'roll: { use: github-workflow, workflow: deploy.yml, inputs: { service: "{workload}" } }',
        tried: 'Against a fake of the Actions API only.',
    },
    settings: settings,
    origins: () => ['https://api.github.com'],
    open: (chosen, { github, run }) => {
        const repository = chosen.repository ?? github.repository;
        const own = repository === github.repository && run.defaultBranch !== '' ? run.defaultBranch : undefined;
        return new WorkflowDeployer(new WorkflowApi(github, repository, chosen.workflow), chosen, own);
    },
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


/***/ })

};
;
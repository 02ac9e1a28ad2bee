"use strict";
exports.id = 193;
exports.ids = [193];
exports.modules = {

/***/ 5193:
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
;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/api.js


const user = schemas/* object */.Ikc({ login: schemas/* string */.YjP(), type: schemas/* string */.YjP().optional() }).nullable();
const issue = schemas/* object */.Ikc({
    number: schemas/* int */.Whr().positive(),
    title: schemas/* string */.YjP(),
    body: schemas/* string */.YjP().nullable(),
    state: schemas/* string */.YjP(),
    user,
    labels: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* object */.Ikc({ name: schemas/* string */.YjP().optional() })])),
    html_url: schemas/* string */.YjP(),
    pull_request: schemas/* unknown */.L5J().optional(),
});
const comment = schemas/* object */.Ikc({ id: schemas/* int */.Whr(), body: schemas/* string */.YjP().nullish(), user });
const settings = schemas/* object */.Ikc({ has_issues: schemas/* boolean */.zMY().optional() });
const issues = schemas/* array */.YOg(issue);
const comments = schemas/* array */.YOg(comment);
const viewer = schemas/* object */.Ikc({ viewer: schemas/* object */.Ikc({ login: schemas/* string */.YjP() }) });
const SWITCH_ON = 'Switch Issues on in the settings of the repository, or take "ticket" out of the config.';
/** What a 403 asks for: to read, less would do, but a ticket is written too. */
const NEEDED = 'issues: write';
const PAGE = 100;
/** A thousand items; beyond that a search would not end in time. */
const MOST_PAGES = 10;
/** The calls to GitHub, one request each; only lists are read page by page. */
class IssueApi {
    #github;
    #where;
    #login;
    constructor(github, repository) {
        this.#github = github;
        const [owner = '', repo = ''] = repository.split('/');
        this.#where = { owner, repo };
    }
    /** Who we are: https://docs.github.com/en/graphql/reference/queries#viewer works for the tokens of jobs, Apps and people. */
    async #me() {
        this.#login ??= this.#askWhoWeAre();
        return this.#login;
    }
    async #askWhoWeAre() {
        return read(viewer, await this.#github.graphql('query Me { viewer { login } }', {}, 'metadata: read'))
            .viewer.login;
    }
    async wroteIt(text) {
        const me = await this.#me();
        const login = text.user?.login;
        return login === me || (text.user?.type === 'Bot' && login === `${me}[bot]`);
    }
    /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
    async mustBeOn() {
        const { data } = await this.#github.request('GET /repos/{owner}/{repo}', this.#where, 'metadata: read');
        if (read(settings, data).has_issues === false)
            throw this.#off('has_issues is false');
    }
    #off(said) {
        const { owner, repo } = this.#where;
        return new errors/* RekeyError */.Z$('RK9009', `Issues are switched off in ${owner}/${repo} (${said}).`, {
            next: SWITCH_ON,
        });
    }
    /** https://docs.github.com/en/rest/issues/issues#get-an-issue · undefined when it is gone. */
    async issue(number) {
        try {
            const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
            return read(issue, await this.#send(route, { issue_number: number }, NEEDED));
        }
        catch (error) {
            if (error instanceof errors/* RekeyError */.Z$ && error.kind === 'gone')
                return undefined;
            throw error;
        }
    }
    /** https://docs.github.com/en/rest/issues/issues#list-repository-issues · never a search, which knows of new issues late. */
    async issuesSince(since) {
        const route = 'GET /repos/{owner}/{repo}/issues';
        const found = await this.#pages(route, { state: 'all', since, sort: 'created', direction: 'asc' }, issues);
        return found.filter((each) => each.pull_request === undefined);
    }
    /** https://docs.github.com/en/rest/issues/issues#create-an-issue */
    async open(content, permit) {
        return read(issue, await this.#send('POST /repos/{owner}/{repo}/issues', content, NEEDED, permit));
    }
    /** https://docs.github.com/en/rest/issues/issues#update-an-issue */
    async change(number, change, permit) {
        await this.#send('PATCH /repos/{owner}/{repo}/issues/{issue_number}', { issue_number: number, ...change }, NEEDED, permit);
    }
    /** https://docs.github.com/en/rest/issues/comments#list-issue-comments */
    async comments(number) {
        const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
        return this.#pages(route, { issue_number: number }, comments);
    }
    /** https://docs.github.com/en/rest/issues/comments#create-an-issue-comment */
    async say(number, body, permit) {
        await this.#send('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: number, body }, NEEDED, permit);
    }
    /** https://docs.github.com/en/rest/issues/comments#update-an-issue-comment */
    async sayInstead(comment, body, permit) {
        await this.#send('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: comment, body }, NEEDED, permit);
    }
    async #pages(route, parameters, items) {
        const all = [];
        for (let page = 1; page <= MOST_PAGES; page += 1) {
            const found = read(items, await this.#send(route, { ...parameters, per_page: PAGE, page }, NEEDED));
            all.push(...found);
            if (found.length < PAGE)
                break;
        }
        return all;
    }
    async #send(route, parameters, permission, permit) {
        try {
            return (await this.#github.request(route, { ...this.#where, ...parameters }, permission, permit)).data;
        }
        catch (error) {
            const said = error instanceof errors/* RekeyError */.Z$ ? / status 410\b(?:, (`[^`]*`))?/.exec(error.message) : null;
            throw said ? this.#off(`GitHub answers 410${said[1] === undefined ? '' : `, ${said[1]}`}`) : error;
        }
    }
}
function read(answer, given) {
    const parsed = answer.safeParse(given);
    if (!parsed.success)
        throw new errors/* RekeyError */.Z$('RK9011', "GitHub's answer about an issue is not understood.");
    return parsed.data;
}

// EXTERNAL MODULE: ./.build/src/domain/text.js
var domain_text = __webpack_require__(8860);
// EXTERNAL MODULE: ./.build/src/domain/time.js
var time = __webpack_require__(8026);
;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/text.js

/** GitHub refuses texts beyond 65,536 characters; the rest is room for what people add. */
const LONGEST = 60_000;
/** Invisible, and first in our texts: says whose text it is and of which rotation. */
const markerOf = (rotation, name) => name === undefined ? `<!-- rekey:${rotation} -->` : `<!-- rekey:${rotation}:${name} -->`;
/** Nobody is called by a text of ours: a zero width space stands between the sign and the name. */
const withoutMentions = (text) => text.replaceAll(/@(?=\w)/g, '@\u200b');
/** Marker and Markdown, cut to what GitHub takes. */
function bodyOf(marker, markdown) {
    return cut(`${marker}\n${withoutMentions(markdown)}`, '\n\n…');
}
/** Evidence as a block that people may unfold; in a code block nothing is a mention, so the bytes stay as they are. */
function evidenceBlock(marker, attachment, run) {
    const { name, content, digest } = attachment;
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    const head = `${marker}\n<details><summary>${name} · sha256 <code>${digest}</code></summary>\n\n${fence}${languageOf(name)}\n`;
    const tail = `\n${fence}\n\n</details>\n`;
    const room = LONGEST - head.length - tail.length - 200;
    if (content.length <= room)
        return `${head}${content}${tail}`;
    const rest = `The first ${String(room)} of ${String(content.length)} characters; the whole is in the artifacts of ${run}.\n`;
    return `${head}${(0,domain_text/* beginningOf */.VI)(content, room)}${tail}${rest}`;
}
const languageOf = (name) => (name.endsWith('.md') ? 'markdown' : 'json');
function cut(text, end) {
    return text.length <= LONGEST ? text : `${(0,domain_text/* beginningOf */.VI)(text, LONGEST - end.length)}${end}`;
}
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/issueTicket.js




/** What GitHub calls the reason: https://docs.github.com/en/rest/issues/issues#update-an-issue */
const REASON = {
    done: 'completed',
    undone: 'not_planned',
    abandoned: 'not_planned',
};
const NUMBER = /^[1-9]\d{0,8}$/;
/** One issue a rotation, or one comment in an issue that a person opened. Ours is what has our marker and was written by us. */
class IssueTicket {
    #api;
    #settings;
    #run;
    /** By number, as this process saw them last, so that evidence and end need not look again. */
    #seen = new Map();
    constructor(api, settings, run) {
        this.#api = api;
        this.#settings = settings;
        this.#run = run;
    }
    mustBeOn() {
        return this.#api.mustBeOn();
    }
    async find(number) {
        const issue = NUMBER.test(number) ? await this.#api.issue(number) : undefined;
        return issue && refOf(issue);
    }
    async upsert(rotation, content, known, permit) {
        const marker = markerOf(rotation);
        const body = bodyOf(marker, content.body);
        const named = known.number === undefined ? undefined : await this.#api.issue(known.number);
        if (named && !(await this.#isOurs(named, marker))) {
            await this.#keepComment(named.number, marker, body, permit);
            return refOf(named);
        }
        const found = named ?? (await this.#find(marker, known.since, permit));
        const issue = found
            ? await this.#update(found, content, body, permit)
            : await this.#open(content, body, permit);
        this.#seen.set(String(issue.number), issue);
        return refOf(issue);
    }
    async attach(rotation, number, attachment, permit) {
        const issue = await this.#existing(number);
        const marker = markerOf(rotation, attachment.name);
        await this.#keepComment(issue.number, marker, evidenceBlock(marker, attachment, this.#run), permit);
    }
    /** An issue that a person opened is closed by a person. */
    async close(rotation, number, outcome, permit) {
        const issue = await this.#existing(number);
        if (issue.state === 'closed' || !(await this.#isOurs(issue, markerOf(rotation))))
            return;
        await this.#api.change(issue.number, { state: 'closed', state_reason: REASON[outcome] }, permit);
    }
    async #existing(number) {
        const issue = this.#seen.get(number) ?? (await this.#api.issue(number));
        if (!issue)
            throw new errors/* RekeyError */.Z$('RK9009', `The issue ${number} is gone.`);
        return issue;
    }
    async #isOurs(text, marker) {
        return text.body?.startsWith(marker) === true && (await this.#api.wroteIt(text));
    }
    /** After a lost answer there may be one already, or two; the oldest stays. */
    async #find(marker, since, permit) {
        const issues = await this.#api.issuesSince((0,time/* instant */.uR)((0,time/* millis */.ne)(since) - time/* MINUTE */.pY));
        const ours = await this.#only(issues, marker);
        const [first, ...doubles] = [...ours].sort((one, other) => one.number - other.number);
        for (const double of doubles.filter(({ state }) => state === 'open')) {
            await this.#api.say(double.number, `Goes on in #${String(first?.number)}.`, permit);
            await this.#api.change(double.number, { state: 'closed', state_reason: 'not_planned' }, permit);
        }
        return first;
    }
    async #only(texts, marker) {
        const ours = [];
        for (const text of texts)
            if (await this.#isOurs(text, marker))
                ours.push(text);
        return ours;
    }
    async #open(content, body, permit) {
        return this.#api.open({ title: this.#titleOf(content), body, labels: this.#labelsOf(content) }, permit);
    }
    /** Labels that people added stay. */
    async #update(issue, content, body, permit) {
        const title = this.#titleOf(content);
        const present = issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
        const missing = this.#labelsOf(content).filter((label) => !present.includes(label));
        const change = {
            ...(issue.title === title ? {} : { title }),
            ...(issue.body === body ? {} : { body }),
            ...(missing.length === 0 ? {} : { labels: [...present, ...missing] }),
        };
        if (Object.keys(change).length > 0)
            await this.#api.change(issue.number, change, permit);
        return issue;
    }
    async #keepComment(issue, marker, body, permit) {
        const [ours] = await this.#only(await this.#api.comments(issue), marker);
        if (!ours)
            await this.#api.say(issue, body, permit);
        else if (ours.body !== body)
            await this.#api.sayInstead(ours.id, body, permit);
    }
    #titleOf(content) {
        const title = this.#settings.title.replaceAll('{title}', () => content.title);
        return (0,domain_text/* beginningOf */.VI)(withoutMentions(title), 250);
    }
    #labelsOf(content) {
        return [...new Set([...this.#settings.labels, ...content.labels])];
    }
}
const refOf = (issue) => ({ number: String(issue.number), url: issue.html_url });

;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/settings.js

const settings_settings = schemas/* strictObject */.rej({
    labels: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Labels of each issue, beside those that Rekey adds'),
    repository: schemas/* string */.YjP()
        .regex(/^[\w.-]+\/[\w.-]+$/)
        .optional()
        .describe('`owner/name` of the repository of the issues. Default: the repository of the workflow'),
    title: schemas/* string */.YjP()
        .min(1)
        .default('{title}')
        .describe('Title of an issue; `{title}` stands for what Rekey says'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/index.js




const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'tickets',
    descriptor: {
        id: 'github-issue',
        title: 'GitHub issue',
        summary: 'One issue a rotation, kept up to date as a checklist, with the evidence as a folded comment.',
        homepage: 'https://docs.github.com/en/rest/issues/issues',
        permissions: [{ permission: 'issues: write', why: 'opens, edits, comments and closes issues' }],
        limits: ['Texts are cut at 60,000 characters; longer evidence is in the artifacts of the run.'],
        risks: [
            'Whoever may edit issues can edit evidence there: its digest is also in the journal and in the summary of the run.',
        ],
        github: { issues: 'write' },
        example: 'ticket: { use: github-issue, labels: [rotation] }',
        tried: 'Against a fake of the issues API only.',
    },
    settings: settings_settings,
    origins: () => ['https://api.github.com'],
    open: (chosen, { github, run }) => new IssueTicket(new IssueApi(github, chosen.repository ?? github.repository), chosen, run.url),
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
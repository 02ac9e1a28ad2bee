"use strict";
exports.id = "tickets-github-issue";
exports.ids = ["tickets-github-issue"];
exports.modules = {

/***/ "src/adapters/tickets/github-issue/index":
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
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/github/repository.js
var github_repository = __webpack_require__("src/kits/github/repository");
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
        this.#where = (0,github_repository/* placeOf */.$)(repository);
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
const read = (form, given) => (0,answer/* answerOf */.ut)(form, given, notUnderstood);
const notUnderstood = () => new errors/* RekeyError */.Z$('RK9011', "GitHub's answer about an issue is not understood.");

;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/settings.js


const settings_settings = schemas/* strictObject */.rej({
    labels: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Labels of each issue, beside those that Rekey adds'),
    repository: github_repository/* repository */.J
        .optional()
        .describe('`owner/name` of the repository of the issues. Default: the repository of the workflow'),
    title: schemas/* string */.YjP()
        .min(1)
        .default('{title}')
        .describe('Title of an issue; `{title}` stands for what Rekey says'),
});

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
;// CONCATENATED MODULE: ./.build/src/kits/adapter/ticketText.js

/** Invisible, and first in our texts: says whose text it is and of which rotation. */
const markerOf = (rotation, name) => name === undefined ? `<!-- rekey:${rotation} -->` : `<!-- rekey:${rotation}:${name} -->`;
/** Nobody is called by a text of ours: a zero width space stands between the sign and the name. */
const withoutMentions = (text) => text.replaceAll(/@(?=\w)/g, '@\u200b');
/** Marker and Markdown. @param longest text that the system takes, in characters */
function bodyOf(marker, markdown, longest) {
    return cut(`${marker}\n${withoutMentions(markdown)}`, '\n\n…', longest);
}
/**
 * Evidence as a block that people may unfold; in a code block nothing is a mention, so the bytes stay as they are.
 * @param run where the whole is when the text is cut
 */
function evidenceBlock(marker, attachment, run, longest) {
    const { name, content, digest } = attachment;
    const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
    const head = `${marker}\n<details><summary>${name} · sha256 <code>${digest}</code></summary>\n\n${fence}${languageOf(name)}\n`;
    const tail = `\n${fence}\n\n</details>\n`;
    const room = longest - head.length - tail.length - 200;
    if (content.length <= room)
        return `${head}${content}${tail}`;
    const rest = `The first ${room} of ${content.length} characters; the whole is in the artifacts of ${run}.\n`;
    return `${head}${(0,tools_text/* beginningOf */.VI)(content, room)}${tail}${rest}`;
}
const languageOf = (name) => (name.endsWith('.md') ? 'markdown' : 'json');
function cut(text, end, longest) {
    return text.length <= longest ? text : `${(0,tools_text/* beginningOf */.VI)(text, longest - end.length)}${end}`;
}
const longestRun = (text) => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

;// CONCATENATED MODULE: ./.build/src/adapters/tickets/github-issue/ticket.js




/** What GitHub calls the reason: https://docs.github.com/en/rest/issues/issues#update-an-issue */
const REASON = {
    done: 'completed',
    undone: 'not_planned',
    abandoned: 'not_planned',
};
/** GitHub refuses texts beyond 65,536 characters; the rest is room for what people add. */
const LONGEST = 60_000;
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
        const body = bodyOf(marker, content.body, LONGEST);
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
        const block = evidenceBlock(marker, attachment, this.#run, LONGEST);
        await this.#keepComment(issue.number, marker, block, permit);
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
        return (0,tools_text/* beginningOf */.VI)(withoutMentions(title), 250);
    }
    #labelsOf(content) {
        return [...new Set([...this.#settings.labels, ...content.labels])];
    }
}
const refOf = (issue) => ({ number: String(issue.number), url: issue.html_url });

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
        // A label may start somebody's workflow.
        changes: { labels: 'gate', repository: 'trust', title: 'cosmetic' },
        example: 'ticket: { use: github-issue, labels: [rotation] }',
        tried: 'Against a fake of the issues API only.',
    },
    settings: settings_settings,
    origins: () => ['https://api.github.com'],
    open: (chosen, { github, run }) => new IssueTicket(new IssueApi(github, chosen.repository ?? github.repository), chosen, run.url),
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
"use strict";
exports.id = "journals-github-branch";
exports.ids = ["journals-github-branch"];
exports.modules = {

/***/ "src/adapters/journals/github-branch/index":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  adapter: () => (/* binding */ adapter)
});

// EXTERNAL MODULE: ./.build/src/domain/descriptor.js
var descriptor = __webpack_require__("src/domain/descriptor");
// EXTERNAL MODULE: ./.build/src/domain/journal/appendQueue.js
var appendQueue = __webpack_require__("src/domain/journal/appendQueue");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__("zod/v4/classic/schemas");
// EXTERNAL MODULE: ./.build/src/domain/journal/journalRows.js + 2 modules
var journalRows = __webpack_require__("src/domain/journal/journalRows");
// EXTERNAL MODULE: ./.build/src/kits/adapter/answer.js + 1 modules
var adapter_answer = __webpack_require__("src/kits/adapter/answer");
// EXTERNAL MODULE: ./.build/src/kits/github/repository.js
var github_repository = __webpack_require__("src/kits/github/repository");
;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/wire.js


/** What GitHub answers, as far as we ask. */
const blob = schemas/* object */.Ikc({
    byteSize: schemas/* number */.aig().optional(),
    isTruncated: schemas/* boolean */.zMY().optional(),
    text: schemas/* string */.YjP().nullable().optional(),
});
const BLOB = '... on Blob { byteSize isTruncated text }';
/** One call: the commit, the commits before it, the format, and every shard of the index, all of the same commit. */
const TIP_QUERY = `query Journal($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    ref(qualifiedName: $ref) {
      target {
        ... on Commit {
          oid
          history(first: 50) { nodes { oid } }
          format: file(path: "journal.json") { object { ${BLOB} } }
          index: file(path: "index") { object { ... on Tree { entries { name object { ${BLOB} } } } } }
        }
      }
    }
  }
}`;
const tipAnswer = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({
        isPrivate: schemas/* boolean */.zMY(),
        ref: schemas/* object */.Ikc({
            target: schemas/* object */.Ikc({
                oid: schemas/* string */.YjP(),
                history: schemas/* object */.Ikc({ nodes: schemas/* array */.YOg(schemas/* object */.Ikc({ oid: schemas/* string */.YjP() })) }),
                format: schemas/* object */.Ikc({ object: blob }).nullable(),
                index: schemas/* object */.Ikc({ object: schemas/* object */.Ikc({ entries: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), object: blob })) }) })
                    .nullable(),
            }),
        })
            .nullable(),
    }),
});
/** Any number of files of one commit, by expressions `<commit>:<path>` in the variables `p0`, `p1` … */
function filesQuery(count) {
    const numbers = Array.from({ length: count }, (_, at) => String(at));
    const variables = numbers.map((at) => `, $p${at}: String!`).join('');
    const objects = numbers.map((at) => `f${at}: object(expression: $p${at}) { ${BLOB} }`).join('\n    ');
    return `query Files($owner: String!, $name: String!, $commit: String!${variables}) {
  repository(owner: $owner, name: $name) {
    commit: object(expression: $commit) { oid }
    ${objects}
  }
}`;
}
const filesAnswer = schemas/* object */.Ikc({
    repository: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }).nullable() }).catchall(blob.nullable()),
});
const COMMIT_MUTATION = `mutation Append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;
const commitAnswer = schemas/* object */.Ikc({
    createCommitOnBranch: schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ oid: schemas/* string */.YjP() }) }),
});
/** The whole text of a file, or RK7002. */
function textOf(blob, what) {
    const whole = typeof blob.text === 'string' &&
        blob.isTruncated === false &&
        Buffer.byteLength(blob.text) === blob.byteSize;
    if (!whole)
        throw (0,journalRows/* cut */.Jj)(what);
    return blob.text ?? '';
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/api.js






const READ = 'contents: read';
const WRITE = 'contents: write';
const METADATA = 'metadata: read';
const compared = schemas/* object */.Ikc({ status: schemas/* string */.YjP() });
const repository = schemas/* object */.Ikc({ private: schemas/* boolean */.zMY() });
/** The calls to GitHub. Each is one request; none is repeated here. */
class BranchApi {
    branch;
    repository;
    #github;
    #where;
    constructor(github, repository, branch) {
        this.#github = github;
        this.repository = repository;
        this.branch = branch;
        this.#where = (0,github_repository/* placeOf */.$)(repository);
    }
    /** https://docs.github.com/en/graphql/reference/commits */
    async tip() {
        const { owner, repo: name } = this.#where;
        const variables = { owner, name, ref: `refs/heads/${this.branch}` };
        const { repository } = await this.#ask(TIP_QUERY, variables, READ, tipAnswer);
        if (!repository.ref)
            throw this.#missing();
        const { oid, history, format, index } = repository.ref.target;
        if (!format || !index)
            throw (0,journalRows/* cut */.Jj)(`The branch ${this.branch}`);
        return {
            commit: oid,
            history: history.nodes.map((node) => node.oid),
            isPrivate: repository.isPrivate,
            format: textOf(format.object, 'journal.json'),
            index: new Map(index.object.entries.map(({ name, object }) => [name, textOf(object, `index/${name}`)])),
        };
    }
    /** Files as of a commit; undefined where there is none. */
    async files(commit, paths) {
        const { owner, repo: name } = this.#where;
        const variables = {
            owner,
            name,
            commit,
            ...Object.fromEntries(paths.map((path, at) => [`p${at}`, `${commit}:${path}`])),
        };
        const { repository } = await this.#ask(filesQuery(paths.length), variables, READ, filesAnswer);
        if (!repository.commit)
            throw new errors/* RekeyError */.Z$('RK7003', 'GitHub does not know this commit of the journal.');
        return paths.map((_, at) => repository[`f${at}`] ?? undefined);
    }
    /**
     * https://docs.github.com/en/graphql/reference/commits#mutation-createcommitonbranch
     * Atomic. Throws `conflict` when the branch no longer points to `expected` (STALE_DATA).
     */
    async commit(expected, message, files) {
        const additions = files.map(({ path, content }) => ({
            path,
            contents: Buffer.from(content).toString('base64'),
        }));
        const input = {
            branch: { repositoryNameWithOwner: this.repository, branchName: this.branch },
            expectedHeadOid: expected,
            message,
            fileChanges: { additions },
        };
        const answer = await this.#ask(COMMIT_MUTATION, { input }, WRITE, commitAnswer);
        return answer.createCommitOnBranch.commit.oid;
    }
    /** https://docs.github.com/en/rest/commits/commits#compare-two-commits */
    async descends(newer, older) {
        let status = '';
        const known = await unless('RK7001', async () => {
            const range = { basehead: `${older}...${newer}` };
            ({ status } = await this.#rest('GET /repos/{owner}/{repo}/compare/{basehead}', range, READ, compared));
        });
        return known && (status === 'ahead' || status === 'identical');
    }
    /** https://docs.github.com/en/rest/git/refs#get-a-reference */
    async exists() {
        const route = 'GET /repos/{owner}/{repo}/git/ref/{ref}';
        return unless('RK7001', () => this.#rest(route, { ref: `heads/${this.branch}` }, READ, schemas/* unknown */.L5J()));
    }
    /** A branch without a past: https://docs.github.com/en/rest/git/trees, commits and refs. False: somebody was faster. */
    async create(files) {
        const sha = schemas/* object */.Ikc({ sha: schemas/* string */.YjP() });
        const tree = files.map(({ path, content }) => ({ path, mode: '100644', type: 'blob', content }));
        const made = await this.#rest('POST /repos/{owner}/{repo}/git/trees', { tree }, WRITE, sha);
        const commit = await this.#rest('POST /repos/{owner}/{repo}/git/commits', { message: 'Begin the journal of Rekey', tree: made.sha, parents: [] }, WRITE, sha);
        const ref = { ref: `refs/heads/${this.branch}`, sha: commit.sha };
        return unless('conflict', () => this.#rest('POST /repos/{owner}/{repo}/git/refs', ref, WRITE, schemas/* unknown */.L5J()));
    }
    /** Types of the active rules: https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch */
    async rules() {
        const rules = await this.#rest('GET /repos/{owner}/{repo}/rules/branches/{branch}', { branch: this.branch, per_page: 100 }, METADATA, schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP() })));
        return rules.map((rule) => rule.type);
    }
    /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
    async isPublic() {
        return !(await this.#rest('GET /repos/{owner}/{repo}', {}, METADATA, repository)).private;
    }
    async #ask(query, variables, permission, answer) {
        return this.#understood(async () => this.#github.graphql(query, variables, permission), answer);
    }
    async #rest(route, parameters, permission, answer) {
        const all = { ...this.#where, ...parameters };
        return this.#understood(async () => (await this.#github.request(route, all, permission)).data, answer);
    }
    async #understood(call, answer) {
        let given;
        try {
            given = await call();
        }
        catch (error) {
            throw this.#asJournal(error);
        }
        return (0,adapter_answer/* answerOf */.ut)(answer, given, () => (0,journalRows/* cut */.Jj)(`GitHub's answer about ${this.branch}`));
    }
    /** The same failures, said of the journal. */
    #asJournal(error) {
        if (!(error instanceof errors/* RekeyError */.Z$))
            return error;
        const where = `The journal ${this.branch} of ${this.repository}`;
        if (error.kind === 'transient')
            return (0,errors/* retold */.Xd)(error, 'RK7007', `${where}: ${error.message}`);
        if (error.kind === 'unknown')
            return (0,errors/* retold */.Xd)(error, 'RK7012', `${where}: ${error.message}`);
        return error.kind === 'gone' ? this.#missing() : error;
    }
    #missing() {
        return new errors/* RekeyError */.Z$('RK7001', `There is no branch ${this.branch} in ${this.repository}, or no right to see it.`);
    }
}
/** True when it was done; false when this failure came instead. */
async function unless(failure, work) {
    try {
        await work();
        return true;
    }
    catch (error) {
        if (error instanceof errors/* RekeyError */.Z$ && (error.code === failure || error.kind === failure))
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./.build/src/domain/key.js
var key = __webpack_require__("src/domain/key");
;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/layout.js



/** GraphQL cuts a blob beyond this many bytes, so nothing larger is ever written. */
const LARGEST_FILE = 512_000;
const FORMAT_FILE = 'journal.json';
const INDEX = 'index';
/** `00` to `ff`. All of them exist from the start, so that one which is missing shows. */
const SHARDS = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));
const shardOf = (identity) => (0,key/* shortIdentity */.tv)(identity).slice(0, 2);
const shardPath = (shard) => `${INDEX}/${shard}.json`;
function factsPath(identity, rotation) {
    if (!/^[\w.-]+$/.test(rotation))
        throw new errors/* RekeyError */.Z$('RK7010', 'This cannot be the name of a rotation.');
    return `facts/${(0,key/* shortIdentity */.tv)(identity)}/${rotation}.jsonl`;
}
/** One key a line, in order, so that a commit shows the rows that changed. */
function writeShard(rows) {
    const lines = [...rows.keys()]
        .sort()
        .map((key) => `${JSON.stringify(key)}:${JSON.stringify(rows.get(key))}`);
    return `{\n${lines.join(',\n')}\n}\n`;
}
function readShard(shard, text) {
    const what = shardPath(shard);
    const rows = Object.entries((0,journalRows/* parseObject */.lj)(text, what));
    if (rows.some(([identity]) => shardOf(identity) !== shard))
        throw (0,journalRows/* cut */.Jj)(what);
    return new Map(rows.map(([identity, row]) => [identity, (0,journalRows/* readRow */.zK)(identity, row)]));
}
const README = `# Rekey's journal

Rekey remembers here what it has begun and what it has finished. Each line of a file under \`facts/\` is one fact; \`index/\` says where each
key stands. There is no secret in it. Do not edit, rebase or delete this branch: without it Rekey stops.
`;
/** What the branch begins with. */
function firstFiles() {
    return [
        { path: 'README.md', content: README },
        { path: FORMAT_FILE, content: `${JSON.stringify({ format: journalRows/* JOURNAL_FORMAT */.MW })}\n` },
        ...SHARDS.map((shard) => ({ path: shardPath(shard), content: writeShard(new Map()) })),
    ];
}

// EXTERNAL MODULE: ./.build/src/domain/journal/facts.js
var journal_facts = __webpack_require__("src/domain/journal/facts");
// EXTERNAL MODULE: ./.build/src/domain/journal/journalLog.js
var journalLog = __webpack_require__("src/domain/journal/journalLog");
;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/fileReads.js

/** Files in one query. */
const MOST_FILES = 120;
/** Reads that are asked for while another is under way go together in the next one, so resuming many keys costs few calls. */
class FileReads {
    #api;
    #waiting = [];
    #busy = false;
    constructor(api) {
        this.#api = api;
    }
    /** A file that is cut fails its own reader only. */
    async texts(commit, paths) {
        const blobs = await new Promise((resolve, reject) => {
            this.#waiting.push({ commit, paths, resolve, reject });
            if (!this.#busy)
                void this.#drain();
        });
        return blobs.map((blob, at) => blob && textOf(blob, paths[at] ?? ''));
    }
    async #drain() {
        this.#busy = true;
        await Promise.resolve();
        while (this.#waiting.length > 0)
            await this.#readTogether(this.#take());
        this.#busy = false;
    }
    /** The first, and those after it that want files of the same commit, as long as there is room. */
    #take() {
        const taken = [];
        const left = [];
        let files = 0;
        for (const each of this.#waiting) {
            const fits = each.commit === (taken[0] ?? each).commit && files + each.paths.length <= MOST_FILES;
            if (taken.length > 0 && !fits) {
                left.push(each);
                continue;
            }
            files += each.paths.length;
            taken.push(each);
        }
        this.#waiting = left;
        return taken;
    }
    async #readTogether(readers) {
        const commit = readers[0]?.commit ?? '';
        try {
            const blobs = await this.#api.files(commit, readers.flatMap((reader) => reader.paths));
            let at = 0;
            for (const reader of readers)
                reader.resolve(blobs.slice(at, (at += reader.paths.length)));
        }
        catch (error) {
            for (const reader of readers)
                reader.reject(error);
        }
    }
}

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/message.js

const MOST_LINES = 50;
/** The commit's message: whose facts they are and which, so that the history of the branch can be read by people. */
function messageOf(entries) {
    const lines = entries.map((entry) => `${(0,tools_text/* defuse */.VP)(entry.state.name, 60)}: ${entry.facts.map(wordOf).join(', ')}`);
    const [first = 'pages'] = lines;
    if (lines.length < 2)
        return { headline: (0,tools_text/* beginningOf */.VI)(first, 100), body: first.length > 100 ? first : '' };
    const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : [];
    return {
        headline: (0,tools_text/* beginningOf */.VI)(`${lines.length} keys: ${first}`, 100),
        body: [...lines.slice(0, MOST_LINES), ...more].join('\n'),
    };
}
const wordOf = (fact) => ('row' in fact ? `${fact.type} ${fact.row}` : fact.type);

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/log.js







/** The branch as this process last saw it, kept in memory so that an append needs no read. */
class BranchLog {
    #api;
    #reads;
    #mayBePublic;
    #texts = new Map();
    #known;
    constructor(api, mayBePublic) {
        this.#api = api;
        this.#reads = new FileReads(api);
        this.#mayBePublic = mayBePublic;
    }
    async known() {
        return this.#latest();
    }
    async reload() {
        const tip = await this.#api.tip();
        if (!tip.isPrivate && !this.#mayBePublic)
            throw new errors/* RekeyError */.Z$('RK7011', `${this.#api.repository} is a public repository.`);
        const known = readTip(tip);
        if (this.#known)
            await this.#refuseRewound(this.#known, known, tip);
        this.#known = known;
        return known;
    }
    async #latest() {
        return this.#known ?? this.reload();
    }
    async #refuseRewound(before, after, tip) {
        if (!tip.history.includes(before.commit) && !(await this.#api.descends(after.commit, before.commit)))
            throw new errors/* RekeyError */.Z$('RK7003', `The journal no longer holds its commit ${before.commit}.`);
        (0,journalLog/* refuseRewound */.N$)(before, after);
    }
    /** One call: the facts, those without rotation, and the row they must agree with. */
    async facts(key, rotation, at) {
        const commit = at ?? (await this.#latest()).commit;
        const shard = shardOf(key);
        const paths = [shardPath(shard), factsPath(key, rotation), factsPath(key, journal_facts/* NO_ROTATION */.$f)];
        const [index, text, idle] = await this.#reads.texts(commit, paths);
        if (index === undefined)
            throw (0,journalRows/* cut */.Jj)(shardPath(shard));
        const row = readShard(shard, index).get(key);
        const facts = (0,journalRows/* readFacts */.MH)(text ?? '', rotation);
        (0,journalLog/* checkFacts */.un)(row, rotation, facts, (0,journalRows/* readFacts */.MH)(idle ?? '', journal_facts/* NO_ROTATION */.$f));
        if (row?.open?.rotation === rotation)
            this.#texts.set(factsPath(key, rotation), { head: row.head, text: text ?? '' });
        return facts;
    }
    async write(entries, files) {
        const known = await this.#latest();
        const before = await this.#textsOf(entries, known);
        const texts = new Map();
        const shards = new Map();
        for (const { key, facts, state } of entries) {
            const path = factsPath(key, facts[0]?.rotation ?? journal_facts/* NO_ROTATION */.$f);
            texts.set(path, (texts.get(path) ?? before.get(path) ?? '') + (0,journalRows/* writeFacts */.Rz)(facts));
            const shard = shardOf(key);
            const rows = shards.get(shard) ?? new Map(known.shards.get(shard));
            shards.set(shard, rows.set(key, state));
        }
        const changes = [
            ...[...shards].map(([shard, rows]) => ({ path: shardPath(shard), content: writeShard(rows) })),
            ...[...texts].map(([path, content]) => ({ path, content })),
        ];
        changes.forEach(refuseTooLarge);
        const commit = await this.#api.commit(known.commit, messageOf(entries), [...changes, ...files]);
        for (const { key, facts, state } of entries)
            this.#remember(key, facts, state, texts);
        return (this.#known = viewOf(commit, new Map([...known.shards, ...shards])));
    }
    /**
     * What the files of these entries hold now. A rotation that begins has none; what is not in memory is read in one call, and must be
     * whole: a line behind one that was cut would make both unreadable.
     */
    async #textsOf(entries, known) {
        const texts = new Map();
        const unread = new Map();
        for (const { key, facts } of entries) {
            const [first] = facts;
            const rotation = first?.rotation ?? journal_facts/* NO_ROTATION */.$f;
            const path = factsPath(key, rotation);
            const remembered = this.#texts.get(path);
            if (remembered && remembered.head === known.keys.get(key)?.head)
                texts.set(path, remembered.text);
            else if (!(first?.type === 'claim' && first.snapshot))
                unread.set(path, rotation);
        }
        const missing = [...unread].filter(([path]) => !texts.has(path));
        if (missing.length === 0)
            return texts;
        const paths = missing.map(([path]) => path);
        const read = await this.#reads.texts(known.commit, paths);
        missing.forEach(([path, rotation], at) => {
            const text = read[at] ?? '';
            (0,journalRows/* readFacts */.MH)(text, rotation);
            texts.set(path, text);
        });
        return texts;
    }
    #remember(key, facts, state, texts) {
        const path = factsPath(key, facts[0]?.rotation ?? journal_facts/* NO_ROTATION */.$f);
        if (state.open)
            this.#texts.set(path, { head: state.head, text: texts.get(path) ?? '' });
        else
            this.#texts.delete(path);
    }
}
function readTip(tip) {
    (0,journalRows/* readFormat */.C$)(tip.format);
    const shards = SHARDS.map((shard) => {
        const text = tip.index.get(`${shard}.json`);
        if (text === undefined)
            throw (0,journalRows/* cut */.Jj)(shardPath(shard));
        return [shard, readShard(shard, text)];
    });
    return viewOf(tip.commit, new Map(shards));
}
function viewOf(commit, shards) {
    const keys = new Map();
    for (const rows of shards.values())
        for (const [key, row] of rows)
            keys.set(key, row);
    return { commit, shards, keys };
}
/** A file that GitHub would cut could never be read again. */
function refuseTooLarge({ path, content }) {
    const size = Buffer.byteLength(content);
    if (size > LARGEST_FILE)
        throw new errors/* RekeyError */.Z$('RK7013', `${path} would have ${size} bytes.`);
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/journal.js





function branchJournal({ repository, branch }, ports) {
    const { github, publicJournal } = ports;
    const api = new BranchApi(github, repository ?? github.repository, branch);
    const log = new BranchLog(api, publicJournal);
    const queue = new appendQueue/* AppendQueue */.W(log);
    return {
        load: async () => log.reload(),
        facts: async (key, rotation, at) => log.facts(key, rotation, at),
        append: async (entries, files = []) => queue.append(entries, files),
        now: () => github.now(),
        init: async () => init(api, publicJournal),
        audit: async () => audit(api, ports),
    };
}
async function init(api, mayBePublic) {
    await refusePublic(api, mayBePublic);
    const made = !(await api.exists()) && (await api.create(firstFiles()));
    if (!made)
        throw new errors/* RekeyError */.Z$('RK2005', `There is a branch ${api.branch} in ${api.repository} already.`);
}
/** Rules that every journal wants, and rules under which no commit of ours could land. */
const WANTED = {
    deletion: 'Restrict deletions',
    non_fast_forward: 'Block force pushes',
};
const RESERVES = 'update';
const HARMFUL = ['pull_request', RESERVES, 'required_status_checks', 'merge_queue', 'required_deployments'];
async function audit(api, { github, publicJournal }) {
    await refusePublic(api, publicJournal);
    const rules = await api.rules();
    const missing = Object.keys(WANTED).filter((type) => !rules.includes(type));
    // Where updates are restricted and the App of journal-token may bypass that, the branch is reserved for it: GitHub does not tell who may.
    const harmful = HARMFUL.filter((type) => rules.includes(type)).filter((type) => type !== RESERVES || github.input !== 'journal-token');
    return [
        ...missing.map((type) => `The branch ${api.branch} lacks a rule: add "${WANTED[type] ?? type}" to a ruleset for it.`),
        ...harmful.map((type) => `The rule ${type} on ${api.branch} stops Rekey from writing: exempt the branch.`),
    ];
}
async function refusePublic(api, mayBePublic) {
    if (!mayBePublic && (await api.isPublic()))
        throw new errors/* RekeyError */.Z$('RK7011', `${api.repository} is a public repository.`);
}

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/settings.js


const settings = schemas/* strictObject */.rej({
    branch: schemas/* string */.YjP()
        .regex(/^[\w][\w./-]*$/)
        .default('rekey-journal')
        .describe('The branch that holds the journal; nothing else may be on it.'),
    repository: github_repository/* repository */.J
        .optional()
        .describe('`owner/name` of the repository that holds the branch. Default: the repository of the workflow.'),
});

;// CONCATENATED MODULE: ./.build/src/adapters/journals/github-branch/index.js



const adapter = (0,descriptor/* defineAdapter */.D)({
    kind: 'journals',
    descriptor: {
        id: 'github-branch',
        title: 'Branch of a GitHub repository',
        summary: 'The default journal: a branch that only grows, written by one atomic, signed commit for many keys.',
        homepage: 'https://docs.github.com/en/graphql/reference/commits#mutation-createcommitonbranch',
        permissions: [
            { permission: 'contents: write', why: 'createCommitOnBranch writes facts; the index is read with it' },
            { permission: 'metadata: read', why: 'doctor reads the rules of the branch' },
        ],
        limits: [
            'GitHub allows 80 writes a minute and 500 an hour; keys that advance together share one.',
            'GraphQL cuts files beyond 512,000 bytes; Rekey refuses to write one (RK7013). That is some 1,500 facts of one rotation.',
        ],
        risks: [
            'Whoever may write contents may write the journal: a forged journal can make Rekey stop or wait, never revoke.',
            'GITHUB_TOKEN cannot be exempt from a ruleset, so with it alone the branch cannot be reserved; with journal-token it can, for an App.',
        ],
        github: { contents: 'write' },
        changes: { branch: 'trust', repository: 'trust' },
        example: 'journal: { use: github-branch, repository: acme/rekey-journal, branch: rekey/production }',
        tried: 'Against a fake of the GraphQL and git APIs only.',
    },
    settings: settings,
    origins: () => ['https://api.github.com'],
    open: branchJournal,
});


/***/ }),

/***/ "src/domain/key":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ keyIdentity),
/* harmony export */   Wx: () => (/* binding */ hasLabelOf),
/* harmony export */   ad: () => (/* binding */ credentialLabel),
/* harmony export */   tv: () => (/* binding */ shortIdentity)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("node:crypto");
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The identity of a key for locks, labels and history: the secret's field in one repository. A rename in the config is no new key.
 */
function keyIdentity(repositoryId, key) {
    const fields = Object.values(key.secret.fields).sort().join('+');
    return `${repositoryId}/${key.store}:${key.secret.path}#${fields}`;
}
/** A name for files and slots: 16 hex digits of the identity. */
function shortIdentity(identity) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(identity).digest('hex').slice(0, 16);
}
/**
 * The label of one attempt to create: exact, so that a label alone tells key and rotation. At most 51 characters of [a-z0-9-].
 */
function credentialLabel(name, identity, rotation, attempt) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(`${identity}\n${rotation}\n${attempt}`).digest('hex').slice(0, 10);
    return `rekey-${readable(name)}-${hash}`;
}
const readable = (name) => name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 34)
    .replace(/^-+|-+$/g, '');
/** Some rotation of a key of this name made it; which, and of whose, the label alone does not say. */
function hasLabelOf(name, label) {
    const prefix = `rekey-${readable(name)}-`;
    return label.startsWith(prefix) && /^[0-9a-f]{10}$/.test(label.slice(prefix.length));
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
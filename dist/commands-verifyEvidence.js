"use strict";
exports.id = "commands-verifyEvidence";
exports.ids = ["commands-verifyEvidence","commands-report"];
exports.modules = {

/***/ "src/commands/report":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  factsOf: () => (/* binding */ factsOf),
  report: () => (/* binding */ report_report)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/evidence/build.js + 2 modules
var build = __webpack_require__("src/evidence/build");
// EXTERNAL MODULE: ./.build/src/report/html.js + 3 modules
var html = __webpack_require__("src/report/html");
// EXTERNAL MODULE: ./.build/src/report/kpi.js
var kpi = __webpack_require__("src/report/kpi");
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown");
// EXTERNAL MODULE: ./.build/src/report/report.js
var report = __webpack_require__("src/report/report");
// EXTERNAL MODULE: ./.build/src/commands/pages.js + 4 modules
var pages = __webpack_require__("src/commands/pages");
// EXTERNAL MODULE: ./.build/src/commands/planning.js
var planning = __webpack_require__("src/commands/planning");
// EXTERNAL MODULE: ./.build/src/commands/session.js + 2 modules
var commands_session = __webpack_require__("src/commands/session");
// EXTERNAL MODULE: ./.build/src/domain/journal/keyState.js
var keyState = __webpack_require__("src/domain/journal/keyState");
// EXTERNAL MODULE: ./.build/src/domain/journal/rotation.js
var journal_rotation = __webpack_require__("src/domain/journal/rotation");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/commands/situations.js
var commands_situations = __webpack_require__("src/commands/situations");
;// CONCATENATED MODULE: ./.build/src/commands/toldRotations.js








/** Each costs a call to the journal. */
const MOST = 60;
const RECENT = 30 * time/* DAY */.d_;
/** So many calls at once. */
const AT_ONCE = 8;
/** Every key with its open rotation, or with its last one where that ended in the last 30 days; read from the journal, what is open first. */
async function toldRotations(plan, session) {
    const now = session.journal.now();
    const wanted = plan.items
        .flatMap((item) => wantedOf(item, session.view.keys.get(item.identity), now) ?? [])
        .sort((one, other) => one.rank - other.rank || (0,tools_text/* inOrder */.al)(other.at, one.at));
    const told = new Map();
    const faults = [];
    const read = async ({ item, rotation }) => {
        try {
            told.set(item.identity, await situationFrom(item, rotation, session));
        }
        catch (thrown) {
            const error = (0,errors/* asRekeyError */.fq)(thrown);
            if (error.code !== 'RK7002')
                throw error;
            faults.push(error);
        }
    };
    const chosen = wanted.slice(0, MOST);
    for (let at = 0; at < chosen.length; at += AT_ONCE)
        await Promise.all(chosen.slice(at, at + AT_ONCE).map(read));
    const situations = plan.items.map((item) => told.get(item.identity) ?? (0,commands_situations/* situationOf */._7)(item, undefined, session));
    return { situations, left: wanted.length - chosen.length, faults };
}
/** An adoption has no two keys. */
function wantedOf(item, state, now) {
    const { open, last } = state ?? {};
    if (open && open.kind !== 'adopt')
        return { item, rotation: open.rotation, rank: keyState/* OPEN_STATUSES */.q0.indexOf(open.status), at: open.started };
    if (open || !last || last.outcome === 'adopted' || now - (0,time/* millis */.ne)(last.at) > RECENT)
        return undefined;
    return { item, rotation: last.rotation, rank: keyState/* OPEN_STATUSES */.q0.length, at: last.at };
}
async function situationFrom(item, id, session) {
    const facts = await session.journal.facts(item.identity, id);
    const rotation = (0,journal_rotation/* foldRotation */.i)(facts);
    const situation = (0,commands_situations/* situationOf */._7)(item, undefined, session);
    if (!rotation)
        return situation;
    const made = (0,build/* evidence */.M)(facts, rotation);
    // Throws here, and not when it is written, for a rotation whose name would be a path.
    (0,pages/* evidenceFiles */.RL)(made);
    return { ...situation, rotation, evidence: made };
}

;// CONCATENATED MODULE: ./.build/src/commands/report.js










/**
 * How all keys stand, with the life of the two keys in each open or recent rotation and its evidence, made again from the journal.
 * With a rotation: the evidence of that one too.
 */
async function report_report(inputs, catalog, world) {
    const session = await (0,commands_session/* openSession */.f)(inputs.config, catalog, world, false);
    const folder = world.temp;
    if (inputs.rotation !== undefined)
        await writeEvidence(inputs.rotation, session, folder);
    const plan = (0,planning/* planFor */.bJ)(session, { ...inputs, command: 'report' });
    const figured = (0,kpi/* figures */.u5)(plan, session.view.keys);
    world.log.info((0,report/* reportText */.UH)(figured));
    await world.output.summary((0,report/* reportMarkdown */.uL)(figured));
    const { situations, left, faults } = await toldRotations(plan, session);
    const made = situations.flatMap((one) => (one.evidence ? [one.evidence] : []));
    const path = `${folder}/report.html`;
    const write = (file, content) => world.files.write(`${folder}/${file}`, world.values.redact(content));
    await write('report.html', (0,html/* htmlReport */.g)(figured, situations, { pageOf: pages/* evidencePage */.Vf, of: 'journal' }));
    await write('report.json', (0,report/* reportJson */.l4)(figured));
    for (const { path: file, content } of made.flatMap(pages/* evidenceFiles */.RL))
        await write(file, content);
    if (made.length > 0)
        world.output.set('evidence', `${folder}/evidence`);
    if (left > 0)
        world.log.info(`${(0,markdown/* plural */.LS)(left, 'more rotation')} not in the page: report --rotation <id> makes the evidence of one.`);
    world.output.set('report', path);
    world.output.result({ report: figured });
    const [first, ...rest] = faults;
    if (first)
        throw (0,errors/* together */.bs)([first, ...rest]);
    world.output.set('status', 'done');
    return 0;
}
async function writeEvidence(rotation, session, folder) {
    const { world } = session;
    for (const { path, content } of (0,pages/* evidenceFiles */.RL)((0,build/* evidence */.M)(await factsOf(rotation, session)))) {
        await world.files.write(`${folder}/${path}`, world.values.redact(content));
        world.log.info(`${path} was made again from the journal: ${folder}/${path}`);
    }
    world.output.set('evidence', `${folder}/evidence`);
}
/** The facts of a rotation, whichever key it belongs to. @param at a commit of the journal; default: now */
async function factsOf(rotation, { view, journal }, at) {
    const states = [...view.keys.values()];
    const likely = states.filter(({ open, last }) => open?.rotation === rotation || last?.rotation === rotation);
    for (const { identity } of likely.length > 0 ? likely : states) {
        const facts = await journal.facts(identity, rotation, at);
        if (facts.length > 0)
            return facts;
    }
    throw new errors/* RekeyError */.Z$('RK7010', `The journal knows no rotation ${rotation}.`);
}


/***/ }),

/***/ "src/commands/verifyEvidence":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyEvidence: () => (/* binding */ verifyEvidence)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/evidence/build.js + 2 modules
var build = __webpack_require__("src/evidence/build");
// EXTERNAL MODULE: ./.build/src/domain/evidence.js
var evidence = __webpack_require__("src/domain/evidence");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/evidence/file.js
var evidence_file = __webpack_require__("src/evidence/file");
;// CONCATENATED MODULE: ./.build/src/evidence/verify.js




/**
 * A file of evidence against what the journal says: equal, or the first difference in the order of the file.
 * White space does not count. Throws RK7009 when the file is not JSON, RK7004 when another version of evidence was written.
 */
function compare(given, recomputed) {
    const file = (0,evidence_file/* evidenceFile */.a)(recomputed);
    const parsed = parse(given);
    refuseOther(parsed);
    const difference = firstDifference(parsed, JSON.parse(file.content), []);
    return difference ?? { same: true, digest: file.digest };
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        throw new errors/* RekeyError */.Z$('RK7009', 'The file of evidence is not JSON.');
    }
}
function refuseOther(parsed) {
    const version = isObject(parsed) ? parsed['v'] : undefined;
    const isOther = typeof version === 'number' && version >= 1 && version !== evidence/* EVIDENCE_VERSION */.h;
    if (!isOther)
        return;
    const message = `The evidence has version ${version}, and this release makes version ${evidence/* EVIDENCE_VERSION */.h}: they cannot be compared.`;
    throw new errors/* RekeyError */.Z$('RK7004', message, {
        next: 'Verify it with a release that makes that version; the evidence names those that worked on the rotation.',
    });
}
function firstDifference(given, recomputed, path) {
    if (!isTree(given) || !isTree(recomputed) || Array.isArray(given) !== Array.isArray(recomputed)) {
        return given === recomputed ? undefined : differ(given, recomputed, path);
    }
    for (const name of names(given, recomputed)) {
        const found = firstDifference(member(given, name), member(recomputed, name), [...path, name]);
        if (found)
            return found;
    }
    return undefined;
}
function names(one, other) {
    const all = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return Array.isArray(one) ? all : all.sort();
}
/** Own members only: a file may name one `__proto__`. */
const member = (tree, name) => Object.entries(tree).find(([own]) => own === name)?.[1];
function differ(given, recomputed, path) {
    return { same: false, path: pointer(path), given: shown(given), recomputed: shown(recomputed) };
}
const pointer = (path) => path.map((name) => `/${(0,tools_text/* defuse */.VP)(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const shown = (value) => (value === undefined ? 'nothing' : (0,tools_text/* defuse */.VP)(JSON.stringify(value)));
const isTree = (value) => typeof value === 'object' && value !== null;
const isObject = (value) => isTree(value) && !Array.isArray(value);

// EXTERNAL MODULE: ./.build/src/commands/report.js + 1 modules
var report = __webpack_require__("src/commands/report");
// EXTERNAL MODULE: ./.build/src/commands/session.js + 2 modules
var commands_session = __webpack_require__("src/commands/session");
;// CONCATENATED MODULE: ./.build/src/commands/verifyEvidence.js






/**
 * Recomputes the evidence of a rotation from the journal and names the first difference. `base` names a commit of the journal;
 * the ticket holds commit and digest, in another system with other writers.
 */
async function verifyEvidence(inputs, catalog, world) {
    const { evidence: path = '' } = inputs;
    const given = await world.files.read(path);
    if (given === undefined) {
        throw new errors/* RekeyError */.Z$('RK1002', `evidence: there is no file ${path}.`, {
            next: 'Name the evidence.json of the ticket or artifact.',
        });
    }
    const session = await (0,commands_session/* openSession */.f)(inputs.config, catalog, world, false);
    const rotation = inputs.rotation ?? rotationIn(given);
    const recomputed = (0,build/* evidence */.M)(await (0,report.factsOf)(rotation, session, inputs.base));
    const compared = compare(given, recomputed);
    const at = inputs.base === undefined
        ? `the journal as it is now (${session.view.commit})`
        : `the journal at ${inputs.base}`;
    if (!compared.same) {
        const { path, given: file, recomputed: journal } = compared;
        throw new errors/* RekeyError */.Z$('RK7009', `${rotation}: at ${path || '/'} the file says ${file}, and ${at} says ${journal}.`);
    }
    world.log.info(`Equal to what ${at} says: ${compared.digest}`);
    world.log.info('Compare commit and digest with those on the ticket: who can write the journal cannot write there.');
    world.output.result({ same: true, digest: compared.digest });
    world.output.set('status', 'done');
    return 0;
}
function rotationIn(text) {
    try {
        const { rotation } = Object(JSON.parse(text));
        if (typeof rotation === 'string' && (0,rowId/* isRotationId */.SF)(rotation))
            return rotation;
    }
    catch {
        // Said below.
    }
    throw new errors/* RekeyError */.Z$('RK7009', 'The file is not evidence: it names no rotation.');
}


/***/ })

};
;
"use strict";
exports.id = 591;
exports.ids = [591,135];
exports.modules = {

/***/ 1135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   factsOf: () => (/* binding */ factsOf),
/* harmony export */   report: () => (/* binding */ report)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8348);
/* harmony import */ var _evidence_build__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2366);
/* harmony import */ var _report_html__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _report_kpi__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1171);
/* harmony import */ var _report_report__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7123);
/* harmony import */ var _pages__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4870);
/* harmony import */ var _planning__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8696);
/* harmony import */ var _session__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4076);
/* harmony import */ var _situations__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6968);









/** Per key: last switch, due, overdue, waiting, blocked, oldest live credential. With a rotation: its evidence, made again. */
async function report(inputs, catalog, world) {
    const session = await (0,_session__WEBPACK_IMPORTED_MODULE_6__/* .openSession */ .f)(inputs.config, catalog, world, false);
    const folder = world.temp;
    if (inputs.rotation !== undefined)
        await writeEvidence(inputs.rotation, session, folder);
    const plan = (0,_planning__WEBPACK_IMPORTED_MODULE_5__/* .planFor */ .bJ)(session, { ...inputs, command: 'report' });
    const figured = (0,_report_kpi__WEBPACK_IMPORTED_MODULE_8__/* .figures */ .u)(plan, session.view.keys);
    world.log.info((0,_report_report__WEBPACK_IMPORTED_MODULE_3__/* .reportText */ .UH)(figured));
    await world.output.summary((0,_report_report__WEBPACK_IMPORTED_MODULE_3__/* .reportMarkdown */ .uL)(figured));
    const path = `${folder}/report.html`;
    const { redact } = world.values;
    await world.files.write(path, redact((0,_report_html__WEBPACK_IMPORTED_MODULE_2__/* .htmlReport */ .g)(figured, (0,_situations__WEBPACK_IMPORTED_MODULE_7__/* .situations */ .Al)(plan, [], session))));
    await world.files.write(`${folder}/report.json`, redact((0,_report_report__WEBPACK_IMPORTED_MODULE_3__/* .reportJson */ .l4)(figured)));
    world.output.set('report', path);
    world.output.result({ report: figured });
    world.output.set('status', 'done');
    return 0;
}
async function writeEvidence(rotation, session, folder) {
    const { world } = session;
    for (const { path, content } of (0,_pages__WEBPACK_IMPORTED_MODULE_4__/* .evidenceFiles */ .RL)((0,_evidence_build__WEBPACK_IMPORTED_MODULE_1__/* .evidence */ .M)(await factsOf(rotation, session)))) {
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
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7010', `The journal knows no rotation ${rotation}.`);
}


/***/ }),

/***/ 8591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verifyEvidence: () => (/* binding */ verifyEvidence)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__(8348);
// EXTERNAL MODULE: ./.build/src/domain/rowId.js
var rowId = __webpack_require__(4290);
// EXTERNAL MODULE: ./.build/src/evidence/build.js + 2 modules
var build = __webpack_require__(2366);
// EXTERNAL MODULE: ./.build/src/domain/evidence.js
var evidence = __webpack_require__(2422);
// EXTERNAL MODULE: ./.build/src/domain/text.js
var domain_text = __webpack_require__(8860);
// EXTERNAL MODULE: ./.build/src/evidence/file.js
var evidence_file = __webpack_require__(6750);
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
    const isOther = typeof version === 'number' && version >= 1 && version !== evidence/* EVIDENCE_VERSION */.hh;
    if (!isOther)
        return;
    const message = `The evidence has version ${version}, and this release makes version ${evidence/* EVIDENCE_VERSION */.hh}: they cannot be compared.`;
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
const pointer = (path) => path.map((name) => `/${(0,domain_text/* defuse */.VP)(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
const shown = (value) => (value === undefined ? 'nothing' : (0,domain_text/* defuse */.VP)(JSON.stringify(value)));
const isTree = (value) => typeof value === 'object' && value !== null;
const isObject = (value) => isTree(value) && !Array.isArray(value);

// EXTERNAL MODULE: ./.build/src/commands/report.js
var report = __webpack_require__(1135);
// EXTERNAL MODULE: ./.build/src/commands/session.js + 2 modules
var commands_session = __webpack_require__(4076);
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
"use strict";
exports.id = 135;
exports.ids = [135];
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


/***/ })

};
;
"use strict";
exports.id = "commands-settle";
exports.ids = ["commands-settle"];
exports.modules = {

/***/ "src/commands/settle":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   settle: () => (/* binding */ settle),
/* harmony export */   settleIn: () => (/* binding */ settleIn)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_key__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/key");
/* harmony import */ var _domain_run__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__("src/domain/run");
/* harmony import */ var _lifecycle_claiming__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/lifecycle/claiming");
/* harmony import */ var _lifecycle_context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/lifecycle/context");
/* harmony import */ var _lifecycle_entry__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/lifecycle/entry");
/* harmony import */ var _lifecycle_ledger__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__("src/lifecycle/ledger");
/* harmony import */ var _lifecycle_revocation_enable__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__("src/lifecycle/revocation/enable");
/* harmony import */ var _lifecycle_revocation_roles__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__("src/lifecycle/revocation/roles");
/* harmony import */ var _mayAct__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__("src/commands/mayAct");
/* harmony import */ var _enginePorts__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__("src/commands/enginePorts");
/* harmony import */ var _session__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__("src/commands/session");












/**
 * The last step of the action, also after a cancel or a crash: what the main step left disabled is enabled, its claims are
 * released so that the next run need not wait. It starts no effect; the next run continues.
 */
async function settle(inputs, catalog, world) {
    const session = await sessionOf(inputs, catalog, world);
    return session ? settleIn(session) : 0;
}
/** The same with config and journal already read. */
async function settleIn(session) {
    const { view, world } = session;
    const left = [...view.keys.values()].filter(({ open }) => open?.claim && open.claim.owner.kind === 'actions' && (0,_domain_run__WEBPACK_IMPORTED_MODULE_11__/* .sameOwner */ .s)(open.claim.owner, world.run.owner));
    try {
        for (const key of left) {
            await one(key, session).then(() => world.log.info(`${key.name}: released; the next run continues.`), (thrown) => world.log.warning(`${key.name}: ${(0,_domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .asRekeyError */ .fq)(thrown).line}`));
        }
    }
    finally {
        await session.parts.end();
    }
    return 0;
}
/** Undefined where the main step was not allowed to act, and so has left nothing; it has said why. */
async function sessionOf(inputs, catalog, world) {
    if (!(0,_mayAct__WEBPACK_IMPORTED_MODULE_8__/* .isTrusted */ .W)(world.run))
        return undefined;
    return (0,_session__WEBPACK_IMPORTED_MODULE_10__/* .openSession */ .f)(inputs.config, catalog, world, true).catch((thrown) => {
        if (thrown instanceof _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$ && thrown.code === 'RK1005')
            return undefined;
        throw thrown;
    });
}
async function one(key, session) {
    const { journal, world, config } = session;
    const rotation = key.open?.rotation ?? '';
    const entry = Object.values(config.keys).find((each) => (0,_domain_key__WEBPACK_IMPORTED_MODULE_1__/* .keyIdentity */ .CP)(world.run.repositoryId, each) === key.identity);
    const ports = (0,_enginePorts__WEBPACK_IMPORTED_MODULE_9__/* .enginePorts */ .r)(session, key.name);
    const ledger = new _lifecycle_ledger__WEBPACK_IMPORTED_MODULE_5__/* .Ledger */ .Oc(ports, rotation, world.random.id(12), key, await journal.facts(key.identity, rotation));
    // Steps of one job follow each other, so the main step is over: nobody needs to be asked.
    const takenFrom = await (0,_lifecycle_claiming__WEBPACK_IMPORTED_MODULE_2__/* .mayClaim */ .cc)(key, 'scheduled', { ...world.host, over: () => Promise.resolve('over') }, journal.now());
    const order = { command: 'settle', actor: world.run.actor, event: world.run.event };
    const { digest, commit } = config.source;
    if (entry)
        (0,_lifecycle_claiming__WEBPACK_IMPORTED_MODULE_2__/* .noteClaim */ .pz)(ledger, key, {
            kind: key.open?.kind ?? 'rotate',
            rank: 'scheduled',
            order,
            entry,
            config: { digest, ...(commit !== undefined && { commit }) },
            deadline: 0,
        }, world.run, journal.now(), takenFrom);
    await ledger.flush();
    if (entry)
        await enableAgain(ledger, entry, session, ports);
    ledger.note({ type: 'release' });
    await ledger.flush();
}
/** A key that was switched off to be watched, with nobody left who watches. */
async function enableAgain(ledger, entry, { parts }, ports) {
    const { state, key } = ledger;
    if (!(0,_lifecycle_revocation_enable__WEBPACK_IMPORTED_MODULE_6__/* .isOff */ .gK)(state))
        return;
    (0,_lifecycle_entry__WEBPACK_IMPORTED_MODULE_4__/* .mustBeTheEntry */ .y)(state.snapshot, entry);
    const subject = await parts.subject(entry, key.identity, [], new Set());
    await (0,_lifecycle_revocation_enable__WEBPACK_IMPORTED_MODULE_6__/* .leaveEnabled */ .L9)(new _lifecycle_context__WEBPACK_IMPORTED_MODULE_3__/* .Context */ .o(ledger, subject, ports));
    ledger.note({
        type: 'failed',
        row: `${state.pass}/disable`,
        code: 'RK8005',
        message: `The run ended while ${(0,_lifecycle_revocation_roles__WEBPACK_IMPORTED_MODULE_7__/* .victimOf */ .OO)(state)} was disabled and watched; it was enabled again.`,
    });
}


/***/ })

};
;
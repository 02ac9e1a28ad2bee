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
/* harmony import */ var _report_html__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(408);
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

/***/ 6968:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ situations),
/* harmony export */   KY: () => (/* binding */ redated),
/* harmony export */   _7: () => (/* binding */ situationOf)
/* harmony export */ });
/* harmony import */ var _evidence_build__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2366);
/* harmony import */ var _planner_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6081);


/** For every key of the plan what reports need: where it stands after this run, or as the journal knows it. */
function situations(plan, acted, session, asked) {
    const done = new Map(acted.map((one) => [one.item.identity, one]));
    const releases = plan.command === 'release';
    return plan.items.map((item) => {
        const mine = done.get(item.identity);
        const released = releases && mine !== undefined && mine.stop.error === undefined;
        return { ...situationOf(item, mine, session, asked), ...(released ? { released } : {}) };
    });
}
/** The plan with the dates that are right after this run: what was rotated is due again later. */
function redated(plan, acted, { config, journal }) {
    const states = new Map(acted.map(({ item, stop }) => [item.identity, stop.key]));
    const now = journal.now();
    const items = plan.items.map((item) => {
        const key = config.keys[item.key];
        const state = states.get(item.identity);
        if (!key || !state)
            return item;
        const { due: _before, overdue: _was, ...rest } = item;
        return { ...rest, ...(0,_planner_plan__WEBPACK_IMPORTED_MODULE_1__/* .datesOf */ .r)(key, state, config.policy, now) };
    });
    return { ...plan, items };
}
/** One key, after this run or as the journal knows it. */
function situationOf(item, acted, { view, world }, asked) {
    const { key: name, owner, environment, identity } = item;
    const state = acted?.stop.key ?? view.keys.get(identity);
    const { rotation, error, facts = [] } = acted?.stop ?? {};
    return {
        key: { name, owner, environment },
        plan: item,
        run: world.run,
        ...(asked ? { asked: { command: asked.command, now: asked.now } } : {}),
        ...(state ? { state } : {}),
        ...(rotation ? { rotation } : {}),
        ...(error ? { error } : {}),
        ...(rotation && facts.length > 0 ? { evidence: (0,_evidence_build__WEBPACK_IMPORTED_MODULE_0__/* .evidence */ .M)(facts, rotation) } : {}),
    };
}


/***/ }),

/***/ 408:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ htmlReport)
/* harmony export */ });
/* harmony import */ var _domain_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8860);
/* harmony import */ var _fiveLines__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3475);
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1805);
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1088);
/* harmony import */ var _report__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7123);
/* harmony import */ var _standing__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3865);
/* harmony import */ var _words__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(312);







/** One file that opens anywhere: no script, no font, no request. */
const STYLE = `
:root { color-scheme: light dark; --line: #d1d9e0; --soft: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
code { font: .9em ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: .3em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; }
ol { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .4rem 0; }
li { border-radius: .4rem; padding: .3rem .8rem; min-width: 5rem; text-align: center; }
li small { display: block; }
.done { background: #1f883d; color: #fff; } .unseen { background: #d4a72c; color: #000; } .now { background: #0969da; color: #fff; }
.failed { background: #cf222e; color: #fff; } .later { background: #eaeef2; color: #57606a; }
dl { display: grid; grid-template-columns: 5rem 1fr; gap: .2rem .8rem; margin: .6rem 0; } dt { font-weight: 600; } dd { margin: 0; }
footer { color: #818b98; margin-top: 3rem; }`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
/** The report as one HTML file: what needs somebody first, then a table of all keys. */
function htmlReport(figures, keys) {
    const told = keys
        .filter(({ rotation }) => rotation !== undefined)
        .map((situation) => ({ situation, standing: (0,_standing__WEBPACK_IMPORTED_MODULE_5__/* .standingOf */ .YP)(situation) }))
        .sort((one, other) => (0,_standing__WEBPACK_IMPORTED_MODULE_5__/* .byUrgency */ .td)(one.standing, other.standing));
    const sections = told.slice(0, 500).map(({ situation }) => section(situation));
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Rekey, ${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .escaped */ .Mk)((0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(figures.at))}</title>
<style>${STYLE}
</style></head><body>
<h1>Rekey</h1><p>${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .escaped */ .Mk)((0,_report__WEBPACK_IMPORTED_MODULE_4__/* .headline */ .Pl)(figures))}</p>${keys.some(({ run }) => run.sandbox) ? '<p><strong>Sandbox: nothing here is real.</strong></p>' : ''}
${sections.join('\n')}
<h2>Keys</h2>
${keyTable(figures)}
<footer>What config and journal know. Keys at a vendor that nobody listed are not in it.</footer>
</body></html>
`;
}
function section(situation) {
    const standing = (0,_standing__WEBPACK_IMPORTED_MODULE_5__/* .standingOf */ .YP)(situation);
    const lines = (0,_fiveLines__WEBPACK_IMPORTED_MODULE_1__/* .fivePhrases */ .B0)(situation).map(([label, phrase]) => `<dt>${label}</dt><dd>${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .html */ .qy)(phrase)}</dd>`);
    const drawn = situation.rotation ? lanes(situation.rotation) : '';
    return `<h2>${(0,_standing__WEBPACK_IMPORTED_MODULE_5__/* .iconOf */ .ZG)(standing)} <code>${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .escaped */ .Mk)((0,_domain_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(situation.key.name))}</code> ${standing}</h2>
${drawn}<dl>${lines.join('')}</dl>`;
}
function lanes(rotation) {
    const passes = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
    return passes
        .map((pass) => `<ol>${(0,_words__WEBPACK_IMPORTED_MODULE_6__/* .wordsOf */ .Z9)(rotation, pass)
        .map((word) => box(word, pass))
        .join('')}</ol>\n`)
        .join('');
}
const CLASSES = {
    done: 'done',
    unseen: 'unseen',
    now: 'now',
    failed: 'failed',
    'not yet': 'later',
    skipped: '',
};
function box({ word, mark, from, to }, pass) {
    if (mark === 'skipped')
        return '';
    const name = pass === 'forward' ? word : `undo ${word}`;
    const time = from === undefined || to === undefined
        ? ''
        : `<small>${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .escaped */ .Mk)(mark === 'now' ? `since ${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .minute */ .Vc)(from)}` : (0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .between */ .Tq)(from, to))}</small>`;
    return `<li class="${CLASSES[mark]}">${name}${time}</li>`;
}
function keyTable(figures) {
    const head = _report__WEBPACK_IMPORTED_MODULE_4__/* .HEAD */ .Vx.map((name) => `<th>${name}</th>`).join('');
    const keys = (0,_report__WEBPACK_IMPORTED_MODULE_4__/* .sorted */ .IP)(figures.keys);
    const rows = keys.slice(0, _report__WEBPACK_IMPORTED_MODULE_4__/* .MOST_ROWS */ .wq).map((row) => {
        const texts = (0,_report__WEBPACK_IMPORTED_MODULE_4__/* .cells */ .Yo)(row, (text) => (0,_domain_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(text, 60));
        return `<tr>${texts.map((text) => `<td>${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .escaped */ .Mk)(text)}</td>`).join('')}</tr>`;
    });
    const more = keys.length > _report__WEBPACK_IMPORTED_MODULE_4__/* .MOST_ROWS */ .wq ? `<p>and ${String(keys.length - _report__WEBPACK_IMPORTED_MODULE_4__/* .MOST_ROWS */ .wq)} more</p>` : '';
    return `<table><tr>${head}</tr>\n${rows.join('\n')}\n</table>${more}`;
}


/***/ }),

/***/ 1171:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ figures)
/* harmony export */ });
function figures(plan, states) {
    const lastTick = newest([...states.values()]);
    const keys = plan.items.map((item) => keyFigures(item, states.get(item.identity)));
    const counts = {};
    for (const { condition } of keys)
        counts[condition] = (counts[condition] ?? 0) + 1;
    return {
        v: 1,
        at: plan.at,
        ...(lastTick === undefined ? {} : { lastTick }),
        keys,
        counts,
    };
}
function keyFigures(item, state) {
    const live = state && oldestLive(state);
    return {
        key: item.key,
        owner: item.owner,
        environment: item.environment,
        vendor: item.vendor,
        condition: conditionOf(item, state),
        overdue: item.overdue,
        ...(item.due === undefined ? {} : { due: item.due }),
        ...(state?.lastPromote === undefined ? {} : { lastPromote: state.lastPromote }),
        ...(state?.open?.resumeAt === undefined ? {} : { waitsUntil: state.open.resumeAt }),
        ...(state?.blocked === undefined ? {} : { blocked: `${state.blocked.code}: ${state.blocked.why}` }),
        ...(state?.hold === undefined ? {} : { hold: `${state.hold.actor}: ${state.hold.reason}` }),
        ...(live === undefined ? {} : { oldestLive: live }),
        ...(state?.last === undefined ? {} : { last: { outcome: state.last.outcome, at: state.last.at } }),
    };
}
function conditionOf(item, state) {
    if (item.action === 'unmanaged')
        return 'unmanaged';
    if (state?.blocked)
        return 'blocked';
    if (state?.hold)
        return 'on hold';
    if (state?.open)
        return state.open.status === 'person' ? 'needs a person' : state.open.status;
    return item.overdue ? 'overdue' : conditionAtRest(state);
}
function conditionAtRest(state) {
    if (state?.removed)
        return 'removed';
    return state?.adopted === undefined && state?.lastPromote === undefined ? 'new' : 'ok';
}
/** While a rotation that has switched is open, the credential before it may live, and the journal's row no longer says since when. */
function oldestLive({ open, lastPromote, adopted, removed }) {
    if (removed?.proved)
        return undefined;
    if (open && lastPromote !== undefined && lastPromote >= open.started) {
        return { since: open.started, atLeast: true };
    }
    if (lastPromote !== undefined)
        return { since: lastPromote, atLeast: false };
    return adopted === undefined ? undefined : { since: adopted, atLeast: true };
}
function newest(states) {
    const times = states.flatMap(({ open, last, adopted, lastPromote }) => [
        open?.claim?.at,
        last?.at,
        adopted,
        lastPromote,
    ]);
    return times
        .flatMap((time) => time ?? [])
        .sort()
        .at(-1);
}


/***/ }),

/***/ 7123:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   UH: () => (/* binding */ reportText),
/* harmony export */   Vx: () => (/* binding */ HEAD),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   l4: () => (/* binding */ reportJson),
/* harmony export */   uL: () => (/* binding */ reportMarkdown),
/* harmony export */   wq: () => (/* binding */ MOST_ROWS)
/* harmony export */ });
/* harmony import */ var _domain_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8860);
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5584);
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1805);



const reportJson = (figures) => `${JSON.stringify(figures, null, 2)}\n`;
const HEAD = [
    'Key',
    'State',
    'Last switch',
    'Due',
    'Oldest live since',
    'Last outcome',
    'Owner',
];
/** For a log: aligned columns, the keys that need somebody first. */
function reportText(figures) {
    const rows = [HEAD, ...sorted(figures.keys).map((row) => cells(row, (text) => (0,_domain_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(text, 60)))];
    const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
    return [headline(figures), '', ...lines.map((line) => line.trimEnd())].join('\n');
}
/** Nobody reads further. */
const MOST_ROWS = 2000;
/** For the summary and the report file. */
function reportMarkdown(figures) {
    const keys = sorted(figures.keys);
    const rows = keys.slice(0, MOST_ROWS).map((row) => cells(row, (text) => (0,_domain_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(text, 60)));
    const more = keys.length > MOST_ROWS ? `_and ${String(keys.length - MOST_ROWS)} more_` : undefined;
    return `${(0,_markdown__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)([
        `## Keys`,
        headline(figures),
        rows.length === 0 ? undefined : (0,_markdown__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(HEAD, rows),
        more,
        '_What config and journal know. Keys at a vendor that nobody listed are not in it._',
    ])}\n`;
}
const ORDER = [
    'blocked',
    'needs a person',
    'overdue',
    'on hold',
    'running',
    'waiting',
    'new',
    'unmanaged',
    'ok',
    'removed',
];
const sorted = (keys) => [...keys].sort((one, other) => ORDER.indexOf(one.condition) - ORDER.indexOf(other.condition) || (one.key < other.key ? -1 : 1));
function headline({ at, counts, keys, lastTick }) {
    const words = ORDER.flatMap((name) => {
        const count = counts[name];
        return count === undefined ? [] : [`${String(count)} ${name}`];
    });
    const tick = lastTick === undefined ? 'no run seen yet' : `last run seen ${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(lastTick)}`;
    return `${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(at)}: ${(0,_markdown__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(keys.length, 'key')}${words.length === 0 ? '' : `, ${words.join(', ')}`}; ${tick}.`;
}
function cells(row, foreign) {
    const { oldestLive: live, last } = row;
    return [
        foreign(row.key),
        stateOf(row, foreign),
        row.lastPromote === undefined ? '–' : (0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd)(row.lastPromote),
        row.due === undefined ? '–' : `${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd)(row.due)}${row.overdue ? ' overdue' : ''}`,
        live === undefined ? '–' : `${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd)(live.since)}${live.atLeast ? ' or before' : ''}`,
        last === undefined ? '–' : `${last.outcome} ${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .day */ .vd)(last.at)}`,
        foreign(row.owner),
    ];
}
function stateOf(row, foreign) {
    if (row.blocked !== undefined)
        return `${row.condition}: ${foreign(row.blocked)}`;
    if (row.hold !== undefined)
        return `${row.condition}: ${foreign(row.hold)}`;
    return row.waitsUntil === undefined ? row.condition : `${row.condition} until ${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(row.waitsUntil)}`;
}


/***/ })

};
;
"use strict";
exports.id = 486;
exports.ids = [486];
exports.modules = {

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

/***/ 5921:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ htmlReport)
});

// EXTERNAL MODULE: ./.build/src/domain/text.js
var domain_text = __webpack_require__(8860);
// EXTERNAL MODULE: ./.build/src/report/fiveLines.js + 4 modules
var fiveLines = __webpack_require__(3475);
// EXTERNAL MODULE: ./.build/src/report/life.js + 1 modules
var report_life = __webpack_require__(8649);
// EXTERNAL MODULE: ./.build/src/domain/time.js
var time = __webpack_require__(8026);
// EXTERNAL MODULE: ./.build/src/report/lifeSpans.js
var lifeSpans = __webpack_require__(8710);
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__(1805);
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var report_phrase = __webpack_require__(1088);
;// CONCATENATED MODULE: ./.build/src/report/lifeSvg.js





/** Heights say the same as colours. Looks are classes, so that the page decides on light and dark. */
const LIFE_STYLE = `
figure { margin: .6rem 0; } figure svg { display: block; width: 100%; overflow: visible; } figure text { font-size: 12px; fill: currentColor; }
.used { fill: #1f883d; } .idle { fill: #54aeff; } .off { fill: #8c959f; }
.unsure { fill: none; stroke: #bf8700; stroke-width: 2; stroke-dasharray: 4 3; } .ahead { fill: none; stroke: #8c959f; stroke-dasharray: 1 4; }
figure line { stroke: currentColor; stroke-dasharray: 2 3; } figure circle { fill: Canvas; stroke: currentColor; }
.number { text-anchor: middle; } .end { text-anchor: end; } figure .number { font-size: 11px; }
.marks { margin: .4rem 0; padding: 0; list-style: none; font-size: .9em; } .marks li { padding: .1rem 0; overflow-wrap: anywhere; }`;
/** What the bars mean, for readers who see them for the first time. */
const LIFE_LEGEND = 'Drawn from the journal. Thick bar: in use. Half as thick: exists, not in use. Thin: disabled or revoked. Dashed: not known. Dotted: not seen yet. Time is stretched where much happens.';
const HEIGHTS = { used: 16, idle: 8, off: 3, unsure: 12, ahead: 1 };
const LANE = 48;
const MIDDLE = 32;
/** In per cent of the width, so that a number at the end is not cut. */
const EDGE = 3;
/** The life of the two keys as a drawing without script, and each mark in words below it. @param id unique in the page */
function lifeFigure(life, id) {
    const { lanes, marks, from, to } = life;
    const { place, places } = scale(life);
    const height = lanes.length * LANE + 20;
    const about = `${describe(lanes)} ${marks.map(({ title }, index) => `${String(index + 1)}: ${title}`).join(', ')}.`;
    return `<figure><svg role="img" aria-labelledby="${id}t ${id}d" height="${String(height)}">
<title id="${id}t">Life of the two keys of ${(0,report_phrase/* escaped */.Mk)((0,domain_text/* defuse */.VP)(life.key, 60))}</title><desc id="${id}d">${(0,report_phrase/* escaped */.Mk)(about)}</desc>
${lanes.map((lane, index) => drawLane(lane, index, place)).join('\n')}
${marks.map((mark, index) => drawMark(mark, index, places[index] ?? EDGE, lanes)).join('\n')}
<text x="0" y="${String(height - 2)}">${(0,moment/* second */.Rc)((0,time/* instant */.uR)(from))}</text><text class="end" x="100%" y="${String(height - 2)}">${(0,moment/* second */.Rc)((0,time/* instant */.uR)(to))} UTC</text>
</svg><ol class="marks">
${marks.map(listed).join('\n')}
</ol></figure>`;
}
const describe = (lanes) => lanes
    .map(({ side, spans }) => `The ${side} key: ${spans.map(({ state }) => lifeSpans/* SPAN_WORDS */.X[state]).join(', then ')}.`)
    .join(' ');
/** Between two marks there is room for a number at least, and more the longer it took: a second and a day are both to be seen. */
function scale({ from, to, marks }) {
    const times = [from, ...marks.map(({ at }) => at), to];
    const ends = [0];
    for (const [index, at] of times.slice(1).entries()) {
        const gap = at - (times[index] ?? at);
        ends.push((ends.at(-1) ?? 0) + 1 + 0.35 * Math.log10(1 + gap / time/* SECOND */.Z2));
    }
    const whole = ends.at(-1) ?? 1;
    const places = ends.map((end) => EDGE + (end / whole) * (100 - 2 * EDGE));
    const place = (at) => {
        const next = times.findIndex((time) => time >= at);
        const [low, high] = [times[next - 1], times[next]];
        const [left, right] = [places[next - 1], places[next]];
        if (low === undefined || high === undefined || left === undefined || right === undefined) {
            return at <= from ? EDGE : 100 - EDGE;
        }
        return left + ((at - low) / (high - low)) * (right - left);
    };
    return { place, places: places.slice(1, -1) };
}
const percent = (x) => `${x.toFixed(2)}%`;
function drawLane({ side, id, spans }, index, place) {
    const name = `${side} key ${id === undefined ? '(id not known)' : (0,domain_text/* defuse */.VP)(id, 32)}`;
    const top = index * LANE;
    return `<text x="0" y="${String(top + 14)}">${(0,report_phrase/* escaped */.Mk)(name)}</text>${spans.map((span) => bar(span, top, place)).join('')}`;
}
function bar({ state, from, to }, top, place) {
    const [left, right] = [place(from), place(to)];
    const tall = HEIGHTS[state];
    const words = `${lifeSpans/* SPAN_WORDS */.X[state]}, ${(0,moment/* second */.Rc)((0,time/* instant */.uR)(from))} to ${(0,moment/* second */.Rc)((0,time/* instant */.uR)(to))}`;
    return `<rect class="${state}" x="${percent(left)}" width="${percent(Math.max(0.2, right - left))}" y="${String(top + MIDDLE - tall / 2)}" height="${String(tall)}"><title>${words}</title></rect>`;
}
function drawMark({ side, title }, index, x, lanes) {
    const rows = lanes.flatMap((lane, row) => (side === 'both' || lane.side === side ? [row] : []));
    const [first = 0] = rows;
    const last = rows.at(-1) ?? first;
    const at = percent(x);
    const middle = (row) => row * LANE + MIDDLE;
    const y = middle(first);
    const line = first === last
        ? ''
        : `<line x1="${at}" x2="${at}" y1="${String(middle(first))}" y2="${String(middle(last))}"/>`;
    return `<g><title>${(0,report_phrase/* escaped */.Mk)(title)}</title>${line}<circle cx="${at}" cy="${String(y)}" r="8"/><text class="number" x="${at}" y="${String(y + 4)}">${String(index + 1)}</text></g>`;
}
function listed({ at, icon, title, told }, index) {
    const more = told.length === 0 ? '' : `: ${(0,report_phrase/* html */.qy)(told)}`;
    return `<li>${String(index + 1)} ${icon} ${(0,moment/* second */.Rc)((0,time/* instant */.uR)(at))} <strong>${(0,report_phrase/* escaped */.Mk)(title)}</strong>${more}</li>`;
}

// EXTERNAL MODULE: ./.build/src/report/report.js
var report = __webpack_require__(7123);
// EXTERNAL MODULE: ./.build/src/report/standing.js
var report_standing = __webpack_require__(3865);
// EXTERNAL MODULE: ./.build/src/report/words.js
var words = __webpack_require__(312);
;// CONCATENATED MODULE: ./.build/src/report/html.js









/** One file that opens anywhere: no script, no font, no request. */
const STYLE = `
:root { color-scheme: light dark; --line: #d1d9e0; --soft: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
code { font: .9em ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: .3em; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } .wide:focus-visible { outline: 2px solid #0969da; } table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; overflow-wrap: normal; min-width: 5rem; }
.words { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .4rem 0; }
.words li { border-radius: .4rem; padding: .3rem .8rem; min-width: 5rem; text-align: center; }
.words small { display: block; }
.done { background: #1f883d; color: #fff; } .unseen { background: #d4a72c; color: #000; } .now { background: #0969da; color: #fff; }
.failed { background: #cf222e; color: #fff; } .later, .stopped { background: #eaeef2; color: #57606a; }
dl { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .2rem .8rem; margin: .6rem 0; } dt { font-weight: 600; } dd { margin: 0; }${LIFE_STYLE}
footer, .legend { color: GrayText; } footer { margin-top: 3rem; }`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
/**
 * The report as one HTML file: what needs somebody first, then a table of all keys.
 * @param pageOf where the evidence of a rotation lies, seen from this file; undefined where none is left there
 */
function htmlReport(figures, keys, pageOf = () => undefined) {
    const told = keys
        .filter(({ rotation }) => rotation !== undefined)
        .map((situation) => ({ situation, standing: (0,report_standing/* standingOf */.YP)(situation) }))
        .sort((one, other) => (0,report_standing/* byUrgency */.td)(one.standing, other.standing));
    const sections = told.slice(0, 500).map(({ situation }, index) => section(situation, index, pageOf));
    const standings = told.length === 0 ? '' : `: ${(0,report_standing/* counts */.tQ)(told.map(({ standing }) => standing))}`;
    const legend = sections.some((text) => text.includes('<figure>'))
        ? `<p class="legend">${LIFE_LEGEND}</p>`
        : '';
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Rekey, ${(0,report_phrase/* escaped */.Mk)((0,moment/* moment */.n$)(figures.at))}</title>
<style>${STYLE}
</style></head><body>
<h1>Rekey${standings}</h1><p>${(0,report_phrase/* escaped */.Mk)((0,report/* headline */.Pl)(figures))}</p>${keys.some(({ run }) => run.sandbox) ? '<p><strong>Sandbox: nothing here is real.</strong></p>' : ''}
${legend}${sections.join('\n')}
<h2>Keys</h2>
${keyTable(figures)}
<footer>What config and journal know. Keys at a vendor that nobody listed are not in it.</footer>
</body></html>
`;
}
function section(situation, index, pageOf) {
    const standing = (0,report_standing/* standingOf */.YP)(situation);
    const lines = (0,fiveLines/* fivePhrases */.B0)(situation).map(([label, phrase]) => `<dt>${label}</dt><dd>${(0,report_phrase/* html */.qy)(phrase)}</dd>`);
    const life = (0,report_life/* lifeOf */.c)(situation);
    const figure = life ? lifeFigure(life, `life${String(index)}`) : '';
    const { evidence } = situation;
    const path = evidence && evidence.kind !== 'adopt' ? pageOf(evidence.rotation) : undefined;
    const proof = path === undefined ? '' : `<p><a href="${(0,report_phrase/* escaped */.Mk)(path)}">Evidence of this rotation</a></p>`;
    const drawn = situation.rotation ? lanes(situation.rotation) : '';
    return `<h2>${(0,report_standing/* iconOf */.ZG)(standing)} <code>${(0,report_phrase/* escaped */.Mk)((0,domain_text/* defuse */.VP)(situation.key.name))}</code> ${standing}</h2>
${figure}${drawn}<dl>${lines.join('')}</dl>${proof}`;
}
function lanes(rotation) {
    const passes = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
    return passes
        .map((pass) => `<ol class="words">${(0,words/* wordsOf */.Z9)(rotation, pass)
        .map((word) => box(word, pass))
        .join('')}</ol>\n`)
        .join('');
}
const CLASSES = {
    done: 'done',
    unseen: 'unseen',
    now: 'now',
    failed: 'failed',
    stopped: 'stopped',
    'not yet': 'later',
    skipped: '',
};
function box({ word, mark, from, to }, pass) {
    if (mark === 'skipped')
        return '';
    const name = pass === 'forward' ? word : `undo ${word}`;
    const time = from === undefined || to === undefined
        ? ''
        : `<small>${(0,report_phrase/* escaped */.Mk)(mark === 'now' ? `since ${(0,moment/* minute */.Vc)(from)}` : (0,moment/* between */.Tq)(from, to))}</small>`;
    return `<li class="${CLASSES[mark]}">${(0,words/* signOf */.rL)(mark)} ${name}<small>${mark === 'unseen' ? 'done, not all observed' : mark}</small>${time}</li>`;
}
function keyTable(figures) {
    const head = report/* HEAD */.Vx.map((name) => `<th>${name}</th>`).join('');
    const keys = (0,report/* sorted */.IP)(figures.keys);
    const rows = keys.slice(0, report/* MOST_ROWS */.wq).map((row) => {
        const texts = (0,report/* cells */.Yo)(row, (text) => (0,domain_text/* defuse */.VP)(text, 60));
        return `<tr>${texts.map((text) => `<td>${(0,report_phrase/* escaped */.Mk)(text)}</td>`).join('')}</tr>`;
    });
    const more = keys.length > report/* MOST_ROWS */.wq ? `<p>and ${String(keys.length - report/* MOST_ROWS */.wq)} more</p>` : '';
    return `<div class="wide" tabindex="0" role="region" aria-label="Keys"><table><tr>${head}</tr>\n${rows.join('\n')}\n</table></div>${more}`;
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

/***/ 8649:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ lifeOf)
});

// EXTERNAL MODULE: ./.build/src/domain/fate.js
var fate = __webpack_require__(3177);
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__(5584);
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__(1805);
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__(1088);
// EXTERNAL MODULE: ./.build/src/report/seen.js
var seen = __webpack_require__(8758);
;// CONCATENATED MODULE: ./.build/src/report/lifeMarks.js




const MAKES_USABLE = new Set(['create', 'promote']);
/** All marks of a rotation, in order of time; as few as a reader can take in, however many workloads there are. */
function marksOf(evidence, { from, to }) {
    const { effects, gates } = evidence;
    // In the order of the steps, which decides between equal times.
    const marks = [
        ...effects.filter(({ step }) => MAKES_USABLE.has(step)).flatMap(effectMark),
        ...checkMarks(evidence),
        ...gates.filter(({ step }) => step === 'drain').flatMap(drainMarks),
        ...effects.filter(({ step }) => !MAKES_USABLE.has(step)).flatMap(effectMark),
        ...gates.filter(({ step }) => step === 'prove').flatMap(proofMarks),
        ...blockMarks(evidence),
        ...waitMarks(evidence),
    ];
    return marks
        .map((mark) => ({ ...mark, at: Math.min(to, Math.max(from, mark.at)) }))
        .sort((one, other) => one.at - other.at);
}
/** The key that is to die in a pass. */
const victimOf = (pass) => (pass === 'forward' ? 'old' : 'new');
const mark = (at, icon, title, side, told = []) => {
    const time = (0,moment/* timeOf */.nR)(at);
    return time === undefined ? [] : [{ at: time, icon, title, side, told }];
};
const EFFECTS = {
    create: ['➕', 'new key made'],
    promote: ['🔀', 'switch'],
    condemn: ['🚫', 'condemned'],
    disable: ['⏸️', 'disabled'],
    revoke: ['🗑️', 'revoked'],
};
function effectMark({ pass, step, unit, how, sent, at, data }) {
    const [icon, name] = EFFECTS[step] ?? [];
    if (icon === undefined || name === undefined || unit !== undefined)
        return [];
    const isBack = step === 'promote' && pass === 'back';
    const side = step === 'create' ? 'new' : step === 'promote' ? 'both' : victimOf(pass);
    const title = isBack ? 'switch back' : name;
    if (how === 'not known') {
        return mark(sent, '❓', `asked for, ${title}`, side, (0,phrase/* own */.ZV)('it was asked for; whether it happened is not known'));
    }
    const found = how === 'found' ? [(0,phrase/* own */.ZV)('found done, so it happened at some time before')] : [];
    return mark(at, isBack ? '↩️' : icon, title, side, (0,phrase/* join */.fj)([...found, (0,seen/* seen */.c)(step, data)], '; '));
}
const CHECKS = [
    ['passed', '✅', 'checks passed'],
    ['failed', '❌', 'check failed'],
    ['not observed', '🟡', 'check not observed'],
];
const MOST_NAMES = 5;
/** One mark for all checks of a pass with the same verdict, at the last of them. */
function checkMarks({ gates, kind }) {
    return ['forward', 'back'].flatMap((pass) => CHECKS.flatMap(([verdict, icon, title]) => {
        const same = gates.filter((gate) => gate.pass === pass && gate.step === 'check' && gate.verdict === verdict);
        const units = same.flatMap(({ unit }) => unit ?? []);
        const more = units.length - MOST_NAMES;
        const names = units.slice(0, MOST_NAMES).map((unit) => (0,phrase/* foreign */.V$)(unit, 40));
        const told = (0,phrase/* join */.fj)(more > 0 ? [...names, (0,phrase/* own */.ZV)((0,markdown/* plural */.LS)(more, 'other'))] : names, ', ');
        const side = pass === 'back' || kind === 'remove' ? 'old' : 'new';
        const last = same
            .map(({ at }) => at)
            .sort()
            .at(-1);
        return mark(last, icon, title, side, told);
    }));
}
function drainMarks({ pass, verdict, at, numbers }) {
    const side = victimOf(pass);
    if (verdict === 'failed')
        return mark(at, '❌', 'grace not over', side, (0,seen/* seen */.c)('drain', numbers));
    const { lastUsed } = numbers;
    const used = typeof lastUsed === 'string' && (0,moment/* timeOf */.nR)(lastUsed) !== undefined
        ? mark(lastUsed, '👤', 'last use', side, (0,phrase/* say */.cv) `as the vendor says, at ${(0,phrase/* own */.ZV)((0,moment/* second */.Rc)(lastUsed))}`)
        : [];
    const [icon, title] = verdict === 'passed' ? ['🔇', 'grace over, silent'] : ['🟡', 'grace over, use not seen'];
    return [...used, ...mark(at, icon, title, side, (0,seen/* seen */.c)('drain', numbers))];
}
const DEATHS = {
    refused: ['💀', 'dead'],
    'gone from list': ['🟡', 'gone from the list'],
};
function proofMarks({ pass, verdict, at, numbers }) {
    const grade = numbers['grade'];
    const known = typeof grade === 'string' && Object.hasOwn(DEATHS, grade) ? DEATHS[grade] : undefined;
    const [icon, title] = verdict === 'passed' && known ? known : ['🟡', 'death not proved'];
    return mark(at, icon, title, victimOf(pass), (0,seen/* seen */.c)('prove', numbers));
}
function blockMarks({ blocks, turns }) {
    const last = blocks.at(-1);
    const blocked = last ? mark(last.at, '⛔', 'blocked', 'both', (0,phrase/* say */.cv) `${(0,phrase/* own */.ZV)(last.code)}: ${last.why}`) : [];
    const given = turns.find(({ to }) => to === 'abandon');
    return [...blocked, ...(given ? mark(given.at, '🏳️', 'given up', 'both', (0,phrase/* say */.cv) `${given.why}`) : [])];
}
/** What is to come is said as that. */
function waitMarks({ outcome, waits }) {
    const wait = outcome === 'open' ? waits.at(-1) : undefined;
    return wait ? mark(wait.until, '⏳', 'waits until then', 'both', (0,phrase/* say */.cv) `${wait.reason}`) : [];
}

// EXTERNAL MODULE: ./.build/src/report/lifeSpans.js
var lifeSpans = __webpack_require__(8710);
;// CONCATENATED MODULE: ./.build/src/report/life.js




/** Undefined where there is nothing to draw: an adoption, or a rotation that has not come to a key yet. */
function lifeOf({ rotation, evidence }) {
    if (!rotation || !evidence || evidence.kind === 'adopt')
        return undefined;
    const from = (0,moment/* timeOf */.nR)(evidence.started);
    const seen = (0,moment/* timeOf */.nR)(evidence.ended ?? rotation.last.at);
    if (from === undefined || seen === undefined || seen < from)
        return undefined;
    const to = evidence.outcome === 'open' ? Math.max(seen, waitsUntil(evidence)) : seen;
    const fates = (0,fate/* fatesOf */.v)(rotation);
    const unclear = fates.current === 'unclear' ? doubtOf(evidence) : undefined;
    const frame = { from, seen, to, ...(unclear === undefined ? {} : { unclear }) };
    const lanes = ['old', 'new'].flatMap((side) => {
        const spans = (0,lifeSpans/* spansOf */.L)(side, evidence, frame);
        const { id } = fates[side];
        return spans.length === 0 ? [] : [{ side, ...(id === undefined ? {} : { id }), spans }];
    });
    if (lanes.length === 0)
        return undefined;
    return { key: evidence.key, ...frame, lanes, marks: marksOf(evidence, frame) };
}
function waitsUntil({ waits }) {
    return (0,moment/* timeOf */.nR)(waits.at(-1)?.until) ?? 0;
}
/** Since when nobody can say which of the two is in use: a person gave the rotation up, or somebody else changed the value. */
function doubtOf({ turns, blocks }) {
    const times = [
        turns.find(({ to }) => to === 'abandon')?.at,
        blocks.at(-1)?.at,
    ];
    return times.flatMap((at) => (0,moment/* timeOf */.nR)(at) ?? [])[0];
}


/***/ }),

/***/ 8710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ spansOf),
/* harmony export */   X: () => (/* binding */ SPAN_WORDS)
/* harmony export */ });
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1805);

const SPAN_WORDS = {
    used: 'in use',
    idle: 'exists, not in use',
    off: 'disabled or revoked',
    unsure: 'not known',
    ahead: 'not seen yet',
};
/** What one of the two keys was, and when. Empty where there is no such key. */
function spansOf(side, evidence, frame) {
    if (side === 'old') {
        return evidence.old ? draw('used', frame.from, changes(evidence, side, frame), frame) : [];
    }
    const [first, ...later] = changes(evidence, side, frame);
    if (!first)
        return [];
    const begun = first.at === undefined ? 'unsure' : 'idle';
    const doubt = span('unsure', first.sent, first.at ?? first.sent);
    return [...doubt, ...draw(begun, first.at ?? first.sent, later, frame)];
}
const SWITCHES = {
    old: ['idle', 'used'],
    new: ['used', 'idle'],
};
/** In order; of the new key the first is its making. */
function changes(evidence, side, { unclear }) {
    const [afterSwitch, afterReturn] = SWITCHES[side];
    const of = (pass, step, to) => evidence.effects
        .filter((effect) => effect.pass === pass && effect.step === step && effect.unit === undefined)
        .flatMap((effect) => changeOf(effect, to));
    const making = side === 'new' ? of('forward', 'create', 'idle') : [];
    if (side === 'new' && making.length === 0)
        return [];
    const passes = side === 'old' ? ['forward'] : ['discard', 'back'];
    const rest = [
        ...(evidence.kind === 'rotate' ? of('forward', 'promote', afterSwitch) : []),
        ...of('discard', 'fence', afterReturn),
        ...of('back', 'promote', afterReturn),
        ...passes.flatMap((pass) => [
            ...of(pass, 'disable', 'off').flatMap((change) => enabledAgain(change, evidence)),
            ...of(pass, 'revoke', 'off'),
            ...proofs(evidence, pass),
        ]),
        ...(side === 'new' && making[0]?.at === undefined ? lookedUp(evidence) : []),
        ...(unclear === undefined ? [] : [{ sent: unclear, at: unclear, to: 'unsure' }]),
    ];
    return [...making, ...rest.sort((one, other) => one.sent - other.sent)];
}
function changeOf({ sent, at, how }, to) {
    const [asked, told] = [(0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(sent), (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(at)];
    if (asked === undefined || told === undefined)
        return [];
    return [how === 'not known' ? { sent: asked, to } : { sent: asked, at: Math.max(asked, told), to }];
}
/** A disable without a recorded end, and then a block: the block is written only once the key is enabled again. */
function enabledAgain(change, { blocks }) {
    if (change.at !== undefined)
        return [change];
    const end = blocks.flatMap(({ at }) => (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(at) ?? []).find((at) => at >= change.sent);
    return [end === undefined ? change : { sent: change.sent, at: end, to: 'idle' }];
}
/** Only a proof ends a bar. */
function proofs({ gates }, pass) {
    return gates
        .filter((gate) => gate.pass === pass && gate.step === 'prove' && gate.verdict !== 'failed')
        .flatMap(({ at, numbers }) => {
        const time = (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(at);
        const isDead = numbers['grade'] === 'refused' || numbers['grade'] === 'gone from list';
        return time === undefined ? [] : [{ sent: time, at: time, to: isDead ? 'gone' : 'unsure' }];
    });
}
/** Whatever a create without an answer may have left was looked for, and ended. */
function lookedUp({ effects, gates }) {
    const times = [...effects.filter(({ how }) => how !== 'not known'), ...gates]
        .filter(({ pass, step, unit }) => pass === 'discard' && step === 'sweep' && unit === undefined)
        .flatMap(({ at }) => (0,_moment__WEBPACK_IMPORTED_MODULE_0__/* .timeOf */ .nR)(at) ?? []);
    return times.map((at) => ({ sent: at, at, to: 'gone' }));
}
function draw(first, from, all, frame) {
    const spans = [];
    let [state, since] = [first, from];
    for (const { sent, at, to } of all) {
        const asked = Math.max(since, sent);
        const told = Math.max(asked, at ?? asked);
        // Disabled and then revoked: all the time it was one of the two.
        spans.push(...span(state, since, asked), ...span(state === to ? state : 'unsure', asked, told));
        if (to === 'gone')
            return merged(spans);
        [state, since] = [at === undefined ? 'unsure' : to, told];
    }
    return merged([
        ...spans,
        ...span(state, since, frame.seen),
        ...span('ahead', Math.max(since, frame.seen), frame.to),
    ]);
}
const span = (state, from, to) => to > from ? [{ state, from, to }] : [];
const merged = (spans) => spans.reduce((sofar, next) => {
    const last = sofar.at(-1);
    if (last?.state !== next.state)
        return [...sofar, next];
    return [...sofar.slice(0, -1), { ...last, to: next.to }];
}, []);


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
"use strict";
exports.id = "shared-report";
exports.ids = ["shared-report"];
exports.modules = {

/***/ "src/commands/situations":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $X: () => (/* binding */ situationNow),
/* harmony export */   Al: () => (/* binding */ situations),
/* harmony export */   KY: () => (/* binding */ redated),
/* harmony export */   _7: () => (/* binding */ situationOf)
/* harmony export */ });
/* harmony import */ var _evidence_build__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/evidence/build");
/* harmony import */ var _planner_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/planner/plan");


/** For every key of the plan what reports need: where it stands after this run, or as the journal knows it. */
function situations(plan, acted, session, asked) {
    const done = new Map(acted.map((one) => [one.item.identity, one]));
    const releases = plan.command === 'release';
    return plan.items.map((item) => {
        const mine = done.get(item.identity);
        const released = releases && mine !== undefined && mine.stop.error === undefined;
        return { ...situationOf(item, mine, session, asked), ...(released && { released }) };
    });
}
/** The plan with the dates that are right after this run: what was rotated is due again later. */
function redated(plan, acted, { config, journal }) {
    const states = new Map(acted.map(({ item, stop }) => [item.identity, stop.key]));
    const now = journal.now();
    return {
        ...plan,
        items: plan.items.map((item) => redatedItem(item, states.get(item.identity), config, now)),
    };
}
/** One that this process was done with just now. */
function situationNow(one, session, asked) {
    const item = redatedItem(one.item, one.stop.key, session.config, session.journal.now());
    return situationOf(item, one, session, asked);
}
function redatedItem(item, state, config, now) {
    const key = config.keys[item.key];
    if (!key || !state)
        return item;
    const { due: _before, overdue: _was, ...rest } = item;
    return { ...rest, ...(0,_planner_plan__WEBPACK_IMPORTED_MODULE_1__/* .datesOf */ .r)(key, state, config.policy, now) };
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
        ...(asked && { asked: { command: asked.command, now: asked.now } }),
        ...(state && { state }),
        ...(rotation && { rotation }),
        ...(error && { error }),
        ...(rotation && facts.length > 0 && { evidence: (0,_evidence_build__WEBPACK_IMPORTED_MODULE_0__/* .evidence */ .M)(facts, rotation) }),
    };
}


/***/ }),

/***/ "src/report/html":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ htmlReport)
});

// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/report/fiveLines.js
var fiveLines = __webpack_require__("src/report/fiveLines");
// EXTERNAL MODULE: ./.build/src/domain/tools/time.js
var time = __webpack_require__("src/domain/tools/time");
// EXTERNAL MODULE: ./.build/src/report/kpi.js
var kpi = __webpack_require__("src/report/kpi");
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var report_phrase = __webpack_require__("src/report/phrase");
// EXTERNAL MODULE: ./.build/src/report/report.js
var report = __webpack_require__("src/report/report");
;// CONCATENATED MODULE: ./.build/src/report/htmlKeys.js







/** How many keys stand how, when the next are due, and which is the oldest: what somebody wants to know of all of them. */
function overview({ at, keys, counts }) {
    if (keys.length === 0)
        return '';
    const chips = kpi/* CONDITION_NAMES */.RS.flatMap((name) => counts[name] === undefined ? [] : [`<li>${kpi/* CONDITIONS */.Vr[name].icon} ${counts[name]} ${name}</li>`]);
    return `<ul class="counts">${chips.join('')}</ul>\n${paragraph(dueWords(keys, at))}${paragraph(oldestWords(keys, at))}`;
}
const paragraph = (text) => (text === '' ? '' : `<p>${(0,report_phrase/* escaped */.Mk)(text)}</p>\n`);
/** Times as the journal's own are compared as text: there may be ten thousand. */
function dueWords(keys, at) {
    const overdue = keys.filter((key) => key.overdue).length;
    const dated = keys.filter(({ due, overdue: late }) => due !== undefined && !late);
    const next = leastOf(dated, ({ due }) => due);
    if (!next?.due)
        return overdue === 0 ? '' : `Due: ${overdue} overdue.`;
    const within = (days) => {
        const end = (0,time/* instant */.uR)((0,time/* millis */.ne)(at) + days * time/* DAY */.d_);
        return `${dated.filter(({ due = '' }) => due <= end).length} within ${days} days`;
    };
    return `Due: ${overdue} overdue, ${within(7)}, ${within(30)}; next is ${(0,tools_text/* defuse */.VP)(next.key, 60)} on ${(0,moment/* day */.vd)(next.due)}.`;
}
function oldestWords(keys, at) {
    const oldest = leastOf(keys, ({ oldestLive }) => oldestLive?.since);
    return oldest ? `Oldest: ${(0,tools_text/* defuse */.VP)(oldest.key, 60)}, ${ageOf(oldest, at)}.` : '';
}
/** The first of those whose time is the earliest; of none that has a time, undefined. */
function leastOf(keys, timeOf) {
    let least;
    for (const key of keys) {
        const time = timeOf(key);
        if (time !== undefined && (!least || time < least.time))
            least = { key, time };
    }
    return least?.key;
}
/** So few are all opened. */
const FEW_KEYS = 20;
/** Of so many keys of one owner, those that need nobody are folded away. */
const MANY_OF_ONE = 12;
/** All keys, owner by owner and condition by condition, the most urgent first. */
function keyTables({ keys, at }, placeOf) {
    const shown = (0,kpi/* sorted */.IP)(keys).slice(0, report/* MOST_ROWS */.wq);
    const owners = (0,kpi/* byOwner */.TI)(shown).map((group) => ownerTable(group, at, shown.length <= FEW_KEYS, placeOf));
    const more = keys.length > shown.length ? `<p>and ${keys.length - shown.length} more</p>` : '';
    return `${owners.join('\n')}${more}`;
}
function ownerTable(group, at, all, placeOf) {
    const { owner, keys, counts } = group;
    const urgent = keys.filter(({ condition }) => kpi/* CONDITIONS */.Vr[condition].isUrgent);
    const folds = !all && urgent.length > 0 && keys.length > MANY_OF_ONE;
    const first = folds ? urgent : keys;
    const rest = folds ? keys.slice(urgent.length) : [];
    const folded = rest.length === 0
        ? ''
        : `<details><summary>${(0,markdown/* plural */.LS)(rest.length, 'more key')}</summary>${table(rest, at, placeOf)}</details>`;
    return `<details${all || urgent.length > 0 ? ' open' : ''}><summary><h3>${(0,report_phrase/* escaped */.Mk)((0,tools_text/* defuse */.VP)(owner, 60))}</h3> ${(0,markdown/* plural */.LS)(keys.length, 'key')}: ${(0,report/* countWords */.rj)(counts)}</summary>
${table(first, at, placeOf)}${folded}</details>`;
}
const HEAD = ['Key', 'Age', 'Due', 'Last switch', 'Last outcome'];
function table(keys, at, placeOf) {
    const head = HEAD.map((name) => `<th scope="col">${name}</th>`).join('');
    const bodies = kpi/* CONDITION_NAMES */.RS.flatMap((name) => {
        const rows = keys.filter(({ condition }) => condition === name);
        if (rows.length === 0)
            return [];
        const title = `<tr><th colspan="${HEAD.length}" scope="rowgroup">${kpi/* CONDITIONS */.Vr[name].icon} ${name}: ${rows.length}</th></tr>`;
        return [`<tbody>${title}\n${rows.map((row) => tableRow(row, at, placeOf)).join('\n')}</tbody>`];
    });
    return `<table><thead><tr>${head}</tr></thead>\n${bodies.join('\n')}\n</table>`;
}
function tableRow(row, at, placeOf) {
    const { lastPromote, last, due, overdue } = row;
    const name = (0,report_phrase/* escaped */.Mk)((0,tools_text/* defuse */.VP)(row.key, 60));
    const place = placeOf(row.key);
    const linked = place === undefined ? name : `<a href="#${place}">${name}</a>`;
    const cells = [
        `${ageOf(row, at)}${ageBar(row, at)}`,
        due === undefined ? '–' : `${(0,moment/* day */.vd)(due)}${overdue ? ' overdue' : ''}`,
        lastPromote === undefined ? '–' : (0,moment/* day */.vd)(lastPromote),
        last === undefined ? '–' : `${last.outcome} ${(0,moment/* day */.vd)(last.at)}`,
    ];
    return `<tr><td>${linked}${why(row)}</td>${cells.map(named).join('')}</tr>`;
}
/** On a narrow screen the name of the column stands before it, and what is not there is left out. */
const named = (cell, index) => `<td${cell === '–' ? ' class="none"' : ''} data-name="${HEAD[index + 1] ?? ''}">${cell}</td>`;
function why({ blocked, hold, waitsUntil }) {
    const reason = blocked ?? hold;
    if (reason !== undefined)
        return `<small>${(0,report_phrase/* escaped */.Mk)((0,tools_text/* defuse */.VP)(reason, 200))}</small>`;
    return waitsUntil === undefined ? '' : `<small>until ${(0,moment/* moment */.n$)(waitsUntil)}</small>`;
}
/** Whole days, or hours of a young key; `at least` where it is older than what the journal saw of it. */
function ageOf({ oldestLive: live }, at) {
    const age = live ? (0,time/* millis */.ne)(at) - (0,time/* millis */.ne)(live.since) : Number.NaN;
    if (!live || !(age >= 0))
        return '–';
    if (age < time/* HOUR */.dp)
        return live.atLeast ? 'not known' : 'under 1h';
    const unit = age < time/* DAY */.d_ ? time/* HOUR */.dp : time/* DAY */.d_;
    return `${live.atLeast ? 'at least ' : ''}${(0,time/* spoken */.vg)(Math.floor(age / unit) * unit)}`;
}
/** How much of the time until it is due has passed; full and of another colour once it is overdue, which the word beside it says too. */
function ageBar({ oldestLive: live, due, overdue }, at) {
    if (!live || due === undefined)
        return '';
    const part = ((0,time/* millis */.ne)(at) - (0,time/* millis */.ne)(live.since)) / ((0,time/* millis */.ne)(due) - (0,time/* millis */.ne)(live.since));
    if (!Number.isFinite(part))
        return '';
    const width = overdue ? 100 : Math.min(100, Math.max(0, part * 100));
    return `<svg class="age" aria-hidden="true"><rect class="all" width="100%" height="6"/><rect class="${overdue ? 'late' : 'gone'}" width="${width.toFixed(0)}%" height="6"/></svg>`;
}

// EXTERNAL MODULE: ./.build/src/report/lifeSpans.js
var lifeSpans = __webpack_require__("src/report/lifeSpans");
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
    const about = `${describe(lanes)} ${marks.map(({ title }, index) => `${index + 1}: ${title}`).join(', ')}.`;
    return `<figure><svg role="img" aria-labelledby="${id}t ${id}d" height="${height}">
<title id="${id}t">Life of the two keys of ${(0,report_phrase/* escaped */.Mk)((0,tools_text/* defuse */.VP)(life.key, 60))}</title><desc id="${id}d">${(0,report_phrase/* escaped */.Mk)(about)}</desc>
${lanes.map((lane, index) => drawLane(lane, index, place)).join('\n')}
${marks.map((mark, index) => drawMark(mark, index, places[index] ?? EDGE, lanes)).join('\n')}
<text x="0" y="${height - 2}">${(0,moment/* second */.Rc)((0,time/* instant */.uR)(from))}</text><text class="end" x="100%" y="${height - 2}">${(0,moment/* second */.Rc)((0,time/* instant */.uR)(to))} UTC</text>
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
    const name = `${side} key ${id === undefined ? '(id not known)' : (0,tools_text/* defuse */.VP)(id, 32)}`;
    const top = index * LANE;
    return `<text x="0" y="${top + 14}">${(0,report_phrase/* escaped */.Mk)(name)}</text>${spans.map((span) => bar(span, top, place)).join('')}`;
}
function bar({ state, from, to }, top, place) {
    const [left, right] = [place(from), place(to)];
    const tall = HEIGHTS[state];
    const words = `${lifeSpans/* SPAN_WORDS */.X[state]}, ${(0,moment/* second */.Rc)((0,time/* instant */.uR)(from))} to ${(0,moment/* second */.Rc)((0,time/* instant */.uR)(to))}`;
    return `<rect class="${state}" x="${percent(left)}" width="${percent(Math.max(0.2, right - left))}" y="${top + MIDDLE - tall / 2}" height="${tall}"><title>${words}</title></rect>`;
}
function drawMark({ side, title }, index, x, lanes) {
    const rows = lanes.flatMap((lane, row) => (side === 'both' || lane.side === side ? [row] : []));
    const [first = 0] = rows;
    const last = rows.at(-1) ?? first;
    const at = percent(x);
    const middle = (row) => row * LANE + MIDDLE;
    const y = middle(first);
    const line = first === last ? '' : `<line x1="${at}" x2="${at}" y1="${middle(first)}" y2="${middle(last)}"/>`;
    return `<g><title>${(0,report_phrase/* escaped */.Mk)(title)}</title>${line}<circle cx="${at}" cy="${y}" r="8"/><text class="number" x="${at}" y="${y + 4}">${index + 1}</text></g>`;
}
function listed({ at, icon, title, told }, index) {
    const more = told.length === 0 ? '' : `: ${(0,report_phrase/* html */.qy)(told)}`;
    return `<li>${index + 1} ${icon} ${(0,moment/* second */.Rc)((0,time/* instant */.uR)(at))} <strong>${(0,report_phrase/* escaped */.Mk)(title)}</strong>${more}</li>`;
}

;// CONCATENATED MODULE: ./.build/src/report/htmlStyle.js

/** One file that opens anywhere: no script, no font, no request. On a narrow screen a row of the table becomes a paragraph, so nothing is cut. */
const STYLE = `
:root { color-scheme: light dark; --line: #d1d9e0; --soft: #f6f8fa; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --soft: #151b23; } }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; }
summary { cursor: pointer; margin: .6rem 0; } summary h2, summary h3 { display: inline; }
code { font: .9em ui-monospace, monospace; background: var(--soft); padding: .1em .3em; border-radius: .3em; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; } tbody th { background: var(--soft); }
thead th { width: 10rem; } thead th:first-child { width: auto; } td small { display: block; }
.age { display: block; width: 6rem; height: 6px; margin: .3rem 0; } .age .all { fill: var(--line); } .age .gone { fill: #0969da; } .age .late { fill: #cf222e; }
.counts, .words { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; padding: 0; margin: .4rem 0; }
.counts li { border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .7rem; }
.words li { border-radius: .4rem; padding: .3rem .8rem; min-width: 5rem; text-align: center; }
.words small { display: block; }
.done { background: #1f883d; color: #fff; } .unseen { background: #d4a72c; color: #000; } .now { background: #0969da; color: #fff; }
.failed { background: #cf222e; color: #fff; } .later, .stopped { background: #eaeef2; color: #57606a; }
dl { display: grid; grid-template-columns: 5rem minmax(0, 1fr); gap: .2rem .8rem; margin: .6rem 0; } dt { font-weight: 600; } dd { margin: 0; }${LIFE_STYLE}
footer, .legend { color: GrayText; } footer { margin-top: 3rem; }
@media (max-width: 48rem) {
  table, tbody, tr, th { display: block; } thead { display: none; } tr { padding: .3rem 0; border-bottom: 1px solid var(--line); }
  th, td { border: 0; padding: .2rem 0; } tbody th { padding: .2rem .4rem; } td { display: inline-block; margin-right: .9rem; } .none { display: none; }
  td:first-child { display: block; } td:not(:first-child)::before { content: attr(data-name) ' '; color: GrayText; } .age { display: inline-block; width: 4rem; margin: 0 0 0 .4rem; vertical-align: middle; }
}`;

// EXTERNAL MODULE: ./.build/src/report/life.js + 1 modules
var report_life = __webpack_require__("src/report/life");
// EXTERNAL MODULE: ./.build/src/report/keyStatus.js + 1 modules
var keyStatus = __webpack_require__("src/report/keyStatus");
// EXTERNAL MODULE: ./.build/src/report/standing.js
var report_standing = __webpack_require__("src/report/standing");
// EXTERNAL MODULE: ./.build/src/report/words.js
var words = __webpack_require__("src/report/words");
;// CONCATENATED MODULE: ./.build/src/report/html.js













const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
/** Of so many rotations the drawing is open; the others open at a click. */
const MOST_OPEN = 10;
const MOST_ENDED_OPEN = 3;
const MOST_DRAWN = 500;
/** The report as one HTML file: what needs somebody first, then all keys. */
function htmlReport(figures, keys, options = {}) {
    const told = keys
        .filter(({ rotation }) => rotation !== undefined)
        .map((situation) => ({ situation, standing: (0,keyStatus/* standingOf */.YP)(situation) }))
        .sort((one, other) => (0,report_standing/* byUrgency */.td)(one.standing, other.standing))
        .slice(0, MOST_DRAWN)
        .map((one, index) => ({ ...one, id: `life${index}` }));
    const isRun = options.of !== 'journal';
    const title = isRun ? (0,report_standing/* counts */.tQ)(told.map(({ standing }) => standing)) : (0,markdown/* plural */.LS)(figures.keys.length, 'key');
    const sections = isRun ? sectionsOf(told, 'h2', MOST_OPEN, options) : ofJournal(told, options);
    const places = new Map(told.map(({ situation, id }) => [situation.key.name, id]));
    const legend = sections.includes('<figure>') ? `<p class="legend">${LIFE_LEGEND}</p>` : '';
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Rekey, ${(0,report_phrase/* escaped */.Mk)((0,moment/* moment */.n$)(figures.at))}</title>
<style>${STYLE}
</style></head><body>
<h1>Rekey${title === '' ? '' : `: ${title}`}</h1><p>${(0,report_phrase/* escaped */.Mk)((0,report/* headline */.Pl)(figures))}</p>${keys.some(({ run }) => run.sandbox) ? '<p><strong>Sandbox: nothing here is real.</strong></p>' : ''}
${overview(figures)}${legend}${sections}
<h2>Keys</h2>
${keyTables(figures, (key) => places.get(key))}
<footer>What config and journal know. Keys at a vendor that nobody listed are not in it.</footer>
</body></html>
`;
}
/** What is open first, then what is over, the newest first. */
function ofJournal(told, options) {
    const closed = ({ situation }) => situation.rotation?.closed;
    const open = told.filter((one) => closed(one) === undefined);
    const ended = ({ situation }) => situation.rotation?.last.at ?? '';
    const over = told
        .filter((one) => closed(one) !== undefined)
        .sort((one, other) => (0,tools_text/* inOrder */.al)(ended(other), ended(one)));
    const part = (name, all, most) => all.length === 0 ? '' : `<h2>${name}: ${all.length}</h2>\n${sectionsOf(all, 'h3', most, options)}\n`;
    return `${part('Open rotations', open, MOST_OPEN)}${part('Recent rotations', over, MOST_ENDED_OPEN)}`;
}
const sectionsOf = (told, heading, most, options) => told.map((one, index) => section(one, heading, index < most, options)).join('\n');
function section({ situation, standing, id }, heading, open, options) {
    const { evidence, rotation } = situation;
    const lines = (0,fiveLines/* fivePhrases */.B0)(situation).map(([label, phrase]) => `<dt>${label}</dt><dd>${(0,report_phrase/* html */.qy)(phrase)}</dd>`);
    const life = (0,report_life/* lifeOf */.c)(situation);
    const figure = life ? lifeFigure(life, id) : '';
    const path = evidence && evidence.kind !== 'adopt' ? options.pageOf?.(evidence.rotation) : undefined;
    const proof = path === undefined ? '' : `<p><a href="${(0,report_phrase/* escaped */.Mk)(path)}">Evidence of this rotation</a></p>`;
    const drawn = rotation ? lanes(rotation) : '';
    const ended = evidence?.ended === undefined ? '' : ` ${(0,moment/* day */.vd)(evidence.ended)}`;
    return `<details id="${id}"${open ? ' open' : ''}><summary><${heading}>${(0,report_standing/* standingInfo */.h0)(standing).icon} <code>${(0,report_phrase/* escaped */.Mk)((0,tools_text/* defuse */.VP)(situation.key.name))}</code> ${standing}</${heading}>${ended}</summary>
${figure}${drawn}<dl>${lines.join('')}</dl>${proof}</details>`;
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


/***/ }),

/***/ "src/report/kpi":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IP: () => (/* binding */ sorted),
/* harmony export */   RS: () => (/* binding */ CONDITION_NAMES),
/* harmony export */   TI: () => (/* binding */ byOwner),
/* harmony export */   Vr: () => (/* binding */ CONDITIONS),
/* harmony export */   u5: () => (/* binding */ figures)
/* harmony export */ });
/* unused harmony export countsOf */
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _standing__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/standing");


/** How a key stands by what config and journal say, whatever run looked last. In order of urgency. */
const CONDITIONS = {
    blocked: { icon: _standing__WEBPACK_IMPORTED_MODULE_1__/* .STANDINGS */ .CV.blocked.icon, isUrgent: true },
    'needs a person': { icon: _standing__WEBPACK_IMPORTED_MODULE_1__/* .STANDINGS */ .CV['needs a person'].icon, isUrgent: true },
    overdue: { icon: '⏰', isUrgent: true },
    'on hold': { icon: _standing__WEBPACK_IMPORTED_MODULE_1__/* .STANDINGS */ .CV['on hold'].icon, isUrgent: false },
    running: { icon: _standing__WEBPACK_IMPORTED_MODULE_1__/* .STANDINGS */ .CV.running.icon, isUrgent: false },
    waiting: { icon: _standing__WEBPACK_IMPORTED_MODULE_1__/* .STANDINGS */ .CV.waiting.icon, isUrgent: false },
    new: { icon: '🆕', isUrgent: false },
    unmanaged: { icon: '❔', isUrgent: false },
    ok: { icon: '✅', isUrgent: false },
    removed: { icon: '🗑️', isUrgent: false },
};
const CONDITION_NAMES = Object.keys(CONDITIONS);
function figures(plan, states) {
    const lastTick = newest([...states.values()]);
    const keys = plan.items.map((item) => keyFigures(item, states.get(item.identity)));
    return {
        v: 1,
        at: plan.at,
        ...(lastTick !== undefined && { lastTick }),
        keys,
        counts: countsOf(keys),
    };
}
/** How many keys of each condition, in order of urgency. */
function countsOf(keys) {
    const found = new Map();
    for (const { condition } of keys)
        found.set(condition, (found.get(condition) ?? 0) + 1);
    return Object.fromEntries(CONDITION_NAMES.flatMap((name) => {
        const count = found.get(name);
        return count === undefined ? [] : [[name, count]];
    }));
}
const RANKS = new Map(CONDITION_NAMES.map((name, rank) => [name, rank]));
const rankOf = ({ condition }) => RANKS.get(condition) ?? CONDITION_NAMES.length;
/** By urgency, then owner, then due date and name. */
const sorted = (keys) => [...keys].sort((one, other) => rankOf(one) - rankOf(other) ||
    (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(one.owner, other.owner) ||
    (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(one.due ?? NEVER, other.due ?? NEVER) ||
    (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .inOrder */ .al)(one.key, other.key));
/** After every date. */
const NEVER = '~';
/** In the order of the first key of each: of sorted keys, who has the most urgent one comes first. */
function byOwner(keys) {
    const owners = new Map();
    for (const key of keys) {
        const known = owners.get(key.owner);
        if (known)
            known.push(key);
        else
            owners.set(key.owner, [key]);
    }
    return [...owners].map(([owner, own]) => ({ owner, keys: own, counts: countsOf(own) }));
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
        ...(item.due !== undefined && { due: item.due }),
        ...(state?.lastPromote !== undefined && { lastPromote: state.lastPromote }),
        ...(state?.open?.resumeAt !== undefined && { waitsUntil: state.open.resumeAt }),
        ...(state?.blocked !== undefined && { blocked: `${state.blocked.code}: ${state.blocked.why}` }),
        ...(state?.hold !== undefined && { hold: `${state.hold.actor}: ${state.hold.reason}` }),
        ...(live !== undefined && { oldestLive: live }),
        ...(state?.last !== undefined && { last: { outcome: state.last.outcome, at: state.last.at } }),
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

/***/ "src/report/life":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ lifeOf)
});

// EXTERNAL MODULE: ./.build/src/domain/journal/fate.js
var fate = __webpack_require__("src/domain/journal/fate");
// EXTERNAL MODULE: ./.build/src/domain/steps.js
var steps = __webpack_require__("src/domain/steps");
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__("src/report/phrase");
// EXTERNAL MODULE: ./.build/src/report/seen.js
var seen = __webpack_require__("src/report/seen");
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
function signOf(step, pass) {
    if (!(0,steps/* isStep */.Vf)(step))
        return undefined;
    const { mark, back } = (0,steps/* infoOf */._U)(step);
    return pass === 'back' ? (back?.mark ?? mark) : mark;
}
function effectMark({ pass, step, unit, how, sent, at, data }) {
    const sign = signOf(step, pass);
    if (!sign || unit !== undefined)
        return [];
    const { icon, title } = sign;
    const side = step === 'create' ? 'new' : step === 'promote' ? 'both' : victimOf(pass);
    if (how === 'not known') {
        return mark(sent, '❓', `asked for, ${title}`, side, (0,phrase/* own */.ZV)('it was asked for; whether it happened is not known'));
    }
    const found = how === 'found' ? [(0,phrase/* own */.ZV)('found done, so it happened at some time before')] : [];
    return mark(at, icon, title, side, (0,phrase/* join */.fj)([...found, (0,seen/* seen */.c)(step, data)], '; '));
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
var lifeSpans = __webpack_require__("src/report/lifeSpans");
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
    const fates = (0,fate/* fatesOf */.vD)(rotation);
    const unclear = fates.current === 'unclear' ? doubtOf(evidence) : undefined;
    const frame = { from, seen, to, ...(unclear !== undefined && { unclear }) };
    const lanes = ['old', 'new'].flatMap((side) => {
        const spans = (0,lifeSpans/* spansOf */.L)(side, evidence, frame);
        const { id } = fates[side];
        return spans.length === 0 ? [] : [{ side, ...(id !== undefined && { id }), spans }];
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

/***/ "src/report/lifeSpans":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ spansOf),
/* harmony export */   X: () => (/* binding */ SPAN_WORDS)
/* harmony export */ });
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/report/moment");

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

/***/ "src/report/report":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   UH: () => (/* binding */ reportText),
/* harmony export */   l4: () => (/* binding */ reportJson),
/* harmony export */   rj: () => (/* binding */ countWords),
/* harmony export */   uL: () => (/* binding */ reportMarkdown),
/* harmony export */   wq: () => (/* binding */ MOST_ROWS)
/* harmony export */ });
/* unused harmony export stateOf */
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _kpi__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/kpi");
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/markdown");
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/moment");




const reportJson = (figures) => `${JSON.stringify(figures, null, 2)}\n`;
const HEAD = ['Key', 'State', 'Last switch', 'Due', 'Oldest live since', 'Last outcome', 'Owner'];
/** Beyond this nobody reads key by key. */
const MANY_KEYS = 20;
/** So many keys of one owner that stand alike are one line. */
const MANY_ALIKE = 10;
const NAMED = 3;
/** For a log: counts, those of each owner where there are many, then aligned columns with the keys that need somebody first. */
function reportText(figures) {
    const keys = (0,_kpi__WEBPACK_IMPORTED_MODULE_1__/* .sorted */ .IP)(figures.keys);
    const groups = alike(keys);
    const single = groups.filter((group) => group.length <= MANY_ALIKE).flat();
    const rows = [HEAD, ...single.map((row) => cells(row, (text) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(text, 60)))];
    const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
    const line = (row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd();
    const owners = keys.length > MANY_KEYS ? [...(0,_kpi__WEBPACK_IMPORTED_MODULE_1__/* .byOwner */ .TI)(keys).map(ownerLine), ''] : [];
    const lines = groups.flatMap((group) => group.length > MANY_ALIKE
        ? [groupLine(group)]
        : group.map((row) => line(cells(row, (text) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(text, 60)))));
    return [headline(figures), '', ...owners, line(HEAD), ...lines].join('\n');
}
const ownerLine = ({ owner, keys, counts }) => `${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(owner, 60)}: ${(0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(keys.length, 'key')}, ${countWords(counts)}`;
/** Keys of one owner and one condition, with the same reason, in the order of the first of each. */
function alike(keys) {
    const groups = new Map();
    for (const key of keys) {
        const said = JSON.stringify([key.owner, key.condition, key.blocked, key.hold]);
        const known = groups.get(said);
        if (known)
            known.push(key);
        else
            groups.set(said, [key]);
    }
    return [...groups.values()];
}
function groupLine(group) {
    const [first] = group;
    if (!first)
        return '';
    const { condition, owner, blocked, hold } = first;
    const names = group.slice(0, NAMED).map(({ key }) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(key, 60));
    const reason = blocked ?? hold;
    const why = reason === undefined ? [] : [(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(reason, 60)];
    const dates = [spanOf('due', group, 'due'), spanOf('last switch', group, 'lastPromote')].flat();
    const head = `${condition} ${(0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(group.length, 'key')} of ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(owner, 60)}`;
    return [`${head}: ${names.join(', ')} and ${group.length - NAMED} more`, ...why, ...dates].join('  ');
}
/** `due 2026-12-01 to 2026-12-28` */
function spanOf(word, group, field) {
    const days = group.flatMap((key) => (key[field] === undefined ? [] : [(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .day */ .vd)(key[field])])).sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined)
        return [];
    return [`${word} ${first === last ? first : `${first} to ${last}`}`];
}
/** Nobody reads further. */
const MOST_ROWS = 1000;
/** For the summary: what needs somebody as a table; of many keys the others folded away, owner by owner. */
function reportMarkdown(figures) {
    const keys = (0,_kpi__WEBPACK_IMPORTED_MODULE_1__/* .sorted */ .IP)(figures.keys).slice(0, MOST_ROWS);
    const left = figures.keys.length - keys.length;
    const isFolded = (key) => keys.length > MANY_KEYS && !_kpi__WEBPACK_IMPORTED_MODULE_1__/* .CONDITIONS */ .Vr[key.condition].isUrgent;
    const folded = (0,_kpi__WEBPACK_IMPORTED_MODULE_1__/* .byOwner */ .TI)(keys.filter(isFolded)).map((group) => (0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .details */ .zH)(`${html(group.owner)}: ${(0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(group.keys.length, 'more key')}, ${countWords(group.counts)}`, rowsOf(group.keys)));
    const shown = keys.filter((key) => !isFolded(key));
    return `${(0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .blocks */ .Bv)([
        `## Keys`,
        headline(figures),
        shown.length === 0 ? undefined : rowsOf(shown),
        ...folded,
        left > 0 ? `_and ${left} more_` : undefined,
        '_What config and journal know. Keys at a vendor that nobody listed are not in it._',
    ])}\n`;
}
const rowsOf = (keys) => (0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)(HEAD, keys.map((row) => cells(row, (text) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(text, 60))));
/** In a summary of ours, which is HTML, an owner is letters and nothing else. */
const html = (owner) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .defuse */ .VP)(owner, 60).replace(/[^\p{L}\p{N} ._-]/gu, ' ');
function headline({ at, counts, keys, lastTick }) {
    const words = countWords(counts);
    const tick = lastTick === undefined ? 'no run seen yet' : `last run seen ${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(lastTick)}`;
    return `${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(at)}: ${(0,_markdown__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(keys.length, 'key')}${words === '' ? '' : `, ${words}`}; ${tick}.`;
}
/** `2 blocked, 5 ok`, the most urgent first. */
const countWords = (counts) => _kpi__WEBPACK_IMPORTED_MODULE_1__/* .CONDITION_NAMES */ .RS.flatMap((name) => (counts[name] === undefined ? [] : [`${counts[name]} ${name}`])).join(', ');
function cells(row, foreign) {
    const { oldestLive: live, last } = row;
    return [
        foreign(row.key),
        stateOf(row, foreign),
        row.lastPromote === undefined ? '–' : (0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .day */ .vd)(row.lastPromote),
        row.due === undefined ? '–' : `${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .day */ .vd)(row.due)}${row.overdue ? ' overdue' : ''}`,
        live === undefined ? '–' : `${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .day */ .vd)(live.since)}${live.atLeast ? ' or before' : ''}`,
        last === undefined ? '–' : `${last.outcome} ${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .day */ .vd)(last.at)}`,
        foreign(row.owner),
    ];
}
/** `waiting until 2026-11-21 02:01 UTC`, `blocked: RK7008: they disagree` */
function stateOf(row, foreign) {
    const reason = row.blocked ?? row.hold;
    if (reason !== undefined)
        return `${row.condition}: ${foreign(reason)}`;
    return row.waitsUntil === undefined ? row.condition : `${row.condition} until ${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(row.waitsUntil)}`;
}


/***/ })

};
;
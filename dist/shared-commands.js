"use strict";
exports.id = "shared-commands";
exports.ids = ["shared-commands"];
exports.modules = {

/***/ "src/commands/pages":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RL: () => (/* binding */ evidenceFiles),
  Vf: () => (/* binding */ evidencePage),
  Bd: () => (/* binding */ pages)
});

// UNUSED EXPORTS: evidencePath

// EXTERNAL MODULE: ./.build/src/evidence/build.js + 2 modules
var build = __webpack_require__("src/evidence/build");
// EXTERNAL MODULE: ./.build/src/evidence/file.js
var file = __webpack_require__("src/evidence/file");
// EXTERNAL MODULE: ./.build/src/domain/tools/digest.js
var digest = __webpack_require__("src/domain/tools/digest");
// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/domain/journal/rotation.js
var journal_rotation = __webpack_require__("src/domain/journal/rotation");
// EXTERNAL MODULE: ./.build/src/domain/tools/text.js
var tools_text = __webpack_require__("src/domain/tools/text");
// EXTERNAL MODULE: ./.build/src/report/markdown.js
var markdown = __webpack_require__("src/report/markdown");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var phrase = __webpack_require__("src/report/phrase");
;// CONCATENATED MODULE: ./.build/src/report/events.js




const LONG = 300;
/** Waits, turns, holds, blocks and condemnations in the order of time; undefined when there were none. */
function eventTable(evidence) {
    const events = [...waits(evidence), ...decisions(evidence), ...stops(evidence)].sort((one, other) => (0,tools_text/* inOrder */.al)(one.at, other.at));
    if (events.length === 0)
        return undefined;
    return (0,markdown/* table */.tp)(['When (UTC)', 'Event', 'What was said'], events.map(({ at, what, text }) => [(0,moment/* second */.Rc)(at), what, (0,phrase/* markdown */.wD)(text)]));
}
function waits({ waits: all }) {
    return all.map(({ at, until, reason, person }) => ({
        at,
        what: person === undefined ? 'wait' : 'wait for a person',
        text: (0,phrase/* say */.cv) `until ${(0,phrase/* own */.ZV)((0,moment/* moment */.n$)(until))}: ${(0,phrase/* foreign */.V$)(reason, LONG)}${person === undefined ? (0,phrase/* own */.ZV)('') : (0,phrase/* say */.cv) `; to do: ${(0,phrase/* foreign */.V$)(person, LONG)}`}`,
    }));
}
function decisions({ turns, condemned }) {
    return [
        ...turns.map(({ at, to, why }) => ({ at, what: `turn: ${to}`, text: (0,phrase/* foreign */.V$)(why, LONG) })),
        ...condemned.map(({ at, credential, why }) => ({
            at,
            what: 'condemned',
            text: (0,phrase/* say */.cv) `${credential} never becomes current again: ${(0,phrase/* foreign */.V$)(why, LONG)}`,
        })),
    ];
}
function stops({ blocks, holds }) {
    return [
        ...blocks.map(({ at, code, why }) => ({ at, what: 'blocked', text: (0,phrase/* say */.cv) `${code} ${(0,phrase/* foreign */.V$)(why, LONG)}` })),
        ...holds.map(({ at, type, actor, reason }) => ({
            at,
            what: type === 'hold' ? 'hold' : 'released',
            text: (0,phrase/* say */.cv) `by ${actor}: ${(0,phrase/* foreign */.V$)(reason, LONG)}`,
        })),
    ];
}

// EXTERNAL MODULE: ./.build/src/report/gates.js
var report_gates = __webpack_require__("src/report/gates");
// EXTERNAL MODULE: ./.build/src/report/outcomes.js
var outcomes = __webpack_require__("src/report/outcomes");
;// CONCATENATED MODULE: ./.build/src/report/page.js







/** One rotation for people who were not there: what was asked, seen, done and proved. */
function page(evidence) {
    const { gates, effects, failures, warnings } = evidence;
    return `${(0,markdown/* blocks */.Bv)([
        `# Rotation ${(0,tools_text/* codeSpan */.SS)(evidence.rotation)} of ${(0,tools_text/* codeSpan */.SS)(evidence.key)}`,
        `**${outcomeOf(evidence)}** ${(0,phrase/* markdown */.wD)(deathOf(evidence))}`,
        evidence.sandbox ? '**Sandbox: nothing here is real.**' : undefined,
        factsTable(evidence),
        part('Gates', gates.length, () => (0,report_gates/* gateTable */.k0)(gates)),
        unseen(evidence),
        part('Effects', effects.length, () => (0,report_gates/* effectTable */.Mt)(effects)),
        part('Failures on the way', failures.length, () => (0,report_gates/* failureTable */.Bj)(failures)),
        eventsPart(evidence),
        part('Warnings', warnings.length, () => warnings.map((text) => `- ${(0,tools_text/* codeSpan */.SS)(text, 300)}`).join('\n')),
        `_Made from ${evidence.facts} facts, up to ${(0,tools_text/* codeSpan */.SS)(evidence.head)}. The command \`verify-evidence\` makes it again from the journal and compares._`,
    ])}\n`;
}
const outcomeOf = ({ outcome }) => outcome === 'open' ? 'Still open.' : outcomes/* OUTCOME_WORDS */.n[outcome].evidence;
function deathOf({ death }) {
    const who = death.credential === undefined ? (0,phrase/* own */.ZV)('the credential') : (0,phrase/* say */.cv) `the credential ${death.credential}`;
    switch (death.grade) {
        case 'refused':
            return (0,phrase/* say */.cv) `Proved dead: the vendor refuses ${who}.`;
        case 'gone from list':
            return (0,phrase/* say */.cv) `A complete list of the vendor no longer has ${who}; that its value is refused was not seen.`;
        case 'unproven':
            return (0,phrase/* say */.cv) `The death of ${who} is not proved.`;
        case 'left alive':
            return (0,phrase/* say */.cv) `Left alive: ${who} still works as far as is known.`;
        case 'not due':
            return (0,phrase/* own */.ZV)('Nothing had to die so far.');
    }
}
function factsTable(evidence) {
    const { old, new: fresh, configs, ended } = evidence;
    const rows = [
        ['Owner', (0,tools_text/* codeSpan */.SS)(evidence.owner)],
        ['Environment', (0,tools_text/* codeSpan */.SS)(evidence.environment)],
        ['Vendor, secret', `${(0,tools_text/* codeSpan */.SS)(evidence.vendor)}, ${(0,tools_text/* codeSpan */.SS)(evidence.secret)}`],
        ['Kind', evidence.kind],
        ['Asked for', evidence.orders.map((order) => (0,phrase/* markdown */.wD)(orderOf(order))).join('<br>')],
        ['Began', (0,moment/* moment */.n$)(evidence.started)],
        ['Ended', ended === undefined ? '–' : `${(0,moment/* moment */.n$)(ended)}, after ${(0,moment/* between */.Tq)(evidence.started, ended)}`],
        [
            'Old credential',
            old ? `${(0,tools_text/* codeSpan */.SS)(old.id ?? 'id not known')} ${(0,tools_text/* codeSpan */.SS)(old.how ?? '')}`.trim() : 'none',
        ],
        ['New credential', fresh ? `${(0,tools_text/* codeSpan */.SS)(fresh.id)}, label ${(0,tools_text/* codeSpan */.SS)(fresh.label)}` : 'none'],
        [configs.length > 1 ? 'Configs: changed on the way' : 'Config', configs.map(configOf).join('<br>')],
        ['Rekey', evidence.releases.map((release) => (0,tools_text/* codeSpan */.SS)(release)).join(', ')],
        ['Runs', evidence.runs.map((url) => (0,phrase/* link */.nf)('', url)).join('<br>')],
        ['Take-overs', String(evidence.takeovers)],
    ];
    return (0,markdown/* table */.tp)(['', ''], rows);
}
const configOf = ({ at, digest, commit }) => `${(0,tools_text/* codeSpan */.SS)(`sha256:${digest}`)} at ${(0,tools_text/* codeSpan */.SS)(commit ?? 'no commit')}, from ${(0,moment/* moment */.n$)(at)}`;
/** `rotate by ana (workflow_dispatch), approved by bo: reason` */
function orderOf({ command, actor, event, reason, approvedBy }) {
    const approved = approvedBy === undefined ? (0,phrase/* own */.ZV)('') : (0,phrase/* say */.cv) `, approved by ${approvedBy}`;
    const because = reason === undefined || reason === '' ? (0,phrase/* own */.ZV)('') : (0,phrase/* say */.cv) `: ${reason}`;
    return (0,phrase/* say */.cv) `${command} by ${actor} (${event})${approved}${because}`;
}
/** What did not count as a tick is said once more in words. */
function unseen({ gates }) {
    const open = gates.filter(({ verdict }) => verdict === 'not observed').length;
    if (open === 0)
        return undefined;
    return `> ${(0,markdown/* plural */.LS)(open, 'gate')} not observed: there was no way to see, so nothing is claimed.`;
}
function eventsPart(evidence) {
    const events = eventTable(evidence);
    return events === undefined ? undefined : `## Waits and decisions\n\n${events}`;
}
function part(title, count, body) {
    return count === 0 ? undefined : `## ${title}\n\n${body()}`;
}

// EXTERNAL MODULE: ./.build/src/domain/steps.js
var steps = __webpack_require__("src/domain/steps");
// EXTERNAL MODULE: ./.build/src/report/words.js
var words = __webpack_require__("src/report/words");
;// CONCATENATED MODULE: ./.build/src/report/checklist.js





/** The five words as a task list, under each the steps that were touched. What was not observed gets no tick. */
function checklist(rotation) {
    const forward = `**Steps**\n\n${passList(rotation, 'forward')}`;
    if (rotation.pass === 'forward')
        return forward;
    const title = rotation.pass === 'back' ? 'Taken back' : 'Discarded';
    return `${forward}\n\n**${title}**\n\n${passList(rotation, rotation.pass)}`;
}
function passList(rotation, pass) {
    return (0,words/* wordsOf */.Z9)(rotation, pass)
        .filter(({ mark }) => mark !== 'skipped')
        .flatMap((word) => [wordItem(word), ...stepItems(rotation, pass, word)])
        .join('\n');
}
function wordItem({ word, mark, from, to }) {
    const time = from === undefined || to === undefined
        ? ''
        : mark === 'now'
            ? ` since ${(0,moment/* moment */.n$)(from)}`
            : ` ${(0,moment/* moment */.n$)(from)}, ${(0,moment/* between */.Tq)(from, to)}`;
    return `- [${mark === 'done' ? 'x' : ' '}] ${(0,words/* signOf */.rL)(mark)} **${word}**${time}`;
}
function stepItems(rotation, pass, { word }) {
    return Object.entries(rotation.rows).flatMap(([id, row]) => {
        const parts = (0,rowId/* rowParts */.V1)(id);
        if (!row || parts?.pass !== pass || (0,steps/* infoOf */._U)(parts.step).word !== word)
            return [];
        const { step, unit } = parts;
        // The ticket is written by the close itself, so that it is read says that it was done.
        if (step === 'close' && rotation.closed !== undefined)
            return [];
        const name = (0,report_gates/* rowName */._k)({ pass: 'forward', step, ...(unit !== undefined && { unit }) });
        const seen = row.result !== undefined && row.result.how !== 'not observed';
        return [`  - [${seen ? 'x' : ' '}] ${name} ${stateOf(row)}`];
    });
}
function stateOf({ result, intent, wait, failures }) {
    const failed = failures === 0 ? '' : ', failed on the way';
    if (result)
        return `– ${result.how}, ${(0,moment/* minute */.Vc)(result.at)}${failed}`;
    if (wait)
        return `– waits until ${(0,moment/* moment */.n$)(wait.until)}${failed}`;
    return intent ? `– begun ${(0,moment/* minute */.Vc)(intent.at)}${failed}` : `– not passed${failed}`;
}

// EXTERNAL MODULE: ./.build/src/report/fiveLines.js
var fiveLines = __webpack_require__("src/report/fiveLines");
// EXTERNAL MODULE: ./.build/src/report/keyStatus.js + 1 modules
var keyStatus = __webpack_require__("src/report/keyStatus");
// EXTERNAL MODULE: ./.build/src/report/standing.js
var standing = __webpack_require__("src/report/standing");
;// CONCATENATED MODULE: ./.build/src/report/ticket.js











/** GitHub refuses more than 65,536 characters. */
const MOST = 60_000;
const VERBS = { rotate: 'Rotate', remove: 'Remove', rehearse: 'Rehearse', adopt: 'Adopt' };
/** The ticket of one rotation, the same call from its first to its last state. */
function ticket(situation, extras) {
    const now = closing(situation);
    const parts = [
        `### ${(0,standing/* standingInfo */.h0)((0,keyStatus/* standingOf */.YP)(now)).icon} ${(0,tools_text/* codeSpan */.SS)(now.key.name)} ${(0,keyStatus/* standingOf */.YP)(now)}`,
        (0,fiveLines/* fiveLinesMarkdown */.lo)(now),
        now.rotation && checklist(now.rotation),
        asked(now),
        evidenceLine(extras.evidence),
        gates(now),
        FOOTER,
    ];
    return { title: titleOf(now), body: ticket_short(parts), labels: extras.labels };
}
/** While the close itself writes the ticket, only the evidence knows the outcome. */
function closing(situation) {
    const { rotation, evidence } = situation;
    if (!rotation || rotation.closed || !evidence || evidence.outcome === 'open')
        return situation;
    return { ...situation, rotation: { ...rotation, closed: evidence.outcome } };
}
function titleOf({ key, rotation, run }) {
    const verb = VERBS[rotation?.kind ?? 'rotate'];
    const where = key.environment === '' ? '' : ` (${(0,tools_text/* defuse */.VP)(key.environment, 40)})`;
    return `${run.sandbox ? '[sandbox] ' : ''}${verb} ${(0,tools_text/* defuse */.VP)(key.name, 80)}${where}`;
}
function asked({ evidence }) {
    if (!evidence)
        return undefined;
    const orders = evidence.orders.map((order) => `- ${(0,moment/* moment */.n$)(order.at)} ${(0,phrase/* markdown */.wD)(orderOf(order))}`);
    const runs = evidence.runs.slice(-20).map((url) => (0,phrase/* link */.nf)('', url));
    return (0,markdown/* blocks */.Bv)([`**Asked for**`, orders.join('\n'), `Runs: ${runs.join(', ')}`]);
}
function evidenceLine(evidence) {
    if (!evidence)
        return undefined;
    const at = evidence.commit === undefined ? '' : `, journal commit ${(0,tools_text/* codeSpan */.SS)(evidence.commit)}`;
    return `**Evidence** ${(0,tools_text/* codeSpan */.SS)(evidence.digest)}${at}. Check it with the command \`verify-evidence\`.`;
}
function gates({ evidence }) {
    if (!evidence || evidence.gates.length === 0)
        return undefined;
    return (0,markdown/* details */.zH)('Gates and their numbers', (0,report_gates/* gateTable */.k0)(evidence.gates));
}
const FOOTER = `<sub>${words/* LEGEND */.Ix}. Rekey keeps this text up to date; what is written here decides nothing.</sub>`;
/** Leaves out the largest parts first, never the five lines. */
function ticket_short(parts) {
    const droppable = [5, 2, 3];
    for (let dropped = 0; dropped <= droppable.length; dropped += 1) {
        const gone = new Set(droppable.slice(0, dropped));
        const body = (0,markdown/* blocks */.Bv)(parts.filter((_part, index) => !gone.has(index)));
        if ((0,markdown/* byteLength */.dp)(body) <= MOST)
            return body;
    }
    return (0,tools_text/* beginningOf */.VI)((0,markdown/* blocks */.Bv)(parts.slice(0, 2)), MOST / 4);
}

;// CONCATENATED MODULE: ./.build/src/commands/pages.js








/** What the lifecycle shows to people: the ticket, and the evidence with its page. */
function pages(config, run) {
    const labels = labelsOf(config);
    return {
        ticket: (facts, made) => {
            const evidence = made && { ...made, digest: `sha256:${made.digest}` };
            return ticket(situationOf(facts, run), { labels, ...(evidence && { evidence }) });
        },
        evidence: (facts) => evidenceFiles((0,build/* evidence */.M)(facts)),
    };
}
/** Where the journal keeps the evidence of a rotation. */
const evidencePath = (rotation) => `${evidenceName(rotation)}.json`;
/** Where its page lies in the folder of a run; undefined where the journal calls it by no name of a rotation. */
const evidencePage = (rotation) => (0,rowId/* isRotationId */.SF)(rotation) ? `${evidenceName(rotation)}.md` : undefined;
/** The journal says what the rotation is called, and whoever forges it may say a path. */
function evidenceName(rotation) {
    if ((0,rowId/* isRotationId */.SF)(rotation))
        return `evidence/${rotation}`;
    throw new errors/* RekeyError */.Z$('RK7002', 'The journal calls a rotation what is no name of one.');
}
/** The close of a rotation writes them into the journal, and the end of the run onto the disk. */
const known = new WeakMap();
function evidenceFiles(made) {
    const files = known.get(made) ?? written(made);
    known.set(made, files);
    return files;
}
function written(made) {
    const { content } = (0,file/* evidenceFile */.a)(made);
    const readable = page(made);
    return [
        { path: evidencePath(made.rotation), name: 'evidence.json', content, digest: (0,digest/* sha256 */.s)(content) },
        {
            path: `${evidenceName(made.rotation)}.md`,
            name: 'evidence.md',
            content: readable,
            digest: (0,digest/* sha256 */.s)(readable),
        },
    ];
}
/** A report on a rotation from its facts alone. */
function situationOf(facts, run) {
    const rotation = (0,journal_rotation/* foldRotation */.i)(facts);
    const made = rotation && (0,build/* evidence */.M)(facts, rotation);
    const { name = '', owner = '', environment = '' } = rotation?.snapshot ?? {};
    return {
        key: { name, owner, environment },
        run,
        ...(rotation && { rotation }),
        ...(made && { evidence: made }),
    };
}
function labelsOf(config) {
    const { labels } = Object(config.ticket?.settings ?? {});
    return Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
}


/***/ }),

/***/ "src/commands/session":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ ledgerPorts),
  f: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./.build/src/commands/compose.js
var compose = __webpack_require__("src/commands/compose");
// EXTERNAL MODULE: ./.build/src/commands/configSource.js
var configSource = __webpack_require__("src/commands/configSource");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
// EXTERNAL MODULE: ./.build/src/report/moment.js
var moment = __webpack_require__("src/report/moment");
// EXTERNAL MODULE: ./.build/src/report/seen.js
var seen = __webpack_require__("src/report/seen");
// EXTERNAL MODULE: ./.build/src/report/phrase.js
var report_phrase = __webpack_require__("src/report/phrase");
;// CONCATENATED MODULE: ./.build/src/report/log.js




const LONG = 300;
/**
 * One fact as one line of a log, or undefined when there is nothing to tell. `before`: the fact told last, so that a wait
 * that only continues is not told again.
 */
function progressLine(fact, before) {
    const phrase = told(fact, before);
    return phrase && (0,report_phrase/* plain */.pj)(phrase);
}
const told = (fact, before) => 'row' in fact ? rowTold(fact, before) : decisionTold(fact);
function rowTold(fact, before) {
    switch (fact.type) {
        case 'intent':
            return (0,report_phrase/* say */.cv) `→ ${rowText(fact.row)}`;
        case 'result':
            return (0,report_phrase/* say */.cv) `${(0,report_phrase/* own */.ZV)(fact.how === 'not observed' ? '○' : '✓')} ${rowText(fact.row)}  ${(0,report_phrase/* own */.ZV)(fact.how)}  ${(0,seen/* seen */.c)(stepOf(fact.row), fact.data)}`;
        case 'failed':
            return (0,report_phrase/* say */.cv) `✗ ${rowText(fact.row)}  ${(0,report_phrase/* own */.ZV)(fact.code)}  ${(0,report_phrase/* foreign */.V$)(fact.message, LONG)}`;
        case 'wait':
            return before?.type === 'wait' && sameWait(before, fact) ? undefined : waitText(fact);
    }
}
function decisionTold(fact) {
    switch (fact.type) {
        case 'claim':
            return fact.takenFrom === undefined
                ? (0,report_phrase/* say */.cv) `claimed: ${(0,report_phrase/* own */.ZV)(fact.kind)}${rankOf(fact)}, until ${(0,report_phrase/* own */.ZV)((0,moment/* moment */.n$)(fact.end))}`
                : (0,report_phrase/* say */.cv) `taken over from ${fact.takenFrom}: ${(0,report_phrase/* own */.ZV)(fact.kind)}${rankOf(fact)}`;
        case 'release':
            return undefined;
        case 'turn':
            return (0,report_phrase/* say */.cv) `↩ ${(0,report_phrase/* own */.ZV)(fact.to)}: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'condemn':
            return (0,report_phrase/* say */.cv) `† ${fact.credential} never becomes current again: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'blocked':
            return (0,report_phrase/* say */.cv) `■ blocked, ${(0,report_phrase/* own */.ZV)(fact.code)}: ${(0,report_phrase/* foreign */.V$)(fact.why, LONG)}`;
        case 'hold':
            return (0,report_phrase/* say */.cv) `■ on hold by ${fact.actor}${reasonOf(fact)}`;
        case 'unhold':
            return (0,report_phrase/* say */.cv) `▶ released by ${fact.actor}${reasonOf(fact)}`;
        case 'warning':
            return (0,report_phrase/* say */.cv) `! ${(0,report_phrase/* foreign */.V$)(fact.message, LONG)}`;
        case 'closed':
            return (0,report_phrase/* say */.cv) `■ ${(0,report_phrase/* own */.ZV)(fact.outcome)}`;
    }
}
/** The lowest is that of every order, whoever gave it. */
const rankOf = ({ rank }) => (0,report_phrase/* own */.ZV)(rank === 'scheduled' ? '' : `, ${rank}`);
const reasonOf = ({ reason }) => reason === '' ? (0,report_phrase/* own */.ZV)('') : (0,report_phrase/* say */.cv) `: ${(0,report_phrase/* foreign */.V$)(reason, LONG)}`;
const stepOf = (row) => (0,rowId/* rowParts */.V1)(row)?.step ?? 'close';
function waitText(fact) {
    const person = fact.person === undefined ? (0,report_phrase/* own */.ZV)('') : (0,report_phrase/* say */.cv) `; to do: ${(0,report_phrase/* foreign */.V$)(fact.person, LONG)}`;
    return (0,report_phrase/* say */.cv) `… ${rowText(fact.row)}  until ${(0,report_phrase/* own */.ZV)((0,moment/* moment */.n$)(fact.until))}: ${(0,report_phrase/* foreign */.V$)(fact.reason, LONG)}${person}`;
}
function sameWait(one, other) {
    return one.row === other.row && one.reason === other.reason && (0,moment/* moment */.n$)(one.until) === (0,moment/* moment */.n$)(other.until);
}
function rowText(row) {
    const parts = (0,rowId/* rowParts */.V1)(row);
    if (!parts)
        return (0,report_phrase/* foreign */.V$)(row);
    const name = parts.pass === 'forward' ? parts.step : `${parts.pass} ${parts.step}`;
    return parts.unit === undefined ? (0,report_phrase/* own */.ZV)(name) : (0,report_phrase/* say */.cv) `${(0,report_phrase/* own */.ZV)(name)} ${parts.unit}`;
}

;// CONCATENATED MODULE: ./.build/src/commands/progress.js

/**
 * Tells the facts of one key as they are noted. A claim is written with the first intent, after the preflight, so it is told
 * after it too: whoever fails the preflight has claimed nothing.
 */
function progress(say) {
    let claim;
    return (fact, before) => {
        const line = progressLine(fact, before);
        if (fact.type === 'claim') {
            claim = line;
            return;
        }
        const isPreflight = fact.type === 'result' && fact.row === 'forward/preflight';
        for (const one of isPreflight ? [line, claim] : [claim, line])
            if (one !== undefined)
                say(one);
        claim = undefined;
    };
}

;// CONCATENATED MODULE: ./.build/src/commands/session.js



/** Two calls to GitHub, however many keys there are. @param changes the command may change something */
async function openSession(path, catalog, world, changes) {
    const config = await (0,configSource/* readConfig */.X)(path, catalog, world, changes);
    const parts = new compose/* Composition */.B(config, catalog, world);
    const journal = await parts.journal();
    return { world, config, parts, journal, view: await journal.load() };
}
/** What writes facts of one key, each told in the log as it is noted. */
function ledgerPorts({ world, journal }, key) {
    const { clock, log, values } = world;
    const told = progress((line) => log.info(`${key}  ${line}`));
    return { journal, clock, log, values, told };
}


/***/ }),

/***/ "src/domain/evidence":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ EVIDENCE_VERSION)
/* harmony export */ });
const EVIDENCE_VERSION = 2;


/***/ }),

/***/ "src/domain/journal/keyState":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pU: () => (/* binding */ foldKey),
/* harmony export */   q0: () => (/* binding */ OPEN_STATUSES),
/* harmony export */   uM: () => (/* binding */ newKey),
/* harmony export */   xH: () => (/* binding */ MOST_TAKEOVERS)
/* harmony export */ });
/* harmony import */ var _tools_time__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/time");

/** How an open rotation stands, for the index; what needs somebody first. Persisted words. */
const OPEN_STATUSES = ['blocked', 'person', 'running', 'waiting'];
const BACK_OFF = [_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, 6 * _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .HOUR */ .dp, _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_];
const MOST_FAILURES = 3;
const MOST_TAKEOVERS = 5;
/** The state after these facts; facts of a key that is new must begin with a claim, or with a hold and a name given. */
function foldKey(before, facts) {
    return facts.length === 0 ? before : facts.reduce(step, { ...before });
}
function newKey(identity, name) {
    return {
        v: 1,
        identity,
        name,
        environment: '',
        vendor: '',
        workloads: [],
        head: '',
        count: 0,
        condemned: [],
        failures: 0,
    };
}
function step(state, fact) {
    state.head = fact.id;
    state.count += 1;
    switch (fact.type) {
        case 'claim':
            return claimed(state, fact);
        case 'release':
            return open(state, ({ claim: _ended, ...rest }) => rest);
        case 'intent':
            return open(state, running);
        case 'result':
            return fromResult(open(state, gotOn), fact);
        case 'wait':
            return open(state, (rotation) => waits(rotation, fact));
        case 'turn':
            return turned(state, fact.to);
        case 'condemn':
            return condemned(state, fact);
        case 'blocked':
            return {
                ...open(state, (rotation) => ({ ...rotation, status: 'blocked', reason: fact.why })),
                blocked: { code: fact.code, why: fact.why, since: fact.at },
            };
        case 'hold':
            return { ...state, hold: { actor: fact.actor, reason: fact.reason, since: fact.at } };
        case 'unhold': {
            const { hold: _hold, blocked: _blocked, notBefore: _notBefore, ...rest } = state;
            return open({ ...rest, failures: 0 }, gotOn);
        }
        case 'closed':
            return closed(state, fact.outcome, fact.rotation, fact.at);
        case 'failed':
        case 'warning':
            return state;
    }
}
function open(state, change) {
    if (state.open)
        state.open = change(state.open);
    return state;
}
/** No longer waiting for anything. */
function running(rotation) {
    const { status: _was, resumeAt: _at, latest: _latest, reason: _reason, person: _person, ...rest } = rotation;
    return { status: 'running', ...rest };
}
function gotOn(rotation) {
    const { takeovers: _over, ...rest } = running(rotation);
    return { takeovers: 0, ...rest };
}
function waits(rotation, { until, latest, reason, person }) {
    const { status: _running, ...rest } = running(rotation);
    const status = person === undefined ? 'waiting' : 'person';
    return { status, resumeAt: until, latest, reason, ...(person !== undefined && { person }), ...rest };
}
function turned(state, to) {
    const { blocked: _lookedAt, ...rest } = state;
    return open(to === 'abandon' ? rest : state, (rotation) => ({ ...running(rotation), pass: to }));
}
function claimed(state, fact) {
    const claim = { owner: fact.owner, rank: fact.rank, end: fact.end, by: fact.by, at: fact.at };
    if (fact.snapshot) {
        state.name = fact.snapshot.name;
        state.environment = fact.snapshot.environment;
        state.vendor = fact.snapshot.vendor;
        state.workloads = fact.snapshot.usedBy;
    }
    if (state.open?.rotation === fact.rotation) {
        const taken = fact.takenFrom === undefined ? 0 : 1;
        return open(state, ({ claim: _over, takeovers, ...rest }) => ({
            claim,
            takeovers: takeovers + taken,
            ...rest,
        }));
    }
    state.open = {
        rotation: fact.rotation,
        kind: fact.kind,
        started: fact.at,
        pass: 'forward',
        claim,
        status: 'running',
        takeovers: 0,
    };
    return state;
}
function fromResult(state, fact) {
    const id = typeof fact.data['id'] === 'string' ? { currentId: fact.data['id'] } : {};
    if (fact.row.endsWith('/adopt'))
        return { ...state, ...id, adopted: fact.at };
    if (fact.row.endsWith('/create')) {
        const expires = typeof fact.data['expires'] === 'string' ? { expires: fact.data['expires'] } : {};
        return open(state, (rotation) => ({ ...rotation, other: expires }));
    }
    if (fact.row === 'forward/promote')
        return { ...switched(state, fact.at), ...id };
    if (fact.row === 'back/promote')
        return { ...switched(state, state.open?.other?.promoted), ...id };
    return state;
}
/** The other credential becomes current. Taken back, the key is as due, or as gone, as it was before. */
function switched(state, promoted) {
    const { expires, lastPromote, removed, ...rest } = state;
    const next = state.open?.other;
    const before = {
        ...(expires !== undefined && { expires }),
        ...(lastPromote !== undefined && { promoted: lastPromote }),
        ...(removed !== undefined && { removed }),
    };
    const now = {
        ...rest,
        ...(next?.expires !== undefined && { expires: next.expires }),
        ...(next?.removed !== undefined && { removed: next.removed }),
        ...(promoted !== undefined && { lastPromote: promoted }),
    };
    return open(now, (rotation) => ({ ...rotation, other: before }));
}
function condemned(state, { credential, at }) {
    const removed = state.open?.kind === 'remove' ? { removed: { at, proved: false } } : {};
    return { ...state, ...removed, condemned: [...state.condemned, credential] };
}
function closed(state, outcome, rotation, at) {
    const { open, notBefore: _notBefore, ...rest } = state;
    const last = { rotation, outcome, at };
    const isGone = open?.kind === 'remove' && (outcome === 'removed' || outcome === 'unproven');
    const removed = isGone ? { removed: { at, proved: outcome === 'removed' } } : {};
    if (outcome !== 'undone')
        return { ...rest, ...removed, failures: 0, last };
    const failures = state.failures + 1;
    const wait = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? _tools_time__WEBPACK_IMPORTED_MODULE_0__/* .DAY */ .d_;
    const blocked = failures >= MOST_FAILURES
        ? { blocked: { code: 'RK8003', why: `${failures} rotations in a row were undone`, since: at } }
        : {};
    return { ...rest, failures, notBefore: (0,_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .instant */ .uR)((0,_tools_time__WEBPACK_IMPORTED_MODULE_0__/* .millis */ .ne)(at) + wait), last, ...blocked };
}


/***/ }),

/***/ "src/evidence/build":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ build_evidence)
});

// EXTERNAL MODULE: ./.build/src/domain/errors.js
var errors = __webpack_require__("src/domain/errors");
// EXTERNAL MODULE: ./.build/src/domain/evidence.js
var evidence = __webpack_require__("src/domain/evidence");
// EXTERNAL MODULE: ./.build/src/domain/journal/rotation.js
var journal_rotation = __webpack_require__("src/domain/journal/rotation");
// EXTERNAL MODULE: ./.build/src/domain/journal/fate.js
var journal_fate = __webpack_require__("src/domain/journal/fate");
;// CONCATENATED MODULE: ./.build/src/evidence/death.js

/** What is known of the credential that had to die. Only a recorded proof says dead. */
function deathOf(rotation, outcome) {
    const fates = (0,journal_fate/* fatesOf */.vD)(rotation);
    if (!fates.victim)
        return { grade: 'not due' };
    const { id, fate } = fates[fates.victim];
    const grade = gradeOf(fate, outcome !== 'open', id !== undefined);
    return id === undefined ? { grade } : { credential: id, grade };
}
function gradeOf(fate, over, known) {
    const { death } = (0,journal_fate/* fateInfo */.Hg)(fate);
    if (death !== 'alive')
        return death;
    return over || !known ? 'left alive' : 'not due';
}

// EXTERNAL MODULE: ./.build/src/domain/steps.js
var steps = __webpack_require__("src/domain/steps");
// EXTERNAL MODULE: ./.build/src/domain/journal/rowId.js
var rowId = __webpack_require__("src/domain/journal/rowId");
;// CONCATENATED MODULE: ./.build/src/evidence/rows.js


/** Any other row that changed nothing (looked only) is shown as a gate too. */
const asks = ({ step }) => (0,steps/* isStep */.Vf)(step) && (0,steps/* infoOf */._U)(step).asks === true;
/** The rows of one rotation: the last verdict of each gate, each effect with its intents, every failure. */
function rowsOf(facts) {
    const gates = new Map();
    const effects = new Map();
    const intents = new Map();
    const failures = [];
    for (const fact of facts) {
        if (fact.type !== 'intent' && fact.type !== 'result' && fact.type !== 'failed')
            continue;
        const parts = (0,rowId/* rowParts */.V1)(fact.row);
        if (!parts)
            continue;
        const sofar = intents.get(fact.row) ?? { all: [], open: [] };
        if (fact.type === 'intent') {
            intents.set(fact.row, { all: [...sofar.all, fact], open: [...sofar.open, fact] });
            // Asked again: what was seen before does not count any more.
            if (asks(parts))
                gates.delete(fact.row);
        }
        else if (fact.type === 'failed') {
            failures.push({ at: fact.at, code: fact.code, message: fact.message, ...parts });
            if (fact.nothingDone)
                intents.set(fact.row, { ...sofar, open: sofar.open.slice(0, -1) });
            if (asks(parts))
                gates.set(fact.row, failedGate(parts, fact));
        }
        else if (isEffect(parts, fact))
            effects.set(fact.row, effectOf(parts, fact, sofar));
        else
            gates.set(fact.row, gateOf(parts, fact));
    }
    const known = [...effects.values(), ...notKnown(intents, effects, gates)];
    return { gates: [...gates.values()], effects: known, failures };
}
function isEffect(parts, fact) {
    return !asks(parts) && (fact.how === 'did' || fact.how === 'found');
}
function effectOf(parts, fact, { all, open }) {
    const how = fact.how === 'found' ? 'found' : 'did';
    return {
        how,
        sent: open[0]?.at ?? fact.at,
        at: fact.at,
        intents: all.map(({ at }) => at),
        data: fact.data,
        ...parts,
    };
}
/** Asked for, without a word about its end. To close is what makes the evidence itself. */
function notKnown(intents, ...known) {
    return [...intents].flatMap(([row, { all, open }]) => {
        const parts = (0,rowId/* rowParts */.V1)(row);
        const [first] = open;
        const last = open.at(-1);
        if (!parts || !first || !last || isNoEffect(parts) || known.some((rows) => rows.has(row)))
            return [];
        return [
            {
                how: 'not known',
                sent: first.at,
                at: last.at,
                intents: all.map(({ at }) => at),
                data: last.data,
                ...parts,
            },
        ];
    });
}
const isNoEffect = (parts) => parts.step === 'close' || asks(parts);
function gateOf(parts, fact) {
    return { verdict: sawIt(fact) ? 'passed' : 'not observed', at: fact.at, numbers: fact.data, ...parts };
}
/** A drain that could not see whether old is silent, and a proof that proves nothing, were not observed. */
function sawIt(fact) {
    return (fact.how !== 'not observed' && fact.data['silent'] !== 'not observed' && fact.data['grade'] !== 'unproven');
}
function failedGate(parts, fact) {
    return {
        verdict: 'failed',
        at: fact.at,
        numbers: { code: fact.code, message: fact.message },
        ...parts,
    };
}

;// CONCATENATED MODULE: ./.build/src/evidence/build.js





/** By the last fact it was made of: facts never change, and the end of a run asks for evidence in an alert, a summary and a file. */
const known = new WeakMap();
/**
 * The evidence of one rotation from its facts, in order. RK7002 when they do not begin with a claim and its snapshot.
 * @param state what they fold to, from a caller that has it already
 */
function build_evidence(facts, state) {
    const { counted, outcome } = untilClose(facts);
    const last = counted.at(-1);
    const before = last && known.get(last);
    if (before && isSame(before.facts, counted))
        return before.made;
    const rotation = counted === facts && state ? state : (0,journal_rotation/* foldRotation */.i)(counted);
    if (!rotation)
        throw new errors/* RekeyError */.Z$('RK7002', 'The facts of a rotation do not begin with a claim.');
    const made = build(counted, rotation, outcome);
    known.set(rotation.last, { facts: counted, made });
    return made;
}
const isSame = (facts, others) => facts.length === others.length && facts.every((fact, at) => fact === others[at]);
function build(counted, rotation, outcome) {
    const { snapshot } = rotation;
    return {
        v: evidence/* EVIDENCE_VERSION */.h,
        rotation: rotation.rotation,
        key: snapshot.name,
        owner: snapshot.owner,
        environment: snapshot.environment,
        vendor: snapshot.vendor,
        secret: `${snapshot.store}:${snapshot.secret.path}#${Object.values(snapshot.secret.fields).join('+')}`,
        kind: rotation.kind,
        orders: ordersOf(rotation.claims),
        outcome,
        started: rotation.started,
        ...(outcome === 'open' ? {} : { ended: rotation.last.at }),
        configs: configsOf(rotation),
        releases: distinct(rotation.claims.map((claim) => claim.release)),
        runs: distinct(rotation.claims.map((claim) => claim.run)),
        ...(rotation.claims.some(({ sandbox }) => sandbox) && { sandbox: true }),
        ...credentialsOf(rotation),
        death: deathOf(rotation, outcome),
        ...rowsOf(counted),
        ...eventsOf(counted),
        takeovers: rotation.claims.filter((claim) => claim.takenFrom !== undefined).length,
        head: rotation.last.id,
        facts: counted.length,
    };
}
/**
 * Evidence ends with the intent to close, which names the outcome; without one, with the fact that closed it. An end after which a
 * later run looked again, and found it otherwise, is none.
 */
function untilClose(facts) {
    const begin = facts.findLastIndex(goesOn) + 1;
    for (const [index, fact] of facts.entries()) {
        const outcome = index < begin ? undefined : closing(fact);
        if (outcome)
            return { counted: facts.slice(0, index + 1), outcome };
    }
    return { counted: facts, outcome: 'open' };
}
/** A fact of another row than the last one. */
const goesOn = (fact) => fact.type === 'turn' || fact.type === 'condemn' || ('row' in fact && !fact.row.endsWith('/close'));
function closing(fact) {
    if (fact.type === 'closed')
        return fact.outcome;
    if (fact.type !== 'intent' || !fact.row.endsWith('/close'))
        return undefined;
    const outcome = fact.data['outcome'];
    return typeof outcome === 'string' ? outcome : undefined;
}
function ordersOf(claims) {
    const seen = new Set();
    return claims.flatMap(({ order, at, rank }) => {
        const { command, actor, event, reason, approvedBy } = order;
        const same = JSON.stringify([command, actor, event, reason, approvedBy, rank]);
        if (seen.has(same))
            return [];
        seen.add(same);
        return [{ ...order, at, rank }];
    });
}
/** Each that differs from the one before it. */
function configsOf({ claims }) {
    return claims.flatMap(({ at, config }, index) => {
        const isSame = index > 0 && claims[index - 1]?.config.digest === config.digest;
        return isSame ? [] : [{ at, ...config }];
    });
}
function credentialsOf(rotation) {
    const claim = (0,journal_rotation/* resultOf */.B)(rotation, 'forward', 'claim');
    const adopted = (0,journal_rotation/* resultOf */.B)(rotation, 'forward', 'adopt');
    const made = (0,journal_rotation/* resultOf */.B)(rotation, 'forward', 'create');
    const id = claim?.oldId ?? adopted?.id;
    const how = claim?.oldHow ?? adopted?.how;
    const old = { ...(id !== undefined && { id }), ...(how !== undefined && { how }) };
    return {
        ...(claim?.old === 'present' || adopted ? { old } : {}),
        ...(made && { new: { id: made.id, label: made.label } }),
    };
}
function eventsOf(facts) {
    const of = (type) => facts.filter((fact) => fact.type === type);
    return {
        waits: of('wait').map(({ at, until, reason, person }) => ({
            at,
            until,
            reason,
            ...(person !== undefined && { person }),
        })),
        turns: of('turn').map(({ at, to, why }) => ({ at, to, why })),
        condemned: of('condemn').map(({ at, credential, why }) => ({ at, credential, why })),
        blocks: of('blocked').map(({ at, code, why }) => ({ at, code, why })),
        holds: facts.flatMap((fact) => fact.type === 'hold' || fact.type === 'unhold'
            ? [{ at: fact.at, type: fact.type, actor: fact.actor, reason: fact.reason }]
            : []),
        warnings: of('warning').map(({ message }) => message),
    };
}
const distinct = (words) => [...new Set(words)];


/***/ }),

/***/ "src/evidence/file":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ evidenceFile)
/* harmony export */ });
/* harmony import */ var safe_stable_stringify__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("safe-stable-stringify/esm/wrapper");
/* harmony import */ var _domain_tools_digest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/digest");


/**
 * Evidence as a file: the member order of RFC 8785 (https://www.rfc-editor.org/rfc/rfc8785), two spaces, a newline at the
 * end. The digest is over exactly these bytes, so that `sha256sum` alone can check it.
 */
function evidenceFile(evidence) {
    const content = `${(0,safe_stable_stringify__WEBPACK_IMPORTED_MODULE_0__/* ["default"] */ .Ay)(evidence, null, 2)}\n`;
    return { content, digest: `sha256:${(0,_domain_tools_digest__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .s)(content)}` };
}


/***/ }),

/***/ "src/lifecycle/entry":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ differences),
/* harmony export */   y: () => (/* binding */ mustBeTheEntry)
/* harmony export */ });
/* harmony import */ var _domain_errors__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/errors");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");


/** What decides where a rotation reads, writes and sends; a name decides none of it, so a rename continues. */
const PLACES = [
    ['vendor', ({ vendor }) => vendor],
    ['store', ({ store }) => store],
    ['path', ({ secret }) => secret.path],
    ['fields', ({ secret }) => fieldsOf(secret.fields)],
    ['id_field', ({ secret }) => secret.idField],
];
const fieldsOf = (fields) => Object.entries(fields)
    .map((pair) => pair.join(': '))
    .sort()
    .join(', ');
/** Where the snapshot of an open rotation and today's entry differ; empty: they are about the same secret. */
function differences(snapshot, entry) {
    return PLACES.filter(([, of]) => of(snapshot) !== of(entry)).map(([what, of]) => `${what} ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(of(snapshot))} there, ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(of(entry))} here`);
}
/**
 * Either somebody forged the journal, or the entry was changed while its rotation was open: nobody can tell which. RK7016, before
 * any call.
 */
function mustBeTheEntry(snapshot, entry) {
    const found = differences(snapshot, entry);
    if (found.length === 0)
        return;
    throw new _domain_errors__WEBPACK_IMPORTED_MODULE_0__/* .RekeyError */ .Z$('RK7016', `${entry.name}: the open rotation in the journal is not about the secret of the config: ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .sentenceList */ .MT)(found)}. Nothing was called.`);
}


/***/ }),

/***/ "src/report/fiveLines":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B0: () => (/* binding */ fivePhrases),
/* harmony export */   QV: () => (/* binding */ fiveLines),
/* harmony export */   lo: () => (/* binding */ fiveLinesMarkdown)
/* harmony export */ });
/* harmony import */ var _keyStatus__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/report/keyStatus");
/* harmony import */ var _now__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/now");
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/phrase");
/* harmony import */ var _risk__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/risk");
/* harmony import */ var _situation__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/situation");





/** Every stop ends with these, in log, summary, ticket, alert and report. */
function fivePhrases(situation) {
    const status = (0,_situation__WEBPACK_IMPORTED_MODULE_4__/* .statusOf */ .c)(situation);
    return [
        ['Now', (0,_keyStatus__WEBPACK_IMPORTED_MODULE_0__/* .nowLine */ .BU)(status, situation)],
        ['At risk', (0,_risk__WEBPACK_IMPORTED_MODULE_3__/* .riskOf */ .b)(situation).phrase],
        ['Until', (0,_keyStatus__WEBPACK_IMPORTED_MODULE_0__/* .untilLine */ .dM)(status, situation)],
        ['Do', (0,_keyStatus__WEBPACK_IMPORTED_MODULE_0__/* .doLine */ .kK)(status, situation)],
        ['Owner', ownerLine(situation)],
    ];
}
function ownerLine(situation) {
    const { key, run } = situation;
    const ticket = (0,_situation__WEBPACK_IMPORTED_MODULE_4__/* .ticketOf */ .W)(situation);
    const page = run.url === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Run ${(0,_now__WEBPACK_IMPORTED_MODULE_1__/* .ownerOf */ .bf)(run.owner)}` : (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .linked */ .q)('Run', run.url, (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Run ${(0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .address */ .hl)(run.url)}`);
    const shown = ticket ? (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) ` · ${ticketLink(ticket)}` : (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .own */ .ZV)('');
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `${key.owner}${shown} · ${page}`;
}
/** `Ticket #812`; a number that is none is foreign text, and no name of a link. */
function ticketLink({ number, url }) {
    const [, digits] = /^(?:[\w.-]+\/[\w.-]+#|#)?(\d{1,12})$/.exec(number) ?? [];
    const otherwise = (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Ticket ${number} ${(0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .address */ .hl)(url)}`;
    return digits === undefined ? otherwise : (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .linked */ .q)(`Ticket #${digits}`, url, otherwise);
}
/** Five lines of plain text, for logs and alerts. */
function fiveLines(situation) {
    return fivePhrases(situation).map(([label, phrase]) => `${label.padEnd(9)}${(0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(phrase)}`);
}
/** The same as Markdown: a list, so that it reads well beside a table. */
function fiveLinesMarkdown(situation) {
    return fivePhrases(situation)
        .map(([label, phrase]) => `- **${label}** ${(0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .markdown */ .wD)(phrase)}`)
        .join('\n');
}


/***/ }),

/***/ "src/report/gates":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ failureTable),
/* harmony export */   Mt: () => (/* binding */ effectTable),
/* harmony export */   _k: () => (/* binding */ rowName),
/* harmony export */   k0: () => (/* binding */ gateTable)
/* harmony export */ });
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/markdown");
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/report/moment");
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/phrase");
/* harmony import */ var _seen__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/seen");





const VERDICTS = {
    passed: '✅ passed',
    failed: '❌ failed',
    'not observed': '🟡 not observed',
};
/** Each gate with its verdict and its numbers. */
function gateTable(gates) {
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Gate', 'Verdict', 'When (UTC)', 'What was seen'], gates.map((gate) => [
        rowName(gate),
        VERDICTS[gate.verdict],
        (0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .second */ .Rc)(gate.at),
        (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .markdown */ .wD)((0,_seen__WEBPACK_IMPORTED_MODULE_3__/* .seen */ .c)(gate.step, gate.numbers)),
    ]));
}
const HOWS = {
    did: 'did',
    found: 'found done: it happened in between',
    'not known': 'asked for; whether it happened is not known',
};
/** Each effect with both times: when it was sent at the earliest, and when somebody was told, or found it. */
function effectTable(effects) {
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Effect', 'How', 'Sent (UTC)', 'Told or found', 'Details'], effects.map((effect) => [
        rowName(effect),
        HOWS[effect.how],
        `${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .second */ .Rc)(effect.sent)}${effect.intents.length > 1 ? `, asked ${effect.intents.length} times` : ''}`,
        toldAt(effect),
        (0,_phrase__WEBPACK_IMPORTED_MODULE_2__/* .markdown */ .wD)(effect.how === 'not known' ? (0,_seen__WEBPACK_IMPORTED_MODULE_3__/* .named */ .K)(effect.data) : (0,_seen__WEBPACK_IMPORTED_MODULE_3__/* .seen */ .c)(effect.step, effect.data)),
    ]));
}
function toldAt({ how, sent, at }) {
    if (how === 'not known')
        return '–';
    return sent === at ? (0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .second */ .Rc)(at) : `${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .second */ .Rc)(at)}, ${(0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .between */ .Tq)(sent, at)} later`;
}
function failureTable(failures) {
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['Failure', 'Code', 'When (UTC)', 'Message'], failures.map((failure) => [
        rowName(failure),
        (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(failure.code),
        (0,_moment__WEBPACK_IMPORTED_MODULE_1__/* .second */ .Rc)(failure.at),
        (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(failure.message, 300),
    ]));
}
function rowName({ pass, step, unit }) {
    const name = pass === 'forward' ? step : `${pass} ${step}`;
    return unit === undefined ? name : `${name} ${(0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(unit)}`;
}


/***/ }),

/***/ "src/report/markdown":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Uj: () => (/* binding */ fit),
/* harmony export */   dp: () => (/* binding */ byteLength),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   zH: () => (/* binding */ details)
/* harmony export */ });
/** A table; cells are Markdown without line breaks. */
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
/** Folded away until somebody wants it. The summary is text of ours. */
function details(summary, body) {
    return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
/** Parts with an empty line between them; empty parts vanish. */
function blocks(parts) {
    return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}
const byteLength = (text) => new TextEncoder().encode(text).length;
/**
 * As many parts as fit into `most` bytes, and then one sentence that says how many were left out.
 */
function fit(parts, most, rest) {
    const room = most - byteLength(rest(parts.length)) - 2;
    const kept = [];
    let used = 0;
    for (const part of parts) {
        used += byteLength(part) + 2;
        if (used > room)
            break;
        kept.push(part);
    }
    const left = parts.length - kept.length;
    return blocks(left === 0 ? kept : [...kept, rest(left)]);
}
/** `1 key`, `2 keys` */
const plural = (count, word) => `${count} ${word}${count === 1 ? '' : 's'}`;


/***/ }),

/***/ "src/report/seen":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ named),
/* harmony export */   c: () => (/* binding */ seen)
/* harmony export */ });
/* harmony import */ var _domain_steps__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/steps");
/* harmony import */ var _domain_tools_text__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/tools/text");
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/moment");
/* harmony import */ var _phrase__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/report/phrase");




const LONG = 240;
const uses = (_step, names) => names;
const TELLERS = {
    preflight: {
        uses: uses('preflight', ['baseline']),
        tell: ({ baseline }) => [
            baseline === 'not needed' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('no health was asked for') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `before it began: ${long(baseline)}`,
        ],
    },
    claim: {
        uses: uses('claim', [
            'base',
            'unannotated',
            'old',
            'oldId',
            'oldHow',
            'currentBefore',
            'ticket',
            'ticketUrl',
        ]),
        tell: (data) => [
            inUse(data['old'], data['oldId'], data['oldHow']),
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the store was at version ${short(data['base'])}`,
            given(data['unannotated'], (was) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `its id was written beside the value of version ${was}`),
            data['currentBefore'] === data['oldId']
                ? undefined
                : given(data['currentBefore'], (was) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the journal had ${was} as the key in use`),
            given(data['ticket'], (number) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `ticket ${number}`),
        ],
    },
    adopt: {
        uses: uses('adopt', ['id', 'how']),
        tell: ({ id, how }) => [inUse('present', id, how)],
    },
    create: {
        uses: uses('create', ['id', 'label', 'staged', 'expires']),
        tell: ({ id, label, staged, expires }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${short(id)} was made with the label ${short(label)}`,
            staged === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('it could not be staged') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `staged as version ${short(staged)}`,
            given(expires, (at) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the vendor ends it at ${at}`),
        ],
    },
    verify: {
        uses: uses('verify', ['accepted', 'old']),
        tell: ({ accepted, old }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `accepted ${count(accepted)}`,
            old === undefined ? undefined : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('the key in use was accepted as well'),
        ],
    },
    promote: {
        uses: uses('promote', ['version', 'previous', 'id']),
        tell: ({ version, previous, id }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `version ${short(version)} was made current${given(id, (key) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, with ${key}`) ?? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('')}`,
            given(previous, (was) => was === '0' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing was there before') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `version ${was} was current before`),
        ],
    },
    fence: {
        uses: uses('fence', ['version']),
        tell: ({ version }) => [
            (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `version ${short(version)}: no switch prepared before it can succeed any more`,
        ],
    },
    deploy: {
        uses: uses('deploy', ['rollout', 'url', 'refused']),
        tell: ({ rollout, url, refused }) => [
            refused === true
                ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('its rollout was refused, as the one before was, so it was left as it is')
                : rollout === undefined
                    ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing to roll')
                    : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `rollout ${short(rollout)}`,
            given(url, (where) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${where}`),
        ],
    },
    check: {
        uses: uses('check', ['passes', 'sentence', 'keyId']),
        tell: ({ passes, sentence, keyId }) => [
            sentence === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('there is no check') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${long(sentence)}`,
            passes === 0 ? undefined : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `passed ${count(passes)} in a row`,
            given(keyId, (id) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `it says that it uses ${id}`),
        ],
    },
    drain: { uses: uses('drain', ['silent', 'lastUsed', 'until']), tell: drained },
    condemn: {
        uses: uses('condemn', ['id', 'accepted']),
        tell: ({ id, accepted }) => [
            id === '' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('its id is not known') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${short(id)} never becomes current again`,
            accepted === true ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('it was accepted right before') : undefined,
        ],
    },
    disable: {
        uses: uses('disable', ['checked']),
        tell: ({ checked }) => [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `switched off and watched, with ${count(checked, 'workload')} looked at`],
    },
    revoke: { uses: uses('revoke', ['id']), tell: ({ id }) => [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `deleted at the vendor: ${short(id)}`] },
    sweep: {
        uses: uses('sweep', ['id']),
        tell: ({ id }) => [
            id === undefined
                ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('nothing was left behind')
                : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `deleted at the vendor, because its value was lost: ${short(id)}`,
        ],
    },
    prove: { uses: uses('prove', ['refused', 'control', 'grade']), tell: proved },
    free: {
        uses: uses('free', ['destroyed']),
        tell: ({ destroyed }) => {
            const versions = Array.isArray(destroyed) ? destroyed.map(short) : [];
            return [
                versions.length === 0
                    ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('no old version was destroyed')
                    : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `destroyed: version ${versions.join(', ')}`,
            ];
        },
    },
    close: { uses: uses('close', ['outcome']), tell: ({ outcome }) => [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `ended as ${short(outcome)}`] },
};
/** What a row has left, as a sentence. */
function seen(step, data) {
    // A journal may name a step that there is not.
    const teller = (0,_domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .isStep */ .Vf)(step) ? TELLERS[step] : undefined;
    // A gate that failed, or an intent without an end, holds something else.
    if (!teller?.uses.some((name) => data[name] !== undefined))
        return named(data);
    const told = teller.tell(data).filter((part) => part !== undefined);
    const rest = named(data, teller.uses);
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .join */ .fj)(rest.length === 0 ? told : [...told, rest], '; ');
}
/** Names and values, in the order of the names: for what claims nothing. */
function named(data, without = []) {
    const left = Object.entries(data).filter(([name]) => !without.includes(name));
    const pairs = left
        .sort(([one], [other]) => (0,_domain_tools_text__WEBPACK_IMPORTED_MODULE_1__/* .inOrder */ .al)(one, other))
        .map(([name, value]) => `${name} ${short(value)}`);
    return pairs.length === 0 ? [] : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(pairs.join(', '), LONG);
}
function inUse(old, oldId, oldHow) {
    if (old === 'absent')
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('there was no key yet');
    if (oldId === undefined)
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('the id of the key in use is not known');
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the key in use is ${short(oldId)} (${short(oldHow)})`;
}
function drained({ silent, lastUsed, until }) {
    const grace = typeof until === 'string' ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the grace period ended at ${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(until))}` : undefined;
    if (silent !== 'observed')
        return [grace, (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('whether the key is still used could not be seen')];
    return [
        grace,
        typeof lastUsed === 'string'
            ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the key is silent, and was last used at ${(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)((0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .moment */ .n$)(lastUsed))}`
            : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('the key is silent'),
    ];
}
function proved({ refused, control, grade }) {
    if (grade === 'gone from list')
        return [(0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)("it is gone from the vendor's complete list; that its value is refused was not seen")];
    const between = control === 0 ? (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('') : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, the key in use accepted ${count(control)} in between`;
    return [
        (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `refused ${count(refused)}${between}`,
        grade === 'refused' ? undefined : (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('that proves no death'),
    ];
}
const short = (value) => typeof value === 'string' ? value : value === undefined ? 'unknown' : JSON.stringify(value);
const long = (value) => (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(short(value), LONG);
/** `3 times`, `once`; `2 workloads` */
function count(value, what = 'time') {
    if (typeof value !== 'number')
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .foreign */ .V$)(short(value));
    if (what === 'time' && value === 1)
        return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)('once');
    return (0,_phrase__WEBPACK_IMPORTED_MODULE_3__/* .own */ .ZV)(`${value} ${what}${value === 1 ? '' : 's'}`);
}
const given = (value, tell) => value === undefined ? undefined : tell(short(value));


/***/ }),

/***/ "src/report/words":
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ LEGEND),
/* harmony export */   Xo: () => (/* binding */ wordTable),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   kR: () => (/* binding */ hasWords),
/* harmony export */   rL: () => (/* binding */ signOf)
/* harmony export */ });
/* harmony import */ var _domain_steps__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__("src/domain/steps");
/* harmony import */ var _domain_journal_fate__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__("src/domain/journal/fate");
/* harmony import */ var _domain_journal_rowId__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__("src/domain/journal/rowId");
/* harmony import */ var _markdown__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__("src/report/markdown");
/* harmony import */ var _moment__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__("src/report/moment");





/** A state never changes, and a report tells its words in a table, a picture and a page. */
const known = new WeakMap();
/** The five words of one pass, each with what became of it. */
function wordsOf(rotation, pass) {
    const passes = known.get(rotation) ?? new Map();
    known.set(rotation, passes);
    const words = passes.get(pass) ?? foundOut(rotation, pass);
    passes.set(pass, words);
    return words;
}
function foundOut(rotation, pass) {
    const rows = rowsOfPass(rotation, pass);
    const used = usedWords(rotation, pass);
    return _domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .WORDS */ .q9.map((word) => {
        const own = rows.filter((row) => (0,_domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .infoOf */ ._U)(row.step).word === word);
        const span = spanOf(own, rows, pass === 'forward' ? rotation.started : undefined);
        const mark = used.has(word) ? markOf(word, own, rotation, pass) : 'skipped';
        const isBystander = mark === 'failed' && !own.some(hasFailed) && rows.some(hasFailed);
        return { word, mark: isBystander ? 'stopped' : mark, ...span };
    });
}
function rowsOfPass(rotation, pass) {
    return Object.entries(rotation.rows).flatMap(([id, row]) => {
        const parts = (0,_domain_journal_rowId__WEBPACK_IMPORTED_MODULE_3__/* .rowParts */ .V1)(id);
        return row && parts?.pass === pass && (0,_domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .isStep */ .Vf)(parts.step) ? [{ row, ...parts }] : [];
    });
}
function usedWords(rotation, pass) {
    const { kind } = rotation;
    if (pass === 'back')
        return new Set(['switch', 'watch', 'revoke', 'prove']);
    if (pass === 'discard')
        return new Set(['revoke', 'prove']);
    if (pass === 'abandon')
        return new Set();
    if (kind === 'adopt')
        return new Set();
    if (kind === 'remove')
        return new Set(['watch', 'revoke', 'prove']);
    if (kind !== 'rotate')
        return new Set(['create']);
    const first = (0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_1__/* .fatesOf */ .vD)(rotation).old.fate === 'none';
    return new Set(first ? ['create', 'switch', 'watch'] : _domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .WORDS */ .q9);
}
function markOf(word, rows, rotation, pass) {
    if (isDone(word, rotation, pass))
        return rows.some(({ row }) => isUnseen(row)) ? 'unseen' : 'done';
    const over = rotation.closed !== undefined || rotation.pass !== pass;
    if (!rows.some(({ step }) => step !== 'close'))
        return over ? 'skipped' : 'not yet';
    return over || rotation.blocked !== undefined ? 'failed' : 'now';
}
const hasFailed = ({ row }) => row.failures > 0 && row.result === undefined;
function isUnseen({ result }) {
    return (result !== undefined &&
        (result.how === 'not observed' ||
            result.data['silent'] === 'not observed' ||
            result.data['grade'] === 'unproven'));
}
/** A word is done when its last step is; switch and watch take turns, workload by workload. */
function isDone(word, rotation, pass) {
    const has = (step) => rotation.rows[`${pass}/${step}`]?.result !== undefined;
    switch (word) {
        case 'create':
            return has('verify');
        case 'switch':
            return has('promote') && (has('drain') || isChecked(rotation, pass));
        case 'watch':
            return has('drain') || ((0,_domain_journal_fate__WEBPACK_IMPORTED_MODULE_1__/* .fatesOf */ .vD)(rotation).old.fate === 'none' && isChecked(rotation, pass));
        case 'revoke':
            return has('revoke');
        case 'prove':
            return has('prove');
    }
}
const isChecked = ({ rows, snapshot }, pass) => snapshot.usedBy.every((name) => rows[`${pass}/check:${name}`]?.result !== undefined);
/** From the last touch of the rows before it (the time in between was spent on it) to its own last one. */
function spanOf(rows, all, start) {
    const touches = touchesOf(rows);
    const [first, last] = [touches[0], touches.at(-1)];
    if (first === undefined || last === undefined)
        return {};
    const earlier = all.slice(0, Math.max(0, all.findIndex((row) => rows.includes(row))));
    const before = touchesOf(earlier)
        .filter((at) => at <= first)
        .at(-1);
    return { from: before ?? start ?? first, to: last };
}
function touchesOf(rows) {
    return rows
        .flatMap(({ row }) => [row.intent?.at, row.result?.at, row.wait?.at, row.firstFailure])
        .flatMap((at) => at ?? [])
        .sort();
}
const SIGNS = {
    done: '✅',
    unseen: '🟡',
    now: '⏳',
    'not yet': '⬜',
    failed: '❌',
    stopped: '⏹️',
    skipped: '➖',
};
const signOf = (mark) => SIGNS[mark];
/** What the signs mean, for readers who see them for the first time. */
const LEGEND = '✅ done · 🟡 done, but not all of it was observed · ⏳ now · ⬜ not yet · ❌ failed · ⏹️ stopped before its end · ➖ no part of this rotation';
const PASS_NAMES = {
    forward: 'forward',
    back: 'taken back',
    discard: 'discarded',
    abandon: 'given up',
};
/** An adoption only looks, so none of the five is a part of it. */
const hasWords = ({ kind }) => kind !== 'adopt';
/** The five words as a table: a row for the way forward and one for the way back, each word with its sign and time. */
function wordTable(rotation) {
    const passes = rotation.pass === 'forward' ? ['forward'] : ['forward', rotation.pass];
    return (0,_markdown__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(['', ..._domain_steps__WEBPACK_IMPORTED_MODULE_0__/* .WORDS */ .q9], passes.map((pass) => {
        const words = wordsOf(rotation, pass);
        return [`${PASS_NAMES[pass]}${startOf(words)}`, ...words.map(cell)];
    }));
}
function startOf(words) {
    const [first] = words.flatMap(({ mark, from }) => (mark === 'skipped' ? [] : (from ?? []))).sort();
    return first === undefined ? '' : `, ${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .minute */ .Vc)(first)}`;
}
function cell({ mark, from, to }) {
    if (mark === 'skipped' || from === undefined || to === undefined)
        return signOf(mark);
    return `${signOf(mark)} ${mark === 'now' ? `since ${(0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .minute */ .Vc)(from).slice(5)}` : (0,_moment__WEBPACK_IMPORTED_MODULE_2__/* .between */ .Tq)(from, to)}`;
}


/***/ })

};
;
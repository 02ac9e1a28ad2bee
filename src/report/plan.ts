import type { Finding, Plan, PlanItem } from '../domain/plan';
import { codeSpan, defuse } from '../domain/tools/text';
import { blocks, byteLength, details, fit, plural, table } from './markdown';
import { minute, moment } from './moment';
import { mostUrgentFirst, inGroups, isLarge, needsReading, whyOf, type Group } from './planGroups';

/** What a pull request changes, in sentences; trust is what a security owner has to read. */
export interface PlanChanges {
  readonly trust: readonly string[];
  readonly keys: readonly string[];
}

const LONG = 300;
/** Nobody reads a file of so many items line by line. */
const MANY_ITEMS = 1000;
const MOST_BYTES = 400_000;
/** Keys with nothing to start that a log names one by one; of more it says how many. */
const MOST_QUIET = 100;
/** The plan as it travels between programs. */
export const planJson = (plan: Plan): string =>
  `${JSON.stringify(plan, null, plan.items.length > MANY_ITEMS ? 0 : 2)}\n`;

/** The plan for a log: trust first, then one line a key with its findings below it, the most urgent first. Of many that rest only the first are named. */
export function planText(plan: Plan, changes?: PlanChanges): string {
  const sorted = mostUrgentFirst(plan.items);
  const groups = inGroups(sorted);
  const resting = groups
    .filter((group) => !isLarge(group))
    .flat()
    .filter(rests);
  const left = new Set(resting.slice(MOST_QUIET));
  const told = groups.filter(([first]) => !left.has(first));
  const width = Math.max(
    0,
    ...told.filter((group) => !isLarge(group)).flatMap((group) => group.map(({ key }) => key.length)),
  );
  const items = told.flatMap((group) => {
    const [first] = group;
    if (isLarge(group)) return [groupLine(group), ...first.findings.map(findingLine)];
    return group
      .filter((item) => !left.has(item))
      .flatMap((item) => [itemLine(item, width), ...item.findings.map(findingLine)]);
  });
  return [
    ...changeLines('TRUST (needs a security owner)', '!', changes?.trust),
    ...changeLines('KEYS', '~', changes?.keys),
    `PLAN at ${moment(plan.at)}: ${countActions(sorted)}`,
    ...items,
    ...(left.size === 0
      ? []
      : [`  and ${plural(left.size, 'more key')} with nothing to start: see the plan file`]),
    ...plan.warnings.map((warning) => `! ${defuse(warning, LONG)}`),
  ].join('\n');
}

const NAMED = 3;

function groupLine(group: Group): string {
  const [{ action, overdue, owner }] = group;
  const head = `${action} ${plural(group.length, 'key')} of ${defuse(owner, 80)}${overdue ? ' OVERDUE' : ''}`;
  return `  ${head}: ${namesOf(group)}  ${defuse(whyOf(group), LONG)}`;
}

function namesOf(group: Group): string {
  const names = group.slice(0, NAMED).map(({ key }) => defuse(key, 80));
  return `${names.join(', ')} and ${group.length - NAMED} more`;
}

const rests = ({ action, findings }: PlanItem): boolean => action === 'nothing' && findings.length === 0;

function changeLines(title: string, sign: string, lines: readonly string[] = []): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${sign} ${defuse(line, LONG)}`)];
}

function itemLine(item: PlanItem, width: number): string {
  const overdue = item.overdue ? ' OVERDUE' : '';
  return `  ${defuse(item.key, 80).padEnd(width)}  ${item.action.padEnd(9)}${overdue}  ${defuse(item.why, LONG)}`;
}

function findingLine(finding: Finding): string {
  const until = finding.until === undefined ? '' : `, until ${moment(finding.until)}`;
  return `      ${finding.weight} ${finding.code}${until}: ${defuse(finding.message, LONG)}`;
}

/** `2 rotate · 1 wait` */
export function countActions(items: readonly PlanItem[]): string {
  const actions = [...new Set(items.map(({ action }) => action))];
  const words = actions.map((action) => `${items.filter((item) => item.action === action).length} ${action}`);
  return words.length === 0 ? 'no keys' : words.join(' · ');
}

/** The plan for a summary or a pull request: what would change first, what would not folded away. */
export function planMarkdown(plan: Plan, changes?: PlanChanges): string {
  const items = mostUrgentFirst(plan.items);
  const acting = items.filter(needsReading);
  const quiet = items.filter((item) => !needsReading(item));
  const head = blocks([
    `## Plan: ${countActions(mostUrgentFirst(plan.items))}`,
    `${moment(plan.at)}, config ${codeSpan(plan.config.path)} at ${codeSpan(plan.config.commit ?? 'no commit')}. Nothing was called but GitHub, nothing was changed.`,
    changeList('Trust: needs a security owner', changes?.trust),
    changeList('Keys', changes?.keys),
    plan.warnings.map((warning) => `> ⚠️ ${codeSpan(warning, LONG)}`).join('\n'),
  ]);
  const room = MOST_BYTES - byteLength(head);
  const rest = fit(
    [rowsOf(acting), folded(quiet)].flatMap(pieces),
    room,
    (left) => `_${plural(left, 'more part')} of the plan: see the plan file._`,
  );
  return `${blocks([head, rest])}\n`;
}

const pieces = (text: string): readonly string[] => (text === '' ? [] : [text]);

function changeList(title: string, lines: readonly string[] = []): string | undefined {
  if (lines.length === 0) return undefined;
  return `**${title}**\n\n${lines.map((line) => `- ${codeSpan(line, LONG)}`).join('\n')}`;
}

function folded(items: readonly PlanItem[]): string {
  return items.length === 0
    ? ''
    : details(`${plural(items.length, 'key')} with nothing to start`, rowsOf(items));
}

const MOST_ROWS = 1000;

function rowsOf(items: readonly PlanItem[]): string {
  if (items.length === 0) return '';
  const rows = inGroups(items).flatMap((group) =>
    isLarge(group) ? [cells(group, namesOf(group))] : group.map((item) => cells([item], item.key)),
  );
  const more = rows.length > MOST_ROWS ? `_and ${rows.length - MOST_ROWS} more_` : undefined;
  const head = ['Key', 'Would', 'Due (UTC)', 'Why, and what was found', 'Owner'];
  return blocks([table(head, rows.slice(0, MOST_ROWS)), more]);
}

/** One key, or many that are alike. */
function cells(group: Group, names: string): readonly string[] {
  const [{ action, overdue, findings, owner }] = group;
  const dues = group.flatMap(({ due }) => due ?? []).sort();
  const [first, last] = [dues[0], dues.at(-1)];
  const due =
    first === undefined || last === undefined
      ? '–'
      : first === last
        ? minute(first)
        : `${minute(first)} to ${minute(last)}`;
  return [
    codeSpan(names, LONG),
    action,
    `${overdue ? '**overdue** ' : ''}${due}`,
    [codeSpan(whyOf(group), LONG), ...findings.map(findingCell)].join('<br>'),
    codeSpan(owner),
  ];
}

const SIGNS: Readonly<Record<Finding['weight'], string>> = { refuse: '❌', warn: '⚠️', wait: '⏳' };

const findingCell = ({ weight, code, message, until }: Finding): string =>
  `${SIGNS[weight]} ${code} ${codeSpan(message, LONG)}${until === undefined ? '' : ` until ${moment(until)}`}`;

import type { Evidence } from '../domain/evidence';
import { codeSpan } from '../domain/tools/text';
import { eventTable } from './events';
import { effectTable, failureTable, gateTable } from './gates';
import { blocks, plural, table } from './markdown';
import { between, moment } from './moment';
import { link, markdown, own, say, type Phrase } from './phrase';
import { OUTCOME_WORDS } from './outcomes';

/** One rotation for people who were not there: what was asked, seen, done and proved. */
export function page(evidence: Evidence): string {
  const { gates, effects, failures, warnings } = evidence;
  return `${blocks([
    `# Rotation ${codeSpan(evidence.rotation)} of ${codeSpan(evidence.key)}`,
    `**${outcomeOf(evidence)}** ${markdown(deathOf(evidence))}`,
    evidence.sandbox ? '**Sandbox: nothing here is real.**' : undefined,
    factsTable(evidence),
    part('Gates', gates.length, () => gateTable(gates)),
    unseen(evidence),
    part('Effects', effects.length, () => effectTable(effects)),
    part('Failures on the way', failures.length, () => failureTable(failures)),
    eventsPart(evidence),
    part('Warnings', warnings.length, () => warnings.map((text) => `- ${codeSpan(text, 300)}`).join('\n')),
    `_Made from ${evidence.facts} facts, up to ${codeSpan(evidence.head)}. The command \`verify-evidence\` makes it again from the journal and compares._`,
  ])}\n`;
}

const outcomeOf = ({ outcome }: Evidence): string =>
  outcome === 'open' ? 'Still open.' : OUTCOME_WORDS[outcome].evidence;

function deathOf({ death }: Evidence): Phrase {
  const who =
    death.credential === undefined ? own('the credential') : say`the credential ${death.credential}`;
  switch (death.grade) {
    case 'refused':
      return say`Proved dead: the vendor refuses ${who}.`;
    case 'gone from list':
      return say`A complete list of the vendor no longer has ${who}; that its value is refused was not seen.`;
    case 'unproven':
      return say`The death of ${who} is not proved.`;
    case 'left alive':
      return say`Left alive: ${who} still works as far as is known.`;
    case 'not due':
      return own('Nothing had to die so far.');
  }
}

function factsTable(evidence: Evidence): string {
  const { old, new: fresh, configs, ended } = evidence;
  const rows: [string, string][] = [
    ['Owner', codeSpan(evidence.owner)],
    ['Environment', codeSpan(evidence.environment)],
    ['Vendor, secret', `${codeSpan(evidence.vendor)}, ${codeSpan(evidence.secret)}`],
    ['Kind', evidence.kind],
    ['Asked for', evidence.orders.map((order) => markdown(orderOf(order))).join('<br>')],
    ['Began', moment(evidence.started)],
    ['Ended', ended === undefined ? '–' : `${moment(ended)}, after ${between(evidence.started, ended)}`],
    [
      'Old credential',
      old ? `${codeSpan(old.id ?? 'id not known')} ${codeSpan(old.how ?? '')}`.trim() : 'none',
    ],
    ['New credential', fresh ? `${codeSpan(fresh.id)}, label ${codeSpan(fresh.label)}` : 'none'],
    [configs.length > 1 ? 'Configs: changed on the way' : 'Config', configs.map(configOf).join('<br>')],
    ['Rekey', evidence.releases.map((release) => codeSpan(release)).join(', ')],
    ['Runs', evidence.runs.map((url) => link('', url)).join('<br>')],
    ['Take-overs', String(evidence.takeovers)],
  ];
  return table(['', ''], rows);
}

const configOf = ({ at, digest, commit }: Evidence['configs'][number]): string =>
  `${codeSpan(`sha256:${digest}`)} at ${codeSpan(commit ?? 'no commit')}, from ${moment(at)}`;

/** `rotate by ana (workflow_dispatch), approved by bo: reason` */
export function orderOf({ command, actor, event, reason, approvedBy }: Evidence['orders'][number]): Phrase {
  const approved = approvedBy === undefined ? own('') : say`, approved by ${approvedBy}`;
  const because = reason === undefined || reason === '' ? own('') : say`: ${reason}`;
  return say`${command} by ${actor} (${event})${approved}${because}`;
}

/** What did not count as a tick is said once more in words. */
function unseen({ gates }: Evidence): string | undefined {
  const open = gates.filter(({ verdict }) => verdict === 'not observed').length;
  if (open === 0) return undefined;
  return `> ${plural(open, 'gate')} not observed: there was no way to see, so nothing is claimed.`;
}

function eventsPart(evidence: Evidence): string | undefined {
  const events = eventTable(evidence);
  return events === undefined ? undefined : `## Waits and decisions\n\n${events}`;
}

function part(title: string, count: number, body: () => string): string | undefined {
  return count === 0 ? undefined : `## ${title}\n\n${body()}`;
}

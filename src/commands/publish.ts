import type { Inputs } from '../config/inputs';
import { selectKeys } from '../config/selector';
import type { Plan } from '../domain/plan';
import { instant, millis, SECOND } from '../domain/tools/time';
import { fiveLines, fivePhrases } from '../report/fiveLines';
import { plain } from '../report/phrase';
import type { Situation } from '../report/situation';
import { ticketOf } from '../report/situation';
import { standingOf } from '../report/keyStatus';
import { LISTS, standingInfo } from '../report/standing';
import { summary } from '../report/summary';
import type { Acted } from './act';
import { alert } from './alert';
import { leave, leaveFiles } from './leave';
import { isBrake } from './planning';
import type { Session } from './session';
import { redated, situations } from './situations';
import { exitCode, ofThisRun, runStatus } from './verdict';

/** Tells everybody how the run ended: log, summary, outputs, files, alerts. @returns the exit code */
export async function publish(
  session: Session,
  before: Plan,
  acted: readonly Acted[],
  inputs: Inputs,
): Promise<number> {
  const { world, journal, config } = session;
  const { command } = inputs;
  const plan = redated(before, acted, session);
  const all = situations(plan, acted, session, inputs);
  const touched = new Set(acted.map(({ item }) => item.identity));
  const selected = selectKeys(config, inputs);
  const mine = all.filter(({ plan: item, key }) => {
    if (!item) return false;
    return touched.has(item.identity) || item.action === 'refused' || selected?.has(key.name) === true;
  });
  for (const situation of mine) tell(situation, session);
  for (const situation of all) if (isUntold(situation, touched, command)) await alert(situation, session);
  const page = summary({
    command,
    at: instant(journal.now()),
    run: world.run,
    keys: all,
    warnings: config.warnings,
  });
  await leave('the outputs', world, () => setOutputs(session, all, mine));
  await leave('the summary', world, () => world.output.summary(page));
  world.output.result({ keys: mine.map(toldAsData) });
  await leaveFiles(session, plan, acted, all);
  return exitCode(mine);
}

/** Of the keys that a run has worked on everybody was told at once. */
function isUntold({ plan: item }: Situation, touched: ReadonlySet<string>, command: string): boolean {
  if (!item) return false;
  return touched.has(item.identity) ? isBrake(command) : item.overdue;
}

function tell(situation: Situation, { world }: Session): void {
  world.log.info('');
  world.log.info(`${situation.key.name}: ${standingOf(situation)}`);
  for (const line of fiveLines(situation)) world.log.info(`  ${line}`);
}

/** What people are told of a key, for programs. */
function toldAsData(situation: Situation): object {
  const { key, error, rotation } = situation;
  return {
    ...key,
    standing: ofThisRun(situation),
    ...(rotation && { rotation: rotation.rotation }),
    ...(error && { error: { code: error.code, message: error.message, next: error.next } }),
    told: Object.fromEntries(
      fivePhrases(situation).map(([label, phrase]) => [label.toLowerCase(), plain(phrase)]),
    ),
  };
}

function setOutputs({ world }: Session, all: readonly Situation[], mine: readonly Situation[]): void {
  const { output } = world;
  const stand = all.map((one) => ({ name: one.key.name, standing: ofThisRun(one) }));
  output.set('status', runStatus(mine));
  for (const list of LISTS) {
    const names = stand.flatMap(({ name, standing }) => (standingInfo(standing).list === list ? [name] : []));
    output.set(list, JSON.stringify(names));
  }
  const [resume] = all.flatMap(({ state }) => state?.open?.resumeAt ?? []).sort();
  // GitHub's clock tells whole seconds: a run that begins earlier would find nothing to do.
  output.set('resume-at', resume === undefined ? '' : instant(Math.ceil(millis(resume) / SECOND) * SECOND));
  output.set('tickets', JSON.stringify(mine.flatMap((one) => ticketOf(one)?.url ?? [])));
}

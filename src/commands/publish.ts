import { asRekeyError } from '../domain/errors';
import type { Plan } from '../domain/plan';
import { instant, millis, SECOND } from '../domain/time';
import { fiveLines } from '../report/fiveLines';
import { noticeOf } from '../report/notices';
import type { Situation } from '../report/situation';
import { ticketOf } from '../report/situation';
import { standingOf, type Standing } from '../report/standing';
import { summary } from '../report/summary';
import type { Acted } from './act';
import { leave, leaveFiles } from './leave';
import type { Session } from './session';
import { situations } from './situations';
import { exitCode, ofThisRun, statusOf } from './verdict';

/** Tells everybody how the run ended: log, summary, outputs, files, alerts. @returns the exit code */
export async function publish(
  session: Session,
  plan: Plan,
  acted: readonly Acted[],
  command: string,
): Promise<number> {
  const { world, journal, config } = session;
  const all = situations(plan, acted, session);
  const touched = new Set(acted.map(({ item }) => item.identity));
  const mine = all.filter(
    ({ plan: item }) => item && (touched.has(item.identity) || item.action === 'refused'),
  );
  for (const situation of mine) tell(situation, session);
  await alert(
    all.filter(({ plan: item }) => item && (touched.has(item.identity) || item.overdue)),
    session,
  );
  const page = summary({
    command,
    at: instant(journal.now()),
    run: world.run,
    keys: all,
    warnings: config.warnings,
  });
  setOutputs(session, all, mine);
  await leave('the summary', world, () => world.output.summary(page));
  await leaveFiles(session, plan, acted, all);
  return exitCode(mine);
}

function tell(situation: Situation, { world }: Session): void {
  world.log.info('');
  world.log.info(`${situation.key.name}: ${standingOf(situation)}`);
  for (const line of fiveLines(situation)) world.log.info(`  ${line}`);
}

/** A failed alert is a warning, and fails nothing. */
async function alert(all: readonly Situation[], { parts, world, journal }: Session): Promise<void> {
  for (const situation of all) {
    const notice = noticeOf(situation, instant(journal.now()));
    if (!notice) continue;
    try {
      for (const notifier of await parts.notifiers(notice.occasion)) await notifier.tell(notice);
    } catch (thrown) {
      world.log.warning(asRekeyError(thrown).line);
    }
  }
}

function setOutputs({ world }: Session, all: readonly Situation[], mine: readonly Situation[]): void {
  const { output } = world;
  const stand = all.map((one) => ({ name: one.key.name, standing: ofThisRun(one) }));
  const names = (standings: readonly Standing[]): string =>
    JSON.stringify(stand.flatMap(({ name, standing }) => (standings.includes(standing) ? [name] : [])));
  output.set('status', statusOf(mine));
  output.set('rotated', names(['rotated']));
  output.set('waiting', names(['waiting', 'running', 'interrupted']));
  output.set('blocked', names(['blocked', 'needs a person', 'on hold']));
  output.set('failed', names(['at risk', 'failed', 'undone', 'unproven']));
  const [resume] = all.flatMap(({ state }) => state?.open?.resumeAt ?? []).sort();
  // GitHub's clock tells whole seconds: a run that begins earlier would find nothing to do.
  output.set('resume-at', resume === undefined ? '' : instant(Math.ceil(millis(resume) / SECOND) * SECOND));
  output.set('tickets', JSON.stringify(mine.flatMap((one) => ticketOf(one)?.url ?? [])));
}

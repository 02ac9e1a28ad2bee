import type { Plan } from '../domain/plan';
import { asRekeyError } from '../domain/errors';
import { instant, millis, SECOND } from '../domain/time';
import { fiveLines } from '../report/fiveLines';
import { htmlReport } from '../report/html';
import { figures } from '../report/kpi';
import { noticeOf } from '../report/notices';
import { planJson } from '../report/plan';
import type { Situation } from '../report/situation';
import { ticketOf } from '../report/situation';
import { standingOf, type Standing } from '../report/standing';
import { summary } from '../report/summary';
import type { Acted } from './act';
import { evidenceFiles } from './pages';
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
  await world.output.summary(page);
  await writeFiles(session, plan, acted, all);
  setOutputs(session, all, mine);
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

async function writeFiles(
  { world, view }: Session,
  plan: Plan,
  acted: readonly Acted[],
  all: readonly Situation[],
): Promise<void> {
  const folder = `${world.temp}/rekey`;
  const planPath = `${folder}/plan.json`;
  const reportPath = `${folder}/report.html`;
  const states = new Map([
    ...view.keys,
    ...acted.map(({ item, stop }) => [item.identity, stop.key] as const),
  ]);
  await world.files.write(planPath, planJson(plan));
  await world.files.write(reportPath, htmlReport(figures(plan, states), all));
  world.output.set('plan', planPath);
  world.output.set('report', reportPath);
  const made = all.flatMap(({ evidence }) => (evidence && evidence.kind !== 'adopt' ? [evidence] : []));
  const [first] = made;
  if (!first) return;
  for (const { path, content } of made.flatMap(evidenceFiles))
    await world.files.write(`${folder}/${path}`, content);
  world.output.set('evidence', `${folder}/evidence`);
  world.output.set('artifact', `rekey-evidence-${first.rotation}`);
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

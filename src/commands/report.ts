import type { Inputs } from '../config/inputs';
import type { Catalog } from '../domain/descriptor';
import { RekeyError } from '../domain/errors';
import { evidence } from '../evidence/build';
import { htmlReport } from '../report/html';
import { figures } from '../report/kpi';
import { reportJson, reportMarkdown, reportText } from '../report/report';
import { evidenceFiles } from './pages';
import { planFor } from './planning';
import { openSession, type Session } from './session';
import { situations } from './situations';
import type { World } from './world';

/** Per key: last switch, due, overdue, waiting, blocked, oldest live credential. With a rotation: its evidence, made again. */
export async function report(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  const session = await openSession(inputs.config, catalog, world, false);
  const folder = world.temp;
  if (inputs.rotation !== undefined) await writeEvidence(inputs.rotation, session, folder);
  const plan = planFor(session, { ...inputs, command: 'report' });
  const figured = figures(plan, session.view.keys);
  world.log.info(reportText(figured));
  await world.output.summary(reportMarkdown(figured));
  const path = `${folder}/report.html`;
  const { redact } = world.values;
  await world.files.write(path, redact(htmlReport(figured, situations(plan, [], session))));
  await world.files.write(`${folder}/report.json`, redact(reportJson(figured)));
  world.output.set('report', path);
  world.output.result({ report: figured });
  world.output.set('status', 'done');
  return 0;
}

async function writeEvidence(rotation: string, session: Session, folder: string): Promise<void> {
  const { world } = session;
  for (const { path, content } of evidenceFiles(evidence(await factsOf(rotation, session)))) {
    await world.files.write(`${folder}/${path}`, world.values.redact(content));
    world.log.info(`${path} was made again from the journal: ${folder}/${path}`);
  }
  world.output.set('evidence', `${folder}/evidence`);
}

/** The facts of a rotation, whichever key it belongs to. @param at a commit of the journal; default: now */
export async function factsOf(
  rotation: string,
  { view, journal }: Session,
  at?: string,
): ReturnType<Session['journal']['facts']> {
  const states = [...view.keys.values()];
  const likely = states.filter(
    ({ open, last }) => open?.rotation === rotation || last?.rotation === rotation,
  );
  for (const { identity } of likely.length > 0 ? likely : states) {
    const facts = await journal.facts(identity, rotation, at);
    if (facts.length > 0) return facts;
  }
  throw new RekeyError('RK7010', `The journal knows no rotation ${rotation}.`);
}

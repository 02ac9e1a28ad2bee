import type { Inputs } from '../config/inputs';
import type { Catalog } from '../domain/descriptor';
import { RekeyError, together } from '../domain/errors';
import { evidence } from '../evidence/build';
import { htmlReport } from '../report/html';
import { figures } from '../report/kpi';
import { plural } from '../report/markdown';
import { reportJson, reportMarkdown, reportText } from '../report/report';
import { evidenceFiles, evidencePage } from './pages';
import { planFor } from './planning';
import { openSession, type Session } from './session';
import { toldRotations } from './toldRotations';
import type { World } from './world';

/**
 * How all keys stand, with the life of the two keys in each open or recent rotation and its evidence, made again from the journal.
 * With a rotation: the evidence of that one too.
 */
export async function report(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  const session = await openSession(inputs.config, catalog, world, false);
  const folder = world.temp;
  if (inputs.rotation !== undefined) await writeEvidence(inputs.rotation, session, folder);
  const plan = planFor(session, { ...inputs, command: 'report' });
  const figured = figures(plan, session.view.keys);
  world.log.info(reportText(figured));
  await world.output.summary(reportMarkdown(figured));
  const { situations, left, faults } = await toldRotations(plan, session);
  const made = situations.flatMap((one) => (one.evidence ? [one.evidence] : []));
  const path = `${folder}/report.html`;
  const write = (file: string, content: string): Promise<void> =>
    world.files.write(`${folder}/${file}`, world.values.redact(content));
  await write('report.html', htmlReport(figured, situations, { pageOf: evidencePage, of: 'journal' }));
  await write('report.json', reportJson(figured));
  for (const { path: file, content } of made.flatMap(evidenceFiles)) await write(file, content);
  if (made.length > 0) world.output.set('evidence', `${folder}/evidence`);
  if (left > 0)
    world.log.info(
      `${plural(left, 'more rotation')} not in the page: report --rotation <id> makes the evidence of one.`,
    );
  world.output.set('report', path);
  world.output.result({ report: figured });
  const [first, ...rest] = faults;
  if (first) throw together([first, ...rest]);
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

import { asRekeyError } from '../domain/errors';
import type { Plan } from '../domain/plan';
import { htmlReport } from '../report/html';
import { figures } from '../report/kpi';
import { planJson } from '../report/plan';
import type { Situation } from '../report/situation';
import type { Acted } from './act';
import { evidenceFiles, evidencePage } from './pages';
import type { Session } from './session';
import type { World } from './world';

/**
 * The run has done its work, and what it did stands in the journal and in the ticket: a runner whose disk is full makes no failure of
 * a rotation that went well.
 */
export async function leave(what: string, { log }: World, write: () => unknown): Promise<void> {
  try {
    await write();
  } catch (thrown) {
    log.warning(`The runner could not write ${what}: ${asRekeyError(thrown).message}`);
  }
}

/** Plan, report and evidence as files of the runner, each named in an output once it is there. */
export async function leaveFiles(
  { world, view }: Session,
  plan: Plan,
  acted: readonly Acted[],
  all: readonly Situation[],
): Promise<void> {
  const folder = world.temp;
  const write = (path: string, content: string): Promise<void> =>
    world.files.write(`${folder}/${path}`, world.values.redact(content));
  const page = (what: string, path: string, content: string): Promise<void> =>
    leave(`the ${what}`, world, async () => {
      await write(path, content);
      world.output.set(what, `${folder}/${path}`);
    });
  const states = new Map([
    ...view.keys,
    ...acted.map(({ item, stop }) => [item.identity, stop.key] as const),
  ]);
  await page('plan', 'plan.json', planJson(plan));
  await page('report', 'report.html', htmlReport(figures(plan, states), all, { pageOf: evidencePage }));

  const made = all.flatMap(({ evidence }) => (evidence && evidence.kind !== 'adopt' ? [evidence] : []));
  const [first] = made;
  if (!first) return;
  const proofs = made.flatMap(evidenceFiles);
  await leave('the evidence', world, async () => {
    for (const { path, content } of proofs) await write(path, content);
    world.output.set('evidence', `${folder}/evidence`);
    if (takesArtifacts(world.run.url)) world.output.set('artifact', `rekey-evidence-${first.rotation}`);
    else world.log.info(NO_ARTIFACTS);
  });
}

const NO_ARTIFACTS =
  'This server takes no artifacts of upload-artifact v4 and newer: the evidence is in the journal and on the ticket.';

/** The same question as the artifact client asks: https://github.com/actions/toolkit/blob/main/packages/artifact/src/internal/shared/config.ts */
function takesArtifacts(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { hostname } = new URL(address);
  return /^(github\.com|.+\.ghe\.(com|localhost)|.+\.localhost)$/.test(hostname);
}

import type { Inputs } from '../config/inputs';
import { load } from '../config/load';
import { compareTrust } from '../config/trust';
import type { Config } from '../domain/config';
import type { Catalog } from '../domain/descriptor';
import { RekeyError } from '../domain/errors';
import { codeSpan } from '../domain/tools/text';
import { acts, type Plan } from '../domain/plan';
import { planJson, planMarkdown, planText, type PlanChanges } from '../report/plan';
import { planFor } from './planning';
import { openSession, type Session } from './session';
import type { World } from './world';

/** What a run would do. Logs in nowhere and calls nothing but GitHub, read only, so it may run for anybody. */
export async function plan(inputs: Inputs, catalog: Catalog, world: World): Promise<number> {
  const session = await openSession(inputs.config, catalog, world, false);
  const made = planFor(session, inputs);
  const changes =
    inputs.base === undefined ? undefined : await trustChanges(inputs.base, inputs.config, session, catalog);
  world.log.info(planText(made, changes));
  await world.output.summary(planMarkdown(made, changes));
  const path = `${world.temp}/plan.json`;
  await world.files.write(path, world.values.redact(planJson(made)));
  world.output.set('plan', path);
  world.output.result({ plan: made, ...(changes && { changes }) });
  world.output.set('matrix', JSON.stringify({ include: jobsOf(made) }));
  world.output.set('status', made.items.some(({ action }) => action === 'refused') ? 'blocked' : 'done');
  return 0;
}

/** One job for each environment in which there is something to do, for `matrix: ${{ fromJSON(…) }}`. */
function jobsOf({ items }: Plan): readonly { readonly environment: string; readonly keys: string }[] {
  const acting = items.filter(acts);
  const environments = [...new Set(acting.map(({ environment }) => environment))].sort();
  return environments.map((environment) => {
    const here = acting.filter((item) => item.environment === environment);
    return { environment, keys: here.map(({ key }) => key).join(',') };
  });
}

/**
 * What differs in trust between an older config and this one; for a pull request, this one is what it asks for.
 * @param base a file, or a branch, tag or commit of the repository
 */
async function trustChanges(
  base: string,
  path: string,
  session: Session,
  catalog: Catalog,
): Promise<PlanChanges> {
  const { world } = session;
  const text = (await world.files.read(base)) ?? (await atBase(base, path, world));
  const before = await load(text, `${path} at ${base}`, { catalog });
  return compareTrust(before, await proposed(path, session, catalog));
}

/** What a pull request wants the config to be; elsewhere the config that is in force. */
async function proposed(path: string, { config, world }: Session, catalog: Catalog): Promise<Config> {
  const { event, ref } = world.run;
  if (event !== 'pull_request') return config;
  return load(await atRef(ref, path, world), `${path} at ${ref}`, { catalog });
}

async function atBase(base: string, path: string, world: World): Promise<string> {
  try {
    return await atRef(base, path, world);
  } catch (thrown) {
    if (!(thrown instanceof RekeyError) || thrown.kind !== 'gone') throw thrown;
    throw new RekeyError(
      'RK1002',
      `base: ${codeSpan(base)} is no file here, and no branch, tag or commit of ${world.run.repository} that has ${codeSpan(path)}.`,
    );
  }
}

/** https://docs.github.com/en/rest/repos/contents#get-repository-content */
async function atRef(ref: string, path: string, { github, run }: World): Promise<string> {
  const [owner = '', repo = ''] = run.repository.split('/');
  const { data } = await github.request(
    'GET /repos/{owner}/{repo}/contents/{+path}',
    { owner, repo, path, ref },
    'contents: read',
  );
  const { content, encoding } = (data ?? {}) as { readonly content?: unknown; readonly encoding?: unknown };
  if (typeof content !== 'string' || encoding !== 'base64')
    throw new RekeyError('RK2007', `There is no ${path} at ${ref}.`);
  return Buffer.from(content, 'base64').toString('utf8');
}

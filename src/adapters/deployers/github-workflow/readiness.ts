import { RekeyError } from '../../../domain/errors';
import { codeSpan } from '../../../domain/tools/text';
import { MINUTE, type Millis } from '../../../domain/tools/time';
import type { GitHub } from '../../../domain/ports';
import type { WorkflowApi } from './api';
import { misfits } from './fit';
import { readWorkflowFile, type WorkflowFile } from './workflowFile';

/** The workflow as GitHub shows it; `untried` says why its file was not seen. */
type Look = { readonly ref: string } & (
  { readonly file: WorkflowFile } | { readonly file?: undefined; readonly untried: string }
);

/** Many keys and workloads are deployed by one workflow, which is looked at once. */
const FRESH = 5 * MINUTE;
const looks = new WeakMap<GitHub, Map<string, { readonly at: Millis; readonly look: Promise<Look> }>>();

/**
 * Whether the workflow could be started with these inputs, as far as reading shows it.
 * @throws RK6006 it is gone, disabled, or does not fit; RK6001 not even its state may be read
 * @returns what was seen; it begins with `not tried` when the file was not
 */
export async function mustBeStartable(
  api: WorkflowApi,
  ref: string | undefined,
  sent: Readonly<Record<string, string>>,
): Promise<string> {
  const look = await lookOnce(api, ref);
  if (!look.file) return `not tried: ${look.untried}`;
  const faults = misfits(look.file, sent);
  const names = Object.keys(sent).join(', ');
  if (faults.length === 0)
    return `${api.workflow} is active on ${codeSpan(look.ref)} and takes the inputs ${names}; the right to start it was not tried`;
  throw new RekeyError(
    'RK6006',
    `${api.path} of ${api.repository} on ${codeSpan(look.ref)} ${faults.map(({ is }) => is).join('; it ')}.`,
    { next: faults.map(({ next }) => next).join(' ') },
  );
}

function lookOnce(api: WorkflowApi, ref: string | undefined): Promise<Look> {
  const known = looks.get(api.github) ?? new Map<string, { at: Millis; look: Promise<Look> }>();
  looks.set(api.github, known);
  const id = [api.repository, api.workflow, ref].join(' ');
  const before = known.get(id);
  if (before && api.now() - before.at < FRESH) return before.look;
  const look = lookAt(api, ref);
  known.set(id, { at: api.now(), look });
  look.catch(() => known.delete(id));
  return look;
}

async function lookAt(api: WorkflowApi, chosen: string | undefined): Promise<Look> {
  const state = await api.state();
  if (state !== 'active')
    throw new RekeyError(
      'RK6006',
      `The workflow ${api.workflow} of ${api.repository} cannot be started: GitHub says ${codeSpan(state)}.`,
      { next: api.enableIt },
    );
  const ref = chosen ?? (await api.defaultBranch());
  const read = await api.file(ref);
  if ('untried' in read) return { ref, ...read };
  const file = readWorkflowFile(read.text);
  return file ? { ref, file } : { ref, untried: `${api.path} on ${codeSpan(ref)} was not read as YAML` };
}

import type { Owner } from '../../domain/run';
import type { StartOf } from './processes';

type LocalOwner = Extract<Owner, { kind: 'local' }>;

/** Of another machine nobody here can tell. A number that started at another time belongs to another process. */
export async function localProcessOver(
  owner: LocalOwner,
  me: Owner,
  startOf: StartOf,
): Promise<'over' | 'running' | 'unknown'> {
  if (me.kind !== 'local' || owner.host !== me.host) return 'unknown';
  const started = await startOf(owner.pid);
  if (started === undefined) return 'over';
  // Where the system does not tell start times, a living number is taken for the same process.
  return started === '' || owner.started === '' || started === owner.started ? 'running' : 'over';
}

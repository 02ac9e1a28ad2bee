import type { Path } from './document';
import type { Misplaced } from '../domain/descriptor';
import type { Problems } from './problems';
import { quoted } from './suggest';
import type { Reference } from './reference';

export interface Placing {
  readonly problems: Problems;
  /** Of each store that could be read: what speaks against a path. Grows while the file is read. */
  readonly misplaced: Map<string, (path: string) => Misplaced | undefined>;
}

/** A path as the store's own API or command line writes it leads to another secret, or to none. */
export function checkPlace({ store, path, field, whole }: Reference, at: Path, around: Placing): void {
  const found = around.misplaced.get(store)?.(path);
  if (!found) return;
  const first = found.first === undefined ? '' : `${found.first}, and write `;
  const rest = whole === true ? '' : `#${field}`;
  const meant = `${store}:${found.path}${rest}`;
  const next = `${first === '' ? 'Write ' : first}${meant}. If a secret does lie there, say ${found.unless} in stores.${store}.`;
  around.problems.add('RK2004', at, `${quoted(`${store}:${path}${rest}`)}: ${found.why}.`, next);
}

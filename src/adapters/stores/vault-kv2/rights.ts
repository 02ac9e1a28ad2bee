import type { SecretRef } from '../../../domain/contracts/store';
import { slotPath } from '../../../kits/store/slotNote';
import type { KvApi } from './api';
import { policyLine } from './errors';

/** What a whole rotation asks of the policy, path by path. @param first nothing is at the path yet */
export function neededRights(
  mount: string,
  ref: SecretRef,
  first: boolean,
): readonly (readonly [path: string, capabilities: readonly string[]])[] {
  const slot = slotPath(ref);
  return [
    [`${mount}/data/${ref.path}`, first ? ['read', 'create'] : ['read', 'patch']],
    [`${mount}/data/${slot}`, ['read', 'create', 'update']],
    [`${mount}/metadata/${ref.path}`, ['read']],
    [`${mount}/destroy/${ref.path}`, ['update']],
    [`${mount}/destroy/${slot}`, ['update']],
    [`${mount}/config`, ['read']],
  ];
}

/** The lines that the policy lacks; undefined where the token may not ask what it may do. Nothing is written. */
export async function lackingRights(
  api: KvApi,
  ref: SecretRef,
  first: boolean,
): Promise<readonly string[] | undefined> {
  const needed = neededRights(api.mount, ref, first);
  const granted = await api.capabilities(needed.map(([path]) => path));
  return (
    granted &&
    needed.flatMap(([path, capabilities]) => {
      const has = granted[path] ?? [];
      const may = (name: string): boolean =>
        has.includes('root') || (has.includes(name) && !has.includes('deny'));
      return capabilities.every(may) ? [] : [policyLine(path, capabilities)];
    })
  );
}

/** Everything that these secrets need, whether a key is there yet or not, and the reading of other paths. */
export function policyOf(
  mount: string,
  refs: readonly SecretRef[],
  reads: readonly string[],
): readonly string[] {
  const needed = new Map<string, Set<string>>();
  const add = (path: string, names: readonly string[]): void => {
    needed.set(path, new Set([...(needed.get(path) ?? []), ...names]));
  };
  for (const ref of refs) {
    for (const [path, names] of neededRights(mount, ref, false)) add(path, names);
    add(`${mount}/data/${ref.path}`, ['create', 'update']);
  }
  for (const path of reads) add(`${mount}/data/${path}`, ['read']);
  return [...needed].map(([path, names]) => policyLine(path, [...names]));
}

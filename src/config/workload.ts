import type { z } from 'zod';
import type { AdapterUse, WorkloadConfig } from '../domain/config';
import { readUse, type Surroundings } from './adapterUse';
import type { Path } from './document';
import type * as schema from './schema';

/** One entry under `workloads:`. */
export async function readWorkload(
  name: string,
  raw: z.output<typeof schema.workload>,
  around: Surroundings,
): Promise<WorkloadConfig> {
  const path = ['workloads', name];
  return {
    name,
    ...(await readHandling(path, raw, around)),
    holdsKeyFor: raw.holds_key_for,
    line: around.problems.lineOf(path),
  };
}

/** How a workload is rolled and checked. @param path of the entry, or of what entries share */
export async function readHandling(
  path: Path,
  { roll, check }: { readonly roll?: unknown; readonly check?: unknown },
  around: Surroundings,
): Promise<Pick<WorkloadConfig, 'roll' | 'checks'>> {
  const place = [...path, 'roll'];
  const use =
    roll === undefined ? undefined : await readUse('deployers', place.join('.'), roll, place, around);
  return { ...(use && { roll: use }), checks: await readChecks([...path, 'check'], check, around) };
}

async function readChecks(path: Path, raw: unknown, around: Surroundings): Promise<readonly AdapterUse[]> {
  if (raw === undefined) return [];
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const uses: AdapterUse[] = [];
  for (const [index, item] of list.entries()) {
    const place = Array.isArray(raw) ? [...path, index] : path;
    const use = await readUse('probes', place.join('.'), item, place, around);
    if (use) uses.push(use);
  }
  return uses;
}

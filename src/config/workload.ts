import type { z } from 'zod';
import type { AdapterUse, WorkloadConfig } from '../domain/config';
import { readUse, type Surroundings } from './adapterUse';
import type * as schema from './schema';

/** One entry under `workloads:`. */
export async function readWorkload(
  name: string,
  raw: z.output<typeof schema.workload>,
  around: Surroundings,
): Promise<WorkloadConfig> {
  const path = ['workloads', name];
  const roll =
    raw.roll === undefined
      ? undefined
      : await readUse('deployers', `${path.join('.')}.roll`, raw.roll, [...path, 'roll'], around);
  return {
    name,
    ...(roll ? { roll } : {}),
    checks: await readChecks(name, raw.check, around),
    holdsKeyFor: raw.holds_key_for,
    line: around.problems.lineOf(path),
  };
}

async function readChecks(name: string, raw: unknown, around: Surroundings): Promise<readonly AdapterUse[]> {
  if (raw === undefined) return [];
  const path = ['workloads', name, 'check'];
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [raw];
  const uses: AdapterUse[] = [];
  for (const [index, item] of list.entries()) {
    const place = Array.isArray(raw) ? [...path, index] : path;
    const use = await readUse('probes', place.join('.'), item, place, around);
    if (use) uses.push(use);
  }
  return uses;
}

import type { Limits, PolicyConfig } from '../domain/config';
import { repaired } from './repaired';
import * as schema from './schema';

/** `policy:` as a PolicyConfig; a part of it that has faults is empty, and they were reported when the whole file was checked. */
export function readPolicy(raw: unknown): PolicyConfig {
  const policy = repaired(schema.policy, raw ?? {})?.value ?? schema.policy.parse({});
  return {
    maxAge: policy.max_age,
    windows: policy.windows.map(({ environment, keys, ...rest }) => ({
      ...rest,
      ...(environment !== undefined && { environment }),
      ...(keys !== undefined && { keys }),
    })),
    approveStart: policy.approve.start,
  };
}

/** `limits:`, or the defaults. */
export function readLimits(raw: unknown): Limits {
  const limits = schema.limits.safeParse(raw ?? {}).data ?? schema.limits.parse({});
  return { startsPerTick: limits.starts_per_tick, atOnce: limits.at_once };
}

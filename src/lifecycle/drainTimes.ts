import { resultOf } from '../domain/rotation';
import { millis, type Millis } from '../domain/time';
import type { Context } from './context';
import { version } from './values';

/**
 * When the survivor became current: the later of what the journal says and what the store itself says of that version, so that
 * a forged fact cannot end a grace period early. A version that is gone counts as written just now.
 */
export async function promotedAt(ctx: Context): Promise<Millis> {
  const { state } = ctx;
  const row = state.rows[state.pass === 'back' ? 'back/promote' : 'forward/promote'];
  const promoted = resultOf(state, state.pass === 'back' ? 'back' : 'forward', 'promote');
  if (!row?.result || !promoted) return millis(state.started);
  const stored = await version(ctx, promoted.version);
  return Math.max(millis(row.result.at), stored ? millis(stored.created) : ctx.now());
}

/** From when on nobody who is listed should use the victim: promoted, the last workload checked, those that re-read by themselves have re-read. */
export async function quietSince(ctx: Context): Promise<Millis> {
  const { state } = ctx;
  const promoted = await promotedAt(ctx);
  const checks = ctx.workloads.map(({ name }) => state.rows[`${state.pass}/check:${name}`]?.result?.at);
  return Math.max(promoted, ...checks.map((at) => (at === undefined ? promoted : millis(at))));
}

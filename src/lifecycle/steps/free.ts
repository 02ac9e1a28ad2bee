import { samePartsTrimmed } from '../../domain/credential';
import type { Pass, RowId } from '../../domain/journal/facts';
import { resultOf } from '../../domain/journal/rotation';
import { millis, MINUTE } from '../../domain/tools/time';
import type { Context } from '../context';
import { quietSince } from '../revocation/drainTimes';
import { tellOnce } from '../revocation/orphans';
import { done, type StepOutcome } from '../stepOutcome';
import { promoted, roles } from '../revocation/roles';
import { current, version } from '../values';
import { always, fewCalls, type Step } from './step';

/** The slot is freed; versions that hold only the dead value are destroyed, but never before its death is proved. */
export const free: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context): Promise<StepOutcome> {
  const { store } = ctx.subject;
  const { state } = ctx;
  const row: RowId = `${state.pass}/free`;
  if (isFirst(ctx)) await quietSince(ctx, await current(ctx));
  const reserved = state.kind === 'remove' || (ctx.row('forward/create')?.intents ?? 0) > 0;
  const dead = await deadVersions(ctx);
  if (!reserved && dead.length === 0) return done('observed', { destroyed: [] });
  return ctx.effect(row, { versions: dead }, async () => {
    if (reserved) await store.free(ctx.ref, state.rotation, staged(ctx, row));
    const { destroyed } = await end(ctx, dead);
    return done('did', { destroyed });
  });
}

/** Where nothing can be destroyed, the evidence says what is left. */
async function end(
  ctx: Context,
  dead: readonly string[],
): Promise<{ readonly destroyed: readonly string[] }> {
  const { store } = ctx.subject;
  if (dead.length === 0) return { destroyed: [] };
  if (store.capabilities.destroys) return store.destroy(ctx.ref, dead);
  if (store.capabilities.keeps !== 'none')
    tellOnce(ctx, `${ctx.ref.path}: this store destroys no version, so the dead value stays readable in it`);
  return { destroyed: [] };
}

/** A read is not late for long: what is still not there was deleted by hand. */
const LONGEST_LATE = 10 * MINUTE;

/** The version of the slot that a read must know of. */
function staged(ctx: Context, row: RowId): string | undefined {
  const failed = ctx.row(row)?.firstFailure;
  const isLate = failed === undefined || ctx.now() < millis(failed) + LONGEST_LATE;
  return isLate && ctx.state.pass !== 'abandon' ? ctx.created?.staged : undefined;
}

/** A first key has no drain that would ask whether it is still what the store serves: RK7008 when it is not. */
const isFirst = ({ state }: Context): boolean =>
  state.pass === 'forward' && promoted(state) && !roles(state).victimExists;

async function deadVersions(ctx: Context): Promise<readonly string[]> {
  const { state } = ctx;
  const proof = resultOf(state, state.pass, 'prove');
  if (proof?.grade !== 'refused') return [];
  const claim = resultOf(state, 'forward', 'claim');
  const versions: Readonly<Record<Pass, readonly (string | undefined)[]>> = {
    forward: [claim?.unannotated, claim?.base],
    back: [resultOf(state, 'forward', 'promote')?.version],
    discard: [],
    abandon: [],
  };
  const dead: string[] = [];
  for (const name of versions[state.pass])
    if (name !== undefined && (await isDead(ctx, name))) dead.push(name);
  return dead;
}

/** It holds what this process saw refused, or nothing any more: the journal could name any version. */
async function isDead(ctx: Context, name: string): Promise<boolean> {
  const parts = (await version(ctx, name))?.parts;
  return (
    parts === undefined || (ctx.memory.proved !== undefined && samePartsTrimmed(parts, ctx.memory.proved))
  );
}

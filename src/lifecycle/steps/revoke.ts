import { RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/facts';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { roles } from '../roles';
import { mustBeKillable } from '../witnesses';
import { condemnedId } from './condemn';
import { FEW_CALLS, type Step } from './step';

/** Deletes the victim. Setting, so it may be repeated until acknowledged; gone counts only when a complete list says so. */
export const revoke: Step = {
  applies: (ctx) => (condemnedId(ctx) ?? '') !== '',
  run,
  budget: FEW_CALLS,
  brakes: true,
};

async function run(ctx: Context): Promise<Outcome> {
  const id = condemnedId(ctx);
  if (id === undefined) throw new RekeyError('RK7002', 'The journal names no condemned credential.');
  const { vendor } = ctx.subject;
  const row: RowId = `${ctx.state.pass}/revoke`;
  const tried = ctx.row(row)?.intent !== undefined;
  if (tried && (await gone(ctx, id))) return done('found', { id });
  await mustBeKillable(ctx, {
    victim: id,
    everCurrent: roles(ctx.state, ctx.subject.entry.keyId).everCurrent,
  });
  await ctx.effect(row, { id }, () => vendor.revoke(id));
  return done('did', { id });
}

async function gone(ctx: Context, id: string): Promise<boolean> {
  const { credentials, complete } = await ctx.subject.vendor.list();
  return complete && !credentials.some((credential) => credential.id === id);
}

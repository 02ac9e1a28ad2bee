import { asRekeyError, type RekeyError } from '../../domain/errors';
import { millis } from '../../domain/tools/time';
import { wasAccepted } from './accepted';
import type { Context } from '../context';
import { victimParts } from '../values';

/**
 * Whether the credential that has to die is gone from the vendor. true: a complete list has it no more, or its value was accepted and is
 * refused. false: it is there. Undefined: nobody can see it.
 */
export async function isGone(ctx: Context, id: string): Promise<boolean | undefined> {
  const mayBeOff = (ctx.row(ctx.rowId('disable'))?.intents ?? 0) > 0;
  const parts = mayBeOff || !wasAccepted(ctx) ? undefined : await victimParts(ctx);
  const verdict = parts && (await ctx.subject.vendor.verify(parts));
  if (verdict && verdict.answer !== 'unknown') return verdict.answer === 'refused';
  const asked = ctx.now();
  const { credentials, complete } = await ctx.subject.vendor.list();
  if (credentials.some((one) => one.id === id)) return false;
  return complete && asked >= listedFrom(ctx, id) ? true : undefined;
}

/** A list may be late: what was just made is not in it yet. */
function listedFrom(ctx: Context, id: string): number {
  const isNew = ctx.created?.id === id;
  const made = isNew ? ctx.row('forward/create')?.result?.at : undefined;
  return made === undefined ? 0 : millis(made) + ctx.subject.vendor.capabilities.listLag;
}

/** The same, after a call about it failed: vendors answer 404, 410, 409 or 500 for what is gone. Undefined also when the look fails. */
export async function isGoneAfter(
  ctx: Context,
  id: string,
  { traits }: RekeyError,
): Promise<boolean | undefined> {
  if (ctx.ledger.lost || traits.silent) return undefined;
  return isGone(ctx, id).catch((thrown: unknown) => {
    ctx.ports.log.warning(`  ${id}: ${asRekeyError(thrown).line}`);
    return undefined;
  });
}

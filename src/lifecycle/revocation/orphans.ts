import type { Listed, Listing, Vendor } from '../../domain/contracts/vendor';
import { asRekeyError } from '../../domain/errors';
import type { How } from '../../domain/journal/facts';
import type { Permit } from '../../domain/ports';
import { type RowState } from '../../domain/journal/rotation';
import { millis, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { isGoneAfter } from './gone';
import { earlierLabels, isLabelled, ownLabels } from '../labels';
import { wasUsed } from '../uses';
import { mustBeRevocable } from './mustBeRevocable';

/** Ends a credential of ours that was never current and whose value is lost. */
export async function endOrphan(ctx: Context, id: string): Promise<void> {
  const row = `forward/sweep:${id}` as const;
  const isFresh = await mustBeRevocable(ctx, { victim: id, everCurrent: false });
  if (!ctx.ledger.key.condemned.includes(id))
    ctx.ledger.note({ type: 'condemn', credential: id, why: 'its value was lost before it was stored' });
  const revoke = (permit: Permit): ReturnType<Vendor['revoke']> =>
    ctx.subject.vendor.revoke(id, () => permit() && isFresh());
  const how = await ctx.effect(row, { id }, revoke).then(
    (ended): How => (ended === 'revoked' ? 'did' : 'found'),
    async (thrown: unknown): Promise<How> => {
      if ((await isGoneAfter(ctx, id, asRekeyError(thrown))) === true) return 'found';
      throw thrown;
    },
  );
  ctx.ledger.note({ type: 'result', row, how, data: { id } });
}

export function isSwept(ctx: Context, id: string): boolean {
  return ctx.row(`forward/sweep:${id}`)?.result !== undefined;
}

/** When the last one was. */
export function sweptAt(ctx: Context): Millis | undefined {
  const ends = sweptRows(ctx).flatMap(([, row]) => (row?.result ? [millis(row.result.at)] : []));
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** A vendor may say yes to a revoke and do nothing: what its list still shows is revoked once more, and named. */
export async function endAgain(ctx: Context, { credentials }: Listing): Promise<void> {
  const ids = sweptRows(ctx).map(([row]) => row.slice(SWEEP.length));
  for (const { id } of credentials) {
    if (!ids.includes(id)) continue;
    tellOnce(
      ctx,
      `${id} is still in the vendor's list although the vendor said that it is revoked. It was asked to revoke it once more: look there, and delete it if it is still there`,
    );
    await endOrphan(ctx, id);
  }
}

const SWEEP = 'forward/sweep:';
const sweptRows = ({ state }: Context): [string, RowState | undefined][] =>
  Object.entries(state.rows).filter(([row, of]) => row.startsWith(SWEEP) && of?.result);

/**
 * What a create left behind that landed after nobody waited for it any more: ours by exact label of this rotation or of the
 * one before, and neither of the two that this rotation is about. Where a person deletes keys they are left.
 */
export async function endOrphans(ctx: Context, { credentials }: Listing): Promise<void> {
  if (ctx.subject.vendor.capabilities.byPerson.includes('revoke')) return;
  const claim = ctx.claimed;
  const created = ctx.created;
  const known = [claim?.oldId, created?.id];
  const oldIsKnown = claim?.old === 'absent' || claim?.oldId !== undefined;
  const labels = new Set([...(oldIsKnown ? earlierLabels(ctx) : []), ...(await ownLabels(ctx))]);
  for (const one of credentials) {
    if (!isLabelled(one, labels) || known.includes(one.id) || isSwept(ctx, one.id)) continue;
    if (wasEverCurrent(ctx, one)) noteLeft(ctx, one.id);
    else if (wasUsed(one)) noteUsed(ctx, one.id);
    else await endOrphan(ctx, one.id);
  }
}

/**
 * What the rotation before promoted may still be held by somebody, although the secret was changed by hand since: a credential
 * that was ever current dies only through the tail.
 */
function wasEverCurrent(ctx: Context, one: Listed): boolean {
  const before = ctx.claimed?.currentBefore;
  return one.id === before || one.id === ctx.ledger.key.currentId;
}

/** What was current before, is another key than the one that is served now, and still lives: Rekey has no way to end it, so it is named. */
export async function nameEarlier(
  ctx: Context,
  old: { readonly id: string | undefined } | undefined,
): Promise<void> {
  const { currentId } = ctx.ledger.key;
  const isOther = currentId !== undefined && currentId !== old?.id && (!old || old.id !== undefined);
  if (!isOther) return;
  const { credentials, complete } = await ctx.subject.vendor.list();
  if (credentials.some(({ id }) => id === currentId)) noteLeft(ctx, currentId);
  else if (!complete)
    tellOnce(ctx, `${currentId} was in use before, and the vendor's list was cut before it: it may be alive`);
}

/** A person decides, because nobody knows who holds it. */
function noteLeft(ctx: Context, id: string): void {
  tellOnce(
    ctx,
    `${id} is alive and was in use before the secret was changed by hand. It is left alone: delete it at the vendor once nobody holds it`,
  );
}

/** Its value was not lost, then: a process that stood still may have tried it late, or somebody holds it. */
function noteUsed(ctx: Context, id: string): void {
  tellOnce(
    ctx,
    `${id} carries a label of ours, and the vendor says that it was used, although this rotation did not have it served. It is left alone: delete it at the vendor once nobody holds it`,
  );
}

export function tellOnce(ctx: Context, message: string): void {
  const isTold = ctx.ledger.facts.some((fact) => fact.type === 'warning' && fact.message === message);
  if (isTold) return;
  ctx.ledger.note({ type: 'warning', message });
  ctx.ports.log.warning(message);
}

import type { Listed } from '../domain/contracts/vendor';
import { credentialLabel } from '../domain/key';
import type { Context } from './context';

/** More attempts than one rotation makes. */
const MOST_ATTEMPTS = 9;

/**
 * The labels of all attempts of this rotation. Under the name that the key had when it began only while the store holds the slot
 * for it: the journal could name anything.
 */
export async function ownLabels(ctx: Context): Promise<ReadonlySet<string>> {
  const { rotation, snapshot } = ctx.state;
  const attempts = ctx.row('forward/create')?.intents ?? 0;
  const labels = labelsOf(ctx, ctx.name, rotation, attempts);
  if (snapshot.name === ctx.name || attempts === 0) return labels;
  const slot = await ctx.subject.store.slot(ctx.ref);
  if (slot?.reservation.rotation !== rotation) return labels;
  return new Set([...labels, ...labelsOf(ctx, snapshot.name, rotation, attempts)]);
}

/**
 * Those of the rotation before, as far as the journal knows it: a create of it may have landed after its end. What a person gave
 * up is that person's, because it may be in use.
 */
export function earlierLabels(ctx: Context): ReadonlySet<string> {
  const { last } = ctx.ledger.key;
  if (!last || last.outcome === 'abandoned') return new Set();
  return labelsOf(ctx, ctx.name, last.rotation, MOST_ATTEMPTS);
}

export const isLabelled = ({ label }: Listed, labels: ReadonlySet<string>): boolean =>
  label !== undefined && labels.has(label);

function labelsOf(
  { subject }: Context,
  name: string,
  rotation: string,
  attempts: number,
): ReadonlySet<string> {
  const label = (n: number): string => credentialLabel(name, subject.identity, rotation, n);
  return new Set(Array.from({ length: attempts }, (_, index) => label(index + 1)));
}

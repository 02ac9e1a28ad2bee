import type { Listed } from '../domain/contracts/vendor';
import { credentialLabel } from '../domain/key';
import type { Context } from './context';

/** More attempts than one rotation makes. */
const MOST_ATTEMPTS = 9;

/** The labels of all attempts of this rotation. */
export function ownLabels(ctx: Context): ReadonlySet<string> {
  return labelsOf(ctx, ctx.state.rotation, ctx.row('forward/create')?.intents ?? 0);
}

/**
 * Those of the rotation before, as far as the journal knows it: a create of it may have landed after its end. What a person gave
 * up is that person's, for it may be in use.
 */
export function earlierLabels(ctx: Context): ReadonlySet<string> {
  const { last } = ctx.ledger.key;
  return !last || last.outcome === 'abandoned' ? new Set() : labelsOf(ctx, last.rotation, MOST_ATTEMPTS);
}

export const isLabelled = ({ label }: Listed, labels: ReadonlySet<string>): boolean =>
  label !== undefined && labels.has(label);

function labelsOf(ctx: Context, rotation: string, attempts: number): ReadonlySet<string> {
  const { state, subject } = ctx;
  const label = (n: number): string => credentialLabel(state.snapshot.name, subject.identity, rotation, n);
  return new Set(Array.from({ length: attempts }, (_, index) => label(index + 1)));
}

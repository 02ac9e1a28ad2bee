import { samePartsTrimmed, type Parts } from '../domain/credential';
import type { RowId } from '../domain/journal/facts';
import { millis, MINUTE } from '../domain/tools/time';
import type { Context } from './context';
import { TIMEOUT, WINDOW } from './ledger';
import { waitUntil, type StepOutcome } from './stepOutcome';
import { versionsSince } from './values';

/** The store does not tell at once what it serves: nothing fences a write, or readers are served the old value for a while. */
export function settlesLate(ctx: Context): boolean {
  const { fenced, serveLag } = ctx.subject.store.capabilities;
  return !fenced || serveLag > 0;
}

/**
 * A write of this row was allowed to some process. Until it has arrived or never will, can be read, and is served to everybody, what the
 * store serves may still change: that is waited for. Undefined: nothing is on its way any more, or nothing was ever sent.
 */
export function onItsWay(ctx: Context, row: RowId): StepOutcome | undefined {
  const intent = ctx.row(row)?.intent;
  if (!intent) return undefined;
  const { readLag, serveLag } = ctx.subject.store.capabilities;
  const until = millis(intent.at) + WINDOW + TIMEOUT + Math.max(readLag, serveLag);
  if (ctx.now() >= until) return undefined;
  return waitUntil(until, {
    latest: until + MINUTE,
    then: 'it is compared with what was there before and with what was written',
    reason: 'the store may still change what it serves',
  });
}

export interface Standing {
  /** `before`: our write never arrived. `after`: it did, right after what it replaced. `unclear`: something else was written, or may have been. */
  readonly is: 'before' | 'after' | 'unclear';
  /** The version that first held what we wrote, or `base`. */
  readonly version: string;
}

/**
 * Compares what was written since `base`, version by version: first nothing but the value of `base`, then nothing but ours. A version that
 * nobody can read may have held anything. Only once nothing is on its way any more.
 */
export async function standing(
  ctx: Context,
  base: string,
  before: Parts | undefined,
  ours: Parts | undefined,
): Promise<Standing> {
  const names = await ctx.subject.store.since(ctx.ref, base);
  const versions = await versionsSince(ctx, base);
  let at: string | undefined;
  for (const [index, one] of versions.entries()) {
    if (!one || names.length !== versions.length) return { is: 'unclear', version: base };
    const isOurs = ours !== undefined && isSame(one.parts, ours);
    if (isOurs) at ??= names[index] ?? base;
    else if (at !== undefined || !isSame(one.parts, before)) return { is: 'unclear', version: base };
  }
  return at === undefined ? { is: 'before', version: base } : { is: 'after', version: at };
}

const isSame = (one: Parts | undefined, other: Parts | undefined): boolean =>
  one && other ? samePartsTrimmed(one, other) : one === other;

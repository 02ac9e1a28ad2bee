import { bindParts, type Parts } from '../domain/credential';
import type { Current, StoredVersion } from '../domain/contracts/store';
import { RekeyError } from '../domain/errors';
import { resultOf } from '../domain/rotation';
import type { Context } from './context';

/**
 * Lets the values of a version travel to the vendor, as far as the owner of the secret allows: `rekey_origins` in its
 * metadata, when it is there, must name every origin of the vendor.
 */
export function travelling(ctx: Context, parts: Parts, allowed: readonly string[] | undefined): Parts {
  const { vendor, store } = ctx.subject;
  const refused = allowed === undefined ? [] : vendor.origins.filter((origin) => !allowed.includes(origin));
  if (refused.length > 0) {
    throw new RekeyError(
      'RK4007',
      `${ctx.state.snapshot.name}: the secret ${ctx.ref.path} does not allow its value to be sent to ${refused.join(', ')}. Nothing was sent.`,
    );
  }
  return bindParts(parts, [...store.origins, ...vendor.origins]);
}

/** What applications read now, its values bound. */
export async function current(ctx: Context): Promise<Current> {
  const now = await ctx.subject.store.current(ctx.ref);
  return now.parts ? { ...now, parts: travelling(ctx, now.parts, now.allowedOrigins) } : now;
}

/** An older version, bound by the rule of the secret as it is today. */
export async function version(ctx: Context, name: string): Promise<StoredVersion | undefined> {
  const { store } = ctx.subject;
  const found = await store.read(ctx.ref, name);
  if (!found?.parts) return found;
  const { allowedOrigins } = await store.current(ctx.ref);
  return { ...found, parts: travelling(ctx, found.parts, allowedOrigins) };
}

/** The values of old: those of the base version. Undefined when the store has them no more. */
export async function oldParts(ctx: Context): Promise<Parts | undefined> {
  const base = resultOf(ctx.state, 'forward', 'claim')?.base;
  return base === undefined ? undefined : (await version(ctx, base))?.parts;
}

/** The values of new: in memory, else staged, else current. Undefined when they are nowhere. */
export async function newParts(ctx: Context): Promise<Parts | undefined> {
  const created = resultOf(ctx.state, 'forward', 'create');
  if (ctx.fresh) return ctx.fresh.parts;
  const slot = await ctx.subject.store.slot(ctx.ref);
  const { vendor, store } = ctx.subject;
  if (slot?.staged && slot.staged.id === created?.id)
    return bindParts(slot.staged.parts, [...store.origins, ...vendor.origins]);
  const promoted = resultOf(ctx.state, 'forward', 'promote')?.version;
  return promoted === undefined ? undefined : (await version(ctx, promoted))?.parts;
}

import type { Parts } from '../domain/credential';
import type { Listing } from '../domain/contracts/vendor';
import { RekeyError } from '../domain/errors';
import { codeSpan } from '../domain/tools/text';
import type { Context } from './context';

/**
 * A list that does not hold a key that the vendor accepts is not complete, whatever it says: it was cut, or filtered, or is another
 * account's. What it does not show may be in use, so nothing is begun. RK5015; a key that the vendor refuses is rightly not listed.
 */
export async function mustBeListed(ctx: Context, id: string | undefined, parts: Parts): Promise<void> {
  const { vendor } = ctx.subject;
  if (id === undefined || isIn(ctx.memory.listing ?? (await vendor.list()), id)) return;
  const verdict = await vendor.verify(parts);
  if (verdict.answer === 'refused') return;
  // The list may be late, and what was cut once may be whole the next time.
  await ctx.sleep(Math.min(vendor.capabilities.listLag, ctx.ports.patience));
  ctx.memory.listing = await vendor.list();
  if (isIn(ctx.memory.listing, id)) return;
  throw notListed(ctx.state.snapshot.name, id);
}

export const isIn = ({ credentials }: Pick<Listing, 'credentials'>, wanted: string): boolean =>
  credentials.some(({ id }) => id === wanted);

export const notListed = (name: string, id: string): RekeyError =>
  new RekeyError(
    'RK5015',
    `${name}: the vendor accepts the key in use, and its list does not hold ${codeSpan(id)}, so the list is not complete.`,
  );

import type { Current } from '../domain/contracts/store';
import type { Parts } from '../domain/credential';
import type { Context } from './context';
import { idBeside, mustBeId, toldId, type Knowing } from './idRule';
import { served } from './values';

/** What this rotation knows of an id. */
export const knowing = (ctx: Context): Knowing => ({
  entry: ctx.subject.entry,
  vendor: ctx.subject.vendor,
  values: ctx.ports.values,
  currentId: ctx.ledger.key.currentId,
  learnSecrets: ctx.subject.learnSecrets,
  isListed: (id) => isListed(ctx, id),
  heldByOthers: async (text) => {
    if (!ctx.memory.heldByOthers) await served(ctx);
    return ctx.memory.heldByOthers?.(text) === true;
  },
});

/** RK5014: this is no id. @param what who says that it is, for the message */
export const mustBePublic = (ctx: Context, id: string, what: string, parts?: Parts): Promise<void> =>
  mustBeId(knowing(ctx), id, what, parts);

export interface WhoIsIt {
  /** By the vendor. */
  readonly told: string | undefined;
  /** Kept beside the value. */
  readonly beside: string | undefined;
}

/** Whatever names the key in use, each a public id. A version never changes, so the vendor is asked about it only once. */
export async function identified(ctx: Context, now: Current): Promise<WhoIsIt> {
  const know = knowing(ctx);
  const { keyId } = ctx.subject.entry;
  if (keyId !== undefined) await mustBeId(know, keyId, 'key_id', now.parts);
  const asked = ctx.memory.told?.version === now.version ? ctx.memory.told : undefined;
  const told = asked ? asked.id : now.parts && (await toldId(know, now.parts));
  if (now.parts) ctx.memory.told = { version: now.version, id: told };
  return { told, beside: await idBeside(know, now, told) };
}

/**
 * The id of another key that this value belongs to, by the word of the vendor: some answer a create with a value that was there before.
 * Undefined: it is the key's own, or nobody can say.
 */
export async function otherOwner(ctx: Context, parts: Parts, id: string): Promise<string | undefined> {
  const { vendor } = ctx.subject;
  const told = await vendor.identify(parts);
  if (told === undefined || told === id) return undefined;
  if (vendor.capabilities.idInValue === true && !(await isListed(ctx, told))) return undefined;
  await mustBePublic(ctx, told, 'what the vendor says whose value it is', parts);
  return told;
}

/** By a list that this process has already, else by a new one. */
async function isListed(ctx: Context, id: string): Promise<boolean> {
  if (ctx.memory.listing?.credentials.some((one) => one.id === id) === true) return true;
  const listing = await ctx.subject.vendor.list();
  ctx.memory.listing ??= listing;
  return listing.credentials.some((one) => one.id === id);
}

/** An id that somebody else says, such as a workload: named only when it is one that this rotation is about. */
export function isOfThisRotation(ctx: Context, id: string): boolean {
  const { rows } = ctx.state;
  const made = rows['forward/create']?.result?.data['id'];
  const old = rows['forward/claim']?.result?.data['oldId'];
  return [made, old, ctx.ledger.key.currentId, ctx.subject.entry.keyId].includes(id);
}

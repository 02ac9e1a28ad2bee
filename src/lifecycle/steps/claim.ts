import type { Current } from '../../domain/contracts/store';
import type { Parts } from '../../domain/credential';
import { RekeyError } from '../../domain/errors';
import type { JsonObject } from '../../domain/tools/json';
import { millis, MINUTE } from '../../domain/tools/time';
import type { Context } from '../context';
import { removalAsked } from '../revocation/drainTimes';
import { identified } from '../ids';
import { TIMEOUT, WINDOW } from '../ledger';
import { done, type StepOutcome, waitUntil } from '../stepOutcome';
import { reservationOf, reserve } from '../slot';
import { nameEarlier } from '../revocation/orphans';
import { current } from '../values';
import { always, fewCalls, type Step } from './step';

const TOLD = 'the vendor says so';

/** Base, old and its id are read after the claim, because only then nobody else of ours moves them. Then the ticket is opened. */
export const claim: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context): Promise<StepOutcome> {
  const early = ticketOnItsWay(ctx);
  if (early) return early;
  const opened = await openTicket(ctx);
  const how = 'ticket' in opened ? 'did' : 'observed';
  if (ctx.state.kind === 'remove') await holdSlot(ctx);
  const now = await current(ctx);
  if (!now.parts) {
    if (ctx.state.kind !== 'rotate')
      throw new RekeyError(
        'RK4002',
        `${ctx.ref.path} has no key in ${fieldNames(ctx)}, so there is nothing to ${ctx.state.kind}.`,
        ctx.state.kind === 'remove' ? {} : { next: firstKey(ctx.name) },
      );
    await identified(ctx, now);
    await nameEarlier(ctx, undefined);
    return done(how, { base: now.version, old: 'absent', ...earlier(ctx), ...opened });
  }
  const old = await identify(ctx, now);
  await mustNotBeCondemned(ctx, now.parts, old);
  await nameEarlier(ctx, { id: old.oldId });
  const base = await annotate(ctx, now, old.oldHow === TOLD ? old.oldId : undefined);
  const before = base === now.version ? {} : { unannotated: now.version };
  return done(how, { base, ...before, old: 'present', ...old, ...earlier(ctx), ...opened });
}

/** Only who was asked for a removal notes it in the store; later runs believe that, and not the journal. */
async function holdSlot(ctx: Context): Promise<void> {
  if (ctx.isBegunHere)
    await ctx.within('forward/claim', {}, (permit) => reserve(ctx, reservationOf(ctx), permit));
  else await removalAsked(ctx);
}

/** Ticks adopt what is there, and make no first key by themselves: what is not filled in yet may be filled in by hand. */
const firstKey = (name: string): string =>
  `To let Rekey make the first key, run rotate with keys: ${name} and now: true (on a laptop rotate --keys ${name} --now).`;

function earlier(ctx: Context): { currentBefore?: string } {
  const { currentId } = ctx.ledger.key;
  return currentId === undefined ? {} : { currentBefore: currentId };
}

/**
 * The id is written beside the value while the vendor still tells it: once the key is disabled nobody else could say that id and
 * value belong together. What only a person said is not made to look like that, and a rehearsal writes nothing into a secret that is
 * served. The version that is current afterwards.
 */
async function annotate(ctx: Context, now: Current, id: string | undefined): Promise<string> {
  const { store } = ctx.subject;
  const writes = ctx.state.kind === 'rotate' || ctx.state.kind === 'remove';
  if (id === undefined || now.beside !== undefined || !writes) return now.version;
  const { fenced } = store.capabilities;
  const written = await ctx.send('forward/claim', { annotates: id }, async (permit) =>
    store.annotate?.(ctx.ref, now.version, id, fenced ? undefined : permit),
  );
  return written?.version ?? now.version;
}

/** Never a guess: beside the value, by the vendor, or said by a person in the reviewed config. */
async function identify(ctx: Context, now: Current): Promise<{ oldId?: string; oldHow?: string }> {
  const { told, beside } = await identified(ctx, now);
  const said = ctx.subject.entry.keyId;
  const witnesses = [
    { id: told, how: TOLD },
    { id: beside, how: 'kept beside the value' },
    { id: said, how: 'key_id in the config' },
  ].filter((witness): witness is { id: string; how: string } => witness.id !== undefined);
  const [first, ...others] = witnesses;
  if (!first) return {};
  const other = others.find((witness) => witness.id !== first.id);
  if (other) {
    throw new RekeyError(
      'RK7008',
      `${ctx.name}: the id of the key in use is ${first.id} (${first.how}), but also ${other.id} (${other.how}). Nothing was changed.`,
    );
  }
  return { oldId: first.id, oldHow: first.how };
}

/**
 * An id that was condemned never becomes current again. Where its value is accepted all the same, and the vendor does not say that the two
 * belong together, the id is that of another key.
 */
async function mustNotBeCondemned(
  ctx: Context,
  parts: Parts,
  { oldId, oldHow }: { oldId?: string; oldHow?: string },
): Promise<void> {
  if (oldId === undefined || oldHow === TOLD || !ctx.ledger.key.condemned.includes(oldId)) return;
  if ((await ctx.subject.vendor.verify(parts)).answer !== 'accepted') return;
  const { currentId } = ctx.ledger.key;
  const other =
    currentId === undefined || currentId === oldId ? '' : ` The journal knows ${currentId} as current.`;
  throw new RekeyError(
    'RK5003',
    `${ctx.name}: ${oldHow ?? ''}: ${oldId}; but an earlier rotation has revoked that key, and the vendor accepts the value in the secret, so it is another one.${other} Nothing was changed.`,
    { next: 'Correct the id beside the value, or key_id in the config; whoami of the vendor would tell it.' },
  );
}

/** A ticket that another run asked for may still be opened: who looks for it now and finds none would open a second one. */
function ticketOnItsWay(ctx: Context): StepOutcome | undefined {
  const intent = ctx.row('forward/claim')?.intent;
  if (intent?.data['ticket'] !== 'opens' || intent.by === ctx.ledger.nonce) return undefined;
  const until = millis(intent.at) + WINDOW + TIMEOUT;
  if (ctx.now() >= until) return undefined;
  return waitUntil(until, {
    latest: until + MINUTE,
    then: 'it is looked for, and opened if there is none',
    reason: 'a ticket that another run asked for may still be opened',
  });
}

async function openTicket(ctx: Context): Promise<JsonObject> {
  const { ticket } = ctx.subject;
  if (ctx.state.kind === 'adopt' || !ticket) {
    await ctx.effect('forward/claim', {}, () => Promise.resolve());
    return {};
  }
  const since = ctx.row('forward/claim')?.intent?.at ?? ctx.state.started;
  const { ticket: number } = ctx.state.order;
  const known = { since, ...(number !== undefined && { number }) };
  const opened = await ctx.effect('forward/claim', { ticket: 'opens' }, (permit) =>
    ticket.upsert(ctx.state.rotation, ctx.ports.pages.ticket(ctx.ledger.facts), known, permit),
  );
  return { ticket: opened.number, ticketUrl: opened.url };
}

function fieldNames(ctx: Context): string {
  return Object.values(ctx.ref.fields).join(', ');
}

import type { Credential } from '../../domain/credential';
import { bindParts, samePartsTrimmed } from '../../domain/credential';
import type { Listing } from '../../domain/contracts/vendor';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { JsonObject } from '../../domain/tools/json';
import type { Permit } from '../../domain/ports';
import { credentialLabel, shortIdentity } from '../../domain/key';
import { MINUTE, SECOND } from '../../domain/tools/time';
import type { Context } from '../context';
import { mustBePublic } from '../ids';
import { noteFailure } from '../ledger';
import { adviceOf, done, type StepOutcome, turn } from '../stepOutcome';
import { reservationOf, reserve } from '../slot';
import { stopwatch } from '../stopwatch';
import { endOrphans } from '../revocation/orphans';
import { oldParts } from '../values';
import { lookUp } from './lookUp';
import { always, type Step } from './step';

const ROW = 'forward/create';
/** How long a store may be slow to take the value, and how often at least it is asked. */
const STAGE_PATIENCE = 90 * SECOND;
const STAGE_TRIES = 5;
/** A vendor that never answers a create makes a key each time. */
const MOST_LOST = 4;

/** One row, because between the vendor's answer and the store's write the value is in memory only. */
export const create: Step = { applies: always, run, budget: () => 5 * MINUTE };

async function run(ctx: Context): Promise<StepOutcome> {
  if (ctx.row(ROW)?.intent) {
    const found = await lookUp(ctx, ROW);
    if (found) return found;
    if ((ctx.row(ROW)?.unsettled ?? 0) >= MOST_LOST)
      return turn('discard', `${MOST_LOST} creates had no answer`, { code: 'RK5007' });
  }
  const { vendor, store } = ctx.subject;
  const before = await listedBefore(ctx);
  // What could fail is read before: afterwards nothing may stand between the vendor's answer and the stage.
  await oldParts(ctx);
  await endOrphans(ctx, before);
  const attempt = (ctx.row(ROW)?.intents ?? 0) + 1;
  const label = credentialLabel(ctx.name, ctx.subject.identity, ctx.state.rotation, attempt);
  const intent = intentData(label, attempt, before, vendor.capabilities.labels);
  const reservation = reservationOf(ctx);
  await ctx.intend(ROW, intent);
  const { slot } = await ctx.within(ROW, intent, (permit) => reserve(ctx, reservation, permit));
  const like = ctx.claimed?.oldId;
  const wanted = { label, scopes: ctx.subject.entry.scopes, ...(like !== undefined && { like }) };
  const created = await made(ctx, intent, before, (permit) => vendor.create(wanted, permit));
  if ('is' in created) return created;
  const credential = { ...created, parts: bindParts(created.parts, [...vendor.origins, ...store.origins]) };
  await mustBeNew(ctx, credential, before);
  ctx.memory.fresh = credential;
  return stage(ctx, slot, credential, intent);
}

/**
 * An answer that was had and is not understood, such as one without a value, says that a key may have been made; another create would
 * be answered the same way. So the rotation is given up, and the sweep looks for that key.
 */
async function made(
  ctx: Context,
  intent: JsonObject,
  before: Listing,
  call: (permit: Permit) => Promise<Credential>,
): Promise<Credential | StepOutcome> {
  try {
    const created = await ctx.send(ROW, intent, call);
    await mustBePublic(ctx, created.id, 'what the vendor calls the id of the new key', created.parts);
    return created;
  } catch (thrown) {
    const error = asRekeyError(thrown);
    if (error.kind !== 'broken') throw thrown;
    ctx.memory.misread = { at: ctx.now(), before, isFound: false };
    noteFailure(ctx.ledger, ROW, error, false);
    return turn('discard', error.message, { code: error.code });
  }
}

/** With labels what was seen a moment ago is enough; without, nothing may have been made between the list and our create. */
async function listedBefore(ctx: Context): Promise<Listing> {
  const { vendor } = ctx.subject;
  const seen = vendor.capabilities.labels ? ctx.memory.listing : undefined;
  delete ctx.memory.listing;
  return seen ?? vendor.list();
}

/** Without labels only the ids that were there before tell later which one is ours; as digests, because they may be anybody's. */
function intentData(label: string, attempt: number, before: Listing, labels: boolean): JsonObject {
  if (labels) return { label, attempt };
  if (!before.complete)
    throw new RekeyError(
      'RK5005',
      'The vendor has no labels and its list was cut, so a lost key could not be found again.',
    );
  return { label, attempt, before: before.credentials.map(({ id }) => shortIdentity(id)) };
}

/** Some gateways answer a create for an existing name with the existing key. Undoing that would kill production. */
async function mustBeNew(ctx: Context, created: Credential, before: Listing): Promise<void> {
  const old = await oldParts(ctx);
  const known = before.credentials.some(({ id }) => id === created.id) || created.id === ctx.claimed?.oldId;
  if (!known && !(old && samePartsTrimmed(old, created.parts))) return;
  throw new RekeyError(
    'RK5009',
    `${ctx.name}: create answered with ${created.id}, a key that was there before. It is left alone.`,
  );
}

/** The value is in memory only: worth a few tries, also when the run is cancelled. Then new is given up, known by its id. */
async function stage(
  ctx: Context,
  slot: string,
  credential: Credential,
  intent: JsonObject,
): Promise<StepOutcome> {
  const { store } = ctx.subject;
  const { id, expires } = credential;
  const label = intent['label'] ?? '';
  const made = (staged: string): JsonObject => ({
    id,
    label,
    staged,
    ...(expires !== undefined && { expires }),
  });
  const sinceMade = stopwatch(ctx.ports.clock);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const permit = store.capabilities.reservation ? undefined : await ctx.permit(ROW, intent);
      const { version } = await store.stage(ctx.ref, ctx.state.rotation, slot, credential, permit);
      return done('did', made(version));
    } catch (thrown) {
      const error = asRekeyError(thrown);
      const patient = attempt < STAGE_TRIES || sinceMade() < STAGE_PATIENCE;
      if (error.traits.patience !== undefined && patient) {
        await ctx.ports.clock.sleep(error.retryAfter ?? Math.min(attempt * 2, 15) * SECOND);
        continue;
      }
      noteFailure(ctx.ledger, ROW, error, false);
      ctx.ledger.note({ type: 'result', row: ROW, how: 'did', data: made('') });
      const why = `the new key could not be staged: ${error.message}`;
      return turn('discard', why, { code: error.code, ...adviceOf(error) });
    }
  }
}

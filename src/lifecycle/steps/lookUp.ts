import type { Listed } from '../../domain/contracts/vendor';
import type { RowId } from '../../domain/journal/facts';
import { DAY, HOUR, instant, millis, MINUTE, type Millis } from '../../domain/tools/time';
import { shortIdentity } from '../../domain/key';
import { sentenceList } from '../../domain/tools/text';
import type { Context } from '../context';
import { mustBePublic } from '../ids';
import { TIMEOUT, WINDOW } from '../ledger';
import { done, type StepOutcome, block, waitUntil } from '../stepOutcome';
import { isLabelled, ownLabels } from '../labels';
import { endOrphan, isSwept, tellOnce } from '../revocation/orphans';
import { wasNeverUsed, wasUsed } from '../uses';

const ROW = 'forward/create';
/** How far two clocks may be apart. */
const SKEW = MINUTE;

/**
 * A create was intended and nobody wrote down how it ended. Staged by us: it is done. At the vendor but not staged: its value
 * is lost, so it is swept. Nowhere: only when the list is complete and nothing can still arrive. Undefined: create again.
 * @param waits the row that looks, whose wait it is
 */
export async function lookUp(ctx: Context, waits: RowId): Promise<StepOutcome | undefined> {
  const intent = ctx.row(ROW)?.intent;
  if (!intent) return undefined;
  const slot = await ctx.subject.store.slot(ctx.ref);
  const staged = slot?.reservation.rotation === ctx.state.rotation ? slot.staged : undefined;
  if (staged && !ctx.ledger.key.condemned.includes(staged.id)) {
    await mustBePublic(ctx, staged.id, 'the id in the staging slot', staged.parts);
    return done('found', { id: staged.id, label: textOf(intent.data['label']), staged: staged.version });
  }
  return lookAtVendor(ctx, millis(intent.at), waits);
}

async function lookAtVendor(ctx: Context, intended: Millis, waits: RowId): Promise<StepOutcome | undefined> {
  if (ctx.memory.misread) return lookAfterAnswer(ctx, ctx.memory.misread, waits);
  const wait = waiter(ctx, waits);
  const { vendor } = ctx.subject;
  const { labels, listLag, lastUsedLag } = vendor.capabilities;
  const quiet = intended + WINDOW + TIMEOUT + listLag;
  // A newcomer that somebody else made has been used by then.
  const asked = ctx.now();
  if (!labels && asked < quiet + lastUsedLag) return wait(quiet + lastUsedLag, LATE);
  const { credentials, complete } = await vendor.list();
  const lost = labels
    ? await labelled(ctx, credentials)
    : newcomers(ctx, await strangers(ctx, credentials), complete);
  if (lost === 'unclear') return UNCLEAR;
  const [first] = lost;
  if (first && vendor.capabilities.byPerson.includes('revoke')) return deletedByPerson(ctx, first.id, waits);
  for (const { id } of lost) await endOrphan(ctx, id);
  if (lost.length > 0) return undefined;
  if (!complete) return wait(Math.max(quiet, ctx.now() + pauseOf(ctx, waits)), CUT);
  return asked < quiet ? wait(quiet, LATE) : undefined;
}

const UNCLEAR: StepOutcome = block(
  'RK7008',
  'a key may have been made whose value is lost, and it was used, or the vendor does not show which one it is, or that nobody has used it',
);

/**
 * The vendor has answered, so nothing can arrive any more: what was made is in its list. Only our exact label says which one is ours; a
 * newcomer that has none may be, so a person is told its id.
 */
async function lookAfterAnswer(
  ctx: Context,
  misread: Misread,
  waits: RowId,
): Promise<StepOutcome | undefined> {
  const { at, before } = misread;
  const { vendor } = ctx.subject;
  const asked = ctx.now();
  const shown = at + vendor.capabilities.listLag;
  if (asked < shown) return waiter(ctx, waits)(shown, LISTED);
  const { credentials, complete } = await vendor.list();
  const own = await labelled(ctx, credentials);
  if (own === 'unclear') return UNCLEAR;
  const [first] = own;
  if (first && vendor.capabilities.byPerson.includes('revoke')) return deletedByPerson(ctx, first.id, waits);
  for (const { id } of own) await endOrphan(ctx, id);
  // Found by the label of this very create, now or a moment ago: that is what the answer was about. What an earlier attempt left is another key.
  const label = ctx.row(ROW)?.intent?.data['label'];
  misread.isFound ||= own.some((one) => one.label === label);
  if (misread.isFound) return undefined;
  const known = new Set(before.credentials.map(({ id }) => id));
  const fresh = (await strangers(ctx, credentials)).filter(
    ({ id, label }) => !known.has(id) && !isSwept(ctx, id) && label?.startsWith('rekey-') !== true,
  );
  const { name, vendor: where } = ctx.state.snapshot;
  if (fresh.length === 0 && complete && before.complete) {
    // An error inside a 200 makes none; a list that leaves some out without a word would hide one.
    const message = `${name}: what ${where} answered to the create was not understood, and its list shows no new key. If it did make one, only a person can see it there`;
    tellOnce(ctx, message);
    return undefined;
  }
  return block(
    'RK5005',
    fresh.length === 0
      ? `${name}: a key may have been made, and the list of ${where} was cut, so nobody can see which one. Look there for the newest key and delete it`
      : `${name}: a key may have been made, and ${where} does not show our label. New in its list since then: ${sentenceList(fresh.slice(0, MOST_NAMED).map(({ id }) => id))}. Delete the one that nobody else has made`,
  );
}

type Misread = NonNullable<Context['memory']['misread']>;
const MOST_NAMED = 5;

function deletedByPerson(ctx: Context, id: string, waits: RowId): StepOutcome {
  const { name, vendor } = ctx.subject.entry;
  return waitUntil(ctx.now() + HOUR, {
    latest: ctx.waitingSince(waits) + 30 * DAY,
    then: 'it is left where it is',
    reason: `${name}: the value of ${id} was lost before it was stored, and ${vendor} has no call to delete a key`,
    person: `Delete ${id} at ${vendor} by hand. The next run continues once it is gone from the list`,
  });
}

/** With our exact label. One that was used has a value that somebody holds. */
async function labelled(
  ctx: Context,
  credentials: readonly Listed[],
): Promise<readonly Listed[] | 'unclear'> {
  const labels = await ownLabels(ctx);
  const own = credentials.filter((one) => isLabelled(one, labels) && !isSwept(ctx, one.id));
  return own.some(wasUsed) ? 'unclear' : own;
}

const LATE = 'a create whose answer was lost may still arrive';
const LISTED = 'what a create made is in the list of the vendor only after a while';
const CUT = 'the vendor gave a list that was cut';

/** The longer the list stays cut, the more rarely it is asked for: at last the process ends, and a later one asks. */
function pauseOf(ctx: Context, row: RowId): Millis {
  return Math.min(Math.max(MINUTE / 4, (ctx.now() - ctx.waitingSince(row)) / 2), HOUR / 4);
}

function waiter(ctx: Context, row: RowId): (until: Millis, reason: string) => StepOutcome {
  return (until, reason) => {
    const latest = instant(ctx.waitingSince(row) + HOUR + ctx.subject.vendor.capabilities.listLag);
    return { is: 'wait', until: instant(until), latest, then: 'a person is asked', reason };
  };
}

/** Without what other keys of ours hold: it was made for them, perhaps in the same minute. */
async function strangers(ctx: Context, credentials: readonly Listed[]): Promise<readonly Listed[]> {
  const held = await ctx.subject.heldElsewhere();
  return credentials.filter((one) => !held.some(({ id }) => id === one.id));
}

/**
 * Without labels: exactly one that was not there before, made while our create was on its way by the vendor's clock, and by the
 * vendor's word never used. Anything else is unclear.
 */
function newcomers(
  ctx: Context,
  credentials: readonly Listed[],
  complete: boolean,
): readonly Listed[] | 'unclear' {
  const intent = ctx.row(ROW)?.intent;
  const seen = intent?.data['before'];
  const before: readonly unknown[] = Array.isArray(seen) ? seen : [];
  const fresh = credentials.filter(({ id }) => !before.includes(shortIdentity(id)) && !isSwept(ctx, id));
  const [only] = fresh;
  if (!only || !intent) return [];
  const age = only.created === undefined ? undefined : millis(only.created) - millis(intent.at);
  const inTime = age !== undefined && age >= -SKEW && age <= WINDOW + TIMEOUT + SKEW;
  return fresh.length === 1 && complete && inTime && wasNeverUsed(ctx, only) ? fresh : 'unclear';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

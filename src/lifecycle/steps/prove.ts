import type { Verdict } from '../../domain/contracts/vendor';
import type { Parts } from '../../domain/credential';
import { RekeyError } from '../../domain/errors';
import { resultOf } from '../../domain/journal/rotation';
import { instant, millis, MINUTE, SECOND, type Millis } from '../../domain/tools/time';
import { wasAccepted } from '../revocation/accepted';
import type { Context } from '../context';
import { otherOwner } from '../ids';
import { done, type StepOutcome, block } from '../stepOutcome';
import { current, victimParts } from '../values';
import { condemnedId } from '../revocation/roles';
import { FEW_CALLS, type Step } from './step';

const TIMES = 3;
/** Beyond the vendor's own lag: how long a dead key that is accepted is looked at again before a person is called. */
const MARGIN = 5 * MINUTE;
const LONGEST_PAUSE = 15 * SECOND;
const SHORTEST_PAUSE = SECOND / 5;

/** The victim is refused several times over the vendor's lag, the survivor accepted in between. Only this says dead. */
export const prove: Step = {
  applies: ({ state }) => condemnedId(state) !== undefined,
  run,
  budget: (ctx) => FEW_CALLS + spreadOf(ctx),
};

/** As far as it can be told before the store is read: what is served may be gone by then. */
function spreadOf(ctx: Context): Millis {
  const isAlone = ctx.state.kind === 'remove' || ctx.claimed?.old === 'absent';
  return isAlone ? aloneFor(ctx) : 0;
}

/**
 * Where no key lives on to compare with, a vendor that refuses everybody for a minute looks like a dead key. So the refusals are spread
 * over minutes; over the grace period where the owner finds less than that enough.
 */
const aloneFor = (ctx: Context): Millis => Math.min(MARGIN, ctx.grace);

async function run(ctx: Context): Promise<StepOutcome> {
  const seen = await look(ctx);
  return seen === ALIVE ? notRevoked(ctx) : seen;
}

const ALIVE = Symbol('alive');

/** Another process says that it was revoked, and it is accepted: then it is revoked by this one, with all that this asks for. */
function notRevoked(ctx: Context): StepOutcome {
  const row = ctx.rowId('revoke');
  const id = condemnedId(ctx.state) ?? '';
  const revoked = ctx.row(row)?.result;
  if (id === '' || revoked?.by === ctx.ledger.nonce)
    return block('RK5013', 'the revoked key is still accepted');
  ctx.ledger.note({ type: 'intent', row, data: { id, again: true } });
  return wait(ctx, ctx.now(), 'the journal says that the key is revoked, and the vendor accepts it');
}

async function look(ctx: Context): Promise<StepOutcome | typeof ALIVE> {
  const victim = await victimParts(ctx);
  if (!victim) return (await confirmed(ctx)) ?? fromList(ctx);
  const control = ctx.state.kind === 'remove' ? undefined : (await current(ctx)).parts;
  const { revocationLag } = ctx.subject.vendor.capabilities;
  const settled = revokedAt(ctx) + revocationLag;
  // A lag that is longer than a process may wait passes without one.
  if (revocationLag > ctx.ports.patience && ctx.now() < settled) return wait(ctx, settled, LAG);
  const lagging = ctx.now() < settled ? revocationLag / TIMES : 0;
  const spread = control ? 0 : aloneFor(ctx);
  const pause = Math.max(SHORTEST_PAUSE, lagging, spread / (TIMES - 1));
  return refusals(ctx, victim, control, pause);
}

async function refusals(
  ctx: Context,
  victim: Parts,
  control: Parts | undefined,
  shortest: Millis,
): Promise<StepOutcome | typeof ALIVE> {
  let refused = 0;
  const isOthers = othersOnce(ctx, victim);
  for (let pause = shortest; ;) {
    const asked = ctx.now();
    const alive = control && (await ctx.subject.vendor.verify(control));
    const verdict = await ctx.subject.vendor.verify(victim);
    mustBeClear(verdict, alive);
    if (verdict.answer === 'accepted' && (await isOthers())) return fromList(ctx);
    const counts = verdict.answer === 'refused' && alive?.answer !== 'refused';
    refused = counts ? refused + 1 : 0;
    if (refused >= TIMES) ctx.memory.proved = victim;
    if (refused >= TIMES) return proved(ctx, refused, control ? refused : 0, asked);
    if (!counts && asked > limitOf(ctx)) return verdict.answer === 'accepted' ? ALIVE : NO_CONTROL;
    pause = counts ? shortest : Math.max(shortest, Math.min(2 * pause, LONGEST_PAUSE));
    await ctx.sleep(pause);
  }
}

/** That the value of another key is accepted says nothing about the victim. The vendor is asked once. */
function othersOnce(ctx: Context, victim: Parts): () => Promise<boolean> {
  const id = condemnedId(ctx.state) ?? '';
  let isAsked = id === '';
  return async () => {
    if (isAsked) return false;
    isAsked = true;
    return (await otherOwner(ctx, victim, id)) !== undefined;
  };
}

/** Any answer that proves nothing is a fault of the moment, which the engine waits out. */
function mustBeClear(...verdicts: readonly (Verdict | undefined)[]): void {
  for (const verdict of verdicts) {
    if (verdict?.answer === 'unknown')
      throw new RekeyError('RK5006', `The vendor does not say whether it accepts a key: ${verdict.why}.`);
  }
}

const NO_CONTROL: StepOutcome = block(
  'RK5013',
  'the vendor refuses the key that must live on as well, so it proves nothing',
);

/**
 * Without a survivor as control the list must agree, which it cannot about an id that nobody knows, and the vendor's lag be over. The
 * same holds where the victim was disabled, because a disabled key is refused and may be enabled again, and where another process says that it
 * was revoked, because the journal may name a version whose value was dead before. That a value is refused which was
 * never accepted says nothing: then the list is all there is to see.
 */
async function proved(ctx: Context, refused: number, control: number, asked: Millis): Promise<StepOutcome> {
  const isUnknown = condemnedId(ctx.state) === '';
  if (!wasAccepted(ctx)) return isUnknown ? UNPROVEN : fromList(ctx);
  if (control > 0 && (isUnknown || isEnough(ctx)))
    return done('observed', { refused, control, grade: 'refused' });
  if (isUnknown) return done('observed', { refused, control, grade: 'unproven' });
  const settled = revokedAt(ctx) + ctx.subject.vendor.capabilities.revocationLag;
  if (control === 0 && asked < settled) return wait(ctx, settled, LAG);
  const gone = await goneFromList(ctx);
  return typeof gone === 'boolean'
    ? done('observed', { refused, control, grade: gone ? 'refused' : 'unproven' })
    : gone;
}

/** A refusal, beside a survivor that is accepted. */
function isEnough({ state, ledger }: Context): boolean {
  const { pass, rows } = state;
  const isOff = (rows[`${pass}/disable`]?.intents ?? 0) > 0;
  return !isOff && rows[`${pass}/revoke`]?.result?.by === ledger.nonce;
}

const UNPROVEN = done('not observed', { refused: 0, control: 0, grade: 'unproven' });

/** The value is no longer to be had, or its refusal says nothing: the vendor's list is all there is to see. */
async function fromList(ctx: Context): Promise<StepOutcome> {
  const gone = await goneFromList(ctx);
  if (typeof gone !== 'boolean') return gone;
  return done('not observed', { refused: 0, control: 0, grade: gone ? 'gone from list' : 'unproven' });
}

/**
 * The process that proved the death may have destroyed the value, and died. The store says that somebody with rights in it did, and the
 * vendor's complete list that the key is gone: then what it wrote stands. Undefined: there is nothing of the kind to confirm.
 */
async function confirmed(ctx: Context): Promise<StepOutcome | undefined> {
  const before = resultOf(ctx.state, ctx.state.pass, 'prove');
  if (before?.grade !== 'refused' || condemnedId(ctx.state) === '' || !(await isEnded(ctx))) return undefined;
  const gone = await goneFromList(ctx);
  if (typeof gone !== 'boolean') return gone;
  return gone ? done('found', before) : undefined;
}

/** The value was destroyed, or the slot freed in which alone it was. */
async function isEnded({ state, subject, ref }: Context): Promise<boolean> {
  const claim = resultOf(state, 'forward', 'claim');
  const held = state.pass === 'forward' ? claim?.base : resultOf(state, 'forward', 'promote')?.version;
  if (held !== undefined) return subject.store.isDestroyed(ref, held);
  return (await subject.store.slot(ref))?.reservation.rotation !== state.rotation;
}

const LAG = 'the vendor may accept a revoked key for a while';
const LIST = "the vendor's list may be late";
const listedBy = (ctx: Context): Millis => revokedAt(ctx) + ctx.subject.vendor.capabilities.listLag;
const limitOf = (ctx: Context): Millis =>
  revokedAt(ctx) + ctx.subject.vendor.capabilities.revocationLag + MARGIN;

function wait(ctx: Context, until: Millis, reason: string): StepOutcome {
  const latest = instant(Math.max(until, limitOf(ctx), listedBy(ctx) + MARGIN) + MARGIN);
  return { is: 'wait', until: instant(until), latest, then: 'a person is asked', reason };
}

function revokedAt(ctx: Context): Millis {
  const { pass, rows, started } = ctx.state;
  return millis(rows[`${pass}/revoke`]?.result?.at ?? rows[`${pass}/condemn`]?.result?.at ?? started);
}

/** A list that is later than the vendor says, or cut, is asked again for a while. */
async function goneFromList(ctx: Context): Promise<boolean | StepOutcome> {
  const id = condemnedId(ctx.state) ?? '';
  const asked = ctx.now();
  if (asked < listedBy(ctx)) return wait(ctx, listedBy(ctx), LIST);
  const { credentials, complete } = await ctx.subject.vendor.list();
  const gone = complete && id !== '' && !credentials.some((credential) => credential.id === id);
  if (gone || asked + LONGEST_PAUSE > listedBy(ctx) + MARGIN) return gone;
  return wait(ctx, ctx.now() + LONGEST_PAUSE, LIST);
}

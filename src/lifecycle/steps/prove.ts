import type { Verdict } from '../../domain/contracts/vendor';
import type { Parts } from '../../domain/credential';
import { RekeyError } from '../../domain/errors';
import { resultOf } from '../../domain/rotation';
import { instant, millis, MINUTE, SECOND, type Millis } from '../../domain/time';
import { wasAccepted } from '../accepted';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { current, victimParts } from '../values';
import { condemnedId } from './condemn';
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

/**
 * Where no key lives on to compare with, a vendor that refuses everybody for a minute looks like a dead key. So the refusals are spread
 * over minutes; over the grace period where the owner finds less than that enough.
 */
function spreadOf(ctx: Context): Millis {
  const isAlone = ctx.state.kind === 'remove' || resultOf(ctx.state, 'forward', 'claim')?.old === 'absent';
  return isAlone ? Math.min(MARGIN, ctx.grace) : 0;
}

async function run(ctx: Context): Promise<Outcome> {
  const victim = await victimParts(ctx);
  if (!victim) return fromList(ctx);
  const control = ctx.state.kind === 'remove' ? undefined : (await current(ctx)).parts;
  const { revocationLag } = ctx.subject.vendor.capabilities;
  const settled = revokedAt(ctx) + revocationLag;
  // A lag that is longer than a process may wait passes without one.
  if (revocationLag > ctx.ports.patience && ctx.now() < settled) return wait(ctx, settled, LAG);
  const lagging = ctx.now() < settled ? revocationLag / TIMES : 0;
  const pause = Math.max(SHORTEST_PAUSE, lagging, spreadOf(ctx) / (TIMES - 1));
  return refusals(ctx, victim, control, pause);
}

async function refusals(
  ctx: Context,
  victim: Parts,
  control: Parts | undefined,
  shortest: Millis,
): Promise<Outcome> {
  let refused = 0;
  for (let pause = shortest; ;) {
    const asked = ctx.now();
    const alive = control && (await ctx.subject.vendor.verify(control));
    const verdict = await ctx.subject.vendor.verify(victim);
    mustBeClear(verdict, alive);
    const counts = verdict.answer === 'refused' && alive?.answer !== 'refused';
    refused = counts ? refused + 1 : 0;
    if (refused >= TIMES) return proved(ctx, refused, control ? refused : 0, asked);
    if (!counts && asked > limitOf(ctx)) return stillAlive(verdict);
    pause = counts ? shortest : Math.max(shortest, Math.min(2 * pause, LONGEST_PAUSE));
    await ctx.sleep(pause);
  }
}

/** Any answer that proves nothing is a fault of the moment, which the engine waits out. */
function mustBeClear(...verdicts: readonly (Verdict | undefined)[]): void {
  for (const verdict of verdicts) {
    if (verdict?.answer === 'unknown')
      throw new RekeyError('RK5006', `The vendor does not say whether it accepts a key: ${verdict.why}.`);
  }
}

function stillAlive({ answer }: Verdict): Outcome {
  const why =
    answer === 'accepted'
      ? 'the revoked key is still accepted'
      : 'the vendor refuses the key that must live on as well, so it proves nothing';
  return { is: 'block', code: 'RK5013', why };
}

/**
 * Without a survivor as control the list must agree, which it cannot about an id that nobody knows, and the vendor's lag be over. The
 * same holds where the victim was disabled: a disabled key is refused, and may be enabled again. That a value is refused which was
 * never accepted says nothing: then the list is all there is to see.
 */
async function proved(ctx: Context, refused: number, control: number, asked: Millis): Promise<Outcome> {
  const disabled = (ctx.row(`${ctx.state.pass}/disable`)?.intents ?? 0) > 0;
  const isUnknown = condemnedId(ctx.state) === '';
  if (!wasAccepted(ctx)) return isUnknown ? UNPROVEN : fromList(ctx);
  if (control > 0 && (!disabled || isUnknown))
    return done('observed', { refused, control, grade: 'refused' });
  if (isUnknown) return done('observed', { refused, control, grade: 'unproven' });
  const settled = revokedAt(ctx) + ctx.subject.vendor.capabilities.revocationLag;
  if (control === 0 && asked < settled) return wait(ctx, settled, LAG);
  const gone = await goneFromList(ctx);
  return typeof gone === 'boolean'
    ? done('observed', { refused, control, grade: gone ? 'refused' : 'unproven' })
    : gone;
}

const UNPROVEN = done('not observed', { refused: 0, control: 0, grade: 'unproven' });

/** The value is no longer to be had, or its refusal says nothing: the vendor's list is all there is to see. */
async function fromList(ctx: Context): Promise<Outcome> {
  const gone = await goneFromList(ctx);
  if (typeof gone !== 'boolean') return gone;
  return done('not observed', { refused: 0, control: 0, grade: gone ? 'gone from list' : 'unproven' });
}

const LAG = 'the vendor may accept a revoked key for a while';
const LIST = "the vendor's list may be late";
const listedBy = (ctx: Context): Millis => revokedAt(ctx) + ctx.subject.vendor.capabilities.listLag;
const limitOf = (ctx: Context): Millis =>
  revokedAt(ctx) + ctx.subject.vendor.capabilities.revocationLag + MARGIN;

function wait(ctx: Context, until: Millis, reason: string): Outcome {
  const latest = instant(Math.max(until, limitOf(ctx), listedBy(ctx) + MARGIN) + MARGIN);
  return { is: 'wait', until: instant(until), latest, then: 'a person is asked', reason };
}

function revokedAt(ctx: Context): Millis {
  const { pass, rows, started } = ctx.state;
  return millis(rows[`${pass}/revoke`]?.result?.at ?? rows[`${pass}/condemn`]?.result?.at ?? started);
}

/** A list that is later than the vendor says, or cut, is asked again for a while. */
async function goneFromList(ctx: Context): Promise<boolean | Outcome> {
  const id = condemnedId(ctx.state) ?? '';
  const asked = ctx.now();
  if (asked < listedBy(ctx)) return wait(ctx, listedBy(ctx), LIST);
  const { credentials, complete } = await ctx.subject.vendor.list();
  const gone = complete && id !== '' && !credentials.some((credential) => credential.id === id);
  if (gone || asked + LONGEST_PAUSE > listedBy(ctx) + MARGIN) return gone;
  return wait(ctx, ctx.now() + LONGEST_PAUSE, LIST);
}

import { HOUR, instant, millis, MINUTE, SECOND, type Instant } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { current, newParts, oldParts } from '../values';
import { condemnedId } from './condemn';
import { FEW_CALLS, type Step } from './step';

const TIMES = 3;
/** Beyond the vendor's own lag: how long an accepted dead key is looked at again before a person is called. */
const MARGIN = HOUR;

/** The victim is refused several times over the vendor's lag, the survivor accepted in between. Only this says dead. */
export const prove: Step = { applies: (ctx) => condemnedId(ctx) !== undefined, run, budget: FEW_CALLS };

async function run(ctx: Context): Promise<Outcome> {
  const id = condemnedId(ctx) ?? '';
  const { vendor } = ctx.subject;
  const victim = ctx.state.pass === 'forward' ? await oldParts(ctx) : await newParts(ctx);
  if (!victim)
    return done('not observed', {
      refused: 0,
      control: 0,
      grade: (await goneFromList(ctx, id)) ? 'gone from list' : 'unproven',
    });
  const control = ctx.state.kind === 'remove' ? undefined : (await current(ctx)).parts;
  const pause = Math.max(SECOND / 5, vendor.capabilities.revocationLag / TIMES);
  let refused = 0;
  let controls = 0;
  for (;;) {
    const accepted = control ? await vendor.verify(control) : undefined;
    if (accepted?.answer === 'accepted') controls += 1;
    const verdict = await vendor.verify(victim);
    const counts = verdict.answer === 'refused' && (control === undefined || accepted?.answer === 'accepted');
    refused = counts ? refused + 1 : 0;
    if (refused >= TIMES) return done('observed', { refused, control: controls, grade: 'refused' });
    if (!counts && tooLate(ctx)) return unproven(verdict.answer === 'accepted');
    if (!counts && ctx.left < FEW_CALLS + pause) return later(ctx, verdict.answer);
    await ctx.sleep(pause);
  }
}

function tooLate(ctx: Context): boolean {
  return (
    ctx.now() >
    millis(revokedAt(ctx)) +
      ctx.subject.vendor.capabilities.revocationLag +
      (ctx.ports.patience < MARGIN ? ctx.ports.patience : MARGIN)
  );
}

function revokedAt(ctx: Context): Instant {
  return (
    ctx.row(`${ctx.state.pass}/revoke`)?.result?.at ??
    ctx.row(`${ctx.state.pass}/condemn`)?.result?.at ??
    instant(ctx.now())
  );
}

function unproven(accepted: boolean): Outcome {
  const why = accepted
    ? 'the revoked key is still accepted'
    : 'the vendor does not say clearly that it refuses the revoked key';
  return { is: 'block', code: 'RK5013', why };
}

function later(ctx: Context, answer: string): Outcome {
  return {
    is: 'wait',
    until: instant(ctx.now() + MINUTE),
    latest: instant(millis(revokedAt(ctx)) + ctx.subject.vendor.capabilities.revocationLag + MARGIN),
    then: 'a person is asked',
    reason: `the death of the old key is not proved yet (${answer})`,
  };
}

async function goneFromList(ctx: Context, id: string): Promise<boolean> {
  const { credentials, complete } = await ctx.subject.vendor.list();
  return complete && id !== '' && !credentials.some((credential) => credential.id === id);
}

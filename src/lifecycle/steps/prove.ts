import type { Parts } from '../../domain/credential';
import type { Verdict } from '../../domain/contracts/vendor';
import { HOUR, instant, millis, MINUTE, SECOND, type Millis } from '../../domain/time';
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
  const victim = ctx.state.pass === 'forward' ? await oldParts(ctx) : await newParts(ctx);
  if (!victim) {
    const grade = (await goneFromList(ctx)) ? 'gone from list' : 'unproven';
    return done('not observed', { refused: 0, control: 0, grade });
  }
  const control = ctx.state.kind === 'remove' ? undefined : (await current(ctx)).parts;
  const pause = Math.max(SECOND / 5, ctx.subject.vendor.capabilities.revocationLag / TIMES);
  let refused = 0;
  let controls = 0;
  for (;;) {
    const alive = control && (await ctx.subject.vendor.verify(control)).answer === 'accepted';
    if (alive) controls += 1;
    const verdict = await ctx.subject.vendor.verify(victim);
    const counts = verdict.answer === 'refused' && alive !== false;
    refused = counts ? refused + 1 : 0;
    if (refused >= TIMES) return proved(ctx, refused, controls, control);
    const end = counts ? undefined : endOfPatience(ctx, verdict, pause);
    if (end) return end;
    await ctx.sleep(pause);
  }
}

/** Without a survivor as control, the list must agree: an endpoint that refuses everybody for a minute proves nothing. */
async function proved(
  ctx: Context,
  refused: number,
  controls: number,
  control: Parts | undefined,
): Promise<Outcome> {
  const sure = control !== undefined || condemnedId(ctx) === '' || (await goneFromList(ctx));
  return done('observed', { refused, control: controls, grade: sure ? 'refused' : 'unproven' });
}

function endOfPatience(ctx: Context, verdict: Verdict, pause: Millis): Outcome | undefined {
  const limit =
    millis(revokedAt(ctx)) +
    ctx.subject.vendor.capabilities.revocationLag +
    Math.min(ctx.ports.patience, MARGIN);
  if (ctx.now() > limit) {
    const accepted = verdict.answer === 'accepted';
    const why = accepted
      ? 'the revoked key is still accepted'
      : 'the vendor does not say clearly that it refuses the revoked key';
    return { is: 'block', code: 'RK5013', why };
  }
  if (ctx.left > FEW_CALLS + pause) return undefined;
  return {
    is: 'wait',
    until: instant(ctx.now() + MINUTE),
    latest: instant(limit + MARGIN),
    then: 'a person is asked',
    reason: `the death of the old key is not proved yet (${verdict.answer})`,
  };
}

function revokedAt(ctx: Context): string {
  const { pass } = ctx.state;
  return (
    ctx.row(`${pass}/revoke`)?.result?.at ?? ctx.row(`${pass}/condemn`)?.result?.at ?? instant(ctx.now())
  );
}

async function goneFromList(ctx: Context): Promise<boolean> {
  const id = condemnedId(ctx) ?? '';
  const { credentials, complete } = await ctx.subject.vendor.list();
  return complete && id !== '' && !credentials.some((credential) => credential.id === id);
}

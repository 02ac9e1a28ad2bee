import { asRekeyError } from '../../domain/errors';
import { resultOf } from '../../domain/rotation';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { roles } from '../roles';
import { always, FEW_CALLS, type Step } from './step';

/** forward: exactly our staged version becomes current. back: the value of the base version does. Both set, both are fenced. */
export const promote: Step = { applies: always, run, budget: FEW_CALLS, brakes: true };

async function run(ctx: Context): Promise<Outcome> {
  const { state } = ctx;
  const base = resultOf(state, 'forward', 'claim')?.base;
  const created = resultOf(state, 'forward', 'create');
  const promoted = resultOf(state, 'forward', 'promote')?.version;
  if (base === undefined || created === undefined)
    return { is: 'block', code: 'RK7002', why: 'the journal does not say what to promote' };
  const { survivor } = roles(state);
  if (survivor !== undefined && ctx.ledger.key.condemned.includes(survivor)) {
    return { is: 'block', code: 'RK8004', why: `${survivor} is condemned and never becomes current again` };
  }
  const forward = state.pass === 'forward';
  const row = forward ? 'forward/promote' : 'back/promote';
  const earlier = ctx.row(row)?.intents ?? 0;
  const id = forward ? { id: created.id } : survivor === undefined ? {} : { id: survivor };
  try {
    const { store } = ctx.subject;
    const from = forward ? base : (promoted ?? base);
    const data = forward ? { base, staged: created.staged, ...id } : { base: from, version: base, ...id };
    const { version } = await ctx.effect(row, data, () =>
      forward ? store.promote(ctx.ref, base, created.staged) : store.restore(ctx.ref, from, base),
    );
    return done('did', { version, previous: from, ...id });
  } catch (thrown) {
    return moved(thrown, forward && earlier === 0);
  }
}

/** A conflict is truth. Only when no earlier promote of ours can have landed in between was new surely never current. */
function moved(thrown: unknown, neverCurrent: boolean): Outcome {
  const error = asRekeyError(thrown);
  if (error.kind !== 'conflict') throw thrown;
  if (neverCurrent)
    return {
      is: 'turn',
      to: 'discard',
      why: `somebody else changed the value: ${error.message}`,
      code: error.code,
    };
  return {
    is: 'block',
    code: error.code,
    why: `somebody else changed the value, and our own promote may have been served before: ${error.message}`,
  };
}

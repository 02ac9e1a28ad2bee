import type { Changed } from '../../domain/contracts/store';
import { asRekeyError } from '../../domain/errors';
import { resultOf } from '../../domain/rotation';
import type { JsonObject } from '../../domain/json';
import type { Context } from '../context';
import { noteFailure } from '../ledger';
import { adviceOf, done, type Outcome } from '../outcome';
import { roles } from '../roles';
import { always, fewCalls, type Step } from './step';

/** forward: exactly our staged version becomes current. back: the value of the base version does. Both set, both are fenced. */
export const promote: Step = { applies: always, run, budget: fewCalls, brakes: true };

interface Move {
  readonly id?: string;
  readonly from: string;
  readonly data: JsonObject;
  readonly send: () => Promise<Changed>;
}

async function run(ctx: Context): Promise<Outcome> {
  const forward = ctx.state.pass === 'forward';
  const move = forward ? toNew(ctx) : backToOld(ctx);
  if (!move) return { is: 'block', code: 'RK7002', why: 'the journal does not say what to promote' };
  if (move.id !== undefined && ctx.ledger.key.condemned.includes(move.id)) {
    return { is: 'block', code: 'RK8004', why: `${move.id} is condemned and never becomes current again` };
  }
  if (!forward && (await emptiesWhatEnded(ctx)))
    return {
      is: 'block',
      code: 'RK7008',
      why: 'the staging slot is not held by this rotation any more, so it may have ended in a part of the journal that is gone, and there is no key before this one to go back to',
    };
  const row = forward ? 'forward/promote' : 'back/promote';
  const inDoubt = ctx.row(row)?.intent !== undefined || mayBeRewound(ctx);
  const id = move.id === undefined ? {} : { id: move.id };
  try {
    const { version, found } = await ctx.effect(row, { ...move.data, ...id }, move.send);
    return done(found ? 'found' : 'did', { version, previous: move.from, ...id });
  } catch (thrown) {
    return moved(ctx, thrown, forward && !inDoubt);
  }
}

/**
 * A create that was done shares its commit with the intent of this row. One that was only found may have been promoted before, in a
 * part of the journal that is gone.
 */
const mayBeRewound = (ctx: Context): boolean => ctx.row('forward/create')?.result?.how === 'found';

/** To go back from a first key leaves applications without any. As long as its rotation is open it holds the slot. */
async function emptiesWhatEnded(ctx: Context): Promise<boolean> {
  if (resultOf(ctx.state, 'forward', 'claim')?.old !== 'absent') return false;
  const slot = await ctx.subject.store.slot(ctx.ref);
  return slot?.reservation.rotation !== ctx.state.rotation;
}

function toNew(ctx: Context): Move | undefined {
  const base = resultOf(ctx.state, 'forward', 'claim')?.base;
  const created = resultOf(ctx.state, 'forward', 'create');
  if (base === undefined || created === undefined) return undefined;
  const { id, staged } = created;
  return {
    id,
    from: base,
    data: { base, staged },
    send: () => ctx.subject.store.promote(ctx.ref, base, staged),
  };
}

function backToOld(ctx: Context): Move | undefined {
  const version = resultOf(ctx.state, 'forward', 'claim')?.base;
  const from = resultOf(ctx.state, 'forward', 'promote')?.version;
  if (version === undefined || from === undefined) return undefined;
  const { survivor } = roles(ctx.state, ctx.subject.entry.keyId);
  const id = survivor === undefined ? {} : { id: survivor };
  return {
    ...id,
    from,
    data: { base: from, version },
    send: () => ctx.subject.store.restore(ctx.ref, from, version),
  };
}

/** A conflict is truth. Only when no earlier promote of ours can have landed in between was new surely never current. */
function moved(ctx: Context, thrown: unknown, neverCurrent: boolean): Outcome {
  const error = asRekeyError(thrown);
  // A claim that was lost says nothing about the store.
  if (error.kind !== 'conflict' || ctx.ledger.lost) throw thrown;
  if (neverCurrent) {
    noteFailure(ctx.ledger, 'forward/promote', error, true);
    const why = `somebody else changed the value: ${error.message}`;
    return { is: 'turn', to: 'discard', why, code: error.code, ...adviceOf(error) };
  }
  const why = `somebody else changed the value, and our own promote may have been served before: ${error.message}`;
  return { is: 'block', code: error.code, why };
}

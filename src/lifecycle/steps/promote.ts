import type { Permit } from '../../domain/ports';
import type { Changed } from '../../domain/contracts/store';
import { samePartsTrimmed, type Parts } from '../../domain/credential';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import { resultOf, type Results } from '../../domain/journal/rotation';
import type { Slot } from '../../domain/contracts/store';
import type { JsonObject } from '../../domain/tools/json';
import type { Context } from '../context';
import { noteFailure } from '../ledger';
import { adviceOf, done, type StepOutcome, block, turn } from '../stepOutcome';
import { roles } from '../revocation/roles';
import { onItsWay, settlesLate, standing } from '../settled';
import { againstRestore } from './restorable';
import { always, fewCalls, type Step } from './step';
import { newParts, oldParts, served, stored, version } from '../values';
import { millis } from '../../domain/tools/time';

/**
 * forward: exactly our staged version becomes current. back: the value of the base version does. Both set, both are fenced; where the store
 * fences nothing, it is done only once nobody's write can be on its way any more and nothing else was written.
 */
export const promote: Step = { applies: always, run, budget: fewCalls };

/**
 * Another process says that it was done: then that version holds the value in question. Where the store keeps it no more, something is
 * served at least; what dies after that has to be another key than the one that is.
 */
async function wasPromoted(ctx: Context, told: string): Promise<boolean> {
  const forward = ctx.state.pass === 'forward';
  if (!forward && ctx.claimed?.old === 'absent') return true;
  const wanted = forward ? stagedBefore(ctx) : await oldParts(ctx);
  const held = (await stored(ctx, told))?.parts;
  if (wanted && held) return samePartsTrimmed(wanted, held);
  return (await served(ctx)).parts !== undefined;
}

/** By the look at the slot with which this process began. */
function stagedBefore({ memory: { slotBefore }, state }: Context): Parts | undefined {
  return slotBefore?.reservation.rotation === state.rotation ? slotBefore.staged?.parts : undefined;
}

interface Move {
  readonly id?: string;
  readonly from: string;
  readonly data: JsonObject;
  /** @param permit where the store does not fence it */
  readonly send: (permit?: Permit) => Promise<Changed>;
}

async function run(ctx: Context): Promise<StepOutcome> {
  const told = resultOf(ctx.state, ctx.state.pass, 'promote');
  return told && (await wasPromoted(ctx, told.version)) ? done('found', { ...told }) : moves(ctx);
}

async function moves(ctx: Context): Promise<StepOutcome> {
  const forward = ctx.state.pass === 'forward';
  const move = forward ? toNew(ctx) : backToOld(ctx);
  if (!move) return block('RK7002', 'the journal does not say what to promote');
  if (move.id !== undefined && ctx.ledger.key.condemned.includes(move.id)) {
    return block('RK8004', `${move.id} is condemned and never becomes current again`);
  }
  const against = forward ? await againstPromote(ctx) : await againstRestore(ctx);
  if (against !== undefined) return block('RK7008', against);
  const row = forward ? 'forward/promote' : 'back/promote';
  return (await landedLate(ctx, row, move)) ?? makes(ctx, row, move);
}

async function makes(ctx: Context, row: RowId, move: Move): Promise<StepOutcome> {
  const inDoubt = ctx.row(row)?.intent !== undefined || mayBeRewound(ctx);
  const id = move.id === undefined ? {} : { id: move.id };
  const { fenced } = ctx.subject.store.capabilities;
  try {
    const { version, found } = await ctx.effect(row, { ...move.data, ...id }, (permit) =>
      fenced ? move.send() : move.send(permit),
    );
    const late = settlesLate(ctx) ? onItsWay(ctx, row) : undefined;
    return late ?? done(found ? 'found' : 'did', { version, previous: move.from, ...id });
  } catch (thrown) {
    return moved(ctx, thrown, ctx.state.pass === 'forward' && !inDoubt);
  }
}

/** How a write ended that was sent before, by whomever. Undefined: none was, or it never arrived, so it is sent. */
async function landedLate(ctx: Context, row: RowId, move: Move): Promise<StepOutcome | undefined> {
  const intent = settlesLate(ctx) ? ctx.row(row)?.intent : undefined;
  if (!intent) return undefined;
  const early = onItsWay(ctx, row);
  if (early) return early;
  const forward = ctx.state.pass === 'forward';
  const [old, fresh] = [await oldParts(ctx), await newParts(ctx)];
  const { is, version } = await standing(ctx, move.from, forward ? old : fresh, forward ? fresh : old);
  if (is === 'before') {
    noteFailure(ctx.ledger, row, new RekeyError('RK4010', NEVER_ARRIVED), true);
    return undefined;
  }
  if (is === 'unclear') return block('RK4003', UNCLEAR);
  const id = move.id === undefined ? {} : { id: move.id };
  const how = intent.by === ctx.ledger.nonce ? 'did' : 'found';
  return done(how, { version, previous: move.from, ...id });
}

const NEVER_ARRIVED = 'what was sent to the store never arrived, so it is sent again';

const UNCLEAR =
  'something else was written to the secret together with our own value, or nobody can tell, and the store fences no write: see who else writes there, and which key is meant to be served';

/**
 * A create that was done shares its commit with the intent of this row. One that was only found may have been promoted before, in a
 * part of the journal that is gone.
 */
const mayBeRewound = (ctx: Context): boolean => ctx.row('forward/create')?.result?.how === 'found';

/** What this process did not stage itself is what the slot names, and the value that it replaces was there before it was staged. */
async function againstPromote(ctx: Context): Promise<string | undefined> {
  if (ctx.row('forward/create')?.result?.by === ctx.ledger.nonce) return undefined;
  const created = ctx.created;
  const slot = await ctx.subject.store.slot(ctx.ref);
  if (slot?.reservation.rotation !== ctx.state.rotation || !isStaged(slot, created))
    return 'the staging slot does not hold what the journal says that this rotation staged';
  const base = await version(ctx, ctx.claimed?.base ?? '0');
  if (!base || slot.since === undefined || millis(base.created) <= millis(slot.since)) return undefined;
  return 'the value that the journal wants replaced was written after the new one was staged: somebody else changed it';
}

const isStaged = ({ staged }: Slot, created: Results['create'] | undefined): boolean =>
  staged !== undefined && staged.id === created?.id && staged.version === created.staged;

function toNew(ctx: Context): Move | undefined {
  const base = ctx.claimed?.base;
  const created = ctx.created;
  if (base === undefined || created === undefined) return undefined;
  const { id, staged } = created;
  return {
    id,
    from: base,
    data: { base, staged },
    send: (permit) => ctx.subject.store.promote(ctx.ref, base, staged, permit),
  };
}

function backToOld(ctx: Context): Move | undefined {
  const version = ctx.claimed?.base;
  const from = ctx.promoted?.version;
  if (version === undefined || from === undefined) return undefined;
  const { survivor } = roles(ctx.state, ctx.subject.entry.keyId);
  const id = survivor === undefined ? {} : { id: survivor };
  return {
    ...id,
    from,
    data: { base: from, version },
    send: (permit) => ctx.subject.store.restore(ctx.ref, from, version, permit),
  };
}

/** A conflict is truth. Only when no earlier promote of ours can have landed in between was new surely never current. */
function moved(ctx: Context, thrown: unknown, neverCurrent: boolean): StepOutcome {
  const error = asRekeyError(thrown);
  // A claim that was lost says nothing about the store.
  if (error.kind !== 'conflict' || ctx.ledger.lost) throw thrown;
  if (neverCurrent) {
    noteFailure(ctx.ledger, 'forward/promote', error, true);
    const why = `somebody else changed the value: ${error.message}`;
    return turn('discard', why, { code: error.code, ...adviceOf(error) });
  }
  const why = `somebody else changed the value, and our own promote may have been served before: ${error.message}`;
  return block(error.code, why);
}

import { RekeyError, asRekeyError } from '../domain/errors';
import type { KeyState } from '../domain/journal/keyState';
import { Paused } from '../domain/paused';
import { diedTooOften, mayClaim, noteClaim, noteTooOften, type ClaimRequest } from './claiming';
import { Context } from './context';
import { run } from './engine';
import { Ledger } from './ledger';
import { mustBeTheEntry } from './entry';
import { isEnding, lineCrossed, promoted } from './revocation/roles';
import type { Stop } from './stepOutcome';
import { leaveEnabled } from './revocation/enable';
import type { EnginePorts, Subject } from './subject';

/**
 * Begins a rotation, or continues with the open one. The claim is written with the first intent, so a rotation that fails its
 * preflight has changed nothing, not even the journal.
 */
export async function rotate(
  key: KeyState,
  request: ClaimRequest,
  subject: Subject,
  ports: EnginePorts,
): Promise<Stop> {
  try {
    const takenFrom = await mayClaim(key, request.rank, ports.host, ports.journal.now());
    const rotation = key.open?.rotation ?? newRotation(ports);
    const facts = key.open ? await ports.journal.facts(key.identity, rotation) : [];
    if (key.open && facts.at(-1)?.id !== key.head) {
      throw new RekeyError(
        'RK7003',
        `${key.name}: the journal's index and its facts disagree about rotation ${rotation}.`,
      );
    }
    const ledger = new Ledger(ports, rotation, ports.random.id(12), key, facts);
    if (!ledger.untouched && request.abandon === undefined)
      mustBeTheEntry(ledger.state.snapshot, subject.entry);
    noteClaim(ledger, key, request, ports.run, ports.journal.now(), takenFrom);
    const ctx = new Context(ledger, subject, ports);
    if (diedTooOften(ledger)) {
      await leaveEnabled(ctx);
      noteTooOften(ledger);
    }
    if (request.undo !== undefined) noteUndo(ctx, request.undo);
    if (request.abandon !== undefined && ctx.state.pass !== 'abandon') {
      await leaveEnabled(ctx).catch((thrown: unknown) => {
        ledger.note({
          type: 'warning',
          message: `the old key may be disabled: ${asRekeyError(thrown).line}`,
        });
      });
      ledger.note({ type: 'turn', to: 'abandon', why: request.abandon });
    }
    return await run(ctx);
  } catch (thrown) {
    return notBegun(key, thrown);
  }
}

function notBegun(key: KeyState, thrown: unknown): Stop {
  if (thrown instanceof Paused) return { status: 'paused', key };
  const error = asRekeyError(thrown);
  return { status: error.code === 'RK7006' ? 'busy' : 'failed', key, error };
}

/** Letters and digits, in the order of time: it stands in paths and marks, and a clock may tell fractions of a millisecond. */
const newRotation = ({ journal, random }: EnginePorts): string =>
  `${Math.floor(journal.now()).toString(36)}${random.id(4)}`;

/** By a person's order. After the line there is nothing to go back to. */
function noteUndo(ctx: Context, why: string): void {
  const { state } = ctx;
  if (state.pass !== 'forward') return;
  if (lineCrossed(state)) {
    const why = isEnding(state) ? 'its rotation has come to its end' : 'its old key is condemned';
    throw new RekeyError('RK1003', `${ctx.name}: ${why}, so there is nothing to go back to.`, {
      next: 'Run rotate with now to get a new key.',
    });
  }
  ctx.ledger.note({ type: 'turn', to: promoted(state) ? 'back' : 'discard', why });
}

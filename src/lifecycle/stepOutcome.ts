import { CODES, type Code } from '../domain/errorCodes';
import type { RekeyError } from '../domain/errors';
import type { Fact, How, Turn } from '../domain/journal/facts';
import type { JsonObject } from '../domain/tools/json';
import type { KeyState } from '../domain/journal/keyState';
import type { RotationState } from '../domain/journal/rotation';
import { instant, type Instant, type Millis } from '../domain/tools/time';

/** Every wait has an end, and says what then. */
export interface Wait {
  readonly until: Instant;
  readonly latest: Instant;
  /** What happens at `latest`, as a sentence. */
  readonly then: string;
  readonly reason: string;
  /** Present when a person must act: what exactly. */
  readonly person?: string;
  /** Present when it waits after a failure. */
  readonly after?: Code;
}

/** What an error says to do, where it is not what its code says anyhow. */
interface Advice {
  readonly next?: string;
}

/** Both keys stay alive until a person has looked. */
export interface Block extends Advice {
  readonly is: 'block';
  readonly code: Code;
  readonly why: string;
}

/** Undo: `discard` when new was never current, `back` when it was. */
interface TurnBack extends Advice {
  readonly is: 'turn';
  readonly to: Turn;
  readonly why: string;
  readonly code?: Code;
}

/** What a step tells the engine. Everything else a step throws. */
export type StepOutcome =
  | { readonly is: 'done'; readonly how: How; readonly data: JsonObject }
  | ({ readonly is: 'wait' } & Wait)
  | TurnBack
  | Block;

export const adviceOf = ({ code, next }: RekeyError): Advice => (next === CODES[code].next ? {} : { next });

export const done = (how: How, data: JsonObject = {}): StepOutcome => ({ is: 'done', how, data });

/** Times by the journal's clock. */
export const waitUntil = (
  until: Millis,
  { latest, ...rest }: Omit<Wait, 'until' | 'latest'> & { readonly latest: Millis },
): StepOutcome => ({ is: 'wait', until: instant(until), latest: instant(latest), ...rest });

export const block = (code: Code, why: string, advice: Advice = {}): Block => ({
  is: 'block',
  code,
  why,
  ...advice,
});

export const turn = (to: Turn, why: string, more: Advice & { readonly code?: Code } = {}): StepOutcome => ({
  is: 'turn',
  to,
  why,
  ...more,
});

/** How a run of one rotation ended. */
export interface Stop {
  readonly status:
    | 'done'
    | 'undone'
    | 'waiting'
    | 'person'
    | 'blocked'
    | 'held'
    | 'paused'
    | 'superseded'
    | 'busy'
    | 'failed';
  readonly key: KeyState;
  readonly rotation?: RotationState;
  /** All facts of the rotation, the pending ones included. */
  readonly facts?: readonly Fact[];
  readonly error?: RekeyError;
}

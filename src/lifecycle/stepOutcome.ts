import { CODES, type Code } from '../domain/errorCodes';
import type { RekeyError } from '../domain/errors';
import type { Fact, How, Turn } from '../domain/facts';
import type { JsonObject } from '../domain/json';
import type { KeyState } from '../domain/keyState';
import type { RotationState } from '../domain/rotation';
import type { Instant } from '../domain/time';

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

/** What a step tells the engine. Everything else a step throws. */
export type StepOutcome =
  | { readonly is: 'done'; readonly how: How; readonly data: JsonObject }
  | ({ readonly is: 'wait' } & Wait)
  /** Undo: `discard` when new was never current, `back` when it was. */
  | {
      readonly is: 'turn';
      readonly to: Turn;
      readonly why: string;
      readonly code?: Code;
      readonly next?: string;
    }
  /** Both stay alive until a person has looked. `next`: what the error says to do. */
  | { readonly is: 'block'; readonly code: Code; readonly why: string; readonly next?: string };

/** What an error says to do, where it is not what its code says anyhow. */
export const adviceOf = ({ code, next }: RekeyError): { readonly next?: string } =>
  next === CODES[code].next ? {} : { next };

export const done = (how: How, data: JsonObject = {}): StepOutcome => ({ is: 'done', how, data });

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

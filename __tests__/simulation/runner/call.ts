import type { Millis } from '../../../src/domain/tools/time';
import type { Chance } from '../../../src/sandbox/chance';
import type { Runner } from './runner';

export type Place = 'vendor' | 'store' | 'github' | 'health' | 'hooks' | 'disk';

/** One call of a runner to the outside, over the network or to the disk. */
export interface Call {
  /** `p2.17`: the seventeenth call of the second process. */
  readonly id: string;
  readonly runner: Runner;
  readonly place: Place;
  readonly method: string;
  readonly path: string;
  readonly writes: boolean;
  readonly body: string;
  readonly begun: Millis;
  /** When it left the process; before that the process may have stood still. */
  departed: Millis | undefined;
  readonly chance: Chance;
}

/** What may become of a call. */
export type Strike =
  /** Nothing was sent. */
  | { readonly kind: 'refused' }
  /** Done, and no answer: the client waits in vain, or sees a reset after a while. */
  | { readonly kind: 'lost'; readonly reset?: Millis }
  | { readonly kind: 'timeout' }
  /** It arrives this long after it was sent; most clients have given up by then. */
  | { readonly kind: 'late'; readonly delay: Millis }
  /** Of the server, or of something in front of it that may have passed the request on. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter?: number;
      readonly passedOn?: boolean;
    }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'html' }
  /** A read of the past. */
  | { readonly kind: 'stale'; readonly lag: Millis }
  /** A list that does not end where it should. */
  | { readonly kind: 'cut' }
  /** The whole process stands still. suspended: the machine does, and its monotonic clock with it. */
  | {
      readonly kind: 'stall';
      readonly when: 'before' | 'after';
      readonly duration: Millis;
      readonly suspended: boolean;
    }
  | { readonly kind: 'kill'; readonly when: 'before' | 'after' };

export type StrikeKind = Strike['kind'];

import type { Millis } from '../domain/tools/time';

/** A call as the fault plan and the record see it; n counts from 1. */
export interface Call {
  readonly n: number;
  readonly origin: string;
  readonly method: string;
  readonly path: string;
}

/** What may go wrong with one call. */
export type Fault =
  /** Connection refused: nothing was sent. */
  | { readonly kind: 'refused' }
  /** The effect is done, the answer is lost; the client times out, or sees a reset after `after`. */
  | { readonly kind: 'lost'; readonly after?: Millis }
  /** Nothing happens, and the client times out. */
  | { readonly kind: 'timeout' }
  /** The client gets no answer; the effect lands `delay` after the call was sent, also when the client has given up. */
  | { readonly kind: 'late'; readonly delay: Millis }
  /** A status of the server or of something in front of it; nothing happens. retryAfter in seconds. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  /** The effect is done, half of the body arrives. */
  | { readonly kind: 'truncated' }
  /** A page of a proxy instead of the server: nothing happens. */
  | { readonly kind: 'html' }
  /** The process stops before it sends, and continues when the promise settles. */
  | { readonly kind: 'stall'; readonly hold: Promise<void> }
  /** The machine is suspended for so long, before the call leaves or with its answer in hand; nobody takes over. */
  | { readonly kind: 'suspended'; readonly when: 'before' | 'after'; readonly duration: Millis }
  /** The process dies, before or after the effect. */
  | { readonly kind: 'kill'; readonly when: 'before' | 'after' };

export type FaultPlan = (call: Call) => Fault | undefined;

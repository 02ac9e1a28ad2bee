import type { HttpRequest } from '../../domain/ports';
import type { Millis } from '../../domain/time';

/** A request as it goes over the wire: secrets are in clear, so it is made last and kept nowhere. */
export interface WireRequest {
  readonly method: HttpRequest['method'];
  /** It changes nothing: it may be repeated, and no answer means nothing happened. */
  readonly safe: boolean;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** From the first byte sent to the last one read. */
  readonly timeout: Millis;
  /** The transport reads no more than this; a longer answer has `cut` set. */
  readonly maxBytes: number;
}

export interface WireResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** True when the answer was longer than `maxBytes`. */
  readonly cut?: boolean;
}

/** Sends one request once: no redirect, no retry. Throws only TransportFailure. */
export type Transport = (request: WireRequest) => Promise<WireResponse>;

export type FailureReason =
  'refused' | 'unknown host' | 'certificate' | 'private address' | 'timeout' | 'connection lost';

/** No answer. `sent` says whether the server may have seen the request; in doubt it is `maybe`. */
export class TransportFailure extends Error {
  readonly sent: 'no' | 'maybe';
  readonly reason: FailureReason;

  constructor(sent: 'no' | 'maybe', reason: FailureReason) {
    super(reason);
    this.name = 'TransportFailure';
    this.sent = sent;
    this.reason = reason;
  }
}

export const isRead = (method: HttpRequest['method']): boolean => ['GET', 'HEAD', 'LIST'].includes(method);

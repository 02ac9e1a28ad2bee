import type { HttpRequest } from '../../domain/ports';
import type { Millis } from '../../domain/tools/time';

/** What is asked, before it is signed. Secrets are in clear. */
export interface Unsigned {
  readonly method: HttpRequest['method'];
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request as it goes over the wire: secrets are in clear, so it is made last and kept nowhere. */
export interface WireRequest extends Unsigned {
  /** It changes nothing: it may be repeated, and no answer means nothing happened. */
  readonly safe: boolean;
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

/** own fault: neither network nor server, but an exception of this program or of a library that it was wrongly asked by. */
export type FailureReason =
  | 'refused'
  | 'unknown host'
  | 'certificate'
  | 'private address'
  | 'timeout'
  | 'connection lost'
  | 'own fault';

/** No answer. `sent` says whether the server may have seen the request; in doubt it is `maybe`. */
export class TransportFailure extends Error {
  readonly sent: 'no' | 'maybe';
  readonly reason: FailureReason;
  /** Name or code of what was thrown, such as `ERR_OUT_OF_RANGE`, where the reason does not say it all. */
  readonly detail: string | undefined;

  /** The address of the proxy that the request was to go through, without a login. */
  readonly proxy: string | undefined;

  constructor(sent: 'no' | 'maybe', reason: FailureReason, detail?: string, proxy?: string) {
    super(reason);
    this.name = 'TransportFailure';
    this.sent = sent;
    this.reason = reason;
    this.detail = detail;
    this.proxy = proxy;
  }
}

export const isRead = (method: HttpRequest['method']): boolean => ['GET', 'HEAD', 'LIST'].includes(method);

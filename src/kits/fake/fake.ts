import type { Millis } from '../../domain/tools/time';

/** A fake is a handler of requests: the same one serves tests in process and the sandbox on loopback. */
export interface FakeRequest {
  readonly method: string;
  /** Decoded by the fake itself, so that encoded segments stay apart. Begins with `/`, no query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface FakeResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Synchronous, so that each request is atomic; slow, lost and late are the transport's business. Undefined: not my path. */
export type FakeHandler = (request: FakeRequest) => FakeResponse | undefined;

/** The time and the chance of the world a fake lives in: real in the sandbox, virtual in tests. */
export interface FakeWorld {
  now(): Millis;
  id(length: number): string;
}

export const fakeJson = (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

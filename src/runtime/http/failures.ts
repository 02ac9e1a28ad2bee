import { PRIVATE_ADDRESS } from './guardedLookup';
import { TransportFailure, type FailureReason } from './wire';

/** What undici, net, tls or dns threw, as a failure that says whether the server may have seen the request. */
export function failureOf(thrown: unknown, proxy?: string): TransportFailure {
  const refusal =
    proxy === undefined ? undefined : PROXY_STATUS.exec(thrown instanceof Error ? thrown.message : '');
  if (refusal) return new TransportFailure('no', 'refused', `status ${refusal[1] ?? ''}`, proxy);
  const { sent, reason, detail } = withoutProxy(thrown);
  return new TransportFailure(sent, reason, detail, proxy);
}

/** undici's ProxyAgent tells of a refused CONNECT by this text alone. */
const PROXY_STATUS = /^Proxy response \((\d{3})\)/;

function withoutProxy(thrown: unknown): TransportFailure {
  const found = causes(thrown);
  for (const cause of found) {
    const reason = beforeSending(cause);
    if (reason !== undefined) return new TransportFailure('no', reason);
  }
  if (isTimeout(thrown)) return new TransportFailure('maybe', 'timeout');
  // The first one decides: what a network says may have a fault of ours for its cause, but not the other way round.
  const own = found[0] === undefined ? 'no error' : ownFault(found[0]);
  return own === undefined
    ? new TransportFailure('maybe', 'connection lost')
    : new TransportFailure(/assert/i.test(own) ? 'maybe' : 'no', 'own fault', own);
}

/** The same after the head of the answer was read: whatever it is, the server has seen the request. */
export function failureAfter(thrown: unknown): TransportFailure {
  const { reason, detail } = failureOf(thrown);
  return new TransportFailure('maybe', reason, detail);
}

const OWN_NAMES = /^(TypeError|RangeError|ReferenceError|SyntaxError|EvalError|AssertionError)$/;
const OWN_CODES =
  /^(UND_ERR_(INVALID_ARG|NOT_SUPPORTED)|ERR_(INVALID_(ARG|CHAR|URL)|OUT_OF_RANGE|MISSING_ARGS|MODULE_|ASSERTION))/;

/** https://nodejs.org/api/errors.html#nodejs-error-codes: these refuse what was asked, before anything is written to a socket. */
function ownFault({ name, code, syscall }: Cause): string | undefined {
  if (syscall !== '' || !(OWN_NAMES.test(name) || OWN_CODES.test(code))) return undefined;
  return code === '' ? name : code;
}

interface Cause {
  readonly name: string;
  readonly code: string;
  readonly syscall: string;
}

/** The error, its causes, and the parts of an AggregateError (one for each address that was tried). */
function causes(thrown: unknown): Cause[] {
  if (typeof thrown !== 'object' || thrown === null) return [];
  const { name = '', code = '', syscall = '', cause, errors = [] } = thrown as Raw;
  return [{ name, code: String(code), syscall }, ...[cause, ...errors].flatMap(causes)];
}

/** Not told by class, for errors of Node, undici and its streams have no class in common. */
interface Raw {
  readonly name?: string;
  readonly code?: string | number;
  readonly syscall?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** Failures that can only happen before a byte of the request has left. */
function beforeSending({ code, syscall }: Cause): FailureReason | undefined {
  if (code === PRIVATE_ADDRESS) return 'private address';
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'timeout';
  if (syscall === 'getaddrinfo') return 'unknown host';
  if (syscall === 'connect') return code === 'ETIMEDOUT' ? 'timeout' : 'refused';
  return isCertificate(code) ? 'certificate' : undefined;
}

/** https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const isCertificate = (code: string): boolean =>
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|INVALID_CA|PATH_LENGTH|HOSTNAME_MISMATCH)/.test(
    code,
  ) || code === 'ERR_TLS_CERT_ALTNAME_INVALID';

function isTimeout(thrown: unknown): boolean {
  return causes(thrown).some(
    ({ name, code }) =>
      name === 'TimeoutError' || code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT',
  );
}

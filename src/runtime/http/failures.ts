import { PRIVATE_ADDRESS } from './guardedLookup';
import { TransportFailure, type FailureReason } from './wire';

/** What undici, net, tls or dns threw, as a failure that says whether the server may have seen the request. */
export function failureOf(thrown: unknown): TransportFailure {
  for (const cause of causes(thrown)) {
    const reason = beforeSending(cause);
    if (reason !== undefined) return new TransportFailure('no', reason);
  }
  return new TransportFailure('maybe', isTimeout(thrown) ? 'timeout' : 'connection lost');
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

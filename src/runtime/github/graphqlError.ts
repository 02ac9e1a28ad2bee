import type { Code } from '../../domain/errorCodes';
import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/tools/text';
import { permissionError, rateLimitEnds, type Asked } from './restError';

export interface GraphqlFailure {
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly { readonly type?: string; readonly message?: string }[];
}

/** What the types mean; GitHub publishes no list, these are the ones seen in the field. */
const DENIED = new Set(['FORBIDDEN', 'INSUFFICIENT_SCOPES', 'BRANCH_PROTECTION_RULE_VIOLATION']);
const CODE_OF: Readonly<Record<string, Code>> = { NOT_FOUND: 'RK9009', STALE_DATA: 'RK9012' };

/**
 * An answer 200 with `errors` inside. The first error decides, for GitHub reports causes first.
 * https://docs.github.com/en/graphql/guides/forming-calls-with-graphql
 */
export function graphqlError({ headers, errors }: GraphqlFailure, asked: Asked): RekeyError {
  const type = errors[0]?.type ?? '';
  const said = errors[0]?.message ?? '';
  if (type === 'RATE_LIMITED' || /rate limit/i.test(said)) {
    return new RekeyError('RK9007', `${asked.what}: GitHub's rate limit.`, {
      retryAfter: rateLimitEnds({ headers }),
    });
  }
  if (DENIED.has(type) || /not accessible by|rule violations/i.test(said)) {
    return permissionError(asked, 'refused', said);
  }
  const message = `${asked.what}: ${[codeSpan(type), codeSpan(said)].filter(Boolean).join(' ')}.`;
  const known = CODE_OF[type];
  if (known !== undefined) return new RekeyError(known, message);
  return new RekeyError(isFault(type, said) ? faultCode(asked) : 'RK9011', message);
}

/** "Something went wrong while executing your query", "We couldn't respond to your request in time". */
const isFault = (type: string, said: string): boolean =>
  ['INTERNAL', 'SERVICE_UNAVAILABLE', 'TIMEOUT'].includes(type) || /something went wrong|in time/i.test(said);

const faultCode = ({ write }: Asked): Code => (write ? 'RK9002' : 'RK9010');

import type { Code } from '../../domain/errorCodes';
import { RekeyError } from '../../domain/errors';
import { httpError } from '../../domain/httpError';
import { readHttpDate } from '../../domain/tools/foreignTime';
import { retryAfterOf, withinBounds } from '../../domain/tools/retryAfter';
import { codeSpan } from '../../domain/tools/text';
import { MINUTE, SECOND, type Millis } from '../../domain/tools/time';

export interface RestFailure {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: unknown;
}

export interface Asked {
  /** `GitHub, POST /repos/{owner}/{repo}/issues` */
  readonly what: string;
  /** Such as `issues: write`. */
  readonly permission: string;
  readonly write: boolean;
  /** The input that the token came from. */
  readonly input?: string;
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api */
export function restError(failure: RestFailure, asked: Asked): RekeyError {
  const said = messageOf(failure.data);
  const { status } = failure;
  if (isRateLimit(failure, said)) {
    return new RekeyError('RK9007', `${asked.what}: GitHub's rate limit.`, {
      retryAfter: rateLimitEnds(failure),
    });
  }
  if (status === 401 || status === 403) return permissionError(asked, `status ${status}`, said);
  if (status === 404) {
    return new RekeyError('RK9009', `${asked.what}: not found.`, {
      next: `Check the name; GitHub also says this when the token lacks ${codeSpan(asked.permission)}.`,
    });
  }
  if (status === 410)
    return new RekeyError('RK9009', `${asked.what}: status 410${said && `, ${codeSpan(said)}`}.`, {
      next: 'This was switched off or taken away at GitHub; switch it on, or take it out of the config.',
    });
  if (status === 422)
    return new RekeyError(codeOf422(said), `${asked.what}: ${codeSpan(said) || 'status 422'}.`);
  return httpError(failure, asked);
}

export function permissionError(asked: Asked, why: string, said: string): RekeyError {
  const words = codeSpan(said);
  return new RekeyError('RK3004', `${asked.what}: ${why}${words && `, ${words}`}.`, {
    next:
      asked.input === 'journal-token'
        ? `Give the token of journal-token ${codeSpan(asked.permission)}, in the App that made it.`
        : `Give the token ${codeSpan(asked.permission)}, under "permissions:" of the job or in the App that made it.`,
  });
}

const codeOf422 = (said: string): Code => (/already exists/i.test(said) ? 'RK9012' : 'RK9011');

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
function isRateLimit({ status, headers }: RestFailure, said: string): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit/i.test(said)
  );
}

export function rateLimitEnds({ headers }: { readonly headers: Readonly<Record<string, string>> }): Millis {
  const asked = retryAfterOf({ headers });
  if (asked !== undefined) return asked;
  const reset = Number(headers['x-ratelimit-reset']) * SECOND;
  const server = readHttpDate(headers['date']);
  const spent = headers['x-ratelimit-remaining'] === '0';
  // Without a word about the end GitHub asks for at least a minute.
  return spent && server !== undefined && !Number.isNaN(reset) ? withinBounds(reset - server) : MINUTE;
}

function messageOf(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  return typeof data.message === 'string' ? data.message : '';
}

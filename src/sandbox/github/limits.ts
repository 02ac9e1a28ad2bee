import { fakeJson, type FakeRequest, type FakeResponse } from '../../kits/fake/fake';
import { HOUR, MINUTE, SECOND, type Millis } from '../../domain/tools/time';

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api; absent: not limited. */
export interface Limits {
  /** Calls that make content; GitHub allows about 80. */
  readonly contentPerMinute?: number;
  /** GitHub allows about 500. */
  readonly contentPerHour?: number;
  /** All calls; 1,000 for GITHUB_TOKEN in one repository. */
  readonly callsPerHour?: number;
}

export function limiter(limits: Limits): (request: FakeRequest, now: Millis) => FakeResponse | undefined {
  let calls: Millis[] = [];
  let contents: Millis[] = [];
  return (request, now) => {
    calls = calls.filter((at) => at > now - HOUR);
    contents = contents.filter((at) => at > now - HOUR);
    if (calls.length >= (limits.callsPerHour ?? Infinity)) return primary((calls[0] ?? now) + HOUR);
    calls.push(now);
    if (!makesContent(request)) return undefined;
    const lastMinute = contents.filter((at) => at > now - MINUTE);
    if (lastMinute.length >= (limits.contentPerMinute ?? Infinity)) return secondary(60);
    if (contents.length >= (limits.contentPerHour ?? Infinity))
      return secondary(Math.ceil(((contents[0] ?? now) + HOUR - now) / SECOND));
    contents.push(now);
    return undefined;
  };
}

function makesContent(request: FakeRequest): boolean {
  if (request.path === '/graphql') return /"query"\s*:\s*"\s*mutation/.test(request.body);
  return request.method !== 'GET' && request.method !== 'HEAD';
}

const primary = (reset: Millis): FakeResponse =>
  fakeJson(
    403,
    { message: 'API rate limit exceeded for installation.' },
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(reset / SECOND)) },
  );

const secondary = (seconds: number): FakeResponse =>
  fakeJson(
    403,
    { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
    { 'retry-after': String(seconds) },
  );

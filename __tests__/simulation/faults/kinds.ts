import type { Call, Strike } from '../runner/call';

/** What a trouble of a call is called when they are counted. */
export function kindOf(strike: Strike, call: Call): string {
  if (call.place === 'disk' && strike.kind !== 'stall' && strike.kind !== 'kill') return 'disk is full';
  switch (strike.kind) {
    case 'refused':
      return 'refused before it was sent';
    case 'lost':
      return call.writes ? 'done, and its answer lost' : 'answer lost';
    case 'timeout':
      return 'timeout';
    case 'late':
      return 'lands late';
    case 'status':
      if (strike.status === 429)
        return strike.retryAfter === undefined ? '429 without Retry-After' : '429 with Retry-After';
      return strike.passedOn === true ? '5xx, and done' : '5xx';
    case 'truncated':
      return 'body cut';
    case 'html':
      return 'body is no JSON';
    case 'stale':
      return 'stale read of the store';
    case 'cut':
      return 'list cut';
    case 'stall':
      return strike.suspended ? 'machine suspended' : 'process frozen';
    case 'kill':
      return strike.when === 'before' ? 'killed before a call' : 'killed after a call';
  }
}

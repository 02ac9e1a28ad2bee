import { MINUTE, SECOND } from '../../src/domain/time';
import type { Mischief, OutsideCall } from './gremlin';

const status = (code: number, retryAfter?: number): Mischief['http'] => {
  return () => ({ kind: 'status', status: code, ...(retryAfter === undefined ? {} : { retryAfter }) });
};

/** What makes a difference to a call that changes nothing; the port repeats such a call. */
const ON_READS = ['refused', 'timeout', '429 with Retry-After', '500', 'kill before', 'stall', 'html'];

/** The faults that can happen to this call. */
export function mischiefOf(call: OutsideCall): readonly Mischief[] {
  return MISCHIEF.filter(
    (one) => (call.place === 'journal' ? one.disk : one.http) && (call.writes || ON_READS.includes(one.name)),
  );
}

/** All that may happen to a single call. Each passes: the call would succeed when it is made again. */
const MISCHIEF: readonly Mischief[] = [
  { name: 'refused', http: () => ({ kind: 'refused' }), times: 3 },
  { name: 'lost', http: () => ({ kind: 'lost' }) },
  { name: 'reset', http: () => ({ kind: 'lost', after: SECOND / 10 }), disk: 'lost' },
  { name: 'timeout', http: () => ({ kind: 'timeout' }), disk: 'fails' },
  { name: 'late', http: () => ({ kind: 'late', delay: 45 * SECOND }) },
  { name: 'very late', http: () => ({ kind: 'late', delay: 4 * MINUTE }) },
  { name: '429', http: status(429), times: 3 },
  { name: '429 with Retry-After', http: status(429, 20), times: 2 },
  { name: '500', http: status(500), times: 3 },
  { name: '503', http: status(503), times: 3 },
  { name: 'kill before', http: () => ({ kind: 'kill', when: 'before' }), disk: 'kill before' },
  { name: 'kill after', http: () => ({ kind: 'kill', when: 'after' }), disk: 'kill after' },
  { name: 'stall', http: (hold) => ({ kind: 'stall', hold }), disk: 'stall' },
  { name: 'truncated', http: () => ({ kind: 'truncated' }) },
  { name: 'html', http: () => ({ kind: 'html' }) },
];

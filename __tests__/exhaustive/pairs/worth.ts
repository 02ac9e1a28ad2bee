import type { CallFault, OutsideCall } from '../../support/faultInjector';
import { faultsFor } from '../../support/callFaults';

/**
 * Of faults that leave the same world and tell the process the same, one stands for all:
 * - a death in front of a call is the death after the write before it, for reads leave nothing behind;
 * - a connection that is refused, 429 and 503 come to the engine as 500 or as 429 with Retry-After do: nothing happened, later;
 * - a reset is a lost answer that is noticed sooner, and a late effect is a very late one that is not as bad;
 * - a read that cannot be understood is a read that failed.
 */
const STANDS_FOR_OTHERS: Readonly<Record<'read' | 'write' | 'journal', ReadonlySet<string>>> = {
  read: new Set(['timeout', '500', 'stall', 'stale', 'cut list']),
  write: new Set([
    'refused',
    'lost',
    'timeout',
    'very late',
    '429 with Retry-After',
    '500',
    'kill after',
    'stall',
    'truncated',
    'html',
  ]),
  journal: new Set(['reset', 'timeout', 'kill after', 'stall', 'disk full', 'conflict', 'cut', 'rewound']),
};

export interface Worth {
  /** Of the call, counted from 1. */
  readonly n: number;
  readonly callFault: CallFault;
}

/** The faults that are worth a pair, of all calls after the nth. The same read again, before anything is written, is alike. */
export function worthOf(calls: readonly OutsideCall[], after: number): readonly Worth[] {
  const seen = new Set<string>();
  return calls.flatMap((call, index) => {
    if (call.writes) seen.clear();
    const read = `${call.by} ${call.what}`;
    const alike = seen.has(read);
    seen.add(read);
    if (alike || index + 1 <= after) return [];
    const kinds = STANDS_FOR_OTHERS[call.place === 'journal' ? 'journal' : call.writes ? 'write' : 'read'];
    const kept = faultsFor(call).filter(({ name }) => kinds.has(name));
    return kept.map((callFault): Worth => ({ n: index + 1, callFault }));
  });
}

import { MINUTE, SECOND } from '../../src/domain/tools/time';
import type { CallFault, OutsideCall } from './faultInjector';

const status = (code: number, retryAfter?: number): CallFault['http'] => {
  return () => ({ kind: 'status', status: code, ...(retryAfter !== undefined && { retryAfter }) });
};

type Fits = (call: OutsideCall) => boolean;

interface Kind extends CallFault {
  readonly fits: Fits;
}

const network: Fits = ({ place }) => place !== 'journal';
const writes: Fits = (call) => network(call) && call.writes;
const everything: Fits = (call) => network(call) || call.writes || readsJournal(call);
const readsJournal: Fits = ({ place, writes: isWrite }) => place === 'journal' && !isWrite;
const commits: Fits = ({ place, what }) => place === 'journal' && what.startsWith('create');
const writesJournal: Fits = ({ place, writes: isWrite }) => place === 'journal' && isWrite;
const lists: Fits = ({ what }) => what === 'GET vendor /admin/keys';
const oldReads: Fits = (call) => call.hasPast && (call.place === 'store' || lists(call));

/**
 * All that may happen to a single call. Each passes: the call would succeed when it is made again. A death after a read leaves
 * the same world as one before it, and what is lost, late or cut short of a read is a read that failed.
 */
const CALL_FAULTS: readonly Kind[] = [
  { name: 'refused', fits: network, http: () => ({ kind: 'refused' }), times: 3 },
  { name: 'lost', fits: writes, http: () => ({ kind: 'lost' }) },
  {
    name: 'reset',
    fits: (call) => writes(call) || writesJournal(call),
    http: () => ({ kind: 'lost', after: SECOND / 10 }),
    disk: 'lost',
  },
  { name: 'timeout', fits: everything, http: () => ({ kind: 'timeout' }), disk: 'fails' },
  { name: 'late', fits: writes, http: () => ({ kind: 'late', delay: 45 * SECOND }) },
  { name: 'very late', fits: writes, http: () => ({ kind: 'late', delay: 4 * MINUTE }) },
  { name: '429', fits: network, http: status(429), times: 3 },
  { name: '429 with Retry-After', fits: network, http: status(429, 20), times: 2 },
  { name: '500', fits: network, http: status(500), times: 3 },
  { name: '503', fits: writes, http: status(503), times: 3 },
  {
    name: 'kill before',
    fits: everything,
    http: () => ({ kind: 'kill', when: 'before' }),
    disk: 'kill before',
  },
  {
    name: 'kill after',
    fits: (call) => writes(call) || writesJournal(call),
    http: () => ({ kind: 'kill', when: 'after' }),
    disk: 'kill after',
  },
  { name: 'stall', fits: everything, http: (stop) => ({ kind: 'stall', hold: stop() }), disk: 'stall' },
  {
    name: 'suspended before',
    fits: (call) => network(call) && !call.writes,
    http: () => ({ kind: 'suspended', when: 'before', duration: 20 * MINUTE }),
  },
  {
    name: 'suspended after',
    fits: network,
    http: () => ({ kind: 'suspended', when: 'after', duration: 20 * MINUTE }),
  },
  { name: 'truncated', fits: network, http: () => ({ kind: 'truncated' }) },
  { name: 'html', fits: network, http: () => ({ kind: 'html' }) },
  { name: 'stale', fits: oldReads, answer: 'stale' },
  { name: 'cut list', fits: lists, answer: 'cut', times: 2 },
  { name: 'disk full', fits: writesJournal, disk: 'fails', times: 5 },
  { name: 'conflict', fits: commits, disk: 'conflict' },
  { name: 'cut', fits: (call) => readsJournal(call) && call.what.startsWith('read'), disk: 'cut' },
  { name: 'rewound', fits: (call) => readsJournal(call) && call.what.startsWith('list'), disk: 'rewound' },
];

/** The faults that can happen to this call. */
export function faultsFor(call: OutsideCall): readonly CallFault[] {
  return CALL_FAULTS.filter(({ fits }) => fits(call));
}

/** Whether or not it can happen to a call. */
export function faultNamed(name: string): CallFault | undefined {
  return CALL_FAULTS.find((one) => one.name === name);
}

import { code, type CodeInfo } from '../errorKinds';

/** The journal and its claims. */
export const JOURNAL = {
  RK7001: code(
    'broken',
    'the journal is missing',
    'First run: doctor with init (on a laptop: doctor --init). Otherwise restore the journal; nothing was changed.',
    { stopsAll: true, mayHide: true },
  ),
  RK7002: code(
    'broken',
    'the journal is truncated or unreadable',
    'Restore it from its history; nothing was changed.',
    { stopsAll: true, mayHide: true },
  ),
  RK7003: code('broken', 'the journal was rewound', 'Restore the newer commit; nothing was changed.', {
    stopsAll: true,
    mayHide: true,
  }),
  RK7004: code(
    'config',
    'the journal is newer than this release',
    'Use the release that wrote it, or a newer one.',
    { stopsAll: true },
  ),
  RK7005: code(
    'conflict',
    'another run, or a hold, intervened',
    'Nothing to do here: the five lines say who it was and what happens next.',
    { stopsAll: true },
  ),
  RK7006: code(
    'conflict',
    'another run is working on this key',
    'Wait for it: the next run continues when that run is over, at that time at the latest. A rollback does not have to wait.',
  ),
  RK7007: code(
    'transient',
    'the journal is not reachable',
    'Nothing is done without it; the next run continues.',
    { stopsAll: true },
  ),
  RK7008: code(
    'refused',
    'journal, store and vendor disagree',
    'Look at what the message names and correct what is wrong; nothing was revoked.',
    { changedByOthers: true },
  ),
  RK7009: code(
    'broken',
    'evidence and journal differ',
    'See the first difference; the journal at the commit given on the ticket is right.',
  ),
  RK7010: code(
    'config',
    'no such rotation',
    'Take its id from the ticket or the evidence; plan names the open one.',
    { nothingThere: true },
  ),
  RK7011: code(
    'config',
    'the journal would be public',
    'Keep the journal in a private repository, or set public_journal: true in the config.',
  ),
  RK7012: code(
    'unknown',
    'the journal did not answer',
    'Rekey looks for what it wrote before it continues.',
    { stopsAll: true },
  ),
  RK7013: code(
    'full',
    'a journal file would become too large',
    'Finish or abandon the rotation named above; its facts are kept.',
  ),
  RK7014: code(
    'config',
    'no rotation is open',
    'Nothing to do: plan shows the state of the key. A rotation that has ended cannot be rolled back; rotate makes a new key.',
    { nothingThere: true },
  ),
  RK7015: code(
    'config',
    'the rotation is not blocked',
    'Wait for it; rollback takes it back, hold stops it. Only a rotation that waits for a person can be abandoned.',
    { nothingThere: true },
  ),
  RK7016: code(
    'broken',
    'the journal names another secret than the config',
    'Nothing was called or changed. Was the entry changed? Then run abandon for the key: nothing dies, and the next run takes the entry as it is now. Was it not? Then somebody wrote to the journal: see who, and restore it.',
    { mayHide: true },
  ),
} as const satisfies Record<string, CodeInfo>;

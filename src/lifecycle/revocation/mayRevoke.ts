import type { Millis } from '../../domain/tools/time';

/** Everything the decision rests on, read just before it. */
export interface RevocationFacts {
  readonly victim: string;
  /** Whether the victim was ever what the store served. */
  readonly everCurrent: boolean;
  /** A version since then held it, whatever the journal says: some workload may have read it. */
  readonly wasServed: boolean;
  /** Our claim: nobody took it over, and it is not past its end. */
  readonly claimFresh: boolean;
  /** Why the id is ours; undefined: nothing says so but the journal. */
  readonly ours: string | undefined;
  /** Ids and values: what the store serves now, and what other keys use. */
  readonly isSurvivor: boolean;
  readonly isCurrent: boolean;
  readonly isCurrentElsewhere: boolean;
  readonly isAdminKey: boolean;
  /** undefined: there is no survivor by design (removal, or a first key undone). */
  readonly survivorAccepted: boolean | undefined;
  /** Workloads that were not both rolled and checked in this pass. */
  readonly unchecked: readonly string[];
  /** Workloads that would have no key afterwards, by today's reviewed config. */
  readonly leftWithout: readonly string[];
  readonly drained: boolean;
  /** By the store's own time of the promote: how much of the grace period is left. */
  readonly graceLeft: Millis;
}

/**
 * May this credential be disabled, revoked or discarded? One pure function for revoke, sweep, discard and rollback.
 * The reasons against it; empty: yes. A credential that was never current needs no rollout and no drain.
 */
export function mayRevoke(w: RevocationFacts): readonly string[] {
  const against: [boolean, string][] = [
    [!w.claimFresh, 'this run may no longer own the key'],
    [w.ours === undefined, 'only the journal says that this id is ours'],
    [w.isSurvivor, 'it is the key that must live on'],
    [w.isCurrent, 'the store serves it, or may serve it'],
    [!w.everCurrent && w.wasServed, 'the store has served it, and the journal does not know of that'],
    [w.isCurrentElsewhere, 'another key uses it'],
    [w.isAdminKey, 'it is the admin key that Rekey works with'],
    [w.survivorAccepted === false, 'the vendor does not accept the key that must live on'],
    [w.everCurrent && w.unchecked.length > 0, `not rolled and checked: ${w.unchecked.join(', ')}`],
    [w.leftWithout.length > 0, `the config says that it is used by ${w.leftWithout.join(', ')}`],
    [w.everCurrent && !w.drained, 'it was not drained'],
    [w.everCurrent && w.graceLeft > 0, "by the store's own clock the grace period is not over"],
  ];
  return against.filter(([is]) => is).map(([, why]) => why);
}

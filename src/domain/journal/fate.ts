import { CODES, isCode } from '../errorCodes';
import type { Pass } from './facts';
import type { StepName } from '../steps';
import { resultOf, type Results, type RotationState, type RowState } from './rotation';

/** What follows from what the facts prove of a credential; its words are in `report/credentials.ts`. */
interface FateInfo {
  /** The grade of its death in the evidence; `alive`: not due, and left alive once the rotation is over. */
  readonly death: Results['prove']['grade'] | 'not due' | 'alive';
  /** Whoever still uses it may be failing. */
  readonly isCutOff?: true;
}

export const FATES = {
  none: { death: 'not due' },
  /** Create was sent and no answer is recorded. */
  perhaps: { death: 'unproven' },
  alive: { death: 'alive' },
  /** Disable was sent and its end is not recorded. */
  disabling: { death: 'alive' },
  disabled: { death: 'alive', isCutOff: true },
  /** Revoke was asked for, and no answer is recorded. */
  revoking: { death: 'unproven', isCutOff: true },
  /** The vendor acknowledged it; death is not proved yet. */
  revoked: { death: 'unproven', isCutOff: true },
  /** Grades of the proof. */
  refused: { death: 'refused', isCutOff: true },
  'gone from list': { death: 'gone from list', isCutOff: true },
  unproven: { death: 'unproven', isCutOff: true },
} as const satisfies Record<string, FateInfo>;

export type Fate = keyof typeof FATES;

const INFO: Readonly<Record<Fate, FateInfo>> = FATES;

export const fateInfo = (fate: Fate): FateInfo => INFO[fate];

export interface Side {
  readonly id?: string;
  readonly fate: Fate;
  /** The process that wrote down the disable, the revoke or the proof which the fate rests on. */
  readonly by?: string;
}

export interface Fates {
  readonly old: Side;
  readonly new: Side;
  /**
   * Which of the two the store serves, as far as the facts say; unknown while a switch has no recorded end; unclear once somebody
   * else changed the value, or a person gave the rotation up.
   */
  readonly current: 'old' | 'new' | 'unknown' | 'unclear';
  /** Old is current because this rotation has put it back. */
  readonly restored?: true;
  /** A create was asked for, whatever is left of it. */
  readonly asked?: true;
  /** Which of the two has to die in this pass. */
  readonly victim?: 'old' | 'new';
}

/** A state never changes, and a report asks for its fates again and again. */
const known = new WeakMap<RotationState, Fates>();

/** What became of old and new. Says no more than the facts do. */
export function fatesOf(rotation: RotationState): Fates {
  const fates = known.get(rotation) ?? foundOut(rotation);
  known.set(rotation, fates);
  return fates;
}

function foundOut(rotation: RotationState): Fates {
  const victim = victimOf(rotation);
  return {
    old: oldSide(rotation),
    new: newSide(rotation),
    current: currentOf(rotation),
    ...((rotation.rows['forward/create']?.intents ?? 0) > 0 ? { asked: true as const } : {}),
    ...(rotation.rows['back/promote']?.result && { restored: true as const }),
    ...(victim !== undefined && { victim }),
  };
}

function victimOf(rotation: RotationState): Fates['victim'] {
  if (rotation.pass === 'abandon') return undefined;
  if (rotation.pass !== 'forward') return 'new';
  return rotation.kind === 'rotate' || rotation.kind === 'remove' ? 'old' : undefined;
}

function oldSide(rotation: RotationState): Side {
  const claim = resultOf(rotation, 'forward', 'claim');
  const id = claim?.oldId ?? resultOf(rotation, 'forward', 'adopt')?.id;
  if (claim?.old === 'absent') return { fate: 'none' };
  const death = deathIn(rotation, ['forward']);
  return death ? withId(condemnedIn(rotation, ['forward']) ?? id, death) : withId(id, { fate: 'alive' });
}

function newSide(rotation: RotationState): Side {
  const made = resultOf(rotation, 'forward', 'create');
  const lookedUp = rotation.rows['discard/sweep']?.result !== undefined;
  const begun = rotation.rows['forward/create']?.intent !== undefined && !lookedUp;
  const passes = ['discard', 'back'] as const;
  const death = deathIn(rotation, passes);
  if (made) return withId((death && condemnedIn(rotation, passes)) ?? made.id, death ?? { fate: 'alive' });
  return begun ? (death ?? { fate: 'perhaps' }) : { fate: 'none' };
}

const withId = (id: string | undefined, side: Side): Side => (id === undefined ? side : { id, ...side });

/** What dies is what was condemned, whatever another fact calls the key by now. */
function condemnedIn(rotation: RotationState, passes: readonly Pass[]): string | undefined {
  const [id] = passes.flatMap((pass) => resultOf(rotation, pass, 'condemn')?.id ?? []);
  return id === '' ? undefined : id;
}

const WORST_FIRST = ['unproven', 'gone from list', 'refused'] as const;

function deathIn(rotation: RotationState, passes: readonly Pass[]): Side | undefined {
  const proofs = rowsOf(rotation, passes, 'prove').flatMap((row) => row.result ?? []);
  for (const fate of WORST_FIRST) {
    const proof = proofs.find(({ data }) => data['grade'] === fate);
    if (proof) return { fate, by: proof.by };
  }
  const revokes = rowsOf(rotation, passes, 'revoke');
  const [revoked] = revokes.flatMap((row) => row.result ?? []);
  if (revoked) return { fate: 'revoked', by: revoked.by };
  if (revokes.some(touched)) return { fate: 'revoking' };
  return disabledIn(rotation, rowsOf(rotation, passes, 'disable'));
}

function disabledIn({ blocked, pass }: RotationState, disables: readonly RowState[]): Side | undefined {
  const [off] = disables.flatMap(({ result }) =>
    result?.how === 'did' || result?.how === 'found' ? [result] : [],
  );
  if (off) return { fate: 'disabled', by: off.by };
  // A block after disable is written only once the credential is enabled again.
  const stopped = blocked !== undefined || pass === 'abandon';
  return !stopped && disables.some(touched) ? { fate: 'disabling' } : undefined;
}

const touched = (row: RowState): boolean => row.intent !== undefined || row.result !== undefined;

function rowsOf(rotation: RotationState, passes: readonly Pass[], step: StepName): readonly RowState[] {
  const heads = passes.map((pass) => `${pass}/${step}`);
  return Object.entries(rotation.rows).flatMap(([id, row]) =>
    row && heads.some((head) => id === head || id.startsWith(`${head}:`)) ? [row] : [],
  );
}

function currentOf(rotation: RotationState): Fates['current'] {
  const { pass, blocked } = rotation;
  if (pass === 'abandon' || (blocked && isCode(blocked.code) && CODES[blocked.code].changedByOthers))
    return 'unclear';
  const back = rotation.rows['back/promote'];
  if (back) return back.result ? 'old' : 'unknown';
  const forward = rotation.rows['forward/promote'];
  if (forward?.result) return 'new';
  if (!forward?.intent) return 'old';
  return rotation.rows['discard/fence']?.result ? 'old' : 'unknown';
}

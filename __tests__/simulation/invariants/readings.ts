import { FRESH } from '../../../src/lifecycle/revocation/mustBeRevocable';
import type { FakeKey } from '../../../src/adapters/vendors/http/fake';
import { millis, MINUTE, SECOND, type Millis } from '../../../src/domain/tools/time';
import type { Written } from '../world/chronicle';
import type { KeySetting } from '../world/setting';
import type { World } from '../world/world';

/** How a key stands at the vendor from the moment of the change, however late its views are. */
export function stateOf(key: FakeKey): 'alive' | 'disabled' | 'revoked' {
  if (key.revoked !== undefined) return 'revoked';
  return key.disabled === undefined ? 'alive' : 'disabled';
}

/** How far the times in the journal are ahead of the world's. */
export const journalClock = ({ setting }: World): Millis =>
  setting.journal === 'file' ? 0 : setting.clocks.github;

const MINUTES_OF_A_CREATE = 3 * MINUTE;

/** Of another team, never used, made beside a create of ours: without labels it looks just like what that create left. */
export function looksLost(world: World, { id, created }: FakeKey): boolean {
  const beside = ({ fact }: Written): boolean =>
    fact.type === 'intent' &&
    fact.row === 'forward/create' &&
    Math.abs(created - millis(fact.at)) <= MINUTES_OF_A_CREATE;
  return world.assumptions.excuses(id, 'strangers use what they make') && world.chronicle.all.some(beside);
}

/** Its owner asked for its removal, and that cannot be taken back. */
export function isRemoved(world: World, key: KeySetting): boolean {
  const { open, removed } = world.chronicle.stateOf(world.identityOf(key));
  return open?.kind === 'remove' || removed !== undefined;
}

/** What a removal rests on was read at most so long before the condemn, by clocks that differ. */
export const LAST_LOOK = 8 * MINUTE;

/** Began to use a key, since then, that was about to be removed: too late to be seen in its last use. */
export function isLateComer(world: World, key: KeySetting, id: string, since: Millis): boolean {
  if (!isRemoved(world, key)) return false;
  const condemned = world.chronicle.all.find(({ fact }) => fact.type === 'condemn' && fact.credential === id);
  const line = condemned?.at ?? world.scheduler.now;
  return since > line - LAST_LOOK - world.setting.vendor.lags.lastUsed;
}

/** Between the last look and the kill. */
const MOMENTS = 3 * SECOND;

/**
 * Somebody wrote this credential back in the moments before it was ended, after the last look or what it could see: nobody sees that. A
 * process that stood still in between may rest on what it saw some minutes before.
 * @param at when a call was sent to end it, which a vendor may have said yes to and not done
 */
export function crossedByHand(world: World, key: FakeKey | undefined, at?: Millis): boolean {
  const ended = key?.disabled ?? key?.revoked;
  const written = world.writtenBack.get(key?.id ?? '');
  const when = at ?? (ended === undefined ? undefined : ended - world.setting.clocks.vendor);
  if (when === undefined || written === undefined) return false;
  const after = when - written;
  const isLate = world.stoodStillUntil.some((end) => end > written && end < when + MOMENTS);
  return after >= 0 && after < (isLate ? FRESH : MOMENTS) + world.storeLag;
}

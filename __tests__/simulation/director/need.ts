import { millis, type Millis } from '../../../src/domain/time';
import type { World } from '../world/world';

/** What a key needs of us: a run now, a run later, a person, or nothing. */
export type Need = 'run' | 'later' | 'person' | 'nothing';

/** As the plan of a scheduled run would see it. */
export function needOf(world: World, identity: string, now: Millis): Need {
  const { open, hold, blocked } = world.chronicle.stateOf(identity);
  if (hold || blocked) return 'person';
  if (!open) return 'nothing';
  if (open.resumeAt === undefined || millis(open.resumeAt) <= now) return 'run';
  return open.status === 'person' ? 'person' : 'later';
}

export function needs(world: World): readonly Need[] {
  const now = world.scheduler.now;
  return world.setting.keys.map((key) => needOf(world, world.identityOf(key), now));
}

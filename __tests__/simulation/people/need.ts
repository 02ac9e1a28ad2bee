import { millis, type Millis } from '../../../src/domain/tools/time';
import type { Repository } from '../world/setting';
import type { World } from '../world/world';

/** What a key needs of us: a run now, a run later, a person, or nothing. */
export type Need = 'run' | 'later' | 'person' | 'nothing';

/** As the plan of a scheduled run would see it. @param mended since when nobody has mended anything any more */
function needOf(world: World, identity: string, mended: Millis): Need {
  const { open, hold, blocked } = world.chronicle.stateOf(identity);
  if (hold || blocked) return 'person';
  if (!open) return 'nothing';
  if (open.status === 'person' && askedAt(world, open.rotation) >= mended) return 'person';
  return open.resumeAt === undefined || millis(open.resumeAt) <= world.journalTime ? 'run' : 'later';
}

/** When the person was asked last. */
function askedAt(world: World, rotation: string): Millis {
  return world.chronicle.of(rotation).findLast(({ fact }) => fact.type === 'wait')?.at ?? 0;
}

/** @param repository only of its keys */
export function needs(world: World, mended: Millis, repository?: Repository): readonly Need[] {
  const keys = world.setting.keys.filter((key) => repository === undefined || key.repository === repository);
  return keys.map((key) => needOf(world, world.identityOf(key), mended));
}

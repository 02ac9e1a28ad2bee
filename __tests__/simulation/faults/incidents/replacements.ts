import { MINUTE } from '../../../../src/domain/time';
import { start } from '../../runner/start';
import { makeByHand, writeByHand } from '../../world/byHand';
import type { Incident } from './incident';

/** When a rotation is over, somebody replaces the key by hand, and somebody else orders the next rotation at once. */
export const replacedAfterwards: Incident = {
  name: 'replaced afterwards',
  weight: 2,
  liesInWait: true,
  begin(world, chance) {
    const pause = Math.round(chance.between(1, 5 * MINUTE));
    let isOver = false;
    world.watchers.push({
      written: ({ fact, key: identity }) => {
        const key = world.keyOf(identity);
        if (isOver || fact.type !== 'closed' || fact.outcome !== 'done' || !key) return;
        isOver = true;
        world.scheduler.in(pause, 'the key is replaced by hand', undefined, () => {
          const made = makeByHand(world, 'by hand', 'ours');
          if (!made) return;
          writeByHand(world, key, made);
          world.changed(`a person makes ${made.id} and writes it into ${key.path}#${key.field}`);
        });
        const order = { words: ['rotate', '--keys', key.name, '--now'], actor: 'a-person' };
        world.scheduler.in(
          2 * pause,
          'the next rotation is ordered',
          undefined,
          () => void start(world, order),
        );
      },
    });
    return 'the next key that is rotated is replaced by hand afterwards, and rotated again';
  },
};

import type { WaitFact } from '../../../../src/domain/journal/facts';
import { millis, MINUTE } from '../../../../src/domain/tools/time';
import { start } from '../../runner/start';
import { replaceByHand, writeByHand } from '../../world/byHand';
import type { KeySetting } from '../../world/setting';
import type { World } from '../../world/world';
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
        world.scheduler.in(pause, 'the key is replaced by hand', undefined, () => replaceByHand(world, key));
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

/** When the grace period of a key is over, and nobody has used it for long, Terraform or a person writes it back. */
export const writtenBack: Incident = {
  name: 'written back',
  weight: 3,
  liesInWait: true,
  begin(world) {
    let drains: { readonly fact: WaitFact; readonly key: KeySetting } | undefined;
    let isOver = false;
    world.watchers.push({
      written: ({ fact, key: identity }) => {
        const key = world.keyOf(identity);
        if (fact.type === 'wait' && fact.row === 'forward/drain' && key) drains = { fact, key };
      },
      began: () => {
        if (isOver || !drains || world.journalTime < millis(drains.fact.until)) return;
        isOver = true;
        const { key, fact } = drains;
        const old = world.servers.vendor.keys.all.find(({ id }) => id === oldOf(world, fact.rotation));
        if (!old || old.value === world.served(key).value) return;
        writeByHand(world, key, old);
        world.changed(`${old.id} is written back into ${key.path}#${key.field}`);
      },
    });
    return 'the next key that was drained is written back';
  },
};

function oldOf({ chronicle }: World, rotation: string): unknown {
  const claim = chronicle
    .factsOf(rotation)
    .find((fact) => fact.type === 'result' && fact.row === 'forward/claim');
  return claim?.type === 'result' ? claim.data['oldId'] : undefined;
}

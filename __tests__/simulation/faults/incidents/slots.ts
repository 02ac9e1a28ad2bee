import { HOUR, instant } from '../../../../src/domain/tools/time';
import type { World } from '../../world/world';
import type { Incident } from './incident';

/** As soon as something is staged, somebody takes the slot over by force and stages a key of another team. */
export const slotTaken: Incident = {
  name: 'slot taken',
  weight: 2,
  liesInWait: true,
  begin(world) {
    let isOver = false;
    world.watchers.push({
      effect: ({ kind, about, request }) => {
        if (isOver || kind !== 'slot' || request?.body.includes('part_value') !== true) return;
        isOver = true;
        take(world, about.replace('/v1/secret/data/', ''));
      },
    });
    return 'the next slot in which something is staged is taken over by another repository';
  },
};

function take(world: World, path: string): void {
  const { kv, vendor } = world.servers;
  const secret = kv.mount.secrets.get(path);
  const other = vendor.keys.live.find(({ owner }) => owner === 'foreign');
  if (!secret || !other) return;
  const version = secret.current + 1;
  const note = {
    rotation: 'elsewhere',
    repository: 'acme/third',
    fact: 'elsewhere.1',
    until: instant(world.scheduler.now + HOUR),
    first: version,
    staged: { version, id: other.id },
  };
  kv.put(path, { rekey: JSON.stringify(note), part_value: other.value });
  world.changed('another repository stages a key of its own in the slot');
  world.scheduler.in(2 * HOUR, 'the slot is given back', undefined, () =>
    secret.destroy([...secret.versions.keys()]),
  );
}

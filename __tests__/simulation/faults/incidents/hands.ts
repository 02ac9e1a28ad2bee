import { MINUTE } from '../../../../src/domain/tools/time';
import { stateOf } from '../../invariants/readings';
import { start } from '../../runner/start';
import { displace, makeByHand, writeByHand } from '../../world/byHand';
import type { KeySetting } from '../../world/setting';
import type { World } from '../../world/world';
import type { Incident } from './incident';

/** Another team makes a key in the same account. */
export const strangerMakesKey: Incident = {
  name: 'stranger makes a key',
  weight: 3,
  begin(world, chance) {
    const made = makeByHand(world, 'a report', 'foreign');
    if (!made) return undefined;
    if (chance.fraction() < 0.5) world.fleet.stranger(made.value);
    else if (world.setting.vendor.without.includes('labels'))
      world.assumptions.breaks('strangers use what they make', made.id, 'another team');
    return `another team makes ${made.id}`;
  },
};

/** Somebody writes another field of the same secret, now and again a while later. */
export const otherFieldEdited: Incident = {
  name: 'other field edited',
  weight: 3,
  begin(world, chance) {
    const { path } = pick(world, chance.fraction());
    if (!world.servers.kv.served(path)) return undefined;
    const edit = (): void => {
      const served = world.servers.kv.served(path);
      if (served) world.servers.kv.put(path, { ...served, note: `edited ${world.scheduler.now}` });
    };
    edit();
    for (const minutes of [3, 10, 30, 60])
      world.scheduler.in(minutes * MINUTE, 'it is edited again', undefined, () => {
        edit();
        world.changed(`somebody edits another field of ${path} again`);
      });
    return `somebody edits another field of ${path} again and again`;
  },
};

/** Terraform, or a person, writes a version of before back. */
export const oldVersionBack: Incident = {
  name: 'old version back',
  weight: 6,
  begin(world, chance) {
    const key = pick(world, chance.fraction());
    const secret = world.servers.kv.mount.secrets.get(key.path);
    const older = [...(secret?.versions.values() ?? [])].map(({ data }) => data[key.field]);
    const value = chance.pick(older.filter((one) => typeof one === 'string'));
    const found = typeof value === 'string' ? world.servers.vendor.keys.byValue(value) : undefined;
    if (!found || found.value === world.served(key).value) return undefined;
    writeByHand(world, key, found);
    return `${found.id} is written back into ${key.path}#${key.field}`;
  },
};

/** A person makes a key at the vendor and puts it into the store; now and then another one asks for a rollback after that. */
export const newKeyByHand: Incident = {
  name: 'new key by hand',
  weight: 3,
  begin(world, chance) {
    const key = pick(world, chance.fraction());
    const made = makeByHand(world, 'by hand', 'ours');
    if (!made) return undefined;
    writeByHand(world, key, made);
    if (chance.fraction() < 0.5) {
      const order = { words: ['rollback', '--keys', key.name], actor: 'a-person' };
      const later = Math.round(chance.between(1, 5 * MINUTE));
      world.scheduler.in(later, 'a rollback is asked for', undefined, () => void start(world, order));
    }
    return `a person makes ${made.id} and writes it into ${key.path}#${key.field}`;
  },
};

export const secretDeleted: Incident = {
  name: 'secret deleted',
  weight: 1,
  begin(world, chance) {
    const key = pick(world, chance.fraction());
    if (!world.servers.kv.served(key.path)) return undefined;
    for (const each of world.setting.keys.filter(({ path }) => path === key.path)) displace(world, each);
    world.servers.kv.remove(key.path);
    world.emptied.add(key.path);
    return `a person deletes the newest version of ${key.path}`;
  },
};

/** A person ends the key in use at the vendor. */
export const keyEndedByHand: Incident = {
  name: 'key ended by hand',
  weight: 1,
  begin(world, chance) {
    const key = chance.pick(world.servers.vendor.keys.live.filter(({ owner }) => owner === 'ours'));
    if (!key) return undefined;
    world.assumptions.breaks('hands off the key in use', key.id, 'a person');
    const now = world.servers.timeAt('vendor');
    if (chance.fraction() < 0.5) key.revoked = now;
    else key.disabled ??= now;
    return `a person ends ${key.id} at the vendor (${stateOf(key)})`;
  },
};

function pick({ setting: { keys } }: World, fraction: number): KeySetting {
  const key = keys[Math.floor(fraction * keys.length)];
  if (!key) throw new Error('the world has no key');
  return key;
}

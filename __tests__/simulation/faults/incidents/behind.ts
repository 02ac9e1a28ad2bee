import { HOUR, MINUTE, SECOND } from '../../../../src/domain/tools/time';
import { displace } from '../../world/byHand';
import type { Incident } from './incident';

/** Reads of the store are late by seconds or minutes, all of them, and do not say so. */
export const storeIsBehind: Incident = {
  name: 'store is behind',
  weight: 4,
  begin(world, chance) {
    if (!world.setting.store.promises.fenced) return undefined;
    const lag = Math.round(chance.between(SECOND, chance.fraction() < 0.7 ? 20 * SECOND : 3 * MINUTE));
    const until = world.scheduler.now + Math.round(chance.between(MINUTE, HOUR));
    const others = world.faults;
    world.storeLag = Math.max(world.storeLag, lag);
    world.faults = (call) => {
      const reads = call.place === 'store' && call.method === 'GET' && call.path.includes('/data/prod/');
      return others(call) ?? (reads && world.scheduler.now < until ? { kind: 'stale', lag } : undefined);
    };
    return `reads of the store are ${Math.round(lag / SECOND)} s late for a while`;
  },
};

/** In the middle of what a process does its login ends, again and again. */
export const sessionsDie: Incident = {
  name: 'sessions die in the middle',
  weight: 3,
  liesInWait: true,
  begin(world, chance) {
    const times = 1 + Math.floor(chance.fraction() * 4);
    const every = 3 + Math.floor(chance.fraction() * 12);
    let [calls, deaths] = [0, 0];
    world.watchers.push({
      sent: ({ place, path }) => {
        if (place !== 'store' || path.startsWith('/v1/auth/') || deaths === times) return;
        calls += 1;
        if (calls % every !== 0) return;
        deaths += 1;
        world.servers.login.revokeAll();
      },
    });
    return `${times} times the login at the store ends after ${every} calls`;
  },
};

/** The newest version of a secret is deleted softly, and brought back later: the key in it lives all the time. */
export const softlyDeleted: Incident = {
  name: 'secret softly deleted',
  weight: 2,
  begin(world, chance) {
    const key = chance.pick(world.setting.keys);
    const secret = key && world.servers.kv.mount.secrets.get(key.path);
    if (!key || !secret || !world.servers.kv.served(key.path)) return undefined;
    for (const each of world.setting.keys.filter(({ path }) => path === key.path)) displace(world, each);
    const version = secret.current;
    world.servers.kv.remove(key.path);
    world.emptied.add(key.path);
    const back = (): void => {
      secret.undelete([version]);
      for (const each of world.setting.keys.filter(({ path }) => path === key.path)) displace(world, each);
      world.changed(`version ${version} of ${key.path} is brought back`);
    };
    world.scheduler.in(Math.round(chance.between(MINUTE, HOUR)), 'it is brought back', undefined, back);
    return `version ${version} of ${key.path} is deleted softly`;
  },
};

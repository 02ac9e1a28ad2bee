import { HOUR, MINUTE } from '../../../../src/domain/tools/time';
import type { Incident } from './incident';

/** A workload that cannot work with a key that is not the one it has now. */
export const illWithNew: Incident = {
  name: 'ill with new',
  weight: 4,
  begin(world, chance) {
    const workload = chance.pick(world.setting.workloads);
    if (!workload) return undefined;
    const known = new Set(world.servers.vendor.keys.all.map(({ value }) => value));
    world.fleet.illWith.set(workload.name, (value) => !known.has(value));
    const duration = Math.round(chance.between(0.2, 3) * HOUR);
    world.scheduler.in(duration, 'it is mended', undefined, () => world.fleet.illWith.delete(workload.name));
    return `for ${Math.round(duration / MINUTE)} minutes ${workload.name} cannot work with any key that is made from now on`;
  },
};

/** Its health page does not answer for a while. */
export const healthIsDark: Incident = {
  name: 'health is dark',
  weight: 2,
  begin(world, chance) {
    const workload = chance.pick(world.setting.workloads);
    if (!workload) return undefined;
    world.fleet.dark.add(workload.name);
    const duration = Math.round(chance.fraction() * 2 * HOUR);
    world.scheduler.in(duration, 'health is back', undefined, () => world.fleet.dark.delete(workload.name));
    return `the health page of ${workload.name} gives no data for ${Math.round(duration / MINUTE)} minutes`;
  },
};

export const rolloutsFail: Incident = {
  name: 'rollouts fail',
  weight: 2,
  begin(world, chance) {
    world.fleet.failingRollouts = 1 + Math.floor(chance.fraction() * 3);
    return `the next ${world.fleet.failingRollouts} rollouts fail`;
  },
};

/** They say that they are complete, and one instance is still the old one. */
export const rolloutsLie: Incident = {
  name: 'rollouts lie',
  weight: 3,
  liesInWait: true,
  begin(world, chance) {
    if (!world.setting.workloads.some(({ rolled }) => rolled)) return undefined;
    world.fleet.lyingRollouts = 1 + Math.floor(chance.fraction() * 2);
    return `the next ${world.fleet.lyingRollouts} rollouts leave an instance behind and say that they are complete`;
  },
};

export const scaleUp: Incident = {
  name: 'scale up',
  weight: 2,
  begin(world, chance) {
    const workload = chance.pick(world.setting.workloads);
    if (!workload) return undefined;
    world.fleet.scaleUp(workload.name);
    return `${workload.name} gets another instance`;
  },
};

export const forgottenScript: Incident = {
  name: 'forgotten script',
  weight: 2,
  begin(world, chance) {
    const key = chance.pick(world.setting.keys);
    if (!key || world.served(key).value === undefined) return undefined;
    const duration = Math.round(chance.between(MINUTE, 3 * HOUR));
    world.fleet.forgottenScript(key, duration);
    return `a script that nobody listed reads ${key.name} and keeps it for ${Math.round(duration / MINUTE)} minutes`;
  },
};

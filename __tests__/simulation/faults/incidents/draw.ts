import type { Millis } from '../../../../src/domain/time';
import { chanceOf, weighed } from '../../scheduler/chances';
import type { World } from '../../world/world';
import type { Faults } from '../faults';
import { INCIDENTS } from '.';

/** Draws what befalls a world until its horizon, and lets it happen. */
export function befall(world: World, faults: Faults, horizon: Millis): void {
  const chance = chanceOf(world.setting.seed, 'incidents');
  const count = weighed(chance, [
    [40, 0],
    [30, 1],
    [20, 2],
    [10, 4],
  ]);
  for (let number = 1; number <= count; number += 1) {
    const own = chanceOf(world.setting.seed, 'incident', number);
    const incident = weighed(
      own,
      INCIDENTS.map((one) => [one.weight, one] as const),
    );
    const drawn = Math.round(horizon * own.fraction() ** 2.5);
    const at = incident.liesInWait ? 0 : drawn;
    const name = `i${String(number)}`;
    world.scheduler.in(at, `${name} ${incident.name}`, undefined, () => {
      if (!faults.allows(name)) return;
      const what = incident.begin(world, own);
      if (what === undefined) return;
      world.count(incident.name);
      world.changed(`${name}: ${what}`);
    });
  }
}

import type { Millis } from '../../../../src/domain/tools/time';
import { chanceOf, weighed } from '../../scheduler/chances';
import type { World } from '../../world/world';
import type { Faults } from '../faults';
import { INCIDENTS, LATER_INCIDENTS } from '.';
import type { Incident } from './incident';

interface Drawn {
  /** `i2` is the second of these. */
  readonly letter: string;
  readonly stream: string;
  readonly counts: readonly (readonly [number, number])[];
  readonly incidents: readonly Incident[];
}

/** The second comes on top, from chances of its own: so a seed that is written down somewhere stays the world that it was. */
const ALL: readonly Drawn[] = [
  {
    letter: 'i',
    stream: 'incident',
    counts: [
      [40, 0],
      [30, 1],
      [20, 2],
      [10, 4],
    ],
    incidents: INCIDENTS,
  },
  {
    letter: 'j',
    stream: 'later incident',
    counts: [
      [65, 0],
      [28, 1],
      [7, 2],
    ],
    incidents: LATER_INCIDENTS,
  },
];

/** Draws what befalls a world until its horizon, and lets it happen. */
export function befall(world: World, faults: Faults, horizon: Millis): void {
  for (const drawn of ALL) befallOf(drawn, world, faults, horizon);
}

function befallOf(
  { letter, stream, counts, incidents }: Drawn,
  world: World,
  faults: Faults,
  horizon: Millis,
): void {
  const { seed } = world.setting;
  const count = weighed(chanceOf(seed, `${stream}s`), counts);
  for (let number = 1; number <= count; number += 1) {
    const own = chanceOf(seed, stream, number);
    const incident = weighed(
      own,
      incidents.map((one) => [one.weight, one] as const),
    );
    const drawn = Math.round(horizon * own.fraction() ** 2.5);
    const at = incident.liesInWait ? 0 : drawn;
    const name = `${letter}${number}`;
    world.scheduler.in(at, `${name} ${incident.name}`, undefined, () => {
      if (!faults.allows(name)) return;
      const what = incident.begin(world, own);
      if (what === undefined) return;
      world.count(incident.name);
      world.changed(`${name}: ${what}`);
    });
  }
}

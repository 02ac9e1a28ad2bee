import { SECOND } from '../../../../src/domain/time';
import type { Strike } from '../../runner/call';
import type { Incident } from './incident';

/** The answer to a create goes astray: the key is there, or will be, and nobody here knows its value. */
export const createAstray: Incident = {
  name: 'create astray',
  weight: 4,
  liesInWait: true,
  begin(world, chance) {
    const delay = Math.round(chance.between(31 * SECOND, 59 * SECOND));
    const strikes: readonly Strike[] = [
      { kind: 'lost' },
      { kind: 'kill', when: 'after' },
      { kind: 'late', delay },
    ];
    const strike = chance.pick(strikes);
    const others = world.faults;
    let isOver = false;
    world.faults = (call) => {
      if (isOver || call.place !== 'vendor' || call.method !== 'POST') return others(call);
      isOver = true;
      if (strike?.kind === 'late') world.assumptions.breaks('sent in time', call.id, 'a slow line');
      return strike;
    };
    return `the answer to the next create goes astray (${strike?.kind ?? ''})`;
  },
};

import { SECOND } from '../../../../src/domain/tools/time';
import type { Call, Strike } from '../../runner/call';
import { replaceByHand } from '../../world/byHand';
import type { World } from '../../world/world';
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
    strikeNext(world, ({ place, method }) => {
      return place === 'vendor' && method === 'POST' ? strike : undefined;
    });
    return `the answer to the next create goes astray (${strike?.kind ?? ''})`;
  },
};

/** The answer to a switch goes astray, and before anybody looks somebody has put yet another key in its place. */
export const switchAstray: Incident = {
  name: 'switch astray',
  weight: 3,
  liesInWait: true,
  begin(world, chance) {
    const strikes: readonly Strike[] = [{ kind: 'lost' }, { kind: 'kill', when: 'after' }];
    const strike = chance.pick(strikes);
    const pause = Math.round(chance.between(SECOND, 30 * SECOND));
    strikeNext(world, ({ place, method, path }) => {
      const key = world.setting.keys.find((one) => path === `/v1/secret/data/${one.path}`);
      if (place !== 'store' || method === 'GET' || !key) return undefined;
      world.scheduler.in(pause, 'the key is replaced by hand', undefined, () => replaceByHand(world, key));
      return strike;
    });
    return `the answer to the next switch goes astray (${strike?.kind ?? ''}), and somebody replaces the key`;
  },
};

/** @param strikeAt called until it answers with a strike */
function strikeNext(world: World, strikeAt: (call: Call) => Strike | undefined): void {
  const others = world.faults;
  let isOver = false;
  world.faults = (call) => {
    const strike = isOver ? undefined : strikeAt(call);
    if (!strike) return others(call);
    isOver = true;
    if (strike.kind === 'late') world.assumptions.breaks('sent in time', call.id, 'a slow line');
    return strike;
  };
}

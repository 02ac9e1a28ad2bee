import { expect, it } from '@jest/globals';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import { stopAt } from '../support/stopAt';
import { Stage } from '../support/stage';
import { GATEWAY } from '../support/stageSettings';

const begin = (): Promise<Stage> => new Stage({ key: { grace: MINUTE, watch: 10 * SECOND } }).begin();

/** How many calls a rotation makes until it switches the old key off. */
async function callsToDisable(): Promise<number> {
  const stage = await begin();
  const { calls } = await stage.playOut();
  return calls.findIndex(({ method, origin }) => method === 'PATCH' && origin === GATEWAY);
}

it('a process that wakes up looks again, for somebody may have put the old key back', async () => {
  const most = await callsToDisable();
  expect(most).toBeGreaterThan(10);
  const ends: string[] = [];
  for (let nth = most - 9; nth <= most; nth += 1) {
    const stage = await begin();
    const [old] = stage.live;
    const { faults, reached, goOn } = stopAt(nth, () => true);
    await stage.clock.run(async () => {
      const playing = stage.processes('rotate', { faults });
      await reached;
      // It stands in front of its call, and has the answers to those before.
      await stage.clock.sleep(10 * MINUTE);
      stage.edit({ api_key: old?.value, api_key_id: old?.id });
      goOn();
      const { stop } = await playing;
      ends.push(stop.status);
    });
    expect([nth, stage.live[0]?.id, stage.live[0]?.disabled]).toEqual([nth, old?.id, undefined]);
    expect(stage.refusals).toEqual([]);
  }
  expect(new Set(ends)).toEqual(new Set(['blocked']));
});

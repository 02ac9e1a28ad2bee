import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, MINUTE } from '../../src/domain/tools/time';
import type { OutsideCall } from '../support/faultInjector';
import { faultsFor } from '../support/callFaults';
import { Stage } from '../support/stage';
import { trial } from '../support/trial';

/** The account has so many keys of others that half a list ends before ours. */
async function crowded(): Promise<Stage> {
  const stage = new Stage();
  for (const name of ['a', 'b', 'c', 'd']) stage.vendor.add(name, 'foreign');
  return stage.begin();
}

const drainOf = (stage: Stage) =>
  stage.disk.facts.filter((fact) => fact.type === 'result' && fact.row === 'forward/drain');

describe('the drain', () => {
  it('asks again when the list was cut before the old key: its absence says nothing', async () => {
    const scenario = { name: 'crowded', make: crowded };
    const { calls } = await trial(scenario);
    const isList = ({ what }: OutsideCall): boolean => what === 'GET vendor /admin/keys';
    const disable = calls.findIndex(({ what }) => what.startsWith('PATCH vendor'));
    const look = calls.slice(0, disable).findLastIndex(isList);
    const drained = calls.slice(0, look).findLastIndex(isList);
    for (const nth of [look + 1, drained + 1]) {
      const { end, broken, stage } = await trial(scenario, {
        pick: (call, n) => (n === nth ? faultsFor(call).find(({ name }) => name === 'cut list') : undefined),
      });
      expect([end, ...broken]).toEqual(['done']);
      expect(drainOf(stage)).toMatchObject([{ how: 'observed', data: { silent: 'observed' } }]);
    }
  });

  it('counts again from when somebody put the old value back and took it out again', async () => {
    const stage = await new Stage({ key: { grace: HOUR } }).begin();
    const old = { api_key: stage.served(), api_key_id: stage.served('api_key_id') };
    const { stop } = await stage.play();
    const fresh = { api_key: stage.served(), api_key_id: stage.served('api_key_id') };
    const until = Date.parse(stop.rotation?.rows['forward/drain']?.wait?.until ?? '');
    await stage.clock.advance(30 * MINUTE);
    stage.edit(old);
    await stage.clock.advance(5 * MINUTE);
    const since = stage.clock.now();
    stage.edit(fresh);
    await stage.clock.advance(until - since + MINUTE);
    const second = await stage.play();
    expect(second.stop.status).toBe('waiting');
    const wait = second.stop.rotation?.rows['forward/drain']?.wait;
    expect(Date.parse(wait?.until ?? '')).toBeGreaterThanOrEqual(since + HOUR);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(stage.refusals).toEqual([]);
  });

  it('ends with a person when another field is changed so often that nobody knows when the key was switched', async () => {
    const stage = await new Stage({ key: { grace: HOUR, drainLimit: 2 * HOUR } }).begin();
    await stage.play();
    const { stop, hours } = await stage.clock.run(async () => {
      const begun = stage.clock.now();
      for (let edits = 0; ; edits += 1) {
        stage.edit({ other: `changed ${edits}` });
        await stage.clock.sleep(5 * MINUTE);
        if (edits % 6 !== 5) continue;
        const played = await stage.process();
        const hours = (stage.clock.now() - begun) / HOUR;
        if (played.stop.status !== 'waiting' || hours * HOUR > DAY) return { stop: played.stop, hours };
      }
    });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK8006']);
    expect(stop.error?.message).toContain('raise max_versions');
    expect(hours).toBeLessThan(6);
    expect(stage.live).toHaveLength(2);
  });
});

import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';

it('a list that stays cut is asked for ever more rarely, and no process waits for it', async () => {
  const stage = await new Stage({ vendor: { pageSize: 1 } }).begin();
  const lists = new Set<number>();
  stage.watch = (_job, _origin, { method, path }) => {
    if (method === 'GET' && path === '/admin/keys') lists.add(stage.clock.now());
  };
  const neverArrives: FaultPlan = ({ method, path }) => {
    if (method !== 'POST' || path !== '/admin/keys') return undefined;
    stage.vendor.options = { ...stage.vendor.options, endlessList: true };
    return { kind: 'timeout' };
  };
  const begun = stage.clock.now();
  const { stop } = await stage.play('rotate', { faults: neverArrives });
  expect(stop.status).toBe('waiting');
  expect(stop.rotation?.rows['forward/create']?.wait?.reason).toBe('the vendor gave a list that was cut');
  expect(stage.clock.now() - begun).toBeLessThan(20 * MINUTE);
  const last = await stage.playOut();
  expect([last.stop.status, last.stop.error?.code]).toEqual(['blocked', 'RK8006']);
  expect(stage.clock.now() - begun).toBeGreaterThan(HOUR);
  expect(lists.size).toBeLessThan(25);
  expect(stage.live).toHaveLength(1);
});

describe('a list that says it is whole, and leaves the key in use out', () => {
  const hide = (stage: Stage, ...ids: string[]): void => {
    stage.vendor.options = { ...stage.vendor.options, hidden: ids };
  };
  const useOften = (stage: Stage, id: string): void => {
    stage.clock.beat(SECOND, () => {
      const key = stage.vendor.keys.byId(id);
      if (key) stage.vendor.keys.use(key);
    });
  };

  it.each([true, false])(
    'is found before anything is made, whether or not the id is beside the value: %p',
    async (idBeside) => {
      const stage = await new Stage().begin({ idBeside });
      hide(stage, stage.live[0]?.id ?? '');
      const { stop, calls } = await stage.play();
      expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK5015']);
      expect(stop.error?.message).toContain('so the list is not complete');
      expect(calls.filter(({ method, origin }) => method !== 'GET' && origin.includes('gateway'))).toEqual(
        [],
      );
      expect(stage.live).toHaveLength(1);
    },
  );

  it('never makes a key silent that somebody uses', async () => {
    const stage = await new Stage().begin();
    const old = stage.live[0]?.id ?? '';
    useOften(stage, old);
    expect((await stage.play()).stop.status).toBe('waiting');
    hide(stage, old);
    const { stop } = await stage.clock.run(() => stage.processes('rotate', {}, 6));
    expect(stop.rotation?.rows['forward/drain']?.wait?.reason).toContain(
      'does not hold a key that the vendor accepts',
    );
    expect(stage.live).toHaveLength(2);
    hide(stage);
    expect((await stage.play()).stop.rotation?.rows['forward/drain']?.wait?.reason).toContain(
      'was last used at',
    );
    expect(stage.live).toHaveLength(2);
  });

  it('proves nothing either when it lacks the new key', async () => {
    const stage = await new Stage().begin();
    const old = stage.live[0]?.id ?? '';
    await stage.play();
    hide(stage, old, stage.live[1]?.id ?? '');
    const { stop } = await stage.clock.run(() => stage.processes('rotate', {}, 4));
    expect(stop.status).toBe('waiting');
    expect(stage.live).toHaveLength(2);
  });

  it('is told apart from an old key that a person deleted', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    await stage.play();
    const key = stage.vendor.keys.byId(stage.live[0]?.id ?? '');
    if (key) key.revoked = stage.clock.now();
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(stage.live).toHaveLength(1);
  });

  it('is not suspected when it lacks a key that the vendor refuses', async () => {
    const stage = await new Stage({ key: { usedBy: [] }, without: ['disable'] }).begin();
    const key = stage.vendor.keys.byId(stage.live[0]?.id ?? '');
    if (key) key.revoked = stage.clock.now();
    expect((await stage.playOut()).stop.error?.code).not.toBe('RK5015');
  });
});

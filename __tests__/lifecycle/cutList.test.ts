import { expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';

it('a list that stays cut is asked for ever more rarely, and no process waits for it', async () => {
  const stage = await new Stage({ vendor: { endlessList: true, pageSize: 1 } }).begin();
  const lists = new Set<number>();
  stage.watch = (_job, _origin, { method, path }) => {
    if (method === 'GET' && path === '/admin/keys') lists.add(stage.clock.now());
  };
  const neverArrives: FaultPlan = ({ method, path }) =>
    method === 'POST' && path === '/admin/keys' ? { kind: 'timeout' } : undefined;
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

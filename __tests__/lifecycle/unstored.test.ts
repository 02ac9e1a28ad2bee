import { describe, expect, it } from '@jest/globals';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';

describe('a key whose value could not be stored', () => {
  it('is deleted without having been used: a use would make it look like one that somebody holds', async () => {
    const stage = await new Stage().begin();
    let writes = 0;
    const faults: FaultPlan = ({ method, path }) =>
      method === 'POST' && path.includes('.rekey.') && (writes += 1) === 2
        ? { kind: 'status', status: 403 }
        : undefined;
    const uses: number[] = [];
    stage.watch = (_job, _origin, { method, path }) => {
      const made = stage.vendor.keys.all.find(({ id }) => method === 'DELETE' && path.endsWith(id));
      if (made) uses.push(made.uses.length);
    };
    const { stop } = await stage.playOut('rotate', { faults });
    expect(stop.rotation?.closed).toBe('undone');
    expect(uses).toEqual([0]);
    expect(stage.live).toHaveLength(1);
  });
});

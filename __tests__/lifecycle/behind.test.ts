import { describe, expect, it } from '@jest/globals';
import { faultsFor } from '../support/callFaults';
import { firstKey, overlap } from '../support/stories';
import { trial } from '../support/trial';

describe('a replica of the store that is behind once', () => {
  it.each([overlap, firstKey])(
    'is asked again: no read of what is served stops a rotation ($name)',
    async (scenario) => {
      const { calls } = await trial(scenario);
      const ends: string[] = [];
      for (const [index, call] of calls.entries()) {
        const stale = faultsFor(call).find(({ name }) => name === 'stale');
        if (!stale || !call.what.endsWith('/secret/data/prod/gateway')) continue;
        const { end, broken } = await trial(scenario, {
          pick: (_call, nth) => (nth === index + 1 ? stale : undefined),
          delayed: false,
        });
        ends.push([end, ...broken].join('; '));
      }
      expect(ends).not.toEqual([]);
      expect(new Set(ends)).toEqual(new Set([scenario.end]));
    },
  );
});

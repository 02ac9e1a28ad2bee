import { describe, expect, it } from '@jest/globals';
import { playAll } from './workers';
import { explain } from './explain';
import { standStill } from './guard';
import { preload } from './runner/preload';
import { noTally, type Tally } from './tally';
import { START } from './world/world';

const RUNS = 200;
const ENDS = ['rotate done', 'rotate undone', 'rehearse rehearsed', 'remove removed', 'adopt adopted'];

/** What to say of many runs: nothing, or the story of the first one in which a promise was broken. */
async function complaint({ failing }: Pick<Tally, 'failing'>): Promise<string> {
  const [seed] = failing;
  if (seed === undefined) return '';
  await preload();
  const putBack = standStill(START);
  try {
    return await explain(seed, {});
  } finally {
    putBack();
  }
}

describe('worlds in which all may go wrong', () => {
  it(`keep all promises, ${RUNS} times`, async () => {
    const tally = await playAll({ first: 1, runs: RUNS }, 2, {}, () => {});
    expect(await complaint(tally)).toBe('');
    expect(tally).toMatchObject({ runs: RUNS, violations: 0 });
    expect(tally.effects).toBeGreaterThan(20 * RUNS);
    expect(tally.faults).toBeGreaterThan(2 * RUNS);
    expect(Object.keys(tally.kinds).length).toBeGreaterThan(50);
    // An order that is always refused would be kept without a fault.
    expect(Object.keys(tally.ends)).toEqual(expect.arrayContaining(ENDS));
  }, 900_000);

  it('fail with a story when one of them does', async () => {
    expect(await complaint({ ...noTally(), failing: [7] })).toContain('seed 7');
  }, 60_000);
});

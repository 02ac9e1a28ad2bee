import { describe, expect, it } from '@jest/globals';
import { within } from './budget';
import { judged } from './judge';
import { bound } from './makespan';

describe('the judge of the bench', () => {
  it('is content when every figure keeps its budget', () => {
    const { said, code } = judged({ start: within(1.5, 1.5), tick: { '10': { calls: within(3, 3) } } });
    expect([said.ok, said.missed, code]).toEqual([true, [], 0]);
  });

  it('names what missed its budget, however deep it lies, and fails', () => {
    const { said, code } = judged({ start: within(1.4, 1.5), tick: { '10': { calls: within(4, 3) } } });
    expect([said.ok, said.missed, code]).toEqual([false, ['tick.10.calls'], 1]);
  });

  it('does not take a figure that was not measured for a good one', () => {
    expect(judged({ start: within(NaN, 1.5) }).code).toBe(1);
  });
});

describe('the shortest time of many rotations', () => {
  /** Asks at once and once more before its end. */
  const alone = { took: 10_000, asked: [0, 9000] };

  it('is that of one, where the limit bears all', () => {
    expect(bound(alone, 10)).toBe(10_000);
  });

  it('grows where the limit does not: forty requests at 20 a second need a second more, and the second half lies before the end', () => {
    expect(bound(alone, 40)).toBe(9000 + 1000 + 1000);
    expect(bound(alone, 400)).toBe(0 + 39_000 + 1000);
  });
});

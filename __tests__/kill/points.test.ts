import { describe, expect, it } from '@jest/globals';
import { Chance } from '../../src/sandbox/chance';
import { nameOf, pointsOf, readPoint } from './points';

const every = (all: boolean, thin = 1) => ({ every: thin, all, cancels: 5 });
const points = (all: boolean, thin?: number) => pointsOf('happy', 60, every(all, thin), new Chance(1));

describe('the points of a kill test', () => {
  it('are read as they are written', () => {
    for (const point of points(true)) expect(readPoint(nameOf(point))).toEqual(point);
    const wrong = [
      '',
      'happy',
      'happy#1',
      'happy#1/before',
      'happy#1/now/lost',
      'happy#1+2/lost',
      'happy#x/before/lost',
    ];
    for (const text of wrong) expect(readPoint(text)).toBeUndefined();
  });

  it('kill at both moments of every request, and freeze at a third of them', () => {
    const of = (...fates: readonly string[]) => points(false).filter(({ fate }) => fates.includes(fate));
    const moments = of('lost', 'settle').map((point) => nameOf(point).replace(/\/\w+$/, ''));
    expect(new Set(moments).size).toBe(120);
    for (const fate of ['lost', 'settle', 'stall', 'race'])
      for (const when of ['before', 'after'])
        expect(of(fate).some((point) => 'when' in point && point.when === when)).toBe(true);
    expect(of('stall', 'race')).toHaveLength(40);
    expect(of('cancel')).toHaveLength(5);
  });

  it('miss no request when every second one is left out, and are the same each time', () => {
    const kills = points(false, 2).filter(({ fate }) => fate === 'lost' || fate === 'settle');
    expect(kills.map(({ n }) => n)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(points(false, 2)).toEqual(points(false, 2));
  });

  it('are all there are when asked for', () => {
    expect(new Set(points(true).map(nameOf)).size).toBeGreaterThan(60 * 2 * 4);
  });
});

import { expect, it } from '@jest/globals';
import { systemRandom } from '../../src/runtime/random';

it('ids are lower-case letters and digits, and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, () => systemRandom.id(12));
  expect(ids.every((id) => /^[a-z0-9]{12}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  expect(systemRandom.id(0)).toBe('');
});

it('fractions are from 0 up to, not including, 1, and spread', () => {
  const fractions = Array.from({ length: 1000 }, () => systemRandom.fraction());
  expect(fractions.every((fraction) => fraction >= 0 && fraction < 1)).toBe(true);
  expect(Math.min(...fractions)).toBeLessThan(0.05);
  expect(Math.max(...fractions)).toBeGreaterThan(0.95);
});

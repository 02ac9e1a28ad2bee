import { describe, expect, it } from '@jest/globals';
import { seedIn } from './numbers';
import { readArguments } from './options';
import { chanceOf } from './scheduler/chances';

describe('a seed', () => {
  it.each([
    ['0', 0],
    ['77001388', 77_001_388],
    ['1764547200', 1_764_547_200],
    ['1764547200123', 1_764_547_200_123],
  ])('%s is taken as it is', (text, seed) => {
    expect(readArguments(['--seed', text]).seed).toBe(seed);
  });

  it('may be longer than a number is exact, or below zero', () => {
    for (const text of ['1764547200123456789', '-5']) {
      expect(Number.isSafeInteger(seedIn(text) + 1_000_000)).toBe(true);
      expect(seedIn(text)).not.toBe(seedIn(`${text}1`));
    }
  });

  it.each(['', ' ', 'abc', '1.5', '1e9', '0x10', '12 '])('%j is refused with the reason', (text) => {
    expect(() => seedIn(text)).toThrow(`--seed must be a whole number, and is ${JSON.stringify(text)}`);
  });

  it('is another one with another high part', () => {
    const first = (seed: number): string => chanceOf(seed, 'a purpose').id(12);
    expect(first(1 + 2 ** 32)).not.toBe(first(1));
    expect(first(1 + 2 ** 33)).not.toBe(first(1 + 2 ** 32));
  });
});

describe('a count', () => {
  it.each(['runs', 'keys', 'workers'])('of no %s is refused, because nothing would be looked at', (name) => {
    expect(() => readArguments([`--${name}`, '0'])).toThrow(`--${name} must be a whole number from 1 to`);
  });
});

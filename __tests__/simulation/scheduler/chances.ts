import { Chance } from '../../../src/sandbox/chance';

const SLASH = '/'.charCodeAt(0);

/** One stream of chance for each purpose, so that taking one thing out of a run changes nothing else in it. */
export function chanceOf(seed: number, ...purpose: readonly (string | number)[]): Chance {
  let hash = 0x811c9dc5 ^ seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x9e3779b1);
  for (let at = 0; at < purpose.length; at += 1) {
    if (at > 0) hash = Math.imul(hash ^ SLASH, 0x01000193);
    const text = String(purpose[at]);
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return new Chance(hash ^ (hash >>> 13));
}

/** True as often as `share` says. */
export const happens = (chance: Chance, share: number): boolean => chance.fraction() < share;

/** One of the items, each as likely as its weight. */
export function weighed<T>(chance: Chance, items: readonly (readonly [number, T])[]): T {
  const sum = items.reduce((total, [weight]) => total + weight, 0);
  let left = chance.fraction() * sum;
  for (const [weight, item] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  const [, first] = items[0] ?? [];
  if (first === undefined) throw new Error('nothing to choose from');
  return first;
}

export const whole = (chance: Chance, least: number, most: number): number =>
  Math.floor(chance.between(least, most + 1));

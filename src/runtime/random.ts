import { randomInt } from 'node:crypto';
import type { Random } from '../domain/ports';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const STEPS = 2 ** 32;

/** Chance from the operating system. */
export const systemRandom: Random = {
  id: (length) => Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join(''),
  fraction: () => randomInt(STEPS) / STEPS,
};

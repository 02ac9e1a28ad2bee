/** A seed has room for the time in milliseconds; of what is longer its last 52 bits count. */
const BITS = 52;

/** Any whole number, such as a Unix time in seconds, milliseconds or nanoseconds. Throws an Error with a sentence. */
export function seedIn(text: string): number {
  if (!/^-?\d{1,30}$/.test(text)) throw new Error(`--seed must be a whole number, and is ${quoted(text)}`);
  return Number(BigInt.asUintN(BITS, BigInt(text)));
}

/** A whole number. Throws an Error with a sentence. */
export function countIn(name: string, text: string, least = 1): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : -1;
  if (count >= least) return count;
  throw new Error(`--${name} must be a whole number from ${least} to 999999999, and is ${quoted(text)}`);
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, 40));

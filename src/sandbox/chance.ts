/** Chance that can be repeated: the same seed gives the same numbers. Not for anything secret. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  pick<T>(items: readonly T[]): T | undefined {
    return items[Math.floor(this.fraction() * items.length)];
  }
  between(least: number, most: number): number {
    return least + this.fraction() * (most - least);
  }
  /** Lower-case letters and digits. */
  id(length: number): string {
    const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
    let id = '';
    while (id.length < length) id += letters.charAt(Math.floor(this.fraction() * letters.length));
    return id;
  }
}

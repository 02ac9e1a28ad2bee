import { play, type Look, type Options, type Played } from './play';

/** Enough for the longest list of troubles; each try is one run. */
const MOST_TRIES = 600;

export interface Shrunk {
  readonly played: Played;
  readonly options: Options & { readonly only: ReadonlySet<string> };
}

/** The same seed with as few troubles and keys as still break the same invariant. */
export async function shrink(seed: number, options: Options, look?: Look): Promise<Shrunk | undefined> {
  const first = await play(seed, options, look);
  const invariant = first.violations[0]?.invariant;
  if (invariant === undefined) return undefined;
  let tries = 0;
  const breaks = async (keys: number | undefined, only: readonly string[]): Promise<Played | undefined> => {
    if ((tries += 1) > MOST_TRIES) return undefined;
    const played = await play(seed, { ...options, keys, only: new Set(only) }, look);
    return played.violations[0]?.invariant === invariant ? played : undefined;
  };
  let keys = options.keys;
  let best = { played: first, only: first.troubles };
  const fewerKeys = await breaks(1, best.only);
  if (fewerKeys) {
    keys = 1;
    best = { played: fewerKeys, only: fewerKeys.troubles };
  }
  for (let size = Math.ceil(best.only.length / 2); size >= 1;) {
    const before = best.only.length;
    for (let at = 0; at < best.only.length;) {
      const without = best.only.filter((_, index) => index < at || index >= at + size);
      const played = await breaks(keys, without);
      if (played) best = { played, only: without.filter((name) => played.troubles.includes(name)) };
      else at += size;
    }
    // Without one trouble another may not be needed any more, so single ones are tried until all that is left is needed.
    if (size > 1) size = Math.ceil(size / 2);
    else if (best.only.length === before) size = 0;
  }
  return { played: best.played, options: { ...options, keys, only: new Set(best.only) } };
}

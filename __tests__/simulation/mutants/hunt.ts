import { standStill } from '../guard';
import { play } from '../play';
import { preload } from '../runner/preload';
import { START } from '../world/world';

/** What a hunt prints, as one line of JSON. `seed` is left out when no promise was broken. */
export interface Found {
  readonly seed?: number;
  readonly broken: readonly { readonly invariant: string; readonly why: string }[];
}

/** Plays seeds from the first one on, exactly as `npm run simulate` does, until a promise is broken. */
async function hunt(first: number, runs: number, stores: boolean): Promise<Found> {
  for (let seed = first; seed < first + runs; seed += 1) {
    const { violations } = await play(seed, { stores });
    if (violations.length > 0)
      return { seed, broken: violations.map(({ invariant, why }) => ({ invariant, why })) };
  }
  return { broken: [] };
}

await preload();
const putBack = standStill(START);
const found = await hunt(Number(process.argv[2]), Number(process.argv[3]), process.argv[4] === 'stores');
putBack();
console.log(JSON.stringify(found));

import { playAll } from './workers';
import { explain, told } from './explain';
import { standStill } from './guard';
import { readArguments, USAGE, type Arguments } from './options';
import type { Options } from './play';
import { preload } from './runner/preload';
import type { Tally } from './tally';
import { START } from './world/world';

/** npm run simulate: plays worlds, and tells the story of the first one in which a promise was broken. */
async function main(words: readonly string[]): Promise<number> {
  const given = argumentsIn(words);
  const options: Options = { keys: given.keys, runners: given.runners, stores: given.stores };
  if (given.only || (given.runs === 1 && !given.json)) return replay(given, options);
  const begun = performance.now();
  const tally = await playAll({ first: given.seed, runs: given.runs }, given.workers, options, ({ runs }) => {
    if (!given.json && runs % 500 === 0) console.error(`${runs} of ${given.runs}`);
  });
  const seconds = (performance.now() - begun) / 1000;
  const [first] = tally.failing;
  if (first !== undefined) console.log(`${await still(() => explain(first, options))}\n`);
  report(tally, seconds, given.json);
  return tally.violations === 0 ? 0 : 1;
}

function argumentsIn(words: readonly string[]): Arguments {
  try {
    return readArguments(words);
  } catch (thrown) {
    throw new Error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n${USAGE}`);
  }
}

function report(tally: Tally, seconds: number, json: boolean): void {
  const { failing, kinds, ends, ...figures } = tally;
  const took = Math.round(seconds * 10) / 10;
  const all = { ...figures, seconds: took, effects_per_second: Math.round(tally.effects / seconds) };
  if (failing.length > 0) console.log(`failing seeds: ${failing.join(', ')}`);
  console.log(
    json
      ? JSON.stringify({ ...all, ends: mostFirst(ends), kinds: mostFirst(kinds) })
      : Object.entries(all)
          .map(([name, it]) => `${name} ${it}`)
          .join(' · '),
  );
}

const mostFirst = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));

async function replay({ seed, only }: Arguments, options: Options): Promise<number> {
  const { story, played } = await still(() =>
    told(seed, only ? { ...options, only: new Set(only) } : options),
  );
  console.log(story);
  return played.violations.length === 0 ? 0 : 1;
}

/** While time and chance of this machine stand still. */
async function still<T>(tell: () => Promise<T>): Promise<T> {
  await preload();
  const putBack = standStill(START);
  try {
    return await tell();
  } finally {
    putBack();
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exitCode = 2;
}

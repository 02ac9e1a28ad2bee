import { playAll } from './crew';
import { standStill } from './guard';
import { readArguments, USAGE, type Arguments } from './options';
import { play, type Options, type Played } from './play';
import { preload } from './runner/preload';
import { shrink } from './shrink';
import { settingText, tell } from './story';
import type { Tally } from './tally';
import { START } from './world/world';

/** npm run simulate: plays worlds, and tells the story of the first one in which a promise was broken. */
async function main(words: readonly string[]): Promise<number> {
  const given = readArguments(words);
  const options: Options = { keys: given.keys, runners: given.runners };
  if (given.only || given.runs === 1) return replay(given, options);
  const begun = performance.now();
  const tally = await playAll({ first: given.seed, runs: given.runs }, given.workers, options, ({ runs }) => {
    if (!given.json && runs % 500 === 0) console.error(`${String(runs)} of ${String(given.runs)}`);
  });
  const seconds = (performance.now() - begun) / 1000;
  const [first] = tally.failing;
  if (first !== undefined) await explain(first, options);
  report(tally, seconds, given.json);
  return tally.violations === 0 ? 0 : 1;
}

function report(tally: Tally, seconds: number, json: boolean): void {
  const { failing, kinds, ...figures } = tally;
  const took = Math.round(seconds * 10) / 10;
  const often = Object.entries(kinds).sort(([, one], [, other]) => other - one);
  const all = { ...figures, seconds: took, effects_per_second: Math.round(tally.effects / seconds) };
  if (failing.length > 0) console.log(`failing seeds: ${failing.join(', ')}`);
  console.log(
    json
      ? JSON.stringify({ ...all, kinds: Object.fromEntries(often) })
      : Object.entries(all)
          .map(([name, it]) => `${name} ${String(it)}`)
          .join(' · '),
  );
}

async function replay({ seed, only }: Arguments, options: Options): Promise<number> {
  await preload();
  const putBack = standStill(START);
  const played = await told(seed, only ? { ...options, only: new Set(only) } : options);
  putBack();
  return played.violations.length === 0 ? 0 : 1;
}

/** The story of a failing seed, as short as it gets. */
async function explain(seed: number, options: Options): Promise<void> {
  await preload();
  const putBack = standStill(START);
  const shrunk = await shrink(seed, options);
  if (shrunk) {
    await told(seed, shrunk.options);
    const keys = shrunk.options.keys === undefined ? '' : ` --keys ${String(shrunk.options.keys)}`;
    const only = [...shrunk.options.only].join(',');
    console.log(`\nTo see it again: npm run simulate -- --seed ${String(seed)}${keys} --only '${only}'\n`);
  } else
    console.log(`seed ${String(seed)} broke a promise once and does not any more: it is not deterministic`);
  putBack();
}

async function told(seed: number, options: Options): Promise<Played> {
  const lines: string[] = [];
  const played = await play(seed, options, (world) => {
    lines.push(...settingText(world), '');
    tell(world, (line) => lines.push(line));
  });
  console.log(lines.join('\n'));
  for (const { invariant, why } of played.violations) console.log(`\nBROKEN: ${invariant}: ${why}`);
  if (played.violations.length === 0) console.log(`\nno promise was broken; ${played.hash}`);
  return played;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  console.error(USAGE);
  process.exitCode = 2;
}

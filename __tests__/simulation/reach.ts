import { Session, type Profiler } from 'node:inspector/promises';
import { parseArgs } from 'node:util';
import { standStill } from './guard';
import { countIn, seedIn } from './numbers';
import { play } from './play';
import { preload } from './runner/preload';
import { START } from './world/world';

const USAGE = `npm run simulate:reach -- [--runs N] [--seed S] [--in PART]
  --runs  worlds to play (default 2000)
  --seed  the first of them, any whole number (default 1)
  --in    a part of the paths of the sources to look at (default src/lifecycle/)`;

const LONGEST = 160;

/** npm run simulate:reach: which places of the sources no random world comes to. What is never run is never tried. */
async function main(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      in: { type: 'string', default: 'src/lifecycle/' },
    },
  });
  const [first, runs] = [seedIn(values.seed), countIn('runs', values.runs)];
  const session = new Session();
  session.connect();
  await session.post('Debugger.enable');
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  await preload();
  const putBack = standStill(START);
  for (let seed = first; seed < first + runs; seed += 1) await play(seed);
  putBack();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const scripts = result.filter(({ url }) => url.includes(values.in) && url.includes('/src/'));
  for (const script of scripts.sort((one, other) => (one.url < other.url ? -1 : 1))) {
    const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId: script.scriptId });
    const places = unreached(scriptSource, script.functions);
    if (places.length > 0) console.log([script.url.replace(/^.*\/src\//, 'src/'), ...places].join('\n    '));
  }
}

/** The texts that were never run. Ranges within others say what is different in them. */
function unreached(source: string, functions: readonly Profiler.FunctionCoverage[]): readonly string[] {
  const ranges = functions.flatMap((one) => one.ranges);
  const size = ({ startOffset, endOffset }: Profiler.CoverageRange): number => endOffset - startOffset;
  const isRun = new Uint8Array(source.length).fill(1);
  for (const range of [...ranges].sort((one, other) => size(other) - size(one)))
    isRun.fill(range.count > 0 ? 1 : 0, range.startOffset, range.endOffset);
  const marked = isRun.reduce((text, run, at) => text + (run === 1 ? '\0' : source.charAt(at)), '');
  return marked
    .split(/\0+/)
    .map((text) => text.replace(/\s+/g, ' ').trim().slice(0, LONGEST))
    .filter((text) => /\w{2}/.test(text));
}

try {
  await main(process.argv.slice(2));
} catch (thrown) {
  console.error(`${thrown instanceof Error ? thrown.message : String(thrown)}\n${USAGE}`);
  process.exitCode = 2;
}

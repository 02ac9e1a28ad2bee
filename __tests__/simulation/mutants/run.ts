import { parseArgs } from 'node:util';
import { INVARIANTS } from '../invariants';
import { countIn, seedIn } from '../numbers';
import { MUTANTS } from './list';
import type { Mutant } from './mutant';
import { tryOut, type Verdict } from './trial';

const USAGE = `npm run simulate:mutants -- [--runs N] [--seed S] [--workers W] [--only name,name]
  --runs     worlds to play with each bug, at most (default 2500)
  --seed     the first of them, any whole number (default: 1, and for what survives 433000 as well)
  --workers  bugs that are tried side by side (default 2)
  --only     only these`;

/** npm run simulate:mutants: builds one bug after the other into a copy of the program, and asks the simulator to find it. */
async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string', default: '2500' },
      seed: { type: 'string' },
      workers: { type: 'string', default: '2' },
      only: { type: 'string' },
    },
  });
  const only = values.only?.split(',');
  const chosen = MUTANTS.filter(({ name }) => only?.includes(name) ?? true);
  if (chosen.length === 0) throw new Error('there is no mutant of that name');
  const verdicts = await tryAll(
    chosen,
    values.seed === undefined ? FIRST : [seedIn(values.seed)],
    countIn('runs', values.runs),
    countIn('workers', values.workers),
  );
  return conclude(verdicts, only === undefined);
}

/** Some bugs show in one world of a few thousand, so they get two chances. */
const FIRST = [1, 433_000];

async function tryAll(
  mutants: readonly Mutant[],
  first: readonly number[],
  runs: number,
  workers: number,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const left = [...mutants];
  const work = async (): Promise<void> => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const verdict = await tryFrom(mutant, first, runs);
      verdicts.push(verdict);
      tell(mutant, verdict);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return verdicts;
}

/** @param first the first seeds of so many worlds each, until one catches it */
async function tryFrom(
  mutant: Mutant,
  [first = 1, ...others]: readonly number[],
  runs: number,
): Promise<Verdict> {
  const verdict = await tryOut(mutant, { first, runs });
  if (verdict.by.length > 0 || others.length === 0) return verdict;
  const later = await tryFrom(mutant, others, runs);
  return { ...later, runs: verdict.runs + later.runs };
}

function tell({ name, says }: Mutant, { by, runs, why = '' }: Verdict): void {
  const how = by.length === 0 ? `SURVIVED ${runs} runs` : `caught in run ${runs}: ${by.join(', ')}`;
  console.log(`${name}: ${says}\n  ${how}${why === '' ? '' : `\n  ${why}`}`);
}

/** @param all whether every mutant was tried, so that each invariant must have been broken by one */
function conclude(verdicts: readonly Verdict[], all: boolean): number {
  const survived = verdicts.filter(({ by }) => by.length === 0).map(({ mutant }) => mutant);
  const seen = new Set(verdicts.flatMap(({ by }) => by));
  const untested = all ? INVARIANTS.map(({ name }) => name).filter((name) => !seen.has(name)) : [];
  const caught = verdicts.length - survived.length;
  console.log(JSON.stringify({ mutants: verdicts.length, caught, survived, untested }));
  return survived.length + untested.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  console.error(USAGE);
  process.exitCode = 2;
}

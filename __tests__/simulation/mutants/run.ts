import { parseArgs } from 'node:util';
import { INVARIANTS } from '../invariants';
import { countIn, seedIn } from '../numbers';
import { MUTANTS } from './list';
import type { Mutant } from './mutant';
import { tryOut, type Verdict, type Worlds } from './trial';

const USAGE = `npm run simulate:mutants -- [--runs N] [--seed S] [--workers W] [--only name,name]
  --runs     worlds to play with each bug, at most (default 2000)
  --seed     the first of them, any whole number (default 1)
  --workers  bugs that are tried side by side (default 2)
  --only     only these`;

/** npm run simulate:mutants: builds one bug after the other into a copy of the program, and asks the simulator to find it. */
async function main(words: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      workers: { type: 'string', default: '2' },
      only: { type: 'string' },
    },
  });
  const only = values.only?.split(',');
  const chosen = MUTANTS.filter(({ name }) => only?.includes(name) ?? true);
  if (chosen.length === 0) throw new Error('there is no mutant of that name');
  const verdicts = await tryAll(
    chosen,
    { first: seedIn(values.seed), runs: countIn('runs', values.runs) },
    countIn('workers', values.workers),
  );
  return conclude(verdicts, only === undefined);
}

async function tryAll(
  mutants: readonly Mutant[],
  worlds: Worlds,
  workers: number,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const left = [...mutants];
  const work = async (): Promise<void> => {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) {
      const verdict = await tryOut(mutant, worlds);
      verdicts.push(verdict);
      tell(mutant, verdict);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return verdicts;
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

import { parseArgs } from 'node:util';
import { casesOf, type Wanted } from './cases';
import { play } from './play';

/**
 * npm run test:forgeries -- [--json] [--all] [--seed N] [--only TEXT]: plays what somebody may do who can write to the journal and
 * nothing else, and says what was done that nobody may do.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      seed: { type: 'string', default: '7' },
      every: { type: 'string' },
      pairs: { type: 'string' },
      grafts: { type: 'string' },
      only: { type: 'string' },
      show: { type: 'boolean', default: false },
    },
  });
  const begun = performance.now();
  const seed = Number(values.seed);
  const wanted: Wanted = values.all
    ? { every: 12, pairs: 2500, grafts: 2500, seed }
    : { every: 120, pairs: 250, grafts: 250, seed };
  const number = (text: string | undefined, other: number): number =>
    text === undefined ? other : Number(text);
  const cases = (
    await casesOf({
      seed,
      every: number(values.every, wanted.every),
      pairs: number(values.pairs, wanted.pairs),
      grafts: number(values.grafts, wanted.grafts),
    })
  ).filter(({ scene, forgery }) => `${scene.name}: ${forgery.name}`.includes(values.only ?? ''));
  const byKind = new Map<string, number>();
  let violations = 0;
  for (const { scene, forgery } of cases) {
    const played = await play(scene, forgery);
    if (values.show)
      console.log(
        played.runs.map(({ log, errors }) => `${log}\n${errors.join('\n')}`).join('\n--- next run\n'),
      );
    if (played.violations.length === 0) continue;
    violations += 1;
    for (const kind of played.violations) byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
    if (!values.json) console.log(`${scene.name}: ${forgery.name}\n    ${played.violations.join('\n    ')}`);
  }
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const kinds = Object.fromEntries([...byKind].sort(([, one], [, other]) => other - one));
  console.log(JSON.stringify({ forgeries: cases.length, violations, kinds, seed, seconds }));
  return violations === 0 ? 0 : 1;
}

process.exitCode = await main();

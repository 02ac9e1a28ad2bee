import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Chance } from '../../src/sandbox/chance';
import { LIFECYCLES, type Lifecycle } from './lifecycles';
import { readOptions, type Options } from './options';
import { play, type Played } from './play';
import { nameOf, pointsOf, type Point } from './points';
import { rowOf, storyOf, table, type Row } from './table';

/**
 * Real kills: the bundle as a process against a cloud on loopback, killed, frozen or cancelled at each request it makes in
 * turn. Each time later runs must end what was begun, and nobody may have noticed.
 */
const AT_ONCE = 2;

const options = readOptions(process.argv.slice(2));
const out = mkdtempSync(join(tmpdir(), 'rekey-kill-'));
const print = (text: string): void => void process.stderr.write(`${text}\n`);
const began = performance.now();

async function main(): Promise<boolean> {
  const chosen = LIFECYCLES.filter(({ name }) => wanted(name, options));
  if (chosen.length === 0) throw new Error(`there are ${LIFECYCLES.map(({ name }) => name).join(', ')}`);
  const rows: Row[] = [];
  for (const lifecycle of chosen) rows.push(await all(lifecycle));
  if (options.json) for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  else process.stdout.write(`\n${table(rows)}\n`);
  return rows.every(({ violations }) => violations === 0);
}

function wanted(name: string, { only, lifecycles }: Options): boolean {
  if (only) return only.lifecycle === name;
  return lifecycles.length === 0 || lifecycles.includes(name);
}

async function all(lifecycle: Lifecycle): Promise<Row> {
  const { name, title } = lifecycle;
  const whole = await one(lifecycle);
  const { requests } = whole;
  const points = options.only ? [options.only] : pointsOf(name, requests, options, new Chance(options.seed));
  print(`${name}: ${title}; ${requests} requests, ${points.length} points`);
  const played: Played[] = [whole];
  const waiting = [...points];
  const worker = async (): Promise<void> => {
    for (let point = waiting.shift(); point; point = waiting.shift()) {
      played.push(await one(lifecycle, point));
      progress(name, points.length, played);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return rowOf(name, requests, played);
}

async function one(lifecycle: Lifecycle, point?: Point): Promise<Played> {
  const name = point ? nameOf(point) : lifecycle.name;
  const { seed, speed: factor, keep } = options;
  const played = await play({
    lifecycle,
    seed,
    factor,
    keep,
    action: resolve(options.action ?? '.'),
    folder: join(out, name.replace(/\W+/g, '-')),
    ...(point && { point }),
  });
  const replay = `npm run test:kill -- --only '${name}' --seed ${seed}`;
  if (played.problems.length > 0) print(`\n${storyOf(played, replay)}\n  papers: ${out}`);
  else if (options.only) print(played.story.join('\n'));
  return played;
}

function progress(name: string, points: number, played: readonly Played[]): void {
  const done = played.length - 1;
  if (done % 25 !== 0 && done !== points) return;
  const bad = played.filter(({ problems }) => problems.length > 0).length;
  const seconds = Math.round((performance.now() - began) / 1000);
  print(`${String(seconds).padStart(5)} s  ${name}: ${done} of ${points} points, ${bad} violations`);
}

main().then(
  (ok) => {
    process.exitCode = ok ? 0 : 1;
  },
  (thrown: unknown) => {
    print(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 2;
  },
);

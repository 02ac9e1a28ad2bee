import { existsSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { RekeyError } from '../domain/errors';
import { display } from './display';
import type { SandboxOptions } from './options';
import { play } from './play';
import type { ScenarioResult } from './result';
import type { Scenario } from './scenarios/scenario';

/** So many at once: most of their time is waiting. */
const AT_ONCE = 3;

export interface Place {
  readonly output: Writable;
  /** The folder with action.yml and dist. */
  readonly action: string;
}

/** Plays what was asked for and prints it; results come in the order of the scenarios. */
export async function playAll(
  all: readonly Scenario[],
  options: SandboxOptions,
  place: Place = { output: process.stdout, action: actionFolder() },
): Promise<readonly ScenarioResult[]> {
  const chosen = all.filter(({ name }) => options.scenario === 'all' || name === options.scenario);
  const out = options.out === undefined ? fresh() : empty(options.out);
  const screen = display(place.output, {
    json: options.json,
    many: chosen.length > 1,
    terminal: place.output === process.stdout && process.stdout.isTTY,
  });
  screen.begin(out);
  const settings = { keys: options.keys, seed: options.seed, action: place.action };
  const waiting = [...chosen];
  const results = new Map<Scenario, ScenarioResult>();
  const worker = async (): Promise<void> => {
    for (let scenario = waiting.shift(); scenario; scenario = waiting.shift()) {
      const { name } = scenario;
      const folder = join(out, name);
      const result = await play(scenario, { ...settings, out: folder }, screen);
      results.set(scenario, result);
      screen.result(result);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const inOrder = chosen.flatMap((scenario) => results.get(scenario) ?? []);
  screen.end(inOrder);
  return inOrder;
}

function fresh(): string {
  const place = tmpdir();
  try {
    return mkdtempSync(join(place, 'rekey-sandbox-'));
  } catch {
    throw new RekeyError(
      'RK1009',
      `No folder can be made in ${place}, the folder for temporary files (TMPDIR).`,
    );
  }
}

/** What an earlier play left would be taken for a result of this one. */
function empty(folder: string): string {
  const path = resolve(folder);
  if (existsSync(path) && readdirSync(path).length > 0)
    throw new RekeyError('RK1002', '--out must be a new or an empty folder.');
  return path;
}

/** The program runs from `dist/index.js`, beside which action.yml stands. */
function actionFolder(): string {
  return dirname(dirname(realpathSync(process.argv[1] ?? '')));
}

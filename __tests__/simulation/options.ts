import { parseArgs } from 'node:util';
import { countIn, seedIn } from './numbers';

/** What stands after `npm run simulate --`. */
export interface Arguments {
  readonly runs: number;
  readonly seed: number;
  readonly keys: number | undefined;
  readonly runners: number | undefined;
  readonly workers: number;
  readonly json: boolean;
  readonly stores: boolean;
  /** Names of the troubles that may happen, separated by commas; left out: all that the seed draws. */
  readonly only: readonly string[] | undefined;
}

export const USAGE = `npm run simulate -- [--runs N] [--seed S] [--keys K] [--runners R] [--workers W] [--json] [--stores] [--only p2.17,h1]
  --runs     worlds to play, one for each seed from S on (default 1000; with --only: 1)
  --seed     the first seed, any whole number (default 1)
  --keys     keys in each world; left out: drawn from the seed
  --runners  orders that people give in each world; left out: drawn from the seed
  --workers  processes (default 2)
  --json     one line of JSON at the end
  --stores   stores that promise less than Vault, in place of Vault
  --only     of all that goes wrong in this seed, only this; a story of the run is told`;

/** Throws an Error with a sentence. */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string' },
      seed: { type: 'string', default: '1' },
      keys: { type: 'string' },
      runners: { type: 'string' },
      workers: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
      stores: { type: 'boolean', default: false },
      only: { type: 'string' },
    },
  });
  const only = values.only?.split(',').filter((name) => name !== '');
  return {
    runs: values.runs === undefined ? (only ? 1 : 1000) : countIn('runs', values.runs),
    seed: seedIn(values.seed),
    keys: values.keys === undefined ? undefined : countIn('keys', values.keys),
    runners: values.runners === undefined ? undefined : countIn('runners', values.runners, 0),
    workers: countIn('workers', values.workers),
    json: values.json,
    stores: values.stores,
    only,
  };
}

import { parseArgs } from 'node:util';
import { readPoint, type Point } from './points';

export interface Options {
  /** Names; empty: all. */
  readonly lifecycles: readonly string[];
  readonly every: number;
  readonly all: boolean;
  readonly cancels: number;
  readonly seed: number;
  /** How many times faster the cloud's time runs. */
  readonly speed: number;
  readonly json: boolean;
  readonly keep: boolean;
  readonly only?: Point;
  /** A folder with action.yml and dist in it; left out: this repository. */
  readonly action?: string;
}

const text = { type: 'string' } as const;
const yes = { type: 'boolean' } as const;

/** Throws with a sentence on what is not understood. */
export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      lifecycle: { ...text, multiple: true },
      every: { ...text, default: '2' },
      cancels: { ...text, default: '6' },
      seed: { ...text, default: '1' },
      speed: { ...text, default: '20' },
      only: text,
      action: text,
      all: { ...yes, default: false },
      json: { ...yes, default: false },
      keep: { ...yes, default: false },
    },
  });
  const only = values.only === undefined ? undefined : readPoint(values.only);
  if (values.only !== undefined && !only)
    throw new Error(`--only ${values.only} is no point such as happy#17/after/stall or happy#17+40/cancel`);
  return {
    lifecycles: values.lifecycle ?? [],
    every: whole('every', values.every, 1),
    cancels: whole('cancels', values.cancels, 0),
    seed: whole('seed', values.seed, 0),
    speed: whole('speed', values.speed, 1),
    all: values.all,
    json: values.json,
    keep: values.keep,
    ...(only && { only }),
    ...(values.action !== undefined && { action: values.action }),
  };
}

function whole(name: string, given: string, least: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} must be a whole number from ${least} on`);
  return value;
}

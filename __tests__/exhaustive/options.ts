import { parseArgs } from 'node:util';

export interface Options {
  /** One in so many is played. */
  readonly every: number;
  /** The one that is played, and told. */
  readonly only: string | undefined;
  readonly workers: number;
}

export function readOptions(words: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...words],
    options: {
      every: { type: 'string', default: '1' },
      only: { type: 'string' },
      workers: { type: 'string', default: '2' },
    },
  });
  return {
    every: count('every', values.every),
    only: values.only,
    workers: count('workers', values.workers),
  };
}

function count(name: string, text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a number from 1 on`);
}

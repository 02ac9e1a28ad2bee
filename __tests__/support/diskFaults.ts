import { RekeyError } from '../../src/domain/errors';
import type { Files } from '../../src/domain/ports';
import { ProcessKilled } from '../../src/domain/processKilled';

/**
 * fails: the disk says no, as a full one does. lost: it did, but said nothing. conflict: somebody else writes first. cut: half
 * of a file. rewound: the newest file is not listed.
 */
export type DiskFault =
  'fails' | 'lost' | 'conflict' | 'cut' | 'rewound' | 'kill before' | 'kill after' | 'stall';

interface Access {
  readonly disk: Files;
  readonly path: string;
  /** Stops the process here. */
  readonly stop: () => Promise<void>;
  readonly die: () => void;
}

/** One access to the disk, with what happens to it. */
export async function spoilt<T>(
  fault: DiskFault | undefined,
  act: () => Promise<T>,
  { disk, path, stop, die }: Access,
): Promise<T> {
  switch (fault) {
    case undefined:
      return act();
    case 'fails':
      throw new RekeyError('RK7007', 'The disk answered ENOSPC.');
    case 'lost':
      await act();
      throw new RekeyError('RK9002', 'The disk did, and did not say so.');
    case 'conflict':
      await writeFirst(disk, path);
      return act();
    case 'cut':
      return half(await act());
    case 'rewound':
      return withoutLast(await act());
    case 'kill before':
      die();
      throw new ProcessKilled();
    case 'kill after':
      await act();
      die();
      throw new ProcessKilled();
    case 'stall':
      await stop();
      return act();
  }
}

/** A commit about another key, with the number that our own was to have. */
async function writeFirst(disk: Files, path: string): Promise<void> {
  const number = Number(/(\d+)\.json$/.exec(path)?.[1]);
  const before = await disk.read(path.replace(/\d+(?=\.json$)/, (digits) => pad(number - 1, digits.length)));
  const { id } = JSON.parse(before ?? '{}') as { readonly id: string };
  await disk.create(path, JSON.stringify({ number, id: `other-${number}`, after: id, entries: [] }));
}

const pad = (number: number, length: number): string => String(number).padStart(length, '0');

function half<T>(content: T): T {
  return typeof content === 'string' ? (content.slice(0, content.length / 2) as T) : content;
}

function withoutLast<T>(names: T): T {
  return Array.isArray(names) ? (names.slice(0, -1) as T) : names;
}

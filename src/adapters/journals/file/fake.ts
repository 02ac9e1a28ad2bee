import { RekeyError } from '../../../domain/errors';
import type { Files } from '../../../domain/ports';

/** A disk in memory, which may be damaged by hand, may lose an answer, and may be full. */
export interface FakeDisk extends Files {
  readonly content: Map<string, string>;
  /** The next file is made, but nobody hears of it. */
  loseNextAnswer(): void;
  /** The next file is not made, and nobody hears of it. */
  loseNextRequest(): void;
}

export function fakeDisk(): FakeDisk {
  const content = new Map<string, string>();
  let lost: 'answer' | 'request' | undefined;
  const put = (path: string, text: string): void => {
    const how = lost;
    lost = undefined;
    if (how !== 'request') content.set(path, text);
    if (how) throw new RekeyError('RK9002', 'The disk did not answer.');
  };
  return {
    content,
    loseNextAnswer: () => {
      lost = 'answer';
    },
    loseNextRequest: () => {
      lost = 'request';
    },
    read: async (path) => content.get(path),
    create: async (path, text) => {
      if (content.has(path)) return false;
      put(path, text);
      return true;
    },
    write: async (path, text) => {
      put(path, text);
    },
    list: async (path) => {
      const inside = [...content.keys()].filter((name) => name.startsWith(`${path}/`));
      return [...new Set(inside.map((name) => name.slice(path.length + 1).split('/')[0] ?? ''))].sort();
    },
  };
}

import { RekeyError } from '../../../domain/errors';
import { cut, JOURNAL_FORMAT, parseObject, readRow } from '../../../domain/journal/journalRows';
import { shortIdentity } from '../../../domain/key';
import type { KeyState } from '../../../domain/journal/keyState';

/** GraphQL cuts a blob beyond this many bytes, so nothing larger is ever written. */
export const LARGEST_FILE = 512_000;

export const FORMAT_FILE = 'journal.json';
export const INDEX = 'index';

/** `00` to `ff`. All of them exist from the start, so that one which is missing shows. */
export const SHARDS: readonly string[] = Array.from({ length: 256 }, (_, at) =>
  at.toString(16).padStart(2, '0'),
);

/** The rows of one shard: identity to state. */
export type Shard = ReadonlyMap<string, KeyState>;

export const shardOf = (identity: string): string => shortIdentity(identity).slice(0, 2);
export const shardPath = (shard: string): string => `${INDEX}/${shard}.json`;

export function factsPath(identity: string, rotation: string): string {
  if (!/^[\w.-]+$/.test(rotation)) throw new RekeyError('RK7010', 'This cannot be the name of a rotation.');
  return `facts/${shortIdentity(identity)}/${rotation}.jsonl`;
}

/** One key a line, in order, so that a commit shows the rows that changed. */
export function writeShard(rows: Shard): string {
  const lines = [...rows.keys()]
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(rows.get(key))}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

export function readShard(shard: string, text: string): Shard {
  const what = shardPath(shard);
  const rows = Object.entries(parseObject(text, what));
  if (rows.some(([identity]) => shardOf(identity) !== shard)) throw cut(what);
  return new Map(rows.map(([identity, row]) => [identity, readRow(identity, row)]));
}

const README = `# Rekey's journal

Rekey remembers here what it has begun and what it has finished. Each line of a file under \`facts/\` is one fact; \`index/\` says where each
key stands. There is no secret in it. Do not edit, rebase or delete this branch: without it Rekey stops.
`;

/** What the branch begins with. */
export function firstFiles(): readonly { readonly path: string; readonly content: string }[] {
  return [
    { path: 'README.md', content: README },
    { path: FORMAT_FILE, content: `${JSON.stringify({ format: JOURNAL_FORMAT })}\n` },
    ...SHARDS.map((shard) => ({ path: shardPath(shard), content: writeShard(new Map()) })),
  ];
}

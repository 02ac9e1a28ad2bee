import {
  readShard,
  shardOf,
  shardPath,
  writeShard,
} from '../../../src/adapters/journals/github-branch/layout';
import { factsPath } from '../../../src/adapters/journals/github-branch/layout';
import type { Fact } from '../../../src/domain/journal/facts';
import { shortIdentity } from '../../../src/domain/key';
import { foldKey, newKey, type KeyState } from '../../../src/domain/journal/keyState';
import type { Company } from '../../support/company';

const BRANCH = 'rekey-journal';

/** All that the journal says of one key: its facts in the order in which they were written, and its row of the index. */
export interface Book {
  readonly identity: string;
  readonly facts: readonly Fact[];
  readonly row: KeyState;
}

/** As somebody who may write to the journal reads it, line by line through its commits. */
export function readBook({ github, keys }: Company, at = 0): Book {
  const { store } = github.home.git;
  const commits = [...store.history(store.head(BRANCH)?.oid ?? '')].reverse();
  const last = commits.at(-1)?.files ?? new Map<string, string>();
  const row = rowsOf(last).find(({ name }) => name === keys[at]?.name);
  if (!row) throw new Error('the journal does not know the key');
  const folder = `facts/${shortIdentity(row.identity)}/`;
  const read = new Map<string, number>();
  const facts: Fact[] = [];
  for (const { files } of commits) {
    for (const [path, text] of files) {
      if (!path.startsWith(folder)) continue;
      const known = read.get(path) ?? 0;
      if (text.length === known) continue;
      read.set(path, text.length);
      facts.push(...linesOf(text.slice(known)));
    }
  }
  return { identity: row.identity, facts, row };
}

const linesOf = (text: string): readonly Fact[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Fact);

const rowsOf = (files: ReadonlyMap<string, string>): readonly KeyState[] =>
  [...files].flatMap(([path, text]) => {
    const shard = /^index\/(..)\.json$/.exec(path)?.[1];
    return shard === undefined ? [] : [...readShard(shard, text).values()];
  });

/** With other facts. The row is folded from them once more, so that nothing contradicts it. What cannot be folded keeps its row. */
export function withFacts({ identity, row }: Book, facts: readonly Fact[]): Book {
  return { identity, facts, row: folded(row, facts) };
}

function folded(row: KeyState, facts: readonly Fact[]): KeyState {
  try {
    return foldKey(newKey(row.identity, row.name), facts);
  } catch {
    return { ...row, head: facts.at(-1)?.id ?? row.head, count: facts.length };
  }
}

/** Pushes the book over what is there. */
export function writeBook({ github }: Company, { identity, facts, row }: Book): void {
  const folder = `facts/${shortIdentity(identity)}/`;
  github.home.git.store.advance(
    BRANCH,
    (files) => {
      const shard = shardPath(shardOf(identity));
      const rows = new Map(readShard(shardOf(identity), files.get(shard) ?? ''));
      files.set(shard, writeShard(facts.length === 0 ? without(rows, identity) : rows.set(identity, row)));
      for (const path of [...files.keys()]) if (path.startsWith(folder)) files.delete(path);
      for (const fact of facts) {
        const path = factsPath(identity, fact.rotation);
        files.set(path, `${files.get(path) ?? ''}${JSON.stringify(fact)}\n`);
      }
    },
    'Forged',
    { author: 'mallory', signed: false },
  );
}

function without(rows: Map<string, KeyState>, identity: string): Map<string, KeyState> {
  rows.delete(identity);
  return rows;
}

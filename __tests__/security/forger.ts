import {
  factsPath,
  readShard,
  shardOf,
  shardPath,
  writeShard,
} from '../../src/adapters/journals/github-branch/layout';
import type { Fact } from '../../src/domain/journal/facts';
import { readFacts, writeFacts } from '../../src/domain/journal/journalRows';
import { foldKey, type KeyState } from '../../src/domain/journal/keyState';
import type { NewFact } from '../../src/lifecycle/ledger';
import type { Company } from '../support/company';

const BRANCH = 'rekey-journal';

/** Somebody with the right to push to the journal, and nothing else. */
export class Forger {
  readonly #company: Company;

  constructor(company: Company) {
    this.#company = company;
  }

  get #files(): ReadonlyMap<string, string> {
    return this.#company.github.home.git.store.head(BRANCH)?.files ?? new Map();
  }

  /** The row of the first key. */
  get row(): KeyState {
    const rows = [...this.#files].flatMap(([path, text]) => {
      const shard = /^index\/(..)\.json$/.exec(path)?.[1];
      return shard === undefined ? [] : [...readShard(shard, text).values()];
    });
    const row = rows.find(({ name }) => name === this.#company.keys[0]?.name);
    if (!row) throw new Error('the journal does not know the key');
    return row;
  }

  get facts(): readonly Fact[] {
    const { identity, open } = this.row;
    const rotation = open?.rotation ?? '';
    return readFacts(this.#files.get(factsPath(identity, rotation)) ?? '', rotation);
  }

  /** The facts of the open rotation say something else, under the same ids. */
  rewrite(change: (fact: Fact) => Fact): void {
    const { identity, open } = this.row;
    this.#push(identity, open?.rotation ?? '', this.facts.map(change), this.row);
  }

  /** The row says that there is nothing to wait for. */
  hurry(): void {
    const { row, facts } = this;
    const { open } = row;
    const now = new Date(this.#company.clock.now()).toISOString();
    if (open) this.#push(row.identity, open.rotation, facts, { ...row, open: { ...open, resumeAt: now } });
  }

  /** The row calls the key something else. */
  rename(name: string): void {
    const { row } = this;
    const rotation = row.open?.rotation ?? row.last?.rotation ?? '';
    const text = this.#files.get(factsPath(row.identity, rotation)) ?? '';
    this.#push(row.identity, rotation, readFacts(text, rotation), { ...row, name });
  }

  /** Facts that no run wrote, of the open rotation or of one that never was. */
  add(facts: readonly NewFact[], rotation = this.row.open?.rotation ?? 'forged'): void {
    const { row } = this;
    const at = new Date(this.#company.clock.now()).toISOString();
    const forged = facts.map((fact, index): Fact => ({
      ...fact,
      v: 1,
      id: `forged.${index}`,
      at,
      rotation,
      by: 'forger',
    }));
    const known = row.open?.rotation === rotation ? this.facts : [];
    this.#push(row.identity, rotation, [...known, ...forged], foldKey(row, forged));
  }

  #push(identity: string, rotation: string, facts: readonly Fact[], row: KeyState): void {
    const shard = shardOf(identity);
    this.#company.github.home.git.store.advance(
      BRANCH,
      (files) => {
        const rows = new Map(readShard(shard, files.get(shardPath(shard)) ?? ''));
        files.set(shardPath(shard), writeShard(rows.set(identity, row)));
        files.set(factsPath(identity, rotation), writeFacts(facts));
      },
      'Forged',
      { author: 'mallory', signed: false },
    );
  }
}

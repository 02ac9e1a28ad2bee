import type { SharedLog } from '../../../domain/journal/appendQueue';
import type { JournalFile, Entry, JournalView } from '../../../domain/contracts/journal';
import { RekeyError } from '../../../domain/errors';
import { NO_ROTATION, type Fact } from '../../../domain/journal/facts';
import { checkFacts, refuseRewound } from '../../../domain/journal/journalLog';
import { cut, readFacts, readFormat, writeFacts } from '../../../domain/journal/journalRows';
import type { KeyState } from '../../../domain/journal/keyState';
import type { BranchApi, Tip } from './api';
import { FileReads } from './fileReads';
import {
  factsPath,
  LARGEST_FILE,
  readShard,
  shardOf,
  shardPath,
  SHARDS,
  writeShard,
  type Shard,
} from './layout';
import { messageOf } from './message';

interface Known extends JournalView {
  readonly shards: ReadonlyMap<string, Shard>;
}

/** A file of facts as it was while its key had this head. */
interface KnownText {
  readonly head: string | undefined;
  readonly text: string;
}

/** The branch as this process last saw it, kept in memory so that an append needs no read. */
export class BranchLog implements SharedLog {
  readonly #api: BranchApi;
  readonly #reads: FileReads;
  readonly #mayBePublic: boolean;
  readonly #texts = new Map<string, KnownText>();
  #known: Known | undefined;

  constructor(api: BranchApi, mayBePublic: boolean) {
    this.#api = api;
    this.#reads = new FileReads(api);
    this.#mayBePublic = mayBePublic;
  }

  async known(): Promise<JournalView> {
    return this.#latest();
  }

  async reload(): Promise<Known> {
    const tip = await this.#api.tip();
    if (!tip.isPrivate && !this.#mayBePublic)
      throw new RekeyError('RK7011', `${this.#api.repository} is a public repository.`);
    const known = readTip(tip);
    if (this.#known) await this.#refuseRewound(this.#known, known, tip);
    this.#known = known;
    return known;
  }

  async #latest(): Promise<Known> {
    return this.#known ?? this.reload();
  }

  async #refuseRewound(before: Known, after: Known, tip: Tip): Promise<void> {
    if (!tip.history.includes(before.commit) && !(await this.#api.descends(after.commit, before.commit)))
      throw new RekeyError('RK7003', `The journal no longer holds its commit ${before.commit}.`);
    refuseRewound(before, after);
  }

  /** One call: the facts, those without rotation, and the row they must agree with. */
  async facts(key: string, rotation: string, at?: string): Promise<readonly Fact[]> {
    const commit = at ?? (await this.#latest()).commit;
    const shard = shardOf(key);
    const paths = [shardPath(shard), factsPath(key, rotation), factsPath(key, NO_ROTATION)];
    const [index, text, idle] = await this.#reads.texts(commit, paths);
    if (index === undefined) throw cut(shardPath(shard));
    const row = readShard(shard, index).get(key);
    const facts = readFacts(text ?? '', rotation);
    checkFacts(row, rotation, facts, readFacts(idle ?? '', NO_ROTATION));
    if (row?.open?.rotation === rotation)
      this.#texts.set(factsPath(key, rotation), { head: row.head, text: text ?? '' });
    return facts;
  }

  async write(entries: readonly Entry[], files: readonly JournalFile[]): Promise<JournalView> {
    const known = await this.#latest();
    const before = await this.#textsOf(entries, known);
    const texts = new Map<string, string>();
    const shards = new Map<string, Map<string, KeyState>>();
    for (const { key, facts, state } of entries) {
      const path = factsPath(key, facts[0]?.rotation ?? NO_ROTATION);
      texts.set(path, (texts.get(path) ?? before.get(path) ?? '') + writeFacts(facts));
      const shard = shardOf(key);
      const rows = shards.get(shard) ?? new Map(known.shards.get(shard));
      shards.set(shard, rows.set(key, state));
    }
    const changes = [
      ...[...shards].map(([shard, rows]) => ({ path: shardPath(shard), content: writeShard(rows) })),
      ...[...texts].map(([path, content]) => ({ path, content })),
    ];
    changes.forEach(refuseTooLarge);
    const commit = await this.#api.commit(known.commit, messageOf(entries), [...changes, ...files]);
    for (const { key, facts, state } of entries) this.#remember(key, facts, state, texts);
    return (this.#known = viewOf(commit, new Map([...known.shards, ...shards])));
  }

  /**
   * What the files of these entries hold now. A rotation that begins has none; what is not in memory is read in one call, and must be
   * whole: a line behind one that was cut would make both unreadable.
   */
  async #textsOf(entries: readonly Entry[], known: Known): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    const unread = new Map<string, string>();
    for (const { key, facts } of entries) {
      const [first] = facts;
      const rotation = first?.rotation ?? NO_ROTATION;
      const path = factsPath(key, rotation);
      const remembered = this.#texts.get(path);
      if (remembered && remembered.head === known.keys.get(key)?.head) texts.set(path, remembered.text);
      else if (!(first?.type === 'claim' && first.snapshot)) unread.set(path, rotation);
    }
    const missing = [...unread].filter(([path]) => !texts.has(path));
    if (missing.length === 0) return texts;
    const paths = missing.map(([path]) => path);
    const read = await this.#reads.texts(known.commit, paths);
    missing.forEach(([path, rotation], at) => {
      const text = read[at] ?? '';
      readFacts(text, rotation);
      texts.set(path, text);
    });
    return texts;
  }

  #remember(key: string, facts: readonly Fact[], state: KeyState, texts: ReadonlyMap<string, string>): void {
    const path = factsPath(key, facts[0]?.rotation ?? NO_ROTATION);
    if (state.open) this.#texts.set(path, { head: state.head, text: texts.get(path) ?? '' });
    else this.#texts.delete(path);
  }
}

function readTip(tip: Tip): Known {
  readFormat(tip.format);
  const shards = SHARDS.map((shard): [string, Shard] => {
    const text = tip.index.get(`${shard}.json`);
    if (text === undefined) throw cut(shardPath(shard));
    return [shard, readShard(shard, text)];
  });
  return viewOf(tip.commit, new Map(shards));
}

function viewOf(commit: string, shards: ReadonlyMap<string, Shard>): Known {
  const keys = new Map<string, KeyState>();
  for (const rows of shards.values()) for (const [key, row] of rows) keys.set(key, row);
  return { commit, shards, keys };
}

/** A file that GitHub would cut could never be read again. */
function refuseTooLarge({ path, content }: JournalFile): void {
  const size = Buffer.byteLength(content);
  if (size > LARGEST_FILE) throw new RekeyError('RK7013', `${path} would have ${size} bytes.`);
}

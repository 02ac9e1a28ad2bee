import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Journal } from '../../src/domain/contracts/journal';
import type { KeyState } from '../../src/domain/journal/keyState';
import { codeOf } from '../support/codeOf';
import { claimOf, closedOf, entryOf, warningOf } from '../support/journalEntries';

/** One journal in the world, and what can happen to it. */
export interface JournalWorld {
  /** Another process on the same journal, with nothing in memory. */
  open(): Journal;
  /** The next write lands, and its answer is lost. */
  loseNextAnswer(): void;
  /** The next write does not land, and no answer comes. */
  loseNextRequest(): void;
  /** The whole journal is deleted. */
  remove(): void;
  /** Bytes at the end of what holds this key are lost. */
  cut(key: string): void;
  /** The journal is set back by one write, by force. */
  rewind(): void;
  /** A newer release of Rekey wrote it. */
  makeNewer(): void;
  /** What stands beside the facts at this path. */
  page(path: string): string | undefined;
  /** Writes that landed. */
  writes(): number;
}

const KEY = '1/vault:prod/a#api_key';
const OTHER = '1/vault:prod/b#api_key';

export function journalContract(name: string, makeWorld: () => Promise<JournalWorld>): void {
  describe(`journal contract: ${name}`, () => {
    let world: JournalWorld;
    let journal: Journal;

    beforeEach(async () => {
      world = await makeWorld();
      journal = world.open();
      await journal.init();
    });

    async function begin(key = KEY, rotation = 'r1'): Promise<KeyState> {
      const entry = entryOf(key, undefined, [claimOf(rotation, key)]);
      expect((await journal.append([entry])).result.get(key)).toBe('written');
      return entry.state;
    }

    describe('reads', () => {
      it('is empty after init', async () => {
        expect((await world.open().load()).keys.size).toBe(0);
      });

      it('refuses to be made twice', async () => {
        await begin();
        expect(await codeOf(world.open().init())).toBe('RK2005');
        expect((await world.open().load()).keys.size).toBe(1);
      });

      it('gives rows and facts back as they were written, to another process', async () => {
        const first = entryOf(KEY, undefined, [claimOf('r1', KEY), warningOf('r1', 'one\ntwo «three» 🔑')]);
        await journal.append([first]);
        const second = entryOf(KEY, first.state, [warningOf('r1')]);
        await journal.append([second]);
        const reader = world.open();
        const view = await reader.load();
        expect(view.keys.get(KEY)).toEqual(second.state);
        expect(await reader.facts(KEY, 'r1')).toEqual([...first.facts, ...second.facts]);
      });

      it('keeps rotations of a key, and keys, apart', async () => {
        const claimed = await begin();
        const closed = entryOf(KEY, claimed, [closedOf('r1')]);
        await journal.append([closed]);
        const again = entryOf(KEY, closed.state, [claimOf('r2', KEY)]);
        await journal.append([again]);
        await begin(OTHER, 'r9');
        const reader = world.open();
        expect(await reader.facts(KEY, 'r2')).toEqual(again.facts);
        expect((await reader.facts(KEY, 'r1')).map((fact) => fact.type)).toEqual(['claim', 'closed']);
        expect((await reader.facts(OTHER, 'r9')).length).toBe(1);
      });

      it('keeps every character, whatever it looks like', async () => {
        const odd = [
          '{"a":12345678901234567890,"b":"x"}',
          '12345678901234567890n',
          '\\"\\u0000',
          '"", 99999999999999999999',
        ];
        const first = entryOf(KEY, undefined, [
          claimOf('r1', KEY),
          ...odd.map((text) => warningOf('r1', text)),
        ]);
        await journal.append([first]);
        expect(await world.open().facts(KEY, 'r1')).toEqual(first.facts);
      });

      it('reads facts as of a commit', async () => {
        const claimed = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
        const { commit } = await journal.append([claimed]);
        await journal.append([entryOf(KEY, claimed.state, [warningOf('r1')])]);
        expect(await world.open().facts(KEY, 'r1', commit)).toEqual(claimed.facts);
        expect((await world.open().facts(KEY, 'r1')).length).toBe(2);
      });
    });

    describe('appends', () => {
      it('says moved, and writes nothing, when the head is another', async () => {
        const claimed = await begin();
        const ours = entryOf(KEY, claimed, [warningOf('r1')]);
        const theirs = entryOf(KEY, claimed, [warningOf('r1')]);
        await world.open().append([theirs]);
        expect((await journal.append([ours])).result.get(KEY)).toBe('moved');
        expect((await world.open().load()).keys.get(KEY)?.head).toBe(theirs.state.head);
      });

      it('says moved when a key that should be new is known', async () => {
        await begin();
        const other = world.open();
        const entry = entryOf(KEY, undefined, [claimOf('r2', KEY)]);
        expect((await other.append([entry])).result.get(KEY)).toBe('moved');
      });

      it('writes the keys that did not move when another one did', async () => {
        const [a, b] = [await begin(KEY), await begin(OTHER, 'r2')];
        await world.open().append([entryOf(KEY, a, [warningOf('r1')])]);
        const { result } = await journal.append([
          entryOf(KEY, a, [warningOf('r1')]),
          entryOf(OTHER, b, [warningOf('r2')]),
        ]);
        expect([result.get(KEY), result.get(OTHER)]).toEqual(['moved', 'written']);
        expect((await world.open().facts(OTHER, 'r2')).length).toBe(2);
      });

      it('writes again by itself when only others moved', async () => {
        const claimed = await begin();
        const other = world.open();
        await other.append([entryOf(OTHER, undefined, [claimOf('r2', OTHER)])]);
        const { result } = await journal.append([entryOf(KEY, claimed, [warningOf('r1')])]);
        expect(result.get(KEY)).toBe('written');
        expect((await world.open().load()).keys.size).toBe(2);
      });

      it('keeps pages beside the facts, and only if a fact was written', async () => {
        const claimed = await begin();
        const page = (name: string) => ({ path: `evidence/${name}.json`, content: `${name}\n` });
        await journal.append([entryOf(KEY, claimed, [warningOf('r1')])], [page('r1')]);
        await journal.append([entryOf(KEY, claimed, [warningOf('r1')])], [page('stale')]);
        expect([world.page('evidence/r1.json'), world.page('evidence/stale.json')]).toEqual([
          'r1\n',
          undefined,
        ]);
      });
    });

    describe('shares writes', () => {
      it('puts calls of one turn into one write', async () => {
        await journal.load();
        const before = world.writes();
        const keys = Array.from({ length: 20 }, (_, at) => `1/vault:prod/k${at}#v`);
        const calls = keys.map((key) => journal.append([entryOf(key, undefined, [claimOf('r1', key)])]));
        for (const { result } of await Promise.all(calls)) expect([...result.values()]).toEqual(['written']);
        expect(world.writes() - before).toBe(1);
        expect((await world.open().load()).keys.size).toBe(20);
      });

      it('lets a second call for the same key follow the first in one write', async () => {
        const claimed = await begin();
        const one = entryOf(KEY, claimed, [warningOf('r1')]);
        const two = entryOf(KEY, one.state, [warningOf('r1')]);
        const answers = await Promise.all([journal.append([one]), journal.append([two])]);
        expect(answers.map(({ result }) => result.get(KEY))).toEqual(['written', 'written']);
        expect((await world.open().facts(KEY, 'r1')).map((fact) => fact.id).slice(1)).toEqual([
          one.state.head,
          two.state.head,
        ]);
      });

      it('lets two processes with many keys each finish without losing a fact', async () => {
        const other = world.open();
        const work = Array.from({ length: 12 }, async (_, at) => {
          const key = `1/vault:prod/k${at}#v`;
          const writer = at % 2 === 0 ? journal : other;
          const first = entryOf(key, undefined, [claimOf(`r${at}`, key)]);
          await writer.append([first]);
          const second = entryOf(key, first.state, [warningOf(`r${at}`)]);
          return (await writer.append([second])).result.get(key);
        });
        expect(new Set(await Promise.all(work))).toEqual(new Set(['written']));
        const rows = (await world.open().load()).keys;
        expect([...rows.values()].map((row) => row.count)).toEqual(Array.from({ length: 12 }, () => 2));
      });
    });

    describe('after a lost answer', () => {
      it('recognises its own facts, and writes them once', async () => {
        const claimed = await begin();
        world.loseNextAnswer();
        const { result } = await journal.append([entryOf(KEY, claimed, [warningOf('r1')])]);
        expect(result.get(KEY)).toBe('written');
        expect((await world.open().facts(KEY, 'r1')).length).toBe(2);
      });

      it('writes when nothing had landed', async () => {
        const claimed = await begin();
        world.loseNextRequest();
        const { result } = await journal.append([entryOf(KEY, claimed, [warningOf('r1')])]);
        expect(result.get(KEY)).toBe('written');
        expect((await world.open().facts(KEY, 'r1')).length).toBe(2);
      });

      it('counts an entry that landed as written when it is sent again', async () => {
        const claimed = await begin();
        const entry = entryOf(KEY, claimed, [warningOf('r1')]);
        await journal.append([entry]);
        expect((await world.open().append([entry])).result.get(KEY)).toBe('written');
        expect((await world.open().facts(KEY, 'r1')).length).toBe(2);
      });
    });

    describe('is an error, never an empty journal', () => {
      it('when it is missing', async () => {
        world.remove();
        expect(await codeOf(world.open().load())).toBe('RK7001');
        expect(await codeOf(world.open().append([entryOf(KEY, undefined, [claimOf('r1', KEY)])]))).toBe(
          'RK7001',
        );
      });

      it('when it is cut', async () => {
        await begin();
        world.cut(KEY);
        expect(await codeOf(world.open().load())).toBe('RK7002');
      });

      it('when it was rewound under us', async () => {
        const claimed = await begin();
        await journal.append([entryOf(KEY, claimed, [warningOf('r1')])]);
        world.rewind();
        expect(await codeOf(journal.load())).toBe('RK7003');
      });

      it('when it was rewound under us and somebody went on', async () => {
        const claimed = await begin();
        await journal.append([entryOf(KEY, claimed, [warningOf('r1')])]);
        world.rewind();
        await world.open().append([entryOf(KEY, claimed, [warningOf('r1')])]);
        await world.open().append([entryOf(OTHER, undefined, [claimOf('r2', OTHER)])]);
        expect(await codeOf(journal.load())).toBe('RK7003');
      });

      it('when a newer release wrote it', async () => {
        await begin();
        world.makeNewer();
        expect(await codeOf(world.open().load())).toBe('RK7004');
      });
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { JournalView } from '../../../src/domain/contracts/journal';
import type { KeyState } from '../../../src/domain/journal/keyState';
import { arrange, checkEntry, refuseRewound } from '../../../src/domain/journal/journalLog';
import { claimOf, entryOf, warningOf } from '../../support/journalEntries';

const KEY = '1/vault:prod/a#v';
const view = (...rows: readonly KeyState[]): JournalView => ({
  keys: new Map(rows.map((row) => [row.identity, row])),
  commit: 'c',
});
const page = { path: 'evidence/r1.json', content: '{}' };

describe('arranging calls for one write', () => {
  const claimed = entryOf(KEY, undefined, [claimOf('r1', 'a')]);
  const next = entryOf(KEY, claimed.state, [warningOf('r1')]);
  const after = entryOf(KEY, next.state, [warningOf('r1')]);

  it('takes what fits the heads, in order', () => {
    const { entries, results } = arrange(
      [
        { entries: [claimed], files: [] },
        { entries: [next], files: [] },
      ],
      view(),
    );
    expect(entries).toEqual([claimed, next]);
    expect(results.map((result) => result.get(KEY))).toEqual(['written', 'written']);
  });

  it('leaves out what landed already, and continues behind it', () => {
    const calls = [claimed, next, after].map((entry) => ({ entries: [entry], files: [page] }));
    const { entries, files, results } = arrange(calls, view(next.state));
    expect(entries).toEqual([after]);
    expect(files).toEqual([page]);
    expect(results.map((result) => result.get(KEY))).toEqual(['written', 'written', 'written']);
  });

  it('drops what moved, and its pages with it', () => {
    const foreign = entryOf(KEY, claimed.state, [warningOf('r1')]);
    const { entries, files, results } = arrange([{ entries: [next], files: [page] }], view(foreign.state));
    expect([entries, files]).toEqual([[], []]);
    expect(results[0]?.get(KEY)).toBe('moved');
  });

  it('does not call a key written again that another process went on with', () => {
    const foreign = entryOf(KEY, next.state, [warningOf('r1')]);
    const { entries, results } = arrange([{ entries: [next], files: [] }], view(foreign.state));
    expect(entries).toEqual([]);
    expect(results[0]?.get(KEY)).toBe('moved');
  });

  it('keeps pages that belong to no entry', () => {
    expect(arrange([{ entries: [], files: [page] }], view()).files).toEqual([page]);
  });
});

describe('a journal never knows less than before', () => {
  const claimed = entryOf(KEY, undefined, [claimOf('r1', 'a')]);
  const next = entryOf(KEY, claimed.state, [warningOf('r1')]);
  const other = entryOf(KEY, claimed.state, [warningOf('r1')]);
  const try_ =
    (before: KeyState, ...after: readonly KeyState[]) =>
    () => {
      refuseRewound(view(before), view(...after));
    };

  it('when it continues', () => {
    expect(try_(claimed.state, next.state)).not.toThrow();
    expect(try_(next.state, next.state)).not.toThrow();
  });

  it.each([
    ['fewer facts', next.state, [claimed.state]],
    ['other facts in the same number', next.state, [other.state]],
    ['no row at all', next.state, []],
  ])('%s', (_, before, after) => {
    expect(try_(before, ...after)).toThrow(expect.objectContaining({ code: 'RK7003' }));
  });
});

describe('an entry that contradicts itself is never written', () => {
  const entry = entryOf(KEY, undefined, [claimOf('r1', 'a')]);
  it.each([
    ['no facts', { ...entry, facts: [] }],
    ['a head that is not its last fact', { ...entry, state: { ...entry.state, head: 'x' } }],
    ['two rotations', { ...entry, facts: [warningOf('r2'), ...entry.facts] }],
    ['the state of another key', { ...entry, key: 'x' }],
  ])('%s', (_, wrong) => {
    expect(() => {
      checkEntry(wrong);
    }).toThrow(expect.objectContaining({ code: 'RK9900' }));
  });
});

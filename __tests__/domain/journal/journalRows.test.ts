import { describe, expect, it } from '@jest/globals';
import { readFacts, readFormat, readRow, writeFacts } from '../../../src/domain/journal/journalRows';
import { codeOf } from '../../support/codeOf';
import { claimOf, entryOf, warningOf } from '../../support/journalEntries';

const KEY = '1/vault:prod/a#v';
const code = (work: () => unknown) => codeOf(Promise.resolve().then(work));

describe('facts in a journal', () => {
  const facts = [claimOf('r1', 'a'), warningOf('r1', 'two\nlines')];
  const text = writeFacts(facts);

  it('come back as they were, one a line', () => {
    expect(readFacts(text, 'r1')).toEqual(facts);
    expect(text.split('\n').length).toBe(3);
    expect(readFacts('', 'r1')).toEqual([]);
  });

  it.each(Array.from({ length: 12 }, (_, at) => at * 17 + 1))(
    'are refused when %d bytes are cut off',
    async (bytes) => {
      const cut = text.slice(0, -bytes);
      const whole = cut.endsWith('\n');
      expect(await code(() => readFacts(cut, 'r1'))).toBe(whole ? 'no error' : 'RK7002');
    },
  );

  it.each([
    ['of another rotation', { ...facts[0], rotation: 'r2' }, 'RK7002'],
    ['without an id', { ...facts[0], id: '' }, 'RK7002'],
    ['of a kind nobody knows', { ...facts[0], type: 'pardon' }, 'RK7002'],
    ['at no time', { ...facts[0], at: 'yesterday' }, 'RK7002'],
    ...['intent', 'result', 'failed', 'wait'].map((type): [string, unknown, string] => [
      `of type ${type} without a row`,
      { ...facts[1], type },
      'RK7002',
    ]),
    ['that say nothing about their row', { ...facts[1], type: 'result', row: 'forward/drain' }, 'RK7002'],
    ['of a row that no lifecycle has', { ...facts[0], row: '__proto__' }, 'RK7002'],
    ['without a version', { ...facts[0], v: undefined }, 'RK7002'],
    ['of a newer release', { ...facts[0], v: 2 }, 'RK7004'],
    ['that are a list', [], 'RK7002'],
  ])('%s are refused', async (_, fact, expected) => {
    expect(await code(() => readFacts(`${JSON.stringify(fact)}\n`, 'r1'))).toBe(expected);
  });
});

describe('rows of a journal', () => {
  const row = entryOf(KEY, undefined, [claimOf('r1', 'a')]).state;

  it('come back as they were', () => {
    expect(readRow(KEY, JSON.parse(JSON.stringify(row)))).toEqual(row);
  });

  it.each([
    ['of another key', { ...row, identity: 'x' }, 'RK7002'],
    ['without a head', { ...row, head: '' }, 'RK7002'],
    ['with half a count', { ...row, count: 1.5 }, 'RK7002'],
    ['with a word for a list', { ...row, condemned: 'all' }, 'RK7002'],
    ['with an open rotation that is none', { ...row, open: true }, 'RK7002'],
    ['with a claim of nobody', { ...row, open: { ...row.open, claim: {} } }, 'RK7002'],
    ['of a newer release', { ...row, v: 2 }, 'RK7004'],
    ['that are null', null, 'RK7002'],
  ])('%s are refused', async (_, value, expected) => {
    expect(await code(() => readRow(KEY, value))).toBe(expected);
  });
});

describe('the format of a journal', () => {
  it.each([
    ['{"format":1}', 'no error'],
    ['{"format":2}', 'RK7004'],
    ['{"format":"1"}', 'RK7002'],
    ['{}', 'RK7002'],
    ['', 'RK7002'],
  ])('%s', async (text, expected) => {
    expect(await code(() => readFormat(text))).toBe(expected);
  });
});

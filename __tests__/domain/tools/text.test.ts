import { describe, expect, it } from '@jest/globals';
import { codeSpan, defuse, sentenceList } from '../../../src/domain/tools/text';

describe('foreign text', () => {
  it.each([
    ['::error::fire', '::'],
    ['a\n::add-mask::x', '\n'],
    ['##[error]fire', '##['],
    ['a`b`c', '`'],
    ['a\u202eb\u200bc\ufeffd', '\u202e'],
    ['a\u001b[31mred', '\u001b'],
    ['a\u0085b', '\u0085'],
  ])('%j loses what could do harm', (text, harm) => {
    expect(text).toContain(harm);
    expect(defuse(text)).not.toContain(harm);
    expect(codeSpan(text).slice(1, -1)).not.toContain(harm);
  });

  it('keeps its words', () => {
    expect(defuse('Resource not accessible by integration')).toBe('Resource not accessible by integration');
    expect(defuse('naïve 名前 🙂')).toBe('naïve 名前 🙂');
  });

  it('is cut, and says so', () => {
    expect(defuse('x'.repeat(200))).toBe(`${'x'.repeat(120)}…`);
    expect(defuse('x'.repeat(200), 10)).toBe('xxxxxxxxxx…');
  });

  it('is cut between characters, and half of one is none', () => {
    expect(defuse(`${'x'.repeat(9)}🙂🙂`, 10)).toBe(`${'x'.repeat(9)}…`);
    expect(defuse('🙂'.repeat(9), 10)).toBe(`${'🙂'.repeat(5)}…`);
    expect(defuse('a\ud83db')).toBe('a b');
  });

  it('stands in a code span, which a table cell can hold', () => {
    expect(codeSpan('@everyone [x](http://y) <b> a|b')).toBe('`@everyone [x](http://y) <b> a¦b`');
  });

  it('that is empty leaves no empty code span', () => {
    expect(codeSpan(' \n ')).toBe('');
  });

  it('stays harmless when it is defused again', () => {
    const nasty = ':::error:::: `x` ##[##[a';
    expect(defuse(defuse(nasty))).not.toMatch(/::|##\[|`/);
  });
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('a list %j reads %p', (words, sentence) => {
  expect(sentenceList(words)).toBe(sentence);
});

import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../../src/config/document';
import { RekeyError } from '../../src/domain/errors';

function faults(text: string): readonly string[] {
  try {
    readDocument(text, 'rekey.yml');
    return [];
  } catch (thrown) {
    if (!(thrown instanceof RekeyError)) throw thrown;
    return (thrown.all.length === 0 ? [thrown] : thrown.all).map((fault) => fault.line);
  }
}

describe('reading YAML', () => {
  it('knows the line of each value and of each name', () => {
    const document = readDocument('a:\n  b:\n    - x\n    - y\n  c: { d: 1 }\n', 'rekey.yml');
    expect(document.value).toEqual({ a: { b: ['x', 'y'], c: { d: 1 } } });
    expect(document.lineOf(['a', 'b', 1])).toBe(4);
    expect(document.lineOfName(['a', 'b'])).toBe(2);
    expect(document.lineOf(['a', 'c', 'd'])).toBe(5);
  });

  it('falls back to the nearest line above for what is not there', () => {
    const document = readDocument('a:\n  b:\n    c: 1\n', 'rekey.yml');
    expect(document.lineOfName(['a', 'b', 'missing', 'deeper'])).toBe(2);
  });

  it('follows aliases to the line where the value stands', () => {
    const document = readDocument('a: &x\n  b: 1\nc: *x\n', 'rekey.yml');
    expect(document.value).toEqual({ a: { b: 1 }, c: { b: 1 } });
    expect(document.lineOf(['c', 'b'])).toBe(2);
  });

  it.each([
    ['a: 1\na: 2\n', 'rekey.yml:2', 'stands twice'],
    ['a:\n\t- b\n', 'rekey.yml:2', 'a tab is used'],
    ['a: 1\n---\nb: 2\n', 'rekey.yml:2', 'several documents'],
    ['1: x\n', 'rekey.yml:1', 'a name is no text'],
    ['a:\n  ? [x]\n  : y\n', 'rekey.yml:2', 'a name is no text'],
    ['a: !!js/function x\n', 'rekey.yml:1', 'tags such as'],
    ['a: *nowhere\n', 'rekey.yml:1', 'no anchor'],
  ])('refuses %j with its line', (text, place, message) => {
    const [fault = ''] = faults(text);
    expect(fault).toContain('RK2001');
    expect(fault).toContain(place);
    expect(fault).toContain(message);
  });

  const entry = (line: string): string =>
    `keys:\n  a:\n    owner: x\n    vendor: y\n${line}\n    secret: s\n    used_by: [b]\n    grace: 4\n`;
  it.each([
    ['a line too far left', '  scopes: [a]', 5, 'begins after 2 spaces, and its neighbours after 4'],
    ['a line a little too far left', '   scopes: [a]', 5, 'begins after 3 spaces, which fits none'],
    ['a tab', '\tscopes: [a]', 5, 'a tab is used'],
    ['a line too far right', '      scopes: [a]', 4, ''],
  ])('finds one fault where there is one, at its line: %s', (_what, line, at, message) => {
    const found = faults(entry(line));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`rekey.yml:${at} `);
    expect(found[0]).toContain(message);
  });

  it('finds two faults where there are two', () => {
    const second = 'b:\n    owner: x\n    vendor: y\n  scopes: [a]\n    secret: s\n';
    const found = faults(`${entry('  scopes: [a]')}  ${second}`);
    expect(found.map((line) => /rekey.yml:(\d+)/.exec(line)?.[1])).toEqual(['5', '12']);
  });

  it('refuses aliases that multiply', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe'].map((pair) => [...pair])) {
      bomb.push(`${name}: &${name} [*${before},*${before},*${before},*${before},*${before},*${before}]`);
    }
    expect(faults(bomb.join('\n'))[0]).toContain('aliases multiply');
  });

  it('shows nothing of the text around a fault, for a secret may stand there', () => {
    const shown = faults('token: "do-not-show-me \\q"\nb: [').join('\n');
    expect(shown).toContain('RK2001');
    expect(shown).not.toContain('do-not-show-me');
  });
});

describe('a file that no person wrote', () => {
  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['maps', 'a: '.concat('{a: '.repeat(300_000))],
    ['dashes', '- '.repeat(500_000)],
    ['brackets on many lines', '[\n'.repeat(500_000)],
  ])('is refused before it is read: %s', (_name, text) => {
    expect(faults(text)).toEqual([
      expect.stringMatching(/^RK2001 rekey.yml:\d+ .*more than 500 lists or maps/),
    ]);
  });

  it('is refused when it is too long', () => {
    expect(faults(`a: ${'x'.repeat(5_000_000)}`)).toEqual([
      expect.stringMatching(/^RK2001 rekey.yml:1 .*may have 4194304/),
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readDocument } from '../../src/config/document';
import { PlainEntries } from '../../src/config/plainEntries';
import { quickRead } from '../../src/config/quickRead';
import { RekeyError } from '../../src/domain/errors';

const HEAD = 'version: 1\n# who issues keys\nvendors:\n  gateway: { use: http }\n';
const entry = (number: number, more = ''): string =>
  `  key-${number}: # made for a test\n    owner: team-payments\n\n    scopes: [charge.read, charge.write]\n    secret: vault:prod/gateway-${number}#api_key\n    grace_period: 24h\n${more}`;
const many = (more: (number: number) => string = () => ''): string =>
  Array.from({ length: 1000 }, (_, index) => entry(index, more(index))).join('');
const file = (keys: string, tail = 'ticket: { use: github-issue }\n'): string =>
  `${HEAD}keys:\n${keys}${tail}`;
/** Lines that need the library. */
const ODD = [
  '    schedule: "0 2 1 * *"\n',
  "    owner_of: 'a: b'\n",
  '    note: >\n      folded\n      text\n',
  '    count: 12\n    on: true\n    none:\n',
  '    fields:\n      user: name\n      list:\n        - a\n        - { b: c }\n',
  '    flow: { a: [1, 2],\n      b: c }\n',
  '    word: yes\n    hex: 0x1f\n    version: 1.5\n',
];

describe('a large config, read in pieces', () => {
  it('says what the library says of the whole', () => {
    const text = file(many((number) => ODD[number % 11] ?? ''));
    expect(quickRead(text)).toBeDefined();
    expect(readDocument(text, 'a.yml').value).toEqual(parse(text));
  });

  it('knows the lines of entries, of what stands inside them, and of the rest', () => {
    const text = file(many());
    const document = readDocument(text, 'a.yml');
    const lineWith = (word: string): number => text.split('\n').findIndex((line) => line.includes(word)) + 1;
    expect(document.lineOfEntry(['keys', 'key-7', 'owner'])).toBe(lineWith('key-7:'));
    expect(document.lineOf(['keys', 'key-7', 'secret'])).toBe(lineWith('gateway-7#'));
    expect(document.lineOf(['ticket', 'use'])).toBe(lineWith('ticket:'));
    expect(document.lineOfName(['vendors', 'gateway'])).toBe(lineWith('gateway: {'));
  });

  it.each([
    ['a fault in an entry', file(many((number) => (number === 500 ? '    a: [b\n' : '')))],
    [
      'a name that stands twice in an entry',
      file(many((number) => (number === 500 ? '    owner: x\n' : ''))),
    ],
    ['an entry that stands twice', file(many() + entry(7))],
    ['a name that is no text', file(many((number) => (number === 500 ? '    12: x\n' : '')))],
    ['a fault in the rest', file(many(), 'ticket: { use\n')],
    ['a line that is indented too little', file(many((number) => (number === 500 ? ' x: y\n' : '')))],
    ['a tab', file(many((number) => (number === 500 ? '\tx: y\n' : '')))],
  ])('names %s as it does of a small one', (_what, text) => {
    expect(text.length).toBeGreaterThan(100_000);
    let thrown: unknown;
    try {
      readDocument(text, 'a.yml');
    } catch (error) {
      thrown = error;
    }
    if (!(thrown instanceof RekeyError)) throw new Error('it was read');
    expect((thrown.all ?? [])[0] ?? thrown).toMatchObject({ code: 'RK2001', where: { file: 'a.yml' } });
  });

  it.each([
    ['an anchor', '    a: &x b\n    c: *x\n'],
    ['a tag', '    a: !!str 12\n'],
  ])('leaves a file with %s to the library', (_what, more) => {
    const text = file(many((number) => (number === 1 ? more : '')));
    expect(quickRead(text)).toBeUndefined();
    expect(readDocument(text, 'a.yml').value).toEqual(parse(text));
  });
});

describe('a plain entry', () => {
  it.each([
    '  a:\n    b: c\n    d: 24h\n    e: [f, g.h]\n',
    '  a:\n      b: vault:x/y#z\n# c\n      d: x@y\n',
  ])('%j means what the library reads', (source) => {
    expect({ a: new PlainEntries().read(source) }).toEqual(parse(source));
  });

  it.each([
    'b: true',
    'b: No',
    'b: null',
    'b: ~',
    'b: 12',
    'b: 1e3',
    'b: 0x10d',
    'b: .5',
    'b:',
    'b: []',
    'b: [1]',
    'b: [a, yes]',
    'b: "c"',
    "b: 'c'",
    'b: c # d',
    'b: c:',
    'b: c: d',
    'b: [a, b',
    'b: {c: d}',
    'b: |',
    '- c',
    '? b',
    'b: c d',
    'b : c',
    'b: c\n      d: e',
    'b: c\n    b: d',
  ])('%j is left to the library', (line) => {
    expect(new PlainEntries().read(`  a:\n    ${line}\n`)).toBeUndefined();
  });
});

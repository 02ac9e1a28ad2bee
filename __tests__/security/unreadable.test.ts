import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/journal/facts';
import { readFact, readRow } from '../../src/domain/journal/journalRows';
import type { KeyState } from '../../src/domain/journal/keyState';
import { codeOf } from '../support/codeOf';
import { readBook, writeBook, type Book } from './forgeries/book';
import { SCENES } from './forgeries/scenes';
import { MISSING, placesIn, replaced, valueAt } from './forgeries/values';

const code = (work: () => unknown): Promise<string> => codeOf(Promise.resolve().then(work));

const lived = ['revoke unanswered', 'removing', 'went back', 'rehearsed', 'abandoned', 'on hold'];
const scene = (name: string) =>
  SCENES.find((one) => one.name === name)?.build() ?? Promise.reject(Error(name));

/** What is no value of any kind that stands in a fact. */
const WRONG = [-1, [7], {}, null, '\u0000'];

/** What an intent meant to send is read by nobody but for a few words. */
const isFree = (fact: object, [first, name = '']: readonly string[]): boolean =>
  first === 'data' &&
  'type' in fact &&
  fact.type === 'intent' &&
  !['id', 'label', 'before', 'outcome'].includes(name) &&
  name !== '';

const wrongFor = (value: unknown): readonly unknown[] =>
  WRONG.filter((one) => !(Array.isArray(one) && Array.isArray(value)))
    .filter((one) => typeof one !== 'string' || typeof value !== 'string')
    .filter((one) => JSON.stringify(one) !== '{}' || typeof value !== 'object' || Array.isArray(value));

describe('a journal in which a field is of another kind', () => {
  it.each(lived)('is refused, field by field: %s', async (name) => {
    const { facts, row } = readBook(await scene(name));
    for (const fact of facts) {
      expect(readFact(fact, fact.rotation)).toEqual(fact);
      for (const path of placesIn(fact).filter((each) => !isFree(fact, each)))
        for (const by of wrongFor(valueAt(fact, path))) {
          const found = await code(() => readFact(replaced(fact, path, by), fact.rotation));
          expect([path.join('.'), by, found]).toEqual([path.join('.'), by, 'RK7002']);
        }
    }
    for (const path of placesIn(row))
      for (const by of wrongFor(valueAt(row, path))) {
        const found = await code(() => readRow(row.identity, replaced(row, path, by)));
        expect([path.join('.'), by, found]).toEqual([path.join('.'), by, 'RK7002']);
      }
  });

  it('says which file, line and field it is', () => {
    const fact = {
      v: 1,
      id: 'a',
      at: '2026-03-01T00:00:00.000Z',
      rotation: 'r',
      by: 'b',
      type: 'hold',
      actor: 7,
    };
    expect(() => readFact(fact, 'r')).toThrow(
      'The file of facts of r cannot be read: `actor` is not what belongs there.',
    );
  });
});

const at = (is: (fact: Fact) => boolean, path: string, by: unknown) => (book: Book) => ({
  ...book,
  facts: book.facts.map((fact) => (is(fact) ? (replaced(fact, path.split('.'), by) as Fact) : fact)),
});
const the = (type: Fact['type']) => (fact: Fact) => fact.type === type;
const row = (path: string, by: unknown) => (book: Book) => ({
  ...book,
  row: replaced(book.row, path.split('.'), by) as KeyState,
});

describe('a run that reads such a journal', () => {
  it.each<[string, (book: Book) => Book]>([
    ['a fact of an unknown kind', at(the('wait'), 'type', 'pardon')],
    ['a rotation of an unknown kind', at(the('claim'), 'kind', 'dance')],
    ['an unknown rank', at(the('claim'), 'rank', 'boss')],
    ['a turn to an unknown pass', at(the('wait'), 'row', 'sideways/drain')],
    ['an unknown step', at(the('wait'), 'row', 'forward/dance')],
    ['a snapshot without a secret', at(the('claim'), 'snapshot.secret', MISSING)],
    ['a snapshot with a word for a list', at(the('claim'), 'snapshot.usedBy', 'all')],
    ['a grace period of no end', at(the('claim'), 'snapshot.grace', 1e300)],
    ['a time that is none', at(the('wait'), 'until', 'tomorrow')],
    ['a time without a zone', at(the('claim'), 'end', '2026-03-02T02:00:00')],
    [
      'an outcome without a version',
      at((fact) => 'row' in fact && fact.row === 'forward/promote', 'data', {}),
    ],
    ['a row of an unknown kind', row('open.kind', 'dance')],
    ['a row in an unknown pass', row('open.pass', 'sideways')],
    ['a row with a time that is none', row('open.resumeAt', 'tomorrow')],
    ['a row with a claim of unknown rank', row('open.claim', { owner: {}, rank: 'boss' })],
    ['a row with a name of a rotation that is a path', row('open.rotation', '../../x')],
  ])('ends with RK7002 and changes nothing: %s', async (_what, forge) => {
    const company = await scene('grace');
    await company.clock.advance(20 * 60_000);
    writeBook(company, forge(readBook(company)));
    const before = company.vendor.keys.live.map(({ id }) => id);
    for (const argv of [['rotate'], ['rollback', '--keys', 'gateway-1']]) {
      const { code: exit, log, errors } = await company.run(argv);
      const said = `${log}\n${errors.join('\n')}`;
      expect([exit, /RK\d+/.exec(said)?.[0]]).toEqual([3, 'RK7002']);
      expect(said).not.toContain('RK9900');
    }
    expect(company.vendor.keys.live.map(({ id }) => id)).toEqual(before);
    expect(company.github.home.git.store.head('rekey-journal')?.message).toBe('Forged');
  });
});

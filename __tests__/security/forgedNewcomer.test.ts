import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/journal/facts';
import { shortIdentity } from '../../src/domain/key';
import { DAY, HOUR, instant, MINUTE, SECOND, type Millis } from '../../src/domain/tools/time';
import type { NewFact } from '../../src/lifecycle/ledger';
import { ORIGINS, type Company } from '../support/company';
import { adopted, NOW } from '../support/companyTales';
import { Forger } from './forger';

/**
 * At a vendor without labels only the journal says which ids were there before a create. Whoever may write the journal makes the key
 * of another team look like the one whose value was lost.
 */
const withoutLabels = (text: string): string => text.replace(', label: /name', '');
const withoutLastUse = (text: string): string =>
  text.replace(', last_used: /last_used_at', '').replace(', last_used_lag: 1m', '');

/** Killed at its create: the slot is ours and empty, and nothing was made, or a key whose value is lost. */
async function killedAtCreate(config: (text: string) => string, when: 'before' | 'after'): Promise<Company> {
  const company = await adopted({ config: (text) => config(withoutLabels(text)), vendor: { labels: false } });
  const ran = await company.run(NOW, {
    faults: ({ origin, method }) =>
      origin === ORIGINS.gateway && method === 'POST' ? { kind: 'kill', when } : undefined,
  });
  expect(ran.code).toBe(137);
  return company;
}

type Forgery = (forger: Forger, victim: { readonly id: string; readonly created: Millis }) => void;

/** The list of ids before the create lacks these. */
const unseen = (forger: Forger, company: readonly string[], ...ids: readonly string[]): void => {
  const before = company.filter((id) => !ids.includes(id)).map(shortIdentity);
  forger.rewrite((fact) =>
    fact.type === 'intent' && fact.row === 'forward/create'
      ? { ...fact, data: { ...fact.data, before } }
      : fact,
  );
};

const movedTo = (forger: Forger, created: Millis): void => {
  const intent = forger.facts.find((fact) => fact.type === 'intent' && fact.row === 'forward/create');
  const shift = created - Date.parse(intent?.at ?? '');
  forger.rewrite((fact): Fact => ({ ...fact, at: instant(Date.parse(fact.at) + shift) }));
};

const made = (id: string): readonly NewFact[] => [
  { type: 'result', row: 'forward/create', how: 'did', data: { id, label: '', staged: '' } },
  { type: 'turn', to: 'discard', why: 'forged' },
];

const FORGERIES: readonly (readonly [string, (all: readonly string[]) => Forgery])[] = [
  ['that no key was there before', (all) => (forger) => unseen(forger, all, ...all)],
  [
    'that one key was not there before',
    (all) =>
      (forger, { id }) =>
        unseen(forger, all, id),
  ],
  [
    'that it was made while our create was on its way',
    (all) =>
      (forger, { id, created }) => {
        unseen(forger, all, id);
        movedTo(forger, created);
      },
  ],
  [
    'that our create made it',
    () =>
      (forger, { id }) =>
        forger.add(made(id)),
  ],
  [
    'that our create made it at that time, and that it was not there before',
    (all) =>
      (forger, { id, created }) => {
        unseen(forger, all, id);
        movedTo(forger, created);
        forger.add(made(id));
      },
  ],
];

const AGES: readonly (readonly [string, Millis])[] = [
  ['a month', 30 * DAY],
  ['an hour', HOUR],
];

describe.each([
  ['that shows the last use', (text: string) => text],
  ['that does not show the last use', withoutLastUse],
])('a forged journal at a vendor without labels %s', (_vendor, config) => {
  describe.each(AGES)('and a key of another team that is %s old and was never used', (_age, age) => {
    it.each(FORGERIES)('kills nothing by saying %s', async (_what, forgery) => {
      const company = await killedAtCreate(config, 'before');
      const { vendor, clock } = company;
      const theirs = Object.assign(vendor.add('', 'foreign'), { created: clock.now() - age });
      const ids = vendor.keys.live.map(({ id }) => id);
      forgery(ids)(new Forger(company), theirs);
      for (const pause of [5 * SECOND, 3 * MINUTE, 20 * MINUTE, 2 * HOUR, 25 * HOUR]) {
        await clock.advance(pause);
        await company.run(['rotate']);
      }
      const lives = vendor.keys.live.find(({ id }) => id === theirs.id);
      expect([lives?.id, lives?.disabled]).toEqual([theirs.id, undefined]);
      expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
    });
  });

  it('does not let it be the other one, where somebody made a key in the same minute as ours was lost', async () => {
    const company = await killedAtCreate(config, 'after');
    const { vendor, clock } = company;
    const theirs = Object.assign(vendor.add('', 'foreign'), { created: clock.now() });
    const ids = vendor.keys.live.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    unseen(new Forger(company), ids, theirs.id);
    for (const pause of [5 * SECOND, 3 * MINUTE, 20 * MINUTE, 2 * HOUR]) {
      await clock.advance(pause);
      await company.run(['rotate']);
    }
    expect(vendor.keys.live.map(({ id }) => id)).toEqual(ids);
  });
});

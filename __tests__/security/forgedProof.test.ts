import { describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/journal/facts';
import { HOUR, instant, MINUTE } from '../../src/domain/tools/time';
import type { NewFact } from '../../src/lifecycle/ledger';
import { ORIGINS, type Company, type Ran } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';
import { Forger } from './forger';

const did = (row: string, data: object): NewFact => ({ type: 'result', row, how: 'did', data }) as NewFact;

const alive = ({ vendor }: Company): readonly string[] =>
  vendor.keys.live.filter(({ disabled }) => disabled === undefined).map(({ id }) => id);

const written = (company: Company): readonly string[] =>
  (company.ran.at(-1)?.exchanges ?? [])
    .filter(
      ({ request }) => request.url.origin === ORIGINS.vault && request.url.pathname.includes('/destroy/'),
    )
    .map(({ request }) => request.url.pathname);

/** All that a rotation writes down after its grace period, up to the proof. */
const end = (id: string, last: readonly NewFact[] = []): readonly NewFact[] => [
  did('forward/check:payment-service', { passes: 2, sentence: '' }),
  did('forward/check:billing-service', { passes: 2, sentence: '' }),
  did('forward/drain', { silent: 'observed', until: instant(0) }),
  { type: 'condemn', credential: id, why: 'forged' },
  did('forward/condemn', { id }),
  did('forward/disable', { checked: 2 }),
  did('forward/revoke', { id }),
  did('forward/prove', { refused: 3, control: 3, grade: 'refused' }),
  ...last,
];

const CLOSING: readonly NewFact[] = [
  did('forward/free', { destroyed: [] }),
  { type: 'intent', row: 'forward/close', data: { outcome: 'done' } },
];
const ENDS: readonly (readonly [string, readonly NewFact[]])[] = [
  ['that it is dead', []],
  ['that it is dead, and that its end has begun', CLOSING],
  [
    'that it is dead, and that all is over but the last word',
    [...CLOSING, did('forward/close', { outcome: 'done' })],
  ],
];

const logOf = (runs: readonly Ran[]): string => runs.map(({ log }) => log).join('\n');

describe('a journal that says of the old key, in its grace period,', () => {
  it.each(ENDS)('%s, is not believed, and nothing says so', async (_what, last) => {
    const company = await switched();
    const both = alive(company);
    const forger = new Forger(company);
    forger.add(end(both[0] ?? '', last));
    forger.hurry();
    await company.clock.advance(MINUTE);
    const runs = [await company.run(['rotate'])];
    expect([alive(company), written(company)]).toEqual([both, []]);
    expect(logOf(runs)).not.toContain('is dead');
    expect(logOf(runs)).not.toContain('rotated;');
    expect(runs[0]?.outputs['rotated']).toBe('[]');
    expect(runs[0]?.summary).not.toContain('is dead');
    // After the grace period it is ended like any other, with every gate.
    for (const pause of [15 * MINUTE, HOUR, HOUR]) {
      await company.clock.advance(pause);
      runs.push(await company.run(['rotate']));
    }
    expect(runs.flatMap(({ outputs }) => outputs['rotated'])).toContain('["gateway-prod"]');
    expect(alive(company)).toEqual(both.slice(1));
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });
});

describe('a journal that says that a key which somebody still uses is drained', () => {
  it('and condemned, kills nothing', async () => {
    const company = await switched();
    const both = alive(company);
    const [old] = company.vendor.keys.live;
    await company.clock.advance(20 * MINUTE);
    new Forger(company).add(end(both[0] ?? '').slice(2, 6));
    const now = company.clock.now();
    for (let minute = -3; minute < 60; minute += 1) old?.uses.push(now + minute * MINUTE);
    const ran = await company.run(['rotate']);
    expect(ran.log).toContain('something that is not listed still holds it');
    expect(alive(company)).toEqual(both);
  });
});

/** Two rotations are over; the neighbours keep the versions with the dead values readable. */
async function rotatedTwice(): Promise<Company> {
  const company = await adopted();
  for (let rotation = 0; rotation < 2; rotation += 1) {
    await company.run(NOW);
    await later(company);
  }
  return company;
}

describe('a journal that says that a rotation is to be taken back', () => {
  const back: readonly NewFact[] = [
    { type: 'turn', to: 'back', why: 'forged' },
    did('back/verify', { accepted: 3 }),
    { type: 'release' },
  ];

  it('to a dead key, of a rotation that never was, changes nothing', async () => {
    const company = await rotatedTwice();
    const served = company.served('api_key_id') ?? '';
    const first = company.vendor.keys.all[0]?.id ?? '';
    await company.run(NOW);
    const [claim] = new Forger(company).facts;
    if (claim?.type !== 'claim') throw new Error('there is no claim');
    await later(company);
    const now = company.served('api_key_id') ?? '';
    const end = instant(company.clock.now() - 1);
    new Forger(company).add([
      { ...claim, end },
      did('forward/preflight', { baseline: '' }),
      did('forward/claim', { base: '1', old: 'present', oldId: first }),
      did('forward/create', { id: now, label: '', staged: '1' }),
      did('forward/verify', { accepted: 3 }),
      did('forward/promote', { version: '4', previous: '1', id: now }),
      ...back,
    ] as Fact[]);
    const ran = await company.run(['rotate']);
    expect([company.served('api_key_id'), served === now]).toEqual([now, false]);
    expect(alive(company)).toEqual([now]);
    expect(ran.code).not.toBe(0);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });

  const FORGED: readonly (readonly [string, object])[] = [
    ['to a dead key', { base: '1' }],
    ['to no key at all', { base: '0', old: 'absent' }],
    ['to the value that it made itself', { base: '3' }],
  ];
  it.each(FORGED)('%s, in the grace period of a real one, changes nothing', async (_what, change) => {
    const company = await adopted();
    await company.run(NOW);
    await later(company);
    await company.run(NOW);
    const served = company.served('api_key_id');
    const both = alive(company);
    const forger = new Forger(company);
    forger.rewrite((fact) =>
      fact.type === 'result' && fact.row === 'forward/claim'
        ? { ...fact, data: { ...fact.data, ...change } }
        : fact,
    );
    forger.add(back);
    await company.run(['rotate']);
    expect([company.served('api_key_id'), alive(company)]).toEqual([served, both]);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });
});

describe('a journal that says that the new key was tried', () => {
  it('does not make one current that the vendor refuses', async () => {
    const company = await adopted();
    const served = company.served('api_key_id');
    await company.run(NOW, {
      faults: ({ path }) =>
        path === '/v1/ping' && company.vendor.keys.live.length === 2
          ? { kind: 'kill', when: 'before' }
          : undefined,
    });
    Object.assign(company.vendor.keys.live.at(-1) ?? {}, { revoked: company.clock.now() });
    new Forger(company).add([did('forward/verify', { accepted: 3 })]);
    await company.clock.advance(2 * HOUR);
    const ran = await company.run(['rotate']);
    expect([company.served('api_key_id'), ran.log]).toEqual([served, expect.stringContaining('RK5010')]);
  });
});

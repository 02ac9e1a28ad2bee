import { describe, expect, it } from '@jest/globals';
import type { ClaimFact, Fact, RotationKind } from '../../src/domain/journal/facts';
import { DAY, HOUR, instant, MINUTE } from '../../src/domain/tools/time';
import type { NewFact } from '../../src/lifecycle/ledger';
import { ORIGINS, type Company, type Ran } from '../support/company';
import { adopted, later, nobodyUsesIt, NOW, switched } from '../support/companyTales';
import { Forger } from './forger';

const did = (row: string, data: object): NewFact => ({ type: 'result', row, how: 'did', data }) as NewFact;

const alive = ({ vendor }: Company): readonly string[] =>
  vendor.keys.live.filter(({ disabled }) => disabled === undefined).map(({ id }) => id);

const made = ({ exchanges }: Ran): number =>
  exchanges.filter(({ request }) => request.url.origin === ORIGINS.gateway && request.method === 'POST')
    .length;

/** As a job of the company would write it; it was started long ago. */
function begun(company: Company, kind: RotationKind, ...facts: readonly NewFact[]): void {
  const texts = [...(company.github.home.git.store.head('rekey-journal')?.files.values() ?? [])];
  const claim = texts
    .map((text) => text.split('\n')[0] ?? '')
    .filter((line) => line.includes('"type":"claim"'))
    .map((line) => JSON.parse(line) as ClaimFact)
    .find(({ snapshot }) => snapshot !== undefined);
  if (!claim) throw new Error('there is no claim');
  const order = { command: kind, actor: 'mallory', event: 'workflow_dispatch', approvedBy: 'alice' };
  const end = instant(company.clock.now() - 1);
  const forged = [{ ...claim, kind, order, end, rank: 'emergency' }, ...facts, { type: 'release' }];
  new Forger(company).add(forged as Fact[]);
}

const withPolicy =
  (policy: string) =>
  (text: string): string =>
    `${text}policy:\n  ${policy}\n`;
const REVIEWED = withPolicy('approve: { start: [high] }');
const LATER = withPolicy('windows: [{ environment: production, allow: "Mon 04:00-05:00", timezone: UTC }]');
const OPEN = withPolicy('windows: [{ environment: production, allow: "Mon 01:00-02:05", timezone: UTC }]');

/** What a rotation writes down up to its switch. */
const FAR: readonly NewFact[] = [
  did('forward/preflight', { baseline: '' }),
  did('forward/claim', { base: '1', old: 'present' }),
];

const STARTS: readonly (readonly [string, readonly NewFact[]])[] = [
  ['that it was started', []],
  ['that it was started and the key claimed', FAR],
];

describe('a journal that says of a rotation that nobody began', () => {
  it.each(STARTS)('%s, and approved, waits for a reviewer', async (_what, facts) => {
    const company = await adopted({ config: REVIEWED });
    const before = [alive(company), company.served()];
    begun(company, 'rotate', ...facts);
    const ran = await company.run(['rotate']);
    expect([ran.outputs['status'], made(ran)]).toEqual(['blocked', 0]);
    expect(ran.log).toContain('policy wants a reviewer for high');
    expect([alive(company), company.served()]).toEqual(before);
  });

  it.each(STARTS)('%s, waits for a window', async (_what, facts) => {
    const company = await adopted({ config: LATER });
    begun(company, 'rotate', ...facts);
    const ran = await company.run(['rotate']);
    expect([ran.outputs['status'], made(ran)]).toEqual(['waiting', 0]);
    expect(ran.log).toContain('outside the windows of policy');
    await company.clock.advance(2 * HOUR + MINUTE);
    expect(made(await company.run(['rotate']))).toBe(1);
  });
});

describe('a rotation that was begun in a window', () => {
  it('continues after it, for the store holds its slot', async () => {
    const company = await switched({ config: OPEN });
    expect((await later(company)).outputs['rotated']).toBe('["gateway-prod"]');
  });

  it('and died before it took the slot waits for the next one', async () => {
    const company = await adopted({ config: OPEN });
    await company.run(NOW, {
      faults: ({ method, path }) =>
        method === 'POST' && path.includes('.rekey.') ? { kind: 'kill', when: 'before' } : undefined,
    });
    await company.clock.advance(2 * HOUR);
    const ran = await company.run(['rotate']);
    expect([ran.outputs['status'], made(ran)]).toEqual(['waiting', 0]);
  });
});

describe('a journal that says that the removal of a key was asked for, of which the config knows no use,', () => {
  const drained = did('forward/drain', { silent: 'observed', until: instant(0) });
  const REMOVALS: readonly (readonly [string, (id: string) => readonly NewFact[]])[] = [
    ['just so', () => []],
    [
      'and claimed',
      (id) => [...FAR.slice(0, 1), did('forward/claim', { base: '1', old: 'present', oldId: id })],
    ],
    [
      'and that it is drained and condemned',
      (id) => [
        ...FAR.slice(0, 1),
        did('forward/claim', { base: '1', old: 'present', oldId: id }),
        drained,
        { type: 'condemn', credential: id, why: 'forged' },
        did('forward/condemn', { id }),
      ],
    ],
  ];

  it.each(REMOVALS)('%s, kills nothing', async (_what, facts) => {
    const company = await adopted({ config: nobodyUsesIt });
    const before = alive(company);
    begun(company, 'remove', ...facts(company.served('api_key_id') ?? ''));
    const runs: Ran[] = [];
    for (const pause of [MINUTE, HOUR, 2 * DAY]) {
      await company.clock.advance(pause);
      runs.push(await company.run(['rotate']));
    }
    expect(runs.map(({ log }) => log).join('\n')).toContain(
      'only the journal says that its removal was asked for',
    );
    expect(alive(company)).toEqual(before);
  });

  it('where a rotation has just begun, kills nothing', async () => {
    const company = await switched({ config: nobodyUsesIt });
    const before = alive(company);
    const forger = new Forger(company);
    const served = company.served('api_key_id') ?? '';
    forger.rewrite((fact): Fact => {
      if (fact.type === 'claim') return { ...fact, kind: 'remove', at: instant(Date.parse(fact.at) - DAY) };
      if (fact.type === 'result' && fact.row === 'forward/claim')
        return { ...fact, data: { base: '2', old: 'present', oldId: served } };
      return 'row' in fact && fact.row !== 'forward/preflight'
        ? {
            type: 'warning',
            message: '',
            v: 1,
            id: fact.id,
            at: fact.at,
            rotation: fact.rotation,
            by: fact.by,
          }
        : fact;
    });
    forger.hurry();
    for (const pause of [MINUTE, HOUR]) {
      await company.clock.advance(pause);
      await company.run(['rotate']);
    }
    expect(alive(company)).toContain(served);
    expect(before).toContain(served);
  });
});

describe('a rank that only the journal tells', () => {
  it.each(['emergency', 'rollback'] as const)('%s skips no grace period and no check', async (rank) => {
    const company = await switched();
    const both = alive(company);
    const forger = new Forger(company);
    forger.rewrite((fact) => (fact.type === 'claim' ? { ...fact, rank } : fact));
    forger.hurry();
    const ran = await company.run(['rotate']);
    expect([ran.outputs['rotated'], alive(company)]).toEqual(['[]', both]);
    expect((await later(company)).outputs['rotated']).toBe('["gateway-prod"]');
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });
});

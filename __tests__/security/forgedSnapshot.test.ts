import { describe, expect, it } from '@jest/globals';
import type { KeyConfig } from '../../src/domain/config';
import type { Fact } from '../../src/domain/journal/facts';
import { instant, MINUTE } from '../../src/domain/tools/time';
import { ORIGINS, type Company, type Ran } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';
import { Forger } from './forger';

const rewritten = (company: Company, change: (snapshot: KeyConfig) => KeyConfig): void =>
  new Forger(company).rewrite((fact) =>
    fact.type === 'claim' && fact.snapshot ? { ...fact, snapshot: change(fact.snapshot) } : fact,
  );

const at =
  (change: Partial<KeyConfig['secret']>) =>
  (snapshot: KeyConfig): KeyConfig => ({
    ...snapshot,
    secret: { ...snapshot.secret, ...change },
  });

const PLACES: readonly (readonly [string, (snapshot: KeyConfig) => KeyConfig])[] = [
  ['a path with nothing in it', at({ path: 'prod/gateway.rekey.none' })],
  ['the path of the admin key', at({ path: 'admin/gateway', fields: { value: 'token' }, idField: 'token' })],
  ['another field of the secret', at({ fields: { value: 'other' } })],
  ['a secret as its id', at({ idField: 'other' })],
  ['another name of the part', at({ fields: { key: 'api_key' } })],
  ['another store', (snapshot) => ({ ...snapshot, store: 'other' })],
  ['another vendor', (snapshot) => ({ ...snapshot, vendor: 'other' })],
];

const alive = ({ vendor }: Company): readonly string[] =>
  vendor.keys.live.filter(({ disabled }) => disabled === undefined).map(({ id }) => id);

const commits = ({ github }: Company): number => github.home.git.store.commits.size;

/** Where a run sent something. */
const origins = ({ exchanges }: Ran): ReadonlySet<string> =>
  new Set(exchanges.map(({ request }) => request.url.origin));

function mustBeRefused(
  company: Company,
  ran: Ran,
  before: { keys: readonly string[]; commits: number },
): void {
  expect([ran.code, ran.log]).toEqual([3, expect.stringContaining('RK7016 gateway-prod:')]);
  expect(ran.log).toContain('run abandon for the key');
  expect(origins(ran)).not.toContain(ORIGINS.gateway);
  expect(origins(ran)).not.toContain(ORIGINS.vault);
  expect([alive(company), commits(company)]).toEqual([before.keys, before.commits]);
  expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
}

describe('a journal whose snapshot names', () => {
  it.each(PLACES)(
    '%s is refused in the grace period: nothing is called, nothing is written',
    async (_what, forge) => {
      const company = await switched();
      const keys = alive(company);
      rewritten(company, forge);
      await company.clock.advance(20 * MINUTE);
      const before = { keys, commits: commits(company) };
      mustBeRefused(company, await company.run(['rotate']), before);
    },
  );

  it.each(PLACES)('%s is refused in a rotation that nobody began', async (_what, forge) => {
    const company = await switched();
    const [claim] = new Forger(company).facts;
    await later(company);
    const keys = alive(company);
    const id = company.served('api_key_id') ?? '';
    if (claim?.type !== 'claim' || !claim.snapshot) throw new Error('there is no claim');
    const end = instant(company.clock.now() - 1);
    new Forger(company).add([
      { ...claim, end, snapshot: forge(claim.snapshot) },
      { type: 'result', row: 'forward/preflight', how: 'observed', data: { baseline: '' } },
      { type: 'result', row: 'forward/claim', how: 'observed', data: { base: '0', old: 'absent' } },
      { type: 'intent', row: 'forward/create', data: { label: '', attempt: 1 } },
      { type: 'result', row: 'forward/create', how: 'did', data: { id, label: '', staged: '1' } },
      { type: 'turn', to: 'discard', why: 'forged' },
      { type: 'release' },
    ] as Fact[]);
    const before = { keys, commits: commits(company) };
    mustBeRefused(company, await company.run(['rotate']), before);
    expect(company.served('api_key_id')).toBe(id);
  });

  it('wider scopes gets a key with those of the config', async () => {
    const company = await adopted();
    await company.run(NOW, {
      faults: ({ origin, method }) =>
        origin === ORIGINS.gateway && method === 'POST' ? { kind: 'kill', when: 'before' } : undefined,
    });
    rewritten(company, (snapshot) => ({ ...snapshot, scopes: ['admin.everything', '*'] }));
    await company.clock.advance(5 * MINUTE);
    const ran = await company.run(['rotate']);
    const made = ran.exchanges.filter(
      ({ request }) => request.method === 'POST' && request.url.pathname === '/admin/keys',
    );
    expect(made).toHaveLength(1);
    expect(JSON.stringify(made[0]?.request.body)).toContain('charge.read');
    expect(JSON.stringify(made)).not.toContain('admin.everything');
  });

  it('another name continues: a name decides nothing', async () => {
    const company = await switched();
    rewritten(company, (snapshot) => ({ ...snapshot, name: 'mail-prod' }));
    expect((await later(company)).outputs['rotated']).toBe('["gateway-prod"]');
  });
});

describe('an entry that was really changed while its rotation was open', () => {
  const changed = (text: string): string =>
    text.replace('  gateway:\n', '  portal:\n').replace('vendor: gateway', 'vendor: portal');

  it('is refused until a person gives the rotation up; then the entry counts as it is now', async () => {
    const company = await switched();
    const keys = alive(company);
    company.push(changed);
    const refused = await later(company);
    expect([refused.code, refused.log]).toEqual([
      3,
      expect.stringContaining('vendor `gateway` there, `portal` here'),
    ]);
    const given = await company.run(['abandon', '--keys', 'gateway-prod']);
    expect([given.log, alive(company)]).toEqual([expect.stringContaining('is given up'), keys]);
    const again = await company.run(NOW);
    expect(again.outputs['status']).toBe('waiting');
    expect((await later(company)).outputs['rotated']).toBe('["gateway-prod"]');
    expect(company.services.map(({ refused: lost }) => lost)).toEqual([0, 0]);
  });

  it('a rotation that is about its secret continues, so abandon says so', async () => {
    const company = await switched();
    const given = await company.run(['abandon', '--keys', 'gateway-prod']);
    expect([given.code, given.log]).toEqual([2, expect.stringContaining('is not blocked')]);
  });
});

describe('a key that gets another name while its rotation is open', () => {
  it('has its lost create found by the label of the old name', async () => {
    const company = await adopted();
    await company.run(NOW, {
      faults: ({ origin, method }) =>
        origin === ORIGINS.gateway && method === 'POST' ? { kind: 'kill', when: 'after' } : undefined,
    });
    const lost = company.vendor.keys.live.at(-1)?.id ?? '';
    company.push((text) => text.replace('gateway-prod:', 'gateway-live:'));
    await company.clock.advance(5 * MINUTE);
    await company.run(['rotate']);
    expect(alive(company)).not.toContain(lost);
    await company.clock.advance(20 * MINUTE);
    expect((await company.run(['rotate'])).outputs['rotated']).toBe('["gateway-live"]');
    expect(company.vendor.keys.live).toHaveLength(1);
  });
});

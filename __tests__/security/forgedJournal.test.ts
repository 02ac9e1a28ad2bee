import { describe, expect, it } from '@jest/globals';
import type { ClaimFact, Fact } from '../../src/domain/journal/facts';
import { DAY, HOUR, instant, MINUTE } from '../../src/domain/tools/time';
import type { NewFact } from '../../src/lifecycle/ledger';
import type { Company, Ran } from '../support/company';
import { adopted, switched } from '../support/companyTales';
import { Forger } from './forger';

const of =
  (row: string, change: (data: Record<string, unknown>) => object) =>
  (fact: Fact): Fact =>
    fact.type === 'result' && fact.row === row
      ? ({ ...fact, data: { ...fact.data, ...change(fact.data) } } as Fact)
      : fact;

const result = (row: string, data: object, how = 'did'): NewFact =>
  ({ type: 'result', row, how, data }) as NewFact;

const claim = (company: Company, changes: Partial<ClaimFact> = {}): NewFact => {
  const { clock } = company;
  return {
    type: 'claim',
    owner: { kind: 'actions', repository: 'acme/shop', run: '77', attempt: 1, job: '977' },
    rank: 'scheduled',
    end: instant(clock.now() - 1),
    kind: 'rotate',
    order: { command: 'rotate', actor: 'mallory', event: 'schedule' },
    release: '0.1.0',
    run: '',
    config: { digest: '' },
    ...changes,
  };
};

/** The entry as a claim would write it down, from the rotation that made the key known. */
function snapshotOf(company: Company): ClaimFact['snapshot'] {
  const texts = [...(company.github.home.git.store.head('rekey-journal')?.files.values() ?? [])];
  const firsts = texts.map((text) => text.split('\n')[0] ?? '');
  return firsts
    .filter((line) => line.includes('"type":"claim"'))
    .map((line) => (JSON.parse(line) as ClaimFact).snapshot)
    .find((snapshot) => snapshot !== undefined);
}

type Forgery = (company: Company, forger: Forger) => void;

const backdate = (at: string): string => instant(Date.parse(at) - DAY);

/** In the grace period of a rotation; each is followed by ticks while the grace period lasts, and long after it. */
const IN_THE_GRACE: readonly (readonly [string, Forgery, string])[] = [
  [
    'names the key of another team as the old one',
    ({ vendor }, forger) => {
      const foreign = vendor.keys.live.find(({ owner }) => owner === 'foreign');
      forger.rewrite(of('forward/claim', () => ({ oldId: foreign?.id })));
    },
    'only the journal says that this id is ours',
  ],
  [
    'names the key in use as the old one',
    (company, forger) => forger.rewrite(of('forward/claim', () => ({ oldId: company.served('api_key_id') }))),
    'it is the key that must live on; the store serves it',
  ],
  [
    'names the key of another entry as the old one',
    (company, forger) =>
      forger.rewrite(of('forward/claim', () => ({ oldId: company.vendor.keys.all[3]?.id }))),
    'only the journal says that this id is ours',
  ],
  [
    'says that the new key was never promoted, and is to be discarded',
    (_company, forger) => {
      const gone = /^forward\/(promote|deploy|check)/;
      forger.rewrite((fact) =>
        'row' in fact && gone.test(fact.row) ? ({ ...fact, type: 'warning', message: '' } as Fact) : fact,
      );
      forger.add([{ type: 'turn', to: 'discard', why: 'forged' }]);
    },
    'the store serves it',
  ],
];

const FOR_AN_EARLY_END: readonly (readonly [string, Forgery, string])[] = [
  [
    'ends the grace period in the snapshot',
    (_company, forger) =>
      forger.rewrite((fact) =>
        fact.type === 'claim' && fact.snapshot
          ? { ...fact, snapshot: { ...fact.snapshot, grace: 0, drainLimit: 0, watch: 0, usedBy: [] } }
          : fact,
      ),
    'gateway-prod: waiting',
  ],
  [
    'says that everything happened a day ago',
    (_company, forger) => forger.rewrite((fact) => ({ ...fact, at: backdate(fact.at) })),
    'gateway-prod: waiting',
  ],
  [
    'says that the old key is drained',
    (_company, forger) => forger.add([result('forward/drain', { silent: 'observed', until: instant(0) })]),
    'gateway-prod: waiting',
  ],
  [
    'says that all is done but the revoke',
    ({ vendor }, forger) => {
      const id = vendor.keys.all[0]?.id ?? '';
      forger.add([
        result('forward/drain', { silent: 'observed', until: instant(0) }),
        { type: 'condemn', credential: id, why: 'forged' },
        result('forward/condemn', { id }),
        result('forward/disable', { checked: 9 }),
      ]);
    },
    'gateway-prod: waiting',
  ],
];

const alive = ({ vendor }: Company): readonly string[] =>
  vendor.keys.live.filter(({ disabled }) => disabled === undefined).map(({ id }) => id);

/** A neighbour's key at the same vendor, and a second entry of ours. */
async function neighbours(begin: typeof adopted): Promise<Company> {
  const company = await begin();
  company.vendor.add('payroll', 'foreign');
  company.vendor.add('made by hand for another entry');
  return company;
}

async function ticks(company: Company, ...pauses: readonly number[]): Promise<readonly Ran[]> {
  const runs: Ran[] = [];
  for (const pause of pauses) {
    await company.clock.advance(pause);
    runs.push(await company.run(['rotate']));
  }
  return runs;
}

const logOf = (runs: readonly Ran[]): string => runs.map(({ log }) => log).join('\n');

describe('a journal forged by somebody who may write it', () => {
  it.each(IN_THE_GRACE)('that %s kills nothing', async (_what, forge, says) => {
    const company = await neighbours(switched);
    const before = alive(company);
    forge(company, new Forger(company));
    const runs = await ticks(company, 2 * MINUTE, 20 * MINUTE, 2 * HOUR, 25 * HOUR);
    expect(logOf(runs)).toContain(says);
    expect(alive(company)).toEqual(before);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
    expect(runs.map(({ outputs }) => outputs['rotated'])).toEqual(['[]', '[]', '[]', '[]']);
  });

  it.each(FOR_AN_EARLY_END)('that %s ends nothing before its time', async (_what, forge, says) => {
    const company = await neighbours(switched);
    const before = alive(company);
    const forger = new Forger(company);
    forge(company, forger);
    forger.hurry();
    expect(logOf(await ticks(company, MINUTE, MINUTE, 5 * MINUTE))).toContain(says);
    expect(alive(company)).toEqual(before);
  });

  it('that removes a key which is in use removes nothing', async () => {
    const company = await neighbours(adopted);
    const before = alive(company);
    const id = company.served('api_key_id') ?? '';
    const snapshot = snapshotOf(company);
    const order = { command: 'remove', actor: 'mallory', event: 'workflow_dispatch' };
    const begun = claim(company, {
      kind: 'remove',
      order,
      ...(snapshot && { snapshot: { ...snapshot, usedBy: [], grace: 0 } }),
    });
    new Forger(company).add([
      begun,
      result('forward/preflight', { baseline: '' }, 'observed'),
      result('forward/claim', { base: '1', old: 'present', oldId: id }),
      result('forward/drain', { silent: 'observed', until: instant(0) }),
      { type: 'release' },
    ]);
    const runs = await ticks(company, MINUTE, 20 * MINUTE, 25 * HOUR);
    expect(logOf(runs)).toContain('only the journal says that its removal was asked for');
    expect(alive(company)).toEqual(before);
    expect(company.served('api_key_id')).toBe(id);
  });

  it('that claims a key for ever makes every run wait', async () => {
    const company = await neighbours(switched);
    const before = alive(company);
    const job = company.github.home.actions.start('schedule', { id: 77, times: { running: Infinity } });
    job.addJob({ id: 977 });
    new Forger(company).add([claim(company, { end: '9999-01-01T00:00:00.000Z', rank: 'emergency' })]);
    const runs = await ticks(company, 20 * MINUTE, 2 * HOUR);
    expect(runs.map(({ code, outputs }) => [code, outputs['rotated']])).toEqual([
      [0, '[]'],
      [0, '[]'],
    ]);
    expect(runs[1]?.log).toContain('RK7006 gateway-prod: run 77, job 977 is at work on it');
    expect(alive(company)).toEqual(before);
    // Once that job is over, the rotation continues.
    job.jobs.forEach((each) => Object.assign(each, { status: 'completed' }));
    const [end] = await ticks(company, HOUR);
    expect(end?.outputs['rotated']).toBe('["gateway-prod"]');
  });

  it('that closes a rotation leaves its old key alive', async () => {
    const company = await neighbours(switched);
    const before = alive(company);
    new Forger(company).add([{ type: 'closed', outcome: 'done' }]);
    await ticks(company, 20 * MINUTE, 25 * HOUR);
    expect(alive(company)).toEqual(before);
  });

  it('that condemns the key in use changes nothing that is served', async () => {
    const company = await neighbours(switched);
    const before = alive(company);
    const id = company.served('api_key_id') ?? '';
    new Forger(company).add([{ type: 'condemn', credential: id, why: 'forged' }]);
    await ticks(company, 2 * MINUTE, 5 * MINUTE);
    expect([alive(company), company.served('api_key_id')]).toEqual([before, id]);
  });

  it('that makes this job the owner of a claim gets nothing from settle', async () => {
    const company = await neighbours(switched);
    const before = alive(company);
    new Forger(company).add([
      claim(company, {
        owner: { kind: 'actions', repository: 'acme/shop', run: '4', attempt: 1, job: '94' },
        end: '9999-01-01T00:00:00.000Z',
      }),
    ]);
    const settled = await company.run(['settle']);
    expect([settled.code, alive(company)]).toEqual([0, before]);
    expect(settled.exchanges.map(({ request }) => request.url.origin)).not.toContain(
      'https://gateway.example.com',
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RANKS, type ClaimFact, type Fact, type Order } from '../../src/domain/journal/facts';
import { HOUR, instant, MINUTE } from '../../src/domain/tools/time';
import type { Company } from '../support/company';
import { switched } from '../support/companyTales';
import { Forger } from './forger';

const alive = ({ vendor }: Company): readonly string[] =>
  vendor.keys.live.filter(({ disabled }) => disabled === undefined).map(({ id }) => id);

/** What somebody may say of the claims of a rotation in its grace period. */
const CLAIMS: readonly (readonly [string, Partial<Omit<ClaimFact, 'order'>> & { order?: Partial<Order> }])[] =
  [
    ...Object.keys(RANKS).map((rank) => [`the rank ${rank}`, { rank } as Partial<ClaimFact>] as const),
    ...['emergency', 'rollback', 'remove', 'abandon', 'release'].map(
      (command) =>
        [
          `the order ${command}`,
          { order: { command, event: 'workflow_dispatch', approvedBy: 'alice' } },
        ] as const,
    ),
    [
      'an emergency of a person',
      { rank: 'emergency', order: { command: 'emergency', actor: 'alice', event: 'workflow_dispatch' } },
    ],
  ];

const claimed =
  ({ order, ...changes }: (typeof CLAIMS)[number][1]) =>
  (fact: Fact): Fact =>
    fact.type === 'claim' ? { ...fact, ...changes, order: { ...fact.order, ...order } } : fact;

async function expectWaits(company: Company, forger: Forger): Promise<void> {
  const before = alive(company);
  forger.hurry();
  for (const pause of [MINUTE, MINUTE, 5 * MINUTE]) {
    await company.clock.advance(pause);
    await company.run(['rotate']);
  }
  expect(alive(company)).toEqual(before);
  expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
}

describe('a rank or an order that only the journal tells', () => {
  it.each(CLAIMS)(
    '%s, put into a claim that a run has written, shortens no grace period',
    async (_what, changes) => {
      const company = await switched();
      const forger = new Forger(company);
      forger.rewrite(claimed(changes));
      await expectWaits(company, forger);
    },
  );

  it.each(CLAIMS)('%s, in a claim of its own, shortens no grace period', async (_what, changes) => {
    const company = await switched();
    const forger = new Forger(company);
    const first = forger.facts.find((fact): fact is ClaimFact => fact.type === 'claim');
    if (!first) throw new Error('nobody claimed the key');
    const { snapshot: _snapshot, ...claim } = first;
    const end = instant(company.clock.now() - 1);
    forger.add([claimed(changes)({ ...claim, end }), { type: 'release' }] as Fact[]);
    await expectWaits(company, forger);
  });

  it('is read where it is decided who may take a key over, and nowhere else', () => {
    const readers = ['src/lifecycle', 'src/planner'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name))
        .filter((file) => /\.rank\b|\bRANKS\b/.test(readFileSync(file, 'utf8'))),
    );
    // Whoever adds a reader says in forged claims above what it must not loosen.
    expect(readers.sort()).toEqual(['src/lifecycle/claiming.ts', 'src/lifecycle/rotate.ts']);
  });

  it('still ends in its own time', async () => {
    const company = await switched();
    new Forger(company).rewrite(claimed({ rank: 'emergency' }));
    await company.clock.advance(2 * HOUR);
    expect((await company.run(['rotate'])).outputs['rotated']).toBe('["gateway-prod"]');
  });
});

import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import { ORIGINS, type Company } from '../support/company';
import { adopted, later, NOW } from '../support/companyTales';

/** The workflow is as this says from the moment at which the new key is made: no look before could see it. */
function changedMeanwhile(company: Company, change: object): void {
  const { workflows } = company.github.home.actions;
  const { vendor } = company;
  const { handle } = vendor;
  company.servers[ORIGINS.gateway] = (request) => {
    const before = workflows.get('deploy.yml');
    if (request.method === 'POST' && before) workflows.set('deploy.yml', { ...before, ...change });
    return handle(request);
  };
}

const DISABLED = { state: 'disabled_manually' };
const rolls = ({ services }: Company): readonly number[] => services.map((service) => service.rolls.length);

describe('a rollout that GitHub refuses after the switch', () => {
  it.each<[string, object, string, string]>([
    [
      'disabled',
      DISABLED,
      'on a disabled workflow',
      'Enable it: gh workflow enable deploy.yml -R acme/shop.',
    ],
    [
      'without the marker',
      { inputs: ['workload'] },
      'Unexpected inputs provided',
      'Give the workflow "on: workflow_dispatch" with every input that the config names',
    ],
  ])('is undone without a rollout: %s', async (_what, change, said, next) => {
    const company = await adopted();
    const old = company.served();
    changedMeanwhile(company, change);
    const ran = await company.run(NOW);
    expect([company.served(), rolls(company)]).toEqual([old, [0, 0]]);
    expect(ran.log).toContain(said);
    const ended = await later(company);
    expect([ended.outputs['status'], company.vendor.keys.live.map(({ value }) => value)]).toEqual([
      'undone',
      [old],
    ]);
    expect(ended.log).toMatch(/Now {6}undone: .*the new key \S+ is dead/);
    expect(ended.log).toContain(`Do       ${next}`);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });

  it('leaves the new key alone while an instance that restarted by itself uses it', async () => {
    // No page says which key is in use: only the vendor's list shows it.
    const company = await adopted({ config: (text) => text.replaceAll(/, key_id: \{[^}]*\}/g, '') });
    changedMeanwhile(company, DISABLED);
    let asked = 0;
    await company.run(NOW, {
      faults: ({ path }) => {
        // Right after the switch, before the way back.
        if (path.endsWith('/dispatches') && (asked += 1) === 1) company.services[0]?.restart();
        return undefined;
      },
    });
    expect(asked).toBeGreaterThan(0);
    const page = {
      method: 'GET',
      path: '/payment-service',
      query: new URLSearchParams(),
      headers: {},
      body: '',
    };
    for (let minutes = 2; minutes <= 60; minutes += 2) {
      await company.clock.advance(2 * MINUTE);
      company.services[0]?.handler(page);
      if (minutes % 20 === 0) await company.run(['rotate']);
    }
    expect(company.vendor.keys.live).toHaveLength(2);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
  });

  it('waits for a person where the vendor shows no use of the new key, and does not say that it means never', async () => {
    const company = await adopted();
    changedMeanwhile(company, DISABLED);
    const answer = company.servers[ORIGINS.gateway];
    company.servers[ORIGINS.gateway] = (request) => {
      const given = answer?.(request);
      const body = given?.body.replaceAll(/"last_used_at":"[^"]*"/g, '"last_used_at":null');
      return given && body !== undefined ? { ...given, body } : given;
    };
    await company.run(NOW);
    const ran = await later(company);
    expect([ran.outputs['status'], company.vendor.keys.live.length]).toEqual(['waiting', 2]);
    expect(ran.log).toContain(
      'the rollout of payment-service and billing-service was refused, and the vendor does not show when the new key was last used',
    );
  });

  it('is blocked, with both keys alive, where nobody can see whether the new key is used', async () => {
    const company = await adopted({ config: (text) => text.replace(', last_used: /last_used_at', '') });
    const old = company.served();
    changedMeanwhile(company, DISABLED);
    const ran = await company.run(NOW);
    expect([ran.outputs['status'], company.served()]).toEqual(['blocked', old]);
    expect(company.vendor.keys.live).toHaveLength(2);
    expect(ran.log).toMatch(
      /Do {7}Enable it: gh workflow enable deploy\.yml -R acme\/shop\. Then: .*command=release/,
    );
  });
});

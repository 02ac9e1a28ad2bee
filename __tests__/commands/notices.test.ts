import { describe, expect, it } from '@jest/globals';
import { FakeReceiver } from '../../src/adapters/notifiers/webhook/fake';
import { MINUTE } from '../../src/domain/tools/time';
import type { Company } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';

const HOOKS = 'https://hooks.example.com';
const withHook = (text: string): string =>
  `${text}notify:\n  - { use: webhook, url: "${HOOKS}/on-call", when: [consumers-at-risk, undone, done, blocked] }\n`;

function receiver(company: Company): FakeReceiver {
  const made = new FakeReceiver({ now: company.clock.now, id: () => '' }, '/on-call');
  company.servers[HOOKS] = made.handle;
  return made;
}

describe('notices', () => {
  it('tells the end of a rotation once', async () => {
    const company = await switched({ config: withHook });
    const hook = receiver(company);
    await later(company);
    await company.run(['rotate']);
    expect(hook.received).toMatchObject([{ body: { type: 'rekey.done', subject: 'gateway-prod' } }]);
  });

  it('tells when the key is due again, and not when it was', async () => {
    const company = await switched({ config: withHook });
    const hook = receiver(company);
    await later(company);
    const due = /due at (\S+ \S+ UTC)/.exec((await company.run(['plan', '--keys', 'gateway-prod'])).log)?.[1];
    expect(JSON.stringify(hook.received)).toContain(`due ${due ?? 'never'}`);
  });

  it('does not wait for the other keys of the run, nor for its end', async () => {
    const company = await adopted({ keys: 2, config: withHook });
    const hook = receiver(company);
    await company.run(['rotate', '--keys', 'gateway-1,gateway-2', '--now']);
    await company.clock.advance(20 * MINUTE);
    let revoked = 0;
    const died = await company.run(['rotate'], {
      faults: ({ method }) =>
        method === 'DELETE' && (revoked += 1) === 2 ? { kind: 'kill', when: 'before' } : undefined,
    });
    expect(died.code).toBe(137);
    expect(hook.received).toMatchObject([{ body: { type: 'rekey.done' } }]);
  });

  it('pages when consumers may be failing, with the exact command, and the run is red with 3', async () => {
    const company = await adopted({ config: withHook });
    const hook = receiver(company);
    const old = company.served('api_key_id');
    const [payments] = company.services;
    // Ill with any key but the old one; and the old one is gone before it can come back.
    if (payments) payments.illWith = (id) => id !== old;
    const ran = await company.run(NOW, {
      faults: ({ path }) => {
        if (path === '/payment-service' && company.served('api_key_id') !== old)
          company.vendor.keys.all.forEach((key) => (key.id === old ? (key.revoked = 0) : key));
        return undefined;
      },
    });
    expect([ran.code, ran.outputs['status']]).toEqual([3, 'failed']);
    expect(ran.log).toContain('At risk');
    expect(hook.received).toMatchObject([{ body: { type: 'rekey.consumers-at-risk' } }]);
    expect(JSON.stringify(hook.received)).toMatch(
      /gh workflow run rekey.yml -f command=\w+ -f keys=gateway-prod/,
    );
  });

  it('takes a hook that fails for a warning', async () => {
    const company = await switched({ config: withHook });
    company.servers[HOOKS] = () => ({ status: 500, body: 'no' });
    const end = await later(company);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
    expect(end.log).toMatch(/Warning: RK\d+ notice done for gateway-prod: status 500/);
  });
});

describe('tickets', () => {
  it('rotates on when the ticket cannot be closed, and says so', async () => {
    const company = await switched();
    company.github.home.issues.enabled = false;
    const end = await later(company);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
    expect(end.log).toContain('the ticket could not be closed');
  });
});

import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import type { Company } from '../support/company';
import { adopted, later, NOW, switched } from '../support/companyTales';

/** The runner dies before the n-th call that fits. */
function deathAt(n: number, fits: (call: Parameters<FaultPlan>[0]) => boolean): FaultPlan {
  let seen = 0;
  return (call) => {
    if (fits(call)) seen += 1;
    return fits(call) && seen === n ? { kind: 'kill', when: 'before' } : undefined;
  };
}

const effectsOf = ({ ran }: Company): readonly string[] =>
  (ran.at(-1)?.exchanges ?? [])
    .filter(({ request }) => request.method !== 'GET' && request.url.pathname !== '/graphql')
    .map(({ request }) => `${request.method} ${request.url.pathname}`);

describe('settle, the last step of the job', () => {
  it('enables what was left disabled, lets go of the claim, and starts nothing', async () => {
    const company = await switched();
    await company.clock.advance(20 * MINUTE);
    let disabled = false;
    const died = await company.run(['rotate'], {
      faults: (call) => {
        if (disabled && call.origin.includes('health')) return { kind: 'kill', when: 'before' };
        disabled ||= call.method === 'PATCH' && call.path.startsWith('/admin/keys/');
        return undefined;
      },
    });
    const old = company.vendor.keys.live.find(({ id }) => id !== company.served('api_key_id'));
    expect([died.code, old?.disabled]).toEqual([137, expect.any(Number)]);
    const settled = await company.run(['settle'], { sameJob: true });
    expect([settled.code, old?.disabled]).toEqual([0, undefined]);
    expect(settled.log).toContain('gateway-prod: released; the next run continues.');
    expect(effectsOf(company)).toEqual([
      'POST /v1/auth/jwt/login',
      `PATCH /admin/keys/${old?.id ?? ''}`,
      // Once more when the disable of the dead step can no longer arrive.
      `PATCH /admin/keys/${old?.id ?? ''}`,
      'POST /v1/auth/token/revoke-self',
    ]);
    const end = await company.run(['rotate']);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
  });

  it('lets go of a claim without a log-in when nothing was disabled', async () => {
    const company = await adopted();
    const died = await company.run(NOW, {
      faults: deathAt(1, ({ path }) => path === '/admin/keys/x' || path.endsWith('/dispatches')),
    });
    expect(died.code).toBe(137);
    const busy = await company.run(['rotate'], { environment: 'production' });
    expect(busy.log).toContain('gateway-prod');
    const settled = await company.run(['settle'], { sameJob: true });
    expect(settled.code).toBe(0);
    expect(effectsOf(company)).toEqual([]);
  });

  it('leaves the claims of other jobs alone, and has nothing to do after a good end', async () => {
    const company = await switched();
    const commits = company.github.home.git.store.commits.size;
    const settled = await company.run(['settle']);
    expect([settled.code, settled.log]).toEqual([0, '']);
    expect(company.github.home.git.store.commits.size).toBe(commits);
    expect((await later(company)).outputs['rotated']).toBe('["gateway-prod"]');
  });
});

import { describe, expect, it } from '@jest/globals';
import { initialised } from '../support/companyTales';

describe('a key that is not there yet', () => {
  it('cannot be adopted, and the error says which order makes it', async () => {
    const company = await initialised();
    company.vault.kv.put('prod/gateway', { other: 'kept' });
    const tick = await company.run(['rotate']);
    expect(tick.code).toBe(1);
    expect(tick.log).toContain('there is nothing to adopt; nothing was changed');
    expect(tick.log).toContain('RK4002');
    expect(tick.log).toContain('Next: To let Rekey make the first key, run rotate with keys: gateway-prod');
    const order = /on a laptop (rotate .*)\)/.exec(tick.log)?.[1]?.split(' ') ?? [];
    expect(order).toEqual(['rotate', '--keys', 'gateway-prod', '--now']);
    const ran = await company.run(order);
    expect([ran.code, company.served('other')]).toEqual([0, 'kept']);
    expect(company.vendor.keys.live.map(({ value }) => value)).toContain(company.served());
  });
});

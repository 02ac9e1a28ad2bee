import { describe, expect, it } from '@jest/globals';
import { adopted, NOW } from '../support/companyTales';

describe('the progress in the log', () => {
  it('tells of the claim once it is written: after the preflight', async () => {
    const company = await adopted();
    const { log } = await company.run(NOW);
    const at = ['✓ preflight', 'claimed: rotate', '✓ claim', '→ create'].map((text) => log.indexOf(text));
    expect(at.every((place) => place >= 0)).toBe(true);
    expect([...at].sort((one, other) => one - other)).toEqual(at);
  });

  it('tells of none when the preflight fails, because nothing was claimed', async () => {
    const company = await adopted();
    const before = company.github.home.git.store.commits.size;
    company.vault.kv.put('prod/gateway', { api_key: 'line\nbreak' });
    const ran = await company.run(NOW);
    expect(ran.log).toContain('RK4008');
    expect(ran.log).not.toContain('claimed');
    expect(company.github.home.git.store.commits.size).toBe(before);
  });
});

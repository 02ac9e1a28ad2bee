import { describe, expect, it } from '@jest/globals';
import { adopted, later, NOW, switched } from '../support/companyTales';

describe('the input ticket', () => {
  it('is used instead of a new one, by every run of the rotation, and left open', async () => {
    const company = await adopted();
    const issue = company.github.home.issues.open('ana', 'Rotate the keys of the shop', 'As agreed.');
    const first = await company.run([...NOW, '--ticket', `#${issue.number}`]);
    expect(first.log).toContain(`Ticket ${issue.number} `);
    const end = await later(company);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
    expect(company.github.home.issues.all).toEqual([issue]);
    expect([issue.body, issue.state]).toEqual(['As agreed.', 'open']);
    expect(issue.comments.map(({ body }) => body).join()).toContain('rotated');
  });

  it.each(['99999', '4711'])(
    '%s, which does not exist, is an error before anything is changed',
    async (number) => {
      const company = await adopted();
      const before = company.vendor.keys.all.length;
      const ran = await company.run([...NOW, '--ticket', number]);
      expect([ran.code, ran.outputs['status']]).toEqual([2, 'failed']);
      expect(ran.log).toContain(`RK1002 ticket: there is no ticket ${number}. Nothing was changed.`);
      expect([company.vendor.keys.all.length, company.github.home.issues.all]).toEqual([before, []]);
    },
  );

  it.each(['-1', '1; rm -rf /', 'see #5'])('%s, which cannot be one, is an error', async (number) => {
    const company = await adopted();
    const ran = company.run([...NOW, `--ticket=${number}`]);
    await expect(ran).rejects.toThrow(/ticket: must be the number/);
  });

  it('that is not used is said not to be', async () => {
    const company = await switched();
    const issue = company.github.home.issues.open('ana', 'Another', 'text');
    const ran = await company.run([...NOW, '--ticket', String(issue.number)]);
    expect(ran.log).toContain(`nothing is started, so ticket ${issue.number} is not used`);
    expect(issue.comments).toEqual([]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Company, Ran } from '../support/company';
import { later, switched } from '../support/companyTales';

async function rotated(): Promise<{ company: Company; end: Ran; rotation: string; file: string }> {
  const company = await switched();
  const end = await later(company);
  const rotation = (end.outputs['artifact'] ?? '').replace('rekey-evidence-', '');
  const file = `${end.outputs['evidence'] ?? ''}/${rotation}.json`;
  return { company, end, rotation, file };
}

describe('report', () => {
  it('tells where each key stands, and calls nothing but GitHub', async () => {
    const { company } = await rotated();
    const ran = await company.run(['report']);
    expect([ran.code, ran.outputs['status']]).toEqual([0, 'done']);
    expect(ran.log).toMatch(/1 key, 1 ok; last run seen 2026-03-02/);
    expect(ran.log).toMatch(/gateway-prod +ok +2026-03-02 .*done 2026-03-02 +team-payments/);
    expect(company.disk.get(ran.outputs['report'] ?? '')).toContain('✅ ok: 1');
    expect(new Set(ran.exchanges.map(({ request }) => request.url.origin))).toEqual(
      new Set(['https://api.github.com']),
    );
  });

  it('draws the life of the keys in what is open, and in what ended lately, with the evidence beside it', async () => {
    const company = await switched();
    const open = await company.run(['report']);
    const now = company.disk.get(open.outputs['report'] ?? '') ?? '';
    expect(now).toContain('<h2>Open rotations: 1</h2>');
    expect(now).toMatch(/waiting<\/h3><\/summary>\n<figure>/);
    const end = await later(company);
    const ran = await company.run(['report']);
    const page = company.disk.get(ran.outputs['report'] ?? '') ?? '';
    expect(page).toContain('<h2>Recent rotations: 1</h2>');
    expect(page).toMatch(/rotated<\/h3> 2026-03-02<\/summary>\n<figure>/);
    const [, path = ''] = /<a href="(evidence\/\w+\.md)">/.exec(page) ?? [];
    const [made = ''] = (ran.outputs['report'] ?? '').split('/report.html');
    expect(company.disk.get(`${made}/${path}`)).toContain('gateway-prod');
    expect(end.code).toBe(0);
  });

  it('tells the rest when the facts of a rotation cannot be read, and ends with exit code 3', async () => {
    const { company, rotation } = await rotated();
    company.github.home.git.store.advance(
      'rekey-journal',
      (files) => {
        for (const [path, text] of files)
          if (path.includes(`${rotation}.jsonl`)) files.set(path, text.slice(0, -40));
      },
      'cut',
    );
    const ran = await company.run(['report']);
    expect([ran.code, ran.log]).toEqual([3, expect.stringMatching(/1 key, 1 ok[^]*RK7002 /)]);
    expect(company.disk.get(ran.outputs['report'] ?? '')).toContain('✅ ok: 1');
  });

  it('makes the evidence of a rotation again, byte for byte', async () => {
    const { company, rotation, file } = await rotated();
    const ran = await company.run(['report', '--rotation', rotation]);
    const again = company.disk.get(`${ran.outputs['evidence'] ?? ''}/${rotation}.json`);
    expect(again).toBe(company.disk.get(file));
    expect(again).toBe(
      company.github.home.git.store.head('rekey-journal')?.files.get(`evidence/${rotation}.json`),
    );
  });

  it('knows no rotation of another name', async () => {
    const { company } = await rotated();
    const ran = await company.run(['report', '--rotation', 'never-was']);
    expect([ran.code, ran.log]).toEqual([2, expect.stringContaining('RK7010')]);
  });
});

describe('verify-evidence', () => {
  const verify = (company: Company, file: string, ...more: string[]): Promise<Ran> =>
    company.run(['verify-evidence', '--evidence', file, ...more]);

  it('finds evidence equal to the journal, now and at the commit on the ticket', async () => {
    const { company, file } = await rotated();
    const now = await verify(company, file);
    expect([now.code, now.log]).toEqual([
      0,
      expect.stringMatching(/Equal to what the journal .* says: sha256:/),
    ]);
    const [ticket] = company.github.home.issues.all;
    const commit = /journal commit `([0-9a-f]{40})`/.exec(ticket?.body ?? '')?.[1] ?? '';
    expect(ticket?.body).toContain(/sha256:[0-9a-f]{64}/.exec(now.log)?.[0]);
    const then = await verify(company, file, '--base', commit);
    expect([then.code, then.log]).toEqual([0, expect.stringContaining(`the journal at ${commit}`)]);
  });

  it('names the first byte that was changed', async () => {
    const { company, file } = await rotated();
    const text = company.disk.get(file) ?? '';
    company.disk.set('forged.json', text.replace('"grade": "refused"', '"grade": "not due"'));
    const ran = await verify(company, 'forged.json');
    expect([ran.code, ran.outputs['status']]).toEqual([1, 'failed']);
    expect(ran.log).toMatch(
      /RK7009 \w+: at \/death\/grade the file says "not due", and the journal as it is now/,
    );
  });

  it('differs from a journal of before the end', async () => {
    const { company, file } = await rotated();
    const { store } = company.github.home.git;
    const history = store.history(store.head('rekey-journal')?.oid ?? '');
    const ran = await verify(company, file, '--base', history[6]?.oid ?? '');
    expect([ran.code, ran.log]).toEqual([1, expect.stringContaining('RK7009')]);
  });

  it.each([
    ['a file that is not there', 'nowhere.json', '', 2, 'RK1002 evidence: there is no file nowhere.json.'],
    ['a file that is no evidence', 'x.json', '{"rotation":7}', 1, 'RK7009 The file is not evidence'],
    ['a file that is not JSON', 'x.json', 'hello', 1, 'RK7009 The file is not evidence'],
  ])('says so of %s', async (_what, name, text, code, says) => {
    const { company } = await rotated();
    if (text !== '') company.disk.set(name, text);
    const ran = await verify(company, name);
    expect([ran.code, ran.log]).toEqual([code, expect.stringContaining(says)]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Company } from '../support/company';
import { NOW, adopted } from '../support/companyTales';

const JOB = { actions: 'write', contents: 'read', issues: 'write' } as const;
const APP = { contents: 'write' } as const;

/** What each token was used for. */
function usesOf({ ran }: Company): Record<'app' | 'job', readonly string[]> {
  const calls = (ran.at(-1)?.exchanges ?? []).filter(({ request }) => request.url.host === 'api.github.com');
  const by = (isApp: boolean): readonly string[] => [
    ...new Set(
      calls
        .filter(({ request }) => JSON.stringify(request.headers).includes('ghs_app_') === isApp)
        .map(({ request }) => `${request.method} ${request.url.pathname.split('/').slice(0, 5).join('/')}`),
    ),
  ];
  return { app: by(true), job: by(false) };
}

describe('journal-token', () => {
  it('writes the journal, and nothing else is done with it', async () => {
    const company = await adopted();
    const done = await company.run(NOW, { rights: JOB, journalRights: APP });
    expect(done.outputs['status']).toBe('waiting');
    const { app, job } = usesOf(company);
    expect(
      app.every((call) => call === 'POST /graphql' || call.includes('/git') || call.includes('/branches')),
    ).toBe(true);
    expect(app).toContain('POST /graphql');
    expect(job.some((call) => call.startsWith('POST /repos/acme/shop/issues'))).toBe(true);
  });

  it('left out, the token of the job must be able to write', async () => {
    const company = await adopted();
    const refused = await company.run(NOW, { rights: JOB });
    expect(refused.log + refused.errors.join('')).toMatch(
      /RK3004 .*`contents: write`, under "permissions:" of the job/s,
    );
  });

  it('without the right says whose token lacks it', async () => {
    const company = await adopted();
    const refused = await company.run(NOW, { rights: JOB, journalRights: { contents: 'read' } });
    expect(refused.log + refused.errors.join('')).toContain(
      'Give the token of journal-token `contents: write`, in the App that made it.',
    );
    expect(refused.log).not.toContain('ghs_app_');
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../src/domain/plan';
import { Company, ORIGINS, type Ran } from '../support/company';
import { adopted, initialised, switched } from '../support/companyTales';

const planOf = (company: Company, ran: Ran): Plan =>
  JSON.parse(company.disk.get(ran.outputs['plan'] ?? '') ?? '') as Plan;

/** `POST /graphql mutation`: what a run asked of whom. */
const asked = ({ exchanges }: Ran): readonly string[] =>
  exchanges.map(({ request }) => {
    const mutates = /"query":"\s*mutation/.test(request.body ?? '') ? ' mutation' : '';
    return `${request.url.origin} ${request.method} ${request.url.pathname}${mutates}`;
  });

describe('plan', () => {
  it('calls nothing but GitHub, and only reads', async () => {
    const company = await switched();
    const ran = await company.run(['plan']);
    expect(new Set(asked(ran))).toEqual(new Set([`${ORIGINS.github} POST /graphql`]));
    expect(ran.exchanges.length).toBeLessThanOrEqual(2);
    expect([ran.code, ran.outputs['status']]).toEqual([0, 'done']);
    expect(planOf(company, ran).items).toMatchObject([{ key: 'gateway-prod', action: 'wait' }]);
    expect(ran.summary).toContain('Nothing was called but GitHub, nothing was changed');
  });

  it('needs no right but to read, and runs for a pull request', async () => {
    const company = await initialised();
    const ran = await company.run(['plan'], {
      rights: { contents: 'read' },
      oidc: false,
      changes: { event: 'pull_request', ref: 'refs/pull/7/merge' },
    });
    expect([ran.code, ran.log]).toEqual([0, expect.stringContaining('1 adopt')]);
  });

  it('says what is forced, and with base what changed in trust since', async () => {
    const company = await adopted();
    const before = company.github.home.git.store.head('main')?.oid ?? '';
    company.push((text) => text.replace('origin: https://gateway', 'origin: https://gw'));
    const ran = await company.run(['plan', '--keys', 'gateway-prod', '--now', '--base', before]);
    expect(ran.log).toContain('TRUST (needs a security owner)');
    expect(ran.log).toContain(
      '! vendors.gateway.origin: https://gateway.example.com -> https://gw.example.com (1 key and the admin key would be sent there)',
    );
    expect(planOf(company, ran).items).toMatchObject([{ action: 'rotate', why: 'asked for with now' }]);
    expect(ran.summary).toContain('Trust: needs a security owner');
  });

  it('compares what a pull request asks for, with the plan of the config in force', async () => {
    const company = await adopted();
    const { store } = company.github.home.git;
    const asksFor = store.advance(
      'patch-1',
      (files) => {
        const text = store.head('main')?.files.get('.github/rekey.yml') ?? '';
        files.set(
          '.github/rekey.yml',
          text.replace('watch: 1m', 'watch: 1m\n    key_id: key_of_another_team'),
        );
      },
      'A pull request',
    );
    store.refs.set('refs/pull/7/merge', asksFor.oid);
    const changes = { event: 'pull_request', ref: 'refs/pull/7/merge' };
    const ran = await company.run(['plan', '--base', 'main'], { changes });
    expect(ran.log).toContain('! keys.gateway-prod.key_id: none -> key_of_another_team');
    expect(ran.log).toContain('PLAN at');
  });

  it('groups what is to do by environment, for a matrix of jobs', async () => {
    const company = await initialised({
      keys: 3,
      config: (text) => text.replace('environment: production', 'environment: staging'),
    });
    const ran = await company.run(['plan']);
    expect(JSON.parse(ran.outputs['matrix'] ?? '')).toEqual({
      include: [
        { environment: 'production', keys: 'gateway-2,gateway-3' },
        { environment: 'staging', keys: 'gateway-1' },
      ],
    });
  });

  it('names a base that is nowhere', async () => {
    const ran = await (await initialised()).run(['plan', '--base', 'nope']);
    expect([ran.code, ran.outputs['status']]).toEqual([2, 'failed']);
    expect(ran.log).toContain(
      'RK1002 base: `nope` is no file here, and no branch, tag or commit of acme/shop that has `.github/rekey.yml`. Next: Correct the input',
    );
  });

  it('reads a base that is a file', async () => {
    const company = await initialised();
    company.disk.set('old.yml', 'version: 1');
    const ran = await company.run(['plan', '--base', 'old.yml']);
    expect(ran.log).toContain('gateway-prod comes: it is adopted');
  });
});

describe('a journal that was never made', () => {
  it('is a wrong order for plan and report, and at risk for what changes keys', async () => {
    const company = new Company();
    const reads = [await company.run(['plan']), await company.run(['report'])];
    const ran = await company.run(['rotate']);
    expect([...reads, ran].map(({ code, outputs }) => [code, outputs['status']])).toEqual([
      [2, 'failed'],
      [2, 'failed'],
      [3, 'failed'],
    ]);
    expect(reads[0]?.summary).toMatch(/^## Rekey: failed\n\n- `RK7001 /);
  });
});

import { describe, expect, it } from '@jest/globals';
import { fakeJson } from '../../src/kits/fake/fake';
import { HOUR } from '../../src/domain/tools/time';
import { ORIGINS, type Company, type Ran } from '../support/company';
import { adopted, initialised } from '../support/companyTales';

const lines = (ran: Ran, sign: string): readonly string[] =>
  ran.log.split('\n').filter((line) => line.startsWith(`${sign} `));

/** Every capability but `read` is taken away. */
const readOnly = (policies: Company['vault']['kv']['options']['policies']): typeof policies =>
  Object.fromEntries(
    Object.entries(policies).map(([name, policy]) => [
      name,
      Object.fromEntries(Object.keys(policy).map((path) => [path, ['read'] as const])),
    ]),
  );

function changeWorkflow({ home }: Company['github'], change: object): void {
  const { workflows } = home.actions;
  const before = workflows.get('deploy.yml');
  if (before) workflows.set('deploy.yml', { ...before, ...change });
}

function changeConfig(company: Company, change: (text: string) => string): void {
  const { store } = company.github.home.git;
  const edit = (files: Map<string, string>): void =>
    void files.set('.github/rekey.yml', change(files.get('.github/rekey.yml') ?? ''));
  store.advance('main', edit, 'Edit');
}

describe('doctor', () => {
  it('shows a green list on a good company, and changes nothing', async () => {
    const company = await initialised();
    const before = company.vault.kv.everything().length;
    const ran = await company.run(['doctor']);
    expect([ran.code, ran.outputs['status'], lines(ran, '✗')]).toEqual([0, 'done', []]);
    expect(lines(ran, '✓').map((line) => line.slice(2).split(':')[0])).toEqual([
      'config',
      'journal',
      'identity vault',
      'identity vault, asked with a wrong audience',
      'ticket',
      'gateway-prod, store',
      'gateway-prod, vendor',
      '2 workloads (payment-service, billing-service), health',
      '2 workloads (payment-service, billing-service), deploy',
    ]);
    expect(lines(ran, '–')).toEqual([
      expect.stringMatching(
        /^– vendor gateway, create and revoke: not tried: only rehearse or a rotation makes/,
      ),
    ]);
    expect(ran.summary).toContain('## Doctor: everything is as it should be');
    expect(ran.log).toContain('The job needs exactly this:\npermissions:\n  id-token: write');
    expect(ran.log).toContain('What it can do with it');
    expect(ran.log).toMatch(
      /Policy of vault for environment production:\npath "secret\/data\/prod\/gateway" \{ capabilities = \["read", "patch", "create", "update"\] \}/,
    );
    expect(ran.log).toContain(
      'path "secret/destroy/prod/gateway.rekey.api_key" { capabilities = ["update"] }',
    );
    expect(ran.log).toContain('path "secret/data/admin/gateway" { capabilities = ["read"] }');
    expect(ran.log).toContain('\n12 checks: 11 ok, 0 need you, 1 not tried');
    expect(company.vault.kv.everything()).toHaveLength(before);
    expect(company.vault.sessions).toEqual([]);
  });

  it('makes the journal once, and prints files to paste where there is no config', async () => {
    const company = await initialised();
    const again = await company.run(['doctor', '--init']);
    expect([again.code, lines(again, '✗')]).toEqual([
      1,
      [expect.stringContaining('RK2005 There is a branch rekey-journal')],
    ]);
    const missing = await company.run(['doctor', '--config', 'elsewhere.yml']);
    expect([missing.code, missing.log]).toEqual([2, expect.stringContaining('vault write auth/jwt/role')]);
    expect(missing.log).toContain('RK2007 elsewhere.yml');
  });

  it('does not say on a laptop that a wrong audience was refused, for none was asked with', async () => {
    const company = await initialised();
    const { files } = company.github.home.git.store.head('main') ?? {};
    company.disk.set('.github/rekey.yml', files?.get('.github/rekey.yml') ?? '');
    const owner = { kind: 'local', host: 'laptop', pid: 7, started: '2026-03-02T01:00:00Z' } as const;
    const ran = await company.run(['doctor'], { changes: { owner } });
    expect(lines(ran, '–')).toContain(
      '– identity vault, asked with a wrong audience: not tried: no token is made for an audience here',
    );
  });

  it.each<[string, (company: Company) => void, RegExp]>([
    [
      'a journal without rules',
      (company) => company.github.home.git.rules.clear(),
      /journal, protection: The branch rekey-journal lacks a rule: add "Block force pushes"/,
    ],
    [
      'a journal that is gone',
      (company) => company.github.home.git.store.deleteBranch('rekey-journal'),
      /journal: RK7001 .* Next: First run: doctor with init/,
    ],
    [
      'a role that takes any audience',
      ({ vault }) => {
        const { rekey } = vault.jwt.options.roles;
        const boundAudiences = [ORIGINS.vault, 'https://rekey.invalid/wrong-audience'];
        if (rekey)
          vault.jwt.options = { ...vault.jwt.options, roles: { rekey: { ...rekey, boundAudiences } } };
      },
      /wrong audience: RK3003 .* Next: Set bound_audiences/,
    ],
    [
      'a role for another subject',
      (company) => company.trust('repo:acme/other:environment:production'),
      /identity vault: RK3002 .*invalid subject .* Next: Set bound_subject/,
    ],
    [
      'a deploy workflow that is not there',
      ({ github }) => github.home.actions.workflows.clear(),
      /deploy: RK6006 The workflow deploy\.yml of acme\/shop is not there/,
    ],
    [
      'a deploy workflow that is disabled',
      ({ github }) => changeWorkflow(github, { state: 'disabled_manually' }),
      /deploy: RK6006 .*GitHub says `disabled_manually`. Next: Enable it: gh workflow enable deploy\.yml/,
    ],
    [
      'a deploy workflow without the marker',
      ({ github }) => changeWorkflow(github, { inputs: ['workload'] }),
      /deploy: RK6006 \.github\/workflows\/deploy\.yml of acme\/shop on `main` does not declare the input `marker`/,
    ],
    [
      'a whoami with a wrong pointer',
      (company) =>
        changeConfig(company, (text) => text.replace('GET /v1/me, id: /key_id', 'GET /v1/me, id: /other')),
      /gateway-prod, vendor: RK5005 .*there is no id at \/other/,
    ],
    [
      'a whoami that does not answer',
      (company) => changeConfig(company, (text) => text.replace('GET /v1/me,', 'GET /v1/nobody,')),
      /gateway-prod, vendor: RK5003 gateway-prod: asked who the key in use is, the vendor gateway gives no id for it, and the id beside the value or in key_id is/,
    ],
    [
      'an id beside the value that is of another key',
      ({ vault, vendor }) => {
        const other = vendor.add('another');
        const { value } = vendor.keys.live[0] ?? other;
        vault.kv.put('prod/gateway', { api_key: value, api_key_id: other.id });
      },
      /gateway-prod, vendor: RK5003 .*says that it is `.*`, and the id beside .* Next: .*correct the id beside the value/,
    ],
    [
      'a policy that lacks a path',
      ({ vault }) => (vault.kv.options = { ...vault.kv.options, policies: {} }),
      /gateway-prod, store: RK4001 .* Next: Add to the policy of the role: path "secret\/data\/prod\/gateway"/,
    ],
    [
      'an admin key that the vendor refuses',
      ({ vendor }) => (vendor.options = { ...vendor.options, adminKeys: [] }),
      /gateway-prod, vendor: RK5001 .* Next: Check the value at `vault:admin\/gateway#token`.*vendors\.gateway\.admin_key/,
    ],
    [
      'a key in use that is dead',
      ({ vendor }) => vendor.keys.live.forEach((key) => (key.revoked = 0)),
      /gateway-prod, vendor: RK5011 The vendor does not accept the key/,
    ],
    [
      'a policy that may read and not write',
      ({ vault }) =>
        (vault.kv.options = { ...vault.kv.options, policies: readOnly(vault.kv.options.policies) }),
      /gateway-prod, store: RK4001 .* Next: Add to the policy of the role: path "secret\/data\/prod\/gateway" \{ capabilities = \["read", "patch"\] \}/,
    ],
    [
      'a secret that keeps one version',
      ({ vault }) => (vault.kv.mount.keeping.maxVersions = 1),
      /gateway-prod, store: RK4009 prod\/gateway keeps 1 version/,
    ],
    [
      'a secret whose versions vanish before the old key is dead',
      ({ vault }) => (vault.kv.mount.keeping.deleteVersionAfter = HOUR),
      /gateway-prod, store: RK4009 prod\/gateway deletes its versions sooner/,
    ],
    [
      'a key that ends in a line break',
      ({ vault }) => vault.kv.put('prod/gateway', { api_key: 'sk-something\n' }),
      /gateway-prod, store: RK4008 The value at `prod\/gateway#api_key` cannot be a key: it ends in a line break/,
    ],
    [
      'a key with a curly quote',
      ({ vault }) => vault.kv.put('prod/gateway', { api_key: 'sk-something”' }),
      /gateway-prod, store: RK4008 .* cannot be a key: it holds a character beyond Latin-1/,
    ],
    [
      'an admin key that is not there',
      ({ vault }) => vault.kv.mount.secrets.delete('admin/gateway'),
      /gateway-prod, vendor: RK4002 `vault:admin\/gateway#token`, as the config says: .* Next: Put the value there, or correct the reference/,
    ],
    [
      'an admin key that ends in a line break',
      ({ vault, vendor }) =>
        vault.kv.put('admin/gateway', { token: `${vendor.options.adminKeys[0] ?? ''}\n` }),
      /gateway-prod, vendor: RK4008 vendors\.gateway\.admin_key: the value at `vault:admin\/gateway#token` cannot be the admin key: it ends in a line break/,
    ],
    [
      'an admin key that is a number',
      ({ vault }) => vault.kv.put('admin/gateway', { token: 12345 } as never),
      /gateway-prod, vendor: RK4008 `vault:admin\/gateway#token`, as the config says: .*the field `token` holds a number and no text/,
    ],
    [
      'a field that is a typing error',
      (company) => changeConfig(company, (text) => text.replace('#api_key', '#apikey')),
      /gateway-prod, store: RK2004 .*it has `api_key`, not `apikey`\. Next: Write secret: vault:prod\/gateway#api_key/,
    ],
    [
      'a key that is an object',
      ({ vault }) => vault.kv.put('prod/gateway', { api_key: { value: 'sk-x' } } as never),
      /gateway-prod, store: RK4008 .*the field `api_key` holds an object and no text\. Next: Write the key into the field as a text/,
    ],
    [
      'a key_header that the vendor does not read',
      (company) =>
        changeConfig(company, (text) => text.replace('key_header: x-api-key', 'key_header: x-key')),
      /gateway-prod, vendor: RK5011 .*status 401\. Next: Check the value, and how it is sent: key_header and verify of vendors\.gateway/,
    ],
    [
      'a verify that knows none of the answers',
      (company) =>
        changeConfig(company, (text) =>
          text.replace('accepted: 200, refused: 401', 'accepted: 204, refused: 401'),
        ),
      /gateway-prod, vendor: RK5006 The vendor does not say .*status 200 proves nothing\. Next: Compare verify of vendors\.gateway/,
    ],
    [
      'issues that are switched off',
      ({ github }) => (github.home.issues.enabled = false),
      /ticket: RK9009 Issues are switched off in .* Next: Switch Issues on .* or take "ticket" out/,
    ],
    [
      'a workload that is ill',
      ({ services }) => services[0] && (services[0].illWith = () => true),
      /workload payment-service: RK6005 payment-service is not healthy: 500/,
    ],
  ])('shows a red line for %s, and the next step', async (_what, harm, line) => {
    const company = await initialised();
    harm(company);
    const ran = await company.run(['doctor']);
    expect([ran.code, ran.outputs['status']]).toEqual([1, 'failed']);
    expect(lines(ran, '✗').join('\n')).toMatch(line);
    expect(ran.log).toMatch(/\d+ checks: \d+ ok, [1-9]\d* need you, \d+ not tried/);
    expect(ran.summary).toMatch(/## Doctor: \d of \d+ need you/);
  });

  it('proves nothing by a wrong audience where the right one is refused too', async () => {
    const company = await initialised();
    company.trust('repo:acme/other:environment:production');
    const ran = await company.run(['doctor']);
    expect(lines(ran, '–')).toEqual([
      '– identity vault, asked with a wrong audience: not tried: the right audience is refused too',
      expect.stringMatching(/^– vendor gateway, create and revoke: not tried/),
    ]);
  });

  it('says when nobody can tell the id of the key in use', async () => {
    const company = await initialised({ config: (text) => text.replace(/ {4}whoami:.*\n/, '') });
    company.vault.kv.put('prod/gateway', { api_key: company.served() ?? '' });
    const ran = await company.run(['doctor']);
    expect(lines(ran, '✗')).toEqual([expect.stringContaining('RK5003 gateway-prod: nobody can tell the id')]);
  });

  it('prints the role of each environment with exactly what binds it', async () => {
    const company = await initialised({
      keys: 2,
      config: (text) => text.replace(/(gateway-2:[^]*?environment: )production/, '$1staging'),
    });
    const { log } = await company.run(['doctor']);
    for (const environment of ['production', 'staging']) {
      expect(log).toContain(
        `Role of vault for environment ${environment}:\nvault write auth/jwt/role/rekey - <<'JSON'`,
      );
      expect(log).toContain(
        `"bound_claims": {"repository_id":"1001","environment":"${environment}","ref":"refs/heads/main"}`,
      );
    }
    expect(log).toContain('"bound_audiences": ["https://vault.example.com"]');
    expect(log).toContain('Each environment has a role of its own');
  });

  it('is green before a first key, says that none is there, and comes to the vendor', async () => {
    const company = await initialised();
    company.vault.kv.mount.secrets.delete('prod/gateway');
    const ran = await company.run(['doctor']);
    expect([ran.code, lines(ran, '✗')]).toEqual([0, []]);
    expect(lines(ran, '–')[0]).toMatch(
      /^– gateway-prod, store: not tried: prod\/gateway is not in the store \(right before a first key, which rotate .* correct the path\); it may be written/,
    );
    expect(lines(ran, '✓').join('\n')).toMatch(/gateway-prod, vendor: \d keys; a first key would be made/);
  });

  it('misses the secret of a key that the journal knows', async () => {
    const company = await adopted();
    company.vault.kv.mount.secrets.delete('prod/gateway');
    const ran = await company.run(['doctor']);
    expect([ran.code, lines(ran, '✗')[0]]).toEqual([
      1,
      expect.stringMatching(/gateway-prod, store: RK4002 .*prod\/gateway.* is not in the store/),
    ]);
  });

  it('has not tried a deploy whose file it may not read', async () => {
    const company = await initialised();
    const { actions } = company.github.home;
    const answer = actions.answer.bind(actions);
    actions.answer = (request, rights) =>
      request.path.startsWith('/contents/')
        ? fakeJson(403, { message: 'Resource not accessible by integration' })
        : answer(request, rights);
    const ran = await company.run(['doctor']);
    expect(lines(ran, '–').join('\n')).toMatch(
      /^– 2 workloads .*, deploy: not tried: \.github\/workflows\/deploy\.yml of acme\/shop may not be read; that needs contents: read/m,
    );
  });

  it('tells what is so of many keys once, and asks a page that they share once', async () => {
    const shared = 'https://health.example.com/service-1';
    const company = await initialised({
      keys: 12,
      config: (text) => text.replaceAll(/https:\/\/health\.example\.com\/service-\d+/g, shared),
    });
    for (const number of [3, 5, 7, 9]) company.vault.kv.mount.secrets.delete(`prod/gateway-${number}`);
    let asked = 0;
    const [first] = company.services;
    if (first) first.illWith = () => ((asked += 1), false);
    const ran = await company.run(['doctor']);
    expect(lines(ran, '✓').join('\n')).toMatch(
      /✓ 8 keys \(gateway-1, gateway-2, gateway-4 and 5 more\), store: the secret has a key, keeps 10 versions; it may be written/,
    );
    expect(lines(ran, '–').join('\n')).toMatch(
      /– 4 keys \(gateway-3, gateway-5, gateway-7 and 1 more\), store: not tried: the secret is not in the store/,
    );
    expect(lines(ran, '✓').join('\n')).toMatch(
      /✓ 12 workloads \(service-1, service-2, service-3 and 9 more\), health/,
    );
    expect(asked).toBe(1);
    expect(ran.log.split('\n').filter((line) => /^[✓✗–] /.test(line)).length).toBeLessThan(15);
  });
});

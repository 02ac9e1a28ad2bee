import { describe, expect, it } from '@jest/globals';
import type { FakeHandler, FakeRequest } from '../../src/kits/fake/fake';
import { MINUTE } from '../../src/domain/tools/time';
import { guardedLookup } from '../../src/runtime/http/guardedLookup';
import { Company, ORIGINS, type Ran, type RunOptions } from '../support/company';
import { adopted, initialised, later, NOW, switched } from '../support/companyTales';

const asked = (ran: Ran): readonly string[] => [
  ...new Set(ran.exchanges.map(({ request }) => request.url.origin)),
];
const named = (command: string): string[] => [command, '--keys', 'gateway-prod'];

/** A server of somebody else, which keeps what it is sent. */
function stranger(company: Company, origin: string): readonly FakeRequest[] {
  const heard: FakeRequest[] = [];
  company.servers[origin] = (request) => {
    heard.push(request);
    return { status: 200, body: '{}' };
  };
  return heard;
}

describe('who may run what, and where', () => {
  const onBranch = { event: 'workflow_dispatch', actor: 'mallory', ref: 'refs/heads/patch-1' };

  it.each(['rotate', 'doctor', 'rehearse', 'remove', 'rollback', 'hold', 'release'])(
    'refuses %s on another branch, and sends nothing to anybody but GitHub',
    async (command) => {
      const company = await adopted();
      const argv = ['rotate', 'doctor'].includes(command) ? [command] : named(command);
      const ran = await company.run(argv, { changes: onBranch });
      expect([ran.code, ran.outputs['status']]).toEqual([2, 'failed']);
      expect(ran.log).toContain('RK1005 This run is on refs/heads/patch-1');
      expect(asked(ran)).toEqual([ORIGINS.github]);
    },
  );

  it('reads the config of the tip of the default branch: not of the branch, nor of the commit of a re-run', async () => {
    const company = await adopted();
    const { store } = company.github.home.git;
    const heard = stranger(company, 'https://evil.example.com');
    store.advance(
      'patch-1',
      (files) => void files.set('.github/rekey.yml', 'version: 1\njournal: { use: file, path: x }'),
      'Another config',
    );
    company.push((text) => text.replace('grace_period: 10m', 'grace_period: 11m'));
    const owner = { kind: 'actions', repository: 'acme/shop', run: '2', attempt: 2, job: '92' } as const;
    const ran = await company.run(NOW, { changes: { owner } });
    expect([ran.code, ran.outputs['status'], heard.length]).toEqual([0, 'waiting', 0]);
    const plan = JSON.parse(company.disk.get(ran.outputs['plan'] ?? '') ?? '') as {
      config: { commit: string };
    };
    expect(plan.config.commit).toBe(store.head('main')?.oid);
    // 11 minutes of the tip's grace period, then the lag of last_used and what clocks may differ.
    expect(ran.outputs['resume-at']).toMatch(/T02:14:/);
  });

  it.each(['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run', 'fork', 'issues'])(
    'logs in nowhere on %s',
    async (event) => {
      const company = await switched();
      await company.clock.advance(20 * MINUTE);
      for (const argv of [['rotate'], ['doctor'], named('rollback'), named('release')]) {
        const ran = await company.run(argv, { changes: { event } });
        expect([ran.code, ran.exchanges.length]).toEqual([2, 0]);
        expect(ran.log).toContain(`RK1005 The event ${event} may not run`);
      }
      const settled = await company.run(['settle'], { changes: { event } });
      expect([settled.code, settled.exchanges.length]).toEqual([0, 0]);
    },
  );
});

describe('the environment of the job', () => {
  const subject = (environment: string): string => `repo:acme/shop:environment:${environment}`;

  it.each(['', 'staging', 'production-emergency', 'Production'])(
    'does not act on a key of another environment than %j, and logs in nowhere',
    async (environment) => {
      const company = await adopted();
      for (const argv of [NOW, named('rehearse'), named('hold'), ['rotate']]) {
        const ran = await company.run(argv, { environment });
        expect(asked(ran)).not.toContain(ORIGINS.vault);
        expect(ran.outputs['status']).toBe(argv.length === 1 ? 'nothing' : 'failed');
      }
      expect([company.vendor.keys.all.length, company.github.home.issues.all.length]).toEqual([1, 0]);
    },
  );

  it('may only finish in the -resume twin', async () => {
    const resume: RunOptions = { environment: 'production-resume' };
    const company = await adopted();
    company.trust(subject('production-resume'));
    const begun = await company.run(NOW, resume);
    expect([begun.outputs['status'], company.vendor.keys.all.length]).toEqual(['nothing', 1]);
    company.trust(subject('production'));
    await company.run(NOW);
    company.trust(subject('production-resume'));
    await company.clock.advance(20 * MINUTE);
    const end = await company.run(['rotate'], resume);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
  });
});

describe('where a secret may go', () => {
  const owned = (company: Company, origins: string): void => {
    for (const path of ['prod/gateway', 'admin/gateway']) {
      const secret = company.vault.kv.mount.secrets.get(path);
      if (secret) secret.custom = { rekey_origins: origins };
    }
  };

  it.each([['prod/gateway'], ['admin/gateway']])(
    'sends nothing to a new origin that the owner of %s has not allowed',
    async (path) => {
      const company = await adopted();
      const heard = stranger(company, 'https://evil.example.com');
      const secret = company.vault.kv.mount.secrets.get(path);
      if (secret) secret.custom = { rekey_origins: ORIGINS.gateway };
      company.push((text) =>
        text.replace('origin: https://gateway.example.com', 'origin: https://evil.example.com'),
      );
      for (const argv of [['doctor'], NOW, named('rehearse')]) {
        const ran = await company.run(argv);
        expect([ran.code, ran.log]).toEqual([1, expect.stringContaining('RK4007')]);
      }
      if (path === 'admin/gateway') expect(heard).toEqual([]);
      const keys = heard.map(({ headers }) => headers['x-api-key']);
      expect(keys.filter((key) => key !== undefined)).toEqual([]);
    },
  );

  it('sends on where the owner allows it, and takes a rotation that was begun no further than that', async () => {
    const company = await adopted();
    owned(company, `https://other.example.com, ${ORIGINS.gateway}`);
    expect((await company.run(NOW)).outputs['status']).toBe('waiting');
    owned(company, 'https://other.example.com');
    const end = await later(company);
    expect([end.code, end.log]).toEqual([1, expect.stringContaining('RK4007')]);
    expect(company.vendor.keys.live).toHaveLength(2);
  });

  const elsewhere: FakeHandler = ({ path }) => ({
    status: 307,
    headers: { location: `https://evil.example.com${path}` },
    body: '',
  });

  it.each([
    ['the vendor', ORIGINS.gateway],
    ['the store', ORIGINS.vault],
    ['GitHub', ORIGINS.github],
    ['the token service', ORIGINS.tokens],
    ['a health page', ORIGINS.health],
  ])('follows no redirect of %s to another host', async (_who, origin) => {
    const company = await adopted();
    const heard = stranger(company, 'https://evil.example.com');
    company.servers[origin] = elsewhere;
    const ran = await company.run(NOW);
    const doctor = await company.run(['doctor']);
    expect(heard).toEqual([]);
    expect([ran.code, doctor.code]).toEqual([1, 1]);
    expect(company.vendor.keys.all).toHaveLength(1);
  });
});

describe('addresses that nobody may be sent to', () => {
  it.each([
    ['http', 'http://gateway.example.com', 'must be like https://api.example.com'],
    ['a password in it', 'https://user:pass@gateway.example.com', 'must be like https://api.example.com'],
    ['a path', 'https://gateway.example.com/x', 'must be like https://api.example.com'],
  ])('refuses %s in the config', async (_what, origin, says) => {
    const company = await initialised();
    company.push((text) => text.replace('origin: https://gateway.example.com', `origin: ${origin}`));
    const ran = await company.run(['rotate']);
    expect([ran.code, ran.log]).toEqual([
      2,
      expect.stringContaining(`RK2002 .github/rekey.yml:9  vendors.gateway.origin: ${says}`),
    ]);
    expect(ran.log).not.toContain('user:pass');
  });

  it.each([
    'https://169.254.169.254',
    'https://127.0.0.1',
    'https://10.0.0.7',
    'https://[::1]',
    'https://[::ffff:169.254.169.254]',
    'https://2130706433',
    'https://0x7f.1',
    'http://localhost',
  ])('connects not to %s', async (origin) => {
    const company = await adopted();
    const heard = stranger(company, new URL(origin).origin);
    company.push((text) =>
      text.replace('origin: https://gateway.example.com', `origin: "${new URL(origin).origin}"`),
    );
    const ran = await company.run(NOW);
    expect([ran.code, heard.length]).toEqual([1, 0]);
    expect(ran.log).toMatch(
      /RK9006 .* may not be spoken to: (it is (a bare IP address|not https|plain http)|plain http to loopback)/,
    );
  });

  type Resolve = NonNullable<Parameters<typeof guardedLookup>[1]>;
  const resolvesTo = (...addresses: readonly string[]): Resolve =>
    ((_name: string, _options: unknown, done: (error: null, found: unknown) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )) as never;
  const look = (resolve: Resolve): Promise<string> =>
    new Promise((end) => {
      const rules = { allowPrivateHosts: [], allowLoopback: false };
      guardedLookup(rules, resolve)('gateway.example.com', { all: true }, (error) =>
        end(error ? String((error as { code?: unknown }).code) : 'connects'),
      );
    });

  it.each([
    [['10.1.2.3'], 'RK_PRIVATE_ADDRESS'],
    [['169.254.169.254'], 'RK_PRIVATE_ADDRESS'],
    [['93.184.216.34', '127.0.0.1'], 'RK_PRIVATE_ADDRESS'],
    [['fd00::1'], 'RK_PRIVATE_ADDRESS'],
    [['64:ff9b::a9fe:a9fe'], 'RK_PRIVATE_ADDRESS'],
    [['93.184.216.34'], 'connects'],
  ])('a public name that leads to %j: %s', async (addresses, outcome) => {
    expect(await look(resolvesTo(...addresses))).toBe(outcome);
  });
});

describe('a journal that the world could read', () => {
  const open = { repository: { private: false } };

  it('is not made, and not written', async () => {
    const company = new Company(open);
    const made = await company.run(['doctor', '--init']);
    expect([made.code, made.log]).toEqual([
      1,
      expect.stringContaining('RK7011 acme/shop is a public repository.'),
    ]);
    expect(company.github.home.git.store.head('rekey-journal')).toBeUndefined();
    const ran = await company.run(['rotate']);
    expect([ran.code, asked(ran)]).toEqual([expect.any(Number), [ORIGINS.github]]);
  });

  it('is refused when the repository became public, and taken when the config says so', async () => {
    const company = await adopted();
    const before = company.github.home.git.store.commits.size;
    Object.assign(company.github.home.git, { isPrivate: false });
    const ran = await company.run(NOW);
    expect([ran.code, ran.log, asked(ran)]).toEqual([2, expect.stringContaining('RK7011'), [ORIGINS.github]]);
    expect(company.github.home.git.store.commits.size).toBe(before);
    company.push((text) => `${text}public_journal: true\n`);
    expect((await company.run(NOW)).outputs['status']).toBe('waiting');
  });
});

import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../src/config/inputs';
import { RekeyError } from '../../src/domain/errors';
import { leaksIn, plantedIn } from '../security/leaks';
import { placesOf } from '../security/places';
import { ORIGINS, type Company, type Ran, type RunOptions } from '../support/company';
import { HOUR } from '../../src/domain/tools/time';
import { adopted, initialised, later, NOW, switched } from '../support/companyTales';

interface Row {
  readonly what: string;
  /** Default: a company whose key is adopted. */
  readonly begin?: typeof adopted;
  readonly config?: (text: string) => string;
  readonly harm?: (company: Company) => void;
  readonly argv?: readonly string[];
  readonly run?: RunOptions;
  /** Code and place, as the line begins, and a piece of the sentence and of the next step. */
  readonly says: readonly string[];
  readonly exit: 0 | 1 | 2 | 3;
  /** Something was begun, and undone or left for later. */
  readonly undone?: true;
}

const FILE = '.github/rekey.yml';
const changeDeploy =
  (change: object) =>
  ({ github }: Company): void => {
    const { workflows } = github.home.actions;
    const before = workflows.get('deploy.yml');
    if (before) workflows.set('deploy.yml', { ...before, ...change });
  };
const replace =
  (from: string | RegExp, to: string) =>
  (text: string): string => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`the config has no ${String(from)}`);
    return changed;
  };
const journal = ({ github }: Company) => github.home.git.store;
const editJournal =
  (edit: (files: Map<string, string>) => void) =>
  (company: Company): void =>
    void journal(company).advance('rekey-journal', edit, 'By hand');
/** What a server answers to some requests, whatever was asked. */
const answers =
  (origin: string, path: RegExp, status: number, body: string, headers: Record<string, string> = {}) =>
  (company: Company): void => {
    company.servers[origin] = (request) =>
      path.test(`${request.method} ${request.path}`) ? { status, body, headers } : undefined;
  };

/** Somebody has set the journal back to where the key was not being rotated yet. */
async function rewound(): Promise<Company> {
  const company = await adopted();
  const before = journal(company).head('rekey-journal')?.oid ?? '';
  await company.run(NOW);
  journal(company).refs.set('refs/heads/rekey-journal', before);
  return company;
}

const CONFIGS: readonly Row[] = [
  {
    what: 'a workload that does not exist',
    config: replace('[payment-service,', '[paymnt-service,'),
    says: [
      `RK2004 ${FILE}:37  keys.gateway-prod.used_by: "paymnt-service" is not a workload. Did you mean "payment-service"?`,
      'Next: Correct the name, or add it under workloads.',
    ],
    exit: 2,
  },
  {
    what: 'an unknown word',
    config: replace('watch: 1m', 'wach: 1m'),
    says: [`RK2003 ${FILE}:40  keys.gateway-prod.wach: "wach" is not known here. Did you mean "watch"?`],
    exit: 2,
  },
  {
    what: 'a word of another tool',
    config: replace('vendor: gateway', 'provider: gateway'),
    says: [
      `RK2006 ${FILE}:34  keys.gateway-prod.provider: "provider" is a word of another tool. Rekey says "vendor".`,
    ],
    exit: 2,
  },
  {
    what: 'a grace period that is shorter than somebody holds the key',
    config: replace('grace_period: 10m', 'grace_period: 1m'),
    says: [
      `RK2005 ${FILE}:39  keys.gateway-prod.grace_period: 1m is shorter than payment-service holds a key (5m).`,
      'Next: Make it at least 5m.',
    ],
    exit: 2,
  },
  {
    what: 'a frequency and a schedule',
    config: replace('    watch:', '    schedule: "0 2 1 * *"\n    watch:'),
    says: [`RK2005 ${FILE}:40  keys.gateway-prod.schedule: there is a rotation_frequency as well.`],
    exit: 2,
  },
  {
    what: 'a policy that is about no key',
    config: (text) => `${text}policy:\n  windows: [{ keys: [gateway-production], allow: "02:00-05:00" }]\n`,
    says: [`RK2004 ${FILE}:43  policy.windows.0.keys: "gateway-production" is not a key.`],
    exit: 2,
  },
  {
    what: 'an adapter that there is not',
    config: replace('use: vault-kv2', 'use: vault-kv3'),
    says: [
      `RK2009 ${FILE}:5  stores.vault.use: "vault-kv3" is no adapter for stores. Did you mean "vault-kv2"?`,
      'Next: Use one of the adapters for stores: vault-kv2.',
    ],
    exit: 2,
  },
  {
    what: 'text that is not YAML',
    config: replace('keys:\n  gateway-prod:', 'keys:\n\tgateway-prod:'),
    says: [`RK2001 ${FILE}:30`, 'YAML allows spaces only.', 'Next: Correct the line named above.'],
    exit: 2,
  },
  {
    what: 'no config',
    argv: ['rotate', '--config', 'nowhere.yml'],
    says: ['RK2007 nowhere.yml', 'the default branch of acme/shop', 'doctor prints one to paste'],
    exit: 2,
  },
  {
    what: 'a key that does not exist',
    argv: ['rotate', '--keys', 'gateway-prd', '--now'],
    says: ['RK1006 "gateway-prd" is not a key. Did you mean "gateway-prod"?'],
    exit: 2,
  },
  {
    what: 'a selector that matches nothing',
    argv: ['rotate', '--select', 'owner=nobody', '--now'],
    says: ['RK1006 no key has owner="nobody".', 'Next: Correct the selector'],
    exit: 2,
  },
];

const RIGHTS: readonly Row[] = [
  {
    what: 'no right to read the contents',
    run: { rights: { issues: 'write' } },
    says: ['RK', 'Next:', 'contents: read'],
    exit: 1,
  },
  {
    what: 'no right to write the contents',
    run: { rights: { contents: 'read', issues: 'write', actions: 'write' } },
    says: ['RK3004', 'Next: Give the token `contents: write`, under "permissions:" of the job'],
    exit: 1,
  },
  {
    what: 'no right to write issues',
    run: { rights: { contents: 'write', actions: 'write' } },
    says: ['RK3004', 'Next: Give the token `issues: write`'],
    exit: 1,
    undone: true,
  },
  {
    what: 'no right to start a deploy',
    run: { rights: { contents: 'write', issues: 'write' } },
    says: [
      'RK6001 The workflow deploy.yml of acme/shop needs actions: write.',
      'Next: Give the token `actions: write`',
    ],
    exit: 1,
  },
  {
    what: 'no right to ask for a token',
    run: { oidc: false },
    says: [
      'RK3001 GitHub offers this job no OIDC token.',
      'Next: Add "id-token: write" to the permissions of the job',
    ],
    exit: 1,
  },
  {
    what: 'the wrong audience',
    harm: ({ vault }) => {
      const { rekey } = vault.jwt.options.roles;
      if (rekey)
        vault.jwt.options = { ...vault.jwt.options, roles: { rekey: { ...rekey, boundAudiences: ['x'] } } };
    },
    says: [
      'RK3003 Vault refuses to log in as role `rekey`',
      'Next: Add `https://vault.example.com` to bound_audiences',
    ],
    exit: 1,
  },
  {
    what: 'a job without the environment that the role wants',
    argv: ['doctor'],
    run: { environment: '' },
    harm: ({ vault }) => {
      const { rekey } = vault.jwt.options.roles;
      const { boundSubject: _any, ...role } = rekey ?? {
        policies: [],
        life: 1,
        roleType: 'jwt' as const,
        boundAudiences: [],
      };
      const roles = { rekey: { ...role, boundClaims: { environment: 'production' } } };
      vault.jwt.options = { ...vault.jwt.options, roles };
    },
    says: [
      'RK3006 Vault refuses to log in as role `rekey`',
      'The token says: sub `repo:acme/shop:ref:refs/heads/main`',
      'environment nothing',
      'Next: Add "environment: production"',
    ],
    exit: 1,
  },
  {
    what: 'a key of another environment, asked for by name',
    run: { environment: 'staging' },
    says: ['RK3006', 'runs only in the environment production; this job has the environment staging'],
    exit: 1,
  },
];

const SERVERS: readonly Row[] = [
  {
    what: 'a store that is not reachable',
    run: { faults: ({ path }) => (path.includes('/data/') ? { kind: 'refused' } : undefined) },
    says: [
      'RK4005 Vault, read `secret/data/prod/gateway`',
      'Next: Check the address and its port in the config;',
    ],
    exit: 1,
  },
  {
    what: 'a login that is not reachable',
    run: { faults: ({ origin }) => (origin === ORIGINS.vault ? { kind: 'refused' } : undefined) },
    says: ['RK3005', 'Next: Check the address and its port in the config;', 'the next run tries again.'],
    exit: 1,
  },
  {
    what: 'a policy that forbids a path',
    harm: ({ vault }) => (vault.kv.options = { ...vault.kv.options, policies: {} }),
    says: ['RK4001', 'path "secret/data/prod/gateway" { capabilities = ["read"] }'],
    exit: 1,
  },
  {
    what: 'a vendor at its limit of keys, as the config says',
    config: replace('limits:  {', 'limits:  { max_live: 1,'),
    says: [
      'RK5002 gateway has 1 keys and allows 1. Nothing was changed.',
      'Next: Delete a key that is no longer needed',
    ],
    exit: 1,
  },
  {
    what: 'a vendor that refuses the admin key',
    harm: ({ vendor }) => (vendor.options = { ...vendor.options, adminKeys: [] }),
    says: [
      'RK5001 gateway.example.com, list keys: status 401.',
      'Next: Check the value at `vault:admin/gateway#token`, its rights',
    ],
    exit: 1,
  },
  {
    what: 'a vendor whose list is not JSON',
    harm: answers(ORIGINS.gateway, /^GET \/admin\/keys/, 200, 'Sign in first'),
    says: [
      'RK5005 gateway.example.com, list keys: the answer is not JSON (status 200).',
      'Next: Compare the description',
    ],
    exit: 1,
  },
  {
    what: 'a vendor that sends us elsewhere',
    harm: answers(ORIGINS.gateway, /^GET \/admin/, 302, '', { location: 'https://sso.example.com/login' }),
    says: [
      'RK9003',
      'a redirect to another origin, to `https://sso.example.com`',
      'Next: Use the final address in the config.',
    ],
    exit: 1,
  },
  {
    what: 'an error page of two megabytes',
    harm: answers(ORIGINS.gateway, /^GET \/admin/, 502, 'x'.repeat(2 * 1024 * 1024 + 1)),
    says: [
      'RK9004',
      'more than 2097152 bytes',
      'Next: Check that the address is the API and not a web page.',
    ],
    exit: 1,
  },
  {
    what: 'a list without end',
    config: (text) =>
      replace(
        ', items: /keys',
        ', items: /keys, next: { cursor: /next, query: after }',
      )(replace(', label: /name', '')(text)),
    harm: ({ vendor }) => (vendor.options = { ...vendor.options, endlessList: true }),
    says: [
      'RK5015 gateway-prod: the vendor accepts the key in use, and its list does not hold',
      'raise max_pages',
    ],
    exit: 1,
  },
  {
    what: 'a new key whose id climbs',
    harm: ({ vendor }) =>
      vendor.spoilNext('create', (answer) => ({
        ...answer,
        body: JSON.stringify({ ...(JSON.parse(answer.body) as object), id: '../../other' }),
      })),
    says: ['RK5005', 'what is at /id cannot be an id', 'its value was lost before it was stored'],
    exit: 1,
    undone: true,
  },
  {
    what: 'a value with control characters',
    harm: ({ vault }) => vault.kv.put('prod/gateway', { api_key: 'a\u001b[31m\n::error::b', other: 'kept' }),
    says: [
      'RK4008 `secret/data/prod/gateway`: the field `api_key` holds a control character.',
      'Next: Store the key without',
    ],
    exit: 1,
  },
  {
    what: 'a value with half a character',
    harm: ({ vault }) => vault.kv.put('prod/gateway', { api_key: 'a\ud83db', other: 'kept' }),
    says: ['RK4008 `secret/data/prod/gateway`: the field `api_key` holds half a character.'],
    exit: 1,
  },
  {
    what: 'a value that changed under us',
    harm: (company) => {
      company.servers[ORIGINS.gateway] = (request) => {
        // Somebody writes a key of his own just after the new one was made.
        if (request.method !== 'POST') return undefined;
        const { id, value } = company.vendor.add('made by somebody else');
        company.vault.kv.put('prod/gateway', { api_key: value, api_key_id: id, other: 'kept' });
        return undefined;
      };
    },
    says: [
      'RK4003',
      'somebody else changed the value',
      'Do       nothing now. Later: gh workflow run rekey.yml -f command=rotate -f keys=gateway-prod -f now=true',
    ],
    exit: 1,
    undone: true,
  },
  {
    what: 'a key in use that the vendor refuses',
    harm: ({ vendor }) => vendor.keys.live.forEach((key) => (key.revoked = 0)),
    says: ['RK', 'Next:'],
    exit: 1,
  },
  {
    what: 'a workload that is ill before anything begins',
    harm: ({ services }) => services[0] && (services[0].illWith = () => true),
    says: ['RK6005 payment-service is not healthy before the rotation', 'Nothing was changed.'],
    exit: 1,
  },
  {
    what: 'issues that are switched off',
    harm: ({ github }) => (github.home.issues.enabled = false),
    says: [
      'RK9009',
      'Issues are switched off in acme/shop (GitHub answers 410, ',
      'Issues has been disabled in this repository.',
      'Do       Switch Issues on',
    ],
    exit: 1,
    undone: true,
  },
  {
    what: 'a deploy workflow that does not exist',
    harm: ({ github }) => void github.home.actions.workflows.clear(),
    says: [
      'RK6006 The workflow deploy.yml of acme/shop is not there.',
      'Next: Correct the name in the config, or the workflow named above.',
      'nothing was changed',
    ],
    exit: 1,
  },
  {
    what: 'a deploy workflow that does not take the marker',
    harm: changeDeploy({ inputs: ['workload'] }),
    says: ['RK6006', 'does not declare the input `marker`, which Rekey sends', 'Do       Add marker under'],
    exit: 1,
  },
  {
    what: 'a deploy workflow without its trigger',
    harm: changeDeploy({ inputs: undefined }),
    says: ['RK6006', 'has no trigger workflow_dispatch', 'nothing was changed'],
    exit: 1,
  },
  {
    what: 'a deploy workflow that is disabled',
    harm: changeDeploy({ state: 'disabled_manually' }),
    says: [
      'RK6006',
      'GitHub says `disabled_manually`',
      'Do       Enable it: gh workflow enable deploy.yml -R acme/shop',
    ],
    exit: 1,
  },
];

const JOURNALS: readonly Row[] = [
  {
    what: 'a journal that is missing',
    harm: (company) => journal(company).deleteBranch('rekey-journal'),
    says: [
      'RK7001 There is no branch rekey-journal in acme/shop, or no right to see it.',
      'Next: First run: doctor with init (on a laptop: doctor --init). Otherwise restore the journal; nothing was changed.',
    ],
    exit: 3,
  },
  {
    what: 'a journal without its index',
    harm: editJournal((files) => void files.delete('index/57.json')),
    says: [
      'RK7002 index/57.json is cut or unreadable.',
      'Next: Restore it from its history; nothing was changed.',
    ],
    exit: 3,
  },
  {
    what: 'a journal whose index is cut',
    harm: editJournal(
      (files) => void files.set('index/57.json', (files.get('index/57.json') ?? '').slice(0, -9)),
    ),
    says: ['RK7002 index/57.json is cut or unreadable.'],
    exit: 3,
  },
  {
    what: 'facts that are cut',
    begin: switched,
    argv: ['rollback', '--keys', 'gateway-prod'],
    harm: editJournal((files) => {
      for (const [path, text] of files) if (path.startsWith('facts/')) files.set(path, text.slice(0, -20));
    }),
    says: ['RK7002', 'Next: Restore it from its history; nothing was changed.'],
    exit: 3,
  },
  {
    what: 'a journal that was rewound',
    begin: rewound,
    says: ['RK7003', 'Next: Restore the newer commit of the journal.'],
    exit: 3,
  },
  {
    what: 'a journal of a newer release',
    harm: editJournal((files) => void files.set('journal.json', '{"format":2}\n')),
    says: [
      'RK7004 journal.json has version 2, this release reads up to 1.',
      'Next: Use the release that wrote it, or a newer one.',
    ],
    exit: 2,
  },
  {
    what: 'a row of a newer release',
    harm: editJournal((files) => {
      files.set('index/57.json', (files.get('index/57.json') ?? '').replace('"v":1', '"v":2'));
    }),
    says: ['RK7004 A row of the journal has version 2'],
    exit: 2,
  },
];

/** All that a person reads of a run. */
const told = (ran: Ran): string => [ran.log, ...ran.errors].join('\n');

const stateOf = (company: Company) => ({
  keys: company.vendor.keys.all.map(({ id, revoked, disabled }) => [id, revoked, disabled]),
  served: company.served(),
  rolls: company.services.map(({ rolls }) => rolls.length),
});

async function play({ begin = adopted, config, harm, argv = NOW, run = {} }: Row): Promise<{
  company: Company;
  ran: Ran;
  before: ReturnType<typeof stateOf>;
}> {
  const company = await begin();
  if (config) company.push(config);
  harm?.(company);
  const before = stateOf(company);
  return { company, ran: await company.run(argv, run), before };
}

describe.each([
  ['config and selection', CONFIGS],
  ['rights', RIGHTS],
  ['servers', SERVERS],
  ['the journal', JOURNALS],
])('bad input from %s gets a code, a sentence and the next step', (_from, rows) => {
  it.each(rows.map((row) => [row.what, row] as const))('%s', async (_what, row) => {
    const { company, ran, before } = await play(row);
    for (const piece of row.says) expect(told(ran)).toContain(piece);
    expect(ran.code).toBe(row.exit);
    if (!row.undone) expect(stateOf(company)).toEqual(before);
    expect(told(ran)).not.toMatch(/RK9900|\n\s+at |node:|undefined|\[object|NaN/);
    expect(leaksIn(placesOf(company), plantedIn(company))).toEqual([]);
    if (row.exit !== 0) expect(ran.outputs['status']).toMatch(/failed|undone|blocked/);
  });
});

describe('a key whose id nobody can tell', () => {
  it('is adopted and rotated; the old one is left alone, and a person is told what to do', async () => {
    const company = await initialised({ config: replace(/ {4}whoami:.*\n/, '') });
    company.vault.kv.put('prod/gateway', { api_key: company.served() ?? '', other: 'kept' });
    await company.run(['rotate']);
    await company.run(NOW);
    const ran = await later(company);
    expect(ran.log).toContain(
      'gateway-prod: I do not know the id of the old key, so I will not revoke anything.',
    );
    expect(ran.log).toContain('The new key is live and healthy; the old one still works');
    expect(ran.log).toContain('Write key_id: of the old key under keys.gateway-prod in the config');
    expect(ran.log).toContain('add whoami to the vendor');
    expect([ran.code, ran.outputs['status'], company.vendor.keys.live.length]).toEqual([0, 'blocked', 2]);
    company.push(replace('watch: 1m', `watch: 1m\n    key_id: ${company.vendor.keys.all[0]?.id ?? ''}`));
    await company.clock.advance(HOUR);
    const end = await company.run(['rotate']);
    expect([end.code, end.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
  });
});

describe('bad inputs are refused before anything is loaded', () => {
  it.each([
    [['rotat'], 'RK1001 "rotat" is not a command. Did you mean "rotate"?'],
    [['emergency', '--keys', 'a'], 'RK1001 "emergency" comes later'],
    [['remove'], 'RK1002 remove changes only what is named'],
    [['rotate', '--now'], 'RK1002 now forces a rotation, so it needs keys or select'],
    [['rotate', '--keys', 'a', '--select', 'owner=b'], 'RK1003 keys and select are both given'],
    [['plan', '--evidence', 'x'], 'RK1003 plan takes no evidence.'],
    [['rotate', '--github-token', 'x'], 'RK1002 a token on the command line can be read by every process'],
    [['rotate', '--deadline', '5'], 'RK1002 deadline: must be a duration from a minute to 24 hours'],
  ])('%j', (argv, says) => {
    let line = '';
    try {
      readInputs(undefined, argv);
    } catch (thrown) {
      line = thrown instanceof RekeyError ? thrown.line : '';
    }
    expect(line).toContain(says);
    expect(line).toContain('Next: ');
  });
});

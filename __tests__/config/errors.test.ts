import { describe, expect, it } from '@jest/globals';
import { GOOD } from './testCatalog';
import { problemsOf } from './problemsOf';

/** [what was written, what is written instead, what people read] */
type Row = readonly [string, string, string];

const names: readonly Row[] = [
  [
    'used_by: [payment-service',
    'used_by: [paymnt-service',
    'RK2004 .github/rekey.yml:28  keys.gateway-prod.used_by: "paymnt-service" is not a workload. Did you mean "payment-service"?',
  ],
  [
    'used_by: [payment-service',
    'used_by: [billing-service',
    'RK2005 .github/rekey.yml:28  keys.gateway-prod.used_by: "billing-service" stands twice.',
  ],
  [
    'vendor: gateway',
    'vendor: gatway',
    'RK2004 .github/rekey.yml:25  keys.gateway-prod.vendor: "gatway" is not a vendor. Did you mean "gateway"?',
  ],
  [
    'secret: vault:',
    'secret: vult:',
    'RK2004 .github/rekey.yml:27  keys.gateway-prod.secret: "vult" is not a store. Did you mean "vault"?',
  ],
  [
    'admin_key: vault:',
    'admin_key: volt:',
    'RK2004 .github/rekey.yml:10  vendors.gateway.admin_key: "volt" is not a store. Did you mean "vault"?',
  ],
  [
    'use: github-workflow',
    'use: kubernetes',
    'RK2009 .github/rekey.yml:13  workloads.payment-service.roll.use: "kubernetes" is no adapter for deployers. There are "github-workflow", "command".',
  ],
  [
    '{ use: vault-kv2 }',
    '{ use: vault-kv2, identity: valt }',
    'RK2004 .github/rekey.yml:5  stores.vault.identity: "valt" is not an identity. Did you mean "vault"?',
  ],
];

const words: readonly Row[] = [
  [
    'vendor: gateway',
    'provider: gateway',
    'RK2006 .github/rekey.yml:25  keys.gateway-prod.provider: "provider" is a word of another tool. Rekey says "vendor".',
  ],
  [
    'secret: vault:prod/gateway#api_key',
    'vault_path: secret/prod/gateway',
    'RK2006 .github/rekey.yml:27  keys.gateway-prod.vault_path: "vault_path" is a word of another tool. Rekey says "secret", such as secret: vault:prod/gateway#api_key.',
  ],
  [
    'criticality: high',
    'criticality: high\n    supports_dual_key: true',
    'RK2006 .github/rekey.yml:25  keys.gateway-prod.supports_dual_key: "supports_dual_key" is a word of another tool. Leave it out: the vendor adapter knows.',
  ],
  [
    'criticality: high',
    'criticality: high\n    copies: []',
    'RK2003 .github/rekey.yml:25  keys.gateway-prod.copies: "copies" is reserved and not in this release.',
  ],
  [
    'grace_period:',
    'grace_priod:',
    'RK2003 .github/rekey.yml:30  keys.gateway-prod.grace_priod: "grace_priod" is not known here. Did you mean "grace_period"?',
  ],
  [
    'origin: https',
    'orign: https',
    'RK2003 .github/rekey.yml:9  vendors.gateway.orign: "orign" is not known here. Did you mean "origin"?',
  ],
];

const shapes: readonly Row[] = [
  ['version: 1', 'version: 2', 'RK2002 .github/rekey.yml:1  version: must be 1.'],
  ['    owner: team-payments\n', '', 'RK2002 .github/rekey.yml:21  keys.gateway-prod.owner: is missing.'],
  [
    'criticality: high',
    'criticality: hgh',
    'RK2002 .github/rekey.yml:24  keys.gateway-prod.criticality: "hgh" is wrong: must be one of low, medium, high, critical. Did you mean "high"?',
  ],
  [
    'grace_period: 24h',
    'grace_period: 24',
    'RK2002 .github/rekey.yml:30  keys.gateway-prod.grace_period: must be a duration with its unit, such as "30d", "24h" or "10m".',
  ],
  [
    'grace_period: 24h',
    'grace_period: 0s',
    'RK2002 .github/rekey.yml:30  keys.gateway-prod.grace_period: must be longer than nothing.',
  ],
  [
    'used_by: [payment-service, billing-service]',
    'used_by: payment-service',
    'RK2002 .github/rekey.yml:28  keys.gateway-prod.used_by: must be a list, not text.',
  ],
  [
    'gateway-prod:',
    'gateway/prod:',
    'RK2002 .github/rekey.yml:21  keys.gateway/prod: a name here must be a name of letters, digits, dashes and underscores, at most 63.',
  ],
  [
    'rotation_frequency: 30d',
    'schedule: "0 2 31 2 *"',
    'RK2002 .github/rekey.yml:29  keys.gateway-prod.schedule: must be a cron expression of five fields that comes true, such as "0 2 1 * *" (UTC).',
  ],
  [
    'Mon-Thu 02:00-05:00',
    'Mon-Thu 2-5',
    'RK2002 .github/rekey.yml:36  policy.windows.0.allow: must be days and times, such as "Mon-Thu 02:00-05:00".',
  ],
  [
    'Europe/Amsterdam',
    'Amsterdam',
    'RK2002 .github/rekey.yml:36  policy.windows.0.timezone: must be a time zone of the IANA list, such as "Europe/Amsterdam" or "UTC".',
  ],
  [
    'when: [consumers-at-risk]',
    'when: [consumer-at-risk]',
    'RK2002 .github/rekey.yml:33  notify.0.when.0: "consumer-at-risk" is wrong: must be one of consumers-at-risk, needs-person, blocked, overdue, done, undone. Did you mean "consumers-at-risk"?',
  ],
  [
    'origin: https://gateway.example.com',
    'origin: gateway.example.com',
    'RK2002 .github/rekey.yml:9  vendors.gateway.origin: must be like https://api.example.com.',
  ],
  [
    'admin_key: vault:admin/gateway#token',
    'admin_key: vault:admin/gateway#token\n    refused: "401"',
    'RK2002 .github/rekey.yml:11  vendors.gateway.refused: must be a number, not text; or must be a list, not text.',
  ],
];

const contradictions: readonly Row[] = [
  [
    'grace_period: 24h',
    'grace_period: 1h',
    'RK2005 .github/rekey.yml:30  keys.gateway-prod.grace_period: 1h is shorter than payment-service holds a key (2h).',
  ],
  [
    'rotation_frequency: 30d',
    'rotation_frequency: 12h',
    'RK2005 .github/rekey.yml:29  keys.gateway-prod.rotation_frequency: is not longer than the grace period (1d), so rotations would pile up.',
  ],
  [
    'rotation_frequency: 30d',
    'rotation_frequency: 30d\n    schedule: "0 2 1 * *"',
    'RK2005 .github/rekey.yml:30  keys.gateway-prod.schedule: there is a rotation_frequency as well.',
  ],
  [
    'max_age: { high: 60d }',
    'max_age: { high: 12h }',
    'RK2005 .github/rekey.yml:30  keys.gateway-prod.grace_period: 1d leaves no time: policy.max_age for high is 12h.',
  ],
  [
    'environment: production, allow',
    'environment: staging, allow',
    'RK2004 .github/rekey.yml:36  policy.windows.0.environment: no key has the environment "staging", so the window holds for nothing.',
  ],
  [
    'environment: production, allow',
    'keys: [gateway-prd], allow',
    'RK2004 .github/rekey.yml:36  policy.windows.0.keys: "gateway-prd" is not a key.',
  ],
  [
    'start: [high]',
    'start: [critical]',
    'RK2004 .github/rekey.yml:37  policy.approve.start: no key has the criticality "critical", so nothing would be approved.',
  ],
  [
    'secret: vault:prod/gateway#api_key',
    'secret: vault:prod/gateway#',
    'RK2005 .github/rekey.yml:27  keys.gateway-prod.secret: names no field: write it after the "#", or give "fields:".',
  ],
  [
    'secret: vault:prod/gateway#api_key',
    'secret: vault:prod/gateway#api_key\n    id_field: api_key',
    'RK2005 .github/rekey.yml:27  keys.gateway-prod.secret: "id_field:" is "api_key", where a part of the key is.',
  ],
  [
    'secret: vault:prod/gateway#api_key',
    'secret: vault:prod/gateway#\n    fields: { id: A, value: B }',
    'RK2005 .github/rekey.yml:27  keys.gateway-prod.secret: has several fields: say in "id_field:" where the id of the key goes.',
  ],
];

describe('what people read when one thing is wrong', () => {
  it.each([...names, ...words, ...shapes, ...contradictions])('%j as %j', async (before, after, message) => {
    expect(GOOD).toContain(before);
    expect(await problemsOf(GOOD.replace(before, after))).toEqual([message]);
  });

  it('the config of the rows above has no problem', async () => {
    expect(await problemsOf(GOOD)).toEqual([]);
  });
});

it('an id of a key that holds half a character is refused with its line', async () => {
  const [problem] = await problemsOf(GOOD.replace('ticket:', '    key_id: "k-\\ud83d"\nticket:'));
  expect(problem).toMatch(/^RK\d+ \.github\/rekey\.yml:\d+ .*key_id.*must not hold half a character/);
});

describe('two entries with one secret', () => {
  const second = (secret: string) =>
    GOOD.replace(
      'ticket:',
      `  other:\n    owner: team\n    environment: production\n    secret: ${secret}\n    rotation_frequency: 30d\nticket:`,
    );

  it('are refused when they mean the same field', async () => {
    expect(await problemsOf(second('vault:prod/gateway#api_key'))).toEqual([
      'RK2008 .github/rekey.yml:34  keys.other.secret: "vault:prod/gateway#api_key" is used by keys.gateway-prod too (line 21).',
    ]);
  });
  it('are refused when one would write its value where the other keeps its id', async () => {
    const [problem] = await problemsOf(second('vault:prod/gateway#api_key_id'));
    expect(problem).toContain(
      'RK2005 .github/rekey.yml:34  keys.other.secret: "vault:prod/gateway#api_key_id"',
    );
  });
  it('are fine with fields of their own', async () => {
    expect(await problemsOf(second('vault:prod/gateway#second_key'))).toEqual([]);
  });
});

describe('several problems', () => {
  it('are shown together, in the order of the file', async () => {
    const bad = GOOD.replace('version: 1', 'version: 2')
      .replace('used_by: [payment-service', 'used_by: [paymnt-service')
      .replace('owner: team-payments', 'owner: 7')
      .replace('Europe/Amsterdam', 'Amsterdam');
    const problems = await problemsOf(bad);
    expect(problems.map((line) => line.slice(0, 29).trimEnd())).toEqual([
      'RK2002 .github/rekey.yml:1  v',
      'RK2002 .github/rekey.yml:22',
      'RK2004 .github/rekey.yml:28',
      'RK2002 .github/rekey.yml:36',
    ]);
  });

  it.each(['', '# nothing\n', '[]', 'text', '3'])('a file that is no config is one (%j)', async (text) => {
    expect(await problemsOf(text)).toHaveLength(1);
  });

  it('never show what was put in the place of a reference', async () => {
    const pasted = 'sk_live_0123456789';
    const shown = await problemsOf(
      GOOD.replace('vault:admin/gateway#token', pasted).replace('vault:prod/gateway#api_key', pasted),
    );
    expect(shown).toHaveLength(2);
    expect(shown.join('\n')).not.toContain(pasted);
  });
});

describe('several identities', () => {
  const two = GOOD.replace(
    'identities:\n',
    'identities:\n  spare: { use: vault-jwt, address: "https://v.example.com", role: r }\n',
  );
  it('leave no guess for a store', async () => {
    expect(await problemsOf(two)).toEqual([
      'RK2005 .github/rekey.yml:6  stores.vault: there are several identities ("spare", "vault"): say which with "identity:".',
    ]);
  });
});

describe('names of JavaScript', () => {
  it.each(['constructor', 'toString', '__proto__'])('%s is no adapter, vendor or workload', async (word) => {
    const adapter = await problemsOf(GOOD.replace('use: vault-kv2', `use: ${word}`));
    expect(adapter[0]).toContain('RK2009');
    const vendor = await problemsOf(GOOD.replace('vendor: gateway', `vendor: ${word}`));
    expect(vendor.join('\n')).toMatch(/RK2002|RK2004/);
  });
});

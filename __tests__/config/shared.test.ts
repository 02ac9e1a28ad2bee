import { describe, expect, it } from '@jest/globals';
import { load } from '../../src/config/load';
import { compareTrust } from '../../src/config/trust';
import { asRekeyError } from '../../src/domain/errors';
import { DAY, HOUR } from '../../src/domain/tools/time';
import { testCatalog } from './testCatalog';

const HEAD = `version: 1
stores: { vault: { use: vault-kv2 } }
identities: { vault: { use: vault-jwt, address: "https://vault.example.com", role: r } }
vendors: { gateway: { use: http, origin: "https://gateway.example.com", admin_key: "vault:admin/gateway#token" } }
workloads: { orders: { holds_key_for: 1h } }
`;
const read = (text: string) => load(`${HEAD}${text}`, 'rekey.yml', { catalog: testCatalog });
const faults = async (text: string): Promise<readonly string[]> => {
  const error = await read(text).then(
    () => undefined,
    (thrown: unknown) => asRekeyError(thrown),
  );
  const all = error ? (error.all.length > 0 ? error.all : [error]) : [];
  return all.map(({ code, where, message }) => `${code} ${String(where?.line)} ${message}`);
};

const SHARED = `defaults: { owner: team-a, environment: production, used_by: [orders], rotation_frequency: 30d }
templates:
  slow: { grace_period: 3d, owner: team-b }
keys:
`;

describe('values that keys share', () => {
  it('stand in each key: its own first, then those of its template, then the defaults', async () => {
    const { keys } = await read(`${SHARED}  one: { secret: "vault:a#k" }
  two: { secret: "vault:b#k", template: slow }
  three: { secret: "vault:c#k", template: slow, owner: team-c, used_by: [] }
`);
    const [one, two, three] = [keys['one'], keys['two'], keys['three']];
    expect(one).toMatchObject({
      owner: 'team-a',
      usedBy: ['orders'],
      frequency: 30 * DAY,
      grace: DAY,
      line: 10,
    });
    expect(two).toMatchObject({ owner: 'team-b', grace: 3 * DAY, frequency: 30 * DAY, line: 11 });
    expect(three).toMatchObject({ owner: 'team-c', usedBy: [], grace: 3 * DAY });
  });

  it('are the same as if they had been written out', async () => {
    const { keys: short } = await read(`${SHARED}  two: { secret: "vault:b#k", template: slow }\n`);
    const { keys: long } = await read(
      `\n\n\nkeys:\n  two: { secret: "vault:b#k", owner: team-b, environment: production, used_by: [orders], rotation_frequency: 30d, grace_period: 3d }\n`,
    );
    expect(short).toEqual({ two: { ...long['two'], line: 10 } });
  });

  it('are told wrong once, at their own line, however many keys take them', async () => {
    const many = Array.from({ length: 50 }, (_, n) => `  k${n}: { secret: "vault:p${n}#k" }\n`);
    const bad = 'defaults:\n  owner: team-a\n  environment: production\n  grace_period: soon\nkeys:\n';
    const found = await faults(bad + many.join(''));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^RK2002 9 /);
  });

  it('are checked although no key takes them, and a name that leads nowhere has a suggestion', async () => {
    expect(await faults(`${SHARED}  one: { secret: "vault:a#k", template: slwo }\n`)).toEqual([
      'RK2004 10 "slwo" is not a template. Did you mean "slow"?',
    ]);
    expect(await faults(`templates:\n  unused: { gracee_period: 3d }\n`)).toEqual([
      expect.stringMatching(/^RK2003 7 .*Did you mean "grace_period"/),
    ]);
  });

  it('what is still missing is missing in the key', async () => {
    expect(await faults(`defaults: { owner: a }\nkeys:\n  one: { secret: "vault:a#k" }\n`)).toEqual([
      'RK2002 8 is missing.',
    ]);
  });

  it('merge keys of YAML are refused with what to use', async () => {
    const merged = `keys:\n  one: &k { owner: a, environment: p, secret: "vault:a#k" }\n  two: { <<: *k, secret: "vault:b#k" }\n`;
    expect((await faults(merged)).join('\n')).toMatch(/RK2006 8 .*"defaults", or under "templates"/);
  });

  it('also in a file that is read in pieces', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, n) => `  k${n}: { secret: "vault:p${n}#k" } # ${'.'.repeat(20)}\n`,
    );
    const { keys } = await read(`${SHARED}${lines.join('')}`);
    expect(Object.keys(keys)).toHaveLength(3000);
    expect(keys['k2999']).toMatchObject({ owner: 'team-a', grace: 24 * HOUR, line: 3009 });
  });
});

describe('values that workloads share', () => {
  const KEY = `keys:\n  one: { owner: a, environment: p, secret: "vault:a#k", used_by: [orders], rotation_frequency: 30d, grace_period: 3h }\n`;
  const TOP = HEAD.replace('workloads: { orders: { holds_key_for: 1h } }\n', '');
  const readWhole = (text: string) => load(`${TOP}${text}${KEY}`, 'rekey.yml', { catalog: testCatalog });
  const wrong = async (text: string): Promise<readonly string[]> => {
    const error = await readWhole(text).then(
      () => undefined,
      (thrown: unknown) => asRekeyError(thrown),
    );
    const all = error ? (error.all.length > 0 ? error.all : [error]) : [];
    return all.map(
      ({ code, where, message }) => `${code} ${String(where?.line)} ${where?.path ?? ''} ${message}`,
    );
  };
  const SHARED_WORKLOADS = `workload_defaults: { holds_key_for: 10m, roll: { use: github-workflow, workflow: deploy.yml } }
workload_templates:
  batch: { holds_key_for: 2h, check: { use: http, url: "https://health.example.com/batch" } }
`;

  it('stand in each workload: its own first, then those of its template, then the defaults', async () => {
    const { workloads } = await readWhole(`${SHARED_WORKLOADS}workloads:
  orders: {}
  nightly: { template: batch }
  weekly: { template: batch, holds_key_for: 3h, roll: { use: command, run: [x] } }
`);
    expect(workloads).toMatchObject({
      orders: { holdsKeyFor: HOUR / 6, checks: [], roll: { settings: { workflow: 'deploy.yml' } } },
      nightly: { holdsKeyFor: 2 * HOUR, checks: [{ use: 'http' }], roll: { use: 'github-workflow' } },
      weekly: { holdsKeyFor: 3 * HOUR, checks: [{ use: 'http' }], roll: { use: 'command' } },
    });
  });

  it('are told wrong once, where they stand, however many workloads take them, and although none does', async () => {
    const many = Array.from({ length: 30 }, (_, at) => `  w${at}: {}\n`).join('');
    const text = `workload_defaults:
  holds_key_for: soon
  roll: { use: github-workflw, workflow: deploy.yml }
workload_templates:
  unused: { check: { use: htp }, hold: 3 }
workloads:
  orders: { holds_key_for: 1h }
${many}`;
    expect(await wrong(text)).toEqual([
      expect.stringMatching(/^RK2002 6 workload_defaults\.holds_key_for must be a duration/),
      expect.stringMatching(/^RK2009 7 workload_defaults\.roll\.use "github-workflw" is no adapter/),
      expect.stringMatching(/^RK2003 9 workload_templates\.unused\.hold/),
      expect.stringMatching(/^RK2009 9 workload_templates\.unused\.check\.use "htp" is no adapter/),
    ]);
  });

  it('are held against the grace period of keys, and a name that leads nowhere has a suggestion', async () => {
    const text = `${SHARED_WORKLOADS.replace('10m', '6h')}workloads: { orders: {}, nightly: { template: bach } }\n`;
    expect(await wrong(text)).toEqual([
      'RK2004 8 workloads.nightly.template "bach" is not a template. Did you mean "batch"?',
      expect.stringMatching(
        /^RK2005 10 keys\.one\.grace_period 3h is shorter than orders holds a key \(6h\)/,
      ),
    ]);
  });

  it('and a change of them is shown for each workload that it changes', async () => {
    const workloads = 'workloads: { orders: {}, nightly: { template: batch } }\n';
    const before = await readWhole(`${SHARED_WORKLOADS}${workloads}`);
    const after = await readWhole(`${SHARED_WORKLOADS.replace('deploy.yml', 'evil.yml')}${workloads}`);
    expect(compareTrust(before, after).trust).toEqual([
      'workloads.orders.roll.workflow: deploy.yml -> evil.yml',
      'workloads.nightly.roll.workflow: deploy.yml -> evil.yml',
    ]);
  });
});

describe('use: stripe', () => {
  it('hints at the adapter that describes any HTTP API', async () => {
    const found = await load(`${HEAD.replace('use: http,', 'use: stripe,')}`, 'rekey.yml', {
      catalog: testCatalog,
    }).catch(asRekeyError);
    expect(found).toMatchObject({
      code: 'RK2009',
      next: expect.stringMatching(/Any HTTP API for keys can be described with "use: http"\.$/),
    });
  });
});

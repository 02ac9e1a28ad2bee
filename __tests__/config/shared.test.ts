import { describe, expect, it } from '@jest/globals';
import { load } from '../../src/config/load';
import { asRekeyError } from '../../src/domain/errors';
import { DAY, HOUR } from '../../src/domain/time';
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
    const many = Array.from(
      { length: 50 },
      (_, n) => `  k${String(n)}: { secret: "vault:p${String(n)}#k" }\n`,
    );
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
      (_, n) => `  k${String(n)}: { secret: "vault:p${String(n)}#k" } # ${'.'.repeat(20)}\n`,
    );
    const { keys } = await read(`${SHARED}${lines.join('')}`);
    expect(Object.keys(keys)).toHaveLength(3000);
    expect(keys['k2999']).toMatchObject({ owner: 'team-a', grace: 24 * HOUR, line: 3009 });
  });
});

import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './problemsOf';

const HEAD = `version: 1
identities: { vault: { use: vault-jwt, address: "https://vault.example.com", role: r } }
stores: { vault: { use: vault-kv2 } }
vendors:
  gateway: { use: http, origin: "https://gateway.example.com", admin_key: "vault:admin/gateway#token" }
  mail: { use: http, origin: "https://mail.example.com", admin_key: "vault:admin/mail#token" }
workloads:
  orders: { holds_key_for: 5s }
`;
const key = (name: string, more: string): string =>
  `  ${name}: { owner: a, environment: p, vendor: gateway, secret: "vault:${name}#k", used_by: [orders], rotation_frequency: 30d, ${more} }\n`;

/** Line and code. */
const marks = async (text: string): Promise<readonly string[]> =>
  (await problemsOf(text)).map(
    (line) => /^(RK\d+) \S+:(\d+)/.exec(line)?.slice(1, 3).reverse().join(' ') ?? line,
  );

describe('problems of different kinds', () => {
  it('in one key hide no other: a word of another tool, a wrong value, a name, a time that is too short', async () => {
    const text = `${HEAD}keys:
  one:
    owner: a
    environment: p
    vendor: gatway
    secret: vault:one#k
    used_by: [orders, order]
    criticality: urgent
    grace_period: 1s
    rotate_every: 30d
`;
    expect(await marks(text)).toEqual(['13 RK2004', '15 RK2004', '16 RK2002', '17 RK2005', '18 RK2006']);
  });

  it('in one key: what is missing hides neither times nor fields', async () => {
    const text = `${HEAD}keys:
  one:
    vendor: gateway
    used_by: [orders]
    grace_period: 1s
    secret: vault:one#
`;
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(/RK2002 \S+:10 {2}keys.one.owner: is missing/),
      expect.stringMatching(/RK2002 \S+:10 {2}keys.one.environment: is missing/),
      expect.stringMatching(/RK2005 \S+:13 .*grace_period: 1s is shorter than orders/),
      expect.stringMatching(/RK2005 \S+:14 .*names no field/),
    ]);
  });

  it('in a workload and in a vendor: an unknown word does not hide what is wrong inside', async () => {
    const text = HEAD.replace('orders: { holds', 'orders: { roll: { use: nothing }, hold: 1m, holds').replace(
      '"vault:admin/mail#token" }',
      '"vault:admin/mail", limit: 3 }',
    );
    expect(await problemsOf(text)).toEqual([
      expect.stringMatching(/RK2003 \S+:6 .*"limit"/),
      expect.stringMatching(/RK2002 \S+:6 .*the "#" with the field is missing/),
      expect.stringMatching(/RK2003 \S+:8 .*"hold"/),
      expect.stringMatching(/RK2009 \S+:8 .*"nothing" is no adapter/),
    ]);
  });

  it('a rule that matches nothing is told although a key has a fault of another kind', async () => {
    const text = `${HEAD}keys:\n${key('one', 'rotation_freqency: 30d')}policy:
  windows: [{ environment: q, allow: 'Mon-Thu 02:00-05:00' }, { keys: [two], allow: 'Mon-Thu 02:00-05:00' }]
  max_age: { high: soon }
`;
    expect(await marks(text)).toEqual(['10 RK2003', '12 RK2004', '12 RK2004', '13 RK2002']);
  });

  it.each([
    ['a grace period that is wrong', 'grace_period: soon'],
    ['a grace period whose name is misspelt', 'grace_perod: 3d'],
    ['a grace period in the words of another tool', 'overlap: 3d'],
  ])('nothing is said of what is not known: %s', async (_what, more) => {
    const text = `${HEAD.replace('5s', '2d')}keys:\n${key('one', more)}`;
    expect(await problemsOf(text)).toHaveLength(1);
  });

  it('nothing is said of a secret whose fields are not known, and of an environment that may be meant', async () => {
    const text = `${HEAD}keys:\n${key('one', 'fields: 7')}${key('two', 'environmnt: q').replace('environment: p, ', '')}policy:
  windows: [{ environment: q, allow: 'Mon-Thu 02:00-05:00' }]
`;
    expect(await marks(text)).toEqual(['10 RK2002', '11 RK2003']);
  });
});

describe('where the layout is broken', () => {
  const rest = `keys:\n${key('one', 'rotate_every: 30d')}${key('two', 'grace_period: 1s')}${key('three', '').replace('gateway', 'gatway')}`;

  it.each([
    ['a tab', '  broken:\n    use: http\n\torigin: x\n', 11],
    ['a line that is dedented', '  broken:\n    use: http\n  origin: [x]\n    admin_key: y\n', 11],
    ['a line that is indented too far', '  broken:\n    use: http\n       origin: x\n    admin_key: y\n', 10],
    ['a name that stands twice', '  broken:\n    use: http\n    use: http\n', 11],
    ['a bracket that is not closed', '  broken: { use: http, origin: [x }\n', 9],
  ])('the other entries are judged all the same: %s', async (_what, entry, line) => {
    const text = HEAD.replace('vendors:\n', `# a remark\nvendors:\n`)
      .replace('workloads:\n', `# another\n${entry}workloads:\n`)
      .concat(rest);
    const shift = entry.split('\n').length - 1;
    expect((await marks(text)).filter((mark) => !mark.startsWith(`${line} `))).toEqual([
      `${12 + shift} RK2006`,
      `${13 + shift} RK2005`,
      `${14 + shift} RK2004`,
    ]);
    expect((await marks(text)).filter((mark) => mark.startsWith(`${line} RK2001`))).not.toEqual([]);
  });

  it('the names of broken entries are still names', async () => {
    const text = `${HEAD.replace('  orders: {', '  orders:\n\tx: {')}keys:\n${key('one', '')}`;
    const found = await problemsOf(text);
    expect(found.join('\n')).not.toContain('is not a workload');
  });

  it.each([
    ['a tab in the defaults', `defaults:\n\towner: a\n`],
    ['a line of the top level', `nonsense\n`],
    ['very many faults', Array.from({ length: 30 }, (_, at) => `templates${at}:\n  a:\n\tx: 1\n`).join('')],
  ])('nothing is guessed: %s', async (_what, part) => {
    const found = await marks(`${HEAD}${part}${rest}`);
    expect(found.every((mark) => mark.endsWith('RK2001'))).toBe(true);
  });
});

import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import { evidencePath } from '../../src/commands/pages';
import { readInputs } from '../../src/config/inputs';
import { load } from '../../src/config/load';
import { asRekeyError } from '../../src/domain/errors';
import { isPrintable } from '../../src/domain/tools/text';
import { createLog } from '../../src/runtime/log';
import type { Company } from '../support/company';
import { companyConfig, companyKeys } from '../support/companyConfig';
import { adopted } from '../support/companyTales';
import { Forger } from './forger';

const GOOD = companyConfig(companyKeys(1));

/** Each message as it would be printed, a line each. */
async function saidOf(work: () => unknown): Promise<readonly string[]> {
  try {
    await work();
  } catch (thrown) {
    const error = asRekeyError(thrown);
    return (error.all.length > 0 ? error.all : [error]).map(({ line }) => line);
  }
  return [];
}

const configSaid = (text: string): Promise<readonly string[]> =>
  saidOf(() => load(text, '.github/rekey.yml', { catalog }));

const PAINTING = [
  'line\nbreak',
  'return\rhere',
  'red\u001b[31m',
  'bell\u0007',
  'csi\u009b2J',
  'tab\there',
  'turned\u202egnp.exe',
  'isolate\u2066x\u2069',
  'mark\u061cx',
  'hidden\u200bspace',
  'line\u2028separator',
  'soft\u00adhyphen',
  'bom\ufeff',
  'tag\u{e0041}',
];
const INHERITED = ['__proto__', 'constructor', 'prototype__', 'toString', 'hasOwnProperty', 'valueOf'].filter(
  (name) => name in {},
);

const SECTIONS: readonly (readonly [string, string])[] = [
  ['identities', '  vault: { use: vault-jwt'],
  ['stores', '  vault: { use: vault-kv2'],
  ['vendors', '  gateway:\n    use: http'],
  ['workloads', '  payment-service:\n    roll'],
  ['keys', '  gateway-prod:\n    owner'],
];

describe('a name in the config', () => {
  it.each(SECTIONS.flatMap(([section, at]) => PAINTING.map((name) => [section, name, at] as const)))(
    'of %s that paints is refused without it: %j',
    async (_section, name, at) => {
      expect(GOOD).toContain(at);
      const said = await configSaid(
        GOOD.replace(
          at,
          at.replace(/[\w-]+/, () => JSON.stringify(name)),
        ),
      );
      expect(said.length).toBeGreaterThan(0);
      for (const line of said) expect([line, isPrintable(line)]).toEqual([line, true]);
    },
  );

  it.each(SECTIONS.flatMap(([section, at]) => INHERITED.map((name) => [section, name, at] as const)))(
    'of %s that every object has is refused: %s',
    async (section, name, at) => {
      const said = await configSaid(GOOD.replace(at, at.replace(/[\w-]+/, name)));
      expect(said.join('\n')).toMatch(
        name === '__proto__'
          ? /RK2001 .*"__proto__" can be no name/
          : new RegExp(`RK2002 .*${section}\\.${name}: a name here`),
      );
    },
  );

  it.each([
    [
      'a part',
      'secret: vault:prod/gateway#api_key',
      'secret: "vault:prod/gateway#"\n    id_field: i\n    fields: { __proto__: a }',
    ],
    ['a member of a body', 'body: { active: false }', 'body: { __proto__: { admin: true } }'],
    ['a header', 'key_header: x-api-key', 'key_header: x-api-key\n    headers: { __proto__: a }'],
    ['an input of a workflow', '{ workload: "{workload}" }', '{ __proto__: a }'],
    ['a setting', 'mount: secret', '__proto__: secret'],
  ])('of %s cannot be __proto__', async (_what, before, after) => {
    expect(GOOD).toContain(before);
    expect((await configSaid(GOOD.replace(before, after))).join('\n')).toMatch(/"__proto__" can be no name/);
  });

  it('in an owner or an environment is text that can be seen', async () => {
    const said = await configSaid(GOOD.replace('owner: team-payments', 'owner: "team\\u202Epayments"'));
    expect(said.join('\n')).toMatch(/keys.gateway-prod.owner: must not hold invisible characters/);
  });
});

describe('an input', () => {
  const COMMANDS: Readonly<Record<string, readonly string[]>> = {
    rotation: ['report'],
    evidence: ['verify-evidence'],
    config: ['plan'],
    base: ['plan'],
    scenario: ['sandbox'],
    command: [],
    select: ['plan'],
    keys: ['rotate'],
    confirm: ['rotate'],
    deadline: ['rotate'],
  };

  it.each(Object.keys(COMMANDS).flatMap((name) => PAINTING.map((text) => [name, text] as const)))(
    '%s that paints is refused without it: %j',
    async (name, text) => {
      const command = COMMANDS[name]?.[0] ?? text;
      const given = name === 'command' ? { command: `x${text}` } : { command, [name]: `x${text}x` };
      const said = await saidOf(() => readInputs(JSON.stringify(given), []));
      // White space in a list of names separates them.
      if (said.length === 0) expect(['keys', 'confirm', 'select']).toContain(name);
      for (const line of said) expect([line, isPrintable(line)]).toEqual([line, true]);
    },
  );

  it.each(['../../etc', 'a/b', 'a b', '.', 'x'.repeat(65)])(
    'rotation is a name, no path: %j',
    async (rotation) => {
      const said = await saidOf(() => readInputs(JSON.stringify({ command: 'report', rotation }), []));
      expect(said.join('\n')).toMatch(/RK1002 rotation: must be the id of a rotation/);
    },
  );
});

describe('a journal that names a key so that it paints', () => {
  const controls = (company: Company): readonly string[] =>
    company.ran
      .flatMap(({ traces }) => [...traces.lines, ...traces.debug].flatMap((text) => text.split('\n')))
      .filter((line) => !isPrintable(line) || (line.includes('painted') && !line.startsWith('RK7002')));

  it.each(
    PAINTING.slice(0, 7).map(
      (name, index) => [name, ['hold', 'release', 'plan', 'report'][index % 4] ?? ''] as const,
    ),
  )('%j is not printed by %s', async (name, command) => {
    const company = await adopted();
    const forger = new Forger(company);
    forger.rename(`gateway-prod ${name} painted`);
    await company.run(
      command === 'plan' || command === 'report'
        ? [command]
        : [command, '--keys', 'gateway-prod', '--reason', 'why'],
    );
    expect(controls(company)).toEqual([]);
    expect(company.ran.at(-1)?.log).toContain('RK7002');
  });
});

describe('a file of evidence', () => {
  it.each(['../../x', 'a/b', '..', 'a\nb', '\u202e', ''])(
    'is not called after a rotation %j',
    async (rotation) => {
      expect((await saidOf(() => evidencePath(rotation))).join()).toContain('RK7002');
    },
  );
});

describe('the log', () => {
  it.each(PAINTING)('prints nothing that paints, whoever says it: %j', (text) => {
    const lines: string[] = [];
    const print = (line: string): void => void lines.push(line);
    const log = createLog({ line: print, debug: print, open: print, close: () => undefined }, (one) => one);
    log.info(text);
    log.warning(text);
    log.debug(text);
    for (const line of lines) expect(line.split('\n').every(isPrintable)).toBe(true);
    expect(lines).toHaveLength(3);
  });
});

/** As vendors make them. */
const PASTED = [
  'sk_live_51HxCANARYz8Qm2Lp0TtYw4',
  'AKIAIOSFODNN7EXAMPLEKEY9',
  'q8Zr2Kp0Vt7Xw4Lm',
  'ghp_16C7e42F292c6912E7710c838347Ae178B4a',
  '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',
  'a3f5c9e1b7d20846a3f5c9e1b7d20846',
  'correct-horse-battery-staple-and-more',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
];

const PLACES: readonly (readonly [string, (key: string) => string])[] = [
  ['as a word at the top', (key) => `${GOOD}${key}: x\n`],
  ['as a word in an entry', (key) => GOOD.replace('    owner:', `    ${key}: x\n    owner:`)],
  ['as a word in settings', (key) => GOOD.replace('mount: secret', `mount: secret, ${key}: x`)],
  ['as an adapter', (key) => GOOD.replace('use: vault-kv2', `use: ${key}`)],
  ['as a vendor', (key) => GOOD.replace('vendor: gateway', `vendor: ${key}`)],
  ['as an identity', (key) => GOOD.replace('mount: secret }', `mount: secret, identity: ${key} }`)],
  ['as a workload', (key) => GOOD.replace('used_by: [payment-service', `used_by: [${key}`)],
  ['as a store', (key) => GOOD.replace('vault:prod/gateway#api_key', `${key}:prod/gateway#api_key`)],
  ['as the whole secret', (key) => GOOD.replace('vault:prod/gateway#api_key', key)],
  ['as a criticality', (key) => GOOD.replace('criticality: high', `criticality: ${key}`)],
  ['as a duration', (key) => GOOD.replace('watch: 1m', `watch: ${key}`)],
  ['as the name of a key that is no name', (key) => GOOD.replace('  gateway-prod:', `  "${key}+/":`)],
  [
    'as a key of a window',
    (key) => `${GOOD}policy: { windows: [{ keys: [${key}], allow: "Mon 02:00-03:00" }] }\n`,
  ],
  ['as an alias', (key) => GOOD.replace('owner: team-payments', `owner: *${key}`)],
  ['as a tag', (key) => GOOD.replace('owner: team-payments', `owner: !${key} x`)],
  ['as a directive', (key) => `%${key}\n---\n${GOOD}`],
  ['after a block scalar', (key) => GOOD.replace('owner: team-payments', `owner: |${key}\n      x`)],
  ['as a line of its own', (key) => `${GOOD}${key}\n`],
  ['in a broken list', (key) => GOOD.replace('scopes: [charge.read]', `scopes: [charge.read ] ${key}`)],
];

describe('a key that was pasted where a word should be', () => {
  it.each(PLACES.flatMap(([place, put]) => PASTED.map((key) => [place, key, put] as const)))(
    '%s is not told whole: %s',
    async (_place, key, put) => {
      const said = (await configSaid(put(key))).join('\n');
      expect(said).not.toBe('');
      for (let at = 0; at + 9 <= key.length; at += 1) expect(said).not.toContain(key.slice(at, at + 9));
    },
  );

  it.each(PASTED)('is not told whole as a command, an option, a selector or a name: %s', async (key) => {
    const lines = [
      ...(await saidOf(() => readInputs(undefined, [key]))),
      ...(await saidOf(() => readInputs(undefined, ['plan', `--${key}`, 'x']))),
      ...(await saidOf(() => readInputs(JSON.stringify({ [key]: 'x' }), []))),
      ...(await saidOf(() => readInputs(JSON.stringify({ command: 'plan', select: `${key}=x` }), []))),
    ];
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (let at = 0; at + 9 <= key.length; at += 1)
      expect(lines.join('\n')).not.toContain(key.slice(at, at + 9));
  });

  it('leaves a misspelt word of ours as it is', async () => {
    const said = await configSaid(GOOD.replace('rotation_frequency: 30d', 'rotation_frequencyy: 30d'));
    expect(said.join('\n')).toContain(
      '"rotation_frequencyy" is not known here. Did you mean "rotation_frequency"?',
    );
  });
});

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../src/config/inputs';
import { nodeTooOld } from '../../src/config/nodeVersion';
import { RekeyError } from '../../src/domain/errors';
import { MINUTE } from '../../src/domain/tools/time';

const variable = (inputs: Readonly<Record<string, string>>) => readInputs(JSON.stringify(inputs), []);
const laptop = (...argv: readonly string[]) => readInputs(undefined, argv);

function problems(read: () => unknown): readonly string[] {
  try {
    read();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof RekeyError)) throw thrown;
    return (thrown.all.length === 0 ? [thrown] : thrown.all).map(
      (problem) => `${problem.code} ${problem.message}`,
    );
  }
}

describe('inputs of the action', () => {
  it('mean the scheduled tick when all are empty', () => {
    const none = { command: '', config: '', keys: '', select: '', now: 'false', reason: '', deadline: '' };
    expect(variable(none)).toEqual({
      command: 'rotate',
      config: '.github/rekey.yml',
      keys: [],
      select: {},
      now: false,
      confirm: [],
      init: false,
      json: false,
      deadline: 50 * MINUTE,
    });
  });

  it('take names by commas and lines, each once', () => {
    expect(variable({ command: 'hold', keys: 'one, two\nthree,,one' }).keys).toEqual(['one', 'two', 'three']);
  });

  it('take keys by what they are', () => {
    const { select } = variable({ command: 'plan', select: 'owner=team-payments, environment=production' });
    expect(select).toEqual({ owner: 'team-payments', environment: 'production' });
  });

  it.each([
    [{ command: 'rotat' }, 'RK1001 "rotat" is not a command. Did you mean "rotate"?'],
    [{ command: 'emergency' }, 'RK1001 "emergency" comes later; this release does not have it.'],
    [{ now: 'yes', keys: 'a' }, 'RK1002 now: must be true or false.'],
    [{ deadline: '45' }, 'RK1002 deadline: must be a duration from a minute to 24 hours, such as 45m.'],
    [{ deadline: '45d' }, 'RK1002 deadline: must be a duration from a minute to 24 hours, such as 45m.'],
    [{ deadline: '99999d' }, 'RK1002 deadline: must be a duration from a minute to 24 hours, such as 45m.'],
    [{ select: 'ownr=x' }, 'RK1002 select: "ownr" is not a property of keys. Did you mean "owner"?'],
    [
      { select: 'owner' },
      'RK1002 select: must be like owner=team-payments,environment=production; number 1 (length 5) of 1 is not.',
    ],
    [{ select: 'owner=a,owner=b' }, 'RK1002 select: owner stands twice.'],
    [{ shard: '1/2' }, 'RK1002 REKEY_INPUTS holds "shard", which is no input.'],
    [{ command: 'hold' }, 'RK1002 hold changes only what is named: it needs keys or select.'],
    [
      { now: 'true' },
      'RK1002 now forces a rotation, so it needs keys or select: without them it would mean every key.',
    ],
    [{ command: 'doctor', now: 'true', keys: 'a' }, 'RK1003 doctor takes no now.'],
    [
      { keys: 'a', select: 'owner=b' },
      'RK1003 keys and select are both given; they may mean different keys.',
    ],
  ])('%j is refused', (inputs, message) => {
    expect(problems(() => variable({ ...inputs }))).toEqual([message]);
  });

  it.each([
    [{ keys: 'a,/b,c d,?', command: 'hold' }, 'keys', 'number 2 (length 2) and 5 (length 1) of 5 are not.'],
    [
      { select: 'owner=a,b,c,d,e' },
      'select',
      'number 2 (length 1), 3 (length 1), 4 (length 1) and 1 more of 5 are not.',
    ],
  ])('%j names what is wrong once', (inputs, name, which) => {
    const found = problems(() => variable({ command: 'plan', ...inputs }));
    expect(found).toEqual([expect.stringContaining(`RK1002 ${name}: `)]);
    expect(found[0]).toContain(which);
  });

  it('show nothing of a value that is no name, for it may be a key', () => {
    const [problem = ''] = problems(() => variable({ command: 'hold', keys: 'sk.live/0123' }));
    expect(problem).toContain('RK1002 keys: each must be a name');
    expect(problem).not.toContain('0123');
  });

  it('are all checked before anything is said', () => {
    expect(problems(() => variable({ now: 'yes', deadline: 'soon', keys: '!', select: 'x' }))).toHaveLength(
      5,
    );
  });

  it('must be JSON, and the error shows nothing of what they are', () => {
    const [problem = ''] = problems(() => readInputs('{"reason": "oops sk_live_1', []));
    expect(problem).toBe('RK1002 the variable REKEY_INPUTS is no JSON object.');
  });
});

describe('arguments on a laptop', () => {
  it('have the names of the inputs', () => {
    expect(
      laptop('rotate', '--keys', 'a,b', '--now', '--config=other.yml', '--reason', 'it leaked'),
    ).toMatchObject({
      command: 'rotate',
      keys: ['a', 'b'],
      now: true,
      config: 'other.yml',
      reason: 'it leaked',
    });
  });

  it('take a switch alone, and with true or false after it', () => {
    expect(laptop('doctor', '--init').init).toBe(true);
    expect(laptop('doctor', '--init', 'true').init).toBe(true);
    expect(laptop('doctor', '--init', 'false', '--keys', 'a')).toMatchObject({ init: false, keys: ['a'] });
  });

  it('tell of one mistake once', () => {
    expect(problems(() => laptop('plan', '--now', 'maybe'))).toEqual(['RK1002 now: must be true or false.']);
    expect(problems(() => laptop('verify-evidence'))).toEqual([
      'RK1002 verify-evidence compares a file: it needs evidence.',
    ]);
  });

  it.each([
    [['rotate', '--kyes', 'a'], 'RK1002 "--kyes" is not an option. Did you mean "keys"?'],
    [['plan', '--keys'], 'RK1002 --keys needs a value.'],
    [['plan', '--keys', '--now'], 'RK1002 --keys needs a value.'],
    [['plan', 'gateway-prod'], 'RK1002 there is a word where an option should be; options begin with "--".'],
  ])('%j is refused', (argv, message) => {
    expect(problems(() => laptop(...argv))[0]).toBe(message);
  });

  it('never hold a token, and the error does not repeat it', () => {
    const [problem = ''] = problems(() => laptop('plan', '--github-token=ghp_secret'));
    expect(problem).toContain('RK1002 a token on the command line');
    expect(problem).not.toContain('ghp_secret');
  });
});

describe('Node', () => {
  it.each(['v20.0.0', 'v20.20.2', 'v22.0.0', 'v24.1.0'])('%s is new enough', (version) => {
    expect(nodeTooOld(version)).toBeUndefined();
  });
  it.each(['v19.9.0', 'v18.20.0', 'v9.0.0'])('%s is too old', (version) => {
    expect(nodeTooOld(version)?.line).toBe(
      `RK1007 Rekey needs Node 20 or newer, and this is ${version}. Next: Use Node 20 or newer, for example with actions/setup-node.`,
    );
  });
});

/** Every package that a source file loads, itself or by what it imports. Types are gone when it runs. */
function packagesOf(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const packages = new Set<string>();
  if (seen.has(file)) return packages;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)';/gm);
  for (const [, name = ''] of imports) {
    const inside = name.startsWith('.') ? packagesOf(`${join(dirname(file), name)}.ts`, seen) : [name];
    for (const found of inside) packages.add(found);
  }
  return packages;
}

describe('reading inputs', () => {
  it('loads neither the schema library nor the YAML library', () => {
    expect([...packagesOf('src/config/inputs.ts')].sort()).toEqual(['leven', 'ms']);
    expect([...packagesOf('src/config/load.ts')]).toEqual(expect.arrayContaining(['yaml', 'zod']));
  });
});

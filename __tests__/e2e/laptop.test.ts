import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { COMMANDS, type Command } from '../../src/config/commands';
import { INPUTS, type InputInfo } from '../../src/config/inputTable';
import { laptopFolder, onLaptop } from '../support/laptop';

const CONFIG = `version: 1
identities: { vault: { use: vault-jwt, address: 'http://127.0.0.1:9', role: any } }
stores: { vault: { use: vault-kv2 } }
vendors:
  gateway:
    use: http
    origin: http://127.0.0.1:9
    admin_key: vault:admin/gateway#token
    create: { request: POST /keys, id: /id, value: /key }
    list: { request: GET /keys, items: /keys, id: /id }
    whoami: { request: GET /me, id: /id }
    verify: { request: GET /me, accepted: 200, refused: 401 }
    revoke: { request: 'DELETE /keys/{id}', gone: 404 }
workloads: { orders: { holds_key_for: 5s } }
keys:
  orders-key: { owner: me, environment: laptop, secret: 'vault:orders#key', used_by: [orders], rotation_frequency: 30d }
journal: { use: file }
`;

const folders: string[] = [];
const folder = (config?: string): string => {
  const made = laptopFolder(config);
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true })));

async function withJournal(): Promise<string> {
  const place = folder(CONFIG);
  // Nobody listens at the store, so it finds faults; the journal is made all the same.
  expect((await onLaptop(place, ['doctor', '--init'])).code).toBe(1);
  return place;
}

describe('help', () => {
  const commands = Object.keys(COMMANDS).filter((name) => name !== 'sandbox') as Command[];

  it('of each command names what it does, its options and no others, an example that is taken, and exit codes', async () => {
    const place = folder();
    for (const command of commands) {
      const { code, out, err } = await onLaptop(place, [command, '--help']);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain(COMMANDS[command].does);
      const taken = Object.entries<InputInfo>(INPUTS).filter(
        ([name, info]) =>
          info.commands.includes(command) &&
          !['command', 'github-token', 'journal-token', 'scenario'].includes(name),
      );
      expect(out.match(/^ {2}--[\w-]+/gm)).toEqual(taken.map(([name]) => `  --${name}`));
      expect(out).toMatch(new RegExp(`^ {2}node dist/index.js ${command}`, 'm'));
      expect(out.match(/^ {2}\d {2}/gm)).toEqual(['  0  ', '  1  ', '  2  ', '  3  ']);
    }
  });

  it('is found in every way people ask for it', async () => {
    const place = folder();
    for (const words of [
      ['rotate', '-h'],
      ['help', 'rotate'],
      ['--help', 'rotate'],
      ['rotate', '--keys', 'a', '--help'],
    ])
      expect((await onLaptop(place, words)).out).toMatch(/^rekey rotate: /);
    expect((await onLaptop(place, ['--help'])).out).toMatch(/^rekey \d.*\n\n.*\n\nCommands/);
    const unknown = await onLaptop(place, ['rotat', '--help']);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringMatching(/RK1001 .*rotate/)]);
  });
});

describe('files', () => {
  it('lie in a folder of this user alone, which is named, and which git does not see', async () => {
    const place = await withJournal();
    const { code, out } = await onLaptop(place, ['plan']);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`Files    ${join(place, '.rekey')}: plan.json, result.json`),
    ]);
    expect(lstatSync(join(place, '.rekey')).mode & 0o777).toBe(0o700);
    expect(lstatSync(join(place, '.rekey/plan.json')).mode & 0o777).toBe(0o600);
    for (const one of ['.rekey', '.rekey-journal'])
      expect(readFileSync(join(place, one, '.gitignore'), 'utf8')).toBe('*\n');
    const report = await onLaptop(place, ['report', '--out', 'mine']);
    expect(report.out).toContain(`Files    ${join(place, 'mine')}: report.html, result.json`);
    expect(existsSync(join(place, 'mine/report.html'))).toBe(true);
  });

  it('are written through no link, and the error comes before anything is done', async () => {
    const place = await withJournal();
    const victim = folder();
    symlinkSync(victim, join(place, '.rekey'));
    const { code, err } = await onLaptop(place, ['plan']);
    expect([code, err]).toEqual([2, expect.stringContaining(`RK1009 ${join(place, '.rekey')} is a link`)]);
    expect(existsSync(join(victim, 'plan.json'))).toBe(false);
    rmSync(join(place, '.rekey'));
    mkdirSync(join(place, '.rekey'));
    symlinkSync(victim, join(place, '.rekey/evidence'));
    expect((await onLaptop(place, ['plan'])).err).toMatch(/RK1009 .*"evidence" that is no folder/);
  });

  it('that cannot be written are named', async () => {
    const place = await withJournal();
    const { code, out, err } = await onLaptop(place, ['plan', '--out', '/proc/nowhere/x']);
    expect([code, out + err]).toEqual([
      2,
      expect.stringMatching(/^RK1009 \/proc\/nowhere cannot be made: .*Next: Name another.*\n$/),
    ]);
  });
});

describe('for programs', () => {
  it('the result is one JSON object, and the log goes elsewhere', async () => {
    const place = await withJournal();
    const made = await onLaptop(place, ['plan', '--json', '--out', 'there']);
    expect(JSON.parse(made.out)).toMatchObject({
      v: 1,
      command: 'plan',
      exit_code: 0,
      status: 'done',
      files: [join(place, 'there/plan.json')],
      plan: { items: [{ key: 'orders-key', action: 'adopt' }] },
    });
    expect(made.err).toContain('orders-key');
    expect(readFileSync(join(place, 'there/result.json'), 'utf8')).toBe(made.out);
    const found = await onLaptop(place, ['doctor', '--json']);
    expect(JSON.parse(found.out)).toMatchObject({ exit_code: 1, status: 'failed' });
    const report = await onLaptop(place, ['report', '--json']);
    expect(JSON.parse(report.out)).toMatchObject({ exit_code: 0, report: { counts: { new: 1 } } });
    const rotate = await onLaptop(place, ['rotate', '--json']);
    expect(JSON.parse(rotate.out)).toMatchObject({
      exit_code: rotate.code,
      rotated: [],
      keys: [{ name: 'orders-key', told: { 'at risk': expect.any(String) } }],
    });
  });

  it('an error is one too, of the config as of the inputs', async () => {
    const place = folder('version: 1\nkyes: {}\n');
    const config = await onLaptop(place, ['plan', '--json']);
    expect(config.code).toBe(2);
    expect(JSON.parse(config.out)).toMatchObject({
      exit_code: 2,
      errors: expect.arrayContaining([expect.objectContaining({ code: 'RK2003', line: 2 })]),
    });
    const input = await onLaptop(place, ['plan', '--json', '--kys=a']);
    expect(JSON.parse(input.out)).toMatchObject({ exit_code: 2, errors: [{ code: 'RK1002' }] });
  });
});

describe('a reader that has seen enough', () => {
  it('stops nothing: the journal is made, and there is no stack trace', async () => {
    const place = folder(CONFIG);
    const { code, err } = await onLaptop(place, ['doctor', '--init'], { reader: 1 });
    expect([code, err]).toEqual([1, '']);
    expect(existsSync(join(place, '.rekey-journal/journal.json'))).toBe(true);
  });
});

describe('a variable that holds no address', () => {
  it.each(['GITHUB_API_URL', 'GITHUB_SERVER_URL'])('%s is named', async (name) => {
    const { code, err } = await onLaptop(folder(CONFIG), ['plan'], { env: { [name]: 'notaurl' } });
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(new RegExp(`RK1002 The variable ${name} holds no address`)),
    ]);
  });

  it('and no folder for temporary files: said by the sandbox', async () => {
    const { code, err } = await onLaptop(folder(), ['sandbox'], { env: { TMPDIR: '/nonexistent' } });
    expect([code, err]).toEqual([2, expect.stringMatching(/RK1009 .*\/nonexistent.*TMPDIR/)]);
  });
});

import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '../../src/runtime/clock';
import { systemRandom } from '../../src/runtime/random';
import { SandboxVault } from '../../src/sandbox/cloud/vault';
import { serveFakes, type FakeServer } from '../../src/sandbox/server';
import { laptopFolder, onLaptop, type Ended } from '../support/laptop';
import { readmeLaptop, type ReadmeLaptop } from '../support/readmeLaptop';

/** The config of README, with a store that is a fake on loopback. `npm run test:openbao` does the same with a real one. */
describe('the config of README on a laptop', () => {
  const vault = new SandboxVault({ now: systemClock.now, id: systemRandom.id });
  const served = (): string => String(vault.kv.served('orders')?.['api_key']);
  let server: FakeServer;
  let laptop: ReadmeLaptop;
  let folder = '';
  let token = '';
  const rekey = (...words: string[]): Promise<Ended> =>
    onLaptop(folder, words, { env: { VAULT_TOKEN: token } });

  beforeAll(async () => {
    server = await serveFakes([vault.handler]);
    laptop = await readmeLaptop(server.origin, () => Promise.resolve(served()));
    const all = ['create', 'read', 'update', 'patch', 'delete', 'list'] as const;
    vault.kv.options = { ...vault.kv.options, policies: { root: { 'secret/*': all } } };
    vault.kv.put('admin/gateway', { token: laptop.service.admin });
    vault.kv.put('orders', { api_key: laptop.service.make('made by hand').value });
    token = vault.tokens.issue(['root']);
    folder = laptopFolder(laptop.config);
  });
  afterAll(async () => {
    await Promise.all([laptop.stop(), server.close()]);
    rmSync(folder, { recursive: true });
  });

  it('is found right by doctor, adopted, and rotated; the old key is dead', async () => {
    const old = laptop.service.idOf(served());
    expect(await rekey('doctor', '--init')).toMatchObject({ code: 0 });
    expect(await rekey('rotate')).toMatchObject({ code: 0, out: expect.stringContaining('adopted') });
    const ran = await rekey('rotate', '--keys', 'orders-key', '--now');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(laptop.service.deleted).toEqual([old]);
    expect([...laptop.service.keys.keys()]).toEqual([laptop.service.idOf(served())]);
    expect(ran.out).toContain('rotated');
    expect(await rekey('report')).toMatchObject({ code: 0, out: expect.stringContaining('1 key, 1 ok') });
    const page = readFileSync(join(folder, '.rekey/report.html'), 'utf8');
    expect(page).toMatch(/<h2>Recent rotations: 1<\/h2>\n<details [^\n]*\n<figure>/);
    const [, path = ''] = /<a href="(evidence\/\w+\.md)">/.exec(page) ?? [];
    expect(readFileSync(join(folder, '.rekey', path), 'utf8')).toContain('orders-key');
  }, 300_000);
});

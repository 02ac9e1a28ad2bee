import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { laptopFolder, onLaptop, type Ended } from '../support/laptop';
import { readmeLaptop, type ReadmeLaptop } from '../support/readmeLaptop';
import { realVault } from '../support/realVault';

/** The config of README on a real server as `bao server -dev` starts it: its mount `secret`, its root token, plain http on loopback. */
describe('the config of README on a laptop, with a real store', () => {
  const vault = realVault();
  let laptop: ReadmeLaptop;
  let folder = '';
  const served = async (): Promise<string> => {
    const answer = await vault.ask('GET', 'secret/data/orders');
    return (answer as { data: { data: Record<string, string> } }).data.data['api_key'] ?? '';
  };
  const rekey = (...words: string[]): Promise<Ended> =>
    onLaptop(folder, words, { env: { VAULT_TOKEN: vault.token } });

  beforeAll(async () => {
    laptop = await readmeLaptop(vault.address, served);
    await vault.ask('POST', 'secret/data/admin/gateway', { data: { token: laptop.service.admin } });
    const { value } = laptop.service.make('made by hand');
    await vault.ask('POST', 'secret/data/orders', { data: { api_key: value } });
    folder = laptopFolder(laptop.config);
  });
  afterAll(async () => {
    await laptop.stop();
    rmSync(folder, { recursive: true });
    for (const path of ['orders', 'admin/gateway']) await vault.ask('DELETE', `secret/metadata/${path}`);
  });

  it('is found right by doctor, adopted, and rotated; the old key is dead', async () => {
    const old = laptop.service.idOf(await served());
    expect(await rekey('doctor', '--init')).toMatchObject({ code: 0 });
    expect(await rekey('rotate')).toMatchObject({ code: 0, out: expect.stringContaining('adopted') });
    expect(await rekey('rotate', '--keys', 'orders-key', '--now')).toMatchObject({ code: 0, err: '' });
    expect(laptop.service.deleted).toEqual([old]);
    expect([...laptop.service.keys.keys()]).toEqual([laptop.service.idOf(await served())]);
  }, 300_000);
});

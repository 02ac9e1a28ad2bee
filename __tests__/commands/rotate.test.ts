import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import { diskError } from '../../src/runtime/files';
import { initialised } from '../support/companyTales';

describe('rotate, from the schedule', () => {
  it('adopts a new entry and rotates nothing', async () => {
    const company = await initialised();
    const before = company.served();
    const ran = await company.run(['rotate']);
    expect([ran.code, ran.outputs['status']]).toEqual([0, 'done']);
    expect(company.served()).toBe(before);
    expect(company.vendor.keys.live).toHaveLength(1);
  });

  it('rotates on demand over two runs, and proves the old key dead', async () => {
    const company = await initialised();
    await company.run(['rotate']);
    const old = company.served('api_key_id');
    const first = await company.run([
      'rotate',
      '--keys',
      'gateway-prod',
      '--now',
      '--reason',
      'spring cleaning',
    ]);
    expect(first.log).toContain('gateway-prod: waiting');
    expect([first.code, first.outputs['status']]).toEqual([0, 'waiting']);
    await company.clock.advance(20 * MINUTE);
    const second = await company.run(['rotate']);
    expect([second.code, second.outputs['rotated']]).toEqual([0, '["gateway-prod"]']);
    const due = /due at (\S+ \S+ UTC)/.exec((await company.run(['plan', '--keys', 'gateway-prod'])).log)?.[1];
    expect(second.log).toContain(`Until    due ${due ?? ''}`);
    expect(company.vendor.keys.live.map(({ id }) => id)).toEqual([company.served('api_key_id')]);
    expect(company.served('api_key_id')).not.toBe(old);
    expect(company.services.map(({ refused }) => refused)).toEqual([0, 0]);
    expect(company.vault.sessions).toEqual([]);
  });
});

describe('a runner whose disk is full', () => {
  it('makes no failure of a rotation that goes well, and names no file that is not there', async () => {
    const company = await initialised();
    await company.run(['rotate']);
    await company.run(['rotate', '--keys', 'gateway-prod', '--now', '--reason', 'spring cleaning']);
    await company.clock.advance(20 * MINUTE);
    const write = company.files.write;
    company.files.write = () => Promise.reject(diskError({ code: 'ENOSPC' }));
    const full = await company.run(['rotate']);
    company.files.write = write;
    expect([full.code, full.outputs['status'], full.outputs['rotated']]).toEqual([
      0,
      'done',
      '["gateway-prod"]',
    ]);
    for (const what of ['plan', 'report', 'evidence']) {
      expect(full.log).toContain(`The runner could not write the ${what}: The disk answered ENOSPC.`);
      expect(full.outputs[what]).toBeUndefined();
    }
    expect(full.outputs['artifact']).toBeUndefined();
  });
});

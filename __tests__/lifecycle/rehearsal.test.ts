import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

describe('a rehearsal', () => {
  it('makes, stages and verifies a key, serves it to nobody, and proves it dead', async () => {
    const stage = await new Stage().begin();
    const before = stage.vault.served('prod/gateway');
    const { stop } = await stage.playOut('rehearse');
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'rehearsed']);
    expect(stage.vault.served('prod/gateway')).toEqual(before);
    expect(stage.services.map(({ rolls }) => rolls)).toEqual([0, 0]);
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
    expect(stop.rotation?.rows['discard/prove']?.result?.data['grade']).toBe('refused');
    expect(stage.slotIsHeld).toBe(false);
  });

  it('writes nothing into the secret, also where the id does not lie beside the value yet', async () => {
    const stage = await new Stage().begin({ idBeside: false });
    const writes: string[] = [];
    stage.watch = (_job, _origin, { method, path }) => {
      if (method !== 'GET' && path.endsWith('/prod/gateway')) writes.push(`${method} ${path}`);
    };
    const { stop } = await stage.playOut('rehearse');
    expect([stop.rotation?.closed, writes]).toEqual(['rehearsed', []]);
  });

  it('that fails is no rehearsal', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: 60 * MINUTE } } }).begin();
    const { stop } = await stage.playOut('rehearse');
    expect(stop.rotation?.closed).toBe('undone');
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  });
});

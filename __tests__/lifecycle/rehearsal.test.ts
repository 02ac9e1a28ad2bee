import { describe, expect, it } from '@jest/globals';
import { MINUTE } from '../../src/domain/time';
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

  it('that fails is no rehearsal', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: 60 * MINUTE } } }).begin();
    const { stop } = await stage.playOut('rehearse');
    expect(stop.rotation?.closed).toBe('undone');
    expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  });
});

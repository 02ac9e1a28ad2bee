import { describe, expect, it } from '@jest/globals';
import { Stage } from '../support/stage';

/** A vendor that does not tell ids from values; the config has said the first one, once. */
async function rotated(): Promise<{ readonly stage: Stage; readonly first: string }> {
  const stage = await new Stage({ without: ['whoami'] }).begin({ idBeside: false });
  const first = stage.live[0]?.id ?? '';
  stage.key = { ...stage.key, keyId: first };
  expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  // Another writer of the secret takes the id away.
  stage.vault.put('prod/gateway', { api_key: stage.served(), other: 'kept' });
  return { stage, first };
}

describe('key_id that names a key which an earlier rotation has condemned', () => {
  it('is not believed: nothing is made, switched or revoked', async () => {
    const { stage, first } = await rotated();
    const before = [stage.served(), stage.live.map(({ id }) => id)];
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.line]).toEqual(['failed', expect.stringContaining(first)]);
    expect([stage.served(), stage.live.map(({ id }) => id)]).toEqual(before);
    expect(stage.refusals).toEqual([]);
  });

  it('is not believed when it is written while the rotation waits for an id', async () => {
    const { stage, first } = await rotated();
    const { keyId: _old, ...entry } = stage.key;
    stage.key = entry;
    expect((await stage.playOut()).stop.status).toBe('person');
    const both = stage.live.map(({ id }) => id);
    stage.key = { ...entry, keyId: first };
    await stage.clock.advance(2 * 3_600_000);
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5003']);
    expect(stage.live.map(({ id }) => id)).toEqual(both);
  });
});

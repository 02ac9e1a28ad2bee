import { describe, expect, it } from '@jest/globals';
import type { FakeKey } from '../../src/adapters/vendors/http/fake/keys';
import { fakeJson } from '../../src/kits/fake/fake';
import { MINUTE } from '../../src/domain/tools/time';
import { Stage, type Played } from '../support/stage';

/** Given up before anybody was served: the old key serves on, nothing is left behind. */
function expectUndone(stage: Stage, { stop }: Played, old: string | undefined): void {
  expect(stop.error?.line).toBeUndefined();
  expect([stop.status, stop.rotation?.closed]).toEqual(['undone', 'undone']);
  expect(stage.served()).toBe(old);
  expect(stage.live.map(({ value }) => value)).toEqual([old]);
  expect(stage.services.map(({ rolls }) => rolls)).toEqual([0, 0]);
  expect(stage.slotIsHeld).toBe(false);
  expect(stage.refusals).toEqual([]);
}

describe('a new key is given up', () => {
  it('when the vendor refuses it', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: 60 * MINUTE } } }).begin();
    const old = stage.served();
    const played = await stage.playOut();
    expectUndone(stage, played, old);
    expect(played.stop.rotation?.turns[0]?.why).toContain('The vendor refuses the new key');
    expect(played.stop.key.notBefore).toBeDefined();
  });

  it('when create answered with a key that was there before, which is left alone', async () => {
    const stage = await new Stage().begin();
    const old = stage.served();
    const [mine] = stage.live;
    stage.vendor.options = { ...stage.vendor.options, wire: answersWith(stage, mine?.id ?? '') };
    const played = await stage.playOut();
    expect(played.stop.rotation?.turns[0]?.why).toContain('a key that was there before');
    expect(mine?.revoked).toBeUndefined();
    expect(stage.served()).toBe(old);
  });

  it('when create answered with the value of another key, which works and is left alone', async () => {
    const stage = await new Stage().begin();
    const old = stage.served();
    const other = stage.vendor.keys.all.find(({ owner }) => owner === 'foreign');
    const { wire } = stage.vendor.options;
    const made = (key: FakeKey): unknown => wire.made({ ...key, value: other?.value ?? '' });
    stage.vendor.options = { ...stage.vendor.options, wire: { ...wire, made } };
    const played = await stage.playOut();
    expectUndone(stage, played, old);
    expect(played.stop.rotation?.turns[0]?.why).toContain(`The new key says it is ${other?.id ?? ''}`);
    expect(other?.revoked).toBeUndefined();
    expect(played.stop.rotation?.rows['discard/prove']?.result?.data['grade']).toBe('gone from list');
  });

  it('and says that the key in use is refused as well, where the description is wrong', async () => {
    const stage = await new Stage().begin();
    const { handle } = stage.vendor;
    const deaf: typeof handle = (request) =>
      request.path === '/v1/ping' ? fakeJson(401, { error: 'no key in the header' }) : handle(request);
    Object.assign(stage.vendor, { handle: deaf });
    const { stop } = await stage.play();
    expect(stop.rotation?.turns[0]?.why).toMatch(
      /The vendor refuses the new key .*, and the key in use as well/,
    );
    expect(stop.rotation?.blocked?.code).toBe('RK5011');
    expect(stage.live).toHaveLength(2);
  });

  it('when the store does not take it', async () => {
    const stage = await new Stage().begin();
    const old = stage.served();
    const handler = stage.vault.handler;
    Object.assign(stage.vault, {
      handler: (request: Parameters<typeof handler>[0]) =>
        request.method === 'POST' && request.body.includes('part_value')
          ? fakeJson(403, { errors: ['permission denied'] })
          : handler(request),
    });
    const played = await stage.playOut();
    expectUndone(stage, played, old);
    expect(played.stop.rotation?.turns[0]?.why).toContain('the new key could not be staged');
  });

  it('when the vendor does not let us create, and the slot is free again', async () => {
    const stage = await new Stage({ vendor: { maxLive: 2 } }).begin();
    const old = stage.served();
    const played = await stage.playOut();
    expectUndone(stage, played, old);
    stage.vendor.options = { ...stage.vendor.options, maxLive: 9 };
    const again = await stage.playOut();
    expect(again.stop.rotation?.closed).toBe('done');
  });
});

/** A vendor with a fault: each create makes a key, and answers with another one. */
function answersWith(stage: Stage, id: string): typeof stage.vendor.options.wire {
  const { wire } = stage.vendor.options;
  const existing = stage.vendor.keys.byId(id);
  return { ...wire, made: (key) => wire.made(existing ?? key) };
}

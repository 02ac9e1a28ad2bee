import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../../src/domain/tools/time';
import type { Fault } from '../../src/sandbox/faults';
import { Stage, type Played } from '../support/stage';

/** The first create of the world meets this fault. */
function firstCreate(fault: Fault): (call: { method: string; path: string }) => Fault | undefined {
  const state = { isOver: false };
  return ({ method, path }) => {
    if (state.isOver || method !== 'POST' || path !== '/admin/keys') return undefined;
    state.isOver = true;
    return fault;
  };
}

const oneLeft = (stage: Stage, { stop }: Played): void => {
  expect(stop.error?.line).toBeUndefined();
  expect(stop.rotation?.closed).toBe('done');
  expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  expect(stage.refusals).toEqual([]);
};

describe('at a vendor', () => {
  it('that is full nothing is begun', async () => {
    const stage = await new Stage({ vendor: { maxLive: 2 }, limits: { max_live: 2 } }).begin();
    const { stop } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['failed', 'RK5002']);
    expect(stage.disk.facts).toEqual([]);
  });

  it('with labels a key whose answer was lost is found, ended, and made again', async () => {
    const stage = await new Stage().begin();
    oneLeft(stage, await stage.playOut('rotate', { faults: firstCreate({ kind: 'lost' }) }));
    expect(stage.vendor.keys.all.filter(({ revoked }) => revoked !== undefined)).toHaveLength(2);
  });

  it('without labels the one newcomer is found by the list before, ended, and made again', async () => {
    const stage = await new Stage({ without: ['labels'], limits: { null_means_never: true } }).begin();
    oneLeft(stage, await stage.playOut('rotate', { faults: firstCreate({ kind: 'lost' }) }));
  });

  it('without labels two newcomers are told apart by nobody: both stay alive, a person looks', async () => {
    const stage = await new Stage({ without: ['labels'], limits: { null_means_never: true } }).begin();
    stage.watch = (_job, origin, { method, path }) => {
      if (
        origin.includes('gateway') &&
        method === 'POST' &&
        path === '/admin/keys' &&
        stage.live.length === 2
      )
        stage.vendor.add('', 'foreign');
    };
    const { stop } = await stage.playOut('rotate', { faults: firstCreate({ kind: 'lost' }) });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.vendor.keys.live).toHaveLength(4);
  });

  it('that cannot disable, the old key is revoked without a watch', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    const played = await stage.playOut();
    oneLeft(stage, played);
    expect(played.stop.rotation?.rows['forward/disable']).toBeUndefined();
  });

  it('that cannot tell the id of a value, the id beside the value is enough', async () => {
    const stage = await new Stage({ without: ['whoami'] }).begin();
    oneLeft(stage, await stage.playOut());
  });

  it('that shows no use, the drain says that silence was not observed', async () => {
    const stage = await new Stage({ without: ['last used'] }).begin();
    const played = await stage.playOut();
    oneLeft(stage, played);
    expect(played.stop.rotation?.rows['forward/drain']?.result?.how).toBe('not observed');
  });

  it('that accepts a revoked key for a while, the proof waits; an hour needs no runner', async () => {
    const lags = { revocation: HOUR };
    const stage = await new Stage({
      vendor: { lags },
      without: ['disable'],
      limits: { revocation_lag: '1h' },
    }).begin();
    await stage.playOut();
    expect(stage.live).toHaveLength(1);
    const waits = stage.disk.facts.filter((fact) => fact.type === 'wait' && fact.row === 'forward/prove');
    expect(waits).toHaveLength(1);
    const { death } = stage.evidence();
    expect(death.grade).toBe('refused');
  });

  it('that continues to accept a revoked key beyond its word, nobody says done', async () => {
    const stage = await new Stage({
      vendor: { lags: { revocation: 3 * HOUR } },
      without: ['disable'],
    }).begin();
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5013']);
    expect(stage.evidence().death.grade).not.toBe('refused');
  });

  it('whose list lags, a young key is not taken for gone', async () => {
    const stage = await new Stage({
      vendor: { lags: { list: 20 * SECOND, propagation: 30 * MINUTE } },
      limits: { list_lag: '20s' },
    }).begin();
    const old = stage.served();
    const { stop } = await stage.playOut('rotate', {
      faults: ({ method }) =>
        method === 'DELETE' && stage.clock.monotonic() < 40_000 ? { kind: 'timeout' } : undefined,
    });
    expect(stop.rotation?.closed).toBe('undone');
    expect(stage.live.map(({ value }) => value)).toEqual([old]);
  });
});

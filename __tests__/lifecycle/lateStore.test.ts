import { describe, expect, it } from '@jest/globals';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage, type StageOptions } from '../support/stage';

type Lag = Parameters<Stage['vault']['lagSilently']>[0];

const LAGS: readonly (readonly [string, Lag])[] = [
  ['a second', { by: SECOND }],
  ['six seconds', { by: 6 * SECOND }],
  ['a minute', { by: MINUTE }],
];

async function late(lag: Lag, options: StageOptions = {}, how = {}): Promise<Stage> {
  const stage = await new Stage(options).begin(how);
  stage.vault.lagSilently(lag);
  return stage;
}

/** No key was made in vain: one died, one lives. */
function expectDone(stage: Stage, made = 1): void {
  expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
  expect(stage.vendor.keys.all.filter(({ label }) => label.startsWith('rekey-'))).toHaveLength(made);
  expect(stage.slotIsHeld).toBe(false);
  expect(stage.refusals).toEqual([]);
}

describe('a store whose reads are behind its writes, and that does not say so', () => {
  it.each(LAGS)('by %s delays a rotation, and the next one', async (_name, lag) => {
    const stage = await late(lag);
    for (const count of [1, 2]) {
      const { stop } = await stage.playOut();
      expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
      expectDone(stage, count);
    }
  });

  it.each(LAGS)('by %s delays a first key', async (_name, lag) => {
    const stage = await late(lag, {}, { first: true });
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
    expectDone(stage);
  });

  it.each(LAGS)('by %s delays a rehearsal, which leaves no slot behind', async (_name, lag) => {
    const stage = await late(lag);
    const { stop } = await stage.playOut('rehearse');
    expect([stop.rotation?.closed, stop.error?.line]).toEqual(['rehearsed', undefined]);
    expect(stage.slotIsHeld).toBe(false);
    expect(stage.live).toHaveLength(1);
  });

  it.each(LAGS)('by %s delays a step back', async (_name, lag) => {
    const stage = await late(lag);
    const old = stage.served();
    const oldId = stage.served('api_key_id');
    stage.service('billing-service').illWith = (id) => id !== oldId;
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.error?.line, stage.served()]).toEqual(['undone', undefined, old]);
    expect(stage.slotIsHeld).toBe(false);
  });

  it.each(LAGS)('by %s leaves no slot held when the new key is given up', async (_name, lag) => {
    const stage = await late(lag, { vendor: { lags: { propagation: 60 * MINUTE } } });
    for (let runs = 0; runs < 2; runs += 1) {
      const { stop } = await stage.playOut();
      expect([stop.rotation?.closed, stop.error?.line]).toEqual(['undone', undefined]);
      expect(stage.slotIsHeld).toBe(false);
    }
  });

  it.each(LAGS)(
    'by %s leaves nothing wrong when a process dies after any of its writes',
    async (_name, lag) => {
      for (let nth = 1; nth <= 7; nth += 1) {
        const stage = await late(lag);
        let writes = 0;
        const faults: FaultPlan = ({ method, origin }) =>
          method !== 'GET' && origin.includes('vault') && (writes += 1) === nth
            ? { kind: 'kill', when: 'after' }
            : undefined;
        const job = stage.nextJob;
        await stage.play('rotate', { faults }).catch(() => undefined);
        stage.over.add(job);
        const { stop } = await stage.playOut();
        expect([nth, stop.status, stop.error?.line]).toEqual([
          nth,
          expect.stringMatching(/done|undone/),
          undefined,
        ]);
        expect(stage.slotIsHeld).toBe(false);
        expect(stage.live.map(({ value }) => value)).toEqual([stage.served()]);
        expect(stage.refusals).toEqual([]);
      }
    },
  );

  it('by two writes waits, and continues once the node has caught up', async () => {
    const stage = await late({ writes: 2 });
    const caughtUp = stage.clock.now() + 3 * MINUTE;
    stage.clock.beat(MINUTE, () => {
      if (stage.clock.now() >= caughtUp) stage.vault.catchUp();
    });
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.error?.line]).toEqual(['done', undefined]);
    expectDone(stage);
  });
});

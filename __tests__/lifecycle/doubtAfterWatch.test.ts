import { describe, expect, it } from '@jest/globals';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import { writeFacts } from '../support/writeFacts';
import { Stage } from '../support/stage';
import { GATEWAY, HEALTH, VAULT } from '../support/stageSettings';
import { WorldChecks } from '../support/worldChecks';

const begun = (): Promise<Stage> => new Stage({ key: { grace: MINUTE, watch: 10 * SECOND } }).begin();
const isDisable = ({ method, origin }: { method: string; origin: string }): boolean =>
  method === 'PATCH' && origin === GATEWAY;

/** Whoever is blocked leaves both keys alive, also when the doubt comes after the old one was disabled and nobody missed it. */
describe('a key that was disabled', () => {
  it('is enabled again when somebody writes into the secret before it is revoked', async () => {
    const stage = await begun();
    const [old] = stage.live;
    let isOff = false;
    const faults: FaultPlan = (call) => {
      if (isOff && call.origin === VAULT) stage.edit({ api_key: old?.value, api_key_id: old?.id });
      isOff = isDisable(call) || (isOff && call.origin !== VAULT);
      return undefined;
    };
    const { stop } = await stage.playOut('rotate', { faults });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    expect(stage.served()).toBe(old?.value);
  });

  it('is enabled again when its process died and somebody writes into the secret', async () => {
    const stage = await begun();
    const checks = new WorldChecks(stage);
    const [old] = stage.live;
    const faults: FaultPlan = (call) => (isDisable(call) ? { kind: 'kill', when: 'after' } : undefined);
    await expect(stage.playOut('rotate', { faults })).rejects.toThrow('killed');
    expect(old?.disabled).toBeDefined();
    stage.over.add('job-1');
    stage.edit({ api_key: 'by hand', api_key_id: 'key_by_hand' });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    expect(checks.broken.filter((one) => one.includes('intent'))).toEqual([]);
  });

  it('stays enabled when somebody enabled it while it was watched', async () => {
    const stage = await begun();
    const [old] = stage.live;
    const faults: FaultPlan = ({ origin }) => {
      if (origin === HEALTH && old?.disabled !== undefined) delete old.disabled;
      return undefined;
    };
    const { stop } = await stage.playOut('rotate', { faults });
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK7008']);
    expect(stop.error?.message).toContain('somebody enabled it');
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
  });

  it('is not disabled again while an enable may still arrive', async () => {
    const stage = await begun();
    const patches: number[] = [];
    const faults: FaultPlan = (call) => {
      if (!isDisable(call)) return undefined;
      patches.push(stage.clock.now());
      // Nobody knows how the disable ended, so it is enabled at once, and again when it can no longer arrive.
      if (patches.length === 1) return { kind: 'html' };
      return patches.length === 3 ? { kind: 'late', delay: 55 * SECOND } : undefined;
    };
    const { stop } = await stage.playOut('rotate', { faults });
    expect(stop.rotation?.closed).toBe('done');
    const [late = 0, disabled = 0] = [patches[2], patches[4]];
    expect(patches).toHaveLength(5);
    expect(disabled - late).toBeGreaterThanOrEqual(MINUTE);
  });

  it('is enabled by nobody whose disable was surely not done: another process may be watching it', async () => {
    const stage = await begun();
    let refused = 0;
    const faults: FaultPlan = (call) =>
      isDisable(call) && (refused += 1) === 1 ? { kind: 'status', status: 429 } : undefined;
    const { stop, calls } = await stage.playOut('rotate', { faults });
    expect(stop.rotation?.closed).toBe('done');
    expect(calls.filter(isDisable)).toHaveLength(2);
  });

  it('is enabled again when the vendor forbids to delete it', async () => {
    const stage = await begun();
    const faults: FaultPlan = ({ method }) =>
      method === 'DELETE' ? { kind: 'status', status: 403 } : undefined;
    const { stop } = await stage.playOut('rotate', { faults });
    expect(stop.status).toBe('blocked');
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    expect(stop.rotation?.rows['forward/disable']?.result).toBeUndefined();
  });

  describe('and cannot be enabled again', () => {
    /** While it is away the vendor lets nobody delete or enable. */
    async function leftOff(): Promise<{
      stage: Stage;
      faults: FaultPlan;
      back: () => void;
      disables: () => number;
    }> {
      const stage = await begun();
      let isAway = true;
      let patches = 0;
      let disables = 0;
      const faults: FaultPlan = (call) => {
        if (isDisable(call)) patches += 1;
        const isRefused = call.method === 'DELETE' || (isDisable(call) && patches > 1);
        return isAway && isRefused ? { kind: 'status', status: 403 } : undefined;
      };
      stage.watch = (_job, _origin, { method, body }) => {
        if (method === 'PATCH' && body.includes('false')) disables += 1;
      };
      const back = (): void => void (isAway = false);
      return { stage, faults, back, disables: () => disables };
    }

    it('a person is asked, and nothing is blocked; each run tries that first, and does not disable it again', async () => {
      const { stage, faults, back, disables } = await leftOff();
      const [old] = stage.live;
      for (let runs = 0; runs < 3; runs += 1) {
        const { stop } = await stage.playOut('rotate', { faults });
        expect([stop.status, stop.key.blocked]).toEqual(['person', undefined]);
        expect(stop.key.open?.reason).toContain(
          `${old?.id ?? ''} may be disabled and could not be enabled again`,
        );
        expect(stop.key.open?.person).toContain('by hand if anything still uses it');
        await stage.clock.run(() => stage.clock.sleep(MINUTE));
      }
      back();
      const { stop } = await stage.playOut('rotate', { faults });
      expect([stop.status, old?.disabled, disables()]).toEqual(['blocked', undefined, 1]);
      expect(stop.error?.message).toContain('It is enabled by now');
      await writeFacts(stage, { type: 'unhold', actor: 'ada', reason: 'fixed' });
      const { stop: after } = await stage.playOut('rotate', { faults });
      expect(after.rotation?.closed).toBe('done');
    });

    it('it is enabled when a person gives the rotation up', async () => {
      const { stage, faults, back } = await leftOff();
      const [old] = stage.live;
      await stage.playOut('rotate', { faults });
      back();
      const { stop } = await stage.playOut('rotate', { faults, request: { abandon: 'enough' } });
      expect([stop.rotation?.closed, old?.disabled]).toEqual(['abandoned', undefined]);
    });
  });
});

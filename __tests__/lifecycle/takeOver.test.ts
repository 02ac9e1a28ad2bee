import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage } from '../support/stage';

const diesAtPromote = (stage: Stage): ReturnType<Stage['play']> =>
  stage.play('rotate', {
    faults: ({ method }) => (method === 'PATCH' ? { kind: 'kill', when: 'before' } : undefined),
  });

describe('a claim', () => {
  it('is respected while its owner is at work', async () => {
    const stage = await new Stage().begin();
    await expect(diesAtPromote(stage)).rejects.toThrow('killed');
    const { stop, calls } = await stage.play();
    expect([stop.status, stop.error?.code]).toEqual(['busy', 'RK7006']);
    expect(calls).toEqual([]);
  });

  it('is taken at once when its owner is over', async () => {
    const stage = await new Stage().begin();
    const job = stage.nextJob;
    await expect(diesAtPromote(stage)).rejects.toThrow('killed');
    stage.over.add(job);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stop.rotation?.claims.filter(({ takenFrom }) => takenFrom !== undefined)).toHaveLength(1);
  });

  it('is taken after its end, whoever says what of its owner', async () => {
    const stage = await new Stage().begin();
    await expect(diesAtPromote(stage)).rejects.toThrow('killed');
    await stage.clock.advance(HOUR + 6 * MINUTE);
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
  });

  it('that was taken away makes the first process stop without another call', async () => {
    const stage = await new Stage().begin();
    const job = stage.nextJob;
    let wakeUp = (): void => {};
    const asleep = new Promise<void>((resolve) => (wakeUp = resolve));
    const faults: FaultPlan = ({ origin }) =>
      origin.includes('health') && stage.services[0]?.rolls === 1
        ? { kind: 'stall', hold: asleep }
        : undefined;
    const first = await stage.clock.run(async () => {
      const sleeper = stage.process('rotate', { faults });
      await stage.clock.sleep(3000);
      stage.over.add(job);
      await stage.processes();
      wakeUp();
      return sleeper;
    });
    expect([first.stop.status, first.stop.error?.code]).toEqual(['superseded', 'RK7005']);
    const { origin, method } = first.calls.at(-1) ?? {};
    expect([origin, method]).toEqual(['https://health.example.com', 'GET']);
    expect(stage.live).toHaveLength(1);
  });

  it('blocks the key when five processes in a row died without getting on', async () => {
    const stage = await new Stage().begin();
    for (let deaths = 0; deaths < 5; deaths += 1) {
      const job = stage.nextJob;
      await expect(diesAtPromote(stage)).rejects.toThrow('killed');
      stage.over.add(job);
    }
    const { stop } = await stage.play();
    expect([stop.status, stop.key.blocked?.code]).toEqual(['blocked', 'RK8003']);
    expect(stop.key.blocked?.why).toContain('5 runs in a row died');
    expect(stage.refusals).toEqual([]);
  });

  it('and leaves no key switched off, where they died while they watched it', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    await stage.play();
    await stage.clock.advance(HOUR);
    for (let deaths = 0; deaths < 6; deaths += 1) {
      const job = stage.nextJob;
      let isOff = false;
      const dies = stage.play('rotate', {
        faults: ({ origin, method }) => {
          if (isOff && origin.includes('health')) return { kind: 'kill', when: 'before' };
          isOff ||= method === 'PATCH';
          return undefined;
        },
      });
      if (deaths < 5) await expect(dies).rejects.toThrow('killed');
      else expect((await dies).stop.key.blocked?.code).toBe('RK8003');
      expect(old?.disabled !== undefined).toBe(deaths < 5);
      stage.over.add(job);
    }
    expect(stage.live).toHaveLength(2);
  });
});

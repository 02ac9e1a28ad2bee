import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Probe, Reading } from '../../src/domain/contracts/probe';
import type { Fault } from '../../src/sandbox/faults';

/** One workload in the world, seen by a probe. Made new for each test. */
export interface ProbeWorld {
  open(): Probe;
  run<T>(work: () => Promise<T>): Promise<T>;
  /** From now on the workload is ill in the way this probe looks for. */
  makeIll(): void;
  /** From now on the workload says that it uses this key; left out where the probe cannot see it. */
  use?(keyId: string): void;
  /** What becomes of every call from now on. */
  failAlways(fault: Fault): void;
  calls(): number;
}

export function probeContract(name: string, makeWorld: () => ProbeWorld): void {
  describe(`probe contract: ${name}`, () => {
    let world: ProbeWorld;
    let probe: Probe;
    beforeEach(() => {
      world = makeWorld();
      probe = world.open();
    });

    const look = async (): Promise<Reading> => {
      const reading = await world.run(() => probe.check());
      expect(reading.sentence).not.toBe('');
      expect(reading.sentence).not.toContain('\n');
      for (const number of Object.values(reading.numbers)) expect(Number.isFinite(number)).toBe(true);
      return reading;
    };

    it('says how often it wants to look', () => {
      expect(probe.passes).toBeGreaterThanOrEqual(1);
      expect(probe.interval).toBeGreaterThan(0);
    });

    it('passes a workload that is well', async () => {
      expect((await look()).verdict).toBe('pass');
    });

    it('fails one that is ill, and passes it again when it is well in a new world', async () => {
      world.makeIll();
      expect((await look()).verdict).toBe('fail');
      probe = makeWorld().open();
      expect((await look()).verdict).toBe('pass');
    });

    it.each<[string, Fault]>([
      ['nobody listens', { kind: 'refused' }],
      ['no answer comes', { kind: 'timeout' }],
      ['it is asked too often', { kind: 'status', status: 429 }],
    ])('has no data when %s', async (_name, fault) => {
      world.failAlways(fault);
      expect((await look()).verdict).toBe('no data');
    });

    it('tells the key in use, where it can', async () => {
      if (!world.use) return expect((await look()).keyId).toBeUndefined();
      world.use('key_0042');
      expect((await look()).keyId).toBe('key_0042');
    });

    it('only looks: each look is the same', async () => {
      const [one, two] = [await look(), await look()];
      expect(one.verdict).toBe(two.verdict);
    });
  });
}

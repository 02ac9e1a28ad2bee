import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Deployer, Mark } from '../../src/domain/contracts/deployer';

/** A deploy system in the world. */
export interface DeployerWorld {
  /** Another process of ours. */
  open(): Deployer;
  /** Markers of the rollouts that were started, in order. */
  rollouts(): readonly string[];
  /** Ends the rollout with this marker. */
  end(marker: string, how: 'complete' | 'failed'): void;
  /** The next order lands, and its answer is lost. */
  loseNextAnswer(): void;
  /** The next order does not land, and no answer comes. */
  loseNextRequest(): void;
  /** The permission to roll is gone. */
  deny(): void;
  /** What should be rolled is not there. */
  remove(): void;
  now(): string;
}

export const markOf = (workload = 'payment-service', rotation = 'r1'): Mark => ({
  marker: `rekey-${rotation}-forward-${workload}`,
  key: 'gateway-prod',
  rotation,
  credential: 'key_2',
  workload,
});

export function deployerContract(name: string, makeWorld: () => DeployerWorld): void {
  describe(`deployer contract: ${name}`, () => {
    let world: DeployerWorld;
    let deployer: Deployer;
    let since: string;
    beforeEach(() => {
      world = makeWorld();
      deployer = world.open();
      since = world.now();
    });

    it('rolls once, and another process finds the rollout by its mark', async () => {
      const rollout = await deployer.roll(markOf());
      expect(world.rollouts()).toEqual([markOf().marker]);
      expect(await world.open().find(markOf(), since)).toMatchObject({ id: rollout.id });
    });

    it('orders nothing once it is too late', async () => {
      await expect(deployer.roll(markOf(), () => false)).rejects.toMatchObject({ code: 'RK9014' });
      expect(world.rollouts()).toEqual([]);
    });

    it('finds nothing that was not rolled', async () => {
      expect(await deployer.find(markOf(), since)).toBeUndefined();
      await deployer.roll(markOf('payment-service-eu'));
      await deployer.roll(markOf('payment-service', 'r2'));
      expect(await deployer.find(markOf(), since)).toBeUndefined();
    });

    it('runs until it is complete', async () => {
      const rollout = await deployer.roll(markOf());
      expect((await deployer.status(rollout)).state).toBe('running');
      world.end(markOf().marker, 'complete');
      expect((await world.open().status(rollout)).state).toBe('complete');
    });

    it('says failed, with a sentence', async () => {
      const rollout = await deployer.roll(markOf());
      world.end(markOf().marker, 'failed');
      const state = await deployer.status(rollout);
      expect(state.state).toBe('failed');
      expect(state.sentence).not.toBe('');
    });

    it('says unknown after a lost answer, and finds what landed', async () => {
      world.loseNextAnswer();
      await expect(deployer.roll(markOf())).rejects.toMatchObject({ code: 'RK6004', kind: 'unknown' });
      expect(await deployer.find(markOf(), since)).toBeDefined();
      expect(world.rollouts().length).toBe(1);
    });

    it('says unknown after a lost order, and finds nothing', async () => {
      world.loseNextRequest();
      await expect(deployer.roll(markOf())).rejects.toMatchObject({ kind: 'unknown' });
      expect(await deployer.find(markOf(), since)).toBeUndefined();
    });

    it('names what is missing', async () => {
      world.deny();
      await expect(deployer.roll(markOf())).rejects.toMatchObject({ code: 'RK6001' });
    });

    it('says when there is nothing to roll', async () => {
      world.remove();
      await expect(deployer.roll(markOf())).rejects.toMatchObject({ code: 'RK6006' });
    });
  });
}

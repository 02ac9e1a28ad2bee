import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Identity, Session } from '../../src/domain/contracts/identity';
import { millis, MINUTE, type Millis } from '../../src/domain/tools/time';

/** One server in the world that logs workflows in, and one process that asks it. */
export interface IdentityWorld {
  readonly identity: Identity;
  /** The only origin that a session's token may travel to. */
  readonly origin: string;
  /** How long a session lives. */
  readonly life: Millis;
  now(): Millis;
  /** Time as the process sees it moves on. */
  pass(duration: Millis): Promise<void>;
  /** Whether the server still takes this session. */
  works(session: Session): Promise<boolean>;
  /** The ids of the OIDC tokens that the process was given, in order. */
  given(): readonly string[];
  /** The next call to the server is refused, or fails, as a network does. */
  break(): void;
  /** The log of the process. */
  readonly log: readonly string[];
}

export function identityContract(name: string, makeWorld: () => Promise<IdentityWorld>): void {
  describe(`identity contract: ${name}`, () => {
    let world: IdentityWorld;
    let identity: Identity;

    beforeEach(async () => {
      world = await makeWorld();
      identity = world.identity;
    });

    it('gives a session that works, with life left, bound to its server', async () => {
      const session = await identity.session();
      expect(session.origin).toBe(world.origin);
      expect([...session.token.origins]).toEqual([world.origin]);
      expect(millis(session.expires) - world.now()).toBeGreaterThanOrEqual(
        Math.min(5 * MINUTE, world.life / 5),
      );
      expect(await world.works(session)).toBe(true);
      await identity.end();
    });

    it('keeps a session while it has life enough', async () => {
      const first = await identity.session();
      await world.pass(world.life / 2);
      expect(await identity.session()).toBe(first);
      expect(world.given()).toHaveLength(1);
      await identity.end();
    });

    it('logs in once for all who ask at the same time', async () => {
      const sessions = await Promise.all([identity.session(), identity.session(), identity.session()]);
      expect(new Set(sessions).size).toBe(1);
      expect(world.given()).toHaveLength(1);
      await identity.end();
    });

    it('logs in again, with a fresh OIDC token, before too little is left', async () => {
      const first = await identity.session();
      await world.pass(world.life - Math.max(5 * MINUTE, world.life / 5) + 1);
      const second = await identity.session();
      expect(second.token.equals(first.token)).toBe(false);
      expect(await world.works(second)).toBe(true);
      expect(new Set(world.given()).size).toBe(2);
      await identity.end();
    });

    it('tells who we are, and never a token', async () => {
      const { token } = await identity.session();
      const subject = identity.subject();
      expect(subject['sub']).toMatch(/^repo:/);
      expect(Object.values(subject).some((claim) => token.isText(claim))).toBe(false);
      expect(JSON.stringify(subject)).not.toContain('eyJ');
      await identity.end();
    });

    it('revokes all it has at the end, and may end twice', async () => {
      const first = await identity.session();
      await world.pass(world.life - 5 * MINUTE + 1);
      const second = await identity.session();
      await identity.end();
      await identity.end();
      expect(await world.works(first)).toBe(false);
      expect(await world.works(second)).toBe(false);
      expect(world.log.filter((line) => line.startsWith('warning'))).toEqual([]);
    });

    it('never throws at the end, and says what it could not revoke', async () => {
      await identity.session();
      world.break();
      await identity.end();
      expect(world.log.some((line) => line.startsWith('warning') && line.includes('not revoked'))).toBe(true);
    });

    it('has nothing to end before its first session', async () => {
      await identity.end();
      expect(world.given()).toEqual([]);
    });

    it('asks again after a login that failed', async () => {
      world.break();
      await expect(identity.session()).rejects.toThrow();
      expect(await world.works(await identity.session())).toBe(true);
      await identity.end();
    });
  });
}

import { beforeEach, describe, expect, it } from '@jest/globals';
import { OCCASIONS, type Notice, type Notifier } from '../../src/domain/contracts/notifier';
import { RekeyError } from '../../src/domain/errors';
import type { Fault } from '../../src/sandbox/faults';

/** One receiver in the world. Made new for each test. */
export interface NotifierWorld {
  open(): Notifier;
  run<T>(work: () => Promise<T>): Promise<T>;
  failNext(fault: Fault): void;
  /** What people were shown, as text. */
  shown(): readonly string[];
  /** What must never be shown. */
  secrets(): readonly string[];
}

export const notice = (changes: Partial<Notice> = {}): Notice => ({
  id: 'rekey-r1-consumers-at-risk',
  occasion: 'consumers-at-risk',
  key: 'gateway-prod',
  rotation: 'r1',
  at: '2026-11-20T02:00:00.000Z',
  lines: [
    'Now: payment-service is unhealthy',
    'At risk: production',
    'Until: now',
    'Do: nothing',
    'Owner: pay',
  ],
  url: 'https://github.com/acme/billing/actions/runs/98765',
  ...changes,
});

export function notifierContract(name: string, makeWorld: () => NotifierWorld): void {
  describe(`notifier contract: ${name}`, () => {
    let world: NotifierWorld;
    beforeEach(() => {
      world = makeWorld();
    });

    const tell = (given: Notice): Promise<void> => world.run(() => world.open().tell(given));

    it('shows every line and where to look', async () => {
      await tell(notice());
      expect(world.shown()).toHaveLength(1);
      for (const line of notice().lines) expect(world.shown()[0]).toContain(line);
      expect(world.shown()[0]).toContain(notice().url);
    });

    it.each(OCCASIONS)('can tell of %s', async (occasion) => {
      await tell(notice({ occasion, id: `rekey-r1-${occasion}` }));
      expect(world.shown()).toHaveLength(1);
    });

    it.each<Fault>([
      { kind: 'refused' },
      { kind: 'timeout' },
      { kind: 'status', status: 500 },
      { kind: 'status', status: 403 },
      { kind: 'status', status: 410 },
    ])('is an error, and shows nothing secret, after %j', async (fault) => {
      world.failNext(fault);
      const error = await tell(notice()).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(RekeyError);
      for (const secret of world.secrets()) expect((error as RekeyError).line).not.toContain(secret);
      expect(world.shown()).toHaveLength(0);
    });
  });
}

import { describe, expect, it } from '@jest/globals';
import type { FaultPlan } from '../../src/sandbox/faults';
import { Stage, type StageOptions } from '../support/stage';

/** Once the new key serves, a person revokes the old one by hand; whoever asks for it then gets this status. */
async function revokedByHand(status: number, options: StageOptions = {}): Promise<Stage> {
  const stage = await new Stage({ ...options, vendor: { goneStatus: status, ...options.vendor } }).begin();
  const [old] = stage.live;
  await stage.play();
  if (old) old.revoked = stage.clock.now();
  return stage;
}

const STATUSES = [404, 410, 409, 500, 503, 400, 422, 403] as const;

describe('an old key that a person has revoked in the grace period', () => {
  it.each(STATUSES)('is proved dead, whether or not its DELETE gets %d', async (status) => {
    const stage = await revokedByHand(status, { without: ['disable'] });
    const { stop } = await stage.playOut();
    expect(stop.error?.line).toBeUndefined();
    expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'done']);
    expect(stage.evidence().death.grade).toBe('refused');
  });

  it.each(STATUSES)(
    'is proved dead also where it would be disabled first, and that gets %d',
    async (status) => {
      const stage = await revokedByHand(status);
      const { stop } = await stage.playOut();
      expect(stop.error?.line).toBeUndefined();
      expect([stop.status, stop.rotation?.closed]).toEqual(['done', 'done']);
      expect(stage.refusals).toEqual([]);
    },
  );

  it('is looked for once, and not asked for again', async () => {
    const stage = await revokedByHand(500, { without: ['disable'] });
    const { calls } = await stage.playOut();
    expect(calls.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });
});

describe('a DELETE that was done although its answer was a fault', () => {
  it('is found: revoke says so, and the key is proved dead', async () => {
    const stage = await new Stage({ without: ['disable'], vendor: { goneStatus: 500 } }).begin();
    let lost = 0;
    const faults: FaultPlan = ({ method }) =>
      method === 'DELETE' && (lost += 1) === 1 ? { kind: 'lost', after: 100 } : undefined;
    const { stop } = await stage.playOut('rotate', { faults });
    expect([stop.rotation?.closed, stop.rotation?.rows['forward/revoke']?.result?.how]).toEqual([
      'done',
      'found',
    ]);
  });
});

describe('a vendor that says it does not know a key which is there', () => {
  it('is not believed: the path is wrong, and both stay alive', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    const handle = stage.vendor.handle;
    Object.assign(stage.vendor, {
      handle: (request: Parameters<typeof handle>[0]) =>
        request.method === 'DELETE' ? { status: 410, body: '' } : handle(request),
    });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5004']);
    expect(stop.error?.message).toContain('But the key is still there.');
    expect(stage.live).toHaveLength(2);
  });
});

describe('a disabled key that is gone before it can be enabled again', () => {
  it.each(STATUSES)('asks nobody to enable it, when that gets %d', async (status) => {
    const stage = await new Stage({ vendor: { goneStatus: status } }).begin();
    const [old] = stage.live;
    stage.service('billing-service').illWith = () => {
      if (old?.disabled === undefined) return false;
      old.revoked ??= stage.clock.now();
      return true;
    };
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK6005']);
  });
});

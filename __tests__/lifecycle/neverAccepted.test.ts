import { describe, expect, it } from '@jest/globals';
import { fakeJson } from '../../src/kits/fake/fake';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import { Stage } from '../support/stage';

/** The vendor answers a DELETE with 204 and deletes nothing, while `deaf` says so. */
function deafTo(stage: Stage, deaf: (id: string) => boolean): void {
  const handle = stage.vendor.handle;
  Object.assign(stage.vendor, {
    handle: (request: Parameters<typeof handle>[0]) => {
      const id = request.path.split('/').at(-1) ?? '';
      return request.method === 'DELETE' && deaf(id) ? { status: 204, body: '' } : handle(request);
    },
  });
}

describe('the refusal of a value that the vendor never accepted', () => {
  const grade = (stop: Awaited<ReturnType<Stage['play']>>['stop'], pass = 'discard'): unknown =>
    stop.rotation?.rows[`${pass as 'discard'}/prove`]?.result?.data['grade'];

  it('is no death of a new key that works late and outlives its DELETE', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: 45 * SECOND } } }).begin();
    deafTo(stage, () => true);
    const { stop } = await stage.playOut();
    // By then it works.
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5013']);
    expect(stage.live).toHaveLength(2);
  });

  it('is no death of a new key whose value came masked', async () => {
    const stage = await new Stage().begin();
    stage.vendor.spoilNext('create', (answer) => {
      const body = JSON.parse(answer.body) as { key: string };
      return fakeJson(201, { ...body, key: `${body.key.slice(0, 8)}****` });
    });
    deafTo(stage, () => true);
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, grade(stop)]).toEqual(['undone', 'unproven']);
  });

  it('leaves it to the list, which shows a new key no more', async () => {
    const stage = await new Stage({ vendor: { lags: { propagation: 60 * MINUTE } } }).begin();
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, grade(stop)]).toEqual(['undone', 'gone from list']);
    expect(stage.evidence().death.grade).toBe('gone from list');
  });

  it('is no death of an old key of which the store holds another value', async () => {
    const stage = await new Stage({ without: ['whoami', 'disable', 'last used'] }).begin();
    const [old] = stage.live;
    stage.edit({ api_key: 'a-value-that-never-worked' });
    deafTo(stage, () => true);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).not.toBe('done');
    expect(grade(stop, 'forward')).not.toBe('refused');
    expect(old?.revoked).toBeUndefined();
  });

  it('is no proof of a removal either', async () => {
    const stage = await new Stage({
      key: { usedBy: [] },
      without: ['whoami', 'disable', 'last used'],
    }).begin();
    stage.edit({ api_key: 'a-value-that-never-worked' });
    const { stop } = await stage.playOut('remove');
    expect([stop.rotation?.closed, grade(stop, 'forward')]).toEqual(['unproven', 'gone from list']);
  });
});

describe('the refusal of a value that was accepted', () => {
  it('proves its death, also when a person has revoked it in the grace period', async () => {
    const stage = await new Stage({ without: ['disable', 'last used'] }).begin();
    const [old] = stage.live;
    await stage.play();
    if (old) old.revoked = stage.clock.now();
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stop.rotation?.rows['forward/prove']?.result?.data['grade']]).toEqual([
      'done',
      'refused',
    ]);
  });

  it('proves the death of a key that a rehearsal made', async () => {
    const stage = await new Stage().begin();
    const { stop } = await stage.playOut('rehearse');
    expect(stop.rotation?.rows['discard/prove']?.result?.data['grade']).toBe('refused');
  });
});

import { describe, expect, it } from '@jest/globals';
import { HOUR, MINUTE, SECOND } from '../../src/domain/tools/time';
import { mayRevoke } from '../../src/lifecycle/revocation/mayRevoke';
import { Stage } from '../support/stage';
import { CALLS } from '../support/stopAt';

/** The billing service works with the key of today only. */
function illWithNew(stage: Stage): void {
  const old = stage.served('api_key_id');
  stage.service('billing-service').illWith = (id) => id !== old;
}

describe('what may die', () => {
  it('C5 after a step back the new key: a job that began with it continues for minutes, and would fail', async () => {
    const services = { 'payment-service': { batch: 9 * MINUTE } };
    const stage = await new Stage({ services }).begin();
    illWithNew(stage);
    const old = stage.served();
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stage.refusals]).toEqual(['undone', []]);
    expect(stage.live.map(({ value }) => value)).toEqual([old]);
    const [checked, condemned] = (['back/check:billing-service', 'back/condemn'] as const).map((row) =>
      Date.parse(stop.rotation?.rows[row]?.result?.at ?? ''),
    );
    expect((condemned ?? 0) - (checked ?? 0)).toBeGreaterThanOrEqual(10 * MINUTE);
  });

  it('C5 after a rollback by a person the same: it is served no more, and held all the same', async () => {
    const services = { 'payment-service': { batch: 9 * MINUTE } };
    const stage = await new Stage({ services }).begin();
    await stage.play();
    const back = { request: { rank: 'rollback', undo: 'customers complain' } } as const;
    const { stop } = await stage.playOut('rotate', back);
    expect([stop.rotation?.closed, stage.refusals]).toEqual(['undone', []]);
  });

  it('C6 nobody knows the id of the old key: the oldest, or the other one, would be ended', async () => {
    const stage = await new Stage({ without: ['whoami'] }).begin({ idBeside: false });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.rotation?.condemned]).toEqual(['person', []]);
    expect(stop.key.open?.person).toContain('Write key_id: of the old key');
    expect(stage.vendor.keys.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined, undefined]);
  });

  it('C6 a person replaced the key last week: the key that the journal knows would be ended, with whoever uses it', async () => {
    const stage = await new Stage().begin();
    await stage.playOut();
    const known = stage.vendor.keys.byValue(stage.served() ?? '');
    const theirs = stage.vendor.add('made by hand again');
    stage.edit({ api_key: theirs.value, api_key_id: theirs.id });
    for (const service of stage.services) service.start();
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, known?.revoked, known?.disabled]).toEqual(['done', undefined, undefined]);
    expect(theirs.revoked).toBeDefined();
    expect(stage.disk.facts.filter(({ type }) => type === 'warning')).toMatchObject([
      { message: expect.stringContaining(`${known?.id ?? ''} is alive`) },
    ]);
  });

  it('C7 the list holds the whole account: keys of others would be ended, also such that look like ours', async () => {
    const stage = await new Stage().begin();
    const labels = ['rekey-gateway-prod-0000000000', 'rekey-other-key-1a2b3c4d5e', 'made by hand'];
    const others = labels.map((label) => stage.vendor.add(label, 'foreign'));
    let isFirst = true;
    const { stop } = await stage.playOut('rotate', {
      faults: (call) => {
        if (!isFirst || !CALLS.creates(call)) return undefined;
        isFirst = false;
        return { kind: 'lost' };
      },
    });
    expect(stop.rotation?.closed).toBe('done');
    expect(others.map(({ revoked, disabled }) => revoked ?? disabled)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(stage.live).toHaveLength(1);
  });

  it('H7 a script that nobody listed uses the old key: it would fail when the grace period is over', async () => {
    const stage = await new Stage().begin();
    const [old] = stage.live;
    stage.employ('a-script');
    stage.service('a-script').tick = () => old && stage.vendor.keys.use(old);
    const { stop } = await stage.playOut();
    expect([stop.status, stop.key.open?.reason]).toEqual([
      'person',
      expect.stringContaining('something that is not listed still holds it'),
    ]);
    expect(stage.live.map(({ disabled }) => disabled)).toEqual([undefined, undefined]);
    expect(stage.clock.monotonic()).toBeGreaterThan(HOUR);
  });

  it('H7 Rekey would make the noise itself: until the drain is over it never calls the vendor with the old key', async () => {
    const stage = await new Stage().begin();
    const old = stage.served() ?? '';
    const noise: string[] = [];
    stage.watch = (_job, _origin, { path, headers }) => {
      const isDrained = stage.disk.facts.some((fact) => fact.type === 'condemn');
      const isSwitched = stage.served() !== old;
      if (isSwitched && !isDrained && JSON.stringify(headers).includes(old)) noise.push(path);
    };
    expect((await stage.playOut()).stop.rotation?.closed).toBe('done');
    expect(noise).toEqual([]);
  });

  it('H7 a vendor that never shows a use: silence would be called observed', async () => {
    const stage = await new Stage().begin();
    const { handle } = stage.vendor;
    Object.assign(stage.vendor, {
      handle: (request: Parameters<typeof handle>[0]) => {
        const answer = handle(request);
        return (
          answer && { ...answer, body: answer.body.replace(/"last_used_at":"[^"]*"/g, '"last_used_at":null') }
        );
      },
    });
    const { stop } = await stage.playOut();
    expect(stop.rotation?.closed).toBe('done');
    expect(stop.rotation?.rows['forward/drain']?.result).toMatchObject({
      how: 'not observed',
      data: { silent: 'not observed' },
    });
  });

  it('H11 the admin key is one of the keys: Rekey would cut off the branch that it sits on', () => {
    const against = mayRevoke({
      victim: 'k-admin',
      everCurrent: false,
      claimFresh: true,
      ours: 'its id is kept beside the value in this secret',
      isSurvivor: false,
      isCurrent: false,
      isCurrentElsewhere: false,
      isAdminKey: true,
      wasServed: false,
      survivorAccepted: true,
      unchecked: [],
      leftWithout: [],
      drained: true,
      graceLeft: 0,
    });
    expect(against).toEqual(['it is the admin key that Rekey works with']);
  });

  it('H13 the last workload was rolled late: a job that began right before would fail when grace counts from the switch', async () => {
    const services = { 'billing-service': { batch: 9 * MINUTE } };
    const stage = await new Stage({ services }).begin();
    const begun = stage.deploys.onOrder;
    stage.deploys.onOrder = (rollout) => {
      rollout.state = 'rolling';
      const delay = rollout.workload === 'billing-service' ? 4 * MINUTE : SECOND;
      void stage.clock.sleep(delay).then(() => begun(rollout));
    };
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stage.refusals]).toEqual(['done', []]);
    const rows = stop.rotation?.rows;
    const checked = Date.parse(rows?.['forward/check:billing-service']?.result?.at ?? '');
    expect(Date.parse(rows?.['forward/condemn']?.result?.at ?? '') - checked).toBeGreaterThanOrEqual(
      10 * MINUTE,
    );
  });
});

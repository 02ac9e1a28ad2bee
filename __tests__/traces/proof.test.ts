import { describe, expect, it } from '@jest/globals';
import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import { HOUR, MINUTE, SECOND, type Millis } from '../../src/domain/tools/time';
import { evidence } from '../../src/evidence/build';
import { Stage } from '../support/stage';
import { CALLS } from '../support/stopAt';

/** The vendor answers some requests otherwise, and does nothing. */
function instead({ vendor }: Stage, answer: (request: FakeRequest) => FakeResponse | undefined): void {
  const { handle } = vendor;
  Object.assign(vendor, { handle: (request: FakeRequest) => answer(request) ?? handle(request) });
}

const isRevoke = ({ method }: FakeRequest): boolean => method === 'DELETE';

describe('what is called dead', () => {
  it('H8 the vendor says deleted and did nothing: a living key would be called dead', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    instead(stage, (request) => (isRevoke(request) ? { status: 204, body: '' } : undefined));
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5013']);
    expect(stage.evidence().death.grade).not.toBe('refused');
  });

  it('H8 the vendor answers 404, as for a wrong account: the key would be called gone', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    instead(stage, (request) => (isRevoke(request) ? { status: 404, body: '' } : undefined));
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code, stage.live.length]).toEqual(['blocked', 'RK5013', 2]);
  });

  it('H8 the vendor refuses everybody for a minute: that would be taken for a proof', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    let since: Millis = Infinity;
    instead(stage, (request) => {
      if (isRevoke(request)) since = stage.clock.now();
      const isIll = stage.clock.now() < since + MINUTE && stage.clock.now() >= since;
      if (isIll && request.path === '/v1/ping') return { status: 401, body: '' };
      return isRevoke(request) ? { status: 204, body: '' } : undefined;
    });
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code]).toEqual(['blocked', 'RK5013']);
    expect(stage.evidence().death.grade).not.toBe('refused');
  });

  it.each([
    [4, 'done', 'removed'],
    [8, 'blocked', undefined],
  ])(
    'H8 the vendor refuses everybody for a minute while a removed key lives on for %i: there is no other key to compare with',
    async (minutes, status, closed) => {
      const limits = { revocation_lag: '3s' };
      const stage = await new Stage({ key: { usedBy: [] }, without: ['disable'], limits }).begin();
      Object.assign(stage.vendor.keys.lags, { revocation: minutes * MINUTE });
      let since: Millis = Infinity;
      instead(stage, (request) => {
        const now = stage.clock.now();
        if (isRevoke(request)) since = now;
        const isIll = now >= since && now < since + 66 * SECOND;
        return isIll && request.path === '/v1/ping' ? { status: 401, body: '' } : undefined;
      });
      const { stop } = await stage.playOut('remove');
      expect([stop.status, stop.rotation?.closed]).toEqual([status, closed]);
      const proved = stop.rotation?.rows['forward/prove']?.result?.at;
      if (proved !== undefined) expect(Date.parse(proved) - since).toBeGreaterThan(minutes * MINUTE);
    },
  );

  it('H8 the vendor accepts a revoked key for an hour more: it would be called alive, or dead too early', async () => {
    const options = { vendor: { lags: { revocation: HOUR } }, limits: { revocation_lag: '1h' } };
    const stage = await new Stage({ ...options, without: ['disable'] }).begin();
    const { stop } = await stage.playOut();
    const rows = stop.rotation?.rows;
    const [revoked, proved] = (['forward/revoke', 'forward/prove'] as const).map((row) =>
      Date.parse(rows?.[row]?.result?.at ?? ''),
    );
    expect([stop.rotation?.closed, stage.evidence().death.grade]).toEqual(['done', 'refused']);
    expect((proved ?? 0) - (revoked ?? 0)).toBeGreaterThanOrEqual(HOUR);
  });

  it('H8 the old value is no longer kept: nobody can try it any more, and done would be a lie', async () => {
    const stage = await new Stage({ without: ['disable'] }).begin();
    await stage.play();
    for (let writes = 0; writes < 12; writes += 1) stage.edit({ other: String(writes) });
    stage.key = { ...stage.key, keyId: stage.live[0]?.id ?? '' };
    const { stop } = await stage.playOut();
    expect([stop.rotation?.closed, stage.evidence().death.grade]).toEqual(['unproven', 'gone from list']);
    expect(stage.live).toHaveLength(1);
  });

  it('H19 disable answered well and nothing was disabled: contained would be a lie', async () => {
    const stage = await new Stage().begin();
    instead(stage, ({ method, body }) =>
      method === 'PATCH' && body.includes('false') ? { status: 200, body: '{}' } : undefined,
    );
    const { stop } = await stage.playOut();
    expect([stop.status, stop.error?.code, stage.live.length]).toEqual(['blocked', 'RK5012', 2]);
  });
});

describe('evidence', () => {
  it('H19 of what was found: it would say that this run did it', async () => {
    const stage = await new Stage().begin();
    const job = stage.nextJob;
    let writes = 0;
    const dies = stage.play('rotate', {
      faults: (call) =>
        CALLS.writesSlot(call) && (writes += 1) === 2 ? { kind: 'kill', when: 'after' } : undefined,
    });
    await expect(dies).rejects.toThrow('killed');
    stage.over.add(job);
    const { stop } = await stage.playOut();
    expect(stop.rotation?.rows['forward/create']?.result?.how).toBe('found');
    expect(stop.rotation?.rows['forward/promote']?.result?.how).toBe('did');
    const gates = JSON.stringify(stage.evidence());
    expect(gates).toContain('found');
  });

  it('H19 of a close that is repeated: two files that differ would be on one ticket', async () => {
    const stage = await new Stage().begin();
    const { stop } = await stage.playOut();
    const facts = stop.facts ?? [];
    const close = facts.findIndex((fact) => fact.type === 'intent' && fact.row === 'forward/close');
    const upTo = facts.slice(0, close + 1);
    const again = facts
      .slice(close)
      .map((fact) => ({ ...fact, at: '2030-01-01T00:00:00.000Z', by: 'another' }));
    expect(close).toBeGreaterThan(0);
    expect(evidence(facts)).toEqual(evidence(upTo));
    expect(evidence([...upTo, ...again])).toEqual(evidence(upTo));
  });
});

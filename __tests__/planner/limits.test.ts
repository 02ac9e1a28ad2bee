import { describe, expect, it } from '@jest/globals';
import type { KeyConfig } from '../../src/domain/config';
import { DAY } from '../../src/domain/tools/time';
import { plan } from '../../src/planner/plan';
import { ago, config, key, NOW, openRotation, planned, request, state } from './build';

const late = { adopted: ago(40 * DAY) };
const many = (count: number, more: Partial<KeyConfig> = {}) =>
  Array.from({ length: count }, (_, index) => key(`k${index}`, more));
const actions = (items: ReturnType<typeof planned>): readonly string[] =>
  Object.values(items).map((item) => item.action);
const count = (items: ReturnType<typeof planned>, action: string): number =>
  actions(items).filter((it) => it === action).length;

describe('limits of one run', () => {
  it('start so many and put the others off, saying why', () => {
    const keys = many(8);
    const items = planned(
      config(keys),
      keys.map((entry) => state(entry, late)),
    );
    expect(count(items, 'rotate')).toBe(5);
    const waiting = Object.values(items).filter((item) => item.action === 'wait');
    expect(waiting).toHaveLength(3);
    expect(waiting[0]?.why).toContain('5 start in one run (limits.starts_per_tick)');
  });

  it('start the overdue first, then the critical', () => {
    const keys = [key('new'), key('weak', { criticality: 'low' }), key('vital', { criticality: 'critical' })];
    const due = { adopted: ago(30 * DAY - 1000), lastPromote: ago(30 * DAY - 1000) };
    const states = keys.map((entry) => state(entry, entry.name === 'new' ? late : due));
    const { items } = plan(
      { ...config(keys), limits: { startsPerTick: 2, atOnce: 1 } },
      new Map(states.map((it) => [it.identity, it])),
      NOW,
      request(),
    );
    expect(items.filter((item) => item.action === 'rotate').map((item) => item.key)).toEqual([
      'new',
      'vital',
    ]);
  });

  it('never hold back an adoption or what is open', () => {
    const keys = many(20);
    expect(count(planned(config(keys), []), 'adopt')).toBe(20);
    const open = keys.map((entry) => state(entry, { open: openRotation() }));
    expect(count(planned(config(keys), open), 'resume')).toBe(20);
  });

  it('let one rotation at a time at a vendor, and one for a workload', () => {
    const vendor = many(3, { vendor: 'gateway' });
    expect(
      count(
        planned(
          config(vendor),
          vendor.map((it) => state(it, late)),
        ),
        'rotate',
      ),
    ).toBe(1);
    const service = many(3, { usedBy: ['payment-service'] });
    const items = planned(
      config(service),
      service.map((it) => state(it, late)),
    );
    expect(count(items, 'rotate')).toBe(1);
    expect(Object.values(items)[1]?.why).toContain('workload payment-service has a rotation already');
  });

  it('count a rotation that another run is at, and not one that waits', () => {
    const keys = many(2, { vendor: 'gateway' });
    const [one, other] = keys as [KeyConfig, KeyConfig];
    const running = [state(one, { open: openRotation() }), state(other, late)];
    expect(planned(config(keys), running)['k1']?.action).toBe('wait');
    const waiting = openRotation({ status: 'waiting', resumeAt: ago(-DAY), reason: 'grace' });
    expect(planned(config(keys), [state(one, { open: waiting }), state(other, late)])['k1']?.action).toBe(
      'rotate',
    );
  });
});

describe('what people ask for by name', () => {
  const keys = many(7, { vendor: 'gateway' });
  const names = keys.map((entry) => entry.name);
  const asked = { selected: new Set(names), force: true };
  const states = keys.map((entry) => state(entry));

  it('is refused as a whole when it is too much, with the names to repeat', () => {
    const items = planned(config(keys), states, asked);
    expect(new Set(actions(items))).toEqual(new Set(['refused']));
    const [finding] = items['k0']?.findings.filter(({ rule }) => rule === 'limits') ?? [];
    expect(finding).toMatchObject({ code: 'RK1004', weight: 'refuse' });
    expect(finding?.message).toContain('repeat them in confirm: k0,k1,k2,k3,k4,k5,k6');
  });

  it('is done once the names are repeated', () => {
    expect(count(planned(config(keys), states, { ...asked, confirm: names }), 'rotate')).toBe(7);
    expect(count(planned(config(keys), states, { ...asked, confirm: names.slice(1) }), 'rotate')).toBe(0);
  });

  it('is not put off to a run that would not know of it', () => {
    const few = { selected: new Set(names.slice(0, 3)), force: true };
    expect(count(planned(config(keys), states, few), 'rotate')).toBe(3);
  });
});

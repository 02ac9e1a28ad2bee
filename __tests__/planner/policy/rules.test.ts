import { describe, expect, it } from '@jest/globals';
import type { Window } from '../../../src/domain/config';
import { DAY, instant } from '../../../src/domain/tools/time';
import { nextOpening } from '../../../src/planner/policy/windows';
import { ago, config, key, NOW, planned, state } from '../build';

const a = key('a');
const late = [state(a, { adopted: ago(40 * DAY) })];
const window = (allow: string, more: Partial<Window> = {}): Window => ({
  allow,
  timezone: 'Europe/Amsterdam',
  ...more,
});
const at = (text: string): number => Date.parse(text);

describe('windows', () => {
  it.each([
    // Amsterdam is an hour ahead of UTC in winter, two in summer.
    ['Mon-Thu 02:00-05:00', '2026-11-18T01:00:00Z', '2026-11-18T01:00:00Z'],
    ['Mon-Thu 02:00-05:00', '2026-11-18T03:59:59Z', '2026-11-18T03:59:59Z'],
    ['Mon-Thu 02:00-05:00', '2026-11-18T04:00:00Z', '2026-11-19T01:00:00Z'],
    ['Mon-Thu 02:00-05:00', '2026-11-19T12:00:00Z', '2026-11-23T01:00:00Z'],
    ['Mon-Thu 02:00-05:00', '2026-07-15T00:00:00Z', '2026-07-15T00:00:00Z'],
    ['Sat,Sun 22:00-04:00', '2026-11-16T02:00:00Z', '2026-11-16T02:00:00Z'],
    ['Sat,Sun 22:00-04:00', '2026-11-16T03:00:00Z', '2026-11-21T21:00:00Z'],
    ['Fri-Mon 10:00-11:00', '2026-11-18T12:00:00Z', '2026-11-20T09:00:00Z'],
    ['02:00-05:00', '2026-11-18T12:00:00Z', '2026-11-19T01:00:00Z'],
  ])('%s at %s: %s', (allow, now, opening) => {
    expect(instant(nextOpening(window(allow), at(now)))).toBe(instant(at(opening)));
  });

  it('let a rotation start inside and make it wait outside', () => {
    const settings = config([a], { windows: [window('Mon-Thu 02:00-05:00')] });
    expect(planned(settings, late)['a']?.action).toBe('rotate');
    const { a: item } = planned(settings, late, {}, NOW + DAY / 2);
    expect(item).toMatchObject({ action: 'wait', resumeAt: '2026-11-19T01:00:00.000Z' });
    expect(item?.why).toContain('the next one opens at 2026-11-19 01:00 UTC');
  });

  it('hold also for what a person forces', () => {
    const settings = config([a], { windows: [window('Mon-Thu 02:00-05:00')] });
    const forced = { selected: new Set(['a']), force: true };
    expect(planned(settings, late, forced, NOW + DAY / 2)['a']?.action).toBe('wait');
  });

  it('hold only for their environment and keys, and one open window is enough', () => {
    const shut = window('Sat 00:00-01:00');
    const staging = config([a], { windows: [{ ...shut, environment: 'staging' }] });
    expect(planned(staging, late)['a']?.action).toBe('rotate');
    const others = config([a], { windows: [{ ...shut, keys: ['b'] }] });
    expect(planned(others, late)['a']?.action).toBe('rotate');
    const two = config([a], { windows: [shut, window('Wed 02:00-04:00')] });
    expect(planned(two, late)['a']?.action).toBe('rotate');
  });

  it('never stop a rehearsal, which changes nothing that is served', () => {
    const settings = config([a], { windows: [window('Sat 00:00-01:00')] });
    const rehearse = { command: 'rehearse', selected: new Set(['a']) };
    expect(planned(settings, late, rehearse)['a']?.action).toBe('rehearse');
  });
});

describe('approval', () => {
  const settings = config([key('a', { criticality: 'critical' })], { approveStart: ['critical'] });

  it('is waited for before a start', () => {
    const { a: item } = planned(settings, late);
    expect(item).toMatchObject({ action: 'wait', findings: [{ rule: 'approve', weight: 'wait' }] });
    expect(item?.why).toContain('approve a run in the environment production');
  });

  it('once given lets it start', () => {
    expect(planned(settings, late, { approvedBy: 'alice' })['a']?.action).toBe('rotate');
  });

  it('is not asked for other criticalities', () => {
    expect(planned(config([a], { approveStart: ['critical'] }), late)['a']?.action).toBe('rotate');
  });
});

describe('warnings', () => {
  it('say that a key is older than policy allows', () => {
    const settings = config([a], { maxAge: { medium: 35 * DAY } });
    expect(planned(settings, late)['a']?.findings).toEqual([
      {
        rule: 'max_age',
        code: 'RK8001',
        weight: 'warn',
        message: 'is 40d old; policy allows 35d for medium',
      },
    ]);
  });

  it('say that the entry asks for less than policy', () => {
    const entry = key('a', { frequency: 365 * DAY });
    const settings = config([entry], { maxAge: { medium: 41 * DAY } });
    expect(planned(settings, late)['a']?.findings[0]?.message).toBe(
      'rotation_frequency 365d and grace_period 1d are more than policy allows for medium (41d), so it is rotated earlier than its entry says',
    );
  });

  it('say that nothing is checked', () => {
    const [finding] = planned(config([key('a', { usedBy: [] })]), late)['a']?.findings ?? [];
    expect(finding).toMatchObject({ rule: 'health', weight: 'warn' });
    const settings = config([a]);
    const blind = {
      ...settings,
      workloads: { 'service-of-a': { name: 'service-of-a', checks: [], holdsKeyFor: 1, line: 1 } },
    };
    expect(planned(blind, late)['a']?.findings[0]?.message).toContain('service-of-a: no check');
  });
});

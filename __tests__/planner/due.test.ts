import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, instant, millis } from '../../src/domain/tools/time';
import { dueOf } from '../../src/planner/due';
import { ago, key, NOW, state } from './build';

const none = { maxAge: {}, windows: [], approveStart: [] };
const ninety = { ...none, maxAge: { medium: 90 * DAY } };

describe('when a key is due', () => {
  it('counts from the last switch, not from the adoption', () => {
    const entry = key('a');
    const adopted = dueOf(entry, state(entry, { adopted: ago(100 * DAY) }), none);
    const promoted = dueOf(entry, state(entry, { adopted: ago(100 * DAY), lastPromote: ago(DAY) }), none);
    expect((promoted?.at ?? 0) - (adopted?.at ?? 0)).toBe(99 * DAY);
  });

  it('is a fixed little before the frequency is over, another for each key', () => {
    const ats = Array.from({ length: 200 }, (_, index) => {
      const entry = key(`key-${index}`);
      const due = dueOf(entry, state(entry, { lastPromote: instant(NOW) }), none);
      expect(due).toEqual(dueOf(entry, state(entry, { lastPromote: instant(NOW) }), none));
      return (due?.at ?? 0) - NOW;
    });
    expect(Math.min(...ats)).toBeGreaterThan(27 * DAY);
    expect(Math.max(...ats)).toBeLessThanOrEqual(30 * DAY);
    const days = ats.map((at) => Math.floor(at / DAY));
    for (const day of [27, 28, 29]) expect(days.filter((it) => it === day).length).toBeGreaterThan(40);
  });

  it('does not move with a rename', () => {
    const entry = key('a');
    const renamed = { ...entry, name: 'b' };
    expect(dueOf(renamed, state(renamed), none)).toEqual(dueOf(entry, state(entry), none));
  });

  it('is the next time of the schedule after the last switch, in UTC', () => {
    const { frequency: _frequency, ...rest } = key('a', { schedule: '0 2 1 * *' });
    const due = dueOf(rest, state(rest, { lastPromote: '2026-10-31T23:00:00.000Z' }), none);
    expect(instant(due?.at ?? 0)).toBe('2026-11-01T02:00:00.000Z');
    expect(due?.latest).toBe((due?.at ?? 0) + DAY);
  });

  it('leaves room for the grace period below the maximum of policy', () => {
    const entry = key('a', { frequency: 365 * DAY, grace: 10 * DAY });
    const due = dueOf(entry, state(entry, { lastPromote: instant(NOW) }), ninety);
    expect(due?.latest).toBe(NOW + 90 * DAY);
    expect(due?.at).toBeLessThanOrEqual(NOW + 77 * DAY);
    expect(due?.at).toBeGreaterThan(NOW + 67 * DAY);
    expect(due?.reason).toBe('policy allows 90d for medium');
  });

  it('is never at once after a switch, however little room policy leaves', () => {
    const entry = key('a', { frequency: 365 * DAY, grace: 89 * DAY });
    const due = dueOf(entry, state(entry, { lastPromote: instant(NOW) }), ninety);
    expect(due?.at).toBe(NOW + DAY / 2);
  });

  it('is before the vendor ends the key, by the grace period and a margin', () => {
    const entry = key('a');
    const expires = instant(NOW + 20 * DAY);
    const due = dueOf(entry, state(entry, { lastPromote: instant(NOW), expires }), none);
    expect(due?.at).toBe(NOW + 16 * DAY);
    expect(due?.latest).toBe(NOW + 19 * DAY);
  });

  it('leaves a short-lived key some of its life', () => {
    const entry = key('a');
    const expires = instant(NOW + 10 * HOUR);
    const due = dueOf(entry, state(entry, { lastPromote: instant(NOW), expires }), none);
    expect(due?.at).toBe(NOW + 3 * HOUR);
  });

  it('forgets an expiry that is older than the last switch', () => {
    const entry = key('a');
    const known = state(entry, { lastPromote: instant(NOW), expires: ago(HOUR) });
    expect(dueOf(entry, known, none)?.reason).toBe('every 30d');
  });

  it('is unknown before the adoption, and without any reason', () => {
    const { frequency: _frequency, ...rest } = key('a');
    const { adopted: _adopted, ...fresh } = state(key('a'));
    expect(dueOf(key('a'), fresh, none)).toBeUndefined();
    expect(dueOf(rest, state(rest), none)).toBeUndefined();
  });

  it('counts by the time stamps of the journal', () => {
    const entry = key('a');
    const due = dueOf(entry, state(entry, { lastPromote: ago(31 * DAY) }), none);
    expect(due?.latest).toBe(millis(ago(DAY)));
  });
});

import { describe, expect, it } from '@jest/globals';
import { DAY, HOUR, instant, MINUTE } from '../../src/domain/tools/time';
import { plan } from '../../src/planner/plan';
import { ago, config, key, NOW, openRotation, planned, request, state } from './build';

const a = key('a');
const late = { adopted: ago(40 * DAY) };

describe('a new entry', () => {
  it('is adopted first, even when its frequency would make it due', () => {
    const { a: item } = planned(config([a]), []);
    expect(item).toMatchObject({ action: 'adopt', overdue: false });
    expect(item?.why).toContain('nothing is rotated');
  });

  it('of forty keys rotates none on the first day', () => {
    const keys = Array.from({ length: 40 }, (_, index) => key(`k${index}`));
    const actions = new Set(Object.values(planned(config(keys), [])).map((item) => item.action));
    expect([...actions]).toEqual(['adopt']);
  });

  it('is rotated at once when a person names it and says now', () => {
    expect(planned(config([a]), [], { selected: new Set(['a']), force: true })['a']?.action).toBe('rotate');
  });
});

describe('a key that is not due', () => {
  it('is left alone, and the plan says when', () => {
    const { a: item } = planned(config([a]), [state(a)]);
    expect(item?.action).toBe('nothing');
    expect(item?.why).toMatch(/^due at 2026-12-0\d \d\d:\d\d UTC \(every 30d\)$/);
    expect(item?.due).toMatch(/^2026-12-0/);
  });

  it('is not forced by being selected', () => {
    expect(planned(config([a]), [state(a)], { selected: new Set(['a']) })['a']?.action).toBe('nothing');
  });

  it('is forced by now, but only when it is selected', () => {
    const b = key('b');
    const both = config([a, b]);
    const states = [state(a), state(b)];
    const { a: first, b: second } = planned(both, states, { selected: new Set(['a']), force: true });
    expect(first).toMatchObject({ action: 'rotate', why: 'asked for with now' });
    expect(second).toBeUndefined();
    expect(planned(both, states, { force: true })['b']?.action).toBe('nothing');
  });
});

describe('a key that is due', () => {
  it('is rotated', () => {
    const { a: item } = planned(config([a]), [state(a, { adopted: ago(30 * DAY + MINUTE) })]);
    expect(item?.action).toBe('rotate');
  });

  it('is overdue after its frequency, which a missed tick shows', () => {
    const { a: item } = planned(config([a]), [state(a, late)]);
    expect(item).toMatchObject({ action: 'rotate', overdue: true });
    expect(item?.why).toContain('overdue by 10d');
  });

  it('waits out the back-off after an undone rotation', () => {
    const undone = state(a, { ...late, failures: 1, notBefore: instant(NOW + HOUR) });
    const { a: item } = planned(config([a]), [undone]);
    expect(item).toMatchObject({ action: 'wait', resumeAt: instant(NOW + HOUR) });
    expect(planned(config([a]), [undone], {}, NOW + HOUR)['a']?.action).toBe('rotate');
  });

  it('does not wait out the back-off when a person says now', () => {
    const undone = state(a, { failures: 1, notBefore: instant(NOW + HOUR) });
    expect(planned(config([a]), [undone], { selected: new Set(['a']), force: true })['a']?.action).toBe(
      'rotate',
    );
  });
});

describe('what is open', () => {
  it('is resumed before anything is started', () => {
    const b = key('b');
    const states = [state(a, late), state(b, { open: openRotation() })];
    const { items } = plan(config([a, b]), new Map(states.map((it) => [it.identity, it])), NOW, request());
    expect(items.map((item) => `${item.action} ${item.key}`)).toEqual(['resume b', 'rotate a']);
  });

  it('waits until its time, and is resumed then', () => {
    const waiting = openRotation({
      status: 'waiting',
      resumeAt: instant(NOW + HOUR),
      reason: 'the grace period',
    });
    const states = [state(a, { ...late, open: waiting })];
    expect(planned(config([a]), states)['a']).toMatchObject({
      action: 'wait',
      rotation: 'r1',
      resumeAt: instant(NOW + HOUR),
      why: 'the grace period; continues at 2026-11-18 03:00 UTC',
    });
    expect(planned(config([a]), states, {}, NOW + HOUR)['a']?.action).toBe('resume');
  });

  it('says what a person must do, and looks again at its time', () => {
    const asked = openRotation({
      status: 'person',
      resumeAt: instant(NOW + DAY),
      reason: 'the id is unknown',
      person: 'Write key_id.',
    });
    const states = [state(a, { open: asked })];
    const { a: item } = planned(config([a]), states);
    expect(item?.why).toBe('the id is unknown. A person must act: Write key_id.');
    expect(planned(config([a]), states, {}, NOW + DAY)['a']?.action).toBe('resume');
  });

  it('and blocked needs a release', () => {
    const blocked = state(a, {
      open: openRotation({ status: 'blocked', reason: 'two stories' }),
      blocked: { code: 'RK7008', why: 'two stories', since: ago(HOUR) },
    });
    const { a: item } = planned(config([a]), [blocked]);
    expect(item).toMatchObject({ action: 'blocked', rotation: 'r1' });
    expect(item?.why).toContain('two stories; fix it, then run release');
  });

  it('is not touched on hold', () => {
    const held = state(a, {
      open: openRotation(),
      hold: { actor: 'alice', reason: 'incident', since: ago(HOUR) },
    });
    const { a: item } = planned(config([a]), [held], { selected: new Set(['a']), force: true });
    expect(item).toMatchObject({ action: 'refused', findings: [{ code: 'RK8002' }] });
    expect(item?.why).toBe('on hold since 2026-11-18 01:00 UTC by alice: incident');
  });

  it('is taken back on a person’s word, also when it is blocked', () => {
    const states = [state(a, { open: openRotation({ status: 'blocked', reason: 'x' }) })];
    const rollback = { command: 'rollback', selected: new Set(['a']) };
    expect(planned(config([a]), states, rollback)['a']).toMatchObject({ action: 'rollback', rotation: 'r1' });
    const other = planned(config([a]), states, { ...rollback, rotation: 'r0' });
    expect(other['a']).toMatchObject({ action: 'refused', findings: [{ code: 'RK7010' }] });
    expect(planned(config([a]), [state(a)], rollback)['a']?.action).toBe('refused');
  });
});

describe('an open rotation that somebody gives up', () => {
  const abandon = { command: 'abandon', selected: new Set(['a']) };
  const chosen = (state_: Parameters<typeof planned>[1], more = {}) =>
    planned(config([a]), state_, { ...abandon, ...more })['a'];

  it('is given up when it is blocked or needs a person', () => {
    for (const status of ['blocked', 'person'] as const) {
      const states = [state(a, { open: openRotation({ status, reason: 'x' }) })];
      expect(chosen(states)).toMatchObject({ action: 'abandon', rotation: 'r1' });
      expect(chosen(states, { rotation: 'r0' })).toMatchObject({ action: 'refused' });
    }
  });

  it('continues when it can, and says what to do instead', () => {
    const item = chosen([state(a, { open: openRotation() })]);
    expect(item).toMatchObject({ action: 'refused', findings: [{ code: 'RK7015' }] });
    expect(item?.why).toContain('rollback takes it back, hold stops it');
    expect(chosen([state(a)])?.action).toBe('refused');
  });
});

describe('an entry that is gone from the config', () => {
  it('is unmanaged and its key stays alive', () => {
    const { a: item } = planned(config([]), [state(a)]);
    expect(item?.action).toBe('unmanaged');
    expect(item?.why).toContain('STAYS ALIVE');
  });

  it('names the rotation that is still open', () => {
    expect(planned(config([]), [state(a, { open: openRotation() })])['a']?.why).toContain(
      'rotation r1 is open',
    );
  });

  it('is silent once it was removed with proof', () => {
    expect(planned(config([]), [state(a, { removed: { at: ago(DAY), proved: true } })])).toEqual({});
  });

  it('is named while nobody has proved that it is dead', () => {
    const { a: item } = planned(config([]), [state(a, { removed: { at: ago(DAY), proved: false } })]);
    expect(item?.why).toContain('nobody has proved that it is dead');
  });

  it('comes back under another name as the same key', () => {
    const renamed = { ...a, name: 'b' };
    const items = planned(config([renamed]), [state(a)]);
    expect(Object.keys(items)).toEqual(['b']);
    expect(items['b']?.action).toBe('nothing');
  });
});

describe('a key that was removed', () => {
  const removed = { at: ago(DAY), proved: true };
  const undone = { rotation: 'r2', outcome: 'undone', at: ago(HOUR) } as const;

  it.each([
    ['while its entry is still there', { removed }],
    ['when it was given a key again, and that was undone', { removed, last: undone, failures: 1 }],
    ['when nobody could prove that it is dead', { removed: { ...removed, proved: false } }],
  ])('is neither adopted nor rotated again %s', (_when, parts) => {
    for (const dates of [{}, late]) {
      const { a: item } = planned(config([a]), [state(a, { ...dates, ...parts })]);
      expect(item).toMatchObject({ action: 'nothing', overdue: false });
      expect(item?.why).toContain('take its entry out of the config');
    }
  });

  it('is removed once more only when nobody has proved that it is dead', () => {
    const again = { command: 'remove', selected: new Set(['a']) } as const;
    const actions = [true, false].map(
      (proved) => planned(config([a]), [state(a, { removed: { ...removed, proved } })], again)['a']?.action,
    );
    expect(actions).toEqual(['nothing', 'remove']);
  });
});

describe('the environment of the job', () => {
  const production = config([a, key('s', { environment: 'staging' })]);
  const states = [state(a, late), state(key('s', { environment: 'staging' }), late)];

  it('acts only on its own keys', () => {
    const items = planned(production, states, { environment: 'staging' });
    expect([items['a']?.action, items['s']?.action]).toEqual(['nothing', 'rotate']);
    expect(items['a']?.why).toBe(
      'runs only in the environment production; this job has the environment staging',
    );
  });

  it('refuses a key of another one that was named', () => {
    const { a: item } = planned(production, states, { environment: '', selected: new Set(['a']) });
    expect(item).toMatchObject({ action: 'refused', findings: [{ code: 'RK3006' }] });
    expect(item?.why).toContain('this job has no environment');
  });

  it('named …-resume finishes and starts nothing', () => {
    const job = { environment: 'production-resume' };
    expect(planned(production, states, job)['a']?.action).toBe('nothing');
    expect(planned(production, [], job)['a']?.action).toBe('nothing');
    expect(planned(production, states, { ...job, selected: new Set(['a']), force: true })['a']?.action).toBe(
      'nothing',
    );
    const open = [state(a, { open: openRotation() })];
    expect(planned(production, open, job)['a']?.action).toBe('resume');
  });

  it('does not matter where no job runs', () => {
    expect(planned(production, states)['a']?.action).toBe('rotate');
  });
});

describe('commands that name their keys', () => {
  it.each(['remove', 'rehearse'] as const)('%s acts whatever the date', (command) => {
    expect(planned(config([a]), [state(a)], { command, selected: new Set(['a']) })['a']?.action).toBe(
      command,
    );
  });

  it('finish what is open first', () => {
    const states = [state(a, { open: openRotation() })];
    const remove = { command: 'remove', selected: new Set(['a']) };
    expect(planned(config([a]), states, remove)['a']?.action).toBe('resume');
  });
});

describe('one credential behind two entries', () => {
  it('is not rotated for either', () => {
    const b = key('b', { vendor: a.vendor });
    const states = [state(a, { ...late, currentId: 'K1' }), state(b, { currentId: 'K1' })];
    expect(planned(config([a, b]), states)['a']).toMatchObject({
      action: 'refused',
      findings: [{ code: 'RK2008', weight: 'refuse' }],
    });
  });

  it('is another one at another vendor', () => {
    const b = key('b');
    const states = [state(a, { ...late, currentId: 'K1' }), state(b, { currentId: 'K1' })];
    expect(planned(config([a, b]), states)['a']?.action).toBe('rotate');
  });
});

describe('the plan', () => {
  it('is plain data, the same for the same input', () => {
    const keys = new Map([state(a, late)].map((it) => [it.identity, it]));
    const one = plan(config([a]), keys, NOW, request());
    expect(one).toEqual(plan(config([a]), keys, NOW, request()));
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
    expect(one).toMatchObject({ v: 1, at: instant(NOW), command: 'rotate', journal: 'c0ffee' });
  });
});

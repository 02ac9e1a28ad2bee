import { describe, expect, it } from '@jest/globals';
import { credentialLabel, keyIdentity, shortIdentity } from '../../../src/domain/key';
import { foldKey, newKey, type KeyState } from '../../../src/domain/journal/keyState';
import { DAY, HOUR, millis, MINUTE } from '../../../src/domain/tools/time';
import { created, draining, IDENTITY, keyConfig, removed, rotated, Tale } from '../../support/facts';

const after = (before: KeyState, tale: Tale): KeyState => foldKey(before, tale.facts);
const undone = (rotation: string): Tale => created(new Tale(rotation)).closes('discard', 'undone');

describe('the state of a key', () => {
  it('names the last fact and counts them all', () => {
    const tale = rotated();
    expect(tale.state).toMatchObject({
      identity: IDENTITY,
      name: 'gateway-prod',
      environment: 'production',
      head: tale.facts[tale.facts.length - 1]?.id,
      count: tale.facts.length,
    });
  });

  it('is the same in however many pieces the facts come', () => {
    const { facts, state } = rotated();
    for (let cut = 0; cut <= facts.length; cut += 1) {
      const first = foldKey(newKey(IDENTITY, 'gateway-prod'), facts.slice(0, cut));
      expect(foldKey(first, facts.slice(cut))).toEqual(state);
    }
  });

  it('is waiting, with a time, while a rotation drains', () => {
    const { state, facts } = draining();
    expect(state.open).toMatchObject({ status: 'waiting', reason: 'grace period of 1d', pass: 'forward' });
    expect(state.open?.claim).toBeUndefined();
    expect(millis(state.open?.resumeAt ?? '') - millis(facts[facts.length - 2]?.at ?? '')).toBe(DAY);
  });

  it('asks for a person when a wait does', () => {
    const { state } = created().waits('forward/promote', 'approval', DAY, 'Approve it.');
    expect(state.open).toMatchObject({ status: 'person', person: 'Approve it.' });
    expect(
      created().waits('forward/promote', 'approval', DAY, 'x').intent('forward/promote').state.open,
    ).toMatchObject({
      status: 'running',
    });
  });

  it('asks for nobody any more once it waits for something else', () => {
    const { state } = created()
      .waits('forward/promote', 'approval', DAY, 'Approve it.')
      .waits('forward/promote', 'the store is away', DAY);
    expect(state.open).toMatchObject({ status: 'waiting', reason: 'the store is away' });
    expect(state.open?.person).toBeUndefined();
  });

  it('leaves the state it begins with as it is', () => {
    const { state, facts } = draining();
    const before = JSON.stringify(state);
    for (const fact of facts) foldKey(state, [fact]);
    expect(JSON.stringify(state)).toBe(before);
  });

  it('is closed with an outcome', () => {
    const { state } = rotated();
    expect(state.open).toBeUndefined();
    expect(state).toMatchObject({ failures: 0, currentId: 'k-new', last: { outcome: 'done' } });
  });
});

describe('taking over', () => {
  it('counts until something is achieved', () => {
    const tale = created();
    for (let count = 1; count <= 3; count += 1) {
      tale.after(2 * HOUR).claim({ takenFrom: 'n1' });
      expect(tale.state.open?.takeovers).toBe(count);
    }
    expect(tale.result('forward/verify', 'observed').state.open?.takeovers).toBe(0);
  });

  it('of a released claim counts nothing', () => {
    expect(draining().claim().state.open?.takeovers).toBe(0);
  });
});

describe('failures', () => {
  it('back off for longer each time, and the third blocks', () => {
    let state = newKey(IDENTITY, 'gateway-prod');
    const backOff: number[] = [];
    for (const rotation of ['r1', 'r2', 'r3']) {
      state = after(state, undone(rotation));
      backOff.push((millis(state.notBefore ?? '') - millis(state.last?.at ?? '')) / HOUR);
    }
    expect(backOff).toEqual([1, 6, 24]);
    expect(state).toMatchObject({ failures: 3, blocked: { code: 'RK8003' } });
  });

  it('are forgotten after a success, and when a person lifts the block', () => {
    const failed = after(after(newKey(IDENTITY, 'gateway-prod'), undone('r1')), undone('r2'));
    expect(after(failed, rotated(new Tale('r3')))).toMatchObject({ failures: 0 });
    const lifted = after(failed, new Tale('-').say({ type: 'unhold', actor: 'ada', reason: 'fixed' }));
    expect(lifted.failures).toBe(0);
    expect(lifted.notBefore).toBeUndefined();
  });
});

describe('a removal', () => {
  const gone = removed().state;

  it('is known from the condemn on, proved or not, whatever becomes of the rotation', () => {
    expect(gone.removed).toMatchObject({ proved: false });
    expect(new Tale().claim({ kind: 'remove' }).closes('forward', 'removed').state.removed).toMatchObject({
      proved: true,
    });
    const cut = removed().facts.findIndex(({ type }) => type === 'condemn');
    const before = foldKey(newKey(IDENTITY, 'gateway-prod'), removed().facts.slice(0, cut));
    expect(before.removed).toBeUndefined();
    expect(foldKey(before, removed().facts.slice(cut, cut + 1)).removed).toBeDefined();
  });

  it('outlasts a rotation that is undone, and ends with a switch to a new key', () => {
    expect(after(gone, undone('r2')).removed).toEqual(gone.removed);
    expect(after(gone, rotated(new Tale('r2'))).removed).toBeUndefined();
    const switched = created(new Tale('r2')).does('forward/promote', { version: '8', id: 'k-new' });
    expect(after(gone, switched).removed).toBeUndefined();
    const back = switched.does('back/promote', { version: '9', id: '' }).closes('back', 'undone');
    expect(after(gone, back).removed).toEqual(gone.removed);
  });
});

describe('holds', () => {
  it('last until they are lifted, over the end of a rotation too', () => {
    const held = draining().say({ type: 'hold', actor: 'ada', reason: 'freeze' });
    expect(held.state.hold).toMatchObject({ actor: 'ada', reason: 'freeze' });
    expect(held.claim().closes('forward', 'done').state.hold).toBeDefined();
    expect(held.say({ type: 'unhold', actor: 'ada', reason: 'over' }).state.hold).toBeUndefined();
  });
});

describe('age and expiry belong to the credential that is current', () => {
  const promote = (tale: Tale, row: 'forward/promote' | 'back/promote', id: string): Tale =>
    tale.after(MINUTE).does(row, { version: '8', id });
  const first = promote(
    new Tale('r1').claim().does('forward/create', { id: 'k1', expires: '2027-01-01T00:00:00.000Z' }),
    'forward/promote',
    'k1',
  ).closes('forward', 'done').state;
  const second = (): Tale =>
    new Tale('r2')
      .after(30 * DAY)
      .claim()
      .does('forward/create', { id: 'k2', expires: '2027-06-01T00:00:00.000Z' });

  it('a new credential brings its own', () => {
    expect(first).toMatchObject({ expires: '2027-01-01T00:00:00.000Z', currentId: 'k1' });
    const tale = promote(second(), 'forward/promote', 'k2');
    const state = after(first, tale);
    expect(state).toMatchObject({ expires: '2027-06-01T00:00:00.000Z', currentId: 'k2' });
    expect(state.lastPromote).toBe(tale.facts[tale.facts.length - 1]?.at);
  });

  it('one that never became current leaves none behind', () => {
    const state = after(first, second().closes('discard', 'undone'));
    expect(state).toMatchObject({ expires: first.expires, lastPromote: first.lastPromote, currentId: 'k1' });
  });

  it('one that was taken back leaves none behind, so the key is due as before', () => {
    const tale = promote(second(), 'forward/promote', 'k2').say({
      type: 'turn',
      to: 'back',
      why: 'unhealthy',
    });
    const state = after(first, promote(tale, 'back/promote', 'k1').closes('back', 'undone'));
    expect(state).toMatchObject({ expires: first.expires, lastPromote: first.lastPromote, currentId: 'k1' });
  });

  it('one that does not expire ends the expiry of the one before', () => {
    const tale = new Tale('r2').claim().does('forward/create', { id: 'k2' });
    expect(after(first, promote(tale, 'forward/promote', 'k2')).expires).toBeUndefined();
  });
});

describe('names', () => {
  const key = keyConfig();

  it('the identity is the field of the secret, whatever the key is called', () => {
    expect(keyIdentity('34', key)).toBe('34/vault:prod/gateway#api_key');
    expect(keyIdentity('34', { ...key, name: 'renamed' } as typeof key)).toBe(keyIdentity('34', key));
    const secret = { path: 'p', fields: { secret: 'b', id: 'a' }, idField: 'n' };
    expect(keyIdentity('34', { store: 'aws', secret })).toBe('34/aws:p#a+b');
  });

  it('the short identity is 16 hex digits', () => {
    expect(shortIdentity(IDENTITY)).toMatch(/^[0-9a-f]{16}$/);
    expect(shortIdentity(IDENTITY)).not.toBe(shortIdentity(`${IDENTITY}2`));
  });

  it('a label tells key, rotation and attempt, in at most 51 letters that every vendor takes', () => {
    const labels = [
      credentialLabel('gateway-prod', IDENTITY, 'r1', 1),
      credentialLabel('gateway-prod', IDENTITY, 'r1', 2),
      credentialLabel('gateway-prod', IDENTITY, 'r2', 1),
      credentialLabel('gateway-prod', `${IDENTITY}2`, 'r1', 1),
      credentialLabel(`Ünïcode ${'x'.repeat(90)}!`, IDENTITY, 'r1', 1),
      credentialLabel('---', IDENTITY, 'r1', 1),
    ];
    expect(new Set(labels).size).toBe(6);
    for (const label of labels) {
      expect(label).toMatch(/^rekey-[a-z0-9-]+$/);
      expect(label.length).toBeLessThanOrEqual(51);
    }
    expect(labels[0]).toBe(credentialLabel('gateway-prod', IDENTITY, 'r1', 1));
  });
});

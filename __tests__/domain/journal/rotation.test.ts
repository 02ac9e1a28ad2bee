import { describe, expect, it } from '@jest/globals';
import { foldRotation, resultOf, type RotationState } from '../../../src/domain/journal/rotation';
import { HOUR, MINUTE, SECOND } from '../../../src/domain/tools/time';
import { created, draining, rotated, START, Tale } from '../../support/facts';

function fold(tale: Tale): RotationState {
  const state = foldRotation(tale.facts);
  if (!state) throw new Error('no state');
  return state;
}

describe('facts of a rotation', () => {
  it('without a claim are no rotation', () => {
    expect(foldRotation([])).toBeUndefined();
    expect(foldRotation(new Tale().say({ type: 'warning', message: 'x' }).facts)).toBeUndefined();
  });

  it('whose first claim has no snapshot are no rotation', () => {
    const [claim] = new Tale().claim().facts;
    if (claim?.type !== 'claim') throw new Error('no claim');
    const { snapshot: _snapshot, ...bare } = claim;
    expect(foldRotation([bare])).toBeUndefined();
  });

  it('remember the snapshot, the claims and what was done', () => {
    const state = fold(rotated());
    expect(state.snapshot.name).toBe('gateway-prod');
    expect(state.claims.length).toBeGreaterThan(1);
    expect(state.claim).toBeUndefined();
    expect(state.closed).toBe('done');
    expect(resultOf(state, 'forward', 'create')?.id).toBe('k-new');
    expect(resultOf(state, 'forward', 'check', 'billing-service')?.passes).toBe(3);
    expect(resultOf(state, 'back', 'promote')).toBeUndefined();
  });

  it('say whose claim is in force', () => {
    const state = fold(draining().after(HOUR).claim());
    expect(state.claim?.by).toBe('n2');
    expect(fold(draining()).claim).toBeUndefined();
  });
});

describe('a row', () => {
  const row = (tale: Tale) => fold(tale).rows['forward/promote'];

  it('is open after its intent and done after its result', () => {
    expect(row(created().intent('forward/promote', { base: '7' }))).toMatchObject({
      intent: { data: { base: '7' } },
    });
    expect(row(created().intent('forward/promote'))?.result).toBeUndefined();
    expect(row(created().does('forward/promote'))?.result?.how).toBe('did');
  });

  it('that is begun again is open again', () => {
    const again = row(created().does('forward/promote').intent('forward/promote'));
    expect(again?.result).toBeUndefined();
    expect(again?.intents).toBe(2);
  });

  it('that failed is open until it is known that nothing was done', () => {
    const tale = created().intent('forward/promote');
    expect(row(tale.fails('forward/promote', 'no answer', 'RK9002'))?.intent).toBeDefined();
    expect(row(tale)).toMatchObject({ failures: 1, lastFailure: 'RK9002', unsettled: 1 });
    const surely = created().intent('forward/promote').failsSurely('forward/promote', 'no', 'RK9008');
    expect(row(surely)?.intent).toBeUndefined();
  });

  it('is open while the end of any of its intents is unknown', () => {
    const tale = created().intent('forward/promote').fails('forward/promote', 'no answer', 'RK9002');
    tale.intent('forward/promote').failsSurely('forward/promote', 'slow down', 'RK9007');
    expect(row(tale)).toMatchObject({ intents: 2, unsettled: 1, intent: {} });
    expect(row(tale.result('forward/promote', 'found'))?.unsettled).toBe(0);
  });

  it('remembers when it failed first', () => {
    const tale = created().fails('forward/promote', 'no').after(MINUTE).fails('forward/promote', 'no');
    expect(row(tale)?.failures).toBe(2);
    expect(row(tale)?.firstFailure).toBe(tale.facts[tale.facts.length - 2]?.at);
  });

  it('fails again after it had waited for something else', () => {
    const wait = (after?: 'RK9001') => ({
      until: START,
      latest: START,
      then: 'x',
      reason: 'y',
      ...(after ? { after } : {}),
    });
    const tale = created().fails('forward/promote', 'no');
    const first = tale.facts[tale.facts.length - 1]?.at;
    tale.after(MINUTE).say({ type: 'wait', row: 'forward/promote', ...wait('RK9001') });
    expect(row(tale)?.firstFailure).toBe(first);
    tale.after(MINUTE).say({ type: 'wait', row: 'forward/promote', ...wait() });
    expect(row(tale)?.firstFailure).toBeUndefined();
    expect(row(tale)?.waitingSince).toBe(tale.facts[tale.facts.length - 1]?.at);
  });

  it('drains again when a workload was checked since', () => {
    const tale = draining().result('forward/drain', 'observed').result('forward/check:late', 'observed');
    expect(fold(tale).rows['forward/drain']?.result).toBeUndefined();
  });

  it('waits until it is begun again', () => {
    const waiting = draining();
    expect(fold(waiting).rows['forward/drain']?.wait?.reason).toBe('grace period of 1d');
    expect(fold(waiting.intent('forward/drain')).rows['forward/drain']?.wait).toBeUndefined();
    expect(fold(draining().result('forward/drain', 'observed')).rows['forward/drain']?.wait).toBeUndefined();
  });
});

describe('turns, holds and blocks', () => {
  it('change the pass and keep what was done before', () => {
    const state = fold(draining().claim().say({ type: 'turn', to: 'back', why: 'unhealthy' }));
    expect(state.pass).toBe('back');
    expect(state.turns).toMatchObject([{ to: 'back', why: 'unhealthy' }]);
    expect(resultOf(state, 'forward', 'promote')?.version).toBe('8');
  });

  it('last until they are lifted', () => {
    const tale = draining()
      .say({ type: 'hold', actor: 'ada', reason: 'freeze' })
      .say({ type: 'blocked', code: 'RK8003', why: 'odd' });
    expect(fold(tale)).toMatchObject({ held: true, blocked: { why: 'odd' } });
    const lifted = fold(tale.say({ type: 'unhold', actor: 'ada', reason: 'over' }));
    expect(lifted.held).toBe(false);
    expect(lifted.blocked).toBeUndefined();
  });

  it('a condemned id stays condemned', () => {
    const tale = draining().claim().say({ type: 'condemn', credential: 'k-old', why: 'drained' });
    tale
      .after(SECOND)
      .say({ type: 'turn', to: 'back', why: 'x' })
      .say({ type: 'unhold', actor: 'ada', reason: 'x' });
    expect(fold(tale).condemned).toEqual(['k-old']);
  });
});

it('the last fact is always known, and no fact changes a state that was folded before', () => {
  const { facts } = rotated();
  const states = facts.map((_fact, at) => foldRotation(facts.slice(0, at + 1)));
  const copies = structuredClone(states);
  foldRotation(facts);
  expect(states.map((state) => state?.last.id)).toEqual(facts.map(({ id }) => id));
  expect(states).toEqual(copies);
});

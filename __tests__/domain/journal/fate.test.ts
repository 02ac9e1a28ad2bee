import { describe, expect, it } from '@jest/globals';
import { fatesOf } from '../../../src/domain/journal/fate';
import { foldRotation } from '../../../src/domain/journal/rotation';
import { rowParts } from '../../../src/domain/journal/rowId';
import {
  adopting,
  created,
  discarded,
  draining,
  removed,
  rotated,
  steppedBack,
  Tale,
} from '../../support/facts';

function fates(tale: Tale) {
  const rotation = foldRotation(tale.facts);
  if (!rotation) throw new Error('no rotation');
  const { old, new: fresh, current, victim } = fatesOf(rotation);
  return `old ${old.fate}, new ${fresh.fate}, current ${current}, victim ${victim ?? 'none'}`;
}

const begun = () =>
  new Tale().claim().result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old' });

describe('what the facts prove of old and new', () => {
  it.each([
    ['an adoption', adopting(), 'old alive, new none, current old, victim none'],
    [
      'a create without an answer',
      begun().intent('forward/create'),
      'old alive, new perhaps, current old, victim old',
    ],
    [
      'a create that surely did not arrive',
      begun().intent('forward/create').failsSurely('forward/create', 'refused', 'RK5002'),
      'old alive, new none, current old, victim old',
    ],
    [
      'a create that was looked up and left nothing',
      begun()
        .intent('forward/create')
        .say({ type: 'turn', to: 'discard', why: 'no answer' })
        .result('discard/sweep', 'observed', { id: '' }),
      'old alive, new none, current old, victim new',
    ],
    ['a staged key', created(), 'old alive, new alive, current old, victim old'],
    [
      'an open switch',
      created().intent('forward/promote'),
      'old alive, new alive, current unknown, victim old',
    ],
    ['a grace period', draining(), 'old alive, new alive, current new, victim old'],
    [
      'a disable without an end',
      draining().intent('forward/disable'),
      'old disabling, new alive, current new, victim old',
    ],
    [
      'a disable taken back after a doubt',
      draining().intent('forward/disable').say({ type: 'blocked', code: 'RK5012', why: 'wrong id' }),
      'old alive, new alive, current new, victim old',
    ],
    [
      'a rotation that was given up',
      draining()
        .intent('forward/disable')
        .say({ type: 'blocked', code: 'RK5012', why: 'wrong id' })
        .say({ type: 'turn', to: 'abandon', why: 'alice asked for it' }),
      'old alive, new alive, current unclear, victim none',
    ],
    [
      'a disabled key',
      draining().intent('forward/disable').result('forward/disable', 'did', { checked: 2 }),
      'old disabled, new alive, current new, victim old',
    ],
    [
      'a revoke without an answer',
      draining().intent('forward/revoke'),
      'old revoking, new alive, current new, victim old',
    ],
    ['the end', rotated(), 'old refused, new alive, current new, victim old'],
    ['a step back', steppedBack(), 'old alive, new refused, current old, victim new'],
    ['a discard', discarded(), 'old alive, new gone from list, current old, victim new'],
    ['a removal', removed(), 'old unproven, new none, current old, victim old'],
  ])('after %s', (_, tale, expected) => {
    expect(fates(tale)).toBe(expected);
  });

  it('takes the worst of several proofs', () => {
    const tale = rotated();
    tale.result('forward/prove:other', 'not observed', { refused: 0, control: 0, grade: 'unproven' });
    expect(fates(tale)).toContain('old unproven');
  });
});

describe('a row id', () => {
  it('is taken apart, whatever the unit is called', () => {
    expect(rowParts('back/check:a/b:c\nd')).toEqual({ pass: 'back', step: 'check', unit: 'a/b:c\nd' });
    expect(rowParts('forward/create')).toEqual({ pass: 'forward', step: 'create' });
  });

  it('that nobody wrote is nothing', () => {
    expect(rowParts('sideways/create' as never)).toBeUndefined();
    expect(rowParts(undefined as never)).toBeUndefined();
  });
});

it('a death is that of the key that was condemned, whatever another fact calls the new key by then', () => {
  const tale = discarded().result('forward/create', 'did', { id: 'k-in-use', label: 'rekey', staged: '' });
  const rotation = foldRotation(tale.facts);
  expect(rotation && fatesOf(rotation).new).toMatchObject({ id: 'k-new', fate: 'gone from list' });
});

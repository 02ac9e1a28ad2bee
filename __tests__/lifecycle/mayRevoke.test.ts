import { describe, expect, it } from '@jest/globals';
import { mayRevoke, type RevocationFacts } from '../../src/lifecycle/revocation/mayRevoke';

const fine: RevocationFacts = {
  victim: 'k-old',
  everCurrent: true,
  claimFresh: true,
  ours: 'its id is kept beside the value in this secret',
  isSurvivor: false,
  isCurrent: false,
  isCurrentElsewhere: false,
  isAdminKey: false,
  wasServed: false,
  survivorAccepted: true,
  unchecked: [],
  leftWithout: [],
  drained: true,
  graceLeft: 0,
};

describe('mayRevoke', () => {
  it('allows the death of a drained, replaced credential of ours', () => {
    expect(mayRevoke(fine)).toEqual([]);
  });

  const doubts: [keyof RevocationFacts, Partial<RevocationFacts>, RegExp][] = [
    ['claimFresh', { claimFresh: false }, /no longer own/],
    ['ours', { ours: undefined }, /only the journal/],
    ['isSurvivor', { isSurvivor: true }, /must live on/],
    ['isCurrent', { isCurrent: true }, /serves it/],
    ['isCurrentElsewhere', { isCurrentElsewhere: true }, /another key/],
    ['isAdminKey', { isAdminKey: true }, /admin key/],
    ['wasServed', { everCurrent: false, wasServed: true }, /has served it/],
    ['survivorAccepted', { survivorAccepted: false }, /does not accept/],
    ['unchecked', { unchecked: ['payment-service'] }, /not rolled and checked: payment-service/],
    ['leftWithout', { leftWithout: ['payment-service'] }, /used by payment-service/],
    ['drained', { drained: false }, /not drained/],
    ['graceLeft', { graceLeft: 1 }, /grace period is not over/],
  ];
  it.each(doubts)('refuses on %s alone', (_name, doubt, why) => {
    const against = mayRevoke({ ...fine, ...doubt });
    expect(against).toHaveLength(1);
    expect(against[0]).toMatch(why);
  });

  it('asks a credential that was never current for neither rollout nor drain', () => {
    const never = { ...fine, everCurrent: false, unchecked: ['a'], drained: false, graceLeft: 5 };
    expect(mayRevoke(never)).toEqual([]);
  });

  it('still asks it for everything else', () => {
    expect(mayRevoke({ ...fine, everCurrent: false, isCurrent: true, ours: undefined })).toHaveLength(2);
  });

  it('needs no accepted survivor when there is none by design', () => {
    expect(mayRevoke({ ...fine, survivorAccepted: undefined })).toEqual([]);
  });

  it('names all reasons together', () => {
    expect(mayRevoke({ ...fine, claimFresh: false, isCurrent: true, drained: false })).toHaveLength(3);
  });
});

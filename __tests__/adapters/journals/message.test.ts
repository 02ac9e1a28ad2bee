import { describe, expect, it } from '@jest/globals';
import { messageOf } from '../../../src/adapters/journals/github-branch/message';
import { isWhole } from '../../../src/domain/tools/text';
import { IDENTITY, keyConfig, Tale } from '../../support/facts';

/** Units with a name of characters that are two units each. */
const message = (unit: string): ReturnType<typeof messageOf> => {
  const { facts, state } = new Tale('r', keyConfig()).claim().intent(`forward/deploy:${unit}`);
  return messageOf([{ key: IDENTITY, expected: undefined, facts, state }]);
};

describe('the message of a commit', () => {
  it.each(['', 'x'])('has a headline that is cut between characters, and all of it below', (before) => {
    const { headline, body } = message(before + '\u{1f511}'.repeat(80));
    expect(headline.length).toBeLessThanOrEqual(100);
    expect(headline.length).toBeGreaterThan(98);
    expect(isWhole(headline)).toBe(true);
    expect(body.startsWith(headline)).toBe(true);
  });

  it('has no body when the headline says it all', () => {
    expect(message('a')).toEqual({ headline: 'gateway-prod: claim, intent forward/deploy:a', body: '' });
  });
});

import { describe, expect, it } from '@jest/globals';
import { bodyOf, evidenceBlock, LONGEST } from '../../../src/adapters/tickets/github-issue/text';
import { isWhole } from '../../../src/domain/text';

const MARKER = '<!-- rekey:r1 -->';
/** Cuts at any place fall into the middle of a character for one of the two. */
const ODD_AND_EVEN = ['', 'x'].map((before) => before + '\u{1f511}'.repeat(LONGEST));

describe('texts for an issue', () => {
  it.each(ODD_AND_EVEN)('are cut to what GitHub takes, never inside a character', (long) => {
    const body = bodyOf(MARKER, long);
    expect(body.length).toBeLessThanOrEqual(LONGEST);
    expect(body.length).toBeGreaterThan(LONGEST - 3);
    expect(isWhole(body)).toBe(true);
    expect(body).toMatch(/\n\n…$/);
  });

  it.each(ODD_AND_EVEN)('so is evidence, which says where the whole is', (long) => {
    const attachment = { name: 'evidence.json', content: long, digest: 'abcd' };
    const body = evidenceBlock(MARKER, attachment, 'https://example.com/run');
    expect(body.length).toBeLessThanOrEqual(LONGEST);
    expect(isWhole(body)).toBe(true);
    expect(body).toContain('the whole is in the artifacts of https://example.com/run');
  });
});

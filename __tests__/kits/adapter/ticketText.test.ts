import { describe, expect, it } from '@jest/globals';
import { isWhole } from '../../../src/domain/tools/text';
import { bodyOf, evidenceBlock } from '../../../src/kits/adapter/ticketText';

const LONGEST = 60_000;

const MARKER = '<!-- rekey:r1 -->';
/** Cuts at any place fall into the middle of a character for one of the two. */
const ODD_AND_EVEN = ['', 'x'].map((before) => before + '\u{1f511}'.repeat(LONGEST));

describe('texts for a ticket', () => {
  it.each(ODD_AND_EVEN)('are cut to what the system takes, never inside a character', (long) => {
    const body = bodyOf(MARKER, long, LONGEST);
    expect(body.length).toBeLessThanOrEqual(LONGEST);
    expect(body.length).toBeGreaterThan(LONGEST - 3);
    expect(isWhole(body)).toBe(true);
    expect(body).toMatch(/\n\n…$/);
  });

  it.each(ODD_AND_EVEN)('so is evidence, which says where the whole is', (long) => {
    const attachment = { name: 'evidence.json', content: long, digest: 'abcd' };
    const body = evidenceBlock(MARKER, attachment, 'https://example.com/run', LONGEST);
    expect(body.length).toBeLessThanOrEqual(LONGEST);
    expect(isWhole(body)).toBe(true);
    expect(body).toContain('the whole is in the artifacts of https://example.com/run');
  });
});

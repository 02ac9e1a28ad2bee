import { sentenceList } from '../domain/tools/text';

/**
 * Which parts of an input are wrong, by their place and length: one of them may be a key that somebody pasted.
 * @param odd their places, from 0 @returns `number 2 (length 12) of 3 is`
 */
export function whichOf(odd: readonly number[], parts: readonly string[]): string {
  const lengths = odd.map((at) => `${at + 1} (length ${parts[at]?.length ?? 0})`);
  const shown = lengths.slice(0, MOST);
  const more = odd.length - shown.length;
  const named = sentenceList(more > 0 ? [...shown, `${more} more`] : shown);
  return `number ${named} of ${parts.length} ${odd.length > 1 ? 'are' : 'is'}`;
}

const MOST = 3;

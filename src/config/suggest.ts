import { closestMatch } from 'leven';
import { defuse } from '../domain/text';

/** The known word that was probably meant; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const far = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  return closestMatch(word, [...known], { maxDistance: far });
}

/** ` Did you mean "x"?`, else a list of what there is, or nothing when that list would be long. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  if (near !== undefined) return ` Did you mean "${near}"?`;
  if (known.length === 0 || known.length > 12) return '';
  return ` There ${known.length === 1 ? 'is' : 'are'} ${known.map((name) => `"${name}"`).join(', ')}.`;
}

/** A word from the config in an error: short and harmless. */
export function quoted(word: string): string {
  return `"${defuse(word, 60)}"`;
}

import { closestMatch } from 'leven';
import { beginningOf, defuse } from '../domain/tools/text';

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

/** A known word from the config in an error: short and harmless. */
export function quoted(word: string): string {
  return `"${defuse(word, 60)}"`;
}

/** A word that is not known, in an error. It may be a key that somebody pasted, so of a long or random one only the beginning is shown. */
export function unknown(word: string, known: readonly string[] = []): string {
  return nearest(word, known) === undefined ? `"${shy(word)}"` : quoted(word);
}

const LONG = 24;
/** Words of people are shorter, or have a dash in between. */
const LONG_PIECE = 16;
const SHOWN = 4;

/** The word, or its beginning and its length where it may be a secret. */
export function shy(word: string): string {
  const plain = defuse(word, 60);
  const isLong = word.length > LONG || piecesOf(word).some((piece) => piece.length >= LONG_PIECE);
  if (!isLong && !looksRandom(word)) return plain;
  return `${beginningOf(plain, SHOWN)}… (${word.length} characters)`;
}

const piecesOf = (word: string): readonly string[] => word.split(/[^A-Za-z0-9]+/);

/** Words of people seldom change between letters and digits, or between small letters and large ones, inside one piece. */
export function looksRandom(word: string): boolean {
  const changes = /\d(?=[A-Za-z])|[A-Za-z](?=\d)|[a-z](?=[A-Z])/g;
  return piecesOf(word).some((piece) => piece.length >= 10 && (piece.match(changes) ?? []).length >= 4);
}

/** Text that came from a server, made harmless: no control characters, no workflow commands, no Markdown, no mentions. */
const LONGEST = 120;
/** Nothing in it is invisible: most texts are like this, and a report has many. */
const PLAIN = /^[ -~]*$/;

export function defuse(foreign: string, longest = LONGEST): string {
  const printable = PLAIN.test(foreign)
    ? foreign
    : [...foreign].map((c) => (c < ' ' || c === '\u007f' || isInvisible(c) ? ' ' : c)).join('');
  const cut = printable.length > longest ? `${beginningOf(printable, longest)}…` : printable;
  return cut.replaceAll('`', "'").replaceAll('::', ': :').replaceAll('##[', '# #[').trim();
}

/** So many UTF-16 units at most, and never half a character: that is no text, and not everybody can write it down. */
export function beginningOf(text: string, most: number): string {
  return text.slice(0, most).replace(/\p{Cs}$/u, '');
}

/** A server or a file may well hold half a character, as `\ud83d` in JSON; in an address it cannot be written. */
export const isWhole = (text: string): boolean => !/\p{Cs}/u.test(text);

/** Foreign text as Markdown: a code span, in which neither mentions nor links nor HTML work. */
export function codeSpan(foreign: string, longest = LONGEST): string {
  const text = defuse(foreign, longest).replaceAll('|', '¦');
  return text === '' ? '' : `\`${text}\``;
}

function isInvisible(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    (code >= 0x80 && code <= 0x9f) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    (code >= 0xe0000 && code <= 0xe007f) ||
    code === 0xfeff
  );
}

/** For `sort`: the same order in every language and on every machine. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A list as people write it: `a`, `a and b`, `a, b and c`. */
export function sentenceList(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

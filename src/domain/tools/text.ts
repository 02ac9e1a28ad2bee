const LONGEST = 120;
/** Nothing in it is invisible: most texts are like this, and a report has many. */
const PLAIN = /^[ -~]*$/;

/**
 * What moves the cursor, turns the direction of a line, or is not there to the eye: control characters (a line break too), bidirectional
 * controls, spaces without width, tags, and halves of characters.
 */
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;
const INVISIBLE_BUT_NEWLINE = new RegExp(`(?!\\n)(?:${INVISIBLE.source})`, 'gu');

/** Nothing in it is invisible, and it is one line: fit for a name. */
export const isPrintable = (text: string): boolean => PLAIN.test(text) || onOneLine(text) === text;

/** Each character that is invisible or breaks a line becomes a space. */
export const onOneLine = (text: string): string => (PLAIN.test(text) ? text : text.replace(INVISIBLE, ' '));

/** The same for a text of several lines, as a log takes them. */
export const onLines = (text: string): string => text.replace(INVISIBLE_BUT_NEWLINE, ' ');

/** Text that came from a server, made harmless: no control characters, no workflow commands, no Markdown, no mentions. */
export function defuse(foreign: string, longest = LONGEST): string {
  const printable = onOneLine(foreign);
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

/** For `sort`: the same order in every language and on every machine. */
export const inOrder = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A list as people write it: `a`, `a and b`, `a, b and c`. */
export function sentenceList(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

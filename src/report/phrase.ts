import { codeSpan, defuse } from '../domain/tools/text';

/** Part of a sentence: our own words, somebody else's, a command to copy, an address, or a link with words of ours. */
type Piece =
  | string
  | { readonly foreign: string; readonly longest: number }
  | { readonly command: string }
  | { readonly url: string }
  | { readonly text: string; readonly to: string; readonly otherwise: Phrase };

/** A sentence in pieces, so that it becomes plain text for a log and Markdown for a ticket without losing what is foreign. */
export type Phrase = readonly Piece[];

/** say`the key ${id} is revoked`: the words in between are ours; a string put in is foreign; a phrase stays as it is. */
export function say(words: TemplateStringsArray, ...values: (string | Phrase)[]): Phrase {
  return words.flatMap((word, index) => {
    const value = values[index] ?? [];
    return [word, ...(typeof value === 'string' ? foreign(value) : value)];
  });
}

export const own = (text: string): Phrase => [text];
export const foreign = (text: string, longest = 120): Phrase => [{ foreign: text, longest }];
export const command = (text: string): Phrase => [{ command: text }];
export const address = (url: string): Phrase => [{ url }];
/** @param otherwise for plain text, and where the address is none that can be linked */
export const linked = (text: string, to: string, otherwise: Phrase): Phrase => [{ text, to, otherwise }];

export function join(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase]));
}

/** One line of text for logs and alerts. */
export function plain(phrase: Phrase): string {
  return phrase.map(plainPiece).join('');
}

/** Markdown in which nothing foreign can act. */
export function markdown(phrase: Phrase): string {
  return phrase.map(markdownPiece).join('');
}

function plainPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('foreign' in piece) return defuse(piece.foreign, piece.longest);
  if ('to' in piece) return plain(piece.otherwise);
  return 'command' in piece ? defuse(piece.command, 400) : defuse(piece.url, 300);
}

function markdownPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if ('foreign' in piece) return codeSpan(piece.foreign, piece.longest);
  if ('to' in piece) return SAFE_URL.test(piece.to) ? link(piece.text, piece.to) : markdown(piece.otherwise);
  return 'command' in piece ? codeSpan(piece.command, 400) : link('', piece.url);
}

/** HTML in which nothing foreign can act. */
export function html(phrase: Phrase): string {
  return phrase.map(htmlPiece).join('');
}

function htmlPiece(piece: Piece): string {
  if (typeof piece === 'string') return escaped(piece);
  if ('url' in piece) return htmlLink(piece.url, piece.url);
  if ('to' in piece) return SAFE_URL.test(piece.to) ? htmlLink(piece.to, piece.text) : html(piece.otherwise);
  const text = 'foreign' in piece ? defuse(piece.foreign, piece.longest) : defuse(piece.command, 400);
  return text === '' ? '' : `<code>${escaped(text)}</code>`;
}

function htmlLink(url: string, text: string): string {
  const to = escaped(defuse(url, 300));
  return SAFE_URL.test(url) ? `<a href="${to}">${escaped(defuse(text, 300))}</a>` : `<code>${to}</code>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML text or as the value of an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

/** Only what can be nothing but an address; a mention or a bracket in it makes it plain text. */
const SAFE_URL = /^https:\/\/[\w.-]+(:\d+)?(\/[\w.~%/?=&+#:-]*)?$/;

/** A link with a text of ours, or the bare address; anything that is no plain https address becomes a code span. */
export function link(text: string, url: string): string {
  if (!SAFE_URL.test(url)) return codeSpan(url, 300);
  return text === '' ? url : `[${text}](${url})`;
}

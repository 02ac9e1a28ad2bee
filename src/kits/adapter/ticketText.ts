import type { Attachment } from '../../domain/contracts/ticket';
import { beginningOf } from '../../domain/tools/text';

/** Invisible, and first in our texts: says whose text it is and of which rotation. */
export const markerOf = (rotation: string, name?: string): string =>
  name === undefined ? `<!-- rekey:${rotation} -->` : `<!-- rekey:${rotation}:${name} -->`;

/** Nobody is called by a text of ours: a zero width space stands between the sign and the name. */
export const withoutMentions = (text: string): string => text.replaceAll(/@(?=\w)/g, '@\u200b');

/** Marker and Markdown. @param longest text that the system takes, in characters */
export function bodyOf(marker: string, markdown: string, longest: number): string {
  return cut(`${marker}\n${withoutMentions(markdown)}`, '\n\n…', longest);
}

/**
 * Evidence as a block that people may unfold; in a code block nothing is a mention, so the bytes stay as they are.
 * @param run where the whole is when the text is cut
 */
export function evidenceBlock(marker: string, attachment: Attachment, run: string, longest: number): string {
  const { name, content, digest } = attachment;
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  const head = `${marker}\n<details><summary>${name} · sha256 <code>${digest}</code></summary>\n\n${fence}${languageOf(name)}\n`;
  const tail = `\n${fence}\n\n</details>\n`;
  const room = longest - head.length - tail.length - 200;
  if (content.length <= room) return `${head}${content}${tail}`;
  const rest = `The first ${room} of ${content.length} characters; the whole is in the artifacts of ${run}.\n`;
  return `${head}${beginningOf(content, room)}${tail}${rest}`;
}

const languageOf = (name: string): string => (name.endsWith('.md') ? 'markdown' : 'json');

function cut(text: string, end: string, longest: number): string {
  return text.length <= longest ? text : `${beginningOf(text, longest - end.length)}${end}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

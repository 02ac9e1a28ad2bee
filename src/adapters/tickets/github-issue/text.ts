import type { Attachment } from '../../../domain/contracts/ticket';
import { beginningOf } from '../../../domain/text';

/** GitHub refuses texts beyond 65,536 characters; the rest is room for what people add. */
export const LONGEST = 60_000;

/** Invisible, and first in our texts: says whose text it is and of which rotation. */
export const markerOf = (rotation: string, name?: string): string =>
  name === undefined ? `<!-- rekey:${rotation} -->` : `<!-- rekey:${rotation}:${name} -->`;

/** Nobody is called by a text of ours: a zero width space stands between the sign and the name. */
export const withoutMentions = (text: string): string => text.replaceAll(/@(?=\w)/g, '@\u200b');

/** Marker and Markdown, cut to what GitHub takes. */
export function bodyOf(marker: string, markdown: string): string {
  return cut(`${marker}\n${withoutMentions(markdown)}`, '\n\n…');
}

/** Evidence as a block that people may unfold; in a code block nothing is a mention, so the bytes stay as they are. */
export function evidenceBlock(marker: string, attachment: Attachment, run: string): string {
  const { name, content, digest } = attachment;
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1));
  const head = `${marker}\n<details><summary>${name} · sha256 <code>${digest}</code></summary>\n\n${fence}${languageOf(name)}\n`;
  const tail = `\n${fence}\n\n</details>\n`;
  const room = LONGEST - head.length - tail.length - 200;
  if (content.length <= room) return `${head}${content}${tail}`;
  const rest = `The first ${String(room)} of ${String(content.length)} characters; the whole is in the artifacts of ${run}.\n`;
  return `${head}${beginningOf(content, room)}${tail}${rest}`;
}

const languageOf = (name: string): string => (name.endsWith('.md') ? 'markdown' : 'json');

function cut(text: string, end: string): string {
  return text.length <= LONGEST ? text : `${beginningOf(text, LONGEST - end.length)}${end}`;
}

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));

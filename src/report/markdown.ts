/** A table; cells are Markdown without line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Folded away until somebody wants it. The summary is text of ours. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** Parts with an empty line between them; empty parts vanish. */
export function blocks(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

export const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/**
 * As many parts as fit into `most` bytes, and then one sentence that says how many were left out.
 */
export function fit(parts: readonly string[], most: number, rest: (left: number) => string): string {
  const room = most - byteLength(rest(parts.length)) - 2;
  const kept: string[] = [];
  let used = 0;
  for (const part of parts) {
    used += byteLength(part) + 2;
    if (used > room) break;
    kept.push(part);
  }
  const left = parts.length - kept.length;
  return blocks(left === 0 ? kept : [...kept, rest(left)]);
}

/** `1 key`, `2 keys` */
export const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/**
 * Generated parts of files that people write: everything between `generated:NAME` and `/generated:NAME`, each on a line
 * of its own inside a comment (`# …` in YAML, `<!-- … -->` in Markdown). The indentation of the marker is kept.
 */
const PART =
  /^([ \t]*)((?:#|<!--) generated:([\w-]+)(?: -->)?)\n(?:[^]*?\n)??([ \t]*(?:#|<!--) \/generated:\3(?: -->)?)$/gm;

/** The text with all its generated parts made again. @param parts text of each part, without indentation */
export function fillMarked(text: string, parts: ReadonlyMap<string, string>, file: string): string {
  return text.replace(PART, (_whole, indent: string, begin: string, name: string, end: string) => {
    const part = parts.get(name);
    if (part === undefined) {
      throw new Error(`${file} asks for generated:${name}; there are ${[...parts.keys()].join(', ')}.`);
    }
    const lines = part.trimEnd().split('\n');
    const body = lines.map((line) => (line === '' ? '' : indent + line)).join('\n');
    const gap = begin.startsWith('<!--') ? '\n' : '';
    return `${indent}${begin}\n${gap}${body}\n${gap}${end}`;
  });
}

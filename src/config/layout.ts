export interface LineFault {
  readonly line: number;
  readonly code: string;
  readonly message: string;
}

/** What the library finds on every line that follows a line which is indented wrongly. */
const LAYOUT = ['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY'];

export const isOfLayout = ({ code }: Pick<LineFault, 'code'>): boolean =>
  LAYOUT.includes(code) || code === 'TAB_AS_INDENT';

/** One fault where one line is wrong: of a tab only the tab, and of lines in a row the first, at the line that is out of place. */
export function whereLayoutBreaks(faults: readonly LineFault[], text: string): readonly LineFault[] {
  const layout = faults.filter(({ code }) => LAYOUT.includes(code));
  const others = faults.filter(({ code }) => !LAYOUT.includes(code));
  if (others.some(({ code }) => code === 'TAB_AS_INDENT')) return others;
  const lines = text.split('\n');
  const first = layout.filter(({ line }, at) => at === 0 || line - (layout[at - 1]?.line ?? line) > 1);
  return [
    ...others,
    ...first.map((fault) => (fault.code === 'BAD_INDENT' ? outOfPlace(fault, lines) : fault)),
  ];
}

/** A line that begins too far left is right for the library, and those after it, which stand where its neighbours stood, are wrong. */
function outOfPlace(fault: LineFault, lines: readonly string[]): LineFault {
  const written = (from: number): number => {
    let line = from;
    while (line > 0 && /^ *(#.*)?$/.test(lines[line - 1] ?? '')) line -= 1;
    return line;
  };
  const indent = (line: number): number => (lines[line - 1] ?? '').search(/[^ ]|$/);
  const before = written(fault.line - 1);
  const above = written(before - 1);
  const dedented = above > 0 && indent(before) < indent(fault.line) && indent(above) === indent(fault.line);
  const wrong = dedented ? before : fault.line;
  const spaces = `${indent(wrong)} spaces`;
  const message = dedented
    ? `the line begins after ${spaces}, and its neighbours after ${indent(fault.line)}: indent it like them`
    : `the line begins after ${spaces}, which fits none of the lines above it`;
  return { ...fault, line: wrong, message };
}

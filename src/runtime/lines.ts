import { onLines } from '../domain/tools/text';

/**
 * Text that may hold foreign lines, safe to print: nothing in it is a workflow command any more, moves the cursor or hides. The runner
 * reads `::` where a line begins (after white space), and `##[` anywhere.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function safeLines(text: string): string {
  if (/^[ -~]*$/.test(text) && !/::|##\[/.test(text)) return text;
  return onLines(text.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line) => line.replace(/^(\s*)::/, '$1: :').replaceAll('##[', '# #['))
    .join('\n');
}

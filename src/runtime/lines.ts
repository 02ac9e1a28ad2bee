/**
 * Text that may hold foreign lines, safe to print in a workflow: nothing in it is a workflow command any more. The runner
 * reads `::` where a line begins (after white space), and `##[` anywhere.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function safeLines(text: string): string {
  if (!/[\r\n]|::|##\[/.test(text)) return text;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^([\s\u0085]*)::/, '$1: :').replaceAll('##[', '# #['))
    .join('\n');
}

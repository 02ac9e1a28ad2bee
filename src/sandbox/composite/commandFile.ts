/**
 * Reads what a step wrote to GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value`, or `name<<END` up to a line `END`.
 * Throws where a runner fails the step.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function parseCommandFile(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  while (lines.length > 0) {
    const line = lines.shift() ?? '';
    if (line === '') continue;
    const multi = /^([^=]*?)<<(.+)$/.exec(line);
    const name = multi?.[1] ?? line.slice(0, line.indexOf('='));
    if (name === '' || (!multi && !line.includes('=')))
      throw new Error('a line of a command file has no name');
    if (!multi) {
      found[name] = line.slice(line.indexOf('=') + 1);
      continue;
    }
    const end = lines.indexOf(multi[2] ?? '');
    if (end < 0) throw new Error(`the value of ${name} in a command file has no end`);
    found[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return found;
}

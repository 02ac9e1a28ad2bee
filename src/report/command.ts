import { defuse } from '../domain/text';
import type { Situation } from './situation';

/** What a person may type next. Names as in action.yml. */
export interface Typed {
  readonly command: string;
  readonly now?: true;
  /** Words of ours in angle brackets, for the person to replace. */
  readonly reason?: string;
  readonly 'detected-at'?: string;
}

const PLAIN = /^[\w.,:/-]+$/;

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${defuse(word).replaceAll("'", '’')}'`;
}

/** The exact command for this key: through the workflow, or on a laptop and in the sandbox through the program itself. */
export function commandFor(
  { key, run, workflow = 'rekey.yml' }: Pick<Situation, 'key' | 'run' | 'workflow'>,
  { command, ...inputs }: Typed,
): string {
  const given = Object.entries({ keys: key.name, ...inputs }).map(
    ([name, value]) => [name, String(value)] as const,
  );
  if (run.owner.kind === 'local') {
    const flags = given.map(([name, value]) =>
      value === 'true' ? `--${name}` : `--${name} ${quoted(value)}`,
    );
    return ['node dist/index.js', command, ...flags].join(' ');
  }
  const fields = given.map(([name, value]) => `-f ${name}=${quoted(value)}`);
  return [`gh workflow run ${quoted(workflow)} -f command=${command}`, ...fields].join(' ');
}

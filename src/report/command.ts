import { ORDERS } from '../domain/plan';
import { defuse } from '../domain/tools/text';
import type { Situation } from './situation';

/** What a person may type next. Names as in action.yml. */
export interface Typed {
  readonly command: string;
  readonly now?: true | undefined;
  /** Words of ours in angle brackets, for the person to replace. */
  readonly reason?: string;
}

const PLAIN = /^[\w.,:/-]+$/;

function quoted(word: string): string {
  return PLAIN.test(word) ? word : `'${defuse(word).replaceAll("'", '’')}'`;
}

/**
 * What was asked for, once more; from the facts alone, what the rotation is. Never more than that: a rehearsal is not answered with a
 * rotation, and a key that is only to be adopted is not rotated.
 */
export function again({ asked, rotation, plan }: Pick<Situation, 'asked' | 'rotation' | 'plan'>): Typed {
  if (asked && ORDERS.has(asked.command)) return { command: asked.command };
  const kind = rotation?.kind ?? plan?.action;
  if (kind === 'rehearse' || kind === 'remove') return { command: kind };
  if (kind === 'adopt' || asked?.now === false) return { command: 'rotate' };
  return { command: 'rotate', now: true };
}

/** The exact command for this key: through the workflow, or on a laptop and in the sandbox through the program itself. */
export function commandFor(
  { key, run, workflow = 'rekey.yml' }: Pick<Situation, 'key' | 'run' | 'workflow'>,
  { command, ...inputs }: Typed,
): string {
  const given = Object.entries({ keys: key.name, ...inputs }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
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

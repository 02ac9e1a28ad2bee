import type { Fact } from '../../domain/journal/facts';
import type { Outcome } from '../../domain/outcomes';
import type { Cloud } from '../cloud/cloud';

const BRANCH = 'rekey-journal';

/** What the journal's branch says of each rotation. */
export interface Rotation {
  readonly id: string;
  readonly key: string;
  /** Undefined: open. */
  readonly outcome?: Outcome;
  readonly waitsForPerson: boolean;
  readonly blocked: boolean;
  /** The text of all its facts, to look for ids. */
  readonly text: string;
}

export function rotations(cloud: Cloud): readonly Rotation[] {
  const files = cloud.github.home.git.store.head(BRANCH)?.files ?? new Map<string, string>();
  return [...files]
    .filter(([path]) => path.startsWith('facts/') && !path.endsWith('/-.jsonl'))
    .map(([path, text]) => rotation(path, text));
}

/** All texts that were ever in the journal, for a search for values. */
export function journalTexts(cloud: Cloud): readonly string[] {
  const { store } = cloud.github.home.git;
  const head = store.head(BRANCH);
  return head ? store.history(head.oid).flatMap(({ files, message }) => [message, ...files.values()]) : [];
}

function rotation(path: string, text: string): Rotation {
  const facts = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Fact);
  const closed = facts.find((fact) => fact.type === 'closed');
  const claim = facts.find((fact) => fact.type === 'claim');
  const waits = facts.filter((fact) => fact.type === 'wait').at(-1);
  return {
    id: path.replace(/^.*\/|\.jsonl$/g, ''),
    key: claim?.snapshot?.name ?? '',
    waitsForPerson: waits?.person !== undefined,
    blocked: facts.some((fact) => fact.type === 'blocked'),
    text,
    ...(closed && { outcome: closed.outcome }),
  };
}

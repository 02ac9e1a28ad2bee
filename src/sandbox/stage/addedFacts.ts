import type { Fact } from '../../domain/journal/facts';
import type { Visit } from '../tap';

interface Addition {
  readonly path: string;
  readonly contents: string;
}
interface Commit {
  readonly variables?: { readonly input?: { readonly fileChanges?: { readonly additions?: Addition[] } } };
}

/** The facts in the files that a commit to the journal writes, those of before included; none for any other request. */
export function factsIn({ place, request }: Visit): readonly Fact[] {
  if (place !== 'github' || !request.body.includes('createCommitOnBranch')) return [];
  const { variables } = JSON.parse(request.body) as Commit;
  const files = variables?.input?.fileChanges?.additions ?? [];
  return files
    .filter(({ path }) => path.endsWith('.jsonl'))
    .flatMap(({ contents }) => Buffer.from(contents, 'base64').toString().trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Fact);
}

/** The commit that allows this row: its last fact is the intent, and it was taken. */
export function intends(visit: Visit, row: string): boolean {
  const last = factsIn(visit).at(-1);
  const taken = visit.response.status === 200 && !visit.response.body.includes('"errors"');
  return taken && last?.type === 'intent' && last.row === row;
}

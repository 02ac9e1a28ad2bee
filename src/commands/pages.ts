import { evidence } from '../evidence/build';
import { evidenceFile } from '../evidence/file';
import type { Config } from '../domain/config';
import { sha256 } from '../domain/tools/digest';
import { RekeyError } from '../domain/errors';
import { isRotationId } from '../domain/journal/rowId';
import type { Evidence } from '../domain/evidence';
import type { Fact } from '../domain/journal/facts';
import { foldRotation } from '../domain/journal/rotation';
import type { RunContext } from '../domain/run';
import type { Pages } from '../lifecycle/subject';
import { page } from '../report/page';
import type { Situation } from '../report/situation';
import { ticket } from '../report/ticket';

/** What the lifecycle shows to people: the ticket, and the evidence with its page. */
export function pages(config: Config, run: RunContext): Pages {
  const labels = labelsOf(config);
  return {
    ticket: (facts, made) => {
      const evidence = made && { ...made, digest: `sha256:${made.digest}` };
      return ticket(situationOf(facts, run), { labels, ...(evidence && { evidence }) });
    },
    evidence: (facts) => evidenceFiles(evidence(facts)),
  };
}

/** Where the journal keeps the evidence of a rotation. */
export const evidencePath = (rotation: string): string => `${evidenceName(rotation)}.json`;

/** Where its page lies in the folder of a run; undefined where the journal calls it by no name of a rotation. */
export const evidencePage = (rotation: string): string | undefined =>
  isRotationId(rotation) ? `${evidenceName(rotation)}.md` : undefined;

/** The journal says what the rotation is called, and whoever forges it may say a path. */
function evidenceName(rotation: string): string {
  if (isRotationId(rotation)) return `evidence/${rotation}`;
  throw new RekeyError('RK7002', 'The journal calls a rotation what is no name of one.');
}

/** The close of a rotation writes them into the journal, and the end of the run onto the disk. */
const known = new WeakMap<Evidence, ReturnType<Pages['evidence']>>();

export function evidenceFiles(made: Evidence): ReturnType<Pages['evidence']> {
  const files = known.get(made) ?? written(made);
  known.set(made, files);
  return files;
}

function written(made: Evidence): ReturnType<Pages['evidence']> {
  const { content } = evidenceFile(made);
  const readable = page(made);
  return [
    { path: evidencePath(made.rotation), name: 'evidence.json', content, digest: sha256(content) },
    {
      path: `${evidenceName(made.rotation)}.md`,
      name: 'evidence.md',
      content: readable,
      digest: sha256(readable),
    },
  ];
}

/** A report on a rotation from its facts alone. */
function situationOf(facts: readonly Fact[], run: RunContext): Situation {
  const rotation = foldRotation(facts);
  const made = rotation && evidence(facts, rotation);
  const { name = '', owner = '', environment = '' } = rotation?.snapshot ?? {};
  return {
    key: { name, owner, environment },
    run,
    ...(rotation && { rotation }),
    ...(made && { evidence: made }),
  };
}

function labelsOf(config: Config): readonly string[] {
  const { labels } = Object(config.ticket?.settings ?? {}) as { readonly labels?: unknown };
  return Array.isArray(labels) ? labels.filter((label): label is string => typeof label === 'string') : [];
}

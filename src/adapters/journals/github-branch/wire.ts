import { z } from 'zod';
import { cut } from '../../../domain/journal/journalRows';

/** What GitHub answers, as far as we ask. */
const blob = z.object({
  byteSize: z.number().optional(),
  isTruncated: z.boolean().optional(),
  text: z.string().nullable().optional(),
});
export type Blob = z.infer<typeof blob>;

const BLOB = '... on Blob { byteSize isTruncated text }';

/** One call: the commit, the commits before it, the format, and every shard of the index, all of the same commit. */
export const TIP_QUERY = `query Journal($owner: String!, $name: String!, $ref: String!) {
  repository(owner: $owner, name: $name) {
    isPrivate
    ref(qualifiedName: $ref) {
      target {
        ... on Commit {
          oid
          history(first: 50) { nodes { oid } }
          format: file(path: "journal.json") { object { ${BLOB} } }
          index: file(path: "index") { object { ... on Tree { entries { name object { ${BLOB} } } } } }
        }
      }
    }
  }
}`;

export const tipAnswer = z.object({
  repository: z.object({
    isPrivate: z.boolean(),
    ref: z
      .object({
        target: z.object({
          oid: z.string(),
          history: z.object({ nodes: z.array(z.object({ oid: z.string() })) }),
          format: z.object({ object: blob }).nullable(),
          index: z
            .object({ object: z.object({ entries: z.array(z.object({ name: z.string(), object: blob })) }) })
            .nullable(),
        }),
      })
      .nullable(),
  }),
});

/** Any number of files of one commit, by expressions `<commit>:<path>` in the variables `p0`, `p1` … */
export function filesQuery(count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => String(at));
  const variables = numbers.map((at) => `, $p${at}: String!`).join('');
  const objects = numbers.map((at) => `f${at}: object(expression: $p${at}) { ${BLOB} }`).join('\n    ');
  return `query Files($owner: String!, $name: String!, $commit: String!${variables}) {
  repository(owner: $owner, name: $name) {
    commit: object(expression: $commit) { oid }
    ${objects}
  }
}`;
}

export const filesAnswer = z.object({
  repository: z.object({ commit: z.object({ oid: z.string() }).nullable() }).catchall(blob.nullable()),
});

export const COMMIT_MUTATION = `mutation Append($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

export const commitAnswer = z.object({
  createCommitOnBranch: z.object({ commit: z.object({ oid: z.string() }) }),
});

/** The whole text of a file, or RK7002. */
export function textOf(blob: Blob, what: string): string {
  const whole =
    typeof blob.text === 'string' &&
    blob.isTruncated === false &&
    Buffer.byteLength(blob.text) === blob.byteSize;
  if (!whole) throw cut(what);
  return blob.text ?? '';
}

import { oidOf, type FakeCommit, type FileMap, type GitStore } from './gitStore';
import type { Resolved } from './execute';

/** GitHub cuts the text of a blob here and says so in `isTruncated`. */
export const BLOB_LIMIT = 512_000;

export interface FakeRepository {
  readonly owner: string;
  readonly name: string;
  readonly id: number;
  readonly defaultBranch: string;
  isPrivate: boolean;
  /** Whether its issues are switched on; absent: they are. */
  readonly hasIssues?: () => boolean;
  readonly store: GitStore;
  /** Types of the active rules of a branch, such as `deletion`. */
  readonly rules: Map<string, readonly string[]>;
}

/** https://docs.github.com/en/graphql/reference/repos#object-repository, as far as Rekey asks. */
export function repositoryObject(repository: FakeRepository): Resolved {
  const { store } = repository;
  return {
    __typename: 'Repository',
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: `${repository.owner}/${repository.name}`,
    isPrivate: repository.isPrivate,
    visibility: repository.isPrivate ? 'PRIVATE' : 'PUBLIC',
    defaultBranchRef: () => refObject(store, `refs/heads/${repository.defaultBranch}`),
    ref: ({ qualifiedName }: Record<string, unknown>) => {
      const name = String(qualifiedName);
      return refObject(store, name.startsWith('refs/') ? name : `refs/heads/${name}`);
    },
    object: ({ expression, oid }: Record<string, unknown>) =>
      gitObject(repository, String(expression ?? oid)),
  };
}

function refObject(store: GitStore, qualified: string): Resolved | null {
  const oid = store.refs.get(qualified);
  const commit = oid === undefined ? undefined : store.commits.get(oid);
  if (!commit) return null;
  return {
    __typename: 'Ref',
    name: qualified.replace('refs/heads/', ''),
    prefix: 'refs/heads/',
    target: () => commitObject(store, commit),
  };
}

/** `main`, `main:path`, `<oid>` or `<oid>:path`. */
function gitObject(repository: FakeRepository, expression: string): Resolved | null {
  const [name = '', ...rest] = expression.split(':');
  const commit = repository.store.resolve(name === 'HEAD' ? repository.defaultBranch : name);
  if (!commit) return null;
  if (rest.length === 0) return commitObject(repository.store, commit);
  return fileObject(commit.files, rest.join(':'));
}

export function commitObject(store: GitStore, commit: FakeCommit): Resolved {
  const listed = (commits: readonly FakeCommit[], first: unknown): Resolved => ({
    __typename: 'CommitHistoryConnection',
    totalCount: commits.length,
    nodes: () => commits.slice(0, Number(first ?? 100)).map((each) => commitObject(store, each)),
  });
  const [headline = '', ...body] = commit.message.split('\n');
  return {
    __typename: 'Commit',
    oid: commit.oid,
    message: commit.message,
    messageHeadline: headline,
    messageBody: body.join('\n').trim(),
    committedDate: new Date(commit.at).toISOString(),
    signature: commit.signed ? { __typename: 'GpgSignature', isValid: true, wasSignedByGitHub: true } : null,
    history: ({ first }: Record<string, unknown>) => listed(store.history(commit.oid), first),
    tree: () => treeObject(commit.files, ''),
    file: ({ path }: Record<string, unknown>) => {
      const object = fileObject(commit.files, String(path));
      return object && entryObject(String(path), object);
    },
  };
}

function fileObject(files: FileMap, path: string): Resolved | null {
  const text = files.get(path);
  if (text !== undefined) return blobObject(text);
  return [...files.keys()].some((name) => name.startsWith(`${path}/`)) ? treeObject(files, `${path}/`) : null;
}

function entryObject(path: string, object: Resolved): Resolved {
  return {
    __typename: 'TreeEntry',
    name: path.split('/').pop(),
    path,
    type: object.__typename.toLowerCase(),
    oid: () => (object['oid'] as () => string)(),
    object,
  };
}

function treeObject(files: FileMap, prefix: string): Resolved {
  const inside = [...files.keys()].filter((path) => path.startsWith(prefix));
  const names = [...new Set(inside.map((path) => path.slice(prefix.length).split('/')[0] ?? ''))].sort();
  return {
    __typename: 'Tree',
    oid: () => oidOf(inside.map((path) => `${path}\n${files.get(path) ?? ''}`).join()),
    entries: () =>
      names.flatMap((name) => {
        const object = fileObject(files, `${prefix}${name}`);
        return object ? [entryObject(`${prefix}${name}`, object)] : [];
      }),
  };
}

function blobObject(text: string): Resolved {
  const bytes = Buffer.from(text);
  const isTruncated = bytes.length > BLOB_LIMIT;
  return {
    __typename: 'Blob',
    oid: () => oidOf(text),
    byteSize: bytes.length,
    isBinary: false,
    isTruncated,
    text: isTruncated ? bytes.subarray(0, BLOB_LIMIT).toString('utf8') : text,
  };
}

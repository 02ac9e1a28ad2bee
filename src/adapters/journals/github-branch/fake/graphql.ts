import { fakeJson, type FakeRequest, type FakeResponse } from '../../../../kits/fake/fake';
import { execute, QueryFailure, type Resolved } from './execute';
import { parseQuery } from './query';
import { commitObject, repositoryObject, type FakeRepository } from './schema';

/** Whose token came with a request, and what it may do in one repository. */
export interface GraphqlCaller {
  readonly login: string;
  /** The repository, if the token can see it. */
  repository(nameWithOwner: string): FakeRepository | undefined;
  may(nameWithOwner: string, permission: string, level: 'read' | 'write'): boolean;
}

type Args = Readonly<Record<string, unknown>>;

/** `POST /graphql`. As at GitHub, most errors come with status 200. */
export function answerGraphql(request: FakeRequest, caller: GraphqlCaller): FakeResponse {
  const { query, variables } = JSON.parse(request.body) as { query: string; variables?: Args };
  try {
    const operation = parseQuery(query, variables ?? {});
    const root = operation.type === 'mutation' ? mutations(caller) : queries(caller);
    const { data, errors } = execute(root, operation.selections);
    return fakeJson(200, errors.length > 0 ? { data, errors } : { data });
  } catch (error) {
    return fakeJson(200, { errors: [{ message: error instanceof Error ? error.message : 'Parse error' }] });
  }
}

function queries(caller: GraphqlCaller): Resolved {
  return {
    __typename: 'Query',
    viewer: { __typename: 'User', login: caller.login },
    repository: ({ owner, name }: Args) => {
      const full = `${String(owner)}/${String(name)}`;
      const repository = visible(caller, full);
      requireRight(caller, full, 'contents', 'read');
      return repositoryObject(repository);
    },
  };
}

function mutations(caller: GraphqlCaller): Resolved {
  return {
    __typename: 'Mutation',
    createCommitOnBranch: ({ input }: Args) => createCommit(caller, input as CommitInput),
  };
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

/** https://docs.github.com/en/graphql/reference/commits#mutation-createcommitonbranch */
function createCommit(caller: GraphqlCaller, input: CommitInput): Resolved {
  const full = input.branch.repositoryNameWithOwner;
  const { store } = visible(caller, full);
  requireRight(caller, full, 'contents', 'write');
  const branch = input.branch.branchName.replace(/^refs\/heads\//, '');
  const head = store.head(branch);
  if (!head) throw new QueryFailure(`A ref named "refs/heads/${branch}" was not found`, 'NOT_FOUND');
  if (head.oid !== input.expectedHeadOid)
    throw new QueryFailure(
      `Expected branch to point to "${input.expectedHeadOid}" but it did not.  Pull and try again.`,
      'STALE_DATA',
    );
  const edit = (files: Map<string, string>): void => {
    for (const { path } of input.fileChanges?.deletions ?? []) files.delete(path);
    for (const { path, contents } of input.fileChanges?.additions ?? [])
      files.set(path, Buffer.from(contents, 'base64').toString('utf8'));
  };
  const body = input.message.body ?? '';
  const message = body === '' ? input.message.headline : `${input.message.headline}\n\n${body}`;
  const commit = store.advance(branch, edit, message, { author: caller.login, signed: true });
  return { __typename: 'CreateCommitOnBranchPayload', commit: commitObject(store, commit) };
}

function visible(caller: GraphqlCaller, full: string): FakeRepository {
  const repository = caller.repository(full);
  if (!repository)
    throw new QueryFailure(`Could not resolve to a Repository with the name '${full}'.`, 'NOT_FOUND');
  return repository;
}

function requireRight(
  caller: GraphqlCaller,
  full: string,
  permission: string,
  level: 'read' | 'write',
): void {
  if (!caller.may(full, permission, level))
    throw new QueryFailure('Resource not accessible by integration', 'FORBIDDEN');
}

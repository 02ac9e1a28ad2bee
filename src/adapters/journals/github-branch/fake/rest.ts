import { fakeJson, type FakeRequest, type FakeResponse } from '../../../../kits/fake/fake';
import { fakeRoute } from '../../../../kits/fake/fakeRoute';
import { oidOf, type FakeCommit } from './gitStore';
import type { FakeRepository } from './schema';

/** What the token of a request may do in this repository. */
export interface Rights {
  readonly login: string;
  may(permission: string, level: 'read' | 'write'): boolean;
}

type Values = Readonly<Record<string, string>>;
type Answer = (values: Values, request: FakeRequest, rights: Rights) => FakeResponse;
interface Route {
  readonly route: string;
  readonly needs: readonly ['contents' | 'metadata', 'read' | 'write'];
  readonly answer: Answer;
}

const notFound = fakeJson(404, { message: 'Not Found' });
const forbidden = fakeJson(403, { message: 'Resource not accessible by integration' });
const invalid = (message: string): FakeResponse => fakeJson(422, { message });

/** The part of GitHub's REST API that is about a repository and its git objects; paths begin below `/repos/{owner}/{repo}`. */
export function gitRest(
  repository: FakeRepository,
): (request: FakeRequest, rights: Rights) => FakeResponse | undefined {
  const routes = [...reads(repository), ...objects(repository), ...refs(repository)];
  return (request, rights) => {
    for (const { route, needs, answer } of routes) {
      const values = fakeRoute(route, request);
      if (!values) continue;
      return rights.may(...needs) ? answer(values, request, rights) : forbidden;
    }
    return undefined;
  };
}

function reads(repository: FakeRepository): readonly Route[] {
  const { store } = repository;
  return [
    {
      // https://docs.github.com/en/rest/repos/repos#get-a-repository
      route: 'GET /',
      needs: ['metadata', 'read'],
      answer: () =>
        fakeJson(200, {
          id: repository.id,
          name: repository.name,
          full_name: `${repository.owner}/${repository.name}`,
          private: repository.isPrivate,
          visibility: repository.isPrivate ? 'private' : 'public',
          has_issues: repository.hasIssues?.() ?? true,
          default_branch: repository.defaultBranch,
          html_url: `https://github.com/${repository.owner}/${repository.name}`,
        }),
    },
    {
      // https://docs.github.com/en/rest/repos/rules#get-rules-for-a-branch
      route: 'GET /rules/branches/{branch}',
      needs: ['metadata', 'read'],
      answer: ({ branch }) =>
        fakeJson(
          200,
          (repository.rules.get(branch ?? '') ?? []).map((type, at) => ({
            type,
            ruleset_source_type: 'Repository',
            ruleset_source: `${repository.owner}/${repository.name}`,
            ruleset_id: 40 + at,
          })),
        ),
    },
    {
      // https://docs.github.com/en/rest/repos/contents#get-repository-content
      route: 'GET /contents/{path*}',
      needs: ['contents', 'read'],
      answer: ({ path = '' }, request) => {
        const commit = store.resolve(request.query.get('ref') ?? repository.defaultBranch);
        const text = commit?.files.get(path);
        return text === undefined ? notFound : contentOf(path, text, request);
      },
    },
    {
      // https://docs.github.com/en/rest/commits/commits#compare-two-commits
      route: 'GET /compare/{range}',
      needs: ['contents', 'read'],
      answer: ({ range = '' }) => {
        const [base, head] = range.split('...').map((name) => store.resolve(name));
        return base && head ? compare(store.history(base.oid), store.history(head.oid)) : notFound;
      },
    },
  ];
}

const raw = (body: string): FakeResponse => ({
  status: 200,
  headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
  body,
});

function contentOf(path: string, text: string, request: FakeRequest): FakeResponse {
  if (request.headers['accept']?.includes('raw') === true) return raw(text);
  const size = Buffer.byteLength(text);
  const large = size > 1024 * 1024;
  return fakeJson(200, {
    type: 'file',
    name: path.split('/').pop(),
    path,
    sha: oidOf(text),
    size,
    encoding: large ? 'none' : 'base64',
    content: large ? '' : Buffer.from(text).toString('base64'),
  });
}

function compare(base: readonly FakeCommit[], head: readonly FakeCommit[]): FakeResponse {
  const ahead = head.filter((commit) => !base.includes(commit)).length;
  const behind = base.filter((commit) => !head.includes(commit)).length;
  if (ahead === head.length) return notFound;
  const status = ahead > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical';
  return fakeJson(200, { status, ahead_by: ahead, behind_by: behind });
}

/** https://docs.github.com/en/rest/git: blobs, trees and commits, which nothing points to until a ref is made. */
function objects({ store }: FakeRepository): readonly Route[] {
  const needs = ['contents', 'write'] as const;
  return [
    {
      route: 'POST /git/blobs',
      needs,
      answer: (_, request) => {
        const { content, encoding } = JSON.parse(request.body) as { content: string; encoding?: string };
        const text = encoding === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content;
        store.blobs.set(oidOf(text), text);
        return fakeJson(201, { sha: oidOf(text) });
      },
    },
    {
      // https://docs.github.com/en/rest/git/blobs#get-a-blob
      route: 'GET /git/blobs/{sha}',
      needs: ['contents', 'read'],
      answer: ({ sha = '' }, request) => {
        const text = store.blob(sha);
        if (text === undefined) return notFound;
        if (request.headers['accept']?.includes('raw') === true) return raw(text);
        const content = Buffer.from(text).toString('base64');
        return fakeJson(200, { sha, size: Buffer.byteLength(text), encoding: 'base64', content });
      },
    },
    {
      route: 'POST /git/trees',
      needs,
      answer: (_, request) => {
        const { tree } = JSON.parse(request.body) as {
          tree: { path: string; sha?: string; content?: string }[];
        };
        const files = new Map<string, string>();
        for (const { path, sha, content } of tree) {
          const text = content ?? store.blobs.get(sha ?? '');
          if (text === undefined) return invalid('tree.sha is not a valid blob');
          files.set(path, text);
        }
        const sha = oidOf(JSON.stringify([...files]));
        store.trees.set(sha, files);
        return fakeJson(201, { sha });
      },
    },
    {
      route: 'POST /git/commits',
      needs,
      answer: (_, request, { login }) => {
        const body = JSON.parse(request.body) as { message: string; tree: string; parents?: string[] };
        const files = store.trees.get(body.tree);
        if (!files) return invalid('Tree SHA does not exist');
        const by = { author: login, signed: true };
        return fakeJson(201, { sha: store.commit(files, body.parents ?? [], body.message, by).oid });
      },
    },
  ];
}

/** https://docs.github.com/en/rest/git/refs */
function refs({ store }: FakeRepository): readonly Route[] {
  return [
    {
      route: 'GET /git/ref/{ref*}',
      needs: ['contents', 'read'],
      answer: ({ ref }) => {
        const sha = store.refs.get(`refs/${ref ?? ''}`);
        return sha === undefined
          ? notFound
          : fakeJson(200, { ref: `refs/${ref ?? ''}`, object: { type: 'commit', sha } });
      },
    },
    {
      route: 'POST /git/refs',
      needs: ['contents', 'write'],
      answer: (_, request) => {
        const { ref, sha } = JSON.parse(request.body) as { ref: string; sha: string };
        if (store.refs.has(ref)) return invalid('Reference already exists');
        if (!store.commits.has(sha)) return invalid('Object does not exist');
        store.refs.set(ref, sha);
        return fakeJson(201, { ref, object: { type: 'commit', sha } });
      },
    },
  ];
}

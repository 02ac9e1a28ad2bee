import { answerGraphql, type GraphqlCaller } from '../../adapters/journals/github-branch/fake';
import {
  fakeJson,
  type FakeHandler,
  type FakeRequest,
  type FakeResponse,
  type FakeWorld,
} from '../../kits/fake/fake';
import { limiter, type Limits } from './limits';
import { sandboxRepository, type RepositoryOptions, type SandboxRepository } from './repository';
import { reaches, rightsOf, tokenOf, type FakeToken } from './tokens';

export interface FakeGitHubOptions {
  readonly world: FakeWorld;
  readonly repository: RepositoryOptions;
  /** Such as a private repository for the journal. */
  readonly others?: readonly RepositoryOptions[];
  readonly tokens: Readonly<Record<string, FakeToken>>;
  readonly limits?: Limits;
}

export interface FakeGitHub {
  /** Answers for `https://api.github.com`, or for any origin that plays it. */
  readonly handler: FakeHandler;
  /** The repository of the workflow. */
  readonly home: SandboxRepository;
  readonly repositories: readonly SandboxRepository[];
  /** Tokens that are known; a job's token dies with the job. */
  readonly tokens: Map<string, FakeToken>;
}

/** One GitHub out of the fakes of its parts: GraphQL, git, contents, rules, issues, workflows, runs and jobs. */
export function fakeGitHub(options: FakeGitHubOptions): FakeGitHub {
  const { world } = options;
  const repositories = [options.repository, ...(options.others ?? [])].map((one) =>
    sandboxRepository(world, one),
  );
  const [home] = repositories;
  if (!home) throw new Error('a GitHub needs a repository');
  const tokens = new Map(Object.entries(options.tokens));
  const limited = limiter(options.limits ?? {});

  const answer = (request: FakeRequest): FakeResponse => {
    const token = tokenOf(request, tokens);
    if (!token) return fakeJson(401, { message: 'Bad credentials' });
    const refused = limited(request, world.now());
    if (refused) return refused;
    const visible = (name: string): SandboxRepository | undefined =>
      repositories.find(
        (one) =>
          one.fullName.toLowerCase() === name.toLowerCase() && (reaches(token, name) || !one.git.isPrivate),
      );
    if (request.path === '/graphql' && request.method === 'POST')
      return answerGraphql(request, callerOf(token, visible));
    const [, repos, owner, name, ...rest] = request.path.split('/');
    const found = repos === 'repos' ? visible(`${owner ?? ''}/${name ?? ''}`) : undefined;
    const below = { ...request, path: `/${rest.join('/')}` };
    return (
      found?.answer(below, rightsOf(token, found.fullName, found.git.isPrivate)) ??
      fakeJson(404, { message: 'Not Found' })
    );
  };

  const handler: FakeHandler = (request) => {
    const { status, headers, body } = answer(request);
    return { status, headers: { date: new Date(world.now()).toUTCString(), ...headers }, body };
  };
  return { handler, home, repositories, tokens };
}

function callerOf(token: FakeToken, visible: (name: string) => SandboxRepository | undefined): GraphqlCaller {
  return {
    login: token.login,
    repository: (name) => visible(name)?.git,
    may(name, permission, level) {
      const found = visible(name);
      return found !== undefined && rightsOf(token, name, found.git.isPrivate).may(permission, level);
    },
  };
}

import { RekeyError } from '../../domain/errors';
import type { Clock, GitHub, Http, HttpResponse, Log, Permit } from '../../domain/ports';
import { lazily } from '../../domain/tools/lazily';
import { ProcessKilled } from '../../domain/processKilled';
import type { SecretValue } from '../../domain/secret';
import { codeSpan } from '../../domain/tools/text';
import { graphqlError, type GraphqlFailure } from './graphqlError';
import { octokitFetch } from './octokitFetch';
import { restError, type Asked, type RestFailure } from './restError';
import { serverClock } from './serverClock';

export interface GitHubOptions {
  /** May speak to the origin of `api`. */
  readonly http: Http;
  readonly clock: Clock;
  readonly log: Log;
  /** GITHUB_API_URL: `https://api.github.com`, or `https://ghes.example.com/api/v3`. */
  readonly api: string;
  /** May travel to the origin of `api`. */
  readonly token: SecretValue;
  /** The input that the token came from, for what is said of it. */
  readonly input?: string;
  readonly repository: string;
  /** Takes known values out of what GitHub says in an error of GraphQL, which comes with status 200. */
  readonly redact?: (text: string) => string;
}

/** GitHub over octokit, which knows routes and GraphQL; octokit speaks through our Http port. */
export function createGitHub(options: GitHubOptions): GitHub {
  const server = serverClock(options.clock);
  const heard = (answer: HttpResponse): void => server.heard(answer);
  const fetchFor = (safe: boolean, permit?: Permit) => ({
    fetch: octokitFetch(options.http, options.token, safe, heard, permit),
    parseSuccessResponseBody: false,
  });
  let loading: ReturnType<typeof load> | undefined;
  const octokit = (): ReturnType<typeof load> => (loading ??= load(options));
  const { redact = (text: string): string => text, input = 'github-token' } = options;

  return {
    repository: options.repository,
    input,
    now: server.now,
    async request(route, parameters, permission, permit) {
      refuseOddSegments(route, parameters);
      const write = !/^(GET|HEAD) /.test(route);
      const loaded = await octokit();
      return explained({ what: `GitHub, ${route}`, permission, write, input }, redact, async () => {
        const answer = await loaded.request(route, { ...parameters, request: fetchFor(!write, permit) });
        return { status: answer.status, data: answer.data as unknown, headers: asStrings(answer.headers) };
      });
    },
    async graphql(query, variables, permission) {
      const write = query.trimStart().startsWith('mutation');
      const asked = { what: `GitHub, GraphQL ${nameOf(query)}`, permission, write, input };
      const loaded = await octokit();
      const data = await explained(asked, redact, () =>
        loaded.graphql<unknown>(query, { ...variables, request: fetchFor(!write) }),
      );
      // A page of a proxy, or half an answer: of a mutation nobody knows whether it happened.
      if (data === undefined) throw new RekeyError(write ? 'RK9002' : 'RK9005', `${asked.what}: no GraphQL.`);
      return data;
    },
  };
}

const library = lazily(() => import('@octokit/rest'));

async function load({ api, log }: GitHubOptions) {
  const { Octokit } = await library();
  const say = (message: string): void => log.debug(message);
  return new Octokit({ baseUrl: api, log: { debug: say, info: say, warn: say, error: say } });
}

/** Octokit encodes what stands in `{}`; these three it would let leave the path. */
function refuseOddSegments(route: string, parameters: Readonly<Record<string, unknown>>): void {
  for (const [, name = ''] of route.matchAll(/\{(\w+)\}/g)) {
    const value = parameters[name] ?? '';
    if (value === '' || value === '.' || value === '..') {
      throw new RekeyError(
        'RK9006',
        `{${name}} cannot be part of an address: ${codeSpan(value) || 'empty'}.`,
      );
    }
  }
}

/** Octokit's errors hold bodies; of them only what is needed is read, and the rest is dropped. */
async function explained<T>(
  asked: Asked,
  redact: (text: string) => string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    const cause = thrown instanceof Error ? thrown.cause : undefined;
    if (cause instanceof RekeyError || cause instanceof ProcessKilled) throw cause;
    if (isGraphqlFailure(thrown)) throw graphqlError(quotable(thrown, redact), asked);
    if (isRestFailure(thrown)) {
      throw restError({ ...thrown.response, headers: asStrings(thrown.response.headers) }, asked);
    }
    throw thrown;
  }
}

const quotable = ({ headers, errors }: GraphqlFailure, redact: (text: string) => string): GraphqlFailure => ({
  headers,
  errors: errors.map(({ type = '', message = '' }) => ({ type: redact(type), message: redact(message) })),
});

const isGraphqlFailure = (thrown: unknown): thrown is GraphqlFailure =>
  thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors) && 'headers' in thrown;

const isRestFailure = (thrown: unknown): thrown is { readonly response: RestFailure } =>
  thrown instanceof Error && 'response' in thrown && thrown.response !== undefined;

/** `query Keys(`: its name, for messages. */
const nameOf = (query: string): string => /^\s*(?:query|mutation)\s+(\w+)/.exec(query)?.[1] ?? 'query';

const asStrings = (headers: object): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

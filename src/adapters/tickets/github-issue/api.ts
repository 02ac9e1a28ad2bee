import { z } from 'zod';
import { RekeyError } from '../../../domain/errors';
import type { GitHub, Permit } from '../../../domain/ports';
import { answerOf } from '../../../kits/adapter/answer';
import { placeOf, type Place } from '../../../kits/github/repository';

const user = z.object({ login: z.string(), type: z.string().optional() }).nullable();

const issue = z.object({
  number: z.int().positive(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.string(),
  user,
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  html_url: z.string(),
  pull_request: z.unknown().optional(),
});
export type Issue = z.infer<typeof issue>;

const comment = z.object({ id: z.int(), body: z.string().nullish(), user });
export type Comment = z.infer<typeof comment>;

const settings = z.object({ has_issues: z.boolean().optional() });
const issues = z.array(issue);
const comments = z.array(comment);
const viewer = z.object({ viewer: z.object({ login: z.string() }) });

const SWITCH_ON = 'Switch Issues on in the settings of the repository, or take "ticket" out of the config.';

/** What a 403 asks for: to read, less would do, but a ticket is written too. */
const NEEDED = 'issues: write';
const PAGE = 100;
/** A thousand items; beyond that a search would not end in time. */
const MOST_PAGES = 10;

/** The calls to GitHub, one request each; only lists are read page by page. */
export class IssueApi {
  readonly #github: GitHub;
  readonly #where: Place;
  #login: Promise<string> | undefined;

  constructor(github: GitHub, repository: string) {
    this.#github = github;
    this.#where = placeOf(repository);
  }

  /** Who we are: https://docs.github.com/en/graphql/reference/queries#viewer works for the tokens of jobs, Apps and people. */
  async #me(): Promise<string> {
    this.#login ??= this.#askWhoWeAre();
    return this.#login;
  }

  async #askWhoWeAre(): Promise<string> {
    return read(viewer, await this.#github.graphql('query Me { viewer { login } }', {}, 'metadata: read'))
      .viewer.login;
  }

  async wroteIt(text: { readonly user: Issue['user'] }): Promise<boolean> {
    const me = await this.#me();
    const login = text.user?.login;
    return login === me || (text.user?.type === 'Bot' && login === `${me}[bot]`);
  }

  /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
  async mustBeOn(): Promise<void> {
    const { data } = await this.#github.request('GET /repos/{owner}/{repo}', this.#where, 'metadata: read');
    if (read(settings, data).has_issues === false) throw this.#off('has_issues is false');
  }

  #off(said: string): RekeyError {
    const { owner, repo } = this.#where;
    return new RekeyError('RK9009', `Issues are switched off in ${owner}/${repo} (${said}).`, {
      next: SWITCH_ON,
    });
  }

  /** https://docs.github.com/en/rest/issues/issues#get-an-issue · undefined when it is gone. */
  async issue(number: string): Promise<Issue | undefined> {
    try {
      const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}';
      return read(issue, await this.#send(route, { issue_number: number }, NEEDED));
    } catch (error) {
      if (error instanceof RekeyError && error.kind === 'gone') return undefined;
      throw error;
    }
  }

  /** https://docs.github.com/en/rest/issues/issues#list-repository-issues · never a search, which knows of new issues late. */
  async issuesSince(since: string): Promise<readonly Issue[]> {
    const route = 'GET /repos/{owner}/{repo}/issues';
    const found = await this.#pages(
      route,
      { state: 'all', since, sort: 'created', direction: 'asc' },
      issues,
    );
    return found.filter((each) => each.pull_request === undefined);
  }

  /** https://docs.github.com/en/rest/issues/issues#create-an-issue */
  async open(
    content: {
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
    },
    permit?: Permit,
  ): Promise<Issue> {
    return read(issue, await this.#send('POST /repos/{owner}/{repo}/issues', content, NEEDED, permit));
  }

  /** https://docs.github.com/en/rest/issues/issues#update-an-issue */
  async change(number: number, change: Readonly<Record<string, unknown>>, permit?: Permit): Promise<void> {
    await this.#send(
      'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
      { issue_number: number, ...change },
      NEEDED,
      permit,
    );
  }

  /** https://docs.github.com/en/rest/issues/comments#list-issue-comments */
  async comments(number: number): Promise<readonly Comment[]> {
    const route = 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments';
    return this.#pages(route, { issue_number: number }, comments);
  }

  /** https://docs.github.com/en/rest/issues/comments#create-an-issue-comment */
  async say(number: number, body: string, permit?: Permit): Promise<void> {
    await this.#send(
      'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      { issue_number: number, body },
      NEEDED,
      permit,
    );
  }

  /** https://docs.github.com/en/rest/issues/comments#update-an-issue-comment */
  async sayInstead(comment: number, body: string, permit?: Permit): Promise<void> {
    await this.#send(
      'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      { comment_id: comment, body },
      NEEDED,
      permit,
    );
  }

  async #pages<T>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    items: z.ZodType<readonly T[]>,
  ): Promise<readonly T[]> {
    const all: T[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const found = read(items, await this.#send(route, { ...parameters, per_page: PAGE, page }, NEEDED));
      all.push(...found);
      if (found.length < PAGE) break;
    }
    return all;
  }

  async #send(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    permission: string,
    permit?: Permit,
  ): Promise<unknown> {
    try {
      return (await this.#github.request(route, { ...this.#where, ...parameters }, permission, permit)).data;
    } catch (error) {
      const said = error instanceof RekeyError ? / status 410\b(?:, (`[^`]*`))?/.exec(error.message) : null;
      throw said ? this.#off(`GitHub answers 410${said[1] === undefined ? '' : `, ${said[1]}`}`) : error;
    }
  }
}

const read = <T>(form: z.ZodType<T>, given: unknown): T => answerOf(form, given, notUnderstood);

const notUnderstood = (): RekeyError =>
  new RekeyError('RK9011', "GitHub's answer about an issue is not understood.");

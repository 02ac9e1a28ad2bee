import { fakeJson, type FakeRequest, type FakeResponse, type FakeWorld } from '../../../kits/fake/fake';
import { fakeRoute } from '../../../kits/fake/fakeRoute';

interface FakeComment {
  readonly id: number;
  readonly user: string;
  body: string;
}
export interface FakeIssue {
  readonly number: number;
  readonly user: string;
  readonly created: number;
  readonly pullRequest: boolean;
  title: string;
  body: string;
  labels: readonly string[];
  state: 'open' | 'closed';
  stateReason: string | null;
  updated: number;
  locked: boolean;
  readonly comments: FakeComment[];
}

/** What the token of a request may do here. */
interface Rights {
  readonly login: string;
  may(permission: string, level: 'read' | 'write'): boolean;
}

type Values = Readonly<Record<string, string>>;
type Answer = (values: Values, request: FakeRequest, login: string) => FakeResponse;

/** GitHub refuses longer texts with 422. */
export const LONGEST_BODY = 65_536;

const notFound = fakeJson(404, { message: 'Not Found' });
const forbidden = (message = 'Resource not accessible by integration'): FakeResponse =>
  fakeJson(403, { message });
const tooLong = fakeJson(422, {
  message: 'Validation Failed',
  errors: [{ field: 'body', code: 'custom', message: 'body is too long (maximum is 65536 characters)' }],
});

/** The issues of one repository; paths begin below `/repos/{owner}/{repo}`. */
export class FakeIssues {
  readonly all: FakeIssue[] = [];
  /** False: issues are switched off in the settings of the repository. */
  enabled = true;
  readonly #world: FakeWorld;
  readonly #page: string;
  #issues = 0;
  #comments = 9000;

  constructor(world: FakeWorld, page: string) {
    this.#world = world;
    this.#page = page;
  }

  /** A person, or a robot, opens an issue or a pull request. */
  open(user: string, title: string, body: string, pullRequest = false): FakeIssue {
    const now = this.#world.now();
    this.#issues += 1;
    const fixed = { number: this.#issues, user, created: now, pullRequest, comments: [] };
    const issue: FakeIssue = {
      ...fixed,
      title,
      body,
      labels: [],
      state: 'open',
      stateReason: null,
      updated: now,
      locked: false,
    };
    this.all.push(issue);
    return issue;
  }

  comment(issue: FakeIssue, user: string, body: string): FakeComment {
    this.#comments += 1;
    const comment = { id: this.#comments, user, body };
    issue.comments.push(comment);
    issue.updated = this.#world.now();
    return comment;
  }

  answer(request: FakeRequest, rights: Rights): FakeResponse | undefined {
    for (const [route, answer] of this.#routes()) {
      const values = fakeRoute(route, request);
      if (!values) continue;
      if (!this.enabled) return fakeJson(410, { message: 'Issues has been disabled in this repository.' });
      if (!rights.may('issues', request.method === 'GET' ? 'read' : 'write')) return forbidden();
      return answer(values, request, rights.login);
    }
    return undefined;
  }

  /** https://docs.github.com/en/rest/issues/issues and /comments */
  #routes(): readonly (readonly [string, Answer])[] {
    return [
      ['GET /issues', (_, request) => this.#list(request)],
      ['POST /issues', (_, request, login) => this.#create(request, login)],
      [
        'GET /issues/{number}',
        ({ number }) => this.#withIssue(number, (issue) => fakeJson(200, this.#shown(issue))),
      ],
      [
        'PATCH /issues/{number}',
        ({ number }, request) => this.#withIssue(number, (issue) => this.#edit(issue, request)),
      ],
      [
        'GET /issues/{number}/comments',
        ({ number }, request) => this.#withIssue(number, (issue) => this.#commentsOf(issue, request)),
      ],
      [
        'POST /issues/{number}/comments',
        ({ number }, request, login) =>
          this.#withIssue(number, (issue) => this.#addComment(issue, request, login)),
      ],
      ['PATCH /issues/comments/{id}', ({ id }, request) => this.#editComment(Number(id), request)],
    ];
  }

  #withIssue(number: string | undefined, answer: (issue: FakeIssue) => FakeResponse): FakeResponse {
    const issue = this.all.find((each) => each.number === Number(number));
    return issue ? answer(issue) : notFound;
  }

  #list(request: FakeRequest): FakeResponse {
    const state = request.query.get('state') ?? 'open';
    const since = Date.parse(request.query.get('since') ?? '1970-01-01T00:00:00Z');
    const found = this.all
      .filter((issue) => (state === 'all' || issue.state === state) && issue.updated >= since)
      .sort((one, other) =>
        request.query.get('direction') === 'asc' ? one.number - other.number : other.number - one.number,
      );
    return this.#paged(
      found.map((issue) => this.#shown(issue)),
      request,
      '/issues',
    );
  }

  #create(request: FakeRequest, login: string): FakeResponse {
    const {
      title,
      body = '',
      labels = [],
    } = JSON.parse(request.body) as { title: string; body?: string; labels?: string[] };
    if (body.length > LONGEST_BODY) return tooLong;
    const issue = this.open(login, title, body);
    issue.labels = labels;
    return fakeJson(201, this.#shown(issue));
  }

  #edit(issue: FakeIssue, request: FakeRequest): FakeResponse {
    const wanted = JSON.parse(request.body) as Partial<FakeIssue> & { state_reason?: string };
    if ((wanted.body ?? '').length > LONGEST_BODY) return tooLong;
    issue.title = wanted.title ?? issue.title;
    issue.body = wanted.body ?? issue.body;
    issue.labels = wanted.labels ?? issue.labels;
    issue.state = wanted.state ?? issue.state;
    issue.stateReason = wanted.state_reason ?? issue.stateReason;
    issue.updated = this.#world.now();
    return fakeJson(200, this.#shown(issue));
  }

  #commentsOf(issue: FakeIssue, request: FakeRequest): FakeResponse {
    const shown = issue.comments.map((comment) => shownComment(comment));
    return this.#paged(shown, request, `/issues/${issue.number}/comments`);
  }

  #addComment(issue: FakeIssue, request: FakeRequest, login: string): FakeResponse {
    const { body } = JSON.parse(request.body) as { body: string };
    if (issue.locked) return forbidden('Unable to create comment because issue is locked.');
    if (body.length > LONGEST_BODY) return tooLong;
    return fakeJson(201, shownComment(this.comment(issue, login, body)));
  }

  #editComment(id: number, request: FakeRequest): FakeResponse {
    const { body } = JSON.parse(request.body) as { body: string };
    const comment = this.all.flatMap((issue) => issue.comments).find((each) => each.id === id);
    if (!comment) return notFound;
    if (body.length > LONGEST_BODY) return tooLong;
    comment.body = body;
    return fakeJson(200, shownComment(comment));
  }

  #shown(issue: FakeIssue): object {
    return {
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: issue.state,
      state_reason: issue.stateReason,
      locked: issue.locked,
      user: userOf(issue.user),
      labels: issue.labels.map((name) => ({ name })),
      html_url: `${this.#page}/issues/${issue.number}`,
      created_at: new Date(issue.created).toISOString(),
      updated_at: new Date(issue.updated).toISOString(),
      ...(issue.pullRequest && { pull_request: { url: `${this.#page}/pull/${issue.number}` } }),
    };
  }

  #paged(items: readonly object[], request: FakeRequest, path: string): FakeResponse {
    const size = Math.min(100, Number(request.query.get('per_page') ?? 30));
    const page = Number(request.query.get('page') ?? 1);
    const more = items.length > page * size;
    const link = `<${this.#page}${path}?page=${page + 1}>; rel="next"`;
    return fakeJson(200, items.slice((page - 1) * size, page * size), more ? { link } : {});
  }
}

const userOf = (login: string): object => ({ login, type: login.endsWith('[bot]') ? 'Bot' : 'User' });

const shownComment = ({ id, user, body }: FakeComment): object => ({ id, body, user: userOf(user) });

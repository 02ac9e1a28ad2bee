import { fakeJson, type FakeRequest, type FakeResponse, type FakeWorld } from '../../../kits/fake/fake';
import { fakeRoute } from '../../../kits/fake/fakeRoute';
import { refusalOf, workflowText, type FakeWorkflow } from './fake/file';
import { FakeRun, type RunTimes } from './fake/run';

export type { FakeWorkflow } from './fake/file';
export { FakeRun, type FakeJob, type RunTimes } from './fake/run';

interface Rights {
  readonly login: string;
  may(permission: string, level: 'read' | 'write'): boolean;
}

type Values = Readonly<Record<string, string>>;
type Answer = (values: Values, request: FakeRequest, login: string) => FakeResponse;

/** The file itself, which the token reads as one of the contents of the repository. */
const FILE = 'GET /contents/.github/workflows/{file}';
const notFound = fakeJson(404, { message: 'Not Found' });
const forbidden = fakeJson(403, { message: 'Resource not accessible by integration' });
const invalid = (message: string): FakeResponse => fakeJson(422, { message });

/** Workflows and runs of one repository; paths begin below `/repos/{owner}/{repo}`. */
export class FakeActions {
  readonly workflows = new Map<string, FakeWorkflow>();
  readonly runs: FakeRun[] = [];
  readonly #world: FakeWorld;
  readonly #page: string;
  readonly #branches: () => readonly string[];
  #ids = 15_000_000_000;
  /** How the server meets `return_run_details`: older ones ignore it or refuse it. */
  runDetails: 'given' | 'ignored' | 'refused' = 'given';
  /** Runs are listed this long after they were made. */
  listLag = 0;
  /** For the world: a dispatched run rolls a fleet. */
  onDispatch: (run: FakeRun) => void = () => undefined;

  constructor(world: FakeWorld, page: string, branches: () => readonly string[]) {
    this.#world = world;
    this.#page = page;
    this.#branches = branches;
  }

  /** A run that something else started; `id` is chosen for runs that already have one, such as our own. */
  start(
    event: string,
    details: { readonly id?: number; readonly title?: string; readonly times?: RunTimes } = {},
  ): FakeRun {
    const run = new FakeRun(this.#world, {
      id: details.id ?? (this.#ids += 1),
      page: this.#page,
      event,
      name: 'workflow',
      title: details.title ?? 'workflow',
      file: '',
      branch: 'main',
      actor: 'a-person',
      inputs: {},
      times: details.times ?? {},
    });
    this.runs.push(run);
    return run;
  }

  answer(request: FakeRequest, rights: Rights): FakeResponse | undefined {
    for (const [route, answer] of this.#routes()) {
      const values = fakeRoute(route, request);
      if (!values || (route === FILE && !this.workflows.has(values['file'] ?? ''))) continue;
      const permission = route === FILE ? 'contents' : 'actions';
      if (!rights.may(permission, request.method === 'GET' ? 'read' : 'write')) return forbidden;
      return answer(values, request, rights.login);
    }
    return undefined;
  }

  /** https://docs.github.com/en/rest/actions/workflows, workflow-runs and workflow-jobs */
  #routes(): readonly (readonly [string, Answer])[] {
    return [
      [
        'POST /actions/workflows/{file}/dispatches',
        ({ file = '' }, request, login) => this.#dispatch(file, request, login),
      ],
      ['GET /actions/workflows/{file}', ({ file = '' }) => this.#workflow(file)],
      [FILE, ({ file = '' }, request) => this.#file(file, request)],
      ['GET /actions/workflows/{file}/runs', ({ file = '' }, request) => this.#list(file, request)],
      ['GET /actions/runs/{id}', ({ id }) => this.#withRun(id, (run) => fakeJson(200, run.shown()))],
      [
        'GET /actions/runs/{id}/approvals',
        ({ id }) => this.#withRun(id, (run) => fakeJson(200, run.approvals)),
      ],
      [
        'GET /actions/runs/{id}/attempts/{attempt}/jobs',
        ({ id, attempt }, request) =>
          this.#withRun(id, (run) => {
            const jobs = run.jobs.filter((job) => job.run_attempt === Number(attempt));
            return fakeJson(200, { total_count: jobs.length, jobs: pageOf(jobs, request) });
          }),
      ],
      [
        'GET /actions/jobs/{id}',
        ({ id }) => {
          const job = this.runs.flatMap((run) => run.jobs).find((each) => each.id === Number(id));
          return job ? fakeJson(200, job) : notFound;
        },
      ],
      [
        'POST /actions/runs/{id}/cancel',
        ({ id }) =>
          this.#withRun(id, (run) => {
            run.finish('cancelled');
            return fakeJson(202, {});
          }),
      ],
    ];
  }

  #withRun(id: string | undefined, answer: (run: FakeRun) => FakeResponse): FakeResponse {
    const run = this.runs.find((each) => each.id === Number(id));
    return run ? answer(run) : notFound;
  }

  #workflow(file: string): FakeResponse {
    const workflow = this.workflows.get(file);
    if (!workflow) return notFound;
    const { name, state = 'active' } = workflow;
    return fakeJson(200, { id: 161_335, name, path: `.github/workflows/${file}`, state });
  }

  /** https://docs.github.com/en/rest/repos/contents: the same file on every branch. */
  #file(file: string, request: FakeRequest): FakeResponse {
    const workflow = this.workflows.get(file);
    const ref = request.query.get('ref');
    if (!workflow || (ref !== null && !this.#branches().includes(ref))) return notFound;
    return {
      status: 200,
      headers: { 'content-type': 'application/vnd.github.raw+json; charset=utf-8' },
      body: workflowText(workflow),
    };
  }

  #dispatch(file: string, request: FakeRequest, login: string): FakeResponse {
    const wanted = JSON.parse(request.body) as {
      ref: string;
      inputs?: Record<string, string>;
      return_run_details?: boolean;
    };
    const workflow = this.workflows.get(file);
    if (!workflow) return notFound;
    const refusal = this.#refusal(workflow, wanted);
    if (refusal !== undefined) return invalid(refusal);
    const run = this.#run(file, workflow, wanted, login);
    if (wanted.return_run_details !== true || this.runDetails === 'ignored') return { status: 204, body: '' };
    return fakeJson(200, {
      workflow_run_id: run.id,
      run_url: `https://api.github.com/actions/runs/${run.id}`,
      html_url: run.url,
    });
  }

  #refusal(
    workflow: FakeWorkflow,
    wanted: {
      readonly ref: string;
      readonly inputs?: Record<string, string>;
      readonly return_run_details?: boolean;
    },
  ): string | undefined {
    if (this.runDetails === 'refused' && wanted.return_run_details !== undefined)
      return 'Invalid request.\n\n"return_run_details" is not a permitted key.';
    if (!this.#branches().includes(wanted.ref)) return `No ref found for: ${wanted.ref}`;
    return refusalOf(workflow, wanted.inputs ?? {});
  }

  #run(
    file: string,
    workflow: FakeWorkflow,
    wanted: { readonly ref: string; readonly inputs?: Record<string, string> },
    login: string,
  ): FakeRun {
    const inputs = wanted.inputs ?? {};
    const title = workflow.runName?.replace(
      /\$\{\{\s*inputs\.(\w+)\s*\}\}/g,
      (_, name: string) => inputs[name] ?? '',
    );
    const run = new FakeRun(this.#world, {
      id: (this.#ids += 1),
      page: this.#page,
      event: 'workflow_dispatch',
      name: workflow.name,
      title: title ?? workflow.name,
      file,
      branch: wanted.ref,
      actor: login,
      inputs,
      times: workflow.times ?? {},
    });
    this.runs.push(run);
    this.onDispatch(run);
    return run;
  }

  #list(file: string, request: FakeRequest): FakeResponse {
    if (!this.workflows.has(file)) return notFound;
    const event = request.query.get('event');
    const after = Date.parse((request.query.get('created') ?? '').replace(/^>=/, ''));
    const found = this.runs
      .filter((run) => run.file === file && (event === null || run.event === event))
      .filter((run) => Number.isNaN(after) || run.created >= after)
      .filter((run) => run.created + this.listLag <= this.#world.now())
      .reverse();
    const page = pageOf(found, request).map((run) => run.shown());
    return fakeJson(200, { total_count: found.length, workflow_runs: page });
  }
}

function pageOf<T>(items: readonly T[], request: FakeRequest): readonly T[] {
  const size = Math.min(100, Number(request.query.get('per_page') ?? 30));
  const page = Number(request.query.get('page') ?? 1);
  return items.slice((page - 1) * size, page * size);
}

import { z } from 'zod';
import { RekeyError, retold } from '../../../domain/errors';
import { readInstant } from '../../../domain/tools/foreignTime';
import type { GitHub, Permit } from '../../../domain/ports';
import { codeSpan } from '../../../domain/tools/text';
import { answerOf } from '../../../kits/adapter/answer';
import { placeOf, type Place } from '../../../kits/github/repository';

const dispatched = z.object({ workflow_run_id: z.int(), html_url: z.string() });

const run = z.object({
  id: z.int(),
  name: z.string().nullish(),
  display_title: z.string(),
  status: z.string().nullable(),
  conclusion: z.string().nullable(),
  created_at: z.string().refine((at) => readInstant(at) !== undefined),
  html_url: z.string(),
});
const runs = z.object({ workflow_runs: z.array(run) });
const repository = z.object({ default_branch: z.string() });
export type Run = z.infer<typeof run>;
const workflow = z.object({ state: z.string() });

const WORKFLOW = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';
const READ = 'actions: read';
const WRITE = 'actions: write';
const PAGE = 100;
/** GitHub filters at most a thousand runs. */
const MOST_PAGES = 10;

/** The calls to GitHub; errors are said of the deploy. */
export class WorkflowApi {
  readonly github: GitHub;
  readonly repository: string;
  readonly workflow: string;
  readonly #where: Place;

  constructor(github: GitHub, repository: string, workflow: string) {
    this.github = github;
    this.repository = repository;
    this.workflow = workflow;
    this.#where = placeOf(repository);
  }

  get path(): string {
    return `.github/workflows/${this.workflow}`;
  }

  get enableIt(): string {
    return `Enable it: gh workflow enable ${this.workflow} -R ${this.repository}`;
  }

  now(): number {
    return this.github.now();
  }

  /** Who may not even see it cannot start it. `active`, `disabled_manually`, … https://docs.github.com/en/rest/actions/workflows#get-a-workflow */
  async state(): Promise<string> {
    const { data } = await this.#send(`GET ${WORKFLOW}`, this.#named, WRITE);
    return read(workflow, data).state;
  }

  /** Its text on a branch or tag. https://docs.github.com/en/rest/repos/contents#get-repository-content */
  async file(ref: string): Promise<{ readonly text: string } | { readonly untried: string }> {
    const permission = 'contents: read';
    const isOwn = this.repository === this.github.repository;
    try {
      const { data } = await this.github.request(
        'GET /repos/{owner}/{repo}/contents/.github/workflows/{file}',
        { ...this.#where, file: this.workflow, ref, mediaType: { format: 'raw' } },
        permission,
      );
      return typeof data === 'string'
        ? { text: data }
        : { untried: `${this.path} was not answered as a text` };
    } catch (error) {
      if (!(error instanceof RekeyError)) throw error;
      const lacks = `${this.path} of ${this.repository} may not be read; that needs ${permission}`;
      if (error.kind === 'denied') return { untried: lacks };
      if (error.kind !== 'gone') throw this.#asDeploy(error, permission);
      // Of a repository that the token does not reach GitHub says so, too.
      if (!isOwn) return { untried: `${lacks}, or it is not on ${codeSpan(ref)}` };
      throw new RekeyError('RK6006', `${this.path} is not on ${codeSpan(ref)} of ${this.repository}.`, {
        next: 'Merge the workflow there, or correct "workflow:" and "ref:" under "roll:" in the config.',
      });
    }
  }

  /** https://docs.github.com/en/rest/repos/repos#get-a-repository */
  async defaultBranch(): Promise<string> {
    const { data } = await this.#send('GET /repos/{owner}/{repo}', {}, 'metadata: read');
    return read(repository, data).default_branch;
  }

  /**
   * https://docs.github.com/en/rest/actions/workflows#create-a-workflow-dispatch-event
   * Undefined: started, but the server does not say which run it is. A server that does not know `return_run_details` may refuse
   * it; then nothing was started, and the call is made once more without it.
   */
  async dispatch(
    ref: string,
    inputs: Readonly<Record<string, string>>,
    permit?: Permit,
  ): Promise<{ id: string; url: string } | undefined> {
    const route = `POST ${WORKFLOW}/dispatches`;
    const order = { ...this.#named, ref, inputs };
    let answer: { readonly status: number; readonly data: unknown };
    try {
      answer = await this.#send(route, { ...order, return_run_details: true }, WRITE, permit);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      answer = await this.#send(route, order, WRITE, permit).catch((again: unknown) => {
        throw isRefusal(again) ? this.#refused(again) : again;
      });
    }
    const told = dispatched.safeParse(answer.data);
    return told.success ? { id: String(told.data.workflow_run_id), url: told.data.html_url } : undefined;
  }

  /** https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow · newest first */
  async runsSince(since: string): Promise<readonly Run[]> {
    const route = `GET ${WORKFLOW}/runs`;
    const all: Run[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const query = {
        ...this.#named,
        event: 'workflow_dispatch',
        created: `>=${since}`,
        per_page: PAGE,
        page,
      };
      const { data } = await this.#send(route, query, READ);
      const { workflow_runs: found } = read(runs, data);
      all.push(...found);
      if (found.length < PAGE) return all;
    }
    throw new RekeyError('RK6004', `${this.workflow} has too many runs to find ours among them.`);
  }

  /** https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run */
  async run(id: string): Promise<Run> {
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
    return read(run, (await this.#send(route, { run_id: id }, READ)).data);
  }

  get #named(): { readonly workflow_id: string } {
    return { workflow_id: this.workflow };
  }

  /** With GitHub's own sentence, which the message quotes. */
  #refused({ message }: RekeyError): RekeyError {
    const next = /disabled/i.test(message) ? `${this.enableIt}.` : REFUSED;
    return new RekeyError('RK6006', `${this.workflow} of ${this.repository} was not started. ${message}`, {
      next,
    });
  }

  async #send(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    permission: string,
    permit?: Permit,
  ): Promise<{ readonly status: number; readonly data: unknown }> {
    try {
      return await this.github.request(route, { ...this.#where, ...parameters }, permission, permit);
    } catch (error) {
      throw this.#asDeploy(error, permission);
    }
  }

  #asDeploy(error: unknown, permission: string): unknown {
    if (!(error instanceof RekeyError) || error.code === 'RK9014') return error;
    const what = `The workflow ${this.workflow} of ${this.repository}`;
    const elsewhere = this.repository !== this.github.repository;
    if (elsewhere && (error.kind === 'gone' || error.kind === 'denied'))
      return new RekeyError('RK6001', `${what} is not within reach of the token.`, { next: ELSEWHERE });
    if (error.kind === 'denied')
      return new RekeyError('RK6001', `${what} needs ${permission}.`, { next: error.next });
    if (error.kind === 'gone') return new RekeyError('RK6006', `${what} is not there.`);
    if (error.kind === 'transient') return retold(error, 'RK6003', `${what}: ${error.message}`);
    return error.kind === 'unknown' ? retold(error, 'RK6004', `${what}: ${error.message}`) : error;
  }
}

const REFUSED =
  'Give the workflow "on: workflow_dispatch" with every input that the config names, "marker" too, and see that the ref exists.';
const ELSEWHERE =
  'GITHUB_TOKEN reaches its own repository only: give Rekey the token of an App with "actions: write" there, in github-token.';

/** 400 or 422: the request was understood and refused, so nothing was started. */
const isRefusal = (error: unknown): error is RekeyError =>
  error instanceof RekeyError && error.code === 'RK9011';

const read = <T>(form: z.ZodType<T>, given: unknown): T => answerOf(form, given, notUnderstood);

const notUnderstood = (): RekeyError =>
  new RekeyError('RK9011', "GitHub's answer about a workflow is not understood.");

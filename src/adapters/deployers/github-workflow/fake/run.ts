import type { FakeWorld } from '../../../../kits/fake/fake';
import type { Millis } from '../../../../domain/tools/time';

/** How a run continues by itself as the time of the world passes. */
export interface RunTimes {
  /** Until a runner takes it. Default 0. */
  readonly queued?: Millis;
  /** From then to its end. Default 0. */
  readonly running?: Millis;
  readonly conclusion?: string;
}

/** https://docs.github.com/en/rest/actions/workflow-jobs */
export interface FakeJob {
  readonly id: number;
  readonly run_id: number;
  readonly run_attempt: number;
  readonly name: string;
  readonly runner_name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion: string | null;
}

interface Made {
  readonly id: number;
  readonly page: string;
  readonly event: string;
  readonly name: string;
  readonly title: string;
  readonly file: string;
  readonly branch: string;
  readonly actor: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly times: RunTimes;
}

/** One run of a workflow. It ends by itself, unless it is held or finished by hand. */
export class FakeRun {
  readonly id: number;
  readonly event: string;
  readonly file: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly url: string;
  readonly created: Millis;
  readonly jobs: FakeJob[] = [];
  /** As https://docs.github.com/en/rest/actions/workflow-runs#get-the-review-history-for-a-workflow-run answers. */
  readonly approvals: object[] = [];
  readonly #made: Made;
  readonly #world: FakeWorld;
  #held: 'queued' | 'waiting' | 'pending' | undefined;
  #finished: string | undefined;

  constructor(world: FakeWorld, made: Made) {
    this.id = made.id;
    this.event = made.event;
    this.file = made.file;
    this.title = made.title;
    this.inputs = made.inputs;
    this.url = `${made.page}/actions/runs/${made.id}`;
    this.created = world.now();
    this.#made = made;
    this.#world = world;
  }

  /** It stays like this: for a runner, for an approval, or behind its concurrency group. */
  hold(status: 'queued' | 'waiting' | 'pending'): void {
    this.#held = status;
  }

  finish(conclusion: string): void {
    this.#finished = conclusion;
  }

  addJob(job: Partial<FakeJob> & Pick<FakeJob, 'id'>): FakeJob {
    const made: FakeJob = {
      run_id: this.id,
      run_attempt: 1,
      name: 'rotate',
      runner_name: 'GitHub Actions 1',
      status: 'in_progress',
      conclusion: null,
      ...job,
    };
    this.jobs.push(made);
    return made;
  }

  approve(by: string, environment: string): void {
    this.approvals.push({
      state: 'approved',
      comment: '',
      user: { login: by },
      environments: [{ name: environment }],
    });
  }

  get status(): string {
    if (this.#finished !== undefined) return 'completed';
    if (this.#held) return this.#held;
    const { queued = 0, running = 0 } = this.#made.times;
    const age = this.#world.now() - this.created;
    if (age < queued) return 'queued';
    return age < queued + running ? 'in_progress' : 'completed';
  }

  get conclusion(): string | null {
    if (this.status !== 'completed') return null;
    return this.#finished ?? this.#made.times.conclusion ?? 'success';
  }

  shown(): object {
    return {
      id: this.id,
      name: this.#made.name,
      display_title: this.title,
      event: this.event,
      status: this.status,
      conclusion: this.conclusion,
      head_branch: this.#made.branch,
      run_attempt: 1,
      actor: { login: this.#made.actor },
      created_at: new Date(this.created).toISOString().replace(/\.\d+Z$/, 'Z'),
      html_url: this.url,
    };
  }
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FakeJob, FakeRun } from '../../adapters/deployers/github-workflow/fake';
import { CONFIG_PATH, type Cloud } from '../cloud/cloud';
import { Composite, type CompositeResult } from '../composite/composite';
import type { Timeline } from '../timeline';
import { giveToken, jobEnvironment } from './jobEnvironment';

export type Inputs = Readonly<Record<string, string>>;

/** A job that runs the action, on a runner of its own. */
export interface RunningJob {
  /** `run 2`, or `run 2, job 2` where a run has several. */
  readonly name: string;
  readonly run: FakeRun;
  readonly result: Promise<CompositeResult>;
  readonly composite: Composite;
  /** GitHub no longer hears of the runner, and calls the job over; the process may go on. */
  lose(): void;
}

/** Starts jobs of the rotation workflow at the fake GitHub, and the action on them. */
export class Runners {
  readonly results: CompositeResult[] = [];
  readonly #cloud: Cloud;
  readonly #timeline: Timeline;
  readonly #action: string;
  readonly #out: string;
  readonly #running = new Set<Composite>();
  #runs = 0;
  #jobs = 0;

  /** @param action the folder with action.yml @param out where logs and artifacts go */
  constructor(cloud: Cloud, timeline: Timeline, action: string, out: string) {
    this.#cloud = cloud;
    this.#timeline = timeline;
    this.#action = action;
    this.#out = out;
  }

  /** @param beside another job of the same run */
  start(inputs: Inputs, beside?: RunningJob): RunningJob {
    const actions = this.#cloud.github.home.actions;
    if (!beside) this.#runs += 1;
    this.#jobs += 1;
    const run =
      beside?.run ?? actions.start(eventOf(inputs), { id: 1000 + this.#runs, times: { running: Infinity } });
    const job = run.addJob({ id: 5000 + this.#jobs });
    const name = beside ? `${beside.name}, job ${run.jobs.length}` : `run ${this.#runs}`;
    const token = giveToken(this.#cloud, this.#jobs);
    this.#timeline.say('run', `${name} begins: ${spoken(inputs)}`);
    const composite = this.#composite(name, run, job, inputs, token);
    const result = composite.run().then((ended) => {
      this.#over(run, job, ended.ok ? 'success' : 'failure');
      this.#cloud.github.tokens.delete(token);
      this.#keep(name, ended);
      this.#running.delete(composite);
      return ended;
    });
    this.#running.add(composite);
    return { name, run, result, composite, lose: () => this.#over(run, job, 'failure') };
  }

  /** Ends what still runs, without asking. */
  killAll(): void {
    for (const composite of this.#running) composite.abandon();
  }

  /** Where the last run that finished something put its evidence and its report; else the last run. */
  get papers(): { readonly evidence: string; readonly report: string } {
    const ended = [...this.results].sort((one, other) => Number(finished(one)) - Number(finished(other)));
    const last = (name: string): string =>
      ended
        .map(({ outputs }) => outputs[name] ?? '')
        .filter((path) => path !== '')
        .at(-1) ?? '';
    return { evidence: last('evidence'), report: last('report') };
  }

  #composite(name: string, run: FakeRun, job: FakeJob, inputs: Inputs, token: string): Composite {
    const folder = join(this.#out, name.replace(/[ ,]+/g, '-'));
    const folders = { action: this.#action, workspace: join(folder, 'work'), temp: join(folder, 'temp') };
    return new Composite({
      action: folders.action,
      workspace: folders.workspace,
      temp: folders.temp,
      artifacts: join(this.#out, 'artifacts', String(run.id)),
      inputs: { config: CONFIG_PATH, ...inputs },
      github: { token },
      checkRun: String(job.id),
      environment: jobEnvironment(this.#cloud, run, folders),
      show: () => undefined,
    });
  }

  #over(run: FakeRun, job: FakeJob, conclusion: string): void {
    if (job.status === 'completed') return;
    Object.assign(job, { status: 'completed', conclusion });
    if (run.jobs.every(({ status }) => status === 'completed')) run.finish(conclusion);
  }

  #keep(name: string, ended: CompositeResult): void {
    this.results.push(ended);
    const [main] = ended.steps;
    const how = main?.signal ?? `exit ${String(main?.code)}`;
    this.#timeline.say('run', `${name} ends: ${ended.outputs['status'] || 'no status'} (${how})`);
    const folder = join(this.#out, name.replace(/[ ,]+/g, '-'));
    writeFileSync(join(folder, 'log.txt'), ended.log.map((line) => `${line}\n`).join(''));
    writeFileSync(join(folder, 'summary.md'), ended.summary);
  }
}

/** A person asks for something; the schedule asks for nothing in particular. */
const eventOf = (inputs: Inputs): string =>
  Object.keys(inputs).length === 0 ? 'schedule' : 'workflow_dispatch';

const finished = ({ outputs }: CompositeResult): boolean =>
  !['', 'waiting'].includes(outputs['status'] ?? '');

function spoken(inputs: Inputs): string {
  const { command = 'rotate', reason: _reason, ...rest } = inputs;
  return [command, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)].join(' ');
}

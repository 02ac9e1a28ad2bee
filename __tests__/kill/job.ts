import { join } from 'node:path';
import type { FakeJob, FakeRun } from '../../src/adapters/deployers/github-workflow/fake';
import { CONFIG_PATH, type Cloud } from '../../src/sandbox/cloud/cloud';
import { Composite } from '../../src/sandbox/composite/composite';
import { LogReader } from '../../src/sandbox/composite/logReader';
import { RunnerFiles } from '../../src/sandbox/composite/runnerFiles';
import { StepProcess, type StepEnd } from '../../src/sandbox/composite/stepProcess';
import { giveToken, jobEnvironment } from '../../src/sandbox/stage/jobEnvironment';
import type { Inputs } from '../../src/sandbox/stage/runners';

/** bare: only the program. settled: the program, then its last step. composite: all steps of action.yml. */
export type Manner = 'bare' | 'settled' | 'composite';

export interface JobPlan {
  readonly number: number;
  readonly inputs: Inputs;
  readonly manner: Manner;
  /** The folder with action.yml and dist. */
  readonly action: string;
  /** A folder for this job alone. */
  readonly folder: string;
}

/** A job at the fake GitHub with the real bundle in it. */
export class Job {
  readonly name: string;
  /** How the main step ended; the whole job is over then. */
  readonly ended: Promise<StepEnd>;
  readonly log: LogReader;
  readonly raw: string[] = [];
  outputs: Readonly<Record<string, string>> = {};
  /** Undefined while it runs. */
  end: StepEnd | undefined;
  /** Killed, frozen or cancelled: it may leave a session behind. */
  disturbed = false;
  readonly #cloud: Cloud;
  readonly #plan: JobPlan;
  readonly #run: FakeRun;
  readonly #job: FakeJob;
  readonly #token: string;
  readonly #environment: Readonly<Record<string, string>>;
  #composite: Composite | undefined;
  #process: StepProcess | undefined;
  #settles = false;

  constructor(cloud: Cloud, plan: JobPlan) {
    const { number, folder, action } = plan;
    this.name = `run ${number}`;
    this.#cloud = cloud;
    this.#plan = plan;
    this.#run = cloud.github.home.actions.start('schedule', {
      id: 1000 + number,
      times: { running: Infinity },
    });
    this.#job = this.#run.addJob({ id: 5000 + number });
    this.#token = giveToken(cloud, number);
    this.log = new LogReader(new Set([this.#token]), () => undefined);
    const folders = { action, workspace: join(folder, 'work'), temp: join(folder, 'temp') };
    this.#environment = jobEnvironment(cloud, this.#run, folders);
    const steps = plan.manner === 'composite' ? this.#allSteps() : this.#program();
    this.ended = steps.then((end) => {
      this.lose();
      cloud.github.tokens.delete(this.#token);
      this.end = end;
      return end;
    });
  }

  get id(): string {
    return String(this.#job.id);
  }
  get lines(): readonly string[] {
    return this.log.lines;
  }

  /** Its main step is over, the last one runs. */
  get settles(): boolean {
    return this.#settles;
  }

  /** The program that runs now. */
  get process(): StepProcess | undefined {
    return this.#process ?? this.#composite?.process;
  }

  /** GitHub calls the job over, whatever its process does. */
  lose(): void {
    if (this.#job.status === 'completed') return;
    Object.assign(this.#job, { status: 'completed', conclusion: 'failure' });
    this.#run.finish('failure');
  }

  async #allSteps(): Promise<StepEnd> {
    const { action, folder, inputs } = this.#plan;
    this.#composite = new Composite({
      action,
      workspace: join(folder, 'work'),
      temp: join(folder, 'temp'),
      artifacts: join(folder, 'artifacts'),
      inputs: { config: CONFIG_PATH, ...inputs },
      github: { token: this.#token },
      checkRun: String(this.#job.id),
      environment: this.#environment,
      show: (line) => this.log.lines.push(line),
    });
    const { outputs, steps, raw } = await this.#composite.run();
    this.outputs = outputs;
    this.raw.push(...raw);
    const [main] = steps;
    return { code: main?.code ?? null, signal: main?.signal ?? null };
  }

  async #program(): Promise<StepEnd> {
    const end = await this.#step('main', '');
    this.#settles = true;
    if (this.#plan.manner === 'settled') await this.#step('settle', ' settle');
    this.raw.push(...this.log.raw);
    return end;
  }

  async #step(name: string, word: string): Promise<StepEnd> {
    const { action, folder, inputs } = this.#plan;
    const files = new RunnerFiles(join(folder, 'temp', '_runner_file_commands', name));
    const script = files.script(`exec "${process.execPath}" "${join(action, 'dist/index.js')}"${word}`);
    this.#process = new StepProcess(
      'bash',
      script,
      join(folder, 'work'),
      {
        ...this.#environment,
        ...files.environment,
        // Newer Nodes start faster with it, and older ones do not know it.
        NODE_COMPILE_CACHE: join(folder, '../../compiled'),
        REKEY_INPUTS: JSON.stringify({ config: CONFIG_PATH, ...inputs }),
        REKEY_TOKEN: this.#token,
        REKEY_JOB: String(this.#job.id),
      },
      this.log,
    );
    const end = await this.#process.ended;
    this.#process = undefined;
    // A killed step may have written half a line.
    if (word === '' && end.signal === null) this.outputs = files.outputs;
    this.raw.push(files.all);
    return end;
  }
}

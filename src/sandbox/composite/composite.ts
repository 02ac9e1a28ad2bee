import { join } from 'node:path';
import { uploadArtifact } from './artifact';
import { condition, interpolate, type Contexts } from './expression';
import { LogReader } from './logReader';
import { fillInputs, readManifest, type Manifest, type RunStep, type UsesStep } from './manifest';
import { RunnerFiles } from './runnerFiles';
import { StepProcess, type StepEnd } from './stepProcess';

export interface Job {
  /** The folder with action.yml. */
  readonly action: string;
  readonly workspace: string;
  /** For the files of the steps, and for RUNNER_TEMP. */
  readonly temp: string;
  readonly artifacts: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly github: Readonly<Record<string, string>>;
  /** `job.check_run_id`. */
  readonly checkRun: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly show: (line: string) => void;
}

export interface StepRecord {
  readonly id: string;
  readonly outcome: 'success' | 'failure' | 'cancelled' | 'skipped';
  readonly code: number | null;
  readonly signal: string | null;
}

export interface CompositeResult {
  readonly ok: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepRecord[];
  readonly log: readonly string[];
  readonly annotations: readonly string[];
  readonly summary: string;
  /** All that the steps printed or left in a runner's file, unmasked: for a search for values, never to be shown. */
  readonly raw: readonly string[];
}

/** Runs a composite action as a runner does: conditions, environment, files, masks, signals. */
export class Composite {
  readonly #job: Job;
  readonly #manifest: Manifest;
  readonly #log: LogReader;
  readonly #steps: Record<string, { outputs: Record<string, string>; outcome: string }> = {};
  readonly #records: StepRecord[] = [];
  readonly #left: RunnerFiles[] = [];
  /** What steps wrote to GITHUB_ENV, for the steps after them. */
  #exported: Record<string, string> = {};
  #process: StepProcess | undefined;
  #running: RunStep | undefined;
  #failed = false;
  #cancelled = false;
  #abandoned = false;

  constructor(job: Job) {
    this.#job = job;
    this.#manifest = readManifest(job.action);
    this.#log = new LogReader(new Set([job.github['token'] ?? '']), job.show);
  }

  /** The process of the `run` step that is running, for a scenario to kill or freeze. */
  get process(): StepProcess | undefined {
    return this.#process;
  }

  async run(): Promise<CompositeResult> {
    for (const [index, step] of this.#manifest.runs.steps.entries()) {
      const id = step.id ?? `step-${index + 1}`;
      const contexts = this.#contexts();
      if (this.#abandoned || !condition(step.if, contexts, this.#status)) {
        this.#record(id, 'skipped', { code: null, signal: null });
        continue;
      }
      const outcome =
        'run' in step ? await this.#script(id, step, contexts) : this.#upload(id, step, contexts);
      if (outcome !== 'success' && !step['continue-on-error']) this.#failed = true;
    }
    return this.#result();
  }

  /**
   * A person, or a newer run, cancels the job. The step that runs gets signals, unless its condition is still true, as with
   * `always()`; later steps run only where theirs is.
   */
  async cancel(): Promise<void> {
    this.#cancelled = true;
    if (!condition(this.#running?.if, this.#contexts(), this.#status)) await this.#process?.cancel();
  }

  /** The machine is gone: nothing further runs. */
  abandon(): void {
    this.#abandoned = true;
    this.#process?.kill();
  }

  get #status(): { failed: boolean; cancelled: boolean } {
    return { failed: this.#failed, cancelled: this.#cancelled };
  }

  /** Whoever plays the runner may set what no step can: the action blanks these. */
  get #switches(): Record<string, string> {
    const { environment } = this.#job;
    return Object.fromEntries(
      Object.entries(environment).filter(([name]) => name.startsWith('REKEY_SANDBOX')),
    );
  }

  #contexts(): Contexts {
    const { github, checkRun, inputs } = this.#job;
    const outer = { github, job: { check_run_id: checkRun }, steps: this.#steps };
    const filled = fillInputs(this.#manifest.inputs, inputs, (text) =>
      interpolate(text, outer, this.#status),
    );
    return { ...outer, inputs: filled };
  }

  async #script(id: string, step: RunStep, contexts: Contexts): Promise<StepRecord['outcome']> {
    if (step.run.includes('${{')) throw new Error(`step ${id} puts an expression into its script`);
    const files = new RunnerFiles(join(this.#job.temp, '_runner_file_commands', id));
    this.#left.push(files);
    const own = Object.entries(step.env).map(([name, text]): [string, string] => [
      name,
      interpolate(text, contexts, this.#status),
    ]);
    const given = { ...this.#job.environment, ...this.#exported, ...files.environment };
    const environment = { ...given, ...Object.fromEntries(own), ...this.#switches };
    this.#running = step;
    this.#process = new StepProcess(
      step.shell,
      files.script(step.run),
      this.#job.workspace,
      environment,
      this.#log,
    );
    const end = await this.#process.ended;
    this.#process = undefined;
    this.#exported = { ...this.#exported, ...files.exported };
    const outcome = end.code === 0 ? 'success' : this.#cancelled ? 'cancelled' : 'failure';
    return this.#record(id, outcome, end, files.outputs);
  }

  #upload(id: string, step: UsesStep, contexts: Contexts): StepRecord['outcome'] {
    const settings = Object.fromEntries(
      Object.entries(step.with).map(([name, text]): [string, string] => [
        name,
        interpolate(text, contexts, this.#status),
      ]),
    );
    try {
      this.#log.line(uploadArtifact(step.uses, settings, this.#job.artifacts));
      return this.#record(id, 'success', { code: 0, signal: null });
    } catch (thrown) {
      this.#log.line(`::error::${thrown instanceof Error ? thrown.message : 'upload failed'}`);
      return this.#record(id, 'failure', { code: 1, signal: null });
    }
  }

  #record(
    id: string,
    outcome: StepRecord['outcome'],
    end: StepEnd,
    outputs: Record<string, string> = {},
  ): StepRecord['outcome'] {
    this.#steps[id] = { outputs, outcome };
    this.#records.push({ id, outcome, ...end });
    return outcome;
  }

  #result(): CompositeResult {
    const contexts = this.#contexts();
    return {
      ok: !this.#failed && !this.#cancelled,
      outputs: Object.fromEntries(
        Object.entries(this.#manifest.outputs).map(([name, { value }]) => [
          name,
          interpolate(value, contexts, this.#status),
        ]),
      ),
      steps: this.#records,
      log: this.#log.lines,
      annotations: this.#log.annotations,
      summary: this.#left.map((files) => files.summary).join(''),
      raw: [...this.#log.raw, ...this.#left.map((files) => files.all)],
    };
  }
}

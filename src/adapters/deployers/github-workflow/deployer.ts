import type { Deployer, Mark, Rollout, RolloutState } from '../../../domain/contracts/deployer';
import { RekeyError } from '../../../domain/errors';
import type { Permit } from '../../../domain/ports';
import { instant, millis, spoken } from '../../../domain/tools/time';
import { millisOf } from '../../../kits/adapter/settings';
import type { Run, WorkflowApi } from './api';
import { mustBeStartable } from './readiness';
import type { WorkflowSettings } from './settings';

/** A rollout is a run of a workflow; it is complete when the run has succeeded. */
export class WorkflowDeployer implements Deployer {
  readonly #api: WorkflowApi;
  readonly #settings: WorkflowSettings;
  readonly #defaultBranch: string | undefined;

  /** @param defaultBranch of the workflow's repository, where it is known */
  constructor(api: WorkflowApi, settings: WorkflowSettings, defaultBranch: string | undefined) {
    this.#api = api;
    this.#settings = settings;
    this.#defaultBranch = defaultBranch;
  }

  async roll(mark: Mark, permit?: Permit): Promise<Rollout> {
    const ref = this.#settings.ref ?? this.#defaultBranch ?? (await this.#api.defaultBranch());
    const since = instant(this.#api.now());
    const started = await this.#api.dispatch(ref, this.#filled({ ...mark }), permit);
    const rollout = started ?? (await this.find(mark, since));
    if (rollout) return rollout;
    throw new RekeyError('RK6004', `${this.#settings.workflow} was started, but its run is not listed yet.`);
  }

  mustBeReady(known: Pick<Mark, 'key' | 'workload'>): Promise<string> {
    return mustBeStartable(this.#api, this.#settings.ref ?? this.#defaultBranch, this.#filled({ ...known }));
  }

  async find(mark: Mark, since: string): Promise<Rollout | undefined> {
    // GitHub cuts times to seconds.
    const runs = await this.#api.runsSince(instant(millis(since)).replace(/\.\d+Z$/, 'Z'));
    const ours = runs.filter((run) => run.display_title.split(/[^\w-]+/).includes(mark.marker));
    const oldest = ours[ours.length - 1];
    if (oldest) return { id: String(oldest.id), url: oldest.html_url };
    if (runs.some((run) => run.display_title === run.name))
      throw new RekeyError(
        'RK6004',
        `Runs of ${this.#settings.workflow} do not say which rollout they are.`,
        {
          next: 'Add "run-name: Deploy ${{ inputs.marker }}" to the workflow, so that a run can be found again.',
        },
      );
    return undefined;
  }

  async status(rollout: Rollout): Promise<RolloutState> {
    const run = await this.#api.run(rollout.id);
    if (run.status === 'completed') return ended(run);
    const sentence = `run ${rollout.id} is ${run.status ?? 'waiting'}`;
    const hint = this.#hint(run);
    return { state: 'running', sentence, ...(hint !== undefined && { hint }) };
  }

  /** The marker goes along even when the config names no inputs: it is how a later process finds the run. */
  #filled(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    const fill = (template: string): string =>
      template.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
    return Object.fromEntries(
      Object.entries({ marker: '{marker}', ...this.#settings.inputs }).map(([name, template]) => [
        name,
        fill(template),
      ]),
    );
  }

  #hint(run: Run): string | undefined {
    const age = this.#api.now() - millis(run.created_at);
    if (run.status === 'in_progress' || age < millisOf(this.#settings.queued_hint_after)) return undefined;
    if (run.status === 'waiting')
      return `it has waited ${spoken(age)}: somebody must approve its environment.`;
    return `it has not begun for ${spoken(age)}: does it share the concurrency group of Rekey's own workflow, or is no runner free?`;
  }
}

function ended(run: Run): RolloutState {
  if (run.conclusion === 'success') return { state: 'complete', sentence: `run ${run.id} succeeded` };
  return {
    state: 'failed',
    sentence: `run ${run.id} ended as ${run.conclusion ?? 'unknown'}`,
  };
}

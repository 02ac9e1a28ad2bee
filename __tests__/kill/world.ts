import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstFiles } from '../../src/adapters/journals/github-branch/layout';
import { SECOND, type Millis } from '../../src/domain/tools/time';
import { Chance } from '../../src/sandbox/chance';
import { Cloud } from '../../src/sandbox/cloud/cloud';
import type { Times } from '../../src/sandbox/cloud/times';
import { rotations, type Rotation } from '../../src/sandbox/stage/journal';
import { narrate } from '../../src/sandbox/stage/narrator';
import type { Inputs } from '../../src/sandbox/stage/runners';
import { Timeline } from '../../src/sandbox/timeline';
import { Job, type Manner } from './job';
import type { Lifecycle } from './lifecycles';
import { Wire } from './wire';

export const JOURNAL = 'rekey-journal';

/** In the cloud's own time, which runs many times faster: what the servers and the fleet really take is real time. */
const TIMES: Times = {
  late: { propagation: SECOND, revocation: SECOND / 2, list: SECOND / 2, lastUsed: SECOND / 5 },
  said: { propagation: 30 * SECOND, revocation: 1.5 * SECOND, list: 2 * SECOND, lastUsed: SECOND },
  grace: 6 * SECOND,
  watch: SECOND,
  holds: 6 * SECOND,
  cache: 1.5 * SECOND,
  startup: SECOND / 2,
  interval: SECOND / 5,
};

export interface WorldPlan {
  readonly lifecycle: Lifecycle;
  readonly seed: number;
  /** How many times faster its time runs. */
  readonly factor: number;
  readonly action: string;
  readonly folder: string;
}

/** One cloud, with an empty journal and one key in use, and the jobs that were started in it. */
export class World {
  readonly jobs: Job[] = [];
  readonly timeline = new Timeline(() => undefined);
  readonly cloud: Cloud;
  readonly wire: Wire;
  readonly #plan: WorldPlan;

  private constructor(plan: WorldPlan) {
    this.#plan = plan;
    mkdirSync(plan.folder, { recursive: true });
    this.cloud = new Cloud(
      {
        keys: plan.lifecycle.keys,
        times: TIMES,
        speed: { factor: plan.factor, since: Date.now() },
      },
      new Chance(plan.seed),
      (who, what) => this.timeline.say(who, what),
    );
    this.wire = new Wire(this.cloud.tap);
  }

  static async open(plan: WorldPlan): Promise<World> {
    const world = new World(plan);
    const { cloud } = world;
    for (const key of cloud.keys) cloud.place(key);
    await cloud.start();
    plan.lifecycle.arrange?.(cloud);
    narrate(cloud, world.timeline);
    const fill = (files: Map<string, string>): void => {
      for (const { path, content } of firstFiles()) files.set(path, content);
    };
    cloud.github.home.git.store.advance(JOURNAL, fill, 'Begin the journal');
    return world;
  }

  start(inputs: Inputs, manner: Manner = 'bare'): Job {
    const number = this.jobs.length + 1;
    const folder = join(this.#plan.folder, `run-${number}`);
    const job = new Job(this.cloud, { number, inputs, manner, action: this.#plan.action, folder });
    this.jobs.push(job);
    this.say(`${job.name} begins: ${inputs['command'] ?? 'rotate'}`);
    void job.ended.then(({ code, signal }) => {
      this.say(`${job.name} ends: ${job.outputs['status'] ?? 'no status'} (${signal ?? `exit ${code}`})`);
    });
    return job;
  }

  say(what: string): void {
    this.timeline.say('run', what);
  }

  /** What a runner's patience with a cancelled step is divided by: Rekey's own waits are shorter here, its work is not. */
  get pace(): number {
    return Math.sqrt(this.#plan.factor);
  }

  get rotations(): readonly Rotation[] {
    return rotations(this.cloud);
  }

  /** In the cloud's time. */
  async pause(duration: Millis): Promise<void> {
    await this.cloud.clock.sleep(Math.max(0, duration));
  }

  /** Everything that Rekey can change, as one text. */
  get picture(): string {
    const { vendor, vault, github } = this.cloud;
    const { git, issues, actions } = github.home;
    return JSON.stringify({
      vendor: vendor.keys.all.map(({ id, revoked, disabled }) => [id, revoked, disabled]),
      vault: [...vault.kv.mount.secrets].map(([path, { versions }]) => [path, [...versions]]),
      journal: git.store.head(JOURNAL)?.oid,
      tickets: issues.all.map(({ number, state, body, comments }) => [number, state, body, comments.length]),
      runs: actions.runs.filter(({ event }) => event === 'workflow_dispatch').length,
    });
  }

  async close(): Promise<void> {
    for (const job of this.jobs) if (!job.end) job.process?.kill();
    await Promise.all(this.jobs.map(({ ended }) => ended));
    await this.cloud.stop();
  }
}

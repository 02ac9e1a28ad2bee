import type { FakeKey } from '../../adapters/vendors/http/fake';
import type { Cloud } from '../cloud/cloud';
import type { CompositeResult } from '../composite/composite';
import type { Visit } from '../tap';
import type { Timeline } from '../timeline';
import { rotations } from './journal';
import type { Inputs, RunningJob, Runners } from './runners';

const nothing = (): void => undefined;
/** `starts_per_tick` of the config. */
const MOST_AT_ONCE = 5;
const MOST_RUNS = 6;
const LONGEST_WAIT = 60_000;

/** What a scenario plays on: it starts jobs, stands in their way, and says what must be true. */
export class Stage {
  readonly cloud: Cloud;
  readonly timeline: Timeline;
  readonly problems: string[] = [];
  readonly #runners: Runners;

  constructor(cloud: Cloud, timeline: Timeline, runners: Runners) {
    this.cloud = cloud;
    this.timeline = timeline;
    this.#runners = runners;
  }

  start(inputs: Inputs, beside?: RunningJob): RunningJob {
    return this.#runners.start(inputs, beside);
  }
  run(inputs: Inputs): Promise<CompositeResult> {
    return this.start(inputs).result;
  }

  /** Rotates all keys now, and lets later runs go on until nothing is left to do, as a schedule would. */
  async rotate(): Promise<CompositeResult> {
    return this.goOn(await this.run(this.now));
  }

  /** What a person types to replace all keys now; their names once more where they are many. */
  get now(): Inputs {
    const names = this.cloud.keys.map(({ name }) => name).join(',');
    const confirm = this.cloud.keys.length > MOST_AT_ONCE ? { confirm: names } : {};
    return { keys: names, now: 'true', reason: 'a scenario of the sandbox', ...confirm };
  }

  /** Later runs of the schedule, each when the one before says that there is something to do. */
  async goOn(first: CompositeResult): Promise<CompositeResult> {
    let last = first;
    for (let runs = 0; runs < MOST_RUNS && this.#waits; runs += 1) {
      const resume = Date.parse(last.outputs['resume-at'] ?? '');
      const left = Number.isNaN(resume) ? 0 : resume - Date.now();
      if (left > LONGEST_WAIT) break;
      await this.pause(Math.max(0, left) + 100);
      last = await this.run({});
    }
    return last;
  }

  /** Waits for a request and stands in its way. False: the job ended without it. */
  async when(job: RunningJob, fits: (visit: Visit) => boolean, act: () => void = nothing): Promise<boolean> {
    const seen = this.cloud.tap.next(fits, act).then(() => true);
    const came = await Promise.race([seen, job.result.then(() => false)]);
    if (!came) this.check(`${job.name} came to the moment that this is about`, false);
    return came;
  }

  /** What must be true here; said aloud, and kept when it is not. */
  check(sentence: string, ok: boolean): void {
    this.timeline.say('check', `${ok ? 'yes' : 'NO '}: ${sentence}`);
    if (!ok) this.problems.push(`not so: ${sentence}`);
  }

  /** The keys of these entries that were in use when the scenario began. */
  placed(...names: readonly string[]): readonly FakeKey[] {
    return names.flatMap((name) => this.cloud.placed.get(name) ?? []);
  }
  asksPerson(key: string): boolean {
    return rotations(this.cloud).some(
      (one) => one.key === key && one.outcome === undefined && one.waitsForPerson,
    );
  }
  refuses(key: FakeKey): boolean {
    return !this.cloud.vendor.keys.accepts(key);
  }
  pause(duration: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, duration));
  }

  get #waits(): boolean {
    return rotations(this.cloud).some(
      ({ outcome, blocked, waitsForPerson }) => outcome === undefined && !blocked && !waitsForPerson,
    );
  }
}

import { MINUTE, SECOND, type Millis } from '../../../src/domain/tools/time';
import type { Chance } from '../../../src/sandbox/chance';
import type { Faults } from '../faults/faults';
import { befall } from '../faults/incidents/draw';
import type { Orders, Runner } from '../runner/runner';
import { hire, type Job } from '../runner/job';
import { start } from '../runner/start';
import { chanceOf, happens } from '../scheduler/chances';
import type { World } from '../world/world';
import { fixesFor } from './fix';
import { needs } from './need';
import type { Script } from './script';

/** More scheduled runs in the calm since somebody last mended something, and something will never end. */
const MOST_CALM_RUNS = 60;
/** Without its journal it cannot go on, and says so each time. */
const MOST_RUNS_WITHOUT_JOURNAL = 3;
/** How often persons are asked to mend what is at rest. */
const MOST_MENDS = 3;

/** Starts processes as cron, people and a runner do, until all is at rest. */
export class People {
  /** Scheduled runs since all is calm, or the journal was lost. */
  calmRuns = 0;
  /** It never came to rest. */
  isEndless = false;
  /** It was stopped before it came to rest, for without its journal it never would. */
  isCutShort = false;
  readonly #world: World;
  readonly #faults: Faults;
  readonly #script: Script;
  readonly #chance: Chance;
  #mends = 0;
  #isAgain = false;
  /** Since when all is calm and nobody has mended anything. */
  #mended: Millis = Infinity;

  constructor(world: World, faults: Faults, script: Script) {
    this.#world = world;
    this.#faults = faults;
    this.#script = script;
    this.#chance = chanceOf(world.setting.seed, 'director');
    world.watchers.push({ ended: (runner) => this.#ended(runner) });
  }

  /** To the end: all is at rest, or somebody stopped the scheduler. */
  async play(): Promise<void> {
    const { scheduler } = this.#world;
    const { opening, interventions, horizon, period } = this.#script;
    let run: Job | undefined;
    for (const words of opening) {
      run = hire(this.#world, run);
      this.#begin({ words, actor: 'a-person' }, run);
    }
    for (const { name, at, words } of interventions)
      scheduler.in(at, name, undefined, () => {
        if (this.#faults.allows(name)) this.#begin({ words, actor: 'a-person' });
      });
    befall(this.#world, this.#faults, horizon);
    this.#calmAfter(horizon);
    scheduler.in(period, 'cron', undefined, () => this.#cron());
    await scheduler.run();
  }

  #calmAfter(horizon: Millis): void {
    const { scheduler } = this.#world;
    scheduler.in(horizon, 'calm', undefined, () => {
      this.#faults.isCalm = true;
      this.#mended = scheduler.now;
    });
  }

  #begin(orders: Orders, job?: Job): void {
    const runner = start(this.#world, orders, job);
    this.#superviseJob(runner);
  }

  /** A tick starts a run only when there is something to do: all others would change nothing. Late ticks are late, some are missing. */
  #cron(): void {
    const { scheduler } = this.#world;
    const { isCalm } = this.#faults;
    const period = isCalm ? this.#script.calmPeriod : this.#script.period;
    scheduler.in(period, 'cron', undefined, () => this.#cron());
    const all = needs(this.#world, this.#mended);
    if (isCalm && this.#mended === Infinity) return;
    if (isCalm && this.#isResting()) return this.#rest();
    if (!all.includes('run') && !happens(this.#chance, isCalm ? 0 : 0.02)) return;
    if (isCalm) return this.#tick();
    if (happens(this.#chance, 0.1)) return this.#world.count('tick missing');
    const late = Math.round(this.#chance.fraction() ** 2 * 10 * MINUTE);
    if (late > MINUTE) this.#world.count('tick late');
    scheduler.in(late, 'tick', undefined, () => this.#tick());
    if (happens(this.#chance, 0.05))
      scheduler.in(late + this.#between(0, 3 * SECOND), 'tick again', undefined, () => this.#tick());
  }

  #tick(): void {
    const isLost = this.#world.assumptions.was('the journal is ours');
    if (this.#faults.isCalm || isLost) this.calmRuns += 1;
    if (this.calmRuns > (isLost ? MOST_RUNS_WITHOUT_JOURNAL : MOST_CALM_RUNS)) {
      this.isEndless = !isLost;
      this.isCutShort = isLost;
      return this.#world.scheduler.stop();
    }
    const all = [...new Set(this.#world.setting.keys.map(({ repository }) => repository))];
    const due = all.filter((one) => needs(this.#world, this.#mended, one).includes('run'));
    for (const repository of due.length > 0 ? due : all.slice(0, 1))
      this.#begin({ words: ['rotate'], actor: 'schedule', repository });
  }

  #isResting(): boolean {
    if (this.#world.runners.some((runner) => runner.isRunning)) return false;
    return needs(this.#world, this.#mended).every((need) => need === 'person' || need === 'nothing');
  }

  /** A person looks at what is left; when nothing is, it is over, or the next time has come. */
  #rest(): void {
    if (this.#mends >= MOST_MENDS) return this.#end();
    const { orders, isOther } = fixesFor(this.#world, this.#mends > 0);
    if (orders.length === 0 && !isOther) return this.#end();
    this.#mends += 1;
    this.#mended = this.#world.scheduler.now;
    this.calmRuns = 0;
    for (const words of orders) this.#begin({ words, actor: 'a-person' });
  }

  #end(): void {
    const { scheduler } = this.#world;
    const { again, horizon } = this.#script;
    if (again === 0 || this.#isAgain) return scheduler.stop();
    this.#isAgain = true;
    this.#world.fleet.pace = 500;
    this.#mended = Infinity;
    scheduler.in(again, 'the next time', undefined, () => {
      this.#world.fleet.pace = 1;
      this.#faults.isCalm = false;
      this.#calmAfter(horizon);
      this.#tick();
    });
  }

  /** The last step of a job settles, unless the whole machine is gone. */
  #ended(runner: Runner): void {
    const { job, orders } = runner;
    if (orders.words[0] === 'settle' || happens(this.#chance, 0.95)) return job.end();
    this.#begin({ ...orders, words: ['settle'] }, job);
  }

  /** A dead process is noticed by its machine at once, or by the host after a while, or after hours. */
  #superviseJob(runner: Runner): void {
    const { scheduler } = this.#world;
    const look = (): void => {
      if (runner.code !== undefined) return;
      if (runner.isDead) return this.#died(runner);
      // The host may take a machine for lost that only stands still.
      if (runner.frozenUntil > scheduler.now + MINUTE && !runner.job.isOver && happens(this.#chance, 0.05)) {
        this.#world.count('host says over: it runs');
        runner.job.end();
      }
      scheduler.in(MINUTE, `${runner.name} is looked after`, undefined, look);
    };
    scheduler.in(MINUTE, `${runner.name} is looked after`, undefined, look);
  }

  #died({ job, orders }: Runner): void {
    if (happens(this.#chance, 0.3)) return this.#begin({ ...orders, words: ['settle'] }, job);
    const noticed = this.#chance.fraction() ** 3 * 120 * MINUTE;
    if (noticed > MINUTE) this.#world.count('host says running: it is dead');
    this.#world.scheduler.in(Math.round(noticed), 'the host notices', undefined, () => job.end());
  }

  #between(least: Millis, most: Millis): Millis {
    return Math.round(this.#chance.between(least, most));
  }
}

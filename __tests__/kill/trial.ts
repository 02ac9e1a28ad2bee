import { MINUTE, SECOND } from '../../src/domain/tools/time';
import type { FakeResponse } from '../../src/kits/fake/fake';
import type { Inputs } from '../../src/sandbox/stage/runners';
import type { Job, Manner } from './job';
import type { Lifecycle } from './lifecycles';
import type { Point } from './points';
import { unwatchedKeys, journalStates } from './verdict';
import { spoken, type Strike } from './wire';
import type { World } from './world';

const MOST_RUNS = 8;
/** In the cloud's time: nothing in a trial may ask to wait longer. */
const LONGEST_WAIT = 15 * MINUTE;
/** A request that arrived has its effect within this time, in the cloud's time: see TIMEOUT in src/lifecycle/ledger.ts. */
const LANDS_WITHIN = 25 * SECOND;
/** Real time. */
const LONGEST_RUN = 90_000;

/** One lifecycle, disturbed at one point, and played until nothing is left to do. */
export class Trial {
  readonly problems: string[] = [];
  /** What was struck, in words; undefined: the point was never reached. */
  struck: string | undefined;
  readonly #world: World;
  readonly #lifecycle: Lifecycle;
  readonly #point: Point | undefined;
  readonly #frozen = gate<Job>();
  readonly #released = gate<void>();
  /** Sessions that a held login made while another run was at work. */
  #landed = 0;

  constructor(world: World, lifecycle: Lifecycle, point: Point | undefined) {
    this.#world = world;
    this.#lifecycle = lifecycle;
    this.#point = point;
  }

  async run(): Promise<void> {
    const [world, point] = [this.#world, this.#point];
    await this.#lifecycle.prepare?.(world);
    world.wire.begin(point?.n, this.#strike);
    await this.#goOn();
    if (!this.#frozen.value || point?.fate === 'race') return;
    await this.#thaw(this.#frozen.value);
    await this.#goOn();
  }

  /** Runs follow one another until nothing is left to do. */
  async #goOn(): Promise<void> {
    for (let runs = 0; runs < MOST_RUNS && !this.#atRest; runs += 1) {
      if (!(await this.#wait())) return;
      const job = this.#world.start(this.#inputs, this.#manner);
      const sessions = this.#sessions;
      const frozen = this.#frozen.value ? new Promise<never>(() => undefined) : this.#frozen.opened;
      await Promise.race([this.#ended(job), frozen]);
      if (this.#frozen.value === job) {
        if (this.#point?.fate === 'race') await this.#race(job);
        continue;
      }
      this.#afterJob(job, sessions);
    }
    if (!this.#atRest) this.problems.push(`after ${MOST_RUNS} runs something is still open`);
  }

  /** But for those of a run that is frozen. */
  get #sessions(): number {
    return this.#world.cloud.vault.sessions.length - this.#landed;
  }

  get #atRest(): boolean {
    const { rotations } = this.#world;
    const open = rotations.filter(({ outcome }) => outcome === undefined);
    return this.#taken && open.every(({ blocked, waitsForPerson }) => blocked || waitsForPerson);
  }

  /** The order stands in the journal, so that later runs go on by themselves. */
  get #taken(): boolean {
    const command = `"command":"${this.#lifecycle.order['command'] ?? 'rotate'}"`;
    return this.#world.rotations.some(({ text }) => text.includes(command));
  }

  get #inputs(): Inputs {
    return this.#taken ? {} : this.#lifecycle.order;
  }

  get #manner(): Manner {
    if (this.struck !== undefined) return 'bare';
    if (this.#point?.fate === 'settle') return 'composite';
    return this.#point?.fate === 'cancel' ? 'settled' : 'bare';
  }

  /** Until the last run said that there is something to do. */
  async #wait(): Promise<boolean> {
    const resume = Date.parse(this.#world.jobs.at(-1)?.outputs['resume-at'] ?? '');
    if (Number.isNaN(resume)) return true;
    const left = resume - this.#world.cloud.clock.now();
    if (left > LONGEST_WAIT) {
      this.problems.push(`it wants to wait ${Math.round(left / MINUTE)} minutes`);
      return false;
    }
    await this.#world.pause(left + SECOND);
    return true;
  }

  async #ended(job: Job): Promise<void> {
    const late = gate<'late'>();
    const timer = setTimeout(() => late.open('late'), LONGEST_RUN);
    if ((await Promise.race([job.ended, late.opened])) === 'late') {
      this.problems.push(`${job.name} did not end`);
      job.disturbed = true;
      job.process?.kill();
      await job.ended;
    }
    clearTimeout(timer);
  }

  readonly #strike: Strike = async (asked, act) => {
    const job = this.#world.jobs.at(-1);
    const point = this.#point;
    if (!job || !point) return act();
    this.struck = spoken(asked);
    job.disturbed = true;
    if (point.fate === 'cancel') {
      this.#cancel(job, point.n, point.delay);
      return act();
    }
    this.#world.say(`${job.name} is struck (${point.when}, ${point.fate}) at ${asked.n}: ${this.struck}`);
    if (point.fate === 'stall' || point.fate === 'race') return this.#freeze(job, point.when, act);
    if (point.when === 'after') act();
    job.process?.kill();
    await job.process?.ended;
    return undefined;
  };

  #cancel(job: Job, n: number, delay: number): void {
    setTimeout(() => {
      // Once its main step is over, a cancel changes nothing: the last step runs whatever happens.
      if (job.settles || job.end) return;
      this.#world.say(`${job.name} is cancelled ${delay} ms after ${n}: ${this.struck ?? ''}`);
      void job.process?.cancel(this.#world.pace);
    }, delay);
  }

  async #freeze(job: Job, when: 'before' | 'after', act: () => FakeResponse): Promise<FakeResponse> {
    const done = when === 'after' ? act() : undefined;
    job.process?.freeze();
    job.lose();
    this.#frozen.open(job);
    if (!done) await Promise.race([this.#released.opened, this.#world.pause(LANDS_WITHIN)]);
    const before = this.#world.cloud.vault.sessions.length;
    const answer = done ?? act();
    this.#landed += this.#world.cloud.vault.sessions.length - before;
    if (!done) this.#world.say('the request that was held has its effect');
    await this.#released.opened;
    return answer;
  }

  /** The frozen run continues as soon as another one has taken over, or has ended. */
  async #race(first: Job): Promise<void> {
    const wrote = gate<void>();
    const stop = this.#world.cloud.tap.listen(({ place, request, response }) => {
      if (place !== 'github' || !request.body.includes('createCommitOnBranch')) return;
      if (!response.body.includes('"errors"')) wrote.open();
    });
    const second = this.#world.start(this.#inputs);
    second.disturbed = true;
    await Promise.race([wrote.opened, second.ended]);
    stop();
    this.#goesOn(first);
    await Promise.all([this.#ended(first), this.#ended(second)]);
  }

  #goesOn(job: Job): void {
    this.#world.say(`${job.name} continues`);
    this.#released.open();
    job.process?.thaw();
  }

  /** The frozen run continues last, and must find that it has nothing to say any more. */
  async #thaw(job: Job): Promise<void> {
    await this.#world.pause(LANDS_WITHIN);
    const before = this.#world.picture;
    const superseded = this.#takenFrom(job);
    this.#goesOn(job);
    await this.#ended(job);
    if (!superseded) return;
    const must = (ok: boolean, problem: string): void => {
      if (!ok) this.problems.push(`${job.name}, which another run took over, ${problem}`);
    };
    must(
      job.lines.some((line) => line.includes('RK7005')),
      'does not say so',
    );
    must(job.end?.code === 0, `ends with ${job.end?.signal ?? `exit ${job.end?.code}`}`);
    must(this.#world.picture === before, 'changed something');
  }

  /** Whether a later claim was taken from one of this job's. */
  #takenFrom(job: Job): boolean {
    const claims = journalStates(this.#world)
      .flatMap(({ facts }) => facts)
      .filter((fact) => fact.type === 'claim');
    const own = claims.filter(({ owner }) => owner.kind === 'actions' && owner.job === job.id);
    return claims.some(({ takenFrom }) => own.some(({ by }) => by === takenFrom));
  }

  #afterJob(job: Job, sessionsBefore: number): void {
    const { code, signal } = job.end ?? {};
    const fate = job.disturbed ? this.#point?.fate : undefined;
    if (fate === 'lost') return;
    if (fate === 'settle' || fate === 'cancel') {
      this.problems.push(
        ...unwatchedKeys(this.#world).map((one) => `${one} by ${job.name} and its last step`),
      );
      const held = journalStates(this.#world).filter(({ state }) => state.open?.claim);
      if (held.length > 0) this.problems.push(`${job.name} and its last step left a claim`);
    }
    const killed = signal !== null && signal !== undefined;
    const undone = code === 1 && this.#lifecycle.outcome === 'undone';
    const warns = code === 3 && fate === 'cancel' && this.#lifecycle.atRisk === true;
    if (!killed && code !== 0 && !undone && !warns) this.problems.push(`${job.name} ended with exit ${code}`);
    if (!killed && this.#sessions > sessionsBefore)
      this.problems.push(`${job.name} left a session at the store`);
  }
}

interface Gate<T> {
  readonly opened: Promise<T>;
  readonly value: T | undefined;
  open(value: T): void;
}

function gate<T>(): Gate<T> {
  let resolve: (value: T) => void = () => undefined;
  const opened = new Promise<T>((found) => (resolve = found));
  let value: T | undefined;
  return {
    opened,
    get value() {
      return value;
    },
    open(given) {
      value = given;
      resolve(given);
    },
  };
}

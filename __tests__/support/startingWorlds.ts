import { RekeyError } from '../../src/domain/errors';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import type { How } from './process';
import { secondRepository } from './secondRepository';
import { Stage } from './stage';

/** A world in which several processes are about to begin. */
export interface StartingWorld {
  /** The first one has the world; the others are repositories beside it. */
  readonly stages: readonly [Stage, ...Stage[]];
  readonly processes: readonly (() => Promise<void>)[];
}

export interface Start {
  readonly name: string;
  /** All processes are the same program, so it makes no difference which of those that have not begun has its turn. */
  readonly alike?: true;
  make(): Promise<StartingWorld>;
}

const KEY = { grace: MINUTE, watch: 10 * SECOND };
const begun = (): Promise<Stage> => new Stage({ key: KEY }).begin();

/** One run of the program: it continues, or begins when nobody has rotated yet. What it throws is its own affair. */
async function one(stage: Stage, job: string, how: How = {}): Promise<string> {
  try {
    return (await stage.process('rotate', { ifDue: true, ...how, job })).stop.status;
  } catch (thrown) {
    if (thrown instanceof RekeyError) return 'failed';
    throw thrown;
  }
}

/** The host tells the truth: a job is over when it has ended. */
async function honest(stage: Stage, job: string, how?: How): Promise<string> {
  const status = await one(stage, job, how);
  stage.over.add(job);
  return status;
}

/** The host calls the job over from the beginning. */
async function falselyDead(stage: Stage, job: string, how?: How): Promise<void> {
  stage.over.add(job);
  await one(stage, job, how);
}

const MOST_TICKS = 4;

/** A schedule: as long as somebody else is at work it comes again a little later. */
async function ticks(stage: Stage, process: string): Promise<void> {
  for (let tick = 1; tick <= MOST_TICKS; tick += 1) {
    if ((await honest(stage, `${process}.${tick}`)) !== 'busy') return;
    await stage.clock.sleep(45 * SECOND);
  }
}

/** A person goes back, as soon as there is something to go back from. */
async function rollBack(stage: Stage, job: string): Promise<void> {
  const { open } = await stage.keyState();
  if (!open) return;
  await honest(stage, job, { request: { rank: 'rollback', undo: 'customers complain' } });
}

const together =
  (...processes: readonly ((stage: Stage, job: string) => Promise<unknown>)[]) =>
  async (): Promise<StartingWorld> => {
    const stage = await begun();
    const run = processes.map((process, index) => async () => void (await process(stage, `p${index}`)));
    return { stages: [stage], processes: run };
  };

export const twoJobs: Start = { name: 'two jobs of one run', make: together(honest, honest) };
export const twoRuns: Start = { name: 'two runs', make: together(honest, ticks) };
export const falseDeath: Start = {
  name: 'false death',
  make: together(falselyDead, falselyDead),
};
export const rotateAndRollback: Start = {
  name: 'rotate and rollback',
  make: together(honest, rollBack),
};
export const threeFalseDeaths: Start = {
  name: 'three false deaths',
  alike: true,
  make: together(falselyDead, falselyDead, falselyDead),
};
export const falseDeathAndRollback: Start = {
  name: 'false death and rollback',
  make: together(falselyDead, falselyDead, rollBack),
};
export const twoRepositories: Start = {
  name: 'two repositories',
  make: async () => {
    const first = await begun();
    const second = await secondRepository(first, { key: KEY });
    return {
      stages: [first, second],
      processes: [
        async () => void (await honest(first, 'p0')),
        async () => void (await honest(second, 'p1')),
      ],
    };
  },
};

export const STARTS: readonly Start[] = [
  twoJobs,
  twoRuns,
  falseDeath,
  rotateAndRollback,
  threeFalseDeaths,
  falseDeathAndRollback,
  twoRepositories,
];

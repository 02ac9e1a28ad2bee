import { catalog } from '../catalog.generated';
import type { Inputs } from '../config/inputs';
import type { Catalog } from '../domain/descriptor';
import { asRekeyError, RekeyError } from '../domain/errors';
import type { Environment } from '../runtime/environment';
import { failureSummary } from '../runtime/earlyEnd';
import { keepHeapSmall } from '../runtime/memory';
import { listenForCancel } from '../runtime/signals';
import { keepGoingWithoutReader } from '../runtime/terminal';
import { realWorld } from './realWorld';
import { exitCodeOf } from './verdict';
import type { World } from './world';

type Run = (inputs: Inputs, catalog: Catalog, world: World) => Promise<number>;

/** Each command is a chunk of its own. */
const RUNS: Readonly<Partial<Record<Inputs['command'] | 'settle', () => Promise<Run>>>> = {
  rotate: () => import('./change').then((m) => m.change),
  rehearse: () => import('./change').then((m) => m.change),
  rollback: () => import('./change').then((m) => m.change),
  abandon: () => import('./change').then((m) => m.change),
  remove: () => import('./change').then((m) => m.change),
  hold: () => import('./change').then((m) => m.change),
  release: () => import('./change').then((m) => m.change),
  plan: () => import('./plan').then((m) => m.plan),
  doctor: () => import('./doctor').then((m) => m.doctor),
  report: () => import('./report').then((m) => m.report),
  'verify-evidence': () => import('./verifyEvidence').then((m) => m.verifyEvidence),
  settle: () => import('./settle').then((m) => m.settle),
};

type Name = Inputs['command'] | 'settle';

/** Runs one command in the real world, until it ends or is cancelled. */
export async function run(
  name: Name,
  inputs: Inputs,
  environment: Environment,
  exit: (code: number) => void,
): Promise<number> {
  keepHeapSmall();
  const { signal, stop } = listenForCancel(exit);
  keepGoingWithoutReader();
  try {
    const world = await realWorld(environment, inputs, signal);
    const code = await runIn(name, inputs, catalog, world);
    await world.output.end(code);
    return code;
  } finally {
    stop();
  }
}

/** @returns the exit code: 0 fine, also when it waits; 1 failed; 2 config or input; 3 at risk */
export async function runIn(name: Name, inputs: Inputs, adapters: Catalog, world: World): Promise<number> {
  try {
    const load = RUNS[name];
    if (!load) throw new RekeyError('RK1001', `${name} runs by itself, without a workflow.`);
    const command = await load();
    return await command(inputs, adapters, world);
  } catch (thrown) {
    const error = asRekeyError(thrown);
    // The main step has said the same, and has begun nothing.
    if (name === 'settle' && error.kind === 'config') return 0;
    const problems = error.all.length > 0 ? error.all : [error];
    for (const problem of problems) world.log.info(problem.line);
    if (world.run.owner.kind === 'actions') world.output.error(error, inputs.command);
    else for (const problem of problems) world.output.error(problem, inputs.command);
    await tellFailure(error, world);
    return exitCodeOf(error.code, inputs.command);
  }
}

/** A runner whose disk is full changes nothing about how the run ended. */
async function tellFailure(error: RekeyError, { output, log }: World): Promise<void> {
  try {
    output.set('status', 'failed');
    await output.summary(failureSummary(error));
  } catch (thrown) {
    log.warning(`The runner could not write the outputs: ${asRekeyError(thrown).message}`);
  }
}

import { infoOf, STEPS, type StepInfo, type StepName } from '../domain/steps';
import { table } from './markdown';

const STEP_NAMES = Object.keys(STEPS) as readonly StepName[];

/** The steps of the lifecycle, for ARCHITECTURE. */
export const lifecycleTable = (): string =>
  table(
    ['step', 'does', 'a repeat finds it by', 'undo', 'hold stops before it'],
    STEP_NAMES.flatMap((step) => {
      const info = infoOf(step);
      const name = info.perWorkload ? `${step}, per workload` : step;
      const back = info.back ? [rowOf(`${step}, going back`, info.back, info)] : [];
      return [rowOf(name, info, info), ...back];
    }),
  );

const rowOf = (
  name: string,
  { does, foundBy, undo }: Pick<StepInfo, 'does' | 'foundBy' | 'undo'>,
  { stopsOnHold }: StepInfo,
): readonly string[] => [name, does, foundBy, undo, stopsOnHold ? 'yes' : '–'];

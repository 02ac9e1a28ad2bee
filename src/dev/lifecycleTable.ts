import { ROWS, type Row } from '../lifecycle/table';
import { table } from './markdown';

/** The rows of the lifecycle, for ARCHITECTURE. */
export const lifecycleTable = (): string =>
  table(
    ['row', 'does', 'a repeat finds it by', 'undo'],
    Object.entries<Row>(ROWS).map(([name, { step, perWorkload, does, foundBy, undo }]) => {
      const which = [name === step ? '' : 'going back', perWorkload ? 'per workload' : ''].filter(Boolean);
      return [which.length === 0 ? step : `${step}, ${which.join(', ')}`, does, foundBy, undo];
    }),
  );

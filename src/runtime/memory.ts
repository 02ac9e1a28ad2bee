import { setFlagsFromString } from 'node:v8';

/** The heap may grow by what lives in it, in percent. V8 allows more, and ten thousand keys would take half as much memory again. */
const GROWTH = 100;

/** The heap is tidied up before it grows far. A V8 that does not know the flag continues without it. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

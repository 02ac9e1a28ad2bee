import { statSync } from 'node:fs';
import { within, type Budget } from './budget';

const MB = 1e6;

/** What every start reads, in MB; all else is in chunks that are read when they are needed. */
export const coreChunk = (bundle: string): Budget => within(statSync(bundle).size / MB, 1.5);

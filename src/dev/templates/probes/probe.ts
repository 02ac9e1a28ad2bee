import type { Probe, Reading } from '../../../domain/contracts/probe';
import type { AdapterPorts } from '../../../domain/descriptor';
import { CODES, type Kind } from '../../../domain/errorCodes';
import { RekeyError } from '../../../domain/errors';
import { isIdLike } from '../../../domain/publicId';
import { millisOf } from '../../../kits/adapter/settings';
import { askHealth, type Health } from './api';
import type { SampleProbeSettings } from './settings';

export const sampleProbe = ({ url, passes, interval }: SampleProbeSettings, ports: AdapterPorts): Probe => ({
  passes,
  interval: millisOf(interval),
  check: () => askHealth(ports.http, url).then(readingOf, withoutAnswer),
});

function readingOf({ state, errors, key }: Health): Reading {
  return {
    verdict: state === 'well' ? 'pass' : 'fail',
    numbers: { errors },
    sentence: `${state}, ${errors} errors`,
    ...(key !== undefined && isIdLike(key) && { keyId: key }),
  };
}

/** Only an answer can tell a sick workload from a broken way to it. */
const NO_ANSWER: readonly Kind[] = ['transient', 'unknown', 'throttled', 'broken'];

function withoutAnswer(thrown: unknown): Reading {
  if (!(thrown instanceof RekeyError) || !NO_ANSWER.includes(thrown.kind)) throw thrown;
  return { verdict: 'no data', numbers: {}, sentence: CODES[thrown.code].title };
}

import type { Probe, Reading } from '../../../domain/contracts/probe';
import type { AdapterPorts } from '../../../domain/descriptor';
import { CODES } from '../../../domain/errorCodes';
import { RekeyError } from '../../../domain/errors';
import { isIdLike } from '../../../domain/tools/publicId';
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
function withoutAnswer(thrown: unknown): Reading {
  if (!(thrown instanceof RekeyError) || thrown.traits.patience === undefined) throw thrown;
  return { verdict: 'no data', numbers: {}, sentence: CODES[thrown.code].title };
}

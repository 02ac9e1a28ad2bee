import type { Probe, Reading } from '../../../domain/contracts/probe';
import type { AdapterPorts } from '../../../domain/descriptor';
import { CODES, type Kind } from '../../../domain/errorCodes';
import { RekeyError } from '../../../domain/errors';
import { millisOf } from '../../../kits/adapter/settings';
import { ask } from './api';
import { judge } from './judge';
import type { HttpProbeSettings } from './settings';

export const httpProbe = (settings: HttpProbeSettings, ports: AdapterPorts): Probe => ({
  passes: settings.passes,
  interval: millisOf(settings.interval),
  check: () => look(settings, ports),
});

/** Whatever keeps us from an answer is no data: only an answer can tell a sick workload from a broken path to it. */
const NO_ANSWER: readonly Kind[] = ['transient', 'unknown', 'throttled', 'broken'];

async function look(settings: HttpProbeSettings, { http, clock }: AdapterPorts): Promise<Reading> {
  const began = clock.monotonic();
  const latency = (): number => Math.round(clock.monotonic() - began);
  try {
    const answer = await ask(http, settings);
    return judge(answer, latency(), settings);
  } catch (error) {
    if (!(error instanceof RekeyError) || !NO_ANSWER.includes(error.kind)) throw error;
    const sentence = `${CODES[error.code].title} after ${latency()} ms`;
    return { verdict: 'no data', numbers: { latency_ms: latency() }, sentence };
  }
}

import type { Probe, Reading } from '../../../domain/contracts/probe';
import type { AdapterPorts } from '../../../domain/descriptor';
import { CODES } from '../../../domain/errorCodes';
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

async function look(settings: HttpProbeSettings, { http, clock }: AdapterPorts): Promise<Reading> {
  const began = clock.monotonic();
  const latency = (): number => Math.round(clock.monotonic() - began);
  try {
    const answer = await ask(http, settings);
    return judge(answer, latency(), settings);
  } catch (error) {
    // What keeps us from an answer is no data: only an answer can tell a sick workload from a broken path to it.
    if (!(error instanceof RekeyError) || error.traits.patience === undefined) throw error;
    const sentence = `${CODES[error.code].title} after ${latency()} ms`;
    return { verdict: 'no data', numbers: { latency_ms: latency() }, sentence };
  }
}

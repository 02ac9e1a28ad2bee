import type { Probe, Reading } from '../../../domain/contracts/probe';
import { defineAdapter, type AdapterPorts } from '../../../domain/descriptor';
import { CODES, type Kind } from '../../../domain/errorCodes';
import { RekeyError } from '../../../domain/errors';
import { judge, millisOf } from './judge';
import { settings, type HttpProbeSettings } from './settings';

export const adapter = defineAdapter({
  kind: 'probes',
  descriptor: {
    id: 'http',
    title: 'HTTP health check',
    summary: 'Asks an address of the workload and compares status, body and time.',
    homepage: 'https://www.rfc-editor.org/rfc/rfc9110',
    permissions: [{ permission: 'reach the address from the runner', why: 'check' }],
    limits: ['One address a check; behind a load balancer each look may meet another instance.'],
    risks: ['An address that does not use the key stays healthy when the key is dead.'],
    example: 'check: { use: http, url: "https://health.example.com/payments", key_id: { header: X-Key-Id } }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ url }) => [new URL(url).origin],
  open,
});

function open(chosen: HttpProbeSettings, ports: AdapterPorts): Probe {
  return {
    passes: chosen.passes,
    interval: millisOf(chosen.interval),
    check: () => look(chosen, ports),
  };
}

/** Whatever keeps us from an answer is no data: only an answer can tell a sick workload from a broken path to it. */
const NO_ANSWER: readonly Kind[] = ['transient', 'unknown', 'throttled', 'broken'];

async function look(chosen: HttpProbeSettings, { http, clock }: AdapterPorts): Promise<Reading> {
  const began = clock.monotonic();
  const latency = (): number => Math.round(clock.monotonic() - began);
  try {
    const answer = await http.send({
      method: chosen.method,
      url: chosen.url,
      headers: { accept: '*/*', ...chosen.headers },
      timeout: millisOf(chosen.timeout),
      // Not repeated: the first fault is what we want to see, and a repeat would count as latency.
      safe: false,
    });
    return judge(answer, latency(), chosen);
  } catch (error) {
    if (!(error instanceof RekeyError) || !NO_ANSWER.includes(error.kind)) throw error;
    const sentence = `${CODES[error.code].title} after ${latency()} ms`;
    return { verdict: 'no data', numbers: { latency_ms: latency() }, sentence };
  }
}

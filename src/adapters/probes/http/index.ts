import { defineAdapter } from '../../../domain/descriptor';
import { httpProbe } from './probe';
import { settings } from './settings';

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
    changes: {
      url: 'trust',
      method: 'trust',
      headers: 'trust',
      expect: 'gate',
      key_id: 'gate',
      passes: 'gate',
      interval: 'gate',
      timeout: 'gate',
    },
    example: 'check: { use: http, url: "https://health.example.com/payments", key_id: { header: X-Key-Id } }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ url }) => [new URL(url).origin],
  open: httpProbe,
});

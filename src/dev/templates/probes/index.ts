import { defineAdapter } from '../../../domain/descriptor';
import { sampleProbe } from './probe';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'probes',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary: 'Asks Sample how a workload is.',
    homepage: 'https://sample.example.com',
    permissions: [{ permission: 'reach the address from the runner', why: 'check' }],
    limits: ['One address a check.'],
    risks: ['What does not use the key stays healthy when the key is dead.'],
    changes: { url: 'trust', passes: 'gate', interval: 'gate' },
    example: 'check: { use: sample, url: "https://sample.example.com/health/payments" }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ url }) => [new URL(url).origin],
  open: sampleProbe,
});

import { defineAdapter } from '../../../domain/descriptor';
import { sampleNotifier } from './notifier';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'notifiers',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary: 'Sends notices to Sample.',
    homepage: 'https://sample.example.com',
    permissions: [{ permission: 'send messages', why: 'tell' }],
    limits: ['One try a notice: what fails is a warning in the evidence.'],
    risks: ['Whoever has the token can send notices that look like ours.'],
    changes: { origin: 'trust', token: 'trust' },
    example: `notify:
  - { use: sample, origin: "https://sample.example.com", token: vault:ops/sample#token }
`,
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ origin }) => [origin],
  references: ({ token }) => [token],
  open: sampleNotifier,
});

import { defineAdapter } from '../../../domain/descriptor';
import { sampleJournal } from './journal';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'journals',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary: 'A journal in files at Sample, each written once.',
    homepage: 'https://sample.example.com',
    permissions: [{ permission: 'read and write files', why: 'every write is a file' }],
    limits: ['It is read whole: some thousand writes.'],
    risks: ['Whoever may write there may rewrite history.'],
    changes: { origin: 'trust', token: 'trust', path: 'trust' },
    example:
      'journal: { use: sample, origin: "https://sample.example.com", token: "vault:ops/sample#token" }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ origin }) => [origin],
  references: ({ token }) => [token],
  open: sampleJournal,
});

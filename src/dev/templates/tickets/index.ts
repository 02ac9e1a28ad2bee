import { defineAdapter } from '../../../domain/descriptor';
import { settings } from './settings';
import { sampleTicket } from './ticket';

export const adapter = defineAdapter({
  kind: 'tickets',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary: 'One ticket a rotation, kept up to date, with the evidence as a comment.',
    homepage: 'https://sample.example.com',
    permissions: [{ permission: 'write tickets', why: 'opens, edits, comments and closes tickets' }],
    limits: ['Texts are cut at 60,000 characters; longer evidence is in the artifacts of the run.'],
    risks: ['Whoever may edit tickets can edit evidence there: its digest is also in the journal.'],
    changes: { origin: 'trust', token: 'trust' },
    example: 'ticket: { use: sample, origin: "https://sample.example.com", token: "vault:ops/sample#token" }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ origin }) => [origin],
  references: ({ token }) => [token],
  open: sampleTicket,
});

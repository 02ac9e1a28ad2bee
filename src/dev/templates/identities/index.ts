import { defineAdapter } from '../../../domain/descriptor';
import { sampleIdentity } from './identity';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'identities',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary:
      'Exchanges the OIDC token of the job for a short-lived token of Sample, and revokes it at the end.',
    homepage: 'https://sample.example.com',
    permissions: [{ permission: 'a role that binds audience and subject', why: 'logs in' }],
    limits: ['The role needs a life of 15 minutes or more.'],
    risks: ['A role that binds the repository only lets every branch and workflow of it log in.'],
    github: { 'id-token': 'write' },
    changes: { origin: 'trust', role: 'trust' },
    example: 'sample: { use: sample, origin: "https://sample.example.com", role: rekey-production }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ origin }) => [origin],
  open: sampleIdentity,
});

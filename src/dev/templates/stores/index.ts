import { FULL_PROMISES } from '../../../domain/contracts/store';
import { defineAdapter } from '../../../domain/descriptor';
import { settings } from './settings';
import { sampleStore } from './store';

export const adapter = defineAdapter({
  kind: 'stores',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary: 'Keeps keys in Sample; every change is a compare-and-set on our own fields.',
    homepage: 'https://sample.example.com',
    permissions: [
      {
        permission: 'read secrets and their versions',
        why: 'reads what applications read, and what they read before',
      },
      { permission: 'write and destroy versions', why: 'stages, switches, and destroys dead values' },
    ],
    limits: ['20 versions of a secret.'],
    risks: ['A write that changes nothing is taken for a fence: the next run begins again.'],
    // What the server cannot do: the contract suite is run by it, and the engine reads it.
    promises: FULL_PROMISES,
    changes: { project: 'trust' },
    example: 'sample: { use: sample, project: shop }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  // It talks to the origin of the session that its identity gives.
  origins: () => [],
  open: sampleStore,
});

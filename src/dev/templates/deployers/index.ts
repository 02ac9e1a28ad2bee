import { defineAdapter } from '../../../domain/descriptor';
import { sampleDeployer } from './deployer';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'deployers',
  descriptor: {
    id: 'sample',
    title: 'Sample',
    summary: 'Orders a rollout from Sample, and asks it how the rollout is.',
    homepage: 'https://sample.example.com',
    permissions: [{ permission: 'start rollouts and read them', why: 'roll, find, status' }],
    limits: ['A rollout is found by its marker.'],
    risks: ['"done" is the word of Sample: it must mean that no old instance is left.'],
    changes: { origin: 'trust', token: 'trust' },
    example: 'roll: { use: sample, origin: "https://sample.example.com", token: "vault:ops/sample#token" }',
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: ({ origin }) => [origin],
  references: ({ token }) => [token],
  open: sampleDeployer,
});

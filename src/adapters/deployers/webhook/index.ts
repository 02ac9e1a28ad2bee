import { isReference } from '../../../domain/tools/address';
import { defineAdapter } from '../../../domain/descriptor';
import { originOfHook } from '../../../kits/adapter/hook';
import { webhookDeployer } from './deployer';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'deployers',
  descriptor: {
    id: 'webhook',
    title: 'Signed webhook',
    summary:
      'Orders a rollout from your own deploy system by a signed request, and asks it how the rollout is.',
    homepage: 'https://www.standardwebhooks.com',
    permissions: [{ permission: 'read the signing secret in the store', why: 'roll, status' }],
    limits: ['The receiver must answer within 30 s and tell the state of a rollout by its marker.'],
    risks: ['"complete" is the word of the receiver: it must mean that no old instance is left.'],
    changes: { url: 'trust', origin: 'trust', secret: 'trust', status: 'trust' },
    example: `roll:
  use: webhook
  url: https://deploy.example.com/hooks/rekey
  secret: vault:ops/deploy#signing_secret
  status: { url: "https://deploy.example.com/rollouts/{marker}", complete: done, failed: [failed, cancelled] }
`,
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: (it) => [...new Set([originOfHook(it), new URL(it.status.url).origin])],
  references: (it) => (isReference(it.url) ? [it.url, it.secret] : [it.secret]),
  open: webhookDeployer,
});

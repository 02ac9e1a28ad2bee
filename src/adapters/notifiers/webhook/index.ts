import { isReference } from '../../../domain/tools/address';
import { defineAdapter } from '../../../domain/descriptor';
import { originOfHook } from '../../../kits/adapter/hook';
import { webhookNotifier } from './notifier';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'notifiers',
  descriptor: {
    id: 'webhook',
    title: 'Webhook',
    summary: 'Sends notices as CloudEvents, signed if you like, or as text for a chat.',
    homepage: 'https://cloudevents.io',
    permissions: [{ permission: 'read address and signing secret in the store', why: 'tell' }],
    limits: ['One try a notice: what fails is a warning in the evidence.'],
    risks: ['Whoever has the address of an unsigned hook can send notices that look like ours.'],
    changes: { url: 'trust', origin: 'trust', secret: 'trust', format: 'cosmetic' },
    example: `notify:
  - use: webhook
    url: vault:ops/hooks#on_call
    origin: https://hooks.example.com
    secret: vault:ops/hooks#signing_secret
`,
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: (it) => [originOfHook(it)],
  references: (it) => [it.url, it.secret ?? ''].filter(isReference),
  open: webhookNotifier,
});

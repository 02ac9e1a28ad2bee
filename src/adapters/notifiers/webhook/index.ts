import { isReference } from '../../../domain/address';
import type { Notice, Notifier } from '../../../domain/contracts/notifier';
import { defineAdapter, type AdapterPorts } from '../../../domain/descriptor';
import { httpError } from '../../../domain/httpError';
import { chatText, cloudEvent } from './message';
import { originOf, settings, type WebhookNotifierSettings } from './settings';

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
    example: `notify:
  - use: webhook
    url: vault:ops/hooks#on_call
    origin: https://hooks.example.com
    secret: vault:ops/hooks#signing_secret
`,
    tried: 'Against the fake in this folder only.',
  },
  settings,
  origins: (it) => [originOf(it)],
  references: (it) => [it.url, it.secret ?? ''].filter(isReference),
  open: (chosen, ports): Notifier => ({ tell: (notice) => tell(notice, chosen, ports) }),
});

async function tell(notice: Notice, chosen: WebhookNotifierSettings, ports: AdapterPorts): Promise<void> {
  const { url, secret, format } = chosen;
  const message = format === 'text' ? chatText(notice) : cloudEvent(notice, ports.run.repository);
  const answer = await ports.http.send({
    method: 'POST',
    url: isReference(url) ? await ports.secret(url) : url,
    headers: { 'content-type': message.type },
    text: JSON.stringify(message.body),
    // Stable, so that a receiver knows a notice that comes twice.
    ...(secret !== undefined && { sign: { id: notice.id, secret: await ports.secret(secret) } }),
  });
  if (answer.status < 200 || answer.status > 299)
    throw httpError(answer, { what: `notice ${notice.occasion} for ${notice.key}`, write: true });
}

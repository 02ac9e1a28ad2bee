import { isReference } from '../../../domain/tools/address';
import type { AdapterPorts } from '../../../domain/descriptor';
import { httpError } from '../../../domain/httpError';
import { isSuccess } from '../../../kits/adapter/answer';
import type { Message } from './message';
import type { WebhookNotifierSettings } from './settings';

/**
 * Standard Webhooks, where there is a secret: https://www.standardwebhooks.com
 * @param id stable, so that a receiver knows a message that comes twice @param what for errors: `notice blocked for gateway-prod`
 */
export async function send(
  message: Message,
  id: string,
  what: string,
  { url, secret }: WebhookNotifierSettings,
  ports: AdapterPorts,
): Promise<void> {
  const answer = await ports.http.send({
    method: 'POST',
    url: isReference(url) ? await ports.secret(url) : url,
    headers: { 'content-type': message.type },
    text: JSON.stringify(message.body),
    ...(secret !== undefined && { sign: { id, secret: await ports.secret(secret) } }),
  });
  if (!isSuccess(answer)) throw httpError(answer, { what, write: true });
}

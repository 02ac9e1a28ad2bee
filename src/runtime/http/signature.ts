import { RekeyError } from '../../domain/errors';
import type { Clock, HttpRequest } from '../../domain/ports';
import { openerFor } from './secrets';
import type { WireRequest } from './wire';

/** Adds the headers of Standard Webhooks when the request asks for them. https://www.standardwebhooks.com */
export async function signed(
  wire: WireRequest,
  sign: HttpRequest['sign'],
  clock: Clock,
): Promise<WireRequest> {
  if (!sign) return wire;
  const { Webhook } = await import('standardwebhooks');
  const secret = openerFor(wire.url.origin).text(sign.secret);
  const at = new Date(clock.now());
  try {
    const webhook = secret.startsWith('whsec_')
      ? new Webhook(secret)
      : new Webhook(Buffer.from(secret), { format: 'raw' });
    const headers = {
      ...wire.headers,
      'webhook-id': sign.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign(sign.id, at, wire.body ?? ''),
    };
    return { ...wire, headers };
  } catch {
    throw new RekeyError('RK4008', 'The signing secret is empty, or what follows whsec_ is not base64.');
  }
}

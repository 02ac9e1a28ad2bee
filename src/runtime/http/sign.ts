import { RekeyError } from '../../domain/errors';
import { lazily } from '../../domain/tools/lazily';
import type { HttpRequest } from '../../domain/ports';
import type { Millis } from '../../domain/tools/time';
import type { Opener } from './secrets';

const library = lazily(() => import('standardwebhooks'));

/** The headers of a signed message; none when the request asks for no signature. https://www.standardwebhooks.com */
export async function signatureHeaders(
  request: HttpRequest,
  open: Opener,
  now: Millis,
): Promise<Readonly<Record<string, string>>> {
  if (request.sign === undefined) return {};
  const { Webhook } = await library();
  const secret = open.text(request.sign.secret);
  const { id } = request.sign;
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': signer(Webhook, secret).sign(id, new Date(now), request.text ?? ''),
  };
}

type NewWebhook<W> = new (secret: string | Uint8Array, options?: { format?: 'raw' }) => W;

function signer<W>(Webhook: NewWebhook<W>, secret: string): W {
  try {
    return secret.startsWith('whsec_')
      ? new Webhook(secret)
      : new Webhook(new Uint8Array(Buffer.from(secret, 'utf8')), { format: 'raw' });
  } catch {
    throw new RekeyError('RK4008', 'The signing secret is empty, or is not base64 after whsec_.');
  }
}

import { RekeyError } from '../../domain/errors';
import { lazily } from '../../domain/tools/lazily';
import type { HttpRequest, WebhookSignature } from '../../domain/ports';
import type { Millis } from '../../domain/tools/time';
import type { Opener } from './secrets';
import { awsHeaders } from './signAws';
import type { Unsigned } from './wire';

const library = lazily(() => import('standardwebhooks'));

/** The headers that a signature adds; none when the request asks for no signature. */
export async function signatureHeaders(
  sign: HttpRequest['sign'],
  message: Unsigned,
  open: Opener,
  now: Millis,
): Promise<Readonly<Record<string, string>>> {
  if (sign === undefined) return {};
  return 'aws' in sign ? awsHeaders(sign.aws, message, open, now) : webhookHeaders(sign, message, open, now);
}

/** https://www.standardwebhooks.com */
async function webhookHeaders(
  { id, secret }: WebhookSignature,
  { body = '' }: Unsigned,
  open: Opener,
  now: Millis,
): Promise<Readonly<Record<string, string>>> {
  const { Webhook } = await library();
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1000)),
    'webhook-signature': signer(Webhook, open.text(secret)).sign(id, new Date(now), body),
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

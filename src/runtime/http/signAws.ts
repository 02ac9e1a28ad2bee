import { RekeyError } from '../../domain/errors';
import type { AwsSignature } from '../../domain/ports';
import { SecretValue } from '../../domain/secret';
import { lazily } from '../../domain/tools/lazily';
import type { Millis } from '../../domain/tools/time';
import type { Opener } from './secrets';
import type { Unsigned } from './wire';

const library = lazily(() => import('aws4fetch'));

const ADDED = ['authorization', 'x-amz-date', 'x-amz-security-token'] as const;

/** Signature Version 4 over what AWS asks for, and nothing that a proxy may change: host, content type and x-amz- headers. */
export async function awsHeaders(
  sign: AwsSignature,
  { method, url, headers, body = '' }: Unsigned,
  open: Opener,
  now: Millis,
): Promise<Readonly<Record<string, string>>> {
  const keys = {
    accessKeyId: open.text(sign.accessKeyId),
    secretAccessKey: open.text(sign.secretAccessKey),
    ...(sign.sessionToken && { sessionToken: open.text(sign.sessionToken) }),
  };
  // Checked here, because the library would print in its error what it cannot send.
  for (const [part, text] of Object.entries(keys))
    if (text === '' || !SecretValue.fitsInHeader(text))
      throw new RekeyError(
        'RK4008',
        `The AWS ${part} is empty, or holds a character that no header may hold.`,
      );
  const { AwsV4Signer } = await library();
  const signed = await new AwsV4Signer({
    ...keys,
    method,
    url: url.href,
    body,
    region: sign.region,
    service: sign.service,
    datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => isSigned(name))),
    allHeaders: true,
  }).sign();
  const added = ADDED.flatMap((name) => {
    const text = signed.headers.get(name);
    return text === null ? [] : [[name, text] as const];
  });
  return Object.fromEntries(added);
}

const isSigned = (name: string): boolean => name === 'content-type' || name.startsWith('x-amz-');

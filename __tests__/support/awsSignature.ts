import { createHash, createHmac } from 'node:crypto';
import type { FakeRequest } from '../../src/kits/fake/fake';

/** The signature that a request carries. */
export const awsSignatureOf = ({ headers }: FakeRequest): string | undefined =>
  /Signature=([0-9a-f]{64})$/.exec(headers['authorization'] ?? '')?.[1];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What a server does: it makes the signature of what it received, by another implementation than the one that signs. */
export function expectedAwsSignature(
  url: string,
  { method, headers, body = '' }: FakeRequest,
  secret: string,
): string {
  const { host, pathname, searchParams } = new URL(url);
  const [, scope = '', names = ''] =
    /Credential=[^/]+\/(\S+), SignedHeaders=(\S+),/.exec(headers['authorization'] ?? '') ?? [];
  const escape = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const query = [...searchParams].map(([name, value]) => `${escape(name)}=${escape(value)}`).sort();
  const signed = names.split(';').map((name) => `${name}:${name === 'host' ? host : headers[name]}\n`);
  const path = pathname.split('/').map(escape).join('/');
  const canonical = [method, path, query.join('&'), signed.join(''), names, sha256(body)].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const key = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

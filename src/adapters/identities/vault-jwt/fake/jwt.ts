import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { MINUTE, SECOND, type Millis } from '../../../../domain/tools/time';

export type Claims = Readonly<Record<string, unknown>>;

export interface Keys {
  readonly keys: readonly JsonWebKey[];
}

const SKEW = MINUTE;

/** The claims of a token that is signed, of this issuer and in time; else Vault's sentence that says why not. */
export function verifiedClaims(token: string, keys: Keys, issuer: string, now: Millis): Claims | string {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = decoded(head);
  const key = keys.keys.find((candidate) => candidate['kid'] === header['kid']);
  const signed = Buffer.from(`${head}.${body}`);
  const genuine =
    header['alg'] === 'RS256' &&
    key !== undefined &&
    verify(
      'RSA-SHA256',
      signed,
      createPublicKey({ key, format: 'jwk' }),
      Buffer.from(signature, 'base64url'),
    );
  if (!genuine) return 'error verifying token signature: failed to verify id token signature';
  const claims = decoded(body);
  if (claims['iss'] !== issuer) return 'invalid issuer (iss) claim';
  return untimely(claims, now) ?? claims;
}

/** The skew of a minute counts for every time that a token names. https://github.com/hashicorp/cap/blob/main/jwt/jwt.go */
function untimely(claims: Claims, now: Millis): string | undefined {
  const at = (name: string): Millis | undefined => {
    const value = claims[name];
    return typeof value === 'number' ? value * SECOND : undefined;
  };
  if ((at('nbf') ?? 0) > now + SKEW) return 'invalid not before (nbf) claim: token not yet valid';
  if ((at('exp') ?? Infinity) < now - SKEW) return 'invalid expiration time (exp) claim: token is expired';
  if ((at('iat') ?? 0) > now + SKEW) return 'invalid issued at (iat) claim: token issued in the future';
  return undefined;
}

function decoded(part: string): Claims {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

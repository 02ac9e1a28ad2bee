import type { Millis } from '../../../../domain/tools/time';
import type { Claims } from './jwt';

/** https://developer.hashicorp.com/vault/api-docs/auth/jwt#create-update-role */
export interface FakeRole {
  readonly policies: readonly string[];
  /** Of the token. */
  readonly life: Millis;
  /** Vault's own default is oidc. */
  readonly roleType: 'jwt' | 'oidc';
  readonly boundAudiences: readonly string[];
  readonly boundSubject?: string;
  readonly boundClaims?: Readonly<Record<string, string | readonly string[]>>;
  readonly boundClaimsType?: 'string' | 'glob';
  readonly userClaim?: string;
  readonly uses?: number;
  readonly tokenType?: 'service' | 'batch';
}

/** Vault's sentence when the claims do not fit the role; undefined when they do. */
export function misfit(role: FakeRole, claims: Claims): string | undefined {
  const audiences = listOf(claims['aud']);
  if (role.boundSubject !== undefined && role.boundSubject !== claims['sub']) {
    return 'error validating token: invalid subject (sub) claim';
  }
  if (role.boundAudiences.length > 0 && !role.boundAudiences.some((bound) => audiences.includes(bound))) {
    return 'error validating token: invalid audience (aud) claim: audience claim does not match any expected audience';
  }
  if (role.boundAudiences.length === 0 && audiences.length > 0) {
    return 'audience claim found in JWT but no audiences bound to the role';
  }
  const user = role.userClaim ?? 'sub';
  if (typeof claims[user] !== 'string') return `claim "${user}" not found in token`;
  const wrong = Object.entries(role.boundClaims ?? {}).map(([name, bound]) =>
    misbound(role, name, bound, claims[name]),
  );
  const first = wrong.find((sentence) => sentence !== undefined);
  return first === undefined ? undefined : `error validating claims: ${first}`;
}

function misbound(
  role: FakeRole,
  name: string,
  bound: string | readonly string[],
  actual: unknown,
): string | undefined {
  if (actual === undefined) return `claim "${name}" is missing`;
  const globs = role.boundClaimsType === 'glob';
  const fits = listOf(bound).some((wanted) =>
    listOf(actual).some((value) => (globs ? glob(wanted, value) : wanted === value)),
  );
  return fits ? undefined : `claim "${name}" does not match any associated bound claim values`;
}

/** `*` stands for any text, also across `/`. https://github.com/ryanuber/go-glob */
function glob(pattern: string, text: string): boolean {
  const pieces = pattern.split('*').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('.*')}$`, 's').test(text);
}

const listOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === 'string');

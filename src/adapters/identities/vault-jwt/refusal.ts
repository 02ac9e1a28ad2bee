import type { Code } from '../../../domain/errorCodes';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import { retryAfterOf } from '../../../domain/tools/retryAfter';
import { codeSpan } from '../../../domain/tools/text';
import { errorTexts } from '../../../kits/vault/wire';
import type { VaultJwtSettings } from './settings';

type Claims = Readonly<Record<string, string>>;

const SHOWN = ['sub', 'aud', 'environment', 'ref', 'job_workflow_ref'];
const LONGEST = 200;

/** A login that failed, with what the token says, so that role and token can be compared. */
export function loginRefused(answer: HttpResponse, settings: VaultJwtSettings, claims: Claims): RekeyError {
  const text = errorTexts(answer).join('; ');
  const status = String(answer.status);
  if (answer.status === 429) {
    const retryAfter = retryAfterOf(answer);
    const details = retryAfter === undefined ? {} : { retryAfter };
    return new RekeyError('RK9007', `Vault at ${settings.address}: status 429.`, details);
  }
  if (answer.status >= 500 || PASSING.has(answer.status)) {
    return new RekeyError('RK3005', `Vault at ${settings.address}: status ${status}${said(text)}.`);
  }
  const { code, next } = advice(answer.status, text, settings, claims);
  const shown = SHOWN.map((name) => `${name} ${codeSpan(claims[name] ?? '', LONGEST) || 'nothing'}`).join(
    ', ',
  );
  const message = `Vault refuses to log in as role ${codeSpan(settings.role)}: status ${status}${said(text)}. The token says: ${shown}.`;
  return new RekeyError(code, message, { next });
}

/** Standby nodes that lag, and nodes of a secondary cluster. https://developer.hashicorp.com/vault/api-docs#http-status-codes */
const PASSING = new Set([408, 412, 472, 473]);

interface Advice {
  readonly code: Code;
  readonly next: string;
}

/** Vault's sentences, from the JWT plugin. https://github.com/hashicorp/vault-plugin-auth-jwt */
function advice(status: number, text: string, settings: VaultJwtSettings, claims: Claims): Advice {
  const role = `auth/${settings.mount}/role/${settings.role}`;
  const fitting = HINTS.find(([pattern]) => pattern.test(text));
  if (fitting) return fitting[1](role, claims, text);
  if (status === 404 || status === 403) {
    return refused(
      `Check that a JWT auth method is mounted at auth/${settings.mount}, the namespace, and token_bound_cidrs of ${role}.`,
    );
  }
  return refused(`Compare ${role} with the claims above.`);
}

type Hint = readonly [RegExp, (role: string, claims: Claims, text: string) => Advice];

const HINTS: readonly Hint[] = [
  [/claim "environment"/, (role, claims) => environment(role, claims)],
  [
    /\(aud\) claim|aud claim does not match|no audiences bound/,
    (role, { aud = '' }) => ({
      code: 'RK3003',
      next: `Add ${codeSpan(aud, LONGEST)} to bound_audiences of ${role}, or set "audience" to one of them.`,
    }),
  ],
  [/\(sub\) claim/, (role, claims) => subject(role, claims)],
  [/claim "([^"]+)"/, (role, _claims, text) => boundClaim(role, text)],
  [
    /\(iss\) claim/,
    () => refused('Set bound_issuer of the auth method to the issuer of the tokens, or leave it out.'),
  ],
  [
    /token signature|verify/,
    () =>
      refused('Set oidc_discovery_url of the auth method to https://token.actions.githubusercontent.com.'),
  ],
  [/expired|not yet valid|in the future/, () => refused('Compare the clocks of the runner and of Vault.')],
  [/oidc role_type/, (role) => refused(`Write ${role} with role_type=jwt; the default is oidc.`)],
  [/could not be found|missing role/, (role) => refused(`Write ${role}, or correct "role".`)],
  [/could not load configuration/, () => refused('Configure the auth method with oidc_discovery_url.')],
];

const refused = (next: string): Advice => ({ code: 'RK3002', next });

function environment(role: string, { environment: own }: Claims): Advice {
  const next =
    own === undefined
      ? `Add "environment: production", or what bound_claims of ${role} asks for, to the job.`
      : `Set "environment:" of the job to what bound_claims of ${role} asks for; now it is ${codeSpan(own)}.`;
  return { code: 'RK3006', next };
}

/** The subject names the environment, so a job without one has another subject. */
function subject(role: string, { environment: own, sub = '' }: Claims): Advice {
  const ids = /^repo:[^/]*@/.test(sub) ? ' This repository has subjects with ids.' : '';
  const hint = own === undefined ? ' A job with "environment:" has another subject than one without.' : '';
  return refused(`Set bound_subject of ${role} to the sub above, or correct the job.${ids}${hint}`);
}

function boundClaim(role: string, text: string): Advice {
  const name = /claim "([^"]+)"/.exec(text)?.[1] ?? '';
  return refused(
    `Compare bound_claims and user_claim of ${role} with the claim ${codeSpan(name)} of the token.`,
  );
}

const said = (text: string): string => (text === '' ? '' : `, ${codeSpan(text, LONGEST)}`);

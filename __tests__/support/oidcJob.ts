import type { Oidc } from '../../src/domain/ports';
import { SecretValue } from '../../src/domain/secret';
import type { Claims, OidcIssuer, OidcJob } from '../../src/sandbox/oidcIssuer';

export const job: OidcJob = {
  repository: 'acme/shop',
  repositoryId: '1001',
  ownerId: '12',
  ref: 'refs/heads/main',
  event: 'schedule',
  runId: '4711',
  runAttempt: 1,
  actor: 'octocat',
  workflowRef: 'acme/shop/.github/workflows/rotate.yml@refs/heads/main',
  environment: 'production',
};

export interface JobOidc extends Oidc {
  /** The ids of the tokens that were handed out. */
  readonly given: readonly string[];
}

/** The OIDC port of a job, signed by the issuer itself; `changes` forge claims. */
export function jobOidc(issuer: OidcIssuer, who: OidcJob, changes: () => Claims = () => ({})): JobOidc {
  const given: string[] = [];
  let last: Record<string, string> = {};
  return {
    given,
    async token(audience) {
      const token = issuer.mint(who, audience, changes());
      const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;
      last = Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, String(value)]));
      given.push(String(claims['jti']));
      return SecretValue.of(token, []);
    },
    claims: () => last,
  };
}

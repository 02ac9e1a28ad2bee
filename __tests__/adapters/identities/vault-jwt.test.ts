import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { RekeyError } from '../../../src/domain/errors';
import { MINUTE } from '../../../src/domain/tools/time';
import type { Fault } from '../../../src/sandbox/faults';
import type { Claims } from '../../../src/sandbox/oidcIssuer';
import { loginWorld, role, VAULT, type LoginOptions } from '../../support/vaultLogin';

async function refusal(options: LoginOptions): Promise<RekeyError> {
  const { identity, clock } = loginWorld(options);
  const error: unknown = await clock
    .run(() => identity.session())
    .then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
  if (error instanceof RekeyError) return error;
  throw new Error('nothing was refused');
}

const bound = { environment: 'production' };
const { boundSubject: _boundSubject, ...unbound } = role;
const roleOf = (changes: object): NonNullable<LoginOptions['roles']> => ({
  'rekey-production': { ...role, ...changes },
});
const forged =
  (claims: Claims): NonNullable<LoginOptions['changes']> =>
  () =>
    claims;

describe('vault-jwt: refused logins', () => {
  it.each<[string, LoginOptions, string, string]>([
    ['a role that is not there', { roles: {} }, 'RK3002', 'Write auth/jwt/role/rekey-production'],
    ['a role of another type', { roles: roleOf({ roleType: 'oidc' }) }, 'RK3002', 'role_type=jwt'],
    [
      'another audience',
      { settings: { audience: 'https://x' } },
      'RK3003',
      'Add `https://x` to bound_audiences',
    ],
    ['a role without audiences', { roles: roleOf({ boundAudiences: [] }) }, 'RK3003', 'bound_audiences'],
    ['another subject', { job: { environment: 'staging' } }, 'RK3002', 'Set bound_subject'],
    ['a subject with ids', { subject: 'ids' }, 'RK3002', 'This repository has subjects with ids.'],
    [
      'another environment',
      { roles: { 'rekey-production': { ...unbound, boundClaims: bound } }, job: { environment: 'staging' } },
      'RK3006',
      'now it is `staging`',
    ],
    [
      'no environment',
      {
        roles: { 'rekey-production': { ...unbound, boundClaims: bound } },
        changes: forged({ environment: undefined }),
      },
      'RK3006',
      'Add "environment: production"',
    ],
    [
      'another workflow',
      { roles: roleOf({ boundClaims: { job_workflow_ref: 'acme/rekey/*' }, boundClaimsType: 'glob' }) },
      'RK3002',
      'the claim `job_workflow_ref`',
    ],
    ['no such user claim', { roles: roleOf({ userClaim: 'nobody' }) }, 'RK3002', 'the claim `nobody`'],
    ['another issuer', { changes: forged({ iss: 'https://other.example.com' }) }, 'RK3002', 'bound_issuer'],
    [
      'a token that is over',
      {
        changes: ({ now }) => {
          const at = now() / 1000;
          return { nbf: at - 900, iat: at - 600, exp: at - 120 };
        },
      },
      'RK3002',
      'Compare the clocks',
    ],
    ['no such mount', { settings: { mount: 'gh' } }, 'RK3002', 'mounted at auth/gh'],
    ['another namespace', { settings: { namespace: 'team' } }, 'RK3002', 'the namespace'],
  ])('says what to do about %s', async (_what, options, code, next) => {
    const error = await refusal(options);
    expect(error.code).toBe(code);
    expect(error.next).toContain(next);
    expect(inspect(error)).not.toContain('eyJ');
  });

  it('shows what the role may be compared with', async () => {
    const { message } = await refusal({ job: { environment: 'staging' } });
    expect(message).toContain('sub `repo:acme/shop:environment:staging`');
    expect(message).toContain(`aud \`${VAULT}\``);
    expect(message).toContain('job_workflow_ref `acme/shop/.github/workflows/rotate.yml@refs/heads/main`');
  });

  it('defuses claims', async () => {
    const { message, next } = await refusal({
      changes: forged({ sub: '`<b>\n::error::x', environment: '`@all`' }),
    });
    expect(`${message}${next}`).not.toMatch(/\n|::error|`@all`|`<b>`/);
  });

  it('does not take a token that is signed by somebody else', async () => {
    const { identity, issuer, vault } = loginWorld();
    const old = issuer.jwks();
    issuer.changeKeys();
    vault.options = { ...vault.options, keys: () => old };
    await expect(identity.session()).rejects.toMatchObject({ code: 'RK3002' });
    expect(vault.logins).toEqual([]);
  });

  it('says that nobody configured the auth method', async () => {
    const { identity, vault } = loginWorld();
    vault.options = { ...vault.options, keys: undefined };
    await expect(identity.session()).rejects.toMatchObject({
      next: expect.stringContaining('oidc_discovery_url'),
    });
  });
});

describe('vault-jwt: logins that fail', () => {
  it.each<[string, Fault, string]>([
    ['no connection', { kind: 'refused' }, 'RK3005'],
    ['no answer', { kind: 'timeout' }, 'RK3005'],
    ['an answer that was lost', { kind: 'lost' }, 'RK3005'],
    ['a fault of the server', { kind: 'status', status: 502 }, 'RK3005'],
    ['a node that lags', { kind: 'status', status: 412 }, 'RK3005'],
    ['too many requests', { kind: 'status', status: 429, retryAfter: 30 }, 'RK9007'],
    ['a page of a proxy', { kind: 'html' }, 'RK9005'],
  ])('says what %s means', async (_what, fault, code) => {
    expect((await refusal({ faults: () => fault })).code).toBe(code);
  });

  it('waits for a Vault that is sealed', async () => {
    const { identity, vault } = loginWorld();
    vault.options = { ...vault.options, sealed: true };
    await expect(identity.session()).rejects.toMatchObject({ code: 'RK3005' });
  });
});

describe('vault-jwt: sessions', () => {
  it('takes both forms of subject, and role names in any case', async () => {
    const boundSubject = 'repo:acme@12/shop@1001:environment:production';
    const settings = { role: 'Rekey-Production' };
    const { identity, tokens } = loginWorld({ subject: 'ids', roles: roleOf({ boundSubject }), settings });
    await identity.session();
    expect(tokens.live.map(({ policies }) => policies)).toEqual([['default', 'rekey']]);
  });

  it('takes a claim that fits a pattern', async () => {
    const boundClaims = { job_workflow_ref: 'acme/shop/.github/workflows/*@refs/heads/main' };
    const { identity } = loginWorld({ roles: roleOf({ boundClaims, boundClaimsType: 'glob' }) });
    await identity.session();
  });

  it('hands the namespace on to who uses the session', async () => {
    const { identity, vault } = loginWorld({ settings: { namespace: 'team/pay' } });
    vault.options = { ...vault.options, namespace: 'team/pay' };
    expect((await identity.session()).attributes).toEqual({ namespace: 'team/pay' });
  });

  it('uses a short life to its half, and warns', async () => {
    const { identity, clock, oidc, test } = loginWorld({ roles: roleOf({ life: 4 * MINUTE, uses: 7 }) });
    await identity.session();
    await clock.advance(2 * MINUTE - 1);
    await identity.session();
    expect(oidc.given).toHaveLength(1);
    await clock.advance(1);
    await identity.session();
    expect(oidc.given).toHaveLength(2);
    expect(test.log.lines.join('\n')).toMatch(/for 7 calls only.*\n.*for 4m only/);
  });

  it('leaves batch tokens to their end, for they cannot be revoked', async () => {
    const { identity, test, tokens } = loginWorld({ roles: roleOf({ tokenType: 'batch' }) });
    await identity.session();
    await identity.end();
    expect(tokens.live).toHaveLength(1);
    expect(test.calls.map(({ path }) => path)).toEqual(['/v1/auth/jwt/login']);
  });

  it('does not revoke what is over, and is content when somebody else revoked it', async () => {
    const { identity, clock, test, tokens } = loginWorld();
    await identity.session();
    await clock.advance(19 * MINUTE);
    await identity.session();
    for (const { token } of tokens.live) tokens.revoke(token);
    await clock.advance(2 * MINUTE);
    await identity.end();
    expect(test.calls.map(({ path }) => path.split('/').at(-1))).toEqual(['login', 'login', 'revoke-self']);
    expect(test.log.lines.filter((line) => line.startsWith('warning'))).toEqual([]);
  });
});

describe('vault-jwt: on a laptop', () => {
  it('takes VAULT_TOKEN as it is, and leaves it alive', async () => {
    const { identity, oidc, tokens } = loginWorld({
      laptopToken: (table) => table.issue(['rekey'], 60 * MINUTE, 'token-ann'),
    });
    const session = await identity.session();
    expect(session.expires).toBe('2026-03-02T03:00:00.000Z');
    expect(identity.subject()).toEqual({ token: 'VAULT_TOKEN', name: 'token-ann' });
    await identity.end();
    expect(tokens.live).toHaveLength(1);
    expect(oidc.given).toEqual([]);
  });

  it('takes a token without an end', async () => {
    const { identity, clock, test } = loginWorld({ laptopToken: (table) => table.issue(['root']) });
    await identity.session();
    await clock.advance(10 * 60 * MINUTE);
    await identity.session();
    expect(test.calls).toHaveLength(1);
  });

  it('says when Vault does not take it', async () => {
    const { identity } = loginWorld({ laptopToken: () => 'hvs.unknown' });
    await expect(identity.session()).rejects.toMatchObject({
      code: 'RK3002',
      next: expect.stringContaining('vault login'),
    });
  });
});

describe('vault-jwt: a session that the server says is over', () => {
  const ended = (options: LoginOptions = {}): ReturnType<typeof loginWorld> => loginWorld(options);

  it('is replaced by another login, once for all who ask', async () => {
    const { identity, tokens, clock, oidc } = ended();
    await clock.run(async () => {
      const first = await identity.session();
      for (const { token } of tokens.live) tokens.revoke(token);
      const others = await Promise.all([identity.session(first), identity.session(first)]);
      expect(new Set(others).size).toBe(1);
      expect(others[0]).not.toBe(first);
      expect(await identity.session()).toBe(others[0]);
    });
    expect(oidc.given).toHaveLength(2);
  });

  it('is kept where the server still knows it: what was refused is a matter of rights', async () => {
    const { identity, clock } = ended();
    await clock.run(async () => {
      const first = await identity.session();
      expect(await identity.session(first)).toBe(first);
    });
  });

  it('is asked for again ten times at most', async () => {
    const { identity, tokens, clock, oidc } = ended();
    await clock.run(async () => {
      for (let times = 0; times < 30; times += 1) {
        const session = await identity.session();
        for (const { token } of tokens.live) tokens.revoke(token);
        await identity.session(session);
      }
    });
    expect(oidc.given).toHaveLength(11);
  });

  it('cannot be replaced on a laptop: the message says what to do', async () => {
    const { identity, tokens, clock } = ended({ laptopToken: (all) => all.issue(['rekey'], 20 * MINUTE) });
    await clock.run(async () => {
      const first = await identity.session();
      for (const { token } of tokens.live) tokens.revoke(token);
      await expect(identity.session(first)).rejects.toMatchObject({
        code: 'RK3002',
        next: expect.stringContaining('set VAULT_TOKEN') as unknown,
      });
    });
  });
});

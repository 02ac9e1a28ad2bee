import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import { OidcIssuer } from '../../src/sandbox/oidcIssuer';
import { job } from '../support/oidcJob';

const world = {
  now: () => Date.parse('2026-03-02T02:00:00.000Z'),
  id: (length: number) => 'x'.repeat(length),
};

function ask(issuer: OidcIssuer, address: string, authorization?: string): FakeResponse | undefined {
  const url = new URL(address);
  const request: FakeRequest = {
    method: 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: authorization === undefined ? {} : { authorization },
    body: '',
  };
  return issuer.handler(request);
}

const json = (answer: FakeResponse | undefined): Record<string, unknown> =>
  JSON.parse(answer?.body ?? '') as Record<string, unknown>;

describe('oidcIssuer', () => {
  it('signs what a client verifies with the keys at its well-known address', async () => {
    const issuer = new OidcIssuer({ world });
    const discovery = json(ask(issuer, `${issuer.issuer}/.well-known/openid-configuration`));
    const keys = json(ask(issuer, String(discovery['jwks_uri']))) as unknown as JSONWebKeySet;
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { url, token } = issuer.start(job);
    const answer = ask(issuer, `${url}&audience=https%3A%2F%2Fvault.example.com`, `Bearer ${token}`);
    const { payload } = await jwtVerify(String(json(answer)['value']), createLocalJWKSet(keys), {
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'https://vault.example.com',
      subject: 'repo:acme/shop:environment:production',
      currentDate: new Date(world.now()),
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(payload).toMatchObject({ repository_id: '1001', environment: 'production', run_attempt: '1' });
  });

  it('gives tokens only to a job that it knows', () => {
    const issuer = new OidcIssuer({ world });
    const { url, token } = issuer.start(job);
    expect(ask(issuer, url)?.status).toBe(401);
    expect(ask(issuer, url, 'Bearer wrong')?.status).toBe(401);
    expect(ask(issuer, url.replace('4711', '4712'), `Bearer ${token}`)?.status).toBe(401);
    const value = String(json(ask(issuer, url, `Bearer ${token}`))['value']);
    expect(decodeJwt(value).aud).toBe('https://github.com/acme');
    expect(ask(issuer, `${issuer.issuer}/elsewhere`)).toBeUndefined();
  });

  it.each([
    ['names', 'production', 'schedule', 'repo:acme/shop:environment:production'],
    ['ids', 'production', 'schedule', 'repo:acme@12/shop@1001:environment:production'],
    ['ids', undefined, 'schedule', 'repo:acme@12/shop@1001:ref:refs/heads/main'],
    ['names', undefined, 'pull_request', 'repo:acme/shop:pull_request'],
  ] as const)(
    'names the subject by %s, for environment %s and event %s',
    (subject, environment, event, wanted) => {
      const { environment: _environment, ...rest } = job;
      const who = { ...rest, event, ...(environment !== undefined && { environment }) };
      const issuer = new OidcIssuer({ world, subject, issuer: 'http://127.0.0.1:4000/oidc' });
      const claims = decodeJwt(issuer.mint(who, 'a'));
      expect(claims.sub).toBe(wanted);
      expect(claims.iss).toBe('http://127.0.0.1:4000/oidc');
    },
  );

  it('answers below its own path, and changes keys', async () => {
    const issuer = new OidcIssuer({ world, issuer: 'http://127.0.0.1:4000/oidc' });
    expect(ask(issuer, 'http://127.0.0.1:4000/.well-known/jwks')).toBeUndefined();
    expect(ask(issuer, 'http://127.0.0.1:4000/oidc/.well-known/jwks')?.status).toBe(200);
    const before = issuer.jwks() as JSONWebKeySet;
    issuer.changeKeys();
    const token = issuer.mint(job, 'a');
    await expect(jwtVerify(token, createLocalJWKSet(before))).rejects.toThrow();
    expect(issuer.publicKeyPem()).toMatch(/^-----BEGIN PUBLIC KEY-----/);
  });
});

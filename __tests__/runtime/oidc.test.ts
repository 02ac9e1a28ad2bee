import { describe, expect, it } from '@jest/globals';
import { fakeJson, type FakeHandler, type FakeRequest } from '../../src/kits/fake/fake';
import { RekeyError } from '../../src/domain/errors';
import { SecretValue } from '../../src/domain/secret';
import { createHttp } from '../../src/runtime/http/createHttp';
import { createOidc, type OidcOptions } from '../../src/runtime/oidc';
import type { FaultPlan } from '../../src/sandbox/faults';
import { fakeTransport } from '../support/fakeTransport';
import { fakeOidc, recordingLog, seededRandom } from '../support/ports';
import { VirtualClock } from '../support/virtualClock';

const RUNNER = 'https://run.actions.example.com';
const VAULT = 'https://vault.example.com';

function world(handler: FakeHandler, options: Partial<OidcOptions> & { faults?: FaultPlan } = {}) {
  const clock = new VirtualClock();
  const log = recordingLog();
  const seen: FakeRequest[] = [];
  const spy: FakeHandler = (request) => {
    seen.push(request);
    return handler(request);
  };
  const { transport, calls } = fakeTransport(
    { [RUNNER]: spy },
    { clock, ...(options.faults && { faults: options.faults }) },
  );
  const boundary = { origins: [RUNNER], allowPrivateHosts: [], allowLoopbackHttp: false };
  const http = createHttp({ transport, clock, random: seededRandom(), log, userAgent: 'test', ...boundary });
  const oidc = createOidc({
    http,
    request: { url: `${RUNNER}/token?api-version=2`, token: SecretValue.of('runner-bearer', [RUNNER]) },
    actions: true,
    event: 'schedule',
    origins: [VAULT],
    ...options,
  });
  const failure = (): Promise<RekeyError> =>
    clock.run(async () => {
      const error: unknown = await oidc.token('vault').catch((thrown: unknown) => thrown);
      if (error instanceof RekeyError) return error;
      throw new Error('it did not fail');
    });
  return { oidc, clock, seen, calls, log, failure };
}

const jwt = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
const tokens: FakeHandler = ({ query }) =>
  fakeJson(200, {
    value: jwt({ aud: query.get('audience'), sub: 'repo:acme/shop', run_id: 7, nested: { no: 1 } }),
  });

describe('a token', () => {
  it('is asked for its audience, and may travel to the identity only', async () => {
    const { oidc, clock, seen } = world(tokens);
    const token = await clock.run(() => oidc.token('https://vault.example.com/v1 & more'));
    expect(seen[0]?.query.get('audience')).toBe('https://vault.example.com/v1 & more');
    expect(seen[0]?.query.get('api-version')).toBe('2');
    expect(seen[0]?.headers['authorization']).toBe('Bearer runner-bearer');
    expect([token.mayTravelTo(VAULT), token.mayTravelTo(RUNNER)]).toEqual([true, false]);
    expect(oidc.claims()).toEqual({
      aud: 'https://vault.example.com/v1 & more',
      sub: 'repo:acme/shop',
      run_id: '7',
    });
  });

  it('is a fresh one at each call', async () => {
    const { oidc, clock, calls } = world(tokens);
    await clock.run(() => oidc.token('a'));
    await clock.run(() => oidc.token('b'));
    expect(calls).toHaveLength(2);
    expect(oidc.claims()['aud']).toBe('b');
  });

  it('survives a lost connection', async () => {
    const { oidc, clock, calls } = world(tokens, {
      faults: ({ n }) => (n < 3 ? { kind: 'lost', after: 1 } : undefined),
    });
    expect((await clock.run(() => oidc.token('a'))).isEmpty).toBe(false);
    expect(calls).toHaveLength(3);
  });
});

describe('no token', () => {
  it.each([
    [400, 'RK3001', 'denied'],
    [403, 'RK3001', 'denied'],
    [500, 'RK3005', 'transient'],
    [429, 'RK9007', 'throttled'],
  ])('status %i is %s', async (status, code, kind) => {
    expect(await world(() => fakeJson(status, {})).failure()).toMatchObject({ code, kind });
  });

  it('no connection is transient', async () => {
    expect((await world(tokens, { faults: () => ({ kind: 'refused' }) }).failure()).code).toBe('RK3005');
  });

  it.each([[{}], [{ value: 7 }], [{ value: 'not.a.jwt' }]])(
    'an answer %j is refused and not shown',
    async (body) => {
      const error = await world(() => fakeJson(200, body)).failure();
      expect(error.code).toBe('RK3001');
      expect(error.line).not.toContain('not.a.jwt');
    },
  );

  it.each([
    [{ request: undefined }, 'id-token: write'],
    [{ request: undefined, event: 'pull_request' }, 'default branch'],
    [{ request: undefined, actions: false }, 'VAULT_TOKEN'],
  ])('without an address says what to do: %j', async (options, hint) => {
    const error = await world(tokens, options).failure();
    expect(error.code).toBe('RK3001');
    expect(error.next).toContain(hint);
  });
});

it('the stand-in for adapter tests makes tokens of the same form', async () => {
  const stand = fakeOidc([VAULT], { environment: 'production' });
  const handed = await stand.token('vault');
  expect(handed.mayTravelTo(VAULT)).toBe(true);
  expect(stand.claims()).toMatchObject({ aud: 'vault', environment: 'production' });
});

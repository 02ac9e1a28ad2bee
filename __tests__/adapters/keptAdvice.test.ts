import { describe, expect, it } from '@jest/globals';
import { adapter as workflow } from '../../src/adapters/deployers/github-workflow/index';
import { adapter as webhook } from '../../src/adapters/deployers/webhook/index';
import { adapter as jwt } from '../../src/adapters/identities/vault-jwt/index';
import { adapter as branch } from '../../src/adapters/journals/github-branch/index';
import { adapter as kv } from '../../src/adapters/stores/vault-kv2/index';
import { RekeyError } from '../../src/domain/errors';
import type { AdapterPorts } from '../../src/domain/descriptor';
import type { Schema } from '../../src/domain/tools/schema';
import { SecretValue } from '../../src/domain/secret';
import { createOidc } from '../../src/runtime/oidc';
import { openVendor } from '../../src/adapters/vendors/http/vendor';
import { testPorts } from '../support/ports';
import { gatewaySettings } from './vendors/http/gateway';
import { ADMIN_REFERENCE } from '../support/vendorWorld';

const VAULT = 'https://vault.example.com';
const DEPLOY = 'https://deploy.example.com';
const STATUS = { url: `${DEPLOY}/rollouts/{marker}`, complete: 'done', failed: ['failed'] };
const PROXY = 'Check that the proxy of HTTPS_PROXY is up.';
const mark = { marker: 'rekey-r1', key: 'k', rotation: 'r1', credential: 'c', workload: 'w' };

/** Settings as the config would have them. */
function chosen<T>(schema: Schema<T>, given: object): T {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error('settings that do not fit');
  return parsed.data;
}

/** A world in which a proxy refuses everything. */
function behindProxy(): AdapterPorts {
  const refuse = (): Promise<never> =>
    Promise.reject(
      new RekeyError('RK9001', 'GET https://x.example.com: the proxy `p` refused it.', { next: PROXY }),
    );
  const { ports } = testPorts({
    origins: [VAULT, DEPLOY],
    session: {
      origin: VAULT,
      token: SecretValue.of('a-vault-token', [VAULT]),
      expires: '2030-01-01T00:00:00.000Z',
      attributes: {},
    },
    secrets: { [ADMIN_REFERENCE]: 'an-admin-key', 'vault:ops/deploy#secret': 'a-signing-secret' },
  });
  const github = { repository: 'acme/shop', request: refuse, graphql: refuse, now: ports.clock.now };
  return { ...ports, http: { send: refuse }, github };
}

describe('what a proxy refuses keeps its next step in the words of', () => {
  it.each<[string, string, (ports: AdapterPorts) => Promise<unknown>]>([
    [
      'the store',
      'RK4005',
      (ports) =>
        kv
          .open(chosen(kv.settings, { mount: 'secret' }), ports)
          .current({ path: 'prod/a', fields: { value: 'v' }, idField: 'v_id' }),
    ],
    [
      'the identity',
      'RK3005',
      (ports) => jwt.open(chosen(jwt.settings, { address: VAULT, role: 'rekey' }), ports).session(),
    ],
    ['the vendor', 'RK5006', (ports) => openVendor(gatewaySettings(), ports).list()],
    [
      'the webhook deployer',
      'RK6003',
      (ports) =>
        webhook
          .open(
            chosen(webhook.settings, {
              url: `${DEPLOY}/rollouts`,
              secret: 'vault:ops/deploy#secret',
              status: STATUS,
            }),
            ports,
          )
          .roll(mark),
    ],
    [
      'the workflow deployer',
      'RK6003',
      (ports) => workflow.open(chosen(workflow.settings, { workflow: 'deploy.yml' }), ports).roll(mark),
    ],
    ['the journal', 'RK7007', (ports) => branch.open(chosen(branch.settings, {}), ports).load()],
    [
      'the OIDC token',
      'RK3005',
      ({ http }) =>
        createOidc({
          http,
          request: { url: 'https://run.example.com/token', token: SecretValue.of('bearer', []) },
          actions: true,
          event: 'schedule',
          origins: [VAULT],
        }).token('vault'),
    ],
  ])('%s', async (_what, code, call) => {
    await expect(call(behindProxy())).rejects.toMatchObject({ code, next: PROXY });
  });
});

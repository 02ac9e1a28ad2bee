import { describe, expect, it } from '@jest/globals';
import { parse as parseYaml } from 'yaml';
import { adapter } from '../../../../src/adapters/vendors/http/index';
import { settings } from '../../../../src/adapters/vendors/http/settings';
import { jsonSchemaOf } from '../../../../src/dev/configSchema';
import { testPorts } from '../../../support/ports';
import { gatewaySettings } from './gateway';

const messagesOf = (changes: object): readonly string[] => {
  const whole: Record<string, unknown> = { ...gatewaySettings(), ...changes };
  const parsed = adapter.settings.safeParse(whole);
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
};

const gateway = gatewaySettings();

describe('a description', () => {
  it('is the example, and opens with the capabilities that its calls stand for', () => {
    const { use, ...example } = (
      parseYaml(adapter.descriptor.example) as { gateway: Record<string, unknown> }
    ).gateway;
    expect(use).toBe(adapter.descriptor.id);
    const parsed = adapter.settings.safeParse(example);
    if (!parsed.success) throw new Error(JSON.stringify(parsed.error.issues));
    expect(adapter.open(parsed.data, testPorts().ports).capabilities).toEqual({
      mode: 'overlap',
      labels: true,
      dedicated: false,
      disable: true,
      lastUsed: true,
      identify: true,
      created: true,
      propagation: 30_000,
      listLag: 5_000,
      revocationLag: 30_000,
      lastUsedLag: 3_600_000,
      nullMeansNever: false,
      byPerson: [],
    });
  });

  it('promises nothing that no call stands behind', () => {
    const { ports } = testPorts();
    const bare = adapter.open(gatewaySettings({ bare: true }), ports).capabilities;
    expect(bare).toMatchObject({
      labels: false,
      disable: false,
      lastUsed: false,
      identify: false,
      created: false,
    });
    const unlabelled = { ...gateway.create, body: { scopes: '{scopes}' } };
    expect(adapter.open(gatewaySettings({}, { create: unlabelled }), ports).capabilities.labels).toBe(false);
  });

  it('says its limits', () => {
    const limits = {
      mode: 'replace',
      max_live: 2,
      propagation: '2m',
      dedicated: true,
      null_means_never: true,
    };
    const { capabilities } = adapter.open(gatewaySettings({}, { limits }), testPorts().ports);
    expect(capabilities).toMatchObject({
      mode: 'replace',
      maxLive: 2,
      propagation: 120_000,
      dedicated: true,
      nullMeansNever: true,
    });
  });

  it('may leave a call to a person, and then there is none', async () => {
    const settings = gatewaySettings({}, { create: undefined, by_person: ['create'] });
    const vendor = adapter.open(settings, testPorts().ports);
    expect(vendor.capabilities.byPerson).toEqual(['create']);
    await expect(vendor.create({ label: 'a', scopes: [] })).rejects.toMatchObject({ code: 'RK2005' });
  });

  it.each<[string, object, string]>([
    ['plain http', { origin: 'http://gateway.example.com' }, 'origin: must be like'],
    ['a path in the origin', { origin: 'https://gateway.example.com/v1' }, 'origin: must be like'],
    ['a password in the origin', { origin: 'https://a:b@gateway.example.com' }, 'origin: must be like'],
    ['an admin key in clear', { admin_key: 'sk-live-0123' }, 'admin_key: must be a reference'],
    ['a word that is unknown', { gone: 404 }, 'Unrecognized key'],
    [
      'a method that is unknown',
      { verify: { ...gateway.verify, request: 'FETCH /a' } },
      'must be like "POST',
    ],
    [
      'an address for a path',
      { verify: { ...gateway.verify, request: 'GET //evil.example' } },
      'must be like "POST',
    ],
    ['a pointer that is none', { list: { ...gateway.list, items: 'keys' } }, 'must be a JSON Pointer'],
    ['a duration without unit', { limits: { propagation: '30' } }, 'must be a duration'],
    ['disable without enable', { enable: undefined }, 'disable: disable and enable come together'],
    ['no create', { create: undefined }, 'create: describe it, or say by_person: [create]'],
    ['a person for what is described', { by_person: ['revoke'] }, 'by_person: revoke is described'],
    ['a part that is not made', { key_header: 'x-api-key: {secret}' }, 'key_header: {secret} is not a part'],
    [
      'an admin part that is not read',
      { admin_header: 'x-admin: {token}' },
      'admin_header: {token} is not a part',
    ],
    [
      'the secret for an id part',
      { id_part: 'value' },
      'id_part: the only part of a credential is its secret, and no id',
    ],
    ['an id part that is not made', { id_part: 'sid' }, 'id_part: create makes no part sid'],
    ['a placeholder that is unknown', { revoke: { request: 'DELETE /keys/{key}' } }, '{key} is unknown here'],
    ['scopes in a path', { create: { ...gateway.create, request: 'POST /{scopes}' } }, '{scopes} is a list'],
    [
      'body and form',
      { revoke: { request: 'POST /r', body: {}, form: {} } },
      'revoke: has a body and a form',
    ],
    [
      '401 as alive',
      { verify: { ...gateway.verify, accepted: [200, 401] } },
      'status 401 cannot mean accepted',
    ],
    ['429 as dead', { verify: { ...gateway.verify, refused: [401, 429] } }, 'status 429 proves nothing'],
    ['a fault as dead', { verify: { ...gateway.verify, refused: 500 } }, 'verify.refused'],
    [
      '200 as dead, without a body',
      { verify: { ...gateway.verify, refused: 204 } },
      'refuses only with a body',
    ],
    [
      'one status for both',
      { verify: { ...gateway.verify, accepted: 403, refused: 403 } },
      'accepted and refused',
    ],
    [
      '200 as dead, one of several, without a body',
      { verify: { ...gateway.verify, refused: [401, { status: 200 }] } },
      'refuses only with a body',
    ],
    [
      'one status for both, where only another one has a body',
      {
        verify: {
          ...gateway.verify,
          accepted: [200, 403],
          accepted_body: { contains: 'ok' },
          refused: [403, { status: 200, body: { contains: 'dead' } }],
        },
      },
      'accepted and refused',
    ],
    [
      'a condition without content',
      { create: { ...gateway.create, full: { status: 403, body: {} } } },
      'needs equals',
    ],
  ])('is refused with %s', (_name, changes, message) => {
    expect(messagesOf(changes).join('\n')).toContain(message);
  });

  it('has a word for each field in the JSON Schema', () => {
    const schema = jsonSchemaOf(settings);
    const silent = Object.entries(schema['properties'] ?? {}).filter(
      ([, field]) => !JSON.stringify(field).includes('"description"'),
    );
    expect(silent).toEqual([]);
    // A schema that refers to itself could not become part of the one for rekey.yml.
    expect(JSON.stringify(schema)).not.toContain('$ref');
  });
});

import { describe, expect, it } from '@jest/globals';
import { catalog } from '../../src/catalog.generated';
import { load } from '../../src/config/load';
import { compareTrust } from '../../src/config/trust';

/** With a setting of every kind, so that each can be edited. */
const BASE = `version: 1
allow_private_hosts: [vault.internal]
public_journal: false
identities:
  vault: { use: vault-jwt, address: "https://vault.example.com", role: rekey, mount: jwt, audience: rekey, namespace: a }
stores:
  vault: { use: vault-kv2, mount: secret, namespace: a }
vendors:
  gateway:
    use: http
    origin: https://gateway.example.com
    key_origin: https://keys.example.com
    admin_key: vault:admin/gateway#token
    admin_header: "Authorization: Bearer {value}"
    admin_id: adm_1
    key_header: x-api-key
    headers: { accept-version: "2" }
    create:  { request: POST /admin/keys, body: { name: "{label}", scopes: "{scopes}" }, id: /id, value: /key, expires: /expires_at }
    list:    { request: GET /admin/keys, items: /keys, id: /id, label: /name, created: /created_at, last_used: /used_at, max_pages: 20 }
    whoami:  { request: GET /v1/me, id: /key_id }
    verify:  { request: GET /v1/ping, accepted: 200, refused: 401 }
    disable: { request: "PATCH /admin/keys/{id}", body: { active: false } }
    enable:  { request: "PATCH /admin/keys/{id}", body: { active: true } }
    revoke:  { request: "DELETE /admin/keys/{id}", gone: 404 }
    limits:  { propagation: 10s, list_lag: 1s, revocation_lag: 6s, last_used_lag: 1m, dedicated: false }
workloads:
  pay:
    roll: { use: github-workflow, workflow: deploy.yml, repository: acme/shop, ref: main, inputs: { a: b } }
    check: { use: http, url: "https://health.example.com/pay", passes: 3, key_id: { header: x-key-id } }
    holds_key_for: 2h
  bill: { holds_key_for: 5m }
keys:
  other:
    owner: team-other
    environment: production
    criticality: high
    vendor: gateway
    secret: vault:prod/other#api_key
  gateway-prod:
    owner: team-payments
    environment: production
    criticality: high
    vendor: gateway
    scopes: [charge.read]
    secret: vault:prod/gateway#api_key
    id_field: api_key_id
    key_id: key_1
    used_by: [pay, bill]
    rotation_frequency: 30d
    grace_period: 24h
    drain_limit: 7d
    watch: 10m
ticket: { use: github-issue, labels: [rotation], repository: acme/shop }
notify:
  - { use: webhook, url: "https://hooks.example.com", when: [blocked] }
journal: { use: github-branch, branch: rekey-journal }
policy:
  max_age: { high: 60d }
  windows: [{ environment: production, keys: [gateway-prod], allow: "Mon-Thu 02:00-05:00", timezone: Europe/Amsterdam }]
  approve: { start: [high] }
limits: { starts_per_tick: 5, at_once: 1 }
`;

const read = (text: string) => load(text, '.github/rekey.yml', { catalog });

async function linesOf(text: string, base = BASE): Promise<readonly string[]> {
  const { trust, keys } = compareTrust(await read(base), await read(text));
  return [...trust.map((line) => `! ${line}`), ...keys.map((line) => `~ ${line}`)];
}

/** What is edited, into what, and what the comparison says of it. */
const EDITS: readonly (readonly [string, string, string])[] = [
  ['id_field: api_key_id', 'id_field: db_password', '! keys.gateway-prod.id_field: api_key_id -> db_password (this field is read as the id of the key, and overwritten with one)'],
  ['key_id: key_1', 'key_id: key_2', '! keys.gateway-prod.key_id: key_1 -> key_2'],
  ['vault:prod/gateway#api_key', 'vault:other/payroll#db_password', '! keys.gateway-prod.secret: vault:prod/gateway#api_key -> vault:other/payroll#db_password (the value there is read, sent to the vendor, and replaced)'],
  ['vault:prod/gateway#api_key', 'vault:prod/gateway#db_password', '! keys.gateway-prod.secret: vault:prod/gateway#api_key -> vault:prod/gateway#db_password (the value there is read, sent to the vendor, and replaced)'],
  ['holds_key_for: 2h', 'holds_key_for: 1m', '! workloads.pay.holds_key_for: 2h -> 1m (how long it may hold an old value: no grace period is shorter)'],
  ['origin: https://gateway.example.com', 'origin: https://gw.example.net', '! vendors.gateway.origin: https://gateway.example.com -> https://gw.example.net (2 keys and the admin key would be sent there)'],
  ['key_origin: https://keys.example.com', 'key_origin: https://k.example.net', '! vendors.gateway.key_origin: https://keys.example.com -> https://k.example.net'],
  ['vault:admin/gateway#token', 'vault:admin/all#token', '! vendors.gateway.admin_key: vault:admin/gateway#token -> vault:admin/all#token (another admin key)'],
  ['admin_header: "Authorization: Bearer {value}"', 'admin_header: x-admin', '! vendors.gateway.admin_header: Authorization: Bearer {value} -> x-admin'],
  ['    admin_id: adm_1\n', '', '! vendors.gateway.admin_id: adm_1 -> nothing'],
  ['key_header: x-api-key', 'key_header: x-log-me', '! vendors.gateway.key_header: x-api-key -> x-log-me'],
  ['accept-version: "2"', 'accept-version: "3"', '! vendors.gateway.headers.accept-version: 2 -> 3'],
  ['request: POST /admin/keys', 'request: POST /other', '! vendors.gateway.create.request: POST /admin/keys -> POST /other'],
  ['id: /id, value: /key,', 'id: /key, value: /key,', '! vendors.gateway.create.id: /id -> /key'],
  ['id: /id, value: /key,', 'id: "", value: /key,', '! vendors.gateway.create.id: /id -> ""'],
  ['value: /key,', 'value: /id,', '! vendors.gateway.create.value: /key -> /id'],
  ['expires: /expires_at', 'expires: /never', '! vendors.gateway.create.expires: /expires_at -> /never'],
  ['items: /keys, id: /id', 'items: /keys, id: /name', '! vendors.gateway.list.id: /id -> /name'],
  ['items: /keys', 'items: ""', '! vendors.gateway.list.items: /keys -> ""'],
  ['label: /name', 'label: /owner', '! vendors.gateway.list.label: /name -> /owner'],
  ['last_used: /used_at', 'last_used: /never', '! vendors.gateway.list.last_used: /used_at -> /never'],
  ['max_pages: 20', 'max_pages: 1', '! vendors.gateway.list.max_pages: 20 -> 1'],
  ['GET /v1/me, id: /key_id', 'GET /v1/me, id: /secret', '! vendors.gateway.whoami.id: /key_id -> /secret'],
  ['GET /v1/ping', 'GET /v1/pong', '! vendors.gateway.verify.request: GET /v1/ping -> GET /v1/pong'],
  ['refused: 401', 'refused: 403', '! vendors.gateway.verify.refused: 401 -> 403'],
  ['body: { active: false }', 'body: { active: 0 }', '! vendors.gateway.disable.body.active: false -> 0'],
  ['"DELETE /admin/keys/{id}"', '"DELETE /admin/all/{id}"', '! vendors.gateway.revoke.request: DELETE /admin/keys/{id} -> DELETE /admin/all/{id}'],
  ['gone: 404', 'gone: 403', '! vendors.gateway.revoke.gone: 404 -> 403'],
  ['dedicated: false', 'dedicated: true', '! vendors.gateway.limits.dedicated: false -> true'],
  ['last_used_lag: 1m', 'last_used_lag: 1s', '! vendors.gateway.limits.last_used_lag: 1m -> 1s'],
  ['revocation_lag: 6s', 'revocation_lag: 1s', '! vendors.gateway.limits.revocation_lag: 6s -> 1s'],
  ['address: "https://vault.example.com"', 'address: "https://v.example.net"', '! identities.vault.address: https://vault.example.com -> https://v.example.net (logs in as somebody else)'],
  ['role: rekey', 'role: admin', '! identities.vault.role: rekey -> admin (logs in as somebody else)'],
  ['audience: rekey', 'audience: all', '! identities.vault.audience: rekey -> all (logs in as somebody else)'],
  ['mount: jwt', 'mount: other', '! identities.vault.mount: jwt -> other (logs in as somebody else)'],
  ['audience: rekey, namespace: a', 'audience: rekey, namespace: b', '! identities.vault.namespace: a -> b (logs in as somebody else)'],
  ['mount: secret', 'mount: other', '! stores.vault.mount: secret -> other (keys are read and written elsewhere)'],
  ['mount: secret, namespace: a', 'mount: secret, namespace: b', '! stores.vault.namespace: a -> b (keys are read and written elsewhere)'],
  ['workflow: deploy.yml', 'workflow: other.yml', '! workloads.pay.roll.workflow: deploy.yml -> other.yml'],
  ['ref: main', 'ref: branch', '! workloads.pay.roll.ref: main -> branch'],
  ['inputs: { a: b }', 'inputs: { a: "{credential}" }', '! workloads.pay.roll.inputs.a: b -> {credential}'],
  ['https://health.example.com/pay', 'https://health.example.com/ok', '! workloads.pay.check.0.url: https://health.example.com/pay -> https://health.example.com/ok'],
  ['passes: 3', 'passes: 1', '! workloads.pay.check.0.passes: 3 -> 1'],
  ['header: x-key-id', 'header: x-other', '! workloads.pay.check.0.key_id.header: x-key-id -> x-other'],
  ['environment: production\n    criticality: high\n    vendor: gateway\n    scopes', 'environment: staging\n    criticality: high\n    vendor: gateway\n    scopes', '! keys.gateway-prod.environment: production -> staging'],
  ['scopes: [charge.read]', "scopes: ['*']", '! keys.gateway-prod.scopes: charge.read -> *'],
  ['criticality: high\n    vendor: gateway\n    scopes', 'criticality: low\n    vendor: gateway\n    scopes', '~ gateway-prod.criticality: high -> low'],
  ['owner: team-payments', 'owner: team-x', '~ gateway-prod.owner: team-payments -> team-x'],
  ['used_by: [pay, bill]', 'used_by: [pay]', '~ gateway-prod.used_by: pay, bill -> pay'],
  ['rotation_frequency: 30d', 'schedule: "0 2 1 * *"', '~ gateway-prod.schedule: none -> 0 2 1 * *'],
  ['grace_period: 24h', 'grace_period: 3h', '~ gateway-prod.grace_period: 1d -> 3h (open rotations keep the longer one)'],
  ['drain_limit: 7d', 'drain_limit: 1m', '~ gateway-prod.drain_limit: 7d -> 1m'],
  ['watch: 10m', 'watch: 0s', '~ gateway-prod.watch: 10m -> 0ms'],
  ['labels: [rotation]', 'labels: [deploy]', '! ticket.labels.0: rotation -> deploy'],
  ['labels: [rotation], repository: acme/shop', 'labels: [rotation], repository: acme/open', '! ticket.repository: acme/shop -> acme/open'],
  ['https://hooks.example.com', 'https://hooks.example.net', '! notify.0.url: https://hooks.example.com -> https://hooks.example.net'],
  ['when: [blocked]', 'when: [done]', '! notify.0.when: blocked -> done'],
  ['branch: rekey-journal', 'branch: other', '! journal.branch: rekey-journal -> other (the memory of open rotations is elsewhere: finish them first)'],
  ['public_journal: false', 'public_journal: true', '! public_journal: false -> true (owners, ids and failures may become public)'],
  ['[vault.internal]', '[vault.internal, db.internal]', '! allow_private_hosts: vault.internal -> vault.internal, db.internal'],
  ['Mon-Thu 02:00-05:00', 'Mon-Sun 00:00-23:59', '! policy.windows.0.allow: Mon-Thu 02:00-05:00 -> Mon-Sun 00:00-23:59'],
  ['approve: { start: [high] }', 'approve: {}', '! policy.approve.start: high -> nothing (who must approve changes)'],
  ['starts_per_tick: 5', 'starts_per_tick: 500', '! limits.starts_per_tick: 5 -> 500'],
  ['at_once: 1', 'at_once: 9', '! limits.at_once: 1 -> 9'],
]; // prettier-ignore

describe('a pull request shows', () => {
  it.each(EDITS)('%j to %j', async (before, after, line) => {
    expect(BASE).toContain(before);
    const edited = BASE.replace(before, after);
    expect(await linesOf(edited)).toContain(line);
  });

  it('fields of a credential of several parts', async () => {
    const parts = (secret: string): string =>
      BASE.replace(/ create: .*/, ' by_person: [create]').replace(
        'secret: vault:prod/gateway#api_key',
        `secret: "vault:prod/gateway#"\n    fields: { user: name, value: ${secret} }`,
      );
    expect(await linesOf(parts('db_password'), parts('password'))).toEqual(
      expect.arrayContaining([
        '! keys.gateway-prod.fields.value: password -> db_password',
        expect.stringMatching(/^~ gateway-prod goes: .* STAYS ALIVE/),
      ]),
    );
  });

  it('a new entry from its first field to its last', async () => {
    const spy = `keys:
  spy:
    owner: nobody
    environment: production
    vendor: gateway
    scopes: ['*']
    secret: vault:other/payroll#db_password
    key_id: key_9
`;
    const lines = await linesOf(BASE.replace('keys:\n', spy));
    expect(lines).toEqual(
      expect.arrayContaining([
        '! keys.spy.secret: nothing -> vault:other/payroll#db_password (the value there is read, sent to the vendor, and replaced)',
        '! keys.spy.id_field: nothing -> db_password_id (this field is read as the id of the key, and overwritten with one)',
        '! keys.spy.vendor: nothing -> gateway',
        '! keys.spy.scopes: nothing -> *',
        '! keys.spy.key_id: nothing -> key_9',
        '! keys.spy.grace_period: nothing -> 1d',
        '~ spy comes: it is adopted, and nothing rotates on its first day',
      ]),
    );
  });

  it('a new vendor, store, identity, workload and hook', async () => {
    const more = BASE.replace(
      'vendors:\n',
      'vendors:\n  send: { use: sendgrid, admin_key: "vault:admin/send#token" }\n',
    )
      .replace('stores:\n', 'stores:\n  second: { use: vault-kv2, identity: vault }\n')
      .replace('secret: vault:', 'secret: vault:')
      .replace('workloads:\n', 'workloads:\n  more: { holds_key_for: 1m }\n')
      .replace('notify:\n', 'notify:\n  - { use: webhook, url: "https://spy.example.net" }\n');
    expect(await linesOf(more)).toEqual(
      expect.arrayContaining([
        '! vendors.send.use: nothing -> sendgrid',
        '! vendors.send.admin_key: nothing -> vault:admin/send#token (another admin key)',
        '! stores.second.use: nothing -> vault-kv2',
        expect.stringContaining('! workloads.more.holds_key_for: nothing -> 1m'),
        '! notify.1.url: nothing -> https://hooks.example.com',
        '! notify.0.url: https://hooks.example.com -> https://spy.example.net',
      ]),
    );
  });

  it('a change that stands behind a long beginning', async () => {
    const long = `https://health.example.com/${'a'.repeat(400)}`;
    const base = BASE.replace('https://health.example.com/pay', `${long}/one`);
    const [line = ''] = await linesOf(base.replace('/one"', '/two"'), base);
    expect(line).toMatch(/…a+\/one -> …a+\/two$/);
    expect(line.length).toBeLessThan(200);
  });
});

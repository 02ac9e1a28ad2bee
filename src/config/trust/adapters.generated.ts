// Made by "npm run generate" from the descriptors in src/adapters. Do not edit.
import type { ChangeClass } from '../../domain/descriptor';

export const ADAPTER_CLASSES: Readonly<Record<string, Readonly<Record<string, ChangeClass>>>> = {
  'identities/vault-jwt': {
    address: 'trust',
    role: 'trust',
    mount: 'trust',
    audience: 'trust',
    namespace: 'trust',
  },
  'stores/vault-kv2': {
    mount: 'trust',
    address: 'trust',
    literal_paths: 'gate',
    namespace: 'trust',
  },
  'vendors/http': {
    origin: 'trust',
    key_origin: 'trust',
    admin_key: 'trust',
    admin_header: 'trust',
    admin_id: 'trust',
    key_header: 'trust',
    headers: 'trust',
    create: 'trust',
    list: 'trust',
    whoami: 'trust',
    id_in_value: 'trust',
    id_part: 'trust',
    verify: 'trust',
    disable: 'trust',
    enable: 'trust',
    revoke: 'trust',
    by_person: 'gate',
    limits: 'gate',
    times: 'gate',
  },
  'vendors/sendgrid': {
    admin_key: 'trust',
    region: 'trust',
  },
  'deployers/github-workflow': {
    workflow: 'trust',
    repository: 'trust',
    ref: 'trust',
    inputs: 'trust',
    queued_hint_after: 'cosmetic',
  },
  'deployers/webhook': {
    url: 'trust',
    origin: 'trust',
    secret: 'trust',
    status: 'trust',
  },
  'probes/http': {
    url: 'trust',
    method: 'trust',
    headers: 'trust',
    expect: 'gate',
    key_id: 'gate',
    passes: 'gate',
    interval: 'gate',
    timeout: 'gate',
  },
  'tickets/github-issue': {
    labels: 'gate',
    repository: 'trust',
    title: 'cosmetic',
  },
  'notifiers/webhook': {
    url: 'trust',
    origin: 'trust',
    secret: 'trust',
    format: 'cosmetic',
  },
  'journals/file': {
    path: 'trust',
  },
  'journals/github-branch': {
    branch: 'trust',
    repository: 'trust',
  },
};

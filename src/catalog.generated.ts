// Made by "npm run generate" from the folders in src/adapters. Do not edit.
import type { Catalog } from './domain/descriptor';

export const catalog: Catalog = {
  identities: {
    'vault-jwt': () => import('./adapters/identities/vault-jwt/index').then((m) => m.adapter),
  },
  stores: {
    'vault-kv2': () => import('./adapters/stores/vault-kv2/index').then((m) => m.adapter),
  },
  vendors: {
    'http': () => import('./adapters/vendors/http/index').then((m) => m.adapter),
    'sendgrid': () => import('./adapters/vendors/sendgrid/index').then((m) => m.adapter),
  },
  deployers: {
    'github-workflow': () => import('./adapters/deployers/github-workflow/index').then((m) => m.adapter),
    'webhook': () => import('./adapters/deployers/webhook/index').then((m) => m.adapter),
  },
  probes: {
    'http': () => import('./adapters/probes/http/index').then((m) => m.adapter),
  },
  tickets: {
    'github-issue': () => import('./adapters/tickets/github-issue/index').then((m) => m.adapter),
  },
  notifiers: {
    'webhook': () => import('./adapters/notifiers/webhook/index').then((m) => m.adapter),
  },
  journals: {
    'file': () => import('./adapters/journals/file/index').then((m) => m.adapter),
    'github-branch': () => import('./adapters/journals/github-branch/index').then((m) => m.adapter),
  },
};

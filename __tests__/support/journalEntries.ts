import type { KeyConfig } from '../../src/domain/config';
import type { Entry } from '../../src/domain/contracts/journal';
import type { Fact } from '../../src/domain/journal/facts';
import { foldKey, newKey, type KeyState } from '../../src/domain/journal/keyState';
import { instant } from '../../src/domain/tools/time';

const START = Date.UTC(2026, 8, 1);
let made = 0;

/** Facts as the engine writes them; every call makes new ids. */
export function claimOf(rotation: string, name: string): Fact {
  made += 1;
  const snapshot: KeyConfig = {
    name,
    owner: 'team-payments',
    environment: 'production',
    criticality: 'high',
    vendor: 'gateway',
    scopes: [],
    store: 'vault',
    secret: { path: `prod/${name}`, fields: { value: 'api_key' }, idField: 'api_key_id' },
    usedBy: ['payment-service'],
    grace: 0,
    drainLimit: 0,
    watch: 0,
    line: 1,
  };
  return {
    v: 1,
    type: 'claim',
    id: `claim.${made}`,
    at: instant(START + made),
    rotation,
    by: 'nonce',
    owner: { kind: 'actions', repository: 'acme/payments', run: '7', attempt: 1, job: '70' },
    rank: 'scheduled',
    end: instant(START + made + 3_600_000),
    kind: 'rotate',
    order: { command: 'rotate', actor: 'schedule', event: 'schedule' },
    release: '0.1.0',
    run: 'https://github.com/acme/payments/actions/runs/7',
    snapshot,
    config: { digest: 'd' },
  };
}

export function warningOf(rotation: string, message = 'made for a test'): Fact {
  made += 1;
  return {
    v: 1,
    type: 'warning',
    id: `warning.${made}`,
    at: instant(START + made),
    rotation,
    by: 'nonce',
    message,
  };
}

export function closedOf(rotation: string): Fact {
  made += 1;
  return {
    v: 1,
    type: 'closed',
    id: `closed.${made}`,
    at: instant(START + made),
    rotation,
    by: 'nonce',
    outcome: 'done',
  };
}

export function entryOf(key: string, before: KeyState | undefined, facts: readonly Fact[]): Entry {
  const state = foldKey(before ?? newKey(key, key), facts);
  return { key, expected: before?.head, facts, state };
}

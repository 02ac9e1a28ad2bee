import type { KeyConfig } from '../../src/domain/config';
import {
  FACT_VERSION,
  type ClaimFact,
  type Fact,
  type How,
  type Pass,
  type RowId,
} from '../../src/domain/journal/facts';
import type { Outcome } from '../../src/domain/outcomes';
import type { JsonObject } from '../../src/domain/tools/json';
import { foldKey, newKey, type KeyState } from '../../src/domain/journal/keyState';
import type { Owner, RunContext } from '../../src/domain/run';
import { DAY, HOUR, MINUTE, SECOND, instant, millis, type Millis } from '../../src/domain/tools/time';

export const START = '2026-11-20T02:00:00.000Z';
export const IDENTITY = '34/vault:prod/gateway#api_key';

export const owner = (run = '98765', attempt = 1): Owner => ({
  kind: 'actions',
  repository: 'acme/billing',
  run,
  attempt,
  job: '555',
});

export const runContext = (changes: Partial<RunContext> = {}): RunContext => ({
  owner: owner(),
  repository: 'acme/billing',
  repositoryId: '34',
  defaultBranch: 'main',
  event: 'schedule',
  actor: 'schedule',
  ref: 'refs/heads/main',
  url: 'https://github.com/acme/billing/actions/runs/98765',
  version: '0.1.0',
  sandbox: false,
  ...changes,
});

export const keyConfig = (changes: Partial<KeyConfig> = {}): KeyConfig => ({
  name: 'gateway-prod',
  owner: 'team-payments',
  environment: 'production',
  criticality: 'high',
  vendor: 'gateway',
  scopes: ['charge.read', 'charge.write'],
  store: 'vault',
  secret: { path: 'prod/gateway', fields: { value: 'api_key' }, idField: 'api_key_id' },
  usedBy: ['payment-service', 'billing-service'],
  frequency: 30 * DAY,
  grace: DAY,
  drainLimit: 3 * DAY,
  watch: 5 * MINUTE,
  line: 40,
  ...changes,
});

type Body<F> = F extends Fact ? Omit<F, 'v' | 'id' | 'at' | 'rotation' | 'by'> : never;
type Claimed = Partial<Omit<ClaimFact, 'v' | 'id' | 'at' | 'rotation' | 'by' | 'type'>>;

/** Writes the facts of one rotation as an engine would, one after another on a clock that only moves when told. */
export class Tale {
  readonly #facts: Fact[] = [];
  readonly rotation: string;
  readonly #key: KeyConfig;
  #at: Millis = millis(START);
  #nonce = 0;

  constructor(rotation = 'r1', key: KeyConfig = keyConfig()) {
    this.rotation = rotation;
    this.#key = key;
  }

  /** All so far, in a list of their own: nobody's facts grow later. */
  get facts(): readonly Fact[] {
    return [...this.#facts];
  }

  after(duration: Millis): this {
    this.#at += duration;
    return this;
  }

  say(body: Body<Fact>): this {
    const by = `n${this.#nonce}`;
    const id = `${this.rotation}.${by}.${this.#facts.length + 1}`;
    this.#facts.push({
      ...body,
      v: FACT_VERSION,
      id,
      at: instant(this.#at),
      rotation: this.rotation,
      by,
    } as Fact);
    return this;
  }

  claim(changes: Claimed = {}): this {
    this.#nonce += 1;
    const begins = this.#facts.length === 0;
    return this.say({
      type: 'claim',
      owner: owner(),
      rank: 'scheduled',
      end: instant(this.#at + HOUR),
      kind: 'rotate',
      order: { command: 'rotate', actor: 'schedule', event: 'schedule' },
      release: '0.1.0',
      run: `https://github.com/acme/billing/actions/runs/9876${4 + this.#nonce}`,
      config: { digest: 'c0ffee', commit: 'abc123' },
      ...(begins && { snapshot: this.#key }),
      ...changes,
    });
  }

  intent(row: RowId, data: JsonObject = {}): this {
    return this.say({ type: 'intent', row, data });
  }

  result(row: RowId, how: How, data: JsonObject = {}): this {
    return this.say({ type: 'result', row, how, data });
  }

  /** An effect: intent, two seconds, result. */
  does(row: RowId, data: JsonObject = {}, how: How = 'did'): this {
    return this.intent(row)
      .after(2 * SECOND)
      .result(row, how, data);
  }

  fails(row: RowId, message: string, code: Extract<Fact, { type: 'failed' }>['code'] = 'RK6005'): this {
    return this.say({ type: 'failed', row, code, message });
  }

  /** The effect surely did not happen. */
  failsSurely(row: RowId, message: string, code: Extract<Fact, { type: 'failed' }>['code']): this {
    return this.say({ type: 'failed', row, code, message, nothingDone: true });
  }

  waits(row: RowId, reason: string, duration: Millis, person?: string): this {
    return this.say({
      type: 'wait',
      row,
      until: instant(this.#at + duration),
      latest: instant(this.#at + duration + 3 * DAY),
      then: 'a person is asked',
      reason,
      ...(person !== undefined && { person }),
    });
  }

  release(): this {
    return this.say({ type: 'release' });
  }

  closes(pass: Pass, outcome: Outcome): this {
    return this.intent(`${pass}/close`, { outcome })
      .after(SECOND)
      .result(`${pass}/close`, 'did', { outcome })
      .say({ type: 'closed', outcome })
      .release();
  }

  get state(): KeyState {
    return foldKey(newKey(IDENTITY, this.#key.name), this.#facts);
  }
}

const TICKET = { ticket: 'acme/billing#812', ticketUrl: 'https://github.com/acme/billing/issues/812' };

/** Up to a new key that is staged and accepted. */
export function created(tale = new Tale()): Tale {
  return tale
    .claim()
    .after(3 * SECOND)
    .result('forward/preflight', 'observed', { baseline: 'both workloads are well' })
    .after(SECOND)
    .result('forward/claim', 'did', {
      base: '7',
      old: 'present',
      oldId: 'k-old',
      oldHow: 'beside the value',
      ...TICKET,
    })
    .does('forward/create', { id: 'k-new', label: 'rekey-gateway-prod-1a2b3c4d5e', staged: '1' })
    .after(4 * SECOND)
    .result('forward/verify', 'observed', { accepted: 3 });
}

/** Up to the first wait of the drain: new is current, both workloads are well. */
export function draining(tale = new Tale()): Tale {
  created(tale).does('forward/promote', { version: '8', previous: '7', id: 'k-new' });
  for (const [workload, time] of [
    ['payment-service', 70 * SECOND],
    ['billing-service', 20 * SECOND],
  ] as const) {
    tale
      .does(`forward/deploy:${workload}`, { rollout: '12', url: 'https://github.com/acme/billing/actions' })
      .after(time)
      .result(`forward/check:${workload}`, 'observed', {
        passes: 3,
        sentence: '3 of 3 passed, 200 in 41 ms',
      });
  }
  return tale.waits('forward/drain', 'grace period of 1d', DAY).release();
}

/** A whole overlap rotation. */
export function rotated(tale = new Tale()): Tale {
  return draining(tale)
    .after(DAY + 5 * MINUTE)
    .claim()
    .result('forward/drain', 'observed', {
      silent: 'observed',
      lastUsed: '2026-11-20T02:01:10.000Z',
      until: '2026-11-21T02:01:50.000Z',
    })
    .say({ type: 'condemn', credential: 'k-old', why: 'its successor is in use everywhere' })
    .result('forward/condemn', 'did', { id: 'k-old' })
    .intent('forward/disable')
    .after(5 * MINUTE)
    .result('forward/disable', 'did', { checked: 10 })
    .does('forward/revoke', { id: 'k-old' })
    .after(30 * SECOND)
    .result('forward/prove', 'observed', { refused: 5, control: 5, grade: 'refused' })
    .does('forward/free', { destroyed: ['7'] })
    .closes('forward', 'done');
}

const CANARY = '401 ratio 4.1 %, limit 1.2 % (412 requests, payment-service, first pod)';

/** A check fails after the switch; the old key comes back and the new one dies. */
export function steppedBack(tale = new Tale()): Tale {
  created(tale)
    .does('forward/promote', { version: '8', previous: '7', id: 'k-new' })
    .does('forward/deploy:payment-service', { rollout: '12' })
    .after(40 * SECOND)
    .fails('forward/check:payment-service', CANARY)
    .say({ type: 'turn', to: 'back', why: 'payment-service is not healthy with the new key', code: 'RK6005' })
    .result('back/verify', 'observed', { accepted: 3 })
    .does('back/promote', { version: '9', previous: '8', id: 'k-old' });
  for (const workload of ['payment-service', 'billing-service'] as const) {
    tale
      .does(`back/deploy:${workload}`, { rollout: '13' })
      .after(30 * SECOND)
      .result(`back/check:${workload}`, 'observed', { passes: 3, sentence: '3 of 3 passed' });
  }
  return tale
    .after(MINUTE)
    .result('back/drain', 'not observed', { silent: 'not observed', until: '2026-11-20T02:05:00.000Z' })
    .say({ type: 'condemn', credential: 'k-new', why: 'taken back' })
    .result('back/condemn', 'did', { id: 'k-new' })
    .does('back/revoke', { id: 'k-new' })
    .result('back/prove', 'observed', { refused: 3, control: 3, grade: 'refused' })
    .does('back/free', { destroyed: ['8'] })
    .closes('back', 'undone');
}

/** The new key is never accepted; it dies before it was ever current. */
export function discarded(tale = new Tale()): Tale {
  return tale
    .claim()
    .result('forward/preflight', 'observed', { baseline: 'well' })
    .result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old', ...TICKET })
    .does('forward/create', { id: 'k-new', label: 'rekey-gateway-prod-1a2b3c4d5e', staged: '1' })
    .after(MINUTE)
    .fails('forward/verify', 'the new key is refused with 401 after 1m', 'RK5010')
    .say({ type: 'turn', to: 'discard', why: 'the new key is not accepted', code: 'RK5010' })
    .does('discard/fence', { version: '8' })
    .say({ type: 'condemn', credential: 'k-new', why: 'it was never current' })
    .result('discard/condemn', 'did', { id: 'k-new' })
    .does('discard/revoke', { id: 'k-new' }, 'found')
    .result('discard/prove', 'observed', { refused: 0, control: 0, grade: 'gone from list' })
    .does('discard/free', { destroyed: [] })
    .closes('discard', 'undone');
}

/** Removal: the tail alone, without a successor. */
export function removed(tale = new Tale()): Tale {
  return tale
    .claim({
      kind: 'remove',
      order: { command: 'remove', actor: 'ana', event: 'workflow_dispatch', reason: 'service is gone' },
    })
    .result('forward/preflight', 'observed', { baseline: 'none' })
    .result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old' })
    .result('forward/drain', 'not observed', { silent: 'not observed', until: START })
    .say({ type: 'condemn', credential: 'k-old', why: 'removal' })
    .does('forward/revoke', { id: 'k-old' })
    .result('forward/prove', 'not observed', { refused: 0, control: 0, grade: 'unproven' })
    .does('forward/free', { destroyed: ['7'] })
    .closes('forward', 'unproven');
}

export const UNKNOWN_ID =
  'RK5003 gateway-prod: I do not know the id of the key in use, so I will not revoke anything. Three ways: add whoami; put the id into api_key_id; or write key_id: in rekey.yml.';

/** Adoption of a key whose id nobody knows: waits for a person. */
export function adopting(tale = new Tale()): Tale {
  return tale
    .claim({ kind: 'adopt' })
    .result('forward/preflight', 'observed', { baseline: 'well' })
    .result('forward/claim', 'did', { base: '7', old: 'present' })
    .waits('forward/adopt', 'the id of the key in use is not known', DAY, UNKNOWN_ID)
    .release();
}

/** The first runner dies between create and verify; a second run takes over and continues. */
export function takenOver(tale = new Tale()): Tale {
  return tale
    .claim()
    .result('forward/preflight', 'observed', { baseline: 'well' })
    .result('forward/claim', 'did', { base: '7', old: 'present', oldId: 'k-old' })
    .intent('forward/create', { label: 'rekey-gateway-prod-1a2b3c4d5e' })
    .after(2 * HOUR)
    .claim({ takenFrom: 'n1', owner: owner('98770', 1) })
    .result('forward/create', 'found', {
      id: 'k-new',
      label: 'rekey-gateway-prod-1a2b3c4d5e',
      staged: '1',
    });
}

import { MINUTE, SECOND } from '../../src/domain/tools/time';
import type { FaultPlan } from '../../src/sandbox/faults';
import type { How } from './process';
import { Stage, type StageOptions } from './stage';
import { GATEWAY, VAULT } from './stageSettings';
import type { Scenario } from './trial';

const brief = (options: StageOptions = {}): Stage =>
  new Stage({ ...options, key: { grace: MINUTE, watch: 10 * SECOND, ...options.key } });

interface Story extends Scenario {
  /** How it ends when nothing goes wrong, and after every fault that passes. */
  readonly end: string;
  /** The last call that is worth a fault; left out: all are. */
  readonly upTo?: RegExp;
  /** What nobody can fix: which story this is. */
  readonly beyondUs?: RegExp;
}

export const overlap: Story = { name: 'overlap', end: 'done', make: () => brief().begin() };

/** Lists, revocations, last uses and new keys are seen late. */
export const lagging: Story = {
  name: 'overlap at a vendor that lags',
  end: 'done',
  make: () =>
    brief({
      vendor: {
        lags: { list: 5 * SECOND, revocation: 6 * SECOND, propagation: 3 * SECOND, lastUsed: 10 * SECOND },
      },
      limits: { list_lag: '5s' },
    }).begin(),
};

/**
 * For half an hour something that nobody listed works with the old key, and the vendor's list has many pages. A list that is
 * older than the vendor says cannot be told from the truth.
 */
export const forgotten: Story = {
  name: 'overlap with a script that nobody listed',
  end: 'done',
  beyondUs: /GET vendor \/admin\/keys, stale: script uses/,
  make: async () => {
    const stage = await brief({ vendor: { pageSize: 2 }, key: { grace: 8 * MINUTE } }).begin();
    stage.employ('script', { replicas: 1, batch: 30 * MINUTE });
    stage.service('script').roll();
    return stage;
  },
};

/** A process that is frozen right before its create, and sends it hours later, leaves a key that nobody can tell from others. */
export const unlabelled: Story = {
  name: 'overlap at a vendor without labels',
  end: 'done',
  beyondUs: /POST vendor \/admin\/keys, (stall|very late): orphans: key_\w+ \(\)$/,
  upTo: /PATCH store/,
  make: () => brief({ without: ['labels'], limits: { null_means_never: true } }).begin(),
};

/** The second workload is unhealthy with every key but the old one. */
export const stepBack: Story = {
  name: 'step back',
  end: 'undone',
  make: async () => {
    const stage = await brief().begin();
    const old = stage.served('api_key_id');
    stage.service('billing-service').illWith = (id) => id !== old;
    return stage;
  },
};

/**
 * Somebody still needs the old key, which shows when it is switched off to be watched. A vendor that switches it off minutes
 * after everybody has given up waiting does so unseen; a person is asked anyhow.
 */
export const doubt: Story = {
  name: 'doubt',
  end: 'blocked: RK6005',
  beyondUs: /PATCH vendor .*, very late: left disabled/,
  make: async () => {
    const stage = await brief().begin();
    const [old] = stage.live;
    stage.service('billing-service').illWith = () => old?.disabled !== undefined;
    return stage;
  },
};

const goesBack: How = { request: { rank: 'rollback', undo: 'customers complain' } };

/** Whatever the first process has come to, a person has the next ones go back. One that sleeps through the grace period is done. */
export const rollback: Story = {
  name: 'rollback',
  end: 'undone',
  beyondUs: /, suspended (before|after): done$/,
  how: { patience: 30 * SECOND },
  next: goesBack,
  make: () => brief({ key: { grace: 5 * MINUTE } }).begin(),
};

/** A new key is never accepted in time. */
export const discard: Story = {
  name: 'discard',
  end: 'undone',
  make: () => brief({ vendor: { lags: { propagation: 60 * MINUTE } } }).begin(),
};

const dies = (when: 'before' | 'after', method: string, origin: string): FaultPlan => {
  return (call) => (call.method === method && call.origin === origin ? { kind: 'kill', when } : undefined);
};

/** The first process dies with a promote on its way, and a person has the next one go back. */
export const fencedDiscard: Story = {
  name: 'discard with an open promote',
  end: 'undone',
  how: { faults: dies('before', 'PATCH', VAULT) },
  next: goesBack,
  make: () => brief().begin(),
};

/** The first process dies when the vendor has made a key, before its value is stored. */
export const sweptDiscard: Story = {
  name: 'discard with an open create',
  end: 'undone',
  how: { faults: dies('after', 'POST', GATEWAY) },
  next: goesBack,
  make: () => brief().begin(),
};

export const firstKey: Story = { name: 'first key', end: 'done', make: () => brief().begin({ first: true }) };

export const removal: Story = {
  name: 'removal',
  kind: 'remove',
  end: 'removed',
  // Until the slot is held only the journal knows of the order, and the journal alone ends no key: it has to be asked for again.
  beyondUs: /^call (9|1[0-2]) (?:create|read|GET|POST) .*, (?:kill|stall|cut)(?: before| after)?: undone$/,
  how: { ifDue: true },
  make: () => brief({ key: { usedBy: [] } }).begin(),
};

export const adoption: Story = {
  name: 'adoption',
  kind: 'adopt',
  end: 'adopted',
  make: () => brief().begin({ idBeside: false }),
};

export const rehearsal: Story = {
  name: 'rehearsal',
  kind: 'rehearse',
  end: 'rehearsed',
  // Once the slot is free the value is gone, so whoever continues can no longer see it refused, and does not say rehearsed.
  beyondUs: /gateway\.rekey\.api_key, (?:kill|stall)(?: before| after)?: undone$/,
  make: () => brief().begin(),
};

export type { Story };

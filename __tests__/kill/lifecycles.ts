import type { Outcome } from '../../src/domain/outcomes';
import type { Cloud } from '../../src/sandbox/cloud/cloud';
import { plainKeys, type KeyPlan } from '../../src/sandbox/cloud/keyPlan';
import type { Inputs } from '../../src/sandbox/stage/runners';
import type { World } from './world';

/** One way through the table of the lifecycle, and what must be true at its end however often it was interrupted. */
export interface Lifecycle {
  readonly name: string;
  readonly title: string;
  readonly keys: readonly KeyPlan[];
  /** What is asked for first; later runs are plain ones, as a schedule starts them. */
  readonly order: Inputs;
  readonly outcome: Outcome;
  /** Whether the key that was there before is accepted in the end. */
  readonly old: 'accepted' | 'refused';
  /** A run that is cancelled while consumers fail says so: exit 3. */
  readonly atRisk?: true;
  arrange?(cloud: Cloud): void;
  /** Runs before the first request that counts. */
  prepare?(world: World): Promise<void>;
}

const NAME = 'gateway-prod';
const named = (command: string): Inputs => ({ command, keys: NAME });
const ROTATE: Inputs = { keys: NAME, now: 'true', reason: 'a kill test' };

export const LIFECYCLES: readonly Lifecycle[] = [
  {
    name: 'happy',
    title: 'a key is replaced, the old one dies',
    keys: plainKeys(1),
    order: ROTATE,
    outcome: 'done',
    old: 'refused',
  },
  {
    name: 'adopt',
    title: 'a key that a person made is looked at and recorded',
    keys: plainKeys(1),
    order: {},
    outcome: 'adopted',
    old: 'accepted',
  },
  {
    name: 'stepback',
    title: 'the second service becomes unhealthy with the new key, so the old one comes back',
    keys: plainKeys(1).map((key) => ({ ...key, workloads: ['payment-service', 'payment-archive'] })),
    order: ROTATE,
    outcome: 'undone',
    old: 'accepted',
    atRisk: true,
    arrange(cloud) {
      const old = cloud.placed.get(NAME)?.id;
      cloud.fleet.workload('payment-archive').becomeIllWith((id) => id !== undefined && id !== old);
    },
  },
  {
    name: 'rehearse',
    title: 'a key is made and proved, and ended again; nothing is switched',
    keys: plainKeys(1),
    order: named('rehearse'),
    outcome: 'rehearsed',
    old: 'accepted',
  },
  {
    name: 'remove',
    title: 'a key that nobody uses is ended',
    keys: plainKeys(1).map((key) => ({ ...key, workloads: [] })),
    order: named('remove'),
    outcome: 'removed',
    old: 'refused',
  },
  {
    name: 'rollback',
    title: 'a person takes a rotation back in the middle of its rollout',
    keys: plainKeys(1),
    order: named('rollback'),
    outcome: 'undone',
    old: 'accepted',
    async prepare(world) {
      const rolls = ({ path }: { readonly path: string }): boolean => path.endsWith('/dispatches');
      const job = world.start(ROTATE);
      void world.cloud.tap.next(
        ({ request }) => rolls(request),
        () => void job.process?.cancel(world.pace),
      );
      await job.ended;
    },
  },
];

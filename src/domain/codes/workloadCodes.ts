import { code, type CodeInfo } from '../errorKinds';

/** Deploys and checks. */
export const WORKLOADS = {
  RK6001: code('denied', 'the deploy was refused', 'Add the permission named above.'),
  RK6002: code('refused', 'the deploy failed', 'See the run named above; the old key still works.'),
  RK6003: code('transient', 'the deployer is not reachable', 'The next run continues.'),
  RK6004: code(
    'unknown',
    'the deployer did not answer',
    'Rekey looks for the rollout before it starts another one.',
  ),
  RK6005: code('refused', 'a workload is unhealthy', 'Look at the workload; the old key still works.'),
  RK6006: code(
    'gone',
    'the workload or workflow does not exist, or cannot be started',
    'Correct the name in the config, or the workflow named above.',
  ),
  RK6007: code(
    'transient',
    'the probe saw no data',
    'Find out why the probe has no data; a check without data never passes.',
  ),
  RK6008: code(
    'transient',
    'a workload is unhealthy before the old key is revoked',
    'Find out why; the old key still works, and the rotation continues once all workloads are healthy.',
  ),
} as const satisfies Record<string, CodeInfo>;

import { code, type CodeInfo } from '../errorKinds';

/** Policy, holds and guards. */
export const RULES = {
  RK8001: code('config', 'policy forbids it', 'Wait for the window, or change the policy.'),
  RK8002: code('config', 'the key is on hold', 'Run release when it may continue.'),
  RK8003: code('config', 'the key is blocked', 'Fix the problem named above, then run release.'),
  RK8004: code(
    'refused',
    'a guard refused to revoke a credential',
    'See the reasons above; nothing was revoked.',
  ),
  RK8005: code(
    'transient',
    'the run ended while it watched a disabled key',
    'Nothing to do: the next run disables and watches it again.',
  ),
  RK8006: code('broken', 'a wait took too long', 'See what it waits for, then run release.'),
  RK8007: code(
    'refused',
    'a public record would contain a secret value',
    'Look at what the message names; rotate the value if it may have been exposed elsewhere.',
  ),
} as const satisfies Record<string, CodeInfo>;

import { code, type CodeInfo } from '../errorKinds';

/** Logins and the rights of the job. */
export const IDENTITY = {
  RK3001: code('denied', 'no OIDC token', 'Add "id-token: write" to the permissions of the job.'),
  RK3002: code('denied', 'the identity was refused', 'Compare the role with the claims printed above.'),
  RK3003: code('denied', 'the wrong audience', 'Set the same audience in the config and in the role.'),
  RK3004: code('denied', 'a GitHub permission is missing', 'Add the permission named above to the job.'),
  RK3005: code('transient', 'identity not reachable', 'Nothing was changed; the next run tries again.'),
  RK3006: code(
    'denied',
    'the job runs in the wrong environment',
    'Set "environment:" of the job to the one named above.',
  ),
} as const satisfies Record<string, CodeInfo>;

import { code, type CodeInfo } from '../errorKinds';

/** The store. */
export const STORE = {
  RK4001: code('denied', 'the store refuses access', 'Add the permission named above to the policy.'),
  RK4002: code(
    'gone',
    'the secret or version is not in the store',
    'Check the path; for a first key create the secret with its other fields, or leave it out.',
  ),
  RK4003: code(
    'conflict',
    'the value changed during the rotation',
    'Find out who wrote it; the next run starts from the value that is there now.',
    { changedByOthers: true },
  ),
  RK4004: code(
    'conflict',
    'the staging slot is held by another rotation',
    'Wait for it, or free the slot once you know that rotation is over.',
  ),
  RK4005: code('transient', 'the store is not reachable', 'Nothing is lost; the next run continues.'),
  RK4006: code(
    'broken',
    'the store gave an invalid answer',
    'Check that the address is that of the store, not of a proxy.',
  ),
  RK4007: code(
    'denied',
    'this value may not go there',
    'Add the origin to rekey_origins in the metadata of the secret, or correct the origin in the config.',
  ),
  RK4008: code(
    'broken',
    'the value in the store cannot be a key',
    'Store the key without control characters.',
  ),
  RK4009: code(
    'config',
    'the store drops old versions too early',
    'Raise max_versions or delete_version_after above the grace period.',
  ),
  RK4010: code('unknown', 'the store did not answer', 'Rekey checks what is there before it writes again.'),
  RK4011: code('throttled', 'the store asks us to slow down', 'The next run continues.'),
  RK4012: code(
    'config',
    'the id field does not hold an id',
    'Correct id_field of the key. If the field holds an id that no longer exists, remove the field from the secret.',
  ),
  RK4013: code(
    'gone',
    'the secret was deleted',
    'Undelete it; for a first key delete its metadata, and with it all its versions.',
  ),
} as const satisfies Record<string, CodeInfo>;

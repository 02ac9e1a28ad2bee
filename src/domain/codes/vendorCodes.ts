import { code, type CodeInfo } from '../errorKinds';

/** The vendor. */
export const VENDOR = {
  RK5001: code('denied', 'the vendor refuses the admin key', 'Check the admin key and its rights.'),
  RK5002: code(
    'full',
    'the vendor is at its limit of keys',
    'Delete a key that is no longer needed, then run again.',
  ),
  RK5003: code(
    'config',
    'the id of the key in use is not known',
    'Add whoami to the vendor, store the id next to the value, or set key_id: in the config.',
  ),
  RK5004: code('gone', 'the vendor does not know this id', 'Check the id at the vendor.'),
  RK5005: code(
    'broken',
    'the vendor gave an invalid answer',
    'Compare the description of the vendor with its documentation.',
  ),
  RK5006: code('transient', 'the vendor is not reachable', 'Nothing is lost; the next run continues.'),
  RK5007: code(
    'unknown',
    'the vendor did not answer',
    'Rekey checks at the vendor what happened before it does anything else.',
  ),
  RK5008: code('throttled', 'the vendor asks us to slow down', 'The next run continues.'),
  RK5009: code(
    'refused',
    'the new key is not new',
    'Check the create request: it must return a key that did not exist before.',
  ),
  RK5010: code(
    'refused',
    'the vendor refuses the new key',
    'Check the verify request, and how long a new key takes to become usable.',
  ),
  RK5011: code(
    'refused',
    'the vendor refuses the key in use',
    'Check key_header and verify of the vendor. If they are right, consumers may already be failing: look at the vendor now.',
  ),
  RK5012: code('broken', 'the id belongs to another key', 'The old key was enabled again; correct the id.'),
  RK5013: code(
    'broken',
    'the revoked key is still accepted',
    'Revoke it by hand, and check how long this vendor takes to apply a revocation.',
  ),
  RK5014: code(
    'broken',
    'what should be the id of a key is not an id',
    'Correct the pointer to the id, id_field or key_id.',
  ),
  RK5015: code(
    'refused',
    "the vendor's list lacks the key in use",
    'Describe next: under list:, raise max_pages, or remove a filter; then run doctor.',
  ),
  RK5016: code('refused', 'the vendor refuses the previous key', 'The new key stays current.'),
} as const satisfies Record<string, CodeInfo>;

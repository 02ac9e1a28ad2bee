import { code, type CodeInfo } from '../errorKinds';

/** The network, and bugs. */
export const NETWORK = {
  RK9001: code('transient', 'no connection', 'Check address, DNS and firewall.'),
  RK9002: code('unknown', 'no answer', 'Rekey checks what happened before it repeats anything.'),
  RK9003: code('broken', 'redirect refused', 'Use the final address in the config.'),
  RK9004: code('broken', 'the answer is too large', 'Check that the address is the API and not a web page.'),
  RK9005: code('broken', 'the answer is not JSON', 'Check that the address is the API and not a web page.'),
  RK9006: code(
    'denied',
    'this address is not allowed',
    'Use https and a public host name. A host with a private address must be listed in allow_private_hosts, as a name without scheme or port.',
  ),
  RK9007: code('throttled', 'too many requests', 'The next run continues.'),
  RK9008: code('denied', 'access refused', 'Check the rights of the credential.'),
  RK9009: code('gone', 'not found', 'Check the address.'),
  RK9010: code('transient', 'the server has an error', 'The next run tries again.'),
  RK9011: code(
    'broken',
    'an answer that Rekey does not understand',
    'Compare it with the documentation of the API.',
  ),
  RK9012: code('conflict', 'the server reports a conflict', 'Check what is there now.'),
  RK9013: code(
    'denied',
    'the certificate is not trusted',
    'Check the address; for a private authority set NODE_EXTRA_CA_CERTS on the step.',
  ),
  RK9014: code(
    'transient',
    'too late to be sent',
    'Nothing was sent: what had to be read first took too long. Rekey tries again by itself.',
  ),
  RK9900: code(
    'broken',
    'a bug in Rekey',
    'Please report it with the link to the run; nothing more was done.',
  ),
} as const satisfies Record<string, CodeInfo>;

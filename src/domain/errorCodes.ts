/**
 * The kind alone decides what the engine does:
 * config, denied: stop and say so · broken: an answer that is not understood, stop and say so unless it passes soon · throttled, transient: try again later · unknown: look before anything else ·
 * full: the vendor's limit, wait for a person · conflict: somebody else moved it · gone: it is not there · refused: a verdict, such as that the credential is not accepted.
 */
export type Kind =
  | 'config'
  | 'denied'
  | 'throttled'
  | 'transient'
  | 'unknown'
  | 'full'
  | 'conflict'
  | 'gone'
  | 'broken'
  | 'refused';

interface Entry {
  readonly kind: Kind;
  readonly title: string;
  readonly next: string;
}

const code = (kind: Kind, title: string, next: string): Entry => ({ kind, title, next });

/** Every code there is. 1 inputs · 2 config · 3 identity · 4 store · 5 vendor · 6 workloads · 7 journal and claims · 8 policy · 9 network and bugs. */
export const CODES = {
  RK1001: code('config', 'unknown command', 'Use one that --help lists, such as rotate, plan or doctor.'),
  RK1002: code('config', 'input is wrong', 'Correct the input or argument that is named.'),
  RK1003: code('config', 'inputs contradict each other', 'Leave one of them out.'),
  RK1004: code(
    'config',
    'too much for one run',
    'Repeat the names in the input confirm, or select fewer keys.',
  ),
  RK1005: code(
    'config',
    'this event or ref may not run Rekey',
    'Run it on the default branch, by schedule or workflow_dispatch.',
  ),
  RK1006: code('config', 'selector matches nothing', 'Correct the selector; plan lists the keys there are.'),
  RK1007: code('config', 'Node is too old', 'Use Node 20 or newer, for example with actions/setup-node.'),
  RK1008: code(
    'config',
    'an input holds a value of a key',
    'Take the key out of the input; it is in the run for ever, so rotate it.',
  ),
  RK2001: code('config', 'config is not YAML', 'Correct the line that is named.'),
  RK2002: code(
    'config',
    'config does not fit the schema',
    'Correct the line that is named; docs and schema list what is allowed.',
  ),
  RK2003: code('config', 'unknown word in the config', 'Correct or remove it.'),
  RK2004: code(
    'config',
    'reference to something that does not exist',
    'Correct the name, or add what it names.',
  ),
  RK2005: code('config', 'settings contradict each other', 'Change one of them.'),
  RK2006: code('config', 'a word of another tool', 'Use the word that is given.'),
  RK2007: code(
    'config',
    'config not found',
    'Add the file (for a workflow: to the default branch); doctor prints one to paste.',
  ),
  RK2008: code('config', 'one vendor key behind two entries', 'Keep one entry.'),
  RK2009: code('config', 'unknown adapter', 'Use one of the adapters that the README lists.'),
  RK3001: code('denied', 'no OIDC token', 'Add "id-token: write" to the permissions of the job.'),
  RK3002: code('denied', 'the identity was refused', 'Compare the role with the claims that are printed.'),
  RK3003: code('denied', 'the wrong audience', 'Set the same audience in the config and in the role.'),
  RK3004: code('denied', 'a GitHub permission is missing', 'Add the permission that is named to the job.'),
  RK3005: code('transient', 'identity not reachable', 'Nothing was changed; the next run tries again.'),
  RK3006: code(
    'denied',
    'the job runs in the wrong environment',
    'Set "environment:" of the job to the one that is named.',
  ),
  RK4001: code('denied', 'the store refuses access', 'Add the permission that is named to the policy.'),
  RK4002: code(
    'gone',
    'the secret or version is not in the store',
    'Check the path; for a first key create the secret with its other fields, or leave it out.',
  ),
  RK4003: code(
    'conflict',
    'the value changed under us',
    'See who wrote it; the next run begins from the value that is there now.',
  ),
  RK4004: code(
    'conflict',
    'the staging slot is held by another rotation',
    'Wait for it, or free it when it is known to be over.',
  ),
  RK4005: code('transient', 'the store is not reachable', 'Nothing is lost; the next run goes on.'),
  RK4006: code(
    'broken',
    'the store answered what it must not',
    'Check that the address is the store and not a proxy.',
  ),
  RK4007: code(
    'denied',
    'this value may not go there',
    'Add the origin to rekey_origins in the metadata of the secret, or correct the origin in the config.',
  ),
  RK4008: code(
    'broken',
    'the value in the store cannot be a key',
    'Put the key into the field without control characters.',
  ),
  RK4009: code(
    'config',
    'the store forgets versions too early',
    'Raise max_versions or delete_version_after above the grace period.',
  ),
  RK4010: code('unknown', 'the store did not answer', 'Rekey looks before it writes again.'),
  RK4011: code('throttled', 'the store asks us to slow down', 'The next run goes on.'),
  RK4012: code(
    'config',
    'the id field holds something that is no id',
    'Correct id_field of the key. When the field holds an id that is gone, take the field out of the secret.',
  ),
  RK5001: code('denied', 'the vendor refuses the admin key', 'Check the admin key and its rights.'),
  RK5002: code(
    'full',
    'the vendor is at its limit of keys',
    'Delete a key that nobody needs, then run again.',
  ),
  RK5003: code(
    'config',
    'the id of the key in use is not known',
    'Add whoami to the vendor, or put the id beside the value, or write key_id: in the config.',
  ),
  RK5004: code('gone', 'the vendor does not know this id', 'Check the id at the vendor.'),
  RK5005: code(
    'broken',
    'the vendor answered what it must not',
    'Compare the description of the vendor with its documentation.',
  ),
  RK5006: code('transient', 'the vendor is not reachable', 'Nothing is lost; the next run goes on.'),
  RK5007: code(
    'unknown',
    'the vendor did not answer',
    'Rekey looks at the vendor before it does anything else.',
  ),
  RK5008: code('throttled', 'the vendor asks us to slow down', 'The next run goes on.'),
  RK5009: code(
    'refused',
    'the new key is not new',
    'Check the create request: it must answer with a key that did not exist before.',
  ),
  RK5010: code(
    'refused',
    'the vendor refuses the new key',
    'Check the verify request and how long a new key takes to work.',
  ),
  RK5011: code(
    'refused',
    'the vendor refuses the key in use',
    'Consumers may be failing already; look at the vendor now.',
  ),
  RK5012: code('broken', 'the id belongs to another key', 'The old key was enabled again; correct the id.'),
  RK5013: code(
    'broken',
    'the revoked key is still accepted',
    'Revoke it by hand and look at the propagation time of the vendor.',
  ),
  RK5014: code(
    'broken',
    'what was given for the id of a key is none',
    'Correct the pointer to the id, id_field or key_id.',
  ),
  RK6001: code('denied', 'the deploy was refused', 'Add the permission that is named.'),
  RK6002: code('refused', 'the deploy failed', 'See the run that is named; the old key still works.'),
  RK6003: code('transient', 'the deployer is not reachable', 'The next run goes on.'),
  RK6004: code(
    'unknown',
    'the deployer did not answer',
    'Rekey looks for the rollout before it starts another.',
  ),
  RK6005: code('refused', 'a workload is unhealthy', 'Look at the workload; the old key still works.'),
  RK6006: code('gone', 'the workload or workflow does not exist', 'Correct the name in the config.'),
  RK6007: code('transient', 'the probe saw no data', 'See why the probe has no data; no data never passes.'),
  RK6008: code(
    'transient',
    'a workload is unwell before the old key dies',
    'See why it is unwell; the old key still works, and the rotation goes on once all are well.',
  ),
  RK7001: code(
    'broken',
    'the journal is missing',
    'First run: doctor with init (on a laptop: doctor --init). Otherwise restore the journal; nothing was changed.',
  ),
  RK7002: code(
    'broken',
    'the journal is cut or unreadable',
    'Restore it from its history; nothing was changed.',
  ),
  RK7003: code('broken', 'the journal was rewound', 'Restore the newer commit; nothing was changed.'),
  RK7004: code(
    'config',
    'the journal is newer than this release',
    'Use the release that wrote it, or a newer one.',
  ),
  RK7005: code(
    'conflict',
    'another run, or a hold, came in between',
    'Nothing to do here: the five lines say who it was and what follows.',
  ),
  RK7006: code(
    'conflict',
    'another run is at work on this key',
    'Wait for it, or take the key over with a higher rank.',
  ),
  RK7007: code(
    'transient',
    'the journal is not reachable',
    'Nothing was done without it; the next run goes on.',
  ),
  RK7008: code(
    'refused',
    'journal, store and vendor tell different stories',
    'Look at the three that are named; nothing was revoked.',
  ),
  RK7009: code(
    'broken',
    'evidence and journal differ',
    'See the first difference; trust the journal at the commit on the ticket.',
  ),
  RK7010: code(
    'config',
    'no such rotation',
    'Take its id from the ticket or from the evidence; plan names the one that is open.',
  ),
  RK7011: code(
    'config',
    'the journal would be public',
    'Use a journal in a private repository, or say public_journal: true in the config.',
  ),
  RK7012: code('unknown', 'the journal did not answer', 'Rekey looks for its own facts before it goes on.'),
  RK7013: code(
    'full',
    'a file of the journal would be too large',
    'Finish or abandon the rotation that is named; its facts are kept.',
  ),
  RK7014: code(
    'config',
    'no rotation is open',
    'Nothing to do: plan shows where the key stands. A rotation that has ended is not taken back; rotate makes a new key.',
  ),
  RK7015: code(
    'config',
    'the rotation is not blocked',
    'Wait for it; rollback takes it back, hold stops it. Only what waits for a person is given up.',
  ),
  RK8001: code('config', 'policy forbids it', 'Wait for the window, or change the policy.'),
  RK8002: code('config', 'the key is on hold', 'Run the command release when it may go on.'),
  RK8003: code('config', 'the key is blocked', 'Mend what is named, then run release.'),
  RK8004: code('refused', 'a guard refused to kill a credential', 'See the reasons; nothing was revoked.'),
  RK8005: code(
    'transient',
    'the run ended while a disabled key was watched',
    'Nothing to do: the next run disables and watches it again.',
  ),
  RK8006: code('broken', 'a wait has lasted too long', 'See what it waits for, then run release.'),
  RK8007: code(
    'refused',
    'a record for everybody would hold a secret value',
    'Look at what the message names; replace the value if it may have been seen elsewhere.',
  ),
  RK9001: code('transient', 'no connection', 'Check address, DNS and firewall.'),
  RK9002: code('unknown', 'no answer', 'Rekey looks before it repeats anything.'),
  RK9003: code('broken', 'redirect refused', 'Put the final address into the config.'),
  RK9004: code('broken', 'the answer is too large', 'Check that the address is the API and not a web page.'),
  RK9005: code('broken', 'the answer is not JSON', 'Check that the address is the API and not a web page.'),
  RK9006: code(
    'denied',
    'this address is not allowed',
    'Use https and a public host name. A host with a private address must stand in allow_private_hosts, as a name without scheme and port.',
  ),
  RK9007: code('throttled', 'too many requests', 'The next run goes on.'),
  RK9008: code('denied', 'access refused', 'Check the rights of the credential.'),
  RK9009: code('gone', 'not found', 'Check the address.'),
  RK9010: code('transient', 'the server has a fault', 'The next run tries again.'),
  RK9011: code('broken', 'an answer that is not understood', 'Compare with the documentation of the API.'),
  RK9012: code('conflict', 'the server says conflict', 'Look at what is there now.'),
  RK9013: code(
    'denied',
    'the certificate is not trusted',
    'Check the address; for a private authority set NODE_EXTRA_CA_CERTS on the step.',
  ),
  RK9014: code(
    'transient',
    'too late to be sent',
    'Nothing was sent: what had to be read before took too long. The next try follows by itself.',
  ),
  RK9900: code('broken', 'a bug in Rekey', 'Please report it with the run; nothing further was done.'),
} as const satisfies Record<string, Entry>;

export type Code = keyof typeof CODES;

import type { Config, KeyConfig } from '../../domain/config';
import { RekeyError } from '../../domain/errors';
import type { Composition } from '../compose';
import { look, type Finding } from './finding';
import { checkKey } from './keys';
import { checkWorkloads } from './workloads';

export interface Asked {
  /** Names of keys; undefined: all. */
  readonly selected: ReadonlySet<string> | undefined;
  /** Whether the journal knows this key. */
  readonly isKnown: (key: KeyConfig) => boolean;
}

/** Logs in everywhere, reads everything that a rotation would read, changes nothing. */
export async function checkParts(
  config: Config,
  parts: Composition,
  { selected, isKnown }: Asked,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const name of Object.keys(config.identities)) {
    const right = await look(`identity ${name}`, () => login(parts, name));
    const wrong = (): Promise<string> =>
      right.ok ? mustRefuse(parts, name) : Promise.resolve('not tried: the right audience is refused too');
    findings.push(right, await look(`identity ${name}, asked with a wrong audience`, wrong));
  }
  if (config.ticket) findings.push(await look('ticket', () => ticketIsOn(parts)));
  const keys = Object.values(config.keys).filter(({ name }) => selected?.has(name) ?? true);
  for (const key of keys) findings.push(...(await checkKey(key, parts, isKnown(key))));
  for (const name of new Set(keys.map(({ vendor }) => vendor)))
    findings.push(await look(`vendor ${name}, create and revoke`, () => Promise.resolve(UNTRIED)));
  return [...findings, ...(await checkWorkloads(config, keys, parts))];
}

const UNTRIED =
  'not tried: only rehearse or a rotation makes and ends a key; until then nobody knows that these calls, and the pointers to id and value of a new key, fit';

async function login(parts: Composition, name: string): Promise<string> {
  const identity = await parts.identity(name);
  const session = await identity.session();
  return `logged in at ${session.origin} as ${identity.subject()['sub'] ?? 'a laptop'}, until ${session.expires}`;
}

async function ticketIsOn(parts: Composition): Promise<string> {
  const ticket = await parts.ticket();
  if (!ticket?.mustBeOn) return 'not tried';
  await ticket.mustBeOn();
  return 'tickets are switched on';
}

/** A role that takes any audience takes tokens that were made for somebody else. */
async function mustRefuse(parts: Composition, name: string): Promise<string> {
  try {
    const identity = await parts.wrongAudience(name);
    if (!identity) return 'not tried: no token is made for an audience here';
    await identity.session();
  } catch (thrown) {
    if (thrown instanceof RekeyError && thrown.kind === 'denied') return 'refused, as it must be';
    throw thrown;
  }
  throw new RekeyError(
    'RK3003',
    `The role behind ${name} accepts a token that was made for another audience.`,
    {
      next: 'Set bound_audiences of the role to exactly the audience of the config.',
    },
  );
}

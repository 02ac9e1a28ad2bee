import type { Config, KeyConfig } from '../../domain/config';
import { bindParts } from '../../domain/credential';
import type { Store } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import { sentenceList } from '../../domain/text';
import { idBeside, mustBeId, toldId } from '../../lifecycle/idRule';
import { isIn, notListed } from '../../lifecycle/inList';
import { mustBeSendable } from '../../lifecycle/sendable';
import { mustOutlive } from '../../lifecycle/retention';
import { mustBeMeant } from '../../lifecycle/meant';
import type { Composition } from '../compose';
import { look, type Finding } from './finding';

/** Logs in everywhere, reads everything that a rotation would read, changes nothing. */
export async function checkParts(
  config: Config,
  parts: Composition,
  selected: ReadonlySet<string> | undefined,
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
  for (const key of keys) findings.push(...(await checkKey(key, parts)));
  return findings;
}

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

async function checkKey(key: KeyConfig, parts: Composition): Promise<readonly Finding[]> {
  return [
    await look(`${key.name}, store`, () => readStore(key, parts)),
    await look(`${key.name}, vendor`, () => askVendor(key, parts)),
    ...(await checkWorkloads(key, parts)),
  ];
}

async function readStore(key: KeyConfig, parts: Composition): Promise<string> {
  const store = await parts.store(key.store);
  const current = await store.current(key.secret);
  if (!current.parts) await mustBeMeant(key, store);
  else mustBeSendable(key.secret, current.parts);
  const history = await store.history(key.secret);
  mustOutlive(key.secret.path, history, { grace: key.grace, drainLimit: key.drainLimit });
  const rights = await mayWrite(store, key, current.version);
  const { versions } = history;
  const holder = (await store.slot(key.secret))?.reservation.rotation;
  const held = holder === undefined ? '' : `; its staging slot is held by rotation ${holder}`;
  const kept = versions === undefined ? '' : `, keeps ${String(versions)} versions`;
  return `${key.secret.path} has ${current.parts ? 'a key' : 'no key yet'} in version ${current.version}${kept}${held}; ${rights}`;
}

/** A rotation that is refused its first write has held everybody up for nothing. */
async function mayWrite(store: Store, { secret }: KeyConfig, version: string): Promise<string> {
  const lacking = await store.lackingRights?.(secret, version);
  if (!lacking) return 'rights to write not tried';
  if (lacking.length === 0) return 'it may be written';
  throw new RekeyError('RK4001', `The session may not do all that a rotation of ${secret.path} does.`, {
    next: `Add to the policy of the role: ${lacking.join(' · ')}`,
  });
}

async function askVendor(key: KeyConfig, parts: Composition): Promise<string> {
  const [vendor, store] = await Promise.all([parts.vendor(key.vendor), parts.store(key.store)]);
  const current = await store.current(key.secret);
  const allowed = current.allowedOrigins;
  const refused = allowed === undefined ? [] : vendor.origins.filter((origin) => !allowed.includes(origin));
  if (refused.length > 0)
    throw new RekeyError(
      'RK4007',
      `${key.secret.path} does not allow its value to be sent to ${sentenceList(refused)}.`,
    );
  const { credentials, complete } = await vendor.list();
  const listed = `${String(credentials.length)} keys${complete ? '' : ' and more'}`;
  if (!current.parts) return `${listed}; a first key would be made`;
  const values = bindParts(current.parts, vendor.origins);
  const verdict = await vendor.verify(values);
  if (verdict.answer !== 'accepted')
    throw new RekeyError('RK5011', `The vendor does not accept the key in ${key.secret.path}.`);
  const know = {
    entry: key,
    vendor,
    values: parts.values,
    currentId: undefined,
    learnSecrets: () => parts.learnSecrets(key.vendor),
    isListed: (id: string) => Promise.resolve(credentials.some((one) => one.id === id)),
    heldByOthers: (text: string) => Promise.resolve(current.heldByOthers?.(text) === true),
  };
  if (key.keyId !== undefined) await mustBeId(know, key.keyId, 'key_id', values);
  const told = await toldId(know, values);
  const id = (await idBeside(know, current, told)) ?? told ?? key.keyId;
  if (id === undefined) {
    throw new RekeyError(
      'RK5003',
      `${key.name}: nobody can tell the id of the key in use, so the first rotation would leave it alive.`,
    );
  }
  if (!isIn({ credentials }, id)) throw notListed(key.name, id);
  return `${listed}; the key in use is ${id} and is accepted`;
}

async function checkWorkloads(key: KeyConfig, parts: Composition): Promise<readonly Finding[]> {
  const subject = await parts.subject(key, '', key.usedBy, new Set());
  return Promise.all(
    [...subject.workloads.values()].map((workload) =>
      look(`${key.name}, workload ${workload.name}`, async () => {
        const readings = await Promise.all(workload.probes.map((probe) => probe.check()));
        const bad = readings.find(({ verdict }) => verdict !== 'pass');
        if (bad) throw new RekeyError('RK6005', `${workload.name} is not healthy: ${bad.sentence}.`);
        return readings.map(({ sentence }) => sentence).join('; ') || 'no check is configured';
      }),
    ),
  );
}

import type { KeyConfig } from '../../domain/config';
import { bindParts } from '../../domain/credential';
import type { Current, Store } from '../../domain/contracts/store';
import type { Vendor } from '../../domain/contracts/vendor';
import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/tools/text';
import { instant } from '../../domain/tools/time';
import { mustBeAllowed } from '../../domain/travel';
import { idBeside, mustBeId, toldId } from '../../lifecycle/idRule';
import { isIn, notListed } from '../../lifecycle/inList';
import { mustBeSendable } from '../../lifecycle/sendable';
import { mustOutlive } from '../../lifecycle/retention';
import { mustBeMeant } from '../../lifecycle/meant';
import type { Composition } from '../compose';
import { look, type Finding, type Seen } from './finding';

/** What a rotation of one key would read of store and vendor. */
export async function checkKey(
  key: KeyConfig,
  parts: Composition,
  isKnown: boolean,
): Promise<readonly Finding[]> {
  const of = (what: string) =>
    ({ kind: 'keys', name: key.name, what, own: [key.secret.path, key.name] }) as const;
  return [
    await look(`${key.name}, store`, () => readStore(key, parts, isKnown), of('store')),
    await look(`${key.name}, vendor`, () => askVendor(key, parts, isKnown), of('vendor')),
  ];
}

/** Before a first key its secret need not be there; one whose key the journal knows must be. */
async function currentOf({ secret }: KeyConfig, store: Store, isKnown: boolean): Promise<Current> {
  try {
    return await store.current(secret);
  } catch (thrown) {
    if (isKnown || !(thrown instanceof RekeyError) || thrown.code !== 'RK4002') throw thrown;
    return { version: '0', created: instant(0) };
  }
}

async function readStore(key: KeyConfig, parts: Composition, isKnown: boolean): Promise<Seen> {
  const store = await parts.store(key.store);
  const current = await currentOf(key, store, isKnown);
  if (!current.parts) await mustBeMeant(key, store);
  else mustBeSendable(key.secret, current.parts);
  const history = await store.history(key.secret);
  const { keeps } = store.capabilities;
  mustOutlive(key.secret.path, history, keeps, { grace: key.grace, drainLimit: key.drainLimit });
  const rights = await mayWrite(store, key, current.version);
  const { versions } = history;
  const holder = (await store.slot(key.secret))?.reservation.rotation;
  const held = holder === undefined ? '' : `; its staging slot is held by rotation ${holder}`;
  const kept = versions === undefined ? '' : `, keeps ${versions} versions`;
  if (current.version === '0') return notThere(key, rights);
  const has = current.parts ? 'a key' : 'no key yet';
  return {
    says: `${key.secret.path} has ${has} in version ${current.version}${kept}${held}; ${rights}`,
    alike: `the secret has ${has}${kept}${held}; ${rights}`,
  };
}

/** A legal start, and just as well a path with a mistake in it. */
function notThere({ name, secret: { path } }: KeyConfig, rights: string): Seen {
  const next = `right before a first key, which rotate with keys: ${name} and now makes; if a key is in use already, correct the path`;
  return {
    says: `not tried: ${path} is not in the store (${next}); ${rights}`,
    alike: `not tried: the secret is not in the store (${next}); ${rights}`,
  };
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

async function askVendor(key: KeyConfig, parts: Composition, isKnown: boolean): Promise<Seen> {
  const [vendor, store] = await Promise.all([parts.vendor(key.vendor), parts.store(key.store)]);
  const current = await currentOf(key, store, isKnown);
  mustBeAllowed(key.secret.path, vendor.origins, current.allowedOrigins);
  const { credentials, complete } = await vendor.list();
  const listed = `${credentials.length} keys${complete ? '' : ' and more'}`;
  if (!current.parts) return `${listed}; a first key would be made`;
  const values = bindParts(current.parts, vendor.origins);
  const verdict = await vendor.verify(values);
  if (verdict.answer === 'unknown')
    throw new RekeyError(
      'RK5006',
      `The vendor does not say whether it accepts the key in ${key.secret.path}: ${verdict.why}.`,
      { next: `Compare verify of vendors.${key.vendor} (accepted, refused) with what the vendor answers.` },
    );
  if (verdict.answer === 'refused')
    throw new RekeyError(
      'RK5011',
      `The vendor does not accept the key in ${key.secret.path}: status ${verdict.status}.`,
      {
        next: `Check the value, and how it is sent: key_header and verify of vendors.${key.vendor}. Where both are right consumers may be failing already; look at the vendor now.`,
      },
    );
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
  const beside = await idBeside(know, current, told);
  mustTell(key, vendor, told, beside ?? key.keyId);
  const id = beside ?? told ?? key.keyId;
  if (id === undefined) {
    throw new RekeyError(
      'RK5003',
      `${key.name}: nobody can tell the id of the key in use, so the first rotation would leave it alive.`,
    );
  }
  if (!isIn({ credentials }, id)) throw notListed(key.name, id);
  return {
    says: `${listed}; the key in use is ${id} and is accepted`,
    alike: `${listed}; the key in use is among them and is accepted`,
  };
}

/** A vendor that is described as one that tells must tell, and the same as is known otherwise: later it decides which key dies. */
function mustTell(
  key: KeyConfig,
  { capabilities }: Vendor,
  told: string | undefined,
  known: string | undefined,
): void {
  // No piece of a key of another form is its id, and then it is known otherwise.
  if (told === undefined && known !== undefined && capabilities.idInValue === true) return;
  if (!capabilities.identify || (told !== undefined && (known === undefined || known === told))) return;
  const is = told === undefined ? 'gives no id for it' : `says that it is ${codeSpan(told)}`;
  const other = known === undefined ? '' : `, and the id beside the value or in key_id is ${codeSpan(known)}`;
  throw new RekeyError(
    'RK5003',
    `${key.name}: asked who the key in use is, the vendor ${key.vendor} ${is}${other}.`,
    {
      next: `Compare how the id is found (whoami, id_in_value or id_part of vendors.${key.vendor}) with an answer of the vendor; ${known === undefined ? 'or put the id beside the value.' : 'if the vendor is right, correct the id beside the value.'}`,
    },
  );
}

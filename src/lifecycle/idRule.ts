import type { Current } from '../domain/contracts/store';
import type { Vendor } from '../domain/contracts/vendor';
import type { Parts } from '../domain/credential';
import type { KeyConfig } from '../domain/config';
import { RekeyError } from '../domain/errors';
import type { Values } from '../domain/ports';
import { isIdLike } from '../domain/tools/publicId';
import { SecretValue } from '../domain/secret';
import { codeSpan } from '../domain/tools/text';

/** Whom the rule asks about an id. */
export interface Knowing {
  readonly entry: KeyConfig;
  readonly vendor: Vendor;
  readonly values: Values;
  /** What the journal held for current before: public since then. */
  readonly currentId: string | undefined;
  /** Makes the admin key known. */
  readonly learnSecrets: () => Promise<void>;
  readonly isListed: (id: string) => Promise<boolean>;
  /** Whether a field of the secret that is none of ours holds exactly this text. */
  readonly heldByOthers: (text: string) => Promise<boolean>;
}

/**
 * Where ids of keys come in. An id is public from then on, so it is taken only when it looks like one (`domain/publicId.ts`), is no
 * value that Rekey knows, and the vendor knows it. RK5014, without the text.
 * @param what who says that this is the id, for the message
 */
export async function mustBeId(know: Knowing, id: string, what: string, parts?: Parts): Promise<void> {
  const wrong = await whyNot(know, id, parts);
  if (wrong === undefined) return;
  hide(id);
  throw new RekeyError('RK5014', `${know.entry.name}: ${what} ${wrong}. It was neither shown nor sent.`);
}

/** What the vendor says that the id of the key in use is. A piece of the value is an id only when the vendor lists it. */
export async function toldId(know: Knowing, parts: Parts): Promise<string | undefined> {
  const told = await know.vendor.identify(parts);
  if (told === undefined) return undefined;
  if (know.vendor.capabilities.idInValue === true && !(await know.isListed(told))) return undefined;
  await mustBeId(know, told, 'what the vendor calls the id of the key in use', parts);
  return told;
}

/**
 * The id that the secret itself holds beside the value; undefined: none. A wrong `id_field` may point at a password, so the vendor must
 * have told the same id, list it, or the journal must have held it for current before. RK4012, without the text: an id that is
 * written later would destroy what stands there.
 * @param told what the vendor says of the value
 */
export async function idBeside(
  know: Knowing,
  { beside, parts }: Current,
  told: string | undefined,
): Promise<string | undefined> {
  if (beside === undefined) return undefined;
  if (beside !== null && isIdLike(beside)) {
    const isKnown = beside === told || beside === know.currentId || (await know.isListed(beside));
    if (isKnown && (await whyNot(know, beside, parts)) === undefined) return beside;
  }
  if (beside !== null) hide(beside);
  const { name, secret, vendor } = know.entry;
  throw new RekeyError(
    'RK4012',
    `${name}: the field ${codeSpan(secret.idField)} of ${codeSpan(secret.path)} is to hold the id of the key, but what stands there is no id that ${vendor} knows. It was neither shown nor sent, and nothing was changed.`,
  );
}

async function whyNot(know: Knowing, id: string, parts: Parts | undefined): Promise<string | undefined> {
  if (!isIdLike(id)) return 'cannot be an id';
  await know.learnSecrets();
  const { idPart } = know.vendor.capabilities;
  // Where it is the only part it is the secret.
  const isOwnPart =
    idPart !== undefined && Object.keys(parts ?? {}).length > 1 && parts?.[idPart]?.isText(id) === true;
  if (isOwnPart && (await know.isListed(id))) know.values.show(id);
  if (know.values.redact(id) !== id) return 'is, or holds, a secret value';
  // A copy of the id that somebody keeps in another field is one that the vendor lists.
  if ((await know.heldByOthers(id)) && !(await know.isListed(id)))
    return 'stands in another field of the secret, and the vendor does not list it';
  return undefined;
}

/** Masked from here on, wherever it may stand. */
function hide(text: string): void {
  SecretValue.of(text, []);
}

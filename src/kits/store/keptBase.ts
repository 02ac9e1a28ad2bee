import type { SecretRef, StoredVersion } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { SecretJson } from '../../domain/secretJson';
import { codeSpan } from '../../domain/tools/text';
import { partsOf } from './fields';
import { heldNote, partsIn, slotPath, type Data, type Note, type Slots } from './slotNote';
import type { Version } from './versions';

const fieldOf = (part: string): string => `base_${part}`;

/**
 * A store that forgets what it served cannot step back, nor prove that the old value is dead. So whoever takes the slot puts a copy of our
 * fields in there, as long as they are what the rotation is about; whoever confirms it keeps the copy.
 * @param wanted the version that is to be replaced; undefined: the rotation replaces nothing
 * @throws RK4003 when another version is served by now
 */
export async function copyOfBase(
  { secrets, promises }: Slots,
  ref: SecretRef,
  wanted: string | undefined,
  slot: Version,
  held: Note | undefined,
): Promise<{ readonly base?: Note['base']; readonly copy: Data }> {
  if (promises.keeps === 'versions' || wanted === undefined || wanted === '0') return { copy: {} };
  if (held?.base) return { base: held.base, copy: copyIn(slot, ref, held) };
  const now = await secrets.read(ref.path);
  if (String(now.version) !== wanted)
    throw new RekeyError(
      'RK4003',
      `${codeSpan(ref.path)}: version ${codeSpan(wanted)} is not served any more.`,
    );
  const parts = now.content && partsOf(now.content, ref);
  if (!now.content || now.created === undefined) return { copy: {} };
  const { version, created } = now;
  if (!parts) return { base: { version, created, absent: true }, copy: {} };
  const id = now.content.id(ref.idField);
  return { base: { version, created, ...(id !== undefined && { id }) }, copy: copied(parts) };
}

/** The copy as it stands in the slot. */
export function copyIn({ content }: Version, ref: SecretRef, { base }: Note): Data {
  return content && base && !base.absent ? copied(partsIn(content, ref, fieldOf)) : {};
}

const copied = (parts: Readonly<Record<string, SecretJson>>): Data =>
  Object.fromEntries(Object.entries(parts).map(([part, value]) => [fieldOf(part), value]));

/** The copy of this version, while the slot is held. */
export async function keptBase(
  { secrets, promises }: Slots,
  ref: SecretRef,
  version: number,
): Promise<StoredVersion | undefined> {
  if (promises.keeps === 'versions' || version === 0) return undefined;
  const slot = await secrets.read(slotPath(ref));
  const base = heldNote(slot, ref)?.base;
  if (!slot.content || base?.version !== version) return undefined;
  const { created, id } = base;
  if (base.absent) return { version: String(version), created };
  const parts = partsIn(slot.content, ref, fieldOf);
  return { version: String(version), created, parts, ...(id !== undefined && { id }) };
}

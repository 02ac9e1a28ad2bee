import type { KeyConfig } from '../domain/config';
import type { PartKinds } from '../domain/descriptor';
import type { Problems } from './problems';
import { quoted, unknown } from './suggest';

/**
 * What a vendor makes must have a place in the store, and what an entry keeps must be made. Seen here it costs nothing; seen at the
 * switch a key has been made for it.
 */
export function checkParts(
  keys: readonly KeyConfig[],
  vendors: ReadonlyMap<string, PartKinds>,
  problems: Problems,
): void {
  for (const { name, vendor, secret } of keys) {
    const parts = vendors.get(vendor);
    if (!parts) continue;
    const made = Object.keys(parts);
    const kept = Object.keys(secret.fields);
    const stray = kept.filter((part) => !made.includes(part));
    const lost = made.filter((part) => parts[part] === 'secret' && !kept.includes(part));
    if (stray.length + lost.length === 0) continue;
    const path = ['keys', name, 'secret'];
    problems.add('RK2005', path, complaint(vendor, made, stray, lost), advice(made));
  }
}

function complaint(
  vendor: string,
  made: readonly string[],
  stray: readonly string[],
  lost: readonly string[],
): string {
  const says = `each key of ${quoted(vendor)} is made of ${listed(made)}`;
  const kept = lost.length > 0 ? `this entry has no field for ${listed(lost)}` : '';
  const others =
    stray.length > 0
      ? `${lost.length > 0 ? 'it' : 'this entry'} has a field for ${stray.map((part) => unknown(part, made)).join(', ')}`
      : '';
  return `${says}, and ${[kept, others].filter((text) => text !== '').join('; ')}.`;
}

/** One part may live in the field of the reference, and then it is called `value`. */
const advice = (made: readonly string[]): string =>
  made.length === 1 && made[0] === 'value'
    ? 'Name the field after the "#" of "secret:" and leave "fields:" out.'
    : `Say in "fields:" where each goes, as { ${made.map((part) => `${part}: <field>`).join(', ')} }, with "id_field:" for the id.`;

const listed = (names: readonly string[]): string => names.map(quoted).join(' and ');

import type { z } from 'zod';
import type { KeyConfig } from '../domain/config';
import type { SecretRef } from '../domain/contracts/store';
import type { Names } from './keyNames';
import { notReference, parseReference } from './reference';
import type { Problems } from './problems';
import type * as schema from './schema';
import { unknown } from './suggest';

type RawKey = z.output<typeof schema.key>;

const NO_PLACE = { store: '', secret: { path: '', fields: {}, idField: '' } };

/**
 * One entry under `keys:`, with every name resolved. What cannot be told is empty: it is among the problems, and the rest of the
 * entry is judged all the same. @param unsure fields of which nothing can be said
 */
export function readKey(
  name: string,
  raw: RawKey,
  names: Names,
  problems: Problems,
  unsure?: (field: string) => boolean,
): KeyConfig {
  const path = ['keys', name];
  const place =
    unsure && ['secret', 'fields', 'id_field'].some(unsure)
      ? undefined
      : readSecret(raw, path, names, problems);
  const secret = place ?? NO_PLACE;
  const [only] = names.vendors;
  const vendor = raw.vendor ?? (names.vendors.length === 1 ? only : undefined) ?? '';
  return {
    name,
    owner: raw.owner,
    environment: raw.environment,
    criticality: raw.criticality,
    vendor,
    scopes: raw.scopes,
    ...secret,
    ...(raw.key_id !== undefined && { keyId: raw.key_id }),
    usedBy: raw.used_by,
    ...(raw.rotation_frequency !== undefined && { frequency: raw.rotation_frequency }),
    ...(raw.schedule !== undefined && { schedule: raw.schedule }),
    grace: raw.grace_period,
    drainLimit: raw.drain_limit,
    watch: raw.watch,
    line: problems.lineOf(path),
  };
}

function readSecret(
  raw: RawKey,
  path: readonly string[],
  { stores, wholes }: Names,
  problems: Problems,
): { readonly store: string; readonly secret: SecretRef } | undefined {
  const place = [...path, 'secret'];
  const found = parseReference(raw.secret, stores, wholes);
  if (!found) {
    problems.add('RK2002', place, notReference(raw.secret, 'vault:prod/gateway#api_key', wholes));
    return undefined;
  }
  const isWhole = wholes.includes(found.store);
  const fields = isWhole ? readWhole(raw, path, problems) : readFields(raw, found.field, path, problems);
  return fields && { store: found.store, secret: { path: found.path, ...fields } };
}

/** The secret itself is the value; its id stands in its metadata. */
function readWhole(
  raw: RawKey,
  path: readonly string[],
  problems: Problems,
): Omit<SecretRef, 'path'> | undefined {
  if (raw.fields === undefined) return { fields: { value: '' }, idField: raw.id_field ?? 'rekey_id' };
  problems.add(
    'RK2005',
    [...path, 'fields'],
    'cannot be given: secrets of this store are one text and have no fields.',
  );
  return undefined;
}

/** One part lives in the field of the reference; several in `fields`, and then `id_field` must be said. */
function readFields(
  raw: RawKey,
  field: string,
  path: readonly string[],
  problems: Problems,
): Omit<SecretRef, 'path'> | undefined {
  const fields = raw.fields ?? (field === '' ? {} : { value: field });
  const names = Object.values(fields);
  const idField = raw.id_field ?? (names.length === 1 ? `${names[0] ?? ''}_id` : undefined);
  const complaint = wrongFields(raw.fields !== undefined, field, names, idField);
  if (complaint !== undefined) problems.add('RK2005', [...path, 'secret'], complaint);
  return complaint === undefined && idField !== undefined ? { fields, idField } : undefined;
}

function wrongFields(
  given: boolean,
  field: string,
  names: readonly string[],
  idField: string | undefined,
): string | undefined {
  if (names.length === 0) return 'names no field: write it after the "#", or give "fields:".';
  if (given && field !== '') return `names the field ${unknown(field)}, and "fields:" names others.`;
  if (new Set(names).size < names.length) return 'two parts would share one field.';
  if (idField === undefined) return 'has several fields: say in "id_field:" where the id of the key goes.';
  return names.includes(idField)
    ? `"id_field:" is ${unknown(idField)}, where a part of the key is.`
    : undefined;
}

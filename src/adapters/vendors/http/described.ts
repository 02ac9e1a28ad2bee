import { z } from 'zod';
import { defineAdapter, type Adapter, type Descriptor } from '../../../domain/descriptor';
import { reference } from '../../../kits/adapter/settings';
import { partKinds } from './capabilities';
import type { Description, HttpVendorSettings } from './description';
import { settings as whole } from './settings';
import { openVendor, originsOf } from './vendor';

/** Where a shipped vendor is: its regions, each with a fixed origin; the first is the default. */
export type Regions<Region extends string> = Readonly<
  Record<Region, { readonly origin: string; readonly key_origin?: string }>
>;

interface ShippedSettings<Region extends string> {
  readonly admin_key: string;
  readonly region: Region;
}

/**
 * What an account has that stands in addresses or bodies: a project, an application. `{project}` in the description is filled with
 * it, in a path as one encoded segment.
 */
export type Parameters = Readonly<Record<string, z.ZodString>>;

/** The placeholders that calls fill themselves. */
const TAKEN = ['id', 'label', 'scopes', 'like', 'expires', 'expires_date', 'value', 'admin_key', 'region'];

/**
 * A shipped vendor: a description for the HTTP vendor with origins that no config can change.
 * @throws when the description does not fit the schema; its test opens it
 */
export function describedVendor<Region extends string>(
  descriptor: Omit<Descriptor, 'changes'>,
  regions: Regions<Region>,
  description: Description,
  parameters: Parameters = {},
): Adapter<'vendors', ShippedSettings<Region>> {
  const taken = Object.keys(parameters).filter((name) => TAKEN.includes(name));
  if (taken.length > 0) throw new Error(`${descriptor.id}: ${taken.join(', ')} is a placeholder of a call`);
  const names = Object.keys(regions) as [Region, ...Region[]];
  const schema = z.strictObject({
    admin_key: reference.describe('The key that makes and deletes keys: store:path#field'),
    region: z.enum(names).default(names[0]).describe('Where the account lives'),
    ...parameters,
  });
  const settingsIn = (chosen: ShippedSettings<Region>): HttpVendorSettings =>
    whole.parse({
      ...(filled(description, given(chosen, parameters)) as object),
      ...regions[chosen.region],
      admin_key: chosen.admin_key,
    });
  const changes = Object.fromEntries(Object.keys(parameters).map((name) => [name, 'trust' as const]));
  return defineAdapter({
    kind: 'vendors',
    descriptor: { ...descriptor, changes: { admin_key: 'trust', region: 'trust', ...changes } },
    settings: schema,
    origins: (chosen) => originsOf(settingsIn(chosen)),
    references: (chosen) => [chosen.admin_key],
    parts: (chosen) => partKinds(settingsIn(chosen)),
    open: (chosen, ports) => openVendor(settingsIn(chosen), ports),
  });
}

type Values = ReadonlyMap<string, string>;

const given = (chosen: object, parameters: Parameters): Values =>
  new Map(
    Object.entries(chosen).filter(
      (entry): entry is [string, string] => entry[0] in parameters && typeof entry[1] === 'string',
    ),
  );

/** Other placeholders stay as they are. In a request line the value is one segment, whatever is in it. */
function filled(template: unknown, values: Values, place = ''): unknown {
  if (typeof template === 'string')
    return template.replace(/\{([a-z_]+)\}/g, (all, name: string) => {
      const value = values.get(name);
      if (value === undefined) return all;
      return place === 'request' ? encodeURIComponent(value) : value;
    });
  if (Array.isArray(template)) return template.map((item) => filled(item, values, place));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(
    Object.entries(template).map(([name, item]) => [name, filled(item, values, name)]),
  );
}

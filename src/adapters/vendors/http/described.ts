import { z } from 'zod';
import { defineAdapter, type Adapter, type Descriptor } from '../../../domain/descriptor';
import { reference } from '../../../kits/adapter/settings';
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
 * A shipped vendor: a description for the HTTP vendor with origins that no config can change.
 * @throws when the description does not fit the schema; its test opens it
 */
export function describedVendor<Region extends string>(
  descriptor: Omit<Descriptor, 'changes'>,
  regions: Regions<Region>,
  description: Description,
): Adapter<'vendors', ShippedSettings<Region>> {
  const names = Object.keys(regions) as [Region, ...Region[]];
  const schema = z.strictObject({
    admin_key: reference.describe('The key that makes and deletes keys: store:path#field'),
    region: z.enum(names).default(names[0]).describe('Where the account lives'),
  });
  const settingsIn = (chosen: ShippedSettings<Region>): HttpVendorSettings =>
    whole.parse({ ...description, ...regions[chosen.region], admin_key: chosen.admin_key });
  return defineAdapter({
    kind: 'vendors',
    descriptor: { ...descriptor, changes: { admin_key: 'trust', region: 'trust' } },
    settings: schema,
    origins: (chosen) => originsOf(settingsIn(chosen)),
    references: (chosen) => [chosen.admin_key],
    open: (chosen, ports) => openVendor(settingsIn(chosen), ports),
  });
}

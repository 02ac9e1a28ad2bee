import { catalog } from '../../src/catalog.generated';
import type { Adapter, AdapterKind, Catalog } from '../../src/domain/descriptor';

/** The adapters, all loaded: virtual time jumps on while a process waits for the disk, and would count that as waiting. */
export async function loadedCatalog(): Promise<Catalog> {
  const kinds = Object.keys(catalog) as AdapterKind[];
  const all = await Promise.all(kinds.map(async (kind) => [kind, await loaded(kind)] as const));
  return { ...catalog, ...Object.fromEntries(all) };
}

type Loads<Kind extends AdapterKind> = Readonly<Record<string, () => Promise<Adapter<Kind>>>>;

async function loaded<Kind extends AdapterKind>(kind: Kind): Promise<Loads<Kind>> {
  const adapters: Loads<Kind> = catalog[kind];
  const all = await Promise.all(
    Object.entries(adapters).map(async ([id, load]) => [id, await load()] as const),
  );
  return Object.fromEntries(all.map(([id, adapter]) => [id, () => Promise.resolve(adapter)]));
}

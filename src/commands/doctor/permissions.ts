import type { AdapterUse, Config } from '../../domain/config';
import type { AdapterKind, Catalog, Descriptor } from '../../domain/descriptor';

type Access = 'read' | 'write';

/** The adapters that a config uses, each once. */
export async function descriptorsOf(config: Config, catalog: Catalog): Promise<readonly Descriptor[]> {
  const uses: readonly (readonly [AdapterKind, readonly AdapterUse[]])[] = [
    ['identities', Object.values(config.identities)],
    ['stores', Object.values(config.stores)],
    ['vendors', Object.values(config.vendors)],
    ['deployers', Object.values(config.workloads).flatMap(({ roll }) => (roll ? [roll] : []))],
    ['probes', Object.values(config.workloads).flatMap(({ checks }) => checks)],
    ['tickets', config.ticket ? [config.ticket] : []],
    ['notifiers', config.notify],
    ['journals', [config.journal]],
  ];
  const found = new Map<string, Descriptor>();
  for (const [kind, some] of uses) {
    for (const { use } of some) {
      const adapter = await catalog[kind][use]?.();
      if (adapter) found.set(`${kind}/${use}`, adapter.descriptor);
    }
  }
  return [...found.values()];
}

/** The exact `permissions:` block that a job needs for this config. */
export function permissionsBlock(config: Config, descriptors: readonly Descriptor[]): string {
  const needed = new Map<string, { access: Access; why: string[] }>();
  const need = (permission: string, access: Access, why: string): void => {
    const known = needed.get(permission);
    needed.set(permission, {
      access: known?.access === 'write' ? 'write' : access,
      why: [...(known?.why ?? []), why],
    });
  };
  if (Object.keys(config.identities).length > 0)
    need('id-token', 'write', 'proves to the identity who this job is');
  need('contents', 'read', 'reads the config');
  need('actions', 'read', 'is the owner of a claim over?');
  for (const { id, github = {} } of descriptors) {
    for (const [permission, access] of Object.entries(github)) need(permission, access, id);
  }
  const lines = [...needed].map(
    ([name, { access, why }]) => `  ${name}: ${access}  # ${[...new Set(why)].join(', ')}`,
  );
  return ['permissions:', ...lines].join('\n');
}

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter, AdapterKind } from '../domain/descriptor';

/** In the order in which a config names them. */
export const KINDS = [
  'identities',
  'stores',
  'vendors',
  'deployers',
  'probes',
  'tickets',
  'notifiers',
  'journals',
] as const satisfies readonly AdapterKind[];

const FILES = ['index.ts', 'fake.ts', 'README.md'];

export interface Folder {
  readonly kind: AdapterKind;
  readonly id: string;
  readonly adapter: Adapter;
}

/** Every adapter there is, by kind and id. Throws all that is wrong with the folders at once. @param root of the repository */
export async function readAdapterFolders(root: string): Promise<readonly Folder[]> {
  const places = KINDS.flatMap((kind) => idsOf(root, kind).map((id) => ({ kind, id })));
  const strangers = subfolders(join(root, 'src/adapters')).filter((name) => !isKind(name));
  const problems = [
    ...strangers.map((name) => `src/adapters/${name} is no kind of adapter; there are ${KINDS.join(', ')}.`),
    ...places.flatMap((place) => missingFiles(root, place)),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const folders: Folder[] = [];
  for (const { kind, id } of places) folders.push({ kind, id, adapter: await readAdapter(root, kind, id) });
  return folders;
}

function idsOf(root: string, kind: AdapterKind): readonly string[] {
  const folder = join(root, 'src/adapters', kind);
  return existsSync(folder) ? subfolders(folder) : [];
}

function subfolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function isKind(name: string): boolean {
  return KINDS.some((kind) => kind === name);
}

function missingFiles(
  root: string,
  place: { readonly kind: AdapterKind; readonly id: string },
): readonly string[] {
  const folder = `src/adapters/${place.kind}/${place.id}`;
  return FILES.filter((file) => !existsSync(join(root, folder, file))).map(
    (file) => `${folder} has no ${file}; every adapter has ${FILES.join(', ')}.`,
  );
}

async function readAdapter(root: string, kind: AdapterKind, id: string): Promise<Adapter> {
  const folder = `src/adapters/${kind}/${id}`;
  const module: unknown = await import(pathToFileURL(join(root, folder, 'index.ts')).href);
  if (!hasAdapter(module)) throw new Error(`${folder}/index.ts exports no "adapter".`);
  const { adapter } = module;
  if (adapter.kind !== kind) throw new Error(`${folder} says that it is one of ${adapter.kind}.`);
  if (adapter.descriptor.id !== id)
    throw new Error(`${folder} says that its id is ${adapter.descriptor.id}.`);
  return adapter;
}

function hasAdapter(module: unknown): module is { readonly adapter: Adapter } {
  return typeof module === 'object' && module !== null && 'adapter' in module;
}

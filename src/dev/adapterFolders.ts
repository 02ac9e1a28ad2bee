import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter, AdapterKind } from '../domain/descriptor';

/** In the order in which a config names them, with the contract that an adapter of the kind implements. */
export const CONTRACTS: Readonly<Record<AdapterKind, string>> = {
  identities: 'identity',
  stores: 'store',
  vendors: 'vendor',
  deployers: 'deployer',
  probes: 'probe',
  tickets: 'ticket',
  notifiers: 'notifier',
  journals: 'journal',
};

export const KINDS = Object.keys(CONTRACTS) as AdapterKind[];

/** The parts of an adapter's README that are made from its descriptor and its settings. */
export const PARTS = ['settings', 'permissions', 'limits', 'risks', 'tried'];

interface Form {
  /** @param index the text of `index.ts` */
  is(place: Place, index: string): boolean;
  readonly lacks: readonly string[];
  readonly why: string;
}

/** Folders that lack a file, and why. */
const FORMS: readonly Form[] = [
  {
    is: ({ kind }, index) => kind === 'vendors' && /\bdescribedVendor\(/.test(index),
    lacks: ['vendor.ts', 'api.ts', 'settings.ts'],
    why: 'A description is data for the http vendor, whose contract, wire and settings it uses.',
  },
  {
    is: ({ kind, id }) => kind === 'journals' && id === 'file',
    lacks: ['api.ts'],
    why: 'Its wire is the disk, which is a port.',
  },
];

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
    ...places.flatMap((place) => problemsOf(root, place)),
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

export function isKind(name: string): name is AdapterKind {
  return Object.hasOwn(CONTRACTS, name);
}

interface Place {
  readonly kind: AdapterKind;
  readonly id: string;
}

function problemsOf(root: string, place: Place): readonly string[] {
  const folder = `src/adapters/${place.kind}/${place.id}`;
  const read = (file: string): string | undefined => {
    const path = join(root, folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  };
  const files = filesOf(place, read('index.ts') ?? '');
  const readme = read('README.md');
  const lacking = readme === undefined ? [] : PARTS.filter((part) => !readme.includes(markersOf(part)[0]));
  return [
    ...files
      .filter((file) => read(file) === undefined)
      .map((file) => `${folder} has no ${file}; it must have ${files.join(', ')}.`),
    ...lacking.map(
      (part) => `${folder}/README.md has no place for its ${part}: add ${markersOf(part).join(' and ')}.`,
    ),
  ];
}

/** The files that a folder must have. @param index the text of its `index.ts` */
function filesOf(place: Place, index: string): readonly string[] {
  const lacks = FORMS.find((form) => form.is(place, index))?.lacks ?? [];
  const all = ['index.ts', `${CONTRACTS[place.kind]}.ts`, 'api.ts', 'settings.ts', 'fake.ts', 'README.md'];
  return all.filter((file) => !lacks.includes(file));
}

export const markersOf = (part: string): readonly [string, string] => [
  `<!-- generated:${part} -->`,
  `<!-- /generated:${part} -->`,
];

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

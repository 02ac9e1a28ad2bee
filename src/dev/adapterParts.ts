import { parse } from 'yaml';
import type { Descriptor } from '../domain/descriptor';
import type { Folder } from './adapterFolders';
import { jsonSchemaOf } from './configSchema';
import { code, table } from './markdown';
import { settingsRows } from './settingsRows';

const link = (folder: Folder, from: string): string =>
  `[${code(folder.id)}](${from}src/adapters/${folder.kind}/${folder.id}/README.md)`;

/** Every adapter in one line. @param from the way from the page to the repository's root, such as `../` */
export function adaptersTable(folders: readonly Folder[], from: string): string {
  const rows = folders.map((folder) => [
    folder.kind,
    link(folder, from),
    folder.adapter.descriptor.summary,
    folder.adapter.descriptor.tried,
  ]);
  return table(['kind', 'use', 'what it does', 'tried'], rows);
}

/** What each adapter must be allowed to do, with the call that needs it. */
export function permissionsTable(folders: readonly Folder[], from: string): string {
  const rows = folders.flatMap((folder) =>
    permissionRows(folder.adapter.descriptor).map((row) => [link(folder, from), ...row]),
  );
  return table(['adapter', 'permission', 'why'], rows);
}

/** Permissions of the GitHub job stand first, unless the adapter explains them itself. */
function permissionRows({ github, permissions }: Descriptor): readonly (readonly string[])[] {
  const job = Object.entries(github ?? {}).map(([name, level]) => `${name}: ${level}`);
  return [
    ...job
      .filter((right) => !permissions.some(({ permission }) => permission.replaceAll('`', '') === right))
      .map((right) => [code(right), 'permission of the GitHub job']),
    ...permissions.map(({ permission, why }) => [permission, why]),
  ];
}

/** Where each adapter sends anything, with the settings of its example. Everything else is refused by the HTTP port. */
export function egressTable(folders: readonly Folder[], from: string): string {
  const rows = folders.map((folder) => [
    link(folder, from),
    originsInExample(folder).map(code).join(', ') || 'no origin of its own',
  ]);
  return table(['adapter', 'talks to, in its example'], rows);
}

function originsInExample({ id, adapter }: Folder): readonly string[] {
  const entry = entryIn(parse(adapter.descriptor.example), id);
  if (!entry) throw new Error(`the example of ${adapter.kind}/${id} has no entry with "use: ${id}"`);
  const { use: _use, when: _when, identity: _identity, ...rest } = entry;
  const read = adapter.settings.safeParse(rest);
  if (!read.success) throw new Error(`the example of ${adapter.kind}/${id} does not fit its settings`);
  return adapter.origins(read.data);
}

/** The first map in the example that uses the adapter. */
function entryIn(value: unknown, id: string): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('use' in value && value.use === id) return { ...value };
  for (const inside of Object.values(value)) {
    const found = entryIn(inside, id);
    if (found) return found;
  }
  return undefined;
}

/** The settings, limits and risks of one adapter, for its own README. */
export function adapterParts({ adapter }: Folder): ReadonlyMap<string, string> {
  const { limits, risks, tried } = adapter.descriptor;
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  return new Map([
    ['settings', table(['setting', 'meaning', 'default'], settingsRows(jsonSchemaOf(adapter.settings)))],
    ['permissions', table(['permission', 'why'], permissionRows(adapter.descriptor))],
    ['limits', list(limits)],
    ['risks', list(risks)],
    ['tried', tried],
  ]);
}

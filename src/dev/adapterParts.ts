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
  const rows = folders.flatMap((folder) => [
    ...Object.entries(folder.adapter.descriptor.github ?? {}).map(([name, level]) => [
      link(folder, from),
      code(`${name}: ${level}`),
      'permission of the GitHub job',
    ]),
    ...folder.adapter.descriptor.permissions.map(({ permission, why }) => [
      link(folder, from),
      permission,
      why,
    ]),
  ]);
  return table(['adapter', 'permission', 'why'], rows);
}

/** The settings, limits and risks of one adapter, for its own README. */
export function adapterParts({ adapter }: Folder): ReadonlyMap<string, string> {
  const { permissions, limits, risks, tried, github } = adapter.descriptor;
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  const rights = Object.entries(github ?? {}).map(([name, level]) => [
    code(`${name}: ${level}`),
    'GitHub job',
  ]);
  return new Map([
    ['settings', table(['setting', 'meaning', 'default'], settingsRows(jsonSchemaOf(adapter.settings)))],
    [
      'permissions',
      table(
        ['permission', 'why'],
        [...rights, ...permissions.map(({ permission, why }) => [permission, why])],
      ),
    ],
    ['limits', list(limits)],
    ['risks', list(risks)],
    ['tried', tried],
  ]);
}

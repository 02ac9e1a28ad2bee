import type { Folder } from './adapterFolders';

/** src/config/trust/adapters.generated.ts: what adapters say of a change of their settings, without opening them. */
export function adapterClasses(folders: readonly Folder[]): string {
  const adapters = folders.map(({ kind, id, adapter }) => {
    const rows = Object.entries(adapter.descriptor.changes).map(([name, is]) => `    ${name}: '${is}',\n`);
    return `  '${kind}/${id}': {\n${rows.join('')}  },\n`;
  });
  return `// Made by "npm run generate" from the descriptors in src/adapters. Do not edit.
import type { ChangeClass } from '../../domain/descriptor';

export const ADAPTER_CLASSES: Readonly<Record<string, Readonly<Record<string, ChangeClass>>>> = {
${adapters.join('')}};
`;
}

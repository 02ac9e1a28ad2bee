import { KINDS, type Folder } from './adapterFolders';

/** src/catalog.generated.ts: literal imports, so that the bundler makes one lazy chunk an adapter. */
export function catalogText(folders: readonly Folder[]): string {
  const kinds = KINDS.map((kind) => {
    const lines = folders
      .filter((folder) => folder.kind === kind)
      .map(
        ({ id }) => `    '${id}': () => import('./adapters/${kind}/${id}/index').then((m) => m.adapter),\n`,
      );
    return lines.length === 0 ? `  ${kind}: {},\n` : `  ${kind}: {\n${lines.join('')}  },\n`;
  });
  return `// Made by "npm run generate" from the folders in src/adapters. Do not edit.
import type { Catalog } from './domain/descriptor';

export const catalog: Catalog = {
${kinds.join('')}};
`;
}

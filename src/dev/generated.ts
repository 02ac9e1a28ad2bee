import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { LAPTOP_FILE } from '../commands/doctor/laptopFile';
import { VAULT_ROLE } from '../commands/doctor/starter';
import { WORKFLOW_FILE } from '../commands/doctor/workflowFile';
import { whole } from '../config/schema';
import { readAdapterFolders, type Folder } from './adapterFolders';
import { adapterClasses } from './adapterClasses';
import { adapterParts, adaptersTable, egressTable, permissionsTable } from './adapterParts';
import { catalogText } from './catalogText';
import { configSchema, jsonSchemaOf } from './configSchema';
import { errorIndex } from './errorIndex';
import { blankedTable, commandsTable, inputsTable, inputsYaml, stepEnvironment } from './inputParts';
import { lifecycleTable } from './lifecycleTable';
import { table } from './markdown';
import { fillMarked } from './marked';
import { outputsTable } from './outputParts';
import { settingsRows } from './settingsRows';

/** Every file that is made, or partly made, with its text: path from the root -> text. Writes nothing. */
export async function generated(root: string): Promise<ReadonlyMap<string, string>> {
  const folders = await readAdapterFolders(root);
  const files = new Map<string, string>();
  files.set('src/catalog.generated.ts', catalogText(folders));
  files.set('src/config/trust/adapters.generated.ts', adapterClasses(folders));
  files.set(
    'docs/rekey.schema.json',
    await pretty(JSON.stringify(configSchema(folders)), 'rekey.schema.json'),
  );
  files.set('docs/errors.md', errorIndex());
  files.set('docs/examples/rekey-workflow.yml', WORKFLOW_FILE);
  files.set('docs/examples/vault-role.sh', VAULT_ROLE);
  for (const [file, parts] of markedFiles(root, folders)) {
    const filled = fillMarked(readFileSync(join(root, file), 'utf8'), parts, file);
    files.set(file, file.endsWith('.yml') ? await pretty(filled, file) : filled);
  }
  return files;
}

/** Writes them. */
export async function writeGenerated(root: string): Promise<void> {
  for (const [file, text] of await generated(root)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}

/** Files that people write, with the parts that may stand in them. */
function markedFiles(
  root: string,
  folders: readonly Folder[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const docs = join(root, 'docs');
  const pages = existsSync(docs) ? readdirSync(docs).filter((name) => name.endsWith('.md')) : [];
  const action = join(root, 'action.yml');
  const outputs = existsSync(action) ? outputsTable(readFileSync(action, 'utf8')) : '';
  const page = (from: string): ReadonlyMap<string, string> => pageParts(folders, from, outputs);
  const files: [string, ReadonlyMap<string, string>][] = [
    [
      'action.yml',
      new Map([
        ['inputs', inputsYaml()],
        ['env', stepEnvironment()],
      ]),
    ],
    ['README.md', page('')],
    ['.github/ARCHITECTURE.md', new Map([['lifecycle', lifecycleTable()]])],
    ['.github/SECURITY.md', new Map([['blanked', blankedTable()]])],
    ...pages
      .filter((name) => name !== 'errors.md')
      .map((name): [string, ReadonlyMap<string, string>] => [`docs/${name}`, page('../')]),
    ...folders.map((folder): [string, ReadonlyMap<string, string>] => [
      `src/adapters/${folder.kind}/${folder.id}/README.md`,
      adapterParts(folder),
    ]),
  ];
  return new Map(files.filter(([file]) => existsSync(join(root, file))));
}

function pageParts(folders: readonly Folder[], from: string, outputs: string): ReadonlyMap<string, string> {
  return new Map([
    ['adapters', adaptersTable(folders, from)],
    ['permissions', permissionsTable(folders, from)],
    ['egress', egressTable(folders, from)],
    ['config', table(['entry', 'meaning', 'default'], settingsRows(jsonSchemaOf(whole)))],
    ['commands', commandsTable()],
    ['inputs', inputsTable()],
    ['outputs', outputs],
    ['workflow', `\`\`\`yaml\n${WORKFLOW_FILE}\`\`\``],
    ['laptop', `\`\`\`yaml\n${LAPTOP_FILE}\`\`\``],
  ]);
}

/** As the formatter of this repository would write it, so that both agree. */
async function pretty(text: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig('package.json')), filepath: file });
}

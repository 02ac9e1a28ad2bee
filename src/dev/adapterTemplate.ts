import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import leven from 'leven';
import { format, resolveConfig } from 'prettier';
import type { AdapterKind } from '../domain/descriptor';
import { CONTRACTS, isKind, KINDS } from './adapterFolders';

/** An adapter that there shall be. */
export interface Wanted {
  readonly kind: AdapterKind;
  readonly id: string;
}

const USAGE = `npm run new-adapter <kind> <id>, such as: npm run new-adapter stores acme-vault
The kinds are ${KINDS.join(', ')}. The id is the word for "use:" in a config.`;

/** Throws an Error that says what is wrong with the words, and what to write instead. */
export function wantedOf(words: readonly string[], root: string): Wanted {
  const [first = '', id = '', ...more] = words;
  if (first === '' || id === '' || more.length > 0) throw new Error(USAGE);
  const kind = kindOf(first);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    throw new Error(
      `"${id}" cannot be an id: it has lower-case letters, digits and single dashes, begins with a letter, and has 40 characters at most. ` +
        'Such as "acme-vault". Nothing was made.',
    );
  }
  const taken = [folderOf({ kind, id }), testOf({ kind, id })].find((path) => existsSync(join(root, path)));
  if (taken !== undefined)
    throw new Error(`${taken} is there already. Choose another id, or delete it first. Nothing was made.`);
  return { kind, id };
}

/** `stores`, and `store` for those who think of one. */
function kindOf(word: string): AdapterKind {
  const plural = KINDS.find((kind) => CONTRACTS[kind] === word) ?? word;
  if (isKind(plural)) return plural;
  const near = KINDS.find((kind) => leven(kind, word) <= 2);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  throw new Error(
    `"${word}" is no kind of adapter.${hint} The kinds are ${KINDS.join(', ')}. Nothing was made.`,
  );
}

const folderOf = ({ kind, id }: Wanted): string => `src/adapters/${kind}/${id}`;
const testOf = ({ kind, id }: Wanted): string => `__tests__/adapters/${kind}/${id}.test.ts`;

/** Copies the template of the kind. @returns the files that were made */
export async function adapterFrom(root: string, wanted: Wanted): Promise<readonly string[]> {
  const template = `src/dev/templates/${wanted.kind}`;
  const copies = [
    ...readdirSync(join(root, template)).map((name) => [
      `${template}/${name}`,
      `${folderOf(wanted)}/${name}`,
    ]),
    [`__tests__/dev/templates/${wanted.kind}.test.ts`, testOf(wanted)],
  ] as const;
  for (const [from = '', to = ''] of copies) {
    const text = named(readFileSync(join(root, from), 'utf8'), wanted);
    mkdirSync(dirname(join(root, to)), { recursive: true });
    writeFileSync(join(root, to), to.endsWith('.ts') ? await pretty(text, root, to) : text);
  }
  return copies.map(([, to = '']) => to);
}

/** A template says `sample` where the id stands, `Sample` where a title or a type does, and stands two folders beside its copy. */
function named(text: string, { kind, id }: Wanted): string {
  const words = id.split('-').map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
  const type = words.join('');
  const value = `${type.slice(0, 1).toLowerCase()}${type.slice(1)}`;
  return text
    .replaceAll(`src/dev/templates/${kind}/`, `src/adapters/${kind}/${id}/`)
    .replaceAll('../../../adapters/vendors/http/', '../http/')
    .replace(/\bsample(?=[A-Z])/g, value)
    .replace(/\bSample(?=[A-Za-z])|(?<=[A-Za-z])Sample/g, type)
    .replace(/\bSample\b/g, words.join(' '))
    .replace(/\bsample\b/g, id);
}

/** Names of other lengths break lines elsewhere. */
async function pretty(text: string, root: string, file: string): Promise<string> {
  return format(text, { ...(await resolveConfig(join(root, 'package.json'))), filepath: join(root, file) });
}

const DOES: Readonly<Record<string, string>> = {
  'fake.ts': 'the server as its documentation describes it, as strict as the real one',
  'api.ts': 'the calls, one function each, with a link to the documentation above it',
  'settings.ts': 'what a config may say; each setting with .describe(), because the tables are made from it',
  'index.ts':
    'permissions, limits, risks, what a change of each setting means, and what was tried: only what is so',
  'README.md': 'what must be true on the other side; the tables are filled by npm run generate',
};

/** What to do with a new adapter, for whoever made it. */
export function whatNext({ kind, id }: Wanted, files: readonly string[]): string {
  const contract = CONTRACTS[kind];
  const folder = folderOf({ kind, id });
  const does = { ...DOES, [`${contract}.ts`]: `the contract, over the calls` };
  const order = ['fake.ts', 'api.ts', `${contract}.ts`, 'settings.ts', 'index.ts', 'README.md'];
  const steps = order.filter((name) => files.includes(`${folder}/${name}`));
  const width = Math.max(...steps.map((name) => name.length));
  return [
    `Made ${folder}/ and ${testOf({ kind, id })}; the catalog, the schema and the tables know it.`,
    '',
    'It speaks to a made-up server, and passes its contract suite as it is:',
    `  npm run jest -- ${testOf({ kind, id })}`,
    '',
    `Read src/domain/contracts/${contract}.ts: its comments are the duties. Then make each file yours, and run the test after each:`,
    ...steps.map((name, at) => `  ${at + 1}. ${name.padEnd(width)}  ${does[name] ?? ''}`),
    '',
    'At the end: npm run generate, npm run build, npm run verify.',
  ].join('\n');
}

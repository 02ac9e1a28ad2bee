import type { Config } from '../domain/config';
import type { StoreCapabilities } from '../domain/contracts/store';
import type { Catalog } from '../domain/descriptor';
import { sha256 } from '../domain/tools/digest';
import { asRekeyError, type RekeyError } from '../domain/errors';
import { isMap, type Surroundings } from './adapterUse';
import { check } from './check';
import { crossCheck } from './crossChecks';
import { readDocument, type ConfigDocument } from './document';
import { withoutFaults } from './faultyEntries';
import { Problems, throwAll } from './problems';
import * as schema from './schema';
import { readSections, type Sections } from './sections';
import { checkShared, withShared } from './shared';
import { warningsOf } from './warnings';

export interface LoadOptions {
  /** The commit that the text was read at. */
  readonly commit?: string;
  readonly catalog: Catalog;
}

/** The text of rekey.yml as a Config. Throws one RekeyError that holds all problems, each with its line. @param path as people know the file */
export async function load(text: string, path: string, { commit, catalog }: LoadOptions): Promise<Config> {
  const document = await readable(text, path, catalog);
  const { sections, references, promises, problems } = await judge(document, path, catalog);
  throwAll(problems);
  const source = { path, ...(commit !== undefined && { commit }), digest: sha256(text) };
  const config = { version: 1 as const, source, ...sections };
  return { ...config, warnings: warningsOf(config, references, promises) };
}

/** Throws what is no YAML together with what is wrong in the entries that can be read all the same. */
async function readable(text: string, path: string, catalog: Catalog): Promise<ConfigDocument> {
  try {
    return readDocument(text, path);
  } catch (thrown) {
    const error = asRekeyError(thrown);
    const faults = error.all.length > 0 ? error.all : [error];
    throwAll([...faults, ...(await besides(faults, text, path, catalog))].sort(byLine));
    throw error;
  }
}

async function besides(
  faults: readonly RekeyError[],
  text: string,
  path: string,
  catalog: Catalog,
): Promise<readonly RekeyError[]> {
  const lines = faults.flatMap(({ where }) => where?.line ?? []);
  const rest = withoutFaults(text, lines);
  if (!rest) return [];
  try {
    const { problems } = await judge(readDocument(rest.text, path), path, catalog);
    return problems.filter(({ where }) => !rest.isCut(where?.line ?? 1));
  } catch {
    // There is more to it than these lines, so of the rest nothing can be said.
    return [];
  }
}

const byLine = (one: RekeyError, other: RekeyError): number =>
  (one.where?.line ?? 0) - (other.where?.line ?? 0);

interface Judged {
  readonly sections: Sections;
  readonly references: ReadonlySet<string>;
  readonly promises: ReadonlyMap<string, StoreCapabilities>;
  /** By line. */
  readonly problems: readonly RekeyError[];
}

async function judge(read: ConfigDocument, path: string, catalog: Catalog): Promise<Judged> {
  const document = withShared(read);
  const problems = new Problems(document, path);
  check(schema.outline, document.value ?? {}, [], problems);
  const raw = isMap(document.value) ? document.value : {};
  const around: Surroundings = {
    catalog,
    problems,
    identities: names(raw['identities']),
    stores: names(raw['stores']),
    references: new Set(),
    promises: new Map(),
    parts: new Map(),
    unsure: new Map(),
    misplaced: new Map(),
  };
  checkShared(raw, problems);
  const sections = await readSections(raw, around);
  const unsure = (key: string, ...fields: readonly string[]): boolean =>
    around.unsure.size > 0 && fields.some((field) => around.unsure.get(key)?.(field) === true);
  crossCheck({ ...sections, names: names(raw['keys']), parts: around.parts, unsure }, problems);
  return { sections, references: around.references, promises: around.promises, problems: problems.all };
}

function names(raw: unknown): readonly string[] {
  return isMap(raw) ? Object.keys(raw) : [];
}

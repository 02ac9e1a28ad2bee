import type { Config } from '../domain/config';
import type { Catalog } from '../domain/descriptor';
import { sha256 } from '../domain/digest';
import { isMap, type Surroundings } from './adapterUse';
import { check } from './check';
import { crossCheck } from './crossChecks';
import { readDocument } from './document';
import { Problems } from './problems';
import * as schema from './schema';
import { readSections } from './sections';
import { checkShared, withShared } from './shared';
import { warningsOf } from './warnings';

export interface LoadOptions {
  /** The commit that the text was read at. */
  readonly commit?: string;
  readonly catalog: Catalog;
}

/** The text of rekey.yml as a Config. Throws one RekeyError that holds all problems, each with its line. @param path as people know the file */
export async function load(text: string, path: string, { commit, catalog }: LoadOptions): Promise<Config> {
  const document = withShared(readDocument(text, path));
  const problems = new Problems(document, path);
  check(schema.outline, document.value ?? {}, [], problems);
  const raw = isMap(document.value) ? document.value : {};
  checkShared(raw, problems);
  const around: Surroundings = {
    catalog,
    problems,
    identities: names(raw['identities']),
    stores: names(raw['stores']),
    references: new Set(),
  };
  const source = { path, ...(commit === undefined ? {} : { commit }), digest: sha256(text) };
  const config = { version: 1 as const, source, ...(await readSections(raw, around)) };
  crossCheck(config, problems);
  problems.throwIfAny();
  return { ...config, warnings: warningsOf(config, around.references) };
}

function names(raw: unknown): readonly string[] {
  return isMap(raw) ? Object.keys(raw) : [];
}

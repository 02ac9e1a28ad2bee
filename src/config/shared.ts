import { isMap, own } from './adapterUse';
import { check } from './check';
import type { ConfigDocument, Path } from './document';
import type { Schema } from '../domain/tools/schema';
import type { Problems } from './problems';
import * as schema from './schema';
import { didYouMean, unknown } from './suggest';

type Raw = Readonly<Record<string, unknown>>;

/** The sections whose entries share values, and where those stand. */
const SHARED = [
  { section: 'keys', defaults: 'defaults', templates: 'templates' },
  {
    section: 'workloads',
    defaults: 'workload_defaults',
    templates: 'workload_templates',
  },
] as const;
type Shared = (typeof SHARED)[number];
const PARTS: Readonly<Record<Shared['section'], Schema<unknown>>> = {
  keys: schema.keyPart,
  workloads: schema.workloadPart,
};

/**
 * The file with defaults and templates put into each key and workload, so that everything after this sees whole entries. An entry's
 * own word stands above its template, and that above the defaults; a list or map is taken whole. Lines lead to where a value was written.
 */
export const withShared = (document: ConfigDocument): ConfigDocument =>
  SHARED.reduce<ConfigDocument>(withSharedIn, document);

function withSharedIn(document: ConfigDocument, shared: Shared): ConfigDocument {
  const { value } = document;
  if (!isMap(value)) return document;
  const entries = value[shared.section];
  const [defaults, templates] = [value[shared.defaults], value[shared.templates]];
  if (!isMap(entries) || (defaults === undefined && templates === undefined)) return document;
  const common = isMap(defaults) ? defaults : {};
  const templateOf = (entry: Raw): Raw => {
    const name = entry['template'];
    const found = typeof name === 'string' && isMap(templates) ? own(templates, name) : undefined;
    return isMap(found) ? found : {};
  };
  const whole = Object.entries(entries).map(([name, entry]) => [
    name,
    isMap(entry) ? { ...common, ...templateOf(entry), ...entry } : entry,
  ]);
  /** Where the value at this path was written. */
  const source = (path: Path): Path => {
    const [section, name, field] = path;
    const entry = section === shared.section ? own(entries, String(name)) : undefined;
    if (!isMap(entry) || field === undefined || Object.hasOwn(entry, field)) return path;
    if (Object.hasOwn(templateOf(entry), field))
      return [shared.templates, String(entry['template']), ...path.slice(2)];
    return Object.hasOwn(common, field) ? [shared.defaults, ...path.slice(2)] : path;
  };
  return {
    value: { ...value, [shared.section]: Object.fromEntries(whole) as Raw },
    lineOf: (path) => document.lineOf(source(path)),
    lineOfName: (path) => document.lineOfName(source(path)),
    lineOfEntry: (path) => document.lineOfEntry(path),
    isShared: (path) => source(path) !== path || document.isShared?.(path) === true,
  };
}

/** Checks the shared values themselves, also those that no entry takes, and the names that entries give. */
export function checkShared(raw: Raw, problems: Problems): void {
  for (const { section, defaults, templates } of SHARED) {
    const part = PARTS[section];
    if (raw[defaults] !== undefined) check(part, raw[defaults], [defaults], problems);
    const named = isMap(raw[templates]) ? raw[templates] : {};
    for (const [name, one] of Object.entries(named)) check(part, one, [templates, name], problems);
    for (const [name, entry] of Object.entries(isMap(raw[section]) ? raw[section] : {})) {
      const template = isMap(entry) ? entry['template'] : undefined;
      if (typeof template !== 'string' || Object.hasOwn(named, template)) continue;
      const known = Object.keys(named);
      const message = `${unknown(template, known)} is not a template.${didYouMean(template, known)}`;
      problems.add('RK2004', [section, name, 'template'], message);
    }
  }
}

/** The values that workloads share, by the path at which they stand. */
export function sharedWorkloads(raw: Raw): readonly (readonly [Path, Raw])[] {
  const { workload_defaults: defaults, workload_templates: templates } = raw;
  const named = isMap(templates) ? Object.entries(templates) : [];
  const all: readonly (readonly [Path, unknown])[] = [
    [['workload_defaults'], defaults],
    ...named.map(([name, part]) => [['workload_templates', name], part] as const),
  ];
  return all.flatMap(([path, part]) => (isMap(part) ? [[path, part] as const] : []));
}

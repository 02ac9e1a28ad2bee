import { isMap, own } from './adapterUse';
import { check } from './check';
import type { ConfigDocument, Path } from './document';
import type { Problems } from './problems';
import * as schema from './schema';
import { didYouMean, quoted } from './suggest';

type Raw = Readonly<Record<string, unknown>>;

/**
 * The file with `defaults:` and `templates:` put into each key, so that everything after this sees whole entries. An entry's own
 * word stands above its template, and that above the defaults; a list or map is taken whole. Lines lead to where a value was written.
 */
export function withShared(document: ConfigDocument): ConfigDocument {
  const { value } = document;
  if (!isMap(value) || !isMap(value['keys'])) return document;
  const { defaults, templates, keys } = value;
  if (defaults === undefined && templates === undefined) return document;
  const common = isMap(defaults) ? defaults : {};
  const templateOf = (entry: Raw): Raw => {
    const name = entry['template'];
    const found = typeof name === 'string' && isMap(templates) ? own(templates, name) : undefined;
    return isMap(found) ? found : {};
  };
  const whole = Object.entries(keys).map(([name, entry]) => [
    name,
    isMap(entry) ? { ...common, ...templateOf(entry), ...entry } : entry,
  ]);
  /** Where the value at this path was written. */
  const source = (path: Path): Path => {
    const [section, name, field] = path;
    const entry = section === 'keys' ? own(keys, String(name)) : undefined;
    if (!isMap(entry) || field === undefined || Object.hasOwn(entry, field)) return path;
    if (Object.hasOwn(templateOf(entry), field))
      return ['templates', String(entry['template']), ...path.slice(2)];
    return Object.hasOwn(common, field) ? ['defaults', ...path.slice(2)] : path;
  };
  return {
    value: { ...value, keys: Object.fromEntries(whole) as Raw },
    lineOf: (path) => document.lineOf(source(path)),
    lineOfName: (path) => document.lineOfName(source(path)),
    lineOfEntry: (path) => document.lineOfEntry(path),
  };
}

/** Checks the shared values themselves, also those that no key takes, and the names that keys give. */
export function checkShared(raw: Raw, problems: Problems): void {
  const { defaults, templates, keys } = raw;
  if (defaults !== undefined) check(schema.keyPart, defaults, ['defaults'], problems);
  const named = isMap(templates) ? templates : {};
  for (const [name, part] of Object.entries(named))
    check(schema.keyPart, part, ['templates', name], problems);
  for (const [name, entry] of Object.entries(isMap(keys) ? keys : {})) {
    const template = isMap(entry) ? entry['template'] : undefined;
    if (typeof template !== 'string' || Object.hasOwn(named, template)) continue;
    const message = `${quoted(template)} is not a template.${didYouMean(template, Object.keys(named))}`;
    problems.add('RK2004', ['keys', name, 'template'], message);
  }
}

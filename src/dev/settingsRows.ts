import type { Json } from '../domain/tools/json';
import type { JsonSchema } from './configSchema';
import { code } from './markdown';

/** Every setting of a JSON Schema as [name, meaning, default]; settings inside settings are written with dots. */
export function settingsRows(schema: JsonSchema, prefix = ''): readonly (readonly string[])[] {
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  return Object.entries(mapOf(schema['properties'])).flatMap(([name, value]) => {
    const setting = mapOf(value);
    const row = [
      code(prefix + name),
      textOf(setting['description']),
      required.includes(name) ? 'required' : defaultOf(setting['default']),
    ];
    return [row, ...settingsRows(setting, `${prefix}${name}.`), ...below(setting, `${prefix}${name}`)];
  });
}

/** What stands in a list, or under names that the user chooses. */
function below(setting: JsonSchema, name: string): readonly (readonly string[])[] {
  return [
    ...settingsRows(mapOf(setting['items']), `${name}[].`),
    ...settingsRows(mapOf(setting['additionalProperties']), `${name}.<name>.`),
  ];
}

function defaultOf(value: Json | undefined): string {
  const empty = value === undefined || JSON.stringify(value) === '{}' || JSON.stringify(value) === '[]';
  if (empty) return '';
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function mapOf(value: Json | undefined): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
}

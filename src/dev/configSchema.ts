import { z } from 'zod';
import { keyPart, when, whole, workloadPart } from '../config/schema';
import type { Json } from '../domain/tools/json';
import type { Schema } from '../domain/tools/schema';
import type { Folder } from './adapterFolders';

export type JsonSchema = { readonly [name: string]: Json };

/** Draft 7, which editors know best. What a person writes, so with defaults left out. */
export function jsonSchemaOf(schema: Schema<unknown>): JsonSchema {
  if (!(schema instanceof z.ZodType)) throw new Error('settings must be a zod schema');
  const text = JSON.stringify(
    z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' }),
  );
  const { $schema: _draft, ...rest } = JSON.parse(text) as JsonSchema;
  return rest;
}

/** The JSON Schema of rekey.yml: the schema of the loader, with all adapters of a kind where the loader has a slot. */
export function configSchema(folders: readonly Folder[]): JsonSchema {
  const definitions = folders.map((folder) => [`${folder.kind}.${folder.id}`, entrySchema(folder)] as const);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'rekey.yml',
    ...asMap(fillSlots(editable(jsonSchemaOf(whole)), folders)),
    definitions: {
      ...Object.fromEntries(definitions),
      keyPart: jsonSchemaOf(keyPart),
      workloadPart: fillSlots(jsonSchemaOf(workloadPart), folders),
    },
  };
}

/** What every entry must have may stand under defaults or in a template, so an editor does not miss it in the entry; the loader does. */
function editable(schema: JsonSchema): JsonSchema {
  const properties = asMap(schema['properties']);
  const free = (section: string): JsonSchema => {
    const { additionalProperties, ...rest } = asMap(properties[section]);
    const { required: _required, ...entry } = asMap(additionalProperties);
    return { ...rest, additionalProperties: entry };
  };
  return { ...schema, properties: { ...properties, keys: free('keys'), workloads: free('workloads') } };
}

/** The settings of one adapter, with the words that all entries have. */
function entrySchema({ kind, id, adapter }: Folder): JsonSchema {
  const settings = jsonSchemaOf(adapter.settings);
  const words = {
    use: { const: id, description: adapter.descriptor.title },
    ...(kind === 'identities' ? {} : { identity: { type: 'string', description: 'The login it uses' } }),
    ...(kind === 'notifiers' && { when: jsonSchemaOf(when) }),
  };
  const required = listOf(settings['required']);
  return {
    ...settings,
    description: adapter.descriptor.summary,
    properties: { ...words, ...asMap(settings['properties']) },
    required: ['use', ...required],
  };
}

function fillSlots(value: Json, folders: readonly Folder[]): Json {
  if (Array.isArray(value)) return value.map((item: Json) => fillSlots(item, folders));
  if (!isMap(value)) return value;
  const { slot, many, part, ...rest } = value;
  if (typeof part === 'string')
    return { description: rest['description'] ?? '', $ref: `#/definitions/${part}` };
  if (typeof slot !== 'string') {
    return Object.fromEntries(
      Object.entries(value).map(([name, inside]) => [name, fillSlots(inside, folders)]),
    );
  }
  const entries = folders
    .filter((folder) => folder.kind === slot)
    .map((folder) => ({ $ref: `#/definitions/${folder.kind}.${folder.id}` }));
  if (entries.length === 0) return { ...rest, not: {} };
  const one: JsonSchema = { oneOf: entries };
  return { ...rest, ...(many === true ? { anyOf: [one, { type: 'array', items: one }] } : one) };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function isMap(value: Json | undefined): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asMap(value: Json | undefined): JsonSchema {
  return isMap(value) ? value : {};
}

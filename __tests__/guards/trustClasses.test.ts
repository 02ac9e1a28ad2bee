import { describe, expect, it } from '@jest/globals';
import { classIn, CONFIG_CLASSES, settingClass } from '../../src/config/trust/classes';
import { readAdapterFolders } from '../../src/dev/adapterFolders';
import { jsonSchemaOf } from '../../src/dev/configSchema';
import { whole } from '../../src/config/schema';

interface Shape {
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

/** Every place of a schema in which something can be written; `*` for a name that people choose. */
function placesIn(shape: Shape, at = ''): readonly string[] {
  const below = (name: string): string => (at === '' ? name : `${at}.${name}`);
  const inside = [
    ...[...(shape.anyOf ?? []), ...(shape.oneOf ?? [])].flatMap((one) => placesIn(one, at)),
    ...Object.entries(shape.properties ?? {}).flatMap(([name, one]) => placesIn(one, below(name))),
    ...(typeof shape.additionalProperties === 'object'
      ? placesIn(shape.additionalProperties, below('*'))
      : []),
    ...(shape.items ? placesIn(shape.items, at) : []),
  ];
  return inside.length > 0 ? [...new Set(inside)] : [at];
}

const configPlaces = placesIn(jsonSchemaOf(whole) as Shape);
const folders = await readAdapterFolders(process.cwd());

describe('every field that a person can write', () => {
  it('is found', () => {
    expect(configPlaces).toEqual(
      expect.arrayContaining([
        'keys.*.id_field',
        'workloads.*.holds_key_for',
        'policy.windows.timezone',
        'vendors.*',
      ]),
    );
    expect(folders.length).toBeGreaterThan(8);
    const http = folders.find(({ kind, id }) => kind === 'vendors' && id === 'http');
    expect(placesIn(jsonSchemaOf(http?.adapter.settings ?? whole) as Shape)).toEqual(
      expect.arrayContaining(['list.next.link', 'limits.dedicated', 'create.value.*', 'id_in_value.after']),
    );
  });

  it.each(configPlaces)('has a class in the trust comparison: %s', (place) => {
    // The entries of adapters are classified by their own settings.
    const isSlot = /^(identities|stores|vendors)\.\*$/.test(place);
    expect(isSlot ? 'trust' : classIn(CONFIG_CLASSES, place)).toBeDefined();
  });

  it.each(
    folders.flatMap(({ kind, id, adapter }) =>
      placesIn(jsonSchemaOf(adapter.settings) as Shape).map(
        (place) => [`${kind}/${id}`, place, kind, id] as const,
      ),
    ),
  )('has a class in the trust comparison: %s, %s', (_adapter, place, kind, id) => {
    expect(settingClass(kind, id, place)).toBeDefined();
  });

  it('is one that still exists', () => {
    const stale = folders.flatMap(({ kind, id, adapter }) => {
      const places = placesIn(jsonSchemaOf(adapter.settings) as Shape);
      return Object.keys(adapter.descriptor.changes)
        .filter((field) => !places.some((place) => place === field || place.startsWith(`${field}.`)))
        .map((field) => `${kind}/${id}: ${field}`);
    });
    expect(stale).toEqual([]);
  });
});

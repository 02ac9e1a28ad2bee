import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { markersOf, PARTS, readAdapterFolders } from '../../src/dev/adapterFolders';
import { generated } from '../../src/dev/generated';
import { fillMarked } from '../../src/dev/marked';

const files = await generated(process.cwd());

describe('generated files', () => {
  it.each([...files])('%s is what "npm run generate" makes', (file, text) => {
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
  });

  it('name every code of an error and every adapter', () => {
    expect(files.get('docs/errors.md')).toContain('`RK5013`');
    expect(files.get('src/catalog.generated.ts')).toContain("import('./adapters/stores/vault-kv2/index')");
  });
});

describe('the schema for editors', () => {
  interface Schema {
    readonly properties: Readonly<Record<string, { readonly additionalProperties?: unknown }>>;
    readonly definitions: Readonly<
      Record<
        string,
        { readonly required: readonly string[]; readonly properties: Readonly<Record<string, unknown>> }
      >
    >;
  }
  const schema = JSON.parse(files.get('docs/rekey.schema.json') ?? '{}') as Schema;

  it('offers the adapters where a config uses them', () => {
    expect(schema.properties['stores']?.additionalProperties).toEqual({
      oneOf: expect.arrayContaining([{ $ref: '#/definitions/stores.vault-kv2' }]),
    });
    expect(JSON.stringify(schema)).not.toContain('"slot"');
  });

  it('picks them by use, and knows the words that all entries have', () => {
    const vault = schema.definitions['stores.vault-kv2'];
    expect(vault?.required).toContain('use');
    expect(vault?.properties['use']).toMatchObject({ const: 'vault-kv2' });
    expect(vault?.properties['identity']).toBeDefined();
    expect(schema.definitions['notifiers.webhook']?.properties['when']).toBeDefined();
    expect(schema.definitions['identities.vault-jwt']?.properties['identity']).toBeUndefined();
  });

  it('takes the example, and neither a misspelt setting nor an adapter that there is not', () => {
    const fits = z.fromJSONSchema(JSON.parse(files.get('docs/rekey.schema.json') ?? '{}'));
    const example = readFileSync('docs/examples/rekey.yml', 'utf8');
    expect(fits.safeParse(parse(example)).success).toBe(true);
    expect(fits.safeParse(parse(example.replace('origin:', 'orign:'))).success).toBe(false);
    expect(fits.safeParse(parse(example.replace('use: vault-kv2', 'use: cupboard'))).success).toBe(false);
    expect(
      fits.safeParse(parse(example.replace('rotation_frequency: 30d', 'rotation_frequency: 30'))).success,
    ).toBe(false);
  });

  it('describes every setting', () => {
    const mute = Object.entries(schema.definitions).flatMap(([name, { properties }]) =>
      Object.entries(properties)
        .filter(([, setting]) => !JSON.stringify(setting).includes('"description"'))
        .map(([setting]) => `${name}.${setting}`),
    );
    expect(mute).toEqual([]);
  });
});

describe('marked parts', () => {
  const parts = new Map([['list', 'one\ntwo']]);

  it('are filled between their markers, and again without a difference', () => {
    const page = 'before\n<!-- generated:list -->\n<!-- /generated:list -->\nafter\n';
    const filled = fillMarked(page, parts, 'page.md');
    expect(filled).toBe('before\n<!-- generated:list -->\n\none\ntwo\n\n<!-- /generated:list -->\nafter\n');
    expect(fillMarked(filled, parts, 'page.md')).toBe(filled);
  });

  it('keep the indentation of YAML', () => {
    const yaml = 'a:\n  # generated:list\n  old\n  # /generated:list\n';
    expect(fillMarked(yaml, parts, 'a.yml')).toBe(
      'a:\n  # generated:list\n  one\n  two\n  # /generated:list\n',
    );
  });

  it('with an unknown name are an error that lists the known ones', () => {
    const page = '<!-- generated:lst -->\n<!-- /generated:lst -->\n';
    expect(() => fillMarked(page, parts, 'page.md')).toThrow(
      'page.md asks for generated:lst; there are list.',
    );
  });
});

describe('an adapter folder that is wrong', () => {
  const root = mkdtempSync(join(tmpdir(), 'rekey-folders-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const put = (place: string, adapter: string): void => {
    const readme = PARTS.flatMap((part) => markersOf(part)).join('\n');
    for (const file of ['index.ts', 'store.ts', 'api.ts', 'settings.ts', 'fake.ts', 'README.md']) {
      const text = file === 'index.ts' ? adapter : file === 'README.md' ? readme : 'export {};\n';
      const path = join(root, 'src/adapters', place, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  };
  const empty = (): void => rmSync(join(root, 'src'), { recursive: true, force: true });

  it('is named, with all that it lacks', async () => {
    empty();
    put('stores/box', 'export {};\n');
    rmSync(join(root, 'src/adapters/stores/box/store.ts'));
    rmSync(join(root, 'src/adapters/stores/box/fake.ts'));
    const readme = join(root, 'src/adapters/stores/box/README.md');
    writeFileSync(readme, readFileSync(readme, 'utf8').replace('<!-- generated:risks -->', ''));
    mkdirSync(join(root, 'src/adapters/shops/corner'), { recursive: true });
    await expect(readAdapterFolders(root)).rejects.toThrow(
      'src/adapters/shops is no kind of adapter; there are identities, stores, vendors, deployers, probes, tickets, notifiers, journals.\n' +
        'src/adapters/stores/box has no store.ts; it must have index.ts, store.ts, api.ts, settings.ts, fake.ts, README.md.\n' +
        'src/adapters/stores/box has no fake.ts; it must have index.ts, store.ts, api.ts, settings.ts, fake.ts, README.md.\n' +
        'src/adapters/stores/box/README.md has no place for its risks: add <!-- generated:risks --> and <!-- /generated:risks -->.',
    );
  });

  it('may be a description, which is data for the http vendor', async () => {
    empty();
    const call = 'const describedVendor = (descriptor) => ({ kind: "vendors", descriptor });\n';
    put('vendors/told', `${call}export const adapter = describedVendor({ id: "told" });\n`);
    for (const file of ['store.ts', 'api.ts', 'settings.ts'])
      rmSync(join(root, 'src/adapters/vendors/told', file));
    await expect(readAdapterFolders(root)).resolves.toMatchObject([{ kind: 'vendors', id: 'told' }]);
  });

  it.each([
    ['export {};\n', 'src/adapters/stores/none/index.ts exports no "adapter".'],
    [
      "export const adapter = { kind: 'vendors', descriptor: { id: 'none' } };\n",
      'src/adapters/stores/none says that it is one of vendors.',
    ],
    [
      "export const adapter = { kind: 'stores', descriptor: { id: 'other' } };\n",
      'src/adapters/stores/none says that its id is other.',
    ],
  ])('says what is wrong with %j', async (text, message) => {
    empty();
    const id = `id${String(message.length)}`;
    put(`stores/${id}`, text);
    await expect(readAdapterFolders(root)).rejects.toThrow(message.replace('none', id));
  });
});

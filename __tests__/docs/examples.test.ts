import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { catalog } from '../../src/catalog.generated';
import { SCHEMA_LINE, starterFiles } from '../../src/commands/doctor/starter';
import { COMMANDS } from '../../src/config/commands';
import { INPUTS } from '../../src/config/inputTable';
import { load } from '../../src/config/load';
import type { AdapterKind } from '../../src/domain/descriptor';
import { keyIdentity } from '../../src/domain/key';
import { newKey } from '../../src/domain/journal/keyState';
import { plan } from '../../src/planner/plan';

const NOW = Date.parse('2026-11-18T02:00:00Z');
const read = (text: string) => load(text, '.github/rekey.yml', { catalog });

/** Every block of YAML in a page. */
function yamlBlocks(page: string): readonly string[] {
  return [...readFileSync(page, 'utf8').matchAll(/```ya?ml\n([^]*?)```/g)].map((match) => match[1] ?? '');
}
const docs = existsSync('docs') ? readdirSync('docs').filter((name) => name.endsWith('.md')) : [];
const pages = ['README.md', ...docs.map((name) => `docs/${name}`)].filter((page) => existsSync(page));
const blocks = pages.flatMap((page) => yamlBlocks(page).map((text, index) => ({ page, index, text })));
const configs = [
  ...['docs/examples/rekey.yml', 'docs/examples/many-keys.yml'].map((page) => ({
    page,
    index: 0,
    text: readFileSync(page, 'utf8'),
  })),
  ...blocks.filter(({ text }) => /^version: 1$/m.test(text)),
];
const workflows = [
  {
    page: 'docs/examples/rekey-workflow.yml',
    index: 0,
    text: readFileSync('docs/examples/rekey-workflow.yml', 'utf8'),
  },
  ...blocks.filter(({ text }) => /^on:$/m.test(text)),
];

describe.each(configs)('the config in $page (block $index)', ({ text }) => {
  it('loads without a problem or a warning', async () => {
    expect((await read(text)).warnings).toEqual([]);
  });

  it('rotates nothing on its first day, and every key of it later', async () => {
    const config = await read(text);
    const request = { command: 'plan', force: false, confirm: [], repositoryId: '1', journal: 'c' };
    const first = plan(config, new Map(), NOW, request);
    expect(new Set(first.items.map((item) => item.action))).toEqual(new Set(['adopt']));
    const states = Object.values(config.keys).map((key) => ({
      ...newKey(keyIdentity('1', key), key.name),
      vendor: key.vendor,
      workloads: key.usedBy,
      adopted: '2025-01-01T00:00:00.000Z',
    }));
    const later = plan(config, new Map(states.map((it) => [it.identity, it])), NOW, request);
    expect(later.items.every((item) => item.overdue)).toBe(true);
    expect(later.items.filter((item) => item.action === 'rotate')).not.toEqual([]);
    expect(later.items.filter((item) => !['rotate', 'wait'].includes(item.action))).toEqual([]);
  });
});

it('the example names the schema for editors in its first line, as what doctor prints does', () => {
  const [first] = readFileSync('docs/examples/rekey.yml', 'utf8').split('\n');
  expect(first).toBe(SCHEMA_LINE);
  expect(first).toMatch(/^# yaml-language-server: \$schema=https:.*\/docs\/rekey\.schema\.json$/);
  expect(existsSync('docs/rekey.schema.json')).toBe(true);
});

it('the workflow is the same wherever somebody may copy it from', () => {
  const starter = starterFiles({ repositoryId: '34', url: '' });
  expect(workflows.map(({ page }) => page)).toEqual(['docs/examples/rekey-workflow.yml', 'README.md']);
  for (const { text } of workflows) expect(starter).toContain(text.trimEnd());
});

it('what doctor prints ends with what has to be filled in, and names nothing that is known', () => {
  const unknown = starterFiles({ repositoryId: 'local', url: '' }).split('To fill in')[1] ?? '';
  expect(unknown).toMatch(/OWNER\/rekey@COMMIT .*\nID .*gh api/);
  const known = starterFiles({ repositoryId: '34', url: '' });
  expect(known.split('To fill in')[1]).not.toMatch(/^ID/m);
  expect(known).toContain('"repository_id": "34"');
});

it('the README says what OWNER and COMMIT stand for, once', () => {
  const lines = readFileSync('README.md', 'utf8').split('\n');
  expect(lines.filter((line) => line.includes('`OWNER` is'))).toHaveLength(1);
});

/** Where an entry of each kind stands in a config. */
const PLACES: Readonly<Record<AdapterKind, (example: string) => string>> = {
  identities: (example) => `identities:\n${indent(example)}`,
  stores: (example) => `stores:\n${indent(example)}`,
  vendors: (example) => `vendors:\n${indent(example)}`,
  deployers: (example) => `workloads:\n  service:\n    holds_key_for: 5m\n${indent(indent(example))}`,
  probes: (example) => `workloads:\n  service:\n    holds_key_for: 5m\n${indent(indent(example))}`,
  tickets: (example) => example,
  notifiers: (example) => example,
  journals: (example) => example,
};
const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');

const adapters = (Object.keys(PLACES) as AdapterKind[]).flatMap((kind) =>
  Object.keys(catalog[kind]).map((id) => ({ kind, id })),
);

describe.each(adapters)('the example of $kind/$id', ({ kind, id }) => {
  it('loads and uses this adapter', async () => {
    const adapter = await catalog[kind][id]?.();
    const place = PLACES[kind](adapter?.descriptor.example ?? '');
    const stores = kind === 'stores' ? '' : 'stores:\n  vault: { use: vault-kv2 }\n';
    const config = await read(`version: 1\n${stores}${place}\n`);
    expect(JSON.stringify(config)).toContain(`"use":"${id}"`);
  });
});

interface Workflow {
  readonly on: {
    readonly workflow_dispatch?: {
      readonly inputs: Readonly<Record<string, { readonly options?: readonly string[] }>>;
    };
  };
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly steps?: readonly {
          readonly uses?: string;
          readonly with?: Readonly<Record<string, string>>;
        }[];
      }
    >
  >;
}

describe.each(workflows)('the workflow in $page (block $index)', ({ text }) => {
  const workflow = parse(text) as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? []);

  it('grants nothing by default', () => {
    expect(workflow.permissions).toEqual({});
  });

  it('passes only inputs that there are, and offers only commands that there are', () => {
    const ours = steps.filter((step) => step.uses?.includes('/rekey@'));
    expect(ours.length).toBeGreaterThan(0);
    const given = ours.flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !Object.hasOwn(INPUTS, name))).toEqual([]);
    const offered = workflow.on.workflow_dispatch?.inputs['command']?.options ?? [];
    expect(offered.filter((command) => !Object.hasOwn(COMMANDS, command))).toEqual([]);
  });

  it('pins every action by its commit and says which version that is', () => {
    const uses = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    const pinned = /uses: ([\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*|OWNER\/rekey@COMMIT # pin .*)$/;
    expect(uses.filter((line) => !pinned.test(line))).toEqual([]);
    expect(uses).toHaveLength(steps.filter((step) => step.uses !== undefined).length);
  });
});

it.each([
  ['https://github.com/a/b/actions/runs/1', 'https://token.actions.githubusercontent.com'],
  ['https://acme.ghe.com/a/b/actions/runs/1', 'https://token.actions.acme.ghe.com'],
  ['https://github.acme.test/a/b/actions/runs/1', 'https://github.acme.test/_services/token'],
])('the role trusts the issuer of the server of %s', (url, issuer) => {
  expect(starterFiles({ repositoryId: '34', url })).toContain(`bound_issuer=${issuer}\n`);
});

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { catalog } from '../../src/catalog.generated';
import { COMMANDS } from '../../src/config/commands';
import { INPUTS } from '../../src/config/inputTable';
import { load } from '../../src/config/load';
import { LIFECYCLE } from '../../src/lifecycle/table';
import { plan } from '../../src/planner/plan';

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('.github')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `.github/${name}`),
];
const read = (page: string): string => readFileSync(page, 'utf8');
const yamlBlocks = (page: string): readonly string[] =>
  [...read(page).matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);

describe('links in pages', () => {
  it.each(pages)('%s: lead to files that exist', (page) => {
    const links = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = '']) => target);
    const broken = links.filter((target) => !existsSync(join(dirname(page), target)));
    expect(broken).toEqual([]);
  });
});

describe('the config in the README', () => {
  const [config = ''] = yamlBlocks('README.md').filter((text) => text.startsWith('# .github/rekey.yml'));

  it('loads without a warning', async () => {
    const { warnings, keys } = await load(config, '.github/rekey.yml', { catalog });
    expect(warnings).toEqual([]);
    expect(Object.keys(keys)).toEqual(['gateway-prod', 'mail-prod']);
  });

  it('adopts both keys at first and rotates none', async () => {
    const loaded = await load(config, '.github/rekey.yml', { catalog });
    const { items, warnings } = plan(loaded, new Map(), Date.parse('2026-11-20T02:00:00Z'), {
      command: 'rotate',
      force: false,
      confirm: [],
      repositoryId: '34',
      journal: 'f00',
    });
    expect(items.map(({ key, action }) => `${key} ${action}`)).toEqual([
      'gateway-prod adopt',
      'mail-prod adopt',
    ]);
    expect(warnings).toEqual([]);
  });
});

describe('the workflow in the README', () => {
  const [text = ''] = yamlBlocks('README.md').filter((block) => block.includes('jobs:'));
  const workflow = parse(text) as {
    on: { workflow_dispatch: { inputs: Record<string, { options?: string[] }> } };
    permissions: object;
    jobs: { rekey: { steps: { with: object }[] } };
  };

  it('passes only inputs that the action has', () => {
    expect(Object.keys(workflow.jobs.rekey.steps[0]?.with ?? {}).filter((name) => !(name in INPUTS))).toEqual(
      [],
    );
  });

  it('offers only commands that exist, and grants nothing by default', () => {
    const { command } = workflow.on.workflow_dispatch.inputs;
    expect(command?.options?.filter((name) => !(name in COMMANDS))).toEqual([]);
    expect(workflow.permissions).toEqual({});
  });
});

describe('SECURITY', () => {
  it('names for each promise tests that exist', () => {
    const promises = read('.github/SECURITY.md')
      .split('\n')
      .filter((line) => /^\| \d+ \|/.test(line));
    expect(promises.length).toBeGreaterThan(10);
    for (const promise of promises) {
      const tests = [...promise.matchAll(/`(__tests__\/[^`]+)`/g)].map(([, file = '']) => file);
      expect(tests).not.toEqual([]);
      expect(tests.filter((file) => !existsSync(file))).toEqual([]);
    }
  });
});

describe('ARCHITECTURE', () => {
  it('names every row of the lifecycle and every dependency', () => {
    const text = read('.github/ARCHITECTURE.md');
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies).filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    const steps = Object.values(LIFECYCLE).flatMap((passes) => Object.values(passes).flat());
    expect(steps.filter((step) => !text.includes(step))).toEqual([]);
  });

  it('names every folder of src', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const text = read('.github/ARCHITECTURE.md');
    expect(folders.map(({ name }) => name).filter((name) => !text.includes(`\`src/${name}/`))).toEqual([]);
  });
});

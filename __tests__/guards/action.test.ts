import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { interpolate } from '../../src/sandbox/composite/expression';
import { BLANKED } from '../../src/dev/blanked';
import { readManifest, type RunStep } from '../../src/sandbox/composite/manifest';

const text = readFileSync('action.yml', 'utf8');
const manifest = readManifest('.');
const scripts = manifest.runs.steps.filter((step): step is RunStep => 'run' in step);
const fine = { failed: false, cancelled: false };

describe('action.yml', () => {
  it('hands every input but the token to the program as one JSON variable, whatever is in it', () => {
    const names = Object.keys(manifest.inputs).filter((name) => !name.endsWith('-token'));
    const inputs = Object.fromEntries(names.map((name) => [name, `${name} "'\n}}\${{ }} \\`]));
    for (const step of scripts) {
      const tokens = { 'github-token': 'ghs_token', 'journal-token': 'ghs_app' };
      const contexts = { inputs: { ...inputs, ...tokens } };
      const variable = interpolate(step.env['REKEY_INPUTS'] ?? '', contexts, fine);
      expect(JSON.parse(variable)).toEqual(inputs);
      expect(step.env['REKEY_TOKEN']).toBe('${{ inputs.github-token }}');
      expect(step.env['REKEY_JOURNAL_TOKEN']).toBe('${{ inputs.journal-token }}');
      expect(step.env['REKEY_JOB']).toBe('${{ job.check_run_id }}');
    }
  });

  it('becomes the launcher by exec, so that signals arrive', () => {
    expect(scripts.map((step) => step.run)).toEqual([
      'exec bash -p "$GITHUB_ACTION_PATH/src/launch.sh"',
      'exec bash -p "$GITHUB_ACTION_PATH/src/launch.sh" settle',
    ]);
    expect(existsSync('src/launch.sh')).toBe(true);
  });

  it('maps each output from the main step, under the same name', () => {
    for (const [name, output] of Object.entries(manifest.outputs)) {
      expect(output.value).toBe(`\${{ steps.main.outputs.${name} }}`);
    }
  });

  it('describes every input and output in a sentence', () => {
    const described = [...text.matchAll(/description: (?:'|")?(.+?)(?:'|")?$/gm)].map((match) => match[1]);
    const names = [...Object.keys(manifest.inputs), ...Object.keys(manifest.outputs)];
    expect(described.length).toBe(names.length + 1);
    expect(described.filter((sentence) => !sentence?.endsWith('.'))).toEqual([]);
  });

  it('settles right after the main step, whatever happened: an upload may take its time', () => {
    expect(manifest.runs.steps.map(({ id }) => id)).toEqual(['main', 'settle', undefined]);
    expect(manifest.runs.steps[1]).toMatchObject({ if: 'always()' });
  });

  it('blanks what a step before may have left to run code in ours', () => {
    for (const { env } of scripts) {
      for (const name of Object.keys(BLANKED)) expect([name, env[name]]).toEqual([name, '']);
    }
  });

  it('nests only actions that are pinned by commit', () => {
    const uses = manifest.runs.steps.flatMap((step) => ('uses' in step ? [step.uses] : []));
    expect(uses.filter((name) => !/^[\w./-]+@[0-9a-f]{40}$/.test(name))).toEqual([]);
    expect(uses).toHaveLength(1);
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as core from '@actions/core';
import { RekeyError } from '../../src/domain/errors';
import { actionsOutput, cutToFit } from '../../src/runtime/output';

const redact = (text: string): string => text.replaceAll('sk_live', '***');

describe('in Actions', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rekey-'));
    for (const [name, file] of [
      ['GITHUB_OUTPUT', 'output'],
      ['GITHUB_STEP_SUMMARY', 'summary'],
    ] as const) {
      process.env[name] = join(folder, file);
      await writeFile(join(folder, file), '');
    }
  });
  afterEach(async () => {
    delete process.env['GITHUB_OUTPUT'];
    delete process.env['GITHUB_STEP_SUMMARY'];
    await rm(folder, { recursive: true });
  });

  it('outputs reach the runner’s file, redacted', async () => {
    actionsOutput(core, redact).set('failed', 'one\nsk_live');
    expect(await readFile(join(folder, 'output'), 'utf8')).toMatch(/^failed<<(\S+)\none\n\*\*\*\n\1\n$/);
  });

  it('the summary reaches the runner’s file, redacted', async () => {
    await actionsOutput(core, redact).summary('# Done\nsk_live\n');
    expect(await readFile(join(folder, 'summary'), 'utf8')).toBe('# Done\n***\n');
  });

  it('a summary that cannot be written is the disk’s doing', async () => {
    process.env['GITHUB_STEP_SUMMARY'] = join(folder, 'gone', 'summary');
    await expect(actionsOutput(core, redact).summary('# Done')).rejects.toMatchObject({ code: 'RK7007' });
  });
});

it('only the first error is shown on the run’s page, cut and redacted', () => {
  const shown: [string, object][] = [];
  const toolkit = { ...core, error: (message: string, more: object) => void shown.push([message, more]) };
  const output = actionsOutput(toolkit, redact);
  output.error(new RekeyError('RK9001', `sk_live${'x'.repeat(5000)}`), 'sk_live');
  output.error(new RekeyError('RK9002', 'second'), 'rotate');
  expect(shown).toHaveLength(1);
  expect(shown[0]?.[0]).toHaveLength(4096);
  expect(shown[0]?.[0]).toMatch(/^RK9001 \*\*\*x/);
  expect(shown[0]?.[1]).toEqual({ title: 'RK9001 ***' });
});

describe('a summary', () => {
  it('that fits stays as it is', () => {
    expect(cutToFit('a\nb\n', 4)).toBe('a\nb\n');
  });

  it('that is too long ends at a line, with a sentence, within the limit', () => {
    const cut = cutToFit('€ line\n'.repeat(200), 400);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(400);
    expect(cut).toMatch(/€ line\n\n_Cut here: .*_\n$/);
    expect(cut).not.toContain('\ufffd');
  });
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { RekeyError, together } from '../../src/domain/errors';
import { endEarly, failureSummary } from '../../src/runtime/earlyEnd';

const one = new RekeyError('RK1001', '"rotat" is not a command.');
const two = new RekeyError('RK1002', 'keys: `::error::` is wrong.');

function runner() {
  const folder = mkdtempSync(join(tmpdir(), 'rekey-early-'));
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const path of Object.values(files)) writeFileSync(path, 'before\n');
  return { files, read: (name: keyof typeof files) => readFileSync(files[name], 'utf8') };
}

describe('a run that ends before its command', () => {
  it('sets the status and writes a summary in Actions', () => {
    const { files, read } = runner();
    expect(endEarly(together([one, two]), { GITHUB_ACTIONS: 'true', ...files })).toBe(2);
    expect(read('GITHUB_OUTPUT')).toBe('before\nstatus=failed\n');
    expect(read('GITHUB_STEP_SUMMARY')).toMatch(/^before\n## Rekey: failed\n\n- `RK1001 .*\n- `RK1002 .*\n$/);
  });

  it('writes no file on a laptop, and survives a disk that takes none', () => {
    const { files, read } = runner();
    expect(endEarly(one, files)).toBe(2);
    expect(read('GITHUB_OUTPUT')).toBe('before\n');
    const nowhere = { GITHUB_ACTIONS: 'true', GITHUB_OUTPUT: '/nonexistent/output' };
    expect(endEarly(one, nowhere)).toBe(2);
  });

  it('shows foreign text as code', () => {
    expect(failureSummary(two)).not.toMatch(/^::/m);
  });
});

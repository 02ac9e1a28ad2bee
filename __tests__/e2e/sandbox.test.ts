import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The committed bundle, as a person plays with it: nothing installed but Node. */
function sandbox(words: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env['PATH'] ?? '', ...more };
  return spawnSync(process.execPath, ['dist/index.js', 'sandbox', ...words], { encoding: 'utf8', env });
}

describe('the sandbox of the bundle', () => {
  it('rotates a key that is in use, through the steps of action.yml, and nobody notices', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'out');
    const { status, stdout } = sandbox(['--json', '--seed', '7', '--out', out]);
    const result = JSON.parse(stdout) as Record<string, unknown>;
    expect(result).toMatchObject({
      scenario: 'happy',
      ok: true,
      rotations: 1,
      failed_requests: 0,
      live_credentials: 1,
      orphans: 0,
      old_key: 'refused',
    });
    expect(result['requests']).toBeGreaterThan(50);
    const folder = String(result['evidence']);
    const [evidence = ''] = readdirSync(folder).filter((name) => name.endsWith('.json'));
    expect(JSON.parse(readFileSync(join(folder, evidence), 'utf8'))).toMatchObject({
      sandbox: true,
      outcome: 'done',
      death: { grade: 'refused' },
    });
    expect(readFileSync(join(out, 'happy', 'timeline.txt'), 'utf8')).toMatch(/key key_\w+ revoked/);
    expect(readFileSync(join(out, 'happy', 'run-2', 'summary.md'), 'utf8')).toContain('sandbox');
    expect(status).toBe(0);
  }, 60_000);

  it('wants a scenario by name where GitHub Actions runs it', () => {
    const { status, stderr } = sandbox([], { GITHUB_ACTIONS: 'true' });
    expect(stderr).toContain('RK1002');
    expect(status).toBe(2);
  });

  it('names the scenarios there are', () => {
    const { status, stderr } = sandbox(['--scenario', 'nothing']);
    expect(stderr).toContain(
      'happy, adopt, crash, stall, race, stepback, outage, limit, neighbours and flood',
    );
    expect(status).toBe(2);
  });
});

import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { display } from '../../src/sandbox/display';
import type { ScenarioResult } from '../../src/sandbox/result';

const result: ScenarioResult = {
  scenario: 'happy',
  ok: true,
  rotations: 1,
  requests: 320,
  failed_requests: 0,
  live_credentials: 1,
  orphans: 0,
  old_key: 'refused',
  calls: { vendor: 27, store: 38, github: 44 },
  elapsed_ms: 8012,
  evidence: '/tmp/e',
  report: '/tmp/r',
};

function shown(manner: Parameters<typeof display>[1], one = result): string {
  const output = new PassThrough();
  const screen = display(output, manner);
  screen.begin('/tmp/out');
  screen.happening('happy', { at: 1240, who: 'vendor', what: 'key k2 created' });
  screen.happening('happy', { at: 1300, who: 'journal', what: 'intent forward/promote' });
  screen.status('1.3 s: 12 requests served');
  screen.result(one);
  screen.end([one]);
  return String(output.read());
}

describe('what the sandbox shows', () => {
  it('is one line of JSON a scenario for programs', () => {
    expect(shown({ json: true, many: true, terminal: true })).toBe(`${JSON.stringify(result)}\n`);
  });

  it('is the timeline and the figures for people', () => {
    expect(shown({ json: false, many: false, terminal: false })).toMatchInlineSnapshot(`
     "A cloud on this machine, with nothing real in it. Files: /tmp/out

        1.24s  vendor    key k2 created

     ok  happy
       requests served during the rotation  320
       requests failed                      0
       keys alive at the vendor             1
       keys that nobody knows of            0
       the old key is                       refused
       keys rotated and proved              1
       time                                 8.0 s
       calls                                vendor 27, store 38, GitHub 44
       evidence                             /tmp/e
       report                               /tmp/r

     "
    `);
  });

  it('says whose line it is when several play, and which went wrong', () => {
    const bad = { ...result, ok: false, problems: ['3 requests failed'] };
    const text = shown({ json: false, many: true, terminal: false }, bad);
    expect(text).toContain('happy         1.24s  vendor    key k2 created');
    expect(text).toContain('NOT OK  happy');
    expect(text).toContain('  ! 3 requests failed');
    expect(text.trimEnd().endsWith('Not ok: happy')).toBe(true);
  });

  it('writes one line over and over on a terminal', () => {
    expect(shown({ json: false, many: false, terminal: true })).toContain(
      '\r\u001b[K1.3 s: 12 requests served\r\u001b[K\n',
    );
  });
});

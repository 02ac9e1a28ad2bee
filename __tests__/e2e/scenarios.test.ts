import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { playAll } from '../../src/sandbox/playAll';
import type { ScenarioResult } from '../../src/sandbox/result';
import { SCENARIOS } from '../../src/sandbox/scenarios';

/** All scenarios, with the committed bundle in processes of its own and this process as the cloud. */
describe('the scenarios of the sandbox', () => {
  const out = mkdtempSync(join(tmpdir(), 'scenarios-'));
  const shown = new PassThrough();
  const results = new Map<string, ScenarioResult>();

  beforeAll(async () => {
    const options = { scenario: 'all', keys: 1, seed: 11, json: true, out };
    const played = await playAll(SCENARIOS, options, { output: shown, action: process.cwd() });
    for (const result of played) results.set(result.scenario, result);
  }, 900_000);

  it.each(SCENARIOS.map(({ name }) => name))('%s goes as it must', (name) => {
    const { problems, ...result } = results.get(name) ?? { problems: ['it was not played'] };
    expect(problems).toBeUndefined();
    expect(result).toMatchObject({ scenario: name, ok: true, failed_requests: 0, orphans: 0 });
    expect(readFileSync(join(out, name, 'timeline.txt'), 'utf8')).toContain('run 2 ends');
  });

  it('says each as one line of JSON', () => {
    const lines = String(shown.read()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).scenario).sort()).toEqual([...results.keys()].sort());
  });

  it('retires the old key wherever one had to go, and only there', () => {
    const answers = [...results.values()].map(({ scenario, old_key }) => [scenario, old_key]);
    expect(Object.fromEntries(answers)).toEqual({
      happy: 'refused',
      adopt: 'refused',
      crash: 'refused',
      stall: 'refused',
      race: 'refused',
      stepback: 'accepted',
      outage: 'refused',
      limit: 'refused',
      neighbours: 'refused',
      flood: 'accepted',
    });
  });
});

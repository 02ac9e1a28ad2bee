import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Chance } from '../../src/sandbox/chance';
import { Cloud } from '../../src/sandbox/cloud/cloud';
import { plainKeys } from '../../src/sandbox/cloud/keyPlan';
import { judge } from '../../src/sandbox/stage/judge';
import { leaks } from '../../src/sandbox/stage/leaks';
import { Runners } from '../../src/sandbox/stage/runners';
import { Timeline } from '../../src/sandbox/timeline';

const nothing = (): void => undefined;
const atRest = { done: 0, old: 'accepted' } as const;
const until = async (is: () => boolean): Promise<void> => {
  while (!is()) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('the judge', () => {
  let cloud: Cloud;
  beforeEach(async () => {
    cloud = new Cloud({ keys: plainKeys(1) }, new Chance(1), nothing);
    for (const key of cloud.keys) cloud.place(key);
    await cloud.start();
  });
  afterEach(() => cloud.stop());
  const problems = (): string => judge(cloud, atRest).problems.join('\n');

  it('has nothing to say of a world at rest', () => {
    expect(judge(cloud, atRest)).toEqual({
      rotations: 0,
      live_credentials: 1,
      orphans: 0,
      old_key: 'accepted',
      failed_requests: 0,
      problems: [],
    });
  });

  it('sees that what was expected did not come', () => {
    expect(judge(cloud, { done: 1, old: 'refused', open: 1 }).problems).toEqual([
      '0 rotations were done, 1 should be',
      '0 rotations are open, 1 should be',
      'the old key is accepted, it should be refused',
    ]);
  });

  it('sees a key of ours that nobody knows of, and leaves those of others out', () => {
    cloud.vendor.add('team-search', 'foreign');
    expect(problems()).toBe('');
    const lost = cloud.vendor.add('rekey-gateway-prod-0123456789');
    expect(judge(cloud, atRest).orphans).toBe(1);
    expect(problems()).toBe(`nobody knows of ${lost.id}`);
  });

  it('sees a dead key in the store and in services, and each request that it cost', async () => {
    const [key] = [...cloud.placed.values()];
    cloud.endByHand(key?.id ?? '');
    await until(() => cloud.fleet.tally.failed > 0);
    expect(problems()).toMatch(/requests failed, such as: gateway-prod: the vendor answered 401/);
    expect(problems()).toContain('the store serves a value that the vendor refuses');
    expect(problems()).toContain('a service holds a value that the vendor refuses');
  });

  it("sees that another team's key was touched, a ticket left open and a value left in a slot", () => {
    const foreign = cloud.vendor.add('team-search', 'foreign');
    cloud.endByHand(foreign.id);
    cloud.github.home.issues.open('a-person', 'Rotate gateway-prod', '');
    const value = cloud.secretValues.at(-1) ?? '';
    cloud.vault.kv.put('prod/gateway.rekey.api_key', { part_value: value });
    expect(judge(cloud, atRest).problems).toEqual([
      "another team's key was touched",
      '1 tickets are open, with 0 open rotations',
      'a staged value was left behind',
    ]);
  });

  it('finds a value wherever it must not be', () => {
    const out = mkdtempSync(join(tmpdir(), 'judge-'));
    const runners = new Runners(cloud, new Timeline(nothing), '.', out);
    expect(leaks(cloud, runners, out)).toEqual([]);
    const value = cloud.secretValues.at(-1) ?? '';
    writeFileSync(join(out, 'log.txt'), `key=${value}`);
    cloud.github.home.issues.open('a-person', 'Help', `it is ${value}`);
    cloud.github.home.git.store.advance('rekey-journal', (files) => files.set('facts/x/y.jsonl', value), 'c');
    cloud.github.home.git.store.advance('rekey-journal', (files) => files.clear(), 'cleaned');
    expect(leaks(cloud, runners, out)).toEqual(['the journal', 'a ticket', join(out, 'log.txt')]);
  });
});

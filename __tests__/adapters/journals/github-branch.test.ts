import { describe, expect, it } from '@jest/globals';
import { adapter } from '../../../src/adapters/journals/github-branch/index';
import {
  factsPath,
  LARGEST_FILE,
  shardOf,
  shardPath,
  writeShard,
} from '../../../src/adapters/journals/github-branch/layout';
import { settings } from '../../../src/adapters/journals/github-branch/settings';
import type { Journal } from '../../../src/domain/contracts/journal';
import { NO_ROTATION } from '../../../src/domain/journal/facts';
import type { KeyState } from '../../../src/domain/journal/keyState';
import { journalContract } from '../../contracts/journal';
import { codeOf } from '../../support/codeOf';
import { githubWorld, type GitHubWorld } from '../../support/githubWorld';
import { claimOf, entryOf, warningOf } from '../../support/journalEntries';

const KEY = '1/vault:prod/a#api_key';
const OTHER = '1/vault:prod/b#api_key';
const BRANCH = 'rekey-journal';

function openIn(world: GitHubWorld, chosen: object = {}, token?: string, publicJournal = false): Journal {
  return adapter.open(settings.parse(chosen), { ...world.process(token), publicJournal });
}

journalContract('github-branch, octokit to a fake GitHub', async () => {
  const world = githubWorld();
  const { store } = world.server.home.git;
  const mutation = /^\/graphql$/;
  return {
    open: () => openIn(world),
    loseNextAnswer: () => {
      world.faults.push({ path: mutation, fault: { kind: 'lost', after: 0 } });
    },
    loseNextRequest: () => {
      world.faults.push({ path: mutation, fault: { kind: 'status', status: 502 } });
    },
    remove: () => {
      store.deleteBranch(BRANCH);
    },
    cut: (key) => {
      const path = shardPath(shardOf(key));
      store.advance(BRANCH, (files) => files.set(path, files.get(path)?.slice(0, -20) ?? ''), 'cut');
    },
    rewind: () => {
      store.rewind(BRANCH);
    },
    makeNewer: () => {
      store.advance(BRANCH, (files) => files.set('journal.json', '{"format":2}'), 'newer');
    },
    page: (path) => store.head(BRANCH)?.files.get(path),
    writes: () => store.history(store.head(BRANCH)?.oid ?? '').length,
  };
});

describe('github-branch journal', () => {
  async function made(
    world = githubWorld(),
    chosen: object = {},
  ): Promise<{ world: GitHubWorld; journal: Journal }> {
    const journal = openIn(world, chosen);
    await journal.init();
    return { world, journal };
  }
  const callsOf = async (world: GitHubWorld, work: () => Promise<unknown>): Promise<number> => {
    const before = world.calls().length;
    await work();
    return world.calls().length - before;
  };

  it('begins without a past, and is signed', async () => {
    const { world, journal } = await made();
    await journal.append([entryOf(KEY, undefined, [claimOf('r1', 'gateway-prod')])]);
    const { store } = world.server.home.git;
    const commits = store.history(store.head(BRANCH)?.oid ?? '');
    expect(commits.map((commit) => [commit.message, commit.parents.length, commit.signed])).toEqual([
      ['gateway-prod: claim', 1, true],
      ['Begin the journal of Rekey', 0, true],
    ]);
  });

  it('needs one call to load, one to read facts, one to append', async () => {
    const { world, journal } = await made();
    await journal.append([entryOf(KEY, undefined, [claimOf('r1', KEY)])]);
    const other = openIn(world);
    const row = (await other.load()).keys.get(KEY);
    expect(await callsOf(world, () => other.load())).toBe(1);
    expect(await callsOf(world, () => other.facts(KEY, 'r1'))).toBe(1);
    expect(await callsOf(world, () => other.append([entryOf(KEY, row, [warningOf('r1')])]))).toBe(1);
  });

  it('loads 10,000 keys in one call', async () => {
    const { world } = await made();
    const shards = new Map<string, Map<string, KeyState>>();
    for (let at = 0; at < 10_000; at += 1) {
      const key = `123456789/vault:prod/team-${at}/gateway#api_key`;
      const { state } = entryOf(key, undefined, [claimOf(`r${at}`, `gateway-${at}`)]);
      const rows = shards.get(shardOf(key)) ?? new Map<string, KeyState>();
      shards.set(shardOf(key), rows.set(key, state));
    }
    const write = (files: Map<string, string>): void => {
      for (const [shard, rows] of shards) files.set(shardPath(shard), writeShard(rows));
    };
    world.server.home.git.store.advance(BRANCH, write, 'many');
    const journal = openIn(world);
    let keys = 0;
    expect(await callsOf(world, async () => (keys = (await journal.load()).keys.size))).toBe(1);
    expect(keys).toBe(10_000);
  });

  it('refuses an index that GitHub cut, a shard that is missing, and a row in the wrong shard', async () => {
    const spoil = async (edit: (files: Map<string, string>) => void): Promise<string> => {
      const { world, journal } = await made();
      await journal.append([entryOf(KEY, undefined, [claimOf('r1', KEY)])]);
      world.server.home.git.store.advance(BRANCH, edit, 'spoiled');
      return codeOf(openIn(world).load());
    };
    const path = shardPath(shardOf(KEY));
    const far = shardPath(shardOf(KEY) === '00' ? '01' : '00');
    expect(await spoil((files) => files.set(path, (files.get(path) ?? '') + ' '.repeat(LARGEST_FILE)))).toBe(
      'RK7002',
    );
    expect(await spoil((files) => files.delete(path))).toBe('RK7002');
    expect(await spoil((files) => files.set(far, files.get(path) ?? ''))).toBe('RK7002');
    expect(await spoil((files) => files.set(path, '[]'))).toBe('RK7002');
    expect(await spoil((files) => files.delete('journal.json'))).toBe('RK7002');
  });

  it('refuses facts that do not end where the index says', async () => {
    const { world, journal } = await made();
    const first = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
    await journal.append([first]);
    await journal.append([entryOf(KEY, first.state, [warningOf('r1')])]);
    const path = factsPath(KEY, 'r1');
    const { store } = world.server.home.git;
    store.advance(
      BRANCH,
      (files) => files.set(path, `${(files.get(path) ?? '').split('\n')[0] ?? ''}\n`),
      'cut',
    );
    expect(await codeOf(openIn(world).facts(KEY, 'r1'))).toBe('RK7002');
  });

  it('refuses a key that lost facts although the commits go on', async () => {
    const { world, journal } = await made();
    const first = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
    await journal.append([first]);
    await journal.append([entryOf(KEY, first.state, [warningOf('r1')])]);
    const path = shardPath(shardOf(KEY));
    const { store } = world.server.home.git;
    store.advance(BRANCH, (files) => files.set(path, writeShard(new Map([[KEY, first.state]]))), 'by hand');
    expect(await codeOf(journal.load())).toBe('RK7003');
  });

  it('follows a branch that went on by more commits than it reads', async () => {
    const { world, journal } = await made();
    const { store } = world.server.home.git;
    await journal.load();
    for (let at = 0; at < 60; at += 1)
      store.advance(BRANCH, (files) => files.set('note', String(at)), 'note');
    expect(await callsOf(world, () => journal.load())).toBe(2);
    store.rewind(BRANCH, 55);
    expect(await codeOf(journal.load())).toBe('RK7003');
  });

  it('reads the facts of a resumed rotation once before it adds to them', async () => {
    const { world, journal } = await made();
    const first = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
    await journal.append([first]);
    const resumed = openIn(world);
    const row = (await resumed.load()).keys.get(KEY);
    const entry = entryOf(KEY, row, [warningOf('r1')]);
    expect(await callsOf(world, () => resumed.append([entry]))).toBe(2);
    expect((await openIn(world).facts(KEY, 'r1')).length).toBe(2);
  });

  it('reads the facts of many keys in few calls, and a cut file fails its own key only', async () => {
    const { world, journal } = await made();
    const keys = Array.from({ length: 60 }, (_, at) => `1/vault:prod/k${at}#v`);
    await journal.append(keys.map((key) => entryOf(key, undefined, [claimOf('r1', key)])));
    const spoiled = factsPath(keys[7] ?? '', 'r1');
    world.server.home.git.store.advance(BRANCH, (files) => files.set(spoiled, '{"v":1'), 'cut');
    const resumed = openIn(world);
    await resumed.load();
    let codes: readonly string[] = [];
    const calls = await callsOf(world, async () => {
      codes = await Promise.all(keys.map((key) => codeOf(resumed.facts(key, 'r1'))));
    });
    expect(calls).toBeLessThanOrEqual(3);
    expect(codes.filter((code) => code !== 'no error')).toEqual(['RK7002']);
    expect(codes[7]).toBe('RK7002');
  });

  it('writes nothing behind a line that was cut, and continues with the other keys', async () => {
    const { world, journal } = await made();
    const held = [KEY, OTHER].map((key) => entryOf(key, undefined, [warningOf(NO_ROTATION)]));
    await journal.append(held);
    const path = factsPath(KEY, NO_ROTATION);
    const { store } = world.server.home.git;
    store.advance(BRANCH, (files) => files.set(path, files.get(path)?.slice(0, 40) ?? ''), 'cut');
    const next = openIn(world);
    const rows = (await next.load()).keys;
    const codes = await Promise.all(
      [KEY, OTHER].map((key) => codeOf(next.append([entryOf(key, rows.get(key), [warningOf(NO_ROTATION)])]))),
    );
    expect(codes).toEqual(['RK7002', 'no error']);
    expect(store.head(BRANCH)?.files.get(path)).toHaveLength(40);
    expect(await openIn(world).facts(OTHER, NO_ROTATION)).toHaveLength(2);
  });

  it.each([10_000, 45_000])('writes once when its own commit lands %d ms late', async (delay) => {
    const { world, journal } = await made();
    const first = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
    await journal.append([first]);
    world.faults.push({ path: /^\/graphql$/, fault: { kind: 'late', delay } });
    const entry = entryOf(KEY, first.state, [warningOf('r1')]);
    const { result } = await world.clock.run(() => journal.append([entry]));
    await world.clock.advance(60_000);
    expect(result.get(KEY)).toBe('written');
    expect((await openIn(world).facts(KEY, 'r1')).map((fact) => fact.id)).toEqual([
      first.state.head,
      entry.state.head,
    ]);
  });

  it('says unknown when nobody can tell whether the write landed', async () => {
    const { world, journal } = await made();
    const first = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
    await journal.append([first]);
    world.faults.push({ path: /^\/graphql$/, fault: { kind: 'lost', after: 0 } });
    for (let at = 0; at < 20; at += 1) world.faults.push({ path: /^\/graphql$/, fault: { kind: 'refused' } });
    const append = () => codeOf(journal.append([entryOf(KEY, first.state, [warningOf('r1')])]));
    expect(await world.clock.run(append)).toBe('RK7012');
  });

  it('keeps a key with a full file from stopping the others', async () => {
    const { journal } = await made();
    const big = entryOf(KEY, undefined, [claimOf('r1', KEY), warningOf('r1', 'x'.repeat(LARGEST_FILE))]);
    const small = entryOf(OTHER, undefined, [claimOf('r2', OTHER)]);
    const [full, fine] = await Promise.allSettled([journal.append([big]), journal.append([small])]);
    expect(full.status).toBe('rejected');
    expect(fine.status === 'fulfilled' && fine.value.result.get(OTHER)).toBe('written');
  });

  it('gives up, without a fact lost, when others always write first', async () => {
    const { world, journal } = await made();
    await journal.load();
    const { store } = world.server.home.git;
    const original = store.head.bind(store);
    let noise = 0;
    store.head = (branch) => {
      if (branch === BRANCH)
        store.refs.set(
          `refs/heads/${BRANCH}`,
          store.commit(
            original(branch)?.files ?? new Map(),
            [original(branch)?.oid ?? ''],
            `noise ${(noise += 1)}`,
            { author: 'x', signed: false },
          ).oid,
        );
      return original(branch);
    };
    expect(await codeOf(journal.append([entryOf(KEY, undefined, [claimOf('r1', KEY)])]))).toBe('RK7007');
    expect(noise).toBeLessThanOrEqual(9);
  });

  it('refuses a public repository unless that is said', async () => {
    const world = githubWorld({ repository: { owner: 'acme', name: 'shop', id: 1001, private: false } });
    expect(await codeOf(openIn(world).init())).toBe('RK7011');
    await openIn(world, {}, undefined, true).init();
    expect(await codeOf(openIn(world).load())).toBe('RK7011');
    expect((await openIn(world, {}, undefined, true).load()).keys.size).toBe(0);
  });

  it('may be reserved for the App of journal-token by a rule that stops everybody else', async () => {
    const world = githubWorld();
    world.server.home.git.rules.set('rekey-journal', ['deletion', 'non_fast_forward', 'update']);
    await openIn(world).init();
    expect(await openIn(world).audit()).toEqual([
      expect.stringContaining('The rule update on rekey-journal'),
    ]);
    const app = adapter.open(settings.parse({}), world.process('job-token', {}, 'journal-token'));
    expect(await app.audit()).toEqual([]);
  });

  it('lives in another repository when told so', async () => {
    const world = githubWorld({
      others: [{ owner: 'acme', name: 'vault', id: 1002 }],
      tokens: {
        'job-token': {
          login: 'rekey[bot]',
          permissions: { contents: 'write' },
          repositories: ['acme/shop', 'acme/vault'],
        },
      },
    });
    await openIn(world, { repository: 'acme/vault' }).init();
    expect(world.server.repositories[1]?.git.store.head(BRANCH)).toBeDefined();
    expect(await codeOf(openIn(world).load())).toBe('RK7001');
  });

  it('names the permission that is missing', async () => {
    const world = githubWorld({
      tokens: {
        'job-token': {
          login: 'github-actions[bot]',
          permissions: { contents: 'read' },
          repositories: ['acme/shop'],
        },
      },
    });
    await expect(openIn(world).init()).rejects.toMatchObject({
      code: 'RK3004',
      next: expect.stringContaining('contents: write'),
    });
  });

  it('says which rules the branch lacks, and which would stop it', async () => {
    const { world, journal } = await made();
    expect((await journal.audit()).map((sentence) => /"(.*)"/.exec(sentence)?.[1])).toEqual([
      'Restrict deletions',
      'Block force pushes',
    ]);
    world.server.home.git.rules.set(BRANCH, ['deletion', 'non_fast_forward']);
    expect(await journal.audit()).toEqual([]);
    world.server.home.git.rules.set(BRANCH, ['deletion', 'non_fast_forward', 'pull_request']);
    expect((await journal.audit()).join()).toContain('pull_request');
  });

  it('passes the wait on when GitHub asks to slow down', async () => {
    const world = githubWorld({ limits: { contentPerMinute: 4 } });
    const { journal } = await made(world);
    const first = entryOf(KEY, undefined, [claimOf('r1', KEY)]);
    await journal.append([first]);
    await expect(journal.append([entryOf(KEY, first.state, [warningOf('r1')])])).rejects.toMatchObject({
      kind: 'throttled',
      retryAfter: 60_000,
    });
  });

  it("tells GitHub's time", async () => {
    const { world, journal } = await made();
    expect(Math.abs(journal.now() - world.clock.now())).toBeLessThan(1000);
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { adapter } from '../../../src/adapters/journals/file/index';
import { fakeDisk } from '../../../src/adapters/journals/file/fake';
import type { Journal } from '../../../src/domain/contracts/journal';
import type { Files } from '../../../src/domain/ports';
import { diskFiles } from '../../../src/runtime/files';
import { journalContract } from '../../contracts/journal';
import { codeOf } from '../../support/codeOf';
import { claimOf, entryOf, warningOf } from '../../support/journalEntries';
import { seededRandom, testPorts } from '../../support/ports';

const KEY = '1/vault:prod/a#api_key';

/** One source of chance for all processes of this file, so that no two of them draw the same id. */
const random = seededRandom();

const openOn = (files: Files, path: string): Journal =>
  adapter.open({ path }, { ...testPorts({ files }).ports, random });

journalContract('file, on a disk in memory', async () => {
  const disk = fakeDisk();
  const commits = (): string[] =>
    [...disk.content.keys()].filter((name) => name.includes('/commits/')).sort();
  const change = (name: string, edit: (text: string) => string): void => {
    disk.content.set(name, edit(disk.content.get(name) ?? ''));
  };
  return {
    open: () => openOn(disk, 'j'),
    loseNextAnswer: disk.loseNextAnswer,
    loseNextRequest: disk.loseNextRequest,
    remove: () => {
      disk.content.clear();
    },
    cut: () => {
      change(commits().pop() ?? '', (text) => text.slice(0, -20));
    },
    rewind: () => {
      disk.content.delete(commits().pop() ?? '');
    },
    makeNewer: () => {
      change('j/journal.json', () => '{"format":2}');
    },
    page: (path) => disk.content.get(`j/${path}`),
    writes: () => commits().length,
  };
});

describe('file journal', () => {
  const root = mkdtempSync(join(tmpdir(), 'rekey-journal-'));
  afterAll(() => {
    rmSync(root, { recursive: true });
  });

  it('is a journal on a real disk, for several writers at once', async () => {
    const path = join(root, 'several');
    await openOn(diskFiles(), path).init();
    const writers = Array.from({ length: 4 }, async (_, at) => {
      const key = `1/vault:prod/k${at}#v`;
      const journal = openOn(diskFiles(), path);
      const first = entryOf(key, undefined, [claimOf('r', key)]);
      await journal.append([first]);
      await journal.append([entryOf(key, first.state, [warningOf('r')])]);
    });
    await Promise.all(writers);
    const rows = [...(await openOn(diskFiles(), path).load()).keys.values()];
    expect(rows.map((row) => row.count)).toEqual(Array.from({ length: 4 }, () => 2));
  });

  it('lets one of two processes win a key on a real disk', async () => {
    const path = join(root, 'race');
    await openOn(diskFiles(), path).init();
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const entry = entryOf(KEY, undefined, [claimOf('r', KEY)]);
        return (await openOn(diskFiles(), path).append([entry])).result.get(KEY);
      }),
    );
    expect(answers.filter((answer) => answer === 'written').length).toBe(1);
  });

  it('notices a commit that was taken out of the middle', async () => {
    const disk = fakeDisk();
    const journal = openOn(disk, 'j');
    await journal.init();
    const first = entryOf(KEY, undefined, [claimOf('r', KEY)]);
    await journal.append([first]);
    await journal.append([entryOf(KEY, first.state, [warningOf('r')])]);
    disk.content.delete('j/commits/00000002.json');
    expect(await codeOf(openOn(disk, 'j').load())).toBe('RK7002');
  });

  it.each([
    ['deleted', (files: Map<string, string>): void => void files.clear()],
    [
      'replaced by an older one',
      (files: Map<string, string>): void =>
        void files.set('j/commits/00000002.json', files.get('j/commits/00000001.json') ?? ''),
    ],
  ])(
    'is no journal to a process under which it was %s, though its next number is free',
    async (_how, change) => {
      const disk = fakeDisk();
      const journal = openOn(disk, 'j');
      await journal.init();
      const first = entryOf(KEY, undefined, [claimOf('r', KEY)]);
      await journal.append([first]);
      change(disk.content);
      const next = journal.append([entryOf(KEY, first.state, [warningOf('r')])]);
      expect(await codeOf(next)).toBe('RK7003');
    },
  );

  it('warns a runner that its disk is thrown away', async () => {
    expect((await openOn(fakeDisk(), 'j').audit()).join()).toContain('thrown away');
  });
});

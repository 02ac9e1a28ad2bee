import type { Fact } from '../../../../src/domain/journal/facts';
import { instant } from '../../../../src/domain/tools/time';
import { REPOSITORY, type World } from '../../world/world';
import type { Incident } from './incident';

const COMMITS = 'journal/commits';

/** Somebody else writes to the journal, so whoever writes next has a conflict. */
export const othersWrite: Incident = {
  name: 'others write',
  weight: 4,
  begin(world) {
    if (world.setting.journal === 'github-branch') {
      const edit = (files: Map<string, string>): void =>
        void files.set('NOTES.md', String(world.scheduler.now));
      world.servers.github.home.git.store.advance('rekey-journal', edit, 'A note');
    } else {
      if (!appendCommit(world, [])) return undefined;
    }
    return 'somebody else writes to the journal';
  },
};

/** Set back by one or more commits, as by a force push or a restored backup. */
export const rewound: Incident = {
  name: 'journal rewound',
  weight: 1,
  begin(world, chance) {
    const by = 1 + Math.floor(chance.fraction() * 4);
    if (world.setting.journal === 'github-branch') {
      world.servers.github.home.git.store.rewind('rekey-journal', by);
    } else {
      for (let count = 0; count < by; count += 1) {
        const last = lastCommit(world);
        if (last && last.number > 1) world.disk.remove(`${COMMITS}/${nameOf(last.number)}`);
      }
    }
    world.assumptions.breaks('the journal is ours', 'journal', 'a person');
    return `the journal is set back by ${by} commits`;
  },
};

/** The newest commit loses its end. */
export const cutOff: Incident = {
  name: 'journal cut',
  weight: 1,
  begin(world) {
    world.assumptions.breaks('the journal is ours', 'journal', 'a disk');
    if (world.setting.journal === 'github-branch') {
      const edit = (files: Map<string, string>): void => {
        for (const [path, text] of files)
          if (path.startsWith('facts/')) files.set(path, text.slice(0, Math.floor(text.length / 2)));
      };
      world.servers.github.home.git.store.advance('rekey-journal', edit, 'Cut');
      return 'the facts in the journal are cut in half';
    }
    const [path, text] = [...world.disk.files].findLast(([name]) => name.startsWith(COMMITS)) ?? [];
    if (path === undefined || text === undefined) return undefined;
    world.disk.write(path, text.slice(0, Math.floor(text.length / 2)));
    return 'the newest commit of the journal is cut in half';
  },
};

export const deleted: Incident = {
  name: 'journal deleted',
  weight: 1,
  begin(world) {
    world.assumptions.breaks('the journal is ours', 'journal', 'a person');
    if (world.setting.journal === 'github-branch')
      world.servers.github.home.git.store.deleteBranch('rekey-journal');
    else for (const path of [...world.disk.files.keys()]) world.disk.remove(path);
    return 'the journal is deleted';
  },
};

/** Who wrote what this release cannot read. */
export const NEWER = 'a newer release';

/** A newer release of Rekey goes on with an open rotation, and writes in a form that this one does not know. */
export const newerRelease: Incident = {
  name: 'newer release',
  weight: 1,
  begin(world) {
    const last = world.setting.journal === 'file' ? lastCommit(world) : undefined;
    const key = world.setting.keys
      .filter(({ repository }) => repository === REPOSITORY)
      .map((one) => world.identityOf(one))
      .find((one) => world.chronicle.stateOf(one).open);
    if (!last || key === undefined) return undefined;
    const before = world.chronicle.stateOf(key);
    const id = `newer.${last.number}`;
    const rotation = before.open?.rotation ?? '';
    const fact: Fact = {
      v: 2,
      id,
      at: instant(world.scheduler.now),
      rotation,
      by: 'newer',
      type: 'warning',
      message: 'a word of tomorrow',
    };
    const state = { ...before, v: 2, head: id, count: before.count + 1 };
    const next = { number: last.number + 1, id, after: last.id, entries: [{ key, facts: [fact], state }] };
    world.disk.write(`${COMMITS}/${nameOf(next.number)}`, `${JSON.stringify(next)}\n`);
    world.assumptions.breaks('the journal is ours', key, NEWER);
    return 'a newer release of Rekey writes to the journal';
  },
};

/** A commit on top of all others. @returns false when there is nothing to stand on */
export function appendCommit(world: World, entries: readonly object[]): boolean {
  const last = lastCommit(world);
  if (!last) return false;
  const number = last.number + 1;
  const next = { number, id: `other${last.number}`, after: last.id, entries };
  world.disk.write(`${COMMITS}/${nameOf(number)}`, `${JSON.stringify(next)}\n`);
  return true;
}

const nameOf = (number: number): string => `${String(number).padStart(8, '0')}.json`;

function lastCommit({ disk }: World): { readonly number: number; readonly id: string } | undefined {
  const text = disk.read(`${COMMITS}/${disk.list(COMMITS).at(-1) ?? ''}`);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as { readonly number: number; readonly id: string };
  } catch {
    return undefined;
  }
}

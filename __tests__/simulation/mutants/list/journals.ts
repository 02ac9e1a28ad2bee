import type { Mutant } from '../mutant';

const COMMITS = 'src/kits/journal/commits.ts';

/** What a journal must refuse. */
export const journals: readonly Mutant[] = [
  {
    name: 'empty-journal-accepted',
    says: 'A journal that is gone is read as one in which nothing was ever written.',
    file: COMMITS,
    find: "    if (names.length === 0) throw cut('The list of commits');\n",
    replace: '',
    also: [
      {
        file: COMMITS,
        find: 'if (format === undefined) throw new RekeyError',
        replace: 'if (format === undefined) return;\n    if (format === "") throw new RekeyError',
      },
    ],
  },
  {
    name: 'newer-facts-read',
    says: 'An old release reads what a newer one wrote as if it understood it.',
    file: 'src/domain/journal/journalRows.ts',
    find: '  if (version > newest)',
    replace: '  if (version > newest + 1000)',
  },
  {
    name: 'journal-overwritten',
    says: 'A commit is written over one of another process that has the same number.',
    file: COMMITS,
    find: `    return this.#files.create(
      this.#fileOf(commit.number),
      \`\${JSON.stringify({ ...commit, entries: written })}\\n\`,
    );`,
    replace: `    await this.#files.write(
      this.#fileOf(commit.number),
      \`\${JSON.stringify({ ...commit, entries: written })}\\n\`,
    );
    return true;`,
  },
  {
    name: 'soak-by-runner-clock',
    says: 'Times are read from the clock of the runner, which may be wrong, and not from that of the journal; nor is the store asked when the switch was.',
    file: 'src/adapters/journals/github-branch/journal.ts',
    find: 'now: () => github.now(),',
    replace: 'now: () => ports.clock.now(),',
    also: [
      {
        file: 'src/lifecycle/revocation/drainTimes.ts',
        find: 'return Math.max(millis(row.result.at), servedToAll(ctx, millis((named ?? now).created)), again);',
        replace: 'return millis(row.result.at);',
      },
    ],
  },
  {
    name: 'unknown-means-nothing-done',
    says: 'A write whose answer was lost is taken for one that did nothing.',
    file: 'src/domain/errorKinds.ts',
    find: "then: 'it looks at what happened before it does anything else',",
    replace: "then: '', nothingDone: true,",
  },
];

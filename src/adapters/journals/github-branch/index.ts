import { defineAdapter } from '../../../domain/descriptor';
import { branchJournal } from './journal';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'journals',
  descriptor: {
    id: 'github-branch',
    title: 'Branch of a GitHub repository',
    summary:
      'The default journal: a branch that only grows, written by one atomic, signed commit for many keys.',
    homepage: 'https://docs.github.com/en/graphql/reference/commits#mutation-createcommitonbranch',
    permissions: [
      { permission: 'contents: write', why: 'createCommitOnBranch writes facts; the index is read with it' },
      { permission: 'metadata: read', why: 'doctor reads the rules of the branch' },
    ],
    limits: [
      'GitHub allows 80 writes a minute and 500 an hour; keys that advance together share one.',
      'GraphQL cuts files beyond 512,000 bytes; Rekey refuses to write one (RK7013). That is some 1,500 facts of one rotation.',
    ],
    risks: [
      'Whoever may write contents may write the journal: a forged journal can make Rekey stop or wait, never revoke.',
      'GITHUB_TOKEN cannot be exempt from a ruleset, so with it alone the branch cannot be reserved; with journal-token it can, for an App.',
    ],
    github: { contents: 'write' },
    changes: { branch: 'trust', repository: 'trust' },
    example: 'journal: { use: github-branch, repository: acme/rekey-journal, branch: rekey/production }',
    tried: 'Against a fake of the GraphQL and git APIs only.',
  },
  settings,
  origins: () => ['https://api.github.com'],
  open: branchJournal,
});

import { defineAdapter } from '../../../domain/descriptor';
import { fileJournal } from './journal';
import { settings } from './settings';

export const adapter = defineAdapter({
  kind: 'journals',
  descriptor: {
    id: 'file',
    title: 'Directory on disk',
    summary: 'A journal in a directory, for the sandbox and for one laptop.',
    homepage: 'https://nodejs.org/api/fs.html',
    permissions: [{ permission: 'read and write in the directory', why: 'every fact is a line there' }],
    limits: ['One machine. The disk must know hard links.'],
    risks: [
      'Whoever may write in the directory may rewrite history.',
      'A runner throws its disk away, so this is no journal for scheduled rotations.',
    ],
    changes: { path: 'trust' },
    example: 'journal: { use: file, path: .rekey-journal }',
    tried: 'Against a real disk on Linux, with several writers at once.',
  },
  settings,
  origins: () => [],
  open: fileJournal,
});

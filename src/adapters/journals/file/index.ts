import { AppendQueue } from '../../../domain/appendQueue';
import type { Attachment, Entry, Journal, JournalView } from '../../../domain/contracts/journal';
import { defineAdapter, type AdapterPorts } from '../../../domain/descriptor';
import { FileLog } from './log';
import { settings, type FileJournalSettings } from './settings';

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
    example: 'journal: { use: file, path: .rekey-journal }',
    tried: 'Against a real disk on Linux, with several writers at once.',
  },
  settings,
  origins: () => [],
  open,
});

function open(chosen: FileJournalSettings, ports: AdapterPorts): Journal {
  const log = new FileLog(ports.files, chosen.path, () => ports.random.id(12));
  const queue = new AppendQueue(log);
  return {
    load: async (): Promise<JournalView> => log.reload(),
    facts: async (key, rotation, at) => log.facts(key, rotation, at),
    append: async (entries: readonly Entry[], files: readonly Attachment[] = []) =>
      queue.append(entries, files),
    now: () => ports.clock.now(),
    init: async () => log.init(),
    audit: async () =>
      ports.run.owner.kind === 'actions'
        ? ['The journal is a directory of the runner, which is thrown away after the job.']
        : [],
  };
}

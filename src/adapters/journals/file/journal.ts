import { AppendQueue } from '../../../domain/appendQueue';
import type { Attachment, Entry, Journal, JournalView } from '../../../domain/contracts/journal';
import type { AdapterPorts } from '../../../domain/descriptor';
import { FileLog } from './log';
import type { FileJournalSettings } from './settings';

export function fileJournal({ path }: FileJournalSettings, ports: AdapterPorts): Journal {
  const log = new FileLog(ports.files, path, () => ports.random.id(12));
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

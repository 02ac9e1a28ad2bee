import type { Journal } from '../../../domain/contracts/journal';
import type { AdapterPorts } from '../../../domain/descriptor';
import { journalOver } from '../../../kits/journal/journalOver';
import type { FileJournalSettings } from './settings';

export function fileJournal({ path }: FileJournalSettings, ports: AdapterPorts): Journal {
  const journal = journalOver(ports.files, path, ports);
  return {
    ...journal,
    async init() {
      await journal.init();
      // In a working tree it would be in the way. Whoever wants it in git takes this file away.
      await ports.files.create(`${path}/.gitignore`, '*\n');
    },
    audit: async () =>
      ports.run.owner.kind === 'actions'
        ? ['The journal is a directory of the runner, which is thrown away after the job.']
        : [],
  };
}

import type { Journal } from '../../../domain/contracts/journal';
import type { AdapterPorts } from '../../../domain/descriptor';
import { journalOver } from '../../../kits/journal/journalOver';
import { sampleFiles } from './api';
import type { SampleJournalSettings } from './settings';

export function sampleJournal(settings: SampleJournalSettings, ports: AdapterPorts): Journal {
  const files = sampleFiles(settings, ports);
  return {
    ...journalOver(files, settings.path, { clock: files, random: ports.random }),
    /** What is wrong with its protection, in sentences, as far as the server tells. */
    audit: async () => [],
  };
}

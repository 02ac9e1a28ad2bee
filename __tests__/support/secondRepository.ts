import { adapter as fileJournal } from '../../src/adapters/journals/file';
import { testPorts } from './ports';
import { Stage, type StageOptions } from './stage';

/** The same store and vendor, seen from another repository: with a journal and runs of its own. */
export async function secondRepository(first: Stage, options: StageOptions = {}): Promise<Stage> {
  const second = new Stage({
    seed: 2,
    ...options,
    run: { repository: 'acme/billing', repositoryId: '1002' },
  });
  const { clock, vendor, vault, deploys, services } = first;
  Object.assign(second, { clock, vendor, vault, deploys, services });
  const { ports } = testPorts({ clock, files: second.disk });
  await fileJournal.open({ path: 'journal' }, ports).init();
  return second;
}

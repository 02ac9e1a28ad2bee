import { adapter as fileJournal } from '../../src/adapters/journals/file';
import { Ledger, type NewFact } from '../../src/lifecycle/ledger';
import { openValues, testPorts } from './ports';
import type { Stage } from './stage';

/** Writes facts of the open rotation into the journal of a stage, as a command or a forger does. */
export async function writeFacts(stage: Stage, ...facts: readonly NewFact[]): Promise<void> {
  const { ports } = testPorts({ clock: stage.clock, files: stage.disk });
  const journal = fileJournal.open({ path: 'journal' }, ports);
  const key = (await journal.load()).keys.get(stage.identity);
  if (!key) throw new Error('the journal does not know the key');
  const rotation = key.open?.rotation ?? '-';
  const known = await journal.facts(stage.identity, rotation);
  const told = (): void => {};
  const ledger = new Ledger(
    { ...ports, journal, told, values: openValues },
    rotation,
    ports.random.id(12) + String(known.length),
    key,
    known,
  );
  for (const fact of facts) ledger.note(fact);
  await stage.clock.run(async () => void (await ledger.flush()));
}

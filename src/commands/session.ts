import type { Config } from '../domain/config';
import type { Journal, JournalView } from '../domain/contracts/journal';
import type { Catalog } from '../domain/descriptor';
import type { LedgerPorts } from '../lifecycle/ledger';
import { Composition } from './compose';
import { readConfig } from './configSource';
import { progress } from './progress';
import type { World } from './world';

/** What every command but `doctor` and `sandbox` begins with: the config, the parts, the journal as it is now. */
export interface Session {
  readonly world: World;
  readonly config: Config;
  readonly parts: Composition;
  readonly journal: Journal;
  readonly view: JournalView;
}

/** Two calls to GitHub, however many keys there are. @param changes the command may change something */
export async function openSession(
  path: string,
  catalog: Catalog,
  world: World,
  changes: boolean,
): Promise<Session> {
  const config = await readConfig(path, catalog, world, changes);
  const parts = new Composition(config, catalog, world);
  const journal = await parts.journal();
  return { world, config, parts, journal, view: await journal.load() };
}

/** What writes facts of one key, each told in the log as it is noted. */
export function ledgerPorts({ world, journal }: Session, key: string): LedgerPorts {
  const { clock, log, values } = world;
  const told = progress((line) => log.info(`${key}  ${line}`));
  return { journal, clock, log, values, told };
}

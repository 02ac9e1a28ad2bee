import type { Finding } from '../domain/plan';
import { MINUTE, type Millis } from '../domain/tools/time';
import type { EnginePorts } from '../lifecycle/subject';
import { pages } from './pages';
import { redactedPages } from './redacted';
import { ledgerPorts, type Session } from './session';

/** A wait that is shorter holds the runner; a longer one ends it, and a later run continues. */
export const PATIENCE: Millis = 5 * MINUTE;

/** What the lifecycle of one key may use of this process. */
export function enginePorts(session: Session, key: string, unstarted: readonly Finding[] = []): EnginePorts {
  const { world, config } = session;
  const { random, run, host, deadline, signal } = world;
  const shown = redactedPages(pages(config, run), world.values);
  const ports = { random, run, host, deadline, signal, patience: PATIENCE, pages: shown, unstarted };
  return { ...ports, ...ledgerPorts(session, key) };
}

import type { KeyConfig } from '../../src/domain/config';
import type { Host } from '../../src/domain/contracts/host';
import type { Journal } from '../../src/domain/contracts/journal';
import type { AdapterPorts } from '../../src/domain/descriptor';
import type { Fact, RotationKind } from '../../src/domain/journal/facts';
import type { KeyState } from '../../src/domain/journal/keyState';
import { HOUR, MINUTE, type Millis } from '../../src/domain/tools/time';
import { evidence } from '../../src/evidence/build';
import { evidenceFile } from '../../src/evidence/file';
import type { ClaimRequest } from '../../src/lifecycle/claiming';
import type { EnginePorts, Pages } from '../../src/lifecycle/subject';
import type { FaultPlan } from '../../src/sandbox/faults';
import { openValues } from './ports';
import type { VirtualClock } from './virtualClock';

/** In which way a process differs from the scheduled run of a job with an hour. */
export interface How {
  readonly faults?: FaultPlan;
  readonly request?: Partial<ClaimRequest>;
  readonly patience?: Millis;
  readonly deadline?: Millis;
  readonly signal?: AbortSignal;
  /** Several steps of one job have one name. */
  readonly job?: string;
  /** Called with each fact as it is noted. */
  readonly told?: (fact: Fact) => void;
  /** It begins no rotation when there has been one. */
  readonly ifDue?: boolean;
  /** The injector does not see it. */
  readonly calm?: boolean;
}

export function requestOf(key: KeyState, kind: RotationKind, entry: KeyConfig, how: How): ClaimRequest {
  return {
    kind: key.open?.kind ?? kind,
    rank: 'scheduled',
    entry,
    deadline: how.deadline ?? HOUR,
    config: { digest: 'c0ffee' },
    order: { command: 'rotate', actor: 'schedule', event: 'schedule' },
    ...how.request,
  };
}

export function enginePorts(
  ports: AdapterPorts,
  journal: Journal,
  clock: VirtualClock,
  over: ReadonlySet<string>,
  how: How,
): EnginePorts {
  const host: Host = {
    me: ports.run.owner,
    over: (owner) => Promise.resolve(owner.kind === 'actions' && over.has(owner.job) ? 'over' : 'running'),
    approvals: () => Promise.resolve([]),
  };
  return {
    journal,
    host,
    clock,
    random: ports.random,
    log: ports.log,
    values: openValues,
    run: ports.run,
    pages,
    told: how.told ?? ((): void => {}),
    deadline: clock.monotonic() + (how.deadline ?? HOUR),
    patience: how.patience ?? 5 * MINUTE,
    signal: how.signal ?? new AbortController().signal,
  };
}

/** Real evidence; of the ticket only that there is one. */
const pages: Pages = {
  ticket: () => ({ title: 'Rotate', body: '', labels: [] }),
  evidence: (facts) => {
    const { content, digest } = evidenceFile(evidence(facts));
    return [{ path: `evidence/${facts[0]?.rotation ?? ''}.json`, name: 'evidence.json', content, digest }];
  },
};

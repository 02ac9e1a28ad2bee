import type { Config, KeyConfig } from '../domain/config';
import { keyIdentity } from '../domain/key';
import type { KeyState } from '../domain/journal/keyState';
import { isStart, type Finding, type Plan, type PlanItem } from '../domain/plan';
import { instant, type Millis } from '../domain/tools/time';
import { caseOf, dates, decide, type Decision } from './decide';
import { dueOf } from './due';
import { applyLimits } from './limits';
import { inOrder } from './order';
import { judge } from './policy';
import type { PlanContext, PlanRequest } from './request';
import { sharedCredentials } from './shared';
import { unmanaged } from './unmanaged';

export type { PlanRequest } from './request';

/**
 * What a run would do with each key. Pure: the same for the same config, journal and time.
 * @param keys states by identity, from the journal @param now by the journal's clock
 */
export function plan(
  config: Config,
  keys: ReadonlyMap<string, KeyState>,
  now: Millis,
  request: PlanRequest,
): Plan {
  const context: PlanContext = { config, request, now };
  const shares = sharedCredentials(keys);
  const entries = Object.values(config.keys);
  const identities = new Map(entries.map((key) => [key.name, keyIdentity(request.repositoryId, key)]));
  const items = entries
    .filter((key) => request.selected?.has(key.name) ?? true)
    .map((key) => {
      const identity = identities.get(key.name) ?? '';
      return itemOf(key, identity, keys.get(identity), shares.get(identity) ?? [], context);
    });
  const gone = request.selected ? [] : unmanaged(keys, new Set(identities.values()));
  const { path, commit, digest } = config.source;
  return {
    v: 1,
    at: instant(now),
    command: request.command,
    config: { path, ...(commit !== undefined && { commit }), digest },
    journal: request.journal,
    items: applyLimits(inOrder([...items, ...gone], config), keys, context),
    warnings: config.warnings,
  };
}

/** When a key that stands like this is due. @param now by the journal's clock */
export const datesOf = (
  key: KeyConfig,
  state: KeyState,
  policy: Config['policy'],
  now: Millis,
): Pick<PlanItem, 'due' | 'overdue'> => dates(dueOf(key, state, policy), now);

function itemOf(
  key: KeyConfig,
  identity: string,
  state: KeyState | undefined,
  shares: readonly string[],
  context: PlanContext,
): PlanItem {
  const it = caseOf(key, state, context);
  const decision = decide(it, context);
  const { owner, environment, vendor, usedBy: workloads } = key;
  return {
    key: key.name,
    identity,
    owner,
    environment,
    vendor,
    workloads,
    ...dates(it.due, context.now),
    ...judged(decision, key, state, shares, context),
  };
}

/** Windows and reviewers, by today's config and the reviews of this run: an order that the journal tells of is nobody's word. */
function againstStart(key: KeyConfig, state: KeyState | undefined, context: PlanContext): readonly Finding[] {
  const kind = state?.open?.kind;
  if (kind !== 'rotate' && kind !== 'remove') return [];
  return judge({ key, state, action: kind, shares: [] }, context).filter(({ weight }) => weight === 'wait');
}

/** A start that policy forbids is refused, one that is too early waits; everything else stands as decided. */
function judged(
  decision: Decision,
  key: KeyConfig,
  state: KeyState | undefined,
  shares: readonly string[],
  context: PlanContext,
): Decision & Pick<PlanItem, 'findings' | 'unstarted'> {
  const { action, findings = [] } = decision;
  if (decision.rotation !== undefined) {
    const unstarted = againstStart(key, state, context);
    return { ...decision, findings, ...(unstarted.length > 0 && { unstarted }) };
  }
  if (!isStart(action)) return { ...decision, findings };
  const found = [...findings, ...judge({ key, state, action, shares }, context)];
  const against = (weight: Finding['weight']): readonly Finding[] =>
    found.filter((it) => it.weight === weight);
  const [refusal] = against('refuse');
  if (refusal) return { ...decision, action: 'refused', why: refusal.message, findings: found };
  const waits = against('wait');
  if (waits.length === 0) return { ...decision, findings: found };
  const until = waits
    .flatMap((it) => (it.until === undefined ? [] : [it.until]))
    .sort()
    .at(-1);
  return {
    ...decision,
    action: 'wait',
    why: `${decision.why}; ${waits.map((it) => it.message).join('; ')}`,
    ...(until !== undefined && { resumeAt: until }),
    findings: found,
  };
}

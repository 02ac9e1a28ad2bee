import { RekeyError } from '../domain/errors';
import { EVIDENCE_VERSION, type Evidence } from '../domain/evidence';
import type { ClaimFact, Fact } from '../domain/journal/facts';
import type { Outcome } from '../domain/outcomes';
import { foldRotation, resultOf, type RotationState } from '../domain/journal/rotation';
import { deathOf } from './death';
import { rowsOf } from './rows';

/** By the last fact it was made of: facts never change, and the end of a run asks for evidence in an alert, a summary and a file. */
const known = new WeakMap<Fact, { readonly facts: readonly Fact[]; readonly made: Evidence }>();

/**
 * The evidence of one rotation from its facts, in order. RK7002 when they do not begin with a claim and its snapshot.
 * @param state what they fold to, from a caller that has it already
 */
export function evidence(facts: readonly Fact[], state?: RotationState): Evidence {
  const { counted, outcome } = untilClose(facts);
  const last = counted.at(-1);
  const before = last && known.get(last);
  if (before && isSame(before.facts, counted)) return before.made;
  const rotation = counted === facts && state ? state : foldRotation(counted);
  if (!rotation) throw new RekeyError('RK7002', 'The facts of a rotation do not begin with a claim.');
  const made = build(counted, rotation, outcome);
  known.set(rotation.last, { facts: counted, made });
  return made;
}

const isSame = (facts: readonly Fact[], others: readonly Fact[]): boolean =>
  facts.length === others.length && facts.every((fact, at) => fact === others[at]);

function build(counted: readonly Fact[], rotation: RotationState, outcome: Outcome | 'open'): Evidence {
  const { snapshot } = rotation;
  return {
    v: EVIDENCE_VERSION,
    rotation: rotation.rotation,
    key: snapshot.name,
    owner: snapshot.owner,
    environment: snapshot.environment,
    vendor: snapshot.vendor,
    secret: `${snapshot.store}:${snapshot.secret.path}#${Object.values(snapshot.secret.fields).join('+')}`,
    kind: rotation.kind,
    orders: ordersOf(rotation.claims),
    outcome,
    started: rotation.started,
    ...(outcome === 'open' ? {} : { ended: rotation.last.at }),
    configs: configsOf(rotation),
    releases: distinct(rotation.claims.map((claim) => claim.release)),
    runs: distinct(rotation.claims.map((claim) => claim.run)),
    ...(rotation.claims.some(({ sandbox }) => sandbox) && { sandbox: true as const }),
    ...credentialsOf(rotation),
    death: deathOf(rotation, outcome),
    ...rowsOf(counted),
    ...eventsOf(counted),
    takeovers: rotation.claims.filter((claim) => claim.takenFrom !== undefined).length,
    head: rotation.last.id,
    facts: counted.length,
  };
}

/**
 * Evidence ends with the intent to close, which names the outcome; without one, with the fact that closed it. An end after which a
 * later run looked again, and found it otherwise, is none.
 */
function untilClose(facts: readonly Fact[]): { counted: readonly Fact[]; outcome: Outcome | 'open' } {
  const begin = facts.findLastIndex(goesOn) + 1;
  for (const [index, fact] of facts.entries()) {
    const outcome = index < begin ? undefined : closing(fact);
    if (outcome) return { counted: facts.slice(0, index + 1), outcome };
  }
  return { counted: facts, outcome: 'open' };
}

/** A fact of another row than the last one. */
const goesOn = (fact: Fact): boolean =>
  fact.type === 'turn' || fact.type === 'condemn' || ('row' in fact && !fact.row.endsWith('/close'));

function closing(fact: Fact): Outcome | undefined {
  if (fact.type === 'closed') return fact.outcome;
  if (fact.type !== 'intent' || !fact.row.endsWith('/close')) return undefined;
  const outcome = fact.data['outcome'];
  return typeof outcome === 'string' ? (outcome as Outcome) : undefined;
}

function ordersOf(claims: readonly ClaimFact[]): Evidence['orders'] {
  const seen = new Set<string>();
  return claims.flatMap(({ order, at, rank }) => {
    const { command, actor, event, reason, approvedBy } = order;
    const same = JSON.stringify([command, actor, event, reason, approvedBy, rank]);
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ ...order, at, rank }];
  });
}

/** Each that differs from the one before it. */
function configsOf({ claims }: RotationState): Evidence['configs'] {
  return claims.flatMap(({ at, config }, index) => {
    const isSame = index > 0 && claims[index - 1]?.config.digest === config.digest;
    return isSame ? [] : [{ at, ...config }];
  });
}

function credentialsOf(rotation: RotationState): Pick<Evidence, 'old' | 'new'> {
  const claim = resultOf(rotation, 'forward', 'claim');
  const adopted = resultOf(rotation, 'forward', 'adopt');
  const made = resultOf(rotation, 'forward', 'create');
  const id = claim?.oldId ?? adopted?.id;
  const how = claim?.oldHow ?? adopted?.how;
  const old = { ...(id !== undefined && { id }), ...(how !== undefined && { how }) };
  return {
    ...(claim?.old === 'present' || adopted ? { old } : {}),
    ...(made && { new: { id: made.id, label: made.label } }),
  };
}

type Events = Pick<Evidence, 'waits' | 'turns' | 'condemned' | 'blocks' | 'holds' | 'warnings'>;

function eventsOf(facts: readonly Fact[]): Events {
  const of = <T extends Fact['type']>(type: T) =>
    facts.filter((fact): fact is Extract<Fact, { type: T }> => fact.type === type);
  return {
    waits: of('wait').map(({ at, until, reason, person }) => ({
      at,
      until,
      reason,
      ...(person !== undefined && { person }),
    })),
    turns: of('turn').map(({ at, to, why }) => ({ at, to, why })),
    condemned: of('condemn').map(({ at, credential, why }) => ({ at, credential, why })),
    blocks: of('blocked').map(({ at, code, why }) => ({ at, code, why })),
    holds: facts.flatMap((fact) =>
      fact.type === 'hold' || fact.type === 'unhold'
        ? [{ at: fact.at, type: fact.type, actor: fact.actor, reason: fact.reason }]
        : [],
    ),
    warnings: of('warning').map(({ message }) => message),
  };
}

const distinct = (words: readonly string[]): readonly string[] => [...new Set(words)];

import { samePartsTrimmed, type Parts } from '../../domain/credential';
import type { Current } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import type { Permit } from '../../domain/ports';
import { millis, MINUTE, SECOND, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { quietSince } from './drainTimes';
import { mayRevoke, type RevocationFacts } from './mayRevoke';
import { proofOfOwnership, type Known } from './ownership';
import { oldIdOf, roles } from './roles';
import { stopwatch } from '../stopwatch';
import { current, newParts, oldParts, versionsSince } from '../values';

interface Victim {
  readonly victim: string;
  readonly everCurrent: boolean;
}

/** How far the clocks of vendor and store may be apart. */
const SKEW = MINUTE;
/** What a kill rests on was read at most so long before it is sent: a person may have put the old key back since. */
export const FRESH = 5 * MINUTE;
/** And the store is read once more when its answer is older than this. */
const MOMENTS = 2 * SECOND;
const MOST_LOOKS = 3;

/**
 * Reads store and vendor again and asks `mayRevoke`. Throws RK8004 with all reasons (RK5011 where the vendor
 * refuses the key in use), RK5006 when the vendor does not say enough.
 * @returns a permit for the call that may rest on it: a process that was suspended meanwhile has to look again
 */
export async function mustBeRevocable(ctx: Context, victim: Victim): Promise<Permit> {
  for (let look = 1; ; look += 1) {
    const { witnesses, served, sinceLook } = await gather(ctx, victim);
    const against = mayRevoke(witnesses);
    // The worse news is the code: then it is not only this key that is in question.
    const code = witnesses.survivorAccepted === false ? 'RK5011' : 'RK8004';
    if (against.length > 0)
      throw new RekeyError(code, `${ctx.name}: ${victim.victim} is left alone: ${against.join('; ')}.`);
    // The vendor was asked after the store, and may have taken its time.
    const isSoon = sinceLook() < MOMENTS;
    if (isSoon || (await current(ctx)).version === served.version) return () => sinceLook() < FRESH;
    if (look >= MOST_LOOKS)
      throw new RekeyError('RK4003', `${ctx.name}: the secret changes all the time. Nothing was revoked.`);
  }
}

interface Gathered {
  readonly witnesses: RevocationFacts;
  readonly served: Current;
  readonly sinceLook: () => Millis;
}

async function gather(ctx: Context, { victim, everCurrent }: Victim): Promise<Gathered> {
  const { state, subject } = ctx;
  const { survivor } = roles(state, subject.entry.keyId);
  const removal = state.kind === 'remove';
  if (everCurrent) mustBeTheVictim(ctx, victim);
  const known = knownOf(ctx, victim);
  // There may be a thousand other secrets to read, so this comes first and the look counts from here.
  const isCurrentElsewhere =
    subject.currentElsewhere.has(victim) || (everCurrent && (await heldElsewhere(ctx, known)));
  const sinceLook = stopwatch(ctx.ports.clock);
  const served = await current(ctx);
  const witnesses = {
    victim,
    everCurrent,
    claimFresh: isClaimFresh(ctx),
    ours: await proofOfOwnership(ctx, known),
    isSurvivor: victim === survivor,
    isCurrent: !removal && (await mayBeServed(served, known)),
    wasServed: !everCurrent && (await isInVersions(ctx, served, known)),
    isCurrentElsewhere,
    isAdminKey: (await subject.vendor.adminId?.()) === victim,
    survivorAccepted: removal || !served.parts ? undefined : await survivorIsAccepted(ctx, served.parts),
    unchecked: removal ? [] : unchecked(ctx),
    leftWithout: removal ? subject.entry.usedBy : [],
    drained: ctx.memory.sinceDrained !== undefined,
    graceLeft: everCurrent ? (await quietSince(ctx, served)) + ctx.grace - ctx.now() : 0,
  };
  return { witnesses, served, sinceLook };
}

/** The drain looked at one credential; the journal must not have another one condemned. */
function mustBeTheVictim({ state, subject, name }: Context, condemned: string): void {
  const { victim } = roles(state, subject.entry.keyId);
  if (victim === condemned) return;
  const about = victim === undefined ? 'one whose id nobody knows' : victim;
  throw new RekeyError(
    'RK7008',
    `${name}: the journal says that ${condemned} is condemned, and that its rotation ends ${about}. Nothing was revoked.`,
  );
}

/** Whoever takes a claim over makes our next append fail; past its end anybody may. */
function isClaimFresh(ctx: Context): boolean {
  const { claim } = ctx.state;
  return !ctx.ledger.lost && claim?.by === ctx.ledger.nonce && ctx.now() < millis(claim.end);
}

/** What store and vendor know of an id; the vendor is asked when something needs it. */
export function knownOf(ctx: Context, id: string): Known {
  let listing: ReturnType<typeof ctx.subject.vendor.list> | undefined;
  let values: Promise<Parts | undefined> | undefined;
  return {
    id,
    values: () => (values ??= partsById(ctx, id)),
    listed: async () => {
      listing ??= ctx.subject.vendor.list();
      return (await listing).credentials.find((one) => one.id === id);
    },
  };
}

/** The values of the victim as the store has them. Undefined for a key whose value was lost before it was stored. */
async function partsById(ctx: Context, victim: string): Promise<Parts | undefined> {
  if (victim === ctx.created?.id) return newParts(ctx);
  return victim === oldIdOf(ctx.state, ctx.subject.entry.keyId) ? oldParts(ctx) : undefined;
}

/**
 * Where neither ids nor values can be compared, a victim that was made after the served value had been written is another one.
 */
async function mayBeServed(served: Current, victim: Known): Promise<boolean> {
  if (!served.parts) return false;
  if (served.id === victim.id) return true;
  const values = await victim.values();
  if (values) return samePartsTrimmed(values, served.parts);
  if (served.id !== undefined) return false;
  const created = (await victim.listed())?.created;
  return created === undefined || millis(created) <= millis(served.created) + SKEW;
}

/**
 * A journal that was set back does not know of a switch, and the old value may have been written back since. The store still has the
 * versions in between, as many as it keeps.
 */
async function isInVersions(ctx: Context, served: Current, victim: Known): Promise<boolean> {
  const base = ctx.claimed?.base;
  if (base === undefined || base === served.version) return false;
  const values = await victim.values();
  return (await versionsSince(ctx, base)).some((one) => one && isHeldBy(one, victim.id, values));
}

/**
 * Somebody may have put the victim into the secret of another key since the journal looked at that one. Where the vendor shows
 * the last use the drain sees it; elsewhere the secrets are read, one by one.
 */
async function heldElsewhere({ subject }: Context, victim: Known): Promise<boolean> {
  if (subject.vendor.capabilities.lastUsed) return false;
  const values = await victim.values();
  const others = await subject.heldElsewhere();
  return others.some((one) => isHeldBy(one, victim.id, values));
}

const isHeldBy = (
  one: { readonly id?: string; readonly parts?: Parts },
  victim: string,
  values: Parts | undefined,
): boolean => one.id === victim || (one.parts && values && samePartsTrimmed(one.parts, values)) === true;

/** Only an answer counts: a vendor that is ill or busy is asked again later. */
async function survivorIsAccepted(ctx: Context, parts: Parts): Promise<boolean> {
  const verdict = await ctx.subject.vendor.verify(parts);
  if (verdict.answer !== 'unknown') return verdict.answer === 'accepted';
  throw new RekeyError(
    'RK5006',
    `The vendor does not say whether it accepts the key in use: ${verdict.why}.`,
  );
}

/** Not rolled, where it is to be, or not checked since the switch: what is older than that was forged. */
function unchecked(ctx: Context): readonly string[] {
  const { pass } = ctx.state;
  const switched = ctx.row(`${pass}/promote`)?.result?.at ?? ctx.state.started;
  const isDone = (row: RowId): boolean => {
    const at = ctx.row(row)?.result?.at;
    return at !== undefined && millis(at) >= millis(switched);
  };
  return ctx.workloadNames.filter((name) => {
    const isRolled =
      ctx.subject.workloads.get(name)?.deployer === undefined || isDone(`${pass}/deploy:${name}`);
    return !isRolled || !isDone(`${pass}/check:${name}`);
  });
}

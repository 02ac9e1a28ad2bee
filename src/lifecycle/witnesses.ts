import { samePartsTrimmed, type Parts } from '../domain/credential';
import { RekeyError } from '../domain/errors';
import { credentialLabel } from '../domain/key';
import { resultOf } from '../domain/rotation';
import type { Context } from './context';
import { promotedAt } from './drainTimes';
import { mayKill, type Witnesses } from './mayKill';
import { oldIdOf, roles } from './roles';
import { current, newParts, oldParts, version } from './values';

interface Victim {
  readonly victim: string;
  readonly everCurrent: boolean;
}

/** Reads store and vendor anew and asks `mayKill`. Throws RK8004 with all reasons. */
export async function mustBeKillable(ctx: Context, victim: Victim): Promise<void> {
  const against = mayKill(await gather(ctx, victim));
  if (against.length === 0) return;
  throw new RekeyError(
    'RK8004',
    `${ctx.state.snapshot.name}: ${victim.victim} is left alone: ${against.join('; ')}.`,
  );
}

async function gather(ctx: Context, { victim, everCurrent }: Victim): Promise<Witnesses> {
  const { state, subject } = ctx;
  const { survivor } = roles(state, subject.entry.keyId);
  const served = await current(ctx);
  const values = await victimParts(ctx, victim);
  const serves =
    served.id === victim ||
    (values !== undefined && served.parts !== undefined && samePartsTrimmed(values, served.parts));
  const removal = state.kind === 'remove';
  return {
    victim,
    everCurrent,
    claimFresh: !ctx.ledger.lost,
    ours: await ours(ctx, victim, values),
    isSurvivor: victim === survivor,
    isCurrent: serves && !removal,
    isCurrentElsewhere: subject.currentElsewhere.has(victim),
    isAdminKey: (await subject.vendor.adminId?.()) === victim,
    survivorAccepted: removal || !served.parts ? undefined : await accepted(ctx, served.parts),
    unchecked: removal ? [] : unchecked(ctx),
    drained: resultOf(state, state.pass, 'drain') !== undefined,
    graceLeft: everCurrent && !removal ? (await promotedAt(ctx)) + ctx.grace - ctx.now() : 0,
  };
}

/** The values of the victim as the store has them. Undefined for a key whose value was lost before it was stored. */
async function victimParts(ctx: Context, victim: string): Promise<Parts | undefined> {
  if (victim === resultOf(ctx.state, 'forward', 'create')?.id) return newParts(ctx);
  return victim === oldIdOf(ctx.state, ctx.subject.entry.keyId) ? oldParts(ctx) : undefined;
}

async function accepted(ctx: Context, parts: Parts): Promise<boolean> {
  return (await ctx.subject.vendor.verify(parts)).answer === 'accepted';
}

function unchecked(ctx: Context): readonly string[] {
  return ctx.workloads
    .filter(({ name }) => ctx.row(`${ctx.state.pass}/check:${name}`)?.result === undefined)
    .map(({ name }) => name);
}

/** The journal alone is no witness: the store, the vendor, the reviewed config or an exact label must say that the id is ours. */
async function ours(ctx: Context, victim: string, values: Parts | undefined): Promise<string | undefined> {
  const witnesses: [string, () => boolean | Promise<boolean>][] = [
    ['its id is kept beside the value in this secret', () => besideOldValue(ctx, victim)],
    ['key_id in the reviewed config names it', () => ctx.subject.entry.keyId === victim],
    ['the vendor tells it from the value in this secret', () => toldByVendor(ctx, victim, values)],
    ['it is staged in the slot of this rotation', () => stagedByUs(ctx, victim)],
    ['it carries our exact label, or its principal is ours alone', () => labelledByUs(ctx, victim)],
    ['it appeared at the vendor after our intent, and the slot is ours', () => newcomer(ctx, victim)],
  ];
  for (const [why, is] of witnesses) if (await is()) return why;
  return undefined;
}

async function besideOldValue(ctx: Context, victim: string): Promise<boolean> {
  const base = resultOf(ctx.state, 'forward', 'claim')?.base;
  return base !== undefined && (await version(ctx, base))?.id === victim;
}

async function toldByVendor(ctx: Context, victim: string, values: Parts | undefined): Promise<boolean> {
  const { vendor } = ctx.subject;
  return values !== undefined && vendor.capabilities.identify && (await vendor.identify(values)) === victim;
}

async function stagedByUs(ctx: Context, victim: string): Promise<boolean> {
  const slot = await ctx.subject.store.slot(ctx.ref);
  return slot?.reservation.rotation === ctx.state.rotation && slot.staged?.id === victim;
}

async function labelledByUs(ctx: Context, victim: string): Promise<boolean> {
  const { state, subject } = ctx;
  const listed = (await subject.vendor.list()).credentials.find(({ id }) => id === victim);
  const attempts = Array.from(
    { length: state.rows['forward/create']?.intents ?? 0 },
    (_, index) => index + 1,
  );
  const labels = attempts.map((attempt) =>
    credentialLabel(state.snapshot.name, subject.identity, state.rotation, attempt),
  );
  return (
    listed !== undefined && (subject.vendor.capabilities.dedicated || labels.includes(listed.label ?? ''))
  );
}

/** A vendor without labels: the id was not there before our create, and the staging slot is reserved for this rotation. */
function newcomer(ctx: Context, victim: string): boolean {
  const before = ctx.row('forward/create')?.intent?.data['before'];
  return Array.isArray(before) && !before.includes(victim) && !ctx.subject.vendor.capabilities.labels;
}

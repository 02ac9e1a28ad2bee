import { samePartsTrimmed, type Parts } from '../domain/credential';
import { RekeyError } from '../domain/errors';
import { credentialLabel } from '../domain/key';
import { resultOf } from '../domain/rotation';
import type { Context } from './context';
import { promotedAt } from './drainTimes';
import { mayKill, type Witnesses } from './mayKill';
import { roles } from './roles';
import { current, newParts, oldParts } from './values';

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

/** The values of the victim as the store has them, if it has. */
async function victimParts(ctx: Context, victim: string): Promise<Parts | undefined> {
  return victim === resultOf(ctx.state, 'forward', 'create')?.id ? newParts(ctx) : oldParts(ctx);
}

async function accepted(ctx: Context, parts: Parts): Promise<boolean> {
  return (await ctx.subject.vendor.verify(parts)).answer === 'accepted';
}

function unchecked(ctx: Context): readonly string[] {
  return ctx.workloads
    .filter(({ name }) => ctx.row(`${ctx.state.pass}/check:${name}`)?.result === undefined)
    .map(({ name }) => name);
}

/** Held by a version of this secret, or told by the vendor, or our exact label, or a dedicated principal. The journal alone is no witness. */
async function ours(ctx: Context, victim: string, values: Parts | undefined): Promise<string | undefined> {
  const { state, subject } = ctx;
  const { vendor, store, entry } = subject;
  const base = resultOf(state, 'forward', 'claim')?.base;
  if (base !== undefined && (await store.read(ctx.ref, base))?.id === victim)
    return 'its id is kept beside the value in this secret';
  if (entry.keyId === victim) return 'key_id in the reviewed config names it';
  if (
    values !== undefined &&
    vendor.capabilities.identify &&
    state.pass === 'forward' &&
    (await vendor.identify(values)) === victim
  )
    return 'the vendor tells it from the value in this secret';
  const slot = await store.slot(ctx.ref);
  if (slot?.reservation.rotation === state.rotation && slot.staged?.id === victim)
    return 'it is staged in the slot of this rotation';
  const { credentials } = await vendor.list();
  const listed = credentials.find(({ id }) => id === victim);
  const attempts = state.rows['forward/create']?.intents ?? 0;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (listed?.label === credentialLabel(state.snapshot.name, subject.identity, state.rotation, attempt))
      return 'it carries the exact label of this rotation';
  }
  if (vendor.capabilities.dedicated && listed) return 'the principal belongs to this key alone';
  return newcomer(ctx, victim)
    ? 'it appeared at the vendor between our intent and now, and the slot is ours'
    : undefined;
}

/** A vendor without labels: the id was not there before our create, and the staging slot is reserved for this rotation. */
function newcomer(ctx: Context, victim: string): boolean {
  const before = ctx.row('forward/create')?.intent?.data['before'];
  return Array.isArray(before) && !before.includes(victim) && !ctx.subject.vendor.capabilities.labels;
}

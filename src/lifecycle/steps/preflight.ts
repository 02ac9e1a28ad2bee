import { RekeyError } from '../../domain/errors';
import type { Current } from '../../domain/contracts/store';
import type { Context } from '../context';
import { identified } from '../ids';
import { mustBeListed } from '../inList';
import { mustBeMeant } from '../meant';
import { done, type StepOutcome } from '../stepOutcome';
import { mustBeSendable } from '../sendable';
import { mustOutlive } from '../retention';
import { mustBeNewest, mustKnowServed } from '../rewound';
import { current } from '../values';
import { always, fewCalls, type Step } from './step';

/** Reads only, and before the claim: advice that saves a rotation that could not end well. */
export const preflight: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context): Promise<StepOutcome> {
  const { kind } = ctx.state;
  mustBeFit(ctx);
  const now = await current(ctx);
  if (now.parts) mustBeSendable(ctx.ref, now.parts);
  if (!now.parts && kind === 'rotate') await mustBeMeant(ctx.state.snapshot, ctx.subject.store);
  const { store } = ctx.subject;
  mustOutlive(ctx.ref.path, await store.history(ctx.ref), store.capabilities.keeps, ctx);
  await mustBeNewest(ctx);
  if (kind === 'rotate' || kind === 'rehearse') {
    await checkRoom(ctx);
    await mustBeRollable(ctx);
  }
  await mustKnowServed(ctx, now);
  if (isDoubtful(ctx, now)) await identified(ctx, now);
  if (now.parts && (kind === 'rotate' || kind === 'rehearse')) {
    const { told, beside } = await identified(ctx, now);
    await mustBeListed(ctx, told ?? beside ?? ctx.subject.entry.keyId, now.parts);
  }
  const baseline = kind === 'rotate' || kind === 'remove' ? await healthyBaseline(ctx) : 'not needed';
  return done('observed', { baseline });
}

/** What the config and the vendor's description say before anybody is asked. */
function mustBeFit({ state, subject }: Context): void {
  const { name, vendor, usedBy } = subject.entry;
  if (state.kind === 'remove' && usedBy.length > 0)
    throw new RekeyError(
      'RK2005',
      `${name}: the config says that it is used by ${usedBy.join(', ')}. Nothing was changed.`,
      { next: 'Take used_by out of the entry once nothing uses the key, then run remove again.' },
    );
  if (state.kind === 'adopt' || state.kind === 'remove') return;
  const { mode, byPerson } = subject.vendor.capabilities;
  const unfit =
    mode === 'replace'
      ? 'creating a key kills the old one, so it cannot be rotated without a gap'
      : byPerson.includes('create')
        ? 'only a person can create a key, so it cannot be rotated by itself'
        : undefined;
  if (unfit !== undefined)
    throw new RekeyError('RK8001', `${name}: at ${vendor} ${unfit}. Nothing was changed.`);
}

/** What nobody has named as an id yet is looked at before anything is written. */
function isDoubtful({ ledger, memory, subject }: Context, { beside }: Current): boolean {
  const ids = [ledger.key.currentId, ...(memory.listing?.credentials ?? []).map(({ id }) => id)];
  return [beside, subject.entry.keyId].some((id) => id !== undefined && !ids.includes(id ?? ''));
}

/** A vendor at its limit is found before anything is claimed. */
async function checkRoom(ctx: Context): Promise<void> {
  const { maxLive } = ctx.subject.vendor.capabilities;
  ctx.memory.listing = await ctx.subject.vendor.list();
  const { credentials, complete } = ctx.memory.listing;
  if (maxLive === undefined || !complete || credentials.length < maxLive) return;
  throw new RekeyError(
    'RK5002',
    `${ctx.subject.entry.vendor} has ${credentials.length} keys and allows ${maxLive}. Nothing was changed.`,
  );
}

/** A deploy that cannot be started is found before the new key exists, and not once consumers are to take it. */
async function mustBeRollable({ workloads, name, ports }: Context): Promise<void> {
  for (const { name: workload, deployer } of workloads) {
    const seen = await deployer?.mustBeReady?.({ key: name, workload });
    if (seen?.startsWith('not tried') === true) ports.log.info(`  deploy of ${workload}: ${seen}`);
  }
}

/** A sick system would pass every "no worse than before". */
async function healthyBaseline(ctx: Context): Promise<string> {
  const sentences: string[] = [];
  for (const workload of ctx.workloads) {
    for (const probe of workload.probes) {
      const reading = await probe.check();
      if (reading.verdict !== 'pass') {
        throw new RekeyError(
          'RK6005',
          `${workload.name} is not healthy before the rotation (${reading.sentence}). Nothing was changed.`,
        );
      }
      sentences.push(`${workload.name}: ${reading.sentence}`);
    }
  }
  return sentences.join('; ') || 'no checks are configured';
}

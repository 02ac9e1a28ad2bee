import type { Mark, Rollout } from '../../domain/contracts/deployer';
import type { Code } from '../../domain/errorCodes';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import { shortIdentity } from '../../domain/key';
import { HOUR, millis, MINUTE, SECOND, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { TIMEOUT, WINDOW } from '../ledger';
import { done, type StepOutcome, waitUntil } from '../stepOutcome';
import { roles } from '../revocation/roles';
import { FEW_CALLS, fewCalls, type Own, type Step } from './step';

const LONGEST = HOUR;

/** Rolls one workload, so that no instance with the other key is left. Back: every workload, because any of them may have restarted by itself. */
export const deploy: Step = {
  // One that is gone from the config is not skipped: its row fails.
  applies: ({ subject }, unit = '') =>
    !subject.workloads.has(unit) || subject.workloads.get(unit)?.deployer !== undefined,
  run,
  budget: fewCalls,
};

async function run(ctx: Context, { row, workload }: Own): Promise<StepOutcome> {
  const { deployer } = workload;
  if (!deployer) return done('observed', {});
  const mark = markOf(ctx, workload.name);
  const intent = ctx.row(row)?.intent;
  const asked = ctx.now();
  const known = intent ? await deployer.find(mark, intent.at) : undefined;
  const until = intent && intent.by !== ctx.ledger.nonce ? millis(intent.at) + WINDOW + TIMEOUT : 0;
  if (!known && asked < until) {
    return wait(ctx, row, 'a rollout that another run asked for may still begin', until, asked);
  }
  if (known) return follow(ctx, row, known, true);
  try {
    const rollout = await ctx.effect(row, { marker: mark.marker }, (permit) => deployer.roll(mark, permit));
    return await follow(ctx, row, rollout, false);
  } catch (thrown) {
    if (!mayStay(ctx, workload.name, asRekeyError(thrown))) throw thrown;
    ctx.ports.log.warning(`  ${row}: ${asRekeyError(thrown).line}`);
    return done('not observed', { refused: true });
  }
}

/**
 * Going back, a rollout that is refused is not needed where forward was refused as well: the instances hold the previous key, but for one that
 * restarted in between by itself. Only where the vendor shows the last use, because then the drain sees whether there is one.
 */
function mayStay(ctx: Context, workload: string, error: RekeyError): boolean {
  const { state, subject } = ctx;
  if (state.pass !== 'back' || !isRefusal(error.code) || !subject.vendor.capabilities.lastUsed) return false;
  const forward = state.rows[`forward/deploy:${workload}`];
  if (!forward) return true;
  return (
    !forward.result && (forward.unsettled === 0 || (forward.intents === 1 && isRefusal(forward.lastFailure)))
  );
}

/** What was asked for was understood and refused, so nothing was started. */
const isRefusal = (code: Code | undefined): boolean => code === 'RK6001' || code === 'RK6006';

/** Workloads of this pass that were left as they are, because their rollout was refused. */
export const leftAsTheyAre = ({ state, workloadNames }: Context): readonly string[] =>
  workloadNames.filter(
    (name) => state.rows[`${state.pass}/deploy:${name}`]?.result?.data['refused'] === true,
  );

/** Until no old instance is left: here while there is patience, else a later run continues. */
async function follow(ctx: Context, row: RowId, rollout: Rollout, found: boolean): Promise<StepOutcome> {
  const deployer = ctx.workload(row.slice(row.indexOf(':') + 1)).deployer;
  const begun = ctx.ports.clock.monotonic();
  let said = '';
  for (let pause = SECOND / 2; ; pause = Math.min(pause * 1.5, 15 * SECOND)) {
    const asked = ctx.now();
    const status = await deployer?.status(rollout);
    if (!status || status.state === 'failed') {
      throw new RekeyError(
        'RK6002',
        `The rollout ${rollout.url ?? rollout.id} failed: ${status?.sentence ?? 'no deployer'}.`,
      );
    }
    if (status.state === 'complete')
      return done(found ? 'found' : 'did', {
        rollout: rollout.id,
        ...(rollout.url !== undefined && { url: rollout.url }),
      });
    const line = status.hint === undefined ? status.sentence : `${status.sentence} (${status.hint})`;
    if (line !== said) ctx.ports.log.info(`  ${line}`);
    said = line;
    const spent = ctx.ports.clock.monotonic() - begun;
    if (spent > ctx.ports.patience || ctx.left < FEW_CALLS + pause)
      return wait(ctx, row, `the rollout is still on its way: ${line}`, ctx.now() + MINUTE, asked);
    await ctx.sleep(pause);
  }
}

/** @param asked when it was still so */
function wait(ctx: Context, row: RowId, reason: string, until: Millis, asked: Millis): StepOutcome {
  const begun = ctx.row(row)?.intent?.at;
  const latest = (begun === undefined ? asked : millis(begun)) + LONGEST;
  if (asked > latest)
    throw new RekeyError('RK6002', `The rollout did not end within ${LONGEST / MINUTE} minutes.`);
  return waitUntil(until, { latest: latest, then: 'the previous key is made current again', reason });
}

/** Under which the deployer knows this rollout. */
export function markOf(ctx: Context, workload: string): Mark {
  const { state } = ctx;
  const unit = shortIdentity(`${ctx.subject.identity}/${workload}`).slice(0, 6);
  return {
    marker: `rekey-${state.rotation}-${state.pass}-${unit}`,
    key: ctx.name,
    rotation: state.rotation,
    credential: roles(state).survivor ?? '',
    workload,
  };
}

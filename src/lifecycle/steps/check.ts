import type { Probe, Reading } from '../../domain/contracts/probe';
import { RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/journal/facts';
import type { JsonObject } from '../../domain/tools/json';
import { HOUR, millis, MINUTE, type Millis } from '../../domain/tools/time';
import type { Context } from '../context';
import { isOfThisRotation } from '../ids';
import { done, type StepOutcome, waitUntil, block } from '../stepOutcome';
import { roles } from '../revocation/roles';
import type { OpenWorkload } from '../subject';
import { always, fewCalls, type Own, type Step } from './step';

const NO_DATA_FOR = HOUR;
/** After a rollout the old key may be seen this long before it counts as failure. */
const SETTLING = 2 * MINUTE;
const FAILURES = 3;

/** Each probe passes several times in a row. Unhealthy turns the rotation back; no data holds it, with an end. */
export const check: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context, { row, workload }: Own): Promise<StepOutcome> {
  const sentences: string[] = [];
  let passes = 0;
  let keyId: string | undefined;
  for (const probe of workload.probes) {
    const result = await passed(ctx, workload, probe, probe.passes);
    if ('is' in result) return result;
    if (result.verdict === 'no data') return noData(ctx, row, result.sentence);
    sentences.push(result.sentence);
    passes += probe.passes;
    keyId = result.keyId ?? keyId;
  }
  const how = workload.probes.length === 0 ? 'not observed' : 'observed';
  const data: JsonObject = {
    passes,
    sentence: sentences.join('; '),
    ...(keyId === undefined || !isOfThisRotation(ctx, keyId) ? {} : { keyId }),
  };
  return done(how, data);
}

/** Every workload is well at this moment and uses the survivor, as far as it tells. RK6008: not now; RK6007: nobody can see. */
export async function mustBeWell(ctx: Context): Promise<void> {
  ctx.memory.tellsKey.clear();
  for (const workload of ctx.workloads) {
    for (const probe of workload.probes) {
      const { verdict, sentence, keyId } = await probe.check();
      if (keyId !== undefined) ctx.memory.tellsKey.add(workload.name);
      const other = usesOther(ctx, { keyId }) ? `it uses ${nameOf(ctx, keyId)}` : undefined;
      if (verdict === 'pass' && other === undefined) continue;
      throw new RekeyError(
        verdict === 'no data' ? 'RK6007' : 'RK6008',
        `${workload.name}: ${other ?? sentence}.`,
      );
    }
  }
}

/**
 * Until it passed so often in a row with the survivor. `no data` when that is all there is; a wait while it may still hold the
 * other key for longer than there is patience. Throws RK6005 when it is unhealthy.
 */
async function passed(
  ctx: Context,
  workload: OpenWorkload,
  probe: Probe,
  wanted: number,
): Promise<Reading | StepOutcome> {
  const { name, deployer } = workload;
  const mayHoldUntil = holdsOtherUntil(ctx, workload);
  const begun = ctx.ports.clock.monotonic();
  let inARow = 0;
  let failures = 0;
  for (;;) {
    const held = ctx.now() < mayHoldUntil;
    const spent = ctx.ports.clock.monotonic() - begun;
    const reading = await probe.check();
    const says = saysOf(ctx, reading, held);
    if (says === 'well') {
      inARow += 1;
      if (inARow >= wanted) return reading;
    } else {
      inARow = 0;
      if (says === 'unhealthy') failures += 1;
      if (failures >= FAILURES) throw unhealthy(name, reading.sentence);
      if (says === 'other' && !held && (!deployer || spent > SETTLING))
        throw unhealthy(name, stays(ctx, reading));
      if (held && mayHoldUntil - ctx.now() > ctx.ports.patience) return rereads(name, mayHoldUntil);
      if (says === 'no data' && spent > Math.min(SETTLING, ctx.ports.patience)) return reading;
    }
    await ctx.sleep(probe.interval);
  }
}

/** A workload that is not rolled reads the store again by itself, and until then what is seen of it is about the other key. */
function holdsOtherUntil(ctx: Context, { deployer, holdsKeyFor }: OpenWorkload): Millis {
  const promoted = ctx.row(ctx.state.pass === 'back' ? 'back/promote' : 'forward/promote')?.result?.at;
  return deployer || promoted === undefined ? 0 : millis(promoted) + holdsKeyFor;
}

/** What a reading says of the survivor. Going back, a workload may well be unhealthy with the key that it still holds. */
function saysOf(ctx: Context, reading: Reading, held: boolean): 'well' | 'unhealthy' | 'other' | 'no data' {
  if (reading.verdict === 'no data') return 'no data';
  if (reading.verdict === 'fail') return held && ctx.state.pass === 'back' ? 'other' : 'unhealthy';
  if (held && reading.keyId === undefined) return 'other';
  return usesOther(ctx, reading) ? 'other' : 'well';
}

const stays = (ctx: Context, { keyId }: Reading): string =>
  `it still uses ${nameOf(ctx, keyId)}, and should not any more`;

/** What a workload calls its key may be anything, a secret as well. */
const nameOf = (ctx: Context, keyId: string | undefined): string =>
  keyId !== undefined && isOfThisRotation(ctx, keyId) ? keyId : 'another key';

function rereads(workload: string, until: Millis): StepOutcome {
  return waitUntil(until, {
    latest: until + HOUR,
    then: 'it is checked all the same',
    reason: `${workload} may not have read the store again yet`,
  });
}

/** A workload that tells which key it uses must tell the survivor's, once it was rolled; where nobody knows that id, not the victim's. */
function usesOther(ctx: Context, { keyId }: { readonly keyId?: string | undefined }): boolean {
  const { survivor, victim } = roles(ctx.state, ctx.subject.entry.keyId);
  if (keyId === undefined) return false;
  if (survivor !== undefined) return keyId !== survivor;
  return ctx.state.pass === 'back' && keyId === victim;
}

function unhealthy(workload: string, sentence: string): RekeyError {
  return new RekeyError('RK6005', `${workload} is unhealthy: ${sentence}.`);
}

function noData(ctx: Context, row: RowId, sentence: string): StepOutcome {
  const latest = ctx.waitingSince(row) + NO_DATA_FOR;
  if (ctx.now() > latest) return block('RK6007', `no data for an hour: ${sentence}`);
  return waitUntil(ctx.now() + 5 * MINUTE, {
    latest,
    then: 'it stays as it is and a person is asked',
    reason: `the probe has no data: ${sentence}`,
  });
}

import type { Probe, Reading } from '../../domain/contracts/probe';
import { RekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/facts';
import type { JsonObject } from '../../domain/json';
import { HOUR, instant, MINUTE } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { roles } from '../roles';
import type { OpenWorkload } from '../subject';
import { always, fewCalls, type Step } from './step';

const NO_DATA_FOR = HOUR;
/** After a rollout the old key may be seen this long before it counts as failure. */
const SETTLING = 2 * MINUTE;
const FAILURES = 3;

/** Each probe passes several times in a row. Unhealthy turns the rotation back; no data holds it, with an end. */
export const check: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context, unit?: string): Promise<Outcome> {
  const workload = ctx.workload(unit);
  const sentences: string[] = [];
  let passes = 0;
  let keyId: string | undefined;
  for (const probe of workload.probes) {
    const result = await passed(ctx, workload, probe, probe.passes);
    if (result.verdict === 'no data') return noData(ctx, workload.name, result.sentence);
    sentences.push(result.sentence);
    passes += probe.passes;
    keyId = result.keyId ?? keyId;
  }
  const how = workload.probes.length === 0 ? 'not observed' : 'observed';
  const data: JsonObject = {
    passes,
    sentence: sentences.join('; '),
    ...(keyId === undefined ? {} : { keyId }),
  };
  return done(how, data);
}

/** Every workload is well at this moment and uses the survivor, as far as it tells. RK6008: not now. */
export async function mustBeWell(ctx: Context): Promise<void> {
  for (const workload of ctx.workloads) {
    for (const probe of workload.probes) {
      const { verdict, sentence, keyId } = await probe.check();
      const other = usesOther(ctx, { keyId }) ? `it uses ${keyId ?? ''}` : undefined;
      if (verdict === 'pass' && other === undefined) continue;
      throw new RekeyError('RK6008', `${workload.name}: ${other ?? sentence}.`);
    }
  }
}

/** Until it passed so often in a row. `no data` when that is all there is. Throws RK6005 when it is unhealthy. */
async function passed(
  ctx: Context,
  { name, deployer }: OpenWorkload,
  probe: Probe,
  wanted: number,
): Promise<Reading> {
  const begun = ctx.ports.clock.monotonic();
  let inARow = 0;
  let failures = 0;
  for (;;) {
    const reading = await probe.check();
    const stale = reading.verdict === 'pass' && deployer !== undefined && usesOther(ctx, reading);
    if (reading.verdict === 'pass' && !stale) {
      inARow += 1;
      if (inARow >= wanted) return reading;
    } else {
      inARow = 0;
      if (reading.verdict === 'fail') failures += 1;
      if (failures >= FAILURES) throw unhealthy(name, reading.sentence);
      const spent = ctx.ports.clock.monotonic() - begun;
      if (stale && spent > SETTLING)
        throw unhealthy(name, `it still uses ${reading.keyId ?? 'another key'} after its rollout`);
      if (reading.verdict === 'no data' && spent > Math.min(SETTLING, ctx.ports.patience)) return reading;
    }
    await ctx.sleep(probe.interval);
  }
}

/** A workload that tells which key it uses must tell the survivor's, once it was rolled. */
function usesOther(ctx: Context, reading: { readonly keyId?: string | undefined }): boolean {
  const { survivor } = roles(ctx.state);
  return reading.keyId !== undefined && survivor !== undefined && reading.keyId !== survivor;
}

function unhealthy(workload: string, sentence: string): RekeyError {
  return new RekeyError('RK6005', `${workload} is unhealthy: ${sentence}.`);
}

function noData(ctx: Context, workload: string, sentence: string): Outcome {
  const row: RowId = `${ctx.state.pass}/check:${workload}`;
  const latest = ctx.waitingSince(row) + NO_DATA_FOR;
  if (ctx.now() > latest) return { is: 'block', code: 'RK6007', why: `no data for an hour: ${sentence}` };
  return {
    is: 'wait',
    until: instant(ctx.now() + 5 * MINUTE),
    latest: instant(latest),
    then: 'it stays as it is and a person is asked',
    reason: `the probe has no data: ${sentence}`,
  };
}

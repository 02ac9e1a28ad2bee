import { asRekeyError } from '../../domain/errors';
import type { RowId } from '../../domain/facts';
import { HOUR, instant, MINUTE, SECOND } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { newParts, oldParts } from '../values';
import { mustBeKillable } from '../witnesses';
import { condemnedId } from './condemn';
import { FEW_CALLS, type Step } from './step';

const PAUSE = 5 * SECOND;

/**
 * Where the vendor can disable, the victim is switched off before it is deleted, and watched while this process lives: on any
 * doubt, signal or deadline it is enabled again. It also proves that id and value belong together.
 */
export const disable: Step = {
  applies: (ctx) =>
    ctx.subject.vendor.capabilities.disable && condemnedId(ctx) !== undefined && condemnedId(ctx) !== '',
  run,
  budget: FEW_CALLS,
  brakes: true,
};

async function run(ctx: Context): Promise<Outcome> {
  const victim = condemnedId(ctx);
  const { vendor } = ctx.subject;
  if (victim === undefined || !vendor.disable) return done('not observed', { checked: 0 });
  const watch = Math.max(ctx.state.snapshot.watch, ctx.subject.entry.watch);
  if (ctx.left < watch + FEW_CALLS) {
    return {
      is: 'wait',
      until: instant(ctx.now()),
      latest: instant(ctx.now() + 24 * HOUR),
      then: 'a person is asked',
      reason: 'this run has too little time left to watch a disabled key',
    };
  }
  const row: RowId = `${ctx.state.pass}/disable`;
  await mustBeKillable(ctx, { victim, everCurrent: true });
  await ctx.effect(row, { id: victim }, async () => vendor.disable?.(victim));
  try {
    const doubt = (await wrongId(ctx)) ?? (await watched(ctx, watch));
    if (doubt === undefined) return done('did', { checked: ctx.workloads.length });
    await enable(ctx, victim);
    ctx.ports.log.warning(`  ${victim} was enabled again: ${doubt.why}`);
    return doubt;
  } catch (thrown) {
    await enable(ctx, victim);
    throw thrown;
  }
}

/** Undo. It asks nobody: an enabled old key harms nobody. */
async function enable(ctx: Context, victim: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await ctx.subject.vendor.enable?.(victim);
      return;
    } catch (thrown) {
      if (attempt === 3) throw thrown;
      ctx.ports.log.warning(`  enable ${victim}: ${asRekeyError(thrown).line}`);
      await ctx.ports.clock.sleep(attempt * SECOND);
    }
  }
}

type Doubt = Extract<Outcome, { is: 'block' }>;

/** Once its id is disabled the value must be refused; if it still works, the id belongs to another key. */
async function wrongId(ctx: Context): Promise<Doubt | undefined> {
  const victimParts = ctx.state.pass === 'forward' ? await oldParts(ctx) : await newParts(ctx);
  if (!victimParts) return undefined;
  const { revocationLag } = ctx.subject.vendor.capabilities;
  const begun = ctx.ports.clock.monotonic();
  for (let pause = SECOND / 5; ; pause = Math.min(2 * pause, PAUSE)) {
    const verdict = await ctx.subject.vendor.verify(victimParts);
    if (verdict.answer !== 'accepted') return undefined;
    if (ctx.ports.clock.monotonic() - begun > revocationLag + MINUTE / 6) {
      return {
        is: 'block',
        code: 'RK5012',
        why: 'its value still works although its id is disabled, so the id belongs to another key',
      };
    }
    await ctx.sleep(pause);
  }
}

async function watched(ctx: Context, watch: number): Promise<Doubt | undefined> {
  const end = ctx.ports.clock.monotonic() + watch;
  for (;;) {
    for (const workload of ctx.workloads) {
      for (const probe of workload.probes) {
        const reading = await probe.check();
        if (reading.verdict === 'fail') {
          return {
            is: 'block',
            code: 'RK6005',
            why: `${workload.name} became unhealthy while the old key was disabled: ${reading.sentence}`,
          };
        }
      }
    }
    const left = end - ctx.ports.clock.monotonic();
    if (left <= 0) return undefined;
    await ctx.sleep(Math.min(left, PAUSE));
  }
}

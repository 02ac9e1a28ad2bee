import { MINUTE, SECOND } from '../../../../src/domain/tools/time';
import type { Call } from '../../runner/call';
import type { Runner } from '../../runner/runner';
import { start } from '../../runner/start';
import type { World } from '../../world/world';
import type { Incident } from './incident';

type Point = readonly [string, (call: Call, world: World) => boolean];

/** It is read on first use, which may be between an intent and its effect. */
const ADMIN_KEY: Point = [
  'reading the admin key for an effect',
  ({ path, runner }, { chronicle }) =>
    path.endsWith('/admin/gateway') && chronicle.by(runner).at(-1)?.fact.type === 'intent',
];

/** The calls in front of which it hurts most. */
const CALLS: readonly Point[] = [
  ['the switch', ({ place, method }) => place === 'store' && method === 'PATCH'],
  ['staging', ({ place, body }) => place === 'store' && body.includes('part_value')],
  ['a create', ({ place, method }) => place === 'vendor' && method === 'POST'],
  ['a disable', ({ place, body }) => place === 'vendor' && body.includes('false')],
  ['a revoke', ({ place, method }) => place === 'vendor' && method === 'DELETE'],
];

/** A machine is suspended in front of a call. Whoever sees it hang takes back what it does, or another run takes over. */
function suspension(name: string, weight: number, points: readonly Point[]): Incident {
  return {
    name,
    weight,
    liesInWait: true,
    begin(world, chance) {
      const [what, fits] = chance.pick(points) ?? ['nothing', () => false];
      const duration = Math.round(10 * SECOND * 120 ** chance.fraction());
      const reaction = Math.round(chance.between(SECOND, MINUTE));
      const isUndone = chance.fraction() < 0.6;
      const others = world.faults;
      let isOver = false;
      world.faults = (call) => {
        if (isOver || !fits(call, world)) return others(call);
        isOver = true;
        if (call.writes) world.assumptions.breaks('sent in time', call.id, 'a suspension');
        world.scheduler.in(reaction, 'somebody sees it', undefined, () =>
          react(world, call.runner, isUndone),
        );
        return { kind: 'stall', when: 'before', duration, suspended: chance.fraction() < 0.5 };
      };
      return `the next machine that comes to ${what} is suspended in front of it for ${Math.round(duration / SECOND)} s`;
    },
  };
}

export const suspended = suspension('suspended', 7, CALLS);
export const suspendedReading = suspension('suspended reading', 3, [ADMIN_KEY]);

function react(world: World, runner: Runner, isUndone: boolean): void {
  const key = world.keyOf(world.chronicle.by(runner).at(-1)?.key ?? '');
  if (isUndone && key)
    return void start(world, { words: ['rollback', '--keys', key.name], actor: 'a-person' });
  runner.job.callOver();
  start(world, { words: ['rotate'], actor: 'schedule' });
}

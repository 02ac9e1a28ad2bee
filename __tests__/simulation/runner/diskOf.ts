import { RekeyError } from '../../../src/domain/errors';
import type { Files } from '../../../src/domain/ports';
import type { World } from '../world/world';
import type { Call, Strike } from './call';
import type { Runner } from './runner';

/** The disk as one process sees it: each access is an event, and may go wrong. */
export function diskOf(runner: Runner, world: World): Files {
  const { disk } = world;
  const access = <T>(method: string, path: string, writes: boolean, act: (call: Call) => T): Promise<T> =>
    new Promise((resolve, reject) => {
      const call = world.call(runner, { place: 'disk', method, path, writes, body: '' });
      const later = (delay: number, what: string, then: () => void): void => {
        world.scheduler.in(delay, `${call.id} ${what}`, runner, then);
      };
      const strike = world.strike(call);
      // What never changes may as well be read at once.
      if (!strike && !writes && COMMIT.test(path)) return resolve(act(call));
      if (strike?.kind === 'kill' && strike.when === 'before') return runner.kill();
      if (strike?.kind === 'stall' && strike.when === 'before')
        runner.freeze(strike.duration, strike.suspended);
      later(1, method, () => {
        world.departed(call);
        if (strike && FAILS.has(strike.kind)) return reject(full());
        const result = act(call);
        if (strike?.kind === 'kill') return runner.kill();
        if (strike?.kind === 'stall' && strike.when === 'after')
          runner.freeze(strike.duration, strike.suspended);
        if (!strike) return resolve(result);
        later(1, 'is done', () => (strike?.kind === 'lost' ? reject(full()) : resolve(result)));
      });
    });
  return {
    read: (path) => access('read', path, false, () => disk.read(path)),
    list: (path) => access('list', path, false, () => disk.list(path)),
    write: (path, content) =>
      access('write', path, true, (call) => {
        disk.write(path, content);
        world.stored(call, content);
      }),
    create: (path, content) =>
      access('create', path, true, (call) => {
        const made = disk.create(path, content);
        if (made) world.stored(call, content);
        return made;
      }),
  };
}

const COMMIT = /\/commits\/\d+\.json$/;

const FAILS: ReadonlySet<Strike['kind']> = new Set([
  'refused',
  'timeout',
  'status',
  'late',
  'truncated',
  'html',
]);

const full = (): RekeyError => new RekeyError('RK7007', 'The disk answered ENOSPC.');

import type { Runner } from '../runner/runner';
import { TEMP } from '../world/world';
import type { KeySetting } from '../world/setting';
import type { Invariant } from './invariant';

export const peopleAreTold: Invariant = {
  name: 'people are told',
  sentence:
    'At rest nothing is blocked or waits for a person without a notice, or a run that failed, that says so.',
  watch: (world, broken) => {
    /** Processes that were hindered from telling anybody, or from knowing what they wrote. */
    const hindered = new Set<Runner>();
    const failed: { readonly lines: readonly string[]; readonly at: number }[] = [];
    const noticed = (key: KeySetting): boolean =>
      world.servers.notices.some(
        (body) => body.includes(key.name) && /blocked|needs-person|consumers-at-risk/.test(body),
      );
    const told = (key: KeySetting, since: number): boolean =>
      noticed(key) ||
      // Without its journal a run knows no key that it could name.
      failed.some(
        ({ at, lines }) =>
          at >= since && lines.some((line) => line.includes(key.name) || (isLost() && line.includes('RK7'))),
      );
    const isLost = (): boolean => world.assumptions.was('the journal is ours');
    return {
      struck({ place, path, runner }) {
        const isJournal = place === 'github' || (place === 'disk' && !path.startsWith(TEMP));
        if (place === 'hooks' || isJournal) hindered.add(runner);
      },
      ended(runner, { lines }) {
        if (runner.code !== 0) failed.push({ lines, at: world.scheduler.now });
        if (runner.code !== 0 || hindered.has(runner) || runner.cancelling.signal.aborted) return;
        const asks = world.chronicle.by(runner).findLast(({ fact }) => fact.type === 'wait');
        const key = world.keyOf(asks?.key ?? '');
        if (asks?.fact.type === 'wait' && asks.fact.person !== undefined && key && !noticed(key))
          broken(`${runner.name} asks a person about ${key.name}, and told nobody`);
      },
      rest() {
        for (const key of world.setting.keys) {
          const { open, blocked } = world.chronicle.stateOf(world.identityOf(key));
          const last = world.chronicle.all.findLast(
            ({ fact }) =>
              (fact.type === 'blocked' || fact.type === 'wait') && fact.rotation === open?.rotation,
          );
          const waits = blocked !== undefined || open?.status === 'person' || open?.status === 'blocked';
          if (waits && !told(key, last?.at ?? 0))
            broken(`${key.name}: ${blocked?.why ?? open?.reason ?? 'it is open'}; nobody was told`);
        }
      },
    };
  },
};

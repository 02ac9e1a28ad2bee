import type { Runner } from '../runner/runner';
import type { KeySetting } from '../world/setting';
import type { Invariant } from './invariant';

export const peopleAreTold: Invariant = {
  name: 'people are told',
  sentence:
    'At rest nothing is blocked or waits for a person without a notice, or a run that failed, that says so.',
  watch: (world, broken) => {
    const failed: { readonly runner: Runner; readonly at: number }[] = [];
    const told = (key: KeySetting, since: number): boolean =>
      world.servers.notices.some(
        (body) => body.includes(key.name) && /blocked|needs-person|consumers-at-risk/.test(body),
      ) || failed.some(({ at }) => at >= since);
    return {
      ended(runner) {
        if (runner.code !== 0) failed.push({ runner, at: world.scheduler.now });
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

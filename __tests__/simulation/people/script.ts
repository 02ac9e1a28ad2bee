import { DAY, HOUR, MINUTE, type Millis } from '../../../src/domain/tools/time';
import { chanceOf, happens, weighed, whole } from '../scheduler/chances';
import type { KeySetting, Setting } from '../world/setting';

/** An order of a person, at some time. */
export interface Intervention {
  readonly name: string;
  readonly at: Millis;
  readonly words: readonly string[];
}

/** Who starts what and when, drawn from the seed. */
export interface Script {
  /** Groups that begin together: of one run when it is a matrix. */
  readonly opening: readonly (readonly string[])[];
  readonly period: Millis;
  /** The same when all is calm: rarely, for what waits longest waits a day. */
  readonly calmPeriod: Millis;
  /** After this long all begins once more: a next rotation is due. 0: it does not. */
  readonly again: Millis;
  /** Until then things go wrong. */
  readonly horizon: Millis;
  readonly interventions: readonly Intervention[];
}

export interface Limits {
  readonly runners?: number | undefined;
}

export function scriptOf(setting: Setting, { runners }: Limits = {}): Script {
  const chance = chanceOf(setting.seed, 'script');
  const names = setting.keys.map(({ name }) => name);
  const matrix = happens(chance, 0.5);
  const period = weighed(chance, [
    [1, 10 * MINUTE],
    [3, 15 * MINUTE],
    [2, HOUR],
  ]);
  const isRemoval = setting.keys.some(({ order }) => order === 'remove');
  const horizon = Math.round(period * chance.between(3, 7));
  return {
    opening: opening(setting, matrix),
    period,
    calmPeriod: weighed(chanceOf(setting.seed, 'calm'), [
      [1, HOUR],
      [3, 4 * HOUR],
      [2, 12 * HOUR],
    ]),
    again: happens(chanceOf(setting.seed, 'again'), isRemoval ? 0.2 : 0.03)
      ? (30 + whole(chance, 1, 10)) * DAY
      : 0,
    horizon,
    interventions: Array.from({ length: runners ?? interventions(chance.fraction()) }, (_, index) => ({
      name: `h${index + 1}`,
      at: Math.round(happens(chance, 0.3) ? chance.between(0, MINUTE) : horizon * chance.fraction() ** 2),
      words: interventionOf(chance.fraction(), names[whole(chance, 0, names.length - 1)] ?? ''),
    })),
  };
}

/** Several keys by one run, as far as the same is asked for, or each by a job of its own. */
function opening({ keys }: Setting, matrix: boolean): readonly (readonly string[])[] {
  const alone = matrix || new Set(keys.map(({ repository }) => repository)).size > 1;
  const groups = new Map<string, KeySetting[]>();
  for (const key of keys) {
    const group = alone ? key.name : key.order;
    groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return [...groups.values()].map((group) => orderOf(group));
}

function orderOf(group: readonly KeySetting[]): readonly string[] {
  const command = group[0]?.order ?? 'rotate';
  const keys = ['--keys', group.map(({ name }) => name).join(',')];
  if (command === 'adopt') return ['rotate', ...keys];
  return [command, ...keys, ...(command === 'rotate' ? ['--now'] : [])];
}

const interventions = (fraction: number): number => (fraction < 0.6 ? 0 : fraction < 0.9 ? 1 : 2);

function interventionOf(fraction: number, key: string): readonly string[] {
  if (fraction < 0.35) return ['rollback', '--keys', key];
  if (fraction < 0.6) return ['rotate', '--keys', key, '--now'];
  if (fraction < 0.8) return ['hold', '--keys', key, '--reason', 'wait'];
  if (fraction < 0.95) return ['release', '--keys', key, '--reason', 'go-on'];
  return ['rotate'];
}

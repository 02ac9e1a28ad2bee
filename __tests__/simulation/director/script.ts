import { DAY, HOUR, MINUTE, type Millis } from '../../../src/domain/time';
import { chanceOf, happens, weighed, whole } from '../scheduler/chances';
import type { Setting } from '../world/setting';

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
  const command = weighed(chance, [
    [76, 'rotate'],
    [10, 'rehearse'],
    [10, 'remove'],
  ]);
  const matrix = happens(chance, 0.5);
  const period = weighed(chance, [
    [1, 10 * MINUTE],
    [3, 15 * MINUTE],
    [2, HOUR],
  ]);
  const horizon = Math.round(period * chance.between(3, 7));
  return {
    opening: opening(command, setting, matrix),
    period,
    calmPeriod: weighed(chanceOf(setting.seed, 'calm'), [
      [1, HOUR],
      [3, 4 * HOUR],
      [2, 12 * HOUR],
    ]),
    again: happens(chanceOf(setting.seed, 'again'), 0.03) ? (30 + whole(chance, 1, 10)) * DAY : 0,
    horizon,
    interventions: Array.from({ length: runners ?? interventions(chance.fraction()) }, (_, index) => ({
      name: `h${String(index + 1)}`,
      at: Math.round(horizon * chance.fraction() ** 2),
      words: orderOf(chance.fraction(), names[whole(chance, 0, names.length - 1)] ?? ''),
    })),
  };
}

/** Several keys by one run, or each by a job of its own. */
function opening(command: string, { keys }: Setting, matrix: boolean): readonly (readonly string[])[] {
  const alone = matrix || new Set(keys.map(({ repository }) => repository)).size > 1;
  const names = keys.map(({ name }) => name);
  const groups = alone ? names.map((name) => [name]) : [names];
  const now = command === 'rotate' ? ['--now'] : [];
  return groups.map((group) => [command, '--keys', group.join(','), ...now]);
}

const interventions = (fraction: number): number => (fraction < 0.55 ? 0 : fraction < 0.85 ? 1 : 2);

function orderOf(fraction: number, key: string): readonly string[] {
  if (fraction < 0.35) return ['rollback', '--keys', key];
  if (fraction < 0.6) return ['rotate', '--keys', key, '--now'];
  if (fraction < 0.8) return ['hold', '--keys', key, '--reason', 'wait'];
  if (fraction < 0.95) return ['release', '--keys', key, '--reason', 'go-on'];
  return ['rotate'];
}

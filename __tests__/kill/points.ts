import type { Chance } from '../../src/sandbox/chance';

/** before: the request arrived and has no effect yet. after: it had its effect and has no answer yet. */
const WHENS = ['before', 'after'] as const;
export type When = (typeof WHENS)[number];

/**
 * What happens there. lost: killed, and the job with it. settle: killed, and the last step of the job still runs. stall: frozen,
 * another run plays to its end, then this one continues. race: frozen, and continues as soon as another run took over.
 */
const FATES = ['lost', 'settle', 'stall', 'race'] as const;
export type Fate = (typeof FATES)[number];

export type Point =
  | { readonly lifecycle: string; readonly n: number; readonly when: When; readonly fate: Fate }
  /** Cancelled as a runner cancels, so many ms after the n-th request was answered. */
  | { readonly lifecycle: string; readonly n: number; readonly fate: 'cancel'; readonly delay: number };

const LONGEST_DELAY = 60;

export function nameOf(point: Point): string {
  return point.fate === 'cancel'
    ? `${point.lifecycle}#${point.n}+${point.delay}/cancel`
    : `${point.lifecycle}#${point.n}/${point.when}/${point.fate}`;
}

/** Reads `happy#17/after/stall` or `happy#17+40/cancel`; undefined when it is neither. */
export function readPoint(text: string): Point | undefined {
  const [, lifecycle = '', digits, delay, rest = ''] = /^(\w+)#(\d+)(?:\+(\d+))?\/(.+)$/.exec(text) ?? [];
  const n = Number(digits);
  if (delay !== undefined)
    return rest === 'cancel' ? { lifecycle, n, fate: 'cancel', delay: Number(delay) } : undefined;
  const [first, second] = rest.split('/');
  const [when, fate] = [WHENS.find((one) => one === first), FATES.find((one) => one === second)];
  return when && fate ? { lifecycle, n, when, fate } : undefined;
}

export interface Thinning {
  /** One of so many points that follow one another; 1: both moments of every request. */
  readonly every: number;
  /** All four fates at every moment. */
  readonly all: boolean;
  readonly cancels: number;
}

/** A run is frozen at one moment where it is killed at so many. */
const KILLS_PER_FREEZE = 3;

/** The points of a lifecycle that makes so many requests. @param chance decides which are left out */
export function pointsOf(
  lifecycle: string,
  requests: number,
  thin: Thinning,
  chance: Chance,
): readonly Point[] {
  const numbers = Array.from({ length: requests }, (_, index) => index + 1);
  const moments = numbers.flatMap((n) => WHENS.map((when) => ({ lifecycle, n, when })));
  const meet = (fates: readonly Fate[]): readonly Point[] =>
    moments.map((moment) => ({ ...moment, fate: chance.pick(fates) ?? 'lost' }));
  const cancels = Array.from({ length: thin.cancels }, (): Point => ({
    lifecycle,
    n: Math.ceil(chance.fraction() * requests),
    fate: 'cancel',
    delay: Math.floor(chance.fraction() * LONGEST_DELAY),
  }));
  const struck = thin.all
    ? FATES.flatMap((fate) => oneOfEach(meet([fate]), thin.every, chance))
    : [
        ...oneOfEach(meet(['lost', 'settle']), thin.every, chance),
        ...oneOfEach(meet(['stall', 'race']), thin.every * KILLS_PER_FREEZE, chance),
      ];
  return [...struck, ...cancels];
}

/** One of each so many neighbours, so that no stretch is left out. */
function oneOfEach(points: readonly Point[], many: number, chance: Chance): readonly Point[] {
  const groups = Array.from({ length: Math.ceil(points.length / many) }, (_, index) =>
    points.slice(index * many, (index + 1) * many),
  );
  return groups.flatMap((group) => chance.pick(group) ?? []);
}

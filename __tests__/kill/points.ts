import type { Chance } from '../../src/sandbox/chance';

/** before: the request arrived and has no effect yet. after: it had its effect and has no answer yet. */
const WHENS = ['before', 'after'] as const;
export type When = (typeof WHENS)[number];

/**
 * What happens there. lost: killed, and the job with it. settle: killed, and the last step of the job still runs. stall: frozen,
 * another run plays to its end, then this one goes on. race: frozen, and goes on as soon as another run took over.
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

/**
 * Both moments of every request get both kinds of kill in turn, so that two neighbours see all four; every third request also
 * sees a run that is frozen there.
 */
function fatesAt(n: number, when: When): readonly Fate[] {
  const kill: Fate = (n % 2 === 0) === (when === 'before') ? 'lost' : 'settle';
  const frozen: Fate = n % 2 === 0 ? 'stall' : 'race';
  return n % 3 === (when === 'before' ? 0 : 1) ? [kill, frozen] : [kill];
}

export interface Thinning {
  /** Every so many-th point; 1: all of them. */
  readonly every: number;
  /** All fates at every moment. */
  readonly all: boolean;
  readonly cancels: number;
}

/** The points of a lifecycle that makes so many requests. @param chance decides which are left out */
export function pointsOf(
  lifecycle: string,
  requests: number,
  thin: Thinning,
  chance: Chance,
): readonly Point[] {
  const moments = Array.from({ length: requests }, (_, index) => index + 1).flatMap((n) =>
    WHENS.flatMap((when) =>
      (thin.all ? FATES : fatesAt(n, when)).map((fate): Point => ({ lifecycle, n, when, fate })),
    ),
  );
  // By chance, for what happens comes in turns, and so would what is left out.
  const kept = moments.filter(() => chance.fraction() < 1 / thin.every);
  const cancels = Array.from({ length: thin.cancels }, (): Point => ({
    lifecycle,
    n: Math.ceil(chance.fraction() * requests),
    fate: 'cancel',
    delay: Math.floor(chance.fraction() * LONGEST_DELAY),
  }));
  return [...kept, ...cancels];
}

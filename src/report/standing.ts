/** How a run ends, for programs; the first that any of its keys has. */
export const RUN_STATUSES = ['failed', 'blocked', 'undone', 'waiting', 'done', 'nothing'] as const;
type RunStatus = (typeof RUN_STATUSES)[number];

/** Outputs that list names of keys. */
export const LISTS = ['rotated', 'waiting', 'blocked', 'failed'] as const;
type List = (typeof LISTS)[number];

export interface StandingInfo {
  readonly icon: string;
  readonly run: RunStatus;
  /** The output that names the key, if any. */
  readonly list?: List;
  /** Exit code of the run; 0 if left out. */
  readonly exit?: 1 | 3;
  /** In a long summary: one line is enough, or it is folded away. Left out: always a section. */
  readonly summary?: 'line' | 'folded';
}

/** One word for where a key stands at the end of a run, and all that follows from it. In order of urgency; the first four need somebody. */
export const STANDINGS = {
  'at risk': { icon: '🚨', run: 'failed', list: 'failed', exit: 3 },
  blocked: { icon: '⛔', run: 'blocked', list: 'blocked', exit: 1 },
  'needs a person': { icon: '🙋', run: 'blocked', list: 'blocked' },
  failed: { icon: '❌', run: 'failed', list: 'failed', exit: 1 },
  unproven: { icon: '🟡', run: 'failed', list: 'failed', exit: 1 },
  undone: { icon: '↩️', run: 'undone', list: 'failed', exit: 1 },
  'on hold': { icon: '✋', run: 'blocked', list: 'blocked' },
  interrupted: { icon: '⏸️', run: 'waiting', list: 'waiting' },
  running: { icon: '🔄', run: 'waiting', list: 'waiting' },
  waiting: { icon: '⏳', run: 'waiting', list: 'waiting', summary: 'line' },
  rotated: { icon: '✅', run: 'done', list: 'rotated', summary: 'line' },
  adopted: { icon: '✅', run: 'done', summary: 'line' },
  rehearsed: { icon: '✅', run: 'done', summary: 'line' },
  removed: { icon: '✅', run: 'done', summary: 'line' },
  'rolled back': { icon: '↩️', run: 'done', summary: 'line' },
  elsewhere: { icon: '👥', run: 'waiting', summary: 'folded' },
  later: { icon: '⏳', run: 'nothing', summary: 'folded' },
  idle: { icon: '💤', run: 'nothing', summary: 'folded' },
} as const satisfies Record<string, StandingInfo>;

export type Standing = keyof typeof STANDINGS;

const INFO: Readonly<Record<Standing, StandingInfo>> = STANDINGS;
const IN_ORDER = Object.keys(STANDINGS) as readonly Standing[];

export const standingInfo = (standing: Standing): StandingInfo => INFO[standing];

export const byUrgency = (one: Standing, other: Standing): number =>
  IN_ORDER.indexOf(one) - IN_ORDER.indexOf(other);

/** `2 rotated · 1 waiting`, the most urgent first. */
export function counts(standings: readonly Standing[]): string {
  return IN_ORDER.filter((standing) => standings.includes(standing))
    .map((standing) => `${standings.filter((one) => one === standing).length} ${standing}`)
    .join(' · ');
}

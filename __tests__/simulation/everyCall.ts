import type { Outcome } from '../../src/domain/outcomes';
import { MINUTE, SECOND } from '../../src/domain/tools/time';
import { scriptOf, type Script } from './people/script';
import { play, type Look, type Options } from './play';
import type { Call, Strike } from './runner/call';
import type { Written } from './world/chronicle';
import { settingOf, type Setting } from './world/setting';
import type { World } from './world/world';

/** Calls that the worlds of the other exhaustive tests do not make: journal on a branch, tickets, alerts, login, checks of every row. */
const isOnlyHere = ({ place, path }: Call): boolean =>
  place === 'github' || place === 'hooks' || place === 'health' || path.startsWith('/v1/auth/');

/** What may become of a call that changes something. Of a read these are the same as a time-out or a refusal. */
const OF_WRITES: readonly Strike[] = [
  { kind: 'lost' },
  { kind: 'lost', reset: SECOND },
  { kind: 'late', delay: 29 * SECOND },
  { kind: 'late', delay: 2 * MINUTE },
  { kind: 'status', status: 500, passedOn: true },
];
const STRIKES: readonly Strike[] = [
  { kind: 'refused' },
  { kind: 'timeout' },
  { kind: 'status', status: 429, retryAfter: 60 },
  { kind: 'status', status: 503 },
  { kind: 'truncated' },
  { kind: 'html' },
  { kind: 'stall', when: 'before', duration: 29 * SECOND, suspended: false },
  { kind: 'stall', when: 'before', duration: 90 * MINUTE, suspended: false },
  { kind: 'stall', when: 'after', duration: 90 * MINUTE, suspended: false },
  { kind: 'stall', when: 'before', duration: 20 * MINUTE, suspended: true },
  { kind: 'stall', when: 'after', duration: 20 * MINUTE, suspended: true },
  { kind: 'kill', when: 'before' },
  { kind: 'kill', when: 'after' },
];

/** Polls of a deployment are alike: of each, the first two are worth it. */
function worth(calls: readonly Call[]): readonly Call[] {
  const seen = new Map<string, number>();
  return calls.filter(isOnlyHere).filter(({ method, path }) => {
    const times = (seen.get(path) ?? 0) + 1;
    seen.set(path, times);
    return method !== 'GET' || !path.includes('/actions/') || times <= 2;
  });
}

export interface Story {
  readonly name: string;
  readonly fits: (setting: Setting, script: Script) => boolean;
  readonly options: Options;
  /** How the rotation ends when nothing goes wrong. */
  readonly end: Outcome;
}

const hasEverything = ({ journal, tickets, workloads, vendor }: Setting): boolean =>
  journal === 'github-branch' &&
  tickets &&
  vendor.name === 'everything' &&
  workloads.some(({ rolled }) => rolled);

export const STORIES: readonly Story[] = [
  {
    name: 'overlap',
    fits: (setting, { opening }) => hasEverything(setting) && opening[0]?.[0] === 'rotate',
    options: { keys: 1, runners: 0, only: new Set() },
    end: 'done',
  },
  {
    name: 'rollback',
    // By then it has switched, and before the grace period is over it cannot have ended.
    fits: (setting, { opening, interventions: [order] }) =>
      hasEverything(setting) &&
      opening[0]?.[0] === 'rotate' &&
      order?.words[0] === 'rollback' &&
      order.at > MINUTE &&
      order.at < setting.grace,
    options: { keys: 1, runners: 1, only: new Set(['h1']) },
    end: 'undone',
  },
];

/** The first world of this kind, with nothing in it that goes wrong. */
function seedOf({ name, fits, options }: Story): number {
  for (let seed = 1; seed < 100_000; seed += 1) {
    const setting = settingOf(seed, options);
    if (fits(setting, scriptOf(setting, options))) return seed;
  }
  throw new Error(`no world fits the story of ${name}`);
}

export interface Sum {
  readonly cases: number;
  /** One line a case in which a promise was broken. */
  readonly broken: readonly string[];
}

/** Plays the story once for each of these troubles at each of these calls. @param share one case in so many, evenly */
export async function everyCall(story: Story, share: number): Promise<Sum> {
  const seed = seedOf(story);
  const calls: Call[] = [];
  const ends: Outcome[] = [];
  const listen = (world: World): void => {
    const written = ({ fact }: Written): void => void (fact.type === 'closed' && ends.push(fact.outcome));
    world.watchers.push({ written });
  };
  const calm = await playWith(seed, story, (call) => void calls.push(call), listen);
  if (ends.join() !== story.end) calm.push(`it ends ${ends.join()}, and should end ${story.end}`);
  const broken = calm.map((what) => `without a trouble: ${what}`);
  let index = 0;
  let cases = 0;
  for (const { id, method, path, writes } of worth(calls))
    for (const strike of writes ? [...OF_WRITES, ...STRIKES] : STRIKES) {
      index += 1;
      if (index % share !== 0) continue;
      cases += 1;
      const found = await playWith(seed, story, (call) => (call.id === id ? strike : undefined));
      broken.push(...found.map((what) => `${id} ${method} ${path}, ${JSON.stringify(strike)}: ${what}`));
    }
  return { cases, broken };
}

async function playWith(
  seed: number,
  { options }: Story,
  strikes: (call: Call) => Strike | undefined,
  look?: Look,
): Promise<string[]> {
  const { violations } = await play(seed, { ...options, strikes }, look);
  return violations.map(({ invariant, why }) => `${invariant}: ${why}`);
}

import type { CallFault, OutsideCall, Pick as Choice } from './faultInjector';
import { faultsFor } from './callFaults';
import type { Story } from './stories';
import { trial, type Verdict } from './trial';

/** Polls are alike: of each, only the first is worth a fault. */
const ALIKE = 1;

export interface Sum {
  readonly cases: number;
  /** One line a case that went wrong: which call, which fault, how it ended, what broke. */
  readonly stories: readonly string[];
}

/** Plays a story once for every fault at every call of it. */
export async function everyFault(story: Story): Promise<Sum> {
  const { calls, end, broken } = await trial(story);
  const stories: string[] = [];
  if (end !== story.end || broken.length > 0) stories.push(`without a fault: ${[end, ...broken].join('; ')}`);
  let cases = 0;
  const last = story.upTo ? calls.findIndex(({ what }) => story.upTo?.test(what)) + 1 : calls.length;
  for (const n of worth(calls.slice(0, last))) {
    const call = calls[n - 1];
    for (const callFault of call ? faultsFor(call) : []) {
      const pick: Choice = (_call, nth) => (nth === n ? callFault : undefined);
      const played = await trial(story, { pick, delayed: holdsBack(callFault) });
      cases += 1;
      const wrong = [
        ...(played.end === story.end || mayStop(call, callFault, played) ? [] : [played.end]),
        ...played.broken,
      ];
      if (wrong.length > 0)
        stories.push(`call ${n} ${call?.what ?? ''}, ${callFault.name}: ${wrong.join('; ')}`);
    }
  }
  return { cases, stories: stories.filter((one) => story.beyondUs?.test(one) !== true) };
}

/** An effect may come long after its intent. */
export const holdsBack = ({ name }: Pick<CallFault, 'name'>): boolean => /late|stall|suspended/.test(name);

/**
 * Whoever asks how a workload is and hears 500 three times, or once while it is watched, is right to go back or to stop. So is
 * whoever is lied to: a store that answers with the past, or a list that is older than the vendor says. A deploy system refuses
 * what was signed before the machine was suspended. A create whose answer is not understood is not sent again.
 */
export function mayStop(
  call: OutsideCall | undefined,
  { name }: Pick<CallFault, 'name'>,
  { end }: Pick<Verdict, 'end'>,
): boolean {
  const isRight =
    name === 'stale' ||
    (call?.place === 'health' && name === '500') ||
    (call?.what === 'POST vendor /admin/keys' && (name === 'truncated' || name === 'html')) ||
    (call?.place === 'deploys' && name === 'suspended before');
  return isRight && STOPPED.test(end);
}

/** Undone, or a person is asked. */
const STOPPED = /^(undone|unproven|blocked: RK|person: )/;

function worth(calls: readonly OutsideCall[]): readonly number[] {
  const seen = new Map<string, number>();
  return calls.flatMap(({ place, what }, index) => {
    const times = (seen.get(what) ?? 0) + 1;
    seen.set(what, times);
    const poll = place === 'health' || (place === 'deploys' && what.startsWith('GET'));
    return poll && times > ALIKE ? [] : [index + 1];
  });
}

import { holdsBack, mayStop } from '../../support/everyFault';
import type { FaultInjector, OutsideCall, Pick } from '../../support/faultInjector';
import { faultNamed } from '../../support/callFaults';
import { overlap } from '../../support/stories';
import type { Stage } from '../../support/stage';
import { trial, type Verdict } from '../../support/trial';
import { worthOf, type Worth } from './worth';

/** `17:lost`: the seventeenth call, and what happens to it. */
export type FaultName = `${number}:${string}`;

export const nameOf = ({ n, callFault }: Worth): FaultName => `${n}:${callFault.name}`;

/** An overlap rotation in which these faults happen. */
export async function playWith(
  names: readonly string[],
  look?: (stage: Stage, injector: FaultInjector) => void,
): Promise<Verdict> {
  const wanted = new Map(names.map((name) => [Number(name.split(':')[0]), name.replace(/^\d+:/, '')]));
  const pick: Pick = (_call, n) => faultNamed(wanted.get(n) ?? '');
  const delayed = [...wanted.values()].some((name) => holdsBack({ name }) || name === 'stale');
  return trial({ ...overlap, how: { ifDue: true } }, { pick, delayed, ...(look && { look }) });
}

/** The faults that are worth being the first of a pair. */
export async function firstFaults(): Promise<readonly FaultName[]> {
  return worthOf((await playWith([])).calls, 0).map(nameOf);
}

/** Those that are worth being the second: of the calls that are made after the first has happened. */
export async function secondFaults(first: FaultName): Promise<readonly FaultName[]> {
  const { calls } = await playWith([first]);
  return worthOf(calls, Number(first.split(':')[0])).map(nameOf);
}

/** What is wrong with it, as sentences. It may end otherwise than well only when the faults are reason enough. */
export function wrongWith(names: readonly string[], verdict: Verdict): readonly string[] {
  const { end, calls, broken } = verdict;
  const faults = names.map((text) => {
    const [n, ...words] = text.split(':');
    return { call: calls[Number(n) - 1], name: words.join(':') };
  });
  const isReason =
    faults.some(({ call, name }) => mayStop(call, { name }, verdict)) || isGivenUp(faults, end);
  const isOffUnseen = faults.some(
    ({ call, name }) => name === 'very late' && call?.what.startsWith('PATCH vendor'),
  );
  return [
    ...(end === overlap.end || isReason ? [] : [`it ends ${end}`]),
    // Who disables minutes after everybody has given up waiting does so unseen. A person is asked for another reason.
    ...broken.filter((one) => !(isOffUnseen && one.startsWith('left disabled'))),
  ];
}

interface Happened {
  readonly call: OutsideCall | undefined;
  readonly name: string;
}

/** A value that cannot be stored is given up after five tries, and two faults of one call can be six. */
function isGivenUp([first, second]: readonly Happened[], end: string): boolean {
  const isStage = first?.call?.what.startsWith('POST store') === true;
  return end === 'undone' && isStage && first?.call?.what === second?.call?.what;
}

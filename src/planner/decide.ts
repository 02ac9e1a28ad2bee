import type { Code } from '../domain/errorCodes';
import type { KeyConfig } from '../domain/config';
import type { KeyState, OpenRotation } from '../domain/journal/keyState';
import { ORDERS, type PlanItem } from '../domain/plan';
import { instant, millis, spoken, when, type Millis } from '../domain/tools/time';
import { dueOf, type Due } from './due';
import { placeOf } from './place';
import type { PlanContext } from './request';

export type Decision = Pick<PlanItem, 'action' | 'why'> &
  Partial<Pick<PlanItem, 'rotation' | 'resumeAt' | 'findings'>>;

/** One key with all that a decision about it may look at. */
export interface Case {
  readonly key: KeyConfig;
  readonly state: KeyState | undefined;
  readonly due: Due | undefined;
  readonly selected: boolean;
}

type Decider = (it: Case, context: PlanContext) => Decision | undefined;

/** The first that has something to say decides. Safety first, then what is open, then what is new, then what is due. */
const DECIDERS: readonly Decider[] = [
  braked,
  held,
  inAnotherJob,
  takenBack,
  givenUp,
  open,
  blocked,
  removed,
  onlyResumes,
  ordered,
  fresh,
  backingOff,
];

export function decide(it: Case, context: PlanContext): Decision {
  for (const decider of DECIDERS) {
    const decision = decider(it, context);
    if (decision) return decision;
  }
  return byDate(it, context);
}

export function caseOf(key: KeyConfig, state: KeyState | undefined, context: PlanContext): Case {
  return {
    key,
    state,
    due: state && dueOf(key, state, context.config.policy),
    selected: context.request.selected?.has(key.name) ?? false,
  };
}

/** hold and release ask only where the job runs; what is open or due does not matter to them. */
function braked(it: Case, context: PlanContext): Decision | undefined {
  const { command, rotation } = context.request;
  if (command !== 'hold' && command !== 'release') return undefined;
  const open = it.state?.open;
  if (rotation !== undefined && rotation !== open?.rotation)
    return refusal('RK7010', open ? notThatOne(open) : `rotation ${rotation} is not open`);
  const why = command === 'hold' ? 'it is put on hold' : released(it);
  return inAnotherJob(it, context) ?? { action: 'nothing', why };
}

const released = ({ state }: Case): string =>
  state?.hold || state?.blocked
    ? 'it is released'
    : 'neither on hold nor blocked, so there is nothing to release';

/** A tick leaves it alone; what was ordered by name is refused, because nothing of it is done. */
function held(it: Case, { request }: PlanContext): Decision | undefined {
  const hold = it.state?.hold;
  if (!hold) return undefined;
  const reason = hold.reason === '' ? '' : `: ${hold.reason}`;
  const why = `on hold since ${when(millis(hold.since))} by ${hold.actor}${reason}`;
  return it.selected && isOrder(request) ? refusal('RK8002', why) : { action: 'hold', why };
}

const isOrder = ({ command, force }: PlanContext['request']): boolean => force || ORDERS.has(command);

function inAnotherJob({ key, selected }: Case, { request }: PlanContext): Decision | undefined {
  if (placeOf(key, request) !== 'elsewhere') return undefined;
  const here =
    request.environment === '' ? 'has no environment' : `has the environment ${request.environment ?? ''}`;
  const why = `runs only in the environment ${key.environment}; this job ${here}`;
  if (!selected) return { action: 'nothing', why };
  return {
    action: 'refused',
    why,
    findings: [{ rule: 'environment', code: 'RK3006', weight: 'refuse', message: why }],
  };
}

/** A person wants the open rotation undone, also a blocked one. */
function takenBack({ state, selected }: Case, { request }: PlanContext): Decision | undefined {
  if (request.command !== 'rollback' || !selected) return undefined;
  const rotation = state?.open;
  if (!rotation) return refusal('RK7014', 'no rotation is open, so there is nothing to take back');
  if (request.rotation !== undefined && request.rotation !== rotation.rotation) {
    return refusal('RK7010', notThatOne(rotation));
  }
  return {
    action: 'rollback',
    why: `rotation ${rotation.rotation} is taken back`,
    rotation: rotation.rotation,
  };
}

/** Only what needs a person: everything else continues by itself, or can be taken back. */
function givenUp({ state, selected }: Case, { request }: PlanContext): Decision | undefined {
  if (request.command !== 'abandon' || !selected) return undefined;
  const rotation = state?.open;
  if (!rotation) return refusal('RK7014', 'no rotation is open, so there is nothing to give up');
  if (request.rotation !== undefined && request.rotation !== rotation.rotation)
    return refusal('RK7010', notThatOne(rotation));
  const isMoved = request.moved?.has(state.identity) === true;
  if (!isMoved && rotation.status !== 'blocked' && rotation.status !== 'person')
    return refusal(
      'RK7015',
      `rotation ${rotation.rotation} is not blocked: it continues by itself, rollback takes it back, hold stops it`,
    );
  return {
    action: 'abandon',
    why: `rotation ${rotation.rotation} is given up; both keys stay alive`,
    rotation: rotation.rotation,
  };
}

const notThatOne = ({ rotation }: OpenRotation): string =>
  `the open rotation is ${rotation}, not the one that was named`;

function refusal(code: Code, message: string): Decision {
  return {
    action: 'refused',
    why: message,
    findings: [{ rule: 'command', code, weight: 'refuse', message }],
  };
}

/**
 * What was begun is finished, by whoever comes next. A wait ends at its time, also one for a person: then Rekey looks again; at once,
 * when rotate is given the key by name and now.
 */
function open({ state, selected }: Case, { now, request }: PlanContext): Decision | undefined {
  const rotation = state?.open;
  if (!rotation || rotation.status === 'blocked') return undefined;
  const { resumeAt } = rotation;
  const common = { rotation: rotation.rotation, ...(resumeAt !== undefined && { resumeAt }) };
  const looksNow = selected && request.force;
  if (resumeAt !== undefined && millis(resumeAt) > now && !looksNow)
    return { action: 'wait', why: waitingFor(rotation), ...common };
  return { action: 'resume', why: goesOn(rotation), ...common };
}

function goesOn({ kind, pass, started }: OpenRotation): string {
  const what = `${kind} of ${when(millis(started))}`;
  switch (pass) {
    case 'forward':
      return `${what} continues`;
    case 'back':
      return `rollback of the ${what} continues: the key from before is made current again, the new one dies`;
    case 'discard':
      return `${what} continues to its end: its new key, which was never in use, dies`;
    case 'abandon':
      return `${what} is being given up; both keys stay alive`;
  }
}

function waitingFor({ reason = 'waits', person, resumeAt = '' }: OpenRotation): string {
  return person === undefined
    ? `${reason}; continues at ${when(millis(resumeAt))}`
    : `${reason}. A person must act: ${person}`;
}

function blocked({ state }: Case): Decision | undefined {
  const reason = state?.blocked?.why ?? (state?.open?.status === 'blocked' ? state.open.reason : undefined);
  if (!state || reason === undefined) return undefined;
  const why = `blocked: ${reason}; fix it, then run release (or abandon, to give it up)`;
  return { action: 'blocked', why, ...(state.open && { rotation: state.open.rotation }) };
}

function removed({ state, selected }: Case, { request }: PlanContext): Decision | undefined {
  if (!state?.removed) return undefined;
  const { at, proved } = state.removed;
  if (selected && (request.force || (request.command === 'remove' && !proved))) return undefined;
  const doubt = proved
    ? ''
    : ', and nobody has proved that it is dead: look at the vendor, or run remove again, with key_id in its entry';
  return {
    action: 'nothing',
    why: `was removed at ${when(millis(at))}${doubt}; take its entry out of the config`,
  };
}

function onlyResumes({ key }: Case, { request }: PlanContext): Decision | undefined {
  if (placeOf(key, request) !== 'resume') return undefined;
  return {
    action: 'nothing',
    why: `the environment ${request.environment ?? ''} only finishes what was started`,
  };
}

/** Commands that name their keys act on them, whatever the date. */
function ordered({ selected }: Case, { request: { command, force } }: PlanContext): Decision | undefined {
  if (!selected) return undefined;
  if (command === 'remove' || command === 'rehearse')
    return { action: command, why: `asked for: ${command}` };
  return force ? { action: 'rotate', why: 'asked for with now' } : undefined;
}

/** Identified, verified and recorded before it is ever rotated, so that a new config rotates nothing on its first day. */
function fresh({ state }: Case): Decision | undefined {
  if (state?.adopted !== undefined || state?.lastPromote !== undefined) return undefined;
  return { action: 'adopt', why: 'new to Rekey: it is looked at and recorded; nothing is rotated' };
}

function backingOff({ state }: Case, { now }: PlanContext): Decision | undefined {
  if (state?.notBefore === undefined || millis(state.notBefore) <= now) return undefined;
  const why = `its last rotation was undone (${state.failures} in a row); tried again at ${when(millis(state.notBefore))}`;
  return { action: 'wait', why, resumeAt: state.notBefore };
}

function byDate({ due }: Case, { now }: PlanContext): Decision {
  if (!due) return { action: 'nothing', why: 'nothing makes it due; rotate with now replaces it' };
  if (due.at > now) return { action: 'nothing', why: `due at ${when(due.at)} (${due.reason})` };
  const late = now > due.latest ? `, overdue by ${spoken(now - due.latest)}` : '';
  return { action: 'rotate', why: `due since ${when(due.at)} (${due.reason})${late}` };
}

/** For the plan: when it is due, and whether that is long past. */
export function dates(due: Due | undefined, now: Millis): Pick<PlanItem, 'due' | 'overdue'> {
  return due ? { due: instant(due.at), overdue: now > due.latest } : { overdue: false };
}

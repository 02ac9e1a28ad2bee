import { CODES, type Code } from '../domain/errorCodes';
import { fatesOf } from '../domain/fate';
import { commandFor, type Typed } from './command';
import { moment } from './moment';
import { command, foreign, own, say, type Phrase } from './phrase';
import { riskOf } from './risk';
import type { PersonalWait, Situation, Stop } from './situation';

const LONG = 500;

/** The third line: how long this may last, and what then. */
export function untilLine(stop: Stop, situation: Situation): Phrase {
  switch (stop.is) {
    case 'waiting':
    case 'person':
      return waitEnd(stop.wait);
    case 'back off':
      return own(moment(stop.until));
    case 'elsewhere':
    case 'running':
      return claimEnd(situation);
    case 'interrupted':
      return own('the next run');
    case 'closed':
    case 'held':
    case 'blocked':
    case 'failed':
    case 'refused':
    case 'idle':
      return noDeadline(situation);
  }
}

function waitEnd({ until, latest, then }: PersonalWait): Phrase {
  const end = say`${own(moment(until))}, at latest ${own(moment(latest))}`;
  return then === undefined ? end : say`${end}; then ${foreign(then, LONG)}`;
}

function claimEnd({ state, rotation }: Situation): Phrase {
  const end = (state?.open?.claim ?? rotation?.claim)?.end;
  return end === undefined ? own('that run is over') : own(`${moment(end)} at latest`);
}

function noDeadline({ state, plan }: Situation): Phrase {
  if (state?.expires !== undefined) {
    return own(`${moment(state.expires)}: then the vendor lets the key in use expire`);
  }
  return plan?.due === undefined ? own('no deadline') : own(`due ${moment(plan.due)}`);
}

/** The fourth line: the exact thing to do, or that there is nothing to do. */
export function doLine(stop: Stop, situation: Situation): Phrase {
  const risk = riskOf(situation).level;
  if (stop.is === 'elsewhere' || stop.is === 'idle' || stop.is === 'running') return own('nothing');
  if (risk === 'leaked' && stop.is === 'closed')
    return type(situation, { command: 'emergency', reason: '<why>' });
  return risk === 'consumers' ? rescue(stop, situation) : calm(stop, situation);
}

function calm(stop: Exclude<Stop, { is: 'elsewhere' | 'idle' | 'running' }>, situation: Situation): Phrase {
  switch (stop.is) {
    case 'person':
      return say`${foreign(stop.wait.person ?? '', LONG)} The next run looks again. At once: ${type(situation, { command: 'rotate' })}`;
    case 'blocked':
      return say`${own(nextOf(stop.code))} Then: ${release(situation)}`;
    case 'held':
      return release(situation);
    case 'interrupted':
      return interrupted(situation);
    case 'failed':
    case 'refused':
      return say`${own(blame(situation))} Then: ${type(situation, { command: 'rotate', now: true })}`;
    case 'back off':
      return later(situation);
    case 'closed':
      return afterClose(stop.outcome, situation);
    case 'waiting':
      return own('nothing: a scheduled run goes on then');
  }
}

const type = (situation: Situation, typed: Typed): Phrase => command(commandFor(situation, typed));

const later = (situation: Situation): Phrase =>
  say`nothing now. Later: ${type(situation, { command: 'rotate', now: true })}`;

const PASSING = new Set(['transient', 'throttled', 'unknown']);

function interrupted(situation: Situation): Phrase {
  const { error } = situation;
  const first = error && !PASSING.has(error.kind) ? error.next : 'nothing: the next scheduled run goes on.';
  return say`${own(first)} At once: ${type(situation, { command: 'rotate' })}`;
}

const release = (situation: Situation): Phrase =>
  type(situation, { command: 'release', reason: '<what was done>' });

/** Consumers may be failing: the way back while there is one, else the way forward. */
function rescue(stop: Stop, situation: Situation): Phrase {
  const first = own(stop.is === 'blocked' ? nextOf(stop.code) : 'Look at the workload now.');
  if (mayGoBack(situation)) {
    return say`${first} To take the new key back: ${type(situation, { command: 'rollback', reason: '<why>' })}`;
  }
  return say`${first} Then: ${stop.is === 'blocked' ? release(situation) : type(situation, { command: 'rotate', now: true })}`;
}

function mayGoBack({ rotation }: Situation): boolean {
  if (rotation?.pass !== 'forward') return false;
  const { old, current } = fatesOf(rotation);
  return old.fate === 'alive' && current !== 'old';
}

function afterClose(outcome: string, situation: Situation): Phrase {
  switch (outcome) {
    case 'undone':
      return later(situation);
    case 'abandoned':
      return say`delete at the vendor what is alive and nobody uses. Later: ${type(situation, { command: 'rotate', now: true })}`;
    case 'unproven':
      return unproven(situation);
    case 'rehearsed':
      return say`when you like: ${type(situation, { command: 'rotate', now: true })}`;
    default:
      return own('nothing');
  }
}

function unproven({ rotation }: Situation): Phrase {
  const fates = rotation && fatesOf(rotation);
  const gone = fates?.victim !== undefined && fates[fates.victim].fate === 'gone from list';
  return gone
    ? own('nothing; its value was no longer there to be tried')
    : own('look at the vendor whether the key is gone; delete it by hand if it is not');
}

function blame({ error, plan }: Situation): string {
  const finding = plan?.findings.find(({ weight }) => weight === 'refuse');
  return error?.next ?? nextOf(finding?.code ?? 'RK8001');
}

const isCode = (code: string): code is Code => Object.hasOwn(CODES, code);
const nextOf = (code: string): string => (isCode(code) ? CODES[code].next : 'See the run.');

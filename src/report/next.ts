import { CODES, isCode } from '../domain/errorCodes';
import { kindInfo } from '../domain/errorKinds';
import { fatesOf } from '../domain/journal/fate';
import { again, commandFor, type Typed } from './command';
import { moment } from './moment';
import { command, foreign, own, say, type Phrase } from './phrase';
import { rollbackOf, turnOf } from './rollback';
import type { KeyStatus, PersonalWait, Situation } from './situation';

const LONG = 500;

export const person = ({ wait }: { readonly wait: PersonalWait }, situation: Situation): Phrase =>
  say`${foreign(wait.person ?? '', LONG)} The next run looks again. At once: ${type(situation, LOOK)}`;

/** An open rotation is looked at now, whenever its wait ends. */
const LOOK: Typed = { command: 'rotate', now: true };

const type = (situation: Situation, typed: Typed): Phrase => command(commandFor(situation, typed));

export const later = (situation: Situation): Phrase =>
  say`nothing now. Later: ${type(situation, again(situation))}`;

export function waiting({ wait: { until } }: { readonly wait: PersonalWait }, situation: Situation): Phrase {
  if (situation.run.owner.kind === 'actions') return own('nothing: a scheduled run continues then');
  return say`nothing until ${own(moment(until))}. Then, unless something runs it for you: ${type(situation, { command: 'rotate' })}`;
}

export function interrupted(_status: unknown, situation: Situation): Phrase {
  const { error, run } = situation;
  const calm =
    run.owner.kind === 'actions'
      ? 'nothing: the next scheduled run continues.'
      : 'nothing else: it continues from here.';
  const first = error && !error.traits.resumes ? advice(error.code, error.next) : own(calm);
  return say`${first} At once: ${type(situation, { ...again(situation), now: undefined })}`;
}

export const release = (situation: Situation): Phrase =>
  type(situation, { command: 'release', reason: '<what was done>' });

/** What the error says, then the two ways on. Only what is open can be given up. */
export function blocked({ code, next }: Extract<KeyStatus, { is: 'blocked' }>, situation: Situation): Phrase {
  const first = say`${advice(code, next)} Then: ${release(situation)}`;
  if (!isOpen(situation)) return first;
  return say`${first} Or give it up, and nothing dies: ${type(situation, { command: 'abandon', reason: '<why>' })}`;
}

const isOpen = ({ rotation, state }: Situation): boolean =>
  rotation ? rotation.closed === undefined : state?.open !== undefined;

/** Consumers may be failing: the way back while there is one, else the way forward. */
export function rescue(status: KeyStatus, situation: Situation): Phrase {
  const { error } = situation;
  const refused =
    error?.code === 'RK5011' ? advice(error.code, error.next) : own('Look at the workload now.');
  const first = status.is === 'blocked' ? advice(status.code, status.next) : refused;
  if (mayGoBack(situation)) {
    return say`${first} To take the new key back: ${type(situation, { command: 'rollback', reason: '<why>' })}`;
  }
  const then = status.is === 'blocked' ? release(situation) : type(situation, again(situation));
  return say`${first} Then: ${then}`;
}

function mayGoBack({ rotation }: Situation): boolean {
  if (rotation?.pass !== 'forward') return false;
  const { old, current } = fatesOf(rotation);
  return old.fate === 'alive' && current !== 'old';
}

export const abandoned = (situation: Situation): Phrase =>
  say`delete at the vendor what is alive and nobody uses. Later: ${type(situation, again(situation))}`;

export const rehearsed = (situation: Situation): Phrase =>
  say`when you like: ${type(situation, { command: 'rotate', now: true })}`;

export function removed({ rotation }: Situation): Phrase {
  if (!rotation) return own('nothing');
  const { store, secret } = rotation.snapshot;
  const fields = Object.values(secret.fields).join(', ');
  return say`take the entry out of the config, and delete the dead value at ${`${store}:${secret.path}#${fields}`}`;
}

/** What made it fail is fixed first; what passes by itself, or was a person's wish, needs nobody. */
export function undone(situation: Situation): Phrase {
  const { rotation } = situation;
  if (rotation && rollbackOf(rotation)) return own('nothing');
  const { code, next } = (rotation && turnOf(rotation)) ?? {};
  if (code === undefined || kindInfo(CODES[code].kind).resumes) return later(situation);
  return say`${advice(code, next)} Then: ${type(situation, again(situation))}`;
}

export function unproven({ rotation }: Situation): Phrase {
  const fates = rotation && fatesOf(rotation);
  const gone = fates?.victim !== undefined && fates[fates.victim].fate === 'gone from list';
  return gone
    ? own('nothing; its value was no longer there to be tried')
    : own('look at the vendor whether the key is gone; delete it by hand if it is not');
}

export function notStarted(_status: unknown, situation: Situation): Phrase {
  const { error, plan } = situation;
  const finding = error ? undefined : plan?.findings.find(({ weight }) => weight === 'refuse');
  const code = error?.code ?? finding?.code ?? 'RK8001';
  const first = advice(code, error?.next);
  if (CODES[code].nothingThere) return first;
  return say`${first} Then: ${type(situation, again(situation))}`;
}

/** What an error says to do: words of ours from the catalogue, or better ones, which may name what is foreign. */
function advice(code: string, next?: string): Phrase {
  const usual = isCode(code) ? CODES[code].next : 'See the run.';
  return next === undefined || next === usual ? own(usual) : foreign(next, LONG);
}

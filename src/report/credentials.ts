import type { Fate, Fates, Side } from '../domain/fate';
import { join, own, say, type Phrase } from './phrase';

const FATE_WORDS: Readonly<Record<Exclude<Fate, 'none' | 'alive'>, string>> = {
  perhaps: 'may exist: create was sent and no answer is recorded',
  disabling: 'is being disabled, or is enabled again',
  disabled: 'is disabled',
  revoking: 'may be dead: revoke was asked for, and whether it arrived is not known',
  revoked: 'is revoked, its death is not proved yet',
  refused: 'is dead: the vendor refuses it',
  'gone from list': 'is gone from the complete list of the vendor',
  unproven: 'is revoked, its death could not be proved',
};

/** Where old and new stand, as far as the facts say: `the new key k2 is current; the old key k1 still works`. */
export function credentials(fates: Fates): Phrase {
  if (fates.new.fate === 'none') return withoutNew(fates.old);
  if (fates.current === 'unknown') {
    return own('a switch was begun and its end is not recorded, so the next run looks at the store first');
  }
  if (fates.current === 'unclear') return unclear(fates);
  const [survivor, other] = fates.current === 'new' ? [fates.new, fates.old] : [fates.old, fates.new];
  const names = fates.current === 'new' ? ['new', 'old'] : ['old', 'new'];
  const current =
    survivor.fate === 'none'
      ? own('no key is current')
      : is(names[0], survivor, fates.restored ? 'is current again' : 'is current');
  if (other.fate === 'none') return current;
  return join([current, is(names[1], other, fateWords(other.fate, fates))], '; ');
}

function unclear({ old, new: fresh }: Fates): Phrase {
  const alive = (side: Side): string =>
    side.fate === 'alive' || side.fate === 'none' ? 'still works' : FATE_WORDS[side.fate];
  const both = [is('new', fresh, alive(fresh))];
  if (old.fate !== 'none') both.unshift(is('old', old, alive(old)));
  return join([own('look at the store for what is in use'), ...both], '; ');
}

function withoutNew(old: Side): Phrase {
  if (old.fate === 'none') return own('there is no key yet');
  if (old.fate !== 'alive') return is('old', old, FATE_WORDS[old.fate]);
  return old.id === undefined
    ? own('nothing was changed, so what worked goes on working')
    : say`nothing was changed; the key in use, ${old.id}, goes on working`;
}

function is(name: string | undefined, side: Side, what: string): Phrase {
  const id = side.id === undefined ? own('') : say` ${side.id}`;
  return [`the ${name ?? ''} key`, ...id, ` ${what}`];
}

function fateWords(fate: Fate, fates: Fates): string {
  if (fate === 'none') return 'does not exist';
  if (fate !== 'alive') return FATE_WORDS[fate];
  if (fates.current === 'new') return 'still works';
  return fates.victim === 'new' ? 'still works and is to be revoked' : 'is staged and not in use';
}

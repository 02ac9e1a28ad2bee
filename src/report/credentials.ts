import type { Fate, Fates, Side } from '../domain/journal/fate';
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

/** What this process can vouch for, and what the journal says of keys beyond this rotation. */
export interface Vouching {
  /** The nonce of this process's claim. What another process wrote down is told as that. */
  readonly own?: string | undefined;
  /** Ids that an earlier rotation gave up for ever. */
  readonly condemned?: readonly string[] | undefined;
  /** A proof was tried, and the vendor's answers do not bear the revoke out. */
  readonly refuted?: boolean;
}

/** Where old and new stand, as far as the facts say: `the new key k2 is current; the old key k1 still works`. */
export function credentials(fates: Fates, vouching: Vouching): Phrase {
  const { old, new: fresh, current, restored } = fates;
  if (fresh.fate === 'none') return withoutNew(fates, vouching);
  if (current === 'unknown') {
    return own('a switch was begun and its end is not recorded, so the next run looks at the store first');
  }
  if (current === 'unclear') {
    const sides = [named('old', old, vouching), named('new', fresh, vouching)].filter(
      (side) => side !== undefined,
    );
    return join([own('look at the store for what is in use'), ...sides], '; ');
  }
  const [survivor, other] = current === 'new' ? [fresh, old] : [old, fresh];
  const is = own(restored ? 'is current again' : 'is current');
  const served = survivor.fate === 'none' ? own('no key is current') : keyIs(current, survivor, is);
  const rest = named(current === 'new' ? 'old' : 'new', other, vouching, livingWords(fates));
  return rest ? join([served, rest], '; ') : served;
}

const livingWords = ({ current, victim }: Fates): string => {
  if (current === 'new') return 'still works';
  return victim === 'new' ? 'still works and is to be revoked' : 'is staged and not in use';
};

function withoutNew({ old, asked }: Fates, vouching: Vouching): Phrase {
  if (old.fate === 'none') return own('there is no key yet');
  if (old.fate !== 'alive') return named('old', old, vouching) ?? own('');
  if (asked) return keyIs('old', old, own('is current, and no new key is left'));
  return old.id === undefined
    ? own('nothing was changed, so what worked goes on working')
    : say`nothing was changed; the key in use is ${old.id}`;
}

/** Undefined where there is no such key. */
function named(
  name: 'old' | 'new',
  side: Side,
  vouching: Vouching,
  living = 'still works',
): Phrase | undefined {
  if (side.fate === 'none') return undefined;
  if (side.fate === 'alive') {
    const isCondemned = side.id !== undefined && vouching.condemned?.includes(side.id) === true;
    return keyIs(name, side, own(isCondemned ? 'was given up by an earlier rotation' : living));
  }
  if (side.fate === 'revoked' && vouching.refuted)
    return keyIs(name, side, own('was revoked, and the answers of the vendor do not bear that out'));
  const isOwn = side.by === undefined || side.by === vouching.own;
  return keyIs(name, side, own(`${FATE_WORDS[side.fate]}${isOwn ? '' : ', as an earlier run wrote down'}`));
}

function keyIs(name: 'old' | 'new', { id }: Side, what: Phrase): Phrase {
  return id === undefined
    ? say`${own(`the ${name} key`)} ${what}`
    : say`${own(`the ${name} key`)} ${id} ${what}`;
}

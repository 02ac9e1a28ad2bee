import { DAY, MINUTE, type Millis } from './tools/time';

/** What follows from the kind of an error, wherever it is handled. What is not said is not so. */
export interface KindInfo {
  /** For docs/errors.md. */
  readonly means: string;
  readonly then: string;
  /** It may pass by itself: how long it may last before it counts as a failure. Without: a verdict, asking again is in vain. */
  readonly patience?: Millis;
  /** Asking again soon may help. */
  readonly passes?: true;
  /** Nothing of the effect of a call that failed so can have happened. */
  readonly nothingDone?: true;
  /** The server did not look at what the call was about, so nothing is known of it. */
  readonly silent?: true;
  /** It does no harm to consumers, so a switch is not taken back because of it: a person looks. */
  readonly harmless?: true;
  /** The next run continues by itself. */
  readonly resumes?: true;
  /** Exit code of a run that fails with it; 1 if left out. */
  readonly exit?: 2;
}

/** The kind of an error decides what is done about it. */
export const KINDS = {
  config: {
    means: 'an input or the config is wrong',
    then: 'it stops and says so',
    nothingDone: true,
    silent: true,
    harmless: true,
    exit: 2,
  },
  denied: { means: 'a right is missing', then: 'it stops and says so', nothingDone: true },
  throttled: {
    means: 'a server asks to slow down',
    then: 'it waits, and tries again',
    patience: DAY,
    passes: true,
    nothingDone: true,
    silent: true,
    resumes: true,
  },
  transient: {
    means: 'a server cannot be reached, or has an error',
    then: 'it tries again',
    patience: DAY,
    passes: true,
    nothingDone: true,
    silent: true,
    resumes: true,
  },
  unknown: {
    means: 'a call was sent, and its answer was lost',
    then: 'it looks at what happened before it does anything else',
    patience: DAY,
    passes: true,
    resumes: true,
  },
  broken: {
    means: 'an answer that Rekey does not understand',
    then: 'it tries again, then stops and says so',
    patience: 10 * MINUTE,
  },
  full: {
    means: 'the limit of the vendor',
    then: 'someone must delete a key to make room',
    nothingDone: true,
  },
  conflict: {
    means: 'somebody else changed it',
    then: 'the next run starts from what is there now',
    resumes: true,
  },
  gone: { means: 'it is not there', then: 'it stops and says so, or takes it as done' },
  refused: {
    means: 'a verdict, such as that a credential is not accepted',
    then: 'it undoes the rotation, or stops and says so',
    nothingDone: true,
  },
} as const satisfies Record<string, KindInfo>;

export type Kind = keyof typeof KINDS;

/** What a single code adds to its kind. */
interface CodeTraits {
  /** What the journal says may be wrong, so nothing further is written or called. */
  readonly stopsAll?: true;
  /** A journal that is lost, or not ours, may hide a rotation half done: exit code 3. */
  readonly mayHide?: true;
  /** Somebody else changed what is in the store, so which key is in use is not known. */
  readonly changedByOthers?: true;
  /** There is no such thing to act on, so the command is not offered again. */
  readonly nothingThere?: true;
}

export interface CodeInfo extends CodeTraits {
  readonly kind: Kind;
  readonly title: string;
  readonly next: string;
}

export const code = (kind: Kind, title: string, next: string, traits: CodeTraits = {}): CodeInfo => ({
  kind,
  title,
  next,
  ...traits,
});

const INFO: Readonly<Record<Kind, KindInfo>> = KINDS;

export const kindInfo = (kind: Kind): KindInfo => INFO[kind];

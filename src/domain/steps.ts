/** The five words that people see. */
export const WORDS = ['create', 'switch', 'watch', 'revoke', 'prove'] as const;
export type Word = (typeof WORDS)[number];

/** How a drawing marks the moment of an effect. A title is without a colon, because it is a name in Mermaid. */
interface Mark {
  readonly icon: string;
  readonly title: string;
}

/** What a step is, for the engine, the evidence, the pictures and ARCHITECTURE. What it does is in `lifecycle/steps/<step>.ts`. */
export interface StepInfo<Name extends string = string> {
  /** The word of the five that it is a part of. */
  readonly word: Word;
  readonly does: string;
  /** How a process that takes over finds out whether it happened. */
  readonly foundBy: string;
  readonly undo: string;
  /** What differs in the pass that goes back. */
  readonly back?: Pick<StepInfo, 'does' | 'foundBy' | 'undo' | 'mark'>;
  /** Once for each workload of the key, in order. Deploy and check of one workload come before those of the next. */
  readonly perWorkload?: true;
  /** A question: it changes nothing outside, and its last answer counts. */
  readonly asks?: true;
  /** `hold` stops before it. */
  readonly stopsOnHold?: true;
  /** It only reports and tidies up, so it needs neither window nor reviewer. */
  readonly afterwards?: true;
  /**
   * What another process wrote down as this step's result is looked at again by this one, until that step has a result; `end`: always. A
   * journal is memory: what the next effect or word rests on is looked at.
   */
  readonly ownUntil?: Name | 'end';
  /** When it gives up it has itself enabled again what was disabled. */
  readonly leavesEnabled?: true;
  readonly mark?: Mark;
}

const READS = { asks: true, foundBy: 'reads only', undo: '–' } as const;
const OUR_KEY = 'our label, our reservation, the ids seen before';

/** Every step, in the order of the table in ARCHITECTURE, which is made of it. */
export const STEPS = {
  preflight: {
    ...READS,
    word: 'create',
    does: 'identities, permissions, limits, deploys that can be started, healthy baseline, history long enough',
  },
  claim: {
    word: 'create',
    does: 'owns the key; *then* base, old and its id are read; the ticket is opened',
    foundBy: 'nonce; marker on the ticket',
    undo: 'release',
  },
  adopt: {
    word: 'create',
    does: 'the key in use is identified, verified and recorded',
    foundBy: 'reads only',
    undo: '–',
  },
  create: {
    word: 'create',
    does: 'reserves the slot, creates at the vendor, stages in the store',
    foundBy: OUR_KEY,
    undo: 'discard',
    mark: { icon: '➕', title: 'new key made' },
  },
  verify: {
    ...READS,
    word: 'create',
    does: 'new is accepted, differs from old',
    back: { does: 'previous is still accepted', foundBy: 'reads only', undo: '–' },
    ownUntil: 'promote',
  },
  promote: {
    word: 'switch',
    does: 'the staged value becomes current, fenced',
    foundBy: 'current is our value',
    undo: 'back',
    back: {
      does: 'the previous value becomes current again, fenced',
      foundBy: 'current is the previous value',
      undo: 'none: both stay alive, blocked',
      mark: { icon: '↩️', title: 'switch back' },
    },
    stopsOnHold: true,
    ownUntil: 'free',
    mark: { icon: '🔀', title: 'switch' },
  },
  fence: {
    word: 'switch',
    does: 'a promote that may still be on its way must fail',
    foundBy: 'the base has moved',
    undo: 'none needed: nothing served changes',
  },
  deploy: {
    word: 'switch',
    perWorkload: true,
    does: 'rolls the workload',
    foundBy: 'our mark on the rollout',
    undo: 'rolled again after back',
  },
  check: { ...READS, word: 'watch', perWorkload: true, does: 'probes until it passed often enough' },
  sweep: {
    word: 'create',
    does: 'what a create left behind whose end was not known is ended',
    foundBy: OUR_KEY,
    undo: 'none',
  },
  drain: {
    ...READS,
    word: 'watch',
    does: "grace period over (by the store's and the journal's clock) **and** the victim silent; a long wait ends the process, a later run continues",
  },
  condemn: {
    word: 'revoke',
    does: '**the line**: this id never becomes current again, for anybody',
    foundBy: 'the fact',
    undo: 'none: forward only',
    stopsOnHold: true,
    mark: { icon: '🚫', title: 'condemned' },
  },
  disable: {
    word: 'revoke',
    does: 'where reversible: disabled, watched, still refused at the end; enabled again on any doubt',
    foundBy: 'repeated until acknowledged',
    undo: 'enable, on any doubt',
    stopsOnHold: true,
    ownUntil: 'revoke',
    leavesEnabled: true,
    mark: { icon: '⏸️', title: 'disabled' },
  },
  revoke: {
    word: 'revoke',
    does: 'deletes the victim',
    foundBy: 'absent from a complete list, or refused',
    undo: 'none',
    stopsOnHold: true,
    leavesEnabled: true,
    mark: { icon: '🗑️', title: 'revoked' },
  },
  prove: {
    ...READS,
    word: 'prove',
    does: 'the victim is refused, the survivor accepted in between, several times',
    afterwards: true,
    ownUntil: 'end',
  },
  free: {
    word: 'prove',
    does: 'the slot is freed, dead values are destroyed',
    foundBy: 'repeated until acknowledged',
    undo: 'none needed: the value is dead',
    afterwards: true,
  },
  close: {
    word: 'prove',
    does: 'evidence, ticket, release',
    foundBy: 'keyed upserts',
    undo: '–',
    afterwards: true,
  },
} as const satisfies Record<string, StepInfo>;

export type StepName = keyof typeof STEPS;

const INFO: Readonly<Record<StepName, StepInfo<StepName>>> = STEPS;

export const infoOf = (step: StepName): StepInfo<StepName> => INFO[step];

/** @param text a word of a journal, which may be anything */
export const isStep = (text: string): text is StepName => Object.hasOwn(STEPS, text);

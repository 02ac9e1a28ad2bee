import type { EffectRecord, Evidence } from '../domain/evidence';
import type { Pass } from '../domain/journal/facts';
import type { StepName } from '../domain/steps';
import type { Millis } from '../domain/tools/time';
import { timeOf } from './moment';

/** unsure: the facts do not say which. ahead: after the last fact. */
export type SpanState = 'used' | 'idle' | 'off' | 'unsure' | 'ahead';

export interface Span {
  readonly state: SpanState;
  readonly from: Millis;
  readonly to: Millis;
}

export const SPAN_WORDS: Readonly<Record<SpanState, string>> = {
  used: 'in use',
  idle: 'exists, not in use',
  off: 'disabled or revoked',
  unsure: 'not known',
  ahead: 'not seen yet',
};

export interface Frame {
  readonly from: Millis;
  readonly seen: Millis;
  readonly to: Millis;
  /** From then on nobody can say what is in use. */
  readonly unclear?: Millis;
}

/** Somewhere between `sent` and `at` it became `to`; nothing tells when, or, without `at`, whether. */
interface Change {
  readonly sent: Millis;
  readonly at?: Millis;
  readonly to: SpanState | 'gone';
}

/** What one of the two keys was, and when. Empty where there is no such key. */
export function spansOf(side: 'old' | 'new', evidence: Evidence, frame: Frame): readonly Span[] {
  if (side === 'old') {
    return evidence.old ? draw('used', frame.from, changes(evidence, side, frame), frame) : [];
  }
  const [first, ...later] = changes(evidence, side, frame);
  if (!first) return [];
  const begun = first.at === undefined ? 'unsure' : 'idle';
  const doubt = span('unsure', first.sent, first.at ?? first.sent);
  return [...doubt, ...draw(begun, first.at ?? first.sent, later, frame)];
}

const SWITCHES: Readonly<Record<'old' | 'new', readonly [SpanState, SpanState]>> = {
  old: ['idle', 'used'],
  new: ['used', 'idle'],
};

/** In order; of the new key the first is its making. */
function changes(evidence: Evidence, side: 'old' | 'new', { unclear }: Frame): readonly Change[] {
  const [afterSwitch, afterReturn] = SWITCHES[side];
  const of = (pass: Pass, step: StepName, to: Change['to']): readonly Change[] =>
    evidence.effects
      .filter((effect) => effect.pass === pass && effect.step === step && effect.unit === undefined)
      .flatMap((effect) => changeOf(effect, to));
  const making = side === 'new' ? of('forward', 'create', 'idle') : [];
  if (side === 'new' && making.length === 0) return [];
  const passes: readonly Pass[] = side === 'old' ? ['forward'] : ['discard', 'back'];
  const rest = [
    ...(evidence.kind === 'rotate' ? of('forward', 'promote', afterSwitch) : []),
    ...of('discard', 'fence', afterReturn),
    ...of('back', 'promote', afterReturn),
    ...passes.flatMap((pass) => [
      ...of(pass, 'disable', 'off').flatMap((change) => enabledAgain(change, evidence)),
      ...of(pass, 'revoke', 'off'),
      ...proofs(evidence, pass),
    ]),
    ...(side === 'new' && making[0]?.at === undefined ? lookedUp(evidence) : []),
    ...(unclear === undefined ? [] : [{ sent: unclear, at: unclear, to: 'unsure' as const }]),
  ];
  return [...making, ...rest.sort((one, other) => one.sent - other.sent)];
}

function changeOf({ sent, at, how }: EffectRecord, to: Change['to']): readonly Change[] {
  const [asked, told] = [timeOf(sent), timeOf(at)];
  if (asked === undefined || told === undefined) return [];
  return [how === 'not known' ? { sent: asked, to } : { sent: asked, at: Math.max(asked, told), to }];
}

/** A disable without a recorded end, and then a block: the block is written only once the key is enabled again. */
function enabledAgain(change: Change, { blocks }: Evidence): readonly Change[] {
  if (change.at !== undefined) return [change];
  const end = blocks.flatMap(({ at }) => timeOf(at) ?? []).find((at) => at >= change.sent);
  return [end === undefined ? change : { sent: change.sent, at: end, to: 'idle' }];
}

/** Only a proof ends a bar. */
function proofs({ gates }: Evidence, pass: Pass): readonly Change[] {
  return gates
    .filter((gate) => gate.pass === pass && gate.step === 'prove' && gate.verdict !== 'failed')
    .flatMap(({ at, numbers }): readonly Change[] => {
      const time = timeOf(at);
      const isDead = numbers['grade'] === 'refused' || numbers['grade'] === 'gone from list';
      return time === undefined ? [] : [{ sent: time, at: time, to: isDead ? 'gone' : 'unsure' }];
    });
}

/** Whatever a create without an answer may have left was looked for, and ended. */
function lookedUp({ effects, gates }: Evidence): readonly Change[] {
  const times = [...effects.filter(({ how }) => how !== 'not known'), ...gates]
    .filter(({ pass, step, unit }) => pass === 'discard' && step === 'sweep' && unit === undefined)
    .flatMap(({ at }) => timeOf(at) ?? []);
  return times.map((at) => ({ sent: at, at, to: 'gone' as const }));
}

function draw(first: SpanState, from: Millis, all: readonly Change[], frame: Frame): readonly Span[] {
  const spans: Span[] = [];
  let [state, since] = [first, from];
  for (const { sent, at, to } of all) {
    const asked = Math.max(since, sent);
    const told = Math.max(asked, at ?? asked);
    // Disabled and then revoked: all the time it was one of the two.
    spans.push(...span(state, since, asked), ...span(state === to ? state : 'unsure', asked, told));
    if (to === 'gone') return merged(spans);
    [state, since] = [at === undefined ? 'unsure' : to, told];
  }
  return merged([
    ...spans,
    ...span(state, since, frame.seen),
    ...span('ahead', Math.max(since, frame.seen), frame.to),
  ]);
}

const span = (state: SpanState, from: Millis, to: Millis): readonly Span[] =>
  to > from ? [{ state, from, to }] : [];

const merged = (spans: readonly Span[]): readonly Span[] =>
  spans.reduce<Span[]>((sofar, next) => {
    const last = sofar.at(-1);
    if (last?.state !== next.state) return [...sofar, next];
    return [...sofar.slice(0, -1), { ...last, to: next.to }];
  }, []);

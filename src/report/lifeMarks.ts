import type { EffectRecord, Evidence, Gate } from '../domain/evidence';
import type { Pass } from '../domain/journal/facts';
import { infoOf, isStep, type StepInfo, type StepName } from '../domain/steps';
import type { Millis } from '../domain/tools/time';
import type { Frame } from './lifeSpans';
import { plural } from './markdown';
import { second, timeOf } from './moment';
import { foreign, join, own, say, type Phrase } from './phrase';
import { seen } from './seen';

/** Something that happened, or was seen, at one moment. */
export interface LifeMark {
  readonly at: Millis;
  readonly icon: string;
  /** Words of ours, without a colon: it is a name in the summary's drawing. */
  readonly title: string;
  readonly told: Phrase;
  readonly side: 'old' | 'new' | 'both';
}

type Side = LifeMark['side'];

const MAKES_USABLE: ReadonlySet<StepName> = new Set(['create', 'promote']);

/** All marks of a rotation, in order of time; as few as a reader can take in, however many workloads there are. */
export function marksOf(evidence: Evidence, { from, to }: Frame): readonly LifeMark[] {
  const { effects, gates } = evidence;
  // In the order of the steps, which decides between equal times.
  const marks = [
    ...effects.filter(({ step }) => MAKES_USABLE.has(step)).flatMap(effectMark),
    ...checkMarks(evidence),
    ...gates.filter(({ step }) => step === 'drain').flatMap(drainMarks),
    ...effects.filter(({ step }) => !MAKES_USABLE.has(step)).flatMap(effectMark),
    ...gates.filter(({ step }) => step === 'prove').flatMap(proofMarks),
    ...blockMarks(evidence),
    ...waitMarks(evidence),
  ];
  return marks
    .map((mark) => ({ ...mark, at: Math.min(to, Math.max(from, mark.at)) }))
    .sort((one, other) => one.at - other.at);
}

/** The key that is to die in a pass. */
const victimOf = (pass: Pass): Side => (pass === 'forward' ? 'old' : 'new');

const mark = (
  at: unknown,
  icon: string,
  title: string,
  side: Side,
  told: Phrase = [],
): readonly LifeMark[] => {
  const time = timeOf(at);
  return time === undefined ? [] : [{ at: time, icon, title, side, told }];
};

function signOf(step: StepName, pass: Pass): StepInfo['mark'] {
  if (!isStep(step)) return undefined;
  const { mark, back } = infoOf(step);
  return pass === 'back' ? (back?.mark ?? mark) : mark;
}

function effectMark({ pass, step, unit, how, sent, at, data }: EffectRecord): readonly LifeMark[] {
  const sign = signOf(step, pass);
  if (!sign || unit !== undefined) return [];
  const { icon, title } = sign;
  const side = step === 'create' ? 'new' : step === 'promote' ? 'both' : victimOf(pass);
  if (how === 'not known') {
    return mark(
      sent,
      '❓',
      `asked for, ${title}`,
      side,
      own('it was asked for; whether it happened is not known'),
    );
  }
  const found: readonly Phrase[] =
    how === 'found' ? [own('found done, so it happened at some time before')] : [];
  return mark(at, icon, title, side, join([...found, seen(step, data)], '; '));
}

const CHECKS: readonly (readonly [verdict: Gate['verdict'], icon: string, title: string])[] = [
  ['passed', '✅', 'checks passed'],
  ['failed', '❌', 'check failed'],
  ['not observed', '🟡', 'check not observed'],
];
const MOST_NAMES = 5;

/** One mark for all checks of a pass with the same verdict, at the last of them. */
function checkMarks({ gates, kind }: Evidence): readonly LifeMark[] {
  return (['forward', 'back'] as const).flatMap((pass) =>
    CHECKS.flatMap(([verdict, icon, title]) => {
      const same = gates.filter(
        (gate) => gate.pass === pass && gate.step === 'check' && gate.verdict === verdict,
      );
      const units = same.flatMap(({ unit }) => unit ?? []);
      const more = units.length - MOST_NAMES;
      const names = units.slice(0, MOST_NAMES).map((unit) => foreign(unit, 40));
      const told = join(more > 0 ? [...names, own(plural(more, 'other'))] : names, ', ');
      const side = pass === 'back' || kind === 'remove' ? 'old' : 'new';
      const last = same
        .map(({ at }) => at)
        .sort()
        .at(-1);
      return mark(last, icon, title, side, told);
    }),
  );
}

function drainMarks({ pass, verdict, at, numbers }: Gate): readonly LifeMark[] {
  const side = victimOf(pass);
  if (verdict === 'failed') return mark(at, '❌', 'grace not over', side, seen('drain', numbers));
  const { lastUsed } = numbers;
  const used =
    typeof lastUsed === 'string' && timeOf(lastUsed) !== undefined
      ? mark(lastUsed, '👤', 'last use', side, say`as the vendor says, at ${own(second(lastUsed))}`)
      : [];
  const [icon, title] =
    verdict === 'passed' ? ['🔇', 'grace over, silent'] : ['🟡', 'grace over, use not seen'];
  return [...used, ...mark(at, icon, title, side, seen('drain', numbers))];
}

const DEATHS: Readonly<Record<string, readonly [icon: string, title: string]>> = {
  refused: ['💀', 'dead'],
  'gone from list': ['🟡', 'gone from the list'],
};

function proofMarks({ pass, verdict, at, numbers }: Gate): readonly LifeMark[] {
  const grade = numbers['grade'];
  const known = typeof grade === 'string' && Object.hasOwn(DEATHS, grade) ? DEATHS[grade] : undefined;
  const [icon, title] = verdict === 'passed' && known ? known : ['🟡', 'death not proved'];
  return mark(at, icon, title, victimOf(pass), seen('prove', numbers));
}

function blockMarks({ blocks, turns }: Evidence): readonly LifeMark[] {
  const last = blocks.at(-1);
  const blocked = last ? mark(last.at, '⛔', 'blocked', 'both', say`${own(last.code)}: ${last.why}`) : [];
  const given = turns.find(({ to }) => to === 'abandon');
  return [...blocked, ...(given ? mark(given.at, '🏳️', 'given up', 'both', say`${given.why}`) : [])];
}

/** What is to come is said as that. */
function waitMarks({ outcome, waits }: Evidence): readonly LifeMark[] {
  const wait = outcome === 'open' ? waits.at(-1) : undefined;
  return wait ? mark(wait.until, '⏳', 'waits until then', 'both', say`${wait.reason}`) : [];
}

import type { Evidence } from '../domain/evidence';
import { fatesOf } from '../domain/journal/fate';
import type { RotationState } from '../domain/journal/rotation';
import type { Instant, Millis } from '../domain/tools/time';
import { marksOf, type LifeMark } from './lifeMarks';
import { spansOf, type Span } from './lifeSpans';
import { timeOf } from './moment';

/** One of the two keys over time. The old one is older than the picture: when it was made was not seen. */
export interface Lane {
  readonly side: 'old' | 'new';
  /** Foreign. */
  readonly id?: string;
  readonly spans: readonly Span[];
}

/** The two keys of one rotation from its first fact to its last, as far as the facts say. */
export interface Life {
  /** Foreign. */
  readonly key: string;
  readonly from: Millis;
  /** Of the last fact; a rotation that waits has spans beyond it, and they are `ahead`. */
  readonly seen: Millis;
  readonly to: Millis;
  readonly lanes: readonly Lane[];
  /** In order of time. */
  readonly marks: readonly LifeMark[];
}

export interface Told {
  readonly rotation?: RotationState;
  readonly evidence?: Evidence;
}

/** Undefined where there is nothing to draw: an adoption, or a rotation that has not come to a key yet. */
export function lifeOf({ rotation, evidence }: Told): Life | undefined {
  if (!rotation || !evidence || evidence.kind === 'adopt') return undefined;
  const from = timeOf(evidence.started);
  const seen = timeOf(evidence.ended ?? rotation.last.at);
  if (from === undefined || seen === undefined || seen < from) return undefined;
  const to = evidence.outcome === 'open' ? Math.max(seen, waitsUntil(evidence)) : seen;
  const fates = fatesOf(rotation);
  const unclear = fates.current === 'unclear' ? doubtOf(evidence) : undefined;
  const frame = { from, seen, to, ...(unclear !== undefined && { unclear }) };
  const lanes = (['old', 'new'] as const).flatMap((side): Lane[] => {
    const spans = spansOf(side, evidence, frame);
    const { id } = fates[side];
    return spans.length === 0 ? [] : [{ side, ...(id !== undefined && { id }), spans }];
  });
  if (lanes.length === 0) return undefined;
  return { key: evidence.key, ...frame, lanes, marks: marksOf(evidence, frame) };
}

function waitsUntil({ waits }: Evidence): Millis {
  return timeOf(waits.at(-1)?.until) ?? 0;
}

/** Since when nobody can say which of the two is in use: a person gave the rotation up, or somebody else changed the value. */
function doubtOf({ turns, blocks }: Evidence): Millis | undefined {
  const times: readonly (Instant | undefined)[] = [
    turns.find(({ to }) => to === 'abandon')?.at,
    blocks.at(-1)?.at,
  ];
  return times.flatMap((at) => timeOf(at) ?? [])[0];
}

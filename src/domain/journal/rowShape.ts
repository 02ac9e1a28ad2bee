import { kind, outcome, owner, pass, rank, rotationName } from './factShapes';
import { OPEN_STATUSES, type KeyState, type OpenRotation, type Removed } from './keyState';
import { count, flag, line, list, named, object, oneOf, optional, text, time, type Shape } from './shape';

const removed = object<Removed>({ at: time, proved: flag });

const open = object<OpenRotation>({
  rotation: rotationName,
  kind,
  started: time,
  pass,
  claim: optional(object<NonNullable<OpenRotation['claim']>>({ owner, rank, end: time, by: text, at: time })),
  status: oneOf(OPEN_STATUSES),
  resumeAt: optional(time),
  latest: optional(time),
  reason: optional(text),
  person: optional(text),
  takeovers: count,
  other: optional(
    object<NonNullable<OpenRotation['other']>>({
      expires: optional(time),
      promoted: optional(time),
      removed: optional(removed),
    }),
  ),
});

/** What a row of the index must look like: the path of the first field that does not fit. */
export const wrongInRow: Shape = object<KeyState>({
  v: count,
  identity: named,
  name: line,
  environment: line,
  vendor: line,
  workloads: list(line),
  head: named,
  count,
  open: optional(open),
  adopted: optional(time),
  lastPromote: optional(time),
  currentId: optional(line),
  expires: optional(time),
  condemned: list(line),
  failures: count,
  notBefore: optional(time),
  blocked: optional(object<NonNullable<KeyState['blocked']>>({ code: text, why: text, since: time })),
  hold: optional(object<NonNullable<KeyState['hold']>>({ actor: text, reason: text, since: time })),
  removed: optional(removed),
  last: optional(object<NonNullable<KeyState['last']>>({ rotation: rotationName, outcome, at: time })),
});

import { CRITICALITIES, type KeyConfig } from '../config';
import { CODES } from '../errorCodes';
import { RANKS, type ClaimFact, type Fact, type Order, type Pass, type RotationKind } from './facts';
import type { StepName } from '../steps';
import { OUTCOMES } from '../outcomes';
import type { Results } from './rotation';
import { ROTATION_ID, rowParts } from './rowId';
import type { Owner } from '../run';
import {
  anything,
  count,
  duration,
  eachBy,
  flag,
  isObject,
  like,
  list,
  named,
  object,
  oneOf,
  optional,
  record,
  text,
  time,
  yes,
  type Fields,
  type Shape,
} from './shape';

/**
 * What each fact must look like when it is read, field by field: whoever writes to the journal may be somebody else, and nothing behind
 * this table asks again of what kind a value is. The types keep it whole.
 */
const words = <Word extends string>(all: Readonly<Record<Word, true>>): Shape => oneOf(Object.keys(all));

export const kind = words<RotationKind>({ adopt: true, rotate: true, remove: true, rehearse: true });
export const rank = oneOf(Object.keys(RANKS));
export const pass = words<Pass>({ forward: true, back: true, discard: true, abandon: true });
export const outcome = oneOf(Object.keys(OUTCOMES));
/** Also the name of a file. */
export const rotationName = like(ROTATION_ID);
const code = oneOf(Object.keys(CODES));

export const owner: Shape = eachBy('kind', {
  actions: object<Extract<Owner, { kind: 'actions' }>>({
    kind: named,
    repository: named,
    run: named,
    attempt: count,
    job: text,
  }),
  local: object<Extract<Owner, { kind: 'local' }>>({ kind: named, host: text, pid: count, started: text }),
});

const order = object<Order>({
  command: text,
  actor: text,
  event: text,
  reason: optional(text),
  ticket: optional(text),
  approvedBy: optional(text),
});

const snapshot = object<KeyConfig>({
  name: named,
  owner: text,
  environment: text,
  criticality: oneOf(CRITICALITIES),
  vendor: text,
  scopes: list(text),
  store: text,
  secret: object<KeyConfig['secret']>({ path: text, fields: record(text), idField: text }),
  keyId: optional(text),
  usedBy: list(text),
  frequency: optional(duration),
  schedule: optional(text),
  grace: duration,
  drainLimit: duration,
  watch: duration,
  line: count,
});

/** What a step leaves, as far as somebody reads it; a row that found nothing to do leaves less. */
const RESULTS: { readonly [Step in StepName]: Fields<Results[Step]> } = {
  preflight: { baseline: optional(text) },
  claim: {
    base: text,
    unannotated: optional(text),
    old: oneOf(['present', 'absent']),
    oldId: optional(text),
    oldHow: optional(text),
    currentBefore: optional(text),
    ticket: optional(text),
    ticketUrl: optional(text),
  },
  adopt: { id: optional(text), how: optional(text), created: optional(text) },
  sweep: { id: optional(text) },
  fence: { version: text },
  create: { id: text, label: text, staged: text, expires: optional(time) },
  verify: { accepted: count, old: optional(oneOf(['accepted'])) },
  promote: { version: text, previous: optional(text), id: optional(text) },
  deploy: { rollout: optional(text), url: optional(text), refused: optional(flag) },
  check: { passes: count, sentence: text, keyId: optional(text) },
  drain: { silent: oneOf(['observed', 'not observed']), lastUsed: optional(time), until: time },
  condemn: { id: text, accepted: optional(yes) },
  disable: { checked: count },
  revoke: { id: text },
  prove: { refused: count, control: count, grade: oneOf(['refused', 'gone from list', 'unproven']) },
  free: { destroyed: list(text) },
  close: { outcome },
};
const DATA: Readonly<Record<string, Shape>> = Object.fromEntries(
  Object.entries(RESULTS).map(([step, fields]) => [step, object(fields as Fields<object>)]),
);

const INTENT = object<
  Record<'id' | 'label' | 'before' | 'outcome' | 'ticket' | 'marker' | 'enables', unknown>
>({
  id: optional(text),
  label: optional(text),
  before: optional(list(text)),
  outcome: optional(outcome),
  ticket: optional(text),
  marker: optional(text),
  enables: optional(flag),
});

const row: Shape = (value) => (stepOf(value) === undefined ? '' : undefined);

function stepOf(value: unknown): string | undefined {
  const step = typeof value === 'string' ? rowParts(value)?.step : undefined;
  return step !== undefined && Object.hasOwn(DATA, step) ? step : undefined;
}

const common = {
  v: count,
  id: named,
  at: time,
  rotation: rotationName,
  by: text,
  type: named,
  row: optional(row),
};
type Of<Type extends Fact['type']> = Fields<Extract<Fact, { type: Type }>>;

const FACTS: { readonly [Type in Fact['type']]: Of<Type> } = {
  claim: {
    ...common,
    owner,
    rank,
    end: time,
    kind,
    order,
    release: text,
    run: text,
    sandbox: optional(yes),
    takenFrom: optional(text),
    snapshot: optional(snapshot),
    config: object<ClaimFact['config']>({ digest: text, commit: optional(text) }),
  },
  release: common,
  intent: { ...common, row, data: INTENT },
  result: {
    ...common,
    row,
    how: oneOf(['did', 'found', 'observed', 'not observed']),
    data: record(anything),
  },
  failed: { ...common, row, code, message: text, nothingDone: optional(yes) },
  wait: {
    ...common,
    row,
    until: time,
    latest: time,
    then: text,
    reason: text,
    person: optional(text),
    after: optional(code),
  },
  turn: {
    ...common,
    to: oneOf(['back', 'discard', 'abandon']),
    why: text,
    code: optional(code),
    next: optional(text),
  },
  condemn: { ...common, credential: text, why: text },
  blocked: { ...common, code, why: text, next: optional(text) },
  hold: { ...common, actor: text, reason: text },
  unhold: { ...common, actor: text, reason: text },
  warning: { ...common, message: text },
  closed: { ...common, outcome },
};

const ofType = eachBy(
  'type',
  Object.fromEntries(Object.entries(FACTS).map(([type, fields]) => [type, object(fields as Fields<object>)])),
);

/** The first field that does not fit. */
export const wrongInFact: Shape = (value) => {
  const wrong = ofType(value);
  if (wrong !== undefined || !isObject(value) || value['type'] !== 'result') return wrong;
  const inData = DATA[stepOf(value['row']) ?? '']?.(value['data']);
  return inData === undefined ? undefined : `data.${inData}`;
};

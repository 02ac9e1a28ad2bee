import { fatesOf } from '../domain/journal/fate';
import type { RotationState, RowState } from '../domain/journal/rotation';
import { rowParts, type RowParts } from '../domain/journal/rowId';
import { sameOwner, type Owner } from '../domain/run';
import { credentials, type Vouching } from './credentials';
import { moment } from './moment';
import { foreign, join, own, say, type Phrase } from './phrase';
import { rollbackOf } from './rollback';
import type { KeyStatus, Situation } from './situation';

const SENTENCE = 300;
/** Somebody's sentence inside one of ours: without its full stop, and without what the end of ours says anyhow. */
export const cause = (text: string): Phrase =>
  foreign(text.replace(/\.+$/, '').replace(/\. Nothing was changed$/, ''), SENTENCE);

/** The first of the five lines: what is the case. @param told what the status says */
export function line(status: KeyStatus, situation: Situation, told: Phrase): Phrase {
  const { rotation } = situation;
  const keys = rotation ? credentials(fatesOf(rotation), vouching(rotation, situation)) : unseen(situation);
  return join([...goesBack(status, rotation), told, keys], '; ');
}

/** What this rotation condemned itself is its own matter. */
function vouching({ claims, condemned, blocked }: RotationState, { run, state }: Situation): Vouching {
  const last = claims.at(-1);
  return {
    own: last && sameOwner(last.owner, run.owner) ? last.by : undefined,
    refuted: blocked?.code === 'RK5013',
    condemned: state?.condemned.filter((id) => !condemned.includes(id)),
  };
}

/** Without the facts of the open rotation nothing can be said of its keys. */
function unseen({ state, error }: Situation): Phrase {
  if (state?.open === undefined) return own('nothing was changed');
  return own(
    error?.code === 'RK7005' ? 'its keys were not looked at since' : 'this run did not look at its keys',
  );
}

/** Said while it is on its way, and as a word of its own at the end. */
function goesBack(status: KeyStatus, rotation: RotationState | undefined): readonly Phrase[] {
  if (!rotation || rotation.closed || status.is === 'elsewhere') return [];
  const back = rollbackOf(rotation);
  if (!back) return [];
  const isBack = rotation.rows['back/promote']?.result !== undefined || rotation.pass === 'discard';
  return [say`${own(isBack ? 'rolled back' : 'on its way back')}: ${cause(back.why)}`];
}

export function held({ actor, reason = '', since = '' }: Extract<KeyStatus, { is: 'held' }>): Phrase {
  if (actor === undefined) return own('on hold');
  const why = reason === '' ? own('') : say`: ${cause(reason)}`;
  return say`on hold since ${own(moment(since))} by ${actor}${why}`;
}

export const planned = ({ plan }: Situation): Phrase =>
  plan === undefined ? own('') : say`: ${cause(plan.why)}`;

export function elsewhere({ state, error }: Situation): Phrase {
  const claim = state?.open?.claim;
  const who = claim ? ownerOf(claim.owner) : own('another run');
  return error?.code === 'RK7005'
    ? say`${who} took this key over and continues; this run stopped`
    : say`${who} has claimed this key; this run did nothing`;
}

export function ownerOf(owner: Owner): Phrase {
  if (owner.kind === 'local') return say`process ${own(String(owner.pid))} on ${owner.host}`;
  return say`run ${owner.run}${owner.attempt > 1 ? own(`, attempt ${owner.attempt}`) : own('')}`;
}

export const because = (error: Situation['error']): Phrase =>
  error ? say`, ${own(error.code)}: ${cause(error.message)}` : own('');

/** ` at check of payment-service` */
export function at(rotation: RotationState | undefined): Phrase {
  const row = rotation && newestRow(rotation);
  if (!row) return own('');
  return row.unit === undefined ? say` at ${own(row.step)}` : say` at ${own(row.step)} of ${row.unit}`;
}

/** The row that was touched last in this pass. */
export function newestRow(rotation: RotationState): RowParts | undefined {
  let newest: { readonly at: string; readonly row: RowParts } | undefined;
  for (const [id, row] of Object.entries(rotation.rows)) {
    const parts = rowParts(id);
    const touched = row && lastTouch(row);
    if (parts?.pass !== rotation.pass || touched === undefined) continue;
    if (!newest || touched >= newest.at) newest = { at: touched, row: parts };
  }
  return newest?.row;
}

function lastTouch({ intent, result, wait, firstFailure }: RowState): string | undefined {
  return [intent?.at, result?.at, wait?.at, firstFailure]
    .flatMap((time) => time ?? [])
    .sort()
    .at(-1);
}

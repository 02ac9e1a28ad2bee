import { CODES } from '../domain/errorCodes';
import { asRekeyError, RekeyError } from '../domain/errors';
import type { RowId } from '../domain/journal/facts';
import { outcomeInfo } from '../domain/outcomes';
import { infoOf, type StepName } from '../domain/steps';
import { Paused } from '../domain/paused';
import { foldRotation, type RowState } from '../domain/journal/rotation';
import { millis, spoken, type Millis } from '../domain/tools/time';
import type { Context } from './context';
import { decide, isFinal } from './decide';
import { noteFailure, WINDOW } from './ledger';
import { outcomeOf } from './steps/close';
import { leaveEnabledAfter } from './revocation/enable';
import { HANDLERS } from './steps';
import { notBegun } from './begun';
import { tellTicket } from './tellTicket';
import type { StepOutcome, Stop, Wait } from './stepOutcome';
import { isBeginning, mustBeNewest } from './rewound';
import { rowsOf, type Row } from './table';

/**
 * Runs one rotation row by row until it is closed, waits, or must stop. It knows the table and the kinds of errors, nothing of
 * keys: what a row does is in `steps`, what an error means in `decide`.
 */
export async function run(ctx: Context): Promise<Stop> {
  const tries = new Map<RowId, number>();
  try {
    for (;;) {
      if (ctx.state.blocked) return await stop(ctx, 'blocked');
      const next = nextRow(ctx);
      if (!next) return await closed(ctx);
      const early = brake(ctx, next);
      if (early) return await stop(ctx, early);
      const begun = ctx.now();
      const before = ctx.row(next.id)?.result;
      const { outcome, isFault } = await attempt(ctx, next, tries);
      if (!isFault && isConfirmed(ctx, next.id, before, outcome)) continue;
      const ended = await settle(ctx, next, outcome, begun);
      if (ended) return ended;
    }
  } catch (thrown) {
    return await broken(ctx, thrown);
  }
}

/** The first row of the pass that applies and has no result that counts. */
function nextRow(ctx: Context): Row | undefined {
  const { state } = ctx;
  return rowsOf(state, ctx.workloadNames).find(
    ({ id, step, unit }) => !counts(ctx, id, step) && HANDLERS[step].applies(ctx, unit),
  );
}

function counts({ state, ledger, memory }: Context, id: RowId, step: StepName): boolean {
  const result = state.rows[id]?.result;
  const { ownUntil } = infoOf(step);
  if (!result || ownUntil === undefined || result.by === ledger.nonce || memory.seen.has(id))
    return result !== undefined;
  return ownUntil !== 'end' && state.rows[`${state.pass}/${ownUntil}`]?.result !== undefined;
}

/** What another process wrote is so: nothing is to be written. It is not: its result counts no more, in words neither. A fault says neither. */
function isConfirmed(ctx: Context, id: RowId, before: RowState['result'], outcome: StepOutcome): boolean {
  if (!before || ctx.row(id)?.result !== before) return false;
  if (outcome.is === 'done' && outcome.data['grade'] === before.data['grade']) {
    ctx.memory.seen.add(id);
    return true;
  }
  ctx.ledger.note({ type: 'intent', row: id, data: { again: true } });
  return false;
}

/** Reasons not to start a row: a cancelled run, a hold, too little time for the row and its undo. */
function brake(ctx: Context, { step }: Row): 'paused' | 'held' | undefined {
  if (ctx.ports.signal.aborted) return 'paused';
  const held = ctx.state.held || ctx.ledger.key.hold !== undefined;
  if (held && infoOf(step).stopsOnHold) return 'held';
  return ctx.left < HANDLERS[step].budget(ctx) + WINDOW ? 'paused' : undefined;
}

async function attempt(
  ctx: Context,
  { id, step, unit }: Row,
  tries: Map<RowId, number>,
): Promise<{ readonly outcome: StepOutcome; readonly isFault: boolean }> {
  let isAtWork = false;
  try {
    if (!isBeginning(ctx)) await mustBeNewest(ctx);
    const early = await notBegun(ctx, step);
    isAtWork = true;
    return { outcome: early ?? (await HANDLERS[step].run(ctx, ctx.own(step, unit))), isFault: false };
  } catch (thrown) {
    const error = asRekeyError(thrown);
    if (CODES[error.code].stopsAll || ctx.ledger.untouched) throw error;
    // Unless it could not even begin.
    const isCareful = isAtWork && infoOf(step).leavesEnabled;
    if (!isCareful && isFinal(ctx, id, error)) await leaveEnabledAfter(ctx, error);
    const count = (tries.get(id) ?? 0) + 1;
    tries.set(id, count);
    const nothingDone = ctx.nothingDone(id);
    if (count === 1 || nothingDone) noteFailure(ctx.ledger, id, error, nothingDone);
    ctx.ports.log.warning(`  ${id}: ${error.line}`);
    return { outcome: decide(ctx, id, error, count), isFault: true };
  }
}

/** Turns an outcome into facts. Undefined: go on with the next row. @param begun when the row was */
async function settle(
  ctx: Context,
  { id }: Row,
  outcome: StepOutcome,
  begun: Millis,
): Promise<Stop | undefined> {
  switch (outcome.is) {
    case 'done':
      ctx.ledger.note({ type: 'result', row: id, how: outcome.how, data: outcome.data });
      return undefined;
    case 'turn': {
      const { is: _turn, ...fact } = outcome;
      ctx.ports.log.warning(`  undo (${fact.to}): ${fact.why}`);
      ctx.ledger.note({ type: 'turn', ...fact });
      return undefined;
    }
    case 'block': {
      const { is: _block, ...fact } = outcome;
      ctx.ledger.note({ type: 'blocked', ...fact });
      return stop(ctx, 'blocked', new RekeyError(fact.code, fact.why, fact));
    }
    case 'wait':
      return wait(ctx, id, outcome, begun);
  }
}

/**
 * A short wait holds the process, a long one ends it: the runner costs nothing while a grace period passes. A row that began before
 * the latest end may have looked before a machine was suspended, so it looks once more.
 */
async function wait(
  ctx: Context,
  id: RowId,
  outcome: Extract<StepOutcome, { is: 'wait' }>,
  begun: Millis,
): Promise<Stop | undefined> {
  const latest = millis(outcome.latest);
  if (ctx.now() > latest) return begun > latest ? tooLong(ctx, outcome) : undefined;
  const left = millis(outcome.until) - ctx.now();
  const holds = outcome.person === undefined && left <= ctx.ports.patience && left < ctx.left - 2 * WINDOW;
  const { is: _wait, ...fact } = outcome;
  if (holds) {
    ctx.ports.log.info(`  waiting ${spoken(Math.max(0, left))}: ${outcome.reason}`);
    // Many short waits are a long one: its end must outlive this process.
    if (ctx.waitsLong(id)) {
      ctx.ledger.note({ type: 'wait', row: id, ...fact });
      await ctx.ledger.flush();
    }
    await ctx.sleep(left);
    return undefined;
  }
  ctx.ledger.note({ type: 'wait', row: id, ...fact });
  return stop(ctx, outcome.person === undefined ? 'waiting' : 'person');
}

/** A step that knows what else to do at the end of its wait has done it before. */
function tooLong(ctx: Context, { reason, after }: Wait): Promise<Stop> {
  const code = after ?? 'RK8006';
  const why = `it has waited too long: ${reason}`;
  ctx.ledger.note({ type: 'blocked', code, why });
  return stop(ctx, 'blocked', new RekeyError(code, why));
}

/** After the last row: a rehearsal turns to discard what it made, everything else is closed. */
async function closed(ctx: Context): Promise<Stop> {
  if (ctx.state.kind === 'rehearse' && ctx.state.pass === 'forward') {
    ctx.ledger.note({ type: 'turn', to: 'discard', why: 'the rehearsal is over' });
    return run(ctx);
  }
  const outcome = outcomeOf(ctx.state);
  ctx.ledger.note({ type: 'closed', outcome });
  return stop(ctx, outcomeInfo(outcome).isGood ? 'done' : 'undone');
}

/** Writes what is pending and gives the key back. */
async function stop(ctx: Context, status: Stop['status'], error?: RekeyError): Promise<Stop> {
  ctx.ledger.note({ type: 'release' });
  await ctx.ledger.flush();
  await tellTicket(ctx);
  return {
    status,
    key: ctx.ledger.key,
    rotation: ctx.state,
    facts: ctx.ledger.facts,
    ...(error && { error }),
  };
}

async function broken(ctx: Context, thrown: unknown): Promise<Stop> {
  if (thrown instanceof Paused) return stop(ctx, 'paused').catch((error: unknown) => broken(ctx, error));
  const error = asRekeyError(thrown);
  // Of a rotation that was never written down there is no evidence.
  const facts = ctx.ledger.untouched ? [] : ctx.ledger.happened;
  return {
    status: error.code === 'RK7005' ? 'superseded' : 'failed',
    key: ctx.ledger.key,
    rotation: foldRotation(facts) ?? ctx.state,
    facts,
    error,
  };
}

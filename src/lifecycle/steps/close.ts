import { asRekeyError } from '../../domain/errors';
import { outcomeInfo, type Outcome } from '../../domain/outcomes';
import type { Permit } from '../../domain/ports';
import { resultOf, type RotationState } from '../../domain/journal/rotation';
import { MINUTE, SECOND } from '../../domain/tools/time';
import type { Context } from '../context';
import { done, type StepOutcome } from '../stepOutcome';
import { always, fewCalls, type Own, type Step } from './step';

/** Evidence into the journal and onto the ticket, and the end. Evidence is a function of the facts up to this row's intent. */
export const close: Step = { applies: always, run, budget: fewCalls };

async function run(ctx: Context, { row }: Own): Promise<StepOutcome> {
  const outcome = outcomeOf(ctx.state);
  ctx.ledger.note({ type: 'intent', row, data: { outcome } });
  const files = ctx.state.kind === 'adopt' ? [] : ctx.ports.pages.evidence(ctx.ledger.facts);
  const commit = await ctx.ledger.flush(files.map(({ path, content }) => ({ path, content })));
  await closeTicket(ctx, { files, commit, outcome });
  return done('did', { outcome });
}

/** Only a proof says done. */
export function outcomeOf(state: RotationState): Outcome {
  const { kind, pass } = state;
  if (pass === 'abandon') return 'abandoned';
  const proof = resultOf(state, pass, 'prove');
  const proved = !proof || proof.grade === 'refused';
  if (pass !== 'forward') {
    const rehearsed = kind === 'rehearse' && resultOf(state, 'forward', 'verify') !== undefined;
    return rehearsed && proved ? 'rehearsed' : 'undone';
  }
  if (kind === 'adopt') return 'adopted';
  if (!proved) return 'unproven';
  return kind === 'remove' ? 'removed' : 'done';
}

interface Closing {
  readonly files: readonly { readonly name: string; readonly content: string; readonly digest: string }[];
  /** Of the journal, with the evidence in it. */
  readonly commit: string | undefined;
  readonly outcome: Outcome;
}

const TRIES = 3;

/** The ticket is no part of the truth: what fails here is a warning, and the rotation ends all the same. */
async function closeTicket(ctx: Context, closing: Closing): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeEnd(ctx, closing);
      return;
    } catch (thrown) {
      if (ctx.ledger.lost) throw thrown;
      const error = asRekeyError(thrown);
      ctx.ports.log.warning(error.line);
      // All of it is looked up before it is written, so a lost answer may be asked for again.
      if (!error.traits.passes || attempt === TRIES || ctx.ports.signal.aborted) {
        ctx.ledger.note({ type: 'warning', message: `the ticket could not be closed: ${error.line}` });
        return;
      }
      await ctx.ports.clock.sleep(Math.min(error.retryAfter ?? attempt * SECOND, MINUTE), ctx.ports.signal);
    }
  }
}

/** Each call asks again whether the claim is still ours: a process that was frozen must not write over its successor's words. */
async function writeEnd(ctx: Context, { files, commit, outcome }: Closing): Promise<void> {
  const { ticket } = ctx.subject;
  const number = ctx.claimed?.ticket;
  if (!ticket || number === undefined) return;
  const send = (call: (permit: Permit) => Promise<unknown>): Promise<unknown> =>
    ctx.send(ctx.rowId('close'), { outcome }, call);
  const { rotation, started } = ctx.state;
  const digest = files[0]?.digest;
  const evidence = digest === undefined ? undefined : { digest, ...(commit !== undefined && { commit }) };
  const content = ctx.ports.pages.ticket(ctx.ledger.facts, evidence);
  await send((permit) => ticket.upsert(rotation, content, { number, since: started }, permit));
  for (const { name, content, digest } of files) {
    await send((permit) => ticket.attach(rotation, number, { name, content, digest }, permit));
  }
  const end = outcomeInfo(outcome).ticket;
  if (end === undefined) return;
  await send((permit) => ticket.close(rotation, number, end, permit));
}

import type { Credential, Parts } from '../../domain/credential';
import { bindParts, samePartsTrimmed } from '../../domain/credential';
import type { Listing } from '../../domain/contracts/vendor';
import { asRekeyError, RekeyError } from '../../domain/errors';
import type { JsonObject } from '../../domain/json';
import { credentialLabel } from '../../domain/key';
import { resultOf } from '../../domain/rotation';
import { instant, MINUTE, SECOND } from '../../domain/time';
import type { Context } from '../context';
import { done, type Outcome } from '../outcome';
import { oldParts } from '../values';
import { lookUp } from './lookUp';
import { always, type Step } from './step';

const ROW = 'forward/create';
const STAGE_TRIES = 5;

/** One row, because between the vendor's answer and the store's write the value is in memory only. */
export const create: Step = { applies: always, run, budget: 4 * MINUTE };

async function run(ctx: Context): Promise<Outcome> {
  if (ctx.row(ROW)?.intent) {
    const found = await lookUp(ctx);
    if (found) return found;
  }
  const { vendor, store } = ctx.subject;
  const before = await vendor.list();
  const attempt = (ctx.row(ROW)?.intents ?? 0) + 1;
  const label = credentialLabel(ctx.state.snapshot.name, ctx.subject.identity, ctx.state.rotation, attempt);
  const intent = intentData(label, attempt, before, vendor.capabilities.labels);
  const reservation = {
    rotation: ctx.state.rotation,
    repository: ctx.ports.run.repository,
    fact: ctx.ledger.facts.at(-1)?.id ?? '',
    until: instant(ctx.now() + ctx.grace + ctx.state.snapshot.drainLimit),
  };
  const { slot } = await ctx.effect(ROW, intent, () => store.reserve(ctx.ref, reservation));
  const like = resultOf(ctx.state, 'forward', 'claim')?.oldId;
  const created = await ctx.again(ROW, intent, () =>
    vendor.create({ label, scopes: ctx.state.snapshot.scopes, ...(like === undefined ? {} : { like }) }),
  );
  const credential = { ...created, parts: bindParts(created.parts, [...vendor.origins, ...store.origins]) };
  await mustBeNew(ctx, credential, before);
  ctx.memory.fresh = credential;
  const staged = await stage(ctx, slot, credential, label);
  if ('is' in staged) return staged;
  return done('did', {
    id: credential.id,
    label,
    staged: staged.version,
    ...(credential.expires === undefined ? {} : { expires: credential.expires }),
  });
}

/** Without labels only the ids that were there before tell later which one is ours. */
function intentData(label: string, attempt: number, before: Listing, labels: boolean): JsonObject {
  if (labels) return { label, attempt };
  if (!before.complete)
    throw new RekeyError(
      'RK5005',
      'The vendor has no labels and its list was cut, so a lost key could not be found again.',
    );
  return { label, attempt, before: before.credentials.map(({ id }) => id) };
}

/** Some gateways answer a create for an existing name with the existing key. Undoing that would kill production. */
async function mustBeNew(ctx: Context, created: Credential, before: Listing): Promise<void> {
  const old: Parts | undefined = await oldParts(ctx);
  const known =
    before.credentials.some(({ id }) => id === created.id) ||
    created.id === resultOf(ctx.state, 'forward', 'claim')?.oldId;
  if (!known && !(old && samePartsTrimmed(old, created.parts))) return;
  throw new RekeyError(
    'RK5009',
    `${ctx.state.snapshot.name}: create answered with ${created.id}, a key that was there before. It is left alone.`,
  );
}

/** The value is in memory only: worth a few tries. Then new is given up, known by its id. */
async function stage(
  ctx: Context,
  slot: string,
  credential: Credential,
  label: string,
): Promise<{ version: string } | Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.subject.store.stage(ctx.ref, ctx.state.rotation, slot, credential);
    } catch (thrown) {
      const error = asRekeyError(thrown);
      if (['transient', 'throttled', 'unknown'].includes(error.kind) && attempt < STAGE_TRIES) {
        await ctx.sleep(error.retryAfter ?? attempt * 2 * SECOND);
        const landed = (await ctx.subject.store.slot(ctx.ref).catch(() => undefined))?.staged;
        if (landed?.id === credential.id) return { version: landed.version };
        continue;
      }
      ctx.ledger.note({ type: 'failed', row: ROW, code: error.code, message: error.message });
      ctx.ledger.note({
        type: 'result',
        row: ROW,
        how: 'did',
        data: { id: credential.id, label, staged: '' },
      });
      return {
        is: 'turn',
        to: 'discard',
        why: `the new key could not be staged: ${error.message}`,
        code: error.code,
      };
    }
  }
}

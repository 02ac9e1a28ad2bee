import type { Listed } from '../../domain/contracts/vendor';
import { credentialLabel } from '../../domain/key';
import { instant, millis, MINUTE } from '../../domain/time';
import type { Context } from '../context';
import { TIMEOUT, WINDOW } from '../ledger';
import { done, type Outcome } from '../outcome';
import { endLost } from './endLost';

const ROW = 'forward/create';

/**
 * A create was intended and nobody wrote down how it ended. Staged by us: it is done. At the vendor but not staged: its value
 * is lost, so it is swept. Nowhere: only when the list is complete and nothing can still arrive. Undefined: create anew.
 */
export async function lookUp(ctx: Context): Promise<Outcome | undefined> {
  const intent = ctx.row(ROW)?.intent;
  if (!intent) return undefined;
  const { vendor, store } = ctx.subject;
  const slot = await store.slot(ctx.ref);
  const staged = slot?.reservation.rotation === ctx.state.rotation ? slot.staged : undefined;
  if (staged && !ctx.ledger.key.condemned.includes(staged.id)) {
    return done('found', { id: staged.id, label: textOf(intent.data['label']), staged: staged.version });
  }
  const { credentials, complete } = await vendor.list();
  const lost = vendor.capabilities.labels
    ? labelled(ctx, credentials)
    : newcomers(ctx, credentials, complete);
  if (lost === 'unclear') {
    return {
      is: 'block',
      code: 'RK7008',
      why: 'a key may have been made whose value is lost, and the vendor does not show which one it is',
    };
  }
  for (const { id } of lost) await endLost(ctx, id);
  const quiet = millis(intent.at) + WINDOW + TIMEOUT + vendor.capabilities.listLag;
  if (lost.length === 0 && (!complete || ctx.now() < quiet)) {
    return {
      is: 'wait',
      until: instant(Math.max(quiet, ctx.now() + MINUTE / 4)),
      latest: instant(quiet + 60 * MINUTE),
      then: 'a person is asked',
      reason: complete
        ? 'a create whose answer was lost may still arrive'
        : 'the vendor gave a list that was cut',
    };
  }
  return undefined;
}

/** Ours by exact label, of any attempt of this rotation, and not condemned already. */
function labelled(ctx: Context, credentials: readonly Listed[]): readonly Listed[] {
  const attempts = ctx.row(ROW)?.intents ?? 0;
  const labels = new Set(
    Array.from({ length: attempts }, (_, n) =>
      credentialLabel(ctx.state.snapshot.name, ctx.subject.identity, ctx.state.rotation, n + 1),
    ),
  );
  return credentials.filter(({ id, label }) => label !== undefined && labels.has(label) && !swept(ctx, id));
}

/** Without labels: exactly one newcomer, made after the intent by the vendor's clock, never used. Anything else is unclear. */
function newcomers(
  ctx: Context,
  credentials: readonly Listed[],
  complete: boolean,
): readonly Listed[] | 'unclear' {
  const intent = ctx.row(ROW)?.intent;
  const seen = intent?.data['before'];
  const before: readonly unknown[] = Array.isArray(seen) ? seen : [];
  const fresh = credentials.filter(({ id }) => !before.includes(id) && !swept(ctx, id));
  if (fresh.length === 0) return [];
  const [only] = fresh;
  const after =
    only?.created !== undefined && intent !== undefined && millis(only.created) >= millis(intent.at) - MINUTE;
  const unused = only?.lastUsed === null || only?.lastUsed === undefined;
  return fresh.length === 1 && complete && after && unused ? fresh : 'unclear';
}

function swept(ctx: Context, id: string): boolean {
  return ctx.row(`forward/sweep:${id}`)?.result !== undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

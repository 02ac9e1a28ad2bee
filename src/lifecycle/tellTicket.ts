import { asRekeyError } from '../domain/errors';
import { resultOf } from '../domain/journal/rotation';
import type { Context } from './context';

/**
 * Every stop is told on the ticket of an open rotation, as long as nobody else can have gone on with it. The ticket is no part of
 * the truth: what fails here is a warning.
 */
export async function tellTicket(ctx: Context): Promise<void> {
  const { state, subject, ports, ledger } = ctx;
  const number = resultOf(state, 'forward', 'claim')?.ticket;
  if (!subject.ticket || number === undefined || state.closed) return;
  try {
    const known = { number, since: state.started };
    await subject.ticket.upsert(
      state.rotation,
      ports.pages.ticket(ledger.facts),
      known,
      () => ledger.inWindow,
    );
  } catch (thrown) {
    ports.log.warning(asRekeyError(thrown).line);
  }
}

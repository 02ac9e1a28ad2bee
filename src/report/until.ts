import { moment } from './moment';
import { foreign, own, say, type Phrase } from './phrase';
import type { PersonalWait, Situation } from './situation';

const LONG = 500;

/** The end of a wait, and what then. */
export function waited({ wait: { until, latest, then } }: { readonly wait: PersonalWait }): Phrase {
  // A time that moves on, such as the last use of a key, may be later than the end of all waiting.
  const end = say`${own(moment(until))}, at latest ${own(moment(until > latest ? until : latest))}`;
  return then === undefined ? end : say`${end}; then ${foreign(then, LONG)}`;
}

/** The end of the claim of whoever is at work. */
export function claim(_status: unknown, { state, rotation }: Situation): Phrase {
  const end = (state?.open?.claim ?? rotation?.claim)?.end;
  return end === undefined ? own('that run is over') : own(`${moment(end)} at latest`);
}

export function noDeadline(_status: unknown, { state, plan }: Situation): Phrase {
  if (state?.expires !== undefined) {
    return own(`${moment(state.expires)}: then the vendor lets the key in use expire`);
  }
  return plan?.due === undefined ? own('no deadline') : own(`due ${moment(plan.due)}`);
}

import type { Identity, Session } from '../../domain/contracts/identity';
import type { AdapterPorts } from '../../domain/descriptor';
import { asRekeyError } from '../../domain/errors';
import { millis, MINUTE, type Millis } from '../../domain/tools/time';

/** A session that was had by a login. */
export interface Login {
  readonly session: Session;
  /** From here on another one is asked for. */
  readonly stale: Millis;
  /** Ours to revoke: we asked for it. */
  readonly ours: boolean;
  /** For evidence and messages; nothing secret. */
  readonly who: Readonly<Record<string, string>>;
}

/** What an adapter does for one session; the rest is the same for all of them. */
export interface Logins {
  logIn(): Promise<Login>;
  /** True only when the server says so: what it does not answer says nothing. */
  hasEnded(session: Session): Promise<boolean>;
  /** What went wrong, or undefined. A session that was over already is none that went wrong. */
  revoke(session: Session): Promise<string | undefined>;
}

export const LEAST_LEFT = 5 * MINUTE;

/** When a session should no longer be used. A short life is used to its half, else each call would log in again. */
export function staleAt(now: Millis, end: Millis): Millis {
  return end - Math.min(Math.max(LEAST_LEFT, (end - now) / 5), (end - now) / 2);
}

/** A login that gives dead sessions again and again is none. */
const MOST_RENEWALS = 10;

/** Keeps one session while it has life enough, and logs in once for all who ask at the same time. @param server for messages: `Vault` */
export function keepSession(logins: Logins, { clock, log }: AdapterPorts, server: string): Identity {
  let last: Login | undefined;
  let opening: Promise<Login> | undefined;
  let who: Login['who'] = {};
  let renewals = 0;
  const ours: Session[] = [];

  async function open(): Promise<Login> {
    const login = await logins.logIn();
    if (login.ours) ours.push(login.session);
    last = login;
    who = login.who;
    return login;
  }

  /** A session may be revoked, or its uses be spent, in the middle of a run. The values that the run holds in memory are worth a login. */
  async function forget(over: Session): Promise<void> {
    const isKept = (): boolean => last?.session === over;
    if (!isKept() || renewals >= MOST_RENEWALS || !(await logins.hasEnded(over)) || !isKept()) return;
    renewals += 1;
    last = undefined;
    log.warning(`The ${server} session has ended before its time: logging in again.`);
  }

  /** Never throws: a session that cannot be ended is said in the log and expires by itself. */
  async function revoke(session: Session): Promise<void> {
    if (millis(session.expires) <= clock.now()) return;
    const problem = await logins.revoke(session).catch((thrown: unknown) => asRekeyError(thrown).message);
    if (problem === undefined) return;
    log.warning(`The ${server} session was not revoked (${problem}); it ends at ${session.expires}.`);
  }

  return {
    async session(over) {
      if (over) await forget(over);
      if (last && clock.now() < last.stale) return last.session;
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return (await opening).session;
    },
    subject: () => who,
    async end() {
      await opening?.catch(() => undefined);
      last = undefined;
      await Promise.all(ours.splice(0).map(revoke));
    },
  };
}

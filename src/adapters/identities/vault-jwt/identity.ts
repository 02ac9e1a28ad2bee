import type { Identity, Session } from '../../../domain/contracts/identity';
import type { AdapterPorts } from '../../../domain/descriptor';
import { asRekeyError } from '../../../domain/errors';
import { millis } from '../../../domain/time';
import type { VaultAuthApi } from './api';
import { logIn, type Login } from './login';
import { roleOf } from './role';
import type { VaultJwtSettings } from './settings';

/** A login that gives dead sessions again and again is none. */
const MOST_RENEWALS = 10;

/** Keeps one session while it has life enough, and logs in once for all who ask at the same time. */
export function vaultIdentity(settings: VaultJwtSettings, ports: AdapterPorts, api: VaultAuthApi): Identity {
  let last: Login | undefined;
  let opening: Promise<Login> | undefined;
  let who: Login['who'] = {};
  let renewals = 0;
  const ours: Session[] = [];

  async function open(): Promise<Login> {
    const login = await logIn(settings, ports, api);
    if (login.ours) ours.push(login.held.session);
    last = login;
    who = login.who;
    return login;
  }

  /** A session may be revoked, or its uses be spent, in the middle of a run. The values that the run holds in memory are worth a login. */
  async function forget(over: Session): Promise<void> {
    const isHeld = (): boolean => last?.held.session === over;
    if (!isHeld() || renewals >= MOST_RENEWALS || !(await hasEnded(over, api)) || !isHeld()) return;
    renewals += 1;
    last = undefined;
    ports.log.warning('The Vault session has ended before its time: logging in again.');
  }

  return {
    async session(over) {
      if (over) await forget(over);
      if (last && ports.clock.now() < last.held.stale) return last.held.session;
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return (await opening).held.session;
    },
    subject: () => who,
    role: (job) => roleOf(settings, job),
    async end() {
      await opening?.catch(() => undefined);
      last = undefined;
      await Promise.all(ours.splice(0).map((session) => revoke(session, ports, api)));
    },
  };
}

/** Vault before 1.15 says no more than "permission denied", so it is asked about the token itself. What it does not answer says nothing. */
async function hasEnded({ token }: Session, api: VaultAuthApi): Promise<boolean> {
  return api.lookUp(token).then(
    (found) => 'status' in found && found.status === 403,
    () => false,
  );
}

/** Never throws: a session that cannot be ended is said in the log and expires by itself. */
async function revoke(session: Session, ports: AdapterPorts, api: VaultAuthApi): Promise<void> {
  if (millis(session.expires) <= ports.clock.now()) return;
  const problem = await api.revoke(session.token).then(
    // 403: it is over already.
    ({ status }) => (status < 300 || status === 403 ? undefined : `status ${String(status)}`),
    (thrown: unknown) => asRekeyError(thrown).message,
  );
  if (problem === undefined) return;
  ports.log.warning(`The Vault session was not revoked (${problem}); it ends at ${session.expires}.`);
}

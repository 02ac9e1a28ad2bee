import type { Identity, Session } from '../../../domain/contracts/identity';
import type { AdapterPorts } from '../../../domain/descriptor';
import { asRekeyError } from '../../../domain/errors';
import { millis } from '../../../domain/time';
import type { VaultAuthApi } from './api';
import { logIn, type Login } from './login';
import type { VaultJwtSettings } from './settings';

/** Keeps one session while it has life enough, and logs in once for all who ask at the same time. */
export function vaultIdentity(settings: VaultJwtSettings, ports: AdapterPorts, api: VaultAuthApi): Identity {
  let last: Login | undefined;
  let opening: Promise<Login> | undefined;
  let who: Login['who'] = {};
  const ours: Session[] = [];

  async function open(): Promise<Login> {
    const login = await logIn(settings, ports, api);
    if (login.ours) ours.push(login.held.session);
    last = login;
    who = login.who;
    return login;
  }

  return {
    async session() {
      if (last && ports.clock.now() < last.held.stale) return last.held.session;
      opening ??= open().finally(() => {
        opening = undefined;
      });
      return (await opening).held.session;
    },
    subject: () => who,
    async end() {
      await opening?.catch(() => undefined);
      last = undefined;
      await Promise.all(ours.splice(0).map((session) => revoke(session, ports, api)));
    },
  };
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

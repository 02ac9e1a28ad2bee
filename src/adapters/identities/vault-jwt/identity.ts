import type { Identity } from '../../../domain/contracts/identity';
import type { AdapterPorts } from '../../../domain/descriptor';
import { keepSession, type Logins } from '../../../kits/adapter/session';
import type { VaultAuthApi } from './api';
import { logIn } from './login';
import { roleOf } from './role';
import type { VaultJwtSettings } from './settings';

export function vaultIdentity(settings: VaultJwtSettings, ports: AdapterPorts, api: VaultAuthApi): Identity {
  const logins: Logins = {
    logIn: () => logIn(settings, ports, api),
    /** Vault before 1.15 says no more than "permission denied", so it is asked about the token itself. */
    hasEnded: ({ token }) =>
      api.lookUp(token).then(
        (found) => 'status' in found && found.status === 403,
        () => false,
      ),
    async revoke({ token }) {
      const { status } = await api.revoke(token);
      // 403: it is over already.
      return status < 300 || status === 403 ? undefined : `status ${status}`;
    },
  };
  return { ...keepSession(logins, ports, 'Vault'), role: (job) => roleOf(settings, job) };
}

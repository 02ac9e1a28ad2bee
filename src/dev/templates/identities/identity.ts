import type { Identity } from '../../../domain/contracts/identity';
import type { AdapterPorts } from '../../../domain/descriptor';
import { instant } from '../../../domain/tools/time';
import { keepSession, staleAt, type Login } from '../../../kits/adapter/session';
import { sampleAuthApi, type SampleAuthApi } from './api';
import type { SampleIdentitySettings } from './settings';

export function sampleIdentity(settings: SampleIdentitySettings, ports: AdapterPorts): Identity {
  const api = sampleAuthApi(settings, ports);
  return keepSession(
    {
      logIn: () => logIn(settings, ports, api),
      hasEnded: ({ token }) =>
        api.lookUp(token).then(
          ({ status }) => status === 401,
          () => false,
        ),
      async revoke({ token }) {
        const { status } = await api.revoke(token);
        return status < 300 || status === 401 ? undefined : `status ${status}`;
      },
    },
    ports,
    'Sample',
  );
}

/** A fresh OIDC token for each login. */
async function logIn(
  { origin, role }: SampleIdentitySettings,
  { oidc, clock }: AdapterPorts,
  api: SampleAuthApi,
): Promise<Login> {
  const jwt = await oidc.token(origin);
  const { token, life } = await api.logIn(jwt.boundTo([origin]));
  const now = clock.now();
  const session = { origin, token, expires: instant(now + life), attributes: {} };
  return { session, stale: staleAt(now, now + life), ours: true, who: { role, ...oidc.claims() } };
}

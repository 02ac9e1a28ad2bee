import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError, retold } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import type { SecretValue } from '../../../domain/secret';
import { codeSpan } from '../../../domain/tools/text';
import { spoken } from '../../../domain/tools/time';
import { LEAST_LEFT, type Login } from '../../../kits/adapter/session';
import type { Grant, VaultAuthApi } from './api';
import { held } from './held';
import { loginRefused } from './refusal';
import type { VaultJwtSettings } from './settings';

/** With a fresh OIDC token of the job; on a laptop VAULT_TOKEN as it is. */
export async function logIn(
  settings: VaultJwtSettings,
  ports: AdapterPorts,
  api: VaultAuthApi,
): Promise<Login> {
  const laptop = ports.laptopToken('VAULT_TOKEN', settings.address);
  return laptop ? takeOver(laptop, settings, ports, api) : exchange(settings, ports, api);
}

async function takeOver(
  token: SecretValue,
  settings: VaultJwtSettings,
  ports: AdapterPorts,
  api: VaultAuthApi,
): Promise<Login> {
  const found = await answered(() => api.lookUp(token));
  if ('status' in found) throw laptopRefused(found, settings);
  const who = { token: 'VAULT_TOKEN', name: found.name };
  return { ...held(token, found.life, ports.clock.now(), settings), ours: false, who };
}

async function exchange(settings: VaultJwtSettings, ports: AdapterPorts, api: VaultAuthApi): Promise<Login> {
  const jwt = await ports.oidc.token(settings.audience ?? settings.address);
  const claims = ports.oidc.claims();
  const grant = await answered(() => api.login(jwt.boundTo([settings.address])));
  if ('status' in grant) throw loginRefused(grant, settings, claims);
  warnOfLimits(grant, settings, ports);
  return {
    ...held(grant.token, grant.life, ports.clock.now(), settings),
    ours: grant.revocable,
    who: { role: settings.role, ...claims },
  };
}

function warnOfLimits({ uses, life }: Grant, settings: VaultJwtSettings, { log }: AdapterPorts): void {
  const role = codeSpan(settings.role);
  if (uses > 0) {
    log.warning(`Vault role ${role} gives tokens for ${uses} calls only: set token_num_uses=0.`);
  }
  if (life > 0 && life < 2 * LEAST_LEFT) {
    log.warning(`Vault role ${role} gives tokens for ${spoken(life)} only: set token_ttl to 15m or more.`);
  }
}

/** A login leaves nothing behind that matters, so one whose answer was lost is as good as not sent. */
async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (thrown) {
    if (!(thrown instanceof RekeyError)) throw thrown;
    if (thrown.kind === 'transient' || thrown.kind === 'unknown')
      throw retold(thrown, 'RK3005', thrown.message);
    throw thrown;
  }
}

function laptopRefused(answer: HttpResponse, { address }: VaultJwtSettings): RekeyError {
  const message = `Vault at ${address} does not accept VAULT_TOKEN: status ${answer.status}.`;
  if (answer.status >= 500) return new RekeyError('RK3005', message);
  return new RekeyError('RK3002', message, {
    next: 'Log in again with "vault login", then set VAULT_TOKEN.',
  });
}

import { z } from 'zod';
import { endpoint } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import type { HttpRequest, HttpResponse } from '../../../domain/ports';
import type { AdapterPorts } from '../../../domain/descriptor';
import { SecretValue } from '../../../domain/secret';
import { SECOND, type Millis } from '../../../domain/tools/time';
import { answerOf } from '../../../kits/adapter/answer';
import { vaultHeaders } from '../../../kits/vault/wire';
import type { VaultJwtSettings } from './settings';

export interface Grant {
  readonly token: SecretValue;
  /** 0: it does not end by itself. */
  readonly life: Millis;
  /** Batch tokens cannot be revoked. */
  readonly revocable: boolean;
  /** How often it may be used; 0: without limit. */
  readonly uses: number;
}

const login = z.object({
  auth: z.object({
    client_token: z.string().min(1),
    lease_duration: z.number().nonnegative(),
    token_type: z.string().optional(),
    num_uses: z.number().optional(),
  }),
});
const self = z.object({
  data: z.object({ ttl: z.number().nonnegative(), display_name: z.string().optional() }),
});

export interface VaultAuthApi {
  /** The answer whatever its status, or the grant. */
  login(jwt: SecretValue): Promise<Grant | HttpResponse>;
  lookUp(token: SecretValue): Promise<{ readonly life: Millis; readonly name: string } | HttpResponse>;
  revoke(token: SecretValue): Promise<HttpResponse>;
}

export function vaultAuthApi(settings: VaultJwtSettings, ports: AdapterPorts): VaultAuthApi {
  const { address, role, mount, namespace } = settings;
  const send = (
    method: 'GET' | 'POST',
    path: string,
    rest: Pick<HttpRequest, 'json' | 'headers'>,
  ): Promise<HttpResponse> =>
    ports.http.send({
      method,
      url: endpoint(address, path, { mount }),
      ...rest,
      headers: { ...vaultHeaders(namespace), ...rest.headers },
    });

  return {
    /** https://developer.hashicorp.com/vault/api-docs/auth/jwt#jwt-login */
    async login(jwt) {
      const answer = await send('POST', '/v1/auth/{+mount}/login', { json: { role, jwt } });
      if (answer.status !== 200) return answer;
      const { auth } = parsed(login, answer, 'log in');
      return {
        token: SecretValue.of(auth.client_token, [address]),
        life: auth.lease_duration * SECOND,
        revocable: auth.token_type !== 'batch',
        uses: auth.num_uses ?? 0,
      };
    },
    /** https://developer.hashicorp.com/vault/api-docs/auth/token#lookup-a-token-self */
    async lookUp(token) {
      const answer = await send('GET', '/v1/auth/token/lookup-self', { headers: { 'x-vault-token': token } });
      if (answer.status !== 200) return answer;
      const { data } = parsed(self, answer, 'look up the token');
      return { life: data.ttl * SECOND, name: data.display_name ?? '' };
    },
    /** https://developer.hashicorp.com/vault/api-docs/auth/token#revoke-a-token-self */
    revoke: (token) => send('POST', '/v1/auth/token/revoke-self', { headers: { 'x-vault-token': token } }),
  };
}

function parsed<T>(form: z.ZodType<T>, answer: HttpResponse, what: string): T {
  return answerOf(form, answer.json(), () => {
    return new RekeyError('RK9011', `Vault, ${what}: an answer without what was asked for.`, {
      next: 'Check that the address is Vault, and that the role asks for no second factor.',
    });
  });
}

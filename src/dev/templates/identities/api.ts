import { z } from 'zod';
import type { AdapterPorts } from '../../../domain/descriptor';
import { endpoint } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import { httpError } from '../../../domain/httpError';
import type { HttpResponse } from '../../../domain/ports';
import { SecretText, SecretValue } from '../../../domain/secret';
import { SECOND, type Millis } from '../../../domain/tools/time';
import { answerOf, isSuccess, jsonOf } from '../../../kits/adapter/answer';
import type { SampleIdentitySettings } from './settings';

const grant = z.object({ token: z.string().min(1), expires_in: z.number().positive() });

/** Replace these by links to the pages that document the calls. */
export interface SampleAuthApi {
  logIn(jwt: SecretValue): Promise<{ readonly token: SecretValue; readonly life: Millis }>;
  /** Both answer whatever the status is. */
  lookUp(token: SecretValue): Promise<HttpResponse>;
  revoke(token: SecretValue): Promise<HttpResponse>;
}

export function sampleAuthApi(
  { origin, role }: SampleIdentitySettings,
  { http }: AdapterPorts,
): SampleAuthApi {
  const url = endpoint(origin, '/session');
  const as = (token: SecretValue) => ({ authorization: new SecretText(['Bearer ', token]) });
  return {
    async logIn(jwt) {
      const answer = await http.send({ method: 'POST', url, json: { role, jwt } });
      const what = `Sample, log in as ${role}`;
      if (!isSuccess(answer))
        throw httpError(answer, { what, write: false, denied: 'RK3002', transient: 'RK3005' });
      const { token, expires_in } = answerOf(grant, jsonOf(answer), () => {
        return new RekeyError('RK9011', `${what}: not understood.`);
      });
      // Wrapped before anything else can see it, and bound to the only place that it may go to.
      return { token: SecretValue.of(token, [origin]), life: expires_in * SECOND };
    },
    lookUp: (token) => http.send({ method: 'GET', url, headers: as(token) }),
    revoke: (token) => http.send({ method: 'DELETE', url, headers: as(token) }),
  };
}

import { z } from 'zod';
import type { Mark } from '../../../domain/contracts/deployer';
import type { AdapterPorts } from '../../../domain/descriptor';
import { endpoint } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import { httpError } from '../../../domain/httpError';
import type { HttpRequest, HttpResponse, Permit } from '../../../domain/ports';
import { SecretText } from '../../../domain/secret';
import { answerOf, inOwnWords, isSuccess, jsonOf } from '../../../kits/adapter/answer';
import type { SampleDeployerSettings } from './settings';

const rollout = z.object({ state: z.enum(['queued', 'rolling', 'done', 'failed']) });
export type SampleRollout = z.output<typeof rollout>;

export interface SampleApi {
  /** Replace these by links to the pages that document the calls. Never repeated: a lost answer is looked up by the marker. */
  order(mark: Mark, permit?: Permit): Promise<void>;
  /** Undefined: there is no rollout with this marker. */
  rollout(marker: string): Promise<SampleRollout | undefined>;
}

export function sampleApi({ origin, token }: SampleDeployerSettings, ports: AdapterPorts): SampleApi {
  async function send(request: HttpRequest, what: string): Promise<HttpResponse> {
    const authorization = new SecretText(['Bearer ', await ports.secret(token)]);
    try {
      return await ports.http.send({ ...request, headers: { authorization } });
    } catch (thrown) {
      throw inOwnWords(
        thrown,
        { RK9001: 'RK6003', RK9002: 'RK6004' },
        ({ message }) => `${what}: ${message}`,
      );
    }
  }
  return {
    async order(mark, permit) {
      const what = `Sample, order ${mark.marker}`;
      const url = endpoint(origin, '/rollouts');
      const answer = await send({ method: 'POST', url, json: { ...mark }, permit }, what);
      if (!isSuccess(answer)) throw problem(answer, what, true);
    },
    async rollout(marker) {
      const what = `Sample, rollout ${marker}`;
      const answer = await send(
        { method: 'GET', url: endpoint(origin, '/rollouts/{marker}', { marker }) },
        what,
      );
      if (answer.status === 404) return undefined;
      if (!isSuccess(answer)) throw problem(answer, what, false);
      return answerOf(rollout, jsonOf(answer), () => new RekeyError('RK6002', `${what}: not understood.`));
    },
  };
}

function problem(answer: HttpResponse, what: string, write: boolean): RekeyError {
  return httpError(answer, {
    what,
    write,
    denied: 'RK6001',
    gone: 'RK6006',
    transient: 'RK6003',
    unknown: 'RK6004',
    broken: 'RK6002',
  });
}

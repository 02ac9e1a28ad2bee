import { z } from 'zod';
import type { AdapterPorts } from '../../../domain/descriptor';
import { endpoint, type Query } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import { httpError } from '../../../domain/httpError';
import type { Files, HttpRequest, HttpResponse } from '../../../domain/ports';
import { SecretText } from '../../../domain/secret';
import type { Millis } from '../../../domain/tools/time';
import { answerOf, isSuccess, jsonOf } from '../../../kits/adapter/answer';
import type { SampleJournalSettings } from './settings';

const names = z.object({ names: z.array(z.string()) });

type Request = Pick<HttpRequest, 'method' | 'headers' | 'text'> & { readonly query?: Query };

/** Files on the server. Replace this by links to the pages that document the calls. */
export interface SampleFiles extends Files {
  /** The server's clock: the Date of its last answer plus what has passed since. */
  now(): Millis;
}

export function sampleFiles({ origin, token }: SampleJournalSettings, ports: AdapterPorts): SampleFiles {
  let ahead: Millis = 0;

  async function send(path: string, { query, headers, ...rest }: Request): Promise<HttpResponse> {
    const answer = await ports.http.send({
      ...rest,
      url: endpoint(origin, '/files/{+path}', { path }, query),
      headers: { ...headers, authorization: new SecretText(['Bearer ', await ports.secret(token)]) },
    });
    if (answer.date !== undefined) ahead = answer.date - ports.clock.now();
    return answer;
  }

  return {
    now: () => ports.clock.now() + ahead,
    async read(path) {
      const answer = await send(path, { method: 'GET' });
      if (answer.status === 404) return undefined;
      if (!isSuccess(answer)) throw problem(answer, path, false);
      return answer.text;
    },
    /** Whole or not at all, and only where there is none: this is what the journal stands on. */
    async create(path, text) {
      const answer = await send(path, { method: 'PUT', headers: { 'if-none-match': '*' }, text });
      if (answer.status === 412) return false;
      if (!isSuccess(answer)) throw problem(answer, path, true);
      return true;
    },
    async write(path, text) {
      const answer = await send(path, { method: 'PUT', text });
      if (!isSuccess(answer)) throw problem(answer, path, true);
    },
    async list(path) {
      const answer = await send(path, { method: 'GET', query: { list: true } });
      if (!isSuccess(answer)) throw problem(answer, path, false);
      const notUnderstood = (): RekeyError =>
        new RekeyError('RK7002', `The list of ${path} is not understood.`);
      return [...answerOf(names, jsonOf(answer), notUnderstood).names].sort();
    },
  };
}

const problem = (answer: HttpResponse, path: string, write: boolean): RekeyError =>
  httpError(answer, { what: `Sample, ${path}`, write, transient: 'RK7007', unknown: 'RK7012' });

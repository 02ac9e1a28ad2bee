import { z } from 'zod';
import type { AdapterPorts } from '../../../domain/descriptor';
import { endpoint, type Query } from '../../../domain/tools/endpoint';
import { RekeyError } from '../../../domain/errors';
import { readInstant } from '../../../domain/tools/foreignTime';
import { httpError } from '../../../domain/httpError';
import type { HttpRequest, HttpResponse } from '../../../domain/ports';
import { SecretText } from '../../../domain/secret';
import { codeSpan } from '../../../domain/tools/text';
import { instant } from '../../../domain/tools/time';
import { answerOf, inOwnWords, isSuccess, jsonOf } from '../../../kits/adapter/answer';
import { Content } from '../../../kits/store/content';
import { NEVER, remembering } from '../../../kits/store/remembering';
import type { Version, Versions, Write } from '../../../kits/store/versions';
import type { SampleStoreSettings } from './settings';

const read = z.object({
  version: z.int().min(1),
  created: z.string().refine((at) => readInstant(at) !== undefined),
  destroyed: z.boolean(),
  fields: z.record(z.string(), z.unknown()).nullable(),
  labels: z.record(z.string(), z.string()),
});
const written = z.object({ version: z.int().min(1) });

type Request = Pick<HttpRequest, 'method' | 'headers' | 'json' | 'permit'> & { readonly query?: Query };

/** The calls of the server. Replace this by links to the pages that document them. */
export function sampleSecrets({ project }: SampleStoreSettings, ports: AdapterPorts): Versions {
  let origin: string | undefined;

  async function send(template: string, path: string, request: Request): Promise<HttpResponse> {
    const { query, headers, ...rest } = request;
    try {
      // A session of the identity that the config names for this store.
      const session = await ports.session();
      origin = session.origin;
      const authorization = new SecretText(['Bearer ', session.token]);
      const url = endpoint(origin, template, { project, path }, query);
      return await ports.http.send({ ...rest, url, headers: { ...headers, authorization } });
    } catch (thrown) {
      throw inOwnWords(thrown, OF_STORE, ({ message }) => `Sample, ${codeSpan(path)}: ${message}`);
    }
  }

  async function write(method: 'PUT' | 'PATCH', [path, cas, fields, permit]: Write) {
    const answer = await send(SECRET, path, {
      method,
      headers: { 'if-match': String(cas) },
      json: { fields },
      permit,
    });
    if (answer.status === 412) return undefined;
    if (!isSuccess(answer)) throw problem(answer, path, true);
    return understood(written, answer, path).version;
  }

  return remembering({
    get origin() {
      return origin;
    },
    async read(path, version) {
      const answer = await send(SECRET, path, { method: 'GET', query: { version } });
      if (answer.status === 404) return { ...NEVER, version: version ?? 0 };
      if (!isSuccess(answer)) throw problem(answer, path, false);
      return versionOf(understood(read, answer, path), path, origin ?? '');
    },
    replace: (...how) => write('PUT', how),
    merge: (...how) => write('PATCH', how),
    async destroy(path, versions) {
      const json = { versions };
      const answer = await send('/projects/{project}/destroy/{+path}', path, { method: 'POST', json });
      if (!isSuccess(answer)) throw problem(answer, path, true);
    },
  });
}

const SECRET = '/projects/{project}/secrets/{+path}';

function versionOf(found: z.output<typeof read>, path: string, origin: string): Version {
  const { version, created, destroyed, fields, labels } = found;
  return {
    version,
    created: instant(readInstant(created) ?? 0),
    destroyed,
    custom: labels,
    // From here on nothing of it can be printed.
    ...(fields !== null && { content: new Content(fields, path, origin) }),
  };
}

const understood = <T>(form: z.ZodType<T>, answer: HttpResponse, path: string): T =>
  answerOf(form, jsonOf(answer), () => {
    return new RekeyError('RK4006', `Sample, ${codeSpan(path)}: an answer that Rekey does not understand.`);
  });

const OF_STORE = {
  RK9001: 'RK4005',
  RK9002: 'RK4010',
  RK9004: 'RK4006',
  RK9005: 'RK4006',
  RK9007: 'RK4011',
  RK9010: 'RK4005',
} as const;

const problem = (answer: HttpResponse, path: string, write: boolean): RekeyError =>
  httpError(answer, {
    what: `Sample, ${codeSpan(path)}`,
    write,
    denied: 'RK4001',
    gone: 'RK4006',
    throttled: 'RK4011',
    transient: 'RK4005',
    unknown: 'RK4010',
    broken: 'RK4006',
  });

import { z } from 'zod';
import { RekeyError } from '../../../domain/errors';
import { httpError } from '../../../domain/httpError';
import type { Http } from '../../../domain/ports';
import { answerOf, isSuccess, jsonOf } from '../../../kits/adapter/answer';

const health = z.object({ state: z.enum(['well', 'ill']), errors: z.number(), key: z.string().optional() });
export type Health = z.output<typeof health>;

/** Replace this by the link to the page that documents the call. Not repeated: the first fault is what we want to see. */
export async function askHealth(http: Http, url: string): Promise<Health> {
  const answer = await http.send({ method: 'GET', url, safe: false });
  if (!isSuccess(answer)) throw httpError(answer, { what: 'Sample, health', write: false });
  return answerOf(health, jsonOf(answer), () => new RekeyError('RK9011', 'Sample, health: not understood.'));
}

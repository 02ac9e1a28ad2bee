import { z } from 'zod';
import { RekeyError } from '../../../domain/errors';
import type { HttpResponse } from '../../../domain/ports';
import { readInstant } from '../../../domain/tools/foreignTime';
import { codeSpan } from '../../../domain/tools/text';
import { answerOf, jsonOf } from '../../../kits/adapter/answer';
import { errorTexts } from '../../../kits/vault/wire';
import type { Call } from './errors';

/** A secret that is written each second has as many versions after thirty years; more is no version of anything. */
const VERSION = z.int().min(0).max(999_999_999);

const metadata = z.object({
  version: VERSION,
  created_time: z.string().refine((at) => readInstant(at) !== undefined),
  destroyed: z.boolean(),
  custom_metadata: z.record(z.string(), z.string()).nullish(),
});

/** https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2#read-secret-version */
export const readAnswer = z.object({
  data: z.object({ data: z.record(z.string(), z.unknown()).nullable(), metadata }),
});
export const writeAnswer = z.object({ data: z.object({ version: VERSION.positive() }) });
export const capabilitiesAnswer = z.object({ data: z.record(z.string(), z.array(z.string())) });
export const retentionAnswer = z.object({
  data: z.object({ max_versions: z.int().min(0), delete_version_after: z.string().max(64) }),
});

/** RK4006 when the answer has not this form; it shows nothing of the body. */
export function parsed<T>(form: z.ZodType<T>, answer: HttpResponse, call: Call): T {
  return answerOf(form, jsonOf(answer), () => {
    const what = `Vault, ${codeSpan(call.path)}: status ${answer.status}`;
    return new RekeyError('RK4006', `${what} with an answer that is not of KV version 2.`);
  });
}

const nothingThere = z.object({ errors: z.array(z.unknown()).length(0) });

/** Vault's own "nothing there": no proxy's page, and no "no handler for route", which names a wrong mount. */
export const isNotFound = (answer: HttpResponse): boolean =>
  answer.status === 404 && nothingThere.safeParse(jsonOf(answer)).success;

/** A deleted or destroyed version: 404, with the metadata of the version as the body. */
export const isGoneVersion = (answer: HttpResponse): boolean =>
  answer.status === 404 && readAnswer.safeParse(jsonOf(answer)).success;

/** Somebody else wrote since: 400 with this text, or 404, often without a body, where a merge finds nothing any more. */
export function hasMoved(answer: HttpResponse, merge: boolean): boolean {
  const texts = errorTexts(answer);
  if (answer.status === 404) return merge && texts.length === 0;
  return answer.status === 400 && texts.some((text) => CAS_MISMATCH.test(text));
}

const CAS_MISMATCH = /check-and-set parameter did not match the current version/;

import { get } from '@sagold/json-pointer';
import type { z } from 'zod';
import type { Code } from '../../domain/errorCodes';
import { retold, RekeyError } from '../../domain/errors';
import type { HttpResponse } from '../../domain/ports';

/** Reads what a server has answered. Nothing of a body ever goes into an error. */

/** Undefined: the body is not JSON. */
export function jsonOf(answer: Pick<HttpResponse, 'json'>): unknown {
  try {
    return answer.json();
  } catch {
    return undefined;
  }
}

/** What is at a JSON Pointer; empty: the body itself. */
export const at = (body: unknown, pointer: string): unknown => get(body, pointer);

export const isSuccess = ({ status }: Pick<HttpResponse, 'status'>): boolean => status >= 200 && status < 300;

/** The answer in the form that was asked for. @param problem what is thrown when it has another one */
export function answerOf<T>(form: z.ZodType<T>, given: unknown, problem: () => RekeyError): T {
  const read = form.safeParse(given);
  if (!read.success) throw problem();
  return read.data;
}

/**
 * What the HTTP port threw, under a code of the adapter's own; another error is given back as it is.
 * @param codes the port's code -> ours, of the same kind
 */
export function inOwnWords(
  thrown: unknown,
  codes: Readonly<Partial<Record<Code, Code>>>,
  message: (thrown: RekeyError) => string,
): unknown {
  const code = thrown instanceof RekeyError ? codes[thrown.code] : undefined;
  if (!(thrown instanceof RekeyError) || code === undefined) return thrown;
  return retold(thrown, code, message(thrown));
}

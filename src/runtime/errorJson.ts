import type { RekeyError } from '../domain/errors';

/** An error for programs: the pieces of its line. */
export function errorJson({ code, message, next, where }: RekeyError): object {
  return { code, message, next, ...where };
}

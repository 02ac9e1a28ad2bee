import { z } from 'zod';

/** The small words that descriptions are made of, beside those of every adapter. */

export const request = z
  .string()
  .regex(/^(GET|HEAD|POST|PUT|PATCH|DELETE) \/(?!\/)[^\s#]*$/, 'must be like "POST /admin/keys"')
  .describe('Method and path under the origin; each {placeholder} becomes one encoded path segment');

export const header = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]+(: [\x20-\x7e]+)?$/,
    'must be like "x-api-key", "x-api-key: {value}" or "Authorization: Basic {user}:{password}"',
  )
  .describe(
    'A header with {parts} of the credential in it. A name alone carries {value}. What follows "Basic " is sent as base64',
  );

export const answerStatus = z.number().int().min(200).max(499);
export const statuses = z
  .union([answerStatus, z.array(answerStatus).nonempty()])
  .describe('One HTTP status, or several');

/** Not the schema's transform, so that settings stay what the reader wrote. */
export const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

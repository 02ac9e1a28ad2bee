import { z } from 'zod';
import { isReference } from '../../../domain/address';

/** The small words that descriptions are made of. */

export const pointer = z
  .string()
  .regex(/^(\/[^#]*)?$/, 'must be a JSON Pointer such as /data/id; empty means the answer itself')
  .describe('JSON Pointer (RFC 6901) into the answer; empty: the answer itself');

export const duration = z
  .string()
  .regex(/^\d+(ms|s|m|h|d)$/, 'must be a duration such as 30s, 10m or 24h')
  .describe('A duration such as 30s, 10m or 24h');

export const reference = z
  .string()
  .refine(isReference, 'must be a reference such as vault:admin/gateway#token')
  .describe('Where the value is: store:path#field');

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

export const headers = z
  .record(z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be a header name'), z.string())
  .describe('Fixed headers, such as the version of the API; never a secret');

const answerStatus = z.number().int().min(200).max(499);
export const statuses = z
  .union([answerStatus, z.array(answerStatus).nonempty()])
  .describe('One HTTP status, or several');

/** Not the schema's transform, so that settings stay what the reader wrote. */
export const listOf = <T>(one: T | readonly T[]): readonly T[] => (Array.isArray(one) ? one : [one as T]);

export const match = z
  .strictObject({
    pointer: pointer
      .optional()
      .describe('Where in the answer to look; left out: the whole body as text, with contains'),
    equals: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional().describe('Exactly this'),
    contains: z.string().min(1).optional().describe('A text with this inside, in any letter case'),
  })
  .refine(
    (it) => (it.equals === undefined) !== (it.contains === undefined),
    'needs equals or contains, one of them',
  )
  .refine((it) => it.pointer !== undefined || it.contains !== undefined, 'equals needs a pointer')
  .describe('A condition on the body of an answer');

export type Match = z.output<typeof match>;

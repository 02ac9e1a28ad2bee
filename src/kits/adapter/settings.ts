import ms, { type StringValue } from 'ms';
import { z } from 'zod';
import { ADDRESS_RULE, isAddress, isOrigin, isReference } from '../../domain/tools/address';
import type { Millis } from '../../domain/tools/time';

/** The small words that settings are made of. Each may be described again where it stands. */

export const duration = z
  .string()
  .regex(/^\d+(ms|s|m|h|d)$/, 'must be a duration such as 30s, 10m or 24h')
  .describe('A duration such as 30s, 10m or 24h');

/** @param text as `duration` allows it: `10s` */
export const millisOf = (text: string): Millis => ms(text as StringValue);

export const address = z.string().refine(isAddress, ADDRESS_RULE);

/** Scheme, host and port as they are, so that what is compared with it is what was reviewed. */
export const origin = z
  .string()
  .refine(isOrigin, 'must be like https://api.example.com, without a path (plain http: for loopback only)');

export const reference = z
  .string()
  .refine(isReference, 'must be a reference such as vault:admin/gateway#token')
  .describe('Where the value is: store:path#field');

export const pointer = z
  .string()
  .regex(/^(\/[^#]*)?$/, 'must be a JSON Pointer such as /data/id; empty means the answer itself')
  .describe('JSON Pointer (RFC 6901) into the answer; empty: the answer itself');

export const headerName = z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be a header name');

/** Headers that are the same in every request. They stand in the config, so they are public. */
export const headers = z
  .record(headerName, z.string())
  .describe('Fixed headers, such as the version of the API; never a secret');

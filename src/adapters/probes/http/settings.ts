import { z } from 'zod';
import { ADDRESS_RULE, isAddress } from '../../../domain/address';

const pointer = z.string().regex(/^(\/[^#]*)?$/, 'must be a JSON Pointer such as /checks/payments');
const duration = z.string().regex(/^\d+(ms|s|m|h)$/, 'must be a duration such as 500ms, 10s or 1m');
const headerName = z.string().regex(/^[A-Za-z0-9_-]+$/, 'must be a header name');
const status = z.number().int().min(100).max(599);

const body = z
  .strictObject({
    pointer: pointer.optional().describe('JSON Pointer into the answer; left out: the whole body as text'),
    equals: z.union([z.string(), z.number(), z.boolean()]).optional().describe('Exactly this'),
    contains: z.string().min(1).optional().describe('A text with this inside'),
  })
  .refine(
    (it) => (it.equals === undefined) !== (it.contains === undefined),
    'needs equals or contains, one of them',
  )
  .refine((it) => it.pointer !== undefined || it.contains !== undefined, 'equals needs a pointer')
  .describe('What the body must say');

export const settings = z.strictObject({
  url: z
    .string()
    .refine(isAddress, ADDRESS_RULE)
    .describe('The address that tells how the workload is; best one that makes it use its key'),
  method: z.enum(['GET', 'HEAD', 'POST']).default('GET').describe('HTTP method'),
  headers: z.record(headerName, z.string()).default({}).describe('Fixed headers; never a secret'),
  expect: z
    .strictObject({
      status: z
        .union([status, z.array(status).nonempty()])
        .default(200)
        .describe('The status, or several, of a healthy answer'),
      body: body.optional(),
      max_latency: duration.optional().describe('A slower answer is a failure'),
    })
    .prefault({})
    .describe('What a healthy answer is'),
  key_id: z
    .union([z.strictObject({ header: headerName }), z.strictObject({ pointer })])
    .optional()
    .describe('Where the workload tells the public id of the key it uses: a header, or a JSON Pointer'),
  passes: z.number().int().min(1).max(100).default(3).describe('How many passes in a row make it healthy'),
  interval: duration.default('10s').describe('How long between two looks'),
  timeout: duration.default('10s').describe('No answer within this time is no data'),
});

export type HttpProbeSettings = z.output<typeof settings>;
export type Expectation = HttpProbeSettings['expect'];

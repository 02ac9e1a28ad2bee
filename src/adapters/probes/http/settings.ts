import { z } from 'zod';
import { matchOf } from '../../../kits/adapter/match';
import { address, duration, headerName, pointer } from '../../../kits/adapter/settings';

const status = z.number().int().min(100).max(599);

export const settings = z.strictObject({
  url: address.describe('The address that tells how the workload is; best one that makes it use its key'),
  method: z.enum(['GET', 'HEAD', 'POST']).default('GET').describe('HTTP method'),
  headers: z.record(headerName, z.string()).default({}).describe('Fixed headers; never a secret'),
  expect: z
    .strictObject({
      status: z
        .union([status, z.array(status).nonempty()])
        .default(200)
        .describe('The status, or several, of a healthy answer'),
      body: matchOf('exact').describe('What the body must say').optional(),
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

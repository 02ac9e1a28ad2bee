import { z } from 'zod';
import { address, duration } from '../../../kits/adapter/settings';

export const settings = z.strictObject({
  url: address.describe('The address that tells how the workload is'),
  passes: z.number().int().min(1).max(100).default(3).describe('How many passes in a row make it healthy'),
  interval: duration.default('10s').describe('How long between two looks'),
});

export type SampleProbeSettings = z.output<typeof settings>;

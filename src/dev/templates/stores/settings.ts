import { z } from 'zod';

export const settings = z.strictObject({
  project: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('The project that the secrets are in'),
});

export type SampleStoreSettings = z.output<typeof settings>;

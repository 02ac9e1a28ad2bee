import { z } from 'zod';
import { origin, reference } from '../../../kits/adapter/settings';

export const settings = z.strictObject({
  origin: origin.describe('Origin of the server, such as https://sample.example.com'),
  token: reference.describe('The token that may read and write: store:path#field'),
  path: z
    .string()
    .regex(/^[\w.-]+(\/[\w.-]+)*$/)
    .default('rekey-journal')
    .describe('Where the files of the journal are; nothing else may be there'),
});

export type SampleJournalSettings = z.output<typeof settings>;

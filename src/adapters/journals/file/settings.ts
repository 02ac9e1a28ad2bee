import { z } from 'zod';

export const settings = z.strictObject({
  path: z
    .string()
    .min(1)
    .default('.rekey-journal')
    .describe('Directory of the journal, made by `rekey doctor --init`.'),
});

export type FileJournalSettings = z.infer<typeof settings>;

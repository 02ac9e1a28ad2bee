import { z } from 'zod';
import { repository } from '../../../kits/github/repository';

export const settings = z.strictObject({
  branch: z
    .string()
    .regex(/^[\w][\w./-]*$/)
    .default('rekey-journal')
    .describe('The branch that holds the journal; nothing else may be on it.'),
  repository: repository
    .optional()
    .describe(
      '`owner/name` of the repository that holds the branch. Default: the repository of the workflow.',
    ),
});

export type BranchSettings = z.infer<typeof settings>;

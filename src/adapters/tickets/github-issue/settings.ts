import { z } from 'zod';
import { repository } from '../../../kits/github/repository';

export const settings = z.strictObject({
  labels: z
    .array(z.string().min(1))
    .default([])
    .describe('Labels of each issue, beside those that Rekey adds'),
  repository: repository
    .optional()
    .describe('`owner/name` of the repository of the issues. Default: the repository of the workflow'),
  title: z
    .string()
    .min(1)
    .default('{title}')
    .describe('Title of an issue; `{title}` stands for what Rekey says'),
});

export type IssueSettings = z.infer<typeof settings>;

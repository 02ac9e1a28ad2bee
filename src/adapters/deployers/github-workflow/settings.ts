import { z } from 'zod';
import { duration } from '../../../kits/adapter/settings';
import { repository } from '../../../kits/github/repository';

export const settings = z.strictObject({
  workflow: z
    .string()
    .regex(/^[\w.-]+\.ya?ml$/, 'must be the name of a file in .github/workflows')
    .describe('File of the workflow that deploys, such as deploy.yml; it must be on the default branch'),
  repository: repository
    .optional()
    .describe('`owner/name` of the repository of the workflow. Default: the repository that Rekey runs in'),
  ref: z.string().min(1).optional().describe('Branch or tag to run it on. Default: the default branch'),
  inputs: z
    .record(z.string().regex(/^[\w-]+$/), z.string())
    .default({})
    .describe(
      'Inputs for it; {key}, {rotation}, {credential}, {workload} and {marker} stand for what they say',
    ),
  queued_hint_after: duration.default('5m').describe('A run that has not begun after this long gets a hint'),
});

export type WorkflowSettings = z.infer<typeof settings>;

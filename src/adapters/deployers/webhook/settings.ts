import { z } from 'zod';
import { checkHook, hookOrigin, hookUrl } from '../../../kits/adapter/hook';
import { address, pointer, reference } from '../../../kits/adapter/settings';

const value = z.union([z.string(), z.number(), z.boolean()]);
const values = z.union([value, z.array(value).nonempty()]);

const status = z
  .strictObject({
    url: address
      .refine((text) => text.includes('{marker}'), 'must hold {marker}, by which a rollout is found')
      .describe('Address that tells how a rollout is; {marker} is put in. 404: no such rollout'),
    pointer: pointer.default('/state').describe('JSON Pointer to the state in the answer'),
    complete: values.describe('The value, or several, that mean: no old instance is left'),
    failed: values.describe(
      'The value, or several, that mean: it failed. Every other value means: still running',
    ),
  })
  .describe('How the end of a rollout is seen');

export const settings = z
  .strictObject({
    url: hookUrl('Where the order is sent'),
    origin: hookOrigin,
    secret: reference.describe('The signing secret: store:path#field'),
    status,
  })
  .superRefine(checkHook);

export type WebhookDeployerSettings = z.output<typeof settings>;

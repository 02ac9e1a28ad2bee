import { z } from 'zod';
import { checkHook, hookOrigin, hookUrl } from '../../../kits/adapter/hook';
import { reference } from '../../../kits/adapter/settings';

export const settings = z
  .strictObject({
    url: hookUrl('Where notices are sent'),
    origin: hookOrigin,
    secret: reference
      .optional()
      .describe('A signing secret, store:path#field: notices are then signed as Standard Webhooks says'),
    format: z
      .enum(['cloudevents', 'text'])
      .default('cloudevents')
      .describe('cloudevents: a CloudEvents 1.0 event as JSON. text: {"text": …}, as chat systems take it'),
  })
  .superRefine(checkHook);

export type WebhookNotifierSettings = z.output<typeof settings>;

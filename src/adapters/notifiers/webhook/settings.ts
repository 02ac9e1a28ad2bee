import { z } from 'zod';
import { ADDRESS_RULE, isAddress, isOrigin, isReference } from '../../../domain/address';

export const settings = z
  .strictObject({
    url: z
      .string()
      .refine((text) => isReference(text) || isAddress(text), `${ADDRESS_RULE}, or store:path#field`)
      .describe('Where notices are sent: an https address, or store:path#field when the address is secret'),
    origin: z
      .string()
      .refine(isOrigin, 'must be like https://hooks.example.com')
      .optional()
      .describe('Origin of the address, needed when it is secret: it is sent nowhere else'),
    secret: z
      .string()
      .refine(isReference, 'must be a reference such as vault:ops/hooks#secret')
      .optional()
      .describe('A signing secret, store:path#field: notices are then signed as Standard Webhooks says'),
    format: z
      .enum(['cloudevents', 'text'])
      .default('cloudevents')
      .describe('cloudevents: a CloudEvents 1.0 event as JSON. text: {"text": …}, as chat systems take it'),
  })
  .superRefine((it, context) => {
    if (isReference(it.url) !== (it.origin !== undefined))
      context.addIssue({
        code: 'custom',
        path: ['origin'],
        message: 'must be there when url is store:path#field, and only then',
      });
  });

export type WebhookNotifierSettings = z.output<typeof settings>;

export const originOf = (it: WebhookNotifierSettings): string => it.origin ?? new URL(it.url).origin;

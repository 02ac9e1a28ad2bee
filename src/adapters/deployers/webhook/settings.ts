import { z } from 'zod';
import { ADDRESS_RULE, isAddress, isOrigin, isReference } from '../../../domain/address';

const value = z.union([z.string(), z.number(), z.boolean()]);
const values = z.union([value, z.array(value).nonempty()]);

const status = z
  .strictObject({
    url: z
      .string()
      .refine(isAddress, ADDRESS_RULE)
      .refine((text) => text.includes('{marker}'), 'must hold {marker}, by which a rollout is found')
      .describe('Address that tells how a rollout is; {marker} is put in. 404: no such rollout'),
    pointer: z
      .string()
      .regex(/^\/[^#]*$/, 'must be a JSON Pointer such as /state')
      .default('/state')
      .describe('JSON Pointer to the state in the answer'),
    complete: values.describe('The value, or several, that mean: no old instance is left'),
    failed: values.describe(
      'The value, or several, that mean: it failed. Every other value means: still running',
    ),
  })
  .describe('How the end of a rollout is seen');

export const settings = z
  .strictObject({
    url: z
      .string()
      .refine((text) => isReference(text) || isAddress(text), `${ADDRESS_RULE}, or store:path#field`)
      .describe('Where the order is sent: an https address, or store:path#field when the address is secret'),
    origin: z
      .string()
      .refine(isOrigin, 'must be like https://hooks.example.com')
      .optional()
      .describe('Origin of the address, needed when it is secret: it is sent nowhere else'),
    secret: z
      .string()
      .refine(isReference, 'must be a reference such as vault:ops/hooks#secret')
      .describe('The signing secret: store:path#field'),
    status,
  })
  .superRefine((it, context) => {
    if (isReference(it.url) !== (it.origin !== undefined))
      context.addIssue({
        code: 'custom',
        path: ['origin'],
        message: 'must be there when url is store:path#field, and only then',
      });
  });

export type WebhookDeployerSettings = z.output<typeof settings>;

export const orderOrigin = (it: WebhookDeployerSettings): string => it.origin ?? new URL(it.url).origin;

import { z } from 'zod';
import { ADDRESS_RULE, isAddress, isOrigin, isReference } from '../../domain/tools/address';

/** An address that may be the key itself, as with chat webhooks: then it stands in the store, and `origin` says where it leads. */
export interface Hook {
  readonly url: string;
  readonly origin?: string | undefined;
}

/** @param what that is sent there, as a sentence begins: `Where notices are sent` */
export const hookUrl = (what: string): z.ZodType<string, string> =>
  z
    .string()
    .refine((text) => isReference(text) || isAddress(text), `${ADDRESS_RULE}, or store:path#field`)
    .describe(`${what}: an https address, or store:path#field when the address is secret`);

export const hookOrigin = z
  .string()
  .refine(isOrigin, 'must be like https://hooks.example.com')
  .optional()
  .describe('Origin of the address, needed when it is secret: it is sent nowhere else');

export function checkHook(it: Hook, context: z.RefinementCtx): void {
  if (isReference(it.url) !== (it.origin !== undefined))
    context.addIssue({
      code: 'custom',
      path: ['origin'],
      message: 'must be there when url is store:path#field, and only then',
    });
}

export const originOfHook = (it: Hook): string => it.origin ?? new URL(it.url).origin;

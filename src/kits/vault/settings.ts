import { z } from 'zod';
import { ADDRESS_RULE, isAddress, isOrigin } from '../../domain/tools/address';

/** The origin of a server. A slash at the end is how Vault's own tools write it. */
export const address = z
  .string()
  .refine(isAddress, { error: ADDRESS_RULE, abort: true })
  .refine(
    (text) => isOrigin(text.replace(/\/$/, '')),
    'must be an origin such as https://vault.example.com, without a path',
  )
  .transform((text) => new URL(text).origin);

/** Several segments are allowed (`teams/pay/secret`), because mounts have paths. */
export const mountPath = z
  .string()
  .regex(/^[^/\s?#]+(\/[^/\s?#]+)*$/, 'must be the path of a mount, without slashes at its ends');

export const namespace = z.string().regex(/^[^\s?#]+$/);

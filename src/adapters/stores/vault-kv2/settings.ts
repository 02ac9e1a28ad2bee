import { z } from 'zod';
import { ADDRESS_RULE, isAddress, isOrigin } from '../../../domain/address';

const origin = z
  .string()
  .refine(isAddress, { error: ADDRESS_RULE, abort: true })
  // A slash at the end is how Vault's own tools write it.
  .refine(
    (address) => isOrigin(address.replace(/\/$/, '')),
    'must be an origin such as https://vault.example.com, without a path',
  )
  .transform((address) => new URL(address).origin);

/** Several segments are allowed (`teams/pay/secret`), for mounts have paths. */
const mountPath = z
  .string()
  .regex(/^[^/\s?#]+(\/[^/\s?#]+)*$/, 'must be the path of a mount, without slashes at its ends');

export const vaultKv2Settings = z.strictObject({
  mount: mountPath.default('secret').describe('The mount of the KV version 2 engine'),
  address: origin
    .optional()
    .describe(
      'Origin of the server, as a check: it must be the one that the identity logs in to, which is the default',
    ),
  literal_paths: z
    .boolean()
    .optional()
    .describe(
      'true: paths in references are meant as they are, also one that begins with the name of the mount, with data/ or with metadata/',
    ),
  namespace: z
    .string()
    .regex(/^[^\s?#]+$/)
    .optional()
    .describe('Namespace of the mount, default: that of the identity'),
});

export type VaultKv2Settings = z.output<typeof vaultKv2Settings>;

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

const plain = z.string().regex(/^[^\s?#]+$/);

export const vaultJwtSettings = z.strictObject({
  address: origin.describe('Origin of the Vault or OpenBao server, such as https://vault.example.com'),
  role: z.string().min(1).describe('Role of the JWT auth method that binds this repository'),
  mount: z
    .string()
    .regex(/^[^/\s?#]+(\/[^/\s?#]+)*$/, 'must be the path of a mount, without slashes at its ends')
    .default('jwt')
    .describe('The mount of the JWT auth method, without "auth/"'),
  audience: z
    .string()
    .min(1)
    .optional()
    .describe('Audience of the OIDC token, default: the address; the role must list it in bound_audiences'),
  namespace: plain.optional().describe('Namespace of the auth method (Vault Enterprise, HCP, OpenBao)'),
});

export type VaultJwtSettings = z.output<typeof vaultJwtSettings>;

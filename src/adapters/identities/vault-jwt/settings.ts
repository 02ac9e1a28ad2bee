import { z } from 'zod';
import { address, mountPath, namespace } from '../../../kits/vault/settings';

export const settings = z.strictObject({
  address: address.describe('Origin of the Vault or OpenBao server, such as https://vault.example.com'),
  role: z.string().min(1).describe('Role of the JWT auth method that binds this repository'),
  mount: mountPath.default('jwt').describe('The mount of the JWT auth method, without "auth/"'),
  audience: z
    .string()
    .min(1)
    .optional()
    .describe('Audience of the OIDC token, default: the address; the role must list it in bound_audiences'),
  namespace: namespace.optional().describe('Namespace of the auth method (Vault Enterprise, HCP, OpenBao)'),
});

export type VaultJwtSettings = z.output<typeof settings>;

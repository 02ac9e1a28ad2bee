import { z } from 'zod';
import { address, mountPath, namespace } from '../../../kits/vault/settings';

export const settings = z.strictObject({
  mount: mountPath.default('secret').describe('The mount of the KV version 2 engine'),
  address: address
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
  namespace: namespace.optional().describe('Namespace of the mount, default: that of the identity'),
});

export type VaultKv2Settings = z.output<typeof settings>;

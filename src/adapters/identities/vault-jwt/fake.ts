export { FakeVaultJwt } from './fake/server';
export { VaultTokens } from './fake/tokens';
export type { FakeRole } from './fake/roleCheck';

export { FakeVaultJwt, type FakeVaultJwtOptions } from './fake/server';
export { VaultTokens, type Token } from './fake/tokens';
export type { FakeRole } from './fake/role';

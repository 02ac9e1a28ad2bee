import { adapter as vaultKv } from '../../../src/adapters/stores/vault-kv2';
import { SecretValue } from '../../../src/domain/secret';
import { createGitHub } from '../../../src/runtime/github/createGitHub';
import { testPorts } from '../../support/ports';
import { VAULT } from '../../support/stageSettings';
import { GITHUB } from '../world/configText';

/** Loads what is loaded on first use, so that no run has to wait for the disk. */
export async function preload(): Promise<void> {
  const token = SecretValue.of('none', [VAULT, GITHUB]);
  const session = { origin: VAULT, token, expires: '2030-01-01T00:00:00.000Z', attributes: {} };
  const { ports } = testPorts({
    session,
    routes: { [VAULT]: () => undefined, [GITHUB]: () => undefined },
  });
  const store = vaultKv.open({ mount: 'secret' }, ports);
  const github = createGitHub({ ...ports, api: GITHUB, token, repository: 'acme/shop' });
  const calls = [store.value('none', 'none'), github.request('GET /user', {}, 'none')];
  await Promise.allSettled(calls);
}

import { adapter as workflow } from '../../../src/adapters/deployers/github-workflow';
import { adapter as vaultJwt } from '../../../src/adapters/identities/vault-jwt';
import { adapter as fileJournal } from '../../../src/adapters/journals/file';
import { adapter as branchJournal } from '../../../src/adapters/journals/github-branch';
import { adapter as webhook } from '../../../src/adapters/notifiers/webhook';
import { adapter as httpProbe } from '../../../src/adapters/probes/http';
import { adapter as vaultKv } from '../../../src/adapters/stores/vault-kv2';
import { adapter as issue } from '../../../src/adapters/tickets/github-issue';
import { adapter as httpVendor } from '../../../src/adapters/vendors/http';
import { changeIn } from '../../../src/commands/change';
import { Composition } from '../../../src/commands/compose';
import type { Session } from '../../../src/commands/session';
import { settleIn } from '../../../src/commands/settle';
import type { World as CommandWorld } from '../../../src/commands/world';
import { readInputs, type Inputs } from '../../../src/config/inputs';
import { load } from '../../../src/config/load';
import type { Config } from '../../../src/domain/config';
import type { Catalog } from '../../../src/domain/descriptor';
import { asRekeyError } from '../../../src/domain/errors';
import { lesserVault } from '../../support/lesserVault';
import { LESSER_STORES } from '../world/stores';
import { CONFIG_PATH } from '../world/configText';

/** Already loaded: a lazy import takes as long as it takes, and nothing in a run may. */
const catalog = {
  deployers: { 'github-workflow': async () => workflow },
  identities: { 'vault-jwt': async () => vaultJwt },
  journals: { file: async () => fileJournal, 'github-branch': async () => branchJournal },
  notifiers: { webhook: async () => webhook },
  probes: { http: async () => httpProbe },
  stores: {
    'vault-kv2': async () => vaultKv,
    ...Object.fromEntries(LESSER_STORES.map(({ use, promises }) => [use, async () => lesserVault(promises)])),
  },
  tickets: { 'github-issue': async () => issue },
  vendors: { http: async () => httpVendor },
} as Catalog;

const configs = new Map<string, Promise<Config>>();
const MOST_CONFIGS = 2000;
const inputs = new Map<string, Inputs>();

/** The same text is the same config, so it is read once. */
export function configOf(text: string): Promise<Config> {
  const known = configs.get(text) ?? load(text, CONFIG_PATH, { catalog, commit: 'c0ffee' });
  if (configs.size >= MOST_CONFIGS) configs.clear();
  configs.set(text, known);
  return known;
}

/** What main does once config and inputs are read. @returns the exit code */
export async function program(words: readonly string[], text: string, world: CommandWorld): Promise<number> {
  const config = await configOf(text);
  try {
    const parts = new Composition(config, catalog, world);
    const journal = await parts.journal();
    const session: Session = { world, config, parts, journal, view: await journal.load() };
    return await (words[0] === 'settle' ? settleIn(session) : changeIn(session, inputsOf(words)));
  } catch (thrown) {
    const error = asRekeyError(thrown);
    world.output.error(error, words[0] ?? '');
    world.output.set('status', 'failed');
    return error.kind === 'config' ? 2 : 1;
  }
}

function inputsOf(words: readonly string[]): Inputs {
  const text = words.join(' ');
  const known = inputs.get(text) ?? readInputs(undefined, words);
  inputs.set(text, known);
  return known;
}

import type { Config } from '../../domain/config';
import type { RunContext } from '../../domain/run';
import type { Composition } from '../compose';

/**
 * The role of each identity for exactly this config: one for each environment that keys are in, so that a job of one cannot read
 * the secrets of another.
 */
export async function roleBlocks(
  config: Config,
  parts: Composition,
  { repositoryId, defaultBranch }: RunContext,
): Promise<readonly string[]> {
  const environments = [...new Set(Object.values(config.keys).map(({ environment }) => environment))];
  const isKnown = /^\d+$/.test(repositoryId);
  const branch = defaultBranch === '' ? 'main' : defaultBranch;
  const blocks: string[] = [];
  for (const name of Object.keys(config.identities)) {
    const identity = await parts.identity(name);
    for (const environment of environments) {
      const lines = identity.role?.({
        repositoryId: isKnown ? repositoryId : 'ID',
        environment,
        ref: `refs/heads/${branch}`,
      });
      if (lines) blocks.push(`Role of ${name} for environment ${environment}:\n${lines.join('\n')}`);
    }
  }
  return environments.length > 1 && blocks.length > 0 ? [...blocks, SEPARATE] : blocks;
}

const SEPARATE =
  'Each environment has a role of its own: give each a name, and each its own config file with that name, or the last one written counts for all.';

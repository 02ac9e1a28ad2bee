import { parseReference } from '../../config/reference';
import type { Config } from '../../domain/config';
import type { Composition } from '../compose';

/** The policies of the stores for exactly this config: one for each store and environment, because a job of one reads no secrets of another. */
export async function policyBlocks(config: Config, parts: Composition): Promise<readonly string[]> {
  const stores = Object.keys(config.stores);
  const wholes = stores.filter((name) => config.stores[name]?.whole === true);
  const keys = Object.values(config.keys);
  const blocks: string[] = [];
  for (const name of stores) {
    for (const environment of new Set(keys.map((key) => key.environment))) {
      const chosen = keys.filter((key) => key.environment === environment);
      const references = await Promise.all(
        [...new Set(chosen.map(({ vendor }) => vendor))].map((vendor) => parts.referencesOf(vendor)),
      );
      const reads = references.flat().flatMap((text) => {
        const reference = parseReference(text, stores, wholes);
        return reference?.store === name ? [reference.path] : [];
      });
      const refs = chosen.filter(({ store }) => store === name).map(({ secret }) => secret);
      if (refs.length + reads.length === 0) continue;
      const lines = (await parts.store(name)).policy?.(refs, reads) ?? [];
      if (lines.length > 0)
        blocks.push(`Policy of ${name} for environment ${environment}:\n${lines.join('\n')}`);
    }
  }
  return blocks;
}

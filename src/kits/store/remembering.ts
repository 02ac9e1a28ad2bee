import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/tools/text';
import type { Version, Versions } from './versions';

export const NEVER: Version = { version: 0, destroyed: false, custom: {} };

/**
 * The same server, with what this process itself has written or read, by path. A node that lags answers with the past and does not say so
 * (standby nodes of OpenBao and Vault Enterprise): what is older than what was seen is no answer, but RK4005.
 */
export function remembering(server: Versions): Versions {
  const seen = new Seen();
  const written = async (path: string, version: Promise<number | undefined>): Promise<number | undefined> => {
    const done = await version;
    if (done !== undefined) seen.version(path, done);
    return done;
  };
  return {
    get origin() {
      return server.origin;
    },
    async read(path, version) {
      // Vault, for one, takes version 0 for the newest.
      if (version === 0) return NEVER;
      const found = await server.read(path, version);
      if (version === undefined) return seen.checked(path, found);
      // Pruned, or written so lately that this node does not have it yet.
      if (found.created === undefined) {
        const newest = await server.read(path);
        if (newest.version < version && Math.max(newest.version, seen.newest(path)) > 0)
          throw behind(path, newest.version, version);
      }
      return seen.known(path, found);
    },
    replace: (path, ...write) => written(path, server.replace(path, ...write)),
    merge: (path, ...write) => written(path, server.merge(path, ...write)),
    async destroy(path, versions) {
      await server.destroy(path, versions);
      seen.destroyed(path, versions);
    },
  };
}

class Seen {
  readonly #newest = new Map<string, number>();
  readonly #destroyed = new Map<string, Set<number>>();

  version(path: string, version: number): void {
    this.#newest.set(path, Math.max(version, this.newest(path)));
  }

  newest(path: string): number {
    return this.#newest.get(path) ?? 0;
  }

  destroyed(path: string, versions: readonly number[]): void {
    this.#destroyed.set(path, new Set([...(this.#destroyed.get(path) ?? []), ...versions]));
  }

  /** A read of the newest version. @throws RK4005 when it is behind */
  checked(path: string, found: Version): Version {
    if (found.version < this.newest(path)) throw behind(path, found.version, this.newest(path));
    this.version(path, found.version);
    return this.#lessDestroyed(path, found);
  }

  /** A read of one version. */
  known(path: string, found: Version): Version {
    if (found.created !== undefined) this.version(path, found.version);
    return this.#lessDestroyed(path, found);
  }

  #lessDestroyed(path: string, found: Version): Version {
    if (!found.content || this.#destroyed.get(path)?.has(found.version) !== true) return found;
    const { content: _late, ...rest } = found;
    return { ...rest, destroyed: true };
  }
}

/** A read that does not know of a version that was there. */
export function behind(path: string, read: number, wanted: number): RekeyError {
  const message = `${codeSpan(path)} is read as version ${read}, but there was ${wanted}: this node lags behind.`;
  return new RekeyError('RK4005', message, {
    next: 'It continues once the node has caught up; the address of the active node avoids it. If somebody deleted the secret with all its versions, see who.',
  });
}

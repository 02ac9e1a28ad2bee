import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/text';
import type { Version } from './versions';

/**
 * What this process itself has written or read, by path. A node that lags answers with the past and does not say so (standby nodes of
 * OpenBao and Vault Enterprise): what is older than what was seen is no answer.
 */
export class Seen {
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
  const message = `${codeSpan(path)} is read as version ${String(read)}, but there was ${String(wanted)}: this node lags behind.`;
  return new RekeyError('RK4005', message, {
    next: 'It goes on once the node has caught up; the address of the active node avoids it. If somebody deleted the secret with all its versions, see who.',
  });
}

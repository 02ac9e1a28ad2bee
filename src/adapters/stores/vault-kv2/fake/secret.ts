import { instant, type Millis } from '../../../../domain/tools/time';

export type Data = Readonly<Record<string, unknown>>;

/** What a key or a mount says about keeping; 0 says nothing. A negative life on the mount turns expiry off. */
export interface Keeping {
  maxVersions: number;
  casRequired: boolean;
  deleteVersionAfter: Millis;
  /** Not Vault's: a server that takes no notice of check-and-set. */
  casIgnored?: boolean;
}

interface Version {
  data: Data;
  readonly created: Millis;
  /** In the future for a version that will vanish by itself. */
  deletion: Millis | undefined;
  destroyed: boolean;
}

/** Vault's own text and status for what it refuses. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, text: string) {
    super(text);
    this.status = status;
  }
}

const DEFAULT_VERSIONS = 10;

/** One key of KV version 2 with its versions. https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2 */
export class FakeSecret {
  readonly versions = new Map<number, Version>();
  current = 0;
  oldest = 0;
  custom: Readonly<Record<string, string>> | null = null;
  readonly keeping: Keeping = { maxVersions: 0, casRequired: false, deleteVersionAfter: 0 };
  readonly created: Millis;
  updated: Millis;

  constructor(now: Millis) {
    this.created = now;
    this.updated = now;
  }

  write(data: Data, cas: unknown, mount: Keeping, now: Millis): void {
    this.checkCas(cas, mount);
    this.current += 1;
    this.updated = now;
    this.versions.set(this.current, {
      data,
      created: now,
      deletion: this.#endOf(now, mount),
      destroyed: false,
    });
    const most = Math.max(this.keeping.maxVersions, mount.maxVersions) || DEFAULT_VERSIONS;
    if (this.current - this.oldest < most) return;
    for (let number = this.oldest; number <= this.current - most; number += 1) this.versions.delete(number);
    this.oldest = this.current - most + 1;
  }

  checkCas(cas: unknown, mount: Keeping): void {
    if (mount.casIgnored === true) return;
    if (cas === undefined) {
      if (!mount.casRequired && !this.keeping.casRequired) return;
      throw new Refusal(400, 'check-and-set parameter required for this call');
    }
    if (cas !== this.current) {
      throw new Refusal(400, 'check-and-set parameter did not match the current version');
    }
  }

  /** Undefined: deleted, expired, destroyed or pruned. */
  readable(number: number, now: Millis): Data | undefined {
    const version = this.versions.get(number);
    if (!version || version.destroyed) return undefined;
    return version.deletion !== undefined && version.deletion < now ? undefined : version.data;
  }

  delete(numbers: readonly number[], now: Millis): void {
    for (const number of numbers) {
      const version = this.versions.get(number);
      if (version && this.readable(number, now)) version.deletion = now - 1;
    }
  }

  undelete(numbers: readonly number[]): void {
    for (const number of numbers) {
      const version = this.versions.get(number);
      if (version && !version.destroyed) version.deletion = undefined;
    }
  }

  destroy(numbers: readonly number[]): void {
    for (const number of numbers) {
      const version = this.versions.get(number);
      if (!version) continue;
      version.destroyed = true;
      version.data = {};
    }
  }

  /** As a read or a write shows a version. */
  describe(number: number): Data {
    const version = this.versions.get(number);
    return {
      version: number,
      created_time: instant(version?.created ?? 0),
      deletion_time: version?.deletion === undefined ? '' : instant(version.deletion),
      destroyed: version?.destroyed ?? false,
      custom_metadata: this.custom,
    };
  }

  #endOf(now: Millis, mount: Keeping): Millis | undefined {
    if (mount.deleteVersionAfter < 0) return undefined;
    const lives = [this.keeping.deleteVersionAfter, mount.deleteVersionAfter].filter((life) => life > 0);
    return lives.length === 0 ? undefined : now + Math.min(...lives);
  }
}

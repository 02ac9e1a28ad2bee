import type { Millis } from '../../../../domain/tools/time';
import { FakeSecret } from './secret';

/** How far reads are behind writes: by time, or by so many writes of the same path. */
export type Lag = { readonly by: Millis } | { readonly writes: number };

interface Snapshot {
  readonly at: Millis;
  /** Undefined: there was none. */
  readonly secret: FakeSecret | undefined;
}

/** What a node shows that is behind and does not say so, as OpenBao's standby nodes do. */
export class LateView {
  readonly #lag: Lag;
  readonly #past = new Map<string, Snapshot[]>();

  constructor(lag: Lag, secrets: ReadonlyMap<string, FakeSecret>) {
    this.#lag = lag;
    for (const [path, secret] of secrets) this.#past.set(path, [{ at: -Infinity, secret: copyOf(secret) }]);
  }

  /** After each change. */
  note(secrets: ReadonlyMap<string, FakeSecret>, path: string, now: Millis): void {
    const past = this.#past.get(path) ?? [{ at: -Infinity, secret: undefined }];
    const secret = secrets.get(path);
    this.#past.set(path, [...past, { at: now, secret: secret && copyOf(secret) }]);
  }

  secrets(now: Millis): Map<string, FakeSecret> {
    const shown = [...this.#past].flatMap(([path, past]): [string, FakeSecret][] => {
      const secret = this.#shown(past, now)?.secret;
      return secret ? [[path, secret]] : [];
    });
    return new Map(shown);
  }

  #shown(past: readonly Snapshot[], now: Millis): Snapshot | undefined {
    if ('writes' in this.#lag) return past[Math.max(0, past.length - 1 - this.#lag.writes)];
    const seen = now - this.#lag.by;
    return past.findLast(({ at }) => at <= seen);
  }
}

export function copyOf(secret: FakeSecret): FakeSecret {
  const copy = new FakeSecret(secret.created);
  for (const [number, version] of secret.versions) copy.versions.set(number, { ...version });
  copy.current = secret.current;
  copy.oldest = secret.oldest;
  copy.updated = secret.updated;
  copy.custom = secret.custom;
  Object.assign(copy.keeping, secret.keeping);
  return copy;
}

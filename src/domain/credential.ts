import type { SecretValue } from './secret';

/** The named parts of a credential. Most vendors have one, `value`; AWS has two. */
export type Parts = Readonly<Record<string, SecretValue>>;

/** A vendor key as the vendor returns it when it makes one. The id is public. */
export interface Credential {
  readonly id: string;
  readonly parts: Parts;
  /** When the vendor will kill it by itself. */
  readonly expires?: string;
}

export function samePartsTrimmed(one: Parts, other: Parts): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => other[name] !== undefined && one[name]?.equalsTrimmed(other[name]) === true)
  );
}

/** The same parts, each allowed to travel to these origins only. */
export function bindParts(parts: Parts, origins: readonly string[]): Parts {
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value.boundTo(origins)]));
}

import type { Permit } from '../../domain/ports';
import type { SecretJson } from '../../domain/secretJson';
import type { Instant } from '../../domain/tools/time';
import type { Content } from './content';

/** A version of a secret; 0 is a secret that never was. */
export interface Version {
  readonly version: number;
  /** Absent: never written, deleted, destroyed, or pruned. */
  readonly content?: Content;
  readonly created?: Instant;
  readonly destroyed: boolean;
  /** What its owner has noted about the secret, such as `rekey_origins`. */
  readonly custom: Readonly<Record<string, string>>;
}

type Data = Readonly<Record<string, SecretJson>>;
export type Write = [path: string, cas: number, data: Data, permit?: Permit | undefined];

/**
 * What a server must be able to do so that a store can be built on it: secrets of named fields, with versions that are numbered without a
 * gap, written by compare-and-set. An adapter speaks these calls, and wraps them in `remembering`;
 * all else that makes a store safe is in this kit.
 */
export interface Versions {
  /** The only origin that values may travel to, once it is known. */
  readonly origin: string | undefined;
  /** The newest version, or the one that is named; one that is not there has the number that was asked for, and no `created`. */
  read(path: string, version?: number): Promise<Version>;
  /** Both write with compare-and-set and answer the new version, or undefined when `cas` is not the newest any more. */
  replace(...write: Write): Promise<number | undefined>;
  /** Fields that are not named stay, whatever they are; `null` removes one. Undefined also where `cas` was deleted since. */
  merge(...write: Write): Promise<number | undefined>;
  /** For good. Repeating is harmless. */
  destroy(path: string, versions: readonly number[]): Promise<void>;
}

import type { Instant } from '../../../domain/time';
import type { Content } from './content';

/** A version as Vault shows it; 0 is a secret that never was. */
export interface KvVersion {
  readonly version: number;
  /** Absent: never written, deleted, destroyed, or pruned. */
  readonly content?: Content;
  readonly created?: Instant;
  readonly destroyed: boolean;
  readonly custom: Readonly<Record<string, string>>;
}

/**
 * The kind alone decides what the engine does:
 * config, denied: stop and say so · broken: an answer that Rekey does not understand, stop and say so unless it passes soon · throttled, transient: try again later · unknown: look before anything else ·
 * full: the vendor's limit, wait for a person · conflict: somebody else moved it · gone: it is not there · refused: a verdict, such as that the credential is not accepted.
 */
export type Kind =
  | 'config'
  | 'denied'
  | 'throttled'
  | 'transient'
  | 'unknown'
  | 'full'
  | 'conflict'
  | 'gone'
  | 'broken'
  | 'refused';

export interface Entry {
  readonly kind: Kind;
  readonly title: string;
  readonly next: string;
}

export const code = (kind: Kind, title: string, next: string): Entry => ({ kind, title, next });

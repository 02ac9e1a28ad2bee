import type { SecretValue } from '../secret';
import type { Instant } from '../time';

/** A short-lived grant of a cloud or vault. */
export interface Session {
  readonly origin: string;
  readonly token: SecretValue;
  readonly expires: Instant;
  /** Such as the namespace; nothing secret. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Identity {
  /**
   * A session with enough life left (5 minutes, or a fifth): exchanges a fresh OIDC token when it must.
   * @param over one that a server refused: when it has ended before its time, another one is given
   */
  session(over?: Session): Promise<Session>;
  /** Who we are, for evidence and error messages: claims, never a token. */
  subject(): Readonly<Record<string, string>>;
  /** Revokes what it has. Never throws: what could not be ended is said in the log and expires by itself. */
  end(): Promise<void>;
}

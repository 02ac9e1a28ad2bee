import type { Parts } from '../credential';
import type { SecretValue } from '../secret';
import type { Instant } from '../tools/time';

/** A short-lived grant of a cloud or vault. */
export interface Session {
  readonly origin: string;
  readonly token: SecretValue;
  /** Where one token is not enough, as for AWS: `access_key_id`, `secret_access_key`, `session_token`. Bound as the token is. */
  readonly parts?: Parts;
  readonly expires: Instant;
  /** Such as the namespace; nothing secret. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Which jobs may log in. */
export interface BoundJob {
  /** As GitHub numbers it; a name in capitals where it is not known. */
  readonly repositoryId: string;
  readonly environment: string;
  /** Such as `refs/heads/main`. */
  readonly ref: string;
}

export interface Identity {
  /**
   * A session with enough life left (5 minutes, or a fifth): exchanges a fresh OIDC token when it must.
   * @param over one that a server refused: when it has ended before its time, another one is given
   */
  session(over?: Session): Promise<Session>;
  /** Who we are, for evidence and error messages: claims, never a token. */
  subject(): Readonly<Record<string, string>>;
  /** What binds the login to jobs of one environment of one repository, line by line, for `doctor`. Nothing is asked. */
  role?(job: BoundJob): readonly string[];
  /** Revokes what it has. Never throws: what could not be ended is said in the log and expires by itself. */
  end(): Promise<void>;
}

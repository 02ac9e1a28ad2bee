import type { Host } from '../domain/contracts/host';
import type { Clock, Files, GitHub, Http, Log, Oidc, Random, Values } from '../domain/ports';
import type { RunContext } from '../domain/run';
import type { Output } from '../runtime/output';
import type { Boundary } from '../runtime/http/guard';
import type { SecretValue } from '../domain/secret';
import type { Millis } from '../domain/tools/time';

/** Everything outside that a command may use; made once by `runtime`, or by a test over fakes. */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly values: Values;
  readonly files: Files;
  readonly github: GitHub;
  /** With the token for the journal, where there is one. */
  readonly journalGitHub: GitHub;
  /** Tokens that may travel to these origins only. */
  oidc(origins: readonly string[]): Oidc;
  readonly host: Host;
  readonly run: RunContext;
  /** An Http port that speaks to these origins only. */
  readonly http: (boundary: Pick<Boundary, 'origins' | 'allowPrivateHosts'>) => Http;
  laptopToken(name: string, origin: string): SecretValue | undefined;
  readonly output: Output;
  /** The folder for plan, report and evidence; in Actions the next step uploads from there. */
  readonly temp: string;
  /** Aborted when a person or the runner cancels. */
  readonly signal: AbortSignal;
  /** Monotonic: when this process must have ended. */
  readonly deadline: Millis;
}

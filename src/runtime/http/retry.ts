import { retryAfterOf } from '../../domain/tools/retryAfter';
import type { Clock, Random } from '../../domain/ports';
import { SECOND, type Millis } from '../../domain/tools/time';
import { TransportFailure, type FailureReason, type WireResponse } from './wire';

const TRIES = 3;
const FIRST_PAUSE: Millis = 0.5 * SECOND;
/** A server that asks for longer than this is left to the engine, which has other work meanwhile. */
const LONGEST_PAUSE: Millis = 30 * SECOND;

/** Repeats a read that was throttled or met a fault: three tries in all, with full jitter. The last answer is final. */
export async function withRetries(
  attempt: () => Promise<WireResponse>,
  { clock, random }: { readonly clock: Clock; readonly random: Random },
): Promise<WireResponse> {
  for (let tries = 1; ; tries += 1) {
    const outcome = await attempt().catch(failureOnly);
    const pause = pauseAfter(outcome, tries, random);
    if (pause === undefined || tries === TRIES) {
      if (outcome instanceof TransportFailure) throw outcome;
      return outcome;
    }
    await clock.sleep(pause);
  }
}

function failureOnly(thrown: unknown): TransportFailure {
  if (thrown instanceof TransportFailure) return thrown;
  throw thrown;
}

const LASTING: ReadonlySet<FailureReason> = new Set(['certificate', 'private address', 'own fault']);

/** Undefined: another try would not help. */
function pauseAfter(
  outcome: WireResponse | TransportFailure,
  tries: number,
  random: Random,
): Millis | undefined {
  const jitter = random.fraction() * FIRST_PAUSE * 2 ** tries;
  if (outcome instanceof TransportFailure) {
    return LASTING.has(outcome.reason) ? undefined : jitter;
  }
  if (!isPassing(outcome.status)) return undefined;
  const asked = retryAfterOf(outcome);
  if (asked === undefined) return jitter;
  return asked <= LONGEST_PAUSE ? asked + jitter : undefined;
}

/** 412 is how Vault says that this node has not yet seen a write. https://developer.hashicorp.com/vault/docs/enterprise/consistency */
const isPassing = (status: number): boolean =>
  status === 429 || status === 408 || status === 412 || (status >= 500 && status !== 501);

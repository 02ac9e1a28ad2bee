import type { Clock } from '../../domain/ports';
import { retryAfterOf } from '../../domain/tools/retryAfter';
import { SECOND, type Millis } from '../../domain/tools/time';
import type { Transport, WireResponse } from './wire';

/** How long a read may be held back; where a server asks for more it is sent all the same, and the engine waits. */
const READ_HOLD: Millis = 30 * SECOND;
/** An effect has a window and an end: it goes before reads, and what it waited is taken from the time it may take. */
const EFFECT_HOLD: Millis = 5 * SECOND;
/** So long a read may be overtaken by newer ones: a key that is further continues before others begin, and its waits run meanwhile. */
const OVERTAKEN: Millis = 8 * SECOND;
/** Of the pace that the server bore. */
const SHARE = 0.95;
/** After so long without a refusal it tries a pace that is a quarter faster; another refusal takes that back. */
const CALM: Millis = 30 * SECOND;
const STEP = 1.25;

type Time = Pick<Clock, 'monotonic' | 'sleep'>;

/**
 * A server that says that it is asked too often is asked by one request after another, at the pace it bore: many keys at once
 * would otherwise use up their tries against each other. All ports of a process share this, for servers count by address and key.
 */
export function paced(clock: Time): (transport: Transport) => Transport {
  const lanes = new Map<string, Lane>();
  return (transport) => async (request) => {
    const { origin } = request.url;
    const lane = lanes.get(origin) ?? new Lane(clock);
    lanes.set(origin, lane);
    const { safe, timeout } = request;
    const held = await lane.enter(safe);
    const sent = clock.monotonic();
    const answer = await transport(safe ? request : { ...request, timeout: left(timeout, held) });
    lane.heard(answer, sent);
    return answer;
  };
}

/** Whole, because the clock counts fractions and a timer takes none; never nothing, or the request would be over before it began. */
const left = (timeout: Millis, held: Millis): Millis => Math.max(1, Math.floor(timeout - held));

interface Waiting {
  readonly safe: boolean;
  readonly came: Millis;
  readonly latest: Millis;
  readonly go: () => void;
}

/** The requests to one origin. */
class Lane {
  readonly #clock: Time;
  #waiting: Waiting[] = [];
  #releasing = false;
  /** When those were sent that were not refused, as far as the last second goes. */
  #borne: Millis[] = [];
  /** Between two requests. 0: nobody was ever refused. */
  #spacing: Millis = 0;
  #next = -Infinity;
  #closedUntil = -Infinity;
  #calmSince = -Infinity;

  constructor(clock: Time) {
    this.#clock = clock;
  }

  /** Ends when the request may be sent. @returns how long it was held back */
  async enter(safe: boolean): Promise<Millis> {
    const came = this.#now;
    if (this.#waiting.length === 0 && this.#turn <= came) {
      this.#next = came + this.#spacing;
      return 0;
    }
    await new Promise<void>((go) => {
      this.#waiting.push({ safe, came, go, latest: came + (safe ? READ_HOLD : EFFECT_HOLD) });
      if (!this.#releasing) void this.#release();
    });
    return this.#now - came;
  }

  heard(answer: WireResponse, sent: Millis): void {
    if (answer.status === 429) this.#refused(retryAfterOf(answer) ?? SECOND, sent);
    else this.#accepted(sent);
  }

  async #release(): Promise<void> {
    this.#releasing = true;
    while (this.#waiting.length > 0) {
      const latest = Math.min(...this.#waiting.map((one) => one.latest));
      const pause = Math.min(this.#turn, latest) - this.#now;
      if (pause > 0) await this.#clock.sleep(Math.ceil(pause));
      else this.#let(this.#waiting.find((one) => one.latest <= this.#now) ?? this.#first);
    }
    this.#releasing = false;
  }

  #let(one: Waiting | undefined): void {
    this.#waiting = this.#waiting.filter((other) => other !== one);
    this.#next = Math.max(this.#now, this.#next) + this.#spacing;
    one?.go();
  }

  get #first(): Waiting | undefined {
    const effect = this.#waiting.find(({ safe }) => !safe);
    const [oldest] = this.#waiting;
    const waited = oldest === undefined ? 0 : this.#now - oldest.came;
    return effect ?? (waited > OVERTAKEN ? oldest : this.#waiting.at(-1));
  }

  #accepted(sent: Millis): void {
    this.#borne = [...this.#borne.filter((at) => at > sent - SECOND), sent];
    if (this.#spacing === 0 || this.#now - this.#calmSince < CALM) return;
    this.#calmSince = this.#now;
    this.#spacing /= STEP;
  }

  #refused(asked: Millis, sent: Millis): void {
    if (asked > READ_HOLD) return;
    const wasClosed = sent < this.#closedUntil;
    this.#closedUntil = Math.max(this.#closedUntil, sent + asked);
    if (wasClosed) return;
    this.#calmSince = this.#now;
    const borne = this.#borne.filter((at) => at > sent - SECOND).length;
    const learned = SECOND / Math.max(1, borne * SHARE);
    this.#spacing = this.#spacing === 0 ? learned : Math.min(learned, this.#spacing * STEP);
  }

  /** When the next may be sent. */
  get #turn(): Millis {
    return Math.max(this.#next, this.#closedUntil);
  }

  get #now(): Millis {
    return this.#clock.monotonic();
  }
}

import type { FakeRequest, FakeResponse } from '../../../src/kits/fake/fake';
import type { Millis } from '../../../src/domain/tools/time';
import { TransportFailure, type WireRequest, type WireResponse } from '../../../src/runtime/http/wire';
import type { Planned } from '../scheduler/eventQueue';
import type { World } from '../world/world';
import type { Call, Strike } from './call';

interface Settled {
  readonly resolve: (answer: WireResponse) => void;
  readonly reject: (failure: Error) => void;
}

/** One request on its way: it departs, arrives, is answered, and its client may have given up long before. */
export class Exchange {
  readonly #world: World;
  readonly #call: Call;
  readonly #request: WireRequest;
  readonly #strike: Strike | undefined;
  readonly #settled: Settled;
  #patience: Planned | undefined;

  constructor(world: World, call: Call, request: WireRequest, strike: Strike | undefined, settled: Settled) {
    this.#world = world;
    this.#call = call;
    this.#request = request;
    this.#strike = strike;
    this.#settled = settled;
  }

  begin(): void {
    const strike = this.#strike;
    const { runner } = this.#call;
    if (strike?.kind === 'refused')
      return void this.#later(1, 'is refused', () => this.#fail('no', 'refused'));
    if (strike?.kind === 'kill' && strike.when === 'before') return runner.kill();
    if (strike?.kind === 'stall' && strike.when === 'before') {
      runner.freeze(strike.duration, strike.suspended);
      return void this.#later(0, 'goes on', () => this.#depart());
    }
    this.#depart();
  }

  #depart(): void {
    const { scheduler } = this.#world;
    const { timeout } = this.#request;
    const strike = this.#strike;
    this.#world.departed(this.#call);
    this.#patience = this.#later(timeout, 'gives up', () => this.#fail('maybe', 'timeout'));
    if (strike?.kind === 'timeout') return;
    const there = strike?.kind === 'late' ? strike.delay : this.#world.latency(this.#call);
    scheduler.in(there, `${this.#call.id} arrives`, undefined, () => this.#arrive());
  }

  #arrive(): void {
    const strike = this.#strike;
    const { runner } = this.#call;
    const answer = this.#answer();
    if (strike?.kind === 'lost') {
      if (strike.reset !== undefined)
        this.#later(strike.reset, 'is reset', () => this.#fail('maybe', 'connection lost'));
      return;
    }
    if (strike?.kind === 'kill') return runner.kill();
    if (strike?.kind === 'stall' && strike.when === 'after') runner.freeze(strike.duration, strike.suspended);
    this.#later(this.#world.latency(this.#call), `hears ${answer.status}`, () => this.#hear(answer));
  }

  #answer(): FakeResponse {
    const strike = this.#strike;
    if (strike?.kind === 'html')
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' };
    if (strike?.kind === 'status') {
      if (strike.passedOn === true) this.#reach();
      const after = strike.retryAfter;
      const headers = after === undefined ? {} : { 'retry-after': String(after) };
      return { status: strike.status, headers, body: '' };
    }
    const answer = this.#reach();
    return strike?.kind === 'truncated'
      ? { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }
      : answer;
  }

  #reach(): FakeResponse {
    const { url, method, headers, body = '' } = this.#request;
    const request: FakeRequest = {
      method,
      path: url.pathname,
      query: url.searchParams,
      headers: { host: url.host, ...headers },
      body,
    };
    return this.#world.reach(this.#call, request, this.#strike);
  }

  #hear(answer: FakeResponse): void {
    const date = new Date(this.#world.servers.timeAt(this.#call.place)).toUTCString();
    const headers: Record<string, string> = { date };
    for (const [name, value] of Object.entries(answer.headers ?? {})) headers[name.toLowerCase()] = value;
    this.#over();
    this.#settled.resolve({ status: answer.status, headers, body: answer.body });
  }

  #fail(sent: 'no' | 'maybe', reason: 'refused' | 'timeout' | 'connection lost'): void {
    this.#over();
    this.#settled.reject(new TransportFailure(sent, reason));
  }

  #over(): void {
    if (this.#patience) this.#world.scheduler.cancel(this.#patience);
  }

  #later(delay: Millis, what: string, act: () => void): Planned {
    const { id, runner } = this.#call;
    return this.#world.scheduler.in(delay, `${id} ${what}`, runner, act);
  }
}

import type { FakeHandler, FakeRequest, FakeResponse } from '../kits/fake/fake';
import type { Call, Fault, FaultPlan } from './faults';
import type { Gate } from './server';

export const PLACES = ['vendor', 'store', 'github', 'health'] as const;
export type TappedPlace = (typeof PLACES)[number];

/** One request that was answered, as the server saw it. */
export interface Visit {
  readonly place: TappedPlace;
  readonly request: FakeRequest;
  readonly response: FakeResponse;
}

/** What the fleet sends says so; everything else at the servers is Rekey. */
export const FLEET_AGENT = 'sandbox-fleet';

/** A gate for all places. */
export type Guard = (place: TappedPlace, ...request: Parameters<Gate>) => ReturnType<Gate>;

/** Where a scenario looks at the requests of Rekey and stands in their way. */
export class Tap {
  readonly counts: Record<TappedPlace, number> = { vendor: 0, store: 0, github: 0, health: 0 };
  readonly #faults = new Map<TappedPlace, (call: Call) => Fault | undefined>();
  readonly #listeners = new Set<(visit: Visit) => void>();
  #guard: Guard | undefined;

  /** Called after a request was answered by the fake and before the answer is sent. Ends when the returned function is called. */
  listen(listener: (visit: Visit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next visit that fits. */
  next(fits: (visit: Visit) => boolean, then: (visit: Visit) => void): Promise<Visit> {
    return new Promise((resolve) => {
      const end = this.listen((visit) => {
        if (!fits(visit)) return;
        end();
        then(visit);
        resolve(visit);
      });
    });
  }

  /** From now on calls to this place meet this fault, or none where the plan has none. */
  disturb(place: TappedPlace, plan: (call: Call) => Fault | undefined): void {
    this.#faults.set(place, plan);
  }
  calm(place: TappedPlace): void {
    this.#faults.delete(place);
  }

  plan(place: TappedPlace): FaultPlan {
    return (call) => this.#faults.get(place)?.(call);
  }

  /** From now on each request of Rekey passes here. */
  guard(guard: Guard): void {
    this.#guard = guard;
  }

  gate(place: TappedPlace): Gate {
    return async (request, act) =>
      this.#guard && request.headers['user-agent'] !== FLEET_AGENT ? this.#guard(place, request, act) : act();
  }

  wrap(place: TappedPlace, handler: FakeHandler): FakeHandler {
    return (request) => {
      const response = handler(request);
      if (response === undefined || request.headers['user-agent'] === FLEET_AGENT) return response;
      this.counts[place] += 1;
      for (const listener of [...this.#listeners]) listener({ place, request, response });
      return response;
    };
  }
}

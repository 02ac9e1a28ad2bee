import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import { factsIn } from '../../src/sandbox/stage/addedFacts';
import type { TappedPlace, Tap } from '../../src/sandbox/tap';

/** The n-th request of Rekey since counting began. */
export interface Asked {
  readonly n: number;
  readonly place: TappedPlace;
  readonly request: FakeRequest;
}

/** What is done to one request. Undefined: the connection is cut. */
export type Strike = (asked: Asked, act: () => FakeResponse) => Promise<FakeResponse | undefined>;

/** Every request of Rekey passes here, is counted, and one of them may be struck. */
export class Wire {
  /** Tokens that were seen on their way, to search for where they must not be. */
  readonly tokens = new Set<string>();
  #count = 0;
  #counts = false;
  #at = 0;
  #strike: Strike | undefined;

  constructor(tap: Tap) {
    tap.guard(async (place, request, act) => {
      this.#remember(request);
      if (!this.#counts) return act();
      this.#count += 1;
      const asked = { n: this.#count, place, request };
      return this.#strike && this.#count === this.#at ? this.#strike(asked, act) : act();
    });
  }

  get count(): number {
    return this.#count;
  }

  /** From now on requests count, and the one with this number is struck. */
  begin(at = 0, strike?: Strike): void {
    this.#counts = true;
    this.#at = at;
    this.#strike = strike;
  }

  #remember({ headers, body, path }: FakeRequest): void {
    const bearer = /^(?:bearer|token) (.+)$/i.exec(headers['authorization'] ?? '')?.[1];
    const jwt = path.endsWith('/login') ? (JSON.parse(body) as { jwt?: string }).jwt : undefined;
    for (const token of [bearer, headers['x-vault-token'], jwt]) if (token) this.tokens.add(token);
  }
}

/** `vendor POST /admin/keys`, or for the journal the last fact that is written. */
export function spoken({ place, request }: Asked): string {
  const last = factsIn({ place, request, response: { status: 0, body: '' } }).at(-1);
  if (last) return `journal: ${last.type}${'row' in last ? ` ${last.row}` : ''}`;
  return `${place} ${request.method} ${decodeURIComponent(request.path)}`;
}

/** Who did something in the sandbox: the runner with Rekey on it, one of the servers, the fleet, or the scenario itself. */
export type Actor = 'run' | 'vendor' | 'store' | 'github' | 'journal' | 'fleet' | 'scenario' | 'check';

export interface Happening {
  /** ms since the scenario began */
  readonly at: number;
  readonly who: Actor;
  readonly what: string;
}

/** What happened, as the servers saw it; nothing here is told by the program that is on trial. */
export class Timeline {
  readonly happenings: Happening[] = [];
  readonly #began = performance.now();
  readonly #listen: (happening: Happening) => void;

  constructor(listen: (happening: Happening) => void) {
    this.#listen = listen;
  }
  get elapsed(): number {
    return Math.round(performance.now() - this.#began);
  }
  say(who: Actor, what: string): void {
    const happening = { at: this.elapsed, who, what };
    this.happenings.push(happening);
    this.#listen(happening);
  }
}

export function asText(happenings: readonly Happening[]): string {
  return happenings.map((one) => `${line(one)}\n`).join('');
}

/** `   1.24s  vendor    key k2 created` */
export function line({ at, who, what }: Happening): string {
  return `${(at / 1000).toFixed(2).padStart(7)}s  ${who.padEnd(8)}  ${what}`;
}

import { TIMEOUT } from '../../../src/lifecycle/ledger';
import type { Call, Strike } from '../runner/call';
import { chanceOf } from '../scheduler/chances';
import { LONGEST_STILL } from '../world/assumptions';
import type { World } from '../world/world';
import { mixOf, type Mix } from './mix';
import { strikeAt } from './strikes';

/** Which troubles of a run are let happen; undefined: all. Each has a name, such as `p2.17`. */
export type Only = ReadonlySet<string> | undefined;

export type Strikes = (call: Call) => Strike | undefined;

/** All that goes wrong with calls in one run. */
export class Faults {
  readonly mix: Mix;
  /** Names of those that happened, in order. */
  readonly struck: string[] = [];
  isCalm = false;
  readonly #world: World;
  readonly #only: Only;
  readonly #given: Strikes | undefined;

  /** @param given what becomes of each call, in place of what the seed draws; also when all is calm */
  constructor(world: World, only: Only, given?: Strikes) {
    this.#world = world;
    this.#only = only;
    this.#given = given;
    this.mix = mixOf(chanceOf(world.setting.seed, 'mix'));
    world.faults = (call) => this.#strike(call);
  }

  /** Whether this trouble may happen; it counts as one that has. */
  allows(name: string): boolean {
    if (this.isCalm || (this.#only && !this.#only.has(name))) return false;
    this.struck.push(name);
    return true;
  }

  #strike(call: Call): Strike | undefined {
    const strike = this.#given ? this.#given(call) : this.#drawn(call);
    if (strike) this.#noteLate(call, strike);
    return strike;
  }

  #drawn(call: Call): Strike | undefined {
    const strike = strikeAt(call, this.mix, this.#world.setting);
    return strike && this.allows(call.id) ? strike : undefined;
  }

  /** Of a call that travels for longer than its time-out, or stands still for too long before, nobody promises anything. */
  #noteLate(call: Call, strike: Strike): void {
    const delay =
      strike.kind === 'late'
        ? strike.delay - TIMEOUT
        : strike.kind === 'stall' && strike.when === 'before'
          ? strike.duration - LONGEST_STILL
          : 0;
    if (delay > 0 && call.writes)
      this.#world.assumptions.breaks('sent in time', call.id, `${strike.kind} of ${delay} ms`);
  }
}

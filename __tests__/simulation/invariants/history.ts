import type { Call } from '../runner/call';
import type { Runner } from '../runner/runner';
import type { Millis } from '../../../src/domain/tools/time';
import type { Written } from '../world/chronicle';
import type { World } from '../world/world';
import { stateOf } from './readings';

interface Change {
  readonly at: Millis;
  /** Undefined: no process of ours. */
  readonly by: Runner | undefined;
  /** It was on its way for longer than anything may be. */
  readonly isLate: boolean;
}

/** When each credential was switched on, off, or to, and by whom. */
export class History {
  readonly #world: World;
  readonly #seen = new Map<string, string>();
  readonly #changes = new Map<string, Change[]>();
  readonly #released = new Map<string, Millis>();

  constructor(world: World) {
    this.#world = world;
    this.#each(() => undefined);
  }

  /** @param call what made the change; undefined: nobody of ours */
  look(call: Call | undefined): void {
    const isLate = call !== undefined && this.#world.assumptions.excuses(call.id, 'sent in time');
    this.#each((id) => {
      const changes = this.#changes.get(id) ?? [];
      changes.push({ at: this.#world.scheduler.now, by: call?.runner, isLate });
      this.#changes.set(id, changes);
    });
  }

  wrote({ fact, key, at }: Written): void {
    if (fact.type === 'hold' || fact.type === 'unhold') this.#released.set(key, at);
  }

  /** Whether somebody else has changed this credential since the process could have seen it. */
  excuses(id: string, runner: Runner): boolean {
    return (this.#changes.get(id) ?? []).some(
      ({ at, by, isLate }) => isLate || by === undefined || (by !== runner && at >= runner.started),
    );
  }

  wasReleased(key: string, { started }: Runner): boolean {
    return (this.#released.get(key) ?? 0) >= started;
  }

  #each(changed: (id: string) => void): void {
    const served = new Set(this.#world.entries.map((key) => this.#world.served(key).value));
    for (const key of this.#world.servers.vendor.keys.all) {
      const now = `${stateOf(key)} ${String(served.has(key.value))}`;
      const before = this.#seen.get(key.id);
      if (before === now) continue;
      this.#seen.set(key.id, now);
      if (before !== undefined) changed(key.id);
    }
  }
}

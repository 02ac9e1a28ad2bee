import type { FakeWorld } from '../../../../kits/fake/fake';
import type { Millis } from '../../../../domain/tools/time';

export interface Token {
  readonly token: string;
  readonly policies: readonly string[];
  readonly name: string;
  /** Infinity: without end. */
  readonly end: Millis;
  readonly type: 'service' | 'batch';
}

/** Who holds which token of this Vault. Logins fill it, mounts ask it. */
export class VaultTokens {
  readonly #world: FakeWorld;
  readonly #tokens = new Map<string, Token>();

  constructor(world: FakeWorld) {
    this.#world = world;
  }

  issue(
    policies: readonly string[],
    life: Millis = Infinity,
    name = 'token',
    type: Token['type'] = 'service',
  ): string {
    const token = `${type === 'batch' ? 'hvb' : 'hvs'}.${this.#world.id(28)}`;
    this.#tokens.set(token, { token, policies, name, end: this.#world.now() + life, type });
    return token;
  }

  /** Undefined: unknown, over or revoked. */
  find(token: string): Token | undefined {
    const found = this.#tokens.get(token);
    return found && found.end > this.#world.now() ? found : undefined;
  }

  policiesOf(token: string): readonly string[] | undefined {
    return this.find(token)?.policies;
  }

  revoke(token: string): void {
    this.#tokens.delete(token);
  }

  get live(): readonly Token[] {
    return [...this.#tokens.values()].filter(({ token }) => this.find(token));
  }
}

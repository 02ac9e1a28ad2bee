/** Enough of the GraphQL language for the queries that Rekey sends: fields, aliases, arguments, variables, inline fragments. */
export interface Field {
  readonly name: string;
  readonly as: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selections: readonly Selection[];
}
export interface Fragment {
  readonly on: string;
  readonly selections: readonly Selection[];
}
export type Selection = Field | Fragment;
export type Variables = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly type: 'query' | 'mutation';
  readonly selections: readonly Selection[];
}

const TOKENS = /\.\.\.|[A-Za-z_]\w*|\$\w+|"(?:[^"\\]|\\.)*"|-?\d+|[{}()[\]:!=]/g;

/** Throws an Error with a sentence when the query is not understood. */
export function parseQuery(source: string, variables: Variables): Operation {
  const reader = new Reader(source.replace(/#.*$/gm, '').match(TOKENS) ?? [], variables);
  return reader.operation();
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #variables: Variables;
  #at = 0;

  constructor(tokens: readonly string[], variables: Variables) {
    this.#tokens = tokens;
    this.#variables = variables;
  }

  operation(): Operation {
    const type = this.#peek() === 'mutation' ? 'mutation' : 'query';
    if (this.#peek() !== '{') this.#next();
    while (this.#peek() !== '{' && this.#peek() !== '(') this.#next();
    if (this.#peek() === '(') this.#skipDefinitions();
    const selections = this.#selections();
    if (this.#peek() !== undefined) throw new Error(`Parse error on "${String(this.#peek())}"`);
    return { type, selections };
  }

  #selections(): readonly Selection[] {
    this.#expect('{');
    const found: Selection[] = [];
    while (this.#peek() !== '}') found.push(this.#selection());
    this.#expect('}');
    if (found.length === 0) throw new Error('Parse error: a selection is empty');
    return found;
  }

  #selection(): Selection {
    const first = this.#next();
    if (first === '...') {
      this.#expect('on');
      return { on: this.#next(), selections: this.#selections() };
    }
    const name = this.#take(':') ? this.#next() : first;
    const args = this.#take('(') ? this.#arguments() : {};
    return { name, as: first, args, selections: this.#peek() === '{' ? this.#selections() : [] };
  }

  #arguments(): Record<string, unknown> {
    const args: Record<string, unknown> = {};
    while (!this.#take(')')) {
      const name = this.#next();
      this.#expect(':');
      args[name] = this.#value(this.#next());
    }
    return args;
  }

  #value(token: string): unknown {
    if (token.startsWith('$')) {
      const name = token.slice(1);
      if (!(name in this.#variables)) throw new Error(`Variable ${token} is not provided`);
      return this.#variables[name];
    }
    if (token === '{' || token === '[') throw new Error('this fake takes objects only as variables');
    return /^["\d-]/.test(token) ? (JSON.parse(token) as unknown) : token;
  }

  #skipDefinitions(): void {
    while (this.#next() !== ')');
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at];
  }

  #next(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined) throw new Error('Parse error: unexpected end of document');
    this.#at += 1;
    return token;
  }

  #take(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at += 1;
    return true;
  }

  #expect(token: string): void {
    const found = this.#next();
    if (found !== token) throw new Error(`Parse error: expected ${token}, found ${found}`);
  }
}

export type Node =
  | { readonly type: 'literal'; readonly value: string | number | boolean | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'property'; readonly of: Node; readonly key: Node }
  | { readonly type: 'call'; readonly name: string; readonly arguments: readonly Node[] }
  | { readonly type: 'not'; readonly of: Node }
  | { readonly type: 'and' | 'or'; readonly left: Node; readonly right: Node }
  | { readonly type: 'equal'; readonly wanted: boolean; readonly left: Node; readonly right: Node };

const TOKEN = /\s*(?:('(?:[^']|'')*')|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w-]*)|(&&|\|\||==|!=|[!().,[\]]))/y;
const WORDS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/** Recursive descent over or, and, equality, not, property; throws on whatever it does not know. */
export function parse(source: string): Node {
  const tokens = tokenise(source);
  let at = 0;
  const tree = or();
  if (at < tokens.length) throw unexpected();
  return tree;

  function or(): Node {
    let left = and();
    while (take('||')) left = { type: 'or', left, right: and() };
    return left;
  }
  function and(): Node {
    let left = equality();
    while (take('&&')) left = { type: 'and', left, right: equality() };
    return left;
  }
  function equality(): Node {
    const left = not();
    if (take('==')) return { type: 'equal', wanted: true, left, right: not() };
    if (take('!=')) return { type: 'equal', wanted: false, left, right: not() };
    return left;
  }
  function not(): Node {
    return take('!') ? { type: 'not', of: not() } : property();
  }
  function property(): Node {
    let node = primary();
    for (;;) {
      if (take('.')) node = { type: 'property', of: node, key: { type: 'literal', value: next() } };
      else if (take('[')) {
        node = { type: 'property', of: node, key: or() };
        need(']');
      } else return node;
    }
  }
  function primary(): Node {
    if (take('(')) {
      const inner = or();
      need(')');
      return inner;
    }
    const token = next();
    if (token.startsWith("'")) return { type: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
    if (/^-?\d/.test(token)) return { type: 'literal', value: Number(token) };
    if (Object.hasOwn(WORDS, token)) return { type: 'literal', value: WORDS[token] ?? null };
    if (!/^[A-Za-z_]/.test(token)) throw unexpected();
    return take('(') ? { type: 'call', name: token, arguments: values() } : { type: 'name', name: token };
  }
  function values(): Node[] {
    if (take(')')) return [];
    const found = [or()];
    while (take(',')) found.push(or());
    need(')');
    return found;
  }

  function take(token: string): boolean {
    if (tokens[at] !== token) return false;
    at += 1;
    return true;
  }
  function need(token: string): void {
    if (!take(token)) throw unexpected();
  }
  function next(): string {
    const token = tokens[at];
    if (token === undefined) throw unexpected();
    at += 1;
    return token;
  }
  function unexpected(): Error {
    return new Error(`cannot read the expression near ${tokens[at] ?? 'its end'}: ${source}`);
  }
}

function tokenise(source: string): string[] {
  const text = source.trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`cannot read the expression at ${text.slice(start)}: ${source}`);
    tokens.push(match[0].trim());
  }
  return tokens;
}

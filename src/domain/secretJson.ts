import type { Json } from './tools/json';
import type { SecretText, SecretValue } from './secret';

/** JSON in which secrets may stand as values; the HTTP port reveals them at the last moment. */
export type SecretJson =
  | Json
  | SecretValue
  | SecretText
  | SecretJsonText
  | readonly SecretJson[]
  | { readonly [name: string]: SecretJson };

/** JSON that stands as one text inside another JSON, a form or a header, with secrets in it, such as the `SecretString` of AWS; only the HTTP port writes it. */
export class SecretJsonText {
  readonly json: SecretJson;

  constructor(json: SecretJson) {
    this.json = json;
  }
  toString(): string {
    return '***';
  }
  toJSON(): string {
    return '***';
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***';
  }
}

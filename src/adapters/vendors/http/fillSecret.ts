import type { Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import type { HttpRequest } from '../../../domain/ports';
import { SecretText, type SecretValue } from '../../../domain/secret';
import type { SecretJson } from '../../../domain/secretJson';
import type { Json } from '../../../domain/tools/json';
import type { Call } from './calls';

const PART = /\{([a-z][a-z0-9_]*)\}/;

/** Body or form of a call that carries a credential, such as `client_secret: "{client_secret}"`; only the HTTP port joins it. */
export function secretContent(call: Call, parts: Parts): Pick<HttpRequest, 'json' | 'form'> {
  const form = Object.entries(call.form ?? {}).map(([name, text]) => [name, filled(text, parts)] as const);
  return {
    ...(call.form && { form: Object.fromEntries(form) }),
    ...(call.body && { json: inJson(call.body, parts) }),
  };
}

function inJson(json: Json, parts: Parts): SecretJson {
  if (typeof json === 'string') return filled(json, parts);
  if (Array.isArray(json)) return json.map((item: Json) => inJson(item, parts));
  if (json === null || typeof json !== 'object') return json;
  return Object.fromEntries(Object.entries(json).map(([name, item]) => [name, inJson(item, parts)]));
}

/** Text and part names in turn: `a{b}c` is a, b, c. */
function filled(text: string, parts: Parts): string | SecretText {
  const pieces = text.split(PART);
  if (pieces.length === 1) return text;
  return new SecretText(pieces.map((piece, index) => (index % 2 === 0 ? piece : part(piece, parts))));
}

function part(name: string, parts: Parts): SecretValue {
  const value = parts[name];
  if (!value || value.isEmpty) throw new RekeyError('RK4008', `The credential has no part ${name}.`);
  return value;
}

import type { Parts } from '../../../domain/credential';
import { RekeyError } from '../../../domain/errors';
import { SecretText, type SecretValue } from '../../../domain/secret';
import { listOf } from './fields';

const PART = /\{([a-z][a-z0-9_]*)\}/;
const BASIC = 'Basic ';

/** The parts that a header template such as `Authorization: Basic {user}:{password}` names. */
export function partsOfHeader(template: string): readonly string[] {
  return piecesOf(split(template).value).filter((_piece, index) => index % 2 === 1);
}

/** Header templates with the parts put in; only the HTTP port joins them. */
export function fillHeaders(templates: string | readonly string[], parts: Parts): Record<string, SecretText> {
  return Object.fromEntries(
    listOf(templates).map((template) => {
      const { name, value } = split(template);
      if (!value.startsWith(BASIC)) return [name, new SecretText(fill(value, parts))];
      const encoded = new SecretText(fill(value.slice(BASIC.length), parts), 'base64');
      return [name, new SecretText([BASIC, encoded])];
    }),
  );
}

function split(template: string): { name: string; value: string } {
  const [name = '', ...rest] = template.split(': ');
  return { name: name.toLowerCase(), value: rest.length > 0 ? rest.join(': ') : '{value}' };
}

/** Text and part names in turn: `a{b}c` is a, b, c. */
const piecesOf = (value: string): readonly string[] => value.split(PART);

function fill(value: string, parts: Parts): (string | SecretValue)[] {
  return piecesOf(value)
    .map((piece, index) => (index % 2 === 0 ? piece : sendable(piece, parts)))
    .filter((piece) => piece !== '');
}

function sendable(name: string, parts: Parts): SecretValue {
  const part = parts[name];
  if (!part || part.isEmpty) throw new RekeyError('RK4008', `The credential has no part ${name}.`);
  if (!part.fitsInHeader)
    throw new RekeyError(
      'RK4008',
      `The part ${name} of the credential does not fit into a header: ${part.headerFault ?? ''}.`,
    );
  return part;
}

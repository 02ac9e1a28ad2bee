import { z } from 'zod';
import type { HttpResponse } from '../../domain/ports';
import { at, jsonOf } from './answer';
import { pointer } from './settings';

/** How `contains` compares letters. */
type LetterCase = 'exact' | 'any';

const CONTAINS: Readonly<Record<LetterCase, string>> = {
  exact: 'A text with this inside',
  any: 'A text with this inside, in any letter case',
};

/** The setting that says what a body must hold. */
export const matchOf = (letterCase: LetterCase) =>
  z
    .strictObject({
      pointer: pointer
        .optional()
        .describe('JSON Pointer into the answer; left out: the whole body as text, with contains'),
      equals: z.union([z.string(), z.number(), z.boolean(), z.null()]).optional().describe('Exactly this'),
      contains: z.string().min(1).optional().describe(CONTAINS[letterCase]),
    })
    .refine(
      (it) => (it.equals === undefined) !== (it.contains === undefined),
      'needs equals or contains, one of them',
    )
    .refine((it) => it.pointer !== undefined || it.contains !== undefined, 'equals needs a pointer')
    .describe('A condition on the body of an answer');

export type Match = z.output<ReturnType<typeof matchOf>>;

/** An answer that is not JSON holds nothing at any pointer. */
export function matches(answer: HttpResponse, condition: Match, letterCase: LetterCase): boolean {
  if (condition.pointer === undefined) return contains(answer.text, condition.contains, letterCase);
  const body = jsonOf(answer);
  return body !== undefined && matchesBody(body, condition, letterCase);
}

export function matchesBody(body: unknown, condition: Match, letterCase: LetterCase): boolean {
  const found = at(body, condition.pointer ?? '');
  if (condition.equals !== undefined) return found === condition.equals;
  return contains(found, condition.contains, letterCase);
}

function contains(text: unknown, wanted: string | undefined, letterCase: LetterCase): boolean {
  if (typeof text !== 'string' || wanted === undefined) return false;
  return letterCase === 'exact' ? text.includes(wanted) : text.toLowerCase().includes(wanted.toLowerCase());
}

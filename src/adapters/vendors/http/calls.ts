import { z } from 'zod';
import type { Json } from '../../../domain/tools/json';
import { matchOf, type Match } from '../../../kits/adapter/match';
import { duration, headers, origin, pointer } from '../../../kits/adapter/settings';
import { answerStatus, header, request, statuses } from './fields';

/** Not z.json(), whose JSON Schema refers to itself and so cannot be put into another one. */
const json = z.custom<Json>(isJson, 'must be JSON');

function isJson(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object' || value === null)
    return ['string', 'number', 'boolean', 'object'].includes(typeof value);
  return Object.values(value).every(isJson);
}

const match = matchOf('any');

/** The calls of a vendor, one schema each. */
const shared = {
  request,
  body: z.record(z.string(), json).optional().describe('JSON body; may hold placeholders'),
  form: z
    .record(z.string(), z.string())
    .optional()
    .describe('Form body instead of JSON; may hold placeholders'),
  headers: headers.optional(),
};

const parts = z
  .record(z.string().regex(/^[a-z][a-z0-9_]*$/, 'must be a part name such as secret_key'), pointer)
  .refine((it) => Object.keys(it).length > 0, 'must name at least one part');

export const create = z
  .strictObject({
    ...shared,
    id: pointer.describe('JSON Pointer to the public id of the new key'),
    value: z
      .union([pointer, parts])
      .describe('JSON Pointer to the new value; for credentials of several parts a map from part to pointer'),
    expires: pointer
      .optional()
      .describe('JSON Pointer to the time when the vendor will end the key by itself'),
    lifetime: duration
      .optional()
      .describe('How long a new key shall live: fills {expires} and {expires_date}'),
    needs_scopes: z
      .boolean()
      .default(false)
      .describe('Refuse to create without scopes, where the vendor would give every right'),
    full: z
      .strictObject({ status: statuses, body: match.optional() })
      .optional()
      .describe('The answer that means: no more keys are allowed'),
  })
  .describe('How a key is made. Placeholders: {label}, {scopes}, {like}, {expires}, {expires_date}');

const next = z
  .union([
    z.strictObject({
      cursor: pointer.describe(
        'JSON Pointer to the cursor of the next page; absent, null or empty at the end',
      ),
      query: z.string().min(1).describe('The query parameter that takes the cursor'),
      more: pointer.optional().describe('JSON Pointer to a flag; there is a next page only while it is true'),
    }),
    z.strictObject({
      link: z
        .union([z.literal('header'), pointer])
        .describe(
          '"header" for the Link header (RFC 8288), or a JSON Pointer to the address of the next page',
        ),
    }),
    z.strictObject({
      page: z.string().min(1).describe('The query parameter that takes the page number'),
      first: z
        .union([z.literal(0), z.literal(1)])
        .default(1)
        .describe('The number of the first page'),
      total: pointer
        .optional()
        .describe('JSON Pointer to the number of all keys; without it pages are read until one is empty'),
    }),
    z.literal('none').describe('There is one page, whatever in the answer looks like a hint of another one'),
  ])
  .describe(
    'How the next page is found: by cursor, by link or by page number. Left out: there is one page, and an answer that hints at another one is a list that was cut',
  );

const itemMatch = match.refine((it) => it.pointer !== undefined, 'needs a pointer into the item');

export const list = z
  .strictObject({
    ...shared,
    items: pointer.describe('JSON Pointer to the list of keys; null there is an empty list'),
    items_may_be_missing: z
      .boolean()
      .default(false)
      .describe('An answer without the member at items is an empty list, as some servers write it'),
    id: pointer.describe('JSON Pointer, inside an item, to the public id'),
    label: pointer.optional().describe('JSON Pointer, inside an item, to the label given at creation'),
    created: pointer.optional().describe('JSON Pointer, inside an item, to the time of creation'),
    last_used: pointer.optional().describe('JSON Pointer, inside an item, to the time of last use'),
    disabled: itemMatch.optional().describe('The condition under which an item is disabled'),
    skip: itemMatch
      .optional()
      .describe('The condition under which an item is no key any more, such as status revoked'),
    next: next.optional(),
    max_pages: z
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(50)
      .describe('More pages than this: the list is incomplete'),
  })
  .describe('How all keys are listed');

export const whoami = z
  .strictObject({ ...shared, id: pointer.describe('JSON Pointer to the id of the key that asks') })
  .describe('A call that a key makes with itself and that answers with its id');

const refusal = z.strictObject({ status: statuses, body: match.optional() });
const refused = z
  .union([answerStatus, z.array(z.union([answerStatus, refusal])).nonempty()])
  .describe(
    'Statuses that prove the key dead, or a list in which each may have a body of its own: [401, { status: 200, body: { pointer: /status, equals: disabled } }]. Say 403 only when the documentation of the vendor says that a dead key gets it: a firewall, a wrong region and a missing right say 403 as well',
  );

const PROVES_NOTHING = [408, 429];
export const verify = z
  .strictObject({
    ...shared,
    accepted: statuses.describe(
      'Statuses that prove the key alive. 403 usually does: known, but not permitted here',
    ),
    accepted_body: match.optional().describe('What the body must say as well'),
    refused,
    refused_body: match
      .optional()
      .describe('What the body must say as well, for each of them that says nothing of a body itself'),
    id: pointer.optional().describe('JSON Pointer to the id of the key, where an accepting answer tells it'),
  })
  .superRefine((it, context) => {
    const accepted = [it.accepted].flat();
    const refusals = refusalsOf(it);
    const refused = refusals.map(({ status }) => status);
    for (const status of [...accepted, ...refused]) {
      if (PROVES_NOTHING.includes(status) || (status >= 300 && status < 400))
        context.addIssue({ code: 'custom', message: `status ${status} proves nothing about a key` });
    }
    if (accepted.includes(401))
      context.addIssue({ code: 'custom', message: 'status 401 cannot mean accepted' });
    const both = accepted.filter((status) => refused.includes(status));
    const isTold = refusals.every(({ status, body }) => !both.includes(status) || body);
    if (both.length > 0 && !(it.accepted_body && isTold))
      context.addIssue({
        code: 'custom',
        message: `status ${both.join(', ')} is accepted and refused: say accepted_body, and what the body of the refusal says`,
      });
    if (refusals.some(({ status, body }) => body === undefined && status < 300))
      context.addIssue({ code: 'custom', message: 'a status below 300 refuses only with a body' });
  })
  .describe('A cheap read-only call that a key makes; anything but the declared answers proves nothing');

export interface Refusal {
  readonly status: number;
  readonly body: Match | undefined;
}

/** One status each. */
export function refusalsOf(call: {
  readonly refused: z.output<typeof refused>;
  readonly refused_body?: Match | undefined;
}): readonly Refusal[] {
  return [call.refused].flat().flatMap((one): readonly Refusal[] => {
    if (typeof one === 'number') return [{ status: one, body: call.refused_body }];
    return [one.status].flat().map((status) => ({ status, body: one.body ?? call.refused_body }));
  });
}

export const change = z.strictObject(shared).describe('Placeholder: {id}. Any 2xx is success');

export const login = z
  .strictObject({
    ...shared,
    origin: origin.optional().describe('Where the login is, when it is another host than origin'),
    header: z
      .union([header, z.array(header).nonempty()])
      .optional()
      .describe('How the admin key is presented, where it is in a header'),
    token: pointer.default('/access_token').describe('JSON Pointer to the token'),
    expires_in: pointer
      .default('/expires_in')
      .describe('JSON Pointer to its life in seconds; 5 minutes where the answer does not say it'),
  })
  .describe(
    'The admin key is exchanged for a token (OAuth client credentials), and admin_header presents the token as {value}. Placeholders in body, form and header: the parts of admin_key',
  );

export const revoke = z
  .strictObject({
    ...shared,
    gone: statuses.default([404, 410]).describe('Statuses that mean: there is no such key any more'),
  })
  .describe('How a key is deleted for good. Placeholder: {id}');

export type Call = z.output<typeof change>;
export type CreateCall = z.output<typeof create>;
export type LoginCall = z.output<typeof login>;
export type ListCall = z.output<typeof list>;
export type NextPage = z.output<typeof next>;
export type VerifyCall = z.output<typeof verify>;

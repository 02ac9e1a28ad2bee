import { z } from 'zod';
import { duration, headers, origin, reference } from '../../../kits/adapter/settings';
import { change, create, list, login, revoke, verify, whoami } from './calls';
import { header } from './fields';

const adminKey = z
  .union([reference, z.record(z.string(), reference)])
  .describe(
    'The credential that makes and deletes keys: store:path#field, or a map from part to store:path#field',
  );

const awsSign = z
  .strictObject({
    aws: z.strictObject({
      service: z.string().min(1).describe('The signing name, such as apigateway'),
      region: z.string().min(1).describe('Such as eu-west-1'),
    }),
  })
  .describe(
    'Calls with the admin key are signed (AWS Signature Version 4) by its parts access_key_id and secret_access_key, instead of admin_header',
  );

const limits = z
  .strictObject({
    mode: z
      .enum(['overlap', 'replace'])
      .default('overlap')
      .describe('overlap: old and new live together. replace: making a key ends the old one'),
    max_live: z.number().int().positive().optional().describe('How many keys the vendor allows at once'),
    propagation: duration.default('30s').describe('How long a new key may be refused'),
    list_lag: duration.default('5s').describe('How late the list may be'),
    revocation_lag: duration.default('30s').describe('How long a revoked key may still be accepted'),
    last_used_lag: duration.default('1h').describe('How late last_used may be'),
    null_means_never: z.boolean().default(false).describe('An empty last_used means: never used'),
    dedicated: z
      .boolean()
      .default(false)
      .describe(
        'Every key in the list belongs to this one entry, because account or project is used for nothing else',
      ),
  })
  .prefault({})
  .describe('What the vendor promises; when in doubt, say longer');

const times = z
  .strictObject({
    zone: z
      .string()
      .regex(/^([Uu][Tt][Cc]|[+-](0\d|1[0-4]):[0-5]\d)$/, 'must be utc, or an offset such as +01:00')
      .optional()
      .describe(
        'What a time without a zone means, as the documentation says: utc, or an offset such as +01:00. Without it such a time is no answer',
      ),
    never: z
      .array(z.string().min(1))
      .default([])
      .describe('Words that stand for never in place of a time, such as Never Used or false'),
  })
  .prefault({})
  .describe(
    'How times are written. Read without it: ISO 8601 with a zone, and numbers since 1970 in seconds or parts of one, as text too. A date alone needs zone; as last_used it is the end of that day',
  );

const idInValue = z
  .strictObject({
    after: z.string().describe('What stands before the id, from the first character on'),
    before: z.string().min(1).describe('What stands after the id'),
    part: z.string().default('value').describe('The part of the credential'),
  })
  .describe('The id is a piece of the value: SG.id.secret has it after "SG." and before "."');

/** What a description says: everything but where the vendor is and who we are. */
const description = {
  key_origin: origin
    .optional()
    .describe('Where applications use the key, when it is another host than origin'),
  admin_header: z
    .union([header, z.array(header).nonempty()])
    .default('Authorization: Bearer {value}')
    .describe('How the admin key is presented'),
  login: login.optional(),
  admin_sign: awsSign.optional(),
  admin_id: z
    .string()
    .optional()
    .describe('The public id of the admin key, when it is one of the listed keys'),
  key_header: z
    .union([header, z.array(header).nonempty()])
    .default('Authorization: Bearer {value}')
    .describe('How an application presents its key'),
  headers: headers.optional().describe('Fixed headers of every call'),
  create: create.optional(),
  list,
  whoami: whoami.optional(),
  id_in_value: idInValue.optional(),
  id_part: z
    .string()
    .optional()
    .describe('The part of the credential that is the id itself, as it is listed'),
  verify,
  disable: change.optional().describe('How a key is switched off so that it can be switched on again'),
  enable: change.optional().describe('How it is switched on again'),
  revoke: revoke.optional(),
  by_person: z
    .array(z.enum(['create', 'disable', 'revoke']))
    .default([])
    .describe('Calls that the vendor does not offer and a person does by hand'),
  limits,
  times,
};

/** Field by field; what fits together is looked at in `settings`. */
export const whole = z.strictObject({
  origin: origin.describe(
    'Scheme, host and port of the API that manages keys; the admin key goes nowhere else',
  ),
  admin_key: adminKey,
  ...description,
});

export type HttpVendorSettings = z.output<typeof whole>;
export type Description = Omit<z.input<typeof whole>, 'origin' | 'admin_key'>;

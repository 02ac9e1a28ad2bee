import { z } from 'zod';
import { CRITICALITIES } from '../domain/config';
import { OCCASIONS } from '../domain/contracts/notifier';
import type { AdapterKind } from '../domain/descriptor';
import { idRule, isIdLike } from '../domain/tools/publicId';
import { isWhole } from '../domain/tools/text';
import { cron, duration, durationOrNone, label, name, timezone, windowTimes } from './types';

/**
 * The one schema of rekey.yml. The settings of adapters are no part of it: a *slot* marks where they stand, the loader
 * reads them with the adapter's own schema, and the generator puts all those schemas in the slot's place. `many`: one entry, or a list of them.
 */
const slot = (kind: AdapterKind, more: { readonly many?: true } = {}): z.ZodUnknown =>
  z.unknown().meta({ slot: kind, ...more });
const named = <T extends z.ZodType>(entry: T): z.ZodRecord<typeof name, T> => z.record(name, entry);

const identities = named(slot('identities')).describe('Logins, by name; no stored credential');
const stores = named(slot('stores')).describe('Where applications read their keys, by name');
const vendors = named(slot('vendors')).describe('Who issues keys, by name');

export const workload = z.strictObject({
  template: name
    .optional()
    .describe('The entry under workload_templates whose values it takes where it says nothing itself'),
  roll: slot('deployers')
    .optional()
    .describe('How it takes a new value; without it, it re-reads the store by itself'),
  check: slot('probes', { many: true }).optional().describe('How we see that it is well; one, or a list'),
  holds_key_for: duration.describe('How long it may go on with an old value: its longest job or cache'),
});

export const key = z.strictObject({
  template: name
    .optional()
    .describe('The entry under templates whose values it takes where it says nothing itself'),
  owner: label.describe('The team that answers for the key'),
  environment: label.describe('The GitHub environment in which the job must run'),
  criticality: z.enum(CRITICALITIES).default('medium').describe('Which policy applies'),
  vendor: name.optional().describe('Who issues it; the only vendor there is may be left out'),
  scopes: z.array(z.string().min(1)).default([]).describe('Its rights; a new key never has more'),
  secret: z
    .string()
    .describe(
      'Where applications read it: store:path#field. Ends in # when fields names the fields; store:path in a store whose secrets are one text',
    ),
  fields: z
    .record(name, z.string().min(1))
    .optional()
    .describe('For credentials of several parts: the field of each part'),
  id_field: z
    .string()
    .min(1)
    .optional()
    .describe("The field beside the value that holds the vendor's id; the field's name with _id if left out"),
  key_id: z
    .string()
    .min(1)
    .refine(isWhole, { error: 'must not hold half a character', abort: true })
    .refine(isIdLike, idRule)
    .optional()
    .describe('The id of the key in use, said once by a person where nothing else tells it'),
  used_by: z.array(name).default([]).describe('Workloads, in the order in which they are rolled and checked'),
  rotation_frequency: duration
    .optional()
    .describe(
      'How often it is replaced; up to a tenth earlier, so that keys of one day do not fall due together',
    ),
  schedule: cron.optional().describe('When it is replaced, instead of a frequency: cron, five fields, UTC'),
  grace_period: duration
    .prefault('24h')
    .describe(
      'How long the old key lives on after the last workload was checked. Where the vendor shows a last use it must then be seen silent, which takes up to its limits.last_used_lag longer',
    ),
  drain_limit: duration
    .prefault('7d')
    .describe('How much longer a key that is still in use is waited for, then a person decides'),
  watch: durationOrNone
    .prefault('10m')
    .describe('How long a disabled old key is watched before it is revoked; 0s: not at all'),
});

/** Values that several keys, or several workloads, share. */
export const keyPart = key.omit({ template: true }).partial();
export const workloadPart = workload.omit({ template: true }).partial();

export const policy = z.strictObject({
  max_age: z
    .partialRecord(z.enum(CRITICALITIES), duration)
    .default({})
    .describe('How old a key may get, grace period included: a duration for low, medium, high, critical'),
  windows: z
    .array(
      z.strictObject({
        environment: label.optional().describe('Keys of this environment'),
        keys: z.array(name).nonempty().optional().describe('These keys'),
        allow: windowTimes.describe('Days and times at which a rotation may start'),
        timezone: timezone.default('UTC').describe('Time zone of days and times, such as Europe/Amsterdam'),
      }),
    )
    .default([])
    .describe('When rotations may start; what was started is always finished'),
  approve: z
    .strictObject({
      start: z.array(z.enum(CRITICALITIES)).default([]).describe('Criticalities that need a reviewer'),
    })
    .prefault({})
    .describe('What a person approves before it happens'),
});

const amount = z.number().int().min(1);
export const limits = z.strictObject({
  starts_per_tick: amount.default(5).describe('Rotations that one run may start'),
  at_once: amount.default(1).describe('Rotations at once for one workload, and for one vendor'),
});

export const when = z
  .array(z.enum(OCCASIONS))
  .nonempty()
  .describe('Occasions on which it is told; all of them if left out');

export const whole = z.strictObject({
  version: z.literal(1).describe('The version of this format'),
  identities: identities.default({}),
  stores: stores.default({}),
  vendors: vendors.default({}),
  workloads: named(workload).default({}).describe('Services that use keys, by name'),
  workload_defaults: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ part: 'workloadPart' })
    .describe('Values for every workload that says nothing else; any word of a workload but template'),
  workload_templates: named(z.record(z.string(), z.unknown()).meta({ part: 'workloadPart' }))
    .optional()
    .describe('Sets of such values, by name, for the workloads that name one with template'),
  defaults: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ part: 'keyPart' })
    .describe('Values for every key that says nothing else; any word of a key but template'),
  templates: named(z.record(z.string(), z.unknown()).meta({ part: 'keyPart' }))
    .optional()
    .describe('Sets of such values, by name, for the keys that name one with template'),
  keys: named(key).default({}).describe('The keys that are managed, by name'),
  ticket: slot('tickets').optional().describe('Where each rotation gets its ticket'),
  notify: z.array(slot('notifiers')).default([]).describe('Who is told, and when'),
  journal: slot('journals').optional().describe('Where facts are kept; a branch if left out'),
  public_journal: z
    .boolean()
    .default(false)
    .describe('Owners, ids and failures may be public: without it a public journal is refused'),
  allow_private_hosts: z
    .array(z.string().min(1))
    .default([])
    .describe('Host names that may lead to private addresses'),
  policy: policy.prefault({}).describe('Rules that hold for all keys, whatever their entries say'),
  limits: limits.prefault({}).describe('How much one run may do'),
});

/** The top level and its names. Workloads and keys are read one by one, each with its own schema above. */
export const outline = whole.extend({
  workloads: named(z.unknown()).default({}),
  keys: named(z.unknown()).default({}),
});

import type { Inputs } from '../config/inputs';
import { RekeyError } from '../domain/errors';
import type { PlanItem } from '../domain/plan';
import type { SecretValue } from '../domain/secret';
import type { Session } from './session';

/** Inputs that take any text. What stands in them goes into the journal and onto tickets. */
const FREE = ['reason', 'ticket', 'rotation'] as const;

/**
 * Refuses an input in which somebody pasted a key, before anything is written: RK1008. The value is masked from here on.
 * What cannot be read is not compared, so that `hold` works while the store is away; a rotation would fail at its first read.
 */
export async function refusePastedValues(
  inputs: Pick<Inputs, (typeof FREE)[number]>,
  items: readonly PlanItem[],
  session: Session,
): Promise<void> {
  const given = FREE.flatMap((name) => {
    const text = inputs[name];
    return text === undefined ? [] : [{ name, text }];
  });
  if (given.length === 0) return;
  for (const { key } of items) {
    const values = await valuesOf(key, session);
    const pasted = given.find(({ text }) => values.some((value) => value.isWithin(text)));
    if (!pasted) continue;
    throw new RekeyError(
      'RK1008',
      `The input ${pasted.name} holds a value that belongs to ${key}. Nothing was changed.`,
    );
  }
}

async function valuesOf(key: string, { config, parts, world }: Session): Promise<readonly SecretValue[]> {
  const entry = config.keys[key];
  if (!entry) return [];
  const readings = await Promise.allSettled([parts.valuesOf(entry), parts.adminValuesOf(entry.vendor)]);
  return readings.flatMap((reading) => {
    if (reading.status === 'fulfilled') return reading.value;
    world.log.debug(`${key}: the inputs could not be compared with its values.`);
    return [];
  });
}

import { asRekeyError } from '../../domain/errors';

/** One thing that was looked at. */
export interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly says: string;
}

/** Looks, and turns whatever goes wrong into a finding with its next step. */
export async function look(about: string, body: () => Promise<string>): Promise<Finding> {
  try {
    return { about, ok: true, says: await body() };
  } catch (thrown) {
    return { about, ok: false, says: asRekeyError(thrown).line };
  }
}

export function findingLine({ about, ok, says }: Finding): string {
  return `${ok ? '✓' : '✗'} ${about}${says === '' ? '' : `: ${says}`}`;
}

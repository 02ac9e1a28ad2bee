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
  return `${markOf(ok, says)} ${about}${says === '' ? '' : `: ${says}`}`;
}

/** What was not tried proves nothing, so it has no tick. */
const markOf = (ok: boolean, says: string): string => (!ok ? '✗' : isUntried({ ok, says }) ? '–' : '✓');

const isUntried = ({ ok, says }: Pick<Finding, 'ok' | 'says'>): boolean => ok && says.startsWith('not tried');

/** The last line: `312 checks: 304 ok, 4 need you, 4 not tried` */
export function countLine(findings: readonly Finding[]): string {
  const bad = findings.filter(({ ok }) => !ok).length;
  const untried = findings.filter(isUntried).length;
  const good = findings.length - bad - untried;
  return `${String(findings.length)} checks: ${String(good)} ok, ${String(bad)} need you, ${String(untried)} not tried`;
}

import { asRekeyError } from '../../domain/errors';

/** One thing that was looked at. */
export interface Finding {
  readonly about: string;
  readonly ok: boolean;
  readonly says: string;
  /** One of many like it, which are told together when they say the same. */
  readonly of?: OneOf;
}

export interface OneOf {
  readonly kind: 'keys' | 'workloads';
  readonly name: string;
  /** What of it was looked at, such as `store`. */
  readonly what: string;
  /** Its own words, such as the path of its secret: two texts that differ in these only say the same. */
  readonly own: readonly string[];
  /** What the finding says without ids and versions, where that is the same for many. */
  readonly alike?: string;
}

/** What a look saw; `alike`: the same without what only this one has. */
export type Seen = string | { readonly says: string; readonly alike: string };

/** Looks, and turns whatever goes wrong into a finding with its next step. */
export async function look(about: string, body: () => Promise<Seen>, of?: OneOf): Promise<Finding> {
  try {
    const seen = await body();
    if (typeof seen === 'string') return { about, ok: true, says: seen, ...(of && { of }) };
    return { about, ok: true, says: seen.says, ...(of && { of: { ...of, alike: seen.alike } }) };
  } catch (thrown) {
    return { about, ok: false, says: asRekeyError(thrown).line, ...(of && { of }) };
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
  return `${findings.length} checks: ${good} ok, ${bad} need you, ${untried} not tried`;
}

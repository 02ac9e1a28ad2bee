import { CODES, type Code } from '../domain/errorCodes';
import { kindInfo } from '../domain/errorKinds';
import type { Situation } from '../report/situation';
import { standingOf } from '../report/keyStatus';
import { RUN_STATUSES, standingInfo, type Standing } from '../report/standing';

/** What one word says of all keys that this run was about. */
export function runStatus(mine: readonly Situation[]): string {
  const standings = mine.map(ofThisRun);
  return (
    RUN_STATUSES.find((status) => standings.some((standing) => standingInfo(standing).run === status)) ??
    'nothing'
  );
}

/** An order that was refused has failed, however well the key itself stands; so has a run that the next one cannot fix. */
export function ofThisRun(situation: Situation): Standing {
  const standing = standingOf(situation);
  const { plan, error } = situation;
  const stuck = standing === 'interrupted' && error && !error.traits.resumes;
  const refused = plan?.action === 'refused' && standing !== 'at risk';
  return stuck || refused ? 'failed' : standing;
}

/** 3: somebody may be failing. 1: failed, and undone. 2: what was asked, or the config, forbids it. */
const WORST_FIRST = [3, 1, 2];

export function exitCode(mine: readonly Situation[]): number {
  const codes = mine.map(codeOf);
  return WORST_FIRST.find((code) => codes.includes(code)) ?? 0;
}

/** They change nothing, so a journal that is not there is one that was never made, as far as they are concerned. */
const READING: ReadonlySet<string> = new Set(['plan', 'doctor', 'report', 'verify-evidence']);

/** Of a run that ended before it came to any key. */
export function exitCodeOf(code: Code, command = ''): number {
  if (code === 'RK7001' && READING.has(command)) return 2;
  if (CODES[code].mayHide) return 3;
  return kindInfo(CODES[code].kind).exit ?? 1;
}

function codeOf(situation: Situation): number {
  const standing = ofThisRun(situation);
  const cause = standing === 'failed' ? causeOf(situation) : undefined;
  return cause === undefined ? (standingInfo(standing).exit ?? 0) : exitCodeOf(cause);
}

function causeOf({ error, plan }: Situation): Code | undefined {
  if (error || plan?.action !== 'refused') return error?.code;
  return plan.findings.find(({ weight }) => weight === 'refuse')?.code;
}

/** What one scenario ends with, measured at the servers and the fleet. */
export interface ScenarioResult {
  readonly scenario: string;
  readonly ok: boolean;
  /** Rotations that were finished and proved. */
  readonly rotations: number;
  /** Requests of the fleet from the first run on, and how many of them failed. */
  readonly requests: number;
  readonly failed_requests: number;
  readonly live_credentials: number;
  /** Live, made for our keys, in no secret, and no open rotation explains them. */
  readonly orphans: number;
  /** What the vendor says to the values that were served at the start; none: there were none. */
  readonly old_key: 'refused' | 'accepted' | 'none';
  /** Calls of Rekey, not of the fleet. */
  readonly calls: { readonly vendor: number; readonly store: number; readonly github: number };
  readonly elapsed_ms: number;
  /** Paths. */
  readonly evidence: string;
  readonly report: string;
  /** Present when it is not ok: each expectation that was not met. */
  readonly problems?: readonly string[];
}

/** What people read at the end. */
export function figures(result: ScenarioResult): string {
  const { calls } = result;
  const rows: [string, string][] = [
    ['requests served during the rotation', String(result.requests - result.failed_requests)],
    ['requests failed', String(result.failed_requests)],
    ['keys alive at the vendor', String(result.live_credentials)],
    ['keys that nobody knows of', String(result.orphans)],
    ['the old key is', result.old_key === 'none' ? 'not there: it was the first' : result.old_key],
    ['keys rotated and proved', String(result.rotations)],
    ['time', `${(result.elapsed_ms / 1000).toFixed(1)} s`],
    ['calls', `vendor ${calls.vendor}, store ${calls.store}, GitHub ${calls.github}`],
    ['evidence', result.evidence],
    ['report', result.report],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const head = `${result.ok ? 'ok' : 'NOT OK'}  ${result.scenario}`;
  const table = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  const problems = (result.problems ?? []).map((problem) => `  ! ${problem}`);
  return [head, ...table, ...problems, ''].join('\n');
}

/** Observes only. `no data` never passes. */
export interface Reading {
  readonly verdict: 'pass' | 'fail' | 'no data';
  /** Such as `{ status: 200, latency_ms: 41 }`. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly sentence: string;
  /** The public id of the key that the workload says it uses, where it can tell. */
  readonly keyId?: string;
}

export interface Probe {
  /** How many passes in a row make the gate pass, and how long between them (ms). */
  readonly passes: number;
  readonly interval: number;
  check(): Promise<Reading>;
}

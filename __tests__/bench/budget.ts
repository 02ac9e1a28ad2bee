/** One number with what it may be at most. */
export interface Budget {
  readonly value: number;
  readonly budget: number;
  readonly ok: boolean;
}

export function within(value: number, budget: number): Budget {
  return { value: rounded(value), budget, ok: value <= budget };
}

export const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** Of times: what else the machine does can only add to them. */
export const least = (values: readonly number[]): number => Math.min(...values);

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

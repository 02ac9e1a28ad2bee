import type { Played } from './play';

/** What was seen of one lifecycle at all its points. */
export interface Row {
  readonly lifecycle: string;
  /** Requests that it makes undisturbed. */
  readonly requests: number;
  readonly kill_points: number;
  readonly stalls: number;
  readonly cancels: number;
  /** Points after which another run had to go on. */
  readonly resumed: number;
  readonly consumer_requests: number;
  readonly failed_consumer_requests: number;
  readonly orphans: number;
  readonly values_leaked: number;
  readonly violations: number;
}

export function rowOf(lifecycle: string, requests: number, played: readonly Played[]): Row {
  const sum = (count: (one: Played) => number): number =>
    played.reduce((total, one) => total + count(one), 0);
  const reached = played.filter(({ struck }) => struck !== undefined);
  const of = (...fates: readonly string[]): number =>
    reached.filter(({ point }) => fates.includes(point?.fate ?? '')).length;
  return {
    lifecycle,
    requests,
    kill_points: of('lost', 'settle'),
    stalls: of('stall', 'race'),
    cancels: of('cancel'),
    resumed: reached.filter(({ runs }) => runs > 1).length,
    consumer_requests: sum(({ served, failed }) => served + failed),
    failed_consumer_requests: sum(({ failed }) => failed),
    orphans: sum(({ orphans }) => orphans),
    values_leaked: sum(({ leaked }) => leaked),
    violations: played.filter(({ problems }) => problems.length > 0).length,
  };
}

export function table(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {}) as (keyof Row)[];
  const head = names.map((name) => name.replaceAll('_', ' '));
  const lines = rows.map((row) => names.map((name) => String(row[name])));
  const widths = head.map((title, at) =>
    Math.max(title.length, ...lines.map((cells) => cells[at]?.length ?? 0)),
  );
  const shown = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return [head, ...lines].map(shown).join('\n');
}

/** What went wrong at one point, for somebody who was not there. */
export function storyOf({ name, struck, problems, story }: Played, replay: string): string {
  const lines = [
    `VIOLATION at ${name}: ${struck ?? 'undisturbed'}`,
    ...problems.map((problem) => `  ! ${problem}`),
    ...story.map((line) => `    ${line}`),
    `  again: ${replay}`,
  ];
  return lines.join('\n');
}

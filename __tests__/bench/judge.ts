/** The names of the figures that missed their budget, such as `tick.10000.rss_mib`; every `ok: false`, however deep. */
export function missed(report: object, path: readonly string[] = []): readonly string[] {
  return Object.entries(report).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'ok' && value === false) return [path.join('.')];
    return typeof value === 'object' && value !== null ? missed(value, [...path, name]) : [];
  });
}

/** The report with its verdict, and how a program that prints it ends. */
export function judged<T extends object>(
  report: T,
): { readonly said: T & { readonly missed: readonly string[]; readonly ok: boolean }; readonly code: 0 | 1 } {
  const names = missed(report);
  const ok = names.length === 0;
  return { said: { ...report, missed: names, ok }, code: ok ? 0 : 1 };
}

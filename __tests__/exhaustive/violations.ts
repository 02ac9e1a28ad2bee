export interface Violation {
  /** What `--only` takes. */
  readonly name: string;
  /** Sentences. */
  readonly why: readonly string[];
}

/** Alike ones together: how many, what, and one of them to play again. */
export function grouped(violations: readonly Violation[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const { name, why } of violations)
    for (const sentence of new Set(why.map(withoutNames)))
      groups.set(sentence, [...(groups.get(sentence) ?? []), name]);
  return [...groups].map(
    ([sentence, names]) =>
      `BROKEN ${names.length} times: ${sentence}, as in ${names.slice(0, 3).join(' and ')}`,
  );
}

/** Of keys, rotations and times one is like another. */
function withoutNames(sentence: string): string {
  return sentence
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/key_\w+/g, '<key>')
    .replace(/rekey-[\w-]+/g, '<label>')
    .replace(/\d+ ms/g, '<ms>');
}

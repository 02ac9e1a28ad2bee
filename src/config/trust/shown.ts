/** A longer value is shown where it differs. */
const LONGEST = 120;
/** So much that is the same stands before the first difference. */
const BEFORE = 20;

/** `old -> new`; what was not there, or is not there any more, is `nothing`. A long beginning that both share hides no change. */
export function change(old: string | undefined, now: string | undefined): string {
  const [before, after] = [old ?? 'nothing', now ?? 'nothing'];
  const isLong = before.length > LONGEST || after.length > LONGEST;
  const skipped =
    isLong && old !== undefined && now !== undefined ? Math.max(0, shared(old, now) - BEFORE) : 0;
  return `${piece(before, skipped)} -> ${piece(after, skipped)}`;
}

function shared(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function piece(text: string, from: number): string {
  const rest = text.slice(from);
  const begin = from > 0 ? '…' : '';
  if (rest.length <= LONGEST) return `${begin}${rest}`;
  return `${begin}${rest.slice(0, LONGEST)}… (${text.length} characters)`;
}

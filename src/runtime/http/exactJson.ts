/** Outside of texts; sixteen digits and more, because what is shorter is exact. */
const TEXT_OR_LONG = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * JSON in which no whole number is rounded: one beyond 2^53 comes as the text of its digits, because ids are often that long. A byte
 * order mark before it is skipped. Throws SyntaxError.
 */
export function parseJson(text: string): unknown {
  const bare = text.replace(/^\uFEFF/, '');
  const value: unknown = JSON.parse(bare);
  if (!/\d{16}/.test(bare)) return value;
  // It is known to be JSON by now, so that texts and numbers can be told apart by their first character.
  return JSON.parse(bare.replace(TEXT_OR_LONG, (found) => (isExact(found) ? found : `"${found}"`)));
}

const isExact = (found: string): boolean => found.startsWith('"') || Number.isSafeInteger(Number(found));

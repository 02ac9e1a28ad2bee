const LONGEST = 256;

/**
 * The one rule for what an id of a key may look like, wherever it comes from: 1 to 256 printable ASCII characters without white
 * space, that are no step up a path and no workflow command. An id is public: it stands in logs, facts, tickets and addresses.
 * Looking like one is not enough: see `lifecycle/ids.ts` for who must know it.
 */
export const isIdLike = (text: string): boolean =>
  /^[!-~]+$/.test(text) && text.length <= LONGEST && !/^\.{1,2}$|\.\.\/|^::|##\[/.test(text);

export const idRule = `must be an id: printable characters without spaces, at most ${LONGEST}`;

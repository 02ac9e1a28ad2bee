import type { KeyState } from '../domain/journal/keyState';

/** identity -> names of other keys whose current credential is the same one, by vendor and id. */
export function sharedCredentials(
  keys: ReadonlyMap<string, KeyState>,
): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, KeyState[]>();
  for (const state of keys.values()) {
    if (state.currentId === undefined || state.removed) continue;
    const credential = `${state.vendor}\n${state.currentId}`;
    holders.set(credential, [...(holders.get(credential) ?? []), state]);
  }
  const shares = new Map<string, readonly string[]>();
  for (const states of holders.values()) {
    if (states.length < 2) continue;
    for (const state of states) {
      shares.set(
        state.identity,
        states.filter((other) => other !== state).map((other) => other.name),
      );
    }
  }
  return shares;
}

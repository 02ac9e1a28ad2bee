/**
 * The least that an overlap rotation of one key with two workloads can do with: what the table asks for, once, and what
 * `mayRevoke` reads again each time. Two processes: up to the grace period, and after it. More calls than this, plus two, would be
 * waste; fewer would be a check that is gone.
 */
const FEWEST = {
  store: {
    'preflight: current, slot, and the history of key and mount': 4,
    'claim: base, read once the key is ours': 1,
    'create: the slot is read, reserved and filled': 3,
    'promote: staged value, current, the write': 3,
    'drain: since when the store serves new, in each process': 2,
    'the second process: for whom the slot is held, and what the promoted version holds': 2,
    'mayRevoke at condemn, disable and revoke: what is served now': 3,
    'the old value, read once in the second process': 1,
    'prove: the key that must live on': 1,
    'free: slot read, moved, destroyed; dead version looked at twice': 5,
  },
  vendor: {
    'preflight: is there room': 1,
    'claim: whose value is it': 1,
    create: 1,
    'verify: new is accepted three times and says that it is itself, and old is accepted too': 5,
    'drain: is it silent': 1,
    'mayRevoke at condemn, disable and revoke: is new accepted now': 3,
    'disable, and its value is refused, before and after the watch': 3,
    revoke: 1,
    'prove: three times new accepted and old refused, then absent from the list': 7,
  },
  /** claim, create, promote, two deploys, the wait of the drain, disable, revoke, free, close and the end. */
  journal: { 'commits: a result shares the one of the next intent': 11 },
  deploys: { 'one order for each workload': 2 },
} as const;

export type CalledPlace = keyof typeof FEWEST;
export const CALLED_PLACES = Object.keys(FEWEST) as readonly CalledPlace[];

export const fewestCalls = (place: CalledPlace): number =>
  Object.values(FEWEST[place]).reduce((sum, calls) => sum + calls, 0);

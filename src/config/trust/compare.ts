import type { Config } from '../../domain/config';
import { parseDuration } from '../duration';
import { trustOf } from './flatten';
import { compareKeys } from './keys';
import { change } from './shown';

/** One sentence a difference. */
export interface TrustChanges {
  /** For a security owner: where secrets go, who logs in, what policy allows. */
  readonly trust: readonly string[];
  readonly keys: readonly string[];
}

/** What a change of rekey.yml would change in trust and in keys. Nothing is called: both configs are only read. */
export function compareTrust(base: Config, head: Config): TrustChanges {
  const before = trustOf(base);
  const after = trustOf(head);
  const places = [...new Set([...before.keys(), ...after.keys()])];
  const changed = places.filter((place) => before.get(place) !== after.get(place));
  const { rights, entries } = compareKeys(base, head);
  const trust = changed.map((place) =>
    changeOf({ place, old: before.get(place), now: after.get(place) }, head),
  );
  return { trust: [...trust, ...rights], keys: entries };
}

interface Difference {
  readonly place: string;
  readonly old: string | undefined;
  readonly now: string | undefined;
}

function changeOf(it: Difference, head: Config): string {
  const note = NOTES.find(([pattern]) => pattern.test(it.place))?.[1](it, head) ?? '';
  const text = `${it.place}: ${change(it.old, it.now)}`;
  return note === '' ? text : `${text} (${note})`;
}

/** What a difference at such a place means; the first that fits. */
const NOTES: readonly (readonly [RegExp, (it: Difference, head: Config) => string])[] = [
  [/\.use$/, ({ now }) => (now === 'command' ? 'now runs a command' : '')],
  [/^vendors\.[^.]+\.origin$/, ({ place }, head) => sentThere(place.split('.')[1] ?? '', head)],
  [/^vendors\.[^.]+\.admin_key/, () => 'another admin key'],
  [/\.holds_key_for$/, () => 'how long it may hold an old value: no grace period is shorter'],
  [/^identities\./, () => 'logs in as somebody else'],
  [/^stores\./, () => 'keys are read and written elsewhere'],
  [/^journal\./, () => 'the memory of open rotations is elsewhere: finish them first'],
  [/^public_journal$/, ({ now }) => (now === 'true' ? 'owners, ids and failures may become public' : '')],
  [/^policy\.max_age\./, ageNote],
  [/^policy\.approve\./, () => 'who must approve changes'],
];

/** Every value of the vendor travels to its origin. */
function sentThere(vendor: string, { keys }: Config): string {
  const count = Object.values(keys).filter((key) => key.vendor === vendor).length;
  return `${count === 1 ? '1 key' : `${count} keys`} and the admin key would be sent there`;
}

function ageNote({ old, now }: Difference): string {
  if (now === undefined) return 'no limit any more: looser';
  if (old === undefined) return 'a limit is new: stricter';
  return (parseAge(now) ?? 0) > (parseAge(old) ?? 0) ? 'looser' : 'stricter';
}

/** `3d 4h`, as durations are shown. */
function parseAge(text: string): number | undefined {
  const parts = text.split(' ').map(parseDuration);
  return parts.reduce<number | undefined>(
    (sum, part) => (sum === undefined || part === undefined ? undefined : sum + part),
    0,
  );
}

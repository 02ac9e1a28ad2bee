import type { Changed, SecretRef } from '../../domain/contracts/store';
import { RekeyError } from '../../domain/errors';
import type { Permit } from '../../domain/ports';
import { codeSpan } from '../../domain/tools/text';
import type { Content } from './content';
import { behind } from './remembering';
import { NOTHING, sameParts, type Wanted } from './fields';
import type { Version, Versions } from './versions';

/** Lost races before we leave it to the next run. */
const TRIES = 4;
/** Versions that may have come after `base`; more than stores keep by default. */
const MOST_VERSIONS_SINCE = 32;

export interface Change {
  readonly ref: SecretRef;
  readonly base: number;
  readonly wanted: Wanted;
  /** True: what is served now is what the change is for. */
  readonly already: (now: Content, version: number) => boolean;
  /** Where nothing fences the write. */
  readonly permit?: Permit | undefined;
}

/**
 * The one way in which a served secret is changed: our fields only, with check-and-set on the freshest version, while they
 * are what `base` had and nobody has fenced it off. Writes of other fields in between make us begin again.
 */
export async function change(
  secrets: Versions,
  { ref, base, wanted, already, permit }: Change,
): Promise<Changed> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const now = await secrets.read(ref.path);
    if (already(now.content ?? NOTHING, now.version)) return { version: String(now.version), found: true };
    await refuseIfMoved(secrets, ref, base, now);
    if (Object.hasOwn(wanted, ref.idField) && now.content?.holdsNoId(ref.idField)) throw noIdField(ref);
    const version = await write(secrets, ref.path, now, wanted, permit);
    if (version !== undefined) return { version: String(version) };
  }
  throw lagging(`${codeSpan(ref.path)} moves faster than it can be read, or reads lag behind writes.`);
}

const noIdField = (ref: SecretRef): RekeyError =>
  new RekeyError(
    'RK4012',
    `${codeSpan(ref.path)}: the field ${codeSpan(ref.idField)} holds something that cannot be an id. It is left as it is.`,
  );

const lagging = (message: string): RekeyError =>
  new RekeyError('RK4005', message, {
    next: 'The next run continues. The address of the active node avoids it, where there is one.',
  });

/** Where there is a version to merge into, the server itself keeps the other fields, whatever they hold. */
function write(
  secrets: Versions,
  path: string,
  now: Version,
  wanted: Wanted,
  permit?: Permit,
): Promise<number | undefined> {
  if (now.content) return secrets.merge(path, now.version, wanted, permit);
  const present = Object.entries(wanted).filter(([, value]) => value !== null);
  return secrets.replace(path, now.version, Object.fromEntries(present), permit);
}

/** Walks back from the freshest version to `base`. A fence on the way, or a gap that could hide one, is a conflict. */
async function refuseIfMoved(secrets: Versions, ref: SecretRef, base: number, now: Version): Promise<void> {
  const moved = (why: string): RekeyError => new RekeyError('RK4003', `${codeSpan(ref.path)}: ${why}.`);
  if (now.version < base) throw behind(ref.path, now.version, base);
  // A deletion makes no new version.
  if (base > 0 && !now.content) throw moved(`version ${now.version} was deleted`);
  const oldest = await walkBack(secrets, ref, base, now, moved);
  const had = base === 0 ? NOTHING : (oldest.content ?? NOTHING);
  if (!sameParts(had, now.content ?? NOTHING, ref)) throw moved('another value was written since');
}

/** @returns version `base`, or the oldest one after it that still holds something */
async function walkBack(
  secrets: Versions,
  ref: SecretRef,
  base: number,
  now: Version,
  moved: (why: string) => RekeyError,
): Promise<Version> {
  let later = now;
  while (later.version > base) {
    if (now.version - later.version >= MOST_VERSIONS_SINCE)
      throw moved('too many versions were written since');
    const earlier = await secrets.read(ref.path, later.version - 1);
    if (isFence(later, earlier)) throw moved(`version ${later.version} was written as a fence`);
    // Before a first key there is nothing to compare with, so what was deleted hides nothing.
    if (!earlier.content && base === 0) return later;
    if (!earlier.content) throw moved(`version ${earlier.version} is no longer kept`);
    // Also when the old value is back by now: whoever went back has given up what was prepared on base.
    if (later.content && !sameParts(earlier.content, later.content, ref))
      throw moved(`version ${later.version} holds another value`);
    later = earlier;
  }
  return later;
}

/** A fence is a version that changes nothing. Writers of other fields change something, so they are told apart. */
function isFence(later: Version, earlier: Version): boolean {
  return later.content?.same(earlier.content ?? NOTHING) === true;
}

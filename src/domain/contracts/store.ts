import type { Credential, Parts } from '../credential';
import type { Permit } from '../ports';
import type { SecretValue } from '../secret';
import type { Instant, Millis } from '../tools/time';

/** One field, or one per part, of one secret. Everything a store does is about these fields; all others are kept. */
export interface SecretRef {
  readonly path: string;
  /** part -> field */
  readonly fields: Readonly<Record<string, string>>;
  /** The field beside the value that holds the credential's id. */
  readonly idField: string;
}

export interface StoredVersion {
  readonly version: string;
  /** Absent when the secret exists but our fields do not: a first key. */
  readonly parts?: Parts;
  /** What the id field holds beside our fields, when an id may look like that. */
  readonly id?: string;
  /** The store's own time of writing this version. */
  readonly created: Instant;
}

export interface Current extends StoredVersion {
  /**
   * What stands in the id field, whether our fields are there or not; null: something that cannot be an id. Absent: the field is
   * not there. A wrong `id_field` may point at a password, so nobody may show or send it before the vendor has named it as an id.
   */
  readonly beside?: string | null;
  /** Whether a field of somebody else holds exactly this text. */
  readonly heldByOthers?: (text: string) => boolean;
  /** The origins that the owner of the secret allows (`rekey_origins` in its metadata); absent: nothing said. */
  readonly allowedOrigins?: readonly string[];
}

/** Who holds the staging slot of a secret's field. Written before the vendor creates, freed at close. */
export interface Reservation {
  readonly rotation: string;
  readonly repository: string;
  /** The last fact of this key that the holder had read or written: a journal without it was rewound. */
  readonly fact: string;
  readonly until: Instant;
  /** The version that is to be replaced. A store that forgets it keeps a copy of our fields in the slot. */
  readonly base?: string | undefined;
  /** Nothing is staged: a person asked for the end of the key. */
  readonly removes?: true | undefined;
}

export interface Slot {
  readonly reservation: Reservation;
  /** When it was last moved, by the store's own clock; absent where the store does not tell. */
  readonly since?: Instant;
  /** Present when a credential is staged. */
  readonly staged?: { readonly version: string; readonly id: string; readonly parts: Parts };
}

/** What a store promises. The descriptor of its adapter says the same, so that config and plan know it before a store is opened. */
export interface StoreCapabilities {
  /**
   * A write fails when our field moved (compare-and-set). Where it does not, a promote may overwrite what somebody wrote in between, so the
   * engine waits until no write can be on its way any more and compares; the plan prints "safe from one repository only".
   */
  readonly fenced: boolean;
  /** The slot is taken by put-if-absent or compare-and-set; without it the plan prints "safe from one repository only". */
  readonly reservation: boolean;
  /** It can destroy versions for good. Where it cannot, a dead value stays readable, and the evidence says so. */
  readonly destroys: boolean;
  /** Versions that were served earlier and can be read: as many as `history` says, the one before, or none. */
  readonly keeps: 'versions' | 'one before' | 'none';
  /** How long a read may miss what was written. */
  readonly readLag: Millis;
  /** How long applications may be served the old value after a promote. */
  readonly serveLag: Millis;
  /** A secret is one text and has no fields: references have no `#`, and the id stands in its metadata. */
  readonly whole: boolean;
}

/** Compare-and-set over versions that are kept, read and served at once. */
export const FULL_PROMISES: StoreCapabilities = {
  fenced: true,
  reservation: true,
  destroys: true,
  keeps: 'versions',
  readLag: 0,
  serveLag: 0,
  whole: false,
};

/** Of a call that makes something current. `found`: it was so already, and nothing was written. */
export interface Changed {
  readonly version: string;
  readonly found?: true;
}

/** Why a reference is likely a mistake, as the rest of a sentence, and what was meant. */
export interface Slip {
  readonly why: string;
  readonly path: string;
  readonly fields: readonly string[];
}

export interface History {
  readonly versions?: number;
  /** After which a version vanishes by itself. */
  readonly ttl?: Millis;
}

/** All versions are opaque strings. Values come back bound to the store's own origins only; the engine widens them, as far as the secret's metadata allows. */
export interface Store {
  readonly capabilities: StoreCapabilities;
  readonly origins: readonly string[];
  /**
   * What applications read now. RK4002 when the secret does not exist, RK4013 when somebody deleted what it held.
   * @param known a version that there was: a read that does not know of it is behind, which is RK4005
   */
  current(ref: SecretRef, known?: string): Promise<Current>;
  /** An older version, or undefined when it is gone. RK4005 for one that is newer than all that the store shows: it is behind. */
  read(ref: SecretRef, version: string): Promise<StoredVersion | undefined>;
  /** Whether somebody destroyed it for good, which takes rights in the store; one that is deleted, pruned or was never there is not. */
  isDestroyed(ref: SecretRef, version: string): Promise<boolean>;
  /** Versions that were written after `base`, oldest first. Some may be gone, others may be about other fields only. */
  since(ref: SecretRef, base: string): Promise<readonly string[]>;
  history(ref: SecretRef): Promise<History>;
  /**
   * What a rotation would be refused, as lines to add to the policy; `version`: what `current` said. Undefined where the store may not be asked.
   * It writes nothing.
   */
  lackingRights?(ref: SecretRef, version: string): Promise<readonly string[] | undefined>;
  /** The policy for rotating these and reading those, line by line, for `doctor`. Nothing is asked. */
  policy?(refs: readonly SecretRef[], reads: readonly string[]): readonly string[];
  /** Asked before a first key is made: what speaks against a new key at this place. */
  slip?(ref: SecretRef): Promise<Slip | undefined>;
  slot(ref: SecretRef): Promise<Slot | undefined>;
  /**
   * Takes the slot, or confirms that it is ours (same rotation). Each call moves the slot, so that a `stage` prepared before
   * it fails: a stalled process cannot overwrite what its successor stages. Foreign: RK4004. Nothing fences it, so it carries a
   * permit; where the store fences nothing, so do `stage`, `promote`, `restore` and `annotate`.
   */
  reserve(ref: SecretRef, reservation: Reservation, permit?: Permit): Promise<{ readonly slot: string }>;
  /** Puts the new credential where nobody is served from. `slot`: what `reserve` returned; RK4004 when it moved since. */
  stage(
    ref: SecretRef,
    rotation: string,
    slot: string,
    credential: Credential,
    permit?: Permit,
  ): Promise<{ readonly version: string }>;
  /**
   * Makes exactly the staged version `staged` current, never "whatever is staged", all other fields from the freshest version.
   * Succeeds only while our fields are what `base` had: a write of other fields in between is no conflict, one of ours is
   * RK4003. Already current is done, and told as `found`. A first key: base is the version of a secret without our fields, or `0`.
   * Unfenced it looks before it writes, and RK4003 says that nothing was written; what came in between shows afterwards in `since`.
   */
  promote(ref: SecretRef, base: string, staged: string, permit?: Permit): Promise<Changed>;
  /** Makes the value that `version` had current again, under the same rule. */
  restore(ref: SecretRef, base: string, version: string, permit?: Permit): Promise<Changed>;
  /**
   * Makes any promote or restore prepared on `base` fail, and changes nothing that is served. RK4003: our field moved already.
   * Of an unfenced store it is never asked for.
   */
  fence(ref: SecretRef, base: string): Promise<{ readonly version: string }>;
  /**
   * Destroys the staged value and frees the slot, if it is of this rotation. Repeating is harmless.
   * @param staged the version that `stage` wrote, where one is known: a read that does not know of it is behind, which is RK4005
   */
  free(ref: SecretRef, rotation: string, staged?: string): Promise<void>;
  /** Writes the id beside the value of `base`, for a key that was adopted. */
  annotate?(ref: SecretRef, base: string, id: string, permit?: Permit): Promise<{ readonly version: string }>;
  /**
   * Destroys old versions that hold a dead value, and says which. A version that also holds fields of others is left: they
   * may need it to step back. Repeating is harmless. Not asked for where the store destroys nothing.
   */
  destroy(ref: SecretRef, versions: readonly string[]): Promise<{ readonly destroyed: readonly string[] }>;
  /** A value that is not a managed key, such as an admin key: `path#field`. */
  value(
    path: string,
    field: string,
  ): Promise<{ readonly value: SecretValue; readonly allowedOrigins?: readonly string[] }>;
}

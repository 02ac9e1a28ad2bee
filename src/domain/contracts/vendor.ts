import type { Credential, Parts } from '../credential';
import type { Permit } from '../ports';
import type { Instant, Millis } from '../tools/time';

/** What the planner and the engine need to know; each optional call below exists exactly when its capability is declared. */
export interface VendorCapabilities {
  /** overlap: old and new live together. replace: creating kills old. */
  readonly mode: 'overlap' | 'replace';
  /** How many credentials may live at once; absent: no limit known. */
  readonly maxLive?: number;
  /** A label set at creation comes back in `list`. */
  readonly labels: boolean;
  /** The principal belongs to this key alone, so every credential under it is ours. */
  readonly dedicated: boolean;
  readonly disable: boolean;
  readonly lastUsed: boolean;
  /** How the id of a value is found, if at all. */
  readonly identify: boolean;
  /** `identify` takes a piece of the value for the id: nobody has said yet that it is public. */
  readonly idInValue?: boolean;
  /** The part of the credential that is its id, where one is; public once the vendor lists it. */
  readonly idPart?: string;
  /** `list` shows when a credential was made. */
  readonly created: boolean;
  /** A new credential may need this long until it is accepted. */
  readonly propagation: Millis;
  /** A list may miss what happened in this time. */
  readonly listLag: Millis;
  /** A revoked credential may be accepted this long. */
  readonly revocationLag: Millis;
  /** `lastUsed` may miss what happened in this time; null counts as never used only with `nullMeansNever`. */
  readonly lastUsedLag: Millis;
  readonly nullMeansNever: boolean;
  /** Calls that a person does by hand. */
  readonly byPerson: readonly ('create' | 'disable' | 'revoke')[];
}

export interface Listed {
  readonly id: string;
  readonly label?: string;
  readonly created?: Instant;
  /** null: the vendor does not know, or never. */
  readonly lastUsed?: Instant | null;
  readonly disabled?: boolean;
}

export interface Listing {
  readonly credentials: readonly Listed[];
  /** False when the list was cut: then absence proves nothing. */
  readonly complete: boolean;
}

export type Verdict =
  | { readonly answer: 'accepted'; readonly id?: string }
  /** Only by a code that the vendor declares as refusal. */
  | { readonly answer: 'refused'; readonly status: number }
  /** Anything else: proves nothing. */
  | { readonly answer: 'unknown'; readonly why: string };

export interface CreateRequest {
  readonly label: string;
  /** The credential whose rights are copied, where the vendor can. */
  readonly like?: string;
  readonly scopes: readonly string[];
}

/**
 * An adapter speaks; it never waits, loops or retries. Each call takes at most 30 s. It hands the permit of a write on to its port.
 */
export interface Vendor {
  readonly capabilities: VendorCapabilities;
  /** The only origins that the credentials are sent to. */
  readonly origins: readonly string[];
  /** The admin key is no credential of its own list, or its id is known: a credential never kills itself. */
  adminId?(): Promise<string | undefined>;
  list(): Promise<Listing>;
  /** The id of a value: part of the value, or by asking with it. Undefined: no way to know. */
  identify(parts: Parts): Promise<string | undefined>;
  /** Makes at most one credential and marks it with the label if the vendor can. Never repeated: a lost answer is `unknown`. */
  create(request: CreateRequest, permit?: Permit): Promise<Credential>;
  verify(parts: Parts): Promise<Verdict>;
  /** Repeating is harmless; a credential that is gone is success, told as that. */
  revoke(id: string, permit?: Permit): Promise<'revoked' | 'was gone'>;
  disable?(id: string, permit?: Permit): Promise<void>;
  enable?(id: string): Promise<void>;
}

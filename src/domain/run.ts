/** Who is acting: enough to ask later whether that process is over. */
export type Owner =
  | {
      readonly kind: 'actions';
      readonly repository: string;
      readonly run: string;
      readonly attempt: number;
      readonly job: string;
    }
  | { readonly kind: 'local'; readonly host: string; readonly pid: number; readonly started: string };

/** The same job and attempt, or the same process. */
export function sameOwner(one: Owner, other: Owner): boolean {
  if (one.kind === 'actions')
    return (
      other.kind === 'actions' &&
      one.repository === other.repository &&
      one.run === other.run &&
      one.attempt === other.attempt &&
      one.job === other.job
    );
  return (
    other.kind === 'local' &&
    one.host === other.host &&
    one.pid === other.pid &&
    one.started === other.started
  );
}

/** Where and why this process runs; goes into evidence and tickets. Nothing here is secret. */
export interface RunContext {
  readonly owner: Owner;
  /** `owner/name`, and the id that survives a rename; `local` on a laptop. */
  readonly repository: string;
  readonly repositoryId: string;
  readonly defaultBranch: string;
  readonly event: string;
  /** The person who started it; `schedule` on a schedule, where GitHub's actor is not a person. */
  readonly actor: string;
  readonly ref: string;
  readonly url: string;
  readonly version: string;
  /** True in the sandbox: evidence is stamped with it and http to loopback is allowed. */
  readonly sandbox: boolean;
}

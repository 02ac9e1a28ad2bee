import type { Owner } from '../run';

/** Where processes run. `over` by job and attempt; 403 and 404 are `unknown`. Neither answer is trusted for safety. */
export interface Host {
  readonly me: Owner;
  over(owner: Owner): Promise<'over' | 'running' | 'unknown'>;
  /** Reviews of the environment of this run: who approved, when. */
  approvals(): Promise<readonly { readonly by: string; readonly environment: string }[]>;
}

import { RekeyError } from '../domain/errors';
import type { RunContext } from '../domain/run';

/** Events that nobody without write access can cause. Pull requests, comments and the like are not among them. */
const EVENTS = new Set(['schedule', 'workflow_dispatch', 'push', 'local']);

export const isTrusted = (run: RunContext): boolean => run.owner.kind === 'local' || EVENTS.has(run.event);

/** Nothing logs in for an event that a stranger can cause. */
export function mayAct(run: RunContext, command: string): void {
  if (isTrusted(run)) return;
  throw new RekeyError(
    'RK1005',
    `The event ${run.event} may not run ${command}: whoever causes it would act with Rekey's rights. Nothing was changed.`,
  );
}

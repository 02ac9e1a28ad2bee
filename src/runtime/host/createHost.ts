import type { Host } from '../../domain/contracts/host';
import { RekeyError } from '../../domain/errors';
import type { GitHub } from '../../domain/ports';
import type { Owner } from '../../domain/run';
import { actionsJobOver, approvalsOf } from './actionsRun';
import { localProcessOver } from './localProcess';
import type { StartOf } from './processes';

/** Where processes run: jobs of GitHub Actions by its API, processes of this machine by the system. */
export function createHost(options: {
  readonly me: Owner;
  readonly github: GitHub;
  readonly startOf: StartOf;
}): Host {
  const { me, github, startOf } = options;
  return {
    me,
    over(owner) {
      return owner.kind === 'local'
        ? localProcessOver(owner, me, startOf)
        : actionsJobOver(owner, github).catch(unknownWhenRefused);
    },
    approvals: async () => (me.kind === 'actions' ? approvalsOf(me, github) : []),
  };
}

/** No answer, 403 and 404 all say the same: nobody knows. The end of the claim decides then. */
function unknownWhenRefused(thrown: unknown): 'unknown' {
  if (thrown instanceof RekeyError) return 'unknown';
  throw thrown;
}

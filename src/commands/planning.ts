import type { Inputs } from '../config/inputs';
import { selectKeys } from '../config/selector';
import type { Plan, PlanAction } from '../domain/plan';
import { plan as makePlan, type PlanRequest } from '../planner/plan';
import type { Session } from './session';

/** What a run may do something about. */
export const ACTING: ReadonlySet<PlanAction> = new Set([
  'adopt',
  'rotate',
  'remove',
  'rehearse',
  'resume',
  'rollback',
  'abandon',
]);

/** They change what others may do with a key, and touch the key itself not at all. */
export const isBrake = (command: string): command is 'hold' | 'release' =>
  command === 'hold' || command === 'release';

/** Asked for in the identity's place: who this job is. The token goes nowhere. */
const WHO_AM_I = 'rekey';

/** The plan for these inputs; pure but for its reading of the clock. */
export function planFor(
  session: Session,
  inputs: Inputs,
  known: Pick<PlanRequest, 'environment' | 'approvedBy'> = {},
): Plan {
  const { config, view, journal, world } = session;
  const selected = selectKeys(config, inputs);
  return makePlan(config, view.keys, journal.now(), {
    command: inputs.command,
    ...(selected ? { selected } : {}),
    force: inputs.now,
    confirm: inputs.confirm,
    ...(inputs.rotation === undefined ? {} : { rotation: inputs.rotation }),
    repositoryId: world.run.repositoryId,
    journal: view.commit,
    ...known,
  });
}

/**
 * The plan as this job may carry it out. Only when there is something to do, the job's own token is asked which GitHub
 * environment it runs in, and its reviews who approved: a tick with nothing due makes no further call.
 */
export async function planForJob(session: Session, inputs: Inputs): Promise<Plan> {
  const first = planFor(session, inputs);
  const { world, config } = session;
  const something =
    isBrake(inputs.command) ||
    first.items.some(({ action, findings }) => ACTING.has(action) || findings.length > 0);
  if (world.run.owner.kind === 'local' || !something) return first;
  const oidc = world.oidc([]);
  await oidc.token(WHO_AM_I);
  const environment = oidc.claims()['environment'] ?? '';
  const approvals = config.policy.approveStart.length > 0 ? await world.host.approvals() : [];
  const approval = approvals.find((review) => review.environment === environment);
  return planFor(session, inputs, { environment, ...(approval ? { approvedBy: approval.by } : {}) });
}

import type { Inputs } from '../config/inputs';
import { selectKeys } from '../config/selector';
import { keyIdentity } from '../domain/key';
import { acts, type Plan } from '../domain/plan';
import { foldRotation } from '../domain/journal/rotation';
import { differences } from '../lifecycle/entry';
import { plan as makePlan, type PlanRequest } from '../planner/plan';
import type { Session } from './session';

/** They change what others may do with a key, and touch the key itself not at all. */
export const isBrake = (command: string): command is 'hold' | 'release' =>
  command === 'hold' || command === 'release';

/** Asked for in the identity's place: who this job is. The token goes nowhere. */
const WHO_AM_I = 'rekey';

/** The plan for these inputs; pure but for its reading of the clock. */
export function planFor(
  session: Session,
  inputs: Inputs,
  known: Pick<PlanRequest, 'environment' | 'approvedBy' | 'moved'> = {},
): Plan {
  const { config, view, journal, world } = session;
  const selected = selectKeys(config, inputs);
  return makePlan(config, view.keys, journal.now(), {
    command: inputs.command,
    ...(selected && { selected }),
    force: inputs.now,
    confirm: inputs.confirm,
    ...(inputs.rotation !== undefined && { rotation: inputs.rotation }),
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
    isBrake(inputs.command) || first.items.some((item) => acts(item) || item.findings.length > 0);
  const moved = await movedOf(session, inputs);
  if (world.run.owner.kind === 'local' || !(something || moved.size > 0))
    return planFor(session, inputs, { moved });
  const oidc = world.oidc([]);
  await oidc.token(WHO_AM_I);
  const environment = oidc.claims()['environment'] ?? '';
  const approvals = config.policy.approveStart.length > 0 ? await world.host.approvals() : [];
  const approval = approvals.find((review) => review.environment === environment);
  return planFor(session, inputs, { environment, moved, ...(approval && { approvedBy: approval.by }) });
}

/** Only a person's abandon asks: for each key that is named, what its open rotation is about. */
async function movedOf(
  { config, view, journal, world }: Session,
  inputs: Inputs,
): Promise<ReadonlySet<string>> {
  const moved = new Set<string>();
  if (inputs.command !== 'abandon') return moved;
  for (const name of selectKeys(config, inputs) ?? []) {
    const entry = config.keys[name];
    const identity = entry && keyIdentity(world.run.repositoryId, entry);
    const rotation = view.keys.get(identity ?? '')?.open?.rotation;
    if (!entry || identity === undefined || rotation === undefined) continue;
    const snapshot = foldRotation(await journal.facts(identity, rotation))?.snapshot;
    if (snapshot && differences(snapshot, entry).length > 0) moved.add(identity);
  }
  return moved;
}

import type { FakeKey } from '../../adapters/vendors/http/fake';
import type { Cloud } from '../cloud/cloud';
import type { ScenarioResult } from '../result';
import { rotations, type Rotation } from './journal';

/** What must be true at the end, beyond what must be true at the end of every scenario. */
export interface Ending {
  /** Rotations that are done: proved and closed. */
  readonly done: number;
  readonly old: ScenarioResult['old_key'];
  /** Rotations that wait for a person, or are blocked. Default 0. */
  readonly open?: number;
  /** What stands in the store at the end: a key that lives, or, after a removal, one that is dead. Default live. */
  readonly served?: 'live' | 'dead';
  /** Whose values `old` is about; left out: all that were in use at the start. */
  readonly about?: readonly FakeKey[];
}

export type Verdict = Pick<
  ScenarioResult,
  'rotations' | 'live_credentials' | 'orphans' | 'old_key' | 'failed_requests'
> & { readonly problems: readonly string[] };

/** Looks at vendor, store, fleet, journal and tickets, and believes nothing that Rekey said. */
export function judge(cloud: Cloud, ending: Ending): Verdict {
  const told = rotations(cloud);
  const { keys } = cloud.vendor;
  const served = servedKeys(cloud);
  const open = told.filter(({ outcome }) => outcome === undefined);
  const lost = orphans(cloud, served, open);
  const answer = oldAnswer(cloud, ending.about ?? [...cloud.placed.values()]);
  const done = told.filter(({ outcome }) => outcome === 'done').length;
  const { failed, reasons } = cloud.fleet.tally;
  const problems: string[] = [];
  const must = (ok: boolean, problem: string): void => {
    if (!ok) problems.push(problem);
  };
  must(failed === 0, `${failed} requests failed, such as: ${reasons.at(-1) ?? ''}`);
  must(lost.length === 0, `nobody knows of ${lost.map(({ id }) => id).join(', ')}`);
  must(done === ending.done, `${done} rotations were done, ${ending.done} should be`);
  must(
    open.length === (ending.open ?? 0),
    `${open.length} rotations are open, ${ending.open ?? 0} should be`,
  );
  must(answer === ending.old, `the old key is ${answer}, it should be ${ending.old}`);
  must(
    ending.served === 'dead' || served.every((key) => key !== undefined && keys.accepts(key)),
    'the store serves a value that the vendor refuses',
  );
  const inUse = [...cloud.fleet.valuesInUse].map((value) => keys.byValue(value));
  must(
    inUse.every((key) => key !== undefined && keys.accepts(key)),
    'a service holds a value that the vendor refuses',
  );
  must(
    keys.all.every((key) => key.owner === 'ours' || (key.revoked ?? key.disabled) === undefined),
    "another team's key was touched",
  );
  const openTickets = cloud.github.home.issues.all.filter(({ state }) => state === 'open').length;
  must(openTickets === open.length, `${openTickets} tickets are open, with ${open.length} open rotations`);
  must(stagedValues(cloud) === open.filter(mayStage).length, 'a staged value was left behind');
  return {
    rotations: done,
    live_credentials: keys.live.filter(({ owner }) => owner === 'ours').length,
    orphans: lost.length,
    old_key: answer,
    failed_requests: failed,
    problems,
  };
}

function servedKeys(cloud: Cloud): readonly (FakeKey | undefined)[] {
  return cloud.keys.flatMap(({ path, field }) => {
    const value = cloud.vault.kv.served(path)?.[field];
    return typeof value === 'string' ? [cloud.vendor.keys.byValue(value)] : [];
  });
}

/** Live and ours, served nowhere, and neither named by an open rotation nor the old key of one. */
function orphans(
  cloud: Cloud,
  served: readonly (FakeKey | undefined)[],
  open: readonly Rotation[],
): readonly FakeKey[] {
  const explained = (key: FakeKey): boolean =>
    open.some((rotation) => rotation.text.includes(key.id) || cloud.placed.get(rotation.key) === key);
  return cloud.vendor.keys.live.filter(
    (key) => key.owner === 'ours' && !served.includes(key) && !explained(key) && !cloud.spare.has(key.id),
  );
}

function oldAnswer(cloud: Cloud, old: readonly FakeKey[]): ScenarioResult['old_key'] {
  if (old.length === 0) return 'none';
  return old.some((key) => cloud.vendor.keys.accepts(key)) ? 'accepted' : 'refused';
}

/** Slots beside the secrets in which the value of a key stands. */
function stagedValues(cloud: Cloud): number {
  const { secrets } = cloud.vault.kv.mount;
  const values = cloud.vendor.keys.all.map(({ value }) => value);
  return [...secrets].filter(([path, secret]) => {
    const texts = path.includes('.rekey.')
      ? [...secret.versions.values()].map(({ data }) => JSON.stringify(data))
      : [];
    return texts.some((text) => values.some((value) => text.includes(value)));
  }).length;
}

/** A rotation that is open may have its new value in the slot. */
const mayStage = ({ text }: Rotation): boolean => text.includes('/create') && !text.includes('/free');

import { factsPath, INDEX, readShard } from '../../src/adapters/journals/github-branch/layout';
import { evidenceFiles } from '../../src/commands/pages';
import { evidence } from '../../src/evidence/build';
import type { Fact } from '../../src/domain/journal/facts';
import { foldKey, newKey, type KeyState } from '../../src/domain/journal/keyState';
import { inOrder } from '../../src/domain/tools/text';
import { judge } from '../../src/sandbox/stage/judge';
import { leaks } from '../../src/sandbox/stage/leaks';
import type { Lifecycle } from './lifecycles';
import { JOURNAL, type World } from './world';

export interface Verdict {
  readonly orphans: number;
  readonly served: number;
  readonly failed: number;
  readonly leaked: number;
  readonly problems: readonly string[];
}

/** What must be true when nothing is left to do, seen at the servers, the fleet and the journal. */
export function verdict(world: World, lifecycle: Lifecycle, folder: string): Verdict {
  const { cloud } = world;
  const ends = world.rotations.map(({ outcome }) => outcome ?? 'open');
  const good = ends.filter((end) => end === 'done').length;
  const done = lifecycle.outcome === 'done' ? Math.max(1, good) : 0;
  const {
    problems,
    orphans,
    failed_requests: failed,
  } = judge(cloud, {
    done,
    old: lifecycle.old,
    served: lifecycle.outcome === 'removed' ? 'dead' : 'live',
  });
  const leaked = leaks(cloud, { results: world.jobs }, folder, [...world.wire.tokens]);
  // A plain run that finds nothing open looks at a key that is new to it.
  const wrongEnds = ends.filter((end) => end !== lifecycle.outcome && end !== 'adopted');
  return {
    orphans,
    failed,
    served: cloud.fleet.tally.served,
    leaked: leaked.length,
    problems: [
      ...problems,
      ...leaked.map((place) => `a value is in ${place}`),
      ...(ends.includes(lifecycle.outcome) ? [] : [`nothing ended as ${lifecycle.outcome}`]),
      ...wrongEnds.map((end) => `a rotation ended as ${end}, not as ${lifecycle.outcome}`),
      ...disabledKeys(world),
      ...rewritten(world),
      ...journalStates(world).flatMap(({ state, facts }) => inconsistent(state, facts)),
      ...wrongEvidence(world),
      ...sessions(world),
    ],
  };
}

/** Switched off and left so. */
function disabledKeys({ cloud }: World): readonly string[] {
  return cloud.vendor.keys.live
    .filter(({ disabled }) => disabled !== undefined)
    .map(({ id }) => `${id} is alive and was left disabled`);
}

/** Switched off to be watched, with nobody left who watches. Once it was watched it may stay so. */
export function unwatchedKeys(world: World): readonly string[] {
  const facts = journalStates(world).flatMap((one) => one.facts);
  const watched = facts.some((fact) => fact.type === 'result' && fact.row.endsWith('/disable'));
  return watched ? [] : disabledKeys(world);
}

/** The row of each key in the journal's index, and all its facts in the order of its rotations. */
export function journalStates({ cloud }: World): readonly { state: KeyState; facts: readonly Fact[] }[] {
  const files = cloud.github.home.git.store.head(JOURNAL)?.files ?? new Map<string, string>();
  const shards = [...files].filter(([path]) => path.startsWith(`${INDEX}/`));
  const rows = shards.flatMap(([path, text]) => [
    ...readShard(path.slice(INDEX.length + 1, -5), text).values(),
  ]);
  return rows.map((state) => {
    const folder = factsPath(state.identity, 'x').replace(/x\.jsonl$/, '');
    const logs = [...files]
      .filter(([path]) => path.startsWith(folder))
      .map(([, text]) =>
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as Fact),
      );
    const begun = (log: readonly Fact[]): string => log[0]?.at ?? '';
    logs.sort((one, other) => inOrder(begun(one), begun(other)));
    return { state, facts: logs.flat() };
  });
}

function inconsistent(state: KeyState, facts: readonly Fact[]): readonly string[] {
  const folded = foldKey(newKey(state.identity, state.name), facts);
  const [told, follows] = [state, folded].map((one) => JSON.stringify(Object.entries(one).sort()));
  return [
    ...(told === follows ? [] : [`the index of ${state.name} does not follow from its facts`]),
    ...(state.open?.claim ? [`${state.name} is still claimed`] : []),
  ];
}

/** A file of facts only ever grows. */
function rewritten({ cloud }: World): readonly string[] {
  const { store } = cloud.github.home.git;
  const history = store.history(store.head(JOURNAL)?.oid ?? '');
  return history.flatMap(({ files, oid }, index) => {
    const before = history[index + 1]?.files ?? new Map<string, string>();
    const changed = [...before].filter(
      ([path, text]) => path.startsWith('facts/') && !files.get(path)?.startsWith(text),
    );
    return changed.map(([path]) => `commit ${oid.slice(0, 7)} rewrites ${path}`);
  });
}

/** What stands in the journal is what its facts say, and that is what became of the keys. */
function wrongEvidence({ cloud, rotations }: World): readonly string[] {
  const files = cloud.github.home.git.store.head(JOURNAL)?.files ?? new Map<string, string>();
  const closed = rotations.filter(({ outcome }) => outcome !== undefined && outcome !== 'adopted');
  return closed.flatMap(({ id, text, outcome }) => {
    const facts = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Fact);
    const wrong = evidenceFiles(evidence(facts)).filter(({ path, content }) => files.get(path) !== content);
    const shown = JSON.parse(files.get(`evidence/${id}.json`) ?? '{}') as Shown;
    const dead = shown.condemned?.map(({ credential }) => credential) ?? [];
    const alive = dead.filter((one) => cloud.vendor.keys.byId(one) !== undefined);
    return [
      ...wrong.map(({ path }) => `${path} does not follow from its facts`),
      ...(shown.outcome === outcome
        ? []
        : [`evidence/${id}.json says ${shown.outcome}, the facts ${outcome}`]),
      ...alive.map((one) => `evidence/${id}.json condemns ${one}, which is alive`),
    ];
  });
}

interface Shown {
  readonly outcome?: string;
  readonly condemned?: readonly { readonly credential: string }[];
}

/** A run that was not disturbed ends what it began at the store. */
function sessions({ cloud, jobs }: World): readonly string[] {
  const left = cloud.vault.sessions.length;
  const excused = jobs.filter(({ disturbed }) => disturbed).length;
  return left > excused ? [`${left} sessions are left at the store, ${excused} runs were disturbed`] : [];
}

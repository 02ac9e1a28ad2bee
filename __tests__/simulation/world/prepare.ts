import { firstFiles } from '../../../src/adapters/journals/github-branch/layout';
import { DEPLOY_WORKFLOW, JOURNALS } from './configText';
import { FOREIGN } from './servers';
import type { World } from './world';

/** What is there before the first process begins: keys in use, the empty journal, a workflow that deploys. */
export function prepare(world: World): void {
  const { kv, vendor, github } = world.servers;
  kv.put('admin/gateway', { token: vendor.options.adminKeys[0] ?? '' });
  for (const label of FOREIGN) vendor.add(label, 'foreign');
  for (const key of world.setting.keys) {
    const { path, field, first, idBeside } = key;
    const neighbours = world.setting.noNeighbours ? {} : { other: 'kept' };
    const before = kv.served(path) ?? neighbours;
    if (first) {
      if (!world.setting.noNeighbours) kv.put(path, before);
      continue;
    }
    const old = vendor.add('made by hand');
    world.belongings.set(old.id, world.identityOf(key));
    kv.put(path, { ...before, [field]: old.value, ...(idBeside && { [`${field}_id`]: old.id }) });
  }
  world.fleet.start();
  world.watchers.push({
    effect: ({ kind }) => {
      if (kind === 'serve') world.fleet.notice();
    },
    changed: () => world.fleet.notice(),
  });
  const [used] = world.setting.keys;
  if (used && !used.first && world.setting.unlisted > 0)
    world.fleet.forgottenScript(used, world.setting.unlisted);
  beginJournal(world);
  const { actions } = github.home;
  actions.workflows.set(DEPLOY_WORKFLOW, {
    name: 'Deploy',
    runName: 'Deploy ${{ inputs.marker }}',
    inputs: ['workload', 'marker'],
    times: { running: Infinity },
  });
  actions.onDispatch = (run) =>
    world.fleet.roll(run.inputs['workload'] ?? '', (conclusion) => run.finish(conclusion));
}

const FIRST_COMMIT = { number: 1, id: 'init', after: '', entries: [] };

function beginJournal({ setting, disk, servers }: World): void {
  if (setting.journal === 'file') {
    for (const path of Object.values(JOURNALS)) {
      disk.write(`${path}/journal.json`, '{"format":1}\n');
      disk.write(`${path}/commits/00000001.json`, `${JSON.stringify(FIRST_COMMIT)}\n`);
    }
    return;
  }
  const fill = (files: Map<string, string>): void => {
    for (const { path, content } of firstFiles()) files.set(path, content);
  };
  servers.github.home.git.store.advance('rekey-journal', fill, 'Begin');
}

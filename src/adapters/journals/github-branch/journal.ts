import { AppendQueue } from '../../../domain/journal/appendQueue';
import type { Journal } from '../../../domain/contracts/journal';
import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError } from '../../../domain/errors';
import { BranchApi } from './api';
import { firstFiles } from './layout';
import { BranchLog } from './log';
import type { BranchSettings } from './settings';

export function branchJournal({ repository, branch }: BranchSettings, ports: AdapterPorts): Journal {
  const { github, publicJournal } = ports;
  const api = new BranchApi(github, repository ?? github.repository, branch);
  const log = new BranchLog(api, publicJournal);
  const queue = new AppendQueue(log);
  return {
    load: async () => log.reload(),
    facts: async (key, rotation, at) => log.facts(key, rotation, at),
    append: async (entries, files = []) => queue.append(entries, files),
    now: () => github.now(),
    init: async () => init(api, publicJournal),
    audit: async () => audit(api, ports),
  };
}

async function init(api: BranchApi, mayBePublic: boolean): Promise<void> {
  await refusePublic(api, mayBePublic);
  const made = !(await api.exists()) && (await api.create(firstFiles()));
  if (!made) throw new RekeyError('RK2005', `There is a branch ${api.branch} in ${api.repository} already.`);
}

/** Rules that every journal wants, and rules under which no commit of ours could land. */
const WANTED: Readonly<Record<string, string>> = {
  deletion: 'Restrict deletions',
  non_fast_forward: 'Block force pushes',
};
const RESERVES = 'update';
const HARMFUL = ['pull_request', RESERVES, 'required_status_checks', 'merge_queue', 'required_deployments'];

async function audit(api: BranchApi, { github, publicJournal }: AdapterPorts): Promise<readonly string[]> {
  await refusePublic(api, publicJournal);
  const rules = await api.rules();
  const missing = Object.keys(WANTED).filter((type) => !rules.includes(type));
  // Where updates are restricted and the App of journal-token may bypass that, the branch is reserved for it: GitHub does not tell who may.
  const harmful = HARMFUL.filter((type) => rules.includes(type)).filter(
    (type) => type !== RESERVES || github.input !== 'journal-token',
  );
  return [
    ...missing.map(
      (type) => `The branch ${api.branch} lacks a rule: add "${WANTED[type] ?? type}" to a ruleset for it.`,
    ),
    ...harmful.map(
      (type) => `The rule ${type} on ${api.branch} stops Rekey from writing: exempt the branch.`,
    ),
  ];
}

async function refusePublic(api: BranchApi, mayBePublic: boolean): Promise<void> {
  if (!mayBePublic && (await api.isPublic()))
    throw new RekeyError('RK7011', `${api.repository} is a public repository.`);
}

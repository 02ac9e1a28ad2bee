import { AppendQueue } from '../../../domain/journal/appendQueue';
import type { Journal } from '../../../domain/contracts/journal';
import type { AdapterPorts } from '../../../domain/descriptor';
import { RekeyError } from '../../../domain/errors';
import { BranchApi } from './api';
import { firstFiles } from './layout';
import { BranchLog } from './log';
import type { BranchSettings } from './settings';

export function branchJournal(chosen: BranchSettings, ports: AdapterPorts): Journal {
  const api = new BranchApi(ports.github, chosen.repository ?? ports.github.repository, chosen.branch);
  const log = new BranchLog(api, chosen.public);
  const queue = new AppendQueue(log);
  return {
    load: async () => log.reload(),
    facts: async (key, rotation, at) => log.facts(key, rotation, at),
    append: async (entries, files = []) => queue.append(entries, files),
    now: () => ports.github.now(),
    init: async () => init(api, chosen),
    audit: async () => audit(api, chosen),
  };
}

async function init(api: BranchApi, chosen: BranchSettings): Promise<void> {
  await refusePublic(api, chosen);
  const made = !(await api.exists()) && (await api.create(firstFiles()));
  if (!made) throw new RekeyError('RK2005', `There is a branch ${api.branch} in ${api.repository} already.`);
}

/** Rules that every journal wants, and rules under which no commit of ours could land. */
const WANTED: Readonly<Record<string, string>> = {
  deletion: 'Restrict deletions',
  non_fast_forward: 'Block force pushes',
};
const HARMFUL = ['pull_request', 'update', 'required_status_checks', 'merge_queue', 'required_deployments'];

async function audit(api: BranchApi, chosen: BranchSettings): Promise<readonly string[]> {
  await refusePublic(api, chosen);
  const rules = await api.rules();
  const missing = Object.keys(WANTED).filter((type) => !rules.includes(type));
  const harmful = HARMFUL.filter((type) => rules.includes(type));
  return [
    ...missing.map(
      (type) => `The branch ${api.branch} lacks a rule: add "${WANTED[type] ?? type}" to a ruleset for it.`,
    ),
    ...harmful.map(
      (type) => `The rule ${type} on ${api.branch} stops Rekey from writing: exempt the branch.`,
    ),
  ];
}

async function refusePublic(api: BranchApi, chosen: BranchSettings): Promise<void> {
  if (!chosen.public && (await api.isPublic()))
    throw new RekeyError('RK7011', `${api.repository} is a public repository.`);
}

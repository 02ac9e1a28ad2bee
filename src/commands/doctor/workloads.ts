import type { Config, KeyConfig } from '../../domain/config';
import type { Probe, Reading } from '../../domain/contracts/probe';
import { RekeyError } from '../../domain/errors';
import type { OpenWorkload } from '../../lifecycle/subject';
import type { Composition } from '../compose';
import { look, type Finding, type OneOf, type Seen } from './finding';

/** So many are looked at at the same time. */
const AT_ONCE = 10;

/** Health and deploy of each workload that the keys are used by: each once, and a page that several share once as well. */
export async function checkWorkloads(
  config: Config,
  keys: readonly KeyConfig[],
  parts: Composition,
): Promise<readonly Finding[]> {
  const names = [...new Set(keys.flatMap(({ usedBy }) => usedBy))];
  const pages = new Map<string, Promise<Reading>>();
  const findings: Finding[] = [];
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE).map(async (name) => {
      const users = keys.filter(({ usedBy }) => usedBy.includes(name));
      const opened = parts.workload(name);
      const healthy = await look(
        `workload ${name}`,
        async () => health(await opened, config, pages),
        one(name, 'health'),
      );
      return [healthy, ...(await deploys(name, users, opened, config))];
    });
    findings.push(...(await Promise.all(some)).flat());
  }
  return findings;
}

const one = (name: string, what: string): OneOf => ({ kind: 'workloads', name, what, own: [name] });

async function health(
  workload: OpenWorkload | undefined,
  config: Config,
  pages: Map<string, Promise<Reading>>,
): Promise<string> {
  const { name = '', probes = [] } = workload ?? {};
  const checks = config.workloads[name]?.checks ?? [];
  const ask = (probe: Probe, at: number): Promise<Reading> => {
    const { use, settings } = checks[at] ?? {};
    const page = JSON.stringify([use, settings]);
    const asked = pages.get(page) ?? probe.check();
    pages.set(page, asked);
    return asked;
  };
  const readings = await Promise.all(probes.map(ask));
  const bad = readings.find(({ verdict }) => verdict !== 'pass');
  if (bad) throw new RekeyError('RK6005', `${name} is not healthy: ${bad.sentence}.`);
  return readings.map(({ sentence }) => sentence).join('; ') || 'not tried: no check is configured';
}

/** One finding, or one for each text where the inputs differ by key. */
async function deploys(
  name: string,
  users: readonly KeyConfig[],
  opened: Promise<OpenWorkload | undefined>,
  config: Config,
): Promise<readonly Finding[]> {
  if (!config.workloads[name]?.roll) return [];
  const asked = async (key: string): Promise<Seen> => {
    const deployer = (await opened)?.deployer;
    return (
      (await deployer?.mustBeReady?.({ key, workload: name })) ??
      'not tried: it cannot be asked without rolling'
    );
  };
  const found = new Map<string, Finding>();
  for (const { name: key } of users) {
    const finding = await look(`workload ${name}, deploy`, () => asked(key), one(name, 'deploy'));
    if (!found.has(finding.says)) found.set(finding.says, finding);
  }
  return [...found.values()];
}

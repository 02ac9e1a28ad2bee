import type { World as CommandWorld } from '../../../src/commands/world';
import { SecretValue } from '../../../src/domain/secret';
import type { Http, Random } from '../../../src/domain/ports';
import type { RunContext } from '../../../src/domain/run';
import { createGitHub } from '../../../src/runtime/github/createGitHub';
import { createHost } from '../../../src/runtime/host/createHost';
import { createHttp } from '../../../src/runtime/http/createHttp';
import { createLog } from '../../../src/runtime/log';
import { fakeOidc, openValues } from '../../support/ports';
import { chanceOf } from '../scheduler/chances';
import { GITHUB } from '../world/configText';
import { REPOSITORY, REPOSITORY_IDS, TEMP, type World } from '../world/world';
import { diskOf } from './diskOf';
import type { Runner } from './runner';
import { transportOf } from './transportOf';

/** What a process printed and handed on. Nothing is redacted, so that what should not be there shows. */
export interface Printed {
  readonly lines: string[];
  readonly outputs: Record<string, string>;
}

/** The real ports of a process, down to its transport and its disk. */
export function worldOf(runner: Runner, world: World, printed: Printed): CommandWorld {
  const { clock } = runner;
  const random = randomOf(runner, world);
  const print = (text: string): void => void printed.lines.push(text);
  const log = createLog({ line: print, debug: print, open: print, close: () => undefined }, (text) => text);
  const transport = transportOf(runner, world);
  const http: CommandWorld['http'] = (boundary): Http =>
    createHttp({ clock, random, log, transport, allowLoopbackHttp: false, userAgent: 'rekey', ...boundary });
  const run = contextOf(runner, world);
  const github = createGitHub({
    http: http({ origins: [GITHUB], allowPrivateHosts: [] }),
    clock,
    log,
    api: GITHUB,
    repository: REPOSITORY,
    token: SecretValue.of(runner.job.token, [GITHUB]),
  });
  return {
    clock,
    random,
    log,
    values: openValues,
    github,
    journalGitHub: github,
    run,
    http,
    files: diskOf(runner, world),
    signal: runner.cancelling.signal,
    temp: `${TEMP}${runner.name}`,
    oidc: (origins) => fakeOidc(origins, { environment: 'production' }),
    host: createHost({ me: run.owner, github, startOf: () => Promise.resolve(undefined) }),
    laptopToken: () => undefined,
    deadline: clock.monotonic() + world.setting.deadline,
    output: {
      set: (name, value) => void (printed.outputs[name] = value),
      summary: (markdown) => {
        print(markdown);
        return Promise.resolve();
      },
      error: ({ code, line }, about) => print(`${code} ${about}: ${line}`),
      result: () => undefined,
      end: () => Promise.resolve(),
    },
  };
}

function randomOf(runner: Runner, world: World): Random {
  const chance = chanceOf(world.setting.seed, 'random', runner.number);
  return { id: (length) => chance.id(length), fraction: () => chance.fraction() };
}

/** Releases that read each other's facts. */
const RELEASES = ['0.0.9', '0.1.0', '0.2.0'];

function contextOf({ job, orders, number }: Runner, { setting }: World): RunContext {
  const { run } = job;
  const { repository } = orders;
  const release = chanceOf(setting.seed, 'release', number).pick(RELEASES);
  return {
    owner: { kind: 'actions', repository, run, attempt: 1, job: job.id },
    repository,
    repositoryId: REPOSITORY_IDS[repository],
    defaultBranch: 'main',
    event: orders.actor === 'schedule' ? 'schedule' : 'workflow_dispatch',
    actor: orders.actor,
    ref: 'refs/heads/main',
    url: `https://github.com/${repository}/actions/runs/${run}`,
    version: (setting.releases && release) || '0.1.0',
    sandbox: false,
  };
}

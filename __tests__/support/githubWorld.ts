import type { AdapterPorts } from '../../src/domain/descriptor';
import type { RunContext } from '../../src/domain/run';
import { SecretValue } from '../../src/domain/secret';
import { createGitHub } from '../../src/runtime/github/createGitHub';
import type { Fault } from '../../src/sandbox/faults';
import { fakeGitHub, type FakeGitHub, type FakeGitHubOptions } from '../../src/sandbox/github/gitHubServer';
import type { RecordedCall } from './fakeTransport';
import { seededRandom, testPorts } from './ports';
import { VirtualClock } from './virtualClock';

const API = 'https://api.github.com';

export interface NextFault {
  readonly path: RegExp;
  /** Absent: any. */
  readonly method?: string;
  readonly fault: Fault;
}

export interface GitHubWorld {
  readonly clock: VirtualClock;
  readonly server: FakeGitHub;
  /** What goes wrong with the next call that fits; each is used once. */
  readonly faults: NextFault[];
  /** Calls of all processes, in order. */
  calls(): readonly RecordedCall[];
  /** A process with a token, with nothing in memory; it speaks through octokit. */
  process(token?: string, run?: Partial<RunContext>, input?: string): AdapterPorts;
}

/** A GitHub with the repository acme/shop, and the token of a job that may do everything Rekey asks for. */
export function githubWorld(options: Partial<FakeGitHubOptions> = {}): GitHubWorld {
  const clock = new VirtualClock();
  const random = seededRandom(7);
  const server = fakeGitHub({
    world: { now: clock.now, id: (length) => random.id(length) },
    repository: { owner: 'acme', name: 'shop', id: 1001 },
    tokens: {
      'job-token': {
        login: 'github-actions[bot]',
        permissions: { contents: 'write', issues: 'write', actions: 'write' },
        repositories: ['acme/shop'],
      },
    },
    ...options,
  });
  const faults: NextFault[] = [];
  const recorded: (readonly RecordedCall[])[] = [];
  return {
    clock,
    server,
    faults,
    calls: () => recorded.flat(),
    process(token = 'job-token', run = {}, input = 'github-token') {
      const { ports, calls } = testPorts({
        routes: { [API]: server.handler },
        clock,
        run,
        faults: (call) => {
          const at = faults.findIndex(
            ({ path, method }) => path.test(call.path) && (method ?? call.method) === call.method,
          );
          return at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
        },
      });
      recorded.push(calls);
      const { http, log } = ports;
      const secret = SecretValue.of(token, [API]);
      const github = createGitHub({
        http,
        clock,
        log,
        api: API,
        token: secret,
        input,
        repository: 'acme/shop',
      });
      return { ...ports, github };
    },
  };
}

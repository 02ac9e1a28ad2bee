import type { AdapterPorts } from '../../src/domain/descriptor';
import type { Session } from '../../src/domain/contracts/identity';
import type { Clock, Files, GitHub, Log, Oidc, Random, Values } from '../../src/domain/ports';
import type { RunContext } from '../../src/domain/run';
import { SecretValue } from '../../src/domain/secret';
import { createHttp } from '../../src/runtime/http/createHttp';
import type { FaultPlan } from '../../src/sandbox/faults';
import type { Routes } from '../../src/sandbox/route';
import { fakeTransport, type RecordedCall } from './fakeTransport';
import { VirtualClock } from './virtualClock';

export const run: RunContext = {
  owner: { kind: 'actions', repository: 'acme/shop', run: '4711', attempt: 1, job: '90210' },
  repository: 'acme/shop',
  repositoryId: '1001',
  defaultBranch: 'main',
  event: 'schedule',
  actor: 'schedule',
  ref: 'refs/heads/main',
  url: 'https://github.com/acme/shop/actions/runs/4711',
  version: '0.0.0-test',
  sandbox: false,
};

export interface RecordingLog extends Log {
  readonly lines: string[];
}

export function recordingLog(): RecordingLog {
  const lines: string[] = [];
  return {
    lines,
    group: (title, body) => {
      lines.push(`# ${title}`);
      return body();
    },
    info: (line) => void lines.push(line),
    warning: (line) => void lines.push(`warning: ${line}`),
    debug: (line) => void lines.push(`debug: ${line}`),
  };
}

/** The same sequence for the same seed (mulberry32). */
export function seededRandom(seed = 1): Random {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const id = (length: number): string =>
    Array.from({ length }, () => letters[Math.floor(fraction() * letters.length)]).join('');
  return { fraction, id };
}

/** A token that any fake can read: `header.payload.signature` with these claims, unsigned. */
export function fakeOidc(origins: readonly string[], claims: Readonly<Record<string, string>> = {}): Oidc {
  let count = 0;
  let last: Record<string, string> = {};
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return {
    async token(audience) {
      count += 1;
      last = {
        iss: 'https://token.actions.githubusercontent.com',
        sub: 'repo:acme/shop:ref:refs/heads/main',
        repository: 'acme/shop',
        ...claims,
        aud: audience,
        jti: `token-${count}`,
      };
      return SecretValue.of(`${part({ alg: 'RS256', typ: 'JWT' })}.${part(last)}.c2lnbmF0dXJl`, origins);
    },
    claims: () => last,
  };
}

/** A disk in memory. @param content path to text */
export function memoryFiles(content = new Map<string, string>()): Files {
  return {
    read: async (path) => content.get(path),
    async create(path, text) {
      if (content.has(path)) return false;
      content.set(path, text);
      return true;
    },
    write: async (path, text) => void content.set(path, text),
    async list(path) {
      const inside = [...content.keys()].filter((name) => name.startsWith(`${path}/`));
      return [...new Set(inside.map((name) => name.slice(path.length + 1).split('/')[0] ?? ''))].sort();
    },
  };
}

/** A GitHub that nobody may call: adapters that need one are given a real one over a fake. */
function noGitHub(clock: Clock): GitHub {
  const refuse = (): never => {
    throw new Error('this test gives no GitHub; pass one in `github`');
  };
  return { repository: 'acme/shop', request: refuse, graphql: refuse, now: clock.now };
}

export interface TestWorld {
  readonly ports: AdapterPorts;
  readonly clock: VirtualClock;
  readonly log: RecordingLog;
  /** Each call that left, in order. */
  readonly calls: readonly RecordedCall[];
}

export interface TestOptions {
  readonly routes?: Routes;
  /** Default: the origins of the routes. */
  readonly origins?: readonly string[];
  readonly clock?: VirtualClock;
  readonly faults?: FaultPlan;
  readonly session?: Session;
  /** Another login, when a server has ended the session. */
  readonly renew?: (over: Session) => Promise<Session>;
  /** `store:path#field` to its value; each may travel to the origins above. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly laptopTokens?: Readonly<Record<string, string>>;
  readonly github?: GitHub;
  readonly files?: Files;
  readonly publicJournal?: boolean;
  readonly oidc?: Oidc;
  readonly run?: Partial<RunContext>;
}

/** Ports for one adapter over fakes: real Http port, virtual clock, seeded chance. */
export function testPorts(options: TestOptions = {}): TestWorld {
  const clock = options.clock ?? new VirtualClock();
  const random = seededRandom();
  const log = recordingLog();
  const routes = options.routes ?? {};
  const origins = options.origins ?? Object.keys(routes);
  const { transport, calls } = fakeTransport(routes, {
    clock,
    ...(options.faults && { faults: options.faults }),
  });
  const http = createHttp({
    transport,
    clock,
    random,
    log,
    origins,
    allowPrivateHosts: [],
    allowLoopbackHttp: true,
    userAgent: 'rekey-test',
  });
  const secretOf = (value: string | undefined): SecretValue | undefined =>
    value === undefined ? undefined : SecretValue.of(value, origins);
  const ports: AdapterPorts = {
    place: 'adapters.tested',
    http,
    clock,
    random,
    log,
    run: { ...run, ...options.run },
    github: options.github ?? noGitHub(clock),
    oidc: options.oidc ?? fakeOidc(origins),
    files: options.files ?? memoryFiles(),
    publicJournal: options.publicJournal ?? false,
    async session(over) {
      if (over && options.renew) return options.renew(over);
      if (options.session) return options.session;
      throw new Error('this test gives no session; pass one in `session`');
    },
    async secret(reference) {
      const value = secretOf(options.secrets?.[reference]);
      if (value) return value;
      throw new Error(`this test knows no secret ${reference}`);
    },
    laptopToken: (name) => secretOf(options.laptopTokens?.[name]),
  };
  return { ports, clock, log, calls };
}

/** Nothing is taken out of any text, so that what should not be there shows. */
export const openValues: Values = { redact: (text) => text, show: () => undefined };

import type { World } from '../../src/commands/world';
import type { Clock, Files } from '../../src/domain/ports';
import type { RunContext } from '../../src/domain/run';
import { SecretValue } from '../../src/domain/secret';
import { HOUR } from '../../src/domain/tools/time';
import { createGitHub } from '../../src/runtime/github/createGitHub';
import { createHost } from '../../src/runtime/host/createHost';
import { createHttp } from '../../src/runtime/http/createHttp';
import { paced } from '../../src/runtime/http/pace';
import type { Transport, WireRequest, WireResponse } from '../../src/runtime/http/wire';
import { createLog } from '../../src/runtime/log';
import { createMasker } from '../../src/runtime/mask';
import { createOidc } from '../../src/runtime/oidc';
import { seededRandom } from './ports';

/** What left one process, and what came back; undefined: no answer. */
export interface Exchange {
  readonly request: WireRequest;
  readonly answer: WireResponse | undefined;
}

/** Everything that one process printed, sent and left, as it is before the runner masks anything. */
export interface Traces {
  readonly lines: string[];
  readonly debug: string[];
  /** Annotations: `title: message`. */
  readonly errors: string[];
  readonly outputs: Record<string, string>;
  readonly exchanges: Exchange[];
  summary: string;
}

export interface Process {
  readonly number: string;
  readonly run: RunContext;
  /** Of the job, at GitHub. */
  readonly token: string;
  /** For the journal alone. */
  readonly journalToken: string | undefined;
  /** Where the job asks for OIDC tokens; undefined: it has no `id-token: write`. */
  readonly oidc: { readonly url: string; readonly token: string } | undefined;
  readonly clock: Clock;
  readonly files: Files;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  readonly api: string;
}

export const noTraces = (): Traces => ({
  lines: [],
  debug: [],
  errors: [],
  outputs: {},
  exchanges: [],
  summary: '',
});

/**
 * The world of one process: the real ports, down to the transport. Log and outputs are not redacted, so that what should not
 * be there shows. `end` forgets the values that it knows.
 */
export function companyWorld(
  process: Process,
  traces: Traces,
): { readonly world: World; readonly end: () => void } {
  const masker = createMasker(() => undefined);
  const end = SecretValue.onCreate((value) => masker.hide(value));
  const redact = (text: string): string => masker.redact(text);
  const { clock, run, files, signal, api } = process;
  const random = seededRandom(100 + Number(process.number));
  const log = createLog(
    {
      line: (text) => void traces.lines.push(text),
      debug: (text) => void traces.debug.push(text),
      open: (title) => void traces.lines.push(title),
      close: () => undefined,
    },
    (text) => text,
  );
  const transport: Transport = paced(clock)(async (request) => {
    const at = traces.exchanges.push({ request, answer: undefined }) - 1;
    const answer = await process.transport(request);
    traces.exchanges[at] = { request, answer };
    return answer;
  });
  const http: World['http'] = (boundary) =>
    createHttp({
      ...boundary,
      clock,
      random,
      log,
      transport,
      redact,
      allowLoopbackHttp: false,
      userAgent: 'rekey',
    });
  const only = (origin: string) => http({ origins: [origin], allowPrivateHosts: [] });
  const toGitHub = (token: string, input: string) =>
    createGitHub({
      http: only(api),
      clock,
      log,
      api,
      repository: run.repository,
      token: SecretValue.of(token, [api]),
      input,
      redact,
    });
  const github = toGitHub(process.token, 'github-token');
  const { journalToken } = process;
  const journalGitHub = journalToken === undefined ? github : toGitHub(journalToken, 'journal-token');
  const tokens = new URL(process.oidc?.url ?? api).origin;
  const request = process.oidc && {
    url: process.oidc.url,
    token: SecretValue.of(process.oidc.token, [tokens]),
  };
  const oidc = { http: only(tokens), request, actions: true, event: run.event };
  const world: World = {
    clock,
    random,
    log,
    values: masker,
    github,
    journalGitHub,
    run,
    http,
    files,
    signal,
    temp: `/tmp/run-${process.number}`,
    oidc: (origins) => createOidc({ ...oidc, origins }),
    host: createHost({ me: run.owner, github, startOf: () => Promise.resolve(undefined) }),
    laptopToken: () => undefined,
    deadline: clock.monotonic() + HOUR,
    output: {
      set: (name, value) => void (traces.outputs[name] = value),
      summary: (markdown) => {
        traces.summary += markdown;
        return Promise.resolve();
      },
      error: ({ code, line }, about) => void traces.errors.push(`${code} ${about}: ${line}`),
      result: () => undefined,
      end: () => Promise.resolve(),
    },
  };
  return { world, end };
}

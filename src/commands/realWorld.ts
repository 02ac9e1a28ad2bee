import type { Inputs } from '../config/inputs';
import { RekeyError } from '../domain/errors';
import type { GitHub, Http } from '../domain/ports';
import { SecretValue } from '../domain/secret';
import { clockAt, systemClock } from '../runtime/clock';
import type { Environment } from '../runtime/environment';
import { diskFiles } from '../runtime/files';
import { createGitHub } from '../runtime/github/createGitHub';
import { createHost } from '../runtime/host/createHost';
import { startOf } from '../runtime/host/processes';
import { createHttp } from '../runtime/http/createHttp';
import { paced } from '../runtime/http/pace';
import { routeNotes } from '../runtime/http/route';
import { undiciTransport } from '../runtime/http/undiciTransport';
import { ghToken } from '../runtime/laptop';
import { laptopOutput } from '../runtime/laptopOutput';
import { actionsPrinter, createLog, terminalPrinter } from '../runtime/log';
import { createMasker } from '../runtime/mask';
import { createOidc } from '../runtime/oidc';
import { actionsOutput } from '../runtime/output';
import { OWN_FOLDER, ownFolder } from '../runtime/ownFolder';
import { systemRandom } from '../runtime/random';
import { completeRun, readRun } from '../runtime/runContext';
import { writeErr, writeOut } from '../runtime/terminal';
import type { World } from './world';

/** The machine, the network and GitHub as they are. Everything secret that comes into being is masked from the first moment. */
export async function realWorld(
  environment: Environment,
  inputs: Pick<Inputs, 'command' | 'deadline' | 'json' | 'out'>,
  signal: AbortSignal,
): Promise<World> {
  const core = environment.actions ? await import('@actions/core') : undefined;
  const masker = createMasker((form) => core?.setSecret(form));
  const redact = (text: string): string => masker.redact(text);
  SecretValue.onCreate((value) => masker.hide(value));
  for (const early of [environment.token, environment.journalToken, environment.oidc?.token])
    if (early) masker.hide(early);
  const printer = core
    ? actionsPrinter(core)
    : terminalPrinter(inputs.json ? writeErr : writeOut, environment.debug);
  const log = createLog(printer, redact);
  if (environment.actions)
    for (const line of routeNotes(environment.proxy, environment.extraCertificates)) log.info(line);
  const clock = environment.speed ? clockAt(environment.speed) : systemClock;
  const found = await readRun(environment);
  const userAgent = `rekey/${found.version}`;
  const pace = paced(clock);
  const onPlainHttp = plainHttpTold((line) => {
    if (!environment.sandbox) log.info(line);
  });
  const http = ({ origins, allowPrivateHosts }: Parameters<World['http']>[0]): Http => {
    const allowLoopback = environment.sandbox || !environment.actions;
    const { proxy } = environment;
    const transport = pace(undiciTransport({ allowPrivateHosts, allowLoopback, proxy }));
    const boundary = { origins, allowPrivateHosts, allowLoopbackHttp: allowLoopback, onPlainHttp };
    return createHttp({ ...boundary, transport, clock, random: systemRandom, log, userAgent, redact });
  };
  const toGitHub = gitHubWith(environment, found.repository, http, { log, clock, redact });
  const github = await gitHub(environment, found.repository, clock, toGitHub);
  const { journalToken } = environment;
  const journalGitHub = journalToken ? toGitHub(journalToken, 'journal-token') : github;
  const run = await completeRun(found, github);
  const { files, temp, output } = core
    ? {
        files: diskFiles(),
        temp: environment.temp,
        output: actionsOutput(core, redact),
      }
    : await laptopFiles(inputs, { log, redact });
  const request = environment.oidc;
  const runner = request && new URL(request.url);
  const oidcHttp = http({
    origins: runner ? [runner.origin] : [],
    allowPrivateHosts: runner ? [runner.hostname] : [],
  });
  return {
    clock,
    log,
    values: masker,
    http,
    github,
    journalGitHub,
    run,
    signal,
    random: systemRandom,
    files,
    oidc: (origins) =>
      createOidc({ http: oidcHttp, request, actions: environment.actions, event: run.event, origins }),
    host: createHost({ me: run.owner, github, startOf }),
    laptopToken: (name, origin) => environment.laptopToken(name, origin),
    deadline: clock.monotonic() + inputs.deadline,
    temp,
    output,
  };
}

/** On a laptop files have a folder that is ours alone, and the result may be read by a program. */
async function laptopFiles(
  { command, json, out }: Pick<Inputs, 'command' | 'json' | 'out'>,
  { log, redact }: Pick<World, 'log'> & { readonly redact: (text: string) => string },
): Promise<Pick<World, 'files' | 'temp' | 'output'>> {
  const { files, path: folder } = await ownFolder(diskFiles(), out ?? OWN_FOLDER, out !== undefined);
  const keep = out !== undefined;
  const output = laptopOutput({ command, json, folder, keep, files, log, write: writeOut, redact });
  return { files, temp: folder, output };
}

/** Says it once for each origin, whichever part speaks to it. The sandbox is loopback and nothing else, so there it is no news. */
function plainHttpTold(say: (line: string) => void): (origin: string) => void {
  const told = new Set<string>();
  return (origin) => {
    if (told.has(origin)) return;
    told.add(origin);
    say(
      `plain http to ${new URL(origin).host}: this machine only; values go unencrypted between its programs`,
    );
  };
}

type ToGitHub = (token: SecretValue, input: 'github-token' | 'journal-token') => GitHub;

function gitHubWith(
  { api }: Environment,
  repository: string,
  http: World['http'],
  own: Pick<World, 'log' | 'clock'> & { readonly redact: (text: string) => string },
): ToGitHub {
  const { origin, hostname } = new URL(api);
  const port = http({ origins: [origin], allowPrivateHosts: [hostname] });
  return (token, input) => createGitHub({ http: port, api, token, input, repository, ...own });
}

async function gitHub(
  { api, server, actions, token: given }: Environment,
  repository: string,
  clock: World['clock'],
  toGitHub: ToGitHub,
): Promise<GitHub> {
  const token = given ?? (actions ? undefined : await ghToken(server, api));
  return token ? toGitHub(token, 'github-token') : noGitHub(repository, clock, actions);
}

/** Without a token: what needs GitHub says so, all else works. */
function noGitHub(repository: string, clock: World['clock'], actions: boolean): GitHub {
  const refuse = (): Promise<never> => {
    throw new RekeyError('RK3004', 'This needs GitHub, and there is no token for it.', {
      next: actions
        ? 'Leave the input github-token out, or give it a token; it was set to nothing.'
        : 'Log in with gh auth login, or set GITHUB_TOKEN.',
    });
  };
  return { repository, request: refuse, graphql: refuse, now: () => clock.now() };
}

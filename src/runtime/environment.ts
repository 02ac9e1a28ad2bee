import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isLoopback } from '../domain/tools/address';
import { RekeyError } from '../domain/errors';
import type { RunContext } from '../domain/run';
import { SecretValue } from '../domain/secret';
import { readSpeed, type Speed } from './clock';
import type { ProxySettings } from './http/proxy';
import { withScheme } from './http/proxyAddress';
import type { OidcRequest } from './oidc';

type Variables = Readonly<Record<string, string | undefined>>;

/** All that the process was given from outside, read once. Nobody else looks at the environment. */
export interface Environment {
  /** Words after the program's name: `settle`, or on a laptop the command and its options. */
  readonly words: readonly string[];
  /** The action's inputs, one JSON object as text; undefined on a laptop. */
  readonly inputs: string | undefined;
  /** True in GitHub Actions. */
  readonly actions: boolean;
  /** Debug lines are wanted. */
  readonly debug: boolean;
  /**
   * Plain http to loopback is allowed, and evidence is stamped. In a job only where GitHub itself is on loopback: no step before ours can
   * change GITHUB_API_URL, so that no real job is ever a sandbox.
   */
  readonly sandbox: boolean;
  /** Of the sandbox's time. Outside the sandbox time runs as it does, whatever a variable says. */
  readonly speed: Speed | undefined;
  /** GITHUB_API_URL, such as `https://api.github.com`. */
  readonly api: string;
  /** GITHUB_SERVER_URL, such as `https://github.com`. */
  readonly server: string;
  /** May travel to the origin of `api`. On a laptop `laptop.ts` may find one more. */
  readonly token: SecretValue | undefined;
  /** For the journal alone. */
  readonly journalToken: SecretValue | undefined;
  readonly oidc: OidcRequest | undefined;
  readonly proxy: ProxySettings;
  /** Variables that name further certificates, with what they hold. Node reads them by itself. */
  readonly extraCertificates: Readonly<Record<string, string>>;
  /** A folder in the runner's, for files that a later step needs. Not for a laptop: there it would be everybody's. */
  readonly temp: string;
  /** What the runner says of this job, as it says it. */
  readonly job: JobVariables;
  /** A token of the developer, such as VAULT_TOKEN; undefined in Actions. */
  laptopToken(name: string, origin: string): SecretValue | undefined;
}

export interface JobVariables {
  readonly repository: string;
  readonly repositoryId: string;
  readonly run: string;
  readonly attempt: number;
  /** Id of the check run; empty on servers that do not tell. */
  readonly id: string;
  readonly runner: string;
  readonly event: RunContext['event'];
  readonly actor: string;
  readonly ref: string;
}

/** https://nodejs.org/api/cli.html#environment-variables-1; the last two where Node trusts the machine's. */
const CERTIFICATES = ['NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA', 'SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;
const GITHUB_API = 'https://api.github.com';
const GITHUB = 'https://github.com';

export function readEnvironment(variables: Variables, words: readonly string[]): Environment {
  const read = (...names: readonly string[]): string | undefined =>
    names.map((name) => variables[name]).find((value) => value !== undefined && value !== '');
  const actions = variables['GITHUB_ACTIONS'] === 'true';
  const api = addressIn('GITHUB_API_URL', read) ?? GITHUB_API;
  const sandbox = variables['REKEY_SANDBOX'] === '1' && (!actions || isOnLoopback(api));
  const secret = (value: string | undefined, address: string): SecretValue | undefined =>
    value === undefined ? undefined : SecretValue.of(value, [new URL(address).origin]);
  return {
    words,
    inputs: variables['REKEY_INPUTS'],
    actions,
    debug: variables['RUNNER_DEBUG'] === '1',
    sandbox,
    speed: sandbox ? readSpeed(read('REKEY_SANDBOX_SPEED')) : undefined,
    api,
    server: addressIn('GITHUB_SERVER_URL', read) ?? GITHUB,
    token: secret(actions ? read('REKEY_TOKEN') : read('REKEY_TOKEN', 'GH_TOKEN', 'GITHUB_TOKEN'), api),
    journalToken: secret(read('REKEY_JOURNAL_TOKEN'), api),
    oidc: oidcOf(read, secret),
    proxy: proxyOf(read),
    extraCertificates: Object.fromEntries(
      CERTIFICATES.flatMap((name) => (variables[name] ? [[name, variables[name]]] : [])),
    ),
    temp: join(read('RUNNER_TEMP') ?? tmpdir(), 'rekey'),
    job: jobOf((name) => variables[name] ?? ''),
    laptopToken: (name, origin) => (actions ? undefined : secret(read(name)?.trim(), origin)),
  };
}

function isOnLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && isLoopback(hostname);
}

type Read = (...names: readonly string[]) => string | undefined;

/** Throws RK1002, which names the variable and not what it holds. */
function addressIn(name: string, read: Read): string | undefined {
  const text = read(name);
  if (text === undefined || (/^https?:\/\/[^/]/.test(text) && URL.canParse(text))) return text;
  throw new RekeyError('RK1002', `The variable ${name} holds no address.`, {
    next: 'Set it to an address such as https://github.example.com, or unset it.',
  });
}

function oidcOf(
  read: Read,
  secret: (value: string | undefined, address: string) => SecretValue | undefined,
): OidcRequest | undefined {
  const url = addressIn('ACTIONS_ID_TOKEN_REQUEST_URL', read);
  if (url === undefined) return undefined;
  const token = secret(read('ACTIONS_ID_TOKEN_REQUEST_TOKEN'), url);
  return token && { url, token };
}

/** The names that curl and the runner read, in their order. */
function proxyOf(read: Read): ProxySettings {
  const http = proxyIn(['http_proxy', 'HTTP_PROXY'], read);
  const https = proxyIn(['https_proxy', 'HTTPS_PROXY'], read);
  const none = read('no_proxy', 'NO_PROXY');
  return {
    ...(http !== undefined && { http }),
    ...(https !== undefined && { https }),
    ...(none !== undefined && { none }),
  };
}

/** Throws RK1002 for what no connection could go through, such as a SOCKS proxy. */
function proxyIn(names: readonly string[], read: Read): string | undefined {
  const text = read(...names);
  if (text === undefined) return undefined;
  const address = withScheme(text);
  if (/^https?:\/\/[^/\s]+\/?$/i.test(address) && URL.canParse(address)) return text;
  const name = names.find((one) => read(one) === text) ?? '';
  throw new RekeyError('RK1002', `The variable ${name} holds no address of an HTTP proxy.`, {
    next: 'Set it to an address such as http://proxy.example.com:3128, or unset it.',
  });
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
function jobOf(read: (name: string) => string): JobVariables {
  return {
    repository: read('GITHUB_REPOSITORY'),
    repositoryId: read('GITHUB_REPOSITORY_ID'),
    run: read('GITHUB_RUN_ID'),
    attempt: Number(read('GITHUB_RUN_ATTEMPT') || '1'),
    id: read('REKEY_JOB'),
    runner: read('RUNNER_NAME'),
    event: read('GITHUB_EVENT_NAME'),
    actor: read('GITHUB_TRIGGERING_ACTOR') || read('GITHUB_ACTOR'),
    ref: read('GITHUB_REF'),
  };
}

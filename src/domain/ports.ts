import type { SecretText, SecretValue } from './secret';
import type { SecretJson, SecretJsonText } from './secretJson';
import type { Millis } from './tools/time';

/** Standard Webhooks (https://www.standardwebhooks.com). The secret is `whsec_` and base64, or any other text, taken as it is. */
export interface WebhookSignature {
  readonly id: string;
  readonly secret: SecretValue;
}

/**
 * AWS Signature Version 4 in headers (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).
 * The secret key never travels, but it signs only for origins that it may travel to. Not for S3, which signs bodies in another way.
 */
export interface AwsSignature {
  /** Such as `us-east-1`. */
  readonly region: string;
  /** The signing name, such as `secretsmanager`. */
  readonly service: string;
  readonly accessKeyId: string | SecretValue;
  readonly secretAccessKey: SecretValue;
  /** Of a temporary session. */
  readonly sessionToken?: SecretValue;
}

/** Asked right before a write leaves: whether it may still be sent. Reads, logins and keys that come first may have taken long. */
export type Permit = () => boolean;

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'LIST' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Default: true for reads. True: this POST changes nothing (a query), so it may be repeated. False: sent once, as a probe wants it. */
  readonly safe?: boolean;
  /** Absolute. Build it with `endpoint`, which encodes each id as one path segment. Secret where the address itself is the key, as with chat webhooks. */
  readonly url: string | SecretValue;
  readonly headers?: Readonly<Record<string, string | SecretValue | SecretText | SecretJsonText>>;
  readonly json?: SecretJson;
  readonly form?: Readonly<Record<string, string | SecretValue | SecretText | SecretJsonText>>;
  /** Body as it is, for signatures over bytes. */
  readonly text?: string;
  /**
   * The port signs what it sends. Webhooks: it adds webhook-id, webhook-timestamp and webhook-signature, an HMAC-SHA256 over `text`.
   * AWS: it adds authorization, x-amz-date and x-amz-security-token, over address, body, content type and the x-amz- headers.
   */
  readonly sign?: WebhookSignature | { readonly aws: AwsSignature };
  /** RK9014 when it says no. Left out: it may be sent at any time. */
  readonly permit?: Permit | undefined;
  /** Default 30 s, the longest an effect may take. */
  readonly timeout?: Millis;
  /** Default 2 MiB. */
  readonly maxBytes?: number;
}

/** Any answer below 300 or from 400 on. A redirect is an error of the port, unless it stays on the same origin and is a read. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The body as JSON. Throws RK9005, which shows nothing of the body. */
  json(): unknown;
  /** The server's clock, where it tells. */
  readonly date?: Millis;
}

/**
 * The only way out. It throws `transient` when the request cannot have arrived, `unknown` when it may have, `denied` when
 * the address or the origin of a secret forbids it. It repeats reads (GET, HEAD, LIST and `safe`) on throttled and transient, nothing else.
 */
export interface Http {
  send(request: HttpRequest): Promise<HttpResponse>;
}

export interface Clock {
  /** Wall clock. For in-process waits use `monotonic`; for due dates and waits across processes the journal's clock. */
  now(): Millis;
  monotonic(): Millis;
  /** Ends early, without an error, when the signal is aborted. */
  sleep(duration: Millis, signal?: AbortSignal): Promise<void>;
}

export interface Random {
  /** Lower-case letters and digits, at least 60 bits for length 12. */
  id(length: number): string;
  /** From 0 up to, not including, 1: for jitter. */
  fraction(): number;
}

export interface Log {
  /** Lines under a heading that people may fold. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  info(line: string): void;
  warning(line: string): void;
  debug(line: string): void;
}

/** Tells the runner to hide a value, in all the forms it may appear in. Must be awaited before anything can print it. */
export interface Masker {
  hide(value: SecretValue): void;
}

/** Every secret value that came into being in this process, in all the forms in which it may stand in a text. */
export interface Values {
  /** The text without them. Everything that leaves for people passes it: log, facts, tickets, notices, files. */
  readonly redact: (text: string) => string;
  /** This text is public although it is a part of a credential: the vendor lists it as the id of a key. */
  readonly show: (text: string) => void;
}

/** The workflow's own identity: a fresh token for each call. */
export interface Oidc {
  token(audience: string): Promise<SecretValue>;
  /** The claims of the last token, for error messages; never the token. */
  claims(): Readonly<Record<string, string>>;
}

export interface GitHubResponse {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

/** GitHub's API with the token of the job. Errors are of this project: RK3004 names the missing permission. */
export interface GitHub {
  /** `owner/name` of the repository that the job runs in. */
  readonly repository: string;
  /** The input that its token came from, such as `journal-token`; absent: nobody said. */
  readonly input?: string;
  /** @param route such as `GET /repos/{owner}/{repo}/issues/{number}`; parameters are encoded. @param permission what a 403 means */
  request(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    permission: string,
    permit?: Permit,
  ): Promise<GitHubResponse>;
  graphql(query: string, variables: Readonly<Record<string, unknown>>, permission: string): Promise<unknown>;
  /** GitHub's clock: the Date of its last answer plus what has passed since. */
  now(): Millis;
}

/**
 * The disk, for the journal of a laptop or sandbox. Paths as the settings give them. What is not there is `undefined` or empty;
 * any other failure is RK7007.
 */
export interface Files {
  read(path: string): Promise<string | undefined>;
  /** Makes the file, and the directories above it, whole or not at all. False when it exists: of several writers one wins. */
  create(path: string, content: string): Promise<boolean>;
  /** Replaces the file, whole or not at all. */
  write(path: string, content: string): Promise<void>;
  /** Names in a directory, sorted. */
  list(path: string): Promise<readonly string[]>;
}

import type { Http, HttpRequest, HttpResponse, Permit } from '../../domain/ports';
import { SecretText, type SecretValue } from '../../domain/secret';

/** What octokit hands to its `fetch`. */
interface FetchOptions {
  readonly method: HttpRequest['method'];
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What octokit reads of an answer. */
interface FetchAnswer {
  readonly status: number;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  /** What it takes for the data of a success when it is told not to parse. */
  readonly body: unknown;
  text(): Promise<string>;
}

/** The index of 10,000 keys is about 6 MB in one answer. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * Octokit's `request.fetch` over our port, which guards addresses and repeats reads. The token is added here, so octokit
 * never holds it and no error of octokit can show it. https://github.com/octokit/request.js#request
 * @param safe whether this call changes nothing, which of GraphQL only the caller knows
 */
export function octokitFetch(
  http: Http,
  token: SecretValue,
  safe: boolean,
  onAnswer: (answer: HttpResponse) => void,
  permit?: Permit,
): (url: string, options: FetchOptions) => Promise<FetchAnswer> {
  return async (url, { method, headers, body }) => {
    const answer = await http.send({
      method,
      url,
      safe,
      permit,
      maxBytes: MAX_BYTES,
      headers: { ...headers, authorization: new SecretText(['Bearer ', token]) },
      ...(body !== undefined && { text: body }),
    });
    onAnswer(answer);
    return {
      status: answer.status,
      url,
      headers: new Map(Object.entries(answer.headers)),
      body: dataOf(answer),
      text: async () => answer.text,
    };
  };
}

/** Octokit's own parser keeps big integers, by regular expressions over the whole text: too slow for an index of megabytes. */
function dataOf({ headers, text }: HttpResponse): unknown {
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

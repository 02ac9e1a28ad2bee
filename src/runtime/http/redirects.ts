import { RekeyError } from '../../domain/errors';
import { codeSpan } from '../../domain/tools/text';
import { isRead, type WireRequest, type WireResponse } from './wire';

const MOST = 3;

export const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/**
 * Follows redirects of reads on the same origin. A secret never goes where only a server says: another origin is refused,
 * and so is every redirect of a write, which would send the body twice.
 * @param redact takes known values out of a text, because the address may repeat what the server heard
 */
export async function followRedirects(
  request: WireRequest,
  send: (request: WireRequest) => Promise<WireResponse>,
  redact: (text: string) => string,
): Promise<WireResponse> {
  let { url } = request;
  for (let hops = 0; ; hops += 1) {
    const answer = await send({ ...request, url });
    if (!isRedirect(answer.status)) return answer;
    const { location = '' } = answer.headers;
    const target = location !== '' && URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    const why = refusal(request, url, target, hops);
    if (target === undefined || why !== undefined) {
      const whither = target && redact(location) === location ? `, to ${codeSpan(target.origin)}` : '';
      throw new RekeyError('RK9003', `${request.method} ${url.origin}: ${why ?? ''}${whither}.`);
    }
    url = target;
  }
}

function refusal(request: WireRequest, from: URL, to: URL | undefined, hops: number): string | undefined {
  if (to === undefined) return 'a redirect without a usable address';
  if (to.origin !== from.origin) return 'a redirect to another origin';
  if (!isRead(request.method)) return 'a redirect of a write';
  return hops === MOST ? `more than ${MOST} redirects` : undefined;
}

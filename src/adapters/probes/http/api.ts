import type { Http, HttpResponse } from '../../../domain/ports';
import { millisOf } from '../../../kits/adapter/settings';
import type { HttpProbeSettings } from './settings';

/** One request. Not repeated: the first fault is what we want to see, and a repeat would count as latency. */
export const ask = (
  http: Http,
  { method, url, headers, timeout }: HttpProbeSettings,
): Promise<HttpResponse> =>
  http.send({
    method,
    url,
    headers: { accept: '*/*', ...headers },
    timeout: millisOf(timeout),
    safe: false,
  });

import { SECOND, type Millis } from './time';

/**
 * How long a server asks us to wait: `Retry-After` as seconds or as a date, the date taken by the server's own clock.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfterOf(response: {
  readonly headers: Readonly<Record<string, string>>;
}): Millis | undefined {
  const asked = response.headers['retry-after']?.trim();
  if (asked === undefined || asked === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * SECOND;
  const until = Date.parse(asked);
  const server = Date.parse(response.headers['date'] ?? '');
  return Number.isNaN(until) || Number.isNaN(server) ? undefined : Math.max(0, until - server);
}

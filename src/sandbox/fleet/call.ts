import { request } from 'node:http';
import { FLEET_AGENT } from '../tap';

const TIMEOUT = 5000;

/**
 * One GET of an application on loopback, on a connection of its own, so that a connection that was closed while idle is
 * never mistaken for a refused key. Status 0: no answer.
 */
export function get(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve) => {
    const noAnswer = (): void => resolve({ status: 0, body: '' });
    const sent = request(
      url,
      { headers: { ...headers, 'user-agent': FLEET_AGENT }, agent: false, timeout: TIMEOUT },
      (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (body += chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
        answer.on('error', noAnswer);
      },
    );
    sent.on('timeout', () => sent.destroy());
    sent.on('error', noAnswer);
    sent.end();
  });
}

import { createHttp } from '../../src/runtime/http/createHttp';
import { undiciTransport } from '../../src/runtime/http/undiciTransport';
import { systemClock } from '../../src/runtime/clock';
import { systemRandom } from '../../src/runtime/random';
import type { AdapterPorts } from '../../src/domain/descriptor';
import type { FakeWorld } from '../../src/kits/fake/fake';
import type { Clock } from '../../src/domain/ports';
import { recordingLog, testPorts, type RecordingLog } from './ports';

/** Address and root-like token of a server that may be used for tests. */
export interface RealVault {
  readonly address: string;
  readonly token: string;
  /** A call with that token; throws for what is no success, except 404. */
  ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>>;
  /** Whether the server takes this token. */
  takes(token: string): Promise<boolean>;
}

export function realVault(): RealVault {
  const address = new URL(needed('VAULT_ADDR')).origin;
  const token = needed('VAULT_TOKEN');
  const send = (method: string, path: string, own: string, body?: unknown): Promise<Response> =>
    fetch(`${address}/v1/${path}`, {
      method,
      headers: {
        'x-vault-token': own,
        'content-type': method === 'PATCH' ? 'application/merge-patch+json' : 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  return {
    address,
    token,
    async ask(method, path, body) {
      const answer = await send(method, path, token, body);
      const text = await answer.text();
      if (!answer.ok && answer.status !== 404) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
      return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    },
    takes: async (own) => (await send('GET', 'auth/token/lookup-self', own)).status === 200,
  };
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`Set VAULT_ADDR and VAULT_TOKEN to a server that tests may use; ${name} is not set.`);
  }
  return value;
}

/** Real time with an offset, so that a process can believe that hours have passed. */
export class ShiftedClock implements Clock {
  #offset = 0;
  now = (): number => systemClock.now() + this.#offset;
  monotonic = (): number => systemClock.monotonic() + this.#offset;
  sleep = systemClock.sleep;
  shift(by: number): void {
    this.#offset += by;
  }
}

export const realWorld: FakeWorld = { now: () => Date.now(), id: systemRandom.id };

export interface RealProcess {
  readonly ports: AdapterPorts;
  readonly log: RecordingLog;
}

/** Ports of one process that speaks to this server over real sockets. */
export function realPorts(address: string, clock: Clock = systemClock): RealProcess {
  const log = recordingLog();
  const http = createHttp({
    transport: undiciTransport({ allowPrivateHosts: [], allowLoopback: true }),
    clock: systemClock,
    random: systemRandom,
    log,
    origins: [address],
    allowPrivateHosts: [new URL(address).hostname],
    allowLoopbackHttp: true,
    userAgent: 'rekey-test',
  });
  return { ports: { ...testPorts().ports, http, clock, random: systemRandom, log }, log };
}

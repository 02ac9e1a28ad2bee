import type { FakeRequest, FakeResponse } from '../../src/kits/fake/fake';
import type { Clock } from '../../src/domain/ports';
import { ProcessKilled } from '../../src/domain/processKilled';
import type { Millis } from '../../src/domain/tools/time';
import {
  TransportFailure,
  type Transport,
  type WireRequest,
  type WireResponse,
} from '../../src/runtime/http/wire';
import type { Call, Fault, FaultPlan } from '../../src/sandbox/faults';
import { routed, type Routes } from '../../src/sandbox/route';

/** status: the answer's, or what became of the call. */
export interface RecordedCall extends Call {
  readonly status: number | Fault['kind'] | 'no connection';
  readonly sentAt: Millis;
}

export interface FakeTransport {
  readonly transport: Transport;
  readonly calls: readonly RecordedCall[];
}

interface Options {
  readonly clock: Clock;
  readonly faults?: FaultPlan;
  /** Time from the call to its answer; the effect is in the middle. */
  readonly latency?: Millis;
}

/** One process's way to a world of fakes, in process and without a socket. After a kill every further call dies too. */
export function fakeTransport(routes: Routes, options: Options): FakeTransport {
  const { clock, faults, latency = 0 } = options;
  const calls: RecordedCall[] = [];
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new ProcessKilled();
  };

  const transport: Transport = async (request) => {
    const call = {
      n: calls.length + 1,
      origin: request.url.origin,
      method: request.method,
      path: request.url.pathname,
    };
    const at = calls.length;
    const record = (status: RecordedCall['status']): void => {
      calls[at] = { ...call, status, sentAt: clock.now() };
    };
    record('no connection');
    const fault = dead ? undefined : faults?.(call);
    if (fault) record(fault.kind);
    await clock.sleep(suspension(fault, 'before'));
    if (fault?.kind === 'stall') await fault.hold;
    if (dead || (fault?.kind === 'kill' && fault.when === 'before')) die();
    await clock.sleep(latency / 2);
    const answer = await meet(fault, request, () => effect(routes, request, clock), clock);
    if (dead || fault?.kind === 'kill') die();
    record(answer.status);
    await clock.sleep(latency / 2);
    await clock.sleep(suspension(fault, 'after'));
    if (dead) die();
    return { ...answer, cut: Buffer.byteLength(answer.body) > request.maxBytes };
  };
  return { transport, calls };
}

const suspension = (fault: Fault | undefined, when: 'before' | 'after'): Millis =>
  fault?.kind === 'suspended' && fault.when === when ? fault.duration : 0;

function effect(routes: Routes, request: WireRequest, clock: Clock): WireResponse {
  const answer = routed(routes, request.url.origin, toFake(request));
  if (answer === undefined) throw new TransportFailure('no', 'unknown host');
  return toWire(answer, clock);
}

/** Lets the fault do its part; a call without one simply has its effect. */
async function meet(
  fault: Fault | undefined,
  request: WireRequest,
  act: () => WireResponse,
  clock: Clock,
): Promise<WireResponse> {
  switch (fault?.kind) {
    case 'refused':
      throw new TransportFailure('no', 'refused');
    case 'lost':
      act();
      await clock.sleep(fault.after ?? request.timeout);
      throw new TransportFailure('maybe', fault.after === undefined ? 'timeout' : 'connection lost');
    case 'timeout':
      await clock.sleep(request.timeout);
      throw new TransportFailure('maybe', 'timeout');
    case 'late':
      void clock.sleep(fault.delay).then(act);
      await clock.sleep(request.timeout);
      throw new TransportFailure('maybe', 'timeout');
    case 'status':
      return toWire(statusPage(fault.status, fault.retryAfter), clock);
    case 'truncated':
      return cutInHalf(act());
    case 'html':
      return toWire(
        { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' },
        clock,
      );
    case 'stall':
    case 'suspended':
    case 'kill':
    case undefined:
      return act();
  }
}

const cutInHalf = (answer: WireResponse): WireResponse => ({
  ...answer,
  body: answer.body.slice(0, Math.floor(answer.body.length / 2)),
});

const statusPage = (status: number, retryAfter: number | undefined): FakeResponse => ({
  status,
  headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  body: '',
});

function toFake(request: WireRequest): FakeRequest {
  return {
    method: request.method,
    path: request.url.pathname,
    query: request.url.searchParams,
    headers: { host: request.url.host, ...request.headers },
    body: request.body ?? '',
  };
}

/** As a real server does, the answer tells the time, in whole seconds. */
function toWire(answer: FakeResponse, clock: Clock): WireResponse {
  const headers: Record<string, string> = { date: new Date(clock.now()).toUTCString() };
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers[name.toLowerCase()] = value;
  return { status: answer.status, headers, body: answer.body };
}

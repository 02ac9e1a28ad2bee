import type { Socket } from 'node:net';
import type { FakeResponse } from '../kits/fake/fake';
import type { Fault } from './faults';

/** A fault as a server can show it on a socket. The client's own faults (suspended, kill) are none of its business. */
export async function misbehave(
  fault: Fault | undefined,
  socket: Socket,
  act: () => FakeResponse,
  answer: (response: FakeResponse) => void,
): Promise<void> {
  switch (fault?.kind) {
    case 'refused':
      socket.destroy();
      return;
    case 'lost':
      act();
      socket.destroy();
      return;
    case 'timeout':
      // The client hangs up when it has waited long enough.
      return;
    case 'late':
      setTimeout(act, fault.delay);
      return;
    case 'status': {
      const { status, retryAfter } = fault;
      answer({
        status,
        headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
        body: '',
      });
      return;
    }
    case 'truncated': {
      const { body, ...rest } = act();
      answer({ ...rest, body: body.slice(0, Math.floor(body.length / 2)) });
      return;
    }
    case 'html':
      answer({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Sign in</html>' });
      return;
    case 'stall':
      await fault.hold;
      answer(act());
      return;
    case 'suspended':
    case 'kill':
    case undefined:
      answer(act());
  }
}

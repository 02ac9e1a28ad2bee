import { request } from 'node:https';
import { undiciTransport } from '../../../src/runtime/http/undiciTransport';
import { TransportFailure } from '../../../src/runtime/http/wire';

/** Prints what Node alone makes of the server whose address it is given, and what our transport makes of it. */
const url = new URL(process.argv[2] ?? '');

const plain = await new Promise<string>((resolve) => {
  request(url, (answer) => {
    answer.resume();
    resolve(String(answer.statusCode));
  })
    .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
    .end();
});

const transport = undiciTransport({ allowPrivateHosts: [], allowLoopback: true });
const ours = await transport({
  method: 'GET',
  safe: true,
  url,
  headers: {},
  timeout: 5000,
  maxBytes: 100,
}).then(
  ({ status }) => String(status),
  (thrown: unknown) => (thrown instanceof TransportFailure ? `${thrown.sent}, ${thrown.reason}` : 'a bug'),
);
console.log(JSON.stringify({ plain, ours }));
process.exit();

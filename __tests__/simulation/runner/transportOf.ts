import { paced } from '../../../src/runtime/http/pace';
import type { Transport } from '../../../src/runtime/http/wire';
import type { World } from '../world/world';
import { Exchange } from './exchange';
import type { Runner } from './runner';

/** Methods that change nothing; a query of GraphQL is none either. */
const READS = new Set(['GET', 'HEAD', 'LIST']);

/** One process's way to the servers of the world, at the pace that they bear. */
export function transportOf(runner: Runner, world: World): Transport {
  return paced(runner.clock)(wireOf(runner, world));
}

function wireOf(runner: Runner, world: World): Transport {
  return (request) =>
    new Promise((resolve, reject) => {
      // As undici does: https://undici.nodejs.org/#/docs/api/Client?id=parameter-clientoptions
      if (!Number.isInteger(request.timeout) || request.timeout < 0)
        throw new TypeError('headersTimeout must be a positive integer or zero');
      const { url, method, body = '' } = request;
      const place = world.placeOf(url.origin);
      const query = url.pathname === '/graphql' && !body.includes('mutation');
      const writes = !READS.has(method) && !query;
      const path = url.pathname;
      const call = world.call(runner, { place, method, path, writes, body });
      new Exchange(world, call, request, world.strike(call), { resolve, reject }).begin();
    });
}

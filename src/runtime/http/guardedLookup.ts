import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback } from '../../domain/tools/address';
import { isListed, mayConnect } from './addresses';

export interface AddressRules {
  readonly allowPrivateHosts: readonly string[];
  readonly allowLoopback: boolean;
}

export const PRIVATE_ADDRESS = 'RK_PRIVATE_ADDRESS';

/**
 * A DNS look-up that fails when any address of the host is one we may not connect to. The socket connects to what this
 * answers, so a name that changes its address between check and use gains nothing.
 * @param resolve the system's look-up; replaced in tests
 */
export function guardedLookup(
  rules: AddressRules,
  resolve: typeof systemLookup = systemLookup,
): LookupFunction {
  return (hostname, options, callback) => {
    const host = {
      listed: isListed(hostname, rules.allowPrivateHosts),
      loopback: rules.allowLoopback && isLoopback(hostname),
    };
    resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = error ? [] : found;
      if (error || first === undefined) {
        callback(error ?? notFound(hostname), []);
      } else if (!found.every(({ address }) => mayConnect(address, host))) {
        callback(Object.assign(new Error('private address'), { code: PRIVATE_ADDRESS }), []);
      } else if (options.all === true) {
        callback(null, found);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

const notFound = (hostname: string): NodeJS.ErrnoException =>
  Object.assign(new Error(`no address for ${hostname}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });

import { SECOND, type Millis } from '../../src/domain/tools/time';
import { ORIGINS, type Company } from './company';

/** A change of rekey.yml: so many keys may start and go on at once. */
export const upTo =
  (keys: number) =>
  (text: string): string =>
    `${text}limits: { at_once: ${keys}, starts_per_tick: ${keys} }\n`;

/** The vendor bears so many requests in any second from now on, and refuses the others. */
export function limitVendor({ servers, clock }: Company, rate: number): { refused: number } {
  const count = { refused: 0 };
  let borne: readonly Millis[] = [];
  servers[ORIGINS.gateway] = () => {
    borne = borne.filter((at) => at > clock.now() - SECOND);
    if (borne.length < rate) {
      borne = [...borne, clock.now()];
      return undefined;
    }
    count.refused += 1;
    return { status: 429, headers: { 'retry-after': '1' }, body: '' };
  };
  return count;
}

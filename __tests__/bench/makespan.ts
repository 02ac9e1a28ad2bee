import { SECOND, type Millis } from '../../src/domain/tools/time';
import { ORIGINS, type Company } from '../support/company';
import { limitVendor, upTo } from '../support/companyLimits';
import { adopted } from '../support/companyTales';
import { within, type Budget } from './budget';
import { loadedCatalog } from './loadedCatalog';

const LATENCY: Millis = 50;
/** Requests that the vendor bears in a second. */
const RATE = 20;

/** One service for each key, also where there is one key only. */
const oneService = (text: string): string => text.replaceAll(/used_by: \[([\w-]+).*\]/g, 'used_by: [$1]');

interface Played {
  readonly took: Millis;
  /** When requests to the vendor came, from the beginning. */
  readonly asked: readonly Millis[];
  readonly refused: number;
}

/** How long so many rotations take together, in virtual time, over the shortest that latency, the vendor's limit and the soak allow. */
export async function makespan(
  keys: number,
): Promise<Budget & { readonly seconds: number; readonly bound_seconds: number; readonly refused: number }> {
  const alone = await played(1, false);
  const together = await played(keys, true);
  const shortest = bound(alone, keys);
  return {
    ...within(together.took / shortest, 1.05),
    seconds: Math.round(together.took / SECOND),
    bound_seconds: Math.round(shortest / SECOND),
    refused: together.refused,
  };
}

/**
 * What one key asks from its i-th request to its j-th, all keys ask, and the limit spreads it: before that lies what one key
 * needs to come there, after it what one key needs from there to its end. The longest of these is the bound.
 */
export function bound({ took, asked }: Pick<Played, 'took' | 'asked'>, keys: number): Millis {
  const spread = (requests: number): Millis => (Math.ceil(requests / RATE) - 1) * SECOND;
  const bounds = asked.flatMap((first, i) =>
    asked.slice(i).map((last, n) => first + spread(keys * (n + 1)) + (took - last)),
  );
  return Math.max(took, ...bounds);
}

async function played(keys: number, limited: boolean): Promise<Played> {
  const company = await adopted({
    keys,
    latency: LATENCY,
    catalog: await loadedCatalog(),
    config: (text) => oneService(upTo(keys)(text)),
  });
  const busy = limited ? limitVendor(company, RATE) : { refused: 0 };
  const asked = overhear(company);
  const begun = company.clock.now();
  const names = company.keys.map(({ name }) => name).join(',');
  let ran = await company.run(['rotate', '--keys', names, '--now']);
  while (ran.outputs['status'] === 'waiting') {
    const resume = Date.parse(ran.outputs['resume-at'] ?? '');
    await company.clock.advance(Math.max(0, resume - company.clock.now()));
    ran = await company.run(['rotate']);
  }
  if (company.vendor.keys.live.length !== keys || ran.code !== 0)
    throw new Error(`not every key was rotated: ${ran.log.slice(-2000)}`);
  return { took: company.clock.now() - begun, asked: asked.map((at) => at - begun), refused: busy.refused };
}

function overhear({ servers, clock }: Company): Millis[] {
  const asked: Millis[] = [];
  const before = servers[ORIGINS.gateway];
  servers[ORIGINS.gateway] = (request) => {
    asked.push(clock.now());
    return before?.(request);
  };
  return asked;
}

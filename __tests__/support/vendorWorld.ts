import type { Adapter } from '../../src/domain/descriptor';
import { SecretValue } from '../../src/domain/secret';
import { FakeVendor, type FakeVendorOptions } from '../../src/adapters/vendors/http/fake';
import type { Fault } from '../../src/sandbox/faults';
import type { VendorWorld } from '../contracts/vendor';
import { seededRandom, testPorts, type TestWorld } from './ports';
import { VirtualClock } from './virtualClock';

export const ADMIN_REFERENCE = 'vault:admin/gateway#token';
export const ADMIN_KEY = 'gateway-admin-key';

/** A described vendor over the fake of the HTTP vendor. */
export interface DescribedWorld extends VendorWorld {
  readonly fake: FakeVendor;
  readonly clock: VirtualClock;
  /** Ports of a new process. */
  ports(): TestWorld;
}

export function describedWorld<Settings>(
  adapter: Adapter<'vendors', Settings>,
  settings: Settings,
  options: Partial<FakeVendorOptions> = {},
): DescribedWorld {
  const clock = new VirtualClock();
  const random = seededRandom(7);
  const fake = new FakeVendor({ now: clock.now, id: random.id }, { adminKeys: [ADMIN_KEY], ...options });
  const faults: Fault[] = [];
  let calls = 0;
  const origins = adapter.origins(settings);
  const ports = (): TestWorld =>
    testPorts({
      clock,
      routes: Object.fromEntries(origins.map((origin) => [origin, fake.handle])),
      secrets: { [ADMIN_REFERENCE]: ADMIN_KEY },
      faults: () => {
        calls += 1;
        return faults.shift();
      },
    });
  return {
    fake,
    clock,
    ports,
    open: () => adapter.open(settings, ports().ports),
    run: (work) => clock.run(work),
    advance: (duration) => clock.advance(duration),
    failNext: (fault) => void faults.push(fault),
    calls: () => calls,
    live: () => fake.keys.live.map((key) => key.id),
    addForeign: () => fake.add('payroll', 'foreign').id,
    use: (id) => {
      const key = fake.keys.byId(id);
      if (key) fake.keys.use(key);
    },
    refuseAdmin: () => {
      fake.options = { ...fake.options, adminKeys: [] };
    },
    fill: () => {
      fake.options = { ...fake.options, maxLive: fake.keys.live.length };
    },
    neverValid: () => ({ value: SecretValue.of('never-valid-0123456789abcdef', origins) }),
    secrets: () => [ADMIN_KEY, ...fake.keys.all.map((key) => key.value)],
  };
}

import { FakeSample } from '../../../src/dev/templates/identities/fake';
import { adapter } from '../../../src/dev/templates/identities/index';
import { MINUTE } from '../../../src/domain/tools/time';
import type { Fault } from '../../../src/sandbox/faults';
import { identityContract } from '../../contracts/identity';
import { seededRandom, testPorts } from '../../support/ports';
import { VirtualClock } from '../../support/virtualClock';

const ORIGIN = 'https://sample.example.com';
const LIFE = 20 * MINUTE;

identityContract('sample over its fake', async () => {
  const clock = new VirtualClock();
  const fake = new FakeSample({ now: clock.now, id: seededRandom().id }, LIFE);
  const faults: Fault[] = [];
  const { ports, log } = testPorts({
    clock,
    routes: { [ORIGIN]: fake.handle },
    faults: () => faults.shift(),
  });
  return {
    identity: adapter.open({ origin: ORIGIN, role: 'rekey-production' }, ports),
    origin: ORIGIN,
    life: LIFE,
    now: clock.now,
    pass: (duration) => clock.advance(duration),
    works: async ({ token }) => [...fake.live.keys()].some((one) => token.isText(one) && fake.isLive(one)),
    given: () => fake.taken,
    break: () => void faults.push({ kind: 'refused' }),
    log: log.lines,
  };
});

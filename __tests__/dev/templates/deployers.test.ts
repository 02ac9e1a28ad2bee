import { FakeSample } from '../../../src/dev/templates/deployers/fake';
import { adapter } from '../../../src/dev/templates/deployers/index';
import type { Fault } from '../../../src/sandbox/faults';
import { deployerContract } from '../../contracts/deployer';
import { testPorts } from '../../support/ports';

const ORIGIN = 'https://sample.example.com';
const TOKEN = 'a-token-of-some-length';

deployerContract('sample over its fake', () => {
  const fake = new FakeSample(TOKEN);
  const faults: Fault[] = [];
  const { ports, clock } = testPorts({
    routes: { [ORIGIN]: fake.handle },
    secrets: { 'vault:ops/sample#token': TOKEN },
    faults: () => faults.shift(),
  });
  return {
    open: () => adapter.open({ origin: ORIGIN, token: 'vault:ops/sample#token' }, ports),
    rollouts: () => [...fake.rollouts.keys()],
    end: (marker, how) => void fake.rollouts.set(marker, how === 'complete' ? 'done' : 'failed'),
    loseNextAnswer: () => void faults.push({ kind: 'lost', after: 0 }),
    loseNextRequest: () => void faults.push({ kind: 'status', status: 502 }),
    deny: () => void (fake.mayRoll = false),
    remove: () => void (fake.isThere = false),
    now: () => new Date(clock.now()).toISOString(),
  };
});

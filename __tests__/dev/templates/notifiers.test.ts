import { FakeSample } from '../../../src/dev/templates/notifiers/fake';
import { adapter } from '../../../src/dev/templates/notifiers/index';
import type { Fault } from '../../../src/sandbox/faults';
import { notifierContract } from '../../contracts/notifier';
import { testPorts } from '../../support/ports';

const ORIGIN = 'https://sample.example.com';
const TOKEN = 'a-token-of-some-length';

notifierContract('sample over its fake', () => {
  const fake = new FakeSample(TOKEN);
  const faults: Fault[] = [];
  const { ports, clock } = testPorts({
    routes: { [ORIGIN]: fake.handle },
    secrets: { 'vault:ops/sample#token': TOKEN },
    faults: () => faults.shift(),
  });
  return {
    open: () => adapter.open({ origin: ORIGIN, token: 'vault:ops/sample#token' }, ports),
    run: (work) => clock.run(work),
    failNext: (fault) => void faults.push(fault),
    shown: () => [...fake.shown.values()],
    secrets: () => [TOKEN],
  };
});
